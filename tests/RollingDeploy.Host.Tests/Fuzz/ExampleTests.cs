using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Host.Wire.OpenApi;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Tests.Fuzz;

public sealed class ExampleTests
{
    public static TheoryData<string, string> Operations => FuzzedOperations.Where(_ => true);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Example_OfEveryOperation_KeepsItsConstraints(string service, string operation)
    {
        var found = FuzzedOperations.Find(service);
        var input = found.Find(operation)!.Input;

        var told = JsonNode.Parse(found.Examples.GetValueOrDefault(operation, "{}"));
        var derived = Example.Of(input);

        AssertValid(told is JsonObject { Count: > 0 } ? told : derived);
        AssertValid(derived);

        void AssertValid(JsonNode body)
        {
            var validate = () => RequestValidator.Validate(JsonSerializer.Deserialize(body, input)!, input, strict: true);
            validate.Should().NotThrow(body.ToJsonString());
        }
    }
}
