using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace RollingDeploy.Conformance;

/// <summary>What bodies that are refused cost a host of its own, in memory.</summary>
public sealed class MemoryTests
{
    private const int AtOnce = 8;
    private const int Length = 12_500_000;
    private const int MostMegabytes = 150;

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "Action=DescribeAlarms&Version=2010-08-01", "&{0}=")]
    [InlineData("application/x-www-form-urlencoded", "Action=PutMetricData&Version=2010-08-01", "&{0}.{0}.a.b.c.d.e.f.g")]
    [InlineData("application/x-amz-json-1.1", """{"EndpointConfigName":"a","ProductionVariants":[""", "{},")]
    [InlineData("application/x-amz-json-1.1", """{"EndpointConfigName":"a","Tags":[""", "[")]
    public async Task Bodies_OfTinyPartsAtOnce_TakeLittleMemory(string contentType, string start, string part)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: the memory of a process is read from /proc");
        await using var host = await HostProcess.Start();
        using var client = new HttpClient { BaseAddress = host.Url };
        var body = Compressed(start, part);
        (await Post(client, body[..100], contentType)).Should().Be(400, "a first request takes memory of its own");
        var before = PeakMegabytes(host.Id);

        var statuses = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Post(client, body, contentType)));

        statuses.Should().AllBeEquivalentTo(413);
        (PeakMegabytes(host.Id) - before).Should().BeLessThan(MostMegabytes);
    }

    private static async Task<int> Post(HttpClient client, byte[] body, string contentType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        content.Headers.ContentEncoding.Add("gzip");
        content.Headers.Add("X-Amz-Target", contentType.Contains("json", StringComparison.Ordinal) ? ["SageMaker.CreateEndpointConfig"] : []);
        using var answer = await client.PostAsync(new Uri("/", UriKind.Relative), content);
        return (int)answer.StatusCode;
    }

    private static byte[] Compressed(string start, string part)
    {
        var text = new StringBuilder(start, Length + 100);
        for (var number = 0; text.Length < Length; number++)
        {
            text.Append(part.Replace("{0}", number.ToString("x", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text.ToString()));
        }

        return buffer.ToArray();
    }

    private static int PeakMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(each => each.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
