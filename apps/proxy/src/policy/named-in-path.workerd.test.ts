import { describe, expect, it } from "vitest";
import { settingsOf } from "../config/settings.ts";
import { apiRoutes } from "../routes/route-table.ts";
import { namedInPath, type PathRules } from "./named-in-path.ts";
import type { OwnedId } from "./owned-id.ts";
import { readPolicy } from "./policy.ts";

const rulesOf = (env: Readonly<Record<string, string>>, models?: readonly string[]): PathRules => ({
  policy: readPolicy(settingsOf(env), () => true),
  caller: { subject: "ada", proof: "client_key", ...(models && { models: new Set(models) }) },
});

function named(route: string, id: string, rules = rulesOf({})): readonly OwnedId[] {
  const { rule = {} } = apiRoutes.find((one) => one.id === route)?.operation ?? {};
  return namedInPath([id], rule, rules);
}

describe("a model in a path", () => {
  const routes = apiRoutes.flatMap(({ id, path }) => (/models\/\{/.test(path) ? [id] : []));

  it("is any where none are listed", () => {
    expect(routes).toHaveLength(5);
    for (const route of routes) expect(named(route, "grok-9")).toEqual([]);
  });

  it.each(routes)("of %s is one of MODELS and of the caller's own, where they are listed", (route) => {
    const listed = rulesOf({ MODELS: "grok-4,grok-3" }, ["grok-4"]);
    expect(named(route, "grok-4", listed)).toEqual([]);
    for (const model of ["grok-3", "grok-9", "toString"]) {
      expect(() => named(route, model, listed)).toThrow("not among those");
      expect(() => named(route, model, rulesOf({}, ["grok-4"]))).toThrow("not among those");
    }
    expect(() => named(route, "grok-9", rulesOf({ MODELS: "grok-4" }))).toThrow("not among those");
  });
});

describe("a voice to be looked at", () => {
  it("is everybody's when the API itself has it, and else its owner's", () => {
    const owning = rulesOf({ OWNERSHIP: "on" });
    expect(named("tts.voices.retrieve", "eve", owning)).toEqual([]);
    expect(named("tts.voices.retrieve", "EVE")).toEqual([]);
    expect(named("tts.voices.retrieve", "voice_1", owning)).toEqual([{ kind: "voice", id: "voice_1" }]);
    expect(() => named("tts.voices.retrieve", "voice_1")).toThrow("nothing of yours");
  });

  it("is its owner's alone where it is to be changed, whatever it is called", () => {
    expect(named("customVoices.delete", "eve", rulesOf({ OWNERSHIP: "on" }))).toEqual([
      { kind: "voice", id: "eve" },
    ]);
  });
});
