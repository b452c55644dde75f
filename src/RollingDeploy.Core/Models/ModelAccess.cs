using System.Collections.Immutable;
using System.IO.Enumeration;

namespace RollingDeploy.Core.Models;

/// <summary>
/// The model data, images and packages that the account has no access to. AWS checks the access when a model is created;
/// RollingDeploy cannot, so it is configured. Each entry is a pattern in which <c>*</c> matches any text. Everything that matches
/// no pattern is accepted (sagemaker-endpoints.md §3).
/// </summary>
public sealed record ModelAccess
{
    /// <summary>Model data that the role cannot read, such as <c>s3://no-access/*</c>.</summary>
    public ImmutableArray<string> UnreadableData { get; init; } = [];

    /// <summary>Images with a manifest type that SageMaker does not support, such as <c>*:oci</c>.</summary>
    public ImmutableArray<string> UnsupportedImages { get; init; } = [];

    /// <summary>Model packages of AWS Marketplace that the account is not subscribed to.</summary>
    public ImmutableArray<string> UnsubscribedPackages { get; init; } = [];

    internal void Require(CreateModel model)
    {
        if (model.Packages.Any(package => Fits(UnsubscribedPackages, package)))
        {
            throw ModelErrors.NotSubscribed();
        }

        if (model.Images.FirstOrDefault(image => Fits(UnsupportedImages, image)) is { } unsupported)
        {
            throw ModelErrors.UnsupportedManifest(unsupported);
        }

        if (model.DataUrls.FirstOrDefault(url => Fits(UnreadableData, url)) is { } unreadable)
        {
            throw ModelErrors.ModelDataNotReadable(unreadable, model.RoleArn ?? "", model.Region);
        }
    }

    private static bool Fits(ImmutableArray<string> patterns, string text) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false));
}
