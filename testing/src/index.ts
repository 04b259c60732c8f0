export { cutAt, cutAtRandom, cutEverywhere, seededRandom } from "./cuts.ts";
export { misbehave, type MisbehaveOptions, type Misbehaviour } from "./misbehave.ts";
export type { Chunk, RequestRecord, Script, Step } from "./misbehaviour.ts";
export type { WireCapture } from "./provided-context.ts";
export { streamBytes } from "./stream-bytes.ts";
export { lineEnds, type LineEnd, writeSse } from "./write-sse.ts";
