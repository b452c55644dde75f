using System.Runtime.CompilerServices;

namespace RollingDeploy.Core.Kernel;

/// <summary>A place for one object of a type in each <typeparamref name="TOwner"/>.</summary>
/// <param name="make">Makes the object when it is first asked for.</param>
internal sealed class Slot<TOwner, T>(Func<TOwner, T> make)
    where T : class
{
    /// <summary>Which place it is.</summary>
    public int Index { get; } = Slots.NextIndex();

    /// <summary>Makes the object.</summary>
    public T Make(TOwner owner) => make(owner);
}

/// <summary>What stands in the slots of one owner. To look costs as much as an element of an array.</summary>
internal sealed class Slots
{
    private static int _count;

    private object?[] _objects = [];

    /// <summary>A place that nothing else has, in all owners.</summary>
    public static int NextIndex() => Interlocked.Increment(ref _count) - 1;

    /// <summary>The object in a slot, which is made where there is none yet.</summary>
    public T Get<TOwner, T>(TOwner owner, Slot<TOwner, T> slot)
        where T : class
    {
        // Only Put writes, and only what the slot's type says: a checked cast would cost more than the rest.
        var index = slot.Index;
        return index < _objects.Length && _objects[index] is { } found ? Unsafe.As<T>(found) : Put(slot, slot.Make(owner));
    }

    /// <summary>The object in a slot; null where there is none yet.</summary>
    public T? Find<TOwner, T>(Slot<TOwner, T> slot)
        where T : class => slot.Index < _objects.Length ? Unsafe.As<T?>(_objects[slot.Index]) : null;

    /// <summary>Sets the object in a slot.</summary>
    public T Put<TOwner, T>(Slot<TOwner, T> slot, T item)
        where T : class
    {
        if (slot.Index >= _objects.Length)
        {
            Array.Resize(ref _objects, slot.Index + 8);
        }

        _objects[slot.Index] = item;
        return item;
    }
}
