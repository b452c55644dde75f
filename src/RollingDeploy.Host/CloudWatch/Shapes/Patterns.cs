namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Patterns that several members share, in the spelling of AWS's model: error messages print them.</summary>
internal static class Patterns
{
    /// <summary>Anything that does not start with a colon.</summary>
    public const string Namespace = @"[^:].*";
}
