using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>Prints the endpoint as a JSON object on a line, each time that it has changed.</summary>
internal sealed class JsonWatch : IWatchOutput
{
    public void Tell(WatchedEndpoint watched, FeedMessage message)
    {
        if (message is Away)
        {
            Console.Error.WriteLine(LineWatch.NoAnswer);
        }
    }

    public void Show(WatchedEndpoint watched, bool isNew)
    {
        if (isNew && watched.IsThere)
        {
            Screen.Document(Documents.Node(watched.View)!.ToJsonString(), isOnOneLine: true);
        }
    }
}
