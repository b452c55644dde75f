using RollingDeploy.Core.Events;

namespace RollingDeploy.Core;

/// <summary>
/// Records the commands of a world in their order. All methods are called while the lock of the world is held, so they must
/// return at once.
/// </summary>
public interface ICommandRecorder
{
    /// <summary>Whether commands are recorded now. They are not while recorded commands run again.</summary>
    bool IsRecording { get; }

    /// <summary>Whether commands can be recorded now. If not, time must not pass.</summary>
    bool HasRoom { get; }

    /// <summary>Called before a command.</summary>
    /// <exception cref="AwsError">Commands cannot be recorded now, so this one is refused.</exception>
    void RequireRoom();

    /// <summary>
    /// Called after a command that was not refused, and after what was due at once. When the command is kept, the events in the
    /// log so far are kept too.
    /// </summary>
    void Record(Command command, DateTimeOffset at, EventLog log);
}
