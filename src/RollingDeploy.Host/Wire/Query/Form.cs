using System.Net;
using System.Text;
using System.Text.Unicode;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>Reads a form into the tree of its keys. All that it gives out is valid UTF-8.</summary>
internal sealed class Form
{
    private const int MaxDepth = 48;
    private const int MaxPairs = 500_000;

    private readonly FormNode _root = new();

    // Keys of one structure follow each other: what they share is not looked up again.
    private ReadOnlyMemory<byte> _stem;
    private FormNode _structure;

    private Form() => _structure = _root;

    public static FormNode Parse(ReadOnlyMemory<byte> text)
    {
        var form = new Form();
        text = Repaired(text);
        var pairs = 0;
        foreach (var range in text.Span.Split((byte)'&'))
        {
            var pair = text[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            if (++pairs > MaxPairs)
            {
                throw Malformed($"The form has more than {MaxPairs} parameters.");
            }

            var equals = pair.Span.IndexOf((byte)'=');
            form.At(Decode(equals < 0 ? pair : pair[..equals])).Value = equals < 0 ? Array.Empty<byte>() : Decode(pair[(equals + 1)..]);
        }

        return form._root;
    }

    public static AwsFault Malformed(string text) => new("SerializationException", text);

    private FormNode At(ReadOnlyMemory<byte> key)
    {
        var end = key.Span.LastIndexOf((byte)'.') + 1;
        if (!key.Span[..end].SequenceEqual(_stem.Span))
        {
            (_structure, _stem) = (Walk(key[..end]), key[..end]);
        }

        return _structure.Reach(key[end..]);
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

            node = node.Reach(stem[..length]);
            stem = stem[(length + 1)..];
        }

        return node;
    }

    // Most keys and values are as they should be already: a thousand data points have eight thousand of each.
    private static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> text) =>
        text.Span.ContainsAny("%+"u8) ? Repaired(WebUtility.UrlDecodeToBytes(text.ToArray(), 0, text.Length)) : text;

    private static ReadOnlyMemory<byte> Repaired(ReadOnlyMemory<byte> text) =>
        Utf8.IsValid(text.Span) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Span));
}
