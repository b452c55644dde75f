using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>Which events a reader gets. A member that is null or empty does not narrow them.</summary>
/// <param name="Endpoint">The name of an endpoint. Upper and lower case do not matter, as in all names of SageMaker.</param>
/// <param name="Kinds">The kinds.</param>
/// <param name="Region">The region. Events of the account as a whole have none, and every reader gets them.</param>
internal sealed record EventFilter(string? Endpoint, IReadOnlyCollection<string> Kinds, string? Region)
{
    /// <summary>Whether it fits every event.</summary>
    public bool IsEverything => Endpoint is null && Kinds.Count == 0 && Region is null;

    public bool Fits(WorldEvent happened) =>
        (Endpoint is null || (happened.Subject.Type == SubjectType.Endpoint
            && string.Equals(happened.Subject.Name, Endpoint, StringComparison.OrdinalIgnoreCase)))
        && (Kinds.Count == 0 || Kinds.Contains(happened.Data.Kind))
        && (Region is null || happened.Region.Length == 0 || happened.Region == Region);
}
