using System.Text;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class BodyPartsTests
{
    [Theory]
    [InlineData("{}", 1)]
    [InlineData("""{"a":[1,2,3]}""", 3)]
    [InlineData("""{"a":"b","c":{}}""", 5)]
    [InlineData("""["{[,\"{[","\\",""]""", 4)]
    [InlineData("[[[[", 4)]
    [InlineData("""["\\\\\"{""", 2)]
    [InlineData("""["cut off {[""", 2)]
    public void Json_InOnePieceOrBytewise_CountsStructuresListsNamesAndTexts(string json, int parts)
    {
        Count(new JsonParts(), [json]).Should().Be(parts);
        Count(new JsonParts(), json.Select(each => each.ToString())).Should().Be(parts);
    }

    [Fact]
    public void Form_CountsParametersAndPartsOfNames() => Count(new FormParts(), ["a.b=c&d", "=e&", "&f.member.1"]).Should().Be(6);

    // How many parts there were: as many more as may be there make one too many.
    private static int Count(BodyParts parts, IEnumerable<string> pieces)
    {
        foreach (var piece in pieces)
        {
            parts.Look(Encoding.UTF8.GetBytes(piece));
        }

        for (var more = 0; ; more++)
        {
            try
            {
                parts.Add(1);
            }
            catch (AwsError full)
            {
                full.Shape.Should().Be("RequestEntityTooLargeException");
                return parts.Most - more;
            }
        }
    }
}
