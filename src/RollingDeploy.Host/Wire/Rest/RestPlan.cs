using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire.Rest;

/// <summary>The places of the members of a record. They are read from the metadata once.</summary>
internal sealed class RestPlan
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, RestPlan> Plans = new();

    private RestPlan(JsonTypeInfo type)
    {
        var members = type.Properties.Select(property => (Property: property, Place: PlaceOf(property))).ToList();
        Labels = [.. members.Where(member => member.Place is LabelAttribute).Select(member => member.Property)];
        Headers = [.. members.Where(member => member.Place is HeaderAttribute).Select(
            member => (((HeaderAttribute)member.Place!).Name, member.Property))];
        Payload = members.Find(member => member.Place is PayloadAttribute).Property;
        Json = [.. members.Where(member => member.Place is null).Select(member => member.Property)];
    }

    public IReadOnlyList<JsonPropertyInfo> Labels { get; }

    public IReadOnlyList<(string Name, JsonPropertyInfo Property)> Headers { get; }

    /// <summary>The member that is the body; null if the body is JSON.</summary>
    public JsonPropertyInfo? Payload { get; }

    /// <summary>The members of the JSON body.</summary>
    public IReadOnlyList<JsonPropertyInfo> Json { get; }

    public static RestPlan Of(JsonTypeInfo type) => Plans.GetOrAdd(type, static found => new RestPlan(found));

    /// <summary>Returns the place of a member; null if it is in the JSON body.</summary>
    public static PlaceAttribute? PlaceOf(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(PlaceAttribute), inherit: true)
            .Cast<PlaceAttribute>()
            .FirstOrDefault();
}
