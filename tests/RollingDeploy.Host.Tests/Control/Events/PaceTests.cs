using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.Tests.Control.Events;

public sealed class PaceTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(40, 10)]
    [InlineData(100, 25)]
    [InlineData(1000, 250)]
    [InlineData(100_000, 250)]
    public void Of_ListenersThatWereWoken_IsAQuarterOfAMillisecondForEach(int woken, int milliseconds)
    {
        Pace.Of(woken).Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void Rest_AfterNothing_IsNone()
    {
        Pace.Rest(0, default).IsCompleted.Should().BeTrue();
    }
}
