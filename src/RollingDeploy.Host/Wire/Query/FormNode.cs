using System.Net;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>
/// A form as the tree that its dotted keys describe: <c>Tags.member.1.Key=x</c> is Tags → member → 1 → Key with the value x.
/// A list's indices are names here, so member.999999999 costs one node.
/// </summary>
internal sealed class FormNode
{
    private const int MaxDepth = 48;
    private const int MaxPairs = 500_000;

    private Dictionary<string, FormNode>? _children;

    public string? Value { get; private set; }

    public IReadOnlyDictionary<string, FormNode>? Children => _children;

    public FormNode? this[string name] => _children?.GetValueOrDefault(name);

    public static FormNode Parse(ReadOnlySpan<char> form)
    {
        var root = new FormNode();
        var pairs = 0;
        foreach (var range in form.Split('&'))
        {
            var pair = form[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            if (++pairs > MaxPairs)
            {
                throw Malformed($"The form has more than {MaxPairs} parameters.");
            }

            var equals = pair.IndexOf('=');
            var node = root.At(Decode(equals < 0 ? pair : pair[..equals]));
            node.Value = equals < 0 ? "" : Decode(pair[(equals + 1)..]).ToString();
        }

        return root;
    }

    public static AwsFault Malformed(string text) => new("SerializationException", text);

    private FormNode At(ReadOnlySpan<char> key)
    {
        var node = this;
        var depth = 0;
        foreach (var step in key.Split('.'))
        {
            if (++depth > MaxDepth)
            {
                throw Malformed($"A parameter's name has more than {MaxDepth} parts.");
            }

            node = node.Child(key[step]);
        }

        return node;
    }

    private FormNode Child(ReadOnlySpan<char> name)
    {
        _children ??= new Dictionary<string, FormNode>(StringComparer.Ordinal);
        var bySpan = _children.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!bySpan.TryGetValue(name, out var child))
        {
            bySpan[name] = child = new FormNode();
        }

        return child;
    }

    // Most keys and values are as they should be already: a thousand data points have eight thousand of each.
    private static ReadOnlySpan<char> Decode(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? WebUtility.UrlDecode(text.ToString()) : text;
}
