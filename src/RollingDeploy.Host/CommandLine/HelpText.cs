using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace RollingDeploy.Host.CommandLine;

/// <summary>What <c>rollingdeploy --help</c> prints: the options, the settings that are used most, and examples.</summary>
internal static class HelpText
{
    public const string Hint = "rollingdeploy --help shows how it is used.";

    private const int Width = 100;
    private const int Indent = 24;

    private const string Settings = """
        Settings:
          Every setting of the README can be given on the command line, in the environment, or in a file
          appsettings.json beside the program. These three are the same:
            --RollingDeploy:Fleet:LaunchSeconds=60
            RollingDeploy__Fleet__LaunchSeconds=60
            { "RollingDeploy": { "Fleet": { "LaunchSeconds": 60 } } }
          The ones that are used most:
            RollingDeploy:Clock:Start           the virtual time at the start, such as 2030-01-01T00:00:00Z
            RollingDeploy:Seed                  another number gives other random values
            RollingDeploy:Fleet:LaunchSeconds   how long an instance takes to launch
            RollingDeploy:RollbackStatus        Updating or RollingBack, the status during a rollback
            RollingDeploy:ForwardHosts:0        a host whose real server may answer for a model
            urls                                where to listen; http://0.0.0.0:4566 is every network

        Examples:
          rollingdeploy                               serves at http://localhost:4566, in real time
          rollingdeploy --clock frozen                for tests that advance the clock themselves
          rollingdeploy --clock skip --port 5000      every deployment ends at once
          rollingdeploy --speed 60                    a minute passes in a second
          rollingdeploy --urls http://0.0.0.0:4566    can be reached from other machines

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
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
        {
            Add(text, command.Name, command.Description!);
        }

        text.AppendLine().AppendLine("Options:");
        foreach (var option in root.Options.Where(option => !option.Hidden && option is not (HelpOption or VersionOption)))
        {
            Add(text, option.HelpName is { } value ? $"{option.Name} <{value}>" : option.Name, option.Description!);
        }

        Add(text, "--help, -h", "Prints this text.");
        Add(text, "--version", "Prints the version.");
        return text.AppendLine().Append(Settings).ToString();
    }

    // The description in lines beside the name.
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
