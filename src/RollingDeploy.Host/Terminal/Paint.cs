namespace RollingDeploy.Host.Terminal;

/// <summary>Writes text in color, if the output is a terminal.</summary>
internal sealed class Paint(bool isOn)
{
    public const string Faint = "\e[2m";
    public const string Red = "\e[31m";
    public const string Yellow = "\e[33m";
    public const string Cyan = "\e[36m";

    private const string Plain = "\e[0m";

    /// <summary>
    /// Uses color if the output is a terminal with colors and <c>NO_COLOR</c> is not set (https://no-color.org).
    /// </summary>
    public static Paint OfTerminal() => Of(Console.IsOutputRedirected, Environment.GetEnvironmentVariable);

    internal static Paint Of(bool isRedirected, Func<string, string?> variable) =>
        new(!isRedirected && string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") != "dumb");

    public void Write(TextWriter writer, string? colour, string text)
    {
        var paints = isOn && colour is not null;
        writer.Write(paints ? colour : null);
        writer.Write(text);
        writer.Write(paints ? Plain : null);
    }
}
