using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>The report of a deployment that has ended.</summary>
public sealed class ReportRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Report_OfARollback_SaysWhatWasToHappenWhatHappenedAndWhatItCost()
    {
        await RollsBack("errors");

        var report = await _account.Ours("GET endpoints/demo/deployments/d-000002/report");

        report.Text.Should().Be("""
            # Deployment d-000002 of endpoint demo: rolled back

            > Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors.

            |  |  |
            | --- | --- |
            | Started by | UpdateEndpoint |
            | Policy | rolling |
            | From | blue |
            | To | green |
            | Started | 2030-01-01T00:00:05Z |
            | Ended | 2030-01-01T00:01:13Z, after 1 min 8 s |

            ## What was to happen

            `launch 2 | shift 2 | bake 120s | retire 2 | launch 2 | shift 2 | bake 120s | retire 2`

            The rollback: `shift -2 | retire 2 new`

            ## What happened

            ```mermaid
            gantt
              dateFormat X
              axisFormat %H:%M:%S
              section Deployment
              launch 2 :done, 0, 5
              shift 2 :done, 5, 6
              bake 120s :done, 6, 66
              section Rollback
              shift -2 :crit, 66, 67
              retire 2 new :crit, 67, 68
            ```

            | After | Event | Old instances | New instances | New traffic |
            | --- | --- | --- | --- | --- |
            | 0 s | UpdateEndpoint: launch 2 &#124; shift 2 &#124; bake 120s &#124; retire 2 &#124; launch 2 &#124; shift 2 &#124; bake 120s &#124; retire 2. | 4 of 4 | 0 of 0 | 0 % |
            | 0 s | Launching 2 new instance(s). | 4 of 4 | 0 of 2 | 0 % |
            | 5 s | 2 new instance(s) are in service. | 4 of 4 | 2 of 2 | 0 % |
            | 5 s | Shifting traffic to 2 more new instance(s). | 4 of 4 | 2 of 2 | 50 % |
            | 6 s | Traffic has settled. | 4 of 4 | 2 of 2 | 50 % |
            | 6 s | Baking for 120 s. | 4 of 4 | 2 of 2 | 50 % |
            | 1 min 6 s | Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: errors. | 4 of 4 | 2 of 2 | 50 % |
            | 1 min 6 s | Rolling back: shift -2 &#124; retire 2 new. | 4 of 4 | 2 of 2 | 50 % |
            | 1 min 6 s | Shifting traffic back from 2 new instance(s). | 4 of 4 | 2 of 2 | 0 % |
            | 1 min 7 s | Traffic has settled. | 4 of 4 | 2 of 2 | 0 % |
            | 1 min 7 s | Terminating 2 new instance(s). | 4 of 4 | 0 of 2 | 0 % |
            | 1 min 8 s | 2 new instance(s) are gone. | 4 of 4 | 0 of 0 | 0 % |
            | 1 min 8 s | Everything is as it was before the deployment. | 4 of 4 | 0 of 0 | 0 % |

            ## Alarms

            | Alarm | At the start | First in ALARM after | At the end |
            | --- | --- | --- | --- |
            | errors | OK | 1 min 6 s | ALARM |

            ## Peak and cost

            |  | Duration | Most instances | Instance hours | Dollars |
            | --- | --- | --- | --- | --- |
            | **This deployment** | 1 min 8 s | 6 | 0.11 | $0.01 |
            | no policy (all at once) | 7 s | 8 | 0.02 | $0.00 |
            | all at once (wait 120 s, termination wait 120 s) | 2 min 7 s | 8 | 0.28 | $0.03 |
            | canary (canary of 10 %, wait 120 s, termination wait 120 s) | 4 min 8 s | 8 | 0.55 | $0.06 |
            | linear (steps of 25 %, wait 120 s, termination wait 120 s) | 8 min 10 s | 8 | 1.09 | $0.13 |

            The other rows are what each policy would do with the same fleets if nothing went wrong. Prices are those of us-east-1 on 2024-12-31.


            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Report_OfADeploymentThatRuns_IsRefused()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);

        var report = await _account.Ours("GET endpoints/demo/deployments/d-000002/report");

        report.Status.Should().Be(409);
        report.At("detail").Should().Be(
            "Deployment d-000002 has not ended yet. Wait for it, or advance the clock with POST /_rollingdeploy/clock/advance.");
    }

    [Theory]
    [InlineData("demo/deployments/d-9")]
    [InlineData("other/deployments/d-000001")]
    public async Task Report_OfNothing_IsNotFound(string path)
    {
        await _account.HasEndpoint();

        (await _account.Ours($"GET endpoints/{path}/report")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Report_WithNamesThatAreMarkup_ShowsThemAsTheyAre()
    {
        await RollsBack("<img src=x>|*a*");

        var report = await _account.Ours("GET endpoints/demo/deployments/d-000002/report");

        report.Text.Should().Contain("&#60;img src=x&#62;&#124;&#42;a&#42;").And.NotContain("<img").And.NotContain("*a*");
    }

    private async Task RollsBack(string alarm)
    {
        await _account.HasEndpoint();
        await _account.HasAlarm(alarm);
        await _account.Updates(Policies.Rolling.Replace("\"errors\"", $"\"{alarm}\"", StringComparison.Ordinal));
        await _account.Advances(60);
        await _account.SetsAlarm("ALARM", alarm);
        await _account.AdvanceUntil("InService");
    }
}
