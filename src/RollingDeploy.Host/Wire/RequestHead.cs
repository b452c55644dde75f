using Microsoft.AspNetCore.WebUtilities;

namespace RollingDeploy.Host.Wire;

/// <summary>The parts of an HTTP request before its body.</summary>
internal sealed class RequestHead(string method, PathString path, QueryString queryString, IHeaderDictionary headers)
{
    private IQueryCollection? _query;

    public string Method => method;

    public PathString Path => path;

    public QueryString QueryString => queryString;

    public IHeaderDictionary Headers => headers;

    public string? ContentType => headers.ContentType;

    /// <summary>The parameters of the query string.</summary>
    public IQueryCollection Query
    {
        get => _query ??= new QueryCollection(QueryHelpers.ParseQuery(queryString.Value));
        init => _query = value;
    }
}
