using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// The same bodies in CBOR, and bodies that only CBOR can have: cut off, with bytes turned over, with lengths that lie.
/// </summary>
internal static class CborBodies
{
    private static readonly byte[] Mark = [0x67, .. "@wrong@"u8];

    // Single items, some of them none: numbers, texts, byte strings, containers, tags, simple values, lengths without end.
    private static readonly string[] Items =
    [
        "f6", "f7", "f4", "e0", "f8ff", "f818", "00", "20", "1bffffffffffffffff", "3bffffffffffffffff", "1b7fffffffffffffff", "1c",
        "f90000", "f93e00", "f97c00", "f97e00", "f9fc00", "fa7f7fffff", "fb7fefffffffffffff", "fb7ff8000000000000", "fb0000000000000001",
        "40", "4161", "5f41614161ff", "60", "6161", "61ff", "62c328", "63eda080", "7f6161ff", "7fff", "7f4161ff", "6100", "78", "7b7fffffffffffffff",
        "80", "81f6", "9fff", "9f", "9bffffffffffffffff", "a0", "a16161f6", "a10102", "a1f6f6", "a2616101616102", "bfff", "bf6161ff", "bb7fffffffffffffff",
        "c100", "c11a70dbd880", "c13bffffffffffffffff", "c1fb7e37e43c8800759c", "c1f97e00", "c1c1c1", "c06474657374", "c249010000000000000000",
        "c48221196ab3", "d9d9f7a0", "dbffffffffffffffff00", "ff", "fc", "5b00000000ffffffff61",
    ];

    private static readonly string[] Levels = ["81", "9f", "a16161", "bf6161", "c1", "c181"];

    public static byte[] Of(Mutated mutated, JsonTypeInfo type, Random random)
    {
        var body = CborJson.Encode(mutated.Body, type, indefinite: random.Next(2) == 0);
        var place = body.AsSpan().IndexOf(Mark);
        return place < 0 ? body : [.. body[..place], .. Wrong(mutated.Wrong, random), .. body[(place + Mark.Length)..]];
    }

    public static byte[] Broken(JsonTypeInfo type, Sampler sampler, Random random)
    {
        var body = CborJson.Encode(sampler.Structure(type), type, indefinite: random.Next(2) == 0);
        return random.Next(8) switch
        {
            0 => Item(random),
            1 => body[..random.Next(body.Length)],
            2 => [.. body, .. Item(random)],
            3 => Every(type, random),
            4 => Inserted(body, random),
            _ => Flipped(body, random),
        };
    }

    private static byte[] Wrong(string json, Random random)
    {
        try
        {
            return CborJson.Encode(JsonNode.Parse(json), null, indefinite: random.Next(2) == 0);
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            return Item(random);
        }
    }

    private static byte[] Item(Random random) => random.Next(8) == 0
        ? Convert.FromHexString(string.Concat(Enumerable.Repeat(Levels[random.Next(Levels.Length)], random.Next(1, 3000))))
        : Convert.FromHexString(Items[random.Next(Items.Length)]);

    private static byte[] Every(JsonTypeInfo type, Random random)
    {
        var members = type.Properties.SelectMany(property => CborJson.Encode(property.Name, null).Concat(Item(random)));
        return [0xBF, .. members, 0xFF];
    }

    private static byte[] Inserted(byte[] body, Random random)
    {
        var place = random.Next(body.Length);
        return [.. body[..place], .. Item(random), .. body[place..]];
    }

    private static byte[] Flipped(byte[] body, Random random)
    {
        for (var i = random.Next(4); i >= 0; i--)
        {
            body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
        }

        return body;
    }
}
