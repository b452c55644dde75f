namespace RollingDeploy.Core.Kernel;

/// <summary>
/// What <c>FailureReason</c> says of a deployment that did not succeed, in AWS's words where they are known
/// (deployment-guardrails.md §13). Tools match some of them literally.
/// </summary>
public static class FailureReasons
{
    /// <summary>An alarm tripped.</summary>
    public static string AlarmTripped(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the following CloudWatch alarm(s) were in ALARM state: "
        + $"{string.Join(", ", names)}.";

    /// <summary>A watched alarm is gone.</summary>
    public static string AlarmGone(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the following CloudWatch alarm(s) could not be found: "
        + $"{string.Join(", ", names)}.";

    /// <summary>The watched alarms may not be looked at. Ours: no source gives AWS's.</summary>
    public static string AlarmsDenied(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the execution role is not authorized to perform cloudwatch:DescribeAlarms on the "
        + $"following CloudWatch alarm(s): {string.Join(", ", names)}.";

    /// <summary>A container never answered.</summary>
    public static string PingFailed(string variant) =>
        $"The primary container for production variant {variant} did not pass the ping health check. Please check CloudWatch logs "
        + "for this endpoint.";

    /// <summary>The model's data did not come in time, or at all: AWS tells the two apart no more than this.</summary>
    public static string DownloadFailed(string url) =>
        $"Failed to download model data for container \"container_1\" from URL: \"{url}\". Please ensure that there is an object located "
        + "at the URL and that the role passed to CreateModel has permissions to download the object.";

    /// <summary>The limit passed.</summary>
    public static string TimedOut(string noun, TimeSpan limit) =>
        $"{noun} update exceeded the maximum execution timeout of {limit.TotalSeconds:0} seconds and was rolled back.";

    /// <summary>No capacity.</summary>
    public const string InsufficientCapacity =
        "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
        + "Please retry using a different ML instance type or after some time.";

    /// <summary>No instance has room for a copy.</summary>
    public const string NoRoomForCopy =
        "Not enough hardware resources on the instances for this endpoint to create a copy of the inference component. Please "
        + "update resource requirements for this inference component, remove existing inference components, or increase the "
        + "number of instances for this endpoint.";

    /// <summary>The rollback did not succeed either.</summary>
    public static string RollbackFailed(string why, string cause) => $"{why} The rollback failed: {cause}";

    /// <summary>A defect of ours; the endpoint is set aside and the host goes on.</summary>
    public static string Quarantined(string id) => $"Request to service failed. Deployment {id} was set aside after an internal error.";
}
