using System.Buffers.Binary;

namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A random number generator: SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
/// System.Random is not used because its sequence can change between versions of .NET, and the same seed must always give the
/// same journal.
/// </summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedDice Save() => new(_state);

    /// <summary>Continues from the state in a snapshot.</summary>
    internal void Restore(SavedDice state) => _state = state.Value;

    /// <summary>Returns the next 64 random bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>
    /// Returns a random number from 0 to 1, excluding 1. It has 53 random bits, which is the precision of a double.
    /// </summary>
    public double NextShare() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// Returns a number from 0 to 1, excluding 1, which is always the same for the same text: the FNV-1a hash of the text, mixed.
    /// </summary>
    public static double ShareOf(string text) => new Dice(HashOf(text)).NextShare();

    /// <summary>
    /// Returns the generator for one use of random numbers. Generators with different names do not influence each other.
    /// </summary>
    public static Dice For(ulong seed, string use) => new(new Dice(seed).Next() ^ HashOf(use));

    /// <summary>Returns true with the given probability, from 0 to 1.</summary>
    public bool Happens(double probability) => NextShare() < probability;

    /// <summary>Returns a random duration from zero to <paramref name="most"/>, in whole milliseconds.</summary>
    public TimeSpan UpTo(TimeSpan most)
    {
        var milliseconds = (ulong)most.TotalMilliseconds;
        return milliseconds == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Next() % (milliseconds + 1));
    }

    /// <summary>Returns a random UUID.</summary>
    public string NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>
    /// Returns the FNV-1a hash of a text. string.GetHashCode is not used, because it returns different values in each process.
    /// </summary>
    internal static ulong HashOf(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var each in text)
        {
            hash = Continue(hash, each);
        }

        return hash;
    }

    /// <summary>Returns a hash with one more unit.</summary>
    internal static ulong Continue(ulong hash, ushort each) => (hash ^ each) * 0x100000001B3;
}
