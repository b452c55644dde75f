namespace RollingDeploy.Core;

/// <summary>
/// Every message of the domain that a user can see, in AWS's words where they are known (sagemaker-endpoints.md §6,
/// cloudwatch.md §2) and ours where they are not (deployment-guardrails.md §13). Tools match some of them literally.
/// </summary>
public static class Faults
{
    /// <summary>What SageMaker answers for nearly everything.</summary>
    public static AwsFault Validation(string message) => new("ValidationException", message);

    /// <summary>A name that is not there.</summary>
    public static AwsFault CouldNotFind(string noun, string arn) => Validation($"Could not find {noun} \"{arn}\".");

    /// <summary>A name that is taken.</summary>
    public static AwsFault AlreadyExists(string noun, string arn) =>
        Validation($"Cannot create already existing {noun} \"{arn}\".");

    /// <summary>A change to what is changing.</summary>
    public static AwsFault InProgress(string noun, string arn) => Validation($"Cannot update in-progress {noun} \"{arn}\".");

    /// <summary>A change other than deletion to what failed.</summary>
    public static AwsFault NotUpdatable(string noun, string arn, string status) =>
        Validation($"Cannot update {noun} \"{arn}\" with status {status}.");

    /// <summary>An endpoint that still hosts something.</summary>
    public static AwsFault HasInferenceComponents() => Validation(
        "Cannot delete endpoint with inference component associated. Please delete inference component and try it again.");

    /// <summary>An endpoint whose variants have models of their own.</summary>
    public static AwsFault ComponentsNotSupported() => Validation(
        "Inference Components are not supported in this Endpoint. Please make sure this endpoint can deploy inference "
        + "components.");

    /// <summary>An update of an endpoint that would take the instances away from inference components.</summary>
    public static AwsFault VariantHostsComponents(string variantName) => Validation(
        $"Cannot remove or replace variant \"{variantName}\" with inference component associated. Please delete inference "
        + "component and try it again.");

    /// <summary>Another instance type for a variant that is scaled (developer guide, update endpoints that use auto scaling).</summary>
    public static AwsFault VariantIsScaled(string variantName) => Validation(
        $"The instance type of variant \"{variantName}\" cannot be changed while it is registered as an Application Auto Scaling "
        + "scalable target. Deregister the target first.");

    /// <summary>A base that an adapter cannot have.</summary>
    public static AwsFault NotABase(string arn, string endpointArn) => Validation(
        $"Inference component \"{arn}\" is not a base inference component on that variant of endpoint "
        + $"\"{endpointArn}\".");

    /// <summary>A component is to begin without copies.</summary>
    public static AwsFault NoCopies() => Validation("Inference components copy count an integer larger than 0");

