namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// The ARN of an alarm, taken apart: <c>arn:aws:cloudwatch:us-east-1:123456789012:alarm:name</c>. The name may contain colons.
/// </summary>
public sealed record AlarmArn(string Partition, string Region, string Account, string Name)
{
    /// <summary>Takes an ARN apart; null when the text is none of an alarm, so that it can only be a name.</summary>
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
    /// The name of the alarm that a rule written in this account and region means by <paramref name="reference"/>, be it a name
    /// or an ARN; null when it is the ARN of an alarm elsewhere, which a composite alarm cannot have as a child.
    /// </summary>
    public static string? NameIn(string region, string account, string reference) => Parse(reference) switch
    {
        null => reference,
        var arn when arn.Region == region && arn.Account == account && arn.Partition == Arn.Partition(region) => arn.Name,
        _ => null,
    };
}
