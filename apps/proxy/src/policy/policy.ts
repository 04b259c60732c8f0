import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import { neverServed } from "../routes/operation-rules.ts";
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
   * Tokens of thought that are reserved for one turn of a model that reasons. The API bounds them by nothing but the context
   * window, which is what is reserved when this is absent.
   */
  readonly reasoningTokens?: number;
  /** `n`, and pictures of one request. */
  readonly maxChoices: number;
  /** Types of tools that a request may bring: `function`, and those of xAI's own. */
  readonly tools: ReadonlySet<string>;
  /** Rounds of xAI's own tools in one response: set where a request names none, lowered where it names more. */
  readonly maxTurns: number;
  readonly maxVideoSeconds: number;
  readonly maxSpeechCharacters: number;
  /** Whether fields pass that the schemas do not know. */
  readonly allowUnknownFields: boolean;
}

const defaultRoutes = ["chat.completions.create", "responses.create", "models.list", "models.retrieve"];

const numbers = {
  maxOutputTokens: { fallback: 8_192, max: 2_000_000 },
  reasoningTokens: { fallback: undefined, max: 2_000_000 },
  maxChoices: { fallback: 1, max: 10 },
  maxTurns: { fallback: 4, max: 100 },
  maxVideoSeconds: { fallback: 15, max: 15 },
  maxSpeechCharacters: { fallback: 5_000, max: 60_000 },
} as const;

/** Reads ROUTES, MODELS, OWNERSHIP, MAX_BODY_BYTES and POLICY; `isModel` tells which names have a price. */
export function readPolicy(settings: Settings, isModel: (name: string) => boolean): Policy {
  const ownership = readSwitch(settings, "OWNERSHIP");
  const routes = settings.list("ROUTES");
  for (const id of routes) checkRoute(id, ownership);
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
    ...readNumbers(settings),
  };
}

function readSwitch(settings: Settings, name: "OWNERSHIP"): boolean {
  const value = settings.text(name) ?? "off";
  if (value !== "on" && value !== "off") throw new ConfigError(`${name} must be "on" or "off".`);
  return value === "on";
}

function checkRoute(id: string, ownership: boolean): void {
  const route = apiRoutes.find((one) => one.id === id);
  if (!isSwitchable(id)) {
    const reason = neverServed[id];
    throw new ConfigError(
      reason === undefined
        ? "ROUTES must be comma-separated ids of routes, as README.md lists them."
        : `ROUTES names ${id}, which cannot be switched on: ${reason}.`,
    );
  }
  if (route?.operation?.rule.needsOwnership && !ownership) {
    throw new ConfigError(`ROUTES names ${id}, which needs OWNERSHIP to be "on".`);
  }
}

type Numbers = Pick<Policy, keyof typeof numbers | "tools" | "allowUnknownFields">;

function readNumbers(settings: Settings): Numbers {
  const given = settings.json("POLICY") ?? {};
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new ConfigError("POLICY must be a JSON object.");
  }
  const left: Record<string, unknown> = { ...given };
  const take = (name: string): unknown => {
    const value = left[name];
    delete left[name];
    return value;
  };
  const number = (name: keyof typeof numbers): number | undefined => {
    const value = take(name) ?? numbers[name].fallback;
    if (value === undefined) return undefined;
    const { max } = numbers[name];
    if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > max) {
      throw new ConfigError(`POLICY: ${name} must be a whole number from 1 to ${max}.`);
    }
    return Number(value);
  };
  const required = (name: Exclude<keyof typeof numbers, "reasoningTokens">): number =>
    number(name) ?? numbers[name].fallback;
  const reasoningTokens = number("reasoningTokens");
  const tools = take("tools") ?? ["function"];
  if (!Array.isArray(tools) || !tools.every((tool) => typeof tool === "string" && /^\w{1,64}$/.test(tool))) {
    throw new ConfigError(
      'POLICY: tools must be a list of types of tools such as ["function", "web_search"].',
    );
  }
  const allowUnknownFields = take("allowUnknownFields") ?? false;
  if (typeof allowUnknownFields !== "boolean") {
    throw new ConfigError("POLICY: allowUnknownFields must be true or false.");
  }
  const numbersRead = {
    maxOutputTokens: required("maxOutputTokens"),
    ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
    maxChoices: required("maxChoices"),
    maxTurns: required("maxTurns"),
    maxVideoSeconds: required("maxVideoSeconds"),
    maxSpeechCharacters: required("maxSpeechCharacters"),
  };
  if (Object.keys(left).length > 0) {
    throw new ConfigError(
      `POLICY must hold no other fields than ${[...Object.keys(numbers), "tools", "allowUnknownFields"].join(", ")}.`,
    );
  }
  return { ...numbersRead, tools: new Set(tools), allowUnknownFields };
}
