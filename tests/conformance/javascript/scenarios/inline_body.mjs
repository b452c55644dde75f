// InvokeEndpointAsync with the input in the request itself, which boto3 1.43 does not know.
import { strict as assert } from "node:assert";
import { createServer } from "node:http";
import { SageMakerRuntime } from "@aws-sdk/client-sagemaker-runtime";
import { World } from "../rollingdeploy.mjs";

const IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/scorer:1";
const ROLE = "arn:aws:iam::123456789012:role/scorer";

/** An asynchronous endpoint, and the client that invokes it. */
const asynchronous = async (environment = {}) => {
  const world = new World();
  await world.sagemaker.createModel({ ModelName: "m", PrimaryContainer: { Image: IMAGE, Environment: environment }, ExecutionRoleArn: ROLE });
  await world.sagemaker.createEndpointConfig({
    EndpointConfigName: "c", AsyncInferenceConfig: { OutputConfig: { S3OutputPath: "s3://bucket/out" } },
    ProductionVariants: [{ VariantName: "a", ModelName: "m", InstanceType: "ml.m5.large", InitialInstanceCount: 1 }] });
  await world.sagemaker.createEndpoint({ EndpointName: "e", EndpointConfigName: "c" });
  await world.until();
  return { world, runtime: world.client(SageMakerRuntime) };
};

const invoke = (runtime, input) => runtime.invokeEndpointAsync({ EndpointName: "e", ContentType: "text/csv", ...input });
const bytes = text => new TextEncoder().encode(text);
const request = (world, { InferenceId }) => world.call("GET", `/_rollingdeploy/endpoints/e/invocations/${InferenceId}`);

const refused = (call, sentence) => assert.rejects(call, error => error.name === "ValidationError" && error.message.includes(sentence));

export async function test_a_simulated_model_gets_the_body() {
  const { world, runtime } = await asynchronous();

  const answer = await invoke(runtime, { Body: bytes("1,2,3"), InferenceId: "mine" });
  await world.advance(1);

  const { state, body, contentType, outputLocation } = await request(world, answer);
  assert.deepEqual([answer.InferenceId, state, body, contentType], ["mine", "completed", "1,2,3", "text/csv"]);
  assert.equal(outputLocation, answer.OutputLocation);
}

export async function test_a_real_server_gets_the_body() {
  const server = createServer((message, response) => {
    const parts = [];
    message.on("data", part => parts.push(part));
    message.on("end", () => response.setHeader("Content-Type", "text/plain").end(`scored ${Buffer.concat(parts)}`));
  });
  await new Promise(listening => server.listen(0, "127.0.0.1", listening));
  try {
    const { world, runtime } = await asynchronous({ ROLLINGDEPLOY_FORWARD_TO: `http://127.0.0.1:${server.address().port}` });

    const answer = await invoke(runtime, { Body: bytes("1,2,3") });
    const inS3 = await invoke(runtime, { InputLocation: "s3://bucket/question.csv" });

    // The server answers in real time.
    let seen = await request(world, answer);
    for (let tries = 0; seen.state === "processing" && tries < 500; tries++) {
      await new Promise(later => setTimeout(later, 20));
      seen = await request(world, answer);
    }

    assert.deepEqual([seen.state, seen.status, seen.body, seen.contentType], ["completed", 200, "scored 1,2,3", "text/plain"]);
    assert.equal((await request(world, inS3)).state, "failed");
  } finally {
    server.close();
  }
}

export async function test_both_inputs_or_neither_are_refused() {
  const { runtime } = await asynchronous();

  await refused(invoke(runtime, { Body: bytes("1"), InputLocation: "s3://bucket/in" }), "Exactly one of InputLocation and Body must be specified.");
  await refused(invoke(runtime, {}), "Exactly one of InputLocation and Body must be specified.");
}

export async function test_a_body_above_128000_bytes_is_refused() {
  const { runtime } = await asynchronous();

  await invoke(runtime, { Body: new Uint8Array(128000) });

  await refused(invoke(runtime, { Body: new Uint8Array(128001) }), "has oversize body.");
}
