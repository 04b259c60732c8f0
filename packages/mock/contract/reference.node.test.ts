import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { exceptions } from "./exceptions.ts";
import { observe } from "./observe.ts";
import { readAnswered, readSent, schemaOfAnswer } from "./read-exchange.ts";
import { operationOf, samples, type NamedSample } from "./samples.ts";

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface Reference {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** xAI's OpenAPI file, which may lie next to the checkout; it is not ours to carry. */
const file = fileURLToPath(new URL("../../../../shared/spec/xai-openapi.json", import.meta.url));
const noReference = "There is no ../shared/spec/xai-openapi.json next to the checkout.";
const reference = readReference();
const validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
if (reference !== undefined) validator.addSchema(reference, "reference");

const inReference = samples.filter((sample) => descriptionOf(sample) !== undefined);

describe("the reference", () => {
  it("has no operation that no sample calls", ({ skip }) => {
    if (reference === undefined) return skip(noReference);
    const called = new Set(inReference.map(operationOf).map(({ method, path }) => `${method} ${path}`));
    const described = Object.entries(reference.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.filter((one) => !called.has(one))).toEqual([]);
  });

  it("is wrong wherever an exception is made for it", async ({ skip }) => {
    if (reference === undefined) return skip(noReference);
    const made = exceptions.flatMap(({ operations, at }) => operations.map((one) => `${one} ${at}`));
    const found = new Set<string>();
    for (const sample of inReference.filter((one) =>
      made.some((line) => line.startsWith(`${one.operation} `)),
    )) {
      const all = [...(await complaintsOfSent(sample)), ...(await complaintsOfAnswers(sample))];
      for (const { at } of all) found.add(`${sample.operation} ${at}`);
    }
    expect(made.filter((one) => !found.has(one))).toEqual([]);
  });
});

describe.each(inReference.map((sample) => [sample.title, sample] as const))("%s", (_, sample) => {
  it("sends what the reference describes", async () => {
    expect(unexpected(sample, await complaintsOfSent(sample))).toEqual([]);
  });

  it("is answered as the reference describes", async () => {
    expect(unexpected(sample, await complaintsOfAnswers(sample))).toEqual([]);
  });
});

interface Complaint {
  /** Names of the fields that lead there, without positions in lists. */
  readonly at: string;
  readonly what: string;
}

function unexpected({ operation }: NamedSample, all: readonly Complaint[]): Complaint[] {
  const excepted = exceptions.filter(({ operations }) => operations.includes(operation));
  return all.filter(({ at }) => !excepted.some((one) => one.at === at));
}

async function complaintsOfSent(sample: NamedSample): Promise<Complaint[]> {
  const operation = operationOf(sample);
  const described = descriptionOf(sample);
  const [type] = Object.keys(described?.requestBody?.content ?? {});
  const all: Complaint[] = [];
  for (const exchange of (await observe(sample)).exchanges) {
    const { query, body } = await readSent(exchange, operation);
    for (const [name, value] of Object.entries(query)) {
      const index = described?.parameters?.findIndex((one) => one.in === "query" && one.name === name) ?? -1;
      if (index < 0) all.push({ at: name, what: "is no parameter of the query" });
      else all.push(...complaints([...placeOf(sample), "parameters", String(index), "schema"], value));
    }
    if ((type === undefined) !== (body === undefined)) {
      all.push({ at: "", what: `has ${body === undefined ? "no body" : "a body"}` });
    } else if (type !== undefined) {
      // The file calls the bytes of a file a string.
      const json: unknown = JSON.parse(
        JSON.stringify(body, (_name, value: unknown) => (value instanceof Blob ? "" : value)),
      );
      all.push(...complaints([...placeOf(sample), "requestBody", "content", type, "schema"], json, true));
    }
  }
  return all;
}

async function complaintsOfAnswers(sample: NamedSample): Promise<Complaint[]> {
  const { answer = "response" } = sample;
  const name = schemaOfAnswer(operationOf(sample), answer) ?? "";
  const whole = [...placeOf(sample), "responses", "200", "content", "application/json", "schema"];
  // The file has no place for answers of other kinds, but schemas for some of them.
  const place = answer === "response" ? whole : ["components", "schemas", name];
  if (name === "" || (answer !== "response" && reference?.components.schemas[name] === undefined)) return [];
  const { exchanges } = await observe(sample);
  return exchanges.flatMap((exchange) =>
    readAnswered(exchange, answer).flatMap((value) => complaints(place, value)),
  );
}

function descriptionOf(sample: NamedSample): Described | undefined {
  const { method, path } = operationOf(sample);
  return reference?.paths[path]?.[method.toLowerCase()];
}

function placeOf(sample: NamedSample): string[] {
  const { method, path } = operationOf(sample);
  return ["paths", path, method.toLowerCase()];
}

/** What is wrong with a value by the schema at a place of the file; when `closed`, also fields that it does not name. */
function complaints(place: readonly string[], value: unknown, closed = false): Complaint[] {
  const parts = place.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")));
  const schema = {
    $ref: `reference#/${parts.join("/")}`,
    ...(closed ? { unevaluatedProperties: false } : {}),
  };
  const validate = validator.compile(schema);
  return validate(value) ? [] : (validate.errors ?? []).map(toComplaint);
}

function toComplaint({ instancePath, message = "", params }: ErrorObject): Complaint {
  const missing: unknown = params["missingProperty"];
  const names = [...instancePath.split("/"), ...(typeof missing === "string" ? [missing] : [])];
  const at = names.filter((name) => name !== "" && !/^\d+$/.test(name)).join(".");
  return { at, what: `${message} ${JSON.stringify(params)}` };
}

function readReference(): Reference | undefined {
  if (!existsSync(file)) return undefined;
  // Members of its unions overlap, so that exactly one of them cannot be asked for.
  return JSON.parse(readFileSync(file, "utf8").replaceAll('"oneOf":', '"anyOf":'));
}
