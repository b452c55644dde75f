using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Seeds;

/// <summary>A call that a seed makes: of an AWS operation at its plain route, or of one of our own routes.</summary>
/// <param name="Place">Where it begins, for messages.</param>
/// <param name="Account">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Name">The operation or the route, for messages.</param>
internal sealed record SeedCall(SeedPlace Place, string Account, string Region, string Name)
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = HttpMethods.Post;

    /// <summary>The path, such as <c>/sagemaker/CreateModel</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The body as JSON; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Whether it is a call of one of our own routes.</summary>
    public bool IsOurs { get; init; }
}
