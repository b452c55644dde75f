using System.Text.Json.Serialization;
using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Sts.Shapes;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>
/// A service whose records are compared: where botocore keeps its model, which package of the SDK for JavaScript has it, and
/// which JSON context describes ours.
/// </summary>
internal sealed record Service(string Name, string ApiVersion, string JavaScriptPackage, JsonSerializerContext Json)
{
    public static readonly Service SageMaker = new("sagemaker", "2017-07-24", "@aws-sdk/client-sagemaker", SageMakerJson.Default);
    public static readonly Service CloudWatch = new("cloudwatch", "2010-08-01", "@aws-sdk/client-cloudwatch", CloudWatchJson.Default);
    public static readonly Service AutoScaling = new(
        "application-autoscaling", "2016-02-06", "@aws-sdk/client-application-auto-scaling", AutoScalingJson.Default);

    public static readonly Service Runtime = new("sagemaker-runtime", "2017-05-13", "@aws-sdk/client-sagemaker-runtime", RuntimeJson.Default);

    public static readonly Service Sts = new("sts", "2011-06-15", "@aws-sdk/client-sts", StsJson.Default)
    {
        InputSuffix = "Request",
        OutputSuffix = "Response",
    };

    /// <summary>The end of the names of requests, and that of responses.</summary>
    public string InputSuffix { get; private init; } = "Input";

    public string OutputSuffix { get; private init; } = "Output";

    public IReadOnlyList<Type> Records { get; } =
        [.. Json.GetType().Assembly.GetTypes().Where(type => type.Namespace == Json.GetType().Namespace && IsRecord(type))];

    public IEnumerable<string> Operations =>
        Records.Select(record => record.Name)
            .Where(name => name.EndsWith(InputSuffix, StringComparison.Ordinal))
            .Select(name => name[..^InputSuffix.Length]);

    public Type? Record(string name) => Records.SingleOrDefault(record => record.Name == name);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
