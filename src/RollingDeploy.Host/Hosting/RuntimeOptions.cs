namespace RollingDeploy.Host.Hosting;

/// <summary>The limits for invoking models.</summary>
internal sealed class RuntimeOptions
{
    /// <summary>The largest value of <see cref="MaxBodyBytes"/>: 25 MB, the largest quota that AWS documents.</summary>
    public const int LargestBody = 25 * 1024 * 1024;

    /// <summary>The largest request body, in bytes. The default is 6 MB, as in AWS's API model.</summary>
    public int MaxBodyBytes { get; set; } = 6 * 1024 * 1024;
}
