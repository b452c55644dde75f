using System.Text.Json;

namespace RollingDeploy.Core.Fleets;

/// <summary>What fleets share in snapshots.</summary>
internal static class FleetSnapshots
{
    private static readonly Slot<SnapshotScope, SnapshotPool<string>> TextsSlot = new(
        static _ => new SnapshotPool<string>("text", StringComparer.Ordinal));

    // Two specifications with equal lists are not equal records, so they are compared as texts too.
    private static readonly Slot<SnapshotScope, SnapshotPool<VariantSpec>> SpecsSlot = new(
        static _ => new SnapshotPool<VariantSpec>(
            "spec", EqualityComparer<VariantSpec>.Default, spec => JsonSerializer.Serialize(spec, FleetsJson.Default.VariantSpec)));

    extension(SnapshotScope scope)
    {
        /// <summary>The documents of endpoint configurations.</summary>
        public SnapshotPool<string> Texts => scope.Get(TextsSlot);

        /// <summary>The specifications of instances and copies.</summary>
        public SnapshotPool<VariantSpec> Specs => scope.Get(SpecsSlot);
    }
}
