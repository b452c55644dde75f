using System.Net.Http.Headers;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Hosting.Receivers;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Webhooks.Sns;

/// <summary>
/// Gets the notifications of a topic as SNS posts them to an HTTP endpoint that is subscribed to it (developer guide, "Parsing
/// Amazon SNS message formats").
/// </summary>
internal sealed class Subscription(TopicSetting setting) : Receiver(setting.Url, setting.GiveUp)
{
    private readonly string _arn = $"{setting.Arn}:{NameId.Of($"{setting.Arn} {setting.Url.AbsoluteUri}")}";

    public override string Key => $"topic {setting.Arn} {Url.AbsoluteUri}";

    public override string Name => $"endpoint {Url.GetLeftPart(UriPartial.Path)} of the topic {setting.Arn}";

    /// <inheritdoc/>
    public override WrittenEvent? Write(string account, LoggedEvent logged)
    {
        var happened = logged.Happened;
        Notice? notice = (happened.Data, logged.Facts) switch
        {
            (ActionExecuted { Action: var action } acted, AlarmFacts facts) when action == setting.Arn =>
                AlarmNotice.Of(account, happened, facts, acted.State),
            (ContributorActionExecuted { Action: var action } acted, AlarmFacts facts) when action == setting.Arn =>
                AlarmNotice.Of(account, happened, facts, acted),
            (AsyncRequestNotified { Topic: var topic }, AsyncRequestFacts facts) when topic == setting.Arn =>
                AsyncNotice.Of(happened, facts),
            _ => null,
        };
        if (notice is not { } sent)
        {
            return null;
        }

        var id = MessageId(account, EventFormat.PlaceOf(logged));
        return new(happened.Data.Kind, Envelope.Write(setting.Arn, id, happened.At, sent));
    }

    // SNS does not tell a subscriber what it has missed.
    public override WrittenEvent? Write(LostEvents lost) => null;

    /// <inheritdoc/>
    public override HttpRequestMessage Request(string account, EventPlace place, WrittenEvent written)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(written.Json) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain; charset=UTF-8");
        request.Headers.Add("x-amz-sns-message-type", Envelope.Type);
        request.Headers.Add("x-amz-sns-message-id", MessageId(account, place).ToString());
        request.Headers.Add("x-amz-sns-topic-arn", setting.Arn);
        request.Headers.Add("x-amz-sns-subscription-arn", _arn);
        request.Headers.UserAgent.ParseAdd("Amazon Simple Notification Service Agent");
        request.Headers.Add(PartitionHeaders.Account, account);
        return request;
    }

    // The same for all attempts, as on AWS, so that a receiver can find out that it has it.
    private static Guid MessageId(string account, EventPlace place) => NameId.Of($"sns {account}/{place}");
}
