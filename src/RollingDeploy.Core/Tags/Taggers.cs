namespace RollingDeploy.Core.Tags;

/// <summary>The services whose resources have tags.</summary>
public enum TaggingService
{
    /// <summary>Amazon SageMaker.</summary>
    SageMaker,

    /// <summary>Amazon CloudWatch.</summary>
    CloudWatch,

    /// <summary>Application Auto Scaling.</summary>
    AutoScaling,
}

/// <summary>Finds the resource of an ARN for a service.</summary>
/// <param name="Require">Returns the ARN of the resource, or throws the service's error if it does not exist.</param>
/// <param name="TooMany">
/// The service's own error for too many tags; null for SageMaker's error, which is thrown after all other checks.
/// </param>
internal sealed record Tagger(Func<Region, string, string> Require, Func<AwsError>? TooMany = null);

/// <summary>The services whose resources have tags. Features add their services to it when a world is created.</summary>
internal sealed class Taggers
{
    private readonly Dictionary<TaggingService, Tagger> _all = [];

    /// <summary>Returns the entry of a service.</summary>
    public Tagger Of(TaggingService service) => _all[service];

    /// <summary>Adds a service.</summary>
    public void Add(TaggingService service, Tagger tagger) => _all.Add(service, tagger);
}

/// <summary>The services whose resources have tags in an account.</summary>
internal static class AccountTaggers
{
    private static readonly Slot<Simulation, Taggers> TaggersSlot = new(static _ => new Taggers());

    extension(Simulation simulation)
    {
        /// <summary>The services whose resources have tags.</summary>
        public Taggers Taggers => simulation.Get(TaggersSlot);
    }
}
