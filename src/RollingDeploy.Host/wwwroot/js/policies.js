// The five ways to update an endpoint, as the DeploymentConfig of UpdateEndpoint.

/** @typedef {{ id: string, name: string, text: string, config: (alarms: string[]) => any }} Policy */

/** @param {string[]} alarms */
const rollback = alarms => alarms.length > 0
  ? { AutoRollbackConfiguration: { Alarms: alarms.map(AlarmName => ({ AlarmName })) } }
  : {};

/** @param {any} routing @param {string[]} alarms */
const blueGreen = (routing, alarms) => ({
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: routing,
    TerminationWaitInSeconds: 120,
    MaximumExecutionTimeoutInSeconds: 3600,
  },
  ...rollback(alarms),
});

/** @type {Policy[]} */
export const POLICIES = [
  {
    id: "rolling", name: "Rolling", text: "In batches of one instance, each with a bake of two minutes.",
    config: alarms => ({
      RollingUpdatePolicy: {
        MaximumBatchSize: { Type: "INSTANCE_COUNT", Value: 1 },
        WaitIntervalInSeconds: 120,
        MaximumExecutionTimeoutInSeconds: 3600,
      },
      ...rollback(alarms),
    }),
  },
  {
    id: "canary", name: "Canary", text: "Blue/green: one instance first, and the rest after five minutes.",
    config: alarms => blueGreen({
      Type: "CANARY", CanarySize: { Type: "INSTANCE_COUNT", Value: 1 }, WaitIntervalInSeconds: 300,
    }, alarms),
  },
  {
    id: "linear", name: "Linear", text: "Blue/green: a quarter of the capacity every two minutes.",
    config: alarms => blueGreen({
      Type: "LINEAR", LinearStepSize: { Type: "CAPACITY_PERCENT", Value: 25 }, WaitIntervalInSeconds: 120,
    }, alarms),
  },
  {
    id: "allAtOnce", name: "All at once",
    text: "Blue/green: all traffic in one shift, and a bake before the old fleet is terminated.",
    config: alarms => blueGreen({ Type: "ALL_AT_ONCE", WaitIntervalInSeconds: 120 }, alarms),
  },
  {
    id: "default", name: "Default",
    text: "Without a DeploymentConfig: blue/green, all traffic at once, without a bake and without alarms.",
    config: () => undefined,
  },
];

/**
 * @param {string} endpoint
 * @param {string} config
 * @param {Policy} policy
 * @param {string[]} alarms
 * @returns {import("./api.js").AwsCall}
 */
export function updateCall(endpoint, config, policy, alarms) {
  const deployment = policy.config(alarms);
  return {
    service: "sagemaker", operation: "UpdateEndpoint",
    input: { EndpointName: endpoint, EndpointConfigName: config, ...deployment && { DeploymentConfig: deployment } },
  };
}
