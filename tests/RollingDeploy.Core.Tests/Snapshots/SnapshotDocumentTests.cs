using System.Text;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Snapshots;

/// <summary>What a snapshot looks like, and what is said of one that is wrong.</summary>
public sealed class SnapshotDocumentTests
{
    [Fact]
    public void Write_AnEmptyWorld_IsThisDocument()
    {
        var lines = Snapshot.Of(new World("123456789012", new())).Split('\n');

        lines[0].Should().Be("""{"format":1,"account":"123456789012","now":"2026-01-01T00:00:00.0000000Z","epoch":1,"items":[""");
        lines[1].Should().StartWith("""{"simulation":{"now":"2026-01-01T00:00:00+00:00","start":"2026-01-01T00:00:00+00:00","seed":"0000000000000001",""");
        lines[2].Should().Be(
            """{"event":{"sequence":1,"at":"2026-01-01T00:00:00+00:00","region":"","type":"Account","name":"","data":{"worldBegan":{"seed":1}}}},""");
        lines[3].Should().StartWith("""{"counts":""");
        lines[4..].Should().Equal("""{"end":{"items":3}}""", "]}", "");
    }

    [Fact]
    public void Read_WhatWasWritten_IsWrittenTheSame()
    {
        var text = Snapshot.Of(new TestWorld().Endpoints(2).World);

        var restored = Snapshot.Read(text);

        Snapshot.Of(restored).Should().Be(text);
    }

    [Fact]
    public void Read_InPiecesOfAByte_IsTheSame()
    {
        var text = Snapshot.Of(new TestWorld().Endpoints(2).World);

        var restored = SnapshotDocument.Read(new Slow(Encoding.UTF8.GetBytes(text)), new());

        Snapshot.Of(restored).Should().Be(text);
    }

    [Fact]
    public void Read_SortedAndIndented_IsTheSame()
    {
        var text = Snapshot.Of(new TestWorld().Endpoints(2).Alarm("a").World);
        var sorted = Sorted(JsonNode.Parse(text)!).ToJsonString(new() { WriteIndented = true });

        Snapshot.Of(Snapshot.Read(sorted)).Should().Be(text);
    }

    [Fact]
    public void Read_WithOtherSettings_KeepsTheSeedAndTheEpoch()
    {
        var start = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var world = new World("123456789012", new() { Seed = ulong.MaxValue, Epoch = 7, Start = start });

        var restored = Snapshot.Read(Snapshot.Of(world), new() { Seed = 1, KeptDeployments = 3 });

        restored.Settings.Should().Be(world.Settings with { KeptDeployments = 3 });
        restored.Account.Should().Be("123456789012");
        restored.TokenKey.Should().Equal(world.TokenKey);
    }

    [Fact]
    public void Read_WithASmallerLog_KeepsTheLastEvents()
    {
        var world = new TestWorld().Endpoints(2).World;

        var restored = Snapshot.Read(Snapshot.Of(world), new() { EventLog = new(MostEvents: 3) });

        restored.Log.After(0, 100).Should().HaveCount(3);
        restored.Log.Newest!.Sequence.Should().Be(world.Log.Last);
    }

    // jq -S.
    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Sorted(item))]),
        _ => node.DeepClone(),
    };

    /// <summary>A stream that gives a byte at a time.</summary>
    private sealed class Slow(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
