using System.Text;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>One server process with a frozen clock for the commands of many tests. Each test has an account of its own.</summary>
public sealed class CommandScene : IAsyncLifetime
{
    private int _accounts;

    internal HostProgram Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await HostProgram.Start("serve --clock frozen --port 0");

    /// <summary>A new account without anything in it.</summary>
    internal CommandAccount NewAccount() => new(Server.Url, $"{Interlocked.Increment(ref _accounts):000000000000}");

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>An account of a server that runs as a process, and the commands for it.</summary>
internal sealed class CommandAccount(Uri url, string id) : IDisposable
{
    private const string Rolling = """
        {"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{
          "RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":300},
          "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}}
        """;

    private readonly HttpClient _http = new();

    /// <summary>The options that name the server and the account.</summary>
    public string Options => $"--endpoint-url {url} --account {id}";

    public Task<Ended> Run(string command, params (string Name, string Value)[] environment) =>
        HostProgram.Run($"{command} {Options}", environment);

    /// <summary>A command that runs until it is stopped.</summary>
    public Task<HostProgram> Begin(string command) => HostProgram.Begin($"{command} {Options}");

    public async Task<string> Call(string route, string body, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(url, $"/{route}?account={id}"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0} answers {1}", route, text);
        return text;
    }

    /// <summary>Creates the endpoint demo with four instances, which are in service.</summary>
    public async Task CreateDemo()
    {
        await Call("sagemaker/CreateModel", """
            {"ModelName":"m","ExecutionRoleArn":"arn:aws:iam::000000000000:role/sagemaker",
             "PrimaryContainer":{"Image":"000000000000.dkr.ecr.us-east-1.amazonaws.com/m:1"}}
            """);
        foreach (var name in (string[])["blue", "green"])
        {
            await Call("sagemaker/CreateEndpointConfig", $$"""
                {"EndpointConfigName":"{{name}}","ProductionVariants":[
                  {"VariantName":"AllTraffic","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":4}]}
                """);
        }

        await Call("cloudwatch/PutMetricAlarm", """
            {"AlarmName":"errors","Namespace":"MyApp","MetricName":"Errors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,
             "Threshold":5,"ComparisonOperator":"GreaterThanThreshold"}
            """);
        await Call("sagemaker/CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        await Advance("""{"until":{"endpoint":"demo","status":"InService"}}""");
    }

    /// <summary>Begins a rolling update of demo: two batches of two instances, each with a bake of 300 s.</summary>
    public Task Update() => Call("sagemaker/UpdateEndpoint", Rolling);

    public Task Advance(string body) => Call("_rollingdeploy/clock/advance", body);

    /// <summary>Lets the alarm of the update go off in its first bake, and advances until the update is over.</summary>
    public async Task RollBack()
    {
        await Advance("""{"seconds":60}""");
        await Call("cloudwatch/SetAlarmState", """{"AlarmName":"errors","StateValue":"ALARM","StateReason":"a [red] test"}""");
        await Advance("""{"until":{"endpoint":"demo","status":"InService"}}""");
    }

    public void Dispose() => _http.Dispose();
}
