// Written by `pnpm generate` from packages/schema/spec (source 4c186f3c4828). Do not edit.

/** A set of strings that may grow: completes as the known ones and takes any. */
export type Open<Known extends string> = Known | (string & {});

// The type of an enum is one that TypeScript tells apart from every literal, so that a comparison with a known name
// leaves the known member; an open string type would stay in every branch.
declare enum UnknownName {
  Any = "",
}

/**
 * A member of a union that this version does not know: the API may add some at any time. Its discriminating field is a
 * string that no known member has; nobody can write one, they only arrive.
 */
export type UnknownVariant<Discriminator extends string = "type"> = {
  readonly [Field in Discriminator]: UnknownName;
} & { readonly [field: string]: unknown };
