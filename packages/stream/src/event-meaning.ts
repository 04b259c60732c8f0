import type { Fields } from "./wire-fields.ts";

/** What the type of a Responses event says. */
export interface EventMeaning {
  /**
   * What the event is about: `text`, the state of a `call`, a `preview` of what it makes, or the field that holds it:
   * `response`, `item`, `part`, `annotation`.
   */
  readonly about: string;
  /** What happened to it. */
  readonly outcome: string;
  /** How an item begins that was not announced before this event. */
  readonly item: Fields;
  /** The list of the item in which the part stands; empty when the event is about the item itself. */
  readonly list: string;
  /** How a part begins that was not announced before this event. */
  readonly part: Fields;
  /** The field that a text goes into. */
  readonly field: string;
}

const SUBJECT =
  /^(?:(.+_call|mcp_list_tools)_?(.*)|(?:output|content|(reasoning)(_summary)?)?_?(item|part|(text|refusal)))$/;

/**
 * Reads the type of an event: `response.<outcome>` or `response.<subject>.<outcome>`. Tool calls of any name are
 * understood by the pattern that all follow: `<name>_call` is about the call, `<name>_call_<field>` about a text of it.
 */
export function meaningOf(type: unknown): EventMeaning {
  const [, subject = "", outcome = subject] = String(type).split(".");
  const [, call, callField, isThought, isSummary, noun = "response", text] = SUBJECT.exec(subject) ?? [];
  const list = call ? "" : isSummary ? "summary" : "content";
  const field = callField || noun;
  const status = "in_progress";
  const state = /(ing|ed|progress)$/.test(outcome) ? "call" : "preview";
  return {
    about: outcome === "annotation" ? outcome : text || callField ? "text" : call ? state : noun,
    outcome,
    item: call
      ? { type: call, status }
      : isThought
        ? { type: "reasoning", status, summary: [] }
        : { type: "message", status, role: "assistant", content: [] },
    list,
    part: {
      type: text === "text" ? `${isSummary ? list : (isThought ?? "output")}_text` : text,
      [field]: "",
    },
    field,
  };
}
