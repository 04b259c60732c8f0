/** The fields that are neither null nor undefined. */
export function stated<Fields extends object>(fields?: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Fields>;
}
