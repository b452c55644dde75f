using RollingDeploy.Host.Wire.Protocols;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire;

/// <summary>What is said of a call beside its answer, which is AWS's alone: in the log, the journal and a header.</summary>
internal sealed partial class Notices(ILogger logger)
{
    /// <summary>The header of an answer that has a warning.</summary>
    public const string Header = "X-RollingDeploy-Warning";

    /// <summary>Says what AWS's text leaves out of a refusal.</summary>
    public void Explain(Explanation? more, Call call, string operation)
    {
        if (more is not null)
        {
            Log.Explained(logger, operation, more.Resource, more.Hint);
            call.Note(operation, more);
        }
    }

    /// <summary>An answer with the call's warning, if there is one.</summary>
    public Reply Warned(Reply reply, Call call, string operation)
    {
        if (call.Warning is not { } warning)
        {
            return reply;
        }

        Log.Warned(logger, operation, warning);
        return reply.With(Header, warning);
    }

    /// <summary>
    /// Says which members of a JSON body are unknown: AWS passes them over in silence, and a misspelt one has no effect.
    /// </summary>
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

        [LoggerMessage(4, LogLevel.Warning, "{Operation} has members that RollingDeploy does not know and passes over, as AWS does. {Members}")]
        public static partial void Unknown(ILogger logger, string operation, string members);

        [LoggerMessage(5, LogLevel.Warning, "{Operation}: {Warning}")]
        public static partial void Warned(ILogger logger, string operation, string warning);
    }
}
