namespace RollingDeploy.Core.Fleets;

/// <summary>
/// The properties of a family of instance types: memory in GiB per vCPU, and the number of accelerators, with exceptions by size.
/// </summary>
internal sealed record InstanceFamily(double GiBPerVCpu, int Accelerators = 0, params (string Size, int Accelerators)[] More)
{
    public int AcceleratorsOf(string size)
    {
        var index = Array.FindIndex(More, each => each.Size == size);
        return index < 0 ? Accelerators : More[index].Accelerators;
    }
}

/// <summary>The families of instance types for endpoints in AWS's API (https://aws.amazon.com/ec2/instance-types/).</summary>
internal static class InstanceFamilies
{
    // A 16xlarge is not in this list, because it has one GPU and more vCPUs.
    private static readonly (string Size, int Accelerators)[] Gpus = [("12xlarge", 4), ("24xlarge", 4), ("48xlarge", 8)];

    // A 12xlarge of G7 and G7e has two GPUs, where older families have four.
    private static readonly (string Size, int Accelerators)[] BlackwellGpus = [("12xlarge", 2), ("24xlarge", 4), ("48xlarge", 8)];

    private static readonly InstanceFamily Unknown = new(4);
    private static readonly InstanceFamily UnknownAccelerated = new(4, 1);

    private static readonly Dictionary<string, InstanceFamily> Known = new[]
    {
        (new InstanceFamily(1.875), "c4"),
        (new InstanceFamily(2), "c5 c5d c6g c6gd c6gn c6i c6in c7g c7i c8g"),
        (new InstanceFamily(4), "t2 m4 m5 m5d m6g m6gd m6i m7i m8g"),
        (new InstanceFamily(8), "r5 r5d r6g r6gd r6i r7gd r7i r8g"),
        (new InstanceFamily(4, 1, ("12xlarge", 4)), "g4dn"),
        (new InstanceFamily(4, 1, Gpus), "g5 g6"),
        (new InstanceFamily(8, 1, Gpus), "g6e"),
        (new InstanceFamily(4, 1, BlackwellGpus), "g7"),
        (new InstanceFamily(8, 1, BlackwellGpus), "g7e"),
        (new InstanceFamily(15.25, 1, ("8xlarge", 8)), "p2"),
        (new InstanceFamily(7.625, 1, ("8xlarge", 4), ("16xlarge", 8)), "p3"),
        (new InstanceFamily(12, 8), "p4d p4de"),
        (new InstanceFamily(2, 1, ("6xlarge", 4), ("24xlarge", 16)), "inf1"),
        (new InstanceFamily(4, 1, ("24xlarge", 6), ("48xlarge", 12)), "inf2"),
        (new InstanceFamily(4, 1, ("32xlarge", 16)), "trn1 trn1n"),
        (new InstanceFamily(8, 8), "dl1"),
    }.SelectMany(row => row.Item2.Split(' '), (row, letters) => (letters, row.Item1)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Instance types that differ from the rule of their family, without prices.</summary>
    public static IReadOnlyDictionary<string, InstanceSize> Irregular { get; } = new Dictionary<string, InstanceSize>
    {
        ["ml.t2.medium"] = new(2, 4, 0, null),
        ["ml.c4.8xlarge"] = new(36, 60, 0, null),
        ["ml.g7e.12xlarge"] = new(48, 512, 2, null),
        ["ml.g7e.24xlarge"] = new(96, 1024, 4, null),
        ["ml.g7e.48xlarge"] = new(192, 2048, 8, null),
        ["ml.p2.16xlarge"] = new(64, 732, 16, null),
        ["ml.p5.4xlarge"] = new(16, 256, 1, null),
        ["ml.p5.48xlarge"] = new(192, 2048, 8, null),
        ["ml.p5e.48xlarge"] = new(192, 2048, 8, null),
        ["ml.p5en.48xlarge"] = new(192, 2048, 8, null),
        ["ml.p6-b200.48xlarge"] = new(192, 2048, 8, null),
        ["ml.p6-b300.48xlarge"] = new(192, 4096, 8, null),
        ["ml.p6e-gb200.36xlarge"] = new(144, 960, 4, null),
        ["ml.trn2.48xlarge"] = new(192, 2048, 16, null),
    };

    public static InstanceFamily Find(string letters) =>
        Known.TryGetValue(letters, out var family) ? family
        : IsAccelerated(letters) ? UnknownAccelerated
        : Unknown;

    // For example, the letters of "p9e" are p, and those of "inf3" are inf.
    private static bool IsAccelerated(string letters) =>
        string.Concat(letters.TakeWhile(char.IsAsciiLetter)) is "g" or "p" or "inf" or "trn";
}
