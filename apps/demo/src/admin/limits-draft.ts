import type { NewLimits } from "./admin-api.ts";
import type { Limits } from "./reports.ts";

/** One limit, as a form asks for it. */
export interface LimitField {
  readonly name: keyof Limits;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

const usd = { min: 0, max: 900_000, isWhole: false };
const whole = { min: 1, max: 1_000_000_000, isWhole: true };
/** 0 stops the subject, whatever its calls cost. */
const orNone = { ...whole, min: 0 };

/** Every limit with the bounds that the proxy holds it to. */
export const limitFields: readonly LimitField[] = [
  { name: "usdPerDay", label: "US dollars a day", ...usd },
  { name: "usdPerMonth", label: "US dollars a month", ...usd },
  { name: "usdTotal", label: "US dollars in all", ...usd },
  { name: "requestsPerMinute", label: "Requests a minute", ...orNone },
  { name: "tokensPerMinute", label: "Tokens a minute", ...whole },
  { name: "concurrentCalls", label: "Calls at a time", ...orNone },
];

/** Limits as they are typed: an empty text is no limit. */
export type LimitsDraft = Readonly<Record<keyof Limits, string>>;

const noLimits: Limits = {
  usdPerDay: null,
  usdPerMonth: null,
  usdTotal: null,
  requestsPerMinute: null,
  tokensPerMinute: null,
  concurrentCalls: null,
};

/** Limits ready to be typed over. */
export function toDraft(limits: Limits): LimitsDraft {
  const text = (limit: number | null): string => (limit === null ? "" : String(limit));
  return {
    usdPerDay: text(limits.usdPerDay),
    usdPerMonth: text(limits.usdPerMonth),
    usdTotal: text(limits.usdTotal),
    requestsPerMinute: text(limits.requestsPerMinute),
    tokensPerMinute: text(limits.tokensPerMinute),
    concurrentCalls: text(limits.concurrentCalls),
  };
}

/** What a draft says, or what is wrong with it, by field. */
export type ReadDraft =
  | { readonly limits: Exclude<NewLimits, null> }
  | { readonly mistakes: Readonly<Partial<Record<keyof Limits, string>>> };

/** Reads what was typed, by the proxy's own rules. */
export function readDraft(draft: LimitsDraft): ReadDraft {
  const limits: Record<keyof Limits, number | null> = { ...noLimits };
  const mistakes: Partial<Record<keyof Limits, string>> = {};
  for (const field of limitFields) {
    const text = draft[field.name].trim();
    if (text === "") continue;
    // Only what nobody could read in two ways: no signs, no exponents, no commas.
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    const isGood = value >= field.min && value <= field.max && (!field.isWhole || Number.isInteger(value));
    if (isGood) limits[field.name] = value;
    else mistakes[field.name] = expectationOf(field);
  }
  if (Object.keys(mistakes).length > 0) return { mistakes };
  return { limits: Object.values(limits).every((limit) => limit === null) ? "unlimited" : limits };
}

function expectationOf({ min, max, isWhole }: LimitField): string {
  const kind = isWhole ? "a whole number" : "a number";
  return `Expected ${kind} from ${min} to ${max.toLocaleString("en-US")}, or nothing for no limit.`;
}

/** The limits that a draft would change, in words, one line each. */
export function changesOf(from: Limits, to: Exclude<NewLimits, null>): string[] {
  return limitFields.flatMap(({ name, label }) => {
    const next = to === "unlimited" ? null : to[name];
    const words = (limit: number | null): string =>
      limit === null ? "no limit" : limit.toLocaleString("en-US", { maximumFractionDigits: 10 });
    return next === from[name] ? [] : [`${label}: ${words(from[name])} → ${words(next)}`];
  });
}
