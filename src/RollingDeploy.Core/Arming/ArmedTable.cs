namespace RollingDeploy.Core.Arming;

/// <summary>What waits for its moment in a region, in the order in which it was armed.</summary>
public sealed class ArmedTable
{
    private readonly List<Armed> _waiting = [];

    internal Armed Add(Owner what, When when)
    {
        var armed = new Armed(what, when);
        _waiting.Add(armed);
        return armed;
    }

    /// <summary>Takes away what has come, was taken back, or is armed anew.</summary>
    internal void Remove(Armed? armed)
    {
        if (armed is not null)
        {
            _waiting.Remove(armed);
        }
    }

    /// <summary>What waits for a moment that is known by now.</summary>
    internal Armed? FindCounting(Owner what, DateTimeOffset at) =>
        _waiting.Find(armed => armed.What == what && armed.State == ArmedState.Counting && armed.At == at);

    /// <summary>What waits for a bake of a deployment.</summary>
    internal List<Armed> WaitingFor(Owner subject, int bake) =>
        _waiting.FindAll(armed => armed.State == ArmedState.Armed && armed.When.Bake == bake && armed.When.IsOf(subject));

    /// <summary>What waits for a moment of a deployment that runs.</summary>
    internal List<Armed> CountingIn(Owner subject) =>
        _waiting.FindAll(armed => armed.State == ArmedState.Counting && armed.When.IsOf(subject));

    /// <summary>The next moment in a deployment that is known by now; null where there is none.</summary>
    internal DateTimeOffset? NextIn(Owner subject) => _waiting.Count == 0 ? null : CountingIn(subject).Min(armed => armed.At);
}
