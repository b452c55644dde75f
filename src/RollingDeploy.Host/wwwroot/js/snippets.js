// Writes a call as people would make it: AWS operations with boto3 and the AWS CLI, our own routes with curl and Python.
import { partition, queryOf, root } from "./api.js";

/** @typedef {import("./api.js").Call} Call */
/** @typedef {import("./api.js").AwsCall} AwsCall */
/** @typedef {import("./api.js").OwnCall} OwnCall */

/** @param {Call} call @returns {[string, string][]} Names and texts. */
export const snippetsOf = call => "service" in call
  ? [["boto3", boto3(call)], ["AWS CLI", awsCli(call)]]
  : [["curl", curl(call)], ["Python", python(call)]];

/** @param {AwsCall} call */
function boto3(call) {
  const input = Object.entries(call.input).map(([name, value]) => `    ${name}=${pythonValue(value, 4)},\n`).join("");
  return [
    "import boto3",
    "",
    `${call.service} = boto3.client(`,
    `    "${call.service}", endpoint_url=${JSON.stringify(root)}, region_name=${JSON.stringify(partition.region)},`,
    `    aws_access_key_id=${JSON.stringify(partition.account)}, aws_secret_access_key="anything")`,
    `${call.service}.${snake(call.operation)}(`,
    `${input})`,
  ].join("\n");
}

/** @param {AwsCall} call */
function awsCli(call) {
  const options = Object.entries(call.input).map(([name, value]) => `  --${snake(name).replaceAll("_", "-")} ${shell(
    typeof value === "object" ? JSON.stringify(value, null, 2) : String(value))}`);
  return [
    `export AWS_ENDPOINT_URL=${shell(root)} AWS_DEFAULT_REGION=${shell(partition.region)}`,
    `export AWS_ACCESS_KEY_ID=${shell(partition.account)} AWS_SECRET_ACCESS_KEY=anything`,
    [`aws ${call.service} ${snake(call.operation).replaceAll("_", "-")}`, ...options].join(" \\\n"),
  ].join("\n");
}

/** @param {OwnCall} call */
const addressOf = call => `${root}/_rollingdeploy${call.path}${queryOf()}`;

/** @param {OwnCall} call */
const curl = call => [
  `curl -X ${call.method} ${shell(addressOf(call))}`,
  ...call.body === undefined ? [] : [`  -d ${shell(JSON.stringify(call.body))}`],
].join(" \\\n");

/** @param {OwnCall} call */
const python = call => [
  "import json",
  "import urllib.request",
  "",
  "request = urllib.request.Request(",
  `    ${JSON.stringify(addressOf(call))},`,
  `    method="${call.method}"${call.body === undefined ? "" : `,\n    data=json.dumps(${pythonValue(call.body, 4)}).encode()`})`,
  "print(urllib.request.urlopen(request).read().decode())",
].join("\n");

/** UpdateEndpoint becomes update_endpoint. @param {string} name */
const snake = name => name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** @param {string} text */
const shell = text => /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** @param {any} value @param {number} indent @returns {string} */
function pythonValue(value, indent) {
  if (value === null || typeof value === "boolean") {
    return value === null ? "None" : value ? "True" : "False";
  }

  if (typeof value !== "object") {
    return JSON.stringify(value);
  }

  const isList = Array.isArray(value);
  const items = Object.entries(value).map(([name, each]) =>
    `${isList ? "" : `${JSON.stringify(name)}: `}${pythonValue(each, indent + 4)}`);
  const [open, close] = isList ? "[]" : "{}";
  const line = `${open}${items.join(", ")}${close}`;
  const space = " ".repeat(indent + 4);
  const lines = items.map(item => `${space}${item},\n`).join("");
  return line.length + indent < 76 ? line : `${open}\n${lines}${" ".repeat(indent)}${close}`;
}
