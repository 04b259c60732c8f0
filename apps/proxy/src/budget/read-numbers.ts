import { ConfigError } from "../config/config-error.ts";

export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
}

/** Reads an object of numbers, each of which may be left out; a `ConfigError` names the setting and the field, never the value. */
export function readNumbers<Name extends string>(
  setting: string,
  value: unknown,
  fields: Readonly<Record<Name, NumberBounds>>,
): { readonly [Field in Name]?: number } {
  const numbers: { [Field in Name]?: number } = {};
  for (const [name, given] of entriesOf(setting, value)) {
    if (!isOneOf(fields, name)) {
      throw new ConfigError(`${setting} may only have these fields: ${Object.keys(fields).join(", ")}.`);
    }
    const { min, max, isWhole = false } = fields[name];
    // NaN and Infinity are no numbers of JSON.
    const isGood =
      typeof given === "number" && given >= min && given <= max && (!isWhole || Number.isInteger(given));
    if (!isGood) {
      throw new ConfigError(
        `${setting}: ${name} must be a ${isWhole ? "whole " : ""}number from ${min} to ${max}.`,
      );
    }
    numbers[name] = given;
  }
  return numbers;
}

/** The fields of an object; a `ConfigError` that names the setting for anything else. */
export function entriesOf(setting: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConfigError(`${setting} must be a JSON object.`);
  }
  return Object.entries(value);
}

function isOneOf<Name extends string>(fields: Readonly<Record<Name, unknown>>, name: string): name is Name {
  return Object.hasOwn(fields, name);
}
