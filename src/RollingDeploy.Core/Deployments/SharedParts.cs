using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>What is equal in many deployments of an account, and is kept once.</summary>
internal sealed class SharedParts
{
    /// <summary>The plans.</summary>
    public SharedValues<Plan> Plans { get; } = new(new PlanEquality());

    /// <summary>The sentences of journals.</summary>
    public SharedValues<string> Sentences { get; } = new(StringComparer.Ordinal);
}
