using RollingDeploy.Tests.Shared.Architecture;

namespace RollingDeploy.Core.Tests.Architecture;

/// <summary>Core is built in layers: a room uses only rooms below it. There is no list of exceptions.</summary>
public sealed class RoomTests
{
    private static readonly Rooms Core = new(typeof(World).Assembly, "RollingDeploy.Core",
    [
        "Kernel", "Guards", "Events", "Arming", "Resources", "Tags", "Metrics", "Alarms", "Containers", "Fleets", "Faults", "Limits",
        "Models", "Plans", "Servers", "Deployments", "Quotas", "Endpoints", "InferenceComponents", "Traffic", "AsyncInference", "AutoScaling", "Health", "World", "Previews",
    ]);

    [Fact]
    public void Uses_OfOtherRooms_GoDownOnly()
    {
        Core.Upward.Should().BeEmpty(
            "a room uses only rooms below it. To tell a higher room of something, call region.Tell and add a listener in "
            + "World/Composition.cs; to ask one, call region.Require and add a rule there; or move the type. These go up:\n{0}",
            string.Join('\n', Core.Upward));
    }

    [Fact]
    public void Namespaces_OfCore_AreAllRooms()
    {
        Core.Homeless.Should().BeEmpty("a new room gets its place in the list of rooms, above all that it uses");
    }

    [Fact]
    public void Folders_OfCore_AreItsNamespaces()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src", "RollingDeploy.Core"))
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"));

        folders.Should().BeEquivalentTo(Core.InOrder, "each room is a folder, and each folder a room");
    }

    [Fact]
    public void Picture_InTheDocuments_IsTheCodes()
    {
        var current = RoomGraph.Mermaid(Core, "Kernel");

        RoomGraph.InDocument("## Core", current).Should().Be(
            current, "docs/architecture.md shows the rooms as they are: run this test with UPDATE_DOCS=1");
    }

    [Fact]
    public void Uses_OfAGraphThatIsKnown_AreAllFound()
    {
        var seen = Core.Uses.Select(use => (use.User.Name, use.Used.Name)).ToHashSet();

        // A base class, a parameter, the body of a method, an extension property and a lambda.
        seen.Should().Contain(("Endpoint", "Deployable"));
        seen.Should().Contain(("Crashes", "Fault"));
        seen.Should().Contain(("FleetFactory", "QuotaTable"));
        seen.Should().Contain(("CreateModel", "RegionTags"));
        seen.Should().Contain(("Composition", "ScalingWatch"));
    }
}
