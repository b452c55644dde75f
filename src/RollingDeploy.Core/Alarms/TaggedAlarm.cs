using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Alarms;

/// <summary>Finds the alarm of an ARN.</summary>
public static class TaggedAlarm
{
    /// <summary>Throws an error if a text is not the ARN of an alarm. The alarm can be in any account and region.</summary>
    /// <exception cref="AwsError">The text is not such an ARN: <c>InvalidParameterValueException</c></exception>
    public static string RequireArn(string arn) =>
        AlarmArn.Parse(arn) is null ? throw AlarmErrors.InvalidArn(arn) : arn;

    internal static string Require(Region region, string arn) =>
        AlarmArn.NameIn(region.Name, region.Account, RequireArn(arn)) is { } name && region.Alarms.Find(name) is not null
            ? arn
            : throw AlarmErrors.TaggedNotFound(arn);
}
