export { operations } from "./generated/operations.gen.ts";
export type { Form, Operation, TextField } from "./operation.ts";
