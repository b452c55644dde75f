using System.Text.RegularExpressions;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>What an account may have of an instance type; an absent member is without limit.</summary>
internal sealed partial record QuotaRequest
{
    /// <summary>The account's quota: beyond it a call is refused with ResourceLimitExceeded.</summary>
    [Range(0)]
    public int? Limit { get; init; }

    /// <summary>The region's capacity: beyond it a launch fails later, with a FailureReason.</summary>
    [Range(0)]
    public int? Available { get; init; }

    public PutQuota ToCommand(string region, string instanceType)
    {
        if (!InstanceType().IsMatch(instanceType))
        {
            throw ProblemException.Bad("instanceType", $"{instanceType} is no SageMaker instance type: those are like ml.m5.large.");
        }

        if (Limit < 0)
        {
            throw ProblemException.Bad("limit", "A limit cannot be negative.");
        }

        return Available < 0
            ? throw ProblemException.Bad("available", "A capacity cannot be negative.")
            : new PutQuota(region, instanceType, new Quota(Limit, Available));
    }

    [GeneratedRegex($"^{Patterns.InstanceType}$")]
    private static partial Regex InstanceType();
}

/// <summary>A quota and what is used of it.</summary>
internal sealed record QuotaState(string InstanceType, int? Limit, int? Available, int Utilization);

/// <summary>Quotas and capacity as data.</summary>
internal static class QuotaRoutes
{
    public static void MapQuotas(this RouteGroupBuilder routes)
    {
        routes.MapPut("/quotas/{instanceType}", (string instanceType, QuotaRequest quota, [AsParameters] Partition partition) =>
            {
                partition.ForWriting.Apply(quota.ToCommand(partition.RegionName, instanceType));
                return TypedResults.Ok(Read(partition, instanceType));
            })
            .WithSummary("Set the account's quota and the region's capacity of an instance type").WithName("putQuota")
            .WithMetadata(new BodyExample("""{"limit":4,"available":10}""")).ProducesProblem(400);

        routes.MapGet("/quotas/{instanceType}", (string instanceType, [AsParameters] Partition partition) =>
                TypedResults.Ok(Read(partition, instanceType)))
            .WithSummary("The quota of an instance type and what is used of it").WithName("getQuota");

        routes.MapGet("/quotas", ([AsParameters] Partition partition) =>
                TypedResults.Ok(partition.Read(region => region.Quotas.All.Keys
                    .Select(type => State(region.Quotas, type))
                    .ToList())))
            .WithSummary("The quotas that were set").WithName("listQuotas");
    }

    private static QuotaState Read(Partition partition, string instanceType) =>
        partition.Read(region => State(region.Quotas, instanceType));

    private static QuotaState State(QuotaTable quotas, string instanceType)
    {
        var quota = quotas.Get(instanceType);
        return new(instanceType, quota.Limit, quota.Available, quotas.Utilization(instanceType));
    }
}
