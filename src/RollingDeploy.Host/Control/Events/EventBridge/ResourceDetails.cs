using System.Text.Json.Nodes;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tags;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control.Events.EventBridge;

/// <summary>
/// Makes the details of SageMaker Model State Change and SageMaker Endpoint Config State Change. AWS's page has an example of a
/// model without its detail, and none of a configuration. The members are the properties that the AWS CDK lists for these events
/// (aws-cdk mixins-preview, aws_sagemaker.events), which do not tell whether the resource was created or deleted.
/// </summary>
internal static class ResourceDetails
{
    public static JsonObject OfModel(TaggedFacts facts, string arn)
    {
        var model = (Model)facts.Resource;
        var given = Document.Read<CreateModelInput>(model.Document);
        var detail = new JsonObject { ["ModelName"] = model.Name };
        if (given.PrimaryContainer is { } primary)
        {
            detail["PrimaryContainer"] = Container(primary);
        }

        if (given.Containers is { Count: > 0 } containers)
        {
            detail["Containers"] = new JsonArray([.. containers.Select(Container)]);
        }

        detail.AddUnlessNull("ExecutionRoleArn", given.ExecutionRoleArn);
        detail["CreationTime"] = model.CreationTime.ToUnixTimeMilliseconds();
        detail["ModelArn"] = arn;
        detail["Tags"] = EventBridgeEvents.Tags(facts.Tags);
        return detail;
    }

    public static JsonObject OfEndpointConfig(TaggedFacts facts, string arn)
    {
        var config = (EndpointConfig)facts.Resource;
        return new()
        {
            ["EndpointConfigName"] = config.Name,
            ["EndpointConfigArn"] = arn,
            ["ProductionVariants"] = new JsonArray([.. config.Variants.Where(variant => !variant.IsShadow).Select(Variant)]),
            ["CreationTime"] = config.CreationTime.ToUnixTimeMilliseconds(),
            ["Tags"] = EventBridgeEvents.Tags(facts.Tags),
        };
    }

    private static JsonObject Container(ContainerDefinition container)
    {
        var described = new JsonObject();
        described.AddUnlessNull("ContainerHostname", container.ContainerHostname);
        described.AddUnlessNull("Image", container.Image);
        described.AddUnlessNull("ModelDataUrl", container.ModelDataUrl);
        return described;
    }

    private static JsonObject Variant(Core.Endpoints.ProductionVariant variant)
    {
        var described = new JsonObject { ["VariantName"] = variant.Name };
        described.AddUnlessNull("ModelName", variant.ModelName);
        if (!variant.IsServerless)
        {
            described["InitialInstanceCount"] = variant.InitialInstanceCount;
            described.AddUnlessNull("InstanceType", variant.InstanceType);
        }

        if (variant.ModelName is not null)
        {
            described["InitialVariantWeight"] = variant.InitialWeight;
        }

        return described;
    }
}
