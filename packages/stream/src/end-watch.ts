import { type Fields, fieldsOf } from "./wire-fields.ts";

/** Looks at the events of an answer for the protocol's own end, without which an answer is not whole. */
export interface EndWatch {
  readonly see: (event: Fields) => void;
  readonly isWhole: () => boolean;
}

export function createEndWatch(): EndWatch {
  const finished = new Map<unknown, unknown>();
  return {
    see({ choices, type, response }) {
      if (Array.isArray(choices)) {
        for (const choice of choices) {
          const { index, finish_reason: reason } = fieldsOf(choice);
          finished.set(index, reason || finished.get(index));
        }
      } else if (
        type === "message_stop" ||
        (response && /^response\.(completed|incomplete|cancelled|done)$/.test(String(type)))
      ) {
        finished.set(type, true);
      }
    },
    isWhole: () => finished.size > 0 && [...finished.values()].every(Boolean),
  };
}
