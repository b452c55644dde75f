namespace RollingDeploy.Core.Previews;

/// <summary>Something about an update that is probably not intended.</summary>
/// <param name="Kind">The name for programs, such as <c>timeoutTooShort</c>.</param>
/// <param name="Field">The member of the request, or of the alarm, that it is about.</param>
/// <param name="Why">What happens.</param>
/// <param name="Instead">What would be right.</param>
public sealed record PreviewWarning(string Kind, string Field, string Why, string Instead);
