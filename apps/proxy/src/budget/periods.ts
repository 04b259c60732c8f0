/** A day and a month of UTC, each counted since 1970. */
export interface Periods {
  readonly day: number;
  readonly month: number;
}

export type Period = keyof Periods;

const dayMs = 86_400_000;

export function periodsAt(now: number): Periods {
  const date = new Date(now);
  return {
    day: Math.floor(now / dayMs),
    month: (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth(),
  };
}

/** Whole seconds until the next day or month begins. */
export function secondsToNext(period: Period, now: number): number {
  const { day, month } = periodsAt(now);
  const nextAt = period === "day" ? (day + 1) * dayMs : Date.UTC(1970, month + 1);
  return Math.ceil((nextAt - now) / 1000);
}
