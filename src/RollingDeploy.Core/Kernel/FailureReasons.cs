namespace RollingDeploy.Core.Kernel;

/// <summary>
/// Makes the <c>FailureReason</c> of a deployment that failed, with AWS's texts where they are known (deployment-guardrails.md
/// §13). Some tools match these texts literally.
/// </summary>
public static class FailureReasons
{
    /// <summary>Alarms went into ALARM.</summary>
    public static string AlarmTripped(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the following CloudWatch alarm(s) were in ALARM state: "
        + $"{string.Join(", ", names)}.";

    /// <summary>Monitored alarms do not exist.</summary>
    public static string AlarmGone(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the following CloudWatch alarm(s) could not be found: "
        + $"{string.Join(", ", names)}.";

    /// <summary>
    /// The execution role is not allowed to describe the monitored alarms. The text is RollingDeploy's, because AWS's text is not
    /// known.
    /// </summary>
    public static string AlarmsDenied(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the execution role is not authorized to perform cloudwatch:DescribeAlarms on the "
        + $"following CloudWatch alarm(s): {string.Join(", ", names)}.";

    /// <summary>A container did not pass the ping health check.</summary>
    public static string PingFailed(string variant) =>
        $"The primary container for production variant {variant} did not pass the ping health check. Please check CloudWatch logs "
        + "for this endpoint.";

    /// <summary>The model data could not be downloaded, or the download timed out. AWS's text is the same for both.</summary>
    public static string DownloadFailed(string url) =>
        $"Failed to download model data for container \"container_1\" from URL: \"{url}\". Please ensure that there is an object located "
        + "at the URL and that the role passed to CreateModel has permissions to download the object.";

    /// <summary>The deployment exceeded its maximum execution timeout.</summary>
    public static string TimedOut(string noun, TimeSpan limit) =>
        $"{noun} update exceeded the maximum execution timeout of {limit.TotalSeconds:0} seconds and was rolled back.";

    /// <summary>There was not enough capacity.</summary>
    public const string InsufficientCapacity =
        "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
        + "Please retry using a different ML instance type or after some time.";

    /// <summary>No instance has enough free resources for a copy.</summary>
    public const string NoRoomForCopy =
        "Not enough hardware resources on the instances for this endpoint to create a copy of the inference component. Please "
        + "update resource requirements for this inference component, remove existing inference components, or increase the "
        + "number of instances for this endpoint.";

    /// <summary>The rollback failed too.</summary>
    public static string RollbackFailed(string why, string cause) => $"{why} The rollback failed: {cause}";

    /// <summary>
    /// An internal error of RollingDeploy occurred. Only the deployment's endpoint or inference component is set aside;
    /// everything else continues.
    /// </summary>
    public static string Quarantined(string id) => $"Request to service failed. Deployment {id} was set aside after an internal error.";
}
