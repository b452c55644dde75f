using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Tests.Stage;

/// <summary>A printer that overlooked a change would make every test that relies on it worthless.</summary>
public sealed class WorldPrinterTests(TestHost host)
{
    [Fact]
    public async Task Print_AfterReading_IsTheSame()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        var before = WorldPrinter.Print(account);

        await account.Describes();

        WorldPrinter.Print(account).Should().Be(before);
    }

    [Theory]
    [InlineData("POST faults", """{"kind":"insufficientCapacity"}""")]
    [InlineData("POST clock/advance", """{"seconds":0.001}""")]
    public async Task Print_AfterTheSmallestChange_Differs(string route, string body)
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        var before = WorldPrinter.Print(account);

        await account.Ours(route, body);

        WorldPrinter.Print(account).Should().NotBe(before);
    }

    [Fact]
    public async Task Print_AfterEachChange_Differs()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        var prints = new List<string> { WorldPrinter.Print(account) };

        await account.HasAlarm();
        prints.Add(WorldPrinter.Print(account));
        await account.SetsAlarm("ALARM");
        prints.Add(WorldPrinter.Print(account));
        await account.CloudWatch("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1}]}""");
        prints.Add(WorldPrinter.Print(account));
        await account.Updates();
        prints.Add(WorldPrinter.Print(account));
        account.World.Schedule.Add(account.World.Now.AddDays(1), DueKind.Metrics, new Owner("us-east-1", "x"));
        prints.Add(WorldPrinter.Print(account));

        prints.Should().OnlyHaveUniqueItems();
    }
}
