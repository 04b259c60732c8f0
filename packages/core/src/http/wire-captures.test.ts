import {
  cutAt,
  cutAtRandom,
  cutEverywhere,
  lineEnds,
  seededRandom,
  streamBytes,
  type WireCapture,
  writeSse,
} from "@xai-edge/testing";
import { describe, expect, inject, it } from "vitest";
import { createXai, type XaiStream } from "../index.ts";
import { saysFailure } from "./api-error.ts";

type Pieces = readonly Uint8Array<ArrayBuffer>[];

const recorded = inject("wireCaptures").filter(({ name }) =>
  /^(chat|responses)\..*\.stream\.jsonl$/.test(name),
);
const captures = recorded.filter((capture) => failureIn(capture) === -1);
const failures = recorded.filter((capture) => failureIn(capture) !== -1);

/** Where a capture says that the call failed. */
function failureIn(capture: WireCapture): number {
  return payloadsOf(capture).findIndex((payload) => saysFailure(JSON.parse(payload)));
}

/** The events of a capture as JSON, one a line: quick to compare. They also land in `events`, for a stream that fails. */
async function eventsOf(name: string, pieces: Pieces, events: string[] = []): Promise<string> {
  const xai = createXai({
    baseURL: "http://stub.test/v1",
    fetch: async () =>
      new Response(streamBytes(pieces), { headers: { "content-type": "text/event-stream" } }),
  });
  const stream: XaiStream<object> = name.startsWith("chat.")
    ? await xai.chat.completions.create({
        model: "m",
        messages: [{ role: "user", content: "hi" }],
        stream: true,
      })
    : await xai.responses.create({ model: "m", input: "hi", stream: true });
  for await (const event of stream) events.push(JSON.stringify(event));
  return events.join("\n");
}

function payloadsOf({ text }: WireCapture): string[] {
  return text.split("\n").filter((line) => line !== "" && line !== "[DONE]");
}

describe.skipIf(recorded.length === 0)("a captured stream", () => {
  const cases = captures.flatMap((capture) =>
    lineEnds.map(([lineEndName, lineEnd]) => ({ capture, name: capture.name, lineEndName, lineEnd })),
  );

  describe.each(cases)("$name with $lineEndName", ({ capture, name, lineEnd }) => {
    const payloads = payloadsOf(capture);
    const expected = payloads.map((payload) => JSON.stringify(JSON.parse(payload))).join("\n");
    const bytes = writeSse([...payloads, "[DONE]"], lineEnd);

    it("gives its events in one piece", async () => {
      expect(await eventsOf(name, [bytes])).toBe(expected);
    });

    it("gives the same events byte by byte", async () => {
      expect(await eventsOf(name, cutEverywhere(bytes))).toBe(expected);
    });

    it("gives the same events cut in two anywhere", async () => {
      // Every place of a short one; of a long one those around its first event and some of the others.
      const random = seededRandom(bytes.length);
      const places =
        bytes.length < 5_000
          ? Array.from(bytes, (_, place) => place)
          : Array.from({ length: 40 }, () => Math.floor(random() * bytes.length));
      for (const place of places)
        expect(await eventsOf(name, cutAt(bytes, [place])), `at ${place}`).toBe(expected);
    });

    it.each([1, 2, 3, 4, 5, 6])("gives the same events in random pieces, seed %i", async (seed) => {
      const pieces = seed * seed * seed * 12;
      expect(await eventsOf(name, cutAtRandom(bytes, seed, pieces))).toBe(expected);
    });

    it("gives the same events among comments, event names and an event that nobody knows", async () => {
      const end = lineEnd + lineEnd;
      const news = '{"type":"response.news.of.tomorrow","sequence_number":9,"deep":[{"a":null}]}';
      const [first = "", ...others] = payloads;
      const text = [`: keep-alive${end}`, `event: x${lineEnd}data:${first}${end}`, `data: ${news}${end}`]
        .concat(others.map((payload) => `id: 1${lineEnd}retry: 5${lineEnd}data: ${payload}${end}:${end}`))
        .concat(`data: [DONE]${end}`)
        .join("");
      const [expectedFirst = "", ...expectedOthers] = expected.split("\n");
      const pieces = cutAtRandom(new TextEncoder().encode(`\uFEFF${text}`), 7, 100);
      expect(await eventsOf(name, pieces)).toBe([expectedFirst, news, ...expectedOthers].join("\n"));
    });
  });

  it.each(captures.filter(({ name }) => name.startsWith("responses.")))(
    "of a response ends at its last event, without [DONE]: $name",
    async (capture) => {
      const payloads = payloadsOf(capture);
      expect((await eventsOf(capture.name, [writeSse(payloads)])).split("\n")).toHaveLength(payloads.length);
    },
  );

  it.each(captures)("that loses its end throws after its events: $name", async (capture) => {
    const payloads = payloadsOf(capture).slice(0, -1);
    await expect(eventsOf(capture.name, [writeSse(payloads)])).rejects.toMatchObject({
      kind: "protocol",
      code: "truncated_stream",
    });
  });

  it.each(failures)("that says that the call failed throws after its events: $name", async (capture) => {
    const payloads = payloadsOf(capture);
    for (const pieces of [[writeSse(payloads)], cutEverywhere(writeSse(payloads))]) {
      const events: string[] = [];
      await expect(eventsOf(capture.name, pieces, events)).rejects.toMatchObject({ kind: "api" });
      expect(events).toEqual(
        payloads.slice(0, failureIn(capture)).map((payload) => JSON.stringify(JSON.parse(payload))),
      );
    }
  });
});
