namespace RollingDeploy.Core.Kernel;

/// <summary>
/// The random numbers of a world. Each use has its own generator, made from the seed and the name of the use. For example,
/// invocations, polls and faults do not change the random launch times of instances.
/// </summary>
internal sealed class Chance(ulong seed)
{
    /// <summary>The seed.</summary>
    public ulong Seed => seed;

    /// <summary>The additional time that an instance or a copy takes to launch.</summary>
    public Dice Launches { get; } = new(seed);

    /// <summary>Which instances answer a request, and how.</summary>
    public RequestChance Requests { get; } = new(seed, "requests");

    /// <summary>Which requests are copied to a shadow variant, and how it answers them.</summary>
    public RequestChance Shadows { get; } = new(seed, "shadows");

    /// <summary>The IDs of new sessions.</summary>
    public Dice Sessions { get; } = Dice.For(seed, "sessions");

    /// <summary>The IDs of asynchronous requests.</summary>
    public Dice Inferences { get; } = Dice.For(seed, "inferences");

    /// <summary>Returns the states of all generators, for a snapshot.</summary>
    public SavedChance Save() =>
        new(Launches.Save(), Sessions.Save(), Inferences.Save(), Requests.Save(), Shadows.Save());

    /// <summary>Continues from the states in a snapshot.</summary>
    public void Restore(SavedChance state)
    {
        Launches.Restore(state.Launches);
        Sessions.Restore(state.Sessions);
        Inferences.Restore(state.Inferences);
        Requests.Restore(state.Requests);
        Shadows.Restore(state.Shadows);
    }

    /// <summary>Returns the generator of the names that Application Auto Scaling assigns in a region.</summary>
    public Dice ScalingIn(string region) => Dice.For(seed, $"scaling in {region}");

    /// <summary>Returns the key that signs the NextTokens of an account: 32 bytes, for HMAC-SHA256.</summary>
    public byte[] TokenKeyOf(string account)
    {
        var dice = Dice.For(seed, $"tokens of {account}");
        return [.. Enumerable.Range(0, 32).Select(_ => (byte)dice.Next())];
    }

    /// <summary>Returns the generator that decides which calls a fault with a rate affects.</summary>
    public Dice CallsOf(string fault) => Dice.For(seed, $"calls of {fault}");
}

/// <summary>The random numbers for requests. One more or one fewer number in one use does not change the other uses.</summary>
internal sealed class RequestChance(ulong seed, string use)
{
    /// <summary>Which instances answer.</summary>
    public Dice Routes { get; } = Dice.For(seed, $"{use}: routes");

    /// <summary>Whether the response is an error.</summary>
    public Dice Errors { get; } = Dice.For(seed, $"{use}: errors");

    /// <summary>How long the response takes.</summary>
    public Dice Latencies { get; } = Dice.For(seed, $"{use}: latencies");

    /// <summary>Returns the states of all generators, for a snapshot.</summary>
    public SavedRequestChance Save() => new(Routes.Save(), Errors.Save(), Latencies.Save());

    /// <summary>Continues from the states in a snapshot.</summary>
    public void Restore(SavedRequestChance state)
    {
        Routes.Restore(state.Routes);
        Errors.Restore(state.Errors);
        Latencies.Restore(state.Latencies);
    }
}
