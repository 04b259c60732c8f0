import { createXai } from "@xai-edge/core";
import { operations, type Operation } from "@xai-edge/schema/operations";
import { describe, expect, it } from "vitest";
import { expectAddress, expectAnswer, expectFields, expectGiven, expectHeaders } from "./expect-contract.ts";
import { methodAt, methodsOf, observe, type Observed, type Returned } from "./observe.ts";
import { readAnswered, readSent } from "./read-exchange.ts";
import { composed, type AnswerKind } from "./sample.ts";
import { operationOf, samples, type NamedSample } from "./samples.ts";

const xai = createXai({ baseURL: "http://localhost/v1" });

function kindsOf({ stream, deferred, timestamps, pending }: Operation): AnswerKind[] {
  const others = Object.entries({ stream, deferred, timestamps, pending } as const);
  return [
    "response",
    ...others.flatMap(([kind, value]) => (value === undefined ? [] : [kind as AnswerKind])),
  ];
}

describe("the contract", () => {
  it("has a method of the client for every operation of the ledger", () => {
    expect(operations.filter(({ id }) => methodAt(xai, id) === undefined).map(({ id }) => id)).toEqual([]);
  });

  it("has samples for every method of the client, and no others", () => {
    const there = new Set<string>([...samples.map(({ method }) => method), ...composed]);
    expect([...there].toSorted()).toEqual(methodsOf(xai).toSorted());
  });

  it("has a sample for every answer of every operation", () => {
    const wanted = operations.flatMap((one) => kindsOf(one).map((kind) => `${one.id}: ${kind}`));
    const there = samples.map(({ operation, answer = "response" }) => `${operation}: ${answer}`);
    expect([...new Set(there)].toSorted()).toEqual(wanted.toSorted());
  });
});

describe.each(samples.map((sample) => [sample.title, sample] as const))("%s", (_, sample) => {
  const operation = operationOf(sample);
  const { answer = "response" } = sample;
  let once: Promise<Observed> | undefined;
  const observed = (): Promise<Observed> => (once ??= observe(sample));

  it("sends what it is given, as the API describes it", async () => {
    const { args, exchanges } = await observed();
    for (const [index, exchange] of exchanges.entries()) {
      const sent = await readSent(exchange, operation);
      expectAddress(exchange.request, operation, args);
      expectHeaders(exchange.request, operation, answer);
      expectFields(sent, operation);
      // Those that come after it ask for another page, or look again.
      if (index === 0) expectGiven(sent, sample, args, operation);
    }
    expect(exchanges.length > 1).toBe(/\.wait$| page by page$/.test(sample.title));
  });

  it("is answered as the API describes it", async () => {
    const { exchanges } = await observed();
    for (const exchange of exchanges) expectAnswer(exchange, operation, answer);
    const isEmpty = exchanges.at(-1)?.answered.length === 0;
    expect(isEmpty).toBe(answer === "pending" || "empty" in operation.response);
  });

  it("returns the answer unchanged", async () => {
    expect((await observed()).returned).toEqual(toReturn(sample, operation, await observed()));
  });
});

/** What a method has to make of these answers; `kind` tells whether it is a list. */
function toReturn(
  { returns, answer = "response" }: NamedSample,
  operation: Operation,
  { args, exchanges, returned: { kind } }: Observed,
): Returned {
  const last = exchanges.at(-1);
  if (last === undefined) throw new Error("Nothing was sent");
  if (returns !== undefined) return { kind: "value", value: returns(...args) };
  if ("bytes" in operation.response && answer === "response") {
    const type = last.response.headers.get("content-type") ?? undefined;
    return { kind: "bytes", bytes: last.answered, type };
  }
  if (answer === "stream") return { kind: "events", events: readAnswered(last, answer) };
  if (kind !== "pages") return { kind: "value", value: readAnswered(last, answer)[0] };
  return { kind, pages: exchanges.flatMap((exchange) => readAnswered(exchange, answer)) };
}
