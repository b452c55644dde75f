using System.Text.Json;

namespace RollingDeploy.Core.Faults;

/// <summary>The kinds of faults as users write them.</summary>
public static class FaultWord
{
    /// <summary>Returns the word for a kind, such as <c>instanceCrash</c>.</summary>
    public static string Of(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
