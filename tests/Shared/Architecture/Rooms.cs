using System.Reflection;

namespace RollingDeploy.Tests.Shared.Architecture;

/// <summary>The rooms of an assembly, and which of them use which by the compiled code. A room is a namespace.</summary>
internal sealed class Rooms
{
    private readonly string _root;
    private readonly string _top;

    /// <param name="assembly">The assembly.</param>
    /// <param name="root">The namespace that all rooms have in common.</param>
    /// <param name="inOrder">
    /// The rooms, lowest first. A folder inside a room belongs to the room, unless it is in the list itself. The last one has the
    /// root namespace.
    /// </param>
    public Rooms(Assembly assembly, string root, string[] inOrder)
    {
        (_root, InOrder, _top) = (root, inOrder, inOrder[^1]);
        All = [.. assembly.GetTypes().Where(IsOurs)];
        Uses = [.. TypeGraph.Of(assembly).Where(use => IsOurs(use.User) && IsOurs(use.Used) && Of(use.User) != Of(use.Used))];
    }

    public string[] InOrder { get; }

    /// <summary>The types of the rooms, without those that the compiler adds.</summary>
    public IReadOnlyList<Type> All { get; }

    /// <summary>Each use of a type by another one in another room.</summary>
    public IReadOnlyList<(Type User, Type Used)> Uses { get; }

    /// <summary>The uses that go up, one line for each.</summary>
    public IReadOnlyList<string> Upward =>
    [
        .. Uses.Where(use => LayerOf(use.User) < LayerOf(use.Used))
            .Select(use => $"{use.User.FullName} ({Of(use.User)}) uses {use.Used.FullName} ({Of(use.Used)})")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The types that are in no room of the list.</summary>
    public IReadOnlyList<Type> Homeless => [.. All.Where(type => LayerOf(type) < 0)];

    /// <summary>The room of a type.</summary>
    public string Of(Type type)
    {
        var parts = type.Namespace![_root.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => _top,
            [var outer, var inner, ..] when InOrder.Contains($"{outer}/{inner}") => $"{outer}/{inner}",
            [var outer, ..] => outer,
        };
    }

    /// <summary>How high the room of a type is; −1 if it is not in the list.</summary>
    public int LayerOf(Type type) => Array.IndexOf(InOrder, Of(type));

    private bool IsOurs(Type type) =>
        type.Namespace is { } name && (name == _root || name.StartsWith($"{_root}.", StringComparison.Ordinal));
}
