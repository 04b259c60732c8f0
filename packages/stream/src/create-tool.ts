import {
  type FunctionToolOptions,
  parseStructured,
  type SchemaOutput,
  type StandardSchema,
  toFunctionTool,
  XaiStructuredOutputError,
} from "@xai-edge/core";
import type { ToolCall, ToolDeclaration } from "./protocol.ts";

/** What a function is given beside its arguments. */
export interface CallContext {
  /** Aborted when the call takes too long, and when the run ends before it. */
  readonly signal: AbortSignal;
  readonly call: ToolCall;
}

/** A call whose arguments were checked. */
export interface PreparedCall {
  /** What the function is going to be called with. */
  readonly arguments: unknown;
  readonly run: (context: CallContext) => unknown;
}

/** A function that a model may call, and what runs it. */
export interface RunnableTool extends ToolDeclaration {
  /** Most milliseconds that a call may take, in place of the run's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** Checks the arguments that a model wrote; what it throws the model is told. */
  readonly prepare: (json: string) => PreparedCall | Promise<PreparedCall>;
}

/** What a function is and does, beside the schema of its arguments. */
export interface ToolOptions<Arguments> extends FunctionToolOptions {
  /**
   * Does the work. A text that it returns is the result as it is, anything else is written as JSON. Of what it throws
   * the model is told the message, and nothing else.
   */
  readonly run: (args: Arguments, context: CallContext) => unknown;
  /** Most milliseconds that a call may take, in place of the run's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
}

/**
 * A function of yours for {@link runTools}, with a schema for its arguments that tells the model what to write, checks
 * what it wrote and types what the function gets.
 *
 * @example
 * const weather = createTool(z.object({ city: z.string() }), {
 *   name: "weather",
 *   description: "Tells the weather in a city",
 *   run: async ({ city }, { signal }) => (await fetch(`/weather/${city}`, { signal })).text(),
 * });
 *
 * @throws XaiOptionsError when there is no JSON Schema of the schema.
 */
export function createTool<Schema extends StandardSchema>(
  schema: Schema,
  options: ToolOptions<SchemaOutput<Schema>>,
): RunnableTool {
  const { name, description, parameters } = toFunctionTool(schema, options).function;
  return {
    name,
    description: description ?? undefined,
    parameters: { ...parameters },
    timeoutMs: options.timeoutMs,
    async prepare(json) {
      // Models write nothing at all for a function without arguments.
      const args = await parseStructured(schema, json || "{}").catch(explain);
      return { arguments: args, run: (context) => options.run(args, context) };
    },
  };
}

/** Says to the model what is wrong with what it wrote. */
function explain(reason: unknown): never {
  if (!(reason instanceof XaiStructuredOutputError)) throw reason;
  const issues = reason.issues.map(({ message, path }) => [...path.map(String), message].join(": "));
  throw new Error(issues.join("; ") || "The arguments are not JSON", { cause: reason });
}
