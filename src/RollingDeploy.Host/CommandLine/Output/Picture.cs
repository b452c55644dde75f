using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RollingDeploy.Host.CommandLine.Output;

/// <summary>Draws with Spectre.Console.</summary>
internal static class Picture
{
    /// <summary>Returns the lines of a picture, with the control sequences for its colors.</summary>
    public static List<string> Lines(IRenderable picture, int width)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = Screen.Create(text);
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(picture);
        return [.. text.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r'))];
    }

    /// <summary>
    /// A text in parts, each with its own style. It is never read as markup, and control characters in it are shown.
    /// </summary>
    public static Paragraph Text(params IEnumerable<(string Text, Color? Color)> parts)
    {
        var paragraph = new Paragraph();
        foreach (var (text, color) in parts)
        {
            paragraph.Append(Printable.Of(text), color is { } painted ? new Style(painted) : Style.Plain);
        }

        return paragraph;
    }
}
