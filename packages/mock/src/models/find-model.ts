import type { SimulatedModel } from "./simulated-model.ts";
import { simulatedModels } from "./simulated-models.ts";

/** Returns the model of this id or alias. */
export function findModel(id: string): SimulatedModel | undefined {
  return simulatedModels.find(({ wire }) => wire.id === id || wire.aliases?.includes(id));
}
