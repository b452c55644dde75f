using System.Buffers.Binary;

namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A world's own randomness: SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
/// Written here because the sequence of System.Random is no contract, and the same seed must always give the same journal.
/// </summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A share from 0 to 1, 1 excluded: 53 bits, as many as a number has.</summary>
    public double NextShare() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The same share for the same text, as if it had been thrown: the text's FNV-1a hash, mixed.</summary>
    public static double ShareOf(string text) => new Dice(HashOf(text)).NextShare();

    /// <summary>Dice for one use of chance, by its name: no other use moves them, and they move no other.</summary>
    public static Dice For(ulong seed, string use) => new(new Dice(seed).Next() ^ HashOf(use));

    /// <summary>Whether something of this probability, from 0 to 1, happens.</summary>
    public bool Happens(double probability) => NextShare() < probability;

    /// <summary>A duration between zero and <paramref name="most"/>, in whole milliseconds.</summary>
    public TimeSpan UpTo(TimeSpan most)
    {
        var milliseconds = (ulong)most.TotalMilliseconds;
        return milliseconds == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Next() % (milliseconds + 1));
    }

    /// <summary>A name that nothing else has, in the form of a random UUID.</summary>
    public string NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    // string.GetHashCode is another one in each process.
    private static ulong HashOf(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var each in text)
        {
            hash = (hash ^ each) * 0x100000001B3;
        }

        return hash;
    }
}
