using System.Text;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Tests.Seeds;

public sealed class SeedFileTests
{
    [Fact]
    public void Read_JsonAndTheSameYaml_GivesTheSame()
    {
        var json = Json("a.json", """[{"a":"1","b":[1,2.5,true,null],"c":{"d":"x"}}]""");
        var yaml = Json("a.yaml", """
            # A comment.
            - a: "1"
              b: [1, 2.5, true, ~]
              c:
                d: x
            """);

        yaml.Should().Equal(json);
    }

    [Fact]
    public void Read_Entries_KnowsTheirLines()
    {
        var json = File("a.json", "[\n  {\"a\":1},\r\n\n  {\n\"b\":2}]").Read();
        var yaml = File("a.yml", "- a: 1\n\n-\n  b: 2\n").Read();

        json.Select(entry => entry.Line).Should().Equal(2, 4);
        yaml.Select(entry => entry.Line).Should().Equal(1, 4);
    }

    [Fact]
    public void Read_OneObject_IsOneEntry() => Json("a.json", """{"a":1}""").Should().Equal("""{"a":1}""");

    [Fact]
    public void Read_SeveralYamlDocuments_AreOneAfterTheOther() =>
        Json("a.yaml", "a: 1\n---\n- b: 2\n- c: 3\n").Should().Equal("""{"a":1}""", """{"b":2}""", """{"c":3}""");

    [Fact]
    public void Read_ByteOrderMark_IsIgnored()
    {
        Json("a.json", "\uFEFF[{}]").Should().Equal("{}");
        Json("a.yaml", "\uFEFF- {}").Should().Equal("{}");
    }

    [Fact]
    public void Read_AnAnchor_IsWrittenOutAtItsAliases() =>
        Json("a.yaml", "- &x {a: [1]}\n- {b: *x}\n- *x").Should().Equal("""{"a":[1]}""", """{"b":{"a":[1]}}""", """{"a":[1]}""");

    [Fact]
    public void Read_QuotedAndTaggedScalars_AreTexts() =>
        Json("a.yaml", "- ['1', \"true\", !!str 2, ! 3, 111122223333]").Should().Equal("1", "true", "2", "3", "111122223333")
            .And.HaveCount(5);

    [Theory]
    [InlineData("a.json", "[\n{\"a\":1,\n\"a\":2}]", "a.json:3: The member 'a' appears twice.")]
    [InlineData("a.yaml", "- a: 1\n  a: 2", "a.yaml:2: The member 'a' appears twice.")]
    [InlineData("a.yaml", "- &x a: 1\n  *x : 2", "a.yaml:2: The member 'a' appears twice.")]
    [InlineData("a.json", "", "a.json:1: This is not valid JSON:*")]
    [InlineData("a.yaml", "# Nothing.", "a.yaml:1: The file has no values.*")]
    [InlineData("a.json", "[{},]", "a.json:1: This is not valid JSON:*")]
    [InlineData("a.json", "[]\n[]", "a.json:2: This is not valid JSON:*")]
    [InlineData("a.json", "// No.\n[]", "a.json:1: This is not valid JSON:*")]
    [InlineData("a.yaml", "- a: [1\n- b", "a.yaml:*: This is not valid YAML:*")]
    [InlineData("a.yaml", "a:\n\t- b", "a.yaml:*: This is not valid YAML:*")]
    [InlineData("a.yaml", "- a\n- *x", "a.yaml:2: There is no anchor &x before this alias.")]
    [InlineData("a.yaml", "- &x\n  - *x", "a.yaml:2: The alias *x is inside the value of its own anchor.")]
    [InlineData("a.yaml", "- a: &x 1\n---\n- *x", "a.yaml:3: There is no anchor &x before this alias.")]
    [InlineData("a.yaml", "- <<: {a: 1}", "a.yaml:1: YAML 1.2 has no merge keys (<<). Write the members out.")]
    [InlineData("a.yaml", "- a: !Ref b", "a.yaml:1: The tag !Ref is not supported here. Remove it.")]
    [InlineData("a.yaml", "- !!set {a, b}", "a.yaml:1: The tag tag:yaml.org,2002:set is not supported here. Remove it.")]
    [InlineData("a.yaml", "- [a]: b", "a.yaml:1: The name of a member must be a text.")]
    [InlineData("a.yaml", "- &x [a]\n- *x : b", "a.yaml:2: The name of a member must be a text.")]
    [InlineData("a.yaml", "- a: .inf", "a.yaml:1: JSON has no number .inf.*")]
    public void Read_AMistake_NamesFileLineAndReason(string name, string text, string message) =>
        Refused(name, Encoding.UTF8.GetBytes(text)).Should().Match(message);

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.yaml")]
    public void Read_TextThatIsNotUtf8_IsRefused(string name) =>
        Refused(name, [(byte)'[', (byte)'"', 0xFF, (byte)'"', (byte)']']).Should().Be($"{name}:1: This is not UTF-8 text.");

    [Theory]
    [InlineData("a.json", 65)]
    [InlineData("a.yaml", 65)]
    [InlineData("a.json", 1_000_000)]
    [InlineData("a.yaml", 1_000_000)]
    public void Read_TooDeep_IsRefused(string name, int levels) =>
        Refused(name, Encoding.UTF8.GetBytes(new string('[', levels) + new string(']', levels)))
            .Should().Be($"{name}:1: This is nested deeper than 64 levels.");

    [Fact]
    public void Read_AliasesThatAreTooDeepTogether_IsRefused()
    {
        var half = new string('[', 40) + new string(']', 40);
        var text = $"- &x {half}\n- {new string('[', 40)}*x{new string(']', 40)}";

        Refused("a.yaml", Encoding.UTF8.GetBytes(text)).Should().Be("a.yaml:2: This is nested deeper than 64 levels.");
    }

    [Fact]
    public void Read_ABillionLaughs_IsRefused()
    {
        var text = new StringBuilder("- &a0 laugh\n");
        for (var level = 1; level < 20; level++)
        {
            text.AppendLine($"- &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]");
        }

        Refused("a.yaml", Encoding.UTF8.GetBytes(text.ToString())).Should().Match("a.yaml:*: The values up to this line have more than * bytes, with every alias expanded.");
    }

    private static string Refused(string name, byte[] text)
    {
        var read = () => new SeedFile(name, text).Read().ToList();

        return read.Should().Throw<StartUpException>().Which.Message;
    }

    private static SeedFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Json(string name, string text) => File(name, text).Read()
        .SelectMany(entry => entry is SeedList list ? list.Items : [entry])
        .Select(entry => entry is SeedScalar { Text: { } plain } ? plain : Encoding.UTF8.GetString(entry.ToJson()));
}
