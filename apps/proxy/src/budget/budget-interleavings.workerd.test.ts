import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryRows } from "../../testing/memory-rows.ts";
import type { AdmissionRequest } from "./admission.ts";
import { DeploymentBook } from "./deployment-book.ts";
import type { ShareAnswer, ShareRequest } from "./deployment-ledger.ts";
import type { Rows } from "./rows.ts";
import { SubjectBook } from "./subject-book.ts";
import type { Lease, SubjectState } from "./subject-state.ts";

const limits = { spending: { day: 100, month: 180, total: 400 }, concurrentCalls: 6 };
const deployment = { day: 150, month: 300, total: 500 };
const names = ["ann", "bob", "cy"];
const session = { jti: "token", issuedAt: 4_000_000_000, expiresAt: 4_000_000_600, budget: 60 };

type Action =
  | { readonly do: "admit"; readonly who: number; readonly worst: number; readonly withSession: boolean }
  | { readonly do: "admit again" | "expire" | "flush"; readonly who: number; readonly pick: number }
  | {
      readonly do: "settle";
      readonly who: number;
      readonly pick: number;
      readonly share: number | null;
      /** Of what is given back at once. */
      readonly fate: Fate;
    }
  | { readonly do: "ask"; readonly who: number; readonly worst: number; readonly fate: Fate }
  | { readonly do: "clock"; readonly ms: number };

/** What becomes of a request for a share: `crash` before it is sent, `lost` with its answer, `twice` delivered. */
type Fate = "answered" | "crash" | "lost" | "twice";

const anyFate = fc.constantFrom<Fate>("answered", "answered", "crash", "lost", "twice");
const who = fc.nat(names.length - 1);
const pick = fc.nat(1000);
const ticksOfCall = fc.integer({ min: 0, max: 60 });
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("admit" as const),
      who,
      worst: ticksOfCall,
      withSession: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("settle" as const),
      who,
      pick,
      share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      fate: anyFate,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("admit again" as const, "expire" as const, "flush" as const),
      who,
      pick,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("ask" as const),
      who,
      worst: ticksOfCall,
      fate: anyFate,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("clock" as const),
      ms: fc.oneof(
        fc.integer({ min: 0, max: 120_000 }),
        fc.constantFrom(3_600_000, 86_400_000, 12 * 86_400_000, -30_000, -86_400_000),
      ),
    }),
  },
);

function leaseOf(rows: Rows, lease: string): Lease | undefined {
  return rows.get(`lease:${lease}`) as Lease | undefined;
}

