import type { Context } from '../../context.ts';
import type { TriageKnowledge } from '../../triage/result.ts';

/** What triage knows. A plan names only commands that there are. */
export function knowledgeOf({ content, commands }: Context): TriageKnowledge {
  const triage = content.triage();
  const plan = triage.plan.map(({ command: name, ...item }) =>
    name && commands.includes(name) ? { ...item, command: name } : item,
  );
  return { ...triage, plan, signs: content.signs() };
}
