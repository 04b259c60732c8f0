import * as z from "zod/mini";

/**
 * A union whose members are told apart by the value of one field, so that what is wrong is reported where it is in the
 * one member that the field names, and not once for each member.
 */
export function taggedUnion<const Members extends readonly z.ZodMiniType[]>(
  field: string,
  members: Members,
): z.ZodMiniType<z.output<Members[number]>> {
  // The exported schemas are annotated as plain types, which hides from TypeScript that they know their field's values.
  return z.discriminatedUnion(field, members as never);
}
