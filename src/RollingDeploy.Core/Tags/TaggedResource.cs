using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Tags;

/// <summary>Finds the resource of an ARN.</summary>
public static class TaggedResource
{
    /// <summary>Returns the ARN in the case that the resource has.</summary>
    /// <exception cref="AwsError">The resource does not exist, or its type cannot have tags.</exception>
    public static string Require(Region region, string arn)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(arn);
        var parts = arn.Split(':', 6);
        var resource = parts.Length == 6 ? parts[5].Split('/', 2) : [];
        if (resource.Length != 2)
        {
            throw TagErrors.InvalidResourceType(parts[^1]);
        }

        var table = region.Tables.FirstOrDefault(each => each.ArnType == resource[0])
            ?? throw TagErrors.InvalidResourceType(resource[0]);
        var own = table.ArnOf(resource[1]);

        // An ARN of another account or region is another resource, even if the same name exists here.
        return table.Contains(resource[1]) && string.Equals(own, arn, StringComparison.OrdinalIgnoreCase)
            ? own
            : throw SageMakerErrors.CouldNotFind(table.Noun, Arn.Printed(arn));
    }
}
