using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The specified images of a variant, and the images with digests that they resolved to.</summary>
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

    // There is no registry, so the digest is a hash of the name. The same image always has the same digest.
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
