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

/** Converts what the Models API states. It writes 0 for what is not set, except for a model that is free. */
export function toModelPrices(wire: WirePrices): ModelPrices {
  const {
    prompt_text_token_price: input,
    cached_prompt_text_token_price: cachedInput,
    prompt_image_token_price: imageInput,
    completion_text_token_price: output,
    long_context_threshold: fromTokens,
  } = wire;
  return {
    usdPerMillionTokens: tokenPrices(input, cachedInput, imageInput, output),
    longContext: fromTokens
      ? {
          fromTokens,
          usdPerMillionTokens: tokenPrices(
            wire.prompt_text_token_price_long_context || input,
            wire.cached_prompt_text_token_price_long_context || cachedInput,
            imageInput,
            wire.completion_text_token_price_long_context || output,
          ),
        }
      : undefined,
  };
}

type Cents = number | null | undefined;

function tokenPrices(input: Cents, cachedInput: Cents, imageInput: Cents, output: Cents): TokenPrices {
  const usd = (cents: Cents): number | undefined => (typeof cents === "number" ? cents / 10_000 : undefined);
  return {
    input: usd(input),
    cachedInput: usd(cachedInput || undefined),
    imageInput: usd(imageInput || undefined),
    output: usd(output),
  };
}
