using RollingDeploy.Host.Hosting.Receivers;

namespace RollingDeploy.Host.Hosting;

/// <summary>The settings for what is sent to other programs.</summary>
internal sealed partial class RollingDeployOptions
{
    /// <summary>Where events are sent: Url, and Kinds, Format and GiveUpSeconds by name.</summary>
    public Dictionary<string, string>[] Webhooks { get; set; } = [];

    /// <summary>Where notifications of topics of SNS are sent: Arn and Url, and GiveUpSeconds by name.</summary>
    public Dictionary<string, string>[] Topics { get; set; } = [];

    /// <summary>Reads <see cref="Webhooks"/>.</summary>
    /// <exception cref="FormatException">An entry is not valid.</exception>
    public IReadOnlyList<WebhookSetting> ReadWebhooks() => [.. Webhooks.Select(ReadWebhook)];

    /// <summary>Reads <see cref="Topics"/>.</summary>
    /// <exception cref="FormatException">An entry is not valid.</exception>
    public IReadOnlyList<TopicSetting> ReadTopics() => [.. Topics.Select(ReadTopic)];

    private WebhookSetting ReadWebhook(Dictionary<string, string> entry, int index) =>
        WebhookSetting.Read(entry, $"{Section}:Webhooks:{index}", ForwardTargets);

    private TopicSetting ReadTopic(Dictionary<string, string> entry, int index) =>
        TopicSetting.Read(entry, $"{Section}:Topics:{index}", ForwardTargets);

    private IEnumerable<string> ReceiverProblems()
    {
        List<string> problems =
        [
            .. Webhooks.Select((entry, index) => ProblemOf(() => ReadWebhook(entry, index))).OfType<string>(),
            .. Topics.Select((entry, index) => ProblemOf(() => ReadTopic(entry, index))).OfType<string>(),
        ];
        return problems.Count > 0 ? problems : Doubles();
    }

    // How far a webhook has come is kept by its URL.
    private IEnumerable<string> Doubles() =>
    [
        .. ReadWebhooks().Index().GroupBy(each => each.Item.Url.AbsoluteUri).SelectMany(same => same.Skip(1))
            .Select(each => $"{Section}:Webhooks:{each.Index}:Url is {each.Item.Url}; another webhook has this URL already."),
        .. ReadTopics().Index().GroupBy(each => (each.Item.Arn, each.Item.Url.AbsoluteUri)).SelectMany(same => same.Skip(1))
            .Select(each => $"{Section}:Topics:{each.Index}:Url is {each.Item.Url}; the topic is sent there already."),
    ];

    private static string? ProblemOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FormatException odd)
        {
            return odd.Message;
        }
    }
}
