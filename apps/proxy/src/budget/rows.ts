/** What an object keeps: JSON values by key, each of which may be due at a moment. */
export interface Rows {
  get(key: string): unknown;
  put(key: string, value: unknown, dueAt?: number): void;
  delete(key: string): void;
  /** The rows that are due at `now`, the earliest first, at most `most` of them. */
  due(now: number, most: number): readonly (readonly [key: string, value: unknown])[];
  /** When the next row is due. */
  nextDueAt(): number | undefined;
  /** The keys that begin with `area` and a colon, without both. */
  keysOf(area: string): readonly string[];
}

/**
 * Rows of SQLite, of which those that were last used are remembered: nobody else writes an object's database. Within a step, lists
 * of keys and of what is due are those of before it.
 */
export interface SqlRows extends Rows {
  /** Takes a step and writes what it put and deleted, wholly or not at all. Says when the earliest row that it put is due. */
  step<Result>(step: () => Result): { readonly result: Result; readonly dueAt: number };
}

// A subject's state, and the calls that are under way.
const mostRemembered = 256;

/** The part of a Durable Object's SQLite that rows need. */
export interface Sql {
  exec(query: string, ...bindings: (string | number | null)[]): Iterable<Record<string, unknown>>;
}

/** What rows need of a Durable Object's storage. */
export interface RowStorage {
  readonly sql: Sql;
  transactionSync<Result>(step: () => Result): Result;
}

/** A row as it is written; undefined: it is deleted. */
type Written = { readonly text: string; readonly dueAt: number | undefined } | undefined;

/**
 * Rows that one statement writes, which SQLite does wholly or not at all: a call's and its subject's, and those of its session and
 * of a review. A transaction around a statement a row takes 0.04 ms more of a call (`pnpm bench:proxy` in apps/bench).
 */
const mostAtOnce = 4;

/** Rows in one table of a Durable Object, which is made when it is missing. */
export function sqlRows(storage: RowStorage): SqlRows {
  const { sql } = storage;
  sql.exec("CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, value TEXT, due INTEGER) WITHOUT ROWID");
  sql.exec("CREATE INDEX IF NOT EXISTS rows_due ON rows (due) WHERE due IS NOT NULL");
  const remembered = new Map<string, string>();
  /** What the present step has put and deleted. */
  const written = new Map<string, Written>();
  let isStep = false;
  const all = (query: string, ...bindings: (string | number | null)[]) => [...sql.exec(query, ...bindings)];
  const insert = (rows: readonly (readonly [key: string, row: NonNullable<Written>])[]): void => {
    const values = rows.map(() => "(?, ?, ?)").join(", ");
    sql.exec(
      `INSERT OR REPLACE INTO rows VALUES ${values}`,
      ...rows.flatMap(([key, { text, dueAt }]) => [key, text, dueAt ?? null]),
    );
  };
  const write = (): void => {
    const puts = [...written].flatMap(([key, row]) => (row ? [[key, row] as const] : []));
    const isOne = puts.length === written.size && puts.length <= mostAtOnce;
    if (isOne) return puts.length > 0 ? insert(puts) : undefined;
    storage.transactionSync(() => {
      for (const [key, row] of written) {
        if (row) insert([[key, row]]);
        else sql.exec("DELETE FROM rows WHERE key = ?", key);
      }
    });
  };
  const step = <Result>(take: () => Result): { result: Result; dueAt: number } => {
    isStep = true;
    try {
      const result = take();
      write();
      return { result, dueAt: Math.min(...[...written.values()].map((row) => row?.dueAt ?? Infinity)) };
    } catch (error) {
      remembered.clear();
      throw error;
    } finally {
      isStep = false;
      written.clear();
    }
  };
  const note = (key: string, row: Written): void => {
    if (!isStep) return void step(() => note(key, row));
    written.set(key, row);
    remembered.delete(key);
    if (remembered.size >= mostRemembered) remembered.clear();
    if (row) remembered.set(key, row.text);
  };
  return {
    step,
    get(key) {
      // As text, so that each caller has a value of its own to change.
      const text = written.has(key) ? written.get(key)?.text : remembered.get(key);
      if (text !== undefined) return JSON.parse(text);
      if (written.has(key)) return undefined;
      const [row] = all("SELECT value FROM rows WHERE key = ?", key);
      return row && JSON.parse(String(row.value));
    },
    put: (key, value, dueAt) => note(key, { text: JSON.stringify(value), dueAt }),
    delete: (key) => note(key, undefined),
    due: (now, most) =>
      all("SELECT key, value FROM rows WHERE due <= ? ORDER BY due LIMIT ?", now, most).map(
        ({ key, value }) => [String(key), JSON.parse(String(value))],
      ),
    nextDueAt() {
      const [row] = all("SELECT due FROM rows WHERE due IS NOT NULL ORDER BY due LIMIT 1");
      return row && Number(row.due);
    },
    keysOf: (area) =>
      // A semicolon is what comes after a colon.
      all("SELECT key FROM rows WHERE key > ? AND key < ?", `${area}:`, `${area};`).map(({ key }) =>
        String(key).slice(area.length + 1),
      ),
  };
}
