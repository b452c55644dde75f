namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A state that should not be reachable, with the history that led there. It is a defect of ours, never the user's.
/// </summary>
public sealed class IllegalTransitionException(string history) : Exception($"Illegal transition: {history}.");
