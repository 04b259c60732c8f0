import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryRows } from "../../testing/memory-rows.ts";
import type { Admission, AdmissionRequest } from "./admission.ts";
import type { Limits } from "./limits.ts";
import { type LackOfShare, SubjectBook } from "./subject-book.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const start = Date.UTC(2026, 10, 30, 22);

/** A book with a clock of its own; calls cost up to 100 ticks and use up to 10 tokens unless told otherwise. */
function createSubject(limits: Partial<Limits> = {}) {
  let now = start;
  let calls = 0;
  const rows = memoryRows();
  const book = new SubjectBook(rows, () => now);
  return {
    rows,
    book,
    wait(ms: number): void {
      now += ms;
    },
    /** Lets time pass and the alarm ring. */
    ring(ms: number): void {
      now += ms;
      book.expire(1000);
    },
    admit(more: Partial<AdmissionRequest> = {}): Admission | LackOfShare {
      calls += 1;
      return book.admit({
        lease: `call ${calls}`,
        worstTicks: 100,
        worstTokens: 10,
        leaseMs: hourMs,
        limits: { spending: {}, ...limits },
        deployment: {},
        names: [],
        ...more,
      });
    },
    usage: () => book.usage("ann", { spending: {}, ...limits }),
  };
}

function refusalOf(answer: Admission | LackOfShare): object | undefined {
  return "refusal" in answer ? answer.refusal : undefined;
}

const session = { jti: "t1", issuedAt: start / 1000 - 60, expiresAt: start / 1000 + 600, budget: 250 };

describe("a budget", () => {
  it.each([
    ["day", 2 * 3600],
    ["month", 2 * 3600],
    ["total", undefined],
  ] as const)("of a %s lets in what fits, and says when to ask again", (window, retryAfterSeconds) => {
    const { admit, book, ring } = createSubject({ spending: { [window]: 250 } });
    expect(admit()).toEqual({
      admitted: true,
      remaining: {
        budget: {
          limit: 250,
          remaining: 150,
          ...(retryAfterSeconds && { resetSeconds: retryAfterSeconds }),
          ...(window === "day" && { windowSeconds: 86_400 }),
        },
      },
    });
    admit();
    // What calls under way hold may soon be free again.
    const budget = { window, limit: 250, left: 50 };
    expect(refusalOf(admit())).toEqual({ code: "budget_reserved", ...budget, retryAfterSeconds: 10 });
    expect(refusalOf(admit({ worstTicks: 251 }))).toEqual({ code: "budget_exceeded", ...budget });
    expect(refusalOf(admit({ worstTicks: 50 }))).toBeUndefined();
    book.settle({ lease: "call 1" });
    book.settle({ lease: "call 2" });
    const refusal = {
      code: "budget_exceeded",
      ...budget,
      left: 0,
      ...(retryAfterSeconds && { retryAfterSeconds }),
    };
    expect(refusalOf(admit())).toEqual(refusal);
    ring(2 * hourMs - 1000);
    expect(refusalOf(admit())).toEqual(
      retryAfterSeconds === undefined ? refusal : { ...refusal, retryAfterSeconds: 1 },
    );
    ring(1000);
    expect(refusalOf(admit())).toEqual(window === "total" ? refusal : undefined);
  });

  it("that a call can never fit into names no time", () => {
    const { admit } = createSubject({ spending: { day: 99 } });
    expect(refusalOf(admit())).toEqual({
      code: "budget_exceeded",
      window: "day",
      limit: 99,
      left: 99,
    });
  });

  it("that is spent is named before one that is only reserved", () => {
    const { admit, book } = createSubject({ spending: { day: 150, total: 240 } });
    admit();
    book.settle({ lease: "call 1", ticks: 80 });
    admit({ worstTicks: 70 });
    const code = (worstTicks: number) => refusalOf(admit({ worstTicks }));
    expect(code(100)).toMatchObject({ code: "budget_exceeded", window: "day", retryAfterSeconds: 7200 });
    expect(code(70)).toMatchObject({ code: "budget_reserved", window: "day", retryAfterSeconds: 10 });
  });

  it("lets calls in that are free when it is gone", () => {
    const { admit, book } = createSubject({ spending: { day: 100 } });
    admit();
    expect(admit({ worstTicks: 0 })).toMatchObject({
      admitted: true,
      remaining: { budget: { remaining: 0 } },
    });
    book.settle({ lease: "call 1", ticks: 130 });
    expect(admit({ worstTicks: 0 })).toMatchObject({
      admitted: true,
      remaining: { budget: { remaining: 0 } },
    });
  });

  it("of a session token holds for that token alone", () => {
    const { admit, book } = createSubject();
    admit({ session });
    expect(admit({ session })).toMatchObject({
      admitted: true,
      remaining: { budget: { limit: 250, remaining: 50 } },
    });
    expect(refusalOf(admit({ session }))).toMatchObject({
      code: "budget_reserved",
      window: "session",
      retryAfterSeconds: 10,
    });
    book.settle({ lease: "call 1", ticks: 20 });
    expect(refusalOf(admit({ session }))).toBeUndefined();
    book.settle({ lease: "call 2" });
    book.settle({ lease: "call 4" });
    expect(refusalOf(admit({ session }))).toEqual({
      code: "budget_exceeded",
      window: "session",
      limit: 250,
      left: 30,
    });
    expect(refusalOf(admit({ session: { ...session, jti: "t2" } }))).toBeUndefined();
  });

  it("charges a call to the day in which it was let in", () => {
    const { admit, book, wait, usage } = createSubject({ spending: { day: 100, month: 150 } });
    admit({ leaseMs: 5 * hourMs });
    wait(3 * hourMs);
    expect(usage()).toMatchObject({ spent: { day: 0, month: 0, total: 0 }, reserved: 100 });
    expect(refusalOf(admit())).toBeUndefined();
    book.settle({ lease: "call 1", ticks: 70 });
    expect(usage()).toMatchObject({ spent: { day: 0, month: 0, total: 70 }, reserved: 100 });
  });

  it("is not brought back by a clock that goes back", () => {
    const { admit, wait } = createSubject({ spending: { day: 100 } });
    wait(3 * hourMs);
    admit();
    wait(-3 * hourMs);
    expect(refusalOf(admit())).toMatchObject({ code: "budget_reserved" });
  });

  it("reports a bill above the reservation, and charges it in full", () => {
    const { admit, book, usage } = createSubject();
    admit();
    expect(book.settle({ lease: "call 1", ticks: 130 })).toEqual({ overrunTicks: 30 });
    expect(book.settle({ lease: "call 1", ticks: 500 })).toEqual({ overrunTicks: 0 });
    expect(usage().spent.total).toBe(130);
  });

  it.each([-1, 0.5, Number.NaN, Infinity])("charges the whole reservation for a bill of %d", (ticks) => {
    const { admit, book, usage } = createSubject();
    admit();
    book.settle({ lease: "call 1", ticks });
    expect(usage().spent.total).toBe(100);
  });

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])("lets in no call that could cost %d", (worstTicks) => {
    const { admit, rows } = createSubject();
    expect(() => admit({ worstTicks })).toThrow(RangeError);
    expect(rows.size()).toBe(0);
  });
});

