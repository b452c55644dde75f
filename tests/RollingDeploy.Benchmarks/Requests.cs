using System.Buffers;
using System.Formats.Cbor;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RollingDeploy.Host.CloudWatch;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Benchmarks;

/// <summary>Requests to the host's gateway, without a socket: a thousand data points of ten metrics in each protocol.</summary>
internal static class Requests
{
    private const int Points = 1000;
    private const int Metrics = 10;
    private const int InABatch = 100;

    private static readonly IServiceProvider Services = Gateways.Build(CloudWatchService.Create());
    private static readonly Gateway Gateway = Services.GetRequiredService<Gateway>();

    public static void Print()
    {
        foreach (var protocol in (string[])["awsJson1.0", "rpc-v2-cbor", "query"])
        {
            var body = protocol switch { "awsJson1.0" => Json(), "rpc-v2-cbor" => Cbor(), _ => Form() };
            Request[] Batch() => [.. Enumerable.Range(0, InABatch).Select(_ => Prepare(protocol, body))];
            // A server answers its first requests before the compiler has looked at them twice; those are not timed.
            for (var i = 0; i < 5; i++)
            {
                Run(Batch());
            }

            Bench.Print(
                $"{InABatch} times PutMetricData of 1,000 points by {protocol}, from the body's bytes to the answer's", Batch, Run);
        }
    }

    private static Request Prepare(string protocol, byte[] body)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        headers.ContentLength = body.Length;
        headers.ContentType = protocol switch
        {
            "awsJson1.0" => "application/x-amz-json-1.0",
            "rpc-v2-cbor" => "application/cbor",
            _ => "application/x-www-form-urlencoded",
        };
        if (protocol == "awsJson1.0")
        {
            headers["X-Amz-Target"] = "GraniteServiceVersion20100801.PutMetricData";
        }

        var path = protocol == "rpc-v2-cbor" ? "/service/GraniteServiceVersion20100801/operation/PutMetricData" : "/";
        return new(new RequestHead("POST", path, QueryString.Empty, headers), PipeReader.Create(new ReadOnlySequence<byte>(body)));
    }

    private static long Run(Request[] batch) => batch.Sum(Run);

    private static long Run(Request request)
    {
        var reply = Gateway.Answer(request, CancellationToken.None).GetAwaiter().GetResult();
        return reply.Status == StatusCodes.Status200OK ? Points : throw new InvalidOperationException("The data were refused.");
    }

    private static byte[] Json() => Encoding.UTF8.GetBytes($$"""{"Namespace":"Bench","MetricData":[{{string.Join(',', Enumerable.Range(0, Points).Select(i =>
        FormattableString.Invariant($$"""{"MetricName":"m{{i % Metrics}}","Dimensions":[{"Name":"EndpointName","Value":"e"}],"Value":{{i + 0.25}},"Unit":"Count"}""")))}}]}""");

    private static byte[] Form() => Encoding.UTF8.GetBytes("Action=PutMetricData&Version=2010-08-01&Namespace=Bench" + string.Concat(
        Enumerable.Range(0, Points).Select(i => (Number: i, Member: FormattableString.Invariant($"&MetricData.member.{i + 1}."))).Select(point =>
            FormattableString.Invariant($"{point.Member}MetricName=m{point.Number % Metrics}{point.Member}Dimensions.member.1.Name=EndpointName")
            + FormattableString.Invariant($"{point.Member}Dimensions.member.1.Value=e{point.Member}Value={point.Number + 0.25}{point.Member}Unit=Count"))));

    private static byte[] Cbor()
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(2);
        Text(cbor, "Namespace", "Bench", "MetricData");
        cbor.WriteStartArray(Points);
        for (var i = 0; i < Points; i++)
        {
            cbor.WriteStartMap(4);
            Text(cbor, "MetricName", $"m{i % Metrics}", "Dimensions");
            cbor.WriteStartArray(1);
            cbor.WriteStartMap(2);
            Text(cbor, "Name", "EndpointName", "Value", "e");
            cbor.WriteEndMap();
            cbor.WriteEndArray();
            Text(cbor, "Value");
            cbor.WriteDouble(i + 0.25);
            Text(cbor, "Unit", "Count");
            cbor.WriteEndMap();
        }

        cbor.WriteEndArray();
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static void Text(CborWriter cbor, params string[] texts)
    {
        foreach (var text in texts)
        {
            cbor.WriteTextString(text);
        }
    }
}
