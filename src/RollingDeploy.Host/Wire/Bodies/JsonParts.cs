using System.Buffers;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Counts the structures, lists, names and texts of JSON, or of a body that is converted to JSON. Numbers are not counted,
/// because a list of numbers takes hardly more memory than its text. The largest body that AWS accepts, 1 MiB of
/// <c>PutMetricData</c>, has 170,000 parts.
/// </summary>
internal sealed class JsonParts() : BodyParts(250_000, "structures, lists, names and texts")
{
    private static readonly SearchValues<byte> Starts = SearchValues.Create("{[\""u8);
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\\\""u8);

    private bool _inText;
    private bool _afterBackslash;
    private int _textLength;

    public override void Look(ReadOnlySpan<byte> next)
    {
        while (!next.IsEmpty)
        {
            if (_afterBackslash)
            {
                _afterBackslash = false;
                next = next[1..];
            }

            var found = next.IndexOfAny(_inText ? Ends : Starts);
            _textLength = _inText ? _textLength + (found < 0 ? next.Length : found) : 0;
            RequireText(_textLength);
            if (found < 0)
            {
                return;
            }

            Take(next[found]);
            next = next[(found + 1)..];
        }
    }

    private void Take(byte found)
    {
        _afterBackslash = found == '\\';
        Add(found == '\\' || _inText ? 0 : 1);
        _inText = found == '"' ? !_inText : _inText;
    }
}
