using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>Finds who answers a request.</summary>
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
            // What is refused changes nothing, and this is counted all the same.
            call.Apply(new RecordNoCapacity(call.Region, invoke.Component!));
            throw;
        }
    }
}
