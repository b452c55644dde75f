using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

/// <summary>What each call may do in each status: the table of sagemaker-endpoints.md §2.1, row by row.</summary>
public sealed class StatusTableTests
{
    private const string Arn = "arn:aws:sagemaker:us-east-1:123456789012:endpoint/e";
    private const string Busy = $"Cannot update in-progress endpoint \"{Arn}\".";
    private const string Taken = $"Cannot create already existing endpoint \"{Arn}\".";
    private const string Failed = $"Cannot update endpoint \"{Arn}\" with status Failed.";
    private const string Stranded = $"Cannot update endpoint \"{Arn}\" with status UpdateRollbackFailed.";

    // By status: UpdateEndpoint, UpdateEndpointWeightsAndCapacities, DeleteEndpoint. Null is accepted.
    private static readonly Dictionary<EndpointStatus, string?[]> Table = new()
    {
        [EndpointStatus.InService] = [null, null, null],
        [EndpointStatus.Creating] = [Busy, Busy, Busy],
        [EndpointStatus.Updating] = [Busy, Busy, Busy],
        [EndpointStatus.SystemUpdating] = [Busy, Busy, Busy],
        [EndpointStatus.RollingBack] = [Busy, Busy, Busy],
        [EndpointStatus.Failed] = [Failed, Failed, null],
        [EndpointStatus.UpdateRollbackFailed] = [null, Stranded, null],
        [EndpointStatus.Deleting] = [Busy, Busy, Busy],
    };

    public static TheoryData<EndpointStatus> Statuses => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Update_InAStatus_IsAnsweredAsTheTableSays(EndpointStatus status) =>
        Check(status, new UpdateEndpoint(TestWorld.RegionName, "e", "v2"), Table[status][0]);

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Scale_InAStatus_IsAnsweredAsTheTableSays(EndpointStatus status) =>
        Check(status, new UpdateWeightsAndCapacities(TestWorld.RegionName, "e", [new("a", 2, 5)]), Table[status][1]);

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Delete_InAStatus_IsAnsweredAsTheTableSays(EndpointStatus status) =>
        Check(status, new DeleteEndpoint(TestWorld.RegionName, "e"), Table[status][2]);

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Create_OfTheSameNameInAnyStatus_IsRefused(EndpointStatus status) =>
        Check(status, new CreateEndpoint(TestWorld.RegionName, "E", "v1"), Taken);

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Scale_OfAnUnknownVariantInAStatus_FirstLooksAtTheStatus(EndpointStatus status) => Check(
        status,
        new UpdateWeightsAndCapacities(TestWorld.RegionName, "e", [new("x", 2, 5)]),
        Table[status][1] ?? "The variant name(s) \"x\" is/are not present within endpoint configuration \"v1\".");

    [Fact]
    public void Endpoint_ThatIsDeleted_CanBeCreatedAgain()
    {
        var world = In(EndpointStatus.Deleting).Advance(1);

        world.Create("v1");

        world.Endpoint.Status.Should().Be(EndpointStatus.InService);
    }

    private static void Check(EndpointStatus status, Command<string> command, string? refusal)
    {
        var world = In(status);
        var before = StatePrinter.Text(world.World);

        var act = () => world.Apply(command);

        if (refusal is null)
        {
            act().Should().Be(Arn);
            StatePrinter.Text(world.World).Should().NotBe(before);
        }
        else
        {
            act.Should().Throw<AwsError>().WithMessage(refusal).Which.Shape.Should().Be("ValidationException");
            StatePrinter.Text(world.World).Should().Be(before);
        }
    }

    private static TestWorld In(EndpointStatus status)
    {
        var world = status switch
        {
            EndpointStatus.Creating => Begun(),
            EndpointStatus.Failed => Begun(new TestWorld().Fault(FleetSide.New)).ToTheEnd(),
            EndpointStatus.Updating => Begun().ToTheEnd().Update("v2"),
            EndpointStatus.RollingBack => Begun().ToTheEnd().Fault(FleetSide.Old, atInstance: 2).Scale(("a", 6)).Advance(5),
            EndpointStatus.UpdateRollbackFailed => RolledBackInVain(),
            EndpointStatus.Deleting => Deleted(Begun().ToTheEnd()),
            _ => Begun().ToTheEnd(),
        };
        if (status == EndpointStatus.SystemUpdating)
        {
            // No call leads there: it is AWS's own maintenance.
            world.Endpoint.Enter(status);
            world.World.RunUntil(world.World.Now);
        }

        world.Endpoint.Status.Should().Be(status);
        return world;
    }

    private static TestWorld Begun(TestWorld? world = null)
    {
        world = (world ?? new TestWorld()).Config("v1", 4).Config("v2", 4);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));
        return world;
    }

    // The second batch cannot be had, and neither can the old instance that went with the first.
    private static TestWorld RolledBackInVain() => Begun().ToTheEnd()
        .Fault(FleetSide.New, atInstance: 2).Fault(FleetSide.Old)
        .Update("v2", Configs.Rolling("1", wait: 10)).ToTheEnd();

    private static TestWorld Deleted(TestWorld world)
    {
        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));
        return world;
    }
}
