import { XaiOptionsError } from "@xai-edge/core";
import type { RunContext, StreamedRun } from "./streamed-run.ts";

/** An answer to a request: whole, or as a folded stream. */
export type Asked<Event, Answer> = Answer | AskedStream<Event, Answer>;

interface AskedStream<Event, Answer> extends StreamedRun<Event, Answer> {
  /** What arrived of the answer so far. */
  readonly snapshot?: Answer;
}

/** The events of an answer as `tell` puts them, and the answer. One that begins too late is closed as it comes. */
export async function* askModel<Event, Answer extends object, Told>(
  ask: () => Asked<Event, Answer> | Promise<Asked<Event, Answer>>,
  { until }: RunContext,
  tell: (event: Event) => Told,
): AsyncGenerator<Told, Answer> {
  let events: AsyncIterator<Event> | undefined;
  const asking = (async () => {
    const asked = await ask();
    if (isStream(asked)) events = asked[Symbol.asyncIterator]();
    return asked;
  })();
  try {
    const asked = await until(asking);
    if (!isStream(asked)) return asked;
    if (!asked.final) throw new XaiOptionsError("Expected `ask` to fold its stream, got a bare one");
    for (;;) {
      const result = await until((events as AsyncIterator<Event>).next());
      if (result.done) return await until(asked.final());
      yield tell(result.value);
    }
  } finally {
    // Not waited for: a source may answer only after what it is asked at the moment.
    asking.then(() => events?.return?.()).catch(() => {});
  }
}

/** Whether an answer streams. */
export function isStream<Event, Answer extends object>(
  asked: Asked<Event, Answer>,
): asked is AskedStream<Event, Answer> {
  return Symbol.asyncIterator in asked;
}
