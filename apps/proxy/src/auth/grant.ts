import { readLimits } from "../budget/limits-config.ts";
import type { Limits } from "../budget/limits.ts";
import { type Ticks, ticksPerUsd } from "../budget/ticks.ts";
import { ConfigError } from "../config/config-error.ts";
import { ProxyError } from "../http/proxy-error.ts";

/** What a proof allows; what is absent is as the policy and LIMITS have it. */
export interface Grant {
  readonly routes?: ReadonlySet<string>;
  readonly models?: ReadonlySet<string>;
  readonly limits?: Limits;
  /** What may be spent with one session token. */
  readonly budget?: Ticks;
}

/** Which names of routes and models there are. */
export interface KnownNames {
  readonly isRoute: (id: string) => boolean;
  readonly isModel: (name: string) => boolean;
}

/** A grant as it is written, in a setting or in a request. */
export interface WrittenGrant {
  readonly routes?: unknown;
  readonly models?: unknown;
  readonly limits?: unknown;
  readonly budgetUsd?: unknown;
}

/** Reads a grant; a `ConfigError` says what is wrong in `where` and never repeats it. */
export function readGrant(
  where: string,
  { routes, models, limits, budgetUsd }: WrittenGrant,
  { isRoute, isModel }: KnownNames,
): Grant {
  return {
    ...(routes !== undefined && { routes: readNames(`${where}: routes`, routes, isRoute) }),
    ...(models !== undefined && { models: readNames(`${where}: models`, models, isModel) }),
    ...(limits !== undefined && { limits: readLimits(`${where}: limits`, limits) }),
    ...(budgetUsd !== undefined && { budget: readBudget(where, budgetUsd) }),
  };
}

function readNames(where: string, names: unknown, isKnown: (name: string) => boolean): ReadonlySet<string> {
  const isGood =
    Array.isArray(names) &&
    names.length > 0 &&
    names.every((name) => typeof name === "string" && isKnown(name));
  if (!isGood) throw new ConfigError(`${where} must be a list of one or more names that this proxy serves.`);
  return new Set(names);
}

function readBudget(where: string, usd: unknown): Ticks {
  if (typeof usd !== "number" || !(usd * ticksPerUsd >= 1 && usd <= 900_000)) {
    throw new ConfigError(`${where}: the budget must be a number of dollars from 1e-10 to 900000.`);
  }
  return Math.round(usd * ticksPerUsd);
}

/** The wish, filled up from the base; throws 403 where it asks for more than the base has. `defaults` stand for limits that the base leaves out. */
export function narrowGrant(base: Grant, wish: Grant, defaults: Limits): Grant {
  const limits = wish.limits && narrowLimits(base.limits ?? defaults, wish.limits);
  for (const field of ["routes", "models"] as const) {
    if ([...(wish[field] ?? [])].some((name) => base[field]?.has(name) === false)) throw tooMuch(field);
  }
  if ((wish.budget ?? 0) > (base.budget ?? Infinity)) throw tooMuch("budget_usd");
  return { ...base, ...wish, ...(limits && { limits }) };
}

function narrowLimits(base: Limits, wish: Limits): Limits {
  const most: Readonly<Record<string, unknown>> = { ...base, ...base.spending };
  for (const [name, value] of Object.entries({ ...wish, ...wish.spending })) {
    if (typeof value === "number" && value > Number(most[name] ?? Infinity)) throw tooMuch("limits");
  }
  return { ...base, ...wish, spending: { ...base.spending, ...wish.spending } };
}

function tooMuch(field: string): ProxyError {
  return new ProxyError(403, "not_granted", `\`${field}\` asks for more than this proxy gives to sessions.`);
}
