using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Tests.CommandLine;

public sealed class NearestTests
{
    private static readonly string[] Names = ["--port", "--clock", "--log-level", "--urls", "--RollingDeploy:Clock:Mode", "--RollingDeploy:Seed"];

    [Theory]
    [InlineData("--port", "--port")]
    [InlineData("--Port", "--port")]
    [InlineData("--prot", "--port")]
    [InlineData("--prt", "--port")]
    [InlineData("--loglevel", "--log-level")]
    [InlineData("--log_level", "--log-level")]
    [InlineData("--url", "--urls")]
    [InlineData("--RollingDeploy:Clok:Mode", "--RollingDeploy:Clock:Mode")]
    [InlineData("--RollingDeploy__Clock__Mode", "--RollingDeploy:Clock:Mode")]
    [InlineData("--seed", "--RollingDeploy:Seed")]
    [InlineData("-seed", "--RollingDeploy:Seed")]
    public void Of_AMisspeltName_IsTheRightOne(string name, string right) => Nearest.Of(name, Names).Should().Be(right);

    [Theory]
    [InlineData("--frobnicate")]
    [InlineData("--x")]
    [InlineData("--")]
    [InlineData("")]
    public void Of_ANameThatIsLikeNone_IsNull(string name) => Nearest.Of(name, Names).Should().BeNull();

    [Fact]
    public void Of_AnEndlessName_IsNull() => Nearest.Of(new string('p', 1_000_000), Names).Should().BeNull();
}
