using Microsoft.AspNetCore.Http.HttpResults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control;

/// <summary>How many instances of a type an account may use. A member that is absent means no limit.</summary>
internal sealed record QuotaRequest
{
    private static readonly WholePattern InstanceType = new(Patterns.InstanceType);

    /// <summary>The quota of the account. A call that exceeds it is refused with ResourceLimitExceeded.</summary>
    [Range(0)]
    public int? Limit { get; init; }

    /// <summary>The capacity of the region. A launch that exceeds it fails later, with a FailureReason.</summary>
    [Range(0)]
    public int? Available { get; init; }

    public PutServiceLimit ToCommand(string region, ServiceLimit limit)
    {
        RequireLimit();
        return Available is null
            ? new PutServiceLimit(region, limit, Limit)
            : throw ProblemException.Bad("available", $"available can only be set for an instance type. {limit.Name} only has a limit.");
    }

    public PutQuota ToCommand(string region, string instanceType)
    {
        if (!InstanceType.Fits(instanceType))
        {
            throw ProblemException.Bad(
                "instanceType",
                $"'{Excerpt.Of(instanceType)}' is not a SageMaker instance type. Use a name such as ml.m5.large, or "
                + $"{Choice.Of([.. ServiceLimit.All.Select(limit => limit.Name)])}.");
        }

        RequireLimit();
        return Available < 0
            ? throw ProblemException.Bad("available", "available must be 0 or more.")
            : new PutQuota(region, instanceType, new Quota(Limit, Available));
    }

    private void RequireLimit()
    {
        if (Limit < 0)
        {
            throw ProblemException.Bad("limit", "limit must be 0 or more.");
        }
    }
}

/// <summary>A quota and its utilization. Either <c>instanceType</c> or <c>name</c> says what it is the quota of.</summary>
internal sealed record QuotaState(string? InstanceType, string? Name, int? Limit, int? Available, int Utilization);

/// <summary>The routes that set and show quotas and capacity.</summary>
internal static class QuotaRoutes
{
    public static void MapQuotas(this RouteGroupBuilder routes)
    {
        routes.MapPut("/quotas/{instanceType}", Put)
            .WithSummary("Set the quota and the capacity of an instance type, or the limit of models or serverless-memory")
            .WithName("putQuota")
            .WithMetadata(new BodyExample("""{"limit":4,"available":10}""")).ProducesProblem(400);

        routes.MapGet("/quotas/{instanceType}", (string instanceType, [AsParameters] Partition partition) =>
                TypedResults.Ok(Read(partition, instanceType)))
            .WithSummary("Get the quota of an instance type, of models or of serverless-memory, and its utilization").WithName("getQuota");

        routes.MapGet("/quotas", ([AsParameters] Partition partition) => TypedResults.Ok(partition.Read(List)))
            .WithSummary("List the quotas that were set").WithName("listQuotas");
    }

    private static Ok<QuotaState> Put(string instanceType, QuotaRequest quota, [AsParameters] Partition partition)
    {
        if (ServiceLimit.Find(instanceType) is { } limit)
        {
            partition.ForWriting.Apply(quota.ToCommand(partition.RegionName, limit));
        }
        else
        {
            partition.ForWriting.Apply(quota.ToCommand(partition.RegionName, instanceType));
        }

        return TypedResults.Ok(Read(partition, instanceType));
    }

    private static List<QuotaState> List(Region region) =>
    [
        .. region.Quotas.All.Keys.Select(type => State(region.Quotas, type)),
        .. ServiceLimit.All.Where(limit => region.Limits.Get(limit) is not null).Select(limit => State(region, limit)),
    ];

    private static QuotaState Read(Partition partition, string name) => partition.Read(region =>
        ServiceLimit.Find(name) is { } limit ? State(region, limit) : State(region.Quotas, name));

    private static QuotaState State(QuotaTable quotas, string instanceType)
    {
        var quota = quotas.Get(instanceType);
        return new(instanceType, null, quota.Limit, quota.Available, quotas.Utilization(instanceType));
    }

    private static QuotaState State(Region region, ServiceLimit limit) =>
        new(null, limit.Name, region.Limits.Get(limit), null, limit.Utilization(region));
}
