// Prints the model of a client of AWS's SDK for JavaScript, in the format of botocore's models: operations, and the shapes that they
// take and return. The schemas of the package have the members, their types and which of them are required. Its declarations have
// the enumerations. Neither has lengths, ranges or patterns.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [STRUCTURE, UNION, ERROR, LIST, MAP, SIMPLE, OPERATION] = [3, 4, -3, 1, 2, 0, 9];
const SCALARS = { 0: "string", 1: "number", 2: "boolean", 4: "timestamp", 5: "timestamp", 6: "timestamp", 7: "timestamp", 21: "blob" };

const name = process.argv[2];
const require = createRequire(import.meta.url);
const client = require(name);
const folder = dirname(require.resolve(`${name}/package.json`));
const shapes = Object.fromEntries(Object.values(SCALARS).map(type => [`$${type}`, { type }]));
const operations = {};

// The declarations: the values of each enumeration, and the type of each member of each interface.
const declarations = join(folder, "dist-types", "models");
const text = readdirSync(declarations).filter(file => file.endsWith(".d.ts")).map(file => readFileSync(join(declarations, file), "utf8")).join("\n");
const enumerations = new Map();
for (const [, enumeration, body] of text.matchAll(/^export declare const (\w+): \{\n(.*?)^\};/gms)) {
  const values = [...body.matchAll(/: "(.*)";$/gm)].map(([, value]) => value);
  enumerations.set(enumeration, values);
}
const types = new Map();
for (const [, owner, body] of text.matchAll(/^export interface (\w+)[^{]*\{\n(.*?)^\}/gms)) {
  types.set(owner, new Map([...body.matchAll(/^ {4}(\w+)\??: (.*);$/gm)].map(([, member, type]) => [member, type])));
}

/** The enumeration that a member, its items or its values are of. */
function enumerationOf(owner, member) {
  const type = types.get(owner)?.get(member)?.match(/^(?:Record<string, )?(\w+)/)?.[1];
  if (!enumerations.has(type)) {
    return undefined;
  }

  shapes[type] ??= { type: "string", enum: enumerations.get(type) };
  return type;
}

/** The name of the shape that a schema describes. Strings are replaced by the enumeration, where there is one. */
function shapeOf(schema, enumeration, hint) {
  const target = typeof schema === "function" ? schema() : schema;
  if (typeof target === "number") {
    return target & 64 ? listOf(`${hint}List`, target & ~64, enumeration)
      : target & 128 ? mapOf(`${hint}Map`, 0, target & ~128, enumeration)
      : target === 0 && enumeration ? enumeration
      : `$${SCALARS[target] ?? "string"}`;
  }

  const [kind, , shape] = target;
  switch (kind) {
    case SIMPLE: return shapeOf(target[4], enumeration, hint);
    case LIST: return listOf(shape, target[4], enumeration);
    case MAP: return mapOf(shape, target[4], target[5], enumeration);
    default: return structureOf(target);
  }
}

// An item can have traits: then it is an array whose first part is its schema.
const bare = item => Array.isArray(item) && (typeof item[0] === "function" || item.length === 2) ? item[0] : item;

function listOf(shape, item, enumeration) {
  shapes[shape] = { type: "list", member: { shape: shapeOf(bare(item), enumeration, shape) } };
  return shape;
}

function mapOf(shape, key, value, enumeration) {
  shapes[shape] = { type: "map", key: { shape: shapeOf(bare(key), undefined, shape) }, value: { shape: shapeOf(bare(value), enumeration, shape) } };
  return shape;
}

function structureOf([kind, , shape, traits, members, schemas, required = 0]) {
  if (!(shape in shapes)) {
    const described = shapes[shape] = { type: "structure", required: members.slice(0, required), members: {} };
    if (traits?.streaming) {
      described.eventstream = true;
    }

    members.forEach((member, index) => {
      const hasTraits = Array.isArray(schemas[index]) && schemas[index].length === 2;
      const [schema, own] = hasTraits ? schemas[index] : [schemas[index], 0];
      described.members[member] = { shape: shapeOf(schema, enumerationOf(shape, member), `${shape}${member}`), ...placeOf(own) };
      if (own === 16) {
        described.payload = member;
      }
    });
  }

  return shape;
}

function placeOf(traits) {
  return traits === 1 ? { location: "uri" }
    : traits?.httpHeader ? { location: "header", locationName: traits.httpHeader }
    : traits?.eventPayload ? { eventpayload: true }
    : {};
}

for (const schema of Object.values(client)) {
  if (Array.isArray(schema) && schema[0] === OPERATION) {
    const [, , operation, , input, output] = schema;
    const refer = target => typeof target() === "string" ? undefined : { shape: structureOf(target()) };
    operations[operation] = { input: refer(input), output: refer(output) };
  }
}

const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
console.log(JSON.stringify({ version, operations, shapes }));
