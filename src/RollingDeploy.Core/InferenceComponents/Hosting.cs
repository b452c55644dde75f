using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>The inference components on an endpoint, in the order of their creation.</summary>
internal sealed class HostedComponents
{
    public List<InferenceComponent> All { get; } = [];
}

/// <summary>The inference components of an endpoint.</summary>
public static class Hosting
{
    private static readonly Slot<Deployable, HostedComponents> HostedSlot = new(static _ => new HostedComponents());

    extension(Endpoint endpoint)
    {
        /// <summary>The inference components on the endpoint, in the order of their creation.</summary>
        public IReadOnlyList<InferenceComponent> InferenceComponents => endpoint.Find(HostedSlot)?.All ?? [];

        /// <summary>The same list, for adding and removing components.</summary>
        internal List<InferenceComponent> Hosted => endpoint.Get(HostedSlot).All;
    }
}
