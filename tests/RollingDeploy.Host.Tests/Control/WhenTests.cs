using System.Globalization;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

/// <summary>
/// What is armed beforehand for a moment of the next deployment, for who cannot inject while it runs. Four instances roll by two,
/// with bakes of 120 s.
/// </summary>
public sealed class WhenTests(TestHost host)
{
    private const string SecondBake = """{"endpoint":"demo","bake":2,"afterSeconds":30}""";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task PutBehavior_WithAMoment_LeavesThePresentOneUntilItComes()
    {
        await Deploys();
        await _account.Ours("PUT models/model/behavior", """{"errorRate":0.1}""");

        var armed = await _account.Ours("PUT models/model/behavior", $$"""{"errorRate":0.5,"when":{{SecondBake}} }""");
        await _account.Updates(Policies.Rolling);
        var counting = await UntilState("counting");
        var come = await UntilState("come");

        (armed.At("said.errorRate"), armed.At("inEffect.errorRate"), armed.At("armed.behavior.errorRate")).Should().Be(("0.1", "0.1", "0.5"));
        armed.At("armed.when").Should().Be("""{"endpoint":"demo","bake":2,"afterSeconds":30,"state":"armed"}""");
        (counting.At("said.errorRate"), counting.At("armed.when.at")).Should().Be(("0.1", come.At("armed.when.at")));
        (come.At("said.errorRate"), come.At("armed.when.state")).Should().Be(("0.5", "come"));
        (await Journal()).Should().ContainInOrder("bakeStarted", "bakeStarted", "behaviorBegan");
    }

    [Fact]
    public async Task ToNextEvent_InTheBake_StopsAtTheMoment()
    {
        await Deploys();
        await _account.Ours("PUT models/model/behavior", $$"""{"errorRate":0.5,"when":{{SecondBake}} }""");
        await _account.Updates(Policies.Rolling);
        var counting = await UntilState("counting");

        var announced = (await _account.Ours("GET clock")).At("nextEvent");
        var answer = await _account.Ours("POST clock/advance", """{"toNextEvent":true}""");

        announced.Should().Be(counting.At("armed.when.at"));
        (answer.At("now"), answer.At("reached")).Should().Be((announced, "true"));
    }

    [Fact]
    public async Task DeleteBehavior_ThatIsArmed_DisarmsIt()
    {
        await _account.Ours("PUT models/model/behavior", $$"""{"errorRate":0.5,"when":{{SecondBake}} }""");

        await _account.Ours("DELETE models/model/behavior");

        (await _account.Ours("GET models/model/behavior")).At("armed").Should().BeNull();
    }

    [Fact]
    public async Task PostFault_WithAMoment_StrikesThenAndTellsHowFarItIs()
    {
        await Deploys();
        var armed = await _account.Ours("POST faults", $$"""{"kind":"instanceCrash","endpoint":"demo","when":{{SecondBake}} }""");
        await _account.Updates(Policies.Rolling);

        await _account.AdvanceUntil("InService");
        var come = await _account.Ours("GET faults");

        armed.Status.Should().Be(201, armed.Text);
        (armed.At("when.state"), armed.At("hits")).Should().Be(("armed", "0"));
        (come.At("0.when.state"), come.At("0.hits")).Should().Be(("come", "1"));
        (await Journal()).Should().ContainInOrder("bakeStarted", "bakeStarted", "faultBegan", "instanceCrashed");
    }

    [Fact]
    public async Task Skip_WithErrorsArmedForASecondBake_RollsBackInOneLeap()
    {
        await Deploys();
        await _account.Ours("PUT endpoints/demo/traffic", """{"requestsPerSecond":10}""");
        await _account.CloudWatch("PutMetricAlarm", """
            {"AlarmName":"errors","Namespace":"AWS/SageMaker","MetricName":"Invocation5XXErrors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,
             "Dimensions":[{"Name":"EndpointName","Value":"demo"},{"Name":"VariantName","Value":"AllTraffic"}],
             "Threshold":5,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching"}
            """);
        await _account.Ours("PUT models/model/behavior", $$"""{"errorRate":0.5,"when":{{SecondBake}} }""");
        await _account.Ours("PUT clock", """{"mode":"skip"}""");

        await _account.Updates(Policies.Rolling);

        await Eventually.Holds(() => Status() == DeploymentStatus.RolledBack, "the leap went past the errors");
        (await Journal()).Should().ContainInOrder("bakeStarted", "bakeStarted", "behaviorBegan", "alarmTripped", "rolledBack");
        (await _account.Describes()).At("EndpointConfigName").Should().Be("blue");
    }

    [Theory]
    [InlineData("{}", "when.endpoint", "Specify exactly one of when.endpoint and when.inferenceComponent.")]
    [InlineData("""{"endpoint":"e","inferenceComponent":"c"}""", "when.endpoint", null)]
    [InlineData("""{"endpoint":"no blanks"}""", "when.endpoint", "'no blanks' is not a valid endpoint name. Use 1 to 63 letters, digits and hyphens, with no hyphen at the start or at the end.")]
    [InlineData("""{"inferenceComponent":"-"}""", "when.inferenceComponent", "'-' is not a valid inference component name. Use 1 to 63 letters, digits and hyphens, with no hyphen at the start or at the end.")]
    [InlineData("""{"endpoint":"e","bake":0}""", "when.bake", "when.bake is 0; it must be 1 or more.")]
    [InlineData("""{"endpoint":"e","bake":1.5}""", "when.bake", null)]
    [InlineData("""{"endpoint":"e","afterSeconds":-1}""", "when.afterSeconds", "when.afterSeconds is -1; it must be from 0 to 31536000 (a year).")]
    [InlineData("""{"endpoint":"e","afterSeconds":1e9}""", "when.afterSeconds", null)]
    [InlineData("""{"endpoint":"e","after":1}""", "when.after", "Unknown member 'when.after'. /swagger lists the members of this request.")]
    [InlineData("\"soon\"", "when", null)]
    public async Task When_AgainstARule_IsRefusedByBothRoutes(string when, string field, string? detail)
    {
        var behavior = await _account.Ours("PUT models/model/behavior", $$"""{"errorRate":0.5,"when":{{when}} }""");
        var fault = await _account.Ours("POST faults", $$"""{"kind":"instanceCrash","when":{{when}} }""");

        foreach (var answer in new[] { behavior, fault })
        {
            (answer.Status, answer.At("field")).Should().Be((400, field), answer.Text);
            answer.At("detail").Should().Be(detail ?? answer.At("detail"));
        }

        (await _account.Ours("GET faults")).Text.Should().Be("[]");
        (await _account.Ours("GET models/model/behavior")).At("armed").Should().BeNull();
    }

    private async Task Deploys()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
    }

    private async Task<Wire.Fakes.Answer> UntilState(string state)
    {
        for (var i = 0; i < 60; i++)
        {
            var answer = await _account.Ours("GET models/model/behavior");
            if (answer.At("armed.when.state") == state)
            {
                return answer;
            }

            await _account.Advances(10);
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"It never was {state}."));
    }

    private async Task<IEnumerable<string?>> Journal() => (await _account.Ours("GET endpoints/demo/journal")).Each("", "event");

    private DeploymentStatus Status() => _account.World.Read(
        world => world.Regions.Single().Endpoints.Get("demo").Deployments[^1].Deployment.Status);
}
