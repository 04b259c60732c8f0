import type { Env, SettingName } from "../env.ts";
import { isFields } from "../policy/parse-json.ts";
import { ConfigError } from "./config-error.ts";

/** Reads settings by name. An empty one counts as left out; a wrong one is a `ConfigError` that names it. */
export interface Settings {
  text(name: SettingName): string | undefined;
  /** The parts of a comma-separated text. */
  list(name: SettingName): readonly string[];
  /** One of these words; the first when it is left out. */
  choice<Word extends string>(name: SettingName, words: readonly [Word, ...Word[]]): Word;
  integer(name: SettingName, bounds: IntegerBounds): number;
  /** The value of JSON text, or of a JSON value in wrangler.jsonc. */
  json(name: SettingName): unknown;
}

export interface IntegerBounds {
  readonly fallback: number;
  readonly min?: number;
  readonly max: number;
}

/** The settings of an environment; `defaults` stand in for those that it leaves out. */
export function settingsOf(env: Env, defaults: Env = {}): Settings {
  const own = (name: SettingName): unknown => {
    const value = env[name];
    const isLeftOut =
      value === undefined || value === null || (typeof value === "string" && value.trim() === "");
    return isLeftOut ? defaults[name] : value;
  };
  const text: Settings["text"] = (name) => {
    const value = own(name) ?? "";
    return (typeof value === "string" ? value : JSON.stringify(value)).trim() || undefined;
  };
  return {
    text,
    list(name) {
      const given = text(name);
      const items = (given ?? "")
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "");
      // What lists nothing would count as left out, which can mean everything.
      if (given !== undefined && items.length === 0)
        throw new ConfigError(`${name} has nothing between its commas.`);
      return items;
    },
    choice(name, words) {
      const given = text(name);
      const word = given === undefined ? words[0] : words.find((one) => one === given);
      if (word === undefined) throw new ConfigError(`${name} must be ${words.map(quoted).join(" or ")}.`);
      return word;
    },
    integer(name, { fallback, min = 1, max }) {
      const given = text(name);
      if (given === undefined) return fallback;
      const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
      if (!(value >= min && value <= max)) {
        throw new ConfigError(`${name} must be a whole number from ${min} to ${max}.`);
      }
      return value;
    },
    json(name) {
      const value = own(name);
      if (typeof value !== "string") return value;
      if (value.trim() === "") return undefined;
      // A word alone needs no quotes.
      if (/^[a-z]+$/.test(value.trim())) return value.trim();
      let fields = 0;
      let parsed: unknown;
      try {
        parsed = JSON.parse(value, (_key, part: unknown) => {
          if (isFields(part)) fields += Object.keys(part).length;
          return part;
        });
      } catch {
        // The parser's own words would repeat the text, which may be a misplaced secret.
        throw new ConfigError(`${name} must be JSON.`);
      }
      // Of two fields of the same name the parser drops one: which was meant?
      if (Array.from(value.matchAll(strings)).filter(([, colon]) => colon).length > fields)
        throw new ConfigError(`${name} has a field twice.`);
      return parsed;
    },
  };
}

/** Each string of a JSON text, with the colon behind those that name a field. */
const strings = /"(?:[^"\\]|\\.)*"\s*(:)?/g;

function quoted(word: string): string {
  return `"${word}"`;
}
