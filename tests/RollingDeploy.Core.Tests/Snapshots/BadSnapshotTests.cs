using System.Text.Json.Nodes;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Snapshots;

/// <summary>What is said of a snapshot that is wrong.</summary>
public sealed class BadSnapshotTests
{
    private static readonly string Good = Snapshot.Of(new TestWorld().Endpoints(2).Advance(120).World);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("SQLite format 3")]
    [InlineData("{\"events\":[]}")]
    [InlineData("{}")]
    [InlineData("{\"items\":[]}")]
    [InlineData("{\"format\":1,\"account\":\"123456789012\",\"epoch\":1}")]
    public void Read_AnotherKindOfFile_IsRefused(string text)
    {
        var act = () => Snapshot.Read(text);

        act.Should().Throw<SnapshotException>().Which.Message.Should().MatchRegex("no snapshot of RollingDeploy|there is no such member");
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "The snapshot has the format 2, from a newer version of RollingDeploy. This version reads the format 1.")]
    [InlineData("\"format\":1", "\"format\":\"1\"", "format: *")]
    [InlineData("\"format\":1,", "", "The member format must come before items.*")]
    [InlineData("\"epoch\":1,", "", "The member epoch must come before items.*")]
    [InlineData("\"account\":\"123456789012\"", "\"account\":\"me\"", "account: 'me' is no account ID, which has twelve digits.")]
    [InlineData("\"account\":", "\"acount\":", "acount: there is no such member.*")]
    [InlineData("\"now\":\"2026-01-01T00:0", "\"now\":\"2026-01-01T00:1", "now: it is 2026-01-01T00:12:05*, but items[0].simulation.now is 2026-01-01T00:02:05*. They must be equal.")]
    [InlineData("{\"simulation\":", "{\"simulacion\":", "items[0].simulacion: the first item, and only this one, is simulation.")]
    [InlineData("\"now\":\"2026-01-01T00:02:05.0000000Z\",", "", "now: it is missing, but items[0].simulation.now is 2026-01-01T00:02:05*")]
    [InlineData("\"status\":\"InService\"", "\"status\":99", "items[*].endpoint.status: it has the wrong type, or an unknown value.")]
    [InlineData("\"launches\":\"", "\"launches\":\"x", "items[0].simulation.chance.launches: The state of a random number generator has 16 hexadecimal digits.")]
    [InlineData("{\"counts\":", "{\"simulation\":", "items[*].simulation: the first item, and only this one, is simulation.")]
    [InlineData("{\"endpoint\":", "{\"endpiont\":", "items[*].endpiont: there is no such part. There are alarm, *")]
    [InlineData("{\"region\":", "{\"setAside\":", "items[*].setAside: members are missing: *")]
    [InlineData("{\"region\":{\"name\":", "{\"region\":{\"nmae\":", "items[*].region.nmae: there is no such member.")]
    [InlineData("\"status\":\"InService\"", "\"state\":\"InService\"", "items[*].endpoint.state: there is no such member.")]
    [InlineData("\"status\":\"InService\",\"configName\"", "\"status\":\"Broken\",\"configName\"", "items[*].endpoint.status: it has the wrong type, or an unknown value.")]
    [InlineData("\"status\":\"InService\",\"configName\":\"v1\"", "\"status\":\"InService\"", "items[*].endpoint: members are missing: 'configName'.")]
    [InlineData("\"configName\":\"v1\",\"deployed\"", "\"configName\":null,\"deployed\"", "items[*].endpoint.configName: it cannot be null.")]
    [InlineData("\"desired\":2", "\"desired\":\"2\"", "items[*].endpoint.deployed.current.variants[0].desired: it has the wrong type, or an unknown value.")]
    [InlineData("\"document\":0", "\"document\":9", "items[*].endpoint: it cannot be restored: it refers to the text 9, but 1 are there before this item")]
    [InlineData("{\"traffic\":{\"endpoint\":\"e\"", "{\"traffic\":{\"endpoint\":\"f\"", "items[*].traffic: it cannot be restored: there is no endpoint f before it")]
    [InlineData("{\"model\":{", "{\"model\":null,\"x\":{", "items[*].model: It cannot be null.")]
    [InlineData("{\"counts\":{", "{\"counts\":[{", "*not valid JSON near byte*")]
    [InlineData("\n]}\n", "\n]}\n{}", "*not valid JSON near byte*")]
    [InlineData("\n]}\n", ",{\"region\":{\"name\":\"eu-west-1\"}}\n]}\n", "items[*].region: no item can follow the item end.")]
    [InlineData("\n]}\n", "\n],\"items\":[]}\n", "items: the document has it twice.")]
    [InlineData("[[29453760,", "[[-1,", "items[*].metrics: Runs are *")]
    public void Read_AWrongDocument_NamesWhatIsWrongAndWhere(string right, string wrong, string message)
    {
        Good.Should().Contain(right);
        var at = Good.IndexOf(right, StringComparison.Ordinal);

        var act = () => Snapshot.Read(Good[..at] + wrong + Good[(at + right.Length)..]);

        act.Should().Throw<SnapshotException>().WithMessage(message);
    }

    /// <summary>What does not fit together is not always found. It must not stop the others, and not run forever.</summary>
    [Theory]
    [InlineData("pending")]
    [InlineData("current")]
    public void Read_ADeploymentWithoutAFleet_SetsTheEndpointAside(string fleet)
    {
        var updating = new TestWorld().Endpoints(3).Update("v2", Configs.Rolling("1", 600)).Advance(300);
        var document = JsonNode.Parse(Snapshot.Of(updating.World))!;
        var endpoint = document["items"]!.AsArray().Select(item => item!["endpoint"]).First(each => each is not null)!;
        endpoint["deployed"]!.AsObject().Remove(fleet).Should().BeTrue();

        var world = Snapshot.Read(document.ToJsonString());
        world.RunUntil(world.Now.AddHours(9));

        world.Quarantine.All.Should().ContainSingle();
    }

    [Fact]
    public void Read_ADocumentThatWasCutShort_SaysSo()
    {
        for (var length = Good.IndexOf("items", StringComparison.Ordinal); length < Good.Length - 2; length += 7)
        {
            var act = () => Snapshot.Read(Good[..length]);

            act.Should().Throw<SnapshotException>().WithMessage("The snapshot was cut short: it ends after * item*");
        }
    }

    [Fact]
    public void Read_ADocumentWithoutALine_SaysThatItIsNotComplete()
    {
        var lines = Good.Split('\n').ToList();
        lines.RemoveAt(lines.FindIndex(line => line.StartsWith("{\"endpointConfig\"", StringComparison.Ordinal)));

        var act = () => Snapshot.Read(string.Join('\n', lines));

        act.Should().Throw<SnapshotException>().WithMessage("The snapshot is incomplete: it had * items, and now has *.");
    }
}
