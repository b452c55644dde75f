namespace RollingDeploy.Host.Runtime;

/// <summary>The headers that SageMaker and a container speak to each other with.</summary>
internal static class ModelHeaders
{
    public const string CustomAttributes = "X-Amzn-SageMaker-Custom-Attributes";
    public const string SessionId = "X-Amzn-SageMaker-Session-Id";
    public const string NewSessionId = "X-Amzn-SageMaker-New-Session-Id";
    public const string ClosedSessionId = "X-Amzn-SageMaker-Closed-Session-Id";
    public const string TargetModel = "X-Amzn-SageMaker-Target-Model";
}
