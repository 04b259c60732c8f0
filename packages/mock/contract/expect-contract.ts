import * as schemas from "@xai-edge/schema";
import type { Operation } from "@xai-edge/schema/operations";
import { expect } from "vitest";
import type { Exchange } from "./observe.ts";
import { readAnswered, schemaOfAnswer, type SentFacts } from "./read-exchange.ts";
import type { AnswerKind, SentPart } from "./sample.ts";
import type { NamedSample } from "./samples.ts";

const byName = new Map<string, { safeParse(value: unknown): unknown }>(Object.entries(schemas));

/** The method of the ledger, and its path with the ids that were given. */
export function expectAddress(
  { method, url }: Request,
  operation: Operation,
  args: readonly unknown[],
): void {
  const { origin, pathname } = new URL(url);
  const ids = args.filter((arg) => typeof arg === "string");
  const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(ids.shift() ?? "(no id)"));
  expect([method, origin + pathname]).toEqual([operation.method, `https://api.x.ai${path}`]);
  expect(ids).toEqual([]);
}

/** The headers that the API reads, and no others. */
export function expectHeaders(
  { headers }: Request,
  { request, response }: Operation,
  answer: AnswerKind,
): void {
  const accept =
    answer === "stream" ? "text/event-stream" : "bytes" in response && answer === "response" ? "*/*" : json;
  expect(Object.fromEntries(headers)).toEqual({
    accept,
    authorization: "Bearer contract",
    ...(request === undefined
      ? {}
      : {
          "content-type":
            "json" in request ? json : expect.stringMatching(/^multipart\/form-data; boundary=/),
        }),
  });
}

/** Query and body by their schemas, and the part of a form that has to be the last one. */
export function expectFields({ query, body, parts }: SentFacts, operation: Operation): void {
  const { request } = operation;
  if (operation.query === undefined) expect(query).toEqual({});
  else expectToFit(sentForm(operation.query), query);
  if (request === undefined) expect(body).toBeUndefined();
  else expectToFit(sentForm("json" in request ? request.json : request.multipart), body);
  if (request !== undefined && "multipart" in request && request.last !== undefined) {
    const names = parts.map(([name]) => name);
    if (names.includes(request.last)) expect(names.indexOf(request.last)).toBe(names.length - 1);
  }
}

/** That a request says what the method was given, field by field. */
export function expectGiven(
  { query, body, parts }: SentFacts,
  { sends }: NamedSample,
  args: readonly unknown[],
  { request }: Operation,
): void {
  if (request !== undefined && "multipart" in request) {
    const shown = parts.map(([name, value]): SentPart => [
      name,
      typeof value === "string" ? value : { filename: value.name },
    ]);
    expect(shown).toEqual(sends);
  } else {
    const given = sends ?? args.find((arg) => typeof arg === "object");
    expect(request === undefined ? query : body).toEqual(given ?? {});
  }
}

/** The status of the ledger, and a body by its schema. */
export function expectAnswer(exchange: Exchange, operation: Operation, answer: AnswerKind): void {
  const { response, answered } = exchange;
  const schema = schemaOfAnswer(operation, answer);
  if (response.status !== operation.pending) expect(response.status).toBe(200);
  else if (answered.length === 0) return;
  if (schema === undefined) return;
  expect(response.headers.get("content-type")).toBe(answer === "stream" ? "text/event-stream" : json);
  for (const value of readAnswered(exchange, answer)) expectToFit(schema, value);
}

const json = "application/json";

/** That a schema takes a value and keeps all of it. */
function expectToFit(name: string, value: unknown): void {
  const schema = byName.get(name);
  expect(schema, `a schema ${name}`).toBeDefined();
  expect(schema?.safeParse(value)).toEqual({ success: true, data: value });
}

/** Name of a schema in the form that holds for what is sent. */
function sentForm(name: string): string {
  return byName.has(`${name}Param`) ? `${name}Param` : name;
}
