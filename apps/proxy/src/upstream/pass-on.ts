import { type Bill, billIn } from "./bill.ts";
import { blankLine, dataOfEvents } from "./data-of-events.ts";
import { createEventTail } from "./event-tail.ts";
import { createJsonOutline } from "./json-outline.ts";
import { createKeyWatch } from "./key-watch.ts";
import { type BodyEnd, meterBody } from "./metered-body.ts";
import { parseOrNothing } from "./parse-or-nothing.ts";
import { createStreamBill } from "./stream-bill.ts";

/** How the body of a call reached the client, and what it said it used. */
export interface Passed {
  readonly end: BodyEnd;
  /** Absent when the answer carried none, or was not looked at. */
  readonly bill?: Bill;
}

export interface PassOnOptions {
  /**
   * `exact` looks at the bytes as they pass and finds the bill in them. `reserve` leaves streams to workerd, which moves them
   * without JavaScript: their bill stays unknown. Other answers are looked at in both.
   */
  readonly metering: "exact" | "reserve";
  readonly clientSignal: AbortSignal;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Ends the call at the upstream. */
  readonly giveUp: () => void;
  /**
   * Gets a JSON answer without its long texts, or the first and the last events of a stream, some of them twice: they carry the
   * ids that a call hands out. The client does not see the end of the answer before it has resolved.
   */
  readonly onAnswer?: (answer: unknown) => Promise<void>;
  /** Of what is looked at, an answer that holds this breaks off before it. */
  readonly apiKey?: string;
}

/** The largest last event, or JSON answer without its long texts, in which a bill is looked for. */
const maxSeenBytes = 4 * 1024 * 1024;

/** Passes the body of a successful answer on, byte for byte. */
export function passOn(
  upstream: Response,
  options: PassOnOptions,
): { readonly body: ReadableStream<Uint8Array> | null; readonly passed: Promise<Passed> } {
  const { body } = upstream;
  if (body === null) return { body, passed: Promise.resolve({ end: "whole" }) };
  const type = upstream.headers.get("content-type")?.toLowerCase() ?? "";
  const isStream = type.startsWith("text/event-stream");
  if (isStream ? options.metering === "reserve" : /^(audio|video|image)\/|\/octet-stream/.test(type)) {
    return passUnseen(body, options);
  }
  if (isStream) return passEvents(body, options);
  if (type.includes("json")) return passJson(body, options);
  const { readable, ended } = meterBody(body, { ...options, see: createGuard(options.apiKey) });
  return { body: readable, passed: ended.then((end) => ({ end })) };
}

function passEvents(
  body: ReadableStream<Uint8Array>,
  { onAnswer, apiKey, ...options }: PassOnOptions,
): ReturnType<typeof passOn> {
  const guard = createGuard(apiKey);
  const tail = createEventTail({ maxBytes: maxSeenBytes });
  const first = onAnswer && createFirstEvents(onAnswer);
  const { readable, ended } = meterBody(body, {
    ...options,
    see: (bytes) => {
      guard(bytes);
      first?.add(bytes);
      tail.add(bytes);
    },
    beforeEnd: async () => {
      if (onAnswer === undefined) return;
      await first?.handled();
      for (const data of dataOfEvents(tail.read() ?? "")) await onAnswer(parseOrNothing(data));
    },
  });
  const passed = ended.then((end): Passed => {
    const bill = billInEvents(tail.read() ?? "", end === "whole");
    return { end, ...(bill && { bill }) };
  });
  return { body: readable, passed };
}

/** The bill in the last events of a stream, as their text. */
export function billInEvents(text: string, isWhole: boolean): Bill | undefined {
  const bill = createStreamBill();
  for (const data of dataOfEvents(text)) bill.add(data);
  return bill.read(isWhole);
}

function passJson(
  body: ReadableStream<Uint8Array>,
  { onAnswer, apiKey, ...options }: PassOnOptions,
): ReturnType<typeof passOn> {
  const guard = createGuard(apiKey);
  const outline = createJsonOutline({ maxBytes: maxSeenBytes });
  let answer: unknown;
  const { readable, ended } = meterBody(body, {
    ...options,
    see: (bytes) => {
      guard(bytes);
      outline.add(bytes);
    },
    beforeEnd: async () => {
      answer = parseOrNothing(outline.read() ?? "");
      await onAnswer?.(answer);
    },
  });
  const passed = ended.then((end): Passed => {
    const bill = billIn(answer);
    return { end, ...(bill && { bill }) };
  });
  return { body: readable, passed };
}

/** Throws for bytes that bring the key, which ends the passing on. */
function createGuard(apiKey: string | undefined): (bytes: Uint8Array) => void {
  const hasKey = apiKey === undefined ? () => false : createKeyWatch(apiKey);
  return (bytes) => {
    if (hasKey(bytes)) throw new Error("The upstream sent the proxy's own key");
  };
}

/** Both ends are workerd's own, so that not one chunk wakes JavaScript; what is known afterwards is that it ended. */
function passUnseen(
  body: ReadableStream<Uint8Array>,
  { clientSignal, totalTimeoutMs, giveUp }: PassOnOptions,
): ReturnType<typeof passOn> {
  const { readable, writable } = new IdentityTransformStream();
  let isLate = false;
  // The call itself is ended, not the piping: workerd heeds a signal of that between two chunks only.
  const timer = setTimeout(() => {
    isLate = true;
    giveUp();
  }, totalTimeoutMs);
  const endOfFailure = (): BodyEnd => {
    if (isLate) return "total_timeout";
    return clientSignal.aborted ? "client_left" : "upstream_lost";
  };
  const passed = body.pipeTo(writable).then((): BodyEnd => "whole", endOfFailure);
  return {
    body: readable,
    passed: passed.then((end) => {
      clearTimeout(timer);
      return { end };
    }),
  };
}

/** Those before the one that hands out an id are pings and the like. */
const firstEvents = 4;

/** Waits for the first events of a stream that are JSON. */
function createFirstEvents(onAnswer: (event: unknown) => Promise<void>): {
  add: (bytes: Uint8Array) => void;
  handled: () => Promise<unknown>;
} {
  const decoder = new TextDecoder();
  const handled: Promise<void>[] = [];
  let text = "";
  return {
    add(bytes) {
      if (handled.length === firstEvents || text.length > maxSeenBytes) return;
      text += decoder.decode(bytes, { stream: true });
      if (!blankLine.test(text)) return;
      const whole = dataOfEvents(text).slice(0, -1);
      text = text.split(blankLine).at(-1) ?? "";
      for (const data of whole) {
        const event = parseOrNothing(data);
        if (event === undefined || handled.length === firstEvents) continue;
        const handling = onAnswer(event);
        // Whoever waits for the end hears of it.
        handling.catch(() => {});
        handled.push(handling);
      }
    },
    handled: () => Promise.all(handled),
  };
}
