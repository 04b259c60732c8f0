import { EventEmitter, once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { RequestRecord, Script, Step } from "../src/misbehaviour.ts";

/** A request as the server keeps it while it lasts. */
export interface RunRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly startedAt: number;
  body: string;
  closedByClientAt?: number;
  finished: boolean;
  /** Set before the server ends the connection itself, so that its end is not taken for the client's. */
  cutByServer: boolean;
}

/** One script in use: which step comes next, what was requested, who waits for what. */
export class ScriptRun {
  readonly requests: RunRequest[] = [];
  readonly #script: Script;
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #stepsTaken = 0;
  #releases = 0;

  constructor(script: Script) {
    if (!Array.isArray(script.steps) || script.steps.length === 0) {
      throw new Error("Expected a script with at least one step");
    }
    this.#script = script;
  }

  nextStep(): Step {
    const { steps, once: stopAtTheEnd } = this.#script;
    const step = steps[this.#stepsTaken] ?? (stopAtTheEnd === true ? undefined : steps.at(-1));
    this.#stepsTaken += 1;
    return (
      step ?? {
        status: 410,
        body: `The script has ${steps.length} steps, this is request ${this.#stepsTaken}`,
      }
    );
  }

  begin(request: IncomingMessage, path: string): RunRequest {
    const headers = Object.fromEntries(
      Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values.join(", ")]),
    );
    const record: RunRequest = {
      method: request.method ?? "",
      path,
      headers,
      body: "",
      startedAt: Date.now(),
      finished: false,
      cutByServer: false,
    };
    this.requests.push(record);
    this.#changes.emit("change");
    return record;
  }

  end(record: RunRequest, finished: boolean): void {
    record.finished = finished;
    if (!finished && !record.cutByServer) record.closedByClientAt = Date.now();
    this.#changes.emit("change");
  }

  release(): void {
    this.#releases += 1;
    this.#changes.emit("change");
  }

  /** Resolves once there is a release left to take. */
  async released(signal: AbortSignal): Promise<void> {
    while (this.#releases === 0) await once(this.#changes, "change", { signal });
    this.#releases -= 1;
  }

  /** Resolves to whether the condition came true within the time. */
  async waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      while (!condition()) await once(this.#changes, "change", { signal });
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  }

  records(): readonly RequestRecord[] {
    return this.requests.map(({ cutByServer: _cutByServer, ...record }) => record);
  }
}
