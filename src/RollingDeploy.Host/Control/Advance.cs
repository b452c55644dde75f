using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>
/// How far to advance virtual time. Specify exactly one of <c>seconds</c>, <c>to</c>, <c>toNextEvent</c> and <c>until</c>.
/// </summary>
internal sealed record AdvanceRequest
{
    /// <summary>The default of <see cref="LimitSeconds"/>.</summary>
    public const double DefaultLimitSeconds = 28_800;

    /// <summary>The largest number of seconds: a hundred years.</summary>
    public const double HundredYears = 3_155_760_000;

    /// <summary>Advances by this number of virtual seconds.</summary>
    [Range(0, HundredYears)]
    public double? Seconds { get; init; }

    /// <summary>Advances to this virtual time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>
    /// If true, advances to the next journal entry. Everything else that is due at the same time is run as well.
    /// </summary>
    public bool? ToNextEvent { get; init; }

    /// <summary>
    /// Advances until an endpoint or an inference component has the given status or another stable status, or until an alarm has
    /// the given state.
    /// </summary>
    public Until? Until { get; init; }

    /// <summary>
    /// If true and <c>until</c> ends in another status, the answer is 409 with the actual status and its reason. The default is
    /// false.
    /// </summary>
    public bool? Require { get; init; }

    /// <summary>The most virtual seconds that <c>toNextEvent</c> and <c>until</c> advance. The default is 28800.</summary>
    [Range(0, HundredYears)]
    public double? LimitSeconds { get; init; }
}

/// <summary>The result of advancing virtual time.</summary>
/// <param name="Now">The virtual time that was reached.</param>
/// <param name="Events">The number of journal entries that were written on the way.</param>
/// <param name="Reached">Whether the requested time, event, status or state was reached.</param>
internal sealed record AdvanceResult(DateTimeOffset Now, long Events, bool Reached);
