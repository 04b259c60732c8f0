import { expectFields } from "../auth/written-fields.ts";
import { type NumberBounds, readNumbers } from "../budget/read-numbers.ts";
import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import { apiRoutes, isSwitchable } from "../routes/route-table.ts";

/** What callers may ask for. */
export interface Policy {
  /** Ids of the routes that are switched on. */
  readonly routes: ReadonlySet<string>;
  /** Models by name; absent: every one that has a price. */
  readonly models?: ReadonlySet<string>;
  /** Whether the proxy keeps account of who owns which id. */
  readonly ownership: boolean;
  readonly maxBodyBytes: number;
  /** Visible tokens of one answer: set where a request names none, lowered where it names more. */
  readonly maxOutputTokens: number;
  /**
   * Tokens that are reserved for the thoughts of one turn, or for a chat's calls of functions. The API bounds them by nothing but the context
   * window, which is what is reserved when this is absent.
   */
  readonly reasoningTokens?: number;
  /** Answers to one request, over all its prompts, and pictures of one. */
  readonly maxChoices: number;
  /** Types of tools that a request may bring: `function`, and those of xAI's own. */
  readonly tools: ReadonlySet<string>;
  /** Rounds of xAI's own tools in one response: set where a request names none, lowered where it names more. */
  readonly maxTurns: number;
  readonly maxVideoSeconds: number;
  readonly maxSpeechCharacters: number;
  /** Whether fields pass that are new to the API: of no schema, and no other API's. */
  readonly allowUnknownFields: boolean;
}

const defaultRoutes = ["chat.completions.create", "responses.create", "models.list", "models.retrieve"];

const upTo = (max: number): NumberBounds => ({ min: 1, max, isWhole: true });
const bounds = {
  maxOutputTokens: upTo(2_000_000),
  reasoningTokens: upTo(2_000_000),
  maxChoices: upTo(10),
  maxTurns: upTo(100),
  maxVideoSeconds: upTo(15),
  maxSpeechCharacters: upTo(60_000),
};
const usual = {
  maxOutputTokens: 8_192,
  maxChoices: 1,
  maxTurns: 4,
  maxVideoSeconds: 15,
  maxSpeechCharacters: 5_000,
};

/** Reads ROUTES, MODELS, OWNERSHIP, MAX_BODY_BYTES and POLICY; `isModel` tells which names have a price. */
export function readPolicy(settings: Settings, isModel: (name: string) => boolean): Policy {
  const ownership = settings.choice("OWNERSHIP", ["off", "on"]) === "on";
  const routes = settings.list("ROUTES");
  routes.forEach((id, index) => checkRoute(id, index, ownership));
  const models = settings.list("MODELS");
  for (const name of models) {
    if (!isModel(name)) {
      throw new ConfigError(
        `MODELS lists a model without a price (entry ${models.indexOf(name) + 1}): PRICES can give it one.`,
      );
    }
  }
  return {
    routes: new Set(routes.length > 0 ? routes : defaultRoutes),
    ...(models.length > 0 ? { models: new Set(models) } : {}),
    ownership,
    maxBodyBytes: settings.integer("MAX_BODY_BYTES", { fallback: 4 * 1024 * 1024, max: 100 * 1024 * 1024 }),
    ...readLimits(settings),
  };
}

function checkRoute(id: string, index: number, ownership: boolean): void {
  if (!isSwitchable(id)) {
    throw new ConfigError(
      `ROUTES lists what cannot be switched on (entry ${index + 1}): SETTINGS.md says which routes can.`,
    );
  }
  const route = apiRoutes.find((one) => one.id === id);
  if (route?.operation?.rule.needsOwnership && !ownership) {
    throw new ConfigError(`ROUTES names ${id}, which needs OWNERSHIP to be "on".`);
  }
}

const setting = "POLICY";
const publishedTools =
  /^(?:function|custom|namespace|mcp|shell|code_interpreter|image_generation|(?:web|x|file|tool|live|collections)_search)$/;
type Limits = Pick<Policy, keyof typeof bounds | "tools" | "allowUnknownFields">;

function readLimits(settings: Settings): Limits {
  const names = [...Object.keys(bounds), "tools", "allowUnknownFields"];
  const given = expectFields(setting, settings.json(setting) ?? {}, names);
  const { tools = ["function"], allowUnknownFields = false, ...numbers } = given;
  if (!Array.isArray(tools) || !tools.every((tool) => typeof tool === "string" && /^\w{1,64}$/.test(tool))) {
    throw new ConfigError(
      `${setting}: tools must be a list of types of tools such as ["function", "web_search"].`,
    );
  }
  if (typeof allowUnknownFields !== "boolean") {
    throw new ConfigError(`${setting}: allowUnknownFields must be true or false.`);
  }
  if (!allowUnknownFields && !tools.every((tool) => publishedTools.test(tool))) {
    throw new ConfigError(
      `${setting}: tools lists a type that xAI had not published: allowUnknownFields lets it through.`,
    );
  }
  return { ...usual, ...readNumbers(setting, numbers, bounds), tools: new Set(tools), allowUnknownFields };
}
