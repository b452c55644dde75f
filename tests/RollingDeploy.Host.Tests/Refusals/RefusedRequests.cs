using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Refusals;

/// <summary>A call that must be refused, and a part of the text that says why.</summary>
public sealed record Refused(string Operation, string Body, string Text);

/// <summary>
/// What issue after issue lists as bad input. Before each, the endpoint demo serves blue with four instances; the endpoint busy
/// is being created; the alarm errors is there.
/// </summary>
internal static class RefusedRequests
{
    public static IEnumerable<Refused> SageMaker =>
    [
        new("DescribeModel", """{"ModelName":"nope"}""", "Could not find model \"arn:aws:sagemaker:us-east-1:"),
        new("DeleteModel", """{"ModelName":"nope"}""", "Could not find model"),
        new("DescribeEndpointConfig", """{"EndpointConfigName":"nope"}""", "Could not find endpoint configuration"),
        new("DeleteEndpointConfig", """{"EndpointConfigName":"nope"}""", "Could not find endpoint configuration"),
        new("DescribeEndpoint", """{"EndpointName":"nope"}""", "Could not find endpoint"),
        new("DeleteEndpoint", """{"EndpointName":"nope"}""", "Could not find endpoint"),
        new("UpdateEndpoint", """{"EndpointName":"nope","EndpointConfigName":"green"}""", "Could not find endpoint"),
        new("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"nope"}""", "Could not find endpoint configuration"),
        new("CreateEndpoint", """{"EndpointName":"new","EndpointConfigName":"nope"}""", "Could not find endpoint configuration"),
        new("CreateModel", """{"ModelName":"Model","PrimaryContainer":{"Image":"i"}}""", "Cannot create already existing model"),
        new("CreateModel", """{"ModelName":"new"}""", "You must provide either a primary container or a list of containers."),
        new("CreateModel", """{"ModelName":"new","Containers":[]}""", "You must provide either"),
        new("CreateModel", """{"ModelName":"new","PrimaryContainer":{"Image":"i"},"Containers":[{"Image":"i"}]}""", "Only one of"),
        new("CreateModel", """{"ModelName":"a_b","PrimaryContainer":{"Image":"i"}}""", "1 validation error detected"),
        new("CreateModel", "{}", "Value null at 'modelName'"),
        new("CreateEndpointConfig", """{"EndpointConfigName":"BLUE","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""", "Cannot create already existing endpoint configuration"),
        new("CreateEndpointConfig", """{"EndpointConfigName":"new","ProductionVariants":[{"VariantName":"v","ModelName":"nope","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""", "Could not find model"),
        new("CreateEndpointConfig", """{"EndpointConfigName":"new","ProductionVariants":[]}""", "Member must have length greater than or equal to 1"),
        new("CreateEndpointConfig", """{"EndpointConfigName":"new","ProductionVariants":[{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1},{"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""", "Duplicate variant names"),
        new("CreateEndpointConfig", """{"EndpointConfigName":"new","ProductionVariants":[{"VariantName":"v","ModelName":"model","InitialInstanceCount":0}]}""", "productionVariants.1.member.initialInstanceCount"),
        new("CreateEndpoint", """{"EndpointName":"Demo","EndpointConfigName":"blue"}""", "Cannot create already existing endpoint"),
        new("CreateEndpoint", """{"EndpointName":"busy","EndpointConfigName":"blue"}""", "Cannot create already existing endpoint"),
        new("UpdateEndpoint", """{"EndpointName":"busy","EndpointConfigName":"green"}""", "Cannot update in-progress endpoint"),
        new("DeleteEndpoint", """{"EndpointName":"busy"}""", "Cannot update in-progress endpoint"),
        new("ListModels", """{"MaxResults":0}""", "1 validation error detected"),
        new("ListEndpoints", """{"MaxResults":101,"SortBy":"Size"}""", "2 validation errors detected"),
        new("ListEndpointConfigs", """{"NextToken":"forged"}""", "Invalid pagination token"),
        Update("""{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENTAGE","Value":10},"WaitIntervalInSeconds":60}}""", "'deploymentConfig.rollingUpdatePolicy.maximumBatchSize.type'"),
        Update(Rolling("CAPACITY_PERCENT", 4), "MaximumBatchSize must be between 5% and 50%"),
        Update(Rolling("CAPACITY_PERCENT", 51), "MaximumBatchSize must be between 5% and 50%"),
        Update(Rolling("INSTANCE_COUNT", 3), "MaximumBatchSize must be between 5% and 50%"),
        Update(Rolling("INSTANCE_COUNT", int.MaxValue), "MaximumBatchSize must be between 5% and 50%"),
        Update(Rolling("INSTANCE_COUNT", 0), "Member must have value greater than or equal to 1"),
        Update(Linear("CAPACITY_PERCENT", 9), "LinearStepSize must be between 10% and 50%"),
        Update(Linear("CAPACITY_PERCENT", 51), "LinearStepSize must be between 10% and 50%"),
        Update(Linear("INSTANCE_COUNT", 3), "LinearStepSize must be between 10% and 50%"),
        Update("""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"LINEAR","WaitIntervalInSeconds":0}}}""", "LinearStepSize must be specified"),
        Update("""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"CANARY","WaitIntervalInSeconds":0}}}""", "CanarySize must be specified"),
        Update("""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"CANARY","WaitIntervalInSeconds":0,"CanarySize":{"Type":"INSTANCE_COUNT","Value":3}}}}""", "CanarySize must be less than or equal to 50%"),
        Update("""{"BlueGreenUpdatePolicy":{}}""", "'deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration'"),
        Update("""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"ALL_AT_ONCE","WaitIntervalInSeconds":3601},"TerminationWaitInSeconds":-1,"MaximumExecutionTimeoutInSeconds":1}}""", "3 validation errors detected"),
        Update("""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"ALL_AT_ONCE","WaitIntervalInSeconds":0}},"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":0}}""", "Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy"),
        Update("""{"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"},{"AlarmName":"nope"}]}}""", "Could not find CloudWatch alarm(s): [nope]."),
        new("UpdateEndpoint", $$"""{"EndpointName":"demo","EndpointConfigName":"green","RetainDeploymentConfig":true,"DeploymentConfig":{{Policies.Rolling}}}""", "DeploymentConfig cannot be specified when RetainDeploymentConfig is true."),
        new("CreateEndpoint", $$"""{"EndpointName":"new","EndpointConfigName":"blue","DeploymentConfig":{{Rolling("CAPACITY_PERCENT", 51)}}}""", "MaximumBatchSize must be between 5% and 50%"),
    ];

