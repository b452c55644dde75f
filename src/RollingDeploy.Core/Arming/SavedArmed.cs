using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Arming;

/// <summary>An armed behavior or fault, in a snapshot.</summary>
internal sealed record SavedArmed(
    string Name, OwnerType Type, When When, ArmedState State = ArmedState.Armed, DateTimeOffset? At = null)
{
    /// <summary>Returns the plain values; null for null.</summary>
    public static SavedArmed? Of(Armed? armed) =>
        armed is null ? null : new(armed.What.Name, armed.What.Type, armed.When, armed.State, armed.At);
}

/// <summary>The JSON metadata of the state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SavedArmed))]
internal sealed partial class ArmingJson : JsonSerializerContext;
