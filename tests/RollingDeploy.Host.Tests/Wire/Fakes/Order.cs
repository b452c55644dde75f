using System.Text.Json;
using System.Text.Json.Serialization;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Tests.Wire.Fakes;

/// <summary>One member of every kind that AWS's records have.</summary>
internal sealed record Order
{
    [Required]
    [Length(1, 10)]
    [Pattern("[a-z](-*[a-z])*", PrintCaret = true)]
    public string? OrderName { get; init; }

    [Length(1, 3)]
    public IReadOnlyList<Line>? Lines { get; init; }

    [Length(2, 9, On = Part.Item)]
    [Pattern("[a-z]*", On = Part.Item)]
    public IReadOnlyList<string>? Notes { get; init; }

    [Pattern("[A-Z]+", On = Part.Key)]
    [Length(0, 3, On = Part.Value)]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public IReadOnlyDictionary<string, Line>? Spares { get; init; }

    public IReadOnlyList<double>? Weights { get; init; }

    [OneOf("Small", "Large")]
    public string? Size { get; init; }

    public bool? Paid { get; init; }

    public double? Price { get; init; }

    public long? Serial { get; init; }

    public DateTimeOffset? Due { get; init; }

    [Length(0, 2)]
    public string? KmsKeyId { get; init; }

    [Length(0, 1)]
    public IReadOnlyList<string>? OKActions { get; init; }
}

/// <summary>What is ordered.</summary>
internal sealed record Line
{
    /// <summary>The thing's name.</summary>
    [Required]
    public string? Item { get; init; }

    [Range(1, 5)]
    public int? Count { get; init; }
}

internal sealed record Nothing;

internal sealed record FailRequest
{
    public string? Shape { get; init; }

    public string? Text { get; init; }
}

internal sealed class EpochSeconds : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerSecond));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((value - DateTimeOffset.UnixEpoch).TotalSeconds);
}

[JsonSourceGenerationOptions(Converters = [typeof(EpochSeconds)])]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(FailRequest))]
[JsonSerializable(typeof(CallView))]
internal sealed partial class OrderJson : JsonSerializerContext;

internal sealed record CallView
{
    public string? Account { get; init; }

    public string? Region { get; init; }
}
