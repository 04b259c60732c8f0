import type { Wire } from "@xai-edge/core";
import { type EventMeaning, meaningOf } from "./event-meaning.ts";
import type { Fold } from "./fold.ts";
import { byIndex, inOrder, toIndex } from "./wire-order.ts";
import { addText, addToField, type Fields, fieldsOf, isFields, keepField } from "./wire-fields.ts";

interface GrowingItem {
  readonly index: number;
  item: Fields;
  /** Its `output_item.done` was there. */
  isDone: boolean;
  /** The parts in its lists, by the wire's indices. */
  readonly parts: Record<string, Map<number, Fields>>;
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
  // Items by their ids, and by their indices, of several at one the latest.
  const places = new Map<unknown, GrowingItem>();
  let end: string | undefined;

  /** The item that an event names by its id, or else by its index. One that is not there yet begins as `announced`. */
  function itemOf(event: Fields, meaning: EventMeaning, announced?: Fields): GrowingItem {
    const id = announced ? announced["id"] : event["item_id"];
    const known = id ? places.get(id) : undefined;
    if (known !== undefined) return known;
    const index = toIndex(event["output_index"], items.at(-1)?.index ?? 0);
    const there = places.get(index);
    // Some servers change the id of an item from event to event; but what is announced anew is another item, and so is
    // what comes after an item's end.
    const isOther = there?.isDone || (announced && meaning.outcome === "added");
    if (there && !(isOther && id && there.item["id"])) return there;
    const begun: GrowingItem = { index, item: {}, isDone: false, parts: {} };
    places.set(index, begun);
    items.push(begun);
    items.sort(byIndex);
    setItem(begun, announced ?? (id ? { id, ...meaning.item } : meaning.item));
    return begun;
  }

  /** The item becomes a copy of this one, as deep as later events reach into it. */
  function setItem(growing: GrowingItem, from: Fields): void {
    const item = { ...from };
    for (const list of ["content", "summary"]) {
      const parts = item[list];
      if (!Array.isArray(parts)) continue;
      const own = new Map(parts.map((part, index) => [index, ownPart(part)]));
      growing.parts[list] = own;
      item[list] = inOrder(own);
    }
    if (item["id"]) places.set(item["id"], growing);
    growing.item = item;
    response["output"] = items.map((one) => one.item);
  }

  /** The part that an event names. One that is not there yet begins as `announced`. */
  function partOf(event: Fields, meaning: EventMeaning, announced?: Fields): Fields {
    const { list, outcome } = meaning;
    const { item, parts } = itemOf(event, meaning);
    const known = (parts[list] ??= new Map<number, Fields>());
    const index = toIndex(event[meaning.listIndex], Math.max(known.size - 1, 0));
    const there = known.get(index);
    if (there && !(announced && outcome === "done")) {
      fillIn(there, announced);
      return there;
    }
    const part = ownPart(announced ?? meaning.part);
    known.set(index, part);
    item[list] = inOrder(known);
    return part;
  }

  function addToText(event: Fields, meaning: EventMeaning): void {
    const { field, list, outcome } = meaning;
    const target = list ? partOf(event, meaning) : itemOf(event, meaning).item;
    if (outcome === "delta") {
      addText(target, field, event["delta"]);
      addToField(target, "logprobs", event["logprobs"]);
    } else if (typeof event[field] === "string") target[field] = event[field];
  }

  function addAnnotation(event: Fields, meaning: EventMeaning): void {
    const { annotation, annotation_index: at } = event;
    const part = partOf(event, meaning);
    const { annotations } = part;
    const own: unknown[] = Array.isArray(annotations) ? annotations : (part["annotations"] = []);
    own[typeof at === "number" && at in own ? at : own.length] = annotation;
  }

  function addItem(event: Fields, meaning: EventMeaning): void {
    const item = fieldsOf(event["item"]);
    const growing = itemOf(event, meaning, item);
    if (meaning.outcome === "done") {
      growing.isDone = true;
      setItem(growing, item);
    } else fillIn(growing.item, item);
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
          addItem(fields, meaning);
          break;
        case "part":
          partOf(fields, meaning, fieldsOf(fields["part"]));
          break;
        case "annotation":
          addAnnotation(fields, meaning);
          break;
        case "call": {
          const growing = itemOf(fields, meaning);
          // Previews and the like are no states.
          if (!growing.isDone && /(ing|ed|progress)$/.test(meaning.outcome))
            growing.item["status"] = meaning.outcome;
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
