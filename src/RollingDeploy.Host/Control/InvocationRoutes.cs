using System.Text;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Runtime;

namespace RollingDeploy.Host.Control;

/// <summary>An asynchronous request and its answer.</summary>
internal sealed record AsyncRequestStatus
{
    /// <summary>AWS's InferenceId: that of the call, or an assigned one.</summary>
    public required string InferenceId { get; init; }

    /// <summary>Whether it waits (queued), is processed (processing), or how it ended.</summary>
    public required AsyncRequestState State { get; init; }

    /// <summary>The location of the input in S3; absent if the call had a body.</summary>
    public string? InputLocation { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When an instance began to process it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was completed, failed or expired.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The variant that processes it.</summary>
    public string? Variant { get; init; }

    /// <summary>The instance that processes it, or did last.</summary>
    public string? Instance { get; init; }

    /// <summary>The endpoint configuration of the instance that processes it.</summary>
    public string? EndpointConfig { get; init; }

    /// <summary>The HTTP status of the model's answer.</summary>
    public int? Status { get; init; }

    /// <summary>The content type of the model's answer.</summary>
    public string? ContentType { get; init; }

    /// <summary>The model's answer, as text.</summary>
    public string? Body { get; init; }

    /// <summary>Why it failed or expired.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Where AWS would write the answer. RollingDeploy writes nothing there.</summary>
    public string? OutputLocation { get; init; }

    /// <summary>Where AWS would write a failure. RollingDeploy writes nothing there.</summary>
    public string? FailureLocation { get; init; }

    /// <summary>The topic that AWS would notify of its end. RollingDeploy notifies none.</summary>
    public string? NotifiedTopic { get; init; }

    public static AsyncRequestStatus Of(AsyncRequest request)
    {
        var answer = AsyncAnswers.Of(request);
        return new()
        {
            InferenceId = request.InferenceId,
            State = request.State,
            InputLocation = request.Call.InputLocation,
            ReceivedAt = request.ReceivedAt,
            StartedAt = request.StartedAt,
            EndedAt = request.EndedAt,
            Variant = request.Invocation?.Variant,
            Instance = request.InstanceId,
            EndpointConfig = request.Invocation?.Config,
            Status = answer?.Status,
            ContentType = answer?.ContentType,
            Body = answer is null ? null : Encoding.UTF8.GetString(answer.Body),
            FailureReason = request.FailureReason,
            OutputLocation = request.OutputLocation,
            FailureLocation = request.FailureLocation,
            NotifiedTopic = request.NotifiedTopic,
        };
    }
}

/// <summary>The route that shows an asynchronous request.</summary>
internal static class InvocationRoutes
{
    public static void MapInvocations(this RouteGroupBuilder routes) => routes
        .MapGet("/endpoints/{name}/invocations/{**id}", (string name, string id, [AsParameters] Partition partition) =>
            TypedResults.Ok(partition.Read(region => AsyncRequestStatus.Of(
                region.Endpoints.TryGet(name, out var endpoint)
                    ? Find(endpoint, id) ?? throw MissingException.AsyncRequest(endpoint, id)
                    : throw MissingException.Endpoint(name)))))
        .WithSummary("Get an asynchronous request by its InferenceId: its state, its times and its answer")
        .WithName("getInvocation").ProducesProblem(404);

    // The value of a route is decoded, but for slashes.
    private static AsyncRequest? Find(Core.Endpoints.Endpoint endpoint, string id) =>
        endpoint.FindAsyncRequest(id)
        ?? endpoint.FindAsyncRequest(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
}
