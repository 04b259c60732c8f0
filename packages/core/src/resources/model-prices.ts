import type { LanguageModel } from "../generated/models.gen.ts";

/** Prices in USD per million tokens. One that is absent is not stated. */
export interface TokenPrices {
  /** Text that the model reads. */
  input?: number | undefined;
  /** Text that the model reads from the cache; where it is absent, the price of `input` holds. */
  cachedInput?: number | undefined;
  /** Pictures that the model reads; where it is absent, the price of `input` holds. */
  imageInput?: number | undefined;
  /** Text that the model writes, reasoning included. */
  output?: number | undefined;
}

/** What a model charges by the token. */
export interface ModelPrices {
  usdPerMillionTokens: TokenPrices;
  /** Other prices for all tokens of a request with a long input; absent when there are none. */
  longContext?:
    | {
        /** Tokens of input from which on they apply, this number included. */
        fromTokens: number;
        usdPerMillionTokens: TokenPrices;
      }
    | undefined;
}

/** The prices of a model as the Models API states them: whole US cents per 100 million tokens. */
export type WirePrices = Pick<
  LanguageModel,
  Extract<keyof LanguageModel, `${string}_token_price${string}` | "long_context_threshold">
>;

type Cents = number | null | undefined;
type PricedTokens = "prompt_text" | "cached_prompt_text" | "prompt_image" | "completion_text";

/** Converts what the Models API states. It writes 0 for what is not set, except for a model that is free. */
export function toModelPrices(wire: WirePrices): ModelPrices {
  const prices: Partial<Record<`${PricedTokens}_token_price${"" | "_long_context"}`, Cents>> = wire;
  const tokenPrices = (suffix: "" | "_long_context"): TokenPrices => {
    const usd = (tokens: PricedTokens): number | undefined => {
      const cents = prices[`${tokens}_token_price${suffix}`] || prices[`${tokens}_token_price`];
      return typeof cents === "number" ? cents / 10_000 : undefined;
    };
    return {
      input: usd("prompt_text"),
      cachedInput: usd("cached_prompt_text") || undefined,
      imageInput: usd("prompt_image") || undefined,
      output: usd("completion_text"),
    };
  };
  const { long_context_threshold: fromTokens } = wire;
  return {
    usdPerMillionTokens: tokenPrices(""),
    longContext: fromTokens ? { fromTokens, usdPerMillionTokens: tokenPrices("_long_context") } : undefined,
  };
}
