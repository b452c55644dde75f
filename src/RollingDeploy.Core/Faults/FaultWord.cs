using System.Text.Json;

namespace RollingDeploy.Core.Faults;

/// <summary>Converts kinds of faults to the names that users write.</summary>
public static class FaultWord
{
    /// <summary>Returns the name of a kind, such as <c>instanceCrash</c>.</summary>
    public static string Of(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
