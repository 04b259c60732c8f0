import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

/**
 * Accepts an object whose discriminating field is a string that none of the known members claims, so that a kind which
 * the API adds later passes through whole while a malformed known kind is still reported.
 */
export function unknownVariant<Discriminator extends string>(
  field: Discriminator,
  known: readonly string[],
): z.ZodMiniType<Wire.UnknownVariant<Discriminator>> {
  return z.custom<Wire.UnknownVariant<Discriminator>>((value) => {
    if (typeof value !== "object" || value === null) return false;
    const name: unknown = Reflect.get(value, field);
    return typeof name === "string" && !known.includes(name);
  });
}
