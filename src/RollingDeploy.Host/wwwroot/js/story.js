// The story of the README: a good and a bad model, an alarm, an endpoint with traffic, and a rolling update that rolls back.
import { ApiError, run } from "./api.js";
import { POLICIES, updateCall } from "./policies.js";

/** @typedef {import("./api.js").Call} Call */

const ENDPOINT = "demo";

/** @param {string} operation @param {any} input @returns {Call} */
const sageMaker = (operation, input) => ({ service: "sagemaker", operation, input });

/** @param {string} name @param {Record<string, string>} environment @returns {Call[]} */
const model = (name, environment) => [
  sageMaker("CreateModel", {
    ModelName: name, ExecutionRoleArn: "arn:aws:iam::111122223333:role/sagemaker",
    PrimaryContainer: {
      Image: `111122223333.dkr.ecr.us-east-1.amazonaws.com/${name}:1`,
      Environment: { ROLLINGDEPLOY_STARTUP_SECONDS: "30", ...environment },
    },
  }),
  sageMaker("CreateEndpointConfig", {
    EndpointConfigName: name,
    ProductionVariants: [{ VariantName: "AllTraffic", ModelName: name, InstanceType: "ml.m5.large", InitialInstanceCount: 4 }],
  }),
];

/** @param {any} body @returns {Call} */
const advance = body => ({ method: "POST", path: "/clock/advance", body });

/** The errors begin with the second new instance, so that the first batch looks good. @type {[string, Call[]][]} */
export const STORY = [
  ["Create a good model and a bad one", [
    ...model("good-model", {}),
    ...model("bad-model", { ROLLINGDEPLOY_ERROR_RATE: "0.4", ROLLINGDEPLOY_ERRORS_BEYOND_INSTANCES: "1" }),
  ]],
  ["Create an endpoint of four instances", [
    sageMaker("CreateEndpoint", { EndpointName: ENDPOINT, EndpointConfigName: "good-model" }),
    advance({ until: { endpoint: ENDPOINT, status: "InService" } }),
  ]],
  ["Put an alarm on its errors", [{
    service: "cloudwatch", operation: "PutMetricAlarm", input: {
      AlarmName: "demo-errors", Namespace: "AWS/SageMaker", MetricName: "Invocation5XXErrors", Statistic: "Average",
      Dimensions: [{ Name: "EndpointName", Value: ENDPOINT }, { Name: "VariantName", Value: "AllTraffic" }],
      Period: 60, EvaluationPeriods: 1, Threshold: 0.05, ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "notBreaching",
    },
  }]],
  ["Send 50 requests a second for 15 minutes", [
    { method: "PUT", path: `/endpoints/${ENDPOINT}/traffic`, body: { requestsPerSecond: 50, pattern: "constant" } },
    advance({ seconds: 900 }),
  ]],
  ["Update it to the bad model, one instance at a time, ten times as fast as on AWS", [
    { method: "PUT", path: "/clock", body: { mode: "scaled", speed: 10 } },
    updateCall(ENDPOINT, "bad-model", POLICIES[0], ["demo-errors"]),
  ]],
];

// Models and configurations of an earlier story can still be there.
/** @param {Call} call */
async function runOnce(call) {
  try {
    await run(call);
  } catch (error) {
    if (!(error instanceof ApiError && error.message.startsWith("Cannot create already existing"))) {
      throw error;
    }
  }
}

/**
 * Makes the calls of the story one after the other.
 * @param {(part: number) => void} began Called before each part.
 * @returns {Promise<string>} The name of the endpoint.
 */
export async function tell(began) {
  await run({ method: "PUT", path: "/clock", body: { mode: "frozen" } });
  for (const [i, [, calls]] of STORY.entries()) {
    began(i);
    for (const call of calls) {
      await runOnce(call);
    }
  }

  return ENDPOINT;
}
