/** An object of the wire, read field by field. */
export type Fields = Record<string, unknown>;

/** Whether a value has fields of its own: an object, and not an array. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Any object as its fields; no fields when it is none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** Sets a field. */
export function setField(target: Fields, field: string, value: unknown): void {
  // Assigned by name, this one would replace the prototype.
  if (field !== "__proto__") target[field] = value;
}

/** Sets a field to what arrived last, except that nothing (null, an empty string or list) never replaces something. */
export function keepField(target: Fields, field: string, value: unknown): void {
  const isNothing =
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (!isNothing || !Object.hasOwn(target, field)) setField(target, field, value);
}

/** Adds values at the end of a list that the target owns. */
export function appendTo(target: Fields, field: string, values: readonly unknown[]): void {
  const own = target[field];
  if (!Array.isArray(own)) setField(target, field, values.slice());
  else for (const value of values) own.push(value);
}
