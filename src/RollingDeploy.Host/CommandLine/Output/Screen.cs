using RollingDeploy.Host.CommandLine.Calls;
using Spectre.Console;

namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>What commands print on.</summary>
internal static class Screen
{
    /// <summary>Whether the standard output is a terminal on which text can be replaced.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && HasCursor;

    /// <summary>Whether progress can be shown: the standard error stream is such a terminal.</summary>
    public static bool ShowsProgress => !Console.IsErrorRedirected && HasCursor;

    private static bool HasCursor =>
        OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>The columns and lines of the terminal.</summary>
    public static (int Width, int Height) Size => (Math.Max(20, Console.WindowWidth), Math.Max(5, Console.WindowHeight));

    /// <summary>Returns a console for pictures. It uses no colors if <c>NO_COLOR</c> is set (https://no-color.org).</summary>
    public static IAnsiConsole Create(TextWriter writer)
    {
        var hasColors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = hasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
    }

    /// <summary>Returns a progress bar on the standard error stream. It is erased at the end.</summary>
    public static Progress Progress() => Create(Console.Error).Progress().AutoClear(true).HideCompleted(false)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());

    /// <summary>Prints a line. Control characters in it are shown and not run.</summary>
    public static void Line(string text) => Console.Out.WriteLine(Printable.Of(text));

    /// <summary>Prints a document of the server.</summary>
    public static void Document(string json, bool isOnOneLine = false) =>
        Console.Out.WriteLine(Documents.Print(json, isOnOneLine));
}
