using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Sts;

/// <summary>
/// What STS refuses, in AWS's words. LocalStack has recorded the texts in test_sts.snapshot.json, if nothing else is named.
/// </summary>
public sealed class StsRefusalTests(TestHost host)
{
    private const string Constraint = "1 validation error detected: Value '";

    [Theory]
    [InlineData("RoleArn", "nothing-valid-in-here", "ValidationError", "nothing-valid-in-here is invalid")]
    [InlineData("RoleArn", "arn::b:::something/test-role", "ValidationError", "arn::b:::something/test-role is invalid")]
    [InlineData("RoleArn", "arn:a::::something/test-role", "ValidationError", "arn:a::::something/test-role is invalid")]
    [InlineData("RoleArn", "arn:a:::something/test-role", "ValidationError", "arn:a:::something/test-role is invalid")]
    [InlineData("RoleArn", "arn:a:a::aaaaaaaaaa:", "ValidationError", "arn:a:a::aaaaaaaaaa: is invalid")]
    [InlineData("RoleArn", "too-short", "ValidationError", Constraint + "too-short' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20")]
    [InlineData("RoleSessionName", "Session1:2", "ValidationError", Constraint + @"Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("RoleSessionName", "séssion", "ValidationError", Constraint + @"séssion' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("RoleSessionName", "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss", "ValidationError", Constraint + "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss' at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to 64")]
    [InlineData("DurationSeconds", "899", "ValidationError", Constraint + "899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900")]
    [InlineData("DurationSeconds", "43201", "ValidationError", Constraint + "43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200")]
    [InlineData("MinimumSessionTokenSize", "4097", "ValidationError", Constraint + "4097' at 'minimumSessionTokenSize' failed to satisfy constraint: Member must have value less than or equal to 4096")]
    [InlineData("TokenCode", "12345x", "ValidationError", Constraint + @"12345x' at 'tokenCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\d]*")]
    [InlineData("ExternalId", "a b", "ValidationError", Constraint + @"a b' at 'externalId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@:\/-]*")]
    [InlineData("TransitiveTagKeys.member.1", "team", "InvalidParameterValue", "The specified transitive tag key must be included in the requested tags.")]
    [InlineData("PolicyArns.member.1.arn", "xxxxxxxxxxxxxxxxxxxxxxx", "ValidationError", "xxxxxxxxxxxxxxxxxxxxxxx is invalid")]
    [InlineData("Policy", "{", "MalformedPolicyDocument", "This policy contains invalid Json")]
    [InlineData("Policy", "{\"Version\":\"2012-10-17\"}", "MalformedPolicyDocument", "Syntax errors in policy.")]
    public async Task AssumeRole_MemberThatIsNotValid_IsRefused(string member, string value, string code, string text)
    {
        var given = new Dictionary<string, string> { ["RoleArn"] = StsHost.Role, ["RoleSessionName"] = "s1", [member] = value };

        var answer = await host.Sts(Keys.OfAccount, "AssumeRole", [.. given.Select(each => (each.Key, each.Value))]);

        (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be((400, code, text));
    }

    [Theory]
    [InlineData("SerialNumber", "arn:aws:iam::111122223333:mfa/me")]
    [InlineData("TokenCode", "123456")]
    public async Task Mfa_OneHalf_IsRefused(string member, string value)
    {
        var role = await host.AssumeRole(Keys.OfAccount, (member, value));
        var session = await host.Sts(Keys.OfAccount, "GetSessionToken", (member, value));

        foreach (var answer in new[] { role, session })
        {
            (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be((
                403, "AccessDenied", "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code."));
        }
    }

    [Fact]
    public async Task AssumeRole_TagsWhoseKeysDifferInCase_AreRefused()
    {
        var answer = await host.AssumeRole(
            Keys.OfAccount,
            ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "a"), ("Tags.member.2.Key", "Team"), ("Tags.member.2.Value", "b"));

        (answer.Element("Code"), answer.Element("Message")).Should().Be(
            ("InvalidParameterValue", "Duplicate tag keys found. Please note that Tag keys are case insensitive."));
    }

    [Fact]
    public async Task AssumeRole_TransitiveTagOfTheCaller_CannotBeSet()
    {
        var keys = StsHost.KeysIn(await host.AssumeRole(
            Keys.OfAccount, ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "a"), ("TransitiveTagKeys.member.1", "team")));

        var answer = await host.AssumeRole(keys, ("Tags.member.1.Key", "TEAM"), ("Tags.member.1.Value", "b"));

        (answer.Element("Code"), answer.Element("Message")).Should().Be(("InvalidParameterValue",
            "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session."));
    }

    [Fact]
    public async Task AssumeRole_PoliciesThatAreTooLarge_AreRefused()
    {
        var policy = $$"""{"Statement":[],"Id":"{{new string('x', 2100)}}"}""";

        var answer = await host.AssumeRole(Keys.OfAccount, ("Policy", policy));

        answer.Element("Code").Should().Be("PackedPolicyTooLarge");
        answer.Element("Message").Should().MatchRegex("^Packed policy consumes [0-9]+% of allotted space, please use smaller policy.$");
    }

    // An ARN that is not that of a role may not be assumed (99designs/aws-vault #668).
    [Theory]
    [InlineData("arn:aws:iam::444455556666:user/deployer")]
    [InlineData("arn:aws:iam:444455556666:role/deployer:x")]
    [InlineData("arn:aws:iam::4444:role/deployer")]
    [InlineData("arn:aws:iam::444455556666:role/")]
    public async Task AssumeRole_ArnOfSomethingElse_IsDenied(string arn)
    {
        var answer = await host.Sts(Keys.OfAccount, "AssumeRole", ("RoleArn", arn), ("RoleSessionName", "s1"));

        (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be((403, "AccessDenied",
            $"User: arn:aws:iam::111122223333:root is not authorized to perform: sts:AssumeRole on resource: {arn}"));
    }

    [Fact]
    public async Task AssumeRole_ByARoleForLongerThanAnHour_IsRefused()
    {
        var keys = StsHost.KeysIn(await host.AssumeRole(Keys.OfAccount));

        var answer = await host.AssumeRole(keys, ("DurationSeconds", "3601"));

        (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be((400, "ValidationError",
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."));
    }

    [Fact]
    public async Task GetSessionToken_ByTemporaryCredentials_IsDenied()
    {
        var keys = StsHost.KeysIn(await host.AssumeRole(Keys.OfAccount));

        var answer = await host.Sts(keys, "GetSessionToken");

        (answer.Status, answer.Element("Code"), answer.Element("Message")).Should().Be(
            (403, "AccessDenied", "Cannot call GetSessionToken with session credentials"));
    }

    [Theory]
    [InlineData("899", "greater than or equal to 900")]
    [InlineData("129601", "less than or equal to 129600")]
    public async Task GetSessionToken_DurationOutOfRange_IsRefused(string duration, string text)
    {
        var answer = await host.Sts(Keys.OfAccount, "GetSessionToken", ("DurationSeconds", duration));

        (answer.Status, answer.Element("Code")).Should().Be((400, "ValidationError"));
        answer.Element("Message").Should().EndWith(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-a-token")]
    [InlineData("another")]
    public async Task Call_TokenThatDoesNotBelongToTheKey_IsRefused(string? token)
    {
        var keys = StsHost.KeysIn(await host.AssumeRole(Keys.OfAccount));
        var wrong = keys with { Token = token is "another" ? StsHost.KeysIn(await host.AssumeRole(Keys.OfAccount)).Token : token };

        var sts = await host.Sts(wrong, "GetCallerIdentity");
        var sageMaker = await host.SageMaker(wrong, "ListModels", new { });

        (sts.Status, sts.Element("Code"), sts.Element("Message")).Should().Be(
            (403, "InvalidClientTokenId", "The security token included in the request is invalid."));
        (sageMaker.Status, sageMaker.At("__type"), sageMaker.At("message")).Should().Be(
            (400, "UnrecognizedClientException", "The security token included in the request is invalid."));
    }

    [Fact]
    public async Task Call_AfterTheExpiration_IsRefused()
    {
        await using var own = TestHost.With();
        var keys = StsHost.KeysIn(await own.AssumeRole(Keys.OfAccount, ("DurationSeconds", "900")));
        own.Time.Advance(TimeSpan.FromSeconds(899));
        var last = await own.Sts(keys, "GetCallerIdentity");
        own.Time.Advance(TimeSpan.FromSeconds(1));

        var sts = await own.Sts(keys, "GetCallerIdentity");
        var sageMaker = await own.SageMaker(keys, "ListModels", new { });

        last.Status.Should().Be(200);
        (sts.Status, sts.Element("Code"), sts.Element("Message")).Should().Be(
            (403, "ExpiredToken", "The security token included in the request is expired"));
        (sageMaker.Status, sageMaker.At("__type"), sageMaker.At("message")).Should().Be(
            (400, "ExpiredTokenException", "The security token included in the request is expired"));
    }
}
