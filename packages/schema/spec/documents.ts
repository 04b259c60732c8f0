import {
  array,
  fields,
  float,
  int32,
  literal,
  merge,
  named,
  nullable,
  object,
  oneOf,
  optional,
  record,
  ref,
  required,
  string,
  union,
  type Area,
} from "./notation.ts";

const bound = "The reference states the bound in prose only.";
const tolerant = "Answers are read tolerantly: only what carries the answer is required.";

const fallbackReranker =
  "Model that orders the hits anew; one is used in any case when several collections are searched.";

export const documents: Area = {
  SearchRequest: object("Body of `POST /v1/documents/search`.", {
    query: required(string(), "What to look for; it is embedded with the model of the collection."),
    source: required(ref("DocumentsSource"), "Where to look."),
    limit: optional(nullable(int32()), "How many chunks to return, best first; 10 when absent."),
    retrieval_mode: optional(nullable(ref("RetrievalMode")), "How chunks are found; hybrid when absent."),
    filter: optional(
      nullable(string()),
      'AIP-160 expression over document metadata, such as `year > 2020 AND author = "Ada"`; `field:10..20` is a range with both ends.',
    ),
    group_by: optional(
      nullable(ref("GroupBy")),
      "Keeps a few hits per metadata value, so that no one value fills the list; applied to each collection after ranking.",
    ),
    instructions: optional(
      nullable(string()),
      "Tells the search what counts as relevant; general instructions when absent.",
    ),
    ranking_metric: optional(
      nullable(ref("RankingMetric")),
      "Has no say any more: a collection fixes its metric when it is made.",
      { deprecated: true },
    ),
  }),
  DocumentsSource: object("The collections that a search covers.", {
    collection_ids: required(array(string()), "Ids of the collections."),
    rag_pipeline: optional(nullable(ref("RagPipeline")), "Search engine to use; `chroma_db` when absent."),
  }),
  RagPipeline: named("Search engine behind the collections.", oneOf("chroma_db", "es")),
  RankingMetric: named(
    "Former choice of the distance between embeddings; a collection now has its own.",
    oneOf("RANKING_METRIC_UNKNOWN", "RANKING_METRIC_L2_DISTANCE", "RANKING_METRIC_COSINE_SIMILARITY"),
  ),
  RetrievalMode: named(
    "How chunks are found: by meaning, by words, or by both.",
    union(
      merge(
        ref("HybridRetrieval"),
        fields({ type: required(literal("hybrid"), "By meaning and by words together.") }),
      ),
      merge(
        ref("SemanticRetrieval"),
        fields({ type: required(literal("semantic"), "By meaning, with dense embeddings.") }),
      ),
      merge(
        ref("KeywordRetrieval"),
        fields({ type: required(literal("keyword"), "By words, with sparse embeddings.") }),
      ),
    ),
  ),
  HybridRetrieval: object("Settings of a search by meaning and by words.", {
    reranker: optional(
      nullable(ref("HybridReranker")),
      "How the two lists of hits become one of the size asked for.",
    ),
    search_multiplier: optional(
      nullable(int32({ min: 1, max: 100 })),
      "How many times `limit` is fetched before reranking; 1 when absent.",
      { differs: bound },
    ),
  }),
  SemanticRetrieval: object("Settings of a search by meaning.", {
    reranker: optional(nullable(ref("RerankerModel")), fallbackReranker),
  }),
  KeywordRetrieval: object("Settings of a search by words.", {
    reranker: optional(nullable(ref("RerankerModel")), fallbackReranker),
  }),
  HybridReranker: named(
    "How a hybrid search merges its hits.",
    union(
      merge(
        ref("RerankerModel"),
        fields({ type: required(literal("reranker_model"), "A model reads and orders the hits.") }),
      ),
      merge(
        ref("ReciprocalRankFusion"),
        fields({ type: required(literal("rrf"), "The ranks in both lists are added up by formula.") }),
      ),
    ),
  ),
  RerankerModel: object("Settings of a model that orders hits anew.", {
    model: optional(nullable(string()), "Reranking model; xAI's usual one when absent."),
    instructions: optional(
      nullable(string()),
      "What the model shall prefer; general instructions when absent.",
    ),
  }),
  ReciprocalRankFusion: object("Settings of reciprocal rank fusion.", {
    k: optional(
      nullable(int32()),
      "Constant of the formula: the larger, the less the first ranks stand out; 60 when absent.",
    ),
    embedding_weight: optional(float({ min: 0, max: 1 }), "Weight of the hits by meaning; 0.5 when absent.", {
      differs: bound,
    }),
    text_weight: optional(float({ min: 0, max: 1 }), "Weight of the hits by words; 0.5 when absent.", {
      differs: bound,
    }),
  }),
  GroupBy: object(
    "Groups hits by metadata and keeps the best of each group; documents without the key share one group.",
    {
      keys: required(array(string(), { min: 1 }), "Metadata keys whose values form the groups.", {
        differs: bound,
      }),
      aggregate: optional(
        nullable(ref("GroupByAggregate")),
        "Which hits of a group stay; the single lowest by `#score` when absent.",
      ),
    },
  ),
  GroupByAggregate: named(
    "Which hits of a group stay.",
    union(
      fields({
        min_k: required(
          fields({
            k: required(int32({ min: 1 }), "How many stay per group.", { differs: bound }),
            keys: required(
              array(string()),
              "Keys to sort by; `#score` is the relevance, where lower is better here.",
            ),
          }),
          "Keeps those with the lowest values.",
        ),
      }),
      fields({
        max_k: required(
          fields({
            k: required(int32({ min: 1 }), "How many stay per group.", { differs: bound }),
            keys: required(array(string()), "Keys to sort by."),
          }),
          "Keeps those with the highest values.",
        ),
      }),
    ),
  ),
  SearchResponse: object("What a search found.", {
    matches: required(array(ref("SearchMatch")), "The chunks that matched."),
  }),
  SearchMatch: object("One chunk of a document that matched.", {
    chunk_content: required(string(), "Text of the chunk."),
    score: required(float(), "How well it matches."),
    file_id: required(string(), "Id of the document."),
    chunk_id: required(string(), "Id of the chunk."),
    collection_ids: optional(array(string()), "Collections that hold the document.", { differs: tolerant }),
    fields: optional(record(string()), "Metadata of the document.", { differs: tolerant }),
    page_number: optional(int32(), "Page on which most of the chunk stands; 0 for a document of one page."),
  }),
};
