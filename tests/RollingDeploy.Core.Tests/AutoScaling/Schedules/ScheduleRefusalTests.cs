using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling.Schedules;

/// <summary>What PutScheduledAction and DeleteScheduledAction refuse, and that nothing has changed then.</summary>
public sealed class ScheduleRefusalTests
{
    private static readonly PutScheduledAction Good = new(TestWorld.RegionName, ScaledWorld.Variant.Key, "action")
    {
        Schedule = "rate(1 hour)",
        Bounds = new(1, 2),
    };

    private readonly ScaledWorld _scaled = new();

    public static TheoryData<string, string> Refusals => new()
    {
        { "an at expression in the past", "Invalid schedule expression. Details: The schedule at(2020-01-01T00:00:00) has no time in the future." },
        { "an at expression of now", "Invalid schedule expression. Details: The schedule at(*) has no time in the future." },
        { "a cron expression of a past year", "Invalid schedule expression. Details: The schedule cron(0 0 1 1 ? 2020) has no time in the future." },
        { "an end before the next time", "Invalid schedule expression. Details: The schedule rate(1 hour) has no time in the future." },
        { "an end in the past", "EndTime must be in the future" },
        { "a start after the end", "StartTime must be earlier than EndTime" },
        { "a start at the end", "StartTime must be earlier than EndTime" },
        { "no schedule", "Schedule is required to create a scheduled action" },
        { "no bounds", "ScalableTargetAction must have a MinCapacity, a MaxCapacity or both" },
        { "empty bounds", "ScalableTargetAction must have a MinCapacity, a MaxCapacity or both" },
        { "a negative minimum", "MinCapacity and MaxCapacity must be greater than or equal to 0" },
        { "a negative maximum", "MinCapacity and MaxCapacity must be greater than or equal to 0" },
        { "crossed bounds", "Maximum capacity cannot be less than minimum capacity" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Put_ThatMakesNoSense_IsRefusedAndChangesNothing(string what, string message)
    {
        var before = StatePrinter.Text(_scaled.World.World);

        var put = () => _scaled.World.Apply(Wrong(what));

        put.Should().Throw<AwsError>().WithMessage(message).Which.Shape.Should().Be("ValidationException");
        StatePrinter.Text(_scaled.World.World).Should().Be(before);
    }

    [Theory]
    [InlineData("endpoint/none/variant/a", VariantInstances.Name, "sagemaker")]
    [InlineData("endpoint/e", VariantInstances.Name, "sagemaker")]
    [InlineData("inference-component/c", VariantInstances.Name, "sagemaker")]
    [InlineData("endpoint/e/variant/a", ComponentCopies.Name, "sagemaker")]
    [InlineData("endpoint/e/variant/a", VariantInstances.Name, "ecs")]
    [InlineData("service/a/b", "ecs:service:DesiredCount", "ecs")]
    public void Call_ForWhatIsNotRegistered_IsNotFound(string id, string dimension, string service)
    {
        var key = new ScalableKey(id, dimension, service);
        var where = $"service namespace: {service}, resource ID: {id}, scalable dimension: {dimension}";

        NotFound(Good with { Key = key }, $"No scalable target registered for {where}");
        NotFound(new DeleteScheduledAction(TestWorld.RegionName, key, "x"), $"No scheduled action found for {where}, scheduled action name: x");
        NotFound(new DeleteScalingPolicy(TestWorld.RegionName, key, "x"), $"No scaling policy found for {where}, policy name: x");
        NotFound(new DeregisterScalableTarget(TestWorld.RegionName, key), $"No scalable target found for {where}");
        NotFound(new PutScalingPolicy(TestWorld.RegionName, key, "x", new StepScaling(default, [])
            , "{}"), $"No scalable target registered for {where}");
    }

    [Fact]
    public void Delete_ActionThatDoesNotExist_IsNotFound() => NotFound(
        new DeleteScheduledAction(TestWorld.RegionName, ScaledWorld.Variant.Key, "none"),
        "No scheduled action found for service namespace: sagemaker, resource ID: endpoint/e/variant/a, scalable dimension: "
        + "sagemaker:variant:DesiredInstanceCount, scheduled action name: none");

    [Fact]
    public void Put_BeyondTheQuota_IsRefused()
    {
        for (var i = 0; i < 200; i++)
        {
            _scaled.World.Apply(Good with { Name = $"a{i}" });
        }

        var more = () => _scaled.World.Apply(Good);

        more.Should().Throw<AwsError>().Which.Shape.Should().Be("LimitExceededException");
        _scaled.World.Apply(Good with { Name = "a7" });
    }

    private PutScheduledAction Wrong(string what)
    {
        var now = _scaled.World.World.Now;
        return what switch
        {
            "an at expression in the past" => Good with { Schedule = "at(2020-01-01T00:00:00)" },
            "an at expression of now" => Good with { Schedule = _scaled.AfterSeconds(0) },
            "a cron expression of a past year" => Good with { Schedule = "cron(0 0 1 1 ? 2020)" },
            "an end before the next time" => Good with { End = now.AddMinutes(59) },
            "an end in the past" => Good with { End = now },
            "a start after the end" => Good with { Start = now.AddDays(2), End = now.AddDays(1) },
            "a start at the end" => Good with { Start = now.AddDays(1), End = now.AddDays(1) },
            "no schedule" => Good with { Schedule = null },
            "no bounds" => Good with { Bounds = null },
            "empty bounds" => Good with { Bounds = new(null, null) },
            "a negative minimum" => Good with { Bounds = new(-1, null) },
            "a negative maximum" => Good with { Bounds = new(null, -1) },
            _ => Good with { Bounds = new(2, 1) },
        };
    }

    private void NotFound<TResult>(Command<TResult> command, string message)
    {
        var before = StatePrinter.Text(_scaled.World.World);

        var apply = () => _scaled.World.Apply(command);

        apply.Should().Throw<AwsError>().WithMessage(message).Which.Shape.Should().Be("ObjectNotFoundException");
        StatePrinter.Text(_scaled.World.World).Should().Be(before);
    }
}
