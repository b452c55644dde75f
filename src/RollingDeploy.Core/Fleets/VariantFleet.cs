namespace RollingDeploy.Core.Fleets;

/// <summary>The concurrency of a serverless variant. In a change, null keeps a value.</summary>
public sealed record ServerlessCapacity(int? MaxConcurrency, int? ProvisionedConcurrency)
{
    /// <summary>Returns the concurrency after a change.</summary>
    public ServerlessCapacity With(ServerlessCapacity? change) => new(
        change?.MaxConcurrency ?? MaxConcurrency, change?.ProvisionedConcurrency ?? ProvisionedConcurrency);
}

/// <summary>The instances of one variant on one side (old or new) of an endpoint.</summary>
public sealed class VariantFleet
{
    private readonly List<Instance> _instances = [];
    private int? _fullSize;

    internal VariantFleet(VariantSpec spec, int desired, float weight)
    {
        Spec = spec;
        Desired = desired;
        Weight = DesiredWeight = weight;
        Serverless = DesiredServerless = spec.Serverless;
    }

    /// <summary>Restores the instances of a snapshot.</summary>
    internal VariantFleet(SnapshotScope scope, SavedVariant saved)
        : this(scope.Specs[saved.Spec], saved.Desired, saved.Weight)
    {
        _instances.AddRange(saved.Instances.Select(instance => new Instance(scope, instance, Spec)));
        Recount();
        _fullSize = saved.FullSize;
        DesiredWeight = saved.DesiredWeight ?? Weight;
        (Serverless, DesiredServerless) = (saved.Serverless, saved.DesiredServerless);
        (ActiveTarget, Strength, Launches) = (saved.ActiveTarget, saved.Strength, saved.Launches);
        (ReleaseAt, ServesSince) = (saved.ReleaseAt, saved.ServesSince);
        Changes.AddRange((saved.Changes ?? []).Select(each => (each.Change, each.Id)));
    }

    /// <summary>The specification of new instances.</summary>
    public VariantSpec Spec { get; }

    /// <summary>The desired number of instances.</summary>
    public int Desired { get; internal set; }

    /// <summary>
    /// The number of instances that stands for the full traffic of the variant: the desired number, or the number on both sides
    /// if a failed rollback left two fleets.
    /// </summary>
    public int FullSize { get => _fullSize ?? Desired; private set => _fullSize = value; }

    /// <summary>The weight among the variants.</summary>
    public float Weight { get; internal set; }

    /// <summary>The weight after the running change; equal to <see cref="Weight"/> if none is running.</summary>
    public float DesiredWeight { get; internal set; }

    /// <summary>The concurrency of a serverless variant; null for other variants.</summary>
    public ServerlessCapacity? Serverless { get; internal set; }

    /// <summary>The concurrency after the running change; equal to <see cref="Serverless"/> if none is running.</summary>
    public ServerlessCapacity? DesiredServerless { get; internal set; }

    /// <summary>The number of instances of a new fleet that get traffic. The other instances are in service but idle.</summary>
    public int Active => Math.Min(ActiveTarget, InService);

    /// <summary>
    /// The number of instances that should get traffic. After a crash, fewer get it until the replacement is in service.
    /// </summary>
    public int ActiveTarget { get; internal set; }

    /// <summary>
    /// The number of instances to maintain while no deployment runs. Crashed instances are replaced up to it. It can differ from
    /// <see cref="Desired"/>, because a failed rollback leaves two smaller fleets.
    /// </summary>
    public int Strength { get; internal set; }

    /// <summary>
    /// The number of launches since the start of the last deployment, which <c>atInstance</c> of a fault refers to.
    /// </summary>
    public int Launches { get; internal set; }

    /// <summary>When managed instance scaling next checks for instances without copies; null if no check is planned.</summary>
    public DateTimeOffset? ReleaseAt { get; internal set; }

    /// <summary>All instances, including those that are draining.</summary>
    public IReadOnlyList<Instance> Instances => _instances;

    /// <summary>The number of instances.</summary>
    public int Total => _instances.Count;

    /// <summary>The number of instances that are provisioning or in service.</summary>
    public int Live { get; private set; }

    /// <summary>The number of instances that are in service or will come into service.</summary>
    internal int Promising => _instances.Count(instance => instance is { Failure: null, State: not InstanceState.Draining });

    /// <summary>
    /// When the first instance of this configuration came into service, even if that instance is gone; null if none did.
    /// </summary>
    public DateTimeOffset? ServesSince { get; private set; }

    /// <summary>The number of instances in service.</summary>
    public int InService { get; private set; }

