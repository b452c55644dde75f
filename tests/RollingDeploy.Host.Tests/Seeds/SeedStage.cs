using RollingDeploy.Host.Tests.Durability;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Seeds;

/// <summary>A folder of seeds, and hosts that start with it.</summary>
internal sealed class SeedStage : IDisposable
{
    public const string Role = "arn:aws:iam::111122223333:role/service-role";

    public const string Model =
        """{"service":"sagemaker","operation":"CreateModel","input":{"ModelName":"m","PrimaryContainer":{"Image":"i:1"},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/service-role"}}""";

    public const string Config =
        """{"service":"sagemaker","operation":"CreateEndpointConfig","input":{"EndpointConfigName":"v1","ProductionVariants":[{"VariantName":"a","ModelName":"m","InstanceType":"ml.m5.large","InitialInstanceCount":2}]}}""";

    public const string Endpoint =
        """{"service":"sagemaker","operation":"CreateEndpoint","input":{"EndpointName":"demo","EndpointConfigName":"v1"}}""";

    public string Folder { get; } = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;

    public SeedStage Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    /// <summary>A file with a list of calls.</summary>
    public SeedStage Calls(string name, params string[] calls) => Write(name, $"[\n{string.Join(",\n", calls)}\n]");

    public TestHost Host(params (string Key, string Value)[] settings) =>
        TestHost.With([("RollingDeploy:SeedPath", Folder), ("RollingDeploy:Clock:Mode", "skip"), .. settings]);

    /// <summary>A host that keeps its state in a store.</summary>
    public TestHost Host(FakeStore store) =>
        TestHost.With(store, ("RollingDeploy:SeedPath", Folder), ("RollingDeploy:Clock:Mode", "skip"));

    /// <summary>Starts a host without seeds, writes a file, and returns why a reset is refused.</summary>
    public async Task<string> Refused(string name, params string[] calls)
    {
        Write("empty.json", "[]");
        await using var host = Host();
        _ = host.Server;
        Calls(name, calls);

        var reset = await host.NewAccount().Ours("POST reset");

        reset.Status.Should().Be(409);
        return reset.At("detail")!.Replace($"{Folder}/", "", StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
