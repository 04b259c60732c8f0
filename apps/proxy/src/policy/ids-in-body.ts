import { ProxyError } from "../http/proxy-error.ts";
import type { OwnedId, OwnedKind } from "./owned-id.ts";
import { type Fields, isFields } from "./parse-json.ts";

/** Fields that carry ids, wherever they stand. */
const kinds: Readonly<Record<string, OwnedKind>> = {
  previous_response_id: "response",
  file_id: "file",
  file_ids: "file",
  input_file_id: "file",
  skill_id: "skill",
};

/** What may have fields of the same name that mean something else: words of the caller's own, and JSON Schemas. */
const opaque = new Set(["metadata", "parameters", "schema", "arguments", "logit_bias", "replace"]);

const plainVoices =
  /^(altair|ara|atlas|aurora|carina|castor|celeste|cosmo|eve|helios|helix|iris|kepler|leo|liora|lumen|luna|lux|naksh|orion|perseus|rex|rigel|sal|sirius|ursa|zagan|zenith)$/i;

/**
 * Every id of what belongs to the key that a body names, however deep. Throws for what cannot be any caller's: collections, and
 * items of stored responses by their own id.
 */
export function idsInBody(body: Fields): readonly OwnedId[] {
  const ids: OwnedId[] = [];
  walk(body, ids);
  return ids;
}

function walk(value: unknown, ids: OwnedId[]): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, ids);
    return;
  }
  if (!isFields(value)) return;
  if (value["type"] === "item_reference") throw nobodys("item_reference");
  for (const field in value) {
    const own = value[field];
    const kind = kinds[field];
    if (kind !== undefined) {
      for (const id of Array.isArray(own) ? own : [own]) if (typeof id === "string") ids.push({ kind, id });
    } else if (field === "vector_store_ids" || field === "collection_ids") throw nobodys(field);
    else if (field === "voice_id" || field === "voice") {
      const id = isFields(own) ? own["id"] : own;
      if (typeof id === "string" && !plainVoices.test(id)) ids.push({ kind: "voice", id });
    }
    if (!opaque.has(field)) walk(own, ids);
  }
}

function nobodys(field: string): ProxyError {
  return new ProxyError(404, "not_found", `There is nothing of yours that ${field} could name.`);
}
