import { type Wire, XaiOptionsError, XaiProtocolError } from "@xai-edge/core";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { lengths, piecesOf } from "./fixtures/json-texts.ts";
import { pace } from "./pace.ts";
import { textOf } from "./text-of.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A source that gives each piece so many milliseconds after it was begun, and then ends. */
async function* timed(
  pieces: readonly [atMs: number, piece: string][],
  endMs: number,
): AsyncGenerator<string> {
  const begun = performance.now();
  const until = (atMs: number): Promise<unknown> =>
    new Promise((resolve) => setTimeout(resolve, atMs - (performance.now() - begun)));
  for (const [atMs, piece] of pieces) {
    await until(atMs);
    yield piece;
  }
  await until(endMs);
}

/** Reads a paced text to its end and notes when each piece came. */
async function clocked(source: AsyncIterable<string>): Promise<[atMs: number, piece: string][]> {
  const begun = performance.now();
  const pieces: [number, string][] = [];
  const reading = (async () => {
    for await (const piece of source) pieces.push([performance.now() - begun, piece]);
  })();
  await vi.runAllTimersAsync();
  await reading;
  return pieces;
}

/** Frames that come as soon as all that can happen before has happened. */
function atOnce(frame: () => void): () => void {
  let isDue = true;
  queueMicrotask(() => {
    if (isDue) frame();
  });
  return () => {
    isDue = false;
  };
}

const words = Array.from({ length: 100 }, (_, index) => `word${index} `).join("");

