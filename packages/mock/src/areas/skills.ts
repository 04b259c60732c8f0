import type { Wire } from "@xai-edge/core";
import { ListSkillsParams, UploadSkillMultipartRequest } from "@xai-edge/schema";
import { parseForm, parseQuery } from "../http/parse-fields.ts";
import { entityNotFound } from "../http/refused-request.ts";
import { toArchive } from "../skills/to-archive.ts";
import { pageAfterId } from "../state/page-after-id.ts";
import type { StoredSkill } from "../state/state.ts";
import { whole, type Call, type Handlers } from "./area.ts";

export const skillHandlers: Handlers = {
  "skills.create": async (call) => {
    const { simulation } = call;
    const { files } = parseForm(UploadSkillMultipartRequest, call);
    const { name, description, archive } = await toArchive(files);
    const skill: Wire.Skill = {
      id: `skill_${simulation.nextId()}`,
      object: "skill",
      name,
      description,
      created_at: simulation.nowSeconds(),
      default_version: "1",
      latest_version: "1",
    };
    simulation.state.skills.set(skill.id, { wire: skill, archive });
    return whole(skill);
  },

  "skills.list": (call) => {
    const { limit, after, order } = parseQuery(ListSkillsParams, call);
    const skills = call.simulation.state.skills.values().map(({ wire }) => wire);
    if (order !== "asc") skills.reverse();
    return whole(pageAfterId(skills, after, limit ?? 100));
  },

  "skills.retrieve": (call) => whole(skillOf(call).wire),

  "skills.delete": (call) => {
    const { id } = skillOf(call).wire;
    call.simulation.state.skills.delete(id);
    const deleted: Wire.DeletedSkill = { id, object: "skill.deleted", deleted: true };
    return whole(deleted);
  },

  "skills.content.retrieve": (call) => ({
    kind: "bytes",
    bytes: skillOf(call).archive,
    type: "application/zip",
  }),
};

function skillOf({ params, simulation }: Call): StoredSkill {
  const id = params["skill_id"] ?? "";
  const skill = simulation.state.skills.get(id);
  if (skill === undefined) throw entityNotFound(`No skill has the id ${id}.`);
  return skill;
}
