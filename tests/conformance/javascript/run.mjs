// Runs the scenarios of one file in order and prints a line of JSON for each: name, ok or skipped, error. A scenario is an exported
// function called test_x. One that takes a protocol runs once over each of CloudWatch's, and is called test_x[json] and so on.
import { pathToFileURL } from "node:url";

const PROTOCOLS = ["json", "query", "cbor"];

const cases = (name, scenario) =>
  scenario.length === 0
    ? [[name, scenario]]
    : PROTOCOLS.map(protocol => [`${name}[${protocol}]`, () => scenario(protocol)]);

const outcomeOf = async scenario => {
  try {
    await scenario();
    return { ok: true };
  } catch (error) {
    return { ok: false, error: String(error?.stack ?? error) };
  }
};

const scenarios = await import(pathToFileURL(process.argv[2]));
for (const [name, exported] of Object.entries(scenarios).filter(([name]) => name.startsWith("test_"))) {
  for (const [each, scenario] of cases(name, exported)) {
    console.log(JSON.stringify({ name: each, ...(await outcomeOf(scenario)) }));
  }
}
