namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>
/// The days of a cron expression: those of the field Day_of_Month with its wildcards <c>L</c> and <c>W</c>, or those of the field
/// Day_of_Week with <c>L</c> and <c>#</c>. One of both fields must be <c>?</c> (EventBridge user guide, cron expressions
/// reference).
/// </summary>
internal sealed class CronDays
{
    private const int DaysInWeek = 7;

    private readonly Predicate<DateOnly> _matches;

    private CronDays(Predicate<DateOnly> matches) => _matches = matches;

    /// <exception cref="AwsError">A field is not valid, or neither or both of them are <c>?</c>.</exception>
    public static CronDays Read(string ofMonth, string ofWeek) => (ofMonth, ofWeek) switch
    {
        ("?", "?") => throw ScheduleErrors.InvalidExpression(
            "'?' can be specified for only one of Day_of_Month and Day_of_Week."),
        (_, "?") => new(OfMonth(ofMonth.ToUpperInvariant())),
        ("?", _) => new(OfWeek(ofWeek.ToUpperInvariant())),
        _ => throw ScheduleErrors.InvalidExpression(
            "Day_of_Month and Day_of_Week cannot both be specified. Use '?' in one of them."),
    };

    public bool Matches(DateOnly day) => _matches(day);

    private static Predicate<DateOnly> OfMonth(string text)
    {
        var field = CronField.DaysOfMonth;
        if (text == "L")
        {
            return day => day.Day == LastDay(day);
        }

        if (text.EndsWith('W'))
        {
            var near = field.Read(text[..^1]);
            return day => day.Day == Weekday(day.Year, day.Month, near);
        }

        var values = CronValues.Read(field, text);
        return day => values.Contains(day.Day);
    }

    private static Predicate<DateOnly> OfWeek(string text)
    {
        var field = CronField.DaysOfWeek;
        if (text.Split('#') is [var weekday, var which])
        {
            var wanted = field.Read(weekday);
            var nth = CronField.Number(which) is { } found and >= 1 and <= 5 ? found : throw field.Invalid(text);
            return day => NumberOf(day) == wanted && (day.Day + DaysInWeek - 1) / DaysInWeek == nth;
        }

        if (text.Length > 1 && text.EndsWith('L'))
        {
            var wanted = field.Read(text[..^1]);
            return day => NumberOf(day) == wanted && day.Day > LastDay(day) - DaysInWeek;
        }

        // L alone is the last day of the week, which begins on Sunday.
        var values = CronValues.Read(field, text == "L" ? "7" : text);
        return day => values.Contains(NumberOf(day));
    }

    // Returns the weekday nearest to a day, in the same month. For example, 1W is Monday the 3rd if the 1st is a Saturday.
    private static int? Weekday(int year, int month, int near)
    {
        var last = DateTime.DaysInMonth(year, month);
        return near > last ? null : new DateOnly(year, month, near).DayOfWeek switch
        {
            DayOfWeek.Saturday => near == 1 ? near + 2 : near - 1,
            DayOfWeek.Sunday => near == last ? near - 2 : near + 1,
            DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday or DayOfWeek.Friday => near,
        };
    }

    private static int LastDay(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    // AWS counts the days of the week from 1, which is Sunday.
    private static int NumberOf(DateOnly day) => (int)day.DayOfWeek + 1;
}
