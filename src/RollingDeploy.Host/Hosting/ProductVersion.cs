using System.Reflection;

namespace RollingDeploy.Host.Hosting;

/// <summary>The version of this build.</summary>
internal static class ProductVersion
{
    /// <summary>The version, such as <c>1.0.0</c>.</summary>
    public static readonly string Text =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
