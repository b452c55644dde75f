using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The operations of models: create, describe, list and delete.</summary>
internal static class Models
{
    public static CreateModelOutput Create(CreateModelInput input, Call call)
    {
        if (input.PrimaryContainer is not null && input.Containers is { Count: > 0 })
        {
            throw SageMakerErrors.Validation("Only one of PrimaryContainer or Containers may be specified.");
        }

        if (input.PrimaryContainer is null && input.Containers is not { Count: > 0 })
        {
            throw SageMakerErrors.Validation("You must provide either a primary container or a list of containers.");
        }

        List<ContainerDefinition> containers = input.PrimaryContainer is { } primary ? [primary] : input.Containers!;
        if (containers.Exists(container => container.Environment is { Count: > 0 } && IsFromMarketplace(container, call)))
        {
            throw SageMakerErrors.Validation("Environment variable map cannot be specified when using a ModelPackage subscribed from AWS Marketplace.");
        }

        var isDirect = input is { Containers: not null, InferenceExecutionConfig.Mode: "Direct" };
        if (isDirect && containers.Exists(container => container.ContainerHostname is null))
        {
            throw SageMakerErrors.Validation("ContainerHostname must be specified for every container when InferenceExecutionConfig.Mode is Direct.");
        }

        containers.ForEach(container => MetricsConfigs.Check(container.ContainerMetricsConfig));
        var images = containers.Select(container => container.Image).OfType<string>();
        return new()
        {
            ModelArn = call.Apply(new CreateModel(call.Region, input.ModelName!, [.. images], Document.Write(input))
            {
                Features = Features(input, containers, call),
                Packages = [.. containers.Select(container => container.ModelPackageName).OfType<string>()],
                DataUrls = [.. containers.SelectMany(DataUrls)],
                Behavior = EnvironmentBehavior.Read(
                    containers.Select(container => container.Environment), call.Settings.ForwardTargets),
                Contents = new()
                {
                    IsMultiModel = containers.Exists(IsMultiModel),
                    Direct = isDirect ? [.. containers.Select(container => DirectContainerOf(container, call))] : [],
                },
                RoleArn = input.ExecutionRoleArn,
                Tags = TagLists.Read(input.Tags),
            }),
        };
    }

    public static DescribeModelOutput Describe(DescribeModelInput input, Call call)
    {
        var (model, arn) = call.Read(region => (region.Models.Get(input.ModelName!), region.Models.ArnOf(input.ModelName!)));
        var given = Document.Read<CreateModelInput>(model.Document);
        return new()
        {
            ModelName = model.Name,
            ModelArn = arn,
            PrimaryContainer = WithMode(given.PrimaryContainer),
            Containers = given.Containers?.ConvertAll(container => WithMode(container)!),
            InferenceExecutionConfig = given.InferenceExecutionConfig,
            ExecutionRoleArn = given.ExecutionRoleArn,
            VpcConfig = given.VpcConfig,
            EnableNetworkIsolation = given.EnableNetworkIsolation ?? false,
            CreationTime = model.CreationTime,
        };
    }

    public static ListModelsOutput List(ListModelsInput input, Call call)
    {
        var listing = new Listing<Model>(input, call);
        var page = call.Read(region => listing.Page(region.Models)
            .Select(model => new ModelSummary
            {
                ModelName = model.Name,
                ModelArn = region.Models.ArnOf(model.Name),
                CreationTime = model.CreationTime,
            }));
        return new() { Models = page.Items, NextToken = page.NextToken };
    }

    public static void Delete(DeleteModelInput input, Call call) => call.Apply(new DeleteModel(call.Region, input.ModelName!));

    private static ModelFeatures Features(CreateModelInput input, List<ContainerDefinition> containers, Call call)
    {
        (ModelFeatures Feature, bool IsUsed)[] all =
        [
            (ModelFeatures.Marketplace, containers.Exists(container => IsFromMarketplace(container, call))),
            (ModelFeatures.NetworkIsolation, input.EnableNetworkIsolation is true),
            (ModelFeatures.ModelDataSource, containers.Exists(container => container.ModelDataSource is not null)),
            (ModelFeatures.MultiModel, containers.Exists(IsMultiModel)),
            (ModelFeatures.MultiContainer, containers.Count > 1),
            (ModelFeatures.Vpc, input.VpcConfig is not null),
            (ModelFeatures.PrivateRegistry, containers.Exists(container => container.ImageConfig?.RepositoryAccessMode == "Vpc")),
        ];
        return all.Aggregate(ModelFeatures.None, (features, each) => each.IsUsed ? features | each.Feature : features);
    }

    private static bool IsMultiModel(ContainerDefinition container) => container.Mode == "MultiModel";

    private static DirectContainer DirectContainerOf(ContainerDefinition container, Call call) => new(
        container.ContainerHostname!,
        container.Image,
        EnvironmentBehavior.Read([container.Environment], call.Settings.ForwardTargets));

    // All members of a container that can name data in S3.
    private static IEnumerable<string> DataUrls(ContainerDefinition container)
    {
        var sources = (container.AdditionalModelDataSources ?? []).ConvertAll(more => more.S3DataSource);
        return sources.Prepend(container.ModelDataSource?.S3DataSource)
            .SelectMany(source => new[] { source?.S3Uri, source?.ManifestS3Uri })
            .Prepend(container.ModelDataUrl)
            .OfType<string>();
    }

    // A package of AWS Marketplace has the ARN of the seller's account. An own package has a name, or an ARN of the own account.
    private static bool IsFromMarketplace(ContainerDefinition container, Call call) =>
        container.ModelPackageName?.Split(':') is { Length: > 5 } arn && arn[4] != call.Account;

    // DescribeModel shows SingleModel if the mode is not given (sagemaker-endpoints.md §3).
    private static ContainerDefinition? WithMode(ContainerDefinition? container) =>
        container is null ? null : container with { Mode = container.Mode ?? "SingleModel" };
}
