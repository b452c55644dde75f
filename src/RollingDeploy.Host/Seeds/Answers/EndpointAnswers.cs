using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>Makes endpoint configurations and endpoints from answers of DescribeEndpointConfig and DescribeEndpoint.</summary>
internal sealed class EndpointAnswers(Operations operations, Destination destination, LeftOut leftOut)
{
    public const string ConfigArn = "EndpointConfigArn";
    public const string EndpointArn = "EndpointArn";

    private static readonly string[] Serving =
    [
        nameof(EndpointStatus.InService), nameof(EndpointStatus.Updating), nameof(EndpointStatus.SystemUpdating),
        nameof(EndpointStatus.RollingBack), nameof(EndpointStatus.UpdateRollbackFailed),
    ];

    private readonly Dictionary<string, (string Account, string Region)> _loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The endpoints that are loaded, with their accounts and regions.</summary>
    public IReadOnlyDictionary<string, (string Account, string Region)> Loaded => _loaded;

    public SeedCall Config(Source answer)
    {
        leftOut.Members(Projection.Unknown(answer.Object, operations.OutputOf("DescribeEndpointConfig"), "DescribeEndpointConfig"));
        return operations.Call("CreateEndpointConfig", answer, destination.Of(answer, ConfigArn));
    }

    /// <summary>The call for an endpoint; none if it does not serve.</summary>
    public IEnumerable<SeedCall> Endpoint(Source answer)
    {
        var (name, status) = (answer.Object.Text("EndpointName"), answer.Object.Text("EndpointStatus"));
        if (status is not null && !Serving.Contains(status))
        {
            leftOut.Resource($"endpoint {name}, which is {status}");
            return [];
        }

        if (status is not (null or nameof(EndpointStatus.InService)))
        {
            leftOut.Resource($"the change of endpoint {name}, which was {status} (it is loaded in service, with its current instances)");
        }

        leftOut.Members(Projection.Unknown(answer.Object, operations.OutputOf("DescribeEndpoint"), "DescribeEndpoint"));
        var place = destination.Of(answer, EndpointArn);
        _loaded.TryAdd(name ?? "", place);
        return [operations.Call("LoadEndpoint", answer, place)];
    }
}
