export { operations } from "./generated/operations.gen.ts";
export type { Operation } from "./operation.ts";
