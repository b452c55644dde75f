using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire;

/// <summary>The kinds of values in AWS's protocols.</summary>
internal static class Shapes
{
    /// <summary>Returns the type of a scalar, without <c>Nullable</c>.</summary>
    public static Type Scalar(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) ?? type.Type;

    public static JsonTypeInfo Of(JsonPropertyInfo property) => property.Options.GetTypeInfo(property.PropertyType);

    public static JsonTypeInfo Element(JsonTypeInfo listOrMap) => listOrMap.Options.GetTypeInfo(listOrMap.ElementType!);

    public static bool IsInteger(Type scalar) => scalar == typeof(int) || scalar == typeof(long);

    public static bool IsFraction(Type scalar) =>
        scalar == typeof(double) || scalar == typeof(float) || scalar == typeof(decimal);

    /// <summary>Returns what a value must be, for an error message: <c>an integer</c>.</summary>
    public static string Noun(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => "a structure",
        JsonTypeInfoKind.Enumerable => "a list",
        JsonTypeInfoKind.Dictionary => "a map",
        _ => Noun(Scalar(type)),
    };

    private static string Noun(Type scalar) =>
        scalar == typeof(string) ? "a string"
        : scalar == typeof(bool) ? "a boolean"
        : IsInteger(scalar) ? "an integer"
        : IsFraction(scalar) ? "a number"
        : scalar == typeof(DateTimeOffset) ? "a timestamp"
        : scalar == typeof(byte[]) ? "base64"
        : "of another type";
}
