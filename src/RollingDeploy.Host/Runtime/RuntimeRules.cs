using RollingDeploy.Core;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.SageMaker.Shapes;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.Runtime;

/// <summary>What an endpoint does not take, by what it is (endpoint-metrics.md §4.1, §4.2).</summary>
internal static class RuntimeRules
{
    private const int ServerlessPayload = 4 * 1024 * 1024;

    /// <summary>Whether there is such an endpoint, and it takes this; an endpoint that is not there is refused later, by the engine.</summary>
    public static bool Require(Region region, string endpointName, int payload, string? targetModel)
    {
        if (!region.Endpoints.TryGet(endpointName, out var endpoint) || endpoint.Current is not { } fleet)
        {
            return false;
        }

        if (payload > ServerlessPayload && fleet.Variants.All(variant => variant.Spec.IsServerless))
        {
            throw new AwsFault("RequestEntityTooLargeException", $"HTTP content length exceeded {ServerlessPayload} bytes.");
        }

        return targetModel is null || IsMultiModel(region, endpoint) ? true : throw TargetModelNotSupported(endpointName);
    }

    private static bool IsMultiModel(Region region, Endpoint endpoint) => endpoint.Current!.Variants
        .Select(variant => variant.Spec.ModelName is { } name && region.Models.TryGet(name, out var model) ? model : null)
        .OfType<Core.Endpoints.Model>()
        .Select(model => Document.Read<CreateModelInput>(model.Document))
        .SelectMany(model => (model.Containers ?? []).Append(model.PrimaryContainer))
        .Any(container => container?.Mode == "MultiModel");

    private static AwsFault TargetModelNotSupported(string endpoint) => new(
        "ValidationError", $"Endpoint {endpoint} is not a multi-model endpoint and does not support target model header.")
    {
        Members = [("ErrorCode", "TARGET_MODEL_HEADER_NOT_SUPPORTED")],
    };
}
