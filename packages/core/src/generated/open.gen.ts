// Written by `pnpm generate` from packages/schema/spec (source 02f8a25dc97f). Do not edit.

declare const unknownName: unique symbol;

/** A set of strings that may grow: completes as the known ones and takes any. */
export type Open<Known extends string> = Known | (string & {});

/**
 * A member of a union that this version does not know: the API may add some at any time. Its discriminating field can
 * be read as a string and compared with known values, which leaves the known member in that branch.
 */
export type UnknownVariant<Discriminator extends string = "type"> = {
  readonly [Field in Discriminator]: string & { readonly [unknownName]: true };
} & { readonly [field: string]: unknown };
