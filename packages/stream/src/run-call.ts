import type { CallContext, PreparedCall, RunnableTool } from "./create-tool.ts";
import type { ToolCall, ToolResult } from "./protocol.ts";
import { toFailure } from "./to-failure.ts";

/** A call that waits to be approved. */
export interface ApprovableCall extends ToolCall {
  /** What the function would be called with: the arguments, checked by its schema. */
  readonly value: unknown;
}

/** `true` lets a call run; anything else refuses it, and the model is told the reason. */
export type Approval = boolean | { readonly reason: string };

/** Why a call has no result of its function. */
export type CallFailure = "unknown_function" | "invalid_arguments" | "refused" | "timeout" | "thrown";

/** What happens to a call. Only a call that started has run; each finishes or fails, once. */
export type CallEvent =
  | { readonly type: "call_started"; readonly call: ToolCall }
  | { readonly type: "call_finished"; readonly call: ToolCall; readonly output: string }
  | {
      readonly type: "call_failed";
      readonly call: ToolCall;
      readonly failure: CallFailure;
      /** What the model is told. */
      readonly message: string;
      /** What was thrown, by the schema or the function. */
      readonly reason?: unknown;
    };

/** How calls are run. */
export interface ToolCallOptions {
  /**
   * Asked before each call whose arguments are in order; `timeoutMs` does not count meanwhile. What it throws ends the
   * run.
   */
  readonly approve?:
    | ((call: ApprovableCall, context: { readonly signal: AbortSignal }) => Approval | Promise<Approval>)
    | undefined;
  /** Most milliseconds that a call may take. Default: no limit. */
  readonly timeoutMs?: number | undefined;
}

/** Runs one call, and tells what happens. Throws only what `approve` throws, and the reason of the signal. */
export async function runCall(
  call: ToolCall,
  tool: RunnableTool | undefined,
  { approve, timeoutMs }: ToolCallOptions,
  signal: AbortSignal,
  emit: (event: CallEvent) => void,
): Promise<ToolResult> {
  const fail = (failure: CallFailure, message: string, reason?: unknown): ToolResult => {
    emit({ type: "call_failed", call, failure, message, ...(reason !== undefined && { reason }) });
    return toFailure(call, message);
  };
  if (!tool) return fail("unknown_function", `There is no function ${call.name}`);
  let prepared: PreparedCall;
  try {
    prepared = await tool.prepare(call.arguments);
  } catch (reason) {
    return fail("invalid_arguments", messageOf(reason), reason);
  }
  signal.throwIfAborted();
  const approval = approve ? await approve({ ...call, value: prepared.arguments }, { signal }) : true;
  signal.throwIfAborted();
  if (approval !== true) {
    return fail("refused", (approval && approval.reason) || "This call was not approved");
  }
  emit({ type: "call_started", call });
  const limit = tool.timeoutMs ?? timeoutMs;
  const controller = new AbortController();
  try {
    const value = await runWithin(prepared, { call, signal: controller.signal }, controller, limit, signal);
    const output = typeof value === "string" ? value : (JSON.stringify(value) ?? "null");
    emit({ type: "call_finished", call, output });
    return { call, output, isError: false };
  } catch (reason) {
    signal.throwIfAborted();
    return controller.signal.aborted
      ? fail("timeout", `No result after ${limit} ms`, reason)
      : fail("thrown", messageOf(reason), reason);
  }
}

/** Runs a function no longer than its signal lasts, whether it minds that or not. */
async function runWithin(
  { run }: PreparedCall,
  context: CallContext,
  controller: AbortController,
  limitMs: number | undefined,
  outer: AbortSignal,
): Promise<unknown> {
  const abort = (): void => controller.abort(outer.reason);
  const timer =
    limitMs === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(new DOMException("The call took too long", "TimeoutError")),
          limitMs,
        );
  outer.addEventListener("abort", abort);
  try {
    return await new Promise((resolve, reject) => {
      context.signal.addEventListener("abort", () => reject(context.signal.reason));
      (async () => run(context))().then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    outer.removeEventListener("abort", abort);
  }
}

/** Only the words: a stack or a cause may hold what is none of the model's business. */
function messageOf(reason: unknown): string {
  return (reason instanceof Error && reason.message) || "The function failed";
}
