using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Wire.Fakes;

/// <summary>Two services that do nothing but show what arrived: one as SageMaker speaks, one as CloudWatch does.</summary>
internal static class Shops
{
    public const string XmlNamespace = "http://shop.example.com/doc/2010-08-01/";

    public static Service Json { get; } = new()
    {
        Name = "SageMaker",
        Route = "sagemaker",
        TargetPrefix = "SageMaker",
        SigningNames = ["sagemaker"],
        Operations = Operations(),
    };

    public static Service Query { get; } = new()
    {
        Name = "CloudWatch",
        Route = "cloudwatch",
        TargetPrefix = "GraniteServiceVersion20100801",
        SpeaksCbor = true,
        JsonVersion = "1.0",
        SigningNames = ["monitoring"],
        Query = new QueryApi("2010-08-01", XmlNamespace),
        Errors = CloudWatchErrorTable.Table,
        Operations = Operations(),
    };

    private static Operation[] Operations() =>
    [
        Operation.Of("Echo", OrderJson.Default.Order, OrderJson.Default.Order, Echo),
        Operation.Of("GetEcho", OrderJson.Default.Order, OrderJson.Default.Order, Echo),
        Operation.Of("Drop", OrderJson.Default.Order, (_, _) => { }),
        Operation.Of("Ping", OrderJson.Default.Nothing, OrderJson.Default.Nothing, Ping),
        Operation.Of("Fail", OrderJson.Default.FailRequest, (request, _) => throw new AwsError(request.Shape!, request.Text ?? "no")),
        Operation.Of("Crash", OrderJson.Default.Nothing, (_, _) => throw new InvalidOperationException("secret of the engine")),
        Operation.Of("WhoAmI", OrderJson.Default.Nothing, OrderJson.Default.CallView, View),
        Operation.Of("GetCaller", OrderJson.Default.Nothing, OrderJson.Default.CallView, View),
    ];

    private static Order Echo(Order order, Call call) => order;

    private static Nothing Ping(Nothing nothing, Call call) => nothing;

    private static CallView View(Nothing nothing, Call call) => new() { Account = call.Account, Region = call.Region };
}
