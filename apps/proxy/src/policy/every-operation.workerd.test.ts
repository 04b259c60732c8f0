import type { Shape } from "@xai-edge/schema/shapes";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, models, owning } from "../../testing/ask-policy.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { apiRoutes } from "../routes/route-table.ts";
import type { CheckedRequest, WorstCase } from "./checked-request.ts";

const policy = {
  maxOutputTokens: 500,
  reasoningTokens: 300,
  maxChoices: 3,
  maxTurns: 2,
  maxVideoSeconds: 9,
  maxSpeechCharacters: 400,
  tools: ["function", "web_search", "live_search"],
};
const bounds: Readonly<Record<string, number>> = {
  max_tokens: policy.maxOutputTokens,
  max_completion_tokens: policy.maxOutputTokens,
  max_output_tokens: policy.maxOutputTokens,
  max_tokens_to_sample: policy.maxOutputTokens,
  n: policy.maxChoices,
  best_of: policy.maxChoices,
  max_turns: policy.maxTurns,
  duration: policy.maxVideoSeconds,
};

/** What must not go upstream, for places where a shape lets anything stand. */
const forbidden: readonly object[] = [
  { tools: [{ type: "mcp", server_url: "https://example.com" }] },
  { tools: [{ type: "function", tools: [{ type: "shell" }] }] },
  { x: { tools: { type: "code_interpreter" } } },
  { service_tier: "priority" },
  { model: "grok-9" },
  { storage_options: { filename: "a", public_url: true } },
  { upload_url: "https://example.com" },
];
const anything = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<unknown>("a", 1, true, [], {}, { a: [{ b: "c" }] }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...forbidden) },
);

/** Values that a field of a name means something with. */
const pools: Readonly<Record<string, readonly unknown[]>> = {
  model: ["grok-4", "grok-4.3", "grok-4-fast-non-reasoning"],
  reasoning_effort: ["none", "low", "high"],
  effort: ["none", "low", "high"],
  service_tier: ["default", "auto", "priority"],
  voice_id: ["eve"],
  replace: [{}, { a: "b" }, { a: "bbbb", b: "cccc" }],
};
const modelOf: Readonly<Record<string, string>> = {
  "embeddings.create": "v1",
  "images.generate": "grok-imagine-image",
  "images.edit": "grok-imagine-image",
  "videos.generate": "grok-imagine-video",
  "videos.edit": "grok-imagine-video",
  "videos.extend": "grok-imagine-video",
};

function numbers(min: number, max: number): fc.Arbitrary<number> {
  const edges = [min, max, -1, 0, 1, 2, 1_000].filter((one) => one >= min && one <= max);
  return fc.oneof(fc.constantFrom(...edges), fc.integer({ min, max }));
}

/** Values that a shape takes. */
function valuesOf(shape: Shape, name = "", isLoose = false): fc.Arbitrary<unknown> {
  const pool = pools[name];
  if (pool !== undefined) return fc.constantFrom(...pool);
  const int = { min: -2_147_483_648, max: 2_147_483_647 };
  if (typeof shape === "string") {
    switch (shape) {
      case "s":
        return fc.constantFrom("", "hi", "none", "é".repeat(40));
      case "d":
        return fc.constant("2026-01-31");
      case "c":
        return fc.constant("DE");
      case "b":
        return fc.boolean();
      case "n":
        return fc.constantFrom(-1, 0, 0.5, 1, 1e9);
      case "i":
      case "l":
        return numbers(int.min, int.max);
      case "*":
        return anything;
      case "f":
        throw new Error("Expected no file in JSON");
    }
  }
  if (isList(shape)) {
    switch (shape[0]) {
      case "?":
        return fc.option(valuesOf(shape[1], name, isLoose));
      case "~":
        return valuesOf(shape[1], name, true);
      case "=":
        return fc.constant(shape[1]);
      case "enum":
        return fc.constantFrom(...shape.slice(1));
      case "array":
        return fc.array(valuesOf(shape[1], "", isLoose), {
          minLength: shape[2] ?? 0,
          maxLength: Math.min(shape[3] ?? 5, 5),
        });
      case "record":
        return fc.dictionary(fc.constantFrom("a", "tools", "model"), valuesOf(shape[1], "", isLoose));
      case "union":
        return fc.oneof(...shape[2].map((member) => valuesOf(member, name, isLoose)));
      case "all":
        throw new Error("Expected no request to be of several shapes at once");
      case "s":
        return fc.constant("a".repeat(Math.max(shape[1] ?? 0, 1)));
      case "n":
        return fc.double({
          min: shape[1] ?? shape[3] ?? -2,
          max: shape[2] ?? 2,
          noNaN: true,
          minExcluded: true,
        });
      default:
        return numbers(shape[1] ?? int.min, shape[2] ?? int.max);
    }
  }
  const required: Record<string, fc.Arbitrary<unknown>> = {};
  const optional: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [written, own] of Object.entries(shape)) {
    const field = written.replace(/\?+$/, "");
    const values = valuesOf(own, field, isLoose);
    if (field === written) required[field] = values;
    else optional[field] = written.endsWith("??") ? fc.option(values) : values;
  }
  const known = fc
    .tuple(
      fc.record(required),
      fc.record(optional, { requiredKeys: [] }),
      fc.array(fc.nat(), { maxLength: 4 }),
    )
    .map(([must, may, chosen]) => {
      // A few of the many: with all of them, something would always be refused.
      const names = Object.keys(may);
      const some = chosen.map((index) => names[index % names.length] ?? "").filter((field) => field in may);
      return { ...must, ...Object.fromEntries(some.map((field) => [field, may[field]])) };
    });
  if (!isLoose) return known;
  const extra = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...forbidden) },
  );
  return fc.tuple(known, extra).map(([one, more]) => ({ ...more, ...one }));
}

