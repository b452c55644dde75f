namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Makes the errors of SageMaker for inference components and for the endpoints that host them, with AWS's texts where they are
/// known (sagemaker-endpoints.md §6). Other texts are RollingDeploy's.
/// </summary>
public static class ComponentErrors
{
    /// <summary>The endpoint still hosts inference components.</summary>
    public static AwsError HasInferenceComponents() => SageMakerErrors.Validation(
        "Cannot delete endpoint with inference component associated. Please delete inference component and try it again.");

    /// <summary>The variants of the endpoint have their own models.</summary>
    public static AwsError ComponentsNotSupported() => SageMakerErrors.Validation(
        "Inference Components are not supported in this Endpoint. Please make sure this endpoint can deploy inference "
        + "components.");

    /// <summary>An update of the endpoint would remove the instances of inference components.</summary>
    public static AwsError VariantHostsComponents(string variantName) => SageMakerErrors.Validation(
        $"Cannot remove or replace variant \"{variantName}\" with inference component associated. Please delete inference "
        + "component and try it again.");

    /// <summary>The base component of an adapter is not valid.</summary>
    public static AwsError NotABase(string arn, string endpointArn) => SageMakerErrors.Validation(
        $"Inference component \"{arn}\" is not a base inference component on that variant of endpoint "
        + $"\"{endpointArn}\".");

    /// <summary>A new component has no copies.</summary>
    public static AwsError NoCopies() => SageMakerErrors.Validation("Inference components copy count an integer larger than 0");

    /// <summary>The number of copies is too high.</summary>
    public static AwsError TooManyCopies(int limit, int requested) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit 'Copies per inference component' is {limit} Copies, with a request of "
        + $"{requested} Copies.");

    /// <summary>An update has nothing to change.</summary>
    public static AwsError NothingToUpdate() =>
        SageMakerErrors.Validation("At least one of Specification, Specifications and RuntimeConfig must be specified.");

    /// <summary>Adapters cannot be updated.</summary>
    public static AwsError UpdateNotSupported(string arn) =>
        SageMakerErrors.Validation($"Update operation is not supported for adapter inference component \"{arn}\".");

    /// <summary>The base component still has adapters.</summary>
    public static AwsError HasAdapters(string arn) => SageMakerErrors.Validation(
        $"Cannot delete inference component \"{arn}\": it is a base inference component for one or more associated adapter "
        + "inference components.");

    /// <summary>The component is being deleted already.</summary>
    public static AwsError DeleteInProgress(string arn) =>
        SageMakerErrors.Validation($"Cannot delete inference component \"{arn}\" with status DELETE_IN_PROGRESS.");
}
