using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>Many callers of one account at once: whatever the order, the same is there at the end.</summary>
public sealed class ConcurrencyTests(TestHost host)
{
    private const int Callers = 8;
    private const int Endpoints = 10;

    [Fact]
    public async Task Calls_FromManyTasksDuringAdvances_AreAllCarriedOut()
    {
        var account = host.NewAccount();
        await account.HasModel();
        await account.HasConfig("blue", 2);
        await account.HasConfig("green", 2);
        var isDone = false;

        var advancing = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isDone))
            {
                await account.Advances(3);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Call(account, caller))))
            .WaitAsync(TimeSpan.FromSeconds(30));
        Volatile.Write(ref isDone, true);
        await advancing.WaitAsync(TimeSpan.FromSeconds(30));
        await account.Advances(3600);

        var endpoints = await account.Does("ListEndpoints", """{"MaxResults":100}""");
        endpoints.Each("Endpoints", "EndpointStatus").Should().HaveCount(Callers * Endpoints).And.OnlyContain(status => status == "InService");
        account.World.Read(world => world.InTransition).Should().Be(0);
        account.World.Read(world => world.Regions.Single().Endpoints.All.Sum(endpoint => endpoint.Current!.InService))
            .Should().Be(Callers * Endpoints * 2);
    }

    private static async Task Call(Account account, int caller)
    {
        for (var i = 0; i < Endpoints; i++)
        {
            var name = $"e-{caller}-{i}";
            await account.Does("CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"blue"}""");
            await account.Does("ListEndpoints", """{"MaxResults":5}""");

            // It may be in service by now or not: either answer is right, a 500 is not.
            var update = await account.SageMaker("UpdateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"green"}""");
            update.Status.Should().BeOneOf([200, 400], update.Text);
            await account.Does("DescribeEndpoint", $$"""{"EndpointName":"{{name}}"}""");
            (await account.CloudWatch("DescribeAlarms", "{}")).Status.Should().Be(200);
        }
    }
}
