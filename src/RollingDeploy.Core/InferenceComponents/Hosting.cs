using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>The inference components that are on an endpoint, in the order in which they came.</summary>
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
        /// <summary>The inference components that are on it, in the order in which they came.</summary>
        public IReadOnlyList<InferenceComponent> InferenceComponents => endpoint.Find(HostedSlot)?.All ?? [];

        /// <summary>The same, to add to and take from.</summary>
        internal List<InferenceComponent> Hosted => endpoint.Get(HostedSlot).All;
    }
}
