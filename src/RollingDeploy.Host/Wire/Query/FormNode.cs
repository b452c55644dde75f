using System.Text;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>
/// A part of a form's keys: <c>Tags.member.1.Key=x</c> is Tags → member → 1 → Key with the value x. A list's indices are names
/// here, so member.999999999 costs one node. Names and values are slices of the form.
/// </summary>
internal sealed class FormNode(FormNode? parent = null, ReadOnlyMemory<byte> name = default)
{
    // A thousand data points have a thousand small structures: a table for each would cost more than looking at every child.
    private const int Few = 8;

    private List<FormNode>? _children;
    private Dictionary<ReadOnlyMemory<byte>, FormNode>? _byName;

    public ReadOnlyMemory<byte> Name => name;

    /// <summary>Null where there are only longer keys.</summary>
    public ReadOnlyMemory<byte>? Value { get; set; }

    /// <summary><see cref="Value"/> as text.</summary>
    public string? Text => Value is { } value ? Encoding.UTF8.GetString(value.Span) : null;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<FormNode> Children => _children ?? (IReadOnlyList<FormNode>)[];

    /// <summary>The whole key, as far as a message shows it.</summary>
    public string Path => parent is { Name.IsEmpty: false } ? Excerpt.Of($"{parent.Path}.{Shown}") : Shown;

    /// <summary><see cref="Name"/> as far as a message shows it.</summary>
    public string Shown => Excerpt.Of(name.Span);

    public FormNode? Find(ReadOnlySpan<byte> child)
    {
        if (_byName is not null)
        {
            return _byName.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(child, out var found) ? found : null;
        }

        // The last first: a form's keys come structure by structure.
        for (var i = Children.Count - 1; i >= 0; i--)
        {
            if (_children![i].Name.Span.SequenceEqual(child))
            {
                return _children[i];
            }
        }

        return null;
    }

    /// <summary>The child of that name, which is added if there is none.</summary>
    public FormNode Reach(ReadOnlyMemory<byte> child)
    {
        // Of a long list, too, the last item is the one that is nearly always meant.
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
