/** A bucket that fills evenly, its whole size in a minute. Its level may be below 0: then it was used for more than was foreseen. */
export interface TokenBucket {
  readonly level: number;
  readonly size: number;
  readonly at: number;
}

// What adding up fractions loses must not cost a caller who waited as long as he was told to.
const tolerance = 1e-6;
const longestSeconds = 86_400;

/** The bucket as it is now: filled up since it was last touched, full if it is new. A clock that goes back fills nothing. */
export function filledBucket(bucket: TokenBucket | undefined, size: number, now: number): TokenBucket {
  if (bucket === undefined) return { level: size, size, at: now };
  const gained = (Math.max(0, now - bucket.at) * size) / 60_000;
  return { level: Math.min(size, bucket.level + gained), size, at: Math.max(now, bucket.at) };
}

/** Puts back (or takes out, below 0) without a look at the clock. */
export function poured(bucket: TokenBucket, amount: number): TokenBucket {
  return { ...bucket, level: Math.min(bucket.size, bucket.level + amount) };
}

/** Whole seconds until the bucket holds an amount: 0 when it does. */
export function secondsUntil({ level, size }: TokenBucket, amount: number): number {
  if (level + tolerance >= amount) return 0;
  // A bucket of size 0 never fills.
  return Math.min(longestSeconds, Math.ceil(((amount - level - tolerance) * 60) / size));
}

export function roomIn({ level }: TokenBucket): number {
  return Math.max(0, Math.floor(level + tolerance));
}
