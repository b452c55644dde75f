namespace RollingDeploy.Host.Hosting;

/// <summary>The result of an advance.</summary>
/// <param name="Now">The virtual time that was reached.</param>
/// <param name="Events">The number of journal entries that were written on the way.</param>
/// <param name="HasStopped">Whether <see cref="Goal.Stop"/> ended the advance.</param>
internal readonly record struct Advanced(DateTimeOffset Now, long Events, bool HasStopped);
