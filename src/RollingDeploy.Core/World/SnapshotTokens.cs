using System.Text.Json;

namespace RollingDeploy.Core;

/// <summary>
/// Reads the tokens of a JSON document from a stream. Only a value that is asked for as a whole is in memory at once.
/// </summary>
internal sealed class SnapshotTokens(Stream input)
{
    private const int FirstSize = 1 << 16;

    private byte[] _buffer = new byte[FirstSize];
    private JsonReaderState _state = new(new() { CommentHandling = JsonCommentHandling.Disallow });
    private int _start;
    private int _end;
    private bool _isAll;
    private long _passed;

    /// <summary>Takes the next token, in a reader that stands on it.</summary>
    private delegate bool Take(ref Utf8JsonReader reader);

    /// <summary>The number of bytes before the next token.</summary>
    public long Position => _passed + _start;

    /// <summary>Reads the next token. Returns false at the end of the input, whether or not the document is complete.</summary>
    public bool Next(out JsonTokenType type, out string? text)
    {
        var (found, value) = (JsonTokenType.None, (string?)null);
        var isThere = TryTake((ref reader) =>
        {
            if (!reader.Read())
            {
                return false;
            }

            found = reader.TokenType;
            value = found is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString() : null;
            return true;
        });
        (type, text) = (found, value);
        return isThere;
    }

    /// <summary>
    /// Reads the next value as a whole and returns its bytes, which are valid until the next call. They are empty at the end of
    /// an array or of the input.
    /// </summary>
    public ReadOnlySpan<byte> NextValue()
    {
        var (from, length) = (0, 0);
        TryTake((ref reader) =>
        {
            if (!reader.Read())
            {
                return false;
            }

            var begin = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.EndArray || !reader.TrySkip())
            {
                return reader.TokenType == JsonTokenType.EndArray;
            }

            (from, length) = (_start + begin, (int)reader.BytesConsumed - begin);
            return true;
        });
        return _buffer.AsSpan(from, length);
    }

    // Repeats until the buffer has what is asked for. It grows by doubling, so this takes time in proportion to its size.
    private bool TryTake(Take take)
    {
        while (true)
        {
            // The reader is never told that the data is all there is. So an incomplete document is no error of its own.
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, _state);
            if (take(ref reader))
            {
                _start += (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                return true;
            }

            if (_isAll)
            {
                return false;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_passed, _start, _end) = (_passed + _start, 0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        (_end, _isAll) = (_end + read, read == 0);
    }
}
