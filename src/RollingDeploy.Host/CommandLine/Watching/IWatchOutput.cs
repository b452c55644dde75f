using RollingDeploy.Host.CommandLine.Following;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>Shows what <c>watch</c> learns: a tree that changes on a terminal, lines elsewhere, or JSON.</summary>
internal interface IWatchOutput
{
    /// <summary>Is told of each message, in order, before the endpoint is looked at again.</summary>
    void Tell(WatchedEndpoint watched, FeedMessage message);

    /// <summary>Shows the endpoint: at the beginning, after some messages, and twice a second.</summary>
    /// <param name="watched">The endpoint.</param>
    /// <param name="isNew">Whether it has been looked at since it was shown last.</param>
    void Show(WatchedEndpoint watched, bool isNew);
}
