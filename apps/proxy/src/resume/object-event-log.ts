import type { EventLog, LogEnd, LogPart, StoredEvent, StreamFailure } from "@xai-edge/stream";

/** The part of a Durable Object's storage that a log needs. */
export type LogStorage = Pick<DurableObjectStorage, "sql" | "kv" | "put">;

/**
 * Else every byte that leaves the object would wait for the disk, or for its like in other places: some ms an event. What a crash
 * loses this way it has interrupted anyway.
 */
export const unconfirmed = { allowUnconfirmed: true };

/** What the log itself keeps beside its events. */
interface Head {
  readonly key: string;
  readonly end?: LogEnd;
}

interface Batch {
  /** The number of its first event. */
  readonly first: number;
  readonly events: readonly StoredEvent[];
}

const prefix = "events:";
// A value may have 2 MB, and a code unit is two bytes; a character may be cut in the middle.
const rowChars = 500_000;
// About as much as a reader is given at a time.
const partChars = 65_536;

/**
 * The recording of one stream in a Durable Object. What came in one piece is one row, because rows are what writing is billed by.
 * Its end is on disk before anybody learns of it, and with it all that stands before.
 */
export class ObjectEventLog implements EventLog {
  readonly key: string;
  readonly #storage: LogStorage;
  readonly #maxBytes: number;
  readonly #waiting = new Set<() => void>();
  #end: LogEnd | undefined;
  /** What readers that keep up ask for. */
  #last: Batch = { first: 1, events: [] };
  #isGone = false;

  constructor(storage: LogStorage, { key, end }: Head, maxBytes: number) {
    this.key = key;
    this.#end = end;
    this.#storage = storage;
    this.#maxBytes = maxBytes;
  }

  /** Begins a recording; `maxBytes` is what it may take on disk. */
  static create(storage: LogStorage, maxBytes: number): ObjectEventLog {
    const head: Head = { key: crypto.randomUUID().slice(0, 8) };
    void storage.put("log", head, unconfirmed);
    return new ObjectEventLog(storage, head, maxBytes);
  }

  /** The recording that an earlier life of the object began; nothing is added to it any more. */
  static open(storage: LogStorage): ObjectEventLog | undefined {
    const head = storage.kv.get<Head>("log");
    if (head === undefined) return undefined;
    const log = new ObjectEventLog(storage, head, 0);
    const [[key]] = [...storage.kv.list({ prefix, reverse: true, limit: 1 }), [""]] as const;
    const first = numberIn(key);
    log.#last = { first, events: log.#read(first) };
    return log;
  }

  /** How many events there are. */
  get size(): number {
    return this.#last.first + this.#last.events.length - 1;
  }

  async append(events: readonly StoredEvent[]): Promise<void> {
    if (this.#end || this.#isGone) throw new Error("The recording is over.");
    const text = JSON.stringify(events);
    const storage = this.#storage;
    if (storage.sql.databaseSize + text.length > this.#maxBytes) throw new Error("The recording is full.");
    const first = this.size + 1;
    for (let at = 0; at < text.length; at += rowChars) {
      void storage.put(keyOf(first, at), text.slice(at, at + rowChars), unconfirmed);
    }
    this.#last = { first, events };
    this.#changed();
  }

  async end(failure?: StreamFailure): Promise<void> {
    if (this.#end || this.#isGone) return;
    this.#end = { failure };
    this.#storage.kv.put("log", { key: this.key, end: this.#end } satisfies Head);
    this.#changed();
  }

  async read(after: number, signal: AbortSignal): Promise<LogPart | undefined> {
    for (;;) {
      if (this.#isGone || signal.aborted || after > this.size) return undefined;
      if (after < this.size) {
        const events = this.#from(after + 1);
        return { events, end: after + events.length === this.size ? this.#end : undefined };
      }
      if (this.#end) return { events: [], end: this.#end };
      await this.#change(signal);
    }
  }

  /** To be called when the storage is emptied: readers learn of it. */
  forget(): void {
    this.#isGone = true;
    this.#changed();
  }

  #from(number: number): readonly StoredEvent[] {
    const { first, events } = this.#last;
    if (number >= first) return events.slice(number - first);
    return this.#read(number);
  }

  #read(number: number): readonly StoredEvent[] {
    const { kv } = this.#storage;
    const [[from]] = [
      ...kv.list({ prefix, end: keyOf(number + 1), reverse: true, limit: 1 }),
      [keyOf(number)],
    ] as const;
    const start = numberIn(from);
    const events: StoredEvent[] = [];
    let text = "";
    let chars = 0;
    for (const [key, piece] of kv.list<string>({ prefix, start: keyOf(start) })) {
      if (key.endsWith(firstPiece)) {
        if (chars > partChars) break;
        if (text !== "") events.push(...parse(text));
        text = "";
      }
      text += piece;
      chars += piece.length;
    }
    if (text !== "") events.push(...parse(text));
    return events.slice(number - start);
  }

  #changed(): void {
    for (const wake of this.#waiting) wake();
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener("abort", wake);
    });
  }
}

/** Keys in the order of what they stand for. */
function keyOf(first: number, at = 0): string {
  return `${prefix}${pad(first)}:${pad(at)}`;
}

function pad(number: number): string {
  return String(number).padStart(10, "0");
}

const firstPiece = `:${pad(0)}`;

/** The number of the first event in a row; 1 where there is none. */
function numberIn(key: string): number {
  return Number(key.split(":")[1] ?? 1);
}

function parse(text: string): readonly StoredEvent[] {
  return JSON.parse(text);
}
