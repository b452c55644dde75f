using System.Collections.Immutable;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The operations of endpoint configurations. A configuration cannot be changed.</summary>
internal static class EndpointConfigs
{
    public static CreateEndpointConfigOutput Create(CreateEndpointConfigInput input, Call call)
    {
        EndpointConfigRules.Check(input);
        var shadows = (input.ShadowProductionVariants ?? []).Select(variant => Read(variant) with { IsShadow = true });
        var publishing = new MetricPublishing(
            input.MetricsConfig?.MetricPublishFrequencyInSeconds ?? MetricPublishing.Default.FrequencyInSeconds,
            input.MetricsConfig?.EnableEnhancedMetrics ?? MetricPublishing.Default.ByInstance);
        ImmutableArray<Core.Endpoints.ProductionVariant> variants =
            [.. input.ProductionVariants!.Select(Read).Concat(shadows).Select(
                variant => variant with { Publishing = publishing })];
        var command = new CreateEndpointConfig(call.Region, input.EndpointConfigName!, variants, Document.Write(input))
        {
            Async = Async(input.AsyncInferenceConfig),
            IsExplained = input.ExplainerConfig is not null,
            Tags = TagLists.Read(input.Tags),
        };
        return new() { EndpointConfigArn = call.Apply(command) };
    }

    public static DescribeEndpointConfigOutput Describe(DescribeEndpointConfigInput input, Call call)
    {
        var name = input.EndpointConfigName!;
        var (config, arn) = call.Read(region => (region.EndpointConfigs.Get(name), region.EndpointConfigs.ArnOf(name)));
        var given = Document.Read<CreateEndpointConfigInput>(config.Document);
        return new()
        {
            EndpointConfigName = config.Name,
            EndpointConfigArn = arn,
            ProductionVariants = given.ProductionVariants!.ConvertAll(WithWeight),
            ShadowProductionVariants = given.ShadowProductionVariants?.ConvertAll(WithWeight),
            DataCaptureConfig = given.DataCaptureConfig,
            KmsKeyId = given.KmsKeyId,
            AsyncInferenceConfig = given.AsyncInferenceConfig,
            ExplainerConfig = given.ExplainerConfig,
            ExecutionRoleArn = given.ExecutionRoleArn,
            VpcConfig = given.VpcConfig,
            EnableNetworkIsolation = given.EnableNetworkIsolation ?? false,
            MetricsConfig = MetricsConfigs.WithDefault(given.MetricsConfig),
            CreationTime = config.CreationTime,
        };
    }

    public static ListEndpointConfigsOutput List(ListEndpointConfigsInput input, Call call)
    {
        var listing = new Listing<EndpointConfig>(input, call);
        var page = call.Read(region => listing.Page(region.EndpointConfigs)
            .Select(config => new EndpointConfigSummary
            {
                EndpointConfigName = config.Name,
                EndpointConfigArn = region.EndpointConfigs.ArnOf(config.Name),
                CreationTime = config.CreationTime,
            }));
        return new() { EndpointConfigs = page.Items, NextToken = page.NextToken };
    }

    public static void Delete(DeleteEndpointConfigInput input, Call call) =>
        call.Apply(new DeleteEndpointConfig(call.Region, input.EndpointConfigName!));

    private static Core.Endpoints.ProductionVariant Read(Shapes.ProductionVariant variant) => new(
        variant.VariantName!,
        variant.ModelName,
        variant.InstanceType,
        variant.InitialInstanceCount ?? 1,
        variant.InitialVariantWeight ?? 1)
    {
        ServerlessMemoryMb = variant.ServerlessConfig?.MemorySizeInMB,
        Serverless = variant.ServerlessConfig is { } serverless
            ? new(serverless.MaxConcurrency, serverless.ProvisionedConcurrency)
            : null,
        Pools = Pools(variant),
        ManagedScaling = Scaling(variant.ManagedInstanceScaling),
        PrefixRouting = variant.RoutingConfig?.PrefixAwareRoutingConfig is { } prefix
            ? new(prefix.PrefixLength!.Value, prefix.ConcurrencyThreshold!.Value)
            : null,
        PingTimeout = Seconds(variant.ContainerStartupHealthCheckTimeoutInSeconds),
        DownloadTimeout = Seconds(variant.ModelDataDownloadTimeoutInSeconds),
    };

    /// <summary>Converts a timeout in seconds; null if none is given.</summary>
    public static TimeSpan? Seconds(int? given) => given is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static ImmutableArray<Core.Endpoints.InstancePool> Pools(Shapes.ProductionVariant variant) =>
    [
        .. (variant.InstancePools ?? [])
            .OrderBy(pool => pool.Priority)
            .Select(pool => new Core.Endpoints.InstancePool(pool.InstanceType!, pool.ModelNameOverride)),
    ];

    private static AsyncSettings? Async(AsyncInferenceConfig? given) => given is null ? null : new()
    {
        MaxConcurrentInvocationsPerInstance = given.ClientConfig?.MaxConcurrentInvocationsPerInstance,
        OutputPath = given.OutputConfig!.S3OutputPath,
        FailurePath = given.OutputConfig.S3FailurePath,
        SuccessTopic = given.OutputConfig.NotificationConfig?.SuccessTopic,
        ErrorTopic = given.OutputConfig.NotificationConfig?.ErrorTopic,
        IncludesSuccess = Includes(given, "SUCCESS_NOTIFICATION_TOPIC"),
        IncludesError = Includes(given, "ERROR_NOTIFICATION_TOPIC"),
    };

    private static bool Includes(AsyncInferenceConfig given, string topic) =>
        given.OutputConfig?.NotificationConfig?.IncludeInferenceResponseIn?.Contains(topic) is true;

    // The defaults of the policy are AWS's. The default minimum is one instance.
    private static ManagedScaling? Scaling(ProductionVariantManagedInstanceScaling? given) => given is not { Status: "ENABLED" }
        ? null
        : new(given.MaxInstanceCount)
        {
            MinInstanceCount = given.MinInstanceCount ?? 1,
            Consolidation = given.ScaleInPolicy is { Strategy: "CONSOLIDATION" } policy
                ? new(TimeSpan.FromMinutes(policy.CooldownInMinutes ?? 20), policy.MaximumStepSize ?? 1)
                : null,
        };

    private static Shapes.ProductionVariant WithWeight(Shapes.ProductionVariant variant) =>
        variant with { InitialVariantWeight = variant.InitialVariantWeight ?? (variant.ModelName is null ? null : 1) };
}
