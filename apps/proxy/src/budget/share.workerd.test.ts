import { describe, expect, it } from "vitest";
import { memoryRows } from "../../testing/memory-rows.ts";
import { DeploymentBook } from "./deployment-book.ts";
import type { ShareRequest, DeploymentUsage } from "./deployment-ledger.ts";
import { periodsAt } from "./periods.ts";
import { SubjectBook } from "./subject-book.ts";

const hourMs = 3_600_000;
const start = Date.UTC(2026, 10, 30, 22);
const spending = { day: 6400 };

/** A deployment and a subject with a clock of their own; calls cost up to 100 ticks. */
function createPair(limits: ShareRequest["limits"] = spending) {
  let now = start;
  let ids = 0;
  const deployment = new DeploymentBook(memoryRows(), () => now);
  const rows = memoryRows();
  const subject = new SubjectBook(rows, () => now);
  return {
    deployment,
    subject,
    rows,
    wait(ms: number): void {
      now += ms;
    },
    ring(ms: number): void {
      now += ms;
      subject.expire(1000);
    },
    admit: (lease: string, worstTicks = 100) =>
      subject.admit({
        lease,
        worstTicks,
        worstTokens: 1,
        leaseMs: 5 * hourMs,
        limits: { spending: {} },
        deployment: limits,
        names: [],
      }),
    refusal(worstTicks: number, short: DeploymentUsage): object {
      const refused = subject.refuseForDeployment(
        {
          lease: "x",
          worstTicks,
          worstTokens: 1,
          leaseMs: 1,
          limits: { spending: {} },
          deployment: limits,
          names: [],
        },
        short,
      );
      return "refusal" in refused ? refused.refusal : {};
    },
    /** The next request, which is not answered yet. */
    ask: (least = 100, want = least) => subject.askForShare(`id ${(ids += 1)}`, "ann", limits, least, want),
    used: () => deployment.usage().used,
  };
}

/** A request of a subject of which nothing else is known. */
function requestOf(subject: string, more: Partial<ShareRequest> = {}): ShareRequest {
  return {
    id: `of ${subject}`,
    subject,
    at: start,
    ...periodsAt(start),
    limits: spending,
    least: 100,
    want: 100,
    back: [],
    held: 0,
    ...more,
  };
}

