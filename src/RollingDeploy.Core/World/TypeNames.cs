using System.Collections.Frozen;

namespace RollingDeploy.Core;

/// <summary>Types, and the names that they are written down with.</summary>
internal sealed class TypeNames(Dictionary<string, Type> types)
{
    private readonly FrozenDictionary<string, Type> _types = types.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenDictionary<Type, string> _names = types.ToFrozenDictionary(each => each.Value, each => each.Key);

    /// <summary>All names.</summary>
    public IEnumerable<string> All => _types.Keys;

    /// <summary>The type of that name; null where there is none.</summary>
    public Type? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The name of a type; null where it has none.</summary>
    public string? NameOf(Type type) => _names.GetValueOrDefault(type);
}
