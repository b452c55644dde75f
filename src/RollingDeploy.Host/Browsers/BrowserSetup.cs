namespace RollingDeploy.Host.Browsers;

/// <summary>Puts the guard against web pages into the host.</summary>
internal static class BrowserSetup
{
    public static void AddBrowserGuard(this IServiceCollection services) => services.AddSingleton<BrowserRules>();

    /// <summary>After routing, and before whatever answers.</summary>
    public static void UseBrowserGuard(this IApplicationBuilder app) => app.UseMiddleware<BrowserGuard>();
}
