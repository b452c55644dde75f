namespace RollingDeploy.Host.AutoScaling.Shapes;

/// <summary>Patterns of several members, as in AWS's model. Error messages contain them.</summary>
internal static class Patterns
{
    /// <summary>A text of the characters that XML allows.</summary>
    public const string Text = @"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*";

    /// <summary>Printable ASCII characters and spaces.</summary>
    public const string Printable = @"\p{Print}+";

    /// <summary>A name without control characters, colons, slashes, bars, and spaces at its ends.</summary>
    public const string ScheduledActionName = @"(?!((^[ ]+.*)|(.*([\u0000-\u001f]|[\u007f-\u009f]|[:/|])+.*)|(.*[ ]+$))).+";

    /// <summary>The ARN of a scalable target.</summary>
    public const string TargetArn = @"^arn:.+:application-autoscaling:.+:[0-9]+:scalable-target\/[a-zA-Z0-9-]+$";
}
