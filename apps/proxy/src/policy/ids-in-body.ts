import { ProxyError } from "../http/proxy-error.ts";
import { needsOwnership } from "./needs-ownership.ts";
import type { OwnedId, OwnedKind } from "./owned-id.ts";
import { type Fields, isFields } from "./parse-json.ts";

export interface IdRules {
  /** Whether items of types pass that are new to the API. */
  readonly allowUnknownFields: boolean;
  /** Places of ids that name nothing which is stored. Default: those of the API's requests. */
  readonly harmless?: ReadonlySet<string>;
  /** Whether anybody can own what is named; where it is false, the first id throws. Default: true. */
  readonly ownership?: boolean;
}

/**
 * The types that an item of `input` may have, and the field of each that holds what it says. Without that, its id could only stand
 * for what is stored under the key. Those whose id the API wants in any case have it in `type`.
 */
export const itemContents: Readonly<Record<string, string>> = {
  message: "content",
  reasoning: "encrypted_content",
  compaction: "encrypted_content",
  function_call: "name",
  function_call_output: "output",
  custom_tool_call: "name",
  web_search_call: "action",
  x_search_call: "arguments",
  file_search_call: "results",
  code_interpreter_call: "outputs",
  mcp_call: "output",
  shell_call: "action",
  shell_call_output: "output",
  image_generation_call: "result",
  tool_search_call: "type",
  tool_search_output: "type",
};

/** Ids by which one part of a request names another. */
const betweenParts: ReadonlySet<string> = new Set([
  "input.call_id",
  "messages.tool_call_id",
  "messages.tool_calls.id",
  "messages.content.tool_use_id",
]);

/** Places for words of the caller's own, and for JSON Schemas, where a name means nothing. */
const opaque =
  /^(?:logit_bias|(?:session\.|response\.)?(?:metadata|replace|tools\.parameters)|tools\.(?:function\.parameters|input_schema|headers)|input\.tools\.(?:function\.)?parameters|text\.format\.schema|response_format\.json_schema\.schema)$/;

const idName = /(?:^|_)(?:(response|file|skill|voice)_)?ids?$|^(voice)$/;
/** Of what has ids, in text: that can be nothing else. */
const thingName = /^(?:conversation|connector|file|skill|collection|vector_store)s?$/;
const anyName = /ids?$|^(?:voice|container|conversation|connector|file|skill|collection|vector_?store)s?$/i;

const plainVoices =
  /^(altair|ara|atlas|aurora|carina|castor|celeste|cosmo|eve|helios|helix|iris|kepler|leo|liora|lumen|luna|lux|naksh|orion|perseus|rex|rigel|sal|sirius|ursa|zagan|zenith)$/i;

/** Whether a voice is one of the API's own. */
export function isPlainVoice(name: string): boolean {
  return plainVoices.test(name);
}

/**
 * Every id of what belongs to the key that a body names, however deep. An item of `input` that comes without what it says loses
 * its id. Throws 400 for items of unknown types and for ids that nobody can own, and 404 for a field that could name what is no caller's: containers, collections,
 * items of stored responses, and whatever else is named like an id.
 */
export function idsInBody(body: Fields, rules: IdRules): readonly OwnedId[] {
  const ids: OwnedId[] = [];
  walk(body, "", "", { harmless: betweenParts, ownership: true, ...rules, ids });
  return ids;
}

interface Walk extends Required<IdRules> {
  readonly ids: OwnedId[];
}

function walk(value: unknown, place: string, parent: string, to: Walk): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, place, parent, to);
    return;
  }
  if (!isFields(value)) return;
  const isCall = value["type"] === "tool_use" && place === "messages.content";
  const hasOwnId = isCall || (place === "input" && checkItem(value, to));
  for (const field in value) {
    const own = value[field] ?? undefined;
    const isNamed = anyName.test(field);
    if (own === undefined || (!isNamed && typeof own !== "object")) continue;
    const at = place === "" ? field : `${place}.${field}`;
    if (isNamed && !to.harmless.has(at) && !(hasOwnId && field === "id")) note(own, field, parent, at, to);
    // Not what a model has a function of the caller's do.
    if (!opaque.test(at) && !(isCall && field === "input")) walk(own, at, field, to);
  }
}

/** Whether the id of an item is its own, after it lost one that is not. */
function checkItem(item: Fields, { allowUnknownFields }: Walk): boolean {
  const type = item["type"] ?? "message";
  const content =
    typeof type === "string" && Object.hasOwn(itemContents, type) ? itemContents[type] : undefined;
  if (content === undefined) {
    if (allowUnknownFields) return false;
    throw new ProxyError(
      400,
      "invalid_request",
      "Expected input.type to be that of a known item, unless POLICY.allowUnknownFields is set.",
    );
  }
  const said = item[content];
  if (!said || (typeof said === "object" && Object.keys(said).length === 0)) delete item["id"];
  return true;
}

/** Notes the ids in a field whose name says that it has some; throws for what nobody can own. */
function note(value: unknown, field: string, parent: string, place: string, { ids, ownership }: Walk): void {
  const name = (/^id$/i.test(field) ? `${parent}_id` : field)
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
  if (/^containers?$/.test(name) && !(isFields(value) && value["type"] === "auto")) throw nobodys(place);
  const values = [value].flat(Infinity);
  if (thingName.test(name) && values.some((one) => typeof one === "string")) throw nobodys(place);
  const named = idName.exec(name);
  if (named === null) return;
  const kind = (named[1] ?? named[2]) as OwnedKind | undefined;
  if (kind === undefined) throw nobodys(place);
  for (const id of values) {
    if (typeof id === "string") {
      if (kind === "voice" && isPlainVoice(id)) continue;
      if (!ownership) throw needsOwnership(nameOf(place));
      ids.push({ kind, id });
    } else if (!isFields(id)) throw nobodys(place);
  }
}

function nobodys(place: string): ProxyError {
  return new ProxyError(404, "not_found", `There is nothing of yours that ${nameOf(place)} could name.`);
}

/** A name that the client chose is repeated only where it looks like one. */
function nameOf(place: string): string {
  return /^[\w.]{1,128}$/.test(place) ? place : "a field of the request";
}
