namespace RollingDeploy.Host.CommandLine;

/// <summary>What the command line asks the host to start with.</summary>
internal sealed class Launch
{
    /// <summary>Settings of .NET's configuration, each as <c>--key=value</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What the options set.</summary>
    public OptionValues Options { get; init; } = new();

    /// <summary>The port to listen on; null for the configured addresses.</summary>
    public int? Port { get; init; }

    /// <summary>Whether an error that nobody thought of is printed with all that .NET knows of it.</summary>
    public bool WantsDetails { get; init; }

    /// <summary>Whether the host serves: until then whatever fails is told in a sentence, and not in the log.</summary>
    public bool HasStarted { get; set; }
}
