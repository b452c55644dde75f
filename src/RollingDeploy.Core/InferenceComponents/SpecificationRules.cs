using RollingDeploy.Core.Models;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>The rules for specifications that are not constraints in AWS's model (sagemaker-endpoints.md §8, §10).</summary>
internal static class SpecificationRules
{
    /// <summary>Checks the specification of a base component. It must have a model or an image, and its resources.</summary>
    public static void CheckBase(SpecificationSet set, Region region, string? instanceType)
    {
        foreach (var each in set.All)
        {
            CheckBase(each);
        }

        if (set.All.Length > 1 && (set.All.Any(each => each.InstanceType is null)
            || set.All.DistinctBy(each => each.InstanceType, StringComparer.OrdinalIgnoreCase).Count() < set.All.Length))
        {
            throw SageMakerErrors.Validation("Each of several Specifications must specify an InstanceType of its own.");
        }

        if (set.For(instanceType) is null)
        {
            throw SageMakerErrors.Validation($"Specifications must include one for the variant's instance type {instanceType}.");
        }

        foreach (var model in set.All.Select(each => each.ModelName).OfType<string>())
        {
            region.Models.Get(model);
        }
    }

    /// <summary>
    /// Checks the specification of an adapter. It uses the resources and the number of copies of its base component.
    /// </summary>
    public static void CheckAdapter(SpecificationSet set, int? copies)
    {
        if (set.All.Length > 1 || set.All[0].ModelName is not null || set.All[0].Needs is not null || copies is not null)
        {
            throw SageMakerErrors.Validation(
                "ModelName, ComputeResourceRequirements, Specifications and RuntimeConfig cannot be specified with "
                + "BaseInferenceComponentName.");
        }
    }

    /// <summary>
    /// Checks a number of copies. AWS's model has no maximum. This one is much more than a real component needs, and protects
    /// RollingDeploy from a mistyped number.
    /// </summary>
    public static void CheckCopies(int copies)
    {
        const int most = 10_000;
        if (copies > most)
        {
            throw ComponentErrors.TooManyCopies(most, copies);
        }
    }

    private static void CheckBase(Specification each)
    {
        if (each.BaseName is not null)
        {
            throw SageMakerErrors.Validation("BaseInferenceComponentName can only be specified when an adapter is created.");
        }

        if (each.ModelName is null && each.Image is null)
        {
            throw SageMakerErrors.Validation("Either ModelName or Container with an Image must be specified for the inference component.");
        }

        if (each.Needs is not { } needs)
        {
            throw SageMakerErrors.Validation("ComputeResourceRequirements must be specified for the inference component.");
        }

        if (each.MaxMemoryMb < needs.MemoryMb)
        {
            throw SageMakerErrors.Validation("MaxMemoryRequiredInMb must be greater than or equal to MinMemoryRequiredInMb.");
        }
    }
}
