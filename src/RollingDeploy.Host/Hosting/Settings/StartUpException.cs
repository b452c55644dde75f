namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>Something that the user must change before RollingDeploy can start; a sentence for each.</summary>
internal sealed class StartUpException(params IReadOnlyList<string> sentences) : Exception(string.Join(' ', sentences))
{
    public IReadOnlyList<string> Sentences { get; } = sentences;
}
