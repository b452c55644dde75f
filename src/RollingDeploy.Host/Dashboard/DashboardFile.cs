using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace RollingDeploy.Host.Dashboard;

/// <summary>A file of the dashboard. The program holds all of them, so that it can be copied alone.</summary>
/// <param name="Bytes">The content.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Tag">The entity tag. It tells browsers that they have the file already.</param>
internal sealed record DashboardFile(byte[] Bytes, string ContentType, EntityTagHeaderValue Tag)
{
    private const string Root = "wwwroot/";

    /// <summary>Reads the files of the program, by their paths below <c>wwwroot</c>.</summary>
    public static Dictionary<string, DashboardFile> ReadAll()
    {
        var program = typeof(DashboardFile).Assembly;
        return program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .ToDictionary(
                name => name[Root.Length..].Replace('\\', '/'), name => Read(program, name), StringComparer.Ordinal);
    }

    private static DashboardFile Read(Assembly program, string name)
    {
        using var stream = program.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes, TypeOf(name), new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\""));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"{name} has no media type: add one for {other}."),
    };
}
