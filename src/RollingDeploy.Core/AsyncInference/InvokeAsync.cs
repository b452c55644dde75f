using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>
/// Queues a request of an asynchronous endpoint, also while it has no instances (developer guide, autoscale an asynchronous
/// endpoint). The result is the request.
/// </summary>
public sealed record InvokeAsync(string Region, string EndpointName) : Command<AsyncRequest>(Region)
{
    /// <summary>The largest input in the request itself, in bytes (aws-samples/sagemaker-genai-hosting-examples, 208).</summary>
    public const int LargestBody = 128_000;

    /// <summary>The ID that the caller gives the request; null for an assigned one.</summary>
    public string? InferenceId { get; init; }

    /// <summary>The location of the input in S3; null if the request has a body.</summary>
    public string? InputLocation { get; init; }

    /// <summary>The input in Base64; null if it is in S3.</summary>
    public string? Body { get; init; }

    /// <summary>The content type of the input.</summary>
    public string? ContentType { get; init; }

    /// <summary>The content type that the caller accepts.</summary>
    public string? Accept { get; init; }

    /// <summary>Attributes for the model.</summary>
    public string? CustomAttributes { get; init; }

    /// <summary>The path between the output path of the configuration and the file name.</summary>
    public string? OutputPathExtension { get; init; }

    /// <summary>The name of the output file; null for one with the assigned ID.</summary>
    public string? OutputFile { get; init; }

    /// <summary>The longest time in the queue, in seconds. The default is AWS's.</summary>
    public int TtlSeconds { get; init; } = 21_600;

    /// <summary>The longest time of processing, in seconds. The default is AWS's.</summary>
    public int InvocationTimeoutSeconds { get; init; } = 900;

    /// <summary>The ID of the call, for error messages.</summary>
    public string? RequestId { get; init; }

    // Four letters of Base64 are three bytes. Each sign of equality at the end is one byte less.
    private int BodyBytes => Body is null ? 0 : (Body.Length / 4 * 3) - Body.AsSpan().Count('=');

    /// <inheritdoc/>
    protected internal override AsyncRequest Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var endpoint = InvocationRules.Require(region, new(Region, EndpointName) { Way = InvocationWay.Async });
        if (BodyBytes > LargestBody)
        {
            throw RuntimeErrors.PayloadTooLarge(RequestId);
        }

        return endpoint.AsyncQueue.Add(this);
    }
}

/// <summary>
/// Ends a request whose model has a real server. The result is whether it was still being processed; a request that was not
/// answered in time has failed before.
/// </summary>
public sealed record RecordAsyncAnswer(string Region, string EndpointName, string Id, AsyncAnswer Answer, TimeSpan Took)
    : Command<bool>(Region)
{
    /// <inheritdoc/>
    protected internal override bool Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Endpoints.TryGet(EndpointName, out var endpoint) && endpoint.AsyncQueue.Answered(this);
    }
}
