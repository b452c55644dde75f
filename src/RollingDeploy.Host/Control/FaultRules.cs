using RollingDeploy.Core.Faults;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>What a fault that is asked for may say: each kind has members of its own.</summary>
internal static class FaultRules
{
    private const int MostCrashes = 10_000;
    private const double LongestLaunch = 86_400;
    private const int LongestName = 63;

    // Compared without regard to case, so written without regard to it.
    private static readonly WholePattern Name = new(Patterns.ModelName);
    private static readonly WholePattern InstanceType = new(Patterns.InstanceType, ignoreCase: true);

    private static readonly string[] Launch = ["endpoint", "variant", "inferenceComponent", "fleet", "instanceType", "atInstance", "times", "when"];
    private static readonly string[] Calls = ["operation", "rate", "times", "when"];

    /// <summary>The members that a kind has, besides its name.</summary>
    public static IReadOnlyList<string> MembersOf(FaultKind kind) => kind switch
    {
        FaultKind.SlowLaunch => [.. Launch, "seconds"],
        FaultKind.AlarmPermissionDenied => ["endpoint", "inferenceComponent", "times", "when"],
        FaultKind.Throttling or FaultKind.InternalError => Calls,
        FaultKind.InsufficientCapacity or FaultKind.PingFailure or FaultKind.InstanceCrash => Launch,
    };

    /// <summary>Refuses what makes no sense, naming the member; <paramref name="operations"/> are those that are served.</summary>
    public static void Check(FaultRequest fault, IEnumerable<string> operations)
    {
        var kind = fault.Kind ?? throw ProblemException.Bad(
            "kind", $"Say which kind of fault: {string.Join(", ", Words.Of(typeof(FaultKind)))}.");
        var fitting = MembersOf(kind);
        foreach (var (member, value) in fault.Members())
        {
            Require(
                value is null || fitting.Contains(member),
                member,
                $"A fault of this kind has no {member}; it may have {string.Join(", ", fitting)}.");
        }

        Require(fault.AtInstance is not < 1, "atInstance", "Instances are counted from 1.");
        Require(fault.Times is not < 1, "times", "A fault strikes at least once.");
        Require(
            kind != FaultKind.InstanceCrash || fault.Times is not > MostCrashes,
            "times",
            $"At most {MostCrashes} crashes can be asked for at a time: each is launched again, and may crash again.");
        Require(
            fault.Seconds is not { } seconds || (seconds >= 1 && seconds <= LongestLaunch),
            "seconds",
            $"A slow launch takes from 1 to {LongestLaunch} seconds.");
        Require(fault.Rate is not { } rate || (rate > 0 && rate <= 1), "rate", "A rate is more than 0 and at most 1, which is every call.");
        CheckNames(fault, operations);
    }

    // An endpoint, a variant or a component need not be there yet, but a name that none can have would never strike.
    private static void CheckNames(FaultRequest fault, IEnumerable<string> operations)
    {
        RequireName(fault.Endpoint, "endpoint", "endpoint");
        RequireName(fault.Variant, "variant", "variant");
        RequireName(fault.InferenceComponent, "inferenceComponent", "inference component");
        Require(
            fault.InstanceType is not { } type || InstanceType.Fits(type),
            "instanceType",
            "That is no SageMaker instance type: those are like ml.m5.large.");
        Require(
            fault.Operation is not { } operation || operations.Contains(operation, StringComparer.OrdinalIgnoreCase),
            "operation",
            "No operation of that name is served; /swagger lists those that are.");
    }

    /// <summary>Refuses a name that no endpoint, variant or component can have.</summary>
    public static void RequireName(string? name, string field, string noun) =>
        Require(name is null || (name.Length <= LongestName && Name.Fits(name)), field, $"No {noun} can have that name.");

    private static void Require(bool holds, string field, string detail)
    {
        if (!holds)
        {
            throw ProblemException.Bad(field, detail);
        }
    }
}
