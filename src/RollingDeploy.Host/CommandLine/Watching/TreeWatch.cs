using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>
/// Draws the endpoint as a tree on a terminal, always at the same place. It uses the alternate screen, so a terminal that changes
/// its size leaves no rest of an older picture. At the end, the screen is as before, and the last tree is printed.
/// </summary>
internal sealed class TreeWatch : IWatchOutput, IDisposable
{
    // xterm control sequences: the alternate screen, the cursor, and erasing.
    private const string Enter = "\e[?1049h\e[?25l\e[2J";
    private const string Leave = "\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string EraseLine = "\e[K";
    private const string EraseBelow = "\e[J";

    private WatchedEndpoint? _last;

    public TreeWatch() => Console.Out.Write(Enter);

    public void Tell(WatchedEndpoint watched, FeedMessage message)
    {
        // The next picture shows it.
    }

    public void Show(WatchedEndpoint watched, bool isNew)
    {
        _last = watched;
        var (width, height) = Screen.Size;
        var lines = Picture.Lines(EndpointTree.Of(watched, height), width);
        var shown = lines.Count <= height ? lines : [.. lines.Take(height - 1), "…"];
        Console.Out.Write($"{Home}{string.Join($"{EraseLine}\r\n", shown)}{EraseLine}{EraseBelow}");
    }

    public void Dispose()
    {
        Console.Out.Write(Leave);
        if (_last is not null)
        {
            Picture.Lines(EndpointTree.Of(_last, int.MaxValue), Screen.Size.Width).ForEach(Console.Out.WriteLine);
        }
    }
}
