/** The conversations of stored responses, by the response's id. */
export interface StoredResponses {
  /** Returns the items of the conversation up to and with this response. */
  find(id: string): readonly unknown[] | undefined;
  keep(id: string, items: readonly unknown[]): void;
}

/** Keeps the newest conversations, so that a simulator that runs for long does not grow without end. */
export function createStoredResponses(limit = 1000): StoredResponses {
  const conversations = new Map<string, readonly unknown[]>();
  return {
    find: (id) => conversations.get(id),
    keep: (id, items) => {
      conversations.set(id, items);
      for (const oldest of conversations.keys()) {
        if (conversations.size <= limit) break;
        conversations.delete(oldest);
      }
    },
  };
}
