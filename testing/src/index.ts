export { misbehave, type MisbehaveOptions, type Misbehaviour } from "./misbehave.ts";
export type { Chunk, RequestRecord, Script, Step } from "./misbehaviour.ts";
export type { WireCapture } from "./provided-context.ts";
