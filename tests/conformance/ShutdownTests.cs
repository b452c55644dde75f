using System.Net.Sockets;
using System.Text;

namespace RollingDeploy.Conformance;

/// <summary>Whatever hangs, the host is gone within five seconds of SIGTERM, and what can be answered is answered.</summary>
public sealed class ShutdownTests
{
    // Five seconds, and what a busy machine needs besides.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(8);

    // It depends on the time, so it is evaluated every minute. An alarm without data would sleep.
    private const string Alarm = """
        {"AlarmName":"a","EvaluationPeriods":1,"Threshold":100,"ComparisonOperator":"GreaterThanThreshold","Metrics":[
          {"Id":"e","Expression":"FILL(m, MINUTE(m))"},
          {"Id":"m","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Stat":"Sum","Period":60}}]}
        """;

    [Theory]
    [InlineData("")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: SageMaker.ListModels\r\nContent-Length: 1000\r\n\r\n{")]
    [InlineData("POST /_rollingdeploy/clock/advance HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{")]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nAction")]
    public async Task Stop_WhileAConnectionSaysNothingMore_EndsInTime(string sent)
    {
        await using var host = await HostProcess.Start();
        using var client = new TcpClient();
        await client.ConnectAsync(host.Url.Host, host.Url.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(sent));
        await Answers(host);

        var took = await host.Stop(Most);

        took.Should().NotBeNull("it still runs: " + host.Output);
    }

    [Theory]
    [InlineData("PUT", "clock", """{"now":"8999-01-01T00:00:00Z"}""")]
    [InlineData("POST", "clock/advance", """{"seconds":3155760000}""")]
    [InlineData("POST", "clock/advance", """{"until":{"alarm":"a","state":"ALARM"},"limitSeconds":3155760000}""")]
    public async Task Stop_DuringALongClockCommand_AnswersItWith503(string method, string route, string body)
    {
        await using var host = await HostProcess.Start();
        using var http = new HttpClient { BaseAddress = host.Url };
        await Post(http, "/cloudwatch/PutMetricAlarm", Alarm);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/_rollingdeploy/{route}") { Content = new StringContent(body) };
        var call = http.SendAsync(request);
        while (!await Moves(http))
        {
        }

        var took = await host.Stop(Most);
        using var answer = await call;

        took.Should().NotBeNull("it still runs: " + host.Output);
        ((int)answer.StatusCode).Should().Be(503);
    }

    [Fact]
    public async Task Stop_DuringALongLeap_AnswersItsCallersWith503()
    {
        await using var host = await HostProcess.Start(("Fleet__LaunchSeconds", "86400"));
        using var http = new HttpClient { BaseAddress = host.Url };
        foreach (var number in Enumerable.Range(1, 300))
        {
            await Post(http, "/cloudwatch/PutMetricAlarm", Alarm.Replace("\"a\"", $"\"a{number}\"", StringComparison.Ordinal));
        }

        await Create(http);
        using var mode = new StringContent("""{"mode":"skip"}""");
        await http.PutAsync(new Uri("/_rollingdeploy/clock", UriKind.Relative), mode);
        using var client = new TcpClient();
        await client.ConnectAsync(host.Url.Host, host.Url.Port);
        await client.GetStream().WriteAsync("POST /sagemaker/DescribeEndpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\n{\"EndpointName\":\"e\"}"u8.ToArray());
        await Answers(host);

        var took = await host.Stop(Most);
        var answer = await new StreamReader(client.GetStream()).ReadToEndAsync();

        took.Should().NotBeNull("it still runs: " + host.Output);
        answer.Should().StartWith("HTTP/1.1 503").And.Contain("RollingDeploy is stopping.");
        host.Output.Should().NotContain("could not be advanced");
    }

    [Theory]
    [InlineData("invocations")]
    [InlineData("invocations-response-stream")]
    public async Task Stop_WhileAModelsServerHangs_AnswersItsCaller(string operation)
    {
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var server = Serve(silent);
        await using var host = await HostProcess.Start();
        using var http = new HttpClient { BaseAddress = host.Url };
        await Deploy(http, $"http://{silent.LocalEndpoint}");
        var call = Post(http, $"/endpoints/e/{operation}", "1,2,3");
        await server;

        var took = await host.Stop(Most);
        using var answer = await call;

        took.Should().NotBeNull("it still runs: " + host.Output);
        ((int)answer.StatusCode).Should().Be(503);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("RollingDeploy is stopping.");
    }

    [Fact]
    public async Task Stop_WithAnOpenStreamOfEvents_EndsItAtOnce()
    {
        await using var host = await HostProcess.Start();
        using var http = new HttpClient { BaseAddress = host.Url };
        using var stream = await http.GetAsync(
            new Uri("/_rollingdeploy/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        var took = await host.Stop(Most);

        took.Should().BeLessThan(TimeSpan.FromSeconds(3), "what hangs is cut off after four seconds only");
        (await stream.Content.ReadAsStringAsync()).Should().BeEmpty("it ends as a response that is complete");
    }

    // Pings are answered; whoever is asked for more has begun to hang when this returns.
    private static async Task<TcpClient> Serve(TcpListener listener)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            var length = await client.GetStream().ReadAsync(buffer);
            if (!Encoding.ASCII.GetString(buffer, 0, length).Contains("/ping", StringComparison.Ordinal))
            {
                return client;
            }

            await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            client.Dispose();
        }
    }

    private static async Task Deploy(HttpClient http, string server)
    {
        await Create(http, server);
        await Post(http, "/_rollingdeploy/clock/advance", """{"seconds":60}""");
    }

    private static async Task Create(HttpClient http, string? server = null)
    {
        var environment = server is null ? "" : $$$""","Environment":{"ROLLINGDEPLOY_FORWARD_TO":"{{{server}}}"}""";
        await Post(http, "/sagemaker/CreateModel", $$$"""
            {"ModelName":"m","PrimaryContainer":{"Image":"r/i:1"{{{environment}}} },"ExecutionRoleArn":"arn:aws:iam::111122223333:role/sagemaker"}
            """);
        await Post(http, "/sagemaker/CreateEndpointConfig", """
            {"EndpointConfigName":"c","ProductionVariants":[{"VariantName":"A","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}
            """);
        await Post(http, "/sagemaker/CreateEndpoint", """{"EndpointName":"e","EndpointConfigName":"c"}""");
    }

    // The clock is frozen at 2030 until the call has begun.
    private static async Task<bool> Moves(HttpClient http) =>
        !(await http.GetStringAsync(new Uri("/_rollingdeploy/clock", UriKind.Relative))).Contains("2030-01-01T00:00:00Z", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> Post(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body);
        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    private static async Task Answers(HostProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        (await http.GetStringAsync(new Uri("/health", UriKind.Relative))).Should().Contain("healthy");
    }
}
