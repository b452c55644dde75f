namespace RollingDeploy.Core.Alarms;

/// <summary>The points that determined the result of an evaluation, for the reason.</summary>
/// <param name="Real">The points with data, oldest first. There are at most N.</param>
/// <param name="Missing">The newest periods without data that were used instead of the rest of N, oldest first.</param>
public sealed record Evidence(IReadOnlyList<Datapoint> Real, IReadOnlyList<Datapoint> Missing)
{
    /// <summary>The points with and without data, newest first.</summary>
    public IEnumerable<Datapoint> Evaluated => Real.Concat(Missing).OrderByDescending(point => point.Start);

    /// <summary>Selects the points from all points of the evaluation.</summary>
    public static Evidence Of(AlarmConfiguration configuration, ReadOnlySpan<Datapoint> points)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<Datapoint> real = [], missing = [];
        for (var i = points.Length - 1; i >= 0; i--)
        {
            (points[i].Value is null ? missing : real).Add(points[i]);
        }

        // Up to here, the newest point is first. N points with data are used, and as many missing ones as are needed to get N.
        var taken = real.Take(configuration.EvaluationPeriods).Reverse().ToList();
        return new(taken, [.. missing.Take(configuration.EvaluationPeriods - taken.Count).Reverse()]);
    }
}
