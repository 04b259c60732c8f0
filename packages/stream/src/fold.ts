/** Takes the events of a stream one by one and keeps the answer that they amount to so far. */
export interface Fold<Event, Whole> {
  /**
   * The answer so far: one object that grows in place, so reading it costs nothing. Fields that have not arrived are
   * absent or empty.
   */
  readonly snapshot: Whole;
  /** Whether the protocol's own end was seen: nothing of the answer is missing. */
  readonly isWhole: boolean;
  /** Takes the next event. The event itself is never changed, nor does the snapshot share what it changes later. */
  readonly add: (event: Event) => void;
}
