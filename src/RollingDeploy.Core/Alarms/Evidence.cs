namespace RollingDeploy.Core.Alarms;

/// <summary>The points that decided an evaluation, for its reason.</summary>
/// <param name="Real">Those with data, oldest first: N at most.</param>
/// <param name="Missing">The newest periods without data that stood in for the rest of N, oldest first.</param>
public sealed record Evidence(IReadOnlyList<Datapoint> Real, IReadOnlyList<Datapoint> Missing)
{
    /// <summary>Real and missing points, newest first.</summary>
    public IEnumerable<Datapoint> Evaluated => Real.Concat(Missing).OrderByDescending(point => point.Start);

    /// <summary>Picks them out of all points, oldest first.</summary>
    public static Evidence Of(AlarmConfiguration configuration, ReadOnlySpan<Datapoint> points)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<Datapoint> real = [], missing = [];
        for (var i = points.Length - 1; i >= 0; i--)
        {
            (points[i].Value is null ? missing : real).Add(points[i]);
        }

        // Newest first until here: N real ones, and of the missing as many as are then wanting.
        var taken = real.Take(configuration.EvaluationPeriods).Reverse().ToList();
        return new(taken, [.. missing.Take(configuration.EvaluationPeriods - taken.Count).Reverse()]);
    }
}
