export * from "./generated/schemas.gen.ts";
