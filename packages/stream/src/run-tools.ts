import { costOf, XaiOptionsError } from "@xai-edge/core";
import { addUsage } from "./add-usage.ts";
import { askModel, type Asked } from "./ask-model.ts";
import type { Toolbox } from "./create-toolbox.ts";
import type { AnyAnswer, Protocol, ToolResult, Turn, TurnInput, UsageOf } from "./protocol.ts";
import type { CallEvent } from "./run-call.ts";
import { toFailure } from "./to-failure.ts";
import { createRun, type RunContext, type StreamedRun } from "./streamed-run.ts";
import { itemsOfTurns, toAnswerTurn, toInputTurn } from "./to-turn.ts";

/** How to run tools. */
export interface RunToolsOptions<Item, Next, Tool, Answer extends AnyAnswer, Event> {
  /**
   * Asks the model: `next` and `tools` go into the request, which may have more of both. `step` counts from 1.
   */
  readonly ask: (
    next: Next & { tools: Tool[] },
    options: { readonly signal: AbortSignal },
    step: number,
  ) => Asked<Event, Answer> | Promise<Asked<Event, Answer>>;
  readonly toolbox: Toolbox;
  /** What is said to the model; a text is what the user says. */
  readonly input: TurnInput<Item>;
  /** The conversation before. */
  readonly after?: readonly Turn<Item>[] | undefined;
  /** How often the model may be asked, from 1. Default: 10. */
  readonly maxSteps?: number | undefined;
  /** How many US dollars may have been spent before the model is asked again, above 0. Default: no limit. */
  readonly maxCostUsd?: number | undefined;
  /** What an answer cost in US dollars, where its `usage` does not state it. */
  readonly costOf?: ((answer: Answer) => number | undefined) | undefined;
  /** Ends the run and all calls at once; what comes out is the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What happens in a run. Each step is the model's answer, event by event, and the calls in it. */
export type ToolRunEvent<Event, Answer> = { readonly step: number } & (
  | { readonly type: "step_started" }
  | { readonly type: "wire_event"; readonly event: Event }
  | CallEvent
  | { readonly type: "step_finished"; readonly answer: Answer; readonly results: readonly ToolResult[] }
);

/** What a run came to so far: all steps that finished. */
export interface ToolRunProgress<Item, Answer extends AnyAnswer> {
  readonly steps: number;
  /** What the run adds to the conversation: the input, the answers and the results. */
  readonly turns: readonly Turn<Item>[];
  /** The usage of all answers, added up. */
  readonly usage: UsageOf<Answer> | undefined;
  /** The bill of all answers in US dollars; undefined as soon as one of them does not state its own. */
  readonly costUsd: number | undefined;
}

/**
 * What a run came to. Only `answered` has an answer. `max_steps` and `max_cost` ended it before the model was done, and
 * so did `cost_unknown`: there is a `maxCostUsd`, and an answer without a price. With `cut_off` the model's last answer
 * is not whole, and the calls in it were not run. The conversation can be continued after each.
 */
export type ToolRunResult<Item, Answer extends AnyAnswer> = ToolRunProgress<Item, Answer> & {
  /** The whole conversation as the wire has it, what came before the run included; each call has its result. */
  readonly transcript: Item[];
} & (
    | { readonly stop: "answered"; readonly answer: Answer }
    | { readonly stop: "max_steps" | "max_cost" | "cost_unknown" | "cut_off"; readonly answer?: undefined }
  );

/** A run of tools. */
export interface ToolRun<Item, Answer extends AnyAnswer, Event> extends StreamedRun<
  ToolRunEvent<Event, Answer>,
  ToolRunResult<Item, Answer>
> {
  /** What it came to so far, also after a failure. */
  readonly progress: () => ToolRunProgress<Item, Answer>;
}

/**
 * Asks a model, runs the functions that it calls, tells it their results and asks again, until it calls none. Whatever
 * goes wrong with a call, the model is told as its result. Calls begin once the answer that holds them is whole, and run
 * side by side.
 *
 * @example
 * const run = runTools(responseProtocol, {
 *   ask: async (next, options) =>
 *     foldResponse(await xai.responses.create({ model: "grok-4", ...next }, options)),
 *   toolbox: createToolbox([weather]),
 *   input: "Do I need a coat in Oslo?",
 * });
 * for await (const event of run) console.log(event.type);
 * const { answer, costUsd } = await run.final();
 *
 * @throws XaiOptionsError when the options cannot work. The run throws what `ask` and its stream throw.
 */
export function runTools<Item extends object, Next, Tool, Answer extends AnyAnswer, Event>(
  protocol: Protocol<Item, Next, Tool, Answer>,
  options: RunToolsOptions<Item, Next, Tool, Answer, Event>,
): ToolRun<Item, Answer, Event> {
  const { ask, toolbox, input, after = [], maxSteps = 10, maxCostUsd = Infinity } = options;
  if (!(maxSteps >= 1 && maxCostUsd > 0)) {
    throw new XaiOptionsError(
      `Expected maxSteps from 1 and maxCostUsd above 0, got ${maxSteps} and ${maxCostUsd}`,
    );
  }
  let progress: ToolRunProgress<Item, Answer> = {
    steps: 0,
    turns: [toInputTurn(input)],
    usage: undefined,
    costUsd: 0,
  };

  async function* work(
    context: RunContext,
  ): AsyncGenerator<ToolRunEvent<Event, Answer>, ToolRunResult<Item, Answer>> {
    for (;;) {
      const { signal } = context;
      const { costUsd, steps, turns, usage } = progress;
      const step = steps + 1;
      yield { type: "step_started", step };
      const next = { ...protocol.next([...after, ...turns]), tools: toolbox.tools.map(protocol.toTool) };
      const answer = yield* askModel(
        () => ask(next, { signal }, step),
        context,
        (event) => ({ type: "wire_event", step, event }),
      );
      const turn = toAnswerTurn(protocol, answer);
      const calls = turn.items.flatMap(protocol.callsIn);
      const isCutOff = protocol.isCutOff(answer);
      const results = isCutOff
        ? calls.map((call) => toFailure(call, "The answer broke off before this call"))
        : yield* askModel(
            () => toolbox.run(calls, { signal }),
            context,
            (event) => ({ step, ...event }),
          );
      progress = {
        steps: step,
        turns: [...turns, turn, ...(calls.length > 0 ? [toInputTurn(protocol.toResults(results))] : [])],
        usage: addUsage(usage, answer.usage as UsageOf<Answer> | undefined),
        costUsd: addCost(costUsd, costOf(answer.usage) ?? options.costOf?.(answer)),
      };
      yield { type: "step_finished", step, answer, results };
      const transcript = itemsOfTurns([...after, ...progress.turns]);
      if (calls.length === 0 && !isCutOff) return { ...progress, transcript, stop: "answered", answer };
      const stop = isCutOff
        ? "cut_off"
        : step >= maxSteps
          ? "max_steps"
          : limitOf(progress.costUsd, maxCostUsd);
      if (stop) return { ...progress, transcript, stop };
    }
  }

  return Object.assign(createRun(work, options.signal), { progress: () => progress });
}

/** To the tick, which sums of dollars are not by themselves. */
function addCost(total: number | undefined, cost: number | undefined): number | undefined {
  return total === undefined || cost === undefined ? undefined : Math.round((total + cost) * 1e10) / 1e10;
}

function limitOf(spentUsd: number | undefined, maxUsd: number): "max_cost" | "cost_unknown" | undefined {
  if (maxUsd === Infinity) return undefined;
  if (spentUsd === undefined) return "cost_unknown";
  return spentUsd >= maxUsd ? "max_cost" : undefined;
}
