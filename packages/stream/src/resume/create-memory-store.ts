import { XaiOptionsError } from "@xai-edge/core";
import type { EventLog, EventStore, LogEnd, StoredEvent } from "./event-store.ts";

/** What a memory store may hold. */
export interface MemoryStoreOptions {
  /**
   * The most that all events together may take: two bytes for each UTF-16 code unit and 100 for each event. To make
   * room, recordings that have ended are dropped, the oldest first. Default: 16,777,216.
   */
  readonly maxBytes?: number | undefined;
  /** Milliseconds after its last event, or its end, until a recording is dropped. More than 0. Default: 600,000. */
  readonly ttlMs?: number | undefined;
}

interface Recording {
  readonly log: EventLog;
  readonly events: StoredEvent[];
  bytes: number;
  end: LogEnd | undefined;
  dropAt: number;
  readonly waiting: Set<() => void>;
}

const PART_EVENTS = 256;
const EVENT_BYTES = 100;
// setTimeout counts in 31 bits and takes more for nothing.
const LONGEST_MS = 0x7fffffff;

/**
 * Keeps recordings in this process: for one server, for development, and for tests. Whoever knows an id may read what
 * was recorded under it, so take ids that cannot be guessed (`crypto.randomUUID()`), or look up whose they are first.
 *
 * What has expired is dropped when the next recording begins; no timer runs but while a reader waits.
 *
 * @throws XaiOptionsError for a `maxBytes` or `ttlMs` that is not more than 0.
 */
export function createMemoryStore({
  maxBytes = 16_777_216,
  ttlMs = 600_000,
}: MemoryStoreOptions = {}): EventStore {
  for (const [name, value] of Object.entries({ maxBytes, ttlMs })) {
    if (!(value > 0)) throw new XaiOptionsError(`Expected ${name} to be more than 0, got ${value}`);
  }
  const recordings = new Map<string, Recording>();
  let bytes = 0;

  function drop(id: string, { bytes: freed }: Recording): void {
    recordings.delete(id);
    bytes -= freed;
  }

  /** The recording of an id, unless its time is over. */
  function present(id: string): Recording | undefined {
    const recording = recordings.get(id);
    if (!recording || recording.dropAt > Date.now()) return recording;
    drop(id, recording);
    return undefined;
  }

  function makeRoom(size: number): boolean {
    for (const [id, recording] of recordings) {
      if (bytes + size <= maxBytes) break;
      if (recording.end) drop(id, recording);
    }
    return bytes + size <= maxBytes;
  }

  function begin(id: string): Recording {
    const isHere = (): boolean => present(id) === recording;

    function changed(): void {
      recording.dropAt = Date.now() + ttlMs;
      for (const wake of recording.waiting) wake();
    }

    function change(signal: AbortSignal): Promise<void> {
      return new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          recording.waiting.delete(wake);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        const timer = setTimeout(wake, Math.min(recording.dropAt - Date.now(), LONGEST_MS));
        recording.waiting.add(wake);
        signal.addEventListener("abort", wake);
      });
    }

    const log: EventLog = {
      key: crypto.randomUUID().slice(0, 8),
      async append(added) {
        const size = added.reduce(
          (sum, { data, event }) => sum + 2 * (data.length + event.length) + EVENT_BYTES,
          0,
        );
        if (!isHere() || recording.end) throw new XaiOptionsError("The recording is over", "recording_over");
        if (!makeRoom(size)) {
          throw new XaiOptionsError(`The store holds all of its maxBytes (${maxBytes})`, "store_full");
        }
        bytes += size;
        recording.bytes += size;
        recording.events.push(...added);
        changed();
      },
      async end(failure) {
        if (!isHere() || recording.end) return;
        recording.end = { failure };
        changed();
      },
      async read(after, signal) {
        for (;;) {
          if (!isHere() || signal.aborted || after > recording.events.length) return undefined;
          const { events, end } = recording;
          const part = events.slice(after, after + PART_EVENTS);
          const isLast = after + part.length === events.length;
          if (part.length > 0 || end) return { events: part, end: isLast ? end : undefined };
          await change(signal);
        }
      },
    };
    const recording: Recording = {
      log,
      events: [],
      bytes: 0,
      end: undefined,
      dropAt: Date.now() + ttlMs,
      waiting: new Set(),
    };
    return recording;
  }

  return {
    async create(id) {
      for (const each of recordings.keys()) present(each);
      if (recordings.has(id)) return undefined;
      const recording = begin(id);
      recordings.set(id, recording);
      return recording.log;
    },
    async find(id) {
      return present(id)?.log;
    },
  };
}