describe("a lease that ends", () => {
  it("charges its call whole, and the late bill in its place, once", () => {
    const { admit, book, ring, usage } = createSubject();
    admit({ leaseMs: 1000 });
    ring(999);
    expect(usage()).toMatchObject({ reserved: 100, callsNow: 1 });
    ring(1);
    expect(usage()).toMatchObject({ reserved: 0, callsNow: 0, spent: { total: 100 } });
    book.settle({ lease: "call 1", ticks: 30, tokens: 3 });
    book.settle({ lease: "call 1", ticks: 10 });
    expect(usage()).toMatchObject({
      spent: { day: 30, month: 30, total: 30 },
      tokens: { total: 10 },
      callsNow: 0,
    });
  });

  it("stays charged whole when no bill comes within ten minutes", () => {
    const { admit, book, ring, usage } = createSubject();
    admit({ leaseMs: 1000 });
    ring(1000);
    ring(10 * minuteMs);
    book.settle({ lease: "call 1", ticks: 30 });
    expect(usage().spent.total).toBe(100);
  });
});

describe("rates", () => {
  it("are told in full and left as they were by a call that is refused", () => {
    const limits = { spending: { day: 50 }, requestsPerMinute: 60, tokensPerMinute: 100 };
    const { admit, rows } = createSubject(limits);
    expect(admit()).toMatchObject({
      admitted: false,
      remaining: {
        requests: { limit: 60, remaining: 60, resetSeconds: 0 },
        tokens: { limit: 100, remaining: 100, resetSeconds: 0 },
        budget: { limit: 50, remaining: 50 },
      },
    });
    expect(rows.size()).toBe(0);
  });

  it("of requests are a bucket that fills evenly", () => {
    const { admit, wait } = createSubject({ requestsPerMinute: 6 });
    for (let call = 1; call < 6; call += 1) admit();
    expect(admit().valueOf()).toMatchObject({
      admitted: true,
      remaining: { requests: { limit: 6, remaining: 0, resetSeconds: 60 } },
    });
    expect(refusalOf(admit())).toEqual({ code: "rate_limited", retryAfterSeconds: 10 });
    wait(9999);
    expect(refusalOf(admit())).toEqual({ code: "rate_limited", retryAfterSeconds: 1 });
    wait(1);
    expect(refusalOf(admit())).toBeUndefined();
    expect(refusalOf(admit())).toEqual({ code: "rate_limited", retryAfterSeconds: 10 });
  });

  it("let a call in after as many seconds as they said, and not one second before", () => {
    const rate = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 0, max: 5000 }), (requestsPerMinute, perCall, ms) => {
        const { admit, wait } = createSubject({ requestsPerMinute, tokensPerMinute: 10_000 });
        let refusal = refusalOf(admit({ worstTokens: perCall }));
        for (let call = 0; refusal === undefined && call < 1000; call += 1)
          refusal = refusalOf(admit({ worstTokens: perCall }));
        wait(ms);
        refusal = refusalOf(admit({ worstTokens: perCall }));
        if (refusal === undefined) return;
        const { retryAfterSeconds } = refusal as { retryAfterSeconds: number };
        wait(retryAfterSeconds * 1000 - 1000);
        expect(refusalOf(admit({ worstTokens: perCall }))).toBeDefined();
        wait(1000);
        expect(refusalOf(admit({ worstTokens: perCall }))).toBeUndefined();
      }),
      // Where fractions add up to a trifle less than ten seconds' worth.
      { examples: [[4, 1, 5000]] },
    );
  });

  it("of tokens take the most that a call can use, and give back what it did not", () => {
    const { admit, book, usage } = createSubject({ tokensPerMinute: 100 });
    admit({ worstTokens: 80 });
    expect(refusalOf(admit({ worstTokens: 30 }))).toEqual({ code: "tokens_limited", retryAfterSeconds: 6 });
    book.settle({ lease: "call 1", tokens: 10 });
    expect(refusalOf(admit({ worstTokens: 80 }))).toBeUndefined();
    book.settle({ lease: "call 3" });
    expect(usage()).toMatchObject({
      calls: { day: 2, total: 2 },
      tokens: { day: 90, total: 90 },
      remaining: { tokens: { remaining: 10, resetSeconds: 54 } },
    });
  });

  it("of tokens want a full bucket for a call that can use more than fits in, and charge what it used", () => {
    const { admit, book, wait } = createSubject({ tokensPerMinute: 100 });
    expect(refusalOf(admit({ worstTokens: 1000 }))).toBeUndefined();
    book.settle({ lease: "call 1", tokens: 150 });
    expect(refusalOf(admit({ worstTokens: 1 }))).toEqual({ code: "tokens_limited", retryAfterSeconds: 31 });
    wait(31_000);
    expect(refusalOf(admit({ worstTokens: 1 }))).toBeUndefined();
  });

  it("let in no more calls at a time than allowed", () => {
    const { admit, book, ring } = createSubject({ concurrentCalls: 2 });
    admit();
    admit({ leaseMs: 5000 });
    expect(refusalOf(admit())).toEqual({ code: "too_many_calls", retryAfterSeconds: 1 });
    book.settle({ lease: "call 1" });
    expect(refusalOf(admit())).toBeUndefined();
    expect(refusalOf(admit())).toMatchObject({ code: "too_many_calls" });
    ring(5000);
    expect(refusalOf(admit())).toBeUndefined();
  });
});

