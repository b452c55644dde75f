namespace RollingDeploy.Host.Sts;

/// <summary>Example request bodies.</summary>
internal static class StsExamples
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AssumeRole"] = """
            {
              "RoleArn": "arn:aws:iam::111122223333:role/deployer",
              "RoleSessionName": "ci",
              "DurationSeconds": 900
            }
            """,
        ["AssumeRoleWithWebIdentity"] = """
            {
              "RoleArn": "arn:aws:iam::111122223333:role/deployer",
              "RoleSessionName": "ci",
              "WebIdentityToken": "a token of an identity provider"
            }
            """,
        ["GetSessionToken"] = """{ "DurationSeconds": 900 }""",
    };
}
