namespace RollingDeploy.Core.Metrics.MetricMath.Search;

/// <summary>
/// The expression of <c>SEARCH</c>: <c>{Namespace,Dimension1,…} terms</c>. Each of the two parts is optional (user guide,
/// CloudWatch search expression syntax).
/// </summary>
public sealed class SearchExpression
{
    /// <summary>AWS's maximum length, in characters.</summary>
    public const int MaxLength = 1024;

    private readonly SearchTerm? _term;

    internal SearchExpression(string? schemaNamespace, IReadOnlyList<string> dimensions, SearchTerm? term) =>
        (Namespace, Dimensions, _term) = (schemaNamespace, dimensions, term);

    /// <summary>The namespace of the schema; null if there is no schema.</summary>
    public string? Namespace { get; }

    /// <summary>
    /// The dimensions of the schema. A metric must have exactly these. If there are none, it can have any dimensions.
    /// </summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>Parses the text between the quotes. The positions of errors are counted from <paramref name="offset"/>.</summary>
    public static SearchExpression Parse(string text, int offset = 0) =>
        text.Length <= MaxLength
            ? new SearchParser(new SearchScanner(text, offset)).Parse()
            : throw new MathException($"A search expression must not be longer than {MaxLength} characters", offset + MaxLength);

    /// <summary>Returns whether a metric matches.</summary>
    public bool Matches(string metricNamespace, string name, IReadOnlyList<KeyValuePair<string, string>> dimensions) =>
        FitsSchema(metricNamespace, dimensions)
        && (_term is null || _term.Matches(new SearchSubject(metricNamespace, name, dimensions)));

    private bool FitsSchema(string metricNamespace, IReadOnlyList<KeyValuePair<string, string>> dimensions) =>
        Namespace is null
        || (Namespace == metricNamespace
            && (Dimensions.Count == 0
                || (Dimensions.Count == dimensions.Count && Dimensions.All(name => dimensions.Any(each => each.Key == name)))));
}
