import type { Context } from '../app/context.ts';
import type { Entry } from '../journal/core/records.ts';
import type { Today } from './core/today.ts';
import { keptAnswers } from '../triage/core/answers.ts';
import { resultOf } from '../triage/core/result.ts';
import { type Advice, signsInNoteText } from './views/today.ts';
import { labelsOf } from '../understanding/labels.ts';
import { knowledgeOf } from '../triage/knowledge.ts';
import { onsetChoices } from './day.ts';

/**
 * What is said, in sentences, of a note that told of warning signs. Triage doesn't ask about thoughts of
 * ending one's life: they get their answer once more.
 */
export async function signsInNoteTexts(context: Context, heard: Entry): Promise<string[]> {
  const { content } = context;
  const { signs = [] } = heard;
  const others = signs.filter((id) => id !== content.crisis().id);
  const words = { journal: content.journal(), labelOf: labelsOf(context) };
  const texts = others.length > 0 ? [signsInNoteText({ ...heard, signs: others }, words, context.now())] : [];
  if (others.length === signs.length) return texts;
  const [{ emergencyNumber, namedCountry }, { crisisTexts }] = await Promise.all([
    import('../triage/number.ts'),
    import('../understanding/views/detected.ts'),
  ]);
  return [...crisisTexts(content.crisis(), emergencyNumber(context, namedCountry(context))), ...texts];
}

// Only who was sent to get help is told a number here; finding it takes longer than all the rest.
const NO_NUMBER = { inFull: '', brief: '' };

/**
 * What triage would say of what was last reported, for as long as this episode has lasted by now.
 * Who hasn't been seen after an emergency keeps hearing what was said then.
 */
export async function adviceFor(context: Context, { unseen, heard, checked, episode }: Today): Promise<Advice> {
  const triage = knowledgeOf(context);
  if (unseen) {
    const { emergencyNumber, namedCountry } = await import('../triage/number.ts');
    const number = emergencyNumber(context, namedCountry(context));
    const answers = { ...keptAnswers(unseen), least: unseen.level };
    return { ...resultOf(triage, answers, number), next: undefined };
  }
  const said = keptAnswers(checked ?? {});
  const onset =
    episode && onsetChoices(triage.questions).find(({ upTo }) => upTo === undefined || episode.hours < upTo);
  const values = new Map(said.values);
  if (onset) values.set('onset', onset.id);
  const result = resultOf(triage, { ...said, values }, NO_NUMBER);
  // Nothing else comes next while a warning sign hasn't been looked at.
  const next = heard ? undefined : result.plan.find((step) => step.command !== undefined);
  return { ...result, next: episode && next };
}
