using RollingDeploy.Host.Wire.Json;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.Routing;

/// <summary>
/// Writes notes about a call to the log, the journal and a header, because the response body has only AWS's text.
/// </summary>
internal sealed partial class Notices(ILogger logger)
{
    /// <summary>The response header that carries a warning.</summary>
    public const string Header = "X-RollingDeploy-Warning";

    /// <summary>Writes an explanation of an error to the log and to the journal. AWS's error text does not contain it.</summary>
    public void Explain(Explanation? more, Call call, string operation)
    {
        if (more is not null)
        {
            Log.Explained(logger, operation, more.Resource, more.Hint);
            call.Note(operation, more);
        }
    }

    /// <summary>Adds the warning of the call, if there is one, to the response and to the log.</summary>
    public Reply Warned(Reply reply, Call call, string operation)
    {
        if (call.Warning is not { } warning)
        {
            return reply;
        }

        Log.Warned(logger, operation, warning);
        return reply.With(Header, warning);
    }

    /// <summary>Logs the unknown members of a JSON body. AWS ignores them, so a misspelt member has no effect.</summary>
    public void TellUnknown(ReadOnlyMemory<byte> body, Operation operation)
    {
        if (UnknownMembers.Find(JsonBody.Trim(body).Span, operation.Input) is { Count: > 0 } unknown)
        {
            Log.Unknown(logger, operation.Name, string.Join(' ', unknown));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Warning, "{Operation} of {Resource} was refused. {Hint}")]
        public static partial void Explained(ILogger logger, string operation, string resource, string hint);

        [LoggerMessage(4, LogLevel.Warning, "{Operation} has unknown members. They are ignored, as on AWS. {Members}")]
        public static partial void Unknown(ILogger logger, string operation, string members);

        [LoggerMessage(5, LogLevel.Warning, "{Operation}: {Warning}")]
        public static partial void Warned(ILogger logger, string operation, string warning);
    }
}
