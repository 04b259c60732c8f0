export type { Call } from "./call.ts";
export * from "./generated/calls.gen.ts";
