using System.Collections.Immutable;
using System.IO.Enumeration;

namespace RollingDeploy.Core.Models;

/// <summary>
/// What the account is said not to have access to when a model is created: AWS looks, and nothing here can. Each entry is a
/// pattern in which <c>*</c> stands for any text; whatever fits none is taken on trust (sagemaker-endpoints.md §3).
/// </summary>
public sealed record ModelAccess
{
    /// <summary>Model data that the role cannot read, such as <c>s3://no-access/*</c>.</summary>
    public ImmutableArray<string> UnreadableData { get; init; } = [];

    /// <summary>Images whose manifest SageMaker does not take, such as <c>*:oci</c>.</summary>
    public ImmutableArray<string> UnsupportedImages { get; init; } = [];

    /// <summary>Model packages of AWS Marketplace that nobody subscribed to.</summary>
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
