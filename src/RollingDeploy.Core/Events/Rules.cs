using System.Collections.Immutable;

namespace RollingDeploy.Core.Events;

/// <summary>
/// The rules that are checked before an action, in the order of their registration. The first rule that refuses the action throws
/// the error that the caller gets.
/// </summary>
/// <typeparam name="T">The type of the action.</typeparam>
internal sealed class Rules<T>
{
    private ImmutableArray<Action<Region, T>> _all = [];

    /// <summary>Adds a rule.</summary>
    public void Add(Action<Region, T> check) => _all = _all.Add(check);

    /// <summary>Checks all rules.</summary>
    /// <exception cref="AwsError">A rule refuses the action.</exception>
    public void Check(Region region, T what)
    {
        foreach (var check in _all)
        {
            check(region, what);
        }
    }
}
