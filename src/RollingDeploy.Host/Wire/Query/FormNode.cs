using System.Text;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>
/// A node in the tree of a form's keys: <c>Tags.member.1.Key=x</c> is Tags → member → 1 → Key with the value x. The indices of a
/// list are names, so member.999999999 takes only one node. Names and values are slices of the form.
/// </summary>
internal sealed class FormNode(FormNode? parent = null, ReadOnlyMemory<byte> name = default)
{
    // With so few children, a search through all of them is faster than a hash table. A thousand datapoints have as many small
    // nodes.
    private const int Few = 8;

    private List<FormNode>? _children;
    private Dictionary<ReadOnlyMemory<byte>, FormNode>? _byName;

    public ReadOnlyMemory<byte> Name => name;

    /// <summary>The value of the key; null if there are only longer keys.</summary>
    public ReadOnlyMemory<byte>? Value { get; set; }

    /// <summary><see cref="Value"/> as text.</summary>
    public string? Text => Value is { } value ? Encoding.UTF8.GetString(value.Span) : null;

    /// <summary>The children, in the order of the form.</summary>
    public IReadOnlyList<FormNode> Children => _children ?? (IReadOnlyList<FormNode>)[];

    /// <summary>The whole key, cut to the length that a message shows.</summary>
    public string Path => parent is { Name.IsEmpty: false } ? Excerpt.Of($"{parent.Path}.{Shown}") : Shown;

    /// <summary><see cref="Name"/>, cut to the length that a message shows.</summary>
    public string Shown => Excerpt.Of(name.Span);

    public FormNode? Find(ReadOnlySpan<byte> child)
    {
        if (_byName is not null)
        {
            return _byName.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(child, out var found) ? found : null;
        }

        // From the end, because the keys of a structure follow each other.
        for (var i = Children.Count - 1; i >= 0; i--)
        {
            if (_children![i].Name.Span.SequenceEqual(child))
            {
                return _children[i];
            }
        }

        return null;
    }

    /// <summary>Returns the child with a name. It is added if there is none.</summary>
    public FormNode Reach(ReadOnlyMemory<byte> child)
    {
        // In a long list, it is nearly always the last child.
        if (_children is [.., var last] && last.Name.Span.SequenceEqual(child.Span))
        {
            return last;
        }

        return Find(child.Span) ?? Add(new FormNode(this, child));
    }

    private FormNode Add(FormNode child)
    {
        (_children ??= []).Add(child);
        if (_byName is null && _children.Count > Few)
        {
            _byName = _children.ToDictionary(each => each.Name, Utf8Comparer.Instance);
        }
        else
        {
            _byName?.Add(child.Name, child);
        }

        return child;
    }
}
