using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Seeds.Files;

/// <summary>
/// Builds the values of a file from its parts, in order. It bounds their depth and their size, also for aliases of YAML, and
/// refuses an object with two members of the same name.
/// </summary>
internal sealed class NodeBuilder(string file)
{
    // In bytes, with every alias expanded. A file has at most half of it.
    private const long MostWeight = 2 * SeedFolder.LargestFile;

    private readonly Stack<Level> _levels = new();
    private readonly List<SeedNode> _roots = [];
    private long _weight;

    /// <summary>The values of the file at the top: one in JSON, one for each document in YAML.</summary>
    public IReadOnlyList<SeedNode> Roots => _roots;

    /// <summary>Whether the next scalar is the name of a member.</summary>
    public bool AwaitsName => _levels.TryPeek(out var level) && level is { Members: not null, Name: null };

    public void BeginList(int line) => Begin(new(line, [], null));

    public void BeginObject(int line) => Begin(new(line, null, new(StringComparer.Ordinal)));

    /// <summary>Ends the current list or object, and returns it.</summary>
    public SeedNode End()
    {
        var level = _levels.Pop();
        SeedNode node = level.Items is { } items ? new SeedList(level.Line, items) : new SeedObject(level.Line, level.Members!);
        Place(node);
        return node;
    }

    public void Name(int line, string name)
    {
        var level = _levels.Peek();
        if (level.Members!.ContainsKey(name))
        {
            throw Mistake(line, $"The member '{Excerpt.Of(name)}' appears twice.");
        }

        Weigh(line, name.Length);
        level.Name = name;
    }

    public void Scalar(SeedScalar scalar)
    {
        Weigh(scalar.Line, scalar.Weight);
        Place(scalar);
    }

    /// <summary>Adds a value again that an alias of YAML refers to.</summary>
    public void Again(int line, SeedNode node)
    {
        RequireDepth(line, _levels.Count + node.Height);
        Weigh(line, node.Weight);
        Place(node);
    }

    public StartUpException Mistake(int line, string reason) => new SeedPlace(file, line).Mistake(reason);

    private void Begin(Level level)
    {
        RequireDepth(level.Line, _levels.Count + 1);
        Weigh(level.Line, 2);
        _levels.Push(level);
    }

    private void RequireDepth(int line, int depth)
    {
        if (depth > WireJson.MaxDepth)
        {
            throw Mistake(line, $"This is nested deeper than {WireJson.MaxDepth} levels.");
        }
    }

    private void Weigh(int line, long weight)
    {
        _weight += weight;
        if (_weight > MostWeight)
        {
            throw Mistake(line, $"The values up to this line have more than {MostWeight} bytes, with every alias expanded.");
        }
    }

    private void Place(SeedNode node)
    {
        if (!_levels.TryPeek(out var level))
        {
            _roots.Add(node);
        }
        else if (level.Items is { } items)
        {
            items.Add(node);
        }
        else
        {
            level.Members!.Add(level.Name!, node);
            level.Name = null;
        }
    }

    // A list, or an object with the name of its next member.
    private sealed record Level(int Line, List<SeedNode>? Items, Dictionary<string, SeedNode>? Members)
    {
        public string? Name { get; set; }
    }
}
