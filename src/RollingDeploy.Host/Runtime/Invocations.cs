using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Runtime.Shapes;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>Runs InvokeEndpoint. The latency is virtual, unless a real server answers.</summary>
internal sealed class Invocations(Forwarder forwarder)
{
    public async Task<InvokeEndpointOutput> Invoke(InvokeEndpointInput input, Call call)
    {
        var invocation = Routing.Send(new Invoke(call.Region, input.EndpointName!)
        {
            TargetVariant = input.TargetVariant,
            TargetModel = input.TargetModel,
            TargetContainer = input.TargetContainerHostname,
            Component = input.InferenceComponentName,
            SessionId = input.SessionId,
            WantsExplanations = input.EnableExplanations is not null,
            RequestId = call.RequestId,
            PayloadBytes = input.Body!.Length,
            Beginning = input.Body.AsMemory(0, Math.Min(input.Body.Length, PrefixRouting.MaxLength)),
            PrefixAwareId = input.PrefixAwareId,
        }, call);
        var answer = await Answer(invocation, call, new(input.Body)
        {
            ContentType = input.ContentType,
            Accept = input.Accept,
            CustomAttributes = input.CustomAttributes,
            SessionId = input.SessionId,
            TargetModel = input.TargetModel,
        });
        answer = invocation.IsExplained ? Explainer.Wrap(answer) : answer;
        return new()
        {
            Body = answer.Body,
            ContentType = answer.ContentType,
            InvokedProductionVariant = invocation.Variant,
            CustomAttributes = answer.CustomAttributes,
            NewSessionId = answer.NewSessionId,
            ClosedSessionId = answer.ClosedSessionId,
        };
    }

    private async Task<ModelAnswer> Answer(Invocation invocation, Call call, ModelRequest request)
    {
        var answer = invocation.Behavior.ForwardTo is { } server
            ? await Forward(invocation, server, call, request)
            : SimulatedModel.Answer(invocation, request);
        return answer.IsGood ? answer : throw ModelErrors.Of(invocation, answer, call);
    }

    private async Task<ModelAnswer> Forward(Invocation invocation, Uri server, Call call, ModelRequest request)
    {
        var (answer, took) = await forwarder.Ask(server, request);
        call.Tell(new RecordInvocation(call.Region, invocation with { Status = answer.CountsAs, Latency = took }));
        return answer;
    }
}
