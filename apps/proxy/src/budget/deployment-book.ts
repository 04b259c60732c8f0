import type { DeploymentUsage, ShareAnswer, ShareRequest } from "./deployment-ledger.ts";
import { periodsAt, type Periods } from "./periods.ts";
import type { Rows } from "./rows.ts";
import type { Ticks } from "./ticks.ts";

/** How long a subject's last answer is kept. A subject gives an unanswered request up well before (`patienceMs`). */
const answerKeptMs = 48 * 3_600_000;
/** How long a subject that does not call is still in the list of those that do. */
const seenKeptMs = 31 * 86_400_000;
const answerArea = "subject:";
/** Of what is left, a subject gets at least one in so many: few requests while there is much, small shares when there is little. */
const shareParts = 64;
/** Where fewer calls than this would fit into what is left, none keeps from others what it has not cost. */
const tightParts = 16;
/**
 * After so many seconds without a call, what a subject holds comes back; what is above its part already after one. Until then it
 * is lost to others: the price of not asking for every call. It is small when little is left, because the parts are.
 */
export const idleSeconds = 60;

interface State {
  readonly periods: Periods;
  readonly used: Readonly<Record<"day" | "month" | "total", Ticks>>;
  readonly held: Ticks;
}

interface Answered {
  readonly answer: ShareAnswer;
  readonly held: Ticks;
}

/**
 * The deployment's budget, on rows and a clock. A share counts as spent from when it is granted until it is given back, so that
 * the limit holds whatever becomes of the subject that has it.
 */
export class DeploymentBook {
  readonly #rows: Rows;
  readonly #now: () => number;

  constructor(rows: Rows, now: () => number) {
    this.#rows = rows;
    this.#now = now;
  }

  share({ id, after, subject, limits, least, want, back, held, ...asked }: ShareRequest): ShareAnswer {
    const key = `${answerArea}${subject}`;
    const last = this.#rows.get(key) as Answered | undefined;
    if (last?.answer.id === id) return last.answer;
    if (last !== undefined && last.answer.id !== after)
      throw new Error("A request for a share came too late.");

    const { periods, used, held: heldBefore } = this.#stateAt(asked);
    const heldByAll = heldBefore + held - (last?.held ?? 0);
    for (const { ticks, day, month } of back) {
      if (day === periods.day) used.day -= ticks;
      if (month === periods.month) used.month -= ticks;
      used.total -= ticks;
    }
    let left = Number.MAX_SAFE_INTEGER;
    for (const window of ["day", "month", "total"] as const) {
      const limit = limits[window];
      if (limit === undefined) continue;
      left = Math.min(left, Math.max(0, limit - used[window]));
    }
    const part = Math.floor(left / shareParts);
    const granted = least > left || want === 0 ? 0 : Math.min(left, Math.max(want, part));
    const short = granted < want && { short: { used, held: heldByAll } };
    const isTight = left < tightParts * want;
    const answer = { id, granted, keep: part, isTight, ...periods, ...short };
    this.#rows.put(key, { answer, held: held + granted }, this.#now() + answerKeptMs);
    this.#write({
      periods,
      used: { day: used.day + granted, month: used.month + granted, total: used.total + granted },
      held: heldByAll + granted,
    });
    return answer;
  }

  usage(): DeploymentUsage {
    const { used, held } = this.#stateAt(periodsAt(this.#now()));
    return { used, held };
  }

  /** Notes that a subject calls. */
  seen(subject: string): void {
    this.#rows.put(`seen:${subject}`, 1, this.#now() + seenKeptMs);
  }

  /** Subjects that were seen, in the order of their names, from behind `after` on. */
  subjects(after: string, most: number): readonly string[] {
    return this.#rows
      .keysOf("seen")
      .filter((subject) => subject > after)
      .toSorted()
      .slice(0, most);
  }

  /** Forgets subjects that have not asked for long: what they hold stays spent. */
  forget(): void {
    for (const [key, value] of this.#rows.due(this.#now(), 1000)) {
      this.#rows.delete(key);
      if (!key.startsWith(answerArea)) continue;
      const state = this.#stateAt({ day: 0, month: 0 });
      this.#write({ ...state, held: state.held - (value as Answered).held });
    }
  }

  /** Windows only move on, so that a clock which goes back brings no budget back. */
  #stateAt(asked: Periods) {
    const now = periodsAt(this.#now());
    const { periods, used, held } = (this.#rows.get("state") as State | undefined) ?? {
      periods: now,
      used: { day: 0, month: 0, total: 0 },
      held: 0,
    };
    const day = Math.max(periods.day, now.day, asked.day);
    const month = Math.max(periods.month, now.month, asked.month);
    return {
      periods: { day, month },
      used: {
        day: day === periods.day ? used.day : 0,
        month: month === periods.month ? used.month : 0,
        total: used.total,
      },
      held,
    };
  }

  #write(state: State): void {
    this.#rows.put("state", state);
  }
}
