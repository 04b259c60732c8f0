import { useEffect, useState } from "preact/hooks";

/** State that says when it changes. */
export interface Store<State> {
  readonly state: State;
  /** Calls `listener` after every change, and returns a function that ends this. */
  subscribe(listener: () => void): () => void;
}

/** Returns the store's state, now and again after every change. */
export function useStoreState<State>(store: Store<State>): State {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const show = (): void => setState(store.state);
    show();
    return store.subscribe(show);
  }, [store]);
  return state;
}
