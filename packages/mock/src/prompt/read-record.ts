/** A value as an object whose fields can be read; one without fields when it is none. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a list; an empty one when it is none. */
export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as a text; an empty one when it is none. */
export function readText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
