import { cutAt, cutAtRandom, cutEverywhere, lineEnds } from "@xai-edge/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSseDecoder, type SseDecoderOptions } from "./sse-decoder.ts";

interface SseEvent {
  data: string;
  event: string;
  id: string;
}

interface Decoded {
  events: SseEvent[];
  lastEventId: string;
  retryMs: number | undefined;
}

const encoder = new TextEncoder();

function decodePieces(pieces: readonly Uint8Array[], options?: SseDecoderOptions): Decoded {
  const events: SseEvent[] = [];
  const decoder = createSseDecoder((data, event, id) => events.push({ data, event, id }), options);
  for (const piece of pieces) decoder.push(piece);
  return { events, lastEventId: decoder.lastEventId, retryMs: decoder.retryMs };
}

function decode(text: string): Decoded {
  return decodePieces([encoder.encode(text)]);
}

function dataOf(text: string): string[] {
  return decode(text).events.map(({ data }) => data);
}

/** The rules once more, the slow and obvious way: the whole text at once, cut into lines by a pattern. */
function decodeNaively(text: string): Decoded {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const decoded: Decoded = { events: [], lastEventId: "", retryMs: undefined };
  let block: string[] = [];
  let id = "";
  // What follows the last line end is not a line.
  for (const line of lines.slice(0, -1)) {
    if (line !== "") {
      block.push(line);
      continue;
    }
    const data: string[] = [];
    let event = "";
    for (const [, name = "", value = ""] of block.map(
      (field) => /^([^:]*)(?::[ ]?([^]*))?$/.exec(field) ?? [],
    )) {
      if (name === "data") data.push(value);
      if (name === "event") event = value;
      if (name === "id" && !value.includes("\0")) id = value;
    }
    block = [];
    decoded.lastEventId = id;
    if (data.length > 0) decoded.events.push({ data: data.join("\n"), event: event || "message", id });
  }
  for (const line of lines.slice(0, -1)) {
    const digits = /^retry: ?([0-9]+)$/.exec(line)?.[1];
    if (digits !== undefined) decoded.retryMs = Number(digits);
  }
  return decoded;
}

