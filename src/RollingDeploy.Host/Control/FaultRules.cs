using RollingDeploy.Core.Faults;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control;

/// <summary>Checks a fault request. Each kind of fault has its own members.</summary>
internal static class FaultRules
{
    private const int MostCrashes = 10_000;
    private const double LongestLaunch = 86_400;
    private const int LongestName = 63;

    /// <summary>Which names are valid, as a sentence.</summary>
    public const string ValidName = "Use 1 to 63 letters, digits and hyphens, with no hyphen at the start or at the end.";

    // Faults are matched to instance types without regard to case, so any case is accepted here.
    private static readonly WholePattern Name = new(Patterns.ModelName);
    private static readonly WholePattern InstanceType = new(Patterns.InstanceType, ignoreCase: true);

    private static readonly string[] Launch = ["endpoint", "variant", "inferenceComponent", "fleet", "instanceType", "atInstance", "times", "when"];
    private static readonly string[] Calls = ["operation", "rate", "times", "when"];

    /// <summary>The names of the members that a kind of fault can have, besides <c>kind</c>.</summary>
    public static IReadOnlyList<string> MembersOf(FaultKind kind) => kind switch
    {
        FaultKind.SlowLaunch => [.. Launch, "seconds"],
        FaultKind.AlarmPermissionDenied => ["endpoint", "inferenceComponent", "times", "when"],
        FaultKind.Throttling or FaultKind.InternalError => Calls,
        FaultKind.InsufficientCapacity or FaultKind.PingFailure or FaultKind.InstanceCrash => Launch,
    };

    /// <summary>
    /// Checks that every member of the request is valid. <paramref name="operations"/> are the names of the operations served.
    /// </summary>
    public static void Check(FaultRequest fault, IEnumerable<string> operations)
    {
        var kind = fault.Kind ?? throw ProblemException.Bad(
            "kind", $"kind is required. Use {Choice.Of([.. Words.Of(typeof(FaultKind))])}.");
        var fitting = MembersOf(kind);
        foreach (var (member, value) in fault.Members())
        {
            Require(
                value is null || fitting.Contains(member),
                member,
                $"A fault of the kind {Words.Of(kind)} cannot have the member {member}. It can have {string.Join(", ", fitting)}.");
        }

        Require(fault.AtInstance is not < 1, "atInstance", "atInstance must be 1 or more.");
        Require(fault.Times is not < 1, "times", "times must be 1 or more.");
        Require(
            kind != FaultKind.InstanceCrash || fault.Times is not > MostCrashes,
            "times",
            $"times must be at most {MostCrashes} for the kind instanceCrash.");
        Require(
            fault.Seconds is not { } seconds || (seconds >= 1 && seconds <= LongestLaunch),
            "seconds",
            $"seconds must be from 1 to {LongestLaunch}.");
        Require(
            fault.Rate is not { } rate || (rate > 0 && rate <= 1),
            "rate",
            "rate must be more than 0 and at most 1. The value 1 means every call.");
        CheckNames(fault, operations);
    }

    // The endpoint, variant or component may be created later. A fault with a name that is not valid would never strike.
    private static void CheckNames(FaultRequest fault, IEnumerable<string> operations)
    {
        RequireName(fault.Endpoint, "endpoint", "endpoint");
        RequireName(fault.Variant, "variant", "variant");
        RequireName(fault.InferenceComponent, "inferenceComponent", "inference component");
        Require(
            fault.InstanceType is not { } type || InstanceType.Fits(type),
            "instanceType",
            $"'{Excerpt.Of(fault.InstanceType ?? "")}' is not a SageMaker instance type. Use a name such as ml.m5.large.");
        Require(
            fault.Operation is not { } operation || operations.Contains(operation, StringComparer.OrdinalIgnoreCase),
            "operation",
            $"RollingDeploy does not serve the operation '{Excerpt.Of(fault.Operation ?? "")}'. /swagger lists those that it serves.");
    }

    /// <summary>Refuses a name that is not valid for an endpoint, a variant or an inference component.</summary>
    public static void RequireName(string? name, string field, string noun) =>
        Require(
            name is null || (name.Length <= LongestName && Name.Fits(name)),
            field,
            $"'{Excerpt.Of(name ?? "")}' is not a valid {noun} name. {ValidName}");

    private static void Require(bool holds, string field, string detail)
    {
        if (!holds)
        {
            throw ProblemException.Bad(field, detail);
        }
    }
}
