using System.Text;
using RollingDeploy.Core;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>Asks models whose answer the caller waits for. How long they take is virtual, unless a real server answers.</summary>
internal sealed class Invocations(Forwarder forwarder)
{
    // An answer comes in parts of so many bytes, a large one in at most a thousand of them.
    private const int SmallestPart = 128;
    private const int MostParts = 1000;

    public async Task<InvokeEndpointOutput> Invoke(InvokeEndpointInput input, Call call)
    {
        call.Read(region => RuntimeRules.Require(region, input.EndpointName!, input.Body!.Length, input.TargetModel));
        var invoke = new Invoke(call.Region, input.EndpointName!)
        {
            TargetVariant = input.TargetVariant,
            Component = input.InferenceComponentName,
        };
        var (invocation, answer) = await Ask(invoke, call, new(input.Body!)
        {
            ContentType = input.ContentType,
            Accept = input.Accept,
            CustomAttributes = input.CustomAttributes,
            SessionId = input.SessionId,
        });
        return new()
        {
            Body = answer.Body,
            ContentType = answer.ContentType,
            InvokedProductionVariant = invocation.Variant,
            CustomAttributes = answer.CustomAttributes,
            NewSessionId = input.SessionId == "NEW_SESSION" ? NewSession(invocation, call) : null,
        };
    }

    public async Task<InvokeEndpointWithResponseStreamOutput> Stream(InvokeEndpointWithResponseStreamInput input, Call call)
    {
        call.Read(region => RuntimeRules.Require(region, input.EndpointName!, input.Body!.Length, null));
        var invoke = new Invoke(call.Region, input.EndpointName!)
        {
            TargetVariant = input.TargetVariant,
            Component = input.InferenceComponentName,
            Way = InvocationWay.Stream,
        };
        var (invocation, answer) = await Ask(invoke, call, new(input.Body!)
        {
            ContentType = input.ContentType,
            Accept = input.Accept,
            CustomAttributes = input.CustomAttributes,
            SessionId = input.SessionId,
        });
        return new()
        {
            Body = Events(answer),
            ContentType = answer.ContentType,
            InvokedProductionVariant = invocation.Variant,
            CustomAttributes = answer.CustomAttributes,
        };
    }

    private async Task<(Invocation Invocation, ModelAnswer Answer)> Ask(Invoke invoke, Call call, ModelRequest request)
    {
        var invocation = Send(invoke, call);
        var answer = invocation.Behavior.ForwardTo is { } server
            ? await Forward(invocation, server, call, request)
            : SimulatedModel.Answer(invocation, request);
        return answer.IsGood ? (invocation, answer) : throw ModelErrors.Of(invocation, answer, call);
    }

    private static Invocation Send(Invoke invoke, Call call)
    {
        try
        {
            return call.Apply(invoke);
        }
        catch (AwsFault refusal) when (RuntimeFaults.IsNoCapacity(refusal))
        {
            // What is refused changes nothing, and this is counted all the same.
            call.Apply(new RecordNoCapacity(call.Region, invoke.Component!));
            throw;
        }
    }

    // A server that broke off has failed, unless the caller has already had a part of its stream.
    private async Task<ModelAnswer> Forward(Invocation invocation, Uri server, Call call, ModelRequest request)
    {
        var (answer, took) = await forwarder.Ask(server, request);
        var isMidStream = invocation.Way == InvocationWay.Stream && answer is { IsGood: true, Body.Length: > 0 };
        if (answer.Break is { } broken && !isMidStream)
        {
            answer = new(0, Encoding.UTF8.GetBytes(broken.Message));
        }

        call.Apply(new RecordInvocation(call.Region, invocation with
        {
            Status = answer.IsGood ? StatusCodes.Status200OK : answer.IsClientError ? answer.Status : StatusCodes.Status500InternalServerError,
            Latency = took,
            BrokeOff = answer.Break is not null,
        }));
        return answer;
    }

    private static List<ResponseStream> Events(ModelAnswer answer)
    {
        var parts = answer.Body.Chunk(Math.Max(SmallestPart, (answer.Body.Length + MostParts - 1) / MostParts))
            .Select(part => new ResponseStream { PayloadPart = new() { Bytes = part } });
        return answer.Break is { } broken
            ? [.. parts, new() { ModelStreamError = new() { Message = broken.Message, ErrorCode = broken.ErrorCode } }]
            : [.. parts];
    }

    private static string NewSession(Invocation invocation, Call call) =>
        FormattableString.Invariant($"{call.RequestId}; Expires={invocation.At.UtcDateTime.AddHours(1):yyyy-MM-ddTHH:mm:ss}Z");
}
