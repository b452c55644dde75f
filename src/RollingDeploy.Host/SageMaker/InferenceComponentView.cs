using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Describes the current state of an inference component. During an update it shows the old specification.</summary>
internal static class InferenceComponentView
{
    public static DescribeInferenceComponentOutput Of(InferenceComponent component)
    {
        var given = Document.Read<UpdateInferenceComponentInput>(component.Shown.Document);
        return new()
        {
            InferenceComponentName = component.Name,
            InferenceComponentArn = component.Arn,
            EndpointName = component.Endpoint.Name,
            EndpointArn = component.Endpoint.Arn,
            VariantName = component.VariantName,
            FailureReason = component.ShownFailureReason,
            Specification = given.Specification is { } one ? Summary(component, one) : null,
            Specifications = given.Specifications?.ConvertAll(each => Summary(component, each)),
            RuntimeConfig = component.Base is null ? RuntimeConfig(component, given) : null,
            CreationTime = component.CreationTime,
            LastModifiedTime = component.LastModifiedTime,
            InferenceComponentStatus = component.StatusName,
            LastDeploymentConfig = InferenceComponentDeployments.Write(component.LastDeploymentConfig),
        };
    }

    public static InferenceComponentSummary Row(InferenceComponent component) => new()
    {
        InferenceComponentName = component.Name,
        InferenceComponentArn = component.Arn,
        EndpointName = component.Endpoint.Name,
        EndpointArn = component.Endpoint.Arn,
        VariantName = component.VariantName,
        InferenceComponentStatus = component.StatusName,
        CreationTime = component.CreationTime,
        LastModifiedTime = component.LastModifiedTime,
    };

    private static InferenceComponentSpecificationSummary Summary(
        InferenceComponent component, InferenceComponentSpecification given) => new()
        {
            InstanceType = given.InstanceType,
            ModelName = given.ModelName,
            Container = given.Container is { } container ? new()
            {
                DeployedImage = container.Image is { } image ? DeployedImages.Of([image], component.CreationTime)![0] : null,
                ArtifactUrl = container.ArtifactUrl,
                Environment = container.Environment,
                ContainerMetricsConfig = container.ContainerMetricsConfig,
            } : null,
            StartupParameters = given.StartupParameters,
            ComputeResourceRequirements = given.ComputeResourceRequirements ?? Inherited(component),
            BaseInferenceComponentName = given.BaseInferenceComponentName,
            DataCacheConfig = given.DataCacheConfig is { } cache ? new() { EnableCaching = cache.EnableCaching } : null,
            SchedulingConfig = given.SchedulingConfig,
        };

    // An adapter shows the resources of its base component (terraform-provider-aws, pull request 48894).
    private static InferenceComponentComputeResourceRequirements? Inherited(InferenceComponent component) =>
        component.Base is { } basis
            ? Document.Read<UpdateInferenceComponentInput>(basis.Shown.Document).Specification?.ComputeResourceRequirements
            : null;

    // The placement of copies is shown by instance type, so it is shown only if the specifications name instance types.
    private static InferenceComponentRuntimeConfigSummary RuntimeConfig(
        InferenceComponent component, UpdateInferenceComponentInput given)
    {
        var type = component.Endpoint.Current?.Find(component.VariantName)?.Spec.InstanceType;
        return new()
        {
            DesiredCopyCount = component.DesiredCopies,
            CurrentCopyCount = component.CurrentCopies,
            PlacementStatus = given.Specifications is not null && type is not null
                ? [new() { InstanceType = type, CurrentCopyCount = component.CurrentCopies }]
                : null,
        };
    }
}