describe("a share of the deployment's budget", () => {
  it("is a part of what is left, or what the calls want if that is more", () => {
    const { deployment } = createPair();
    expect(deployment.share(requestOf("ann", { least: 10, want: 10 }))).toMatchObject({ granted: 100 });
    expect(deployment.share(requestOf("bob", { least: 500, want: 3000 }))).toMatchObject({ granted: 3000 });
    expect(deployment.share(requestOf("cy", { least: 10, want: 10 }))).toMatchObject({
      granted: Math.floor(3300 / 64),
    });
  });

  it("is what is left where that is less than wanted and enough for one call, and nothing where it is not", () => {
    const { deployment } = createPair();
    deployment.share(requestOf("ann", { want: 6000 }));
    expect(deployment.share(requestOf("bob", { least: 401 }))).toMatchObject({
      granted: 0,
      short: { held: 6000, used: { day: 6000 } },
    });
    expect(deployment.share(requestOf("cy", { least: 100, want: 500 }))).toMatchObject({
      granted: 400,
      short: { held: 6000, used: { day: 6000 } },
    });
  });

  it("that others hold may soon come back, that is spent with the next day; a call that never fits is told no time", () => {
    const { deployment, refusal } = createPair();
    deployment.share(requestOf("ann", { want: 6400 }));
    const waitFor = (name: string, worstTicks: number): object => {
      const { short } = deployment.share(requestOf(name, { least: worstTicks }));
      return short ? refusal(worstTicks, short) : {};
    };
    expect(waitFor("bob", 100)).toEqual({
      code: "budget_reserved",
      window: "deployment",
      retryAfterSeconds: 2,
    });
    deployment.share(requestOf("ann", { id: "2", after: "of ann", least: 0, want: 0, held: 6000 }));
    expect(waitFor("cy", 6000)).toMatchObject({ code: "budget_reserved" });
    const exceeded = { code: "budget_exceeded", window: "deployment" };
    expect(waitFor("dan", 6001)).toEqual({ ...exceeded, retryAfterSeconds: 2 * 3600 });
    expect(waitFor("eve", 6401)).toEqual(exceeded);
  });

  it("counts as spent until it is given back, also when its answer was lost", () => {
    const { ask, deployment, subject, used, admit } = createPair();
    const request = ask();
    deployment.share(request);
    expect(used().day).toBe(100);
    expect(admit("x")).toEqual({ lacks: 100 });
    // The subject sends it as it was, whatever it wants by now.
    expect(ask(3000)).toEqual(request);
    subject.takeShare(deployment.share(request));
    expect(used().day).toBe(100);
    expect(admit("x")).toMatchObject({ admitted: true });
  });

  it("is taken once, however often its answer comes", () => {
    const { ask, deployment, subject, admit } = createPair();
    const answer = deployment.share(ask());
    subject.takeShare(answer);
    subject.takeShare(answer);
    admit("x");
    ask();
    subject.takeShare(answer);
    expect(admit("y")).toEqual({ lacks: 100 });
  });

  it("is refused to a request that was overtaken by another", () => {
    const { ask, deployment, subject, used } = createPair();
    const first = ask();
    subject.takeShare(deployment.share(first));
    deployment.share(ask(300));
    expect(() => deployment.share(first)).toThrow("too late");
    expect(used().day).toBe(300);
  });

  it("goes back within a second where it is more than a subject may keep, and after a minute of idleness as a whole", () => {
    const { ask, deployment, subject, used, admit, ring } = createPair();
    const pass = () => {
      if (subject.owesDeployment()) subject.takeShare(deployment.share(ask(0)));
    };
    subject.takeShare(deployment.share(ask(1000)));
    admit("x", 1000);
    subject.settle({ lease: "x", ticks: 1 });
    ring(1000);
    pass();
    // A 64th of what was left when it asked.
    expect(used().day).toBe(1 + 100);
    ring(59_000);
    pass();
    expect(used().day).toBe(1);
    expect(deployment.usage().held).toBe(0);
  });

  it("goes back as soon as its call is settled where few as large would fit", () => {
    const { ask, deployment, subject, used, admit } = createPair();
    deployment.share(requestOf("bob", { want: 3000 }));
    subject.takeShare(deployment.share(ask(2000)));
    admit("x", 2000);
    expect(subject.settle({ lease: "x", ticks: 1 })).toEqual({ overrunTicks: 0, givesBack: true });
    subject.takeShare(deployment.share(ask(0)));
    // A 64th of what was left when it asked.
    expect(used().day).toBe(3000 + 1 + 53);
    expect(deployment.share(requestOf("cy", { want: 3000 }))).toMatchObject({ granted: 3000 });
  });

  it("that a call has cost whole is told at once where few as large would fit, so that others know how long to wait", () => {
    const { ask, deployment, subject, admit, refusal, ring } = createPair();
    subject.takeShare(deployment.share(ask(3200)));
    for (const lease of ["x", "y"]) admit(lease, 1600);
    expect(subject.settle({ lease: "x" })).toEqual({ overrunTicks: 0, givesBack: true });
    expect(subject.owesDeployment()).toBe(true);
    subject.takeShare(deployment.share(ask(0)));
    expect(deployment.usage().held).toBe(1600);
    const { short } = deployment.share(requestOf("bob", { least: 4801, want: 4801 }));
    expect(short && refusal(4801, short)).toMatchObject({ code: "budget_exceeded", retryAfterSeconds: 7200 });
    expect(subject.owesDeployment()).toBe(false);
    // One that breaks off is charged by its lease's end, and told with the same alarm.
    ring(5 * hourMs);
    expect(subject.owesDeployment()).toBe(true);
    subject.takeShare(deployment.share(ask(0)));
    expect(deployment.usage().held).toBe(0);
  });

  it("stays where there is enough for others", () => {
    const { ask, deployment, subject, admit } = createPair();
    subject.takeShare(deployment.share(ask(400)));
    admit("x", 400);
    expect(subject.settle({ lease: "x", ticks: 1 })).toEqual({ overrunTicks: 0 });
    expect(admit("y", 399)).toMatchObject({ admitted: true });
  });

  it("that goes back leaves in force how much a subject may keep", () => {
    const { ask, deployment, subject, admit, rows } = createPair();
    subject.takeShare(deployment.share(ask(3000)));
    subject.takeShare(deployment.share({ ...ask(0), limits: {} }));
    expect(rows.get("state")).toMatchObject({ keep: 100 });
    admit("x", 3000);
  });

  it("of a day goes back to its month when the day is over, also what a call of that day did not cost", () => {
    const { ask, deployment, subject, used, admit, ring, wait } = createPair({ total: 6400 });
    subject.takeShare(deployment.share(ask(300)));
    admit("x");
    wait(3 * hourMs);
    expect(admit("y")).toEqual({ lacks: 100 });
    subject.takeShare(deployment.share(ask(100)));
    expect(used()).toMatchObject({ day: 100, total: 200 });
    admit("y");
    subject.settle({ lease: "x", ticks: 10 });
    ring(1000);
    subject.takeShare(deployment.share(ask(0)));
    expect(used()).toMatchObject({ day: 100, total: 110 });
  });

  it("of a day that has come to the deployment first stands beside the rest of the old one, which goes back", () => {
    const { ask, deployment, subject, used, rows } = createPair();
    subject.takeShare(deployment.share(ask(300)));
    const { day, month } = periodsAt(start);
    const request = ask(400);
    subject.takeShare(deployment.share({ ...request, day: day + 1, month: month + 1 }));
    expect(rows.get("state")).toMatchObject({
      share: { ticks: 100, day: day + 1 },
      back: [{ ticks: 300, day }],
    });
    subject.takeShare(deployment.share(ask(0)));
    expect(used()).toEqual({ day: 100, month: 100, total: 100 });
  });

  it("is asked for above a bill that was higher than its reservation, which the deployment hears of", () => {
    const { ask, deployment, subject, used, admit } = createPair();
    subject.takeShare(deployment.share(ask(100)));
    admit("x");
    subject.settle({ lease: "x", ticks: 150 });
    expect(ask(100)).toMatchObject({ least: 150 });
    subject.takeShare(deployment.share(ask(100)));
    expect(used().day).toBe(250);
    expect(admit("y")).toMatchObject({ admitted: true });
  });

  it("that was given back without an answer for a day stays spent rather than come back twice", () => {
    const { ask, deployment, subject, ring, wait, used } = createPair({ total: 6400 });
    subject.takeShare(deployment.share(ask(300)));
    ring(60_000);
    const lost = ask(0);
    expect(lost.back).toHaveLength(1);
    deployment.share(lost);
    expect(used().total).toBe(0);
    deployment.share(requestOf("bob", { limits: { total: 6400 }, want: 500 }));
    // By then the deployment has forgotten that it has answered.
    wait(49 * hourMs);
    deployment.forget();
    subject.takeShare(deployment.share(ask(0)));
    expect(used().total).toBe(500);
  });
});
