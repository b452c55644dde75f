using System.Text;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// A NextToken: text that a client hands back and has no business in reading. It begins with what it is a token of, so one of
/// another question, or one made up, is known as such.
/// </summary>
internal static class OpaqueToken
{
    public static string Seal(string question, string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{question}\n{text}"));

    /// <summary>What was sealed; null where <paramref name="token"/> was not made here for <paramref name="question"/>.</summary>
    public static string? Open(string question, string token)
    {
        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.StartsWith($"{question}\n", StringComparison.Ordinal) ? text[(question.Length + 1)..] : null;
    }
}
