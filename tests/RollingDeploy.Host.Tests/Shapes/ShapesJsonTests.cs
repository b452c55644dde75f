using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Tests.Shapes;

/// <summary>What the source-generated contexts promise to those that read, write and walk the records.</summary>
public sealed class ShapesJsonTests
{
    [Fact]
    public void Serialize_MembersThatAreNull_LeavesThemOut()
    {
        var tags = new ListTagsOutput { Tags = [new() { Key = "team", Value = "" }] };

        var json = JsonSerializer.Serialize(tags, SageMakerJson.Default.ListTagsOutput);

        json.Should().Be("""{"Tags":[{"Key":"team","Value":""}]}""");
    }

    [Fact]
    public void Serialize_TimesAndWeights_AreNumbers()
    {
        var status = new PendingDeploymentSummary
        {
            StartTime = DateTimeOffset.FromUnixTimeMilliseconds(1529870369986),
            ProductionVariants = [new() { CurrentWeight = 0.1f }],
        };

        var json = JsonSerializer.Serialize(status, SageMakerJson.Default.PendingDeploymentSummary);

        json.Should().Be("""{"ProductionVariants":[{"CurrentWeight":0.1}],"StartTime":1.529870369986E9}""");
    }

    [Fact]
    public void Deserialize_UnknownAndNullMembers_AreAbsent()
    {
        const string Json = """{"EndpointName":"e","EndpointConfigName":null,"SomethingNew":{"A":[1]}}""";

        var input = JsonSerializer.Deserialize(Json, SageMakerJson.Default.CreateEndpointInput);

        input.Should().Be(new CreateEndpointInput { EndpointName = "e" });
    }

    [Theory]
    [InlineData("""{"VariantName":"v","InitialVariantWeight":1e39}""")]
    [InlineData("""{"VariantName":"v","InitialVariantWeight":"1"}""")]
    [InlineData("""{"VariantName":"v","InitialVariantWeight":"NaN"}""")]
    [InlineData("""{"VariantName":"v","InitialInstanceCount":1.5}""")]
    [InlineData("""{"VariantName":"v","InitialInstanceCount":99999999999}""")]
    [InlineData("""{"VariantName":5}""")]
    public void Deserialize_WrongType_ThrowsJsonException(string json)
    {
        var read = () => JsonSerializer.Deserialize(json, SageMakerJson.Default.ProductionVariant);

        read.Should().Throw<JsonException>();
    }

    [Theory]
    [InlineData("""{"Value":1e400}""")]
    [InlineData("""{"Value":-1e400}""")]
    [InlineData("""{"Values":[1,1e400]}""")]
    [InlineData("""{"Timestamp":"2024-01-01T00:00:00Z"}""")]
    public void Deserialize_DatumBeyondADouble_ThrowsJsonException(string json)
    {
        var read = () => JsonSerializer.Deserialize(json, CloudWatchJson.Default.MetricDatum);

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void AttributeProvider_OfGeneratedMetadata_GivesTheConstraints()
    {
        var property = Property(SageMakerJson.Default.CreateModelInput, nameof(CreateModelInput.ModelName));

        var constraints = property.AttributeProvider!.GetCustomAttributes(typeof(ConstraintAttribute), inherit: true);

        constraints.Select(constraint => constraint.GetType()).Should()
            .BeEquivalentTo([typeof(RequiredAttribute), typeof(LengthAttribute), typeof(PatternAttribute)]);
    }

    [Fact]
    public void AttributeProvider_OfASharedEnumeration_GivesItAsOneOf()
    {
        var property = Property(CloudWatchJson.Default.GetMetricStatisticsInput, nameof(GetMetricStatisticsInput.Statistics));

        var constraints = property.AttributeProvider!.GetCustomAttributes(typeof(OneOfAttribute), inherit: true);

        constraints.Should().ContainSingle().Which.Should().BeOfType<StatisticAttribute>().Which.On.Should().Be(Part.Item);
    }

    private static JsonPropertyInfo Property(JsonTypeInfo record, string name) =>
        record.Properties.Single(property => property.Name == name);
}
