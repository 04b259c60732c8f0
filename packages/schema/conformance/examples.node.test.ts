import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { operations } from "../spec/operations.ts";
import * as schemas from "../src/index.ts";
import { noReference, readReference } from "./reference.ts";

const reference = readReference();
const byName = new Map<string, z.ZodMiniType>(Object.entries(schemas));

/** Examples that are no bodies of their operation, each with the reason. */
const wrong: Readonly<Record<string, string>> = {
  "response of GET /v1/responses/{response_id}": "Its usage has the fields of a chat answer.",
};

interface Example {
  title: string;
  schema: string;
  value: unknown;
}

function examplesOf({ method, path, request, response }: (typeof operations)[number]): Example[] {
  const operation = reference?.paths[path]?.[method.toLowerCase()];
  const found: Example[] = [];
  const add = (title: string, schema: string, value: unknown): void => {
    if (value === undefined) return;
    // One example of the reference is JSON in a string.
    const body: unknown = typeof value === "string" ? JSON.parse(value) : value;
    found.push({ title: `${title} ${method} ${path}`, schema, value: body });
  };
  if (request !== undefined && "json" in request) {
    const sent = byName.has(`${request.json}Param`) ? `${request.json}Param` : request.json;
    add("request of", sent, operation?.requestBody?.content["application/json"]?.example);
  }
  if ("json" in response) {
    const answer = operation?.responses["200"]?.content?.["application/json"]?.example;
    add("response of", response.json, answer);
  }
  return found;
}

describe("the examples of the reference", () => {
  const examples = operations.flatMap(examplesOf);

  it("are there", ({ skip }) => {
    if (reference === undefined) return skip(noReference);
    expect(examples.length).toBeGreaterThan(40);
    expect(Object.keys(wrong).filter((title) => !examples.some((one) => one.title === title))).toEqual([]);
  });

  for (const { title, schema, value } of examples.filter((one) => !Object.hasOwn(wrong, one.title))) {
    it(`${title} parses and keeps all fields`, () => {
      expect(byName.get(schema)?.safeParse(value)).toEqual({ success: true, data: value });
    });
  }

  for (const { title, schema, value } of examples.filter((one) => Object.hasOwn(wrong, one.title))) {
    it(`${title} is wrong: ${wrong[title]}`, () => {
      expect(byName.get(schema)?.safeParse(value).success).toBe(false);
    });
  }
});
