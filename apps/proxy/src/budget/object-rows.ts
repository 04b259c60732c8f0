import { type Sql, type SqlRows, sqlRows } from "./rows.ts";

/** The part of a Durable Object's storage that rows need. */
export interface RowStorage {
  readonly sql: Sql;
  transactionSync<Result>(step: () => Result): Result;
  setAlarm(at: number): Promise<void>;
}

/** The rows of a Durable Object, with its alarm set for when the next one is due. */
export class ObjectRows {
  readonly rows: SqlRows;
  readonly #storage: RowStorage;
  /** Unknown after a start; a second alarm at the same moment does no harm. */
  #alarmAt: number | undefined;

  constructor(storage: RowStorage) {
    this.#storage = storage;
    this.rows = sqlRows(storage.sql);
  }

  /** Takes a step wholly or not at all. What it wrote is on disk before an answer leaves the object. */
  step<Result>(step: () => Result): Result {
    let result: Result;
    try {
      result = this.#storage.transactionSync(step);
    } catch (error) {
      this.rows.forget();
      throw error;
    }
    const at = this.rows.nextDueAt();
    if (at !== undefined && (this.#alarmAt === undefined || at < this.#alarmAt)) {
      this.#alarmAt = at;
      void this.#storage.setAlarm(at);
    }
    return result;
  }

  /** To be called when the alarm rings: it is not set any more. */
  alarmRang(): void {
    this.#alarmAt = undefined;
  }
}
