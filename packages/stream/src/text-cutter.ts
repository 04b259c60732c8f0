/**
 * How many UTF-16 units of a text's beginning are whole whatever follows the text: at least so many, where there are; 0
 * when nothing is certain to be whole.
 */
export type TextCutter = (text: string, atLeast: number) => number;

/** A longer word is not waited for. */
const LONGEST_WORD = 64;
/** Where no segmenter is needed to know that something begins: spaces, and letters of scripts that have none. */
const BEGINNINGS = /\r\n|[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Cuts between graphemes (what a reader takes for one character), or between words, to which the spaces before them
 * belong. Words of more than 64 units are cut between graphemes. Where the runtime has no Intl.Segmenter, cuts only before
 * spaces and before Chinese and Japanese letters.
 */
export function createTextCutter(by: "grapheme" | "word"): TextCutter {
  if (!("Segmenter" in Intl)) return (text, atLeast) => cutAt(text.matchAll(BEGINNINGS), atLeast);
  const graphemes = new Intl.Segmenter();
  const words = new Intl.Segmenter(undefined, { granularity: "word" });

  return (text, atLeast) => {
    // Half of a surrogate pair at the end may belong to what stands before it.
    const known = text.replace(/[\ud800-\udbff]$/, "");
    const characters = graphemes.segment(known);
    const isBeginning = ({ index }: Place): boolean => characters.containing(index)?.index === index;
    const cut = by === "word" ? cutAt(wordsIn(words.segment(known), isBeginning), atLeast) : 0;
    return cut === 0 && (by === "grapheme" || known.length > LONGEST_WORD) ? cutAt(characters, atLeast) : cut;
  };
}

interface Place {
  readonly index: number;
}

/** The first place that is far enough, or else the last one. */
function cutAt(places: Iterable<Place>, atLeast: number): number {
  let cut = 0;
  for (const { index } of places) {
    cut = index;
    if (cut >= atLeast) break;
  }
  return cut;
}

/** Where one word, sign, or run of spaces and a word ends and the next begins, as far as that is certain. */
function* wordsIn(segments: Intl.Segments, isBeginning: (place: Place) => boolean): Generator<Place> {
  let isAfterSpace = true;
  let uncertain: Place | undefined;
  for (const segment of segments) {
    if (uncertain) yield uncertain;
    uncertain = undefined;
    const isSpace = /^\s/.test(segment.segment);
    if (!isAfterSpace && isBeginning(segment)) {
      // "can" and "'" become one word when "t" follows.
      if (isSpace || segment.isWordLike) yield segment;
      else uncertain = segment;
    }
    isAfterSpace = isSpace;
  }
}
