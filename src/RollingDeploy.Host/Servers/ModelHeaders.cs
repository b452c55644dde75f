namespace RollingDeploy.Host.Servers;

/// <summary>The names of the headers between SageMaker and a container.</summary>
internal static class ModelHeaders
{
    public const string CustomAttributes = "X-Amzn-SageMaker-Custom-Attributes";
    public const string SessionId = "X-Amzn-SageMaker-Session-Id";
    public const string NewSessionId = "X-Amzn-SageMaker-New-Session-Id";
    public const string ClosedSessionId = "X-Amzn-SageMaker-Closed-Session-Id";
    public const string TargetModel = "X-Amzn-SageMaker-Target-Model";
}
