using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.SageMaker.Shapes;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Converts specifications of inference components from requests to Core.</summary>
internal static class Specifications
{
    public static SpecificationSet Require(
        InferenceComponentSpecification? one, List<InferenceComponentSpecification>? several, ForwardTargets targets) =>
        Read(one, several, targets) ?? throw SageMakerErrors.Validation("Either Specification or Specifications must be specified.");

    /// <summary>Converts one specification or several. Returns null if none is given.</summary>
    public static SpecificationSet? Read(
        InferenceComponentSpecification? one, List<InferenceComponentSpecification>? several, ForwardTargets targets)
    {
        if (one is not null && several is not null)
        {
            throw SageMakerErrors.Validation("Only one of Specification and Specifications can be specified.");
        }

        var all = one is null ? several : [one];
        all?.ForEach(each => MetricsConfigs.Check(each.Container?.ContainerMetricsConfig));
        return all is null
            ? null
            : new SpecificationSet([.. all.Select(each => Read(each, targets))], Document.Write(new UpdateInferenceComponentInput
            {
                Specification = one,
                Specifications = several,
            }));
    }

    private static Specification Read(InferenceComponentSpecification given, ForwardTargets targets) => new(given.ModelName)
    {
        Image = given.Container?.Image,
        Behavior = EnvironmentBehavior.Read([given.Container?.Environment], targets),
        DataUrl = given.Container?.ArtifactUrl,
        PingTimeout = EndpointConfigs.Seconds(given.StartupParameters?.ContainerStartupHealthCheckTimeoutInSeconds),
        DownloadTimeout = EndpointConfigs.Seconds(given.StartupParameters?.ModelDataDownloadTimeoutInSeconds),
        Needs = given.ComputeResourceRequirements is { } needs ? new CopyNeeds(
            needs.NumberOfCpuCoresRequired ?? 0,
            needs.NumberOfAcceleratorDevicesRequired ?? 0,
            needs.MinMemoryRequiredInMb!.Value) : null,
        MaxMemoryMb = given.ComputeResourceRequirements?.MaxMemoryRequiredInMb,
        BaseName = given.BaseInferenceComponentName,
        InstanceType = given.InstanceType,
    };
}
