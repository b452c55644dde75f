using RollingDeploy.Host.Wire;
using RollingDeploy.Tests.Shared.Architecture;

namespace RollingDeploy.Host.Tests.Architecture;

/// <summary>Host is built in layers, as Core is: a room uses only rooms below it. There is no list of exceptions.</summary>
public sealed class HostRoomTests
{
    private static readonly Rooms Host = new(typeof(Service).Assembly, "RollingDeploy.Host",
    [
        "Wording", "Behaviors", "Durability", "Hosting", "Wire/Constraints", "Wire/Bodies", "Wire/Errors", "Wire", "Wire/Validation", "Wire/Json",
        "Wire/Cbor", "Wire/Query", "Wire/Rest", "Wire/Protocols", "Wire/Routing", "Wire/OpenApi", "Servers", "Sts", "CloudWatch",
        "SageMaker", "AutoScaling", "Runtime", "Health", "Browsers", "Dashboard", "Control", "Webhooks", "Telemetry", "Seeds", "Terminal", "CommandLine", "Program",
    ]);

    // Of the host, only these may know the web server's request: what maps routes, and what refuses browsers.
    private static readonly string[] KnowHttp = ["Wire/Routing", "Wire/OpenApi", "Browsers", "Dashboard", "Control", "Program"];

    [Fact]
    public void Uses_OfOtherRooms_GoDownOnly()
    {
        Host.Upward.Should().BeEmpty(
            "a room uses only rooms below it. Let a lower room declare an interface that the higher one implements, as "
            + "Hosting/IEventReader and Wire/ICallLog are; or move the type. These go up:\n{0}",
            string.Join('\n', Host.Upward));
    }

    [Fact]
    public void Namespaces_OfHost_AreAllRooms()
    {
        Host.Homeless.Should().BeEmpty("a new room gets its place in the list of rooms, above all that it uses");
    }

    [Fact]
    public void Folders_OfHost_AreItsNamespaces()
    {
        var source = Path.Combine(Repository.Root, "src", "RollingDeploy.Host");
        var rooms = Host.InOrder[..^1].Select(room => Path.Combine(source, room));

        rooms.Should().OnlyContain(room => Directory.Exists(room), "each room is a folder");
        Directory.GetDirectories(source).Select(Path.GetFileName).Except(["bin", "obj", "wwwroot"])
            .Should().OnlyContain(folder => Host.InOrder.Contains(folder), "each folder is a room");
    }

    [Fact]
    public void HttpContext_BelowTheMapping_IsNotKnown()
    {
        var known = TypeGraph.Externals(typeof(Service).Assembly)
            .Where(use => use.Used.FullName is "Microsoft.AspNetCore.Http.HttpContext" or "Microsoft.AspNetCore.Http.HttpRequest"
                or "Microsoft.AspNetCore.Http.HttpResponse")
            .Where(use => Host.All.Contains(use.User) && !KnowHttp.Contains(Host.Of(use.User)))
            .Select(use => $"{use.User.FullName} uses {use.Used.Name}");

        known.Should().BeEmpty("the gateway and all below it take the request's bytes and return the reply's");
    }

    [Fact]
    public void Picture_InTheDocuments_IsTheCodes()
    {
        var current = RoomGraph.Mermaid(Host, "Wording");

        RoomGraph.InDocument("## Host", current).Should().Be(
            current, "docs/architecture.md shows the rooms as they are: run this test with UPDATE_DOCS=1");
    }
}
