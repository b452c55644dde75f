namespace RollingDeploy.Host.Runtime.Shapes;

/// <summary>
/// Patterns as in the API model of SageMaker Runtime. Some of them differ from those in the model of SageMaker.
/// </summary>
internal static class RuntimePatterns
{
    /// <summary>Names of endpoints, variants and containers.</summary>
    public const string Name = "^[a-zA-Z0-9](-*[a-zA-Z0-9])*";

    public const string InferenceComponent = @"^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?$";

    public const string Ascii = @"\p{ASCII}*";

    /// <summary>Inference IDs and target models.</summary>
    public const string Printable = @"\A\S[\p{Print}]*\z";

    public const string Session = "^[a-zA-Z0-9](-*[a-zA-Z0-9])*$";

    public const string SessionOrNew = "^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$";

    public const string NewSession =
        @"^[a-zA-Z0-9](-*[a-zA-Z0-9])*;\sExpires=[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";

    public const string InputLocation = "^(https|s3)://([^/]+)/?(.*)$";

    public const string PathExtension = "^(?!s3:|https:)[a-zA-Z0-9!_.*'()/-]+$";

    public const string Filename = @"^(?!.*\..*\.)[a-zA-Z0-9][a-zA-Z0-9-_\.]*$";
}
