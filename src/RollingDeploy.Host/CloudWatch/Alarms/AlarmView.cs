using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>Describes an alarm: the settings from the request that put it, and its state.</summary>
internal static class AlarmView
{
    public static Shapes.MetricAlarm Of(Region region, MetricAlarm alarm)
    {
        var given = AlarmDocument.ReadMetric(alarm.Document);
        var metrics = given.Metrics is { Count: > 0 } ? given.Metrics : null;
        return Brief(region, alarm) with
        {
            AlarmDescription = given.AlarmDescription,
            AlarmConfigurationUpdatedTimestamp = alarm.ConfigurationUpdatedAt,
            ActionsEnabled = alarm.Actions.Enabled,
            OKActions = [.. alarm.Actions.Ok],
            AlarmActions = [.. alarm.Actions.Alarm],
            InsufficientDataActions = [.. alarm.Actions.InsufficientData],
            StateReason = ReasonOf(region, alarm),
            StateReasonData = alarm.Current.ReasonData,
            StateTransitionedTimestamp = alarm.Current.Since,
            MetricName = given.MetricName,
            Namespace = given.Namespace,
            Statistic = given.Statistic,
            ExtendedStatistic = given.ExtendedStatistic,
            Dimensions = given.Dimensions ?? (metrics is null ? [] : null),
            Period = given.Period,
            Unit = given.Unit,
            EvaluationPeriods = given.EvaluationPeriods,
            DatapointsToAlarm = given.DatapointsToAlarm,
            Threshold = given.Threshold,
            ThresholdMetricId = given.ThresholdMetricId,
            ComparisonOperator = given.ComparisonOperator,
            TreatMissingData = given.TreatMissingData,
            EvaluateLowSampleCountPercentile = given.EvaluateLowSampleCountPercentile,
            Metrics = metrics,
            EvaluationState = alarm.IsWarmingUp ? Shapes.EvaluationStateAttribute.InWarmUp : alarm.IsPartial ? "PARTIAL_DATA" : null,
            EvaluationWindow = given.EvaluationWindow,
            WarmUpConfiguration = given.WarmUpConfiguration,
            ActionConfiguration = given.ActionConfiguration,
        };
    }

    public static Shapes.CompositeAlarm Of(Region region, CompositeAlarm alarm)
    {
        var given = AlarmDocument.ReadComposite(alarm.Document);
        return Brief(region, alarm) with
        {
            AlarmDescription = given.AlarmDescription,
            AlarmConfigurationUpdatedTimestamp = alarm.ConfigurationUpdatedAt,
            ActionsEnabled = alarm.Actions.Enabled,
            OKActions = [.. alarm.Actions.Ok],
            AlarmActions = [.. alarm.Actions.Alarm],
            InsufficientDataActions = [.. alarm.Actions.InsufficientData],
            AlarmRule = given.AlarmRule,
            StateReason = ReasonOf(region, alarm),
            StateReasonData = alarm.Current.ReasonData,
            StateTransitionedTimestamp = alarm.Current.Since,
            ActionsSuppressor = given.ActionsSuppressor,
            ActionsSuppressorWaitPeriod = given.ActionsSuppressorWaitPeriod,
            ActionsSuppressorExtensionPeriod = given.ActionsSuppressorExtensionPeriod,
            ActionsSuppressedBy = alarm.SuppressedBy?.ToString(),
            ActionConfiguration = given.ActionConfiguration,
            ActionsSuppressedReason = alarm.SuppressedBy is { } by ? Reason(alarm.Suppressor!, by) : null,
        };
    }

    /// <summary>What children and parents show: name, ARN, state and when it was set.</summary>
    public static Shapes.MetricAlarm Brief(Region region, MetricAlarm alarm) => new()
    {
        AlarmName = alarm.Name,
        AlarmArn = Arn.Alarm(region, alarm.Name),
        StateValue = StateWord.Of(alarm.State),
        StateUpdatedTimestamp = alarm.UpdatedAt,
    };

    /// <summary>What children and parents show: name, ARN, state and when it was set.</summary>
    public static Shapes.CompositeAlarm Brief(Region region, CompositeAlarm alarm) => new()
    {
        AlarmName = alarm.Name,
        AlarmArn = Arn.Alarm(region, alarm.Name),
        StateValue = StateWord.Of(alarm.State),
        StateUpdatedTimestamp = alarm.UpdatedAt,
    };

    // An alarm that was set aside keeps its state and is not evaluated. The reason says so.
    private static string ReasonOf(Region region, Alarm alarm) =>
        region.Quarantine.Of(alarm.OwnerIn(region))?.Sentence ?? alarm.Current.Reason;

    private static string Reason(ActionsSuppressor suppressor, SuppressedBy by) => by switch
    {
        SuppressedBy.WaitPeriod => $"Actions wait for the suppressor alarm {suppressor.AlarmName} to go into ALARM.",
        SuppressedBy.ExtensionPeriod => $"The suppressor alarm {suppressor.AlarmName} has left ALARM, and the extension period is not over.",
        SuppressedBy.Alarm => $"The suppressor alarm {suppressor.AlarmName} is in ALARM.",
    };
}
