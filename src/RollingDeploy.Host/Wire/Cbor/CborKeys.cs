using System.Text;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>
/// The keys of a map that have been read, to find keys that appear twice. Keys of known members take no memory.
/// </summary>
/// <param name="members">For each known member, whether it has been read.</param>
internal ref struct CborKeys(Span<bool> members)
{
    private readonly Span<bool> _members = members;
    private HashSet<string>? _others;

    public readonly bool IsNew(int member)
    {
        var isNew = !_members[member];
        _members[member] = true;
        return isNew;
    }

    public bool IsNew(ReadOnlySpan<byte> key) => (_others ??= new(StringComparer.Ordinal)).Add(Encoding.UTF8.GetString(key));
}
