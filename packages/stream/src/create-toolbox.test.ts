import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { createTool, type RunnableTool } from "./create-tool.ts";
import { createToolbox } from "./create-toolbox.ts";
import { collect } from "./fixtures/events-of.ts";
import type { ToolCall } from "./protocol.ts";

const none = z.object({});
const callOf = (name: string, id = name, json = "{}"): ToolCall => ({ id, name, arguments: json });
const toolOf = (name: string, run: () => unknown, timeoutMs?: number): RunnableTool =>
  createTool(none, { name, run, timeoutMs });
const never = (): Promise<never> => new Promise(() => {});
const outputs = (results: readonly { output: string }[]): string[] => results.map(({ output }) => output);

describe("what a function returns", () => {
  it.each([
    ["a text", "as it is", "as it is"],
    ["an object", { a: [1] }, '{"a":[1]}'],
    ["nothing", undefined, "null"],
  ])("is told as text: %s", async (_what, value, output) => {
    const toolbox = createToolbox([toolOf("f", () => value)]);
    expect(await toolbox.run([callOf("f")]).final()).toEqual([{ call: callOf("f"), output, isError: false }]);
  });

  it("is a failure when it cannot be written as JSON", async () => {
    const [result] = await createToolbox([toolOf("f", () => 1n)])
      .run([callOf("f")])
      .final();
    expect(result).toMatchObject({ isError: true, output: expect.stringContaining("BigInt") });
  });

  it("is a failure without words when it throws something that is no error", async () => {
    const toolbox = createToolbox([toolOf("f", () => Promise.reject({ token: "secret" }))]);
    expect(outputs(await toolbox.run([callOf("f")]).final())).toEqual(['{"error":"The function failed"}']);
  });
});

