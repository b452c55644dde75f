using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>All that a listener gets of a rolling deployment that an alarm sends back.</summary>
public sealed class EventTranscriptTests(TestHost host)
{
    [Fact]
    public async Task Stream_OfADeploymentThatRollsBack_IsThisTranscript()
    {
        var account = host.NewAccount();
        await account.HasEndpoint(blue: 2);
        await account.HasAlarm();
        await using var stream = await OpenEvents.Open(host, account, "endpoint=demo");

        await account.Updates(
            """{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":60},"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}""");
        await account.Advances(20);
        await account.SetsAlarm("ALARM");
        await account.AdvanceUntil("InService");

        var messages = await stream.Until("rolledBack");
        messages.Add(await stream.Next());
        var transcript = messages.Select(message => $"{message.Id} {message.Event}: {message.Sentence}");
        transcript.Should().Equal(
            // The event 25 is the change of the alarm's state.
            "1-16 statusChanged: The status has changed from InService to Updating.",
            "1-17 started: UpdateEndpoint: launch 1 | shift 1 | bake 60s | retire 1 | launch 1 | shift 1 | bake 60s | retire 1.",
            "1-18 instancesChanged: Ordered in variant AllTraffic: i-000003.",
            "1-19 launching: Launching 1 new instance(s).",
            "1-20 instancesChanged: InService in variant AllTraffic: i-000003.",
            "1-21 launched: 1 new instance(s) are in service.",
            "1-22 shifting: Shifting traffic to 1 more new instance(s).",
            "1-23 shifted: Traffic has settled.",
            "1-24 bakeStarted: Baking for 60 s.",
            "1-26 alarmTripped: Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors.",
            "1-27 rollbackStarted: Rolling back: shift -1 | retire 1 new.",
            "1-28 shiftingBack: Shifting traffic back from 1 new instance(s).",
            "1-29 shifted: Traffic has settled.",
            "1-30 instancesChanged: Draining in variant AllTraffic: i-000003.",
            "1-31 retiring: Terminating 1 new instance(s).",
            "1-32 instancesChanged: Gone in variant AllTraffic: i-000003.",
            "1-33 retired: 1 new instance(s) are gone.",
            "1-34 rolledBack: Everything is as it was before the deployment.",
            "1-35 statusChanged: The status has changed from Updating to InService.");
        var journal = await account.Ours("GET endpoints/demo/journal");
        var progress = messages.Where(message => message.Data["data"]!["deploymentId"] is not null).ToList();
        progress.Select(message => message.Sentence).Should().Equal(journal.Each("", "sentence").TakeLast(progress.Count));
        journal.Each("", "event").ElementAt(^(progress.Count + 1)).Should().Be("succeeded", "the creation ends before");
    }
}
