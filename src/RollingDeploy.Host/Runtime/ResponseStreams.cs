using System.Runtime.CompilerServices;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>Runs InvokeEndpointWithResponseStream. The parts of a real server are passed on as they arrive.</summary>
internal sealed partial class ResponseStreams(Forwarder forwarder, ILogger<ResponseStreams> logger)
{
    // A simulated response has parts of this number of bytes. A large response has at most 1000 larger parts.
    private const int SmallestPart = 128;
    private const int MostParts = 1000;

    public async Task<InvokeEndpointWithResponseStreamOutput> Invoke(InvokeEndpointWithResponseStreamInput input, Call call)
    {
        var invocation = Routing.Send(new Invoke(call.Region, input.EndpointName!)
        {
            TargetVariant = input.TargetVariant,
            TargetContainer = input.TargetContainerHostname,
            Component = input.InferenceComponentName,
            SessionId = input.SessionId,
            RequestId = call.RequestId,
            PayloadBytes = input.Body!.Length,
            Beginning = input.Body.AsMemory(0, Math.Min(input.Body.Length, PrefixRouting.MaxLength)),
            PrefixAwareId = input.PrefixAwareId,
            Way = InvocationWay.Stream,
        }, call);
        var request = new ModelRequest(input.Body)
        {
            ContentType = input.ContentType,
            Accept = input.Accept,
            CustomAttributes = input.CustomAttributes,
            SessionId = input.SessionId,
        };
        var (head, parts) = invocation.Behavior.ForwardTo is { } server
            ? await Relayed(invocation, server, call, request)
            : Simulated(invocation, call, request);
        return new()
        {
            Body = parts,
            ContentType = head.ContentType,
            InvokedProductionVariant = invocation.Variant,
            CustomAttributes = head.CustomAttributes,
        };
    }

    /// <summary>
    /// Adds a last event, as AWS does, if our own code fails during the stream. It is too late then for an error response.
    /// </summary>
    internal async IAsyncEnumerable<ResponseStream> Guarded(
        IAsyncEnumerable<ResponseStream> events, string requestId, [EnumeratorCancellation] CancellationToken gone = default)
    {
        await using var source = events.GetAsyncEnumerator(gone);
        while (await Next(source, requestId, gone) is { } next)
        {
            yield return next;
            if (next.InternalStreamFailure is not null)
            {
                break;
            }
        }
    }

    private async Task<ResponseStream?> Next(IAsyncEnumerator<ResponseStream> events, string requestId, CancellationToken gone)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current : null;
        }
        catch (Exception defect) when (!gone.IsCancellationRequested)
        {
            Log.Failed(logger, defect, requestId);
            return new()
            {
                InternalStreamFailure = new() { Message = $"RollingDeploy failed to process the stream. See its log for request ID {requestId}." },
            };
        }
    }

    private static (ModelAnswer Head, IAsyncEnumerable<ResponseStream> Parts) Simulated(
        Invocation invocation, Call call, ModelRequest request)
    {
        var answer = SimulatedModel.Answer(invocation, request);
        return answer.IsGood
            ? (answer, answer.Body.Chunk(Math.Max(SmallestPart,
                (answer.Body.Length + MostParts - 1) / MostParts)).Select(PartOf).ToAsyncEnumerable())
            : throw ModelErrors.Of(invocation, answer, call);
    }

    // A failure before the first part becomes an error response. After the first part, it becomes an event of the stream.
    private async Task<(ModelAnswer Head, IAsyncEnumerable<ResponseStream> Parts)> Relayed(
        Invocation invocation, Uri server, Call call, ModelRequest request)
    {
        var answer = await forwarder.Open(server, request);
        var first = answer.Head.IsGood ? await answer.Next() : [];
        if (answer.Head.IsGood && answer.Break is null)
        {
            answer.Extend(Forwarder.StreamLimit);
            return (answer.Head, Guarded(Relay(answer, first, invocation, call), call.RequestId));
        }

        using (answer)
        {
            var whole = await answer.Whole(0);
            call.Tell(new RecordInvocation(call.Region, invocation with { Status = whole.CountsAs, Latency = answer.Took }));
            throw ModelErrors.Of(invocation, whole, call);
        }
    }

    // The invocation counts when the stream ends, before the caller sees the end, and also if the caller has disconnected.
    private static async IAsyncEnumerable<ResponseStream> Relay(
        ForwardedAnswer answer, byte[] first, Invocation invocation, Call call, [EnumeratorCancellation] CancellationToken gone =
            default)
    {
        var counted = invocation with { Status = StatusCodes.Status200OK, FirstPart = answer.Took };
        using (answer)
        {
            try
            {
                for (var part = first; part.Length > 0; part = await answer.Next(gone))
                {
                    yield return PartOf(part);
                }
            }
            finally
            {
                call.Tell(new RecordInvocation(
                    call.Region, counted with { Latency = answer.Took, BrokeOff = answer.Break is not null }));
            }
        }

        if (answer.Break is { } broken)
        {
            yield return new() { ModelStreamError = new() { Message = broken.Message, ErrorCode = broken.ErrorCode } };
        }
    }

    private static ResponseStream PartOf(byte[] bytes) => new() { PayloadPart = new() { Bytes = bytes } };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A response stream failed (request ID {RequestId})")]
        public static partial void Failed(ILogger logger, Exception defect, string requestId);
    }
}
