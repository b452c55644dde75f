using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wire.Constraints;
using RollingDeploy.Host.Wire.Validation;
using Metadata = RollingDeploy.Host.Wire.Shapes;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// Makes bodies that keep every constraint of an operation's record, and mostly the rules beyond those too. The extreme ones keep
/// the constraints by a hair: the largest numbers, the first and the last moment, the longest lists.
/// </summary>
internal sealed class Sampler(Random random, string account, string operation, bool isExtreme = false)
{
    private const long Now = 1_893_456_000;
    private const int MaxDepth = 6;
    private const int LongestList = 120;

    // From and to when: the years 1 and 9999 end what a timestamp can hold.
    private static readonly (double From, double To)[] Eras =
        [
            (-62_135_596_800, -62_135_596_799), (0, Now), (-62_135_596_800, 253_402_300_799.999),
            (253_402_300_790, 253_402_300_799.999)];

    private static readonly double[] Numbers = [0, 1, 60, int.MaxValue, int.MaxValue - 7, 10_000, 10_001, 86_400];
    private static readonly double[] Fractions = [0, 1e-300, 1, 1e38, 1e108, -1e108, 1e300, -1e300];

    private readonly (double From, double To) _era = Eras[random.Next(Eras.Length)];

    // A name that is taken is a refusal for one operation only: the one that makes such things.
    private readonly string _madeName = operation.Replace("Create", "", StringComparison.Ordinal) + "Name";

    private static readonly string[] Texts =
    [
        "a", "1", "text/csv", "s3://bucket/key", "arn:aws:iam::000000000000:role/example", "000000000000.dkr.ecr.us-east-1.amazonaws.com/m:1",
        "arn:aws:cloudwatch:us-east-1:000000000000:alarm:errors", "arn:aws:sagemaker:us-east-1:000000000000:endpoint/serving",
        "arn:aws:sns:us-east-1:000000000000:topic", "arn:aws:sagemaker:us-east-1:000000000000:model-package/package",
        "sg-1", "subnet-1", "https://example.com/key", "2.0", "expression-1", "/metrics",
    ];

    // Not all at once: the first check would refuse them all.
    private bool IsEdge => isExtreme && random.Next(3) == 0;

    public JsonObject Structure(JsonTypeInfo type, int depth = 0)
    {
        var made = new JsonObject();
        foreach (var (property, member) in type.Properties.Zip(TypePlan.Of(type).Members))
        {
            if (IsGiven(property.Name, member, depth))
            {
                made[property.Name] = Member(property.Name, member, depth);
            }
        }

        DropRivals(made);
        DropCompanions(made);

        return made;
    }

    private bool IsGiven(string name, MemberPlan member, int depth) =>
        member.Own.Any(constraint => constraint is RequiredAttribute)
        || (depth < MaxDepth
            && (Hints.Usual.Contains(name) || random.NextDouble() < (Hints.Rare.Contains(name) ? 0.05 : 0.25 / (depth + 1))));

    // What the rules allow only one of; the first is what most callers give.
    private void DropRivals(JsonObject made)
    {
        foreach (var rivals in Hints.Rivals)
        {
            var given = rivals.Where(made.ContainsKey).ToList();
            var kept = random.Next(4) > 0 ? given.FirstOrDefault() : given.LastOrDefault();
            given.Where(name => name != kept).ToList().ForEach(name => made.Remove(name));
        }
    }

    // Half of the structures that could have them go without.
    private void DropCompanions(JsonObject made)
    {
        foreach (var companions in Hints.Companions.Where(names => names.Any(made.ContainsKey)))
        {
            if (random.Next(2) == 0 || !companions.All(made.ContainsKey))
            {
                Array.ForEach(companions, name => made.Remove(name));
            }
        }
    }

    private JsonNode Member(string name, MemberPlan member, int depth) => member.Type.Kind switch
    {
        JsonTypeInfoKind.Object => Structure(member.Type, depth + 1),
        JsonTypeInfoKind.Enumerable => List(name, member, depth),
        JsonTypeInfoKind.Dictionary => Map(name, member),
        _ => Scalar(name, Metadata.Scalar(member.Type), member.Own),
    };

    private JsonArray List(string name, MemberPlan member, int depth)
    {
        var length = member.Own.OfType<LengthAttribute>().FirstOrDefault() ?? new LengthAttribute(0);
        var usual = IsEdge && depth < 2 ? LongestList : 1 + (random.Next(4) / 3);
        var count = Math.Clamp(usual, length.Min, Math.Max(length.Min, length.Max));
        var element = Metadata.Element(member.Type);
        var items = Enumerable.Range(0, count).Select(_ => element.Kind == JsonTypeInfoKind.Object
            ? (JsonNode)Structure(element, depth + 1)
            : Scalar(name, Metadata.Scalar(element), member.Items));
        return new JsonArray([.. items]);
    }

    private JsonObject Map(string name, MemberPlan member) =>
        new() { [Text("key", member.Keys)] = Scalar(name, Metadata.Scalar(Metadata.Element(member.Type)), member.Values) };

    private JsonNode Scalar(string name, Type type, ConstraintAttribute[] constraints) =>
        type == typeof(string) ? Text(name, constraints)
        : type == typeof(bool) ? random.Next(2) == 0
        : type == typeof(DateTimeOffset) ? Moment(name)
        : Metadata.IsInteger(type) ? (long)Number(name, constraints, isWhole: true)
        : Number(name, constraints, isWhole: false);

    private double Moment(string name) =>
        !isExtreme ? Now - (name is "EndTime" or "EndDate" ? 0 : random.Next(1, 7200))
        : name is "EndTime" or "EndDate" || name.EndsWith("Before", StringComparison.Ordinal) ? _era.To
        : _era.From;

    private double Number(string name, ConstraintAttribute[] constraints, bool isWhole)
    {
        var range = constraints.OfType<RangeAttribute>().FirstOrDefault() ?? new RangeAttribute(1, 100);
        if (IsEdge)
        {
            var edge = isWhole ? Numbers[random.Next(Numbers.Length)] : Fractions[random.Next(Fractions.Length)];
            return Math.Clamp(edge, range.Min, range.Max);
        }

        var most = Math.Min(range.Max, Math.Max(range.Min, 0) + 4);
        return Hints.Numbers.TryGetValue(name, out var usual) ? usual : random.Next((int)Math.Max(range.Min, 0), (int)most + 1);
    }

    private string Text(string name, ConstraintAttribute[] constraints)
    {
        bool Fits(string text) => Array.TrueForAll(constraints, constraint => constraint.Violation(text) is null);

        // Services name things of their own by members of the same name.
        var names = Scenery.Names.GetValueOrDefault(name, []).Select(text => text.Replace("ACCOUNT", account, StringComparison.Ordinal));
        string[] candidates =
        [
            .. name == _madeName && random.Next(8) > 0 ? (string[])["new"] : [],
            .. Pick([.. names.Where(Fits)]),
            .. Pick([.. constraints.OfType<OneOfAttribute>().SelectMany(each => each.Values)]),
            .. Texts,
        ];
        return candidates.FirstOrDefault(Fits) ?? "a";
    }

    private string[] Pick(string[] texts) => texts.Length == 0 ? [] : [texts[random.Next(texts.Length)]];
}