    /// <summary>AWS's CurrentInstanceCount: the number of instances that are in service, or that were and still exist.</summary>
    public int Present { get; private set; }

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedVariant Save(SnapshotScope scope) => new(
        scope.Specs.Add(Spec)!.Value,
        Desired,
        Weight,
        [.. _instances.Select(instance => instance.Save(scope, Spec))],
        DesiredWeight == Weight ? null : DesiredWeight,
        _fullSize,
        Serverless,
        DesiredServerless,
        ActiveTarget,
        Strength,
        Launches,
        ReleaseAt,
        ServesSince,
        Changes.Count == 0 ? null : [.. Changes.Select(each => new SavedChange(each.Change, each.Id))]);

    internal void Add(Instance instance)
    {
        _instances.Add(instance);
        Live++;
        Note(InstanceChange.Ordered, instance);
    }

    /// <summary>
    /// Drains instances until <paramref name="target"/> are left, and returns the number of drained ones. The order is: instances
    /// that an earlier failed rollback left, then instances that are not in service yet, then those of the last choice among
    /// instance pools, then the newest instances if <paramref name="newestFirst"/>, otherwise the oldest.
    /// </summary>
    internal int Retire(int target, bool newestFirst, DateTimeOffset until)
    {
        var candidates = _instances
            .Select((instance, age) => (instance, age: newestFirst ? -age : age))
            .Where(each => each.instance.State != InstanceState.Draining)
            .OrderBy(each => each.instance.Spec.ConfigName == Spec.ConfigName)
            .ThenBy(each => each.instance.State)
            .ThenByDescending(each => Spec.RankOf(each.instance.Spec.InstanceType))
            .ThenBy(each => each.age)
            .Select(each => each.instance);
        var surplus = Math.Max(0, Live - target);
        foreach (var instance in candidates.Take(surplus).ToList())
        {
            instance.Drain(until);
            Note(InstanceChange.Draining, instance);
        }

        Recount();
        return surplus;
    }

    /// <summary>Drains these instances.</summary>
    internal void Release(IEnumerable<Instance> idle, DateTimeOffset until)
    {
        foreach (var instance in idle)
        {
            instance.Drain(until);
            Note(InstanceChange.Draining, instance);
        }

        Recount();
    }

    /// <summary>Removes an instance without draining.</summary>
    internal void Crash(Instance instance)
    {
        _instances.Remove(instance);
        Note(InstanceChange.Crashed, instance);
        Recount();
    }

    /// <summary>
    /// Updates all instances whose state has ended by <paramref name="now"/>. An instance comes into service only if it passes
    /// its health check (<paramref name="passes"/>). Returns why a launch failed; null if none failed.
    /// </summary>
    internal string? Settle(DateTimeOffset now, Func<Instance, bool> passes)
    {
        string? failure = null;
        for (var i = _instances.Count - 1; i >= 0; i--)
        {
            var instance = _instances[i];
            if (instance.State == InstanceState.InService || (instance.Due > now && !instance.AwaitsPing))
            {
                continue;
            }

            if (instance.State == InstanceState.Draining || instance.Failure is not null)
            {
                var isGone = instance.State == InstanceState.Draining;
                failure = isGone ? failure : instance.Failure;
                Note(isGone ? InstanceChange.Gone : InstanceChange.Failed, instance);
                _instances.RemoveAt(i);
            }
            else if (passes(instance))
            {
                instance.EnterService(now);
                Note(InstanceChange.InService, instance);
                ServesSince ??= IsForeign(instance) ? null : now;
            }
            else if (instance.Due <= now)
            {
                failure = FailureReasons.PingFailed(instance.Spec.VariantName);
                Note(InstanceChange.Failed, instance);
                _instances.RemoveAt(i);
            }
        }

        Recount();
        return failure;
    }

    /// <summary>Takes over all instances of <paramref name="other"/>.</summary>
    internal void Absorb(VariantFleet other)
    {
        Strength += other.Strength;
        _instances.AddRange(other._instances);
        other._instances.Clear();
        Recount();
        other.Recount();
    }

    /// <summary>Moves the instances of other configurations, which a failed rollback left, to <paramref name="other"/>.</summary>
    internal void StrandInto(VariantFleet other)
    {
        other._instances.AddRange(_instances.Where(IsForeign));
        _instances.RemoveAll(IsForeign);
        Recount();
        other.Recount();
        other.ActiveTarget = other.InService;
        other.FullSize = InService + other.InService;
    }

    /// <summary>The changes of instances, in order. They are cleared when they are written to the log.</summary>
    internal List<(InstanceChange Change, string Id)> Changes { get; } = [];

    internal bool IsForeign(Instance instance) => instance.Spec.ConfigName != Spec.ConfigName;

    private void Note(InstanceChange change, Instance instance) => Changes.Add((change, instance.Id));

    // The counts are stored, because they are read much more often than they change: every poll of an alarm reads them.
    private void Recount()
    {
        InService = _instances.Count(instance => instance.State == InstanceState.InService);
        Present = _instances.Count(instance => instance.HasServed);
        Live = _instances.Count(instance => instance.State != InstanceState.Draining);
    }
}
