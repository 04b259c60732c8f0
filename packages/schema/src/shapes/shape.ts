/**
 * A schema as plain data, short enough to be carried where a bundle has to be small; what `@xai-edge/schema` says with
 * zod, this says in a tenth of the bytes, for requests alone.
 */
export type Shape =
  | Word
  /** Text or a number with its bounds: least, most, and what it has to be above. */
  | readonly [kind: "s" | "n" | "i" | "l", min?: number | null, max?: number | null, above?: number]
  /** Exactly this text. */
  | readonly [kind: "=", value: string]
  | readonly [kind: "enum", ...values: string[]]
  | readonly [kind: "array", items: Shape, min?: number | null, max?: number | null]
  | readonly [kind: "record", values: Shape]
  /** This or null. */
  | readonly [kind: "?", of: Shape]
  /** This, carried back from an answer as it came. */
  | readonly [kind: "~", of: Shape]
  /** One of these; `tag` is the field whose value tells them apart, or empty. */
  | readonly [kind: "union", tag: string, of: readonly Shape[]]
  | readonly [kind: "all", of: readonly Shape[]]
  | Fields;

/**
 * `s` text, `d` a calendar day, `c` a country's two letters, `f` a file, `b` true or false, `*` anything, `n` a number, `i` one
 * of 32 bits, `l` a whole one.
 */
export type Word = "s" | "d" | "c" | "f" | "b" | "*" | "n" | "i" | "l";

/** The fields of an object; a name that ends with `?` may be left out, and with `??` be null as well. */
export interface Fields {
  readonly [field: string]: Shape;
}
