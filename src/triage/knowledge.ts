import type { Context } from '../app/context.ts';
import type { TriageKnowledge } from './core/result.ts';

/** The content that triage decides by; not in `number.ts`, which `today` rarely needs. */
export function knowledgeOf({ content }: Context): TriageKnowledge {
  return { ...content.triage(), signs: content.signs(), crisis: content.crisis() };
}
