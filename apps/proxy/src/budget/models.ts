import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import type { PricedModel } from "./model-price.ts";
import { priceTable } from "./price-table.ts";
import { entriesOf, readNumbers } from "./read-numbers.ts";

/** The models that have a price. */
export interface Models {
  /** The model of this id or alias. */
  find(name: string): PricedModel | undefined;
}

const setting = "PRICES";
const usd = { min: 0, max: 1_000_000 };
const tokens = { min: 1, max: 1_000_000_000, isWhole: true };
const usdPerMillionTokens = { input: usd, output: usd };
const priceFields = {
  contextTokens: tokens,
  maxOutputTokens: tokens,
  usdPerMillionTokens,
  longContext: { fromTokens: tokens, usdPerMillionTokens },
  usdPerToolCall: usd,
  usdPerImage: usd,
  usdPerVideoSecond: usd,
  usdPerSource: usd,
  usdPerMillionCharacters: usd,
  usdPerAudioMinute: usd,
};

/** What a call can be charged by: a tool call or a source comes on top of one of them. */
const units = [
  "usdPerMillionTokens",
  "usdPerImage",
  "usdPerVideoSecond",
  "usdPerMillionCharacters",
  "usdPerAudioMinute",
] as const;

/** The models of the price table and of PRICES, where what is said of a model stands in for all but the context that the table says of it. */
export function readModels(settings: Settings): Models {
  const models = new Map<string, PricedModel>();
  const add = (model: PricedModel): void => {
    for (const name of [model.id, ...(model.aliases ?? [])]) models.set(name, model);
  };
  priceTable.forEach(add);
  for (const [id, value] of entriesOf(setting, settings.json(setting) ?? {})) {
    const known = models.get(id);
    // Its aliases mean the same model still; the price of an alias is that of this name alone.
    const aliases = known?.id === id ? (known.aliases ?? []) : [];
    const { contextTokens, reasoningCanBeOff } = known ?? {};
    const price = readNumbers(setting, value, priceFields);
    const { usdPerMillionTokens: tokenPrice, longContext } = price;
    const isPriced = units.some((unit) => price[unit] !== undefined);
    if (id === "" || !isPriced || (longContext && !tokenPrice)) {
      throw new ConfigError(
        `${setting} must give each model one of ${units.join(", ")}, the first for longContext.`,
      );
    }
    add({
      id,
      aliases,
      // Whoever says what a model costs need not know how much it takes.
      ...(contextTokens !== undefined && { contextTokens }),
      ...(reasoningCanBeOff && { reasoningCanBeOff }),
      ...price,
    });
  }
  return { find: (name) => models.get(name) };
}
