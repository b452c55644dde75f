namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A change of a world. Commands are data: they consist of plain values and definitions that can be serialized. A command first
/// checks its input. It either throws an <see cref="AwsError"/> and changes nothing, or makes all of its changes.
/// </summary>
/// <param name="Region">The region that the command is for, such as <c>us-east-1</c>.</param>
public abstract record Command(string Region)
{
    /// <summary>
    /// Prepares the command without the lock of the world, for example compiles the expressions that users wrote.
    /// </summary>
    internal virtual object? Prepare() => null;

    /// <summary>Runs the command at the current time of the world, with the result of <see cref="Prepare"/>.</summary>
    internal abstract object? Run(Region region, object? prepared);
}

/// <summary>A command with a result.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record Command<TResult>(string Region) : Command(Region)
{
    /// <summary>Runs the command at the current time of the world, with the result of <see cref="Command.Prepare"/>.</summary>
    internal virtual TResult Execute(Region region, object? prepared) => Execute(region);

    /// <summary>Runs the command at the current time of the world.</summary>
    protected internal abstract TResult Execute(Region region);

    internal sealed override object? Run(Region region, object? prepared) => Execute(region, prepared);
}
