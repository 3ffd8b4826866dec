import type { Context } from '../app/context.ts';
import type { TriageKnowledge } from './core/result.ts';

/** What triage knows. */
export function knowledgeOf({ content }: Context): TriageKnowledge {
  return { ...content.triage(), signs: content.signs(), crisis: content.crisis() };
}
