import type { Wire } from "@xai-edge/core";
import { meaningOf } from "./event-meaning.ts";
import type { Fold } from "./fold.ts";
import { childOf, type GrowingNode, takeOver } from "./growing-node.ts";
import { addText, type Fields, fieldsOf, isFields, isNothing } from "./wire-fields.ts";

/**
 * Folds the events of a streamed response into what the same request returns without `stream`, with no waiting: for
 * loops that look at each event anyway. What `done` events and the last event carry whole replaces what the deltas
 * added up to; only an empty `output` at the end does not replace items that arrived. Events after the last one, and
 * events of unknown types, change nothing.
 *
 * An event of text costs 0.12 µs in Node 24, where its `JSON.parse` costs 0.54.
 */
export function createResponseFold(): Fold<Wire.ResponseStreamEvent, Wire.ModelResponse> {
  const snapshot: Wire.ModelResponse = {
    id: "",
    object: "response",
    model: "",
    status: "in_progress",
    output: [],
  };
  const response = fieldsOf(snapshot);
  const root: GrowingNode = { index: 0, value: response, lists: {} };
  /** Set by the last event. */
  let isWhole: boolean | undefined;
  let event: Fields = {};
  let meaning = meaningOf("");
  /** What the text of the last event went into, as long as nothing else happened. */
  let text: Fields | undefined;

  function grow(node: GrowingNode, announced: Fields | undefined): GrowingNode {
    if (announced) takeOver(node, announced, meaning.outcome === "done");
    return node;
  }

  /** The item that the event names by its index and id. */
  function itemOf(announced?: Fields): GrowingNode {
    const id = event["item_id"] ?? announced?.["id"];
    const begin = announced ?? (id ? { id, ...meaning.item } : meaning.item);
    return grow(childOf(root, "output", event["output_index"], begin, id), announced);
  }

  /** The part of the item that the event names by its index. */
  function partOf(announced?: Fields): GrowingNode {
    const { list, part } = meaning;
    const at = event[`${list}_index`] ?? 0;
    return grow(childOf(itemOf(), list, at, announced ?? part), announced);
  }

  /** What to do with what an event holds in the field that it is about. */
  const grown: Readonly<Record<string, (announced: Fields) => unknown>> = {
    item: itemOf,
    part: partOf,
    annotation(announced) {
      const part = partOf();
      const { length } = (part.lists["annotations"] ??= []);
      grow(childOf(part, "annotations", event["annotation_index"] ?? length, announced), announced);
    },
    response(whole) {
      const { outcome } = meaning;
      const { output } = response;
      const isEnd = /^(completed|incomplete|failed|cancelled|done)$/.test(outcome);
      if (isEnd) isWhole = outcome !== "failed";
      takeOver(root, isEnd && isNothing(whole["output"] ?? null) ? { ...whole, output } : whole, isEnd);
    },
  };

  function addToText(): void {
    const { field, list, outcome } = meaning;
    text ??= (list ? partOf() : itemOf()).value;
    if (outcome === "delta") {
      addText(text, field, event["delta"]);
      addLogprobs(text, event["logprobs"]);
    } else if (outcome === "done" && typeof event[field] === "string") text[field] = event[field];
  }

  return {
    snapshot,
    get isWhole() {
      return isWhole ?? false;
    },
    add(next) {
      if (isWhole !== undefined) return;
      const last = event;
      event = fieldsOf(next);
      // Most events add to the same text as the one before, and then nothing has to be looked for.
      if (!isSamePlace(event, last)) {
        text = undefined;
        meaning = meaningOf(event["type"]);
      }
      const { about, outcome } = meaning;
      const announced = event[about];
      if (about === "text") addToText();
      else if (about === "call") itemOf().value["status"] = outcome;
      else if (isFields(announced)) grown[about]?.(announced);
    },
  };
}

function addLogprobs(text: Fields, logprobs: unknown): void {
  const { logprobs: own } = text;
  if (!Array.isArray(logprobs)) return;
  if (Array.isArray(own)) for (const one of logprobs) own.push(one);
  else text["logprobs"] = logprobs.slice();
}

/** Whether two events are of one type and about the same place. */
function isSamePlace(one: Fields, other: Fields): boolean {
  return (
    one["type"] === other["type"] &&
    one["item_id"] === other["item_id"] &&
    one["output_index"] === other["output_index"] &&
    one["content_index"] === other["content_index"] &&
    one["summary_index"] === other["summary_index"]
  );
}
