using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Architecture;

/// <summary>Core is built in layers: a room uses only rooms below it. There is no list of exceptions.</summary>
public sealed class RoomTests
{
    [Fact]
    public void Uses_OfOtherRooms_GoDownOnly()
    {
        var up = Rooms.Uses
            .Where(use => Rooms.LayerOf(use.User) < Rooms.LayerOf(use.Used))
            .Select(use => $"{use.User.FullName} ({Rooms.Of(use.User)}) uses {use.Used.FullName} ({Rooms.Of(use.Used)})")
            .Order(StringComparer.Ordinal)
            .ToList();

        up.Should().BeEmpty(
            "a room uses only rooms below it. To tell a higher room of something, call region.Tell and add a listener in "
            + "World/Composition.cs; to ask one, call region.Require and add a rule there; or move the type. These go up:\n{0}",
            string.Join('\n', up));
    }

    [Fact]
    public void Namespaces_OfCore_AreAllRooms()
    {
        var unknown = typeof(World).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("RollingDeploy.Core", StringComparison.Ordinal) is true && Rooms.LayerOf(type) < 0);

        unknown.Should().BeEmpty("a new room gets its place in the list of rooms, above all that it uses");
    }

    [Fact]
    public void Folders_OfCore_AreItsNamespaces()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src", "RollingDeploy.Core"))
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"));

        folders.Should().BeEquivalentTo(Rooms.InOrder, "each room is a folder, and each folder a room");
    }

    [Fact]
    public void Picture_InTheDocuments_IsTheCodes()
    {
        var path = Path.Combine(Repository.Root, "docs", "architecture.md");
        var document = File.ReadAllText(path);
        var (before, picture, after) = RoomGraph.Cut(document);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, before + RoomGraph.Mermaid() + after);
            return;
        }

        picture.Should().Be(RoomGraph.Mermaid(), "docs/architecture.md shows the rooms as they are: run this test with UPDATE_DOCS=1");
    }

    [Fact]
    public void Uses_OfAGraphThatIsKnown_AreAllFound()
    {
        var seen = Rooms.Uses.Select(use => (use.User.Name, use.Used.Name)).ToHashSet();

        // A base class, a parameter, the body of a method, an extension property and a lambda.
        seen.Should().Contain(("Endpoint", "Deployable"));
        seen.Should().Contain(("Crashes", "Fault"));
        seen.Should().Contain(("FleetFactory", "QuotaTable"));
        seen.Should().Contain(("CreateModel", "RegionTags"));
        seen.Should().Contain(("Composition", "ScalingWatch"));
    }
}
