import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";
import type { PricedModel, TokenPrice } from "./model-price.ts";
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

/** The models of the price table and of PRICES, where what is said of a model stands in for all that the table says of it. */
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
    add({ id, aliases, ...readPrice(value) });
  }
  return { find: (name) => models.get(name) };
}

function readPrice(value: unknown): Omit<PricedModel, "id" | "aliases"> {
  const { usdPerMillionTokens, longContext, ...rest } = fieldsOf(value);
  return {
    ...readNumbers(setting, rest, {
      contextTokens: tokens,
      maxOutputTokens: tokens,
      usdPerToolCall: usd,
      usdPerImage: usd,
      usdPerVideoSecond: usd,
      usdPerMillionCharacters: usd,
      usdPerAudioMinute: usd,
    }),
    ...(usdPerMillionTokens !== undefined && { usdPerMillionTokens: readTokenPrice(usdPerMillionTokens) }),
    ...(longContext !== undefined && { longContext: readLongContext(longContext) }),
  };
}

function readLongContext(value: unknown): NonNullable<PricedModel["longContext"]> {
  const { usdPerMillionTokens, ...rest } = fieldsOf(value);
  const { fromTokens } = readNumbers(setting, rest, { fromTokens: tokens });
  if (fromTokens === undefined) throw new ConfigError(`${setting}: longContext must have fromTokens.`);
  return { fromTokens, usdPerMillionTokens: readTokenPrice(usdPerMillionTokens) };
}

function readTokenPrice(value: unknown): TokenPrice {
  const { input, output } = readNumbers(setting, value, { input: usd, output: usd });
  if (input === undefined || output === undefined) {
    throw new ConfigError(`${setting}: usdPerMillionTokens must have both input and output.`);
  }
  return { input, output };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return Object.fromEntries(entriesOf(setting, value));
}
