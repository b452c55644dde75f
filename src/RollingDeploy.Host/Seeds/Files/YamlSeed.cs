using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RollingDeploy.Host.Seeds.Files;

/// <summary>
/// Reads a YAML file, by the core schema of YAML 1.2. It takes the parser's events one by one. So nothing is nested or expanded
/// before the builder has checked its limits.
/// </summary>
internal sealed class YamlSeed
{
    private const string CoreTag = "tag:yaml.org,2002:";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly NodeBuilder _into;
    private readonly Dictionary<AnchorName, SeedNode?> _anchors = [];

    // The anchors of the lists and objects that are open.
    private readonly Stack<AnchorName> _open = new();

    private YamlSeed(NodeBuilder into) => _into = into;

    public static void Read(ReadOnlySpan<byte> text, NodeBuilder into)
    {
        var line = 1;
        try
        {
            var parser = new Parser(new StringReader(Utf8.GetString(text).TrimStart('\uFEFF')));
            var seed = new YamlSeed(into);
            while (parser.MoveNext())
            {
                line = (int)parser.Current!.Start.Line;
                seed.Take(parser.Current);
            }
        }
        catch (YamlException odd)
        {
            // The end of the file can count as a line of its own.
            throw into.Mistake(Math.Min((int)odd.Start.Line, text.Count((byte)'\n') + 1), $"This is not valid YAML: {odd.Message}");
        }
        catch (InvalidOperationException)
        {
            // The parser's own exception for some lists that are not closed. It has no place.
            throw into.Mistake(line, "This is not valid YAML: a list or an object is not closed.");
        }
        catch (DecoderFallbackException)
        {
            throw into.Mistake(1, "This is not UTF-8 text.");
        }
    }

    private void Take(ParsingEvent part)
    {
        var line = (int)part.Start.Line;
        switch (part)
        {
            case DocumentStart:
                _anchors.Clear();
                break;
            case SequenceStart list:
                RequireTag(list, "seq");
                Open(list);
                _into.BeginList(line);
                break;
            case MappingStart mapping:
                RequireTag(mapping, "map");
                Open(mapping);
                _into.BeginObject(line);
                break;
            case SequenceEnd or MappingEnd:
                Anchor(_open.Pop(), _into.End());
                break;
            case Scalar name when _into.AwaitsName:
                TakeName(name);
                break;
            case Scalar scalar:
                var value = ValueOf(scalar);
                _into.Scalar(value);
                Anchor(scalar.Anchor, value);
                break;
            case AnchorAlias alias:
                TakeAlias(alias, line);
                break;
            default:
                break;
        }
    }

    private void Open(NodeEvent node)
    {
        if (_into.AwaitsName)
        {
            throw _into.Mistake((int)node.Start.Line, "The name of a member must be a text.");
        }

        // Until it ends, an alias in it would contain itself.
        Anchor(node.Anchor, null);
        _open.Push(node.Anchor);
    }

    private void Anchor(AnchorName anchor, SeedNode? node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }
    }

    private void TakeName(Scalar name)
    {
        var line = (int)name.Start.Line;
        RequireTag(name, "str");
        if (name is { Value: "<<", Style: ScalarStyle.Plain })
        {
            throw _into.Mistake(line, "YAML 1.2 has no merge keys (<<). Write the members out.");
        }

        _into.Name(line, name.Value);
        Anchor(name.Anchor, SeedScalar.OfText(line, name.Value));
    }

    private void TakeAlias(AnchorAlias alias, int line)
    {
        if (!_anchors.TryGetValue(alias.Value, out var node))
        {
            throw _into.Mistake(line, $"There is no anchor &{alias.Value} before this alias.");
        }

        if (node is null)
        {
            throw _into.Mistake(line, $"The alias *{alias.Value} is inside the value of its own anchor.");
        }

        if (!_into.AwaitsName)
        {
            _into.Again(line, node);
        }
        else
        {
            _into.Name(line, (node as SeedScalar)?.Text ?? throw _into.Mistake(line, "The name of a member must be a text."));
        }
    }

    private SeedScalar ValueOf(Scalar scalar)
    {
        var line = (int)scalar.Start.Line;
        var isPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
        if (!isPlain)
        {
            RequireTag(scalar, "str");
        }

        try
        {
            return isPlain && CoreSchema.ToJson(scalar.Value) is { } json
                ? SeedScalar.OfJson(line, json)
                : SeedScalar.OfText(line, scalar.Value);
        }
        catch (FormatException odd)
        {
            throw _into.Mistake(line, odd.Message);
        }
    }

    // A tag of another kind stands for what the application that defines it makes of the value, such as !Ref of CloudFormation.
    private void RequireTag(NodeEvent node, string kind)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && node.Tag.Value != CoreTag + kind)
        {
            throw _into.Mistake((int)node.Start.Line, $"The tag {node.Tag.Value} is not supported here. Remove it.");
        }
    }
}
