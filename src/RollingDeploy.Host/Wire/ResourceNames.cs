using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Host.Wire;

/// <summary>Finds the resource name in an input, for the log: the first member that is a resource name.</summary>
internal static class ResourceNames
{
    // The number of names that are shown from a list.
    private const int MostNames = 3;

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "EndpointName", "EndpointConfigName", "InferenceComponentName", "ModelName",
        "AlarmName", "AlarmNames", "ChildrenOfAlarmName", "ParentsOfAlarmName", "Namespace", "MetricName",
        "ResourceId", "ResourceIds", "ResourceArn", "ResourceARN",
    };

    /// <summary>
    /// Returns a function that reads the resource name. The members are found once, from the metadata of the record.
    /// </summary>
    public static Func<object, string?> Of(JsonTypeInfo input)
    {
        Func<object, object?>[] members = [.. input.Properties.Where(each => Members.Contains(each.Name)).Select(each => each.Get)
            .OfType<Func<object, object?>>()];
        return record => members.Select(read => Text(read(record))).FirstOrDefault(text => text is not null);
    }

    private static string? Text(object? value) => value switch
    {
        string { Length: > 0 } name => name,
        IReadOnlyCollection<string> { Count: > 0 } names =>
            string.Join(',', names.Take(MostNames)) + (names.Count > MostNames ? ",…" : ""),
        _ => null,
    };
}
