using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

public sealed class TagListTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task AddTags_OfAModel_AnswersAllItHas()
    {
        await _account.HasModel();
        await Add("model/model", """[{"Key":"b","Value":"1"}]""");

        var answer = await Add("model/MODEL", """[{"Key":"a","Value":""},{"Key":"b","Value":"2"}]""");

        answer.Should().Be("""{"Tags":[{"Key":"b","Value":"2"},{"Key":"a","Value":""}]}""");
        (await List("model/model")).Should().Be(answer);
    }

    [Theory]
    [InlineData("model/m", "CreateModel", """{"ModelName":"M","PrimaryContainer":{"Image":"i"},"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""")]
    [InlineData("endpoint-config/c", "CreateEndpointConfig", """{"EndpointConfigName":"C","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}],"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""")]
    [InlineData("endpoint/e", "CreateEndpoint", """{"EndpointName":"E","EndpointConfigName":"blue","Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""")]
    public async Task Create_WithTags_HasThemFromTheStart(string resource, string operation, string body)
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 1);

        await _account.Does(operation, body);

        (await List(resource)).Should().Be("""{"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""");
    }

    [Fact]
    public async Task DeleteTags_OfSome_AnswersAnEmptyObject()
    {
        await _account.HasModel();
        await Add("model/model", """[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]""");

        var answer = await _account.Does("DeleteTags", $$"""{"ResourceArn":"{{Arn("model/model")}}","TagKeys":["a","none-such"]}""");

        answer.Text.Should().Be("{}");
        (await List("model/model")).Should().Be("""{"Tags":[{"Key":"b","Value":"2"}]}""");
    }

    [Fact]
    public async Task ListTags_OfAResourceWithout_IsEmpty()
    {
        await _account.HasEndpoint();

        (await List("endpoint/demo")).Should().Be("""{"Tags":[]}""");
        (await List("endpoint/demo", ""","MaxResults":50""")).Should().Be("""{"Tags":[]}""");
    }

    [Theory]
    [InlineData("AddTags", ""","Tags":[{"Key":"aws:x","Value":"1"}]""", "aws: prefixed tag key names are not allowed for external use.")]
    [InlineData("AddTags", ""","Tags":[{"Key":"","Value":"1"}]""", "1 validation error detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("AddTags", ""","Tags":[{"Key":"a"}]""", "1 validation error detected: Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null")]
    [InlineData("AddTags", "", "1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be null")]
    [InlineData("DeleteTags", ""","TagKeys":[]""", "1 validation error detected: Value '[]' at 'tagKeys' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("ListTags", ""","MaxResults":49""", "1 validation error detected: Value '49' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 50")]
    [InlineData("ListTags", ""","NextToken":"x" """, "Invalid pagination token")]
    public async Task Call_AgainstARule_IsRefusedAndChangesNothing(string operation, string more, string message)
    {
        await _account.HasModel();
        var before = WorldPrinter.Print(_account);

        var answer = await _account.SageMaker(operation, $$"""{"ResourceArn":"{{Arn("model/model")}}"{{more}}}""");

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, "ValidationException", message));
        WorldPrinter.Print(_account).Should().Be(before);
    }

    [Fact]
    public async Task Tags_OfAnotherRegionOrAccount_AreNotFound()
    {
        await _account.HasModel();
        var other = host.NewAccount();
        await other.HasModel();

        var region = await _account.SageMaker("ListTags", $$"""{"ResourceArn":"{{Arn("model/model")}}"}""", "eu-west-1");
        var account = await other.SageMaker("ListTags", $$"""{"ResourceArn":"{{Arn("model/model")}}"}""");

        region.At("message").Should().Be($"Could not find model \"{Arn("model/model")}\".");
        account.At("message").Should().Be($"Could not find model \"{Arn("model/model")}\".");
    }

    private string Arn(string resource) => $"arn:aws:sagemaker:us-east-1:{_account.Id}:{resource}";

    private async Task<string> Add(string resource, string tags) =>
        (await _account.Does("AddTags", $$"""{"ResourceArn":"{{Arn(resource)}}","Tags":{{tags}}}""")).Text;

    private async Task<string> List(string resource, string more = "") =>
        (await _account.Does("ListTags", $$"""{"ResourceArn":"{{Arn(resource)}}"{{more}}}""")).Text;
}
