using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

public sealed class TrafficPatternTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(TrafficShape.Constant, 0, 60, 600)]
    [InlineData(TrafficShape.Ramp, 0, 100, 500)]
    [InlineData(TrafficShape.Ramp, 50, 100, 375)]
    [InlineData(TrafficShape.Ramp, 100, 160, 600)]
    [InlineData(TrafficShape.Daily, -21_600, 64_800, 432_000)]
    [InlineData(TrafficShape.Daily, 21_599, 21_601, 20)]
    [InlineData(TrafficShape.Daily, -21_601, -21_599, 0)]
    public void Between_TwoMoments_IsTheAreaBelowTheCurve(TrafficShape shape, double from, double to, double expected)
    {
        // Six o'clock: noon is 21,600 s away, and midnight was 21,600 s ago.
        var pattern = new TrafficPattern(10, shape, RampSeconds: 100);

        var requests = pattern.Between(Start, Start.AddSeconds(from), Start.AddSeconds(to));

        requests.Should().BeApproximately(expected, 1e-3);
    }

    [Theory]
    [InlineData(TrafficShape.Constant)]
    [InlineData(TrafficShape.Ramp)]
    [InlineData(TrafficShape.Daily)]
    public void Between_InParts_IsTheWhole(TrafficShape shape)
    {
        var pattern = new TrafficPattern(10_000, shape);
        var moments = Enumerable.Range(0, 100).Select(i => Start.AddSeconds(i * 977.5)).ToList();

        var parts = moments.Zip(moments.Skip(1), (from, to) => pattern.Between(Start, from, to)).Sum();

        parts.Should().BeApproximately(pattern.Between(Start, moments[0], moments[^1]), 1e-3);
    }
}
