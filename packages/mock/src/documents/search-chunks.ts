import type { Wire } from "@xai-edge/core";
import { matchesFilter } from "../files/matches-filter.ts";
import { embed, similarity, wordsOf } from "../text/embed.ts";
import type { Chunk } from "./to-chunks.ts";

const dimensions = 128;

/** Finds the chunks that fit best, as the simulator's own embeddings and the words of the query tell. */
export function searchChunks(chunks: readonly Chunk[], request: Wire.SearchRequest): Wire.SearchMatch[] {
  const { query, limit, filter, group_by: groupBy, retrieval_mode: mode, source } = request;
  const queryVector = embed(query, dimensions);
  const queryWords = new Set(wordsOf(query));
  const score = (text: string): number => {
    const words = new Set(wordsOf(text));
    const byWords = [...queryWords].filter((word) => words.has(word)).length / queryWords.size;
    if (mode?.type === "keyword") return byWords;
    const byMeaning = (similarity(queryVector, embed(text, dimensions)) + 1) / 2;
    return mode?.type === "semantic" ? byMeaning : (byMeaning + byWords) / 2;
  };
  const ranked = chunks
    .filter(({ fields }) => !filter || matchesFilter(filter, (name) => fields[name]))
    .map((chunk) => ({ chunk, score: score(chunk.text) }))
    .toSorted((one, other) => other.score - one.score);
  const best = groupBy ? bestOfGroups(ranked, groupBy) : ranked;
  return best.slice(0, limit ?? 10).map(({ chunk, score: value }) => ({
    file_id: chunk.file_id,
    chunk_id: chunk.chunk_id,
    chunk_content: chunk.text,
    score: value,
    collection_ids: source.collection_ids,
    fields: { ...chunk.fields },
    page_number: 0,
  }));
}

/** Of each group those stay that come first, in whatever order the request asks for. */
function bestOfGroups<Ranked extends { readonly chunk: Chunk }>(
  ranked: readonly Ranked[],
  { keys, aggregate }: Wire.GroupBy,
): readonly Ranked[] {
  const kept = !aggregate ? 1 : "min_k" in aggregate ? aggregate.min_k.k : aggregate.max_k.k;
  const counts = new Map<string, number>();
  return ranked.filter(({ chunk }) => {
    const group = JSON.stringify(keys.map((key) => chunk.fields[key] ?? null));
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= kept;
  });
}
