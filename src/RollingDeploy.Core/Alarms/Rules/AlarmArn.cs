namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// The parts of the ARN of an alarm: <c>arn:aws:cloudwatch:us-east-1:123456789012:alarm:name</c>. The name can contain colons.
/// </summary>
public sealed record AlarmArn(string Partition, string Region, string Account, string Name)
{
    /// <summary>Parses an ARN. Returns null if the text is not the ARN of an alarm, so that it can only be a name.</summary>
    public static AlarmArn? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', 7);
        return parts is ["arn", var partition, "cloudwatch", var region, var account, "alarm", var name]
            && !parts.Contains("")
            ? new AlarmArn(partition, region, account, name)
            : null;
    }

    /// <summary>
    /// Returns the name of the alarm that <paramref name="reference"/>, a name or an ARN, means in a rule of this account and
    /// region. Returns null for the ARN of an alarm in another account or region, which cannot be a child of a composite alarm.
    /// </summary>
    public static string? NameIn(string region, string account, string reference) => Parse(reference) switch
    {
        null => reference,
        var arn when arn.Region == region && arn.Account == account && arn.Partition == Arn.Partition(region) => arn.Name,
        _ => null,
    };
}
