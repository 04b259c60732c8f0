// Written by `pnpm generate` from packages/schema/spec (source 7502b0a0338e). Do not edit.

export * from "./common.gen.ts";
export * from "./models.gen.ts";
export * from "./chat.gen.ts";
export * from "./responses.gen.ts";
export * from "./responses-events.gen.ts";
export * from "./operation-params.gen.ts";
export * from "./messages.gen.ts";
export * from "./messages-events.gen.ts";
export * from "./completions.gen.ts";
export * from "./embeddings.gen.ts";
export * from "./tokenize.gen.ts";
export * from "./documents.gen.ts";
export * from "./images.gen.ts";
export * from "./videos.gen.ts";
export * from "./files.gen.ts";
export * from "./skills.gen.ts";
export * from "./batches.gen.ts";
export * from "./account.gen.ts";
export * from "./voice.gen.ts";
