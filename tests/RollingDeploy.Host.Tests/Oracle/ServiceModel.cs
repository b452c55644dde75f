using System.Text.Json;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>One service's model, in botocore's format: operations, and the shapes that they take and return.</summary>
internal sealed class ServiceModel(JsonElement root)
{
    public bool HasOperation(string operation) => root.GetProperty("operations").TryGetProperty(operation, out _);

    public Shape? Input(string operation) => OfOperation(operation, "input");

    public Shape? Output(string operation) => OfOperation(operation, "output");

    public Shape Shape(string name) => new(this, name, root.GetProperty("shapes").GetProperty(name));

    private Shape? OfOperation(string operation, string direction) =>
        root.GetProperty("operations").GetProperty(operation).TryGetProperty(direction, out var reference)
            ? Shape(reference.GetProperty("shape").GetString()!)
            : null;
}

/// <summary>A named type of AWS's: a structure, a list, a map or a scalar with its constraints.</summary>
internal sealed record Shape(ServiceModel Model, string Name, JsonElement Json)
{
    public string Kind => Json.GetProperty("type").GetString()!;

    public Shape Item => Referenced(Json.GetProperty("member"));

    public Shape Key => Referenced(Json.GetProperty("key"));

    public Shape Value => Referenced(Json.GetProperty("value"));

    /// <summary>Whether its lengths, ranges and patterns are known.</summary>
    public bool HasConstraints => !Json.TryGetProperty(NewestModel.WithoutConstraints, out _);

    /// <summary>Whether it is sent as events, each with one of its members.</summary>
    public bool IsEventStream => Json.TryGetProperty("eventstream", out _);

    /// <summary>With the place of each in a REST request or response; null for the body.</summary>
    public IEnumerable<(string Name, Shape Shape, bool Required, string? Place)> Members
    {
        get
        {
            var required = Strings("required").ToHashSet();
            return Json.GetProperty("members").EnumerateObject()
                .Select(member => (member.Name, Referenced(member.Value), required.Contains(member.Name), PlaceOf(member)));
        }
    }

    public IEnumerable<string> Strings(string property) =>
        Json.TryGetProperty(property, out var values) ? values.EnumerateArray().Select(value => value.GetString()!) : [];

    public double? Number(string property) => Json.TryGetProperty(property, out var value) ? value.GetDouble() : null;

    public string? Text(string property) => Json.TryGetProperty(property, out var value) ? value.GetString() : null;

    private string? PlaceOf(JsonProperty member) =>
        member.Value.TryGetProperty("location", out var location)
            ? location.GetString() == "header" ? $"the header {member.Value.GetProperty("locationName").GetString()}" : "the path"
        : Text("payload") == member.Name || member.Value.TryGetProperty("eventpayload", out _) ? "the payload"
        : null;

    private Shape Referenced(JsonElement reference) => Model.Shape(reference.GetProperty("shape").GetString()!);
}
