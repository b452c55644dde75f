using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Hosting;

/// <summary>Puts the simulation into the host: its options, its worlds and the pump that drives them.</summary>
internal static class SimulationSetup
{
    // The port that emulators of AWS share by custom; loopback, so that nothing is open to a network unless it is asked for.
    private const string DefaultUrl = "http://localhost:4566";

    public static void AddSimulation(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddOptions<RollingDeployOptions>()
            .BindConfiguration(RollingDeployOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RollingDeployOptions>, OptionsRules>();
        builder.Services.AddOptions<WireOptions>()
            .Configure<IOptions<RollingDeployOptions>>((wire, ours) =>
            {
                wire.StrictEnumerations = ours.Value.StrictInstanceTypes;
                wire.MaxPayloadBytes = ours.Value.Runtime.MaxBodyBytes;
                wire.StandardAccount = ours.Value.Account;
            });
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<MachineClock>();
        builder.Services.AddSingleton<AdvanceThreads>();
        builder.Services.AddSingleton<WakeUps>();
        builder.Services.AddSingleton<SimulationTime>();
        builder.Services.AddSingleton<Ending>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Ending.ConnectionLimit);
        builder.Services.AddSingleton<Worlds>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Ending>());
        builder.Services.AddHostedService<SimulationPump>();
    }

    private sealed class OptionsRules : IValidateOptions<RollingDeployOptions>
    {
        public ValidateOptionsResult Validate(string? name, RollingDeployOptions options)
        {
            var problems = options.Problems().ToList();
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
