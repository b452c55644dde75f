using System.Collections.Immutable;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Creates or updates an alarm. An update replaces the configuration and keeps the state. Tags are used only for a new alarm.
/// </summary>
/// <typeparam name="TAlarm">The type of the alarm.</typeparam>
/// <typeparam name="TCompiled">The type of the compiled configuration.</typeparam>
public abstract record PutAlarm<TAlarm, TCompiled>(string Region, string Name, string Document) : Command<string>(Region)
    where TAlarm : Alarm
    where TCompiled : class
{
    /// <summary>The actions.</summary>
    public AlarmActions Actions { get; init; } = AlarmActions.None;

    /// <summary>The tags.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <inheritdoc/>
    protected internal sealed override string Execute(Region region) => Execute(region, Prepare());

    internal sealed override TCompiled Prepare() => Compile();

    internal sealed override string Execute(Region region, object? prepared)
    {
        var compiled = (TCompiled)prepared!;
        var present = region.Alarms.Find(Name);
        if (present is not (null or TAlarm))
        {
            throw AlarmErrors.OfAnotherType(Name);
        }

        var arn = Arn.Alarm(region, Name);
        Require(region, compiled);
        if (present is TAlarm alarm)
        {
            region.Quarantine.Remove(alarm.OwnerIn(region));
            var (before, putAt) = (alarm.Document, alarm.ConfigurationUpdatedAt);
            Replace(region, alarm, compiled);
            region.AlarmHistory.Add(
                alarm, new AlarmUpdated(before, Document), AlarmFacts.Of(alarm) with { PreviouslyPutAt = putAt });
        }
        else
        {
            region.Tags.Put(arn, region.Tags.With(arn, Tags));
            alarm = Make(region, compiled);
            region.Alarms.Add(alarm);
            region.AlarmHistory.Add(alarm, new AlarmCreated(Document));
        }

        Begin(region, alarm, isNew: present is null);
        return arn;
    }

    private protected abstract TCompiled Compile();

    private protected virtual void Require(Region region, TCompiled compiled)
    {
    }

    private protected abstract TAlarm Make(Region region, TCompiled compiled);

    private protected abstract void Replace(Region region, TAlarm alarm, TCompiled compiled);

    private protected abstract void Begin(Region region, TAlarm alarm, bool isNew);
}

/// <summary>Puts an alarm on a metric or an expression. A new alarm is evaluated at once.</summary>
public sealed record PutMetricAlarm(string Region, string Name, AlarmConfiguration Configuration, string Document)
    : PutAlarm<MetricAlarm, SourceReader>(Region, Name, Document)
{
    // The quota is from the user guide, Metrics Insights quotas.
    private const int MostInsightsAlarms = 200;

    private protected override SourceReader Compile() => Configuration.Source.Compile();

    private protected override void Require(Region region, SourceReader reader)
    {
        if (reader.UsesInsights
            && region.Alarms.OfMetrics.Count(each => each.Reader.UsesInsights && each.Name != Name) >= MostInsightsAlarms)
        {
            throw AlarmErrors.TooManyInsights(MostInsightsAlarms);
        }
    }

    private protected override MetricAlarm Make(Region region, SourceReader reader) =>
        new(Name, Configuration, reader, Document, Actions, region.Now);

    private protected override void Replace(Region region, MetricAlarm alarm, SourceReader reader) =>
        alarm.Put(Configuration, reader, Document, Actions, region.Now);

    private protected override void Begin(Region region, MetricAlarm alarm, bool isNew)
    {
        WarmUpWatch.Put(region, alarm, isNew);
        AlarmWatch.Begin(region, alarm, isNew);
        CompositeWatch.Settle(region);
    }
}

/// <summary>Puts a composite alarm and evaluates it at once. All alarms in its rule must exist.</summary>
public sealed record PutCompositeAlarm(string Region, string Name, CompositeConfiguration Configuration, string Document)
    : PutAlarm<CompositeAlarm, AlarmRule>(Region, Name, Document)
{
    // The limit is from the API reference, PutCompositeAlarm.
    private const int MostParents = 150;

    private protected override void Require(Region region, AlarmRule rule)
    {
        if (Configuration.Children.Contains(Name))
        {
            throw AlarmErrors.ChildOfItself();
        }

        if (Configuration.Children.Where(name => region.Alarms.Find(name) is null).ToList() is { Count: > 0 } missing)
        {
            throw AlarmErrors.ChildrenNotFound(missing);
        }

        if (Configuration.Children.FirstOrDefault(name => IsInTooMany(region.Alarms.ParentsOf(name))) is { } child)
        {
            throw AlarmErrors.InTooMany(child, MostParents);
        }

        if (Configuration.Suppressor is { } suppressor && region.Alarms.Find(suppressor.AlarmName) is null)
        {
            throw AlarmErrors.SuppressorNotFound(suppressor.AlarmName);
        }
    }

    private bool IsInTooMany(IReadOnlyCollection<string> parents) => parents.Count >= MostParents && !parents.Contains(Name);

    private protected override AlarmRule Compile() => AlarmRule.Parse(Configuration.Rule);

    private protected override CompositeAlarm Make(Region region, AlarmRule rule) =>
        new(Name, Configuration, rule, Document, Actions, region.Now);

    private protected override void Replace(Region region, CompositeAlarm alarm, AlarmRule rule)
    {
        var wasKept = alarm.SuppressedBy is not null;
        region.Alarms.Unlink(alarm);
        alarm.Put(Configuration, rule, Document, Actions, region.Now);
        region.Alarms.Link(alarm);
        if (wasKept)
        {
            Guard.Run(region, alarm.OwnerIn(region), alarm, Suppression.StateChanged);
        }
    }

    private protected override void Begin(Region region, CompositeAlarm alarm, bool isNew) =>
        CompositeWatch.Begin(region, alarm, isNew);
}
