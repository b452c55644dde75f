namespace RollingDeploy.Core.Kernel;

/// <summary>
/// The exception for a state that should not be reachable. The message has the states that led to it. It is always a bug in
/// RollingDeploy, and never an error of the user.
/// </summary>
public sealed class IllegalTransitionException(string history) : Exception($"Illegal transition: {history}.");
