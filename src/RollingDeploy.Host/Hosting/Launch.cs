namespace RollingDeploy.Host.Hosting;

/// <summary>The parsed command line: what the host starts with.</summary>
internal sealed class Launch
{
    /// <summary>Settings of .NET's configuration, each as <c>--key=value</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The settings that options set.</summary>
    public OptionValues Options { get; init; } = new();

    /// <summary>The value of <c>--port</c>; null to listen on the configured addresses.</summary>
    public int? Port { get; init; }

    /// <summary>Whether an unexpected error is printed with its stack trace.</summary>
    public bool WantsDetails { get; init; }

    /// <summary>Whether the host has started. Before that, errors are written to the terminal and not to the log.</summary>
    public bool HasStarted { get; set; }
}
