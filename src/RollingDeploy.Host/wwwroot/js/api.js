// Calls of the server. The account and the region come from the address of the page.

/** @typedef {{ method: string, path: string, body?: any }} OwnCall A call of our own routes, relative to /_rollingdeploy. */
/** @typedef {{ service: "sagemaker" | "cloudwatch", operation: string, input: Record<string, any> }} AwsCall */
/** @typedef {OwnCall | AwsCall} Call */

const query = new URLSearchParams(location.search);

/** The account and the region that the page shows. Without parameters, the server says which ones these are. */
export const partition = {
  account: query.get("account") ?? "",
  region: query.get("region") ?? "",
  isKnown: false,
};

/** The address of the server. */
export const root = new URL(".", location.href.split(/[?#]/)[0]).href.replace(/\/$/, "");

/** Returns the query that names the account and the region. @param {Record<string, string | number>} [more] */
export function queryOf(more = {}) {
  const all = new URLSearchParams();
  for (const name of /** @type {const} */ (["account", "region"])) {
    if (partition[name] !== "") {
      all.set(name, partition[name]);
    }
  }

  for (const [name, value] of Object.entries(more)) {
    all.set(name, String(value));
  }

  return all.size > 0 ? `?${all}` : "";
}

export class ApiError extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads one of our own routes.
 * @param {string} path Relative to /_rollingdeploy.
 * @param {Record<string, string | number>} [parameters]
 * @returns {Promise<any>}
 */
export const read = (path, parameters) => request("GET", `/_rollingdeploy${path}${queryOf(parameters)}`);

/** Makes a call. @param {Call} call @returns {Promise<any>} */
export const run = call => "service" in call
  ? request("POST", `/${call.service}/${call.operation}${queryOf()}`, call.input)
  : request(call.method, `/_rollingdeploy${call.path}${queryOf()}`, call.body);

/** @param {string} method @param {string} path @param {any} [body] */
async function request(method, path, body) {
  const response = await fetch(root + path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: body === undefined ? undefined : { "Content-Type": "application/json" },
    cache: "no-store",
  });
  const text = await response.text();
  note(response.headers);
  const answer = text === "" ? null : JSON.parse(text);
  if (!response.ok) {
    throw new ApiError(response.status, answer?.detail ?? answer?.message ?? `The server answers ${response.status}.`);
  }

  return answer;
}

/** @param {Headers} headers */
function note(headers) {
  if (!partition.isKnown && headers.has("X-RollingDeploy-Account")) {
    partition.account ||= headers.get("X-RollingDeploy-Account") ?? "";
    partition.region ||= headers.get("X-RollingDeploy-Region") ?? "";
    partition.isKnown = true;
  }
}

/** Returns a name as a part of a path. @param {string} name */
export const part = name => encodeURIComponent(name);
