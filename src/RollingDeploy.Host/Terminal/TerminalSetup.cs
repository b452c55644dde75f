using Microsoft.Extensions.Logging.Console;

namespace RollingDeploy.Host.Terminal;

/// <summary>Adds the console output to the host.</summary>
internal static class TerminalSetup
{
    public static IServiceCollection AddTerminal(this IServiceCollection services)
    {
        // Added as a service, because AddConsoleFormatter binds options by reflection.
        services.AddSingleton<ConsoleFormatter, LineFormatter>();
        services.AddSingleton(_ => Paint.OfTerminal());
        services.AddHostedService<Banner>();
        return services;
    }
}
