using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Core;

/// <summary>The JSON options for snapshots.</summary>
internal static class SnapshotJson
{
    public static readonly JsonSerializerOptions Options = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(WorldJson.Options)
        {
            TypeInfoResolver = WorldJson.Options.TypeInfoResolver!.WithAddedModifier(LeaveOutDefaults),
            Converters = { new EventDataConverter(), new SharedTextConverter() },

            // Tools such as jq sort members.
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
        };
        foreach (var words in SnapshotWords.All)
        {
            options.Converters.Add(words);
        }

        return options;
    }

    // A parameter with a default is not required when a document is read, so the default need not be written.
    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: true, DefaultValue: var common })
            {
                property.ShouldSerialize = (_, value) => !Equals(value, common);
            }
        }
    }
}
