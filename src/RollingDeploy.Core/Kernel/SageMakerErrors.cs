namespace RollingDeploy.Core.Kernel;

/// <summary>
/// The errors of SageMaker's operations, in AWS's words where they are known (sagemaker-endpoints.md §6, cloudwatch.md §2) and
/// ours where they are not (deployment-guardrails.md §13). Tools match some of them literally.
/// </summary>
public static class SageMakerErrors
{
    /// <summary>What SageMaker answers for nearly everything.</summary>
    public static AwsError Validation(string message) => new("ValidationException", message);

    /// <summary>A name that is not there.</summary>
    public static AwsError CouldNotFind(string noun, string arn) => Validation($"Could not find {noun} \"{arn}\".");

    /// <summary>A name that is taken.</summary>
    public static AwsError AlreadyExists(string noun, string arn) =>
        Validation($"Cannot create already existing {noun} \"{arn}\".");

    /// <summary>A change to what is changing.</summary>
    public static AwsError InProgress(string noun, string arn) => Validation($"Cannot update in-progress {noun} \"{arn}\".");

    /// <summary>A change other than deletion to what failed.</summary>
    public static AwsError NotUpdatable(string noun, string arn, string status) =>
        Validation($"Cannot update {noun} \"{arn}\" with status {status}.");

    /// <summary>An endpoint that still hosts something.</summary>
    public static AwsError HasInferenceComponents() => Validation(
        "Cannot delete endpoint with inference component associated. Please delete inference component and try it again.");

    /// <summary>An endpoint whose variants have models of their own.</summary>
    public static AwsError ComponentsNotSupported() => Validation(
        "Inference Components are not supported in this Endpoint. Please make sure this endpoint can deploy inference "
        + "components.");

    /// <summary>An update of an endpoint that would take the instances away from inference components.</summary>
    public static AwsError VariantHostsComponents(string variantName) => Validation(
        $"Cannot remove or replace variant \"{variantName}\" with inference component associated. Please delete inference "
        + "component and try it again.");

    /// <summary>
    /// Another instance type for a variant that is scaled (developer guide, update endpoints that use auto scaling).
    /// </summary>
    public static AwsError VariantIsScaled(string variantName) => Validation(
        $"The instance type of variant \"{variantName}\" cannot be changed while it is registered as an Application Auto Scaling "
        + "scalable target. Deregister the target first.");

    /// <summary>A base that an adapter cannot have.</summary>
    public static AwsError NotABase(string arn, string endpointArn) => Validation(
        $"Inference component \"{arn}\" is not a base inference component on that variant of endpoint "
        + $"\"{endpointArn}\".");

    /// <summary>A component is to begin without copies.</summary>
    public static AwsError NoCopies() => Validation("Inference components copy count an integer larger than 0");

