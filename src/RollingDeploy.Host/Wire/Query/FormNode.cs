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
            root.Add(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }

        return root;
    }

    public static AwsFault Malformed(string text) => new("SerializationException", text);

    private void Add(string key, string value)
    {
        var steps = key.Split('.');
        if (steps.Length > MaxDepth)
        {
            throw Malformed($"A parameter's name has more than {MaxDepth} parts.");
        }

        var node = this;
        foreach (var step in steps)
        {
            node._children ??= new Dictionary<string, FormNode>(StringComparer.Ordinal);
            if (!node._children.TryGetValue(step, out var child))
            {
                node._children.Add(step, child = new FormNode());
            }

            node = child;
        }

        node.Value = value;
    }

    private static string Decode(ReadOnlySpan<char> text) => WebUtility.UrlDecode(text.ToString());
}
