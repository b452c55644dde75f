using System.Collections.Immutable;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Alarms;

/// <summary>Adds or overwrites tags of an alarm; its result is all tags of it.</summary>
public sealed record TagAlarm(string Region, string Arn, ImmutableArray<Tag> Tags) : Command<ImmutableArray<Tag>>(Region)
{
    /// <inheritdoc/>
    protected internal override ImmutableArray<Tag> Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Tags.Add(TaggedAlarm.Require(region, Arn), Tags);
    }
}

/// <summary>Takes tags of an alarm away; keys that are not there are passed over. Its result is the tags that are left.</summary>
public sealed record UntagAlarm(string Region, string Arn, ImmutableArray<string> Keys) : Command<ImmutableArray<Tag>>(Region)
{
    /// <inheritdoc/>
    protected internal override ImmutableArray<Tag> Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Tags.Take(TaggedAlarm.Require(region, Arn), Keys);
    }
}

/// <summary>Finds the alarm that an ARN names.</summary>
public static class TaggedAlarm
{
    /// <summary>Refuses what is no ARN of an alarm, wherever it may be.</summary>
    /// <exception cref="AwsError"><c>InvalidParameterValue</c></exception>
    public static string RequireArn(string arn) =>
        AlarmArn.Parse(arn) is null ? throw AlarmErrors.InvalidArn(arn) : arn;

    internal static string Require(Region region, string arn) =>
        AlarmArn.NameIn(region.Name, region.Account, RequireArn(arn)) is { } name && region.Alarms.Find(name) is not null
            ? arn
            : throw AlarmErrors.TaggedNotFound(arn);
}
