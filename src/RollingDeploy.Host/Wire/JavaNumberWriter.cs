using System.Text.Json;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire;

/// <summary>Writes the fractions of AWS's JSON protocols, such as <c>30.0</c>. Clients then tell them from integers.</summary>
internal static class JavaNumberWriter
{
    /// <summary>Writes a finite double or float.</summary>
    public static void Write<T>(Utf8JsonWriter json, T value)
        where T : struct, ISpanFormattable
    {
        Span<char> text = stackalloc char[JavaNumber.MaxLength];
        json.WriteRawValue(text[..JavaNumber.Format(value, text)], skipInputValidation: true);
    }
}
