namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>Mistakes that the user must correct before RollingDeploy can start, one sentence for each.</summary>
internal sealed class StartUpException(params IReadOnlyList<string> sentences) : Exception(string.Join(' ', sentences))
{
    public IReadOnlyList<string> Sentences { get; } = sentences;
}
