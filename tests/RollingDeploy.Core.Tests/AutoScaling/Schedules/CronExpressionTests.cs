using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests.AutoScaling.Schedules;

/// <summary>
/// The times of cron expressions, from Sunday 2026-11-01 00:00 on. The first rows are the examples of AWS's user guide (schedule
/// recurring scaling actions), the others are the wildcards of EventBridge's cron expressions reference.
/// </summary>
public sealed class CronExpressionTests
{
    private static readonly DateTime From = new(2026, 11, 1);

    [Theory]
    [InlineData("0 10 * * ? *", "2026-11-01 10:00", "2026-11-02 10:00", "2026-11-03 10:00")]
    [InlineData("15 12 * * ? *", "2026-11-01 12:15", "2026-11-02 12:15", "2026-11-03 12:15")]
    [InlineData("0 18 ? * MON-FRI *", "2026-11-02 18:00", "2026-11-03 18:00", "2026-11-04 18:00")]
    [InlineData("0 8 1 * ? *", "2026-11-01 08:00", "2026-12-01 08:00", "2027-01-01 08:00")]
    [InlineData("0/15 * * * ? *", "2026-11-01 00:15", "2026-11-01 00:30", "2026-11-01 00:45")]
    [InlineData("0/10 * ? * MON-FRI *", "2026-11-02 00:00", "2026-11-02 00:10", "2026-11-02 00:20")]
    [InlineData("50/5 8-17 ? * MON-FRI *", "2026-11-02 08:50", "2026-11-02 08:55", "2026-11-02 09:50")]
    [InlineData("30 6 ? * MON *", "2026-11-02 06:30", "2026-11-09 06:30", "2026-11-16 06:30")]
    [InlineData("30 6 ? * 2 *", "2026-11-02 06:30", "2026-11-09 06:30", "2026-11-16 06:30")]
    [InlineData("30 6 ? * mon *", "2026-11-02 06:30", "2026-11-09 06:30", "2026-11-16 06:30")]
    [InlineData("0 0 L * ? *", "2026-11-30 00:00", "2026-12-31 00:00", "2027-01-31 00:00")]
    [InlineData("0 0 1W * ? *", "2026-11-02 00:00", "2026-12-01 00:00", "2027-01-01 00:00")]
    [InlineData("0 0 31W * ? *", "2026-12-31 00:00", "2027-01-29 00:00", "2027-03-31 00:00")]
    [InlineData("0 0 15W 8 ? *", "2027-08-16 00:00", "2028-08-15 00:00", "2029-08-15 00:00")]
    [InlineData("0 0 ? * L *", "2026-11-07 00:00", "2026-11-14 00:00", "2026-11-21 00:00")]
    [InlineData("0 0 ? * FRIL *", "2026-11-27 00:00", "2026-12-25 00:00", "2027-01-29 00:00")]
    [InlineData("0 0 ? * 6L *", "2026-11-27 00:00", "2026-12-25 00:00", "2027-01-29 00:00")]
    [InlineData("0 0 ? * 3#2 *", "2026-11-10 00:00", "2026-12-08 00:00", "2027-01-12 00:00")]
    [InlineData("0 0 ? * TUE#5 *", "2026-12-29 00:00", "2027-03-30 00:00", "2027-06-29 00:00")]
    [InlineData("0 0 29 2 ? *", "2028-02-29 00:00", "2032-02-29 00:00", "2036-02-29 00:00")]
    [InlineData("0 0 1 JAN,JUL ? 2027-2028", "2027-01-01 00:00", "2027-07-01 00:00", "2028-01-01 00:00")]
    [InlineData("0 22-1 * * ? *", "2026-11-01 01:00", "2026-11-01 22:00", "2026-11-01 23:00")]
    [InlineData("5,10 0 ? * SAT-MON *", "2026-11-01 00:05", "2026-11-01 00:10", "2026-11-02 00:05")]
    [InlineData("0 0-23/8 * * ? *", "2026-11-01 08:00", "2026-11-01 16:00", "2026-11-02 00:00")]
    [InlineData("  0   10  *  *  ?  * ", "2026-11-01 10:00", "2026-11-02 10:00", "2026-11-03 10:00")]
    public void NextAfter_Expression_ReturnsItsTimes(string expression, params string[] times)
    {
        var cron = CronExpression.Read(expression);

        var found = new List<string>();
        for (var (time, i) = ((DateTime?)From, 0); i < times.Length; i++)
        {
            time = cron.NextAfter(time!.Value);
            found.Add($"{time:yyyy-MM-dd HH:mm}");
        }

        found.Should().Equal(times);
    }

    [Theory]
    [InlineData("30 0 10 * * ? *", 30)]
    [InlineData("* 0 10 * * ? *", 0)]
    [InlineData("20/10 0 10 * * ? *", 20)]
    public void NextAfter_SevenFields_BeginWithTheSeconds(string expression, int second) =>
        CronExpression.Read(expression).NextAfter(From).Should().Be(new DateTime(2026, 11, 1, 10, 0, second));

    [Theory]
    [InlineData("0 10 * * ? 2025")]
    [InlineData("0 0 30 2 ? *")]
    [InlineData("0 0 31 4,6,9,11 ? *")]
    public void NextAfter_ExpressionThatDoesNotComeAgain_ReturnsNull(string expression) =>
        CronExpression.Read(expression).NextAfter(From).Should().BeNull();

    [Fact]
    public void NextAfter_LastYear_Ends() =>
        CronExpression.Read("0 0 31 12 ? *").NextAfter(new(2199, 12, 31)).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("0 10 * * ?")]
    [InlineData("0 0 0 10 * * ? *")]
    [InlineData("0 10 * * * *")]
    [InlineData("0 10 ? * ? *")]
    [InlineData("0 10 1 * MON *")]
    [InlineData("60 10 * * ? *")]
    [InlineData("-1 10 * * ? *")]
    [InlineData("0 24 * * ? *")]
    [InlineData("0 10 0 * ? *")]
    [InlineData("0 10 32 * ? *")]
    [InlineData("0 10 * 13 ? *")]
    [InlineData("0 10 * FOO ? *")]
    [InlineData("0 10 ? * 0 *")]
    [InlineData("0 10 ? * 8 *")]
    [InlineData("0 10 * * ? 1969")]
    [InlineData("0 10 * * ? 2200")]
    [InlineData("? 10 * * ? *")]
    [InlineData("0 10 * ? ? *")]
    [InlineData("0/0 10 * * ? *")]
    [InlineData("0/61 10 * * ? *")]
    [InlineData("0/ 10 * * ? *")]
    [InlineData("0//5 10 * * ? *")]
    [InlineData("1-2-3 10 * * ? *")]
    [InlineData("1, 10 * * ? *")]
    [InlineData("0 10 1,L * ? *")]
    [InlineData("0 10 LW * ? *")]
    [InlineData("0 10 W * ? *")]
    [InlineData("0 10 ? * 3#6 *")]
    [InlineData("0 10 ? * 3#0 *")]
    [InlineData("0 10 ? * 3#1,3#2 *")]
    [InlineData("0 10 ? * 9L *")]
    [InlineData("0 L * * ? *")]
    public void Read_WrongExpression_IsRefused(string expression)
    {
        var read = () => CronExpression.Read(expression);

        read.Should().Throw<AwsError>().WithMessage("Invalid schedule expression. Details: *").Which.Shape.Should().Be("ValidationException");
    }
}
