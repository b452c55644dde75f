using System.Globalization;

namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>A field of a cron expression: its name, the values that it can have, and their names.</summary>
internal sealed record CronField(string Name, int Least, int Most, params string[] Words)
{
    public static readonly CronField Seconds = new("Seconds", 0, 59);
    public static readonly CronField Minutes = new("Minutes", 0, 59);
    public static readonly CronField Hours = new("Hours", 0, 23);
    public static readonly CronField DaysOfMonth = new("Day_of_Month", 1, 31);
    public static readonly CronField Months = new(
        "Month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    public static readonly CronField DaysOfWeek = new("Day_of_Week", 1, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    public static readonly CronField Years = new("Year", 1970, 2199);

    /// <summary>Reads a number or a name, such as <c>2</c> or <c>MON</c>.</summary>
    /// <exception cref="AwsError">The value is not in the range of the field.</exception>
    public int Read(string text)
    {
        var word = Array.FindIndex(Words, each => each.Equals(text, StringComparison.OrdinalIgnoreCase));
        return word >= 0 ? Least + word
            : Number(text) is { } value && value >= Least && value <= Most ? value
            : throw Invalid(text);
    }

    /// <summary>Makes the error for a text that the field does not allow.</summary>
    public AwsError Invalid(string text) => ScheduleErrors.InvalidExpression(
        $"Invalid value '{text}' for {Name}. Its values are {Least}-{Most}{(Words.Length > 0 ? $" or {Words[0]}-{Words[^1]}" : "")}.");

    /// <summary>Reads a number of at most four digits; null if the text is not one.</summary>
    public static int? Number(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>The values that a field of a cron expression allows: <c>*</c>, or a list of values, ranges and steps.</summary>
internal sealed class CronValues
{
    private readonly bool[] _allowed;
    private readonly CronField _field;

    private CronValues(CronField field)
    {
        _field = field;
        _allowed = new bool[field.Most - field.Least + 1];
    }

    /// <summary>Whether it allows every value.</summary>
    public bool AllowsAll => Array.TrueForAll(_allowed, allowed => allowed);

    /// <summary>The smallest value.</summary>
    public int First => _field.Least + Array.IndexOf(_allowed, true);

    /// <summary>Reads a field, such as <c>0/15</c>, <c>8-17</c>, <c>MON,WED</c> or <c>*</c>.</summary>
    /// <exception cref="AwsError">The field does not allow the text.</exception>
    public static CronValues Read(CronField field, string text)
    {
        var values = new CronValues(field);
        foreach (var item in text.Split(','))
        {
            values.Add(item);
        }

        return values;
    }

    public bool Contains(int value) => _allowed[value - _field.Least];

    private void Add(string item)
    {
        var (range, step) = item.Split('/') switch
        {
            [var whole] => (whole, (int?)null),
            [var from, var by] when CronField.Number(by) is { } found and > 0 && found <= _field.Most => (from, found),
            _ => throw _field.Invalid(item),
        };
        var (first, last) = range.Split('-') switch
        {
            ["*"] => (_field.Least, _field.Most),
            [var only] => (_field.Read(only), step is null ? _field.Read(only) : _field.Most),
            [var from, var to] => (_field.Read(from), _field.Read(to)),
            _ => throw _field.Invalid(item),
        };
        Add(first, last, step ?? 1);
    }

    // A range can go beyond the end of the field, as in Quartz: 22-2 in Hours is 22, 23, 0, 1 and 2.
    private void Add(int first, int last, int step)
    {
        var count = last >= first ? last - first : last - first + _allowed.Length;
        for (var i = 0; i <= count; i += step)
        {
            _allowed[(first - _field.Least + i) % _allowed.Length] = true;
        }
    }
}
