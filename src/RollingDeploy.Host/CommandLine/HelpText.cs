using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The text of <c>rollingdeploy --help</c>: the options, the most common settings, and examples.</summary>
internal static class HelpText
{
    public const string Hint = "Run rollingdeploy --help to see how to use it.";

    private const int Width = 100;
    private const int Indent = 24;

    private const string Settings = """
        Settings:
          You can set every setting of the README on the command line, in an environment variable, or in a
          file appsettings.json next to the program. These three have the same effect:
            --RollingDeploy:Fleet:LaunchSeconds=60
            RollingDeploy__Fleet__LaunchSeconds=60
            { "RollingDeploy": { "Fleet": { "LaunchSeconds": 60 } } }
          The most common settings:
            RollingDeploy:Clock:Start           the virtual time at start-up, such as 2030-01-01T00:00:00Z
            RollingDeploy:Seed                  the seed of all random values
            RollingDeploy:Fleet:LaunchSeconds   the seconds that an instance takes to launch
            RollingDeploy:RollbackStatus        the status during a rollback: Updating or RollingBack
            RollingDeploy:ForwardHosts:0        a host whose servers may answer for models
            urls                                the address to listen on, such as http://0.0.0.0:4566

        Examples:
          rollingdeploy                               listens on http://localhost:4566, in real time
          rollingdeploy --clock frozen                for tests that advance the clock themselves
          rollingdeploy --clock skip --port 5000      completes every deployment at once
          rollingdeploy --speed 60                    runs 60 times as fast as real time
          rollingdeploy --urls http://0.0.0.0:4566    accepts calls from other machines
          rollingdeploy export state.json             saves the state of a running server

        Then point a client at it:
          AWS_ENDPOINT_URL=http://localhost:4566 aws sagemaker list-endpoints
        While it runs, http://localhost:4566/swagger shows every operation.
        """;

    public static string Of(RootCommand root)
    {
        var text = new StringBuilder(root.Description).AppendLine().AppendLine()
            .AppendLine("Usage:")
            .AppendLine("  rollingdeploy [command] [options] [--Section:Key=value ...]").AppendLine()
            .AppendLine("Commands:");
        foreach (var command in root.Subcommands)
        {
            Add(text, string.Join(' ', command.Arguments.Select(Usage).Prepend(command.Name)), command.Description!);
        }

        text.AppendLine().AppendLine("Options:");
        Add(text, root.Options);
        Add(text, "--help, -h", "Prints this text.");
        Add(text, "--version", "Prints the version.");
        foreach (var command in root.Subcommands.Where(command => command.Name != RollingDeployCommand.Serve))
        {
            text.AppendLine().AppendLine($"Options of {command.Name}:");
            Add(text, command.Options);
        }

        return text.AppendLine().Append(Settings).ToString();
    }

    private static string Usage(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : $"<{argument.Name}>";

    private static void Add(StringBuilder text, IEnumerable<Option> options)
    {
        foreach (var option in options.Where(option => option is not (HelpOption or VersionOption)))
        {
            Add(text, option.HelpName is { } value ? $"{option.Name} <{value}>" : option.Name, option.Description!);
        }
    }

    // Wraps the description to the right of the name.
    private static void Add(StringBuilder text, string name, string description)
    {
        var line = $"  {name}".PadRight(Indent - 1);
        foreach (var word in description.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.AppendLine(line);
                line = new string(' ', Indent - 1);
            }

            line += $" {word}";
        }

        text.AppendLine(line);
    }
}
