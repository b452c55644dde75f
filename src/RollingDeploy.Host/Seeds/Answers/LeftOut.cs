using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>What AWS's answers have and is not loaded. It is printed, because nothing is left out silently.</summary>
internal sealed class LeftOut
{
    private const int MostShown = 20;

    private readonly List<string> _members = [];
    private readonly List<string> _resources = [];

    /// <summary>Adds members that RollingDeploy does not know, by their paths.</summary>
    public void Members(IEnumerable<string> paths) => _members.AddRange(paths.Except(_members));

    /// <summary>Adds a resource that is not loaded, with the reason.</summary>
    public void Resource(string sentence) => _resources.Add(sentence);

    /// <summary>The lines to print.</summary>
    public IEnumerable<string> Lines()
    {
        if (_members.Count > 0)
        {
            yield return $"Not loaded, because RollingDeploy does not know these members: {Shown(_members)}";
        }

        if (_resources.Count > 0)
        {
            yield return $"Not loaded: {Shown(_resources)}";
        }
    }

    private static string Shown(List<string> all) => string.Join(", ", all.Take(MostShown).Select(each => Excerpt.Of(each)))
        + (all.Count > MostShown ? $" and {all.Count - MostShown} more." : ".");
}
