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

/** Whether a value says nothing: null, an empty string or list. */
export function isNothing(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Sets a field to what arrived last, except that nothing never replaces something. */
export function keepField(target: Fields, field: string, value: unknown): void {
  // Assigned by name, `__proto__` would replace the prototype.
  if (field === "__proto__" || value === undefined || (isNothing(value) && Object.hasOwn(target, field)))
    return;
  target[field] = value;
}

/** Adds to what a field holds when the value is a list, and keeps any other value as it is. The target owns its lists. */
export function addToField(target: Fields, field: string, value: unknown): void {
  const own = target[field];
  if (!Array.isArray(value)) keepField(target, field, value);
  else if (!Array.isArray(own)) keepField(target, field, value.slice());
  else for (const one of value) own.push(one);
}

/** The text in a field; empty when there is none. */
export function textIn(target: Fields, field: string): string {
  const text = target[field];
  return typeof text === "string" ? text : "";
}

/** Adds to the text in a field. */
export function addText(target: Fields, field: string, piece: unknown): void {
  if (typeof piece === "string") target[field] = textIn(target, field) + piece;
}
