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

/** Rows of SQLite, of which those that were last used are remembered: nobody else writes an object's database. */
export interface SqlRows extends Rows {
  /** Forgets what was remembered, because it was taken back. */
  forget(): void;
}

// A subject's state, and the calls that are under way.
const mostRemembered = 256;

/** The part of a Durable Object's SQLite that rows need. */
export interface Sql {
  exec(query: string, ...bindings: (string | number | null)[]): Iterable<Record<string, unknown>>;
}

/** Rows in one table of a Durable Object, which is made when it is missing. */
export function sqlRows(sql: Sql): SqlRows {
  sql.exec("CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, value TEXT, due INTEGER) WITHOUT ROWID");
  sql.exec("CREATE INDEX IF NOT EXISTS rows_due ON rows (due) WHERE due IS NOT NULL");
  const remembered = new Map<string, string>();
  const all = (query: string, ...bindings: (string | number | null)[]) => [...sql.exec(query, ...bindings)];
  return {
    get(key) {
      // As text, so that each caller has a value of its own to change.
      const text = remembered.get(key);
      if (text !== undefined) return JSON.parse(text);
      const [row] = all("SELECT value FROM rows WHERE key = ?", key);
      return row && JSON.parse(String(row.value));
    },
    put(key, value, dueAt) {
      const text = JSON.stringify(value);
      sql.exec("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", key, text, dueAt ?? null);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key, text);
    },
    delete(key) {
      sql.exec("DELETE FROM rows WHERE key = ?", key);
      remembered.delete(key);
    },
    forget: () => remembered.clear(),
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
