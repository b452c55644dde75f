using System.Collections.Frozen;

namespace RollingDeploy.Core;

/// <summary>Types, with their names in documents.</summary>
internal sealed class TypeNames(Dictionary<string, Type> types)
{
    private readonly FrozenDictionary<string, Type> _types = types.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenDictionary<Type, string> _names = types.ToFrozenDictionary(each => each.Value, each => each.Key);

    /// <summary>All names.</summary>
    public IEnumerable<string> All => _types.Keys;

    /// <summary>Returns the type with this name; null if there is none.</summary>
    public Type? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>Returns the name of a type; null if it has none.</summary>
    public string? NameOf(Type type) => _names.GetValueOrDefault(type);
}
