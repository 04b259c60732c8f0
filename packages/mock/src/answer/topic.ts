const fillers = new Set(
  (
    "a about above after again all also am an and answer any are as ask at be because been before but by call can could " +
    "describe did do does each either essay every explain few find for from function get give had has have hello help " +
    "here hey hi how i if in into is it its just know less let like list long make many may me might more most much my " +
    "need no not now of off on one only or other our out over paragraph paragraphs please quick say sentence sentences " +
    "short should show so some such tell than thank thanks that the their them then there these they this those to too " +
    "tool two up us use using very want was way we were what when where which while who whom whose why will with word " +
    "words would write you your"
  ).split(" "),
);

/** Words that hold a topic together and neither open nor close it. */
const links = new Set("a an and between for in of on or the to with".split(" "));

/** The words that a text is about: its longest run of words that carry meaning. */
export function findTopic(text: string): string | undefined {
  const runs: string[][] = [[]];
  for (const word of text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.+#-]*|[^\s\p{L}\p{N}]+/gu) ?? []) {
    const bare = word.replace(/[.'’-]+$/, "");
    const run = runs.at(-1) ?? [];
    const isLink = links.has(bare.toLowerCase()) && run.length > 0;
    const hasMeaning = /^\p{L}/u.test(bare) && !fillers.has(bare.toLowerCase());
    if (isLink || hasMeaning) run.push(bare);
    if ((!isLink && !hasMeaning) || bare !== word) runs.push([]);
  }
  const topics = runs.map((run) => withoutLastLinks(run.slice(0, 7)).join(" "));
  const [longest] = topics.toSorted((one, other) => other.length - one.length);
  return longest === "" ? undefined : longest;
}

function withoutLastLinks(words: readonly string[]): readonly string[] {
  const end = words.findLastIndex((word) => !links.has(word.toLowerCase()));
  return words.slice(0, end + 1);
}

/** The name that a text mentions: capitalised words that do not only open a sentence. */
export function findPlace(text: string): string | undefined {
  const after = /\b(?:in|at|for|of|to|from|near|about)\s+(\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*)/u.exec(
    text,
  )?.[1];
  if (after !== undefined) return after;
  return /(?<=\p{Ll}[,]?\s)(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*)/u.exec(text)?.[1];
}
