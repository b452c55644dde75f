using System.Collections.Frozen;

namespace RollingDeploy.Host.Wire.Errors;

/// <summary>
/// The errors of a service: the rows of its own model, and those that every AWS service gets from its framework.
/// A shape without a row is a 400 whose query code is its own name.
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

    /// <param name="shapes">The namespace of the service's own shapes, ending in <c>#</c>; null: bare names.</param>
    /// <param name="rows">Errors of the service's model that are not a plain 400 of their own name.</param>
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

    /// <summary>The shape of a failure on the service's own side.</summary>
    public string Internal { get; init; } = "InternalFailure";

    /// <summary>For a service that has no errors of its own, and for a request whose service is not known.</summary>
    public static ErrorTable Framework { get; } = new(null);

    public ErrorRow Find(string shape) => _rows.GetValueOrDefault(shape) ?? new ErrorRow(shape);

    /// <summary>The value of <c>__type</c>.</summary>
    public string TypeOf(ErrorRow row) => _namespace is null ? row.Shape : AbsoluteTypeOf(row);

    /// <summary>The value of <c>__type</c> in CBOR, which allows no bare names.</summary>
    public string AbsoluteTypeOf(ErrorRow row) => (row.Namespace ?? _namespace ?? Coral) + row.Shape;
}
