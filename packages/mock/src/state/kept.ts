/** Things that a simulator keeps under their ids. */
export interface Kept<Value> {
  get(id: string): Value | undefined;
  /** Keeps a thing; one that was there already keeps its place among the others. */
  set(id: string, value: Value): void;
  /** Returns whether there was something to delete. */
  delete(id: string): boolean;
  /** All of them, the oldest first. */
  values(): Value[];
}

/** When kept things go by themselves, so that a simulator that runs for long does not grow without end. */
export interface KeptOptions<Value> {
  /** Most things; the oldest goes first. Default: 1000. */
  readonly limit?: number;
  /** Size of a thing, of which all together have at most `maxSize`. */
  readonly sizeOf?: (value: Value) => number;
  readonly maxSize?: number;
  /** Whether its time is up. */
  readonly isOver?: (value: Value) => boolean;
}

/** Keeps things until they are deleted, too many, or over. */
export function createKept<Value>(options: KeptOptions<Value> = {}): Kept<Value> {
  const { limit = 1000, sizeOf = () => 0, maxSize = Infinity, isOver = () => false } = options;
  const things = new Map<string, Value>();
  return {
    get: (id) => {
      dropWhatIsOver();
      return things.get(id);
    },
    set: (id, value) => {
      things.set(id, value);
      dropWhatIsOver();
      let size = [...things.values()].reduce((sum, one) => sum + sizeOf(one), 0);
      for (const [oldest, one] of things) {
        if ((things.size <= limit && size <= maxSize) || oldest === id) break;
        size -= sizeOf(one);
        things.delete(oldest);
      }
    },
    delete: (id) => {
      dropWhatIsOver();
      return things.delete(id);
    },
    values: () => {
      dropWhatIsOver();
      return [...things.values()];
    },
  };

  function dropWhatIsOver(): void {
    for (const [id, value] of things) if (isOver(value)) things.delete(id);
  }
}
