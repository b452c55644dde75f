using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Snapshots;

/// <summary>
/// Everything that a world reaches, private fields included, as lines of text. Records are printed as values, wherever they are;
/// other objects are printed once, and then by their first place. Only what is derived is left out, so a field that is forgotten
/// makes a difference.
/// </summary>
internal sealed class SavedState
{
    // What is not in a snapshot, by type and field, with the reason.
    private static readonly Dictionary<(Type Type, string Field), string> LeftOut = new()
    {
        [(typeof(World), "_glance")] = "published at the end of each turn",
        [(typeof(World), "<Settings>k__BackingField")] = "those of the host",
        [(typeof(Schedule), "_queue")] = "compared as a list: its layout in memory depends on what was taken before",
        [(typeof(Schedule), "_sequence")] = "entries with equal places are equal, so their order makes no difference",
        [(typeof(Schedule), "_taken")] = "a statistic",
        [(typeof(World), "_lastCommandAt")] = "what has run by now is in the snapshot, so it needs no command",
        [(typeof(Timeline), "<HasRunSinceCommand>k__BackingField")] = "as above",
        [(typeof(EventLog), "_bytes")] = "follows from the events and their facts, which are for readers of the moment",
        [(typeof(EventLog), "_kept")] = "set by the host",
        [(typeof(EventLog), "_ring")] = "compared as a list: its layout in memory depends on its size",
        [(typeof(EventLog), "_sizes")] = "follows from the events",
        [(typeof(Quarantine), "_wordsFor")] = "a function",
        [(typeof(SharedParts), "<Plans>k__BackingField")] = "a cache",
        [(typeof(SharedParts), "<Sentences>k__BackingField")] = "a cache",
        [(typeof(MetricStore), "_toTidy")] = "when a metric was tidied changes no result",
        [(typeof(MetricStore), "_watchers")] = "quiet alarms wait again after their next evaluation",
        [(typeof(MetricStore), "_names")] = "follows from the metrics",
        [(typeof(Metric), "<Watchers>k__BackingField")] = "as in the store",
        [(typeof(Metric), "<Publisher>k__BackingField")] = "a meter sets it when it publishes again",
        [(typeof(RunList), "_chunks")] = "compared as a list: the size of the chunks depends on what was inserted before",
        [(typeof(Series), "_tiers")] = "compared as a list: empty ones count as none",
        [(typeof(AlarmTable), "_alarms")] = "compared by type, sorted by name",
        [(typeof(MetricAlarm), "<Waker>k__BackingField")] = "waits again after the next evaluation",
        [(typeof(MetricAlarm), "<Reader>k__BackingField")] = "compiled from the configuration",
        [(typeof(CompositeAlarm), "<Rule>k__BackingField")] = "compiled from the configuration",
        [(typeof(EndpointMeter), "_groups")] = "a cache of metrics",
        [(typeof(EndpointMeter), "_minutes")] = "compared where it counts: in metrics",
        [(typeof(Taker), "_latency")] = "a cache of samples",
        [(typeof(AsyncPublisher), "_groups")] = "a cache of metrics",
        [(typeof(KeptRequests), "_nodes")] = "follows from the open requests",
        [(typeof(WaitingRequests), "_queue")] = "follows from the requests",
        [(typeof(DueRequests), "_queue")] = "compared as a list: it has entries that do not count any more",
        [(typeof(DueRequests), "_order")] = "numbers are given again",
        [(typeof(WorkingInstances), "_requests")] = "compared by the requests, which name their instances",
        [(typeof(QuotaTable), "_tally")] = "compared by its totals",
    };

    // What is only looked up, so that its order makes no difference.
    private static readonly HashSet<(Type Type, string Field)> Lookups =
    [
        (typeof(AlarmTable).GetNestedType("Relation", BindingFlags.NonPublic)!, "_dependents"),
        (typeof(KeptRequests), "_byId"),
        (typeof(KeptRequests), "_byInferenceId"),
        (typeof(ScalingTable), "_policiesByArn"),
        (typeof(ScalingTable), "_targetsById"),
    ];

