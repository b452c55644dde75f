using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>An object of AWS's answers, with the file in which it is.</summary>
internal readonly record struct Source(string File, SeedObject Object)
{
    public SeedPlace Place => new(File, Object.Line);

    /// <summary>Returns the object of a list in this one.</summary>
    public IEnumerable<Source> Each(string list)
    {
        var file = File;
        return Object.Objects(list).Select(item => new Source(file, item));
    }
}

/// <summary>Where AWS's answers are loaded: the account and the region in their ARNs, unless a setting names others.</summary>
internal sealed record Destination(string? Account, string? Region)
{
    /// <summary>Returns the account and the region of an object.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member that has its ARN.</param>
    public (string Account, string Region) Of(Source source, string member) => Parts(source.Object.Text(member)) is { } parts
        ? (Account ?? parts.Account, Region ?? parts.Region)
        : throw source.Place.Mistake($"{member} must be an ARN with an account and a region.");

    // arn:aws:sagemaker:us-east-1:111122223333:model/m
    private static (string Account, string Region)? Parts(string? arn) =>
        arn?.Split(':') is ["arn", _, _, var region, var account, _, ..]
        && PartitionNames.IsAccount(account)
        && PartitionNames.IsWord(region)
            ? (account, region)
            : null;
}
