// Written by `pnpm generate` from packages/schema/spec (source 8653c8c54fd8). Do not edit.

export type * from "./open.gen.ts";
export type * from "./common.gen.ts";
export type * from "./models.gen.ts";
export type * from "./chat.gen.ts";
export type * from "./responses.gen.ts";
export type * from "./responses-events.gen.ts";
export type * from "./operation-params.gen.ts";
export type * from "./messages.gen.ts";
export type * from "./messages-events.gen.ts";
export type * from "./completions.gen.ts";
export type * from "./embeddings.gen.ts";
export type * from "./tokenize.gen.ts";
export type * from "./documents.gen.ts";
export type * from "./images.gen.ts";
export type * from "./videos.gen.ts";
export type * from "./files.gen.ts";
export type * from "./skills.gen.ts";
export type * from "./batches.gen.ts";
export type * from "./account.gen.ts";
export type * from "./voice.gen.ts";
