/** A value of a type while its JSON text arrives: anything may be missing still, and a string may be the beginning of one. */
export type Growing<Value> = Value extends string
  ? string
  : Value extends readonly unknown[]
    ? Growing<Value[number]>[]
    : Value extends object
      ? { [Key in keyof Value]?: Growing<Value[Key]> }
      : Value;
