using System.Net;
using System.Text;
using System.Text.Unicode;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>Reads a form into a tree of its keys. All names and values of the tree are valid UTF-8.</summary>
internal sealed class Form
{
    private const int MaxDepth = 48;
    private const int MaxNodes = 200_000;

    // In bytes. Each byte that is not valid UTF-8 becomes three bytes.
    private const int MaxRepaired = 1024 * 1024;

    private readonly FormNode _root = new();

    // The common start of the keys of a structure. It is not looked up again for each key.
    private ReadOnlyMemory<byte> _stem;
    private FormNode _structure;
    private int _nodes;
    private int _repaired;

    private Form() => _structure = _root;

    public static FormNode Parse(ReadOnlyMemory<byte> text)
    {
        var form = new Form();
        foreach (var range in text.Span.Split((byte)'&'))
        {
            var pair = text[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.Span.IndexOf((byte)'=');
            form.At(form.Decode(equals < 0 ? pair : pair[..equals])).Value = equals < 0
                ? Array.Empty<byte>()
                : form.Decode(pair[(equals + 1)..]);
        }

        return form._root;
    }

    public static AwsError Malformed(string text) => new("SerializationException", text);

    private FormNode At(ReadOnlyMemory<byte> key)
    {
        var end = key.Span.LastIndexOf((byte)'.') + 1;
        if (!key.Span[..end].SequenceEqual(_stem.Span))
        {
            (_structure, _stem) = (Walk(key[..end]), key[..end]);
        }

        return Reach(_structure, key[end..]);
    }

    private FormNode Walk(ReadOnlyMemory<byte> stem)
    {
        var node = _root;
        var depth = 0;
        while (stem.Span.IndexOf((byte)'.') is var length and >= 0)
        {
            if (++depth > MaxDepth)
            {
                throw Malformed($"A parameter's name has more than {MaxDepth} parts.");
            }

            node = Reach(node, stem[..length]);
            stem = stem[(length + 1)..];
        }

        return node;
    }

    // The number of nodes is limited, because a name of a few bytes takes a node of a hundred bytes.
    private FormNode Reach(FormNode node, ReadOnlyMemory<byte> name)
    {
        var known = node.Children.Count;
        var child = node.Reach(name);
        if (node.Children.Count > known && ++_nodes > MaxNodes)
        {
            throw new AwsError("RequestEntityTooLargeException", $"The names of the form's parameters have more than {MaxNodes} different parts.");
        }

        return child;
    }

    // Most keys and values need no decoding. A thousand datapoints have eight thousand of each.
    private ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> text)
    {
        BodyParts.RequireText(text.Length);
        return Repaired(text.Span.ContainsAny("%+"u8) ? WebUtility.UrlDecodeToBytes(text.ToArray(), 0, text.Length) : text);
    }

    private ReadOnlyMemory<byte> Repaired(ReadOnlyMemory<byte> text) =>
        Utf8.IsValid(text.Span) ? text
        : (_repaired += text.Length) <= MaxRepaired ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Span))
        : throw Malformed("The form is not UTF-8.");
}
