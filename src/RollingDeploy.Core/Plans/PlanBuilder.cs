using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>The full sizes of a variant before and after a deployment.</summary>
public readonly record struct VariantSize(int Old, int New);

/// <summary>Builds plans from steps. Steps that change nothing are left out, except for bakes.</summary>
internal sealed class PlanBuilder
{
    private readonly ImmutableArray<Step>.Builder _steps = ImmutableArray.CreateBuilder<Step>();
    private readonly ImmutableArray<Target> _start;
    private ImmutableArray<Target> _now;

    public PlanBuilder(ImmutableArray<Target> start) => _start = _now = start;

    public PlanBuilder Launch(Func<Target, int, Target> to) => Add(StepKind.Launch, to);

    public PlanBuilder Shift(Func<Target, int, Target> to) => Add(StepKind.Shift, to);

    public PlanBuilder Retire(Func<Target, int, Target> to) => Add(StepKind.Retire, to);

    public PlanBuilder Bake(int seconds)
    {
        _steps.Add(new Step(StepKind.Bake, _now, TimeSpan.FromSeconds(seconds)));
        return this;
    }

    /// <summary>Adds a shift of traffic between variants. It does not change the targets.</summary>
    public PlanBuilder Settle()
    {
        _steps.Add(new Step(StepKind.Shift, _now));
        return this;
    }

    public Plan Build() => new(_start, _steps.ToImmutable());

    private PlanBuilder Add(StepKind kind, Func<Target, int, Target> to)
    {
        var next = _now.Select(to).ToImmutableArray();
        if (!next.SequenceEqual(_now))
        {
            _now = next;
            _steps.Add(new Step(kind, next));
        }

        return this;
    }
}
