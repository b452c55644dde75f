namespace RollingDeploy.Host.SageMaker;

/// <summary>Bodies to try operations out with, in one story: executed from the top, each finds what the one before it made.</summary>
internal static class SageMakerExamples
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CreateModel"] = """
            {
              "ModelName": "my-model",
              "PrimaryContainer": { "Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/my-model:1" },
              "ExecutionRoleArn": "arn:aws:iam::000000000000:role/sagemaker"
            }
            """,
        ["CreateEndpointConfig"] = """
            {
              "EndpointConfigName": "my-endpoint-config",
              "ProductionVariants": [
                { "VariantName": "AllTraffic", "ModelName": "my-model", "InstanceType": "ml.m5.large", "InitialInstanceCount": 4 }
              ]
            }
            """,
        ["CreateEndpoint"] = """{ "EndpointName": "my-endpoint", "EndpointConfigName": "my-endpoint-config" }""",
        ["UpdateEndpoint"] = """
            {
              "EndpointName": "my-endpoint",
              "EndpointConfigName": "my-endpoint-config",
              "DeploymentConfig": {
                "RollingUpdatePolicy": {
                  "MaximumBatchSize": { "Type": "INSTANCE_COUNT", "Value": 1 },
                  "WaitIntervalInSeconds": 60
                },
                "AutoRollbackConfiguration": { "Alarms": [{ "AlarmName": "my-alarm" }] }
              }
            }
            """,
        ["UpdateEndpointWeightsAndCapacities"] = """
            { "EndpointName": "my-endpoint", "DesiredWeightsAndCapacities": [{ "VariantName": "AllTraffic", "DesiredInstanceCount": 6 }] }
            """,
        ["DescribeModel"] = """{ "ModelName": "my-model" }""",
        ["DescribeEndpointConfig"] = """{ "EndpointConfigName": "my-endpoint-config" }""",
        ["DescribeEndpoint"] = """{ "EndpointName": "my-endpoint" }""",
        ["DeleteEndpoint"] = """{ "EndpointName": "my-endpoint" }""",
        ["DeleteEndpointConfig"] = """{ "EndpointConfigName": "my-endpoint-config" }""",
        ["DeleteModel"] = """{ "ModelName": "my-model" }""",
        ["AddTags"] = """
            { "ResourceArn": "arn:aws:sagemaker:us-east-1:000000000000:endpoint/my-endpoint", "Tags": [{ "Key": "team", "Value": "ml" }] }
            """,
        ["ListTags"] = """{ "ResourceArn": "arn:aws:sagemaker:us-east-1:000000000000:endpoint/my-endpoint" }""",
        ["DeleteTags"] = """
            { "ResourceArn": "arn:aws:sagemaker:us-east-1:000000000000:endpoint/my-endpoint", "TagKeys": ["team"] }
            """,
    };
}
