import type { Model } from "@xai-edge/core";
import type { Connection } from "../store.ts";
import { Icon } from "./icon.tsx";
import { ModelPicker } from "./model-picker.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

interface HeaderProps {
  readonly connection: Connection;
  readonly models: readonly Model[];
  readonly model: string;
  readonly canStartOver: boolean;
  readonly onSelectModel: (id: string) => void;
  readonly onNewChat: () => void;
}

/** The bar at the top: where the page is connected to, which model answers, a new chat. */
export function Header({ connection, models, model, canStartOver, onSelectModel, onNewChat }: HeaderProps) {
  return (
    <header class="header">
      <h1>xai-edge</h1>
      <ConnectionNote connection={connection} />
      <ModelPicker models={models} model={model} onSelect={onSelectModel} />
      <button
        type="button"
        class="quiet"
        disabled={!canStartOver}
        aria-label="New chat"
        title="New chat"
        onClick={onNewChat}
      >
        <Icon name="plus" />
        <span class="wide-only">New chat</span>
      </button>
      <ThemeToggle />
    </header>
  );
}

function ConnectionNote({ connection }: { readonly connection: Connection }) {
  if (connection.status === "connecting") return <p class="connection">Connecting to the proxy…</p>;
  if (connection.status === "failed") return <p class="connection failed">Not connected</p>;
  switch (connection.upstream) {
    case "xai":
      return <p class="connection ready">Connected to api.x.ai through your proxy</p>;
    case "simulator":
      // The banner says more.
      return null;
    case "other":
    case "unknown":
      return <p class="connection ready">Connected to the proxy</p>;
  }
}
