namespace RollingDeploy.Core.Fleets;

/// <summary>The concurrency of a serverless variant; in a change, null leaves it as it is.</summary>
public sealed record ServerlessCapacity(int? MaxConcurrency, int? ProvisionedConcurrency)
{
    /// <summary>What becomes of it by a change.</summary>
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

    /// <summary>What new instances are made from.</summary>
    public VariantSpec Spec { get; }

    /// <summary>How many instances it should have when nothing is going on.</summary>
    public int Desired { get; internal set; }

    /// <summary>
    /// What its share of the traffic is measured by: its desired size, or all that stands where a failed rollback left two
    /// fleets.
    /// </summary>
    public int FullSize { get => _fullSize ?? Desired; private set => _fullSize = value; }

    /// <summary>The variant's weight among the variants.</summary>
    public float Weight { get; internal set; }

    /// <summary>What the weight is to become; the same unless it is being changed.</summary>
    public float DesiredWeight { get; internal set; }

    /// <summary>The concurrency of a serverless variant; null for any other.</summary>
    public ServerlessCapacity? Serverless { get; internal set; }

    /// <summary>What the concurrency is to become; the same unless it is being changed.</summary>
    public ServerlessCapacity? DesiredServerless { get; internal set; }

    /// <summary>How many of a new fleet's instances take traffic; the others are warm and idle.</summary>
    public int Active => Math.Min(ActiveTarget, InService);

    /// <summary>How many were told to take traffic: one that crashes takes less until its successor is there.</summary>
    public int ActiveTarget { get; internal set; }

    /// <summary>
    /// How many stand while no deployment runs: fewer exist only until what crashed has been launched again. It is not always
    /// <see cref="Desired"/>: a failed rollback leaves two fleets that are both smaller.
    /// </summary>
    public int Strength { get; internal set; }

    /// <summary>Launches since the last deployment began: what <c>atInstance</c> of a fault counts.</summary>
    public int Launches { get; internal set; }

    /// <summary>When managed instance scaling is to look for instances without a copy; null when it is not.</summary>
    public DateTimeOffset? ReleaseAt { get; internal set; }

    /// <summary>All that exist, the draining ones too.</summary>
    public IReadOnlyList<Instance> Instances => _instances;

    /// <summary>How many exist.</summary>
    public int Total => _instances.Count;

    /// <summary>How many are provisioning or in service.</summary>
    public int Live { get; private set; }

    /// <summary>How many are in service or will be.</summary>
    internal int Promising => _instances.Count(instance => instance is { Failure: null, State: not InstanceState.Draining });

    /// <summary>When the first instance of its own configuration came into service, also when that one is gone.</summary>
    public DateTimeOffset? ServesSince { get; private set; }

    /// <summary>How many are in service.</summary>
    public int InService { get; private set; }

    /// <summary>AWS's CurrentInstanceCount: how many are in service, or were and are not gone yet.</summary>
    public int Present { get; private set; }

    internal void Add(Instance instance)
    {
        _instances.Add(instance);
        Live++;
        Note(InstanceChange.Ordered, instance);
    }

    /// <summary>
    /// Drains instances until <paramref name="target"/> are left. What was stranded by an earlier failed rollback goes first,
    /// then what has not started yet, then the last choice among instance pools, then the newest of a fleet that is taken back or
    /// the oldest of one that is replaced.
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

    /// <summary>An instance is gone without draining.</summary>
    internal void Crash(Instance instance)
    {
        _instances.Remove(instance);
        Note(InstanceChange.Crashed, instance);
        Recount();
    }

    /// <summary>
    /// Moves on every instance whose state has ended by <paramref name="now"/>, into service only if it
    /// <paramref name="passes"/> its health check; returns why one failed, if one did.
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

    /// <summary>Takes over every instance of <paramref name="other"/>; all of them serve from now on.</summary>
    internal void Absorb(VariantFleet other)
    {
        Strength += other.Strength;
        _instances.AddRange(other._instances);
        other._instances.Clear();
        Recount();
        other.Recount();
    }

    /// <summary>Hands over the instances of other configurations, stranded by a failed rollback.</summary>
    internal void StrandInto(VariantFleet other)
    {
        other._instances.AddRange(_instances.Where(IsForeign));
        _instances.RemoveAll(IsForeign);
        Recount();
        other.Recount();
        other.ActiveTarget = other.InService;
        other.FullSize = InService + other.InService;
    }

    /// <summary>What has become of instances, in order, until it is written down and cleared.</summary>
    internal List<(InstanceChange Change, string Id)> Changes { get; } = [];

    internal bool IsForeign(Instance instance) => instance.Spec.ConfigName != Spec.ConfigName;

    private void Note(InstanceChange change, Instance instance) => Changes.Add((change, instance.Id));

    // Looked at far more often than changed: every poll of an alarm asks for them.
    private void Recount()
    {
        InService = _instances.Count(instance => instance.State == InstanceState.InService);
        Present = _instances.Count(instance => instance.HasServed);
        Live = _instances.Count(instance => instance.State != InstanceState.Draining);
    }
}
