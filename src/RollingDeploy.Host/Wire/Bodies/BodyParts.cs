using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Bodies;

/// <summary>
/// Counts, while a body is read, what it would be made into: three bytes of JSON can become a record of two hundred. What has too
/// many parts is refused before any of them is made.
/// </summary>
internal abstract class BodyParts(int most, string nouns)
{
    // The longest text that AWS takes, the rule of a composite alarm, has 10,240 characters.
    private const int LongestText = 1024 * 1024;

    private int _count;

    /// <summary>
    /// A body of so many bytes cannot have too many parts, as each takes at least one: it need not be looked at.
    /// </summary>
    public int Most => most;

    /// <exception cref="AwsError">There are too many with what came before.</exception>
    public abstract void Look(ReadOnlySpan<byte> next);

    /// <exception cref="AwsError">There are too many now.</exception>
    public void Add(int parts)
    {
        _count += parts;
        if (_count > most)
        {
            throw TooLarge($"more than {most} {nouns}");
        }
    }

    /// <exception cref="AwsError">A name or a text of so many bytes is too long.</exception>
    public static void RequireText(int length)
    {
        if (length > LongestText)
        {
            throw TooLarge($"a name or text of more than {LongestText} bytes");
        }
    }

    private static AwsError TooLarge(string what) => new("RequestEntityTooLargeException", $"The request body has {what}.");
}
