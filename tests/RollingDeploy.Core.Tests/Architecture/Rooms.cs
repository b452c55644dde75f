namespace RollingDeploy.Core.Tests.Architecture;

/// <summary>The rooms of Core, lowest first, and which of them use which by the compiled code.</summary>
internal static class Rooms
{
    private const string Root = "RollingDeploy.Core";
    private const string Top = "World";

    // A folder inside a room belongs to it. World composes the others and has the root namespace.
    public static readonly string[] InOrder =
    [
        "Kernel", "Guards", "Events", "Arming", "Resources", "Tags", "Metrics", "Alarms", "Containers", "Fleets", "Faults", "Limits",
        "Models", "Plans", "Servers", "Deployments", "Quotas", "Endpoints", "InferenceComponents", "Traffic", "AutoScaling", "Health", Top,
    ];

    /// <summary>Each use of a type by another one in another room.</summary>
    public static IEnumerable<(Type User, Type Used)> Uses { get; } =
        [.. TypeGraph.Of(typeof(World).Assembly).Where(use => Of(use.User) != Of(use.Used))];

    /// <summary>The room of a type.</summary>
    public static string Of(Type type) =>
        type.Namespace![Root.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries) is [var room, ..] ? room : Top;

    /// <summary>How high a room stands; −1 where it is not in the list.</summary>
    public static int LayerOf(Type type) => Array.IndexOf(InOrder, Of(type));
}
