/** Passes on the newest of many values, at most one a frame. */
export interface FrameBatch<T> {
  push(value: T): void;
  /** Forgets a value that still waits for its frame. */
  cancel(): void;
}

/**
 * Returns a batch that calls `deliver` before the next repaint with the newest value pushed since the last one. A page that is
 * not visible is not repainted: its values wait.
 */
export function batchByFrame<T>(deliver: (value: T) => void): FrameBatch<T> {
  let frame: number | undefined;
  let newest: T;
  return {
    push(value) {
      newest = value;
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        deliver(newest);
      });
    },
    cancel() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}
