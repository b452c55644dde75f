using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire.Query;

/// <summary>Writes a value of a record as XML elements, using its metadata. Members without a value are left out.</summary>
internal static class XmlValue
{
    /// <summary>Writes the content of <paramref name="value"/> into the current element.</summary>
    public static void Write(XmlWriter xml, object value, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                Structure(xml, value, type);
                break;
            case JsonTypeInfoKind.Enumerable:
                List(xml, (IEnumerable)value, Shapes.Element(type));
                break;
            case JsonTypeInfoKind.Dictionary:
                Map(xml, (IDictionary)value, Shapes.Element(type));
                break;
            default:
                xml.WriteString(Text(value));
                break;
        }
    }

    /// <summary>Removes the characters that XML 1.0 does not allow, even escaped.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD. So only control characters and two non-characters are removed.
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                kept.Append(rune);
            }
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }

    private static void Structure(XmlWriter xml, object value, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Get?.Invoke(value) is { } member)
            {
                Element(xml, property.Name, member, Shapes.Of(property));
            }
        }
    }

    private static void List(XmlWriter xml, IEnumerable items, JsonTypeInfo type)
    {
        foreach (var item in items)
        {
            Element(xml, "member", item, type);
        }
    }

    private static void Map(XmlWriter xml, IDictionary map, JsonTypeInfo type)
    {
        foreach (DictionaryEntry entry in map)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("key", Clean((string)entry.Key));
            Element(xml, "value", entry.Value!, type);
            xml.WriteEndElement();
        }
    }

    private static void Element(XmlWriter xml, string name, object value, JsonTypeInfo type)
    {
        xml.WriteStartElement(name);
        Write(xml, value, type);
        xml.WriteEndElement();
    }

    private static string Text(object value) => value switch
    {
        string text => Clean(text),
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Timestamp(time.ToUniversalTime()),
        byte[] blob => Convert.ToBase64String(blob),
        double number => JavaNumber.ToText(number),
        float number => JavaNumber.ToText(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Clean(value.ToString() ?? ""),
    };

    private static string Timestamp(DateTimeOffset time)
    {
        var fraction = time.Millisecond == 0 ? "" : ".fff";
        return time.ToString($"yyyy-MM-dd'T'HH:mm:ss{fraction}'Z'", CultureInfo.InvariantCulture);
    }
}
