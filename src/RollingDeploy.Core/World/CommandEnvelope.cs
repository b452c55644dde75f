namespace RollingDeploy.Core;

/// <summary>A command with its metadata. The world itself uses only the command and its time.</summary>
/// <param name="Sequence">The sequence number among the commands of a world, counted from 1.</param>
/// <param name="At">The virtual time at which it ran.</param>
/// <param name="RequestId">The request ID of the caller; null if there was no request.</param>
/// <param name="Command">The command.</param>
public sealed record CommandEnvelope(long Sequence, DateTimeOffset At, string? RequestId, Command Command)
{
    /// <summary>The current format of command documents.</summary>
    public const int Format = 1;

    /// <summary>The stable name of the command's kind, such as <c>putMetricAlarm</c>.</summary>
    public string Kind => CommandKinds.Table.NameOf(Command.GetType())
        ?? throw new InvalidOperationException($"{Command.GetType().Name} is missing in the table of commands.");
}
