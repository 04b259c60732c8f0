/** Fields that may be absent, but not null or undefined. */
export type Stated<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** The fields that are neither null nor undefined. */
export function stated<Fields extends object>(fields?: Fields): Stated<Fields> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== undefined),
  ) as Stated<Fields>;
}
