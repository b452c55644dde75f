namespace RollingDeploy.Core.Kernel;

/// <summary>
/// Everything that changes a world. A command is data: plain values and definitions that can be written down and read back. It
/// checks first and throws an <see cref="AwsError"/> with nothing changed, or does all that it says.
/// </summary>
/// <param name="Region">The region it speaks to, such as <c>us-east-1</c>.</param>
public abstract record Command(string Region)
{
    /// <summary>
    /// Makes of it what carrying it out needs and the world does not have to be locked for: what users wrote is compiled here.
    /// </summary>
    internal virtual object? Prepare() => null;

    /// <summary>Carries it out at the world's present, with what <see cref="Prepare"/> made of it.</summary>
    internal abstract object? Run(Region region, object? prepared);
}

/// <summary>A command, and what comes of it.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
public abstract record Command<TResult>(string Region) : Command(Region)
{
    /// <summary>Carries it out at the world's present, with what <see cref="Command.Prepare"/> made of it.</summary>
    internal virtual TResult Execute(Region region, object? prepared) => Execute(region);

    /// <summary>Carries it out at the world's present.</summary>
    protected internal abstract TResult Execute(Region region);

    internal sealed override object? Run(Region region, object? prepared) => Execute(region, prepared);
}
