import { isRecord, readList, readRecord, readText } from "../prompt/read-record.ts";
import type { Random } from "../random.ts";
import { stringFromSchema } from "./string-from-schema.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Depth from which on optional properties and list entries are left out, so that recursive schemas come to an end. */
const shallow = 4;

/**
 * Makes a value that satisfies a JSON Schema; the text gives it words and numbers to use.
 *
 * Reads `type` (also a list), `enum`, `const`, `default`, `properties`, `required`, `items`, `prefixItems`, `anyOf`,
 * `oneOf`, `allOf`, `$ref` within the document, `format`, and the bounds of numbers, lengths and counts. Other keywords,
 * `pattern` among them, are not read.
 */
export function valueFromSchema(schema: unknown, text: string, random: Random): unknown {
  const numbers = (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  return valueOf(readRecord(schema), "");

  function valueOf(unresolved: Schema, name: string, depth = 0): unknown {
    const resolved = resolve(unresolved);
    if ("const" in resolved) return resolved["const"];
    const choices = readList(resolved["enum"]);
    if (choices.length > 0) return chooseOf(choices);
    if ("default" in resolved) return resolved["default"];
    const [alternative] = alternativesOf(resolved, depth);
    if (alternative !== undefined) {
      const { anyOf: _anyOf, oneOf: _oneOf, ...rest } = resolved;
      return valueOf(merge(rest, resolve(alternative)), name, depth + 1);
    }
    switch (typeOf(resolved, depth)) {
      case "object":
        return objectOf(resolved, depth);
      case "array":
        return arrayOf(resolved, name, depth);
      case "integer":
        return numberOf(resolved, true);
      case "number":
        return numberOf(resolved, false);
      case "boolean":
        return true;
      case "null":
        return null;
      default:
        return stringFromSchema(resolved, name, text, random);
    }
  }

  function objectOf(resolved: Schema, depth: number): Record<string, unknown> {
    const required = readList(resolved["required"]);
    const properties = Object.entries(readRecord(resolved["properties"]));
    const kept = properties.filter(([name]) => depth < shallow || required.includes(name));
    return Object.fromEntries(
      kept.map(([name, property]) => [name, valueOf(readRecord(property), name, depth + 1)]),
    );
  }

  function arrayOf(resolved: Schema, name: string, depth: number): unknown[] {
    const first = readList(resolved["prefixItems"]).map((item) => valueOf(readRecord(item), name, depth + 1));
    const least = Math.max(bound(resolved["minItems"]) ?? (depth < shallow ? 2 : 0), first.length);
    const count = Math.min(least, bound(resolved["maxItems"]) ?? Infinity);
    if (resolved["items"] === undefined || resolved["items"] === false) return first;
    const rest = Array.from({ length: Math.max(count - first.length, 0) }, (_, index) =>
      varied(
        valueOf(readRecord(resolved["items"]), name, depth + 1),
        index,
        resolved["uniqueItems"] === true,
      ),
    );
    return [...first, ...rest];
  }

  function numberOf(resolved: Schema, isInteger: boolean): number {
    const step = bound(resolved["multipleOf"]) ?? (isInteger ? 1 : 0);
    const above = bound(resolved["exclusiveMinimum"]);
    const below = bound(resolved["exclusiveMaximum"]);
    const margin = step > 0 ? step : 0.5;
    const least = bound(resolved["minimum"]) ?? (above === undefined ? undefined : above + margin);
    const most = bound(resolved["maximum"]) ?? (below === undefined ? undefined : below - margin);
    const fits = (value: number): boolean =>
      value >= (least ?? -Infinity) &&
      value <= (most ?? Infinity) &&
      (step === 0 || Number.isInteger(value / step));
    const given = numbers.find(fits);
    if (given !== undefined) return given;
    const start = least ?? (most === undefined ? 1 : Math.min(most, 1));
    return step > 0 ? Math.ceil(start / step) * step : start;
  }

  function chooseOf(choices: readonly unknown[]): unknown {
    const lower = text.toLowerCase();
    const named = choices.find(
      (choice) => typeof choice === "string" && choice !== "" && lower.includes(choice.toLowerCase()),
    );
    return named ?? choices[random.below(choices.length)];
  }

  function resolve(unresolved: Schema): Schema {
    let resolved = unresolved;
    for (let hops = 0; typeof resolved["$ref"] === "string" && hops < 32; hops += 1) {
      const { $ref: reference, ...rest } = resolved;
      resolved = merge(rest, readRecord(lookUp(readText(reference))));
    }
    return readList(resolved["allOf"]).reduce<Schema>(
      (merged, part) => merge(merged, resolve(readRecord(part))),
      resolved,
    );
  }

  function lookUp(reference: string): unknown {
    const keys = reference
      .replace(/^#\/?/, "")
      .split("/")
      .filter((key) => key !== "");
    return keys.reduce<unknown>(
      (here, key) =>
        Array.isArray(here)
          ? here[Number(key)]
          : readRecord(here)[key.replaceAll("~1", "/").replaceAll("~0", "~")],
      schema,
    );
  }

  function alternativesOf(resolved: Schema, depth: number): Schema[] {
    const all = [...readList(resolved["anyOf"]), ...readList(resolved["oneOf"])].map(readRecord);
    const isNull = (one: Schema): boolean => one["type"] === "null";
    // Deep down, `null` ends a recursion that the schema lets end so.
    return all.toSorted(
      (one, other) => (Number(isNull(one)) - Number(isNull(other))) * (depth < shallow ? 1 : -1),
    );
  }
}

function typeOf(schema: Schema, depth: number): string {
  const types = readList(schema["type"]).map(readText);
  if (types.length > 0) {
    if (depth >= shallow && types.includes("null")) return "null";
    return types.find((type) => type !== "null") ?? "null";
  }
  const type = readText(schema["type"]);
  if (type !== "") return type;
  if ("properties" in schema) return "object";
  if ("items" in schema || "prefixItems" in schema) return "array";
  if ("minimum" in schema || "maximum" in schema || "multipleOf" in schema) return "number";
  return "string";
}

function merge(one: Schema, other: Schema): Schema {
  const { allOf: _allOf, ...rest } = one;
  return {
    ...other,
    ...rest,
    ...(isRecord(one["properties"]) || isRecord(other["properties"])
      ? { properties: { ...readRecord(other["properties"]), ...readRecord(one["properties"]) } }
      : {}),
    required: [...readList(other["required"]), ...readList(one["required"])],
  };
}

function varied(value: unknown, index: number, isUnique: boolean): unknown {
  if (!isUnique || index === 0) return value;
  if (typeof value === "number") return value + index;
  return typeof value === "string" ? `${value} ${index + 1}` : value;
}

function bound(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
