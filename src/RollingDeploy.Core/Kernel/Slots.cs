namespace RollingDeploy.Core.Kernel;

/// <summary>One object for each type that is asked for. A slot costs as much as an element of an array.</summary>
internal sealed class Slots
{
    private static int _types;

    private object?[] _objects = [];

    /// <summary>The object of a type; where there is none yet, <paramref name="make"/> makes it of <paramref name="owner"/>.</summary>
    public T Get<T, TOwner>(TOwner owner, Func<TOwner, T> make)
        where T : class
    {
        var index = Index<T>.Value;
        return index < _objects.Length && _objects[index] is T found ? found : Put(make(owner));
    }

    /// <summary>The object of a type; null where there is none yet.</summary>
    public T? Find<T>()
        where T : class => Index<T>.Value < _objects.Length ? _objects[Index<T>.Value] as T : null;

    /// <summary>Sets the object of a type.</summary>
    public T Put<T>(T item)
        where T : class
    {
        var index = Index<T>.Value;
        if (index >= _objects.Length)
        {
            Array.Resize(ref _objects, index + 8);
        }

        _objects[index] = item;
        return item;
    }

    private static class Index<T>
    {
        public static readonly int Value = Interlocked.Increment(ref _types) - 1;
    }
}
