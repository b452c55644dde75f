namespace RollingDeploy.Core.Tests.Architecture;

/// <summary>
/// The folders of Core as rooms in layers: each uses only rooms above it in the list. They do not yet, so the number of uses that
/// run back may only fall.
/// </summary>
public sealed class RoomTests
{
    private const string Root = "RollingDeploy.Core";

    // Lowest first, as in the design; a folder inside a room belongs to it. World has the root namespace.
    private static readonly string[] Rooms =
    [
        "Kernel", "Guards", "Events", "Arming", "Resources", "Tags", "Metrics", "Alarms", "Containers", "Fleets", "Faults", "Limits",
        "Models", "Plans", "Servers", "Deployments", "Quotas", "Endpoints", "InferenceComponents", "Traffic", "AutoScaling", "Health", "",
    ];

    // How many pairs of types use each other against the order of their rooms. Whoever removes one lowers it.
    private const int BackReferences = 0;

    [Fact]
    public void Uses_AgainstTheOrderOfRooms_DoNotGrow()
    {
        var back = TypeGraph.Of(typeof(World).Assembly)
            .Where(use => LayerOf(use.User) < LayerOf(use.Used))
            .Select(use => $"{use.User.FullName} uses {use.Used.FullName}")
            .Order(StringComparer.Ordinal)
            .ToList();

        back.Should().HaveCountLessThanOrEqualTo(
            BackReferences,
            "a room uses only rooms above it in the list: let the lower room declare what it needs, or move the type. These run back:\n{0}",
            string.Join('\n', back));
    }

    [Fact]
    public void Namespaces_OfCore_AreAllRooms()
    {
        var unknown = typeof(World).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) is true && LayerOf(type) < 0);

        unknown.Should().BeEmpty("every folder has its place in the list of rooms");
    }

    private static int LayerOf(Type type) => Array.IndexOf(Rooms, type.Namespace![Root.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries) is [var room, ..] ? room : "");
}
