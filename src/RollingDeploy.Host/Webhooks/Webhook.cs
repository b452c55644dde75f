using System.Net.Http.Headers;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Hosting.Receivers;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Webhooks;

/// <summary>Gets events in the shape in which the route of the events sends them.</summary>
internal sealed class Webhook(WebhookSetting setting) : Receiver(setting.Url, setting.GiveUp)
{
    /// <summary>The header with the ID of the event, such as <c>1-24</c>.</summary>
    public const string EventId = "X-RollingDeploy-Event-Id";

    /// <summary>The header with the kind of the event, or its detail-type.</summary>
    public const string EventKind = "X-RollingDeploy-Event-Kind";

    private readonly EventFilter _filter = new(null, setting.Kinds, null);
    private readonly EventFormat _format = setting.Format switch
    {
        WebhookFormat.Native => EventFormat.Own,
        WebhookFormat.EventBridge => EventFormat.EventBridge,
    };

    public override string Key => $"webhook {Url.AbsoluteUri}";

    // The query of the URL can hold a secret.
    public override string Name => $"webhook {Url.GetLeftPart(UriPartial.Path)}";

    public override WrittenEvent? Write(string account, LoggedEvent logged) =>
        _filter.Fits(logged.Happened) ? _format.Write(account, logged) : null;

    public override WrittenEvent? Write(LostEvents lost) => new(MissedEvents.Kind, lost.Json());

    public override HttpRequestMessage Request(string account, EventPlace place, WrittenEvent written)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(written.Json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(EventId, place.ToString());
        request.Headers.Add(EventKind, written.Name);
        request.Headers.Add(PartitionHeaders.Account, account);
        return request;
    }
}
