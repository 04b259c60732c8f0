import { ConfigError } from "../config/config-error.ts";

export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
  /** The least that counts as more than 0. */
  readonly least?: number;
}

/** Fields by name: numbers, and objects of numbers. */
export interface NumberFields {
  readonly [name: string]: NumberBounds | NumberFields;
}

/** What is read of such fields: each may be left out, but of an object that is there every field is needed. */
export type Numbers<Fields> = { readonly [Name in keyof Fields]?: NumbersIn<Fields[Name]> };
type NumbersIn<Field> = Field extends NumberBounds
  ? number
  : { readonly [Name in keyof Field]: NumbersIn<Field[Name]> };

/** Reads such fields; a `ConfigError` names the setting and the field, never the value. */
export function readNumbers<Fields extends NumberFields>(
  setting: string,
  value: unknown,
  fields: Fields,
): Numbers<Fields> {
  const numbers: Record<string, unknown> = {};
  for (const [name, given] of entriesOf(setting, value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      throw new ConfigError(`${setting} may only have these fields: ${Object.keys(fields).join(", ")}.`);
    }
    numbers[name] = isBounds(field)
      ? readNumber(`${setting}: ${name}`, given, field)
      : readAll(`${setting}: ${name}`, given, field);
  }
  return numbers as Numbers<Fields>;
}

/** The fields of an object; a `ConfigError` that names the setting for anything else. */
export function entriesOf(setting: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConfigError(`${setting} must be a JSON object.`);
  }
  return Object.entries(value);
}

function readAll(setting: string, value: unknown, fields: NumberFields): object {
  const numbers = readNumbers(setting, value, fields);
  const names = Object.keys(fields);
  if (Object.keys(numbers).length < names.length) {
    throw new ConfigError(`${setting} must have ${names.join(" and ")}.`);
  }
  return numbers;
}

function readNumber(setting: string, value: unknown, { min, max, isWhole, least }: NumberBounds): number {
  // NaN is between no bounds, and no number of JSON.
  const isBetween = typeof value === "number" && value >= min && value <= max;
  if (isBetween && (!isWhole || Number.isInteger(value)) && !(value > 0 && value < (least ?? 0)))
    return value;
  const number = `a ${isWhole ? "whole " : ""}number from`;
  throw new ConfigError(
    `${setting} must be ${least === undefined ? `${number} ${min}` : `0, or ${number} ${least}`} to ${max}.`,
  );
}

function isBounds(field: NumberBounds | NumberFields): field is NumberBounds {
  return typeof field.min === "number";
}
