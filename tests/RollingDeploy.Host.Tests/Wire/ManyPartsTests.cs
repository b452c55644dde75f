using System.IO.Compression;
using System.Text;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>
/// Bodies of very many tiny parts, in every protocol: refused for their size before they are made into anything.
/// </summary>
public sealed class ManyPartsTests(TestHost host)
{
    private const int Most = 250_000;

    private readonly Account _account = host.NewAccount();

    public static TheoryData<string> Lists => ["{}", "[]", "\"\"", """{"Key":"a"}"""];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Json_OfTooManyParts_IsTooLarge(string item)
    {
        var body = $$"""{"EndpointConfigName":"a","Tags":[{{string.Concat(Enumerable.Repeat(item + ",", Most))}}{}]}""";

        foreach (var answer in (Answer[])[await _account.SageMaker("CreateEndpointConfig", body), await _account.Plain("sagemaker/CreateEndpointConfig", body)])
        {
            (answer.Status, answer.At("__type")).Should().Be((413, "RequestEntityTooLargeException"));
            answer.At("message").Should().Be($"The request body has more than {Most} structures, lists, names and texts.");
        }
    }

    [Fact]
    public async Task Json_OfManyNumbers_IsRead() => (await _account.SageMaker(
        "ListTags", $$"""{"ResourceArn":"a","Numbers":[{{string.Concat(Enumerable.Repeat("1,", 2 * Most))}}1]}""")).Status.Should().Be(400);

    [Theory]
    [InlineData("Tags.member.1.Key={0}", 250_000)]
    [InlineData("{0}", 250_000)]
    [InlineData("a{0}=", 250_000)]
    [InlineData("{0}.{0}.{0}.{0}.{0}=1", 60_000)]
    [InlineData("{0}%2E{0}%2E{0}%2E{0}%2E{0}", 60_000)]
    public async Task Form_OfTooManyParts_IsTooLarge(string parameter, int parameters)
    {
        var form = "Action=DescribeAlarms&" + string.Join('&', Enumerable.Range(0, parameters).Select(number => parameter.Replace("{0}", $"{number}")));

        Require(await _account.Query(form));
        Require(await Gzipped(form));
    }

    [Theory]
    [InlineData("9b0000000100000000", "80")]
    [InlineData("9f", "80")]
    [InlineData("9f", "a0")]
    [InlineData("9f", "6161")]
    [InlineData("9f", "00")]
    public async Task Cbor_OfTooManyParts_IsRefused(string list, string item)
    {
        var items = string.Concat(Enumerable.Repeat(item, Most + 1));

        var answer = await _account.Cbor("DescribeAlarms", Cbor.Bytes($"bf {Cbor.Text("AlarmNames")} {list} {items} ff ff"));

        // A length that cannot be is malformed at once.
        answer.Status.Should().Be(list == "9f" ? 413 : 400);
    }

    [Fact]
    public async Task Cbor_OfTooManyNames_IsTooLarge()
    {
        var names = string.Concat(Enumerable.Range(0, Most + 1).Select(number => $"66{Convert.ToHexString(Encoding.ASCII.GetBytes($"{number:X6}"))}00"));

        (await _account.Cbor("DescribeAlarms", Cbor.Bytes($"bf {names} ff"))).Status.Should().Be(413);
    }

    [Fact]
    public async Task Form_OfMegabytesThatAreNoText_IsRefused()
    {
        using var client = host.CreateClient();
        var odd = new byte[200_000];
        Array.Fill(odd, (byte)0xFF);
        using var content =
            new ByteArrayContent([.. "Action=DescribeAlarms"u8, .. Enumerable.Repeat<byte[]>([.. "&a="u8, .. odd], 6).SelectMany(each => each)]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await client.PostAsync("/", content);

        ((int)answer.StatusCode).Should().Be(400);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("<Code>MalformedInput</Code><Message>The form is not UTF-8.</Message>");
    }

    private async Task<Answer> Gzipped(string form)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(form));
        }

        using var client = host.CreateClient();
        using var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await client.PostAsync("/", content);
        return await Answer.Of(answer);
    }

    private static void Require(Answer answer)
    {
        (answer.Status, answer.Element("Code")).Should().Be((413, "RequestEntityTooLarge"));
        answer.Text.Length.Should().BeLessThan(1000);
    }
}
