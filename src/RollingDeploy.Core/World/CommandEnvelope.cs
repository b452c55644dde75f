namespace RollingDeploy.Core;

/// <summary>A command as it is written down. Of all this the world sees the command and its moment only.</summary>
/// <param name="Sequence">Its place among the commands of a world, counted from 1.</param>
/// <param name="At">The virtual moment at which it was carried out.</param>
/// <param name="RequestId">The caller's request id; null where nobody called.</param>
/// <param name="Command">The command.</param>
public sealed record CommandEnvelope(long Sequence, DateTimeOffset At, string? RequestId, Command Command)
{
    /// <summary>The format of the documents that are written now.</summary>
    public const int Format = 1;

    /// <summary>The stable name of the command's kind, such as <c>putMetricAlarm</c>.</summary>
    public string Kind => CommandKinds.Table.NameOf(Command.GetType())
        ?? throw new InvalidOperationException($"{Command.GetType().Name} stands in no table of commands.");
}
