using System.Globalization;

namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>When a scheduled action runs, beside its expression.</summary>
/// <param name="Zone">The time zone of at and cron expressions.</param>
/// <param name="Start">When a recurring schedule starts; null if it starts at once.</param>
/// <param name="End">When a recurring schedule ends; null if it does not end.</param>
/// <param name="PutAt">When the scheduled action was put.</param>
internal sealed record ScheduleFrame(TimeZoneRules Zone, DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset PutAt);

/// <summary>The expression of a schedule: <c>at(…)</c>, <c>rate(…)</c> or <c>cron(…)</c>.</summary>
internal abstract record ScheduleExpression
{
    /// <exception cref="AwsError">The expression is not valid.</exception>
    public static ScheduleExpression Read(string text) =>
        Inside(text, "rate") is { } rate ? RateExpression.Read(rate)
        : Inside(text, "cron") is { } cron ? new RecurringExpression(CronExpression.Read(cron))
        : Inside(text, "at") is { } at ? AtExpression.Read(at)
        : throw ScheduleErrors.InvalidSyntax();

    /// <summary>Returns when the action runs next; null if it does not run any more.</summary>
    public abstract DateTimeOffset? NextAfter(DateTimeOffset moment, ScheduleFrame frame);

    private static string? Inside(string text, string kind) =>
        text.StartsWith($"{kind}(", StringComparison.Ordinal) && text.EndsWith(')') ? text[(kind.Length + 1)..^1] : null;
}

/// <summary>A single time. Start and end times have no effect on it, because they are for recurring schedules.</summary>
internal sealed record AtExpression(DateTime Local) : ScheduleExpression
{
    // AWS's answers have hours of one digit too.
    private const string Format = "yyyy-M-d'T'H:m:s";

    public static new AtExpression Read(string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year >= CronField.Years.Least && local.Year <= CronField.Years.Most
            ? new(local)
            : throw ScheduleErrors.InvalidSyntax();

    public override DateTimeOffset? NextAfter(DateTimeOffset moment, ScheduleFrame frame) =>
        frame.Zone.MomentOf(Local) is var at && at > moment ? at : null;
}

/// <summary>
/// A recurring schedule. If it has a start time, it runs at this time and then at those of the expression. Its end time is the
/// last one (user guide, schedule recurring scaling actions).
/// </summary>
internal sealed record RecurringExpression(CronExpression Cron) : ScheduleExpression
{
    public override DateTimeOffset? NextAfter(DateTimeOffset moment, ScheduleFrame frame) =>
        (frame.Start > moment ? frame.Start : NextOfCron(moment, frame.Zone)) is { } next && !(next > frame.End) ? next : null;

    private DateTimeOffset? NextOfCron(DateTimeOffset moment, TimeZoneRules zone) =>
        Cron.IsHourly ? NextOfInterval(moment, zone) : NextOfTimeOfDay(moment, zone);

    // A time of day is there once on every day, whatever the clocks do.
    private DateTimeOffset? NextOfTimeOfDay(DateTimeOffset moment, TimeZoneRules zone)
    {
        for (var local = Cron.NextAfter(zone.LocalAt(moment)); local is { } time; local = Cron.NextAfter(time))
        {
            if (zone.MomentOf(time) is var next && next > moment)
            {
                return next;
            }
        }

        return null;
    }

    // An interval such as "every 15 minutes" goes on while clocks are put forward or back.
    private DateTimeOffset? NextOfInterval(DateTimeOffset moment, TimeZoneRules zone)
    {
        for (var after = moment; ;)
        {
            var (offset, end) = zone.OffsetAfter(after);
            if (Cron.NextAfter(after.UtcDateTime + offset) is not { } local)
            {
                return null;
            }

            var next = new DateTimeOffset(local - offset, TimeSpan.Zero);
            if (!(next >= end))
            {
                return next;
            }

            after = end.Value.AddTicks(-1);
        }
    }
}

/// <summary>
/// An interval. It is counted from the start time, which is the first run, or from the call that put the action, which is not.
/// </summary>
internal sealed record RateExpression(TimeSpan Interval) : ScheduleExpression
{
    // So that every interval fits into a TimeSpan.
    private const int MostDigits = 7;

    // AWS's message for a wrong expression has the pattern <number>\s?(minutes?|hours?|days?), so "1 minutes" and "5minute" are
    // valid.
    public static new RateExpression Read(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > MostDigits)
        {
            throw ScheduleErrors.InvalidSyntax();
        }

        var unit = text[(char.IsWhiteSpace(text[digits]) ? digits + 1 : digits)..];
        var number = int.Parse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        var interval = unit switch
        {
            "minute" or "minutes" => TimeSpan.FromMinutes(number),
            "hour" or "hours" => TimeSpan.FromHours(number),
            "day" or "days" => TimeSpan.FromDays(number),
            _ => throw ScheduleErrors.InvalidSyntax(),
        };
        return number > 0
            ? new(interval)
            : throw ScheduleErrors.InvalidExpression("The value of a rate must be a positive integer.");
    }

    public override DateTimeOffset? NextAfter(DateTimeOffset moment, ScheduleFrame frame) =>
        (frame.Start > moment ? frame.Start : NextFrom(frame.Start ?? frame.PutAt, moment)) is { } next && !(next > frame.End)
            ? next : null;

    private DateTimeOffset? NextFrom(DateTimeOffset origin, DateTimeOffset moment)
    {
        var latest = moment.AddTicks(-((moment - origin).Ticks % Interval.Ticks));
        return DateTimeOffset.MaxValue - latest > Interval ? latest + Interval : null;
    }
}
