namespace RollingDeploy.Host.Wire;

/// <summary>Limits of the wire.</summary>
internal sealed class WireOptions
{
    /// <summary>Whose world a request speaks of that names no account: twelve digits.</summary>
    public string StandardAccount { get; set; } = Caller.StandardAccount;

    /// <summary>The largest body that is read, in bytes, as sent and again after decompression.</summary>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The largest payload of a REST operation, in bytes as sent; it is never decompressed.</summary>
    public int MaxPayloadBytes { get; set; } = 6 * 1024 * 1024;

    /// <summary>Whether enumerations that AWS keeps adding to are closed, as they stood when the records were written.</summary>
    public bool StrictEnumerations { get; set; }
}
