using RollingDeploy.Host.Behaviors;

namespace RollingDeploy.Host.Hosting.Receivers;

/// <summary>An entry of the setting <c>Topics</c>: an address that is subscribed to a topic of SNS.</summary>
/// <param name="Arn">The ARN of the topic.</param>
/// <param name="Url">Where its notifications are sent.</param>
/// <param name="GiveUp">The time after which a notification that is not accepted is given up.</param>
internal sealed record TopicSetting(string Arn, Uri Url, TimeSpan GiveUp)
{
    private const int LongestArn = 2048;

    /// <summary>Reads an entry. The exception begins with the name of the setting.</summary>
    /// <exception cref="FormatException">A value is not valid.</exception>
    public static TopicSetting Read(IReadOnlyDictionary<string, string> values, string path, ForwardTargets targets)
    {
        var entry = new ReceiverEntry(values, path);
        entry.RequireKnown(nameof(Arn));
        return new(ArnOf(entry), entry.Address(targets), entry.GiveUp());
    }

    private static string ArnOf(ReceiverEntry entry)
    {
        const string Right = "it must be the ARN of a topic, such as arn:aws:sns:us-east-1:000000000000:alarms.";
        return entry.Get(nameof(Arn)) switch
        {
            null => throw entry.Wrong(nameof(Arn), $"is missing; {Right}"),
            { Length: <= LongestArn } arn when arn.Split(':') is ["arn", _, "sns", _, _, { Length: > 0 }] => arn,
            var other => throw entry.Wrong(nameof(Arn), $"is {ReceiverEntry.Shown(other)}; {Right}"),
        };
    }
}
