namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A world's chance. Each use of it has dice of its own, made from the seed and the use's name: who calls a model, polls a list
/// or asks for a fault does not change when instances launch.
/// </summary>
internal sealed class Chance(ulong seed)
{
    /// <summary>How much longer an instance or a copy takes to launch.</summary>
    public Dice Launches { get; } = new(seed);

    /// <summary>Who answers a request, and how.</summary>
    public RequestChance Requests { get; } = new(seed, "requests");

    /// <summary>Which requests a shadow variant gets a copy of, and how it answers them.</summary>
    public RequestChance Shadows { get; } = new(seed, "shadows");

    /// <summary>The ids of new sessions.</summary>
    public Dice Sessions { get; } = Dice.For(seed, "sessions");

    /// <summary>The ids of asynchronous requests.</summary>
    public Dice Inferences { get; } = Dice.For(seed, "inferences");

    /// <summary>The names that Application Auto Scaling gives in a region.</summary>
    public Dice ScalingIn(string region) => Dice.For(seed, $"scaling in {region}");

    /// <summary>What marks the NextTokens of an account: so much as HMAC-SHA256 asks for.</summary>
    public byte[] TokenKeyOf(string account)
    {
        var dice = Dice.For(seed, $"tokens of {account}");
        return [.. Enumerable.Range(0, 32).Select(_ => (byte)dice.Next())];
    }

    /// <summary>Which calls a fault with a rate strikes.</summary>
    public Dice CallsOf(string fault) => Dice.For(seed, $"calls of {fault}");
}

/// <summary>What chance has in a request. One throw more or less in one part does not move the others.</summary>
internal sealed class RequestChance(ulong seed, string use)
{
    /// <summary>Who answers.</summary>
    public Dice Routes { get; } = Dice.For(seed, $"{use}: routes");

    /// <summary>Whether the answer is an error.</summary>
    public Dice Errors { get; } = Dice.For(seed, $"{use}: errors");

    /// <summary>How long the answer takes.</summary>
    public Dice Latencies { get; } = Dice.For(seed, $"{use}: latencies");
}
