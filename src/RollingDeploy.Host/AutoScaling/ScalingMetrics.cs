using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.CloudWatch.Alarms;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>Converts the metric of a target tracking policy to members of PutMetricAlarm, for the alarms of the policy.</summary>
internal static class ScalingMetrics
{
    private const int Minute = 60;

    public static ScalingMetric Read(TargetTrackingScalingPolicyConfiguration given, ScalableResource resource)
    {
        var members = given switch
        {
            { PredefinedMetricSpecification: { } predefined, CustomizedMetricSpecification: null } =>
                Predefined(predefined, resource),
            { PredefinedMetricSpecification: null, CustomizedMetricSpecification: { } customized } => Customized(customized),
            _ => throw AutoScalingErrors.Validation(
                "Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified"),
        };

        // The alarms are put later. Here, a test alarm checks the metric, so that errors have CloudWatch's texts.
        var alarm = members with
        {
            AlarmName = "metric",
            EvaluationPeriods = 1,
            Threshold = 0,
            ComparisonOperator = "GreaterThanThreshold",
        };
        return new(MetricAlarmRules.Read(alarm).Source, AlarmDocument.Write(members));
    }

    private static PutMetricAlarmInput Predefined(PredefinedMetricSpecification given, ScalableResource resource)
    {
        if (given.ResourceLabel is not null)
        {
            throw AutoScalingErrors.Validation($"ResourceLabel is not supported for {given.PredefinedMetricType}");
        }

        return PredefinedMetrics.Find(given.PredefinedMetricType!, resource)
            ?? throw AutoScalingErrors.UnsupportedMetric(resource.Dimension, PredefinedMetrics.Of(resource));
    }

    private static PutMetricAlarmInput Customized(CustomizedMetricSpecification given)
    {
        if (given.Metrics is { } queries)
        {
            return given is { MetricName: null, Namespace: null, Dimensions: null, Statistic: null, Unit: null }
                ? new() { Metrics = queries.ConvertAll(Read) }
                : throw AutoScalingErrors.Validation("A customized metric must have either Metrics or a MetricName, but not both");
        }

        if (given is not { MetricName.Length: > 0, Namespace.Length: > 0, Statistic: not null })
        {
            throw AutoScalingErrors.Validation("MetricName, Namespace and Statistic are required for a customized metric");
        }

        return new()
        {
            MetricName = given.MetricName,
            Namespace = given.Namespace,
            Dimensions = given.Dimensions?.ConvertAll(each => new Dimension { Name = each.Name, Value = each.Value }),
            Statistic = given.Statistic,
            Unit = given.Unit,
            Period = Minute,
        };
    }

    // A query of target tracking has no period. It is a minute.
    private static MetricDataQuery Read(TargetTrackingMetricDataQuery given) => new()
    {
        Id = given.Id,
        Expression = given.Expression,
        Label = given.Label,
        ReturnData = given.ReturnData,
        MetricStat = given.MetricStat is not { } stat ? null : new()
        {
            Metric = new()
            {
                Namespace = stat.Metric!.Namespace,
                MetricName = stat.Metric.MetricName,
                Dimensions = stat.Metric.Dimensions?.ConvertAll(each => new Dimension { Name = each.Name, Value = each.Value }),
            },
            Period = Minute,
            Stat = stat.Stat,
            Unit = stat.Unit,
        },
    };
}
