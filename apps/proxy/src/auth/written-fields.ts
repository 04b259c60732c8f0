import { ConfigError } from "../config/config-error.ts";

/** An object that has no other fields than these; a `ConfigError` says so of anything else. */
export function expectFields(
  where: string,
  value: unknown,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const isGood =
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((name) => names.includes(name));
  if (!isGood) throw new ConfigError(`${where} may only have these fields: ${names.join(", ")}.`);
  return { ...value };
}
