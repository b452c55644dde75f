using System.Text.Json.Nodes;
using AutoScalingPatterns = RollingDeploy.Host.AutoScaling.Shapes.Patterns;
using Patterns = RollingDeploy.Host.SageMaker.Shapes.Patterns;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>Values where the constraints are not enough: for patterns, and for members with a rule of their own.</summary>
internal static class Samples
{
    private const string Account = "111122223333";

    private const string Topic = $"""["arn:aws:sns:us-east-1:{Account}:topic"]""";

    private static readonly Dictionary<string, string> Members = new()
    {
        ["OKActions"] = Topic,
        ["AlarmActions"] = Topic,
        ["InsufficientDataActions"] = Topic,
        ["MetricPublishFrequencyInSeconds"] = "30",
    };

    /// <summary>A text for each pattern that the name of a member does not fit.</summary>
    public static IReadOnlyDictionary<string, string> Of { get; } = new Dictionary<string, string>
    {
        [Patterns.EndpointName] = "demo",
        [Patterns.ModelName] = "model",
        [Patterns.RoleArn] = $"arn:aws:iam::{Account}:role/sagemaker",
        [Patterns.SnsTopicArn] = $"arn:aws:sns:us-east-1:{Account}:topic",
        [Patterns.MlReservationArn] = $"arn:aws:sagemaker:us-east-1:{Account}:training-plan/plan",
        [Patterns.InstanceType] = "ml.m5.large",
        [Patterns.Url] = "s3://bucket/data",
        [Patterns.DestinationS3Uri] = "s3://bucket/out",
        [Patterns.ContentType] = "text/csv",
        [Patterns.MetricsPath] = "/server/metrics",
        [@"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*"] = "text/csv",
        [AutoScalingPatterns.Text] = "text",
    };

    /// <summary>A value for a member with a rule of its own; null for others.</summary>
    public static JsonNode? OfMember(string name) => Members.TryGetValue(name, out var value) ? JsonNode.Parse(value) : null;
}
