using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Tests.Oracle;

public sealed class ShapeComparisonTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Fact]
    public void Compare_RecordThatMatches_FindsNothing()
    {
        var comparison = new ShapeComparison(Options);

        comparison.Compare(typeof(Fleet), FleetShape("""
            { "Name": { "shape": "Name" }, "Size": { "shape": "Size" }, "Zones": { "shape": "Zones" } }
            """));

        comparison.Differences.Should().BeEmpty();
    }

    [Fact]
    public void Compare_MembersThatDiffer_NamesEachByItsPath()
    {
        var comparison = new ShapeComparison(Options);

        comparison.Compare(typeof(Fleet), FleetShape("""
            { "Name": { "shape": "Size" }, "Zones": { "shape": "Names" }, "Weight": { "shape": "Size" } }
            """));

        comparison.Differences.Should().BeEquivalentTo(
            "Fleet.Name: lacks Range 1 to any",
            "Fleet.Name: has Length 0 to 63, which AWS's model has not",
            "Fleet.Name: has Pattern [a-z]+, which AWS's model has not",
            "Fleet.Name: is System.String, where AWS's model has the integer Size",
            "Fleet.Zones: lacks Item Length 0 to 63",
            "Fleet.Zones: lacks Item Pattern [a-z]+",
            $"Fleet.Zones[]: is {typeof(Zone)}, where AWS's model has the string Name",
            "Fleet.Weight: missing",
            "Fleet.Size: not in AWS's model");
    }

    [Fact]
    public void Compare_NestedRecordThatDiffers_NamesTheWholePath()
    {
        var comparison = new ShapeComparison(Options);

        comparison.Compare(typeof(Fleet), FleetShape(
            """{ "Name": { "shape": "Name" }, "Size": { "shape": "Size" }, "Zones": { "shape": "Zones" } }""", zoneStates: """["up"]"""));

        comparison.Differences.Should().BeEquivalentTo(
            "Fleet.Zones[].State: lacks OneOf up",
            "Fleet.Zones[].State: has OneOf down, up, which AWS's model has not");
    }

    [Fact]
    public void Compare_ExcludedShape_ExpectsOursInItsPlace()
    {
        var exclusion = new Exclusion("State", "OneOf down, up", "a test");
        var comparison = new ShapeComparison(Options, exclusion);

        comparison.Compare(typeof(Fleet), FleetShape(
            """{ "Name": { "shape": "Name" }, "Size": { "shape": "Size" }, "Zones": { "shape": "Zones" } }""", zoneStates: """["up"]"""));

        comparison.Differences.Should().BeEmpty();
        comparison.UsedExclusions.Should().ContainSingle().Which.Should().Be(exclusion);
    }

    private static Shape FleetShape(string members, string zoneStates = """["up", "down"]""")
    {
        var model = $$"""
            {
              "shapes": {
                "Fleet": { "type": "structure", "required": ["Name"], "members": {{members}} },
                "Name": { "type": "string", "max": 63, "pattern": "[a-z]+" },
                "Names": { "type": "list", "member": { "shape": "Name" } },
                "Size": { "type": "integer", "min": 1 },
                "Zones": { "type": "list", "member": { "shape": "Zone" } },
                "Zone": { "type": "structure", "members": { "State": { "shape": "State" } } },
                "State": { "type": "string", "enum": {{zoneStates}} }
              }
            }
            """;
        return new ServiceModel(JsonDocument.Parse(model).RootElement).Shape("Fleet");
    }

    private sealed record Fleet
    {
        [Required, Length(0, 63), Pattern("[a-z]+")]
        public string? Name { get; init; }

        [Range(1)]
        public int? Size { get; init; }

        public List<Zone>? Zones { get; init; }
    }

    private sealed record Zone
    {
        [OneOf("up", "down")]
        public string? State { get; init; }
    }
}
