import { fieldsOf } from "./wire-fields.ts";

/** Whether an item tells the model how to behave in all that follows. */
export function isSystem(item: object): boolean {
  const { role } = fieldsOf(item);
  return role === "system" || role === "developer";
}
