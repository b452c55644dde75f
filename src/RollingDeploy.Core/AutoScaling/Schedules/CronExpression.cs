namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>
/// The local times of a cron expression of six fields: [Minutes] [Hours] [Day_of_Month] [Month] [Day_of_Week] [Year] (user guide,
/// schedule recurring scaling actions). A seventh field in front of them is the seconds.
/// </summary>
internal sealed class CronExpression
{
    private const int Fields = 6;

    private readonly TimeSpan _second;
    private readonly CronValues _minutes;
    private readonly CronValues _hours;
    private readonly CronDays _days;
    private readonly CronValues _months;
    private readonly CronValues _years;

    private CronExpression(ReadOnlySpan<string> fields, int second)
    {
        _second = TimeSpan.FromSeconds(second);
        _minutes = CronValues.Read(CronField.Minutes, fields[0]);
        _hours = CronValues.Read(CronField.Hours, fields[1]);
        _days = CronDays.Read(fields[2], fields[4]);
        _months = CronValues.Read(CronField.Months, fields[3]);
        _years = CronValues.Read(CronField.Years, fields[5]);
    }

    /// <summary>Whether it has times in every hour of the day, so that it means an interval and not a time of day.</summary>
    public bool IsHourly => _hours.AllowsAll;

    /// <exception cref="AwsError">The expression is not valid.</exception>
    public static CronExpression Read(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
    {
        { Length: Fields } fields => new(fields, 0),

        // The finest resolution is a minute, so the first second counts (user guide, limitations of scheduled scaling).
        { Length: Fields + 1 } fields => new(fields.AsSpan(1), CronValues.Read(CronField.Seconds, fields[0]).First),
        var fields => throw ScheduleErrors.InvalidExpression($"A cron expression must have six fields, but it has {fields.Length}."),
    };

    /// <summary>Returns the first time after <paramref name="local"/>; null if there is none until the end of 2199.</summary>
    public DateTime? NextAfter(DateTime local)
    {
        for (var day = DateOnly.FromDateTime(local); day.Year <= CronField.Years.Most; day = NextDay(day))
        {
            if (IsIn(day) && _days.Matches(day) && TimeIn(day, local) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private DateTime? TimeIn(DateOnly day, DateTime after)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            for (var minute = 0; _hours.Contains(hour) && minute < 60; minute++)
            {
                var time = day.ToDateTime(new TimeOnly(hour, minute)) + _second;
                if (_minutes.Contains(minute) && time > after)
                {
                    return time;
                }
            }
        }

        return null;
    }

    // Skips the rest of a month without times.
    private DateOnly NextDay(DateOnly day) => IsIn(day) ? day.AddDays(1) : new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    private bool IsIn(DateOnly day) =>
        day.Year >= CronField.Years.Least && _years.Contains(day.Year) && _months.Contains(day.Month);
}
