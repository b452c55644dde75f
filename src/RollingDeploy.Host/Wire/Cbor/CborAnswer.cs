using System.Formats.Cbor;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>Writes the response bodies of rpc-v2-cbor.</summary>
internal static class CborAnswer
{
    public static byte[] Result(object result, JsonTypeInfo type)
    {
        var cbor = new CborWriter(CborConformanceMode.Lax);
        CborValue.Write(cbor, result, TypePlan.Of(type));
        return cbor.Encode();
    }

    /// <summary>Writes an error.</summary>
    /// <param name="type">The absolute ID of the error's shape.</param>
    /// <param name="members">The other members, such as the message.</param>
    public static byte[] Error(string type, IEnumerable<(string Name, string Value)> members)
    {
        var cbor = new CborWriter(CborConformanceMode.Lax);
        cbor.WriteStartMap(null);
        foreach (var (name, value) in members.Prepend(("__type", type)))
        {
            cbor.WriteTextString(name);
            cbor.WriteTextString(value);
        }

        cbor.WriteEndMap();
        return cbor.Encode();
    }
}
