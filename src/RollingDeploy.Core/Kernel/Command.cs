namespace RollingDeploy.Core.Kernel;

/// <summary>
/// Everything that changes a world. A command is data: it checks first and throws an <see cref="AwsError"/> with nothing
/// changed, or does all that it says.
/// </summary>
/// <param name="Region">The region it speaks to, such as <c>us-east-1</c>.</param>
public abstract record Command<TResult>(string Region)
{
    /// <summary>Carries it out at the world's present.</summary>
    protected internal abstract TResult Execute(Region region);
}
