using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.Durability;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Hosting;

/// <summary>Adds the simulation to the host: its options, its worlds and the pump that advances them.</summary>
internal static class SimulationSetup
{
    public static void AddSimulation(this WebApplicationBuilder builder)
    {
        SettingCheck.Require(builder.Configuration);
        builder.Services.AddOptions<RollingDeployOptions>().BindConfiguration(RollingDeployOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RollingDeployOptions>, OptionsRules>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<MachineClock>();
        builder.Services.AddSingleton<AdvanceThreads>();
        builder.Services.AddSingleton<WakeUps>();
        builder.Services.AddSingleton<SimulationTime>();
        builder.Services.AddSingleton<Ending>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Ending.ConnectionLimit);
        builder.Services.AddSingleton(Journal);
        builder.Services.AddSingleton<WorldFactory>();
        builder.Services.AddSingleton<Snapshots>();
        builder.Services.AddSingleton<Worlds>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Ending>());
        builder.Services.AddHostedService<KeptState>();
        builder.Services.AddHostedService<SimulationPump>();
        builder.Services.AddHostedService<MemoryReturn>();
    }

    private static CommandJournal Journal(IServiceProvider services)
    {
        var path = services.GetRequiredService<IOptions<RollingDeployOptions>>().Value.StatePath;
        return new CommandJournal(
            string.IsNullOrEmpty(path) ? null : SqliteStateStore.Open(path),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<CommandJournal>>());
    }

    private sealed class OptionsRules(IConfiguration configuration) : IValidateOptions<RollingDeployOptions>
    {
        public ValidateOptionsResult Validate(string? name, RollingDeployOptions options)
        {
            var problems = options.Problems().Select(new SettingNames(configuration).Spoken).ToList();
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
