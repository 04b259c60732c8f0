import { XaiOptionsError } from "@xai-edge/core";
import type { RunnableTool } from "./create-tool.ts";
import { expectWithin } from "./expect-within.ts";
import type { ToolCall, ToolDeclaration, ToolResult } from "./protocol.ts";
import { type CallEvent, type ToolCallOptions, runCall } from "./run-call.ts";
import { createRun, type StreamedRun } from "./streamed-run.ts";

/** How a toolbox runs calls. */
export interface ToolboxOptions extends ToolCallOptions {
  /** How many calls may run at the same time, from 1. Default: 8. */
  readonly maxConcurrent?: number | undefined;
}

/** Functions that a model may call, ready to run. */
export interface Toolbox {
  readonly tools: readonly ToolDeclaration[];
  /**
   * Runs calls side by side; its result has one for each call, in the order of the calls. Whatever goes wrong with a
   * call becomes its result. When the signal is aborted it throws the signal's reason at once, and so do the functions
   * get to know.
   */
  readonly run: (
    calls: readonly ToolCall[],
    options?: { readonly signal?: AbortSignal | undefined },
  ) => StreamedRun<CallEvent, ToolResult[]>;
}

/**
 * Functions for {@link runTools}, or for a loop of your own, and how their calls are run.
 *
 * @throws XaiOptionsError when a limit is out of range, or two functions have the same name.
 */
export function createToolbox(
  tools: readonly RunnableTool[],
  { maxConcurrent = 8, ...options }: ToolboxOptions = {},
): Toolbox {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  expectWithin("maxConcurrent", maxConcurrent, 1);
  for (const tool of tools) {
    if (byName.get(tool.name) === tool) continue;
    throw new XaiOptionsError(`Expected functions of different names, got ${tool.name} twice`);
  }
  // Timers of more than 31 bits go off at once.
  for (const { timeoutMs = 1 } of [options, ...tools]) expectWithin("timeoutMs", timeoutMs, 1, 2 ** 31 - 1);

  return {
    tools,
    run: (calls, { signal: outer } = {}) =>
      createRun(async function* ({ signal, until }) {
        const results: ToolResult[] = [];
        const events: CallEvent[] = [];
        let at = 0;
        let isDone = false;
        let wake = (): void => {};
        const emit = (event: CallEvent): void => {
          events.push(event);
          wake();
        };
        const work = async (): Promise<void> => {
          while (at < calls.length) {
            const index = at++;
            const call = calls[index];
            if (call) results[index] = await runCall(call, byName.get(call.name), options, signal, emit);
          }
        };
        const working = Promise.all(calls.slice(0, maxConcurrent).map(work)).then(() => (isDone = true));
        // The run may be over before somebody waits for this.
        working.catch(() => {});
        for (;;) {
          if (events.length > 0) yield* events.splice(0);
          else if (isDone) return results;
          else await until(Promise.race([working, new Promise<void>((resolve) => (wake = resolve))]));
        }
      }, outer),
  };
}
