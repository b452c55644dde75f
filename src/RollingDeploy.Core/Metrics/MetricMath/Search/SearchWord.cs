namespace RollingDeploy.Core.Metrics.MetricMath.Search;

/// <summary>
/// A word that matches parts of names (user guide, CloudWatch search expressions, tokenization and partial matches). A name is
/// split before an upper-case letter, a number or punctuation: <c>CustomCount1</c> into Custom, Count and 1. A word of one token
/// matches in any case. Several tokens must be successive in the name. If only upper-case letters or numbers split the word, the
/// case must match (<c>Count1</c> is found, <c>count1</c> is not). If punctuation splits it, the case is ignored
/// (<c>network/errors</c> finds <c>NetworkErrors2</c>).
/// </summary>
internal sealed class SearchWord
{
    private readonly List<string> _tokens;
    private readonly string _whole;
    private readonly StringComparison _comparison;

    public SearchWord(string word)
    {
        _tokens = Tokens(word);
        _whole = string.Concat(_tokens);
        _comparison = _tokens.Count > 1 && word.All(char.IsLetterOrDigit)
            ? StringComparison.Ordinal
            : StringComparison.OrdinalIgnoreCase;
    }

    public bool IsIn(string name)
    {
        var tokens = Tokens(name);
        if (string.Equals(string.Concat(tokens), _whole, StringComparison.OrdinalIgnoreCase))
        {
            return _tokens.Count > 0;
        }

        for (var start = 0; _tokens.Count > 0 && start + _tokens.Count <= tokens.Count; start++)
        {
            if (StartsAt(tokens, start))
            {
                return true;
            }
        }

        return false;
    }

    internal static List<string> Tokens(string name)
    {
        var tokens = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || i == start || !IsCut(name, i))
            {
                continue;
            }

            Add(tokens, name[start..i]);
            start = i;
        }

        Add(tokens, name[start..]);
        return tokens;
    }

    private static void Add(List<string> tokens, string token)
    {
        if (token.Length > 0 && char.IsLetterOrDigit(token[0]))
        {
            tokens.Add(token);
        }
    }

    // Splits between different kinds of characters. Count is one token although it starts with an upper-case letter, and
    // SDBFailure is SDB and Failure.
    private static bool IsCut(string name, int at)
    {
        var (before, here) = (Kind(name[at - 1]), Kind(name[at]));
        return (before, here) switch
        {
            ('A', 'a') => false,
            ('A', 'A') => at + 1 < name.Length && Kind(name[at + 1]) == 'a',
            _ => before != here,
        };
    }

    private static char Kind(char c) => char.IsUpper(c) ? 'A' : char.IsLetter(c) ? 'a' : char.IsDigit(c) ? '1' : '-';

    private bool StartsAt(List<string> tokens, int start)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!string.Equals(tokens[start + i], _tokens[i], _comparison))
            {
                return false;
            }
        }

        return true;
    }
}
