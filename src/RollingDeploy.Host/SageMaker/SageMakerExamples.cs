namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// Example request bodies. If you run them from the top, each of them uses the resources of those before, as in the README.
/// </summary>
internal static class SageMakerExamples
{
    private const string Endpoint = "arn:aws:sagemaker:us-east-1:000000000000:endpoint/demo";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CreateModel"] = """
            {
              "ModelName": "model",
              "PrimaryContainer": { "Image": "000000000000.dkr.ecr.us-east-1.amazonaws.com/model:1" },
              "ExecutionRoleArn": "arn:aws:iam::000000000000:role/sagemaker"
            }
            """,
        ["CreateEndpointConfig"] = Config("blue"),
        ["CreateEndpointConfig: another, to update to"] = Config("green"),
        ["CreateEndpointConfig: for inference components"] = """
            {
              "EndpointConfigName": "host",
              "ExecutionRoleArn": "arn:aws:iam::000000000000:role/sagemaker",
              "ProductionVariants": [{ "VariantName": "AllTraffic", "InstanceType": "ml.m5.large", "InitialInstanceCount": 2 }]
            }
            """,
        ["CreateEndpoint"] = """{ "EndpointName": "demo", "EndpointConfigName": "blue" }""",
        ["CreateEndpoint: for inference components"] = """{ "EndpointName": "host", "EndpointConfigName": "host" }""",
        ["UpdateEndpoint"] = """
            {
              "EndpointName": "demo",
              "EndpointConfigName": "green",
              "DeploymentConfig": {
                "RollingUpdatePolicy": {
                  "MaximumBatchSize": { "Type": "INSTANCE_COUNT", "Value": 1 },
                  "WaitIntervalInSeconds": 300
                },
                "AutoRollbackConfiguration": { "Alarms": [{ "AlarmName": "errors" }] }
              }
            }
            """,
        ["UpdateEndpointWeightsAndCapacities"] = """
            { "EndpointName": "demo", "DesiredWeightsAndCapacities": [{ "VariantName": "AllTraffic", "DesiredInstanceCount": 6 }] }
            """,
        ["DescribeModel"] = """{ "ModelName": "model" }""",
        ["DescribeEndpointConfig"] = """{ "EndpointConfigName": "blue" }""",
        ["DescribeEndpoint"] = """{ "EndpointName": "demo" }""",
        ["CreateInferenceComponent"] = """
            {
              "InferenceComponentName": "component",
              "EndpointName": "host",
              "VariantName": "AllTraffic",
              "Specification": { "ModelName": "model", "ComputeResourceRequirements": { "MinMemoryRequiredInMb": 1024 } },
              "RuntimeConfig": { "CopyCount": 2 }
            }
            """,
        ["DescribeInferenceComponent"] = """{ "InferenceComponentName": "component" }""",
        ["UpdateInferenceComponent"] = """
            {
              "InferenceComponentName": "component",
              "Specification": { "ModelName": "model", "ComputeResourceRequirements": { "MinMemoryRequiredInMb": 2048 } },
              "DeploymentConfig": {
                "RollingUpdatePolicy": {
                  "MaximumBatchSize": { "Type": "COPY_COUNT", "Value": 1 },
                  "WaitIntervalInSeconds": 60
                }
              }
            }
            """,
        ["UpdateInferenceComponentRuntimeConfig"] = """
            { "InferenceComponentName": "component", "DesiredRuntimeConfig": { "CopyCount": 1 } }
            """,
        ["AddTags"] = $$"""{ "ResourceArn": "{{Endpoint}}", "Tags": [{ "Key": "team", "Value": "ml" }] }""",
        ["ListTags"] = $$"""{ "ResourceArn": "{{Endpoint}}" }""",
        ["DeleteTags"] = $$"""{ "ResourceArn": "{{Endpoint}}", "TagKeys": ["team"] }""",
        ["ListModels"] = """{ "NameContains": "model" }""",
        ["ListEndpointConfigs"] = """{ "SortBy": "Name", "SortOrder": "Ascending" }""",
        ["ListEndpoints"] = """{ "StatusEquals": "InService" }""",
        ["ListInferenceComponents"] = """{ "EndpointNameEquals": "host" }""",
        ["DeleteInferenceComponent"] = """{ "InferenceComponentName": "component" }""",
        ["DeleteEndpoint"] = """{ "EndpointName": "demo" }""",
        ["DeleteEndpointConfig"] = """{ "EndpointConfigName": "blue" }""",
        ["DeleteModel"] = """{ "ModelName": "model" }""",
    };

    private static string Config(string name) => $$"""
        {
          "EndpointConfigName": "{{name}}",
          "ProductionVariants": [
            { "VariantName": "AllTraffic", "ModelName": "model", "InstanceType": "ml.m5.large", "InitialInstanceCount": 4 }
          ]
        }
        """;
}
