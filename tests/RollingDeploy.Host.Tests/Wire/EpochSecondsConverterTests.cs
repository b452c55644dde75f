using System.Globalization;
using System.Text.Json;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class EpochSecondsConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new EpochSecondsConverter() } };

    [Fact]
    public void Write_WithMilliseconds_WritesAJavaDouble()
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1529870369986);

        var json = JsonSerializer.Serialize(time, Options);

        json.Should().Be("1.529870369986E9");
    }

    [Fact]
    public void Write_WholeSeconds_WritesAJavaDouble()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1700000000);

        var json = JsonSerializer.Serialize(time, Options);

        json.Should().Be("1.7E9");
    }

    [Theory]
    [InlineData("1529870369.986", "2018-06-24T19:59:29.986Z")]
    [InlineData("1529870369.9859998", "2018-06-24T19:59:29.986Z")]
    [InlineData("1.7e9", "2023-11-14T22:13:20.000Z")]
    [InlineData("0", "1970-01-01T00:00:00.000Z")]
    [InlineData("-0.001", "1969-12-31T23:59:59.999Z")]
    [InlineData("-62135596800", "0001-01-01T00:00:00.000Z")]
    [InlineData("253402300799.999", "9999-12-31T23:59:59.999Z")]
    public void Read_Number_IsSecondsSince1970(string json, string expected)
    {
        var time = JsonSerializer.Deserialize<DateTimeOffset>(json, Options);

        time.Should().Be(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"1529870369\"")]
    [InlineData("\"2018-06-24T19:59:29Z\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("253402300800")]
    [InlineData("253402300799.9999")]
    [InlineData("-62135596800.001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    public void Read_AnythingElse_ThrowsJsonException(string json)
    {
        var read = () => JsonSerializer.Deserialize<DateTimeOffset>(json, Options);

        read.Should().Throw<JsonException>();
    }
}
