using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// What an endpoint publishes every minute whether it is called or not (endpoint-metrics.md §1.1, §2): zeros, which count as
/// samples, and how busy its instances and copies are.
/// </summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="groups">Its metrics' names.</param>
/// <param name="busy">How many synthetic requests a variant, or a component on it, works on at a time.</param>
internal sealed class IdleMetrics(Endpoint endpoint, MetricGroups groups, Func<string, string?, double> busy)
{
    private List<Station>? _stations;

    /// <summary>Instances or copies have come or gone.</summary>
    public void FleetsHaveChanged() => _stations = null;

    /// <summary>
    /// Publishes a minute of every variant that has instances in service, and of every inference component that has copies.
    /// </summary>
    public void Publish(DateTimeOffset minute)
    {
        _stations ??= Station.Of(endpoint);
        foreach (var station in _stations)
        {
            Publish(station, minute);
            foreach (var component in endpoint.InferenceComponents)
            {
                if (component.CopiesInService > 0 && component.VariantName == station.Spec.VariantName)
                {
                    Publish(component, station, minute);
                }
            }
        }
    }

    private void Publish(Station station, DateTimeOffset minute)
    {
        var subject = new MetricSubject(endpoint.Name, station.Spec.VariantName);
        if (station.Spec.IsServerless)
        {
            UtilizationMetrics.PublishServerless(groups.At(minute, subject, UtilizationMetrics.OfInstances));
            return;
        }

        var instances = station.Machines.Length;
        var each = endpoint.HostsComponents ? 0 : busy(station.Spec.VariantName, null) / instances;
        PublishUtilization(station, subject, endpoint.HostsComponents ? BusyWithCopies : _ => each, minute);
        if (!endpoint.HostsComponents && !endpoint.IsAsync)
        {
            PublishZeros(groups.At(minute, subject), "InvocationsPerInstance", "ConcurrentRequestsPerModel", instances, each);
        }
    }

    private void PublishUtilization(Station station, MetricSubject subject, Func<Machine, double> busyOn, DateTimeOffset minute)
    {
        foreach (var at in station.Spec.Publishing.MomentsOf(minute))
        {
            Publish(subject, station.Machines);
            foreach (var machine in station.Spec.Publishing.ByInstance ? station.Machines : [])
            {
                Publish(subject with { Instance = machine.Id }, [machine]);
            }

            void Publish(in MetricSubject of, IReadOnlyList<Machine> machines) => UtilizationMetrics.Publish(
                Utilization(of, UtilizationMetrics.OfInstances, station, at), machines, busyOn, endpoint.HostsComponents);
        }
    }

    // What comes more often than every minute is kept as often.
    private Publication Utilization(in MetricSubject of, string metricNamespace, Station station, DateTimeOffset at) =>
        groups.At(at, of, metricNamespace) with
        {
            Resolution = station.Spec.Publishing.FrequencyInSeconds < 60 ? Publication.HighResolution : 60,
        };

    private void Publish(InferenceComponent component, Station station, DateTimeOffset minute)
    {
        var (subject, each) = (new MetricSubject { Component = component.Name }, BusyOf(component));
        PublishZeros(
            groups.At(minute, subject), "InvocationsPerCopy", "ConcurrentRequestsPerCopy", component.CopiesInService, each);
        foreach (var at in station.Spec.Publishing.MomentsOf(minute))
        {
            UtilizationMetrics.PublishCopies(
                Utilization(subject, UtilizationMetrics.OfCopies, station, at),
                component.CopiesInService,
                NeedsOf(component),
                station.Machines[0].Size,
                each);
        }
    }

    // An adapter reserves nothing: it answers on the copies of its base.
    private static CopyNeeds NeedsOf(InferenceComponent component) =>
        (component.Base ?? component).Shown.Variants[0].Spec.Needs ?? CopyNeeds.None;

    private double BusyOf(InferenceComponent component) =>
        busy(component.VariantName, component.Name) / Math.Max(1, component.CopiesInService);

    private double BusyWithCopies(Machine machine)
    {
        var sum = 0.0;
        foreach (var (component, count) in machine.Copies)
        {
            sum += count * BusyOf(component);
        }

        return sum;
    }

    // Concurrency comes every ten seconds, so that it can be scaled by sooner.
    private static void PublishZeros(in Publication put, string shared, string concurrency, int count, double each)
    {
        put.Add("Invocations", "None", SampleSet.Of(0, count));
        put.Add(shared, "None", SampleSet.Of(0, count));
        (put with { Resolution = Publication.HighResolution }).Add(
            concurrency, "None", SampleSet.Of(each, count), times: 60 / Publication.HighResolution);
    }
}
