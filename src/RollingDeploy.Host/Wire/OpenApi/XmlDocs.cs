using System.Reflection;
using System.Xml.Linq;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// Reads the summaries that the compiler writes into an XML file. A published program has the file as a resource; otherwise it is
/// next to the assembly. Without the file, there are no summaries.
/// </summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> _read = [];

    public string? Of(Type type) => Find(type.Assembly, $"T:{NameOf(type)}");

    public string? Of(Type type, string member) => Find(type.Assembly, $"P:{NameOf(type)}.{member}");

    private static string? NameOf(Type type) => type.FullName?.Replace('+', '.');

    private string? Find(Assembly assembly, string id)
    {
        if (!_read.TryGetValue(assembly, out var summaries))
        {
            using var file = Open($"{assembly.GetName().Name}.xml");
            _read.Add(assembly, summaries = file is null ? [] : Read(file));
        }

        return summaries.GetValueOrDefault(id);
    }

    private static Stream? Open(string name)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, name);
        return typeof(XmlDocs).Assembly.GetManifestResourceStream(name) ?? (File.Exists(beside) ? File.OpenRead(beside) : null);
    }

    private static Dictionary<string, string> Read(Stream file) => XDocument.Load(file)
        .Descendants("member")
        .Select(member => (Id: member.Attribute("name")?.Value, Summary: member.Element("summary")))
        .Where(member => member is { Id: not null, Summary: not null })
        .ToDictionary(member => member.Id!, member => Flat(member.Summary!), StringComparer.Ordinal);

    private static string Flat(XElement summary) =>
        string.Join(' ', string.Concat(summary.DescendantNodes().Select(Text)).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // <see cref="T:A.B"/> and <paramref name="b"/> have no text. The name in them is used.
    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => reference.FirstAttribute?.Value.Split('.', ':').Last() ?? "",
        _ => "",
    };
}
