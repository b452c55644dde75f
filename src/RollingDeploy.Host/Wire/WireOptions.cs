using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire;

/// <summary>The options of the AWS protocols.</summary>
internal sealed class WireOptions
{
    /// <summary>The account of requests that name none: twelve digits.</summary>
    public string StandardAccount { get; set; } = PartitionNames.StandardAccount;

    /// <summary>The largest body, in bytes. It applies to the body as sent, and again after decompression.</summary>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The largest payload of a REST operation, in bytes as sent. A payload is not decompressed.</summary>
    public int MaxPayloadBytes { get; set; } = 6 * 1024 * 1024;

    /// <summary>Whether unknown values of enumerations that AWS keeps extending are refused.</summary>
    public bool StrictEnumerations { get; set; }
}
