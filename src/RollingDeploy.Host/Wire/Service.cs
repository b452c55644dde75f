using System.Collections.Frozen;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Wire;

/// <summary>The query protocol of a service: <c>Version=</c> of its requests, and the XML namespace of its answers.</summary>
internal sealed record QueryApi(string Version, string Namespace);

/// <summary>What AWS's text leaves out about a refusal.</summary>
/// <param name="Resource">The name that the call is about.</param>
/// <param name="Endpoint">The endpoint in whose journal it is told; null where it is only logged.</param>
/// <param name="Hint">One or more sentences.</param>
internal sealed record Explanation(string Resource, string? Endpoint, string Hint);

/// <summary>An AWS service as the wire sees it: how requests name it, what it can do, and how it spells its errors.</summary>
internal sealed class Service
{
    private readonly FrozenDictionary<string, Operation> _operations = FrozenDictionary<string, Operation>.Empty;

    /// <summary>The name that users know, such as <c>SageMaker</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The same without blanks, for the ids of the OpenAPI document: <c>ApplicationAutoScaling</c>.</summary>
    public string Id => Name.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// The first segment of the plain routes: <c>sagemaker</c> for <c>POST /sagemaker/{Operation}</c>; null for a REST service,
    /// whose own routes are plain enough.
    /// </summary>
    public string? Route { get; init; }

    /// <summary>
    /// What stands before the operation in <c>X-Amz-Target</c> and in rpc-v2-cbor's path; null when the service speaks neither.
    /// </summary>
    public string? TargetPrefix { get; init; }

    /// <summary>Whether AWS's model gives the service the protocol rpc-v2-cbor.</summary>
    public bool SpeaksCbor { get; init; }

    /// <summary>AWS JSON's version: 1.0 or 1.1.</summary>
    public string JsonVersion { get; init; } = "1.1";

    /// <summary>Null when the service does not speak the query protocol.</summary>
    public QueryApi? Query { get; init; }

    /// <summary>The names that clients sign requests with, such as <c>monitoring</c> for CloudWatch.</summary>
    public required IReadOnlyList<string> SigningNames { get; init; }

    public ErrorTable Errors { get; init; } = ErrorTable.Framework;

    /// <summary>What more can be said of a refusal than AWS says; null where nothing can.</summary>
    public Func<object, Call, AwsError, Explanation?> Explain { get; init; } = (_, _, _) => null;

    /// <summary>
    /// Whether the log warns of members that a request has and its record has not: AWS passes them over in silence.
    /// </summary>
    public bool TellsUnknownMembers { get; init; }

    /// <summary>
    /// Bodies to try operations out with, by the operation; for the others one is made from their required members. What is there
    /// beside that is called <c>Operation: title</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Examples { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What it is, in a sentence.</summary>
    public string? Description { get; init; }

    public required IEnumerable<Operation> Operations
    {
        get => _operations.Values;
        init => _operations = value.ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal);
    }

    public Operation? Find(string operation) => _operations.GetValueOrDefault(operation);
}