    /// <summary>What is wrong before an operation sees it.</summary>
    public static IEnumerable<Refused> Malformed =>
    [
        new("UpdateEndpoint", "", ""),
        new("UpdateEndpoint", "not JSON", ""),
        new("UpdateEndpoint", "[]", ""),
        new("UpdateEndpoint", "\"demo\"", ""),
        new("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green" """, ""),
        new("UpdateEndpoint", """{"EndpointName":["demo"],"EndpointConfigName":"green"}""", ""),
        new("UpdateEndpoint", """{"EndpointName":5,"EndpointConfigName":"green"}""", ""),
        new("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green","RetainDeploymentConfig":"yes"}""", ""),
        new("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":[]}""", ""),
        new("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1.5},"WaitIntervalInSeconds":0}}}""", ""),
        new("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":99999999999},"WaitIntervalInSeconds":0}}}""", ""),
        new("UpdateEndpoint", $$"""{"EndpointName":{{new string('[', 500)}}""", ""),
        new("InvokeEverything", "{}", "does not serve the operation InvokeEverything of SageMaker"),
        new("updateendpoint", """{"EndpointName":"demo","EndpointConfigName":"green"}""", "does not serve the operation updateendpoint"),
    ];

    private static string Rolling(string type, int value) =>
        $$$"""{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"{{{type}}}","Value":{{{value}}} },"WaitIntervalInSeconds":0} }""";

    private static string Linear(string type, int value) =>
        $$$"""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"LINEAR","WaitIntervalInSeconds":0,"LinearStepSize":{"Type":"{{{type}}}","Value":{{{value}}} } } } }""";

    private static Refused Update(string config, string text) =>
        new("UpdateEndpoint", $$"""{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{{config}}}""", text);
}
