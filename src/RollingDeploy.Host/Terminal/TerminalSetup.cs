using Microsoft.Extensions.Logging.Console;

namespace RollingDeploy.Host.Terminal;

/// <summary>Puts what the program prints into the host.</summary>
internal static class TerminalSetup
{
    public static IServiceCollection AddTerminal(this IServiceCollection services)
    {
        // As a service and not by AddConsoleFormatter, which binds options by reflection.
        services.AddSingleton<ConsoleFormatter, LineFormatter>();
        services.AddSingleton(_ => Paint.OfTerminal());
        services.AddHostedService<Banner>();
        return services;
    }
}
