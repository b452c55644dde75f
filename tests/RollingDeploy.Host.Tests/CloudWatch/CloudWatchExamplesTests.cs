using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>The bodies that Swagger UI offers, one after the other as they stand there.</summary>
public sealed class CloudWatchExamplesTests(TestHost host)
{
    [Fact]
    public async Task Examples_InTheirOrder_AreTaken()
    {
        var account = host.NewAccount();

        foreach (var (title, body) in CloudWatchExamples.All)
        {
            var operation = OperationOf(title);
            var answer = await account.Plain($"cloudwatch/{operation}", body.Replace("000000000000", account.Id));

            answer.Status.Should().Be(200, $"{operation}: {answer.Text}");
        }
    }

    [Fact]
    public void Examples_AreThereForEveryOperation() =>
        CloudWatchExamples.All.Keys.Select(OperationOf).Distinct().Should()
            .BeEquivalentTo(CloudWatchService.Create().Operations.Select(operation => operation.Name));

    // Another example of an operation has a title: "PutMetricAlarm: on a Metrics Insights query".
    private static string OperationOf(string title) => title.Split(": ")[0];
}
