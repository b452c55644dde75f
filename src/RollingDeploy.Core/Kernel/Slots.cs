using System.Runtime.CompilerServices;

namespace RollingDeploy.Core.Kernel;

/// <summary>Identifies a place for one object of a type in each <typeparamref name="TOwner"/>.</summary>
/// <param name="make">Creates the object on first use.</param>
internal sealed class Slot<TOwner, T>(Func<TOwner, T> make)
    where T : class
{
    /// <summary>The index of the place.</summary>
    public int Index { get; } = Slots<TOwner>.NextIndex();

    /// <summary>Creates the object.</summary>
    public T Make(TOwner owner) => make(owner);
}

/// <summary>
/// The objects of one owner. Access is as fast as access to an element of an array. It is a structure, so that an owner of which
/// there are many needs no second object for it.
/// </summary>
internal struct Slots<TOwner>()
{
    private static int _count;

    private object?[] _objects = [];

    /// <summary>Returns an index that no other slot of this type of owner has.</summary>
    public static int NextIndex() => Interlocked.Increment(ref _count) - 1;

    /// <summary>Returns the object in a slot. It is created on first use.</summary>
    public T Get<T>(TOwner owner, Slot<TOwner, T> slot)
        where T : class
    {
        // Only Put writes here, so the object has the type of the slot. A checked cast would take more time than all the rest.
        var index = slot.Index;
        return index < _objects.Length && _objects[index] is { } found ? Unsafe.As<T>(found) : Put(slot, slot.Make(owner));
    }

    /// <summary>Returns the object in a slot; null if it was not created yet.</summary>
    public readonly T? Find<T>(Slot<TOwner, T> slot)
        where T : class => slot.Index < _objects.Length ? Unsafe.As<T?>(_objects[slot.Index]) : null;

    /// <summary>Sets the object in a slot.</summary>
    public T Put<T>(Slot<TOwner, T> slot, T item)
        where T : class
    {
        if (slot.Index >= _objects.Length)
        {
            Array.Resize(ref _objects, slot.Index + 1);
        }

        _objects[slot.Index] = item;
        return item;
    }
}
