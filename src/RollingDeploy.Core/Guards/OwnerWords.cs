namespace RollingDeploy.Core.Guards;

/// <summary>How messages describe an owner of work.</summary>
/// <param name="Name">The name with the type, such as <c>alarm errors</c>.</param>
/// <param name="Remedy">A sentence that says how to let it work again.</param>
internal readonly record struct OwnerWords(string Name, string Remedy);
