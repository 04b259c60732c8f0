import type { Wire } from "@xai-edge/core";
import { type EventMeaning, meaningOf } from "./event-meaning.ts";
import type { Fold } from "./fold.ts";
import { inOrder, nextIndex, type Slot, toIndex } from "./slots.ts";
import { addText, addToField, type Fields, fieldsOf, isFields, keepField } from "./wire-fields.ts";

interface GrowingItem extends Slot {
  /** The parts in its lists. */
  parts: Record<string, Slot[]>;
}

/**
 * Folds the events of a streamed response into what the same request returns without `stream`, with no waiting: for
 * loops that look at each event anyway. What `done` events and the last event carry whole replaces what the deltas
 * added up to; only an empty `output` at the end does not replace items that arrived. Events after the last one, and
 * events of unknown types, change nothing.
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
  const items: GrowingItem[] = [];
  const meanings = new Map<unknown, EventMeaning>();
  let end: string | undefined;

  /** The item that an event names by its index and id. One that is not there yet begins as `announced`. */
  function itemOf(event: Fields, meaning: EventMeaning, announced?: Fields): GrowingItem {
    const id = event["item_id"] ?? announced?.["id"];
    const at = toIndex(event["output_index"], undefined);
    const known = items.findLast(
      ({ index, value }) => index === (at ?? index) && (!id || !value["id"] || value["id"] === id),
    );
    if (known !== undefined) return known;
    const begun: GrowingItem = { index: at ?? nextIndex(items), value: {}, parts: {} };
    items.push(begun);
    setItem(begun, announced ?? (id ? { id, ...meaning.item } : meaning.item));
    return begun;
  }

  /** The item becomes a copy of this one, as deep as later events reach into it. */
  function setItem(growing: GrowingItem, from: Fields): void {
    const item = { ...from };
    growing.value = item;
    growing.parts = {};
    for (const list of ["content", "summary"]) {
      const parts = item[list];
      if (!Array.isArray(parts)) continue;
      const slots = parts.map((part, index) => ({ index, value: ownPart(part) }));
      growing.parts[list] = slots;
      item[list] = inOrder(slots);
    }
    response["output"] = inOrder(items);
  }

  /** The part that an event names. One that is not there yet begins as `announced`. */
  function partOf(event: Fields, meaning: EventMeaning, announced?: Fields): Fields {
    const { list, outcome } = meaning;
    const { value: item, parts } = itemOf(event, meaning);
    const slots = (parts[list] ??= []);
    const at = toIndex(event[meaning.listIndex], 0);
    const slot = slots.find(({ index }) => index === at);
    if (slot && !(announced && outcome === "done")) {
      fillIn(slot.value, announced);
      return slot.value;
    }
    const value = ownPart(announced ?? meaning.part);
    if (slot) slot.value = value;
    else slots.push({ index: at, value });
    item[list] = inOrder(slots);
    return value;
  }

  function addToText(event: Fields, meaning: EventMeaning): void {
    const { field, list, outcome } = meaning;
    const target = list ? partOf(event, meaning) : itemOf(event, meaning).value;
    if (outcome === "delta") {
      addText(target, field, event["delta"]);
      addToField(target, "logprobs", event["logprobs"]);
    } else if (outcome === "done" && typeof event[field] === "string") target[field] = event[field];
  }

  function addAnnotation(event: Fields, meaning: EventMeaning): void {
    const { annotation, annotation_index: at } = event;
    const part = partOf(event, meaning);
    const { annotations } = part;
    const own: unknown[] = Array.isArray(annotations) ? annotations : (part["annotations"] = []);
    own[typeof at === "number" && at in own ? at : own.length] = annotation;
  }

  function addItem(event: Fields, meaning: EventMeaning, item: Fields): void {
    const growing = itemOf(event, meaning, item);
    if (meaning.outcome === "done") setItem(growing, item);
    else fillIn(growing.value, item);
  }

  function addResponse(whole: Fields, outcome: string): void {
    if (/^(completed|incomplete|failed|cancelled|done)$/.test(outcome)) {
      end = outcome;
      const { output } = whole;
      if (Array.isArray(output) && output.length > 0) response["output"] = output;
      for (const field in response) if (field !== "output") delete response[field];
    }
    for (const field in whole) if (field !== "output") keepField(response, field, whole[field]);
  }

  return {
    snapshot,
    get isWhole() {
      return end !== undefined && end !== "failed";
    },
    add(event) {
      if (end !== undefined) return;
      const fields = fieldsOf(event);
      const { type } = fields;
      let meaning = meanings.get(type);
      if (meaning === undefined) meanings.set(type, (meaning = meaningOf(type)));
      switch (meaning.about) {
        case "text":
        case "refusal":
          addToText(fields, meaning);
          break;
        case "item":
          if (isFields(fields["item"])) addItem(fields, meaning, fields["item"]);
          break;
        case "part":
          if (isFields(fields["part"])) partOf(fields, meaning, fields["part"]);
          break;
        case "annotation":
          addAnnotation(fields, meaning);
          break;
        case "call": {
          // Previews and the like are no states.
          const { outcome } = meaning;
          if (/(ing|ed|progress)$/.test(outcome)) itemOf(fields, meaning).value["status"] = outcome;
          break;
        }
        case "response":
          if (isFields(fields["response"])) addResponse(fields["response"], meaning.outcome);
      }
    },
  };
}

/** Adds what only an announcement says, when it comes after what it announces. */
function fillIn(target: Fields, announced: Fields | undefined): void {
  for (const field in announced)
    if (!Object.hasOwn(target, field)) keepField(target, field, announced[field]);
}

/** A copy of a part with lists of its own. */
function ownPart(part: unknown): Fields {
  const own: Fields = {};
  for (const field in fieldsOf(part)) addToField(own, field, fieldsOf(part)[field]);
  return own;
}
