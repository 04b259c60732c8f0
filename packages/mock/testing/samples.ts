import type { Operation } from "@xai-edge/schema/operations";
import type { MockXai } from "../src/index.ts";
import { ask } from "./ask.ts";

/** What a request to an operation needs beside its method and its path. */
export interface Sample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly json?: object;
  readonly form?: FormData;
}

const origin = "https://api.x.ai";
const file = new File(["Water boils at 100 °C."], "water.txt", { type: "text/plain" });
const manual = new File(["---\nname: haiku\ndescription: Writes haiku\n---\nThree lines."], "haiku/SKILL.md");
const recording = new File([new Uint8Array(32_000)], "voice.wav", { type: "audio/wav" });
const video = { url: "https://media.example/source.mp4" };
const messages = [{ role: "user", content: "Hello" }];
const chat = { model: "grok-4", messages };

/** A request to each operation of the ledger that is answered with 200, and what has to be there before it. */
export const samples: Readonly<Record<string, (mock: MockXai) => Sample | Promise<Sample>>> = {
  "chat.completions.create": () => ({ json: chat }),
  "chat.completions.deferred.retrieve": (mock) =>
    madeBy(mock, "/v1/chat/completions", { ...chat, deferred: true }, "request_id"),
  "responses.create": () => ({ json: { model: "grok-4", input: "Hello" } }),
  "responses.retrieve": storedResponse,
  "responses.delete": storedResponse,
  "responses.inputItems.list": async (mock) => ({
    ...(await storedResponse(mock)),
    query: "limit=1&order=desc",
  }),
  "responses.compact": () => ({ json: { model: "grok-4", input: "Hello" } }),
  "messages.create": () => ({ json: { ...chat, max_tokens: 100 } }),
  "completions.create": () => ({ json: { model: "grok-3", prompt: "Once upon a time" } }),
  "complete.create": () => ({ json: { model: "grok-3", prompt: "Once", max_tokens_to_sample: 10 } }),
  "embeddings.create": () => ({ json: { model: "v1", input: ["Hello", "world"] } }),
  "tokenize.create": () => ({ json: { model: "grok-4", text: "Hello world!" } }),
  "documents.search": async (mock) => {
    await uploadedFile(mock);
    return { json: { query: "When does water boil?", source: { collection_ids: ["collection_1"] } } };
  },
  "images.generate": () => ({ json: { prompt: "A fox", n: 2 } }),
  "images.edit": () => ({ json: { prompt: "A fox", image: { url: "data:image/png;base64,AAAA" } } }),
  "images.retrieve": (mock) =>
    madeBy(mock, "/v1/images/generations", { prompt: "A fox", deferred: true }, "request_id"),
  "videos.generate": () => ({ json: { prompt: "A fox", duration: 3 } }),
  "videos.edit": () => ({ json: { prompt: "A fox", video } }),
  "videos.extend": () => ({ json: { prompt: "A fox", video } }),
  "videos.retrieve": (mock) => madeBy(mock, "/v1/videos/generations", { prompt: "A fox" }, "request_id"),
  "files.create": () => ({ form: toForm({ purpose: "assistants", expires_after: "3600", file }) }),
  "files.list": async (mock) => {
    await uploadedFile(mock);
    return { query: "limit=10&sort_by=size&order=asc" };
  },
  "files.retrieve": uploadedFile,
  "files.delete": uploadedFile,
  "files.content": async (mock) => ({ ...(await uploadedFile(mock)), query: "format=original" }),
  "files.publicUrl.create": async (mock) => ({
    ...(await uploadedFile(mock)),
    json: { expires_after: 3600 },
  }),
  "files.publicUrl.revoke": uploadedFile,
  "skills.create": () => ({ form: toForm({ files: manual }) }),
  "skills.list": async (mock) => {
    await uploadedSkill(mock);
    return { query: "limit=1" };
  },
  "skills.retrieve": uploadedSkill,
  "skills.delete": uploadedSkill,
  "skills.content.retrieve": uploadedSkill,
  "batches.create": () => ({ json: { name: "Night" } }),
  "batches.list": async (mock) => {
    await filledBatch(mock);
    return { query: "limit=1" };
  },
  "batches.retrieve": filledBatch,
  "batches.cancel": filledBatch,
  "batches.requests.create": async (mock) => ({ ...(await createdBatch(mock)), json: batchRequests }),
  "batches.requests.list": filledBatch,
  "batches.results.list": filledBatch,
  "models.list": () => ({}),
  "models.retrieve": () => ({ params: { model_id: "latest" } }),
  "languageModels.list": () => ({}),
  "languageModels.retrieve": () => ({ params: { model_id: "grok-4.20" } }),
  "embeddingModels.list": () => ({}),
  "embeddingModels.retrieve": () => ({ params: { model_id: "v1" } }),
  "imageGenerationModels.list": () => ({}),
  "imageGenerationModels.retrieve": () => ({ params: { model_id: "grok-imagine-image-2.0" } }),
  "videoGenerationModels.list": () => ({}),
  "videoGenerationModels.retrieve": () => ({ params: { model_id: "grok-imagine-video" } }),
  "account.apiKey": () => ({}),
  "account.me": () => ({}),
  "tts.create": () => ({ json: { text: "Hello", language: "en" } }),
  "tts.voices.list": () => ({}),
  "tts.voices.retrieve": () => ({ params: { voice_id: "Eve" } }),
  "stt.create": () => ({
    form: toForm({ diarize: "true", multichannel: "true", channels: "2", file: recording }),
  }),
  "customVoices.create": () => ({ form: toForm({ name: "Narrator", tone: "warm", file: recording }) }),
  "customVoices.list": async (mock) => {
    await clonedVoice(mock);
    return { query: "limit=1" };
  },
  "customVoices.retrieve": clonedVoice,
  "customVoices.update": async (mock) => ({
    ...(await clonedVoice(mock)),
    json: { name: "Reader", tone: null },
  }),
  "customVoices.delete": clonedVoice,
  "customVoices.audio": clonedVoice,
  "realtime.clientSecrets.create": () => ({ json: { expires_after: { seconds: 60 } } }),
};