    private static readonly FieldInfo SlotObjects =
        typeof(Slots<Deployable>).GetField("_objects", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = [];
    private static readonly ConcurrentDictionary<Type, bool> Kinds = [];
    private static readonly string[] InstanceTypes = ["ml.m5.large", "ml.m5.xlarge"];

    private readonly List<string> _lines = [];
    private readonly Stack<string> _path = new();
    private readonly Dictionary<object, string> _seen = new(ReferenceEqualityComparer.Instance);

    public static IReadOnlyList<string> Of(World world)
    {
        var state = new SavedState();
        state.Visit("world", world);
        return state._lines;
    }

    private void Visit(string name, object? value)
    {
        _path.Push(name);
        Visit(value);
        _path.Pop();
    }

    private void Visit(object? value)
    {
        if (value is null || IsLeaf(value.GetType()))
        {
            Note(value);
        }
        else if (Derived(value) is { } list)
        {
            VisitAll(list);
        }
        else if (!Kinds.GetOrAdd(value.GetType(), IsValue) && !_seen.TryAdd(value, Path))
        {
            Note($"see {_seen[value]}");
        }
        else if (Elements(value) is { } elements)
        {
            VisitAll(elements);
        }
        else
        {
            VisitFields(value);
        }
    }

    private void VisitFields(object value)
    {
        foreach (var (name, list) in More(value))
        {
            Visit(name, list);
        }

        foreach (var field in Fields.GetOrAdd(value.GetType(), FieldsOf))
        {
            var part = field.GetValue(value);
            Visit(field.Name, Lookups.Contains((field.DeclaringType!, field.Name)) ? Sorted((IDictionary)part!) : part);
        }
    }

    private static List<(string Key, object? Value)> Sorted(IDictionary lookup) =>
        [.. lookup.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => (key, lookup[key]))];

    private static FieldInfo[] FieldsOf(Type? type)
    {
        List<FieldInfo> fields = [];
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            var plain = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            fields.AddRange(type
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !LeftOut.ContainsKey((plain, field.Name)) && !IsNoState(field.FieldType)));
        }

        return [.. fields];
    }

    private void VisitAll(IEnumerable elements)
    {
        var index = 0;
        foreach (var element in elements)
        {
            Visit($"[{index}]", element);
            index++;
        }

        Note(index);
    }

    private string Path => string.Join('.', _path.Reverse());

    private void Note(object? leaf) => _lines.Add($"{Path} = {Print(leaf)}");

    // To the bit: numbers and times that differ a little are not alike.
    private static string? Print(object? leaf) => leaf switch
    {
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(leaf, CultureInfo.InvariantCulture),
    };

    // What is compared as a list instead of its fields.
    private static IEnumerable? Derived(object value) => value switch
    {
        RunList runs => runs.ToList(),
        Slots<Deployable> slots => ObjectsOf(slots),
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ResourceTable<>) =>
            (IEnumerable)type.GetProperty("All")!.GetValue(value)!,
        _ => null,
    };

    // A place for components is made when somebody asks for them, so an empty one counts as none.
    private static List<object> ObjectsOf(Slots<Deployable> slots) =>
    [
        .. ((object?[])SlotObjects.GetValue(slots)!)
            .OfType<object>().Where(each => each is not HostedComponents { All.Count: 0 }),
    ];

    // What is compared beside the fields.
    private static IEnumerable<(string Name, object List)> More(object value) => value switch
    {
        Schedule schedule => [("entries", Entries(schedule))],
        EventLog log => [("events", log.After(0, int.MaxValue))],
        Series series => [("tiers", series.Save().Select(buckets => (buckets.Runs.Resolution, buckets.Runs.All)).ToList())],
        DueRequests due => [("requests", due.InOrder.Select(request => request.Id).ToList())],
        MetricAlarm alarm => [("reader", alarm.Reader.GetType().Name)],
        QuotaTable quotas => [("used", InstanceTypes.Select(quotas.Count).ToList())],
        _ => [],
    };

    // Entries that are there twice, and those of metrics that no meter expects, do nothing.
    private static List<SchedulePlace> Entries(Schedule schedule) => schedule.Entries
        .Where(entry => entry.Kind is not (DueKind.Metrics or DueKind.AlarmEvaluation))
        .Select(entry => entry.Place)
        .Order()
        .ToList();

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(DateTime)
        || type == typeof(TimeSpan) || type == typeof(Uri);

    // Two records with equal values are alike, whether or not they are one object.
    private static bool IsValue(Type type) =>
        type.IsValueType || type.IsArray || type.GetMethod("<Clone>$") is not null
        || type == typeof(MetricId) || type == typeof(Distribution);

    private static bool IsNoState(Type type) =>
        type == typeof(FairLock) || type == typeof(Lock) || type == typeof(MetricGroups)
        || typeof(Delegate).IsAssignableFrom(type);

    private static IEnumerable? Elements(object value) => value switch
    {
        Array array => array,
        IEnumerable all when value.GetType() is { Namespace: { } space } type
            && space.StartsWith("System", StringComparison.Ordinal)
            && !type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) => all,
        _ => null,
    };
}
