using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>Pages of a listing that is sorted by keys. A token contains the key of the last item of the page.</summary>
internal static class Paging
{
    public static (List<T> Items, string? NextToken) Page<T>(
        Call call, IEnumerable<T> items, Func<T, string> key, int most, string? last)
    {
        var rest = items.Where(item => last is null || string.CompareOrdinal(key(item), last) > 0).Take(most + 1).ToList();
        return (rest.Take(most).ToList(), rest.Count > most ? call.Tokens.Seal(key(rest[most - 1])) : null);
    }

    /// <summary>Returns the key of the last item of the previous page; null for the first page.</summary>
    public static string? Open(Call call, string? token) =>
        token is null ? null : call.Tokens.Open(token) ?? throw AutoScalingErrors.InvalidNextToken();

    public static int Most(int? asked, int most) => asked is null or (>= 1) && !(asked > most)
        ? asked ?? most
        : throw AutoScalingErrors.Validation($"MaxResults must be between 1 and {most}");
}
