namespace RollingDeploy.Core;

/// <summary>The exception for a snapshot that cannot be read. The message says what is wrong and where.</summary>
public sealed class SnapshotException(string message, Exception? cause = null) : Exception(message, cause);
