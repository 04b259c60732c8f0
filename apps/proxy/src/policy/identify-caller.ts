import type { Shape } from "@xai-edge/schema/shapes";
import { fieldShapesOf } from "./known-fields.ts";
import { type Fields, isFields } from "./parse-json.ts";

/**
 * Tells xAI who calls, in the first field that the operation has for it, and in every other that the request fills in: a violation
 * falls on the caller then, and not on the key, nor on whom the caller names.
 */
export function identifyCaller(body: Fields, shape: Shape, identifier: string): void {
  const shapes = fieldShapesOf(shape);
  const fields = ["safety_identifier", "user"].filter((field) => shapes.has(field) || field in body);
  for (const field of fields) if (field === fields[0] || field in body) body[field] = identifier;
  const { metadata } = body;
  if (fieldShapesOf(shapes.get("metadata")).has("user_id")) {
    body["metadata"] = { ...(isFields(metadata) ? metadata : {}), user_id: identifier };
  }
}
