using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Seeds.Files;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Validation;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Seeds;

/// <summary>
/// Reads the two kinds of calls in seeds: <c>{"service":…,"operation":…,"input":…}</c> and <c>{"route":…,"body":…}</c>. Nothing
/// in a call is ignored, because a misspelt member would have no effect.
/// </summary>
internal sealed class CallReader(IEnumerable<Service> services, string standardAccount)
{
    private const string OurPaths = "/_rollingdeploy/";
    private const string Reset = OurPaths + "reset";

    private static readonly string[] Everywhere = ["account", "region"];
    private static readonly string[] OfCalls = ["service", "operation", "input"];
    private static readonly string[] OfRoutes = ["route", "body"];
    private static readonly string[] Verbs = ["GET", "PUT", "POST", "DELETE"];

    // A REST service has no plain route. A service that only loads answers of AWS has no name for signatures.
    private readonly Service[] _services =
        [.. services.Where(service => service is { Route: not null, SigningNames.Count: > 0 })];

    /// <summary>Returns whether an object in a seed is meant as a call, judging by its members.</summary>
    public static bool IsCall(SeedObject entry) => OfCalls.Concat(OfRoutes).Any(entry.Members.ContainsKey);

    public SeedCall Read(string file, SeedObject entry)
    {
        var isRoute = entry.Members.ContainsKey("route");
        string[] known = [.. isRoute ? OfRoutes : OfCalls, .. Everywhere];
        foreach (var (name, member) in entry.Members)
        {
            if (!known.Contains(name))
            {
                var right = Nearest.Of(name, known) is { } near ? $"Did you mean {near}?" : $"The members here are {Choice.AllOf(known)}.";
                throw new SeedPlace(file, member.Line).Mistake($"Unknown member '{Excerpt.Of(name)}'. {right}");
            }
        }

        var account = Partition(file, entry, "account", PartitionNames.IsAccount, "an account ID of twelve digits, in quotes") ?? standardAccount;
        var region = Partition(file, entry, "region", PartitionNames.IsRegion, "a region such as us-east-1") ?? PartitionNames.DefaultRegion;
        var call = new SeedCall(new(file, entry.Line), account, region, "") { Path = "" };
        return isRoute ? Route(entry, call) : Operation(entry, call);
    }

    private SeedCall Operation(SeedObject entry, SeedCall call)
    {
        var name = Required(entry, call.Place, "service");
        var service = Array.Find(_services, each => IsNamed(each, name)) ?? throw call.Place.Mistake(
            $"service is '{Excerpt.Of(name)}'; it must be {Choice.Of([.. _services.Select(each => each.Route!)])}.");
        var operation = Required(entry, call.Place, "operation");
        var found = service.Find(operation) ?? throw call.Place.Mistake(
            $"RollingDeploy does not serve the operation {Excerpt.Of(operation)} of {service.Name}."
            + Nearest.Hint(operation, service.Operations.Select(each => each.Name)));
        var body = Body(entry, call.Place, "input") ?? "{}"u8.ToArray();
        return UnknownMembers.Find(body, found.Input) is [var unknown, ..]
            ? throw call.Place.Mistake($"In the input of {operation}, {unknown}")
            : call with { Name = operation, Path = $"/{service.Route}/{operation}", Body = body };
    }

    private static SeedCall Route(SeedObject entry, SeedCall call)
    {
        var route = Required(entry, call.Place, "route");
        if (route.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var verb, var path]
            || !Verbs.Contains(verb) || !path.StartsWith(OurPaths, StringComparison.Ordinal))
        {
            throw call.Place.Mistake(
                $"route is '{Excerpt.Of(route)}'; it must be a method and a path, such as PUT {OurPaths}models/m/behavior.");
        }

        return path.Contains('?', StringComparison.Ordinal)
                ? throw call.Place.Mistake("A route has no query string here. Use the members account and region.")
            : path.TrimEnd('/') == Reset
                ? throw call.Place.Mistake("A seed cannot reset its account, because a reset applies the seeds again.")
            : call with { Name = route, Method = verb, Path = path, Body = Body(entry, call.Place, "body"), IsOurs = true };
    }

    private static bool IsNamed(Service service, string name) =>
        string.Equals(service.Route, name, StringComparison.OrdinalIgnoreCase) || service.SigningNames.Contains(name);

    private static string Required(SeedObject entry, SeedPlace place, string name) => entry.Find(name) switch
    {
        SeedScalar { Text: { } text } => text,
        null => throw place.Mistake($"This call has no {name}."),
        var odd => throw place.Mistake($"{name} is {odd.Noun}; it must be a text."),
    };

    private static byte[]? Body(SeedObject entry, SeedPlace place, string name) => entry.Find(name) switch
    {
        null => null,
        SeedObject body => body.ToJson(),
        var odd => throw place.Mistake($"{name} is {odd.Noun}; it must be an object."),
    };

    private static string? Partition(string file, SeedObject entry, string name, Func<string, bool> fits, string expected) =>
        entry.Find(name) switch
        {
            null => null,
            SeedScalar { Text: { } text } when fits(text) => text,
            SeedScalar { Text: { } text } => throw new SeedPlace(file, entry.Line).Mistake($"{name} is '{Excerpt.Of(text)}'; it must be {expected}."),
            var odd => throw new SeedPlace(file, odd.Line).Mistake($"{name} is {odd.Noun}; it must be {expected}."),
        };
}
