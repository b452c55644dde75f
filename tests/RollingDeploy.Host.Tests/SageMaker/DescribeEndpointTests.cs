using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>
/// DescribeEndpoint at each moment, written by hand from deployment-guardrails.md §9; seconds count from the call.
/// </summary>
public sealed class DescribeEndpointTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Creation_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 4);
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");

        (await _account.MomentsAt(0, 4.999, 5)).Should().Equal(
            "Creating blue + blue 0/4 weight 0/1 Creating: Launching 4 instance(s).",
            "Creating blue + blue 0/4 weight 0/1 Creating: Launching 4 instance(s).",
            "InService blue 4/4");
    }

    [Fact]
    public async Task Default_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();
        await _account.Updates();

        (await _account.MomentsAt(0, 5, 6, 7)).Should().Equal(
            "Updating blue 4/4 + green 0/4 weight 0/1 Creating: Launching 4 instance(s).",
            "Updating blue 4/4 + green 4/4 ActivatingTraffic: Activating traffic on full capacity of 4 instance(s).",
            "Updating blue 4/4 Deleting: Terminating 4 instance(s). + green 4/4",
            "InService green 4/4");
    }

    [Fact]
    public async Task AllAtOnce_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.AllAtOnce);

        (await _account.MomentsAt(0, 5, 6, 305.999, 306, 307)).Should().Equal(
            "Updating blue 4/4 + green 0/4 weight 0/1 Creating: Launching 4 instance(s).",
            "Updating blue 4/4 + green 4/4 ActivatingTraffic: Activating traffic on full capacity of 4 instance(s).",
            "Updating blue 4/4 + green 4/4 Baking: Baking for 300 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 4 instance(s).",
            "Updating blue 4/4 + green 4/4 Baking: Baking for 300 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 4 instance(s).",
            "Updating blue 4/4 Deleting: Terminating 4 instance(s). + green 4/4",
            "InService green 4/4");
    }

    [Fact]
    public async Task Canary_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Canary);

        (await _account.MomentsAt(0, 5, 6, 126, 127, 427, 428)).Should().Equal(
            "Updating blue 4/4 + green 0/4 weight 0/1 Creating: Launching 4 instance(s).",
            "Updating blue 4/4 + green 1/4 ActivatingTraffic: Activating traffic on canary capacity of 1 instance(s).",
            "Updating blue 4/4 + green 1/4 Baking: Baking for 120 seconds (WaitIntervalInSeconds) with traffic enabled on canary capacity of 1 instance(s).",
            "Updating blue 4/4 + green 4/4 ActivatingTraffic: Activating traffic on full capacity of 4 instance(s).",
            "Updating blue 4/4 + green 4/4 Baking: Baking for 300 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 4 instance(s).",
            "Updating blue 4/4 Deleting: Terminating 4 instance(s). + green 4/4",
            "InService green 4/4");
    }

    [Fact]
    public async Task Linear_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Linear);

        (await _account.MomentsAt(5, 6, 126, 127, 427, 428)).Should().Equal(
            "Updating blue 4/4 + green 2/4 ActivatingTraffic: Activating traffic on linear step capacity of 2 instance(s).",
            "Updating blue 4/4 + green 2/4 Baking: Baking for 120 seconds (WaitIntervalInSeconds) with traffic enabled on linear step capacity of 2 instance(s).",
            "Updating blue 4/4 + green 4/4 ActivatingTraffic: Activating traffic on full capacity of 4 instance(s).",
            "Updating blue 4/4 + green 4/4 Baking: Baking for 300 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 4 instance(s).",
            "Updating blue 4/4 Deleting: Terminating 4 instance(s). + green 4/4",
            "InService green 4/4");
    }

    [Fact]
    public async Task Rolling_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);

        (await _account.MomentsAt(0, 5, 6, 126, 127, 132, 133, 253, 254)).Should().Equal(
            "Updating blue 4/4 + green 0/4 weight 0/1 Creating: Launching 2 instance(s).",
            "Updating blue 4/4 + green 2/4 ActivatingTraffic: Activating traffic on batch capacity of 2 instance(s).",
            "Updating blue 4/4 + green 2/4 Baking: Baking for 120 seconds (WaitIntervalInSeconds) with traffic enabled on batch capacity of 2 instance(s).",
            "Updating blue 4/4 Deleting: Terminating 2 instance(s). + green 2/4",
            "Updating blue 2/4 + green 2/4 Creating: Launching 2 instance(s).",
            "Updating blue 2/4 + green 4/4 ActivatingTraffic: Activating traffic on batch capacity of 2 instance(s).",
            "Updating blue 2/4 + green 4/4 Baking: Baking for 120 seconds (WaitIntervalInSeconds) with traffic enabled on batch capacity of 4 instance(s).",
            "Updating blue 2/4 Deleting: Terminating 2 instance(s). + green 4/4",
            "InService green 4/4");
    }

    [Fact]
    public async Task Deletion_AtEachMoment_ShowsWhatGoesOn()
    {
        await _account.HasEndpoint();
        await _account.Does("DeleteEndpoint", """{"EndpointName":"demo"}""");

        (await _account.Moment()).Should().Be("Deleting blue 4/4 Deleting: Terminating 4 instance(s).");
        await _account.Advances(1);
        (await _account.SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""")).At("message").Should().Be(
            $"Could not find endpoint \"arn:aws:sagemaker:us-east-1:{_account.Id}:endpoint/demo\".");
    }

    [Fact]
    public async Task Times_DuringADeployment_AreThoseOfItsSteps()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Advances(55);
        await _account.Updates(Policies.Canary);
        await _account.Advances(30);

        var answer = await _account.Describes();

        // 2030-01-01 is 1893456000; the update came after a minute, its bake began 6 seconds later.
        answer.At("CreationTime").Should().Be("1.893456E9");
        answer.At("LastModifiedTime").Should().Be("1.89345606E9");
        answer.At("PendingDeploymentSummary.StartTime").Should().Be("1.89345606E9");
        answer.At("PendingDeploymentSummary.ProductionVariants.0.VariantStatus.0.StartTime").Should().Be("1.893456066E9");
    }

    [Fact]
    public async Task Images_OfAnEndpoint_AreResolved()
    {
        await _account.HasEndpoint();
        await _account.Updates();

        var answer = await _account.Describes();

        foreach (var variant in (string[])["ProductionVariants.0", "PendingDeploymentSummary.ProductionVariants.0"])
        {
            answer.At($"{variant}.DeployedImages.0.SpecifiedImage").Should().Be("registry/image:1");
            answer.At($"{variant}.DeployedImages.0.ResolvedImage").Should().MatchRegex("^registry/image@sha256:[0-9a-f]{64}$");
        }

        answer.At("PendingDeploymentSummary.ProductionVariants.0.InstanceType").Should().Be("ml.m5.large");
    }
}
