namespace RollingDeploy.Host.Wire;

/// <summary>The POST route of an operation of a REST service.</summary>
/// <param name="Template">The path, with the names of members in braces: <c>/endpoints/{EndpointName}/invocations</c>.</param>
/// <param name="Status">The HTTP status of a successful response.</param>
internal sealed record RestRoute(string Template, int Status = StatusCodes.Status200OK)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>Returns the value of each name in the path; null if the path does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(PathString path)
    {
        var given = path.Value?.Split('/') ?? [];
        if (given.Length != _segments.Length)
        {
            return null;
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (segment, text) in _segments.Zip(given))
        {
            if (segment is ['{', .. var name, '}'] && text.Length > 0)
            {
                labels.Add(name, text);
            }
            else if (segment != text)
            {
                return null;
            }
        }

        return labels;
    }
}
