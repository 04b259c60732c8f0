import type { Handlers } from "./area.ts";
import { chatHandlers } from "./chat.ts";
import { modelHandlers } from "./models.ts";
import { responseHandlers } from "./responses.ts";

/** Every operation that the simulator answers. The others of the ledger get a 501. */
export const handlers: Handlers = { ...chatHandlers, ...responseHandlers, ...modelHandlers };
