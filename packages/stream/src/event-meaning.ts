import type { Fields } from "./wire-fields.ts";

/** What the type of a Responses event says. */
export interface EventMeaning {
  /** What the event is about: `response`, `item`, `part`, `text` and `refusal`, `annotation`, `call`. */
  readonly about: string;
  /** What happened to it. */
  readonly outcome: string;
  /** How an item begins that was not announced before this event. */
  readonly item: Fields;
  /** The list of the item in which the part stands; empty when the event is about the item itself. */
  readonly list: string;
  /** The field of the event that says where in that list. */
  readonly listIndex: string;
  /** How a part begins that was not announced before this event. */
  readonly part: Fields;
  /** The field that a text goes into. */
  readonly field: string;
}

const KNOWN = /^(?:(?:output|content|reasoning|reasoning_summary)_)?(item|part|text|refusal)$/;

/**
 * Reads the type of an event: `response.<outcome>` or `response.<subject>.<outcome>`. Tool calls of any name are
 * understood by the pattern that all follow: `<name>_call` is about the call, `<name>_call_<field>` about a text of it.
 */
export function meaningOf(type: unknown): EventMeaning {
  const [, subject = "", outcome] = String(type).split(".");
  const [name = "", callField] = subject.split("_call");
  const [, noun = ""] = KNOWN.exec(subject) ?? [];
  const text = "";
  let about = outcome === "annotation" ? outcome : noun;
  let field = "text";
  let list = "content";
  let item: Fields = { type: "message", role: "assistant", content: [] };
  let part: Fields = { type: "output_text", text };
  if (noun === "refusal") {
    field = noun;
    part = { type: noun, refusal: text };
  }
  if (name.startsWith("reasoning")) {
    item = { type: "reasoning", summary: [] };
    part = { type: "reasoning_text", text };
    if (name.includes("summary")) {
      list = "summary";
      part = { type: "summary_text", text };
    }
  }
  if (callField !== undefined) {
    about = callField ? "text" : "call";
    field = callField.slice(1);
    list = "";
    item = { type: `${name}_call` };
  }
  item["status"] = "in_progress";
  if (outcome === undefined) about = "response";
  return { about, outcome: outcome ?? subject, item, list, listIndex: `${list}_index`, part, field };
}
