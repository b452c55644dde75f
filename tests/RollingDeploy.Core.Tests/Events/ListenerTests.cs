using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Events;

/// <summary>A listener that throws sets itself aside and is reported; the others, and whoever told it, go on.</summary>
public sealed class ListenerTests
{
    private readonly List<string> _reports = [];

    [Theory]
    [InlineData("quotas (FleetsChanged)")]
    [InlineData("meters (FleetsChanged)")]
    [InlineData("scaling (DeploymentEnded)")]
    [InlineData("instance scaling (FleetsLookedAt)")]
    public void Tell_AListenerThatThrows_SetsThatOneAside(string name)
    {
        var world = Broken(name);

        world.Endpoints(2);

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
        world.World.Quarantine.All.Should().ContainSingle().Which.Sentence.Should()
            .StartWith($"RollingDeploy set the listener {name} aside").And.Contain("a defect").And.EndWith("To restore it, reset the account.");
        _reports.Should().ContainSingle().Which.Should().StartWith($"the listener {name} of account");
    }

    [Fact]
    public void Tell_AListenerThatThrows_StillTellsTheNextOne()
    {
        var world = Broken("quotas (FleetsChanged)");

        world.Endpoints(2).Advance(120);

        world.Region.Quotas.Utilization("ml.m5.large").Should().Be(0, "the quotas were told of nothing");
        world.Region.Metrics.All.Should().Contain(metric => metric.Id.Name == "CPUUtilization", "the meter comes after the quotas");
    }

    private TestWorld Broken(string name) => new(new WorldSettings
    {
        WorkBegins = owner =>
        {
            if (owner.Type == OwnerType.Listener && owner.Name == name)
            {
                throw new InvalidOperationException("a defect");
            }
        },
        ReportDefect = (what, defect) => _reports.Add($"{what}: {defect.Message}"),
    });
}
