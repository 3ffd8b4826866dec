import type { Context } from '../../context.ts';
import type { TriageKnowledge } from '../../triage/result.ts';

/** What triage knows. */
export function knowledgeOf({ content }: Context): TriageKnowledge {
  return { ...content.triage(), signs: content.signs() };
}