describe("the limit of calls at a time", () => {
  it("is reached and never passed, and results keep the order of the calls", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        async (waits, maxConcurrent) => {
          let running = 0;
          let most = 0;
          const wait = createTool(z.object({ turns: z.number(), id: z.number() }), {
            name: "wait",
            run: async ({ turns, id }) => {
              running += 1;
              most = Math.max(most, running);
              for (let turn = 0; turn < turns; turn += 1) await new Promise((go) => setTimeout(go));
              running -= 1;
              if (turns === 3) throw new Error(String(id));
              return { id };
            },
          });
          const calls = waits.map((turns, id) => callOf("wait", `c${id}`, JSON.stringify({ turns, id })));
          const run = createToolbox([wait], { maxConcurrent }).run(calls);
          const events = await collect(run);
          const results = await run.final();
          expect(most).toBeLessThanOrEqual(maxConcurrent);
          const isBusy = waits.every((turns) => turns > 0);
          expect(most).toBeGreaterThanOrEqual(isBusy ? Math.min(maxConcurrent, calls.length) : 0);
          expect(results.map(({ call }) => call)).toEqual(calls);
          for (const [id, { output, isError }] of results.entries()) {
            expect(isError).toBe(waits[id] === 3);
            expect(output).toContain(String(id));
          }
          // Each call starts once and ends once.
          for (const { id } of calls) {
            const own = events.filter(({ call }) => call.id === id).map(({ type }) => type);
            expect(own).toEqual([
              "call_started",
              waits[Number(id.slice(1))] === 3 ? "call_failed" : "call_finished",
            ]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("the time limit of a call", () => {
  it("aborts the function's signal and fails the call, others go on", async () => {
    const reasons: unknown[] = [];
    const slow = createTool(none, {
      name: "slow",
      run: (_args, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reasons.push(signal.reason);
            reject(signal.reason);
          });
        }),
    });
    const toolbox = createToolbox([slow, toolOf("quick", () => "done")], { timeoutMs: 15 });
    const run = toolbox.run([callOf("slow"), callOf("quick")]);
    const events = await collect(run);
    expect(outputs(await run.final())).toEqual(['{"error":"No result after 15 ms"}', "done"]);
    expect(reasons).toMatchObject([{ name: "TimeoutError" }]);
    expect(events).toContainEqual(expect.objectContaining({ type: "call_failed", failure: "timeout" }));
  });

  it("holds for a function that does not mind its signal, and what that does later is for nobody", async () => {
    let fail = (): void => {};
    const deaf = toolOf("deaf", () => new Promise((_, reject) => (fail = () => reject(new Error("late")))));
    const toolbox = createToolbox([deaf], { timeoutMs: 5 });
    const [result] = await toolbox.run([callOf("deaf")]).final();
    fail();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(result?.isError).toBe(true);
  });

  it("of a function itself goes before that of all", async () => {
    const toolbox = createToolbox([toolOf("f", never, 5)], { timeoutMs: 60_000 });
    expect(outputs(await toolbox.run([callOf("f")]).final())).toEqual(['{"error":"No result after 5 ms"}']);
  });

  it("leaves no timer behind", async () => {
    const clear = vi.spyOn(globalThis, "clearTimeout");
    await createToolbox([toolOf("f", () => 1)], { timeoutMs: 60_000 })
      .run([callOf("f")])
      .final();
    expect(clear.mock.calls.some(([timer]) => timer !== undefined)).toBe(true);
    clear.mockRestore();
  });
});

describe("approval", () => {
  const run = vi.fn<() => string>(() => "ran");
  const tool = createTool(z.object({ to: z.string() }), { name: "send", run });
  const call = callOf("send", "call_1", '{"to":"Ada"}');

  it("is asked with the checked arguments, and lets the call run", async () => {
    run.mockClear();
    const approve = vi.fn<() => Promise<boolean>>(async () => true);
    const toolbox = createToolbox([tool], { approve });
    expect(outputs(await toolbox.run([call]).final())).toEqual(["ran"]);
    expect(approve).toHaveBeenCalledWith({ ...call, value: { to: "Ada" } }, { signal: expect.anything() });
  });

  it.each([
    ["false", false, "This call was not approved"],
    ["a reason", { reason: "Ada is away" }, "Ada is away"],
    ["nothing, as from plain JavaScript", undefined, "This call was not approved"],
  ])("refuses with %s, and the model is told", async (_what, approval, message) => {
    run.mockClear();
    const approve = async (): Promise<boolean> => approval as boolean;
    const refused = createToolbox([tool], { approve }).run([call]);
    const events = await collect(refused);
    expect(outputs(await refused.final())).toEqual([JSON.stringify({ error: message })]);
    expect(events).toEqual([{ type: "call_failed", call, failure: "refused", message }]);
    expect(run).not.toHaveBeenCalled();
  });

  it("is not asked for arguments that do not fit", async () => {
    const approve = vi.fn<() => boolean>(() => true);
    await createToolbox([tool], { approve })
      .run([callOf("send")])
      .final();
    expect(approve).not.toHaveBeenCalled();
  });

  it("that throws ends the run, and with it the calls that are under way", async () => {
    const ended = vi.fn<(reason: unknown) => void>();
    const long = createTool(none, {
      name: "long",
      run: (_args, { signal }) => {
        signal.addEventListener("abort", () => ended(signal.reason));
        return never();
      },
    });
    const reason = new Error("no terminal");
    const toolbox = createToolbox([long, tool], {
      approve: ({ name }) => {
        if (name === "send") throw reason;
        return true;
      },
    });
    await expect(toolbox.run([callOf("long"), call, call]).final()).rejects.toBe(reason);
    expect(ended).toHaveBeenCalledWith(reason);
  });
});

describe("an abort", () => {
  it("ends the run at once, tells the functions, and starts no further call", async () => {
    const controller = new AbortController();
    const told = vi.fn<(reason: unknown) => void>();
    const begun = vi.fn<() => void>();
    const deaf = createTool(none, {
      name: "deaf",
      run: (_args, { signal }) => {
        begun();
        signal.addEventListener("abort", () => told(signal.reason));
        return never();
      },
    });
    const toolbox = createToolbox([deaf], { maxConcurrent: 2 });
    const run = toolbox.run([callOf("deaf"), callOf("deaf"), callOf("deaf")], controller);
    const reason = new Error("the page was closed");
    const events: string[] = [];
    const reading = (async () => {
      for await (const { type } of run) {
        events.push(type);
        if (events.length === 2) setTimeout(() => controller.abort(reason));
      }
    })();
    await expect(reading).rejects.toBe(reason);
    await expect(run.final()).rejects.toBe(reason);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told.mock.calls).toEqual([[reason], [reason]]);
    expect(begun).toHaveBeenCalledTimes(2);
  });

  it("ends a run whose reader rests between two events, too", async () => {
    const controller = new AbortController();
    const told = vi.fn<() => void>();
    const deaf = createTool(none, {
      name: "deaf",
      run: (_args, { signal }) => {
        signal.addEventListener("abort", told);
        return never();
      },
    });
    const run = createToolbox([deaf]).run([callOf("deaf")], controller);
    const iterator = run[Symbol.asyncIterator]();
    await iterator.next();
    controller.abort("enough");
    await expect(run.final()).rejects.toBe("enough");
    expect(told).toHaveBeenCalledOnce();
    await expect(iterator.next()).rejects.toBe("enough");
  });

  it("while arguments are checked or approval is waited for runs nothing any more", async () => {
    const f = vi.fn<() => void>();
    let go = (): void => {};
    const gate = (): Promise<void> => new Promise((resolve) => (go = resolve));
    const slowToCheck = createTool(
      none.refine(async () => {
        await gate();
        return true;
      }),
      { name: "f", jsonSchema: { type: "object" }, run: f },
    );
    const approve = async (): Promise<boolean> => {
      await gate();
      return true;
    };
    const asked = vi.fn<() => boolean>(() => true);
    for (const toolbox of [
      createToolbox([slowToCheck], { approve: asked }),
      createToolbox([toolOf("f", f)], { approve }),
    ]) {
      const controller = new AbortController();
      const run = toolbox.run([callOf("f")], controller);
      const ended = run.final().catch((reason: unknown) => reason);
      await new Promise((resolve) => setTimeout(resolve, 1));
      controller.abort("enough");
      expect(await ended).toBe("enough");
      go();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(f).not.toHaveBeenCalled();
    expect(asked).not.toHaveBeenCalled();
  });

  it("before the beginning runs nothing", async () => {
    const f = vi.fn<() => void>();
    const run = createToolbox([toolOf("f", f)]).run([callOf("f")], { signal: AbortSignal.abort("no") });
    await expect(run.final()).rejects.toBe("no");
    expect(f).not.toHaveBeenCalled();
  });
});

describe("a run of calls", () => {
  it("that fails while its reader rests waits for that reader", async () => {
    const toolbox = createToolbox([toolOf("f", never)], {
      approve: () => Promise.reject(new Error("no terminal")),
    });
    const iterator = toolbox.run([callOf("gone"), callOf("f")])[Symbol.asyncIterator]();
    expect((await iterator.next()).value).toMatchObject({ failure: "unknown_function" });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(iterator.next()).rejects.toThrow("no terminal");
  });

  it("that is left ends the calls; its result rejects", async () => {
    const told = vi.fn<() => void>();
    const deaf = createTool(none, {
      name: "deaf",
      run: (_args, { signal }) => {
        signal.addEventListener("abort", told);
        return never();
      },
    });
    const run = createToolbox([deaf]).run([callOf("deaf")]);
    for await (const event of run) if (event.type === "call_started") break;
    expect(told).toHaveBeenCalledOnce();
    await expect(run.final()).rejects.toMatchObject({ name: "AbortError" });
  });

  it("is iterated once", async () => {
    const run = createToolbox([]).run([]);
    expect(await run.final()).toEqual([]);
    expect(() => run[Symbol.asyncIterator]()).toThrow(
      expect.objectContaining({ code: "stream_already_read" }),
    );
  });
});

describe("options", () => {
  it.each([
    { maxConcurrent: 0 },
    { maxConcurrent: NaN },
    { timeoutMs: 0 },
    { timeoutMs: 2 ** 31 },
    { timeoutMs: Infinity },
  ])("that cannot work are refused: %o", (options) => {
    expect(() => createToolbox([], options)).toThrow(expect.objectContaining({ kind: "options" }));
  });

  it("of a function are checked, too", () => {
    expect(() => createToolbox([toolOf("f", never, -1)])).toThrow(/Expected timeoutMs from 1 /);
  });

  it("with two functions of one name are refused", () => {
    expect(() => createToolbox([toolOf("f", never), toolOf("f", never)])).toThrow(
      "Expected functions of different names, got f twice",
    );
  });
});
