using System.Globalization;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests;

/// <summary>Numbers are written as Java's documentation of Double.toString and Float.toString says.</summary>
public sealed class JavaNumberTests
{
    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(30, "30.0")]
    [InlineData(-1, "-1.0")]
    [InlineData(0.5, "0.5")]
    [InlineData(1200.25, "1200.25")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00125, "0.00125")]
    [InlineData(0.000999, "9.99E-4")]
    [InlineData(9999999, "9999999.0")]
    [InlineData(9999999.5, "9999999.5")]
    [InlineData(10000000, "1.0E7")]
    [InlineData(12345678, "1.2345678E7")]
    [InlineData(12345678.9, "1.23456789E7")]
    // aws/streamalert, issue 192: the reason of a CloudWatch alarm.
    [InlineData(1.0135819987837016E-4, "1.0135819987837016E-4")]
    // GetIncidentRecord, the example of the API reference: a timestamp.
    [InlineData(1628634837.849, "1.628634837849E9")]
    [InlineData(1e15, "1.0E15")]
    [InlineData(-1.5e20, "-1.5E20")]
    [InlineData(100200000, "1.002E8")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    [InlineData(double.Epsilon, "5.0E-324")]
    public void ToText_Double_IsThatOfJava(double value, string text) => JavaNumber.ToText(value).Should().Be(text);

    [Theory]
    [InlineData(1f, "1.0")]
    [InlineData(0.1f, "0.1")]
    [InlineData(0.0001f, "1.0E-4")]
    [InlineData(16777216f, "1.6777216E7")]
    [InlineData(float.MaxValue, "3.4028235E38")]
    public void ToText_Float_HasTheDigitsOfAFloat(float value, string text) => JavaNumber.ToText(value).Should().Be(text);

    [Fact]
    public void ToText_AnyDouble_IsReadAsTheSameNumber()
    {
        var random = new Random(12);
        for (var i = 0; i < 100_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
            {
                var text = JavaNumber.ToText(value);

                double.Parse(text, CultureInfo.InvariantCulture).Should().Be(value, text);
                text.Should().Contain(".");
            }
        }
    }
}
