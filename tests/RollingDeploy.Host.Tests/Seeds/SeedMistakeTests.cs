namespace RollingDeploy.Host.Tests.Seeds;

/// <summary>A mistake in a seed: file, line and reason.</summary>
public sealed class SeedMistakeTests : IDisposable
{
    private readonly SeedStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData("""{"service":"sagemaker","operation":"CreateModel"}""", "CreateModel was refused: ValidationException: 1 validation error detected: Value null at 'modelName'*")]
    [InlineData("""{"service":"sagemaker","operation":"CreateModle"}""", "RollingDeploy does not serve the operation CreateModle of SageMaker. Did you mean CreateModel?")]
    [InlineData("""{"service":"sagemaker"}""", "This call has no operation.")]
    [InlineData("""{"operation":"CreateModel"}""", "This call has no service.")]
    [InlineData("""{"service":"s3","operation":"CreateBucket"}""", "service is 's3'; it must be sagemaker, cloudwatch, application-autoscaling or sts.")]
    [InlineData("""{"service":"sagemaker-runtime","operation":"InvokeEndpoint"}""", "service is 'sagemaker-runtime'; it must be *")]
    [InlineData("""{"service":"sagemaker","operation":"ListModels","inputs":{}}""", "Unknown member 'inputs'. Did you mean input?")]
    [InlineData("""{"service":"sagemaker","operation":"ListModels","input":[]}""", "input is a list; it must be an object.")]
    [InlineData("""{"service":"sagemaker","operation":"ListModels","input":{"MaxResult":1}}""", "In the input of ListModels, MaxResult is unknown. Did you mean MaxResults?")]
    [InlineData("""{"service":"sagemaker","operation":"ListModels","input":{"MaxResults":"x"}}""", "ListModels was refused: SerializationException: *")]
    [InlineData("""{"service":"sagemaker","operation":"ListModels","account":"12"}""", "account is '12'; it must be an account ID of twelve digits, in quotes.")]
    [InlineData("""{"service":"sagemaker","operation":"ListModels","account":111122223333}""", "account is a number; it must be an account ID of twelve digits, in quotes.")]
    [InlineData("""{"service":"sagemaker","operation":"ListModels","region":"Frankfurt"}""", "region is 'Frankfurt'; it must be a region such as us-east-1.")]
    [InlineData("""{"service":7,"operation":"ListModels"}""", "service is a number; it must be a text.")]
    [InlineData("""{"route":"GET clock"}""", "route is 'GET clock'; it must be a method and a path, such as PUT /_rollingdeploy/models/m/behavior.")]
    [InlineData("""{"route":"/_rollingdeploy/clock"}""", "route is '/_rollingdeploy/clock'; it must be *")]
    [InlineData("""{"route":"PUT /_rollingdeploy/clok","body":{}}""", "PUT /_rollingdeploy/clok was refused: There is no route at this path.")]
    [InlineData("""{"route":"DELETE /_rollingdeploy/clock"}""", "DELETE /_rollingdeploy/clock was refused: There is no route for DELETE at this path.")]
    [InlineData("""{"route":"PUT /_rollingdeploy/clock?account=1","body":{}}""", "A route has no query string here. *")]
    [InlineData("""{"route":"POST /_rollingdeploy/reset"}""", "A seed cannot reset its account, *")]
    [InlineData("""{"route":"PUT /_rollingdeploy/clock","body":{"mode":"froze"}}""", "PUT /_rollingdeploy/clock was refused: *froze*")]
    [InlineData("""{"route":"PUT /_rollingdeploy/clock","body":{"mood":"frozen"}}""", "PUT /_rollingdeploy/clock was refused: Unknown member 'mood'. *")]
    [InlineData("""{"route":"PUT /_rollingdeploy/clock"}""", "PUT /_rollingdeploy/clock was refused: *")]
    [InlineData("""{"route":"PUT /_rollingdeploy/endpoints/none/traffic","body":{"requestsPerSecond":1}}""", "*was refused: *none* in account 000000000000, region us-east-1.")]
    [InlineData("""{"ModelName":"m"}""", "This is neither a call nor an answer of AWS that can be loaded: it has ModelName. *")]
    [InlineData("{}", "This is neither a call nor an answer of AWS that can be loaded: it has no members. *")]
    [InlineData("7", "This is a number; a call or an answer of AWS is an object.")]
    [InlineData("[]", "This is a list; a call or an answer of AWS is an object.")]
    public async Task Start_WithAMistake_NamesFileLineAndReason(string entry, string reason)
    {
        (await _stage.Refused("a.json", SeedStage.Model, entry)).Should().Match($"a.json:3: {reason}");
    }
}
