using System.Text;
using System.Text.Json;

namespace RollingDeploy.Host.Seeds.Files;

/// <summary>
/// A value in a seed file, from JSON or from YAML. It cannot be changed, so an alias of YAML is the same node again.
/// </summary>
/// <param name="Line">The line on which it begins, from 1.</param>
internal abstract record SeedNode(int Line)
{
    /// <summary>The number of levels of lists and objects in it; 0 for a scalar.</summary>
    public int Height { get; protected init; }

    /// <summary>About the number of bytes that it has as JSON.</summary>
    public long Weight { get; protected init; }

    /// <summary>What it is, for a message.</summary>
    public abstract string Noun { get; }

    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Returns it as JSON.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json);
        }

        return stream.ToArray();
    }
}

/// <summary>A text, a number, true, false or null.</summary>
internal sealed record SeedScalar : SeedNode
{
    // What a scalar takes at least, so that a million of them are bounded too.
    private const int Least = 16;

    private readonly string _json;

    private SeedScalar(int line, string? text, string json)
        : base(line)
    {
        (Text, _json) = (text, json);
        Weight = Least + (text ?? json).Length;
    }

    /// <summary>The text; null if it is not a text.</summary>
    public string? Text { get; }

    public bool IsNull => Text is null && _json == "null";

    public override string Noun => Text is not null ? "a text" : IsNull ? "null" : _json is "true" or "false" ? "true or false" : "a number";

    public static SeedScalar OfText(int line, string text) => new(line, text, "");

    /// <summary>A number, true, false or null.</summary>
    public static SeedScalar OfJson(int line, string json) => new(line, null, json);

    public override void Write(Utf8JsonWriter json)
    {
        if (Text is null)
        {
            json.WriteRawValue(Encoding.UTF8.GetBytes(_json));
        }
        else
        {
            json.WriteStringValue(Text);
        }
    }
}

/// <summary>A list.</summary>
internal sealed record SeedList : SeedNode
{
    public SeedList(int line, IReadOnlyList<SeedNode> items)
        : base(line)
    {
        Items = items;
        Height = 1 + items.Select(item => item.Height).DefaultIfEmpty().Max();
        Weight = 2 + items.Sum(item => item.Weight);
    }

    public IReadOnlyList<SeedNode> Items { get; }

    public override string Noun => "a list";

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in Items)
        {
            item.Write(json);
        }

        json.WriteEndArray();
    }
}

/// <summary>An object: a mapping of YAML.</summary>
internal sealed record SeedObject : SeedNode
{
    public SeedObject(int line, IReadOnlyDictionary<string, SeedNode> members)
        : base(line)
    {
        Members = members;
        Height = 1 + members.Values.Select(member => member.Height).DefaultIfEmpty().Max();
        Weight = 2 + members.Sum(member => member.Key.Length + member.Value.Weight);
    }

    /// <summary>The members, in the order of the file.</summary>
    public IReadOnlyDictionary<string, SeedNode> Members { get; }

    public override string Noun => "an object";

    /// <summary>Returns a member; null if there is none, or if it is null.</summary>
    public SeedNode? Find(string name) =>
        Members.GetValueOrDefault(name) is { } member and not SeedScalar { IsNull: true } ? member : null;

    /// <summary>Returns a member that is a text; null if there is none.</summary>
    public string? Text(string name) => (Find(name) as SeedScalar)?.Text;

    /// <summary>Returns the objects in a member that is a list; empty if there is none.</summary>
    public IEnumerable<SeedObject> Objects(string name) => (Find(name) as SeedList)?.Items.OfType<SeedObject>() ?? [];

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, member) in Members)
        {
            json.WritePropertyName(name);
            member.Write(json);
        }

        json.WriteEndObject();
    }
}