    /// <summary>More copies than can be had.</summary>
    public static AwsError TooManyCopies(int limit, int requested) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit 'Copies per inference component' is {limit} Copies, with a request of "
        + $"{requested} Copies.");

    /// <summary>An update that says nothing.</summary>
    public static AwsError NothingToUpdate() =>
        Validation("At least one of Specification, Specifications and RuntimeConfig must be specified.");

    /// <summary>A change to an adapter.</summary>
    public static AwsError UpdateNotSupported(string arn) =>
        Validation($"Update operation is not supported for adapter inference component \"{arn}\".");

    /// <summary>A base that still has adapters.</summary>
    public static AwsError HasAdapters(string arn) => Validation(
        $"Cannot delete inference component \"{arn}\": it is a base inference component for one or more associated adapter "
        + "inference components.");

    /// <summary>A component that is being deleted already.</summary>
    public static AwsError DeleteInProgress(string arn) =>
        Validation($"Cannot delete inference component \"{arn}\" with status DELETE_IN_PROGRESS.");

    /// <summary>A variant named twice in one request.</summary>
    public static AwsError VariantTwice(string name) => Validation($"The variant name \"{name}\" was non-unique within the request.");

    /// <summary>Variants that the endpoint does not have.</summary>
    public static AwsError VariantsNotFound(IEnumerable<string> names, string configName) => Validation(
        $"The variant name(s) \"{string.Join(", ", names)}\" is/are not present within endpoint configuration \"{configName}\".");

    /// <summary>A model package that has to be bought first.</summary>
    public static AwsError NotSubscribed() => Validation("Caller is not subscribed to the marketplace offering.");

    /// <summary>An image in a format that SageMaker does not run; OCI is the one that people meet.</summary>
    public static AwsError UnsupportedManifest(string image) => Validation(
        $"Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image {image}. Ensure that valid manifest "
        + "media type is used for specified image.");

    /// <summary>Model data that the role cannot read.</summary>
    public static AwsError ModelDataNotReadable(string url, string roleArn, string region) => Validation(
        $"Could not access model data at {url}. Please ensure that the role \"{roleArn}\" exists and that its trust relationship "
        + "policy allows the action \"sts:AssumeRole\" for the service principal \"sagemaker.amazonaws.com\". Also ensure that the "
        + $"role has \"s3:GetObject\" permissions and that the object is located in {region}.");

    /// <summary>Network isolation of a serverless variant.</summary>
    public static AwsError ServerlessIsNotIsolated() => Validation("The network isolation is not supported for serverless endpoint");

    /// <summary>ModelDataSource in a serverless variant; of AWS's text only the beginning is known.</summary>
    public static AwsError ServerlessHasNoModelDataSource() =>
        Validation("Model with containers that use ModelDataSource is not supported for serverless endpoints.");

    /// <summary>An instance count for a serverless variant.</summary>
    public static AwsError ServerlessHasNoInstances(string variant) =>
        Validation($"DesiredInstanceCount cannot be specified for the serverless variant \"{variant}\".");

    /// <summary>More provisioned concurrency than there can be.</summary>
    public static AwsError TooMuchProvisioned(string variant) =>
        Validation($"Variant {variant}: ProvisionedConcurrency must be less than or equal to MaxConcurrency.");

    /// <summary>A concurrency for a variant of instances.</summary>
    public static AwsError NotServerless(string variant) =>
        Validation($"ServerlessUpdateConfig cannot be specified for the variant \"{variant}\": it is not serverless.");

    /// <summary>The account's quota of an instance type.</summary>
    public static AwsError QuotaExceeded(string instanceType, int limit, int utilization, int delta) =>
        LimitExceeded($"{instanceType} for endpoint usage", "Instances", limit, utilization, delta);

    /// <summary>A quota of the account, in AWS's present wording.</summary>
    public static AwsError LimitExceeded(string name, string unit, int limit, int utilization, int delta) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit '{name}' is {limit} {unit}, with current utilization of {utilization} {unit} and a request "
        + $"delta of {delta} {unit}. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas is "
        + "not available, contact AWS support to request an increase for this quota.");

    /// <summary>A key that AWS keeps for itself.</summary>
    public static AwsError ReservedTag() => Validation("aws: prefixed tag key names are not allowed for external use.");

    /// <summary>More tags than a resource can have.</summary>
    public static AwsError TooManyTags() => Validation($"Too many tags: a resource can have at most {Tags.TagTable.Most}.");

    /// <summary>Something that has no tags here.</summary>
    public static AwsError InvalidResourceType(string type) => Validation($"Invalid resource type: {type}");

    /// <summary>Alarms that an update names and that are not there.</summary>
    public static AwsError AlarmsNotFound(IEnumerable<string> names) =>
        Validation($"Could not find CloudWatch alarm(s): [{string.Join(", ", names)}].");

    /// <summary>An alarm that names none: AWS's model allows it, but it would watch nothing.</summary>
    public static AwsError AlarmWithoutName() =>
        Validation("Invalid AutoRollbackConfiguration: AlarmName must be specified for every alarm.");

    /// <summary>Two update policies at once.</summary>
    public static AwsError BothPolicies() =>
        Validation("Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy can be specified in DeploymentConfig.");

    /// <summary>A deployment configuration given and retained at once.</summary>
    public static AwsError RetainedAndGiven() =>
        Validation("DeploymentConfig cannot be specified when RetainDeploymentConfig is true.");

    /// <summary>A rolling update of several variants.</summary>
    public static AwsError RollingNeedsOneVariant() =>
        Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production variant.");

    /// <summary>A rolling update from or to a serverless variant.</summary>
    public static AwsError RollingNeedsInstances() =>
        Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for serverless endpoints.");

    /// <summary>A size outside its range.</summary>
    public static AwsError SizeOutOfRange(string policy, string member, string range, string total, string hint) =>
        new("ValidationException", $"Invalid {policy}: {member} must be {range} of the {total}.") { Hint = hint };

    /// <summary>A canary or linear routing without its size.</summary>
    public static AwsError SizeMissing(string type, string member, string hint) => new(
        "ValidationException", $"Invalid BlueGreenUpdatePolicy: {member} must be specified when the traffic routing type is {type}.")
    {
        Hint = hint,
    };

    /// <summary>Too many calls.</summary>
    public static AwsError Throttled() => new("ThrottlingException", "Rate exceeded");

    /// <summary>A call that fails on AWS's side; <paramref name="shape"/> is the service's own word for it.</summary>
    public static AwsError Internal(string shape) =>
        new(shape, "The request processing has failed because of an unknown error, exception or failure.");
}
