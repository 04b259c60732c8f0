import * as notation from "../spec/notation.ts";
import type { Field, NumberFormat, Shape } from "../spec/notation.ts";
import type { JsonSchema } from "./openapi.ts";

const READ = new Set([
  "$ref",
  "type",
  "format",
  "enum",
  "oneOf",
  "allOf",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "minItems",
  "maxItems",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "default",
  "deprecated",
]);
/** Sentences and samples are no facts, and the names of an object's fields are strings in JSON whatever the file says. */
const PASSED_OVER = new Set(["description", "example", "propertyNames"]);
const NUMBER_FORMATS: Readonly<Record<string, NumberFormat>> = {
  int32: "int32",
  int64: "int64",
  float: "float",
  double: "double",
};

/** A schema of the reference in the notation of our own description, so that the two can be laid side by side. */
export function readJsonSchema(schema: JsonSchema, where: string): Shape {
  for (const keyword of Object.keys(schema)) {
    if (!READ.has(keyword) && !PASSED_OVER.has(keyword)) throw unreadable(where, `the keyword ${keyword}`);
  }
  if (schema.$ref !== undefined) return notation.ref(schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1));
  if (schema.oneOf !== undefined) return readUnion(schema.oneOf, where);
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map((part) => readJsonSchema(part, where));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : notation.merge(...parts);
  }
  if (schema.type === undefined) return notation.any();
  const types = typeof schema.type === "string" ? [schema.type] : schema.type;
  const [type, ...more] = types.filter((name) => name !== "null");
  if (type === undefined || more.length > 0)
    throw unreadable(where, `the type ${JSON.stringify(schema.type)}`);
  const shape = readType(schema, type, where);
  return types.includes("null") ? notation.nullable(shape) : shape;
}

function readUnion(members: readonly JsonSchema[], where: string): Shape {
  const rest = members.filter((member) => member.type !== "null");
  const shapes = rest.map((member) => readJsonSchema(member, where));
  const shape = shapes.length === 1 && shapes[0] !== undefined ? shapes[0] : notation.union(...shapes);
  return rest.length < members.length ? notation.nullable(shape) : shape;
}

function readType(schema: JsonSchema, type: string, where: string): Shape {
  switch (type) {
    case "string":
      return readString(schema, where);
    case "integer":
    case "number": {
      const format = NUMBER_FORMATS[schema.format ?? ""];
      if (format === undefined) throw unreadable(where, `a number of the format ${schema.format}`);
      return {
        kind: "number",
        format,
        ...(schema.minimum === undefined ? {} : { min: schema.minimum }),
        ...(schema.exclusiveMinimum === undefined ? {} : { above: schema.exclusiveMinimum }),
        ...(schema.maximum === undefined ? {} : { max: schema.maximum }),
      };
    }
    case "boolean":
      return notation.boolean();
    case "array":
      return notation.array(readJsonSchema(schema.items ?? {}, `${where}[]`), {
        ...(schema.minItems === undefined ? {} : { min: schema.minItems }),
        ...(schema.maxItems === undefined ? {} : { max: schema.maxItems }),
      });
    case "object":
      if (schema.properties !== undefined) return readObject(schema, schema.properties, where);
      return notation.record(readJsonSchema(schema.additionalProperties ?? {}, `${where}{}`));
    default:
      throw unreadable(where, `the type ${type}`);
  }
}

function readString(schema: JsonSchema, where: string): Shape {
  if (schema.enum !== undefined) {
    const values = schema.enum.map(String);
    return values.length === 1 && values[0] !== undefined
      ? notation.literal(values[0])
      : notation.oneOf(...values);
  }
  switch (schema.format) {
    case undefined:
      return notation.string({
        ...(schema.minLength === undefined ? {} : { minLength: schema.minLength }),
        ...(schema.maxLength === undefined ? {} : { maxLength: schema.maxLength }),
      });
    case "date":
      return notation.date();
    case "iso3166-1-alpha-2":
      return notation.country();
    case "binary":
      return notation.binary();
    default:
      throw unreadable(where, `a string of the format ${schema.format}`);
  }
}

function readObject(
  schema: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  where: string,
): Shape {
  return notation.fields(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]): [string, Field] => [
        name,
        {
          shape: readJsonSchema(property, `${where}.${name}`),
          required: schema.required?.includes(name) === true,
          doc: "",
          ...readDefault(property, `${where}.${name}`),
          ...(property.deprecated === true ? { deprecated: true } : {}),
        },
      ]),
    ),
  );
}

function readDefault(property: JsonSchema, where: string): Pick<Field, "default"> {
  const value = property.default;
  if (value === undefined) return {};
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") {
    return { default: value };
  }
  throw unreadable(where, `the default ${JSON.stringify(value)}`);
}

function unreadable(where: string, what: string): Error {
  return new Error(`${where} of the reference has ${what}, which the comparison cannot read`);
}
