using System.Collections.Frozen;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// The query protocol of a service: the <c>Version=</c> of its requests, and the XML namespace of its responses.
/// </summary>
internal sealed record QueryApi(string Version, string Namespace);

/// <summary>An explanation of an error, with details that AWS's error text does not have.</summary>
/// <param name="Resource">The name of the resource of the call.</param>
/// <param name="Endpoint">The endpoint whose journal shows the explanation; null if it is only logged.</param>
/// <param name="Hint">The explanation: one or more sentences.</param>
internal sealed record Explanation(string Resource, string? Endpoint, string Hint);

/// <summary>An AWS service: its names in requests, its operations, and its errors.</summary>
internal sealed class Service
{
    private readonly FrozenDictionary<string, Operation> _operations = FrozenDictionary<string, Operation>.Empty;

    /// <summary>The name of the service, such as <c>SageMaker</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name without spaces, for the IDs of the OpenAPI document: <c>ApplicationAutoScaling</c>.</summary>
    public string Id => Name.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The environment variable that sends the calls of clients to another address.</summary>
    public string EndpointVariable => $"AWS_ENDPOINT_URL_{Name.Replace(' ', '_').ToUpperInvariant()}";

    /// <summary>
    /// The first segment of the JSON routes: <c>sagemaker</c> for <c>POST /sagemaker/{Operation}</c>. Null for a REST service,
    /// whose own routes can be called without a signature.
    /// </summary>
    public string? Route { get; init; }

    /// <summary>
    /// The prefix of the operation in <c>X-Amz-Target</c> and in the path of rpc-v2-cbor; null if the service supports neither.
    /// </summary>
    public string? TargetPrefix { get; init; }

    /// <summary>Whether the service supports the protocol rpc-v2-cbor.</summary>
    public bool SpeaksCbor { get; init; }

    /// <summary>The version of AWS JSON: 1.0 or 1.1.</summary>
    public string JsonVersion { get; init; } = "1.1";

    /// <summary>The query protocol of the service; null if the service does not support it.</summary>
    public QueryApi? Query { get; init; }

    /// <summary>The names that clients sign requests with, such as <c>monitoring</c> for CloudWatch.</summary>
    public required IReadOnlyList<string> SigningNames { get; init; }

    public ErrorTable Errors { get; init; } = ErrorTable.Framework;

    /// <summary>Explains an error with more details than AWS's text; null if there are none.</summary>
    public Func<object, Call, AwsError, Explanation?> Explain { get; init; } = (_, _, _) => null;

    /// <summary>Whether the log warns about unknown members of requests, which AWS ignores.</summary>
    public bool TellsUnknownMembers { get; init; }

    /// <summary>
    /// Example request bodies by operation. Further examples have the key <c>Operation: title</c>. For an operation without an
    /// example, one is made from its required members.
    /// </summary>
    public IReadOnlyDictionary<string, string> Examples { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>A sentence about the service, for the OpenAPI document.</summary>
    public string? Description { get; init; }

    public required IEnumerable<Operation> Operations
    {
        get => _operations.Values;
        init => _operations = value.ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal);
    }

    public Operation? Find(string operation) => _operations.GetValueOrDefault(operation);
}
