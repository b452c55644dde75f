namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Patterns of several members, as in AWS's model. Error messages contain them.</summary>
internal static class Patterns
{
    /// <summary>A namespace: a text that does not begin with a colon.</summary>
    public const string Namespace = @"[^:].*";
}