describe("SseDecoder", () => {
  it.each(lineEnds)("takes lines that end with %s", (_, end) => {
    expect(dataOf(["data: one", "", "data: two", "", ""].join(end))).toEqual(["one", "two"]);
  });

  it("takes line ends of all three kinds in one stream", () => {
    expect(dataOf("data: 1\r\ndata: 2\rdata: 3\n\rdata: 4\n\r\ndata: 5\r\r\ndata: 6\r\n\n")).toEqual([
      "1\n2\n3",
      "4",
      "5",
      "6",
    ]);
  });

  it("takes a CRLF that is cut in half as one line end", () => {
    const bytes = encoder.encode("data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n");
    for (let at = 1; at < bytes.length; at += 1) {
      expect(decodePieces(cutAt(bytes, [at])).events.map(({ data }) => data)).toEqual(["a\nb", "c"]);
    }
    const apart = ["data: a\r", "", "\n", "\r", "", "\n", "data: b\r", "\n\r", "\n"];
    expect(decodePieces(apart.map((text) => encoder.encode(text))).events.map(({ data }) => data)).toEqual([
      "a",
      "b",
    ]);
  });

  it("dispatches an event at the CR of its blank line, without waiting for an LF", () => {
    expect(dataOf("data: now\r\r")).toEqual(["now"]);
    expect(dataOf("data: now\r\n\r")).toEqual(["now"]);
  });

  it("drops one byte order mark at the start and no other", () => {
    expect(dataOf("\uFEFFdata: a\n\n")).toEqual(["a"]);
    expect(dataOf("\uFEFF\uFEFFdata: a\n\ndata: b\n\n")).toEqual(["b"]);
    expect(dataOf("data: a\n\n\uFEFFdata: b\n\ndata: \uFEFFc\n\n")).toEqual(["a", "\uFEFFc"]);
    expect(decodePieces(cutEverywhere(encoder.encode("\uFEFFdata: a\n\n"))).events).toHaveLength(1);
  });

  it("skips comments", () => {
    expect(dataOf(": keep-alive\n\n:\n\ndata: a\n:data: no\n: data: no\ndata: b\n\n")).toEqual(["a\nb"]);
  });

  it("joins data over several lines with line feeds", () => {
    expect(dataOf("data: a\ndata:\ndata: b\ndata\n\n")).toEqual(["a\n\nb\n"]);
  });

  it("dispatches empty data, with or without a colon", () => {
    expect(dataOf("data\n\ndata:\n\ndata: \n\ndata\ndata\n\n")).toEqual(["", "", "", "\n"]);
  });

  it("dispatches nothing without a data line", () => {
    expect(decode("event: ping\n\nid: 7\n\nretry: 5\n\n\n\n").events).toEqual([]);
  });

  it("drops one space after the colon and no more", () => {
    expect(dataOf("data:a\n\ndata: a\n\ndata:  a \n\ndata:\ta\n\ndata::a\n\n")).toEqual([
      "a",
      "a",
      " a ",
      "\ta",
      ":a",
    ]);
  });

  it("names an event for itself only, by the last name given", () => {
    expect(decode("event: no\nevent: yes\ndata: a\n\ndata: b\n\nevent\ndata: c\n\n").events).toMatchObject([
      { data: "a", event: "yes" },
      { data: "b", event: "message" },
      { data: "c", event: "message" },
    ]);
    expect(decode("event: lost\n\ndata: a\n\n").events).toMatchObject([{ event: "message" }]);
  });

  it("keeps an id for the events that follow, until another or an empty one", () => {
    expect(
      decode("data: a\n\nid: 1\ndata: b\n\ndata: c\n\nid\ndata: d\n\n").events.map(({ id }) => id),
    ).toEqual(["", "1", "1", ""]);
    expect(decode("id: 8\n\ndata: a\n\n")).toMatchObject({ events: [{ id: "8" }], lastEventId: "8" });
  });

  it("ignores an id with a NULL", () => {
    expect(decode("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n").events.map(({ id }) => id)).toEqual(["1", "1"]);
  });

  it("does not take the id of an event that never came whole for the last one", () => {
    expect(decode("id: 1\ndata: a\n\nid: 2\ndata: b\n").lastEventId).toBe("1");
  });

  it("takes a reconnection time of ASCII digits only", () => {
    expect(decode("retry: 1500\n\n").retryMs).toBe(1500);
    expect(decode("retry: 0\n").retryMs).toBe(0);
    for (const value of ["", "-1", "1.5", "1e3", "5s", " 5", "٣"]) {
      expect(decode(`retry: 10\n\nretry: ${value}\n\n`).retryMs).toBe(10);
    }
  });

  it("ignores fields that it does not know, and knows fields in lower case only", () => {
    expect(dataOf("Data: a\n data: b\ndatas: c\ndat: d\nfoo: e\nfoo\ndata : f\ndata: g\n\n")).toEqual(["g"]);
  });

  it("takes characters that are cut anywhere", () => {
    const text = "data: aé–🙂👩‍🚀\u2028\u2029\x85\v\f\n\n";
    const bytes = encoder.encode(text);
    const expected = ["aé–🙂👩‍🚀\u2028\u2029\x85\v\f"];
    for (let at = 1; at < bytes.length; at += 1) {
      expect(decodePieces(cutAt(bytes, [at])).events.map(({ data }) => data)).toEqual(expected);
    }
    expect(decodePieces(cutEverywhere(bytes)).events.map(({ data }) => data)).toEqual(expected);
  });

  it("takes empty chunks within a character and within a CRLF", () => {
    const bytes = encoder.encode("data: é🙂\r\ndata: b\r\n\r\n");
    const pieces = cutEverywhere(bytes).flatMap((piece) => [piece, new Uint8Array()]);
    expect(decodePieces(pieces).events.map(({ data }) => data)).toEqual(["é🙂\nb"]);
  });

  it("replaces bytes that are not UTF-8", () => {
    const bytes = Uint8Array.of(...encoder.encode("data: a"), 0xff, 0xc3, ...encoder.encode("b\n\n"));
    expect(decodePieces([bytes]).events.map(({ data }) => data)).toEqual(["a\uFFFD\uFFFDb"]);
  });

  it("does not dispatch what is incomplete when the bytes end", () => {
    expect(dataOf("data: a\n\ndata: b")).toEqual(["a"]);
    expect(dataOf("data: a\n\ndata: b\n")).toEqual(["a"]);
    expect(dataOf("")).toEqual([]);
  });

  it("takes an event of 4 MB in pieces of 16 KiB", () => {
    const data = "0123456789abcde🙂".repeat(220_000);
    const bytes = encoder.encode(`data: ${data}\n\ndata: next\n\n`);
    const edges = Array.from(
      { length: Math.floor(bytes.length / 16_384) },
      (_, index) => (index + 1) * 16_384,
    );
    const { events } = decodePieces(cutAt(bytes, edges));
    expect(bytes.length).toBeGreaterThan(4_000_000);
    expect(events.map((event) => event.data.length)).toEqual([data.length, 4]);
    expect(events[0]?.data === data).toBe(true);
  });

  it("takes an event of 100,000 lines", () => {
    const { events } = decode(`${"data: x\n".repeat(100_000)}\n`);
    expect(events.map((event) => event.data.length)).toEqual([199_999]);
  });

  describe("with maxEventChars", () => {
    function lengths(text: string, maxEventChars: number, pieces: number): number[] | string {
      try {
        const { events } = decodePieces(cutAtRandom(encoder.encode(text), 3, pieces), { maxEventChars });
        return events.map(({ data }) => data.length);
      } catch (error) {
        return error instanceof RangeError ? error.message : String(error);
      }
    }

    it.each([1, 7, 40])("takes events up to that length and no longer, in %i pieces", (pieces) => {
      const fits = `data: ${"a".repeat(100)}\n\n`;
      expect(lengths(fits.repeat(5), 106, pieces)).toEqual([100, 100, 100, 100, 100]);
      expect(lengths(`${fits}data: ${"b".repeat(200)}\n\n`, 106, pieces)).toMatch("maxEventChars (106)");
      expect(lengths(`${fits}${`data: ${"c".repeat(49)}\n`.repeat(4)}\n`, 106, pieces)).toMatch(
        "maxEventChars",
      );
    });

    it("stops at an endless line without waiting for its end", () => {
      const decoder = createSseDecoder(() => {}, { maxEventChars: 1000 });
      const piece = encoder.encode("x".repeat(600));
      decoder.push(piece);
      expect(() => decoder.push(piece)).toThrow(RangeError);
    });

    it("stops at endless data lines without waiting for their blank line", () => {
      const decoder = createSseDecoder(() => {}, { maxEventChars: 1000 });
      const piece = encoder.encode(`data: ${"x".repeat(600)}\n`);
      decoder.push(piece);
      expect(() => decoder.push(piece)).toThrow(RangeError);
    });

    it("dispatches first what came before the event that is too long", () => {
      const seen: string[] = [];
      const decoder = createSseDecoder((data) => seen.push(data), { maxEventChars: 10 });
      const bytes = encoder.encode(`data: a\n\ndata: ${"b".repeat(20)}\n\n`);
      expect(() => decoder.push(bytes)).toThrow(RangeError);
      expect(seen).toEqual(["a"]);
    });
  });

  describe("for any stream", () => {
    const lineEnd = fc.constantFrom("\n", "\r", "\r\n");
    const value = fc.string({
      unit: fc.constantFrom(
        "a",
        " ",
        ":",
        "{",
        "\t",
        "\0",
        "é",
        "–",
        "🙂",
        "\uFEFF",
        "\u2028",
        "data: ",
        "5",
      ),
      maxLength: 12,
    });
    const cuts = fc.array(fc.nat(), { maxLength: 12 });

    function piecesOf(bytes: Uint8Array, places: number[]): Uint8Array[] {
      return cutAt(
        bytes,
        places.map((place) => place % (bytes.length + 1)),
      );
    }

    it("exactly the events that were written come out, in order, however they are written and cut", () => {
      const written = fc.record({
        data: fc.array(value, { minLength: 1, maxLength: 4 }),
        event: fc.option(value, { nil: undefined }),
        id: fc.option(
          value.map((text) => text.replaceAll("\0", "")),
          { nil: undefined },
        ),
        comment: fc.option(value, { nil: undefined }),
        colon: fc.constantFrom(": ", ":"),
        ends: fc.infiniteStream(lineEnd),
        blankLines: fc.integer({ min: 1, max: 3 }),
        idFirst: fc.boolean(),
      });
      fc.assert(
        fc.property(fc.array(written, { maxLength: 8 }), fc.boolean(), cuts, (blocks, mark, places) => {
          let text = mark ? "\uFEFF" : "";
          let lastId = "";
          const expected: SseEvent[] = [];
          for (const { data, event, id, comment, colon, ends, blankLines, idFirst } of blocks) {
            const own = (part: string | undefined): boolean => part !== undefined && !part.startsWith(" ");
            // Without the space, a value's own first space would be taken for it.
            const between = [...data, event, id].every((part) => part === undefined || own(part))
              ? colon
              : ": ";
            const lines = data.map((part) => `data${between}${part}`);
            if (event !== undefined) lines.splice(lines.length >> 1, 0, `event${between}${event}`);
            if (comment !== undefined) lines.unshift(`:${comment}`);
            if (id !== undefined) lines.splice(idFirst ? 0 : lines.length, 0, `id${between}${id}`);
            for (const line of lines) text += line + ends.next().value;
            // A bare LF after a bare CR would be one line end of both.
            let blank = text.endsWith("\r") ? "\r" : (ends.next().value ?? "\n");
            if (blank === "\r" && text.endsWith("\r")) blank = "\r\n";
            text += blank.repeat(blankLines);
            lastId = id ?? lastId;
            expected.push({ data: data.join("\n"), event: event || "message", id: lastId });
          }
          const bytes = encoder.encode(text);
          expect(decodePieces(piecesOf(bytes, places)).events).toEqual(expected);
          expect(decodePieces(cutEverywhere(bytes)).events).toEqual(expected);
        }),
        { numRuns: 150, seed: 1 },
      );
    });

    it("what comes out is what a decoder says that reads the whole text at once", () => {
      const line = fc.oneof(
        fc.constantFrom("", "", "data", "data:", "id", "event", ":", "retry: 12", "retry: x", "\uFEFF"),
        fc
          .tuple(fc.constantFrom("data", "data", "event", "id", "retry", "dat", "datax", ""), value)
          .map(([name, text]) => `${name}:${text}`),
        value,
      );
      fc.assert(
        fc.property(
          fc.array(fc.tuple(line, lineEnd), { maxLength: 30 }),
          fc.constantFrom("", "\uFEFF"),
          value,
          cuts,
          (lines, mark, rest, places) => {
            const text = mark + lines.map((parts) => parts.join("")).join("") + rest;
            const bytes = encoder.encode(text);
            const expected = decodeNaively(text);
            expect(decodePieces([bytes])).toEqual(expected);
            expect(decodePieces(piecesOf(bytes, places))).toEqual(expected);
            expect(decodePieces(cutEverywhere(bytes))).toEqual(expected);
          },
        ),
        { numRuns: 300, seed: 1 },
      );
    });
  });
});
