import { describe, expect, it } from "vitest";
import { bundle } from "./bundle.ts";
import { areas } from "../packages/schema/spec/areas.ts";
import type { Shape } from "../packages/schema/spec/notation.ts";
import { operations } from "../packages/schema/spec/operations.ts";
import { readApi, refsOf } from "../packages/schema/codegen/api.ts";

const api = readApi(areas, operations);

/** One schema of every area, most of them with others in them. */
const picked = [
  "Usage",
  "Model",
  "ChatRequest",
  "ModelResponse",
  "ResponseOutputTextDeltaEvent",
  "ListInputItemsParams",
  "MessageResponse",
  "MessageStopEvent",
  "SampleRequest",
  "EmbeddingResponse",
  "TokenizeResponse",
  "SearchRequest",
  "GeneratedImageResponse",
  "VideoResponse",
  "ListFilesResponse",
  "SkillList",
  "ListBatchesResponse",
  "ApiKey",
  "CustomVoice",
] as const;

/** The names of a shape's own fields that cannot come from zod, whose code has no names of this kind. */
function markersOf(shape: Shape): string[] {
  switch (shape.kind) {
    case "object":
      return Object.entries(shape.fields).flatMap(([name, field]) => [
        ...(/^[a-z]+_[a-z_]+$/.test(name) ? [name] : []),
        ...markersOf(field.shape),
      ]);
    case "union":
    case "merge":
      return shape.of.flatMap(markersOf);
    case "array":
      return markersOf(shape.items);
    case "nullable":
      return markersOf(shape.of);
    default:
      return [];
  }
}

function withAllItRefersTo(name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const ref of refsOf(api.definition(name).shape)) withAllItRefersTo(ref.name, found);
  return found;
}

const allMarkers = new Set([...api.areaOf.keys()].flatMap((name) => markersOf(api.definition(name).shape)));

describe.each(["esbuild", "rolldown"] as const)("a bundle that %s makes of one schema", (bundler) => {
  it.each(picked)("holds %s and nothing that it does not need", async (name) => {
    const code = await bundle(`import { ${name} } from "@xai-edge/schema"; console.log(${name});`, bundler);
    // As keys only: `json_schema` is a field of one schema and a value in another.
    const names = new Set(code.match(/[a-z]+(?:_[a-z]+)+(?=:)/g));
    const own = new Set([...withAllItRefersTo(name)].flatMap((one) => markersOf(api.definition(one).shape)));
    expect([...own].filter((marker) => !names.has(marker))).toEqual([]);
    expect([...allMarkers].filter((marker) => names.has(marker) && !own.has(marker))).toEqual([]);
  });
});

describe("the picked schemas", () => {
  it("are from every area", () => {
    expect(new Set(picked.map((name) => api.areaOf.get(name)))).toEqual(new Set(api.areas.keys()));
  });
});
