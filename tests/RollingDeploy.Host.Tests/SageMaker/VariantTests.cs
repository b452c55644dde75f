using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>Endpoints with several variants, and names in another case.</summary>
public sealed class VariantTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Update_OfTwoVariants_MovesThemTogether()
    {
        await HasTwo();
        await _account.Updates(Policies.Canary);

        (await _account.MomentsAt(5, 6)).Should().Equal(
            "Updating two 4/4 weight 3/3, 2/2 + green 1/4 weight 3/3 ActivatingTraffic: Activating traffic on canary capacity of 1 instance(s)., "
                + "1/2 ActivatingTraffic: Activating traffic on canary capacity of 1 instance(s).",
            "Updating two 4/4 weight 3/3, 2/2 + green 1/4 weight 3/3 Baking: Baking for 120 seconds (WaitIntervalInSeconds) with traffic enabled on canary capacity of 1 instance(s)., "
                + "1/2 Baking: Baking for 120 seconds (WaitIntervalInSeconds) with traffic enabled on canary capacity of 1 instance(s).");
    }

    [Fact]
    public async Task Update_ThatDropsAVariant_ShowsBothUntilItIsDone()
    {
        await HasTwo();
        await _account.HasConfig("one", 2);

        await _account.Updates(config: "one");
        var during = await _account.MomentsAt(0, 6, 7);

        during.Should().Equal(
            "Updating two 4/4 weight 3/3, 2/2 + one 0/2 weight 0/1 Creating: Launching 2 instance(s).",
            "Updating two 4/4 weight 3/3 Deleting: Terminating 4 instance(s)., 2/2 Deleting: Terminating 2 instance(s). + one 2/2",
            "InService one 2/2");
    }

    [Fact]
    public async Task Names_InAnotherCase_AreTheSame()
    {
        await _account.HasEndpoint();

        await _account.Does("UpdateEndpoint", """{"EndpointName":"DEMO","EndpointConfigName":"Green"}""");
        await _account.AdvanceUntil("InService");

        var answer = await _account.Does("DescribeEndpoint", """{"EndpointName":"dEmO"}""");
        (answer.At("EndpointName"), answer.At("EndpointConfigName")).Should().Be(("demo", "green"));
        (await _account.SageMaker("CreateEndpoint", """{"EndpointName":"Demo","EndpointConfigName":"blue"}""")).At("message").Should().Be(
            $"Cannot create already existing endpoint \"arn:aws:sagemaker:us-east-1:{_account.Id}:endpoint/demo\".");
    }

    private async Task HasTwo()
    {
        await _account.HasModel();
        await _account.HasAlarm();
        foreach (var name in (string[])["two", "green"])
        {
            await _account.Does(
                "CreateEndpointConfig",
                $$"""{"EndpointConfigName":"{{name}}","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":4,"InitialVariantWeight":3},{"VariantName":"b","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":2}]}""");
        }

        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"two"}""");
        await _account.AdvanceUntil("InService");
    }
}
