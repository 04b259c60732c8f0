import type { Fields as FieldShapes, Shape } from "@xai-edge/schema/shapes";
import { ProxyError } from "../http/proxy-error.ts";
import { apiRoutes } from "../routes/route-table.ts";
import type { Fields } from "./parse-json.ts";

/** Names of OpenAI's, Anthropic's and others' APIs that xAI's description has nowhere, but may serve all the same. */
const ofOthers =
  "audio container conversation functions function_call fallbacks max_tool_calls mcp_servers modalities models plugins prediction " +
  "provider seconds size thinking verbosity";

/** Fields that change nothing of what a call costs or may do, wherever they stand. */
const harmless = /^(?:seed|metadata|user)$/;

let known: ReadonlySet<string> | undefined;

/** The fields of a body by name; what may be left out ends with `?` in a shape. */
export function fieldShapesOf(shape: Shape | undefined): ReadonlyMap<string, Shape> {
  return new Map(
    isFields(shape) ? Object.entries(shape).map(([name, own]) => [name.replace(/\?+$/, ""), own]) : [],
  );
}

/** Where fields pass that are new to the API, those are refused that are known, but not to the operation with this shape. */
export function refuseKnownElsewhere(shape: Shape, body: Fields): void {
  known ??= new Set([
    ...ofOthers.split(" "),
    ...apiRoutes.flatMap(({ operation }) => {
      const request = operation?.request;
      return request !== undefined && "json" in request ? [...fieldShapesOf(request.json).keys()] : [];
    }),
  ]);
  const own = fieldShapesOf(shape);
  for (const name in body) {
    const isHarmless = harmless.test(name) || (name === "store" && body[name] === false);
    if (known.has(name) && !own.has(name) && !isHarmless)
      throw new ProxyError(400, "unknown_field", `This operation has no field ${name}, which others have.`);
  }
}

function isFields(shape: Shape | undefined): shape is FieldShapes {
  return typeof shape === "object" && !Array.isArray(shape);
}
