namespace RollingDeploy.Core.Kernel;

/// <summary>
/// Lets equal values share one object, for example the plans of thousands of deployments. It knows a limited number of values and
/// begins again when there are more, so it never uses much memory itself.
/// </summary>
/// <param name="equality">Tells which values are equal.</param>
internal sealed class SharedValues<T>(IEqualityComparer<T> equality)
    where T : class
{
    private const int Most = 1000;

    private readonly HashSet<T> _values = new(equality);

    /// <summary>Returns a known object that is equal to <paramref name="value"/>; if there is none, this one.</summary>
    public T Of(T value)
    {
        if (_values.TryGetValue(value, out var known))
        {
            return known;
        }

        if (_values.Count >= Most)
        {
            _values.Clear();
        }

        _values.Add(value);
        return value;
    }
}
