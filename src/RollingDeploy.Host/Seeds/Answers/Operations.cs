using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>The operations that answers come from and that load them.</summary>
internal sealed class Operations(IEnumerable<Service> services)
{
    private readonly Dictionary<string, (Service Service, Operation Operation)> _all = services
        .Where(service => service.Route is not null)
        .SelectMany(service => service.Operations.Select(operation => (service, operation)))
        .DistinctBy(each => each.operation.Name)
        .ToDictionary(each => each.operation.Name, StringComparer.Ordinal);

    public JsonTypeInfo OutputOf(string operation) => _all[operation].Operation.Output!;

    public JsonTypeInfo InputOf(string operation) => _all[operation].Operation.Input;

    /// <summary>Returns the type of the items of a list in an output.</summary>
    public JsonTypeInfo ItemOf(string operation, string list)
    {
        var member = OutputOf(operation).Properties.First(property => property.Name == list);
        return Shapes.Element(Shapes.Of(member));
    }

    /// <summary>Returns a call with the members of a source that the operation's input has.</summary>
    public SeedCall Call(
        string operation,
        Source source,
        (string Account, string Region) place,
        params IEnumerable<(string Name, string? Text)> more) =>
        new(source.Place, place.Account, place.Region, operation)
        {
            Path = $"/{_all[operation].Service.Route}/{operation}",
            Body = Projection.ToInput(source.Object, InputOf(operation), more),
        };
}
