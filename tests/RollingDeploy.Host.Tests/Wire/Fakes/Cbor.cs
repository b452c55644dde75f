using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Wire.Fakes;

/// <summary>Calls the fake CloudWatch in rpc-v2-cbor, with bytes written by hand.</summary>
internal static class Cbor
{
    public const string Service = "/service/GraniteServiceVersion20100801/operation/";

    public static readonly (string Name, string Value) Header = ("Smithy-Protocol", "rpc-v2-cbor");
    public static readonly (string Name, string Value) QueryMode = ("x-amzn-query-mode", "true");

    /// <summary>A call whose body is hexadecimal, with blanks between the items.</summary>
    public static Task<Answer> InCbor(
        this ShopApp app, string operation, string hex, params (string Name, string Value)[] headers) =>
        app.Send(HttpMethod.Post, $"{Service}{operation}", Bytes(hex), "application/cbor", [Header, .. headers]);

    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static string Hex(this Answer answer) => Convert.ToHexStringLower(answer.Bytes);

    /// <summary>A text string of up to 255 bytes, in hexadecimal.</summary>
    public static string Text(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var length = bytes.Length < 24 ? $"{0x60 + bytes.Length:x2}" : $"78{bytes.Length:x2}";
        return length + Convert.ToHexStringLower(bytes);
    }

    /// <summary>The answer as JSON; it must be CBOR.</summary>
    public static string Json(this Answer answer) => CborJson.Decode(answer.Bytes)!.ToJsonString();
}
