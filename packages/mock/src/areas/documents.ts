import type { Wire } from "@xai-edge/core";
import { SearchRequest } from "@xai-edge/schema";
import { searchChunks } from "../documents/search-chunks.ts";
import { toChunks, type Chunk } from "../documents/to-chunks.ts";
import { allFiles } from "../files/find-file.ts";
import { textOfFile } from "../files/text-of-file.ts";
import { parseJson } from "../http/parse-json.ts";
import { invalidArgument } from "../http/refused-request.ts";
import { createRandom, createUuid } from "../random.ts";
import type { Simulation } from "../simulation.ts";
import { whole, type Handlers } from "./area.ts";

export const documentHandlers: Handlers = {
  "documents.search": async (call) => {
    const request = parseJson(SearchRequest, call);
    const { limit, source } = request;
    if (typeof limit === "number" && limit < 1)
      throw invalidArgument(`The limit is at least 1, got ${limit}.`);
    if (source.collection_ids.length === 0) throw invalidArgument("The request names no collection.");
    const uploaded = await chunksOfFiles(call.simulation);
    const response: Wire.SearchResponse = {
      matches: searchChunks(uploaded.length > 0 ? uploaded : cannedChunks, request),
    };
    return whole(response);
  },
};

/** Collections are made by another API, which is not simulated: every uploaded file is in each of them. */
async function chunksOfFiles(simulation: Simulation): Promise<Chunk[]> {
  const files = allFiles(simulation).filter(({ bytes }) => bytes.size > 0);
  const texts = await Promise.all(files.map(textOfFile));
  return files.flatMap(({ wire }, index) => {
    const random = createRandom("chunks", wire.id);
    return toChunks(texts[index] ?? "").map((text) => ({
      text,
      file_id: wire.id,
      chunk_id: createUuid(random),
      fields: { name: wire.filename },
    }));
  });
}

const cannedRandom = createRandom("canned chunks");

const cannedChunks: readonly Chunk[] = [
  ["simulator.md", "This chunk is simulated: upload a file, and searches find what stands in it."],
  ["simulator.md", "The simulator ranks chunks by the words that they share with the query."],
  ["colours.md", "Red, green and blue light together look white; cyan, magenta and yellow ink look black."],
  ["water.md", "Water boils at a lower temperature on a mountain, because the air presses less on it."],
].map(([name = "", text = ""]) => ({
  text,
  file_id: `file_${createUuid(createRandom(name))}`,
  chunk_id: createUuid(cannedRandom),
  fields: { name },
}));
