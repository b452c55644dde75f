using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Telemetry;

/// <summary>What RollingDeploy measures of itself.</summary>
public sealed class HostMeterTests
{
    [Fact]
    public async Task Calls_OfEachOutcome_AreMeasured()
    {
        await using var host = TestHost.With();
        using var measured = new Measured(host);
        var account = host.NewAccount();

        await account.HasModel();
        await account.SageMaker("DescribeModel", """{"ModelName":"none"}""");
        await account.SageMaker("NoSuchOperation", "{}");

        await measured.Has("rollingdeploy.call.duration service=SageMaker operation=CreateModel outcome=ok");
        await measured.Has("rollingdeploy.call.duration service=SageMaker operation=DescribeModel outcome=client_error");
        await measured.Has("rollingdeploy.call.duration service=SageMaker operation=unknown outcome=client_error");
        measured.All.Should().Contain("rollingdeploy.events kind=resourceCreated");
    }

    [Fact]
    public async Task Gauges_OfAHost_ShowItsWorlds()
    {
        await using var host = TestHost.With();
        using var measured = new Measured(host);
        await host.NewAccount().HasEndpoint();

        measured.Observe();

        measured.All.Should().Contain(
            ["rollingdeploy.worlds = 1", "rollingdeploy.clock.behind = 0", "rollingdeploy.webhooks.retrying = 0"]);
        measured.All.Should().Contain(each => each.StartsWith("rollingdeploy.scheduled = ") && each != "rollingdeploy.scheduled = 0");
    }

    [Fact]
    public async Task OpenTelemetry_WithoutAnEndpoint_IsNotThere()
    {
        await using var host = TestHost.With();

        host.Services.GetService<MeterProvider>().Should().BeNull();
    }

    /// <summary>What the meter of a host has measured, each as a name with its tags, or with its value.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _all = new();
        private readonly MeterListener _listener = new();

        public Measured(TestHost host)
        {
            var meters = host.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "RollingDeploy" && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IReadOnlyCollection<string> All => _all;

        public void Observe() => _listener.RecordObservableInstruments();

        // A call is measured after its response is sent.
        public Task Has(string measured) =>
            Eventually.Holds(() => _all.Contains(measured), $"{measured} is not in {string.Join(", ", _all)}");

        public void Dispose() => _listener.Dispose();

        private void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _all.Enqueue(
            instrument.Name + (tags.Length == 0
                ? $" = {value}"
                : string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"))));
    }
}