describe("a call that is asked for again", () => {
  it("gets the same answer and costs nothing more, whatever was used up meanwhile", () => {
    const { admit, book, usage } = createSubject({ spending: { day: 100 }, concurrentCalls: 1 });
    admit({ lease: "x" });
    expect(admit({ lease: "x" })).toMatchObject({ admitted: true });
    expect(usage()).toMatchObject({ reserved: 100, calls: { total: 1 } });
    book.settle({ lease: "x", ticks: 7 });
    expect(admit({ lease: "x" })).toMatchObject({ admitted: true });
    expect(usage()).toMatchObject({ reserved: 0, spent: { total: 7 }, calls: { total: 1 } });
  });
});

describe("revocation", () => {
  it("refuses the token of a name, also one that was never seen, and no other", () => {
    const { admit, book, ring } = createSubject();
    book.revoke("t1");
    expect(refusalOf(admit({ session }))).toEqual({ code: "revoked" });
    expect(refusalOf(admit({ session: { ...session, jti: "t2" } }))).toBeUndefined();
    ring(hourMs);
    expect(refusalOf(admit({ session }))).toEqual({ code: "revoked" });
  });

  it("holds when a call of the token ends after it", () => {
    const { admit, book, ring } = createSubject();
    admit({ session });
    book.revoke("t1");
    book.settle({ lease: "call 1" });
    ring(20 * minuteMs);
    expect(refusalOf(admit({ session }))).toEqual({ code: "revoked" });
  });

  it("of a subject refuses all tokens issued until then, and those of other callers not", () => {
    const { admit, book } = createSubject();
    book.revoke();
    const issued = (seconds: number) => ({ session: { ...session, issuedAt: start / 1000 + seconds } });
    expect([-60, 0, 1].map((seconds) => refusalOf(admit(issued(seconds))))).toEqual([
      { code: "revoked" },
      { code: "revoked" },
      undefined,
    ]);
    expect(refusalOf(admit())).toBeUndefined();
  });
});

