using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>Selects the variant and the instance that answer a request.</summary>
internal static class Routing
{
    public static Invocation Send(Invoke invoke, Call call)
    {
        try
        {
            return call.Apply(invoke);
        }
        catch (AwsError refusal) when (RuntimeErrors.IsNoCapacity(refusal))
        {
            // A refused command changes nothing, so this metric is counted with a command of its own.
            call.Apply(new RecordNoCapacity(call.Region, invoke.Component!));
            throw;
        }
    }
}
