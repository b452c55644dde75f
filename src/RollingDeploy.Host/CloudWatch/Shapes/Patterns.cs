namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Patterns of several members, as in AWS's model. Error messages contain them.</summary>
internal static class Patterns
{
    /// <summary>Anything that does not start with a colon.</summary>
    public const string Namespace = @"[^:].*";
}
