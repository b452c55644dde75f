using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Wording;

/// <summary>Adds members to JSON objects.</summary>
internal static class JsonMembers
{
    /// <summary>Adds a member, unless its value is null.</summary>
    public static void AddUnlessNull(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