const batchRequests = {
  batch_requests: [
    { batch_request_id: "a", batch_request: { chat_get_completion: chat } },
    { batch_request_id: "b", batch_request: { responses: { model: "grok-4", input: "Hello" } } },
    { batch_request_id: "c", batch_request: { image_generation: { prompt: "A fox" } } },
    { batch_request_id: "d", batch_request: { video_generation: { prompt: "A fox" } } },
    { batch_request_id: "e", batch_request: { video_generation: { prompt: "A fox", video } } },
    { batch_request_id: "f", batch_request: { chat_get_completion: { ...chat, model: "grok-0" } } },
    { batch_request: { video_extension: { prompt: "A fox", video } } },
  ],
};

/** Builds the request to an operation. */
export function toRequest(operation: Operation, { params = {}, query, json, form }: Sample): Request {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? "missing"),
  );
  return new Request(`${origin}${path}${query === undefined ? "" : `?${query}`}`, {
    method: operation.method,
    ...(json === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(json) }),
    ...(form === undefined ? {} : { body: form }),
  });
}

/** A form with these parts in this order. */
export function toForm(parts: Readonly<Record<string, string | Blob>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.append(name, value);
  return form;
}

/** Sends a form and reads the answer. */
export async function askForm<Answer>(mock: MockXai, path: string, form: FormData): Promise<Answer> {
  const response = await mock.fetch(origin + path, { method: "POST", body: form });
  if (!response.ok) throw new Error(`Expected an answer, got ${response.status}: ${await response.text()}`);
  return response.json();
}

async function madeBy(mock: MockXai, path: string, json: object, id: string): Promise<Sample> {
  return { params: { [id]: (await ask<Record<string, string>>(mock, path, json))[id] ?? "" } };
}

async function storedResponse(mock: MockXai): Promise<Sample> {
  const input = [
    { role: "user", content: "Hello" },
    { role: "user", content: [{ type: "input_text", text: "Hello again" }] },
  ];
  const { id } = await ask<{ id: string }>(mock, "/v1/responses", { model: "grok-4", input });
  return { params: { response_id: id } };
}

async function uploadedFile(mock: MockXai): Promise<Sample> {
  const { id } = await askForm<{ id: string }>(mock, "/v1/files", toForm({ file }));
  return { params: { file_id: id } };
}

async function uploadedSkill(mock: MockXai): Promise<Sample> {
  const { id } = await askForm<{ id: string }>(mock, "/v1/skills", toForm({ files: manual }));
  return { params: { skill_id: id } };
}

function createdBatch(mock: MockXai): Promise<Sample> {
  return madeBy(mock, "/v1/batches", { name: "Night" }, "batch_id");
}

async function filledBatch(mock: MockXai): Promise<Sample> {
  const batch = await createdBatch(mock);
  await mock.fetch(`${origin}/v1/batches/${batch.params?.["batch_id"] ?? ""}/requests`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(batchRequests),
  });
  return batch;
}

async function clonedVoice(mock: MockXai): Promise<Sample> {
  const form = toForm({ name: "Narrator", file: recording });
  const { voice_id } = await askForm<{ voice_id: string }>(mock, "/v1/custom-voices", form);
  return { params: { voice_id } };
}
