using System.Text;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class EventFrameTests
{
    [Fact]
    public void Crc32_OfTheCheckString_IsTheOneOfTheStandard() =>
        EventFrame.Crc32("123456789"u8).Should().Be(0xCBF43926);

    [Fact]
    public void Write_OfNothing_IsThePreludeAndTwoChecksums()
    {
        var stream = new MemoryStream();

        EventFrame.Write(stream, [], []);

        Convert.ToHexStringLower(stream.ToArray()).Should().Be("000000100000000005c248eb7d98c8ff");
    }

    [Fact]
    public void Write_OfAnException_HasItsHeadersInOrder()
    {
        var stream = new MemoryStream();

        EventFrame.Write(
            stream,
            [(":exception-type", "ModelStreamError"), (":content-type", "application/json"), (":message-type", "exception")],
            Encoding.UTF8.GetBytes("""{"Message":"no","ErrorCode":"StreamBroken"}"""));

        Convert.ToHexStringLower(stream.ToArray()).Should().Be(
            "000000990000005e35e7e6fb"
            + "0f3a657863657074696f6e2d747970650700104d6f64656c53747265616d4572726f72"
            + "0d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e"
            + "0d3a6d6573736167652d74797065070009657863657074696f6e"
            + "7b224d657373616765223a226e6f222c224572726f72436f6465223a2253747265616d42726f6b656e227d"
            + "699354ac");
    }

    [Theory]
    [InlineData("/endpoints/e/invocations", "e")]
    [InlineData("/endpoints/e/invocations/", null)]
    [InlineData("/endpoints//invocations", null)]
    [InlineData("/Endpoints/e/invocations", null)]
    [InlineData("/endpoints/e", null)]
    [InlineData("", null)]
    public void Match_OfAPath_FindsWhatStandsInBraces(string path, string? name)
    {
        var route = new RestRoute("/endpoints/{EndpointName}/invocations");

        var labels = route.Match(path);

        labels?["EndpointName"].Should().Be(name);
        (labels is null).Should().Be(name is null);
    }
}
