using Microsoft.Extensions.Logging.Console;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Terminal;

/// <summary>Adds the console output to the host.</summary>
internal static class TerminalSetup
{
    public static IServiceCollection AddTerminal(this IServiceCollection services)
    {
        // Added as a service, because AddConsoleFormatter binds options by reflection.
        services.AddSingleton<ConsoleFormatter, LineFormatter>();
        services.AddSingleton(_ => Paint.OfTerminal());
        services.AddSingleton<ICallLog, CallLines>();
        services.AddSingleton<JournalLines>();
        services.AddSingleton<IEventReader>(provider => provider.GetRequiredService<JournalLines>());
        services.AddHostedService(provider => provider.GetRequiredService<JournalLines>());
        services.AddHostedService<Banner>();
        return services;
    }
}
