import type { Xai } from "@xai-edge/core";
import type { MockXaiOptions } from "../src/index.ts";

type Method = (...args: never[]) => unknown;

/** Names of the methods of a client or of a part of it, such as `chat.completions.create`. */
export type MethodPath<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends Method ? Name : `${Name}.${MethodPath<Tree[Name]>}`;
}[keyof Tree & string];

type At<Tree, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? At<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never;

/** What the method of this name takes. */
export type Arguments<Path extends string> =
  At<Xai, Path> extends (...args: infer Args) => unknown ? Args : never;

/** Answers of an operation by their place in the ledger; `pending` is the one without a body. */
export type AnswerKind = "response" | "stream" | "deferred" | "timestamps" | "pending";

/** A part of a form that has to be sent: its name with its text, or with the name of its file. */
export type SentPart = readonly [name: string, value: string | { readonly filename: string }];

/** One call of a method of the client, and what the contract says of it beyond the ledger. */
export interface Sample<Args extends readonly unknown[] = readonly unknown[]> {
  /** What sets it apart from the other samples of the method. */
  readonly as?: string;
  /** What the method is called with; a function where something has to be there before. */
  readonly args: Args | ((xai: Xai) => Promise<Args>);
  /** Operation that is called, where the method is not named after it. */
  readonly operation?: string;
  /** Default: `response`. */
  readonly answer?: AnswerKind;
  /** Body or query that has to be sent. Default: the first object among the arguments; a form has no default. */
  readonly sends?: object | readonly SentPart[];
  /** Tells what the method returns where the answer has no body that could say it. */
  returns?(...args: Args): unknown;
  readonly mock?: MockXaiOptions;
}

/** Methods that put several operations together, which have samples of their own. */
export const composed = ["models.catalog"] as const;

/** Samples of every method in these parts of the client. */
export type SamplesOf<Parts extends keyof Xai> = {
  readonly [Path in Exclude<MethodPath<Pick<Xai, Parts>>, (typeof composed)[number]>]: readonly Sample<
    Arguments<Path>
  >[];
};
