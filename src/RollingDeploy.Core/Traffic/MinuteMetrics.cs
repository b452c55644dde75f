using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Publishes the metrics that an endpoint publishes every minute, even without requests (endpoint-metrics.md §1.1, §2): zeros,
/// which count as samples, and the utilization of its instances and copies.
/// </summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="groups">The metric names of the endpoint.</param>
/// <param name="busy">Returns the mean number of concurrent synthetic requests of a variant, or of a component on it.</param>
internal sealed class MinuteMetrics(Endpoint endpoint, MetricGroups groups, Func<string, string?, double> busy)
{
    private List<Station>? _stations;

    /// <summary>Discards the cached instances, because instances or copies have changed.</summary>
    public void FleetsHaveChanged() => _stations = null;

    /// <summary>
    /// Returns the cached instances, for a snapshot: whether there are any, and, if they are not as the fleets are now, which.
    /// </summary>
    public (bool HasStations, List<Station>? Stations) Save() => (
        _stations is not null,
        _stations is { } cached && !TrafficSnapshots.AreEqual(cached, Station.Of(endpoint)) ? cached : null);

    /// <summary>Restores the cached instances of a snapshot.</summary>
    public void Restore(bool hasStations, List<Station>? stations) =>
        _stations = stations ?? (hasStations ? Station.Of(endpoint) : null);

    /// <summary>Whether all metrics have data every minute, and not at other intervals.</summary>
    public bool AreEven => Stations.TrueForAll(station => station.Spec.Publishing.FrequencyInSeconds == 60);

    private List<Station> Stations => _stations ??= Station.Of(endpoint);

    /// <summary>
    /// Publishes a minute of all variants that have instances in service, and of all inference components that have copies in
    /// service.
    /// </summary>
    public void Publish(DateTimeOffset minute)
    {
        foreach (var station in Stations)
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
            ServerlessMetrics.Publish(
                groups.At(minute, subject),
                busy(station.Spec.VariantName, null),
                endpoint.Current?.Find(station.Spec.VariantName)?.Serverless ?? station.Spec.Serverless!);
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

    // Metrics with an interval of less than a minute are stored with high resolution.
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

    // An adapter reserves no resources. The copies of its base component answer its requests.
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

    // Concurrency is published every ten seconds, so that scaling can react faster.
    private static void PublishZeros(in Publication put, string shared, string concurrency, int count, double each)
    {
        put.Add("Invocations", "None", SampleSet.Of(0, count));
        put.Add(shared, "None", SampleSet.Of(0, count));
        (put with { Resolution = Publication.HighResolution }).Add(
            concurrency, "None", SampleSet.Of(each, count), times: 60 / Publication.HighResolution);
    }
}
