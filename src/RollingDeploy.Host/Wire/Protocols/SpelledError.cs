using System.Globalization;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>An error for JSON and CBOR, which have the same members, status and headers.</summary>
internal sealed class SpelledError
{
    private readonly ErrorTable _table;
    private readonly Request _request;
    private readonly bool _asksQueryCodes;

    public SpelledError(Request request, Service? service, AwsError fault)
    {
        _request = request;
        _table = service?.Errors ?? ErrorTable.Framework;
        _asksQueryCodes = request.QueryMode && service?.Query is not null;
        Row = _table.Find(fault.Shape);
        var own = fault.Members.Select(member => (member.Name, Convert.ToString(member.Value, CultureInfo.InvariantCulture)!));
        Members = [.. Row.HasMessage ? [("message", fault.Message)] : Array.Empty<(string, string)>(), .. own];
    }

    public ErrorRow Row { get; }

    /// <summary>The value of <c>__type</c>, with a namespace if the service has one.</summary>
    public string Type => _table.TypeOf(Row);

    /// <summary>The value of <c>__type</c>, always with a namespace.</summary>
    public string AbsoluteType => _table.AbsoluteTypeOf(Row);

    /// <summary>The other members, such as the message. AWS sends some errors without a message.</summary>
    public IReadOnlyList<(string Name, string Value)> Members { get; }

    public Reply Under(string contentType, byte[] body)
    {
        var reply = new Reply(_asksQueryCodes ? Row.Status : Row.StatusWithoutQueryMode, contentType, body)
            .With("x-amzn-RequestId", _request.Id);
        return _asksQueryCodes ? reply.With("x-amzn-query-error", $"{Row.Code};{Row.Party}") : reply;
    }
}