/** Three subjects and their deployment, with an account of its own of every call. */
function createWorld() {
  let now = Date.UTC(2026, 10, 28, 23, 59);
  /** What the clock was put forward. */
  let passedMs = 0;
  let ids = 0;
  const clock = () => now;
  const deploymentBook = new DeploymentBook(memoryRows(), clock);
  const subjects = names.map((name) => {
    const rows = memoryRows();
    return { name, rows, book: new SubjectBook(rows, clock), calls: new Map<string, Call>() };
  });
  type Subject = (typeof subjects)[number];
  interface Call {
    readonly worst: number;
    readonly withSession: boolean;
    /** Absent while it is open. */
    charged?: number;
    isFinal: boolean;
  }

  function send(subject: Subject, least: number, fate: Fate): void {
    const request: ShareRequest = subject.book.askForShare(
      `${(ids += 1)}`,
      subject.name,
      // As the object does: what only gives back names no limits.
      least > 0 ? deployment : {},
      least,
      least,
    );
    if (fate === "crash") return;
    const answer: ShareAnswer = deploymentBook.share(request);
    if (fate === "twice") expect(deploymentBook.share(request)).toEqual(answer);
    if (fate !== "lost") subject.book.takeShare(answer);
  }

  function requestOf(
    lease: string,
    { worst, withSession }: Pick<Call, "worst" | "withSession">,
  ): AdmissionRequest {
    return {
      lease,
      worstTicks: worst,
      worstTokens: worst,
      leaseMs: 60_000,
      limits,
      deployment,
      names: [],
      ...(withSession && { session }),
    };
  }

  /** What the book has charged by itself, because the lease ended. */
  function noteExpired({ rows, calls }: Subject): void {
    for (const [lease, call] of calls) {
      const row = leaseOf(rows, lease);
      if (row?.isExpired && call.charged === undefined) call.charged = call.worst;
      // A bill that comes later finds nothing.
      if (row === undefined) call.isFinal = true;
    }
  }

  function take(taken: Action): void {
    if (taken.do === "clock") {
      now += taken.ms;
      passedMs += Math.max(0, taken.ms);
      return;
    }
    const subject = subjects[taken.who];
    if (subject === undefined) return;
    const { book, calls } = subject;
    const nth = (index: number) => [...calls.keys()][index % calls.size];
    switch (taken.do) {
      case "admit": {
        const lease = `${(ids += 1)}`;
        // No session lives for a day, after which its use is forgotten.
        const withSession = taken.withSession && passedMs < 86_400_000;
        const answer = book.admit(requestOf(lease, { worst: taken.worst, withSession }));
        if ("admitted" in answer && answer.admitted) {
          calls.set(lease, { worst: taken.worst, withSession, isFinal: false });
        }
        return;
      }
      case "admit again": {
        const lease = nth(taken.pick);
        const call = lease === undefined ? undefined : calls.get(lease);
        if (lease === undefined || call === undefined || call.isFinal) return;
        const before = book.usage("", limits);
        expect(book.admit(requestOf(lease, call))).toMatchObject({ admitted: true });
        expect(book.usage("", limits)).toEqual(before);
        return;
      }
      case "settle": {
        const lease = nth(taken.pick);
        const call = lease === undefined ? undefined : calls.get(lease);
        if (lease === undefined || call === undefined) return;
        const ticks = taken.share === null ? undefined : Math.floor(call.worst * taken.share);
        const { overrunTicks, givesBack } = book.settle({ lease, ...(ticks !== undefined && { ticks }) });
        expect(overrunTicks).toBe(0);
        if (givesBack) send(subject, 0, taken.fate);
        if (!call.isFinal) {
          call.charged = ticks ?? call.worst;
          call.isFinal = true;
        }
        return;
      }
      case "expire":
        book.expire(100);
        return noteExpired(subject);
      case "flush":
        if (book.owesDeployment()) send(subject, 0, "answered");
        return;
      case "ask":
        return send(subject, taken.worst, taken.fate);
    }
  }

  /** What does not hold now, in words. An `expect` for each of them would be most of the test's work. */
  function brokenRules(): readonly string[] {
    const broken: string[] = [];
    const hold = (rule: string, isKept: boolean): void => {
      if (!isKept) broken.push(rule);
    };
    const isWithin = (amount: number, limit: number): boolean => amount >= 0 && amount <= limit;
    const { used } = deploymentBook.usage();
    const sums = { day: 0, month: 0, total: 0 };
    const periods = deploymentBook.share({
      id: `${(ids += 1)}`,
      subject: `nobody ${ids}`,
      at: 0,
      day: 0,
      month: 0,
      limits: deployment,
      least: 0,
      want: 0,
      back: [],
      held: 0,
    });
    for (const { name, book, rows, calls } of subjects) {
      const state = rows.get("state") as SubjectState | undefined;
      if (state === undefined) continue;
      const { spent, reserved, callsNow } = book.usage("", limits);
      for (const window of ["day", "month", "total"] as const) {
        const { spent: inWindow, reserved: held } = state[window];
        const isKept = Math.min(inWindow, held) >= 0 && inWindow + held <= limits.spending[window];
        hold(`${name} keeps to the limit of the ${window}`, isKept);
      }
      const all = { charged: 0, open: 0, calls: 0 };
      const own = { charged: 0, open: 0, calls: 0 };
      sums.total += spent.total + reserved + state.share.ticks;
      for (const [lease, call] of calls) {
        for (const sum of call.withSession ? [all, own] : [all]) {
          if (call.charged === undefined) sum.calls += 1;
          if (call.charged === undefined) sum.open += call.worst;
          else sum.charged += call.charged;
        }
        const row = leaseOf(rows, lease);
        for (const window of ["day", "month"] as const) {
          if (row?.share?.[window] === periods[window]) sums[window] += row.charged ?? row.ticks;
        }
      }
      hold(`${name} has spent what its calls were charged`, spent.total === all.charged);
      hold(`${name} has reserved what its calls may cost`, reserved === all.open);
      hold(`${name} counts its calls`, callsNow === all.calls);
      hold(`${name} keeps to the session's budget`, own.charged + own.open <= session.budget);
      hold(`${name} has no debt to the deployment`, state.share.ticks >= 0);
      for (const window of ["day", "month"] as const) {
        if (state.share[window] === periods[window]) sums[window] += state.share.ticks;
      }
    }
    for (const window of ["day", "month", "total"] as const) {
      hold(`all keep to the deployment's limit of the ${window}`, isWithin(used[window], deployment[window]));
      hold(`the deployment knows of all that was given for the ${window}`, sums[window] <= used[window]);
    }
    return broken;
  }

  /** All calls end, all requests are answered, and nobody calls for two minutes. */
  function expectSumAtRest(): void {
    for (let round = 0; round < 8; round += 1) {
      now += 60_000;
      for (const subject of subjects) {
        subject.book.expire(1000);
        noteExpired(subject);
        for (let asks = 0; subject.book.owesDeployment() && asks < 3; asks += 1) send(subject, 0, "answered");
      }
    }
    const spent = subjects.reduce(
      (sum, { calls }) => [...calls.values()].reduce((all, call) => all + (call.charged ?? 0), sum),
      0,
    );
    expect(deploymentBook.usage().used.total).toBe(spent);
    expect(deploymentBook.usage().held).toBe(0);
  }

  return { take, brokenRules, expectSumAtRest };
}

// A busy machine is slow, not wrong.
describe("the books of subjects and their deployment", { timeout: 60_000 }, () => {
  it("keep every limit at every moment, charge each call once and add up, whatever happens in whatever order", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 150, size: "max" }), fc.boolean(), (actions, isOneHour) => {
        const { take, brokenRules, expectSumAtRest } = createWorld();
        for (const one of actions) {
          // What an unanswered request gave back stays spent after a day; within an hour, everything comes back.
          if (isOneHour && one.do === "clock" && (one.ms < 0 || one.ms > 120_000)) continue;
          take(one);
          expect(brokenRules(), one.do).toEqual([]);
        }
        if (isOneHour) expectSumAtRest();
      }),
      { numRuns: 200 },
    );
  });
});
