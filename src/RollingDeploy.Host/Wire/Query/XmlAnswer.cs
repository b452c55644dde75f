using System.Globalization;
using System.Text;
using System.Xml;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>Writes the XML responses of the query protocol.</summary>
internal static class XmlAnswer
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        // XML readers normalize line ends. A carriage return in a text must not change.
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Result(string requestId, string ns, Operation operation, object? result) => Document(xml =>
    {
        xml.WriteStartElement($"{operation.Name}Response", ns);
        if (operation.Output is { } output && result is not null)
        {
            xml.WriteStartElement($"{operation.Name}Result");
            XmlValue.Write(xml, result, output);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("ResponseMetadata");
        xml.WriteElementString("RequestId", requestId);
    });

    public static byte[] Error(string requestId, string? ns, ErrorRow row, AwsError fault) => Document(xml =>
    {
        xml.WriteStartElement("ErrorResponse", ns);
        xml.WriteStartElement("Error");
        xml.WriteElementString("Type", row.Party);
        xml.WriteElementString("Code", row.Code);
        if (row.HasMessage)
        {
            xml.WriteElementString("Message", XmlValue.Clean(fault.Message));
        }

        foreach (var (name, value) in fault.Members)
        {
            xml.WriteElementString(name, XmlValue.Clean(Convert.ToString(value, CultureInfo.InvariantCulture)!));
        }

        xml.WriteEndElement();
        xml.WriteElementString("RequestId", requestId);
    });

    /// <summary>Writes an XML document. Elements that <paramref name="write"/> leaves open are closed.</summary>
    public static byte[] Document(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            write(xml);
            xml.WriteEndDocument();
        }

        return buffer.ToArray();
    }
}
