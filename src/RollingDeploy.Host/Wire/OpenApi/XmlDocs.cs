using System.Reflection;
using System.Xml.Linq;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>The summaries in the XML file that the compiler writes beside an assembly. Without the file there are none.</summary>
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
            _read.Add(assembly, summaries = Read(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml")));
        }

        return summaries.GetValueOrDefault(id);
    }

    private static Dictionary<string, string> Read(string file) => !File.Exists(file) ? [] : XDocument.Load(file)
        .Descendants("member")
        .Select(member => (Id: member.Attribute("name")?.Value, Summary: member.Element("summary")))
        .Where(member => member is { Id: not null, Summary: not null })
        .ToDictionary(member => member.Id!, member => Flat(member.Summary!), StringComparer.Ordinal);

    private static string Flat(XElement summary) =>
        string.Join(' ', string.Concat(summary.DescendantNodes().Select(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // <see cref="T:A.B"/> and <paramref name="b"/> hold no text: what they name stands for them.
    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => reference.FirstAttribute?.Value.Split('.', ':').Last() ?? "",
        _ => "",
    };
}