    /// <summary>More copies than can be had.</summary>
    public static AwsFault TooManyCopies(int limit, int requested) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit 'Copies per inference component' is {limit} Copies, with a request of "
        + $"{requested} Copies.");

    /// <summary>An update that says nothing.</summary>
    public static AwsFault NothingToUpdate() =>
        Validation("At least one of Specification, Specifications and RuntimeConfig must be specified.");

    /// <summary>A change to an adapter.</summary>
    public static AwsFault UpdateNotSupported(string arn) =>
        Validation($"Update operation is not supported for adapter inference component \"{arn}\".");

    /// <summary>A base that still has adapters.</summary>
    public static AwsFault HasAdapters(string arn) => Validation(
        $"Cannot delete inference component \"{arn}\": it is a base inference component for one or more associated adapter "
        + "inference components.");

    /// <summary>A component that is being deleted already.</summary>
    public static AwsFault DeleteInProgress(string arn) =>
        Validation($"Cannot delete inference component \"{arn}\" with status DELETE_IN_PROGRESS.");

    /// <summary>A variant named twice in one request.</summary>
    public static AwsFault VariantTwice(string name) => Validation($"The variant name \"{name}\" was non-unique within the request.");

    /// <summary>Variants that the endpoint does not have.</summary>
    public static AwsFault VariantsNotFound(IEnumerable<string> names, string configName) => Validation(
        $"The variant name(s) \"{string.Join(", ", names)}\" is/are not present within endpoint configuration \"{configName}\".");

    /// <summary>A model package that has to be bought first.</summary>
    public static AwsFault NotSubscribed() => Validation("Caller is not subscribed to the marketplace offering.");

    /// <summary>An image in a format that SageMaker does not run; OCI is the one that people meet.</summary>
    public static AwsFault UnsupportedManifest(string image) => Validation(
        $"Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image {image}. Ensure that valid manifest "
        + "media type is used for specified image.");

    /// <summary>Model data that the role cannot read.</summary>
    public static AwsFault ModelDataNotReadable(string url, string roleArn, string region) => Validation(
        $"Could not access model data at {url}. Please ensure that the role \"{roleArn}\" exists and that its trust relationship "
        + "policy allows the action \"sts:AssumeRole\" for the service principal \"sagemaker.amazonaws.com\". Also ensure that the "
        + $"role has \"s3:GetObject\" permissions and that the object is located in {region}.");

    /// <summary>Network isolation of a serverless variant.</summary>
    public static AwsFault ServerlessIsNotIsolated() => Validation("The network isolation is not supported for serverless endpoint");

    /// <summary>ModelDataSource in a serverless variant; of AWS's text only the beginning is known.</summary>
    public static AwsFault ServerlessHasNoModelDataSource() =>
        Validation("Model with containers that use ModelDataSource is not supported for serverless endpoints.");

    /// <summary>An instance count for a serverless variant.</summary>
    public static AwsFault ServerlessHasNoInstances(string variant) =>
        Validation($"DesiredInstanceCount cannot be specified for the serverless variant \"{variant}\".");

    /// <summary>More provisioned concurrency than there can be.</summary>
    public static AwsFault TooMuchProvisioned(string variant) =>
        Validation($"Variant {variant}: ProvisionedConcurrency must be less than or equal to MaxConcurrency.");

    /// <summary>A concurrency for a variant of instances.</summary>
    public static AwsFault NotServerless(string variant) =>
        Validation($"ServerlessUpdateConfig cannot be specified for the variant \"{variant}\": it is not serverless.");

    /// <summary>The account's quota of an instance type.</summary>
    public static AwsFault QuotaExceeded(string instanceType, int limit, int utilization, int delta) =>
        LimitExceeded($"{instanceType} for endpoint usage", "Instances", limit, utilization, delta);

    /// <summary>A quota of the account, in AWS's present wording.</summary>
    public static AwsFault LimitExceeded(string name, string unit, int limit, int utilization, int delta) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit '{name}' is {limit} {unit}, with current utilization of {utilization} {unit} and a request "
        + $"delta of {delta} {unit}. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is "
        + "not available, contact AWS support to request an increase for this quota.");

    /// <summary>A key that AWS keeps for itself.</summary>
    public static AwsFault ReservedTag() => Validation("aws: prefixed tag key names are not allowed for external use.");

    /// <summary>More tags than a resource can have.</summary>
    public static AwsFault TooManyTags() => Validation($"Too many tags: a resource can have at most {Tags.TagTable.Most}.");

    /// <summary>Something that has no tags here.</summary>
    public static AwsFault InvalidResourceType(string type) => Validation($"Invalid resource type: {type}");

    /// <summary>Alarms that an update names and that are not there.</summary>
    public static AwsFault AlarmsNotFound(IEnumerable<string> names) =>
        Validation($"Could not find CloudWatch alarm(s): [{string.Join(", ", names)}].");

    /// <summary>An alarm that names none: AWS's model allows it, but it would watch nothing.</summary>
    public static AwsFault AlarmWithoutName() =>
        Validation("Invalid AutoRollbackConfiguration: AlarmName must be specified for every alarm.");

    /// <summary>Two update policies at once.</summary>
    public static AwsFault BothPolicies() =>
        Validation("Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy can be specified in DeploymentConfig.");

    /// <summary>A deployment configuration given and retained at once.</summary>
    public static AwsFault RetainedAndGiven() =>
        Validation("DeploymentConfig cannot be specified when RetainDeploymentConfig is true.");

    /// <summary>A rolling update of several variants.</summary>
    public static AwsFault RollingNeedsOneVariant() =>
        Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production variant.");

    /// <summary>A rolling update from or to a serverless variant.</summary>
    public static AwsFault RollingNeedsInstances() =>
        Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for serverless endpoints.");

    /// <summary>A size outside its range.</summary>
    public static AwsFault SizeOutOfRange(string policy, string member, string range, string total, string hint) =>
        new("ValidationException", $"Invalid {policy}: {member} must be {range} of the {total}.") { Hint = hint };

    /// <summary>A canary or linear routing without its size.</summary>
    public static AwsFault SizeMissing(string type, string member, string hint) => new(
        "ValidationException", $"Invalid BlueGreenUpdatePolicy: {member} must be specified when the traffic routing type is {type}.")
    {
        Hint = hint,
    };

    /// <summary>FailureReason: an alarm tripped.</summary>
    public static string AlarmTripped(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the following CloudWatch alarm(s) were in ALARM state: "
        + $"{string.Join(", ", names)}.";

    /// <summary>FailureReason: a watched alarm is gone.</summary>
    public static string AlarmGone(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the following CloudWatch alarm(s) could not be found: "
        + $"{string.Join(", ", names)}.";

    /// <summary>FailureReason: the watched alarms may not be looked at. Ours: no source gives AWS's.</summary>
    public static string AlarmsDenied(string noun, IEnumerable<string> names) =>
        $"{noun} update was rolled back because the execution role is not authorized to perform cloudwatch:DescribeAlarms on the "
        + $"following CloudWatch alarm(s): {string.Join(", ", names)}.";

    /// <summary>FailureReason: a container never answered.</summary>
    public static string PingFailed(string variant) =>
        $"The primary container for production variant {variant} did not pass the ping health check. Please check CloudWatch logs "
        + "for this endpoint.";

    /// <summary>FailureReason: the model's data did not come in time, or at all: AWS tells the two apart no more than this.</summary>
    public static string DownloadFailed(string url) =>
        $"Failed to download model data for container \"container_1\" from URL: \"{url}\". Please ensure that there is an object located "
        + "at the URL and that the role passed to CreateModel has permissions to download the object.";

    /// <summary>Too many calls.</summary>
    public static AwsFault Throttled() => new("ThrottlingException", "Rate exceeded");

    /// <summary>A call that fails on AWS's side; <paramref name="shape"/> is the service's own word for it.</summary>
    public static AwsFault Internal(string shape) =>
        new(shape, "The request processing has failed because of an unknown error, exception or failure.");

    /// <summary>FailureReason: the limit passed.</summary>
    public static string TimedOut(string noun, TimeSpan limit) =>
        $"{noun} update exceeded the maximum execution timeout of {limit.TotalSeconds:0} seconds and was rolled back.";

    /// <summary>FailureReason: no capacity.</summary>
    public const string InsufficientCapacity =
        "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
        + "Please retry using a different ML instance type or after some time.";

    /// <summary>FailureReason: no instance has room for a copy.</summary>
    public const string NoRoomForCopy =
        "Not enough hardware resources on the instances for this endpoint to create a copy of the inference component. Please "
        + "update resource requirements for this inference component, remove existing inference components, or increase the "
        + "number of instances for this endpoint.";

    /// <summary>FailureReason: the rollback did not succeed either.</summary>
    public static string RollbackFailed(string why, string cause) => $"{why} The rollback failed: {cause}";

    /// <summary>FailureReason: a defect of ours; the endpoint is set aside and the host goes on.</summary>
    public static string Quarantined(string id) => $"Request to service failed. Deployment {id} was set aside after an internal error.";
}
