using System.Collections.Immutable;

namespace RollingDeploy.Core.Events;

/// <summary>
/// Who is asked before one kind of thing is done, in the order in which they are registered. The first that objects throws the
/// error that the caller gets.
/// </summary>
/// <typeparam name="T">What is to be done.</typeparam>
internal sealed class Rules<T>
{
    private ImmutableArray<Action<Region, T>> _all = [];

    /// <summary>Registers the next rule.</summary>
    public void Add(Action<Region, T> check) => _all = _all.Add(check);

    /// <summary>Asks all of them.</summary>
    /// <exception cref="AwsError">One objects.</exception>
    public void Check(Region region, T what)
    {
        foreach (var check in _all)
        {
            check(region, what);
        }
    }
}
