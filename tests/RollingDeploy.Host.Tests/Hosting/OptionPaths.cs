using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>
/// The names of all settings below <c>RollingDeploy</c>, as the options have them: what can be set, those of groups by the
/// group's name.
/// </summary>
internal static class OptionPaths
{
    public static IReadOnlyList<string> All { get; } = [.. Of(typeof(RollingDeployOptions), "")];

    private static IEnumerable<string> Of(Type type, string prefix) =>
        type.GetProperties().Where(each => each.CanWrite).SelectMany(each =>
        each.PropertyType.Namespace == typeof(RollingDeployOptions).Namespace && each.PropertyType.IsClass
            ? Of(each.PropertyType, $"{prefix}{each.Name}:")
            : [prefix + each.Name]);
}
