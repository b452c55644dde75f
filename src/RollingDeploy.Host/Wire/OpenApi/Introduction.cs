namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// The introduction of the OpenAPI document. Swagger UI shows it above the operations, and its links open them.
/// </summary>
internal static class Introduction
{
    /// <summary>The text, in Markdown.</summary>
    public const string Text = """
        AWS operations with AWS's JSON, without a signature or special headers, and RollingDeploy's own routes.

        **Watch a rolling deployment roll back.** Open these operations one after the other, and select *Execute*. Each has its example
        filled in.

        1. [Freeze the clock](#/RollingDeploy/setClock), so that time passes only when you say so.
        2. [Create a model](#/SageMaker/SageMaker.CreateModel).
        3. [Create an endpoint configuration](#/SageMaker/SageMaker.CreateEndpointConfig), then another one with the second example.
        4. [Create an endpoint](#/SageMaker/SageMaker.CreateEndpoint).
        5. [Advance the clock](#/RollingDeploy/advanceClock) by 300 seconds. The endpoint is in service.
        6. [Put an alarm](#/CloudWatch/CloudWatch.PutMetricAlarm) on the errors of your application.
        7. [Plan the update](#/RollingDeploy/planUpdate): it says what will happen.
        8. [Update the endpoint](#/SageMaker/SageMaker.UpdateEndpoint), in batches of one instance that bake for 300 seconds.
        9. [Put metric data](#/CloudWatch/CloudWatch.PutMetricData): your application counts nine errors.
        10. [Advance the clock](#/RollingDeploy/advanceClock) by 300 seconds. The alarm goes into ALARM, and the deployment rolls back.
        11. [Describe the endpoint](#/SageMaker/SageMaker.DescribeEndpoint): its FailureReason names the alarm.
        12. [Read the journal](#/RollingDeploy/getJournal), or [the report](#/RollingDeploy/getReport) of the deployment.

        SDKs call the same operations at `POST /`. AWS JSON names the operation in the header `X-Amz-Target`, such as
        `SageMaker.CreateEndpoint`, with the content type `application/x-amz-json-1.1`. The access key or the parameter `account` chooses
        the account: twelve digits are an account ID. Each answer names its account and region in the headers `X-RollingDeploy-Account`
        and `X-RollingDeploy-Region`.
        """;
}
