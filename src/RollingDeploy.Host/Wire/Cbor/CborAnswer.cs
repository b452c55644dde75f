using System.Formats.Cbor;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire.Cbor;

/// <summary>The bodies of rpc-v2-cbor's responses.</summary>
internal static class CborAnswer
{
    public static byte[] Result(object result, JsonTypeInfo type)
    {
        var cbor = new CborWriter(CborConformanceMode.Lax);
        CborValue.Write(cbor, result, TypePlan.Of(type));
        return cbor.Encode();
    }

    /// <param name="type">The absolute id of the error's shape.</param>
    /// <param name="message">Null: without one.</param>
    public static byte[] Error(string type, string? message)
    {
        var cbor = new CborWriter(CborConformanceMode.Lax);
        cbor.WriteStartMap(null);
        cbor.WriteTextString("__type");
        cbor.WriteTextString(type);
        if (message is not null)
        {
            cbor.WriteTextString("message");
            cbor.WriteTextString(message);
        }

        cbor.WriteEndMap();
        return cbor.Encode();
    }
}
