import type { Context } from '../app/context.ts';
import type { Entry } from '../journal/core/records.ts';
import { wordsOf } from '../journal/entry-words.ts';
import type { Today } from './core/today.ts';
import { keptAnswers } from '../triage/core/answers.ts';
import { resultOf, type TriageKnowledge, type TriageResult } from '../triage/core/result.ts';
import { type Advice, noteWithSignsText } from './views/today.ts';
import { signLabelLookup } from '../understanding/lookups.ts';
import { knowledgeOf } from '../triage/knowledge.ts';
import { spanByNow } from '../triage/core/onset.ts';

/**
 * The sentences about a note that mentions warning signs. Triage doesn't ask about thoughts of ending one's life, so a
 * note that mentions them gets that answer once more.
 * @param namesCommand the command that checks the signs is named as well
 */
export async function noteWithSignsTexts(
  context: Context,
  note: Entry,
  { namesCommand = false } = {},
): Promise<string[]> {
  const { content } = context;
  const { signs = [] } = note;
  const others = signs.filter((id) => id !== content.crisis().id);
  const texts = { journal: content.journalTexts(), labelOf: signLabelLookup(context) };
  const written = wordsOf(context, note);
  const about = noteWithSignsText({ ...note, signs: others }, written, texts, context.now());
  const said = others.length > 0 ? [namesCommand ? `${about} ${texts.journal.today.checkNote}` : about] : [];
  if (others.length === signs.length) return said;
  const [{ emergencyNumber, namedCountry }, { crisisTexts }] = await Promise.all([
    import('../triage/number.ts'),
    import('../understanding/views/detected.ts'),
  ]);
  return [...crisisTexts(content.crisis(), emergencyNumber(context, namedCountry(context))), ...said];
}

// Ice that was just used isn't the next thing: it has to wait for its pause.
function hasToWait({ allowances }: Today, command: string): boolean {
  return allowances.some(({ therapy, from }) => therapy.id === command && from !== undefined);
}

// Triage doesn't ask about thoughts of ending one's life.
function isInTriage({ content }: Context, { signs = [] }: Entry): boolean {
  return signs.some((id) => id !== content.crisis().id);
}

// Here only somebody who was sent to get help sees an emergency number: finding it takes longer than all the rest.
const NO_NUMBER = { inFull: '', brief: '' };

// What was reported has been looked at, and is a reason to get help if it starts again.
function afterVisit(result: TriageResult, triage: TriageKnowledge): TriageResult {
  const { safetyNet } = resultOf(triage, keptAnswers({}), NO_NUMBER);
  return { ...result, safetyNet, plan: result.plan.filter(({ untilSeen }) => !untilSeen) };
}

/**
 * What triage says to the answers that were last given, at the point that this episode has reached by now. After an
 * emergency it stays what was said then, until a health professional has seen the user.
 */
export async function adviceFor(context: Context, today: Today): Promise<Advice> {
  const { unseen, noteWithSigns, checked, episode } = today;
  const triage = knowledgeOf(context);
  if (unseen) {
    const { emergencyNumber, namedCountry } = await import('../triage/number.ts');
    const number = emergencyNumber(context, namedCountry(context));
    const answers = { ...keptAnswers(unseen), least: unseen.level };
    return { ...resultOf(triage, answers, number), next: undefined };
  }
  const answers = keptAnswers(checked ?? {});
  const onset = episode && spanByNow(triage.questions, episode.hours, answers.values.get('onset'));
  const values = new Map(answers.values);
  if (onset) values.set('onset', onset.id);
  const whole = resultOf(triage, { ...answers, values }, NO_NUMBER);
  const result = today.isSeen ? afterVisit(whole, triage) : whole;
  const { checkFirst } = context.content.journalTexts().today;
  const check = { id: 'check-first', text: checkFirst, command: 'triage' };
  // Nothing else comes next while a warning sign hasn't been checked.
  if (noteWithSigns) return { ...result, next: isInTriage(context, noteWithSigns) ? check : undefined };
  const next = result.plan.find(({ command }) => command !== undefined && !hasToWait(today, command));
  if (!episode || !next) return { ...result, next: undefined };
  // Ice is the next thing only for somebody who was asked about the warning signs.
  return { ...result, next: checked ? next : check };
}
