import { type Fields, fieldsOf, isFields } from "./wire-fields.ts";

/**
 * The usage of several answers: counts are added at any depth, and what is no count is kept as it was last. So is
 * `context_details`, which is the size of one context.
 */
export function addUsage<Usage extends object>(
  total: Usage | undefined,
  usage: Usage | null | undefined,
): Usage | undefined {
  if (!usage) return total;
  const sum: Fields = { ...total };
  const more = fieldsOf(usage);
  for (const field in more) {
    const before = sum[field];
    const value = more[field];
    if (typeof value === "number") sum[field] = value + (Number(before) || 0);
    else if (!isFields(value)) sum[field] = value ?? before;
    else sum[field] = field === "context_details" ? value : addUsage(fieldsOf(before), value);
  }
  return sum as Usage;
}
