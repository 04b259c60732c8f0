import type { Model } from "@xai-edge/core";
import { sortModels } from "../sort-models.ts";

interface ModelPickerProps {
  readonly models: readonly Model[];
  readonly model: string;
  readonly onSelect: (id: string) => void;
}

/** The choice of a model, those that chat first. */
export function ModelPicker({ models, model, onSelect }: ModelPickerProps) {
  const { chat, other } = sortModels(models);
  return (
    <select
      class="model-picker"
      aria-label="Model"
      value={model}
      disabled={models.length === 0}
      onChange={(event) => onSelect(event.currentTarget.value)}
    >
      {models.length === 0 && <option value="">No models yet</option>}
      {chat.map(toOption)}
      {other.length > 0 && <optgroup label="Not for chat">{other.map(toOption)}</optgroup>}
    </select>
  );
}

function toOption({ id }: Model) {
  return (
    <option key={id} value={id}>
      {id}
    </option>
  );
}
