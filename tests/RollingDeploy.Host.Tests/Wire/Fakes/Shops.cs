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
        Operation.Of<Order, Order>("Echo", OrderJson.Default, (order, _) => order),
        Operation.Of<Order, Order>("GetEcho", OrderJson.Default, (order, _) => order),
        Operation.Of<Order>("Drop", OrderJson.Default, (_, _) => { }),
        Operation.Of<Nothing, Nothing>("Ping", OrderJson.Default, (nothing, _) => nothing),
        Operation.Of<FailRequest>("Fail", OrderJson.Default, (request, _) => throw new AwsError(request.Shape!, request.Text ?? "no")),
        Operation.Of<Nothing>("Crash", OrderJson.Default, (_, _) => throw new InvalidOperationException("secret of the engine")),
        Operation.Of<Nothing,
        CallView>("WhoAmI", OrderJson.Default, (_, call) => new() { Account = call.Account, Region = call.Region }),
        Operation.Of<Nothing,
        CallView>("GetCaller", OrderJson.Default, (_, call) => new() { Account = call.Account, Region = call.Region }),
    ];
}
