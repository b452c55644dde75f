namespace RollingDeploy.Core.Metrics.MetricMath.Search;

/// <summary>A metric that is compared with a search expression.</summary>
internal readonly record struct SearchSubject(
    string Namespace, string Name, IReadOnlyList<KeyValuePair<string, string>> Dimensions)
{
    /// <summary>Returns the strings that a term can match: all of them (null), or those of one property.</summary>
    public IEnumerable<string> Strings(string? property) => property switch
    {
        null => [Namespace, Name, .. Dimensions.Select(each => each.Key), .. Dimensions.Select(each => each.Value)],
        "Namespace" => [Namespace],
        "MetricName" => [Name],
        _ => Dimensions.Where(each => each.Key == property).Select(each => each.Value),
    };
}

/// <summary>A condition on a metric.</summary>
internal abstract class SearchTerm
{
    public abstract bool Matches(in SearchSubject subject);
}

/// <summary>Both conditions are met.</summary>
internal sealed class AndTerm(SearchTerm left, SearchTerm right) : SearchTerm
{
    public override bool Matches(in SearchSubject subject) => left.Matches(subject) && right.Matches(subject);
}

/// <summary>At least one of the conditions is met.</summary>
internal sealed class OrTerm(SearchTerm left, SearchTerm right) : SearchTerm
{
    public override bool Matches(in SearchSubject subject) => left.Matches(subject) || right.Matches(subject);
}

/// <summary>The condition is not met.</summary>
internal sealed class NotTerm(SearchTerm term) : SearchTerm
{
    public override bool Matches(in SearchSubject subject) => !term.Matches(subject);
}

/// <summary>A string in double quotes, which must be equal to a name or value.</summary>
internal sealed class ExactTerm(string? property, string text) : SearchTerm
{
    public override bool Matches(in SearchSubject subject) => subject.Strings(property).Contains(text, StringComparer.Ordinal);
}

/// <summary>A word, which must match tokens of a name or value.</summary>
internal sealed class PartialTerm(string? property, string text) : SearchTerm
{
    private readonly SearchWord _word = new(text);

    public override bool Matches(in SearchSubject subject) => subject.Strings(property).Any(_word.IsIn);
}