function isList(shape: Shape): shape is Extract<Shape, readonly unknown[]> {
  return Array.isArray(shape);
}

type Body = Record<string, unknown>;
const env = { ...owning, POLICY: policy };

async function accepted(path: string, body: Body, method: string): Promise<CheckedRequest | undefined> {
  try {
    return await ask(path, body, { env, method });
  } catch (error) {
    if (error instanceof ProxyError && error.status < 500) return undefined;
    throw error;
  }
}

/** The same call with the least of everything that it may ask for. */
function leastOf(body: Body): Body {
  const least = { ...body };
  for (const field in bounds) if ((body[field] ?? undefined) !== undefined) least[field] = 1;
  return least;
}

/** What a forwarded body names that the policy has not; the caller's own words and schemas aside. */
function excludedIn(value: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => excludedIn(one, path));
  if (typeof value !== "object" || value === null) return [];
  const fields = value as Body;
  return Object.entries(fields).flatMap(([field, own]) => {
    const at = [...path, field];
    const isOwn =
      ["parameters", "input_schema", "schema", "metadata", "replace", "logit_bias"].includes(field) ||
      (field === "input" && fields["type"] === "tool_use");
    if (isOwn || own === null) return [];
    const found: string[] = [];
    if (field === "tools")
      for (const tool of [own].flat()) {
        const { type = "function" } = tool as Body;
        if (!policy.tools.includes(String(type))) found.push(`${at.join(".")}: ${String(type)}`);
      }
    if (field === "model" && typeof own === "string" && !(own in models))
      found.push(`${at.join(".")}: ${own}`);
    if (/^(service_tier|search_parameters|upload_urls?|mcp_servers)$/.test(field)) found.push(at.join("."));
    if (field === "storage_options" && path.length > 0) found.push(at.join("."));
    if (field === "public_url" && own !== false) found.push(at.join("."));
    return [...found, ...excludedIn(own, at)];
  });
}

const operations = apiRoutes.flatMap(({ id, method, path, operation }) => {
  const request = operation?.request;
  return request !== undefined && "json" in request ? [{ id, method, path, shape: request.json }] : [];
});

describe("whatever a body has that the API's description allows", () => {
  it.each(operations)("$id is reserved for and bounded", { timeout: 60_000 }, async (operation) => {
    const { id, method, shape } = operation;
    const path = operation.path.replaceAll(/\{\w+\}/g, "id-1");
    const bodies = valuesOf(shape).map((value) => {
      const body = value as Body;
      const model = modelOf[id];
      return model === undefined ? body : { ...body, model };
    });
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const checked = await accepted(path, body, method);
        if (checked === undefined) return;
        passed++;
        const sent = JSON.parse(String(checked.body)) as Body;
        for (const [field, max] of Object.entries(bounds)) {
          const bound = sent[field];
          if (bound === undefined || bound === null) continue;
          expect([field, bound]).toEqual([field, expect.any(Number)]);
          expect(bound, field).toBeGreaterThanOrEqual(1);
          expect(bound, field).toBeLessThanOrEqual(max);
        }
        expect(excludedIn(sent)).toEqual([]);
        const least = await accepted(path, leastOf(body), method);
        if (least === undefined) return;
        for (const part of Object.keys(checked.worst) as (keyof WorstCase)[]) {
          // A bound that is left out is a few bytes less.
          const slack = part === "inputTokens" ? 100 : 0;
          expect(checked.worst[part], part).toBeGreaterThanOrEqual(least.worst[part] - slack);
          expect(checked.worst[part], part).toBeGreaterThanOrEqual(0);
        }
        const isFree = id === "tokenize.create" || id === "customVoices.update" || sent["text"] === "";
        expect(isFree || Object.values(checked.worst).some((part) => part > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(passed).toBeGreaterThan(10);
  });
});
