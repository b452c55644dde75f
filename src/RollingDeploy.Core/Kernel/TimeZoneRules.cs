using System.Collections.Immutable;

namespace RollingDeploy.Core.Kernel;

/// <summary>A change of the offset of a time zone from UTC.</summary>
/// <param name="At">When it is, in seconds since 1970 UTC.</param>
/// <param name="Offset">The offset from then on, in seconds.</param>
public readonly record struct OffsetChange(long At, int Offset);

/// <summary>
/// The rules of a time zone. They are part of the command that uses them, so that a replay needs no time zone database and gives
/// the same result with another version of it.
/// </summary>
/// <param name="Id">The name in the IANA database, such as <c>Europe/Berlin</c>, or the text of a fixed offset.</param>
/// <param name="Offset">The offset from UTC before the first change, in seconds.</param>
/// <param name="Changes">The changes, in order.</param>
public sealed record TimeZoneRules(string Id, int Offset, ImmutableArray<OffsetChange> Changes)
{
    /// <summary>UTC, the default of scheduled actions and of alarms.</summary>
    public static TimeZoneRules Utc { get; } = new("UTC", 0, []);

    /// <summary>Returns the offset from UTC at a moment.</summary>
    internal TimeSpan OffsetAt(DateTimeOffset moment) => TimeSpan.FromSeconds(OffsetOf(IndexAt(moment)));

    /// <summary>Returns the local time at a moment.</summary>
    internal DateTime LocalAt(DateTimeOffset moment) => moment.UtcDateTime + OffsetAt(moment);

    /// <summary>Returns the offset that applies after a moment, and when it ends; null if it does not change any more.</summary>
    internal (TimeSpan Offset, DateTimeOffset? End) OffsetAfter(DateTimeOffset moment)
    {
        var index = IndexAt(moment.AddTicks(1));
        return (TimeSpan.FromSeconds(OffsetOf(index)), index + 1 < Changes.Length ? MomentOf(index + 1) : null);
    }

    /// <summary>
    /// Returns the moment of a local time. If clocks were put forward over it, it is the moment at which they were. If they were
    /// put back and the local time is there twice, it is the first one.
    /// </summary>
    internal DateTimeOffset MomentOf(DateTime local)
    {
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);

        // The offset of a day ago cannot end after the local time, because an offset is less than a day.
        for (var i = IndexAt(asUtc.AddDays(-1)); ; i++)
        {
            var moment = asUtc.AddSeconds(-OffsetOf(i));
            if (i >= 0 && moment < MomentOf(i))
            {
                return MomentOf(i);
            }

            if (i + 1 >= Changes.Length || moment < MomentOf(i + 1))
            {
                return moment;
            }
        }
    }

    private DateTimeOffset MomentOf(int change) => DateTimeOffset.FromUnixTimeSeconds(Changes[change].At);

    private int OffsetOf(int change) => change < 0 ? Offset : Changes[change].Offset;

    // Returns the index of the change that applies; -1 before the first one.
    private int IndexAt(DateTimeOffset moment)
    {
        var (low, high) = (0, Changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = MomentOf(middle) <= moment ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
