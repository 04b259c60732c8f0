/// <reference types="@cloudflare/vitest-plugin/types" />
import {
  abortAllDurableObjects,
  evictDurableObject,
  reset,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryRows } from "../../testing/memory-rows.ts";
import type { Env } from "../env.ts";
import type { Admission, AdmissionRequest, SubjectLedger } from "./admission.ts";
import { DeploymentBook } from "./deployment-book.ts";
import { deploymentName } from "./deployment-name.ts";
import type { DeploymentLedger, ShareAnswer, ShareRequest } from "./deployment-ledger.ts";
import { SubjectObject } from "./subject-object.ts";

// A busy machine is slow, not wrong.
const patient = { timeout: 30_000 };
const worst = 1000;
const { SUBJECTS, DEPLOYMENT } = env as Required<Pick<Env, "SUBJECTS" | "DEPLOYMENT">>;

function subjectOf(name: string): SubjectLedger {
  return SUBJECTS.getByName(name);
}

function deployment(): DeploymentLedger {
  return DEPLOYMENT.getByName(deploymentName);
}

function stubOf(object: SubjectLedger | DeploymentLedger): DurableObjectStub {
  return object as unknown as DurableObjectStub;
}

function request(lease: string, more: Partial<AdmissionRequest> = {}): AdmissionRequest {
  return {
    lease,
    worstTicks: worst,
    worstTokens: 10,
    leaseMs: 60_000,
    limits: { spending: {} },
    deployment: {},
    names: [],
    ...more,
  };
}

const isAdmitted = ({ admitted }: Admission): boolean => admitted;

afterEach(() => reset());

describe("a subject's object", patient, () => {
  it("admits exactly 50 of 500 concurrent calls to a budget worth 50", async () => {
    const subject = subjectOf("ann");
    const limits = { spending: { day: 50 * worst + worst - 1 } };
    const admissions = await Promise.all(
      Array.from({ length: 500 }, (_, index) => subject.admit(request(`${index}`, { limits }))),
    );
    expect(admissions.filter(isAdmitted)).toHaveLength(50);
    const refused = admissions.find(({ admitted }) => !admitted);
    expect(refused).toMatchObject({ refusal: { code: "budget_reserved", window: "day" } });
    expect(await subject.usage(limits)).toMatchObject({
      reserved: 50 * worst,
      spent: { day: 0 },
      callsNow: 50,
    });
  });

  it("is never a tick over while calls end, fail, are sent twice and the object is evicted and aborted in between", async () => {
    const limits = { spending: { day: 50 * worst } };
    const subject = () => subjectOf("ann");
    let admitted = 0;
    let billed = 0;
    const once = async (lease: string, index: number): Promise<void> => {
      const admission = await insist(() => subject().admit(request(lease, { limits })));
      if (!admission.admitted) return;
      admitted += 1;
      // A third ends below the reservation, a third is refused upstream, a third breaks off.
      const ticks = [300, 0, undefined][index % 3];
      billed += ticks ?? worst;
      const settlement = { lease, ...(ticks !== undefined && { ticks }) };
      await insist(() => subject().settle(settlement));
      await insist(() => subject().settle(settlement));
    };
    const calls = Array.from({ length: 500 }, (_, index) => once(`${index}`, index));
    for (let round = 0; round < 8; round += 1) {
      await new Promise((done) => setTimeout(done, 5));
      if (round % 2 === 0) await abortAllDurableObjects();
      else await evictDurableObject(stubOf(subject())).catch(() => undefined);
      const { spent, reserved } = await insist(() => subject().usage(limits));
      expect(spent.day + reserved).toBeLessThanOrEqual(50 * worst);
    }
    await Promise.all(calls);
    expect(admitted).toBeGreaterThanOrEqual(50);
    const { spent, reserved, callsNow } = await subject().usage(limits);
    expect([spent.day, reserved, callsNow]).toEqual([billed, 0, 0]);
    expect(billed).toBeLessThanOrEqual(50 * worst);
  });

  it("charges a call whole when its lease ends, by its alarm, and the late bill in its place", async () => {
    const subject = subjectOf("ann");
    await subject.admit(request("lost", { leaseMs: 30 }));
    await subject.admit(request("late", { leaseMs: 30 }));
    await vi.waitFor(async () => expect((await subject.usage({ spending: {} })).callsNow).toBe(0), patient);
    expect(await subject.usage({ spending: {} })).toMatchObject({ reserved: 0, spent: { total: 2 * worst } });
    await subject.settle({ lease: "late", ticks: 10 });
    await subject.settle({ lease: "late", ticks: 0 });
    expect(await subject.usage({ spending: {} })).toMatchObject({ spent: { total: worst + 10 } });
  });

  it("keeps its alarm over a crash", async () => {
    await subjectOf("ann").admit(request("lost", { leaseMs: 50 }));
    await abortAllDurableObjects();
    const subject = () => subjectOf("ann");
    await vi.waitFor(
      async () => expect((await subject().usage({ spending: {} })).spent.day).toBe(worst),
      patient,
    );
  });

  it("lists the subject's ids by kind", async () => {
    const subject = subjectOf("ann");
    await subject.own([
      { kind: "file", id: "é:2" },
      { kind: "file", id: "1" },
      { kind: "response", id: "1" },
    ]);
    await abortAllDurableObjects();
    expect(await subjectOf("ann").owned("file")).toEqual(["1", "é:2"]);
    expect(await subjectOf("ann").owned("batch")).toEqual([]);
    expect(
      await subjectOf("ann").admit(request("1", { names: [{ kind: "response", id: "1" }] })),
    ).toMatchObject({
      admitted: true,
    });
  });

  it("knows its name", async () => {
    expect(await subjectOf("key:ann@example.com").usage({ spending: {} })).toMatchObject({
      subject: "key:ann@example.com",
    });
  });
});

