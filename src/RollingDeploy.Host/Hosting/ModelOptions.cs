using RollingDeploy.Core.Models;

namespace RollingDeploy.Host.Hosting;

/// <summary>What CreateModel refuses. In each pattern, * stands for any text.</summary>
internal sealed class ModelOptions
{
    public string[] UnreadableData { get; set; } = [];

    public string[] UnsupportedImages { get; set; } = [];

    public string[] UnsubscribedPackages { get; set; } = [];

    public ModelAccess ToAccess() => new()
    {
        UnreadableData = [.. UnreadableData],
        UnsupportedImages = [.. UnsupportedImages],
        UnsubscribedPackages = [.. UnsubscribedPackages],
    };
}
