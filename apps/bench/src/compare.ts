/** What is measured: its name and one run of it. */
export type Contestants = Readonly<Record<string, () => unknown>>;

/**
 * Median microseconds of one run of each contestant. Rounds are interleaved, so that what the machine does meanwhile
 * meets all of them; the first fifth only warms up.
 */
export async function compare(contestants: Contestants, rounds: number): Promise<Map<string, number>> {
  const times = new Map(Object.keys(contestants).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const begun = performance.now();
      await run();
      if (round >= rounds / 5) times.get(name)?.push((performance.now() - begun) * 1000);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}
