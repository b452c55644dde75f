using System.CommandLine;
using System.Text;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The text of <c>rollingdeploy --help</c>: the options, the most common settings, and examples.</summary>
internal static class HelpText
{
    public const string Hint = "Run rollingdeploy --help to see how to use it.";

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

        Examples for a running server:
          rollingdeploy watch demo                    shows an endpoint while it changes
          rollingdeploy status demo --timeout 5m      waits until its deployment has ended
          rollingdeploy advance --until demo=InService
          rollingdeploy export state.json             saves the state of the server

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
            HelpTable.Add(text, CommandHelp.Usage(command), command.Description!);
        }

        text.AppendLine().AppendLine("Run rollingdeploy <command> --help to see the options of a command. Those of serve are:");
        HelpTable.Add(text, root.Options);
        HelpTable.Add(text, "--help, -h", "Prints this text.");
        HelpTable.Add(text, "--version", "Prints the version.");
        return text.AppendLine().Append(Settings).ToString();
    }
}
