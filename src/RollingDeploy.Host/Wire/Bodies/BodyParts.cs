using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Counts the parts of a body while it is read. A part takes much more memory than its text: three bytes of JSON can become a
/// record of two hundred bytes. A body with too many parts is refused before records are created.
/// </summary>
internal abstract class BodyParts(int most, string nouns)
{
    // In bytes. The longest text that AWS accepts, the rule of a composite alarm, has 10,240 characters.
    private const int LongestText = 1024 * 1024;

    private int _count;

    /// <summary>
    /// The most parts. A body with at most this number of bytes need not be counted, because each part has at least one byte.
    /// </summary>
    public int Most => most;

    /// <summary>Counts the parts in the next bytes of the body.</summary>
    /// <exception cref="AwsError">The body has too many parts.</exception>
    public abstract void Look(ReadOnlySpan<byte> next);

    /// <summary>Adds to the number of parts.</summary>
    /// <exception cref="AwsError">The body has too many parts.</exception>
    public void Add(int parts)
    {
        _count += parts;
        if (_count > most)
        {
            throw TooLarge($"more than {most} {nouns}");
        }
    }

    /// <summary>Checks the length of a name or a text, in bytes.</summary>
    /// <exception cref="AwsError">The name or text is too long.</exception>
    public static void RequireText(int length)
    {
        if (length > LongestText)
        {
            throw TooLarge($"a name or text of more than {LongestText} bytes");
        }
    }

    private static AwsError TooLarge(string what) => new("RequestEntityTooLargeException", $"The request body has {what}.");
}
