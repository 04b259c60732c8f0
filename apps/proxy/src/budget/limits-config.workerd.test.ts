import { describe, expect, it } from "vitest";
import { ConfigError } from "../config/config-error.ts";
import { settingsOf } from "../config/settings.ts";
import type { Env } from "../env.ts";
import { readBudgetConfig } from "./limits-config.ts";

const read = (env: Env) => readBudgetConfig(settingsOf(env));

describe("LIMITS and DEPLOYMENT_BUDGET", () => {
  it("left out, are five dollars a day, 60 requests a minute and 8 calls at a time for each subject, ten dollars a day for all", () => {
    expect(read({})).toMatchObject({
      limits: { spending: { day: 50_000_000_000 }, requestsPerMinute: 60, concurrentCalls: 8 },
      deployment: { day: 100_000_000_000 },
    });
  });

  it.each(["unlimited", '"unlimited"', " unlimited "])("limit nothing when they are %j", (unlimited) => {
    expect(read({ LIMITS: unlimited, DEPLOYMENT_BUDGET: unlimited })).toMatchObject({
      limits: { spending: {} },
      deployment: {},
    });
  });

  it("are JSON text or JSON, in dollars", () => {
    const all = {
      usdPerDay: 0.29,
      usdPerMonth: 5,
      usdTotal: 900_000,
      requestsPerMinute: 1,
      tokensPerMinute: 2,
      concurrentCalls: 3,
    };
    const limits = {
      spending: { day: 2_900_000_000, month: 50_000_000_000, total: 9_000_000_000_000_000 },
      requestsPerMinute: 1,
      tokensPerMinute: 2,
      concurrentCalls: 3,
    };
    expect(read({ LIMITS: JSON.stringify(all) }).limits).toEqual(limits);
    expect(read({ LIMITS: all }).limits).toEqual(limits);
    expect(read({ DEPLOYMENT_BUDGET: { usdPerMonth: 0 } }).deployment).toEqual({ month: 0 });
  });

  it.each([
    ["LIMITS", "{"],
    ["LIMITS", "{}"],
    ["LIMITS", "5"],
    ["LIMITS", "[]"],
    ["LIMITS", "Unlimited"],
    ["LIMITS", { usdPerDay: -1 }],
    ["LIMITS", { usdPerDay: Number.NaN }],
    ["LIMITS", { usdPerDay: Infinity }],
    ["LIMITS", { usdPerDay: 900_000.01 }],
    ["LIMITS", { usdPerDay: "1" }],
    ["LIMITS", { usdPerDay: null }],
    ["LIMITS", { usdPerYear: 1 }],
    ["LIMITS", '{"__proto__":{"usdPerDay":1}}'],
    ["LIMITS", { toString: 1 }],
    ["LIMITS", { requestsPerMinute: -1 }],
    ["LIMITS", { requestsPerMinute: 1.5 }],
    ["LIMITS", { tokensPerMinute: -5 }],
    ["LIMITS", { tokensPerMinute: 0 }],
    ["LIMITS", { concurrentCalls: -1 }],
    ["DEPLOYMENT_BUDGET", { concurrentCalls: 1 }],
    ["DEPLOYMENT_BUDGET", { usdPerDay: -1 }],
    ["DEPLOYMENT_BUDGET", "{}"],
    ["PRICES", "[]"],
    ["PRICES", { "grok-4": 3 }],
    ["PRICES", { "grok-4": { usdPerMillionToken: { input: 1, output: 1 } } }],
    ["PRICES", { "grok-4": { usdPerMillionTokens: { input: 1 } } }],
    ["PRICES", { "grok-4": { usdPerMillionTokens: { input: 1, output: -1 } } }],
    ["PRICES", { "grok-4": { usdPerMillionTokens: { input: 1, output: 1, cached: 1 } } }],
    ["PRICES", { "grok-4": { longContext: { usdPerMillionTokens: { input: 1, output: 1 } } } }],
    ["PRICES", { "grok-4": { longContext: { fromTokens: 5 } } }],
    ["PRICES", { "grok-4": { contextTokens: 0 } }],
    ["PRICES", { "grok-4": {} }],
    ["PRICES", { "grok-4": { contextTokens: 1_000, usdPerToolCall: 1 } }],
    ["PRICES", { "": { usdPerImage: 1 } }],
    [
      "PRICES",
      {
        "grok-4": {
          usdPerImage: 1,
          longContext: { fromTokens: 5, usdPerMillionTokens: { input: 1, output: 1 } },
        },
      },
    ],
    ["LIMITS", { usdPerDay: 1e-12 }],
    ["DEPLOYMENT_BUDGET", { usdTotal: 9e-11 }],
  ] as const)("refuses %s=%j, and names the setting", (name, value) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError);
    expect(() => read({ [name]: value })).toThrow(name);
  });

  it("does not repeat what it refuses", () => {
    expect(() => read({ LIMITS: { "xai-secret": 1 } })).toThrow(/^(?!.*secret)/);
    expect(() => read({ PRICES: { "xai-secret": { usdPerImage: "xai-secret" } } })).toThrow(/^(?!.*secret)/);
  });
});

describe("PRICES", () => {
  it("adds a model, and stands in for what the table says of one and of its aliases", () => {
    const usdPerMillionTokens = { input: 1, output: 2 };
    const { models } = read({
      PRICES: {
        "grok-9": { contextTokens: 10, usdPerMillionTokens },
        "grok-4": {
          usdPerMillionTokens,
          longContext: { fromTokens: 5, usdPerMillionTokens: { input: 3, output: 4 } },
        },
      },
    });
    expect(models.find("grok-9")).toMatchObject({ id: "grok-9", contextTokens: 10, usdPerMillionTokens });
    expect(models.find("grok-4-latest")).toEqual({
      id: "grok-4",
      aliases: ["grok-4-latest", "grok-4-0709"],
      contextTokens: 256_000,
      usdPerMillionTokens,
      longContext: { fromTokens: 5, usdPerMillionTokens: { input: 3, output: 4 } },
    });
  });

  it("gives an alias a price of its own", () => {
    const { models } = read({ PRICES: { "grok-4-latest": { usdPerImage: 1 } } });
    expect(models.find("grok-4-latest")).toMatchObject({ id: "grok-4-latest", usdPerImage: 1 });
    expect(models.find("grok-4")?.usdPerImage).toBeUndefined();
  });

  it("is not needed for the models of the table", () => {
    const { models } = read({});
    expect(models.find("grok-4-latest")?.id).toBe("grok-4");
    expect(models.find("toString")).toBeUndefined();
    expect(models.find("grok-99")).toBeUndefined();
  });
});

describe("PRICES of a model of the table", () => {
  it("leave its context as it was unless they say another", () => {
    const usdPerMillionTokens = { input: 3, output: 15 };
    const priced = (more: object, id = "grok-4") =>
      read({ PRICES: { [id]: { usdPerMillionTokens, ...more } } }).models.find(id);
    expect(priced({})).toMatchObject({ contextTokens: 256_000, usdPerMillionTokens });
    expect(priced({}, "grok-4-latest")).toMatchObject({ contextTokens: 256_000 });
    expect(priced({ contextTokens: 5 })).toMatchObject({ contextTokens: 5 });
  });
});
