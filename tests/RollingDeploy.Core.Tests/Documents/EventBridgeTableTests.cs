using RollingDeploy.Core.Events;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Documents;

/// <summary>Every type of event data, found by reflection, says what AWS sends to EventBridge, be it nothing.</summary>
public sealed class EventBridgeTableTests
{
    [Fact]
    public void Table_OfEventBridge_HasEveryTypeOfEvent()
    {
        var types = typeof(World).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(EventData).IsAssignableFrom(type));

        EventBridgeTable.Decided.Should().BeEquivalentTo(types, "World/EventBridgeTable has a line for each type of event");
    }

    [Fact]
    public void Of_AnEventWithoutFacts_IsNothing()
    {
        var world = new TestWorld().Endpoints(1);

        var sent = world.World.Log.Read(0, int.MaxValue).Select(logged => EventBridgeTable.Of(logged with { Facts = null }));

        sent.Should().OnlyContain(type => type == null);
    }
}
