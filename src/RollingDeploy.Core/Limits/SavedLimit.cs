namespace RollingDeploy.Core.Limits;

/// <summary>A limit that was set, in a snapshot.</summary>
internal sealed record SavedLimit(string Name, int Most);
