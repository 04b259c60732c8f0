import { useEffect } from "preact/hooks";

/** Whether the page refreshes itself. */
export interface Repetition {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

interface RefreshControlsProps {
  /** How old the figures are, or what is being read. */
  readonly note: string;
  readonly isBusy: boolean;
  readonly repetition: Repetition;
  /** Reads the figures anew; told whether somebody asked for it. */
  readonly onRefresh: (isAsked: boolean) => void;
}

const everySeconds = 10;

/** Two ways to have the figures anew. */
export function RefreshControls({ note, isBusy, repetition, onRefresh }: RefreshControlsProps) {
  useEffect(() => {
    // The next round begins when the one before it is over, and none while nobody looks.
    if (!repetition.isOn || isBusy) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") onRefresh(false);
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [repetition.isOn, isBusy]);

  return (
    <div class="refresh">
      <p class="hint">{note}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={repetition.isOn}
          onChange={(event) => repetition.onSwitch(event.currentTarget.checked)}
        />
        Every {everySeconds} seconds
      </label>
      <button type="button" class="plain" onClick={() => onRefresh(true)}>
        Refresh
      </button>
    </div>
  );
}
