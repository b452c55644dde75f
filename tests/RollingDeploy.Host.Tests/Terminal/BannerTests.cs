using RollingDeploy.Host.Terminal;

namespace RollingDeploy.Host.Tests.Terminal;

public sealed class BannerTests
{
    [Theory]
    [InlineData("http://localhost:4566", "http://localhost:4566/swagger")]
    [InlineData("http://127.0.0.1:4566/", "http://127.0.0.1:4566/swagger")]
    [InlineData("http://[::]:4566", "http://localhost:4566/swagger")]
    [InlineData("http://0.0.0.0:4566", "http://localhost:4566/swagger")]
    [InlineData("http://+:4566", "http://localhost:4566/swagger")]
    [InlineData("http://10.0.0.1:4566", "http://10.0.0.1:4566/swagger")]
    public void PageOf_AnAddress_IsWhereABrowserCanGo(string address, string page) => Banner.PageOf(address).Should().Be(page);
}
