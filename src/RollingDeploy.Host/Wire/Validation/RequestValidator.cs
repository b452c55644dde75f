using System.Collections;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>
/// Checks a request against the constraints on its records, and reports all violations together with AWS's texts
/// (aws/sagemaker-endpoints.md §1.2).
/// </summary>
internal sealed class RequestValidator
{
    private const string NotNull = "Member must not be null";

    // A list of a million structures can have a million violations. All are counted, and this number of them is reported.
    private const int MostTold = 50;

    private readonly Trail _trail = new();
    private readonly List<string> _told = [];
    private readonly bool _strict;
    private int _violations;

    private RequestValidator(bool strict) => _strict = strict;

    /// <summary>Validates a request.</summary>
    /// <exception cref="AwsError"><c>ValidationException</c> with the number of violations and the first of them.</exception>
    public static void Validate(object input, JsonTypeInfo type, bool strict = false)
    {
        var walk = new RequestValidator(strict);
        walk.Into(input, TypePlan.Of(type));
        if (walk._violations > 0)
        {
            throw new AwsError("ValidationException", walk.Text());
        }
    }

    private string Text() =>
        $"{_violations} validation error{(_violations == 1 ? "" : "s")} detected: {string.Join("; ", _told)}"
        + (_violations > MostTold ? "; ..." : "");

    private void Into(object value, TypePlan plan)
    {
        switch (plan.Kind)
        {
            case JsonTypeInfoKind.Object:
                Structure(value, plan);
                break;
            case JsonTypeInfoKind.Enumerable when plan.Element.CanBeWrong && value is IEnumerable list:
                List(list, plan.Element);
                break;
            case JsonTypeInfoKind.Dictionary when value is IDictionary map:
                Map(map, plan.Element);
                break;
            default:
                break;
        }
    }

    private void Structure(object record, TypePlan plan)
    {
        foreach (var member in plan.Checked)
        {
            _trail.Enter(member.Name);
            var value = member.Get(record);
            Own(member, value);
            if (value is not null && !member.IsTooMuch(value))
            {
                Parts(member, value);
                Into(value, member.Plan);
            }

            _trail.Leave();
        }
    }

    private void Own(MemberPlan member, object? value)
    {
        foreach (var constraint in member.Own)
        {
            if (constraint.Violation(value, _strict) is { } clause)
            {
                Report(value, clause);
            }
        }
    }

    private void Parts(MemberPlan member, object value)
    {
        if (value is IDictionary map)
        {
            Part(Constraints.Part.Key, member.Keys, map.Keys, value);
            Part(Constraints.Part.Value, member.Values, map.Values, value);
        }
        else if (member.Items.Length > 0 && value is IEnumerable list)
        {
            Part(Constraints.Part.Item, member.Items, list, value);
        }
    }

    private void Part(Part part, ConstraintAttribute[] constraints, IEnumerable values, object whole)
    {
        foreach (var value in constraints.Length == 0 ? Array.Empty<object>() : values)
        {
            if (value is not null && Array.Exists(constraints, constraint => constraint.Violation(value, _strict) is not null))
            {
                Report(whole, Printed.All(part, constraints));
                return;
            }
        }
    }

    // AWS's lists and maps do not contain null, and handlers do not expect it.
    private void List(IEnumerable list, TypePlan element)
    {
        var index = 0;
        foreach (var item in list)
        {
            _trail.Enter(index++);
            Element(item, element);
            _trail.Leave();
        }
    }

    private void Map(IDictionary map, TypePlan element)
    {
        foreach (DictionaryEntry entry in map)
        {
            _trail.Enter((string)entry.Key);
            Element(entry.Value, element);
            _trail.Leave();
        }
    }

    private void Element(object? value, TypePlan plan)
    {
        if (value is null)
        {
            Report(null, NotNull);
        }
        else if (plan.Kind != JsonTypeInfoKind.None)
        {
            Into(value, plan);
        }
    }

    private void Report(object? value, string clause)
    {
        if (++_violations <= MostTold)
        {
            _told.Add($"Value {Printed.Value(value)} at '{_trail}' failed to satisfy constraint: {clause}");
        }
    }
}
