export { createMockXai, type MockXai, type MockXaiOptions } from "./create-mock-xai.ts";
export type { Answer, AnswerRequest, AnswerScript, AnswerToolCall } from "./answer/answer.ts";
export type { Fault, FaultPlan } from "./fault.ts";
export type { MockRequest } from "./request-log.ts";
export type { JobOptions, JobOutcome, MockJob } from "./state/jobs.ts";
export type { RealtimeConnection, RealtimeConversation, RealtimeSocket } from "./realtime/realtime-socket.ts";
