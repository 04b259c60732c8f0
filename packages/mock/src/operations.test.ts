import * as schemas from "@xai-edge/schema";
import { operations, type Operation } from "@xai-edge/schema/operations";
import { describe, expect, it } from "vitest";
import { readEvents } from "../testing/ask.ts";
import { samples, toRequest, type Sample } from "../testing/samples.ts";
import { createMockXai, type MockXai, type MockXaiOptions } from "./index.ts";

interface Schema {
  safeParse(value: unknown): { error?: unknown };
}

function schemaOf(name: string): Schema {
  const schema: Schema | undefined = Object.entries(schemas).find(([key]) => key === name)?.[1];
  if (schema === undefined) throw new Error(`Expected a schema ${name}`);
  return schema;
}

async function prepare(
  operation: Operation,
  options: MockXaiOptions = {},
): Promise<{ mock: MockXai; sample: Sample }> {
  const mock = createMockXai({ pendingLooks: 0, ...options });
  const sample = await samples[operation.id]?.(mock);
  if (sample === undefined) throw new Error(`Expected a sample request to ${operation.id}`);
  return { mock, sample };
}

async function answerTo(
  operation: Operation,
  options?: MockXaiOptions,
  more: object = {},
): Promise<Response> {
  const { mock, sample } = await prepare(operation, options);
  const json = operation.request && "json" in operation.request ? { ...sample.json, ...more } : undefined;
  return mock.fetch(toRequest(operation, { ...sample, ...(json ? { json } : {}) }));
}

/** What is wrong with an answer, if anything is. */
async function complaint(response: Response, { response: expected }: Operation): Promise<unknown> {
  if ("bytes" in expected) {
    return (await response.arrayBuffer()).byteLength === 0 ? "no bytes" : undefined;
  }
  const text = await response.text();
  if ("empty" in expected) return text === "" ? undefined : text;
  if (response.headers.get("content-type") !== "application/json") return text;
  return schemaOf(expected.json).safeParse(JSON.parse(text)).error;
}

describe.each(operations.map((operation) => [operation.id, operation] as const))("%s", (_, operation) => {
  it("is answered as the ledger says", async () => {
    const { mock, sample } = await prepare(operation);
    const response = await mock.fetch(toRequest(operation, sample));
    expect([response.status, await complaint(response, operation)]).toEqual([200, undefined]);
    expect(mock.requests.at(-1)).toMatchObject({ operation: operation.id, status: 200, finished: true });
  });

  it("is answered with the same bytes under the same seed", async () => {
    const [one, same] = await Promise.all(
      [1, 1].map(
        async () => new Uint8Array(await (await answerTo(operation, { now: () => 0 })).arrayBuffer()),
      ),
    );
    expect(one).toEqual(same);
  });

  it("goes wrong when it is told to", async () => {
    const { mock, sample } = await prepare(operation);
    mock.failNext({ status: 503 });
    expect((await mock.fetch(toRequest(operation, sample))).status).toBe(503);
    expect(mock.requests.at(-1)).toMatchObject({ status: 503 });
  });

  it("asks for the key", async () => {
    const mock = createMockXai({ apiKey: "right" });
    expect((await mock.fetch(toRequest(operation, {}))).status).toBe(401);
  });
});

describe.each(operations.filter(({ path }) => path.includes("{")).map((one) => [one.id, one] as const))(
  "%s",
  (_, operation) => {
    it("answers 404 for an id that nothing has", async () => {
      const mock = createMockXai();
      const { json } = (await prepare(operation)).sample;
      const response = await mock.fetch(toRequest(operation, json === undefined ? {} : { json }));
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({
        code: "Some requested entity was not found",
        error: expect.stringContaining("missing"),
      });
    });
  },
);

describe.each(operations.filter(({ stream }) => stream !== undefined).map((one) => [one.id, one] as const))(
  "%s as a stream",
  (_, operation) => {
    it("has the events of the ledger and the end of the wire", async () => {
      const response = await answerTo(operation, {}, { stream: true });
      expect(response.headers.get("content-type")).toBe("text/event-stream");
      const events = readEvents(await response.text());
      expect(events.length).toBeGreaterThan(2);
      expect(events.pop()).toBe("[DONE]");
      for (const event of events) {
        expect(schemaOf(operation.stream ?? "").safeParse(event).error).toBeUndefined();
      }
    });

    it("breaks off with an error when it is told to", async () => {
      const events = readEvents(
        await (
          await answerTo(operation, { faults: () => ({ errorEventAfter: 2 }) }, { stream: true })
        ).text(),
      );
      expect(events).toHaveLength(3);
      expect(events.at(-1)).toMatchObject({ type: "error" });
    });
  },
);

describe.each(
  operations.filter(({ deferred }) => deferred !== undefined).map((one) => [one.id, one] as const),
)("%s when it is deferred", (_, operation) => {
  it("answers with a receipt", async () => {
    const body: unknown = await (await answerTo(operation, {}, { deferred: true })).json();
    expect(schemaOf(operation.deferred ?? "").safeParse(body).error).toBeUndefined();
  });
});

describe.each(
  operations.filter(({ timestamps }) => timestamps !== undefined).map((one) => [one.id, one] as const),
)("%s with timestamps", (_, operation) => {
  it("answers in JSON", async () => {
    const body: unknown = await (await answerTo(operation, {}, { with_timestamps: true })).json();
    expect(schemaOf(operation.timestamps ?? "").safeParse(body).error).toBeUndefined();
  });
});

describe.each(operations.filter(({ pending }) => pending !== undefined).map((one) => [one.id, one] as const))(
  "%s before the result is there",
  (_, operation) => {
    it("answers 202 without a body", async () => {
      const response = await answerTo(operation, { pendingLooks: 1 });
      expect([response.status, await response.text()]).toEqual([202, ""]);
    });
  },
);
