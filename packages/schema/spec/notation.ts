/**
 * The notation in which this folder describes the API: plain data, no behaviour. Facts (names, types, bounds) are the
 * API's, every sentence is our own.
 */

/** What one value on the wire may be. */
export type Shape =
  | { kind: "string"; format?: "date" | "country" | "binary"; minLength?: number; maxLength?: number }
  | { kind: "number"; format: NumberFormat; min?: number; above?: number; max?: number }
  | { kind: "boolean" }
  | { kind: "any" }
  | { kind: "literal"; value: string }
  | { kind: "known"; values: readonly string[] }
  | { kind: "enum"; values: readonly string[] }
  | { kind: "array"; items: Shape; min?: number; max?: number }
  | { kind: "record"; values: Shape }
  | { kind: "nullable"; of: Shape }
  | { kind: "union"; of: readonly Shape[] }
  | { kind: "merge"; of: readonly Shape[] }
  | { kind: "ref"; name: string; replayed?: true }
  | ObjectShape;

export interface ObjectShape {
  kind: "object";
  fields: Readonly<Record<string, Field>>;
}

/** The width that the API states for a number. JavaScript holds all of them as `number`; the bounds of int32 are checked. */
export type NumberFormat = "int32" | "int64" | "float" | "double";

export interface Field {
  shape: Shape;
  required: boolean;
  doc: string;
  default?: boolean | number | string;
  deprecated?: true;
  /** Why this field is described otherwise than in xAI's OpenAPI file, or stands here although it is missing there. */
  differs?: string;
}

/** A named schema with its sentence. */
export interface Definition {
  doc: string;
  shape: Shape;
  /** Why this schema is described otherwise than in xAI's OpenAPI file, or stands here although it is missing there. */
  differs?: string;
}

/** The schemas of one area of the API, by name. */
export type Area = Readonly<Record<string, Definition>>;

interface Length {
  minLength?: number;
  maxLength?: number;
}

interface Range {
  min?: number;
  /** Exclusive lower bound. */
  above?: number;
  max?: number;
}

interface Count {
  min?: number;
  max?: number;
}

type FieldFacts = Pick<Field, "default" | "deprecated" | "differs">;
type DefinitionFacts = Pick<Definition, "differs">;

export const string = (length: Length = {}): Shape => ({ kind: "string", ...length });
/** A calendar day as `YYYY-MM-DD`. */
export const date = (): Shape => ({ kind: "string", format: "date" });
/** An ISO 3166-1 alpha-2 country code. */
export const country = (): Shape => ({ kind: "string", format: "country" });
/** The bytes of a part of a multipart form. */
export const binary = (): Shape => ({ kind: "string", format: "binary" });

export const int32 = (range: Range = {}): Shape => ({ kind: "number", format: "int32", ...range });
export const int64 = (range: Range = {}): Shape => ({ kind: "number", format: "int64", ...range });
export const float = (range: Range = {}): Shape => ({ kind: "number", format: "float", ...range });
export const double = (range: Range = {}): Shape => ({ kind: "number", format: "double", ...range });

export const boolean = (): Shape => ({ kind: "boolean" });
/** Any JSON value. */
export const any = (): Shape => ({ kind: "any" });
/** Exactly this string: what tells the members of a union apart. */
export const literal = (value: string): Shape => ({ kind: "literal", value });
/** A string for which the API documents values but promises no closed set: completes as these, takes any. */
export const known = (...values: string[]): Shape => ({ kind: "known", values });
/** A closed set in the API's own file: closed in requests, open in responses, because sets grow. */
export const oneOf = (...values: string[]): Shape => ({ kind: "enum", values });
export const array = (items: Shape, count: Count = {}): Shape => ({ kind: "array", items, ...count });
export const record = (values: Shape): Shape => ({ kind: "record", values });
export const nullable = (of: Shape): Shape => ({ kind: "nullable", of });
export const union = (...of: Shape[]): Shape => ({ kind: "union", of });
/** One object that has the fields of all of these. */
export const merge = (...of: Shape[]): Shape => ({ kind: "merge", of });
export const ref = (name: string): Shape => ({ kind: "ref", name });
/** A schema of responses that a request carries back unchanged: unknown fields in it are kept there too. */
export const replayed = (name: string): Shape => ({ kind: "ref", name, replayed: true });

export const required = (shape: Shape, doc: string, facts: FieldFacts = {}): Field => ({
  shape,
  required: true,
  doc,
  ...facts,
});
export const optional = (shape: Shape, doc: string, facts: FieldFacts = {}): Field => ({
  shape,
  required: false,
  doc,
  ...facts,
});

/** An object written in place, without a name of its own. */
export const fields = (all: Record<string, Field>): ObjectShape => ({ kind: "object", fields: all });
/** A named object. */
export const object = (doc: string, all: Record<string, Field>, facts: DefinitionFacts = {}): Definition => ({
  doc,
  shape: fields(all),
  ...facts,
});
/** A named schema that is not an object. */
export const named = (doc: string, shape: Shape, facts: DefinitionFacts = {}): Definition => ({
  doc,
  shape,
  ...facts,
});