describe("ids", () => {
  const response = { kind: "response", id: "a:b" } as const;
  const file = { kind: "file", id: "f" } as const;

  it("are the subject's from when it is given them until they are deleted", () => {
    const { admit, book } = createSubject();
    expect(refusalOf(admit({ names: [response] }))).toEqual({ code: "not_found" });
    book.own([response, file]);
    expect(refusalOf(admit({ names: [response, file] }))).toBeUndefined();
    expect(refusalOf(admit({ names: [response, { ...response, kind: "file" }] }))).toEqual({
      code: "not_found",
    });
    expect([book.owned("response"), book.owned("file"), book.owned("batch")]).toEqual([["a:b"], ["f"], []]);
    admit({ lease: "y" });
    book.settle({ lease: "y", gone: [response] });
    expect(refusalOf(admit({ names: [response] }))).toEqual({ code: "not_found" });
  });

  it("are forgotten when xAI has deleted what they name", () => {
    const { book, ring } = createSubject();
    book.own([response, file]);
    ring(31 * 24 * hourMs);
    expect([book.owned("response"), book.owned("file")]).toEqual([[], ["f"]]);
  });
});

describe("an administrator's limits", () => {
  it("go before the configured ones until they are taken back", () => {
    const { admit, book, usage } = createSubject({ spending: { day: 1000 } });
    book.setLimits({ spending: { day: 50 }, requestsPerMinute: 5 });
    expect(refusalOf(admit())).toMatchObject({ code: "budget_exceeded" });
    expect(usage().limits).toEqual({ spending: { day: 50 }, requestsPerMinute: 5 });
    book.setLimits(undefined);
    expect(refusalOf(admit())).toBeUndefined();
    expect(usage().limits).toEqual({ spending: { day: 1000 } });
  });
});

describe("what an idle subject keeps", () => {
  it("is one row of sums, when all else is over", () => {
    const { admit, book, ring, rows } = createSubject();
    for (let call = 1; call <= 100; call += 1) {
      admit({ session: { ...session, jti: `t${call}` } });
      if (call % 2) book.settle({ lease: `call ${call}`, ticks: 1 });
    }
    expect(rows.size()).toBe(201);
    ring(2 * hourMs);
    for (let hour = 0; hour < 50; hour += 1) ring(hourMs);
    expect(rows.size()).toBe(1);
    expect(rows.nextDueAt()).toBeUndefined();
  });
});

describe("a call of which nobody knows what it can cost", () => {
  it.each([
    ["the subject's", {}, { limits: { spending: { day: 1000 } } }],
    ["an administrator's", { spending: { total: 1000 } }, {}],
    ["the deployment's", {}, { deployment: { month: 1000 } }],
    ["the session's", {}, { session }],
  ])("is refused under %s budget", (_, set: Partial<Limits>, more) => {
    const { admit, book, usage } = createSubject();
    book.setLimits({ spending: {}, ...set });
    if ("limits" in more) book.setLimits(undefined);
    const answer = admit({ worstTicks: undefined, ...more });
    expect(refusalOf(answer)).toEqual({ code: "no_price" });
    expect(usage().callsNow).toBe(0);
  });

  it("is let in where nothing bounds what is spent, and charged its bill, which the deployment's budget hears of", () => {
    const { admit, book, usage, rows } = createSubject({ concurrentCalls: 2 });
    expect(admit({ worstTicks: undefined })).toMatchObject({ admitted: true });
    expect(book.settle({ lease: "call 1", ticks: 70 })).toEqual({ overrunTicks: 70 });
    expect(usage().spent.total).toBe(70);
    expect(admit({ worstTicks: 0, deployment: { day: 1000 } })).toMatchObject({ admitted: true });
    book.settle({ lease: "call 2", ticks: 30 });
    expect(rows.get("state")).toMatchObject({ share: { ticks: -30 } });
  });
});

describe("limits of 0", () => {
  it.each([{ requestsPerMinute: 0 }, { concurrentCalls: 0 }])(
    "refuse every call, for a day: %j",
    (limits) => {
      const { admit } = createSubject(limits);
      expect(refusalOf(admit({ worstTicks: 0, worstTokens: 0 }))).toMatchObject({
        retryAfterSeconds: 86_400,
      });
    },
  );
});
