using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Images as they were specified, and what they resolved to.</summary>
internal static class DeployedImages
{
    public static List<DeployedImage>? Of(IReadOnlyList<string> images, DateTimeOffset resolved) => images.Count == 0
        ? null
        : [.. images.Select(image => new DeployedImage
        {
            SpecifiedImage = image,
            ResolvedImage = Resolve(image),
            ResolutionTime = resolved,
        })];

    // Without a registry to ask, the digest is made from the name: the same image always resolves to the same one.
    private static string Resolve(string image)
    {
        if (image.Contains("@sha256:", StringComparison.Ordinal))
        {
            return image;
        }

        var tag = image.IndexOf(':', image.LastIndexOf('/') + 1);
#pragma warning disable CA1308 // Digests are written in lower case.
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(image))).ToLowerInvariant();
#pragma warning restore CA1308
        return $"{(tag < 0 ? image : image[..tag])}@sha256:{digest}";
    }
}
