using System.Collections.Frozen;

namespace RollingDeploy.Host.Wire.Errors;

/// <summary>
/// The errors of a service: those in its model, and those that every AWS service has. A shape without a row has the status 400,
/// and its name is the code in the query protocol.
/// </summary>
internal sealed class ErrorTable
{
    private const string Coral = "com.amazon.coral.service#";

    private static readonly ErrorRow[] FrameworkRows =
    [
        new("ValidationException", "ValidationError") { Namespace = "com.amazon.coral.validate#" },
        new("SerializationException", "MalformedInput") { Namespace = Coral },
        new("UnknownOperationException", "InvalidAction") { Namespace = Coral },
        new("AccessDeniedException", "AccessDenied", 403) { Namespace = Coral, StatusWithoutQueryMode = 400 },
        new("UnrecognizedClientException", "InvalidClientTokenId", 403) { Namespace = Coral, StatusWithoutQueryMode = 400 },
        new("ExpiredTokenException", "ExpiredToken", 403) { Namespace = Coral, StatusWithoutQueryMode = 400 },
        new("ThrottlingException", "Throttling") { Namespace = Coral },
        new("RequestEntityTooLargeException", "RequestEntityTooLarge", 413) { Namespace = Coral },
        new("RequestTimeoutException", "RequestTimeout", 408) { Namespace = Coral },
        new("UnsupportedMediaTypeException", "UnsupportedMediaType", 415) { Namespace = Coral },
        new("InternalFailure", Status: 500) { Namespace = Coral },
        new("InternalServerException", Status: 500) { Namespace = Coral },
        new("ServiceUnavailable", Status: 503) { Namespace = Coral },
    ];

    private readonly string? _namespace;
    private readonly FrozenDictionary<string, ErrorRow> _rows;

    /// <param name="shapes">
    /// The namespace of the service's shapes, with <c>#</c> at its end; null for names without a namespace.
    /// </param>
    /// <param name="rows">The errors of the service's model that do not follow the rule for shapes without a row.</param>
    public ErrorTable(string? shapes, params IEnumerable<ErrorRow> rows)
    {
        _namespace = shapes;
        var merged = FrameworkRows.ToDictionary(row => row.Shape, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            merged[row.Shape] = row;
            foreach (var other in row.Replaces)
            {
                merged[other] = row;
            }
        }

        _rows = merged.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The shape of an internal error of the service.</summary>
    public string Internal { get; init; } = "InternalFailure";

    /// <summary>The shape of the error that the caller's credentials have expired.</summary>
    public string Expired { get; init; } = "ExpiredTokenException";

    /// <summary>The table for services without their own errors, and for requests to unknown services.</summary>
    public static ErrorTable Framework { get; } = new(null);

    public ErrorRow Find(string shape) => _rows.GetValueOrDefault(shape) ?? new ErrorRow(shape);

    /// <summary>Returns the value of <c>__type</c> in JSON.</summary>
    public string TypeOf(ErrorRow row) => _namespace is null ? row.Shape : AbsoluteTypeOf(row);

    /// <summary>Returns the value of <c>__type</c> in CBOR, which always has a namespace.</summary>
    public string AbsoluteTypeOf(ErrorRow row) => (row.Namespace ?? _namespace ?? Coral) + row.Shape;
}
