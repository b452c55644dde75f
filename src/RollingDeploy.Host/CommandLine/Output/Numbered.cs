namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>A number with its noun.</summary>
internal static class Numbered
{
    public static string Of(long number, string one, string several) =>
        FormattableString.Invariant($"{number} {(number == 1 ? one : several)}");
}
