import { useEffect, useState } from "preact/hooks";
import type { ChatState, ChatStore } from "./store.ts";

/** Returns the store's state, now and again after every change. */
export function useStoreState(store: ChatStore): ChatState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const show = (): void => setState(store.state);
    show();
    return store.subscribe(show);
  }, [store]);
  return state;
}
