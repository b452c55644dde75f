using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Sts;

/// <summary>AssumeRole and GetSessionToken (STS API reference).</summary>
public sealed class AssumeRoleTests(TestHost host)
{
    [Fact]
    public async Task AssumeRole_ByAnAccount_LeadsToTheAccountOfTheRole()
    {
        var answer = await host.AssumeRole(Keys.OfAccount);
        var keys = StsHost.KeysIn(answer);
        var identity = await host.Sts(keys, "GetCallerIdentity");
        var made = await host.SageMaker(keys, "CreateModel", new { ModelName = "m", ExecutionRoleArn = StsHost.Role });

        answer.Status.Should().Be(200, answer.Text);
        answer.Xml.Name.NamespaceName.Should().Be("https://sts.amazonaws.com/doc/2011-06-15/");
        keys.Id.Should().StartWith("ASIA").And.HaveLength(20);
        answer.Element("Expiration").Should().Be(
            host.Time.GetUtcNow().AddHours(1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        answer.Element("Arn").Should().Be("arn:aws:sts::444455556666:assumed-role/deployer/build-1");
        answer.Element("AssumedRoleId").Should().MatchRegex("^AROA[A-Z2-7]{17}:build-1$");
        answer.Element("PackedPolicySize").Should().BeNull("as recorded from AWS without a policy");
        identity.Element("Account").Should().Be("444455556666");
        identity.Element("Arn").Should().Be(answer.Element("Arn"));
        identity.Element("UserId").Should().Be(answer.Element("AssumedRoleId"));
        made.Header("X-RollingDeploy-Account").Should().Be("444455556666");
    }

    [Fact]
    public async Task AssumeRole_Twice_HasTheSameRoleIdAndOtherKeys()
    {
        var (one, other) = (await host.AssumeRole(Keys.OfAccount), await host.AssumeRole(Keys.OfAccount));

        one.Element("AssumedRoleId").Should().Be(other.Element("AssumedRoleId"));
        one.Element("AccessKeyId").Should().NotBe(other.Element("AccessKeyId"));
        one.Element("SecretAccessKey").Should().HaveLength(40).And.NotBe(other.Element("SecretAccessKey"));
    }

    [Fact]
    public async Task AssumeRole_KeysOfAnotherHost_AreGoodHereToo()
    {
        await using var before = TestHost.With();
        var keys = StsHost.KeysIn(await before.AssumeRole(Keys.OfAccount));

        var identity = await host.Sts(keys, "GetCallerIdentity");

        identity.Element("Account").Should().Be("444455556666", "keys have no state, so a restart or a reset does not end them");
    }

    [Theory]
    [InlineData("AssumeRole", "0")]
    [InlineData("AssumeRole", "2049")]
    [InlineData("AssumeRole", "4096")]
    [InlineData("GetSessionToken", "3001")]
    public async Task MinimumSessionTokenSize_OfTheTokens_IsReached(string operation, string size)
    {
        (string, string)[] role = operation is "AssumeRole" ? [("RoleArn", StsHost.Role), ("RoleSessionName", "build-1")] : [];

        var answer = await host.Sts(Keys.OfAccount, operation, [.. role, ("MinimumSessionTokenSize", size)]);
        var identity = await host.Sts(StsHost.KeysIn(answer), "GetCallerIdentity");

        var length = answer.Element("SessionToken")!.Length;
        length.Should().BeInRange(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture), 4096);
        answer.Element("SessionTokenSize").Should().Be($"{length}");
        answer.Element("SessionTokenUtilization").Should().Be($"{Math.Ceiling(length / 40.96)}");
        identity.Status.Should().Be(200);
    }

    [Fact]
    public async Task AssumeRole_ByARole_GoesOnToTheNextAccount()
    {
        var first = StsHost.KeysIn(await host.AssumeRole(Keys.OfAccount));

        var next = await host.Sts(
            first, "AssumeRole", ("RoleArn", "arn:aws-cn:iam::777788889999:role/next"), ("RoleSessionName", "s2"), ("DurationSeconds", "3600"));

        next.Element("Arn").Should().Be("arn:aws-cn:sts::777788889999:assumed-role/next/s2");
        (await host.Sts(StsHost.KeysIn(next), "GetCallerIdentity")).Element("Account").Should().Be("777788889999");
    }

    [Fact]
    public async Task AssumeRole_WithAllMembers_TakesThem()
    {
        const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

        var answer = await host.AssumeRole(
            Keys.OfAccount,
            ("Policy", Policy), ("PolicyArns.member.1.arn", "arn:aws:iam::aws:policy/ReadOnlyAccess"), ("DurationSeconds", "43200"),
            ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "ml"), ("TransitiveTagKeys.member.1", "Team"),
            ("ExternalId", "a:b/c"), ("SerialNumber", "arn:aws:iam::111122223333:mfa/me"), ("TokenCode", "123456"),
            ("SourceIdentity", "me"), ("ProvidedContexts.member.1.ProviderArn", "arn:aws:iam::aws:contextProvider/X"),
            ("ProvidedContexts.member.1.ContextAssertion", "text"));

        answer.Status.Should().Be(200, answer.Text);
        answer.Element("SourceIdentity").Should().Be("me");
        int.Parse(answer.Element("PackedPolicySize")!).Should().BeInRange(1, 100);
    }

    [Theory]
    [InlineData(null, 3600)]
    [InlineData("900", 900)]
    [InlineData("43200", 3600)]
    public async Task GetSessionToken_OfAnAccount_IsForItAndLastsAnHourAtMost(string? duration, int seconds)
    {
        var answer = await host.Sts(
            Keys.OfAccount, "GetSessionToken", duration is null ? [] : [("DurationSeconds", duration)]);
        var identity = await host.Sts(StsHost.KeysIn(answer), "GetCallerIdentity");

        answer.Element("Expiration").Should().Be(
            host.Time.GetUtcNow().AddSeconds(seconds).UtcDateTime
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        (identity.Element("Account"), identity.Element("Arn")).Should().Be(("111122223333", "arn:aws:iam::111122223333:root"));
    }

    [Theory]
    [InlineData("000000000000")]
    [InlineData("111122223333")]
    [InlineData("999999999999")]
    public void AccountOf_KeyOfAnAccount_IsThatAccount(string account)
    {
        var key = TemporaryKey.Make(account, [0xFF, 0x01, 0xFE]);

        key.Should().MatchRegex("^ASIA[Q-Z2-7][A-Z2-7]{15}$", "keys of AWS since 2019 have these letters");
        TemporaryKey.AccountOf(key).Should().Be(account);
    }

    // AWS's own examples, and what is almost a key.
    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ASIAIOSFODNN7EXAMPLE")]
    [InlineData("ASIAY34FZKBOKMUTVV7A")]
    [InlineData("ASIA")]
    [InlineData("ASIA0000000000000000")]
    [InlineData("test")]
    public void AccountOf_KeyOfAnyoneElse_IsNull(string key)
    {
        TemporaryKey.AccountOf(key).Should().BeNull();
    }
}
