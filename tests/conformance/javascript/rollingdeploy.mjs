// What every scenario shares: a world of its own, its clients, the control routes, and builders for what a test needs.
import { strict as assert } from "node:assert";
import { basename } from "node:path";
import { crc32 } from "node:zlib";
import { AwsJson1_0Protocol, AwsQueryProtocol, AwsSmithyRpcV2CborProtocol } from "@aws-sdk/core/protocols";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { SageMaker } from "@aws-sdk/client-sagemaker";

export const URL = process.env.ROLLINGDEPLOY_URL;
export const START = new Date("2030-01-01T00:00:00Z");
const IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/scorer:1";
const ROLE = "arn:aws:iam::123456789012:role/scorer";
const PROTOCOLS = { json: AwsJson1_0Protocol, query: AwsQueryProtocol, cbor: AwsSmithyRpcV2CborProtocol };

// Twelve digits that no other file and no other test of this file has.
const file = String(crc32(basename(process.argv[2]))).padStart(10, "0");
let worlds = 0;

/** An account that no other test uses, and so a world with a clock of its own that nobody else moves. */
export class World {
  account = `${file}${String(++worlds).padStart(2, "0")}`;
  region = "us-east-1";

  constructor(protocol = "json") {
    this.sagemaker = this.client(SageMaker);
    this.cloudwatch = this.client(CloudWatch, { protocol: PROTOCOLS[protocol] });
  }

  /** A client of this account. Its second attempt would hide a defect, so it makes none. */
  client(Client, settings = {}) {
    return new Client({
      region: this.region, endpoint: URL, maxAttempts: 1,
      credentials: { accessKeyId: this.account, secretAccessKey: "secret" }, ...settings });
  }

  /** One of our own routes, which must succeed. */
  async call(method, path, body) {
    const route = `${URL}${path}${path.includes("?") ? "&" : "?"}account=${this.account}&region=${this.region}`;
    const answer = await fetch(route, {
      method, body: body && JSON.stringify(body), headers: { "Content-Type": "application/json" } });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path} answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  /** Moves time on, by so many seconds or as the members of the route's body say. */
  advance(how) {
    return this.call("POST", "/_rollingdeploy/clock/advance", typeof how === "number" ? { seconds: how } : how);
  }

  async until(status = "InService", endpoint = "e") {
    const { reached } = await this.advance({ until: { endpoint, status } });
    assert.ok(reached, `${endpoint} did not become ${status}`);
  }

  /** A model m, the configurations old and new, and an endpoint in service on the old one. */
  async endpoint(name = "e", instances = 4) {
    await this.sagemaker.createModel({ ModelName: "m", PrimaryContainer: { Image: IMAGE }, ExecutionRoleArn: ROLE });
    for (const config of ["old", "new"]) {
      await this.sagemaker.createEndpointConfig({ EndpointConfigName: config, ProductionVariants: [
        { VariantName: "blue", ModelName: "m", InstanceType: "ml.m5.large", InitialInstanceCount: instances }] });
    }

    await this.sagemaker.createEndpoint({ EndpointName: name, EndpointConfigName: "old" });
    await this.until("InService", name);
    return this;
  }

  /** An update to the other configuration, in batches of one instance, watched by alarms. */
  update(...alarms) {
    return this.sagemaker.updateEndpoint({ EndpointName: "e", EndpointConfigName: "new", DeploymentConfig: {
      RollingUpdatePolicy: { MaximumBatchSize: { Type: "INSTANCE_COUNT", Value: 1 }, WaitIntervalInSeconds: 120 },
      AutoRollbackConfiguration: { Alarms: alarms.map(AlarmName => ({ AlarmName })) } } });
  }

  /** An alarm on the metric Scorer/Errors. */
  alarm(name, settings) {
    return this.cloudwatch.putMetricAlarm({
      AlarmName: name, Namespace: "Scorer", MetricName: "Errors", Statistic: "Sum", Period: 60, EvaluationPeriods: 1, Threshold: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold", ...settings });
  }

  async describeAlarm(name) {
    return (await this.cloudwatch.describeAlarms({ AlarmNames: [name] })).MetricAlarms[0];
  }
}
