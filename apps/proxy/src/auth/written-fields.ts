import { entriesOf } from "../budget/read-numbers.ts";
import { ConfigError } from "../config/config-error.ts";

/** The fields of an object that has no others than these; a `ConfigError` names the setting for anything else. */
export function expectFields(
  where: string,
  value: unknown,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const entries = entriesOf(where, value);
  if (!entries.every(([name]) => names.includes(name))) {
    throw new ConfigError(`${where} may only have these fields: ${names.join(", ")}.`);
  }
  return Object.fromEntries(entries);
}
