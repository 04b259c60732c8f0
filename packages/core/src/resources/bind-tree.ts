import type { Transport } from "../http/transport.ts";

/** A function of a transport. */
export type Operation = (transport: Transport, ...rest: never[]) => unknown;

/** An operation without its transport: what a client has as a method. Keeps up to three overloads. */
export type Bound<F> = F extends {
  (transport: Transport, ...rest: infer A): infer RA;
  (transport: Transport, ...rest: infer B): infer RB;
  (transport: Transport, ...rest: infer C): infer RC;
}
  ? F extends (transport: Transport, ...rest: infer P) => infer R
    ? ((...rest: A) => RA) extends (...rest: P) => R
      ? (...rest: P) => R
      : { (...rest: A): RA; (...rest: B): RB; (...rest: C): RC }
    : never
  : never;

/** Operations by name, in groups. */
export interface OperationTree {
  [name: string]: Operation | OperationTree;
}

/** The same names and groups, as methods. */
export type BoundTree<Tree> = {
  [Name in keyof Tree]: Tree[Name] extends Operation ? Bound<Tree[Name]> : BoundTree<Tree[Name]>;
};

/** Gives every operation of a tree its transport. */
export function bindTree<Tree extends OperationTree>(transport: Transport, tree: Tree): BoundTree<Tree> {
  const bound: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(tree)) {
    bound[name] = typeof value === "function" ? value.bind(null, transport) : bindTree(transport, value);
  }
  return bound as BoundTree<Tree>;
}
