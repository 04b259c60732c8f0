import type { Wire } from "@xai-edge/core";
import type { Fold } from "./fold.ts";
import { announced, createGrowingOutput, type GrowingItem, ownPart, placeOf } from "./growing-output.ts";
import { type PartList, type ResponseRoute, routeOf, type TextRoute } from "./response-routes.ts";
import { appendTo, type Fields, fieldsOf, isFields, keepField, setField } from "./wire-fields.ts";

/** What else an item or a part has from its start. */
function startOf(type: string): Fields {
  switch (type) {
    case "message":
      return { role: "assistant", content: [] };
    case "reasoning":
      return { summary: [] };
    case "output_text":
      return { logprobs: [], annotations: [] };
    default:
      return {};
  }
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
  const { output, find, put, replace } = createGrowingOutput();
  response["output"] = output;
  const routes = new Map<unknown, ResponseRoute>();
  let isOver = false;
  let isWhole = false;
  // Where the last delta went, and the event that was the first to go there: most go where the one before them went.
  let lastRoute: ResponseRoute | undefined;
  let lastEvent: Fields = {};
  let lastTarget: Fields = {};

  /** The item that an event names. One that was never announced begins here. */
  function itemOf(event: Fields, type: string): GrowingItem {
    const { item_id: id } = event;
    return (
      find(event, id) ?? put(event, { ...(id ? { id } : {}), type, status: "in_progress", ...startOf(type) })
    );
  }

  /** The part that an event names. One that was never announced begins here. */
  function partOf(event: Fields, item: string, list: PartList, part: string, field: string): Fields {
    const [parts, place] = placeOf(itemOf(event, item), list, event[`${list}_index`]);
    const known = parts[place];
    if (isFields(known)) return known;
    const begun: Fields = { type: part, [field]: "", ...startOf(part) };
    parts[place] = begun;
    return begun;
  }

  /** The object that has the text which an event is about. */
  function textTarget(route: TextRoute, event: Fields): Fields {
    if (route.list === undefined) return itemOf(event, route.item).item;
    return partOf(event, route.item, route.list, route.part, route.field);
  }

  function addText(route: TextRoute, event: Fields): void {
    if (
      route !== lastRoute ||
      event["item_id"] !== lastEvent["item_id"] ||
      event["output_index"] !== lastEvent["output_index"] ||
      event["content_index"] !== lastEvent["content_index"] ||
      event["summary_index"] !== lastEvent["summary_index"]
    ) {
      lastTarget = textTarget(route, event);
      lastEvent = event;
      lastRoute = route;
    }
    const { delta, logprobs } = event;
    const before = lastTarget[route.field];
    if (typeof delta === "string")
      lastTarget[route.field] = typeof before === "string" ? before + delta : delta;
    if (Array.isArray(logprobs) && logprobs.length > 0) appendTo(lastTarget, "logprobs", logprobs);
  }

  function setText(route: TextRoute, event: Fields): void {
    const target = textTarget(route, event);
    for (const field of [route.field, "name", "logprobs", "annotations"]) {
      const value = event[field];
      if (typeof value === "string") target[field] = value;
      else if (Array.isArray(value) && value.length > 0) target[field] = value.slice();
    }
  }

  function addItem(event: Fields, isDone: boolean): void {
    const item = fieldsOf(event["item"]);
    const { id } = item;
    const known = find(event, id);
    // Announced under another id than what is there already, it is one more item at the same place.
    if (known === undefined || (!isDone && id && known.item["id"] && known.item["id"] !== id)) {
      put(event, item).isDone = isDone;
    } else {
      replace(known, isDone ? item : announced(item, known.item));
      known.isDone ||= isDone;
    }
  }

  function addPart(event: Fields, list: PartList, isDone: boolean): void {
    const part = fieldsOf(event["part"]);
    const isReasoning = list === "summary" || part["type"] === "reasoning_text";
    const growing = itemOf(event, isReasoning ? "reasoning" : "message");
    const [parts, place] = placeOf(growing, list, event[`${list}_index`]);
    const known = parts[place];
    parts[place] = ownPart(isDone || !isFields(known) ? part : announced(part, known));
  }

  function addAnnotation(event: Fields): void {
    const { annotation, annotation_index: at } = event;
    const part = partOf(event, "message", "content", "output_text", "text");
    const before = part["annotations"];
    if (Array.isArray(before) && typeof at === "number" && at in before) before[at] = annotation;
    else appendTo(part, "annotations", [annotation]);
  }

  function addResponse(whole: Fields, isEnd: boolean): void {
    const items = whole["output"];
    if (isEnd) {
      for (const field in response) {
        if (field !== "output" && !Object.hasOwn(whole, field)) delete response[field];
      }
    }
    for (const field in whole) {
      if (field === "output") continue;
      if (isEnd) setField(response, field, whole[field]);
      else keepField(response, field, whole[field]);
    }
    if (!Array.isArray(items)) return;
    if (isEnd && (items.length > 0 || output.length === 0)) response["output"] = items;
    else if (output.length === 0) for (const item of items) put({}, fieldsOf(item));
  }

  return {
    snapshot,
    get isWhole() {
      return isWhole;
    },
    add(event) {
      if (isOver) return;
      const fields = fieldsOf(event);
      const { type } = fields;
      let route = routes.get(type);
      if (route === undefined) routes.set(type, (route = routeOf(type)));
      if (route.kind === "text" && !route.isDone) {
        addText(route, fields);
        return;
      }
      lastRoute = undefined;
      switch (route.kind) {
        case "text":
          setText(route, fields);
          break;
        case "item":
          addItem(fields, route.isDone);
          break;
        case "part":
          addPart(fields, route.list, route.isDone);
          break;
        case "annotation":
          addAnnotation(fields);
          break;
        case "status": {
          const growing = itemOf(fields, route.item);
          if (!growing.isDone) growing.item["status"] = route.status;
          break;
        }
        case "response":
          if (!isFields(fields["response"])) break;
          isOver = route.isEnd;
          isWhole = route.isEnd && !route.isFailure;
          addResponse(fields["response"], route.isEnd);
          break;
        case "none":
      }
    },
  };
}
