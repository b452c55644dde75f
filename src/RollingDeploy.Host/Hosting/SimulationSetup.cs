using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace RollingDeploy.Host.Hosting;

/// <summary>Puts the simulation into the host: its options, its worlds and the pump that drives them.</summary>
internal static class SimulationSetup
{
    public static void AddSimulation(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RollingDeployOptions>()
            .BindConfiguration(RollingDeployOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RollingDeployOptions>, OptionsRules>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<WakeUps>();
        builder.Services.AddSingleton<Worlds>();
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