describe("pace", () => {
  it("gives a burst word by word, each with the spaces before it", async () => {
    const pieces = await clocked(pace(timed([[0, "The sky can't be  blue."]], 1000)));
    expect(pieces.map(([atMs, piece]) => [Math.round(atMs), piece])).toEqual([
      [0, "The"],
      [16, " sky"],
      [32, " can't"],
      [48, " be"],
      // A letter after the full stop would make one word of both.
      [1000, "  blue."],
    ]);
  });

  it("gives a burst grapheme by grapheme when asked to", async () => {
    const pieces = await clocked(pace(timed([[0, "né👩‍👩‍👧🇳🇴日!"]], 500), { by: "grapheme", frameMs: 10 }));
    expect(pieces.map(([, piece]) => piece)).toEqual(["n", "é", "👩‍👩‍👧", "🇳🇴", "日", "!"]);
    expect(pieces.map(([atMs]) => Math.round(atMs))).toEqual([0, 10, 20, 30, 40, 500]);
  });

  it("gives what comes slowly without delay, once the next word begins", async () => {
    const slow = ["One ", "two ", "three ", "four"].map((piece, index): [number, string] => [
      index * 100,
      piece,
    ]);
    const pieces = await clocked(pace(timed(slow, 400)));
    expect(pieces.map(([atMs, piece]) => [Math.round(atMs), piece])).toEqual([
      [0, "One"],
      [100, " two"],
      [200, " three"],
      [400, " four"],
    ]);
  });

  it.each([50, 300, 1000])("keeps %i ms of lag, evenly, however much comes at once", async (maxLagMs) => {
    const pieces = await clocked(pace(timed([[0, words]], 5000), { maxLagMs }));
    const inTime = pieces.filter(([atMs]) => atMs <= maxLagMs + 16);
    expect(`${inTime.map(([, piece]) => piece).join("")} `).toBe(words);
    const sizes = inTime.map(([, piece]) => piece.length);
    expect(inTime.length).toBeGreaterThan(Math.min(maxLagMs / 16, 100) * 0.7);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2 * (words.length / sizes.length) + 8);
  });

  it("keeps the lag of text that goes on coming in uneven pieces", async () => {
    const lines = Array.from({ length: 30 }, (_, index): [number, string] => [
      index * 90 + (index % 3) * 40,
      `${index} line of text `.repeat(1 + ((index * 7) % 11)),
    ]);
    const pieces = await clocked(pace(timed(lines, 4000), { maxLagMs: 200 }));
    let arrived = 0;
    let given = 0;
    let at = 0;
    for (const [atMs, line] of lines) {
      // All but the space at the end, to which another word may belong.
      arrived += line.length;
      for (; (pieces[at]?.[0] ?? Infinity) <= atMs + 217; at += 1) given += pieces[at]?.[1].length ?? 0;
      expect(given).toBeGreaterThanOrEqual(arrived - 1);
    }
  });

  it("gives the rest at once when the source ends", async () => {
    const pieces = await clocked(pace(timed([[0, words]], 40)));
    expect(pieces.map(([, piece]) => piece).join("")).toBe(words);
    expect(pieces.at(-1)?.[0]).toBeCloseTo(40, -0.5);
    expect(pieces.at(-1)?.[1].length).toBeGreaterThan(words.length / 2);
  });

  it("gives all at once that nobody could read as fast", async () => {
    const [, second] = await clocked(
      pace(
        timed(
          [
            [0, "a "],
            [10, words.repeat(40)],
          ],
          1000,
        ),
      ),
    );
    expect(second?.[0]).toBeCloseTo(10, -0.5);
    expect(second?.[1].length).toBe(words.length * 40);
  });

  it.each(["grapheme", "word"] as const)(
    "never cuts a grapheme, however the source does, by %s",
    async (by) => {
      const tricky = [
        "👩",
        "\u200d",
        "👧🏽",
        "🏽",
        "🇳",
        "🇴",
        "e",
        "\u0301",
        "\r",
        "\n",
        " ",
        "日本語",
        "한",
        "ᄀ",
        "ᅡ",
        "क",
        "\u094d",
        "ष",
        "can",
        "'",
        "t",
        "3",
        ".",
        "\u0600",
        "กำ",
        "\ud83d",
        "\ude00",
        "1\ufe0f\u20e3",
        "_",
      ];
      const text = fc.oneof(
        fc.array(fc.constantFrom(...tricky), { maxLength: 40 }).map((parts) => parts.join("")),
        fc.string({ unit: "binary", maxLength: 40 }),
      );
      const paces = fc.constantFrom(0, 20, 1e9);
      await fc.assert(
        fc.asyncProperty(text, lengths, paces, async (whole, cut, maxLagMs) => {
          const source = eventsOf(piecesOf(whole, cut));
          const pieces = await collect(pace(source, { by, maxLagMs, schedule: atOnce }));
          const ends = new Set(Array.from(new Intl.Segmenter().segment(whole), ({ index }) => index));
          expect(pieces.join("")).toBe(whole);
          let at = 0;
          for (const piece of pieces) {
            expect(ends.has(at)).toBe(true);
            expect(piece).not.toBe("");
            at += piece.length;
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it("does not wait for the end of a word that has none", async () => {
    const blob = "abcdefghij".repeat(30);
    const pieces = await clocked(pace(timed([[0, blob]], 2000)));
    expect(
      pieces
        .filter(([atMs]) => atMs <= 316)
        .map(([, piece]) => piece)
        .join("").length,
    ).toBeGreaterThan(200);
  });

  it("looks rarely at a character that does not end", async () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
    const source = Array.from({ length: 4000 }, () => "\u0301\u0302");
    const pieces = await clocked(pace(eventsOf(["e", ...source]), { by: "grapheme" }));
    const looks = segment.mock.calls.length;
    segment.mockRestore();
    expect(pieces.map(([, piece]) => piece.length)).toEqual([8001]);
    expect(looks).toBeLessThan(600);
  });

  it("cuts before spaces and before Chinese and Japanese letters where there is no segmenter", async () => {
    vi.stubGlobal("Intl", {});
    for (const by of ["word", "grapheme"] as const) {
      const pieces = await clocked(pace(timed([[0, "né 👩‍👩‍👧🇳🇴\r\n日本 x"]], 500), { by }));
      expect(pieces.map(([, piece]) => piece)).toEqual(["né", " 👩‍👩‍👧🇳🇴", "\r\n", "日", "本", " x"]);
    }
  });

  it("asks for frames where it is told to, and takes back the one that is not needed", async () => {
    const frames: (() => void)[] = [];
    const cancelled = vi.fn<() => void>();
    const schedule = (frame: () => void): (() => void) => {
      frames.push(frame);
      return cancelled;
    };
    const iterator = pace(timed([[0, "one two three "]], 1000), { schedule })[Symbol.asyncIterator]();
    const first = iterator.next();
    const second = iterator.next();
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toEqual({ done: false, value: "one" });
    expect(frames.length).toBe(1);
    frames[0]?.();
    expect(await second).toEqual({ done: false, value: " two" });
    expect(cancelled).not.toHaveBeenCalled();
    const third = iterator.next();
    await vi.advanceTimersByTimeAsync(900);
    expect(await third).toEqual({ done: false, value: " three " });
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(frames.length).toBe(2);
  });
});

describe("the source of a paced text", () => {
  it("is read only while the reader waits", async () => {
    let given = 0;
    async function* source(): AsyncGenerator<string> {
      for (;;) {
        given += 1;
        yield "word ";
      }
    }
    const iterator = pace(source())[Symbol.asyncIterator]();
    await iterator.next();
    await vi.advanceTimersByTimeAsync(1000);
    expect(given).toBeLessThan(5);
    await iterator.return?.();
  });

  it("is closed when the reader leaves, and no timer is left", async () => {
    const source = eventsOf(["one two three four"], { isSilent: true });
    for await (const _ of pace(source)) break;
    expect(source.isClosed()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is closed at once while it is silent, and who waits is told the end", async () => {
    const source = eventsOf(["one two "], { isSilent: true });
    const iterator = pace(source)[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: "one" });
    const waiting = iterator.next();
    await iterator.return?.();
    expect(source.isClosed()).toBe(true);
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("has its failure thrown once, after all that came before it", async () => {
    const failure = new Error("the line is dead");
    const iterator = pace(eventsOf(["one two", " three"], { failure }))[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: "one" });
    expect(await iterator.next()).toEqual({ done: false, value: " two three" });
    await expect(iterator.next()).rejects.toBe(failure);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("may be the text of an answer, which throws when it was cut", async () => {
    const chunks: Wire.ChatResponseChunk[] = [
      chatChunk({ content: "It is " }),
      chatChunk({ content: "so." }),
    ];
    const whole = [...chunks, chatChunk({}, { finish_reason: "stop" })];
    expect((await collect(pace(textOf(eventsOf(whole))))).join("")).toBe("It is so.");
    await expect(collect(pace(textOf(eventsOf(chunks))))).rejects.toThrow(XaiProtocolError);
  });

  it("is read once", async () => {
    const paced = pace(eventsOf(["one"]));
    await collect(paced);
    await expect(collect(paced)).rejects.toThrow(XaiOptionsError);
  });

  it("is given in order to calls that do not wait for each other", async () => {
    const iterator = pace(timed([[0, "a b c d"]], 100))[Symbol.asyncIterator]();
    const all = Promise.all([1, 2, 3, 4, 5, 6].map(() => iterator.next()));
    await vi.runAllTimersAsync();
    expect((await all).map(({ value }) => value)).toEqual(["a", " b", " c", " d", undefined, undefined]);
  });
});
