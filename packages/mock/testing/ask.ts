import type { MockXai } from "../src/index.ts";

/** Sends a body to a simulator. */
export function send(mock: MockXai, path: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  return mock.fetch(`https://api.x.ai${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...init,
  });
}

/** Sends a body and reads the whole answer. */
export async function ask<Answer>(mock: MockXai, path: string, body: unknown): Promise<Answer> {
  const response = await send(mock, path, body);
  if (!response.ok) throw new Error(`Expected an answer, got ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Sends a body with `stream: true` and reads the data of all events; `[DONE]` stays a text. */
export async function askStream<Event>(
  mock: MockXai,
  path: string,
  body: object,
): Promise<(Event | "[DONE]")[]> {
  const response = await send(mock, path, { ...body, stream: true });
  return readEvents(await response.text());
}

/** Sends a body with `stream: true` and reads the events up to `[DONE]`, which has to come last. */
export async function askEvents<Event>(mock: MockXai, path: string, body: object): Promise<Event[]> {
  const all = await askStream<Event>(mock, path, body);
  const events = all.flatMap((event) => (isDone(event) ? [] : [event]));
  if (all.at(-1) !== "[DONE]" || events.length !== all.length - 1) {
    throw new Error("Expected one [DONE] at the end of the stream");
  }
  return events;
}

function isDone(event: unknown): event is "[DONE]" {
  return event === "[DONE]";
}

/** Reads the data of the events of an event stream. */
export function readEvents<Event>(text: string): (Event | "[DONE]")[] {
  return text
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => {
      const data = block.replace(/^(?:event: .*\n)?data: /, "");
      return data === "[DONE]" ? data : JSON.parse(data);
    });
}

/** Sends a body that is refused and reads the status and the answer. */
export async function refusal(
  mock: MockXai,
  path: string,
  body: unknown,
  init: RequestInit = {},
): Promise<[status: number, body: unknown]> {
  const response = await send(mock, path, body, init);
  return [response.status, await response.json()];
}

/** The reason for which a promise is rejected, watched from now on; rejects when it is fulfilled. */
export function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("Expected a rejection");
    },
    (reason: unknown) => reason,
  );
}