describe("a deployment's budget", patient, () => {
  const limits = { spending: {} };

  it("admits exactly 50 of 500 concurrent calls of one subject", async () => {
    const subject = subjectOf("ann");
    const admissions = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        subject.admit(request(`${index}`, { limits, deployment: { day: 50 * worst + 999 } })),
      ),
    );
    expect(admissions.filter(isAdmitted)).toHaveLength(50);
    expect(admissions.find(({ admitted }) => !admitted)).toMatchObject({
      refusal: { code: "budget_reserved", window: "deployment", retryAfterSeconds: expect.any(Number) },
    });
  });

  it("is shared by subjects that call at the same time, never a tick over, and adds up when they are idle", async () => {
    const budget = { day: 50 * worst };
    const names = ["ann", "bob"];
    const leases = Array.from({ length: 500 }, (_, index) => ({
      lease: `${index}`,
      name: names[index % names.length] ?? "",
    }));
    const admissions = await Promise.all(
      leases.map(async ({ lease, name }) => ({
        lease,
        name,
        ...(await subjectOf(name).admit(request(lease, { limits, deployment: budget }))),
      })),
    );
    const admitted = admissions.filter(isAdmitted);
    // What one of them was granted and could not use whole comes back a second later.
    expect(admitted).toHaveLength(50);
    expect((await deployment().usage()).used.day).toBe(50 * worst);

    await Promise.all(admitted.map(({ lease, name }) => subjectOf(name).settle({ lease, ticks: 1 })));
    // All but what they may keep comes back by itself.
    await vi.waitFor(
      async () => expect((await deployment().usage()).used.day).toBeLessThan(50 * worst * 0.1),
      patient,
    );
    const again = await subjectOf("cy").admit(request("again", { limits, deployment: budget }));
    expect(again).toMatchObject({ admitted: true });
  });

  it("is asked once for many calls", async () => {
    const subject = subjectOf("ann");
    const budget = { day: 64 * 100 * worst };
    await subject.admit(request("first", { limits, deployment: budget }));
    const { used } = await deployment().usage();
    expect(used.day).toBe(100 * worst);
    for (let index = 0; index < 99; index += 1)
      await subject.admit(request(`${index}`, { limits, deployment: budget }));
    expect((await deployment().usage()).used.day).toBe(100 * worst);
  });

  it("holds over crashes of both objects", async () => {
    const budget = { day: 20 * worst };
    const calls = Array.from({ length: 60 }, (_, index) =>
      insist(() =>
        subjectOf(`subject ${index % 3}`).admit(request(`${index}`, { limits, deployment: budget })),
      ),
    );
    for (let round = 0; round < 5; round += 1) {
      await new Promise((done) => setTimeout(done, 3));
      await abortAllDurableObjects();
    }
    const admitted = (await Promise.all(calls)).filter(isAdmitted);
    expect(admitted.length).toBeLessThanOrEqual(20);
    expect(admitted.length).toBeGreaterThan(0);
    const usages = await Promise.all([0, 1, 2].map((index) => subjectOf(`subject ${index}`).usage(limits)));
    expect(usages.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(admitted.length * worst);
    expect((await deployment().usage()).used.day).toBeLessThanOrEqual(budget.day);
  });

  it("refuses a call when the deployment's object cannot be reached, and reserves nothing", async () => {
    const budget = { day: 10 * worst };
    const unreachable = standIn(() => Promise.reject(new Error("away")));
    const stub = stubOf(subjectOf("ann"));
    for (const binding of [undefined, unreachable]) {
      await runInDurableObject(stub, async (_, state) => {
        const cut = new SubjectObject(state, { ...(binding && { DEPLOYMENT: binding }) });
        const tooMuch = request("0", { worstTicks: 11 * worst, limits, deployment: budget });
        await expect(cut.admit(tooMuch)).rejects.toThrow(/missing|away/);
        expect(await cut.usage(limits)).toMatchObject({ reserved: 0, callsNow: 0 });
      });
    }
    // What it had asked for is asked again first, and its answer is not taken for that of the next call.
    expect(await subjectOf("ann").admit(request("1", { limits, deployment: budget }))).toMatchObject({
      admitted: true,
    });
    await vi.waitFor(async () => expect((await deployment().usage()).used.day).toBe(worst), patient);
  });

  it("is asked by calls that wait together at once", async () => {
    const book = new DeploymentBook(memoryRows(), Date.now);
    let asked = 0;
    const share = async (of: ShareRequest): Promise<ShareAnswer> => {
      asked += 1;
      await new Promise((done) => setTimeout(done, 1));
      return book.share(of);
    };
    const binding = standIn(share);
    const admissions = await runInDurableObject(stubOf(subjectOf("ann")), (_, state) => {
      const subject = new SubjectObject(state, { DEPLOYMENT: binding });
      return Promise.all(
        Array.from({ length: 200 }, (_unused, index) =>
          subject.admit(request(`${index}`, { limits, deployment: { day: 100 * worst } })),
        ),
      );
    });
    expect(admissions.filter(isAdmitted)).toHaveLength(100);
    expect(asked).toBeLessThan(5);
  });

  it("is not asked again for a second after it said no", async () => {
    const lastAnswer = () =>
      runInDurableObject(stubOf(deployment()), (_, { storage }) =>
        storage.sql.exec("SELECT value FROM rows WHERE key = 'subject:ann'").one(),
      );
    const subject = subjectOf("ann");
    const poor = { limits, deployment: { day: worst - 1 } };
    expect(await subject.admit(request("1", poor))).toMatchObject({ admitted: false });
    const first = await lastAnswer();
    for (let call = 2; call < 20; call += 1) {
      expect(await subject.admit(request(`${call}`, poor))).toMatchObject({
        refusal: { window: "deployment" },
      });
    }
    expect(await lastAnswer()).toEqual(first);
  });

  it("forgets nothing when the alarm of its object rings early", async () => {
    await subjectOf("ann").admit(request("1", { limits, deployment: { day: 10 * worst } }));
    await runDurableObjectAlarm(stubOf(deployment()));
    expect((await deployment().usage()).used.day).toBe(worst);
  });
});

/** A deployment's object that is only asked for shares. */
function standIn(share: DeploymentLedger["share"]): NonNullable<Env["DEPLOYMENT"]> {
  return {
    getByName: () => ({ share, seen: async () => {} }) as Partial<DeploymentLedger> as DeploymentLedger,
  };
}

/** Tries until the object is there: a call that met its crash is sent again, under the same name. */
async function insist<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await call();
    } catch {
      await new Promise((done) => setTimeout(done, 1));
    }
  }
}
