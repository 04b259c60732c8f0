import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import type { Limits, Spending } from "./limits.ts";
import { type Models, readModels } from "./models.ts";
import { type NumberFields, type Numbers, readNumbers } from "./read-numbers.ts";
import { ticksPerUsd } from "./ticks.ts";

/** How much may be used, and what it costs. */
export interface BudgetConfig {
  /** Of a subject whose proof brings no limits of its own. */
  readonly limits: Limits;
  /** Of all subjects together. */
  readonly deployment: Spending;
  readonly models: Models;
}

const unlimited = "unlimited";
// The most that ticks can count is a little more.
const usd = { min: 0, max: 900_000, least: 1 / ticksPerUsd };
const spendingFields = { usdPerDay: usd, usdPerMonth: usd, usdTotal: usd };
const whole = { min: 1, max: 1_000_000_000, isWhole: true };
// None stops a subject, whatever its calls cost.
const orNone = { ...whole, min: 0 };
const limitsFields = {
  ...spendingFields,
  requestsPerMinute: orNone,
  tokensPerMinute: whole,
  concurrentCalls: orNone,
};

/** Reads LIMITS, DEPLOYMENT_BUDGET and PRICES; throws a `ConfigError` for what is wrong with them. */
export function readBudgetConfig(settings: Settings): BudgetConfig {
  const read = (name: "LIMITS" | "DEPLOYMENT_BUDGET", fallback: unknown): unknown =>
    settings.text(name) === unlimited ? unlimited : (settings.json(name) ?? fallback);
  return {
    limits: readLimits("LIMITS", read("LIMITS", { usdPerDay: 5, requestsPerMinute: 60, concurrentCalls: 8 })),
    deployment: toSpending(
      readSome("DEPLOYMENT_BUDGET", read("DEPLOYMENT_BUDGET", { usdPerDay: 10 }), spendingFields),
    ),
    models: readModels(settings),
  };
}

/** Limits of one subject as LIMITS has them, wherever they stand; a `ConfigError` calls them `name`. */
export function readLimits(name: string, value: unknown): Limits {
  const { usdPerDay, usdPerMonth, usdTotal, ...rates } = readSome(name, value, limitsFields);
  return { spending: toSpending({ usdPerDay, usdPerMonth, usdTotal }), ...rates };
}

function readSome<Fields extends NumberFields>(
  name: string,
  value: unknown,
  fields: Fields,
): Numbers<Fields> {
  if (value === unlimited) return {};
  const numbers = readNumbers(name, value, fields);
  // That nothing is limited must have been meant.
  if (Object.keys(numbers).length === 0) {
    throw new ConfigError(`${name} must have a limit, or be "${unlimited}".`);
  }
  return numbers;
}

function toSpending({ usdPerDay, usdPerMonth, usdTotal }: Dollars): Spending {
  const ticks = (dollars: number): number => Math.round(dollars * ticksPerUsd);
  return {
    ...(usdPerDay !== undefined && { day: ticks(usdPerDay) }),
    ...(usdPerMonth !== undefined && { month: ticks(usdPerMonth) }),
    ...(usdTotal !== undefined && { total: ticks(usdTotal) }),
  };
}

type Dollars = { readonly [Field in keyof typeof spendingFields]?: number | undefined };
