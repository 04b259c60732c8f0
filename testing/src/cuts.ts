/** Returns a source of numbers from 0 up to 1, the same ones for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  // Mulberry32: small, and well spread even for neighbouring seeds.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cuts bytes before each of these offsets, in whatever order they are given. */
export function cutAt(bytes: Uint8Array, offsets: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const edges = [...offsets.toSorted((one, other) => one - other), bytes.length];
  // A copy each: a receiver may take the buffer of what it is given.
  return edges.map((edge, index) => bytes.slice(edges[index - 1] ?? 0, edge));
}

/** Cuts bytes into single ones. */
export function cutEverywhere(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}

/** Cuts bytes at random places, the same ones for the same seed, into about `pieces` pieces. */
export function cutAtRandom(bytes: Uint8Array, seed: number, pieces: number): Uint8Array<ArrayBuffer>[] {
  const random = seededRandom(seed);
  return cutAt(
    bytes,
    Array.from({ length: pieces - 1 }, () => Math.floor(random() * bytes.length)),
  );
}
