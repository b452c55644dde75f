namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// What SageMaker objects to in an inference component, and in an endpoint for the sake of one. In AWS's words where they
/// are known (sagemaker-endpoints.md §6), and in ours where they are not.
/// </summary>
public static class ComponentErrors
{
    /// <summary>An endpoint that still hosts something.</summary>
    public static AwsError HasInferenceComponents() => SageMakerErrors.Validation(
        "Cannot delete endpoint with inference component associated. Please delete inference component and try it again.");

    /// <summary>An endpoint whose variants have models of their own.</summary>
    public static AwsError ComponentsNotSupported() => SageMakerErrors.Validation(
        "Inference Components are not supported in this Endpoint. Please make sure this endpoint can deploy inference "
        + "components.");

    /// <summary>An update of an endpoint that would take the instances away from inference components.</summary>
    public static AwsError VariantHostsComponents(string variantName) => SageMakerErrors.Validation(
        $"Cannot remove or replace variant \"{variantName}\" with inference component associated. Please delete inference "
        + "component and try it again.");

    /// <summary>A base that an adapter cannot have.</summary>
    public static AwsError NotABase(string arn, string endpointArn) => SageMakerErrors.Validation(
        $"Inference component \"{arn}\" is not a base inference component on that variant of endpoint "
        + $"\"{endpointArn}\".");

    /// <summary>A component is to begin without copies.</summary>
    public static AwsError NoCopies() => SageMakerErrors.Validation("Inference components copy count an integer larger than 0");

    /// <summary>More copies than can be had.</summary>
    public static AwsError TooManyCopies(int limit, int requested) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit 'Copies per inference component' is {limit} Copies, with a request of "
        + $"{requested} Copies.");

    /// <summary>An update that says nothing.</summary>
    public static AwsError NothingToUpdate() =>
        SageMakerErrors.Validation("At least one of Specification, Specifications and RuntimeConfig must be specified.");

    /// <summary>A change to an adapter.</summary>
    public static AwsError UpdateNotSupported(string arn) =>
        SageMakerErrors.Validation($"Update operation is not supported for adapter inference component \"{arn}\".");

    /// <summary>A base that still has adapters.</summary>
    public static AwsError HasAdapters(string arn) => SageMakerErrors.Validation(
        $"Cannot delete inference component \"{arn}\": it is a base inference component for one or more associated adapter "
        + "inference components.");

    /// <summary>A component that is being deleted already.</summary>
    public static AwsError DeleteInProgress(string arn) =>
        SageMakerErrors.Validation($"Cannot delete inference component \"{arn}\" with status DELETE_IN_PROGRESS.");
}
