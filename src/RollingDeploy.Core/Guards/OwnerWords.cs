namespace RollingDeploy.Core.Guards;

/// <summary>How messages speak of somebody who works.</summary>
/// <param name="Name">What it is called, such as <c>alarm errors</c>.</param>
/// <param name="Remedy">What revives it, as a sentence.</param>
internal readonly record struct OwnerWords(string Name, string Remedy);
