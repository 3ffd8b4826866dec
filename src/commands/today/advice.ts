import type { Context } from '../../context.ts';
import type { Question } from '../../content/types.ts';
import type { EpisodeRules } from '../../journal/episodes.ts';
import type { Entry } from '../../journal/records.ts';
import { lookAtToday, type Today } from '../../journal/today.ts';
import { keptAnswers } from '../../triage/answers.ts';
import { guessNumber } from '../../triage/emergency-number.ts';
import { resultOf } from '../../triage/result.ts';
import type { Advice } from '../../views/today.ts';
import { readEntries } from '../log/entries.ts';
import { knowledgeOf } from '../triage/knowledge.ts';

/** What the journal tells of this day. */
export function readToday(context: Context): Today {
  return todayOf(context, readEntries(context));
}

/** What some entries tell of this day. @param entries the newest first */
export function todayOf(context: Context, entries: readonly Entry[]): Today {
  return lookAtToday(entries, episodeRules(context), context.content.therapies(), context.now());
}

function onsetQuestion(questions: readonly Question[]) {
  const question = questions.find(({ id }) => id === 'onset');
  return question?.type === 'choice' ? question.choices : [];
}

function episodeRules({ content }: Context): EpisodeRules {
  const onsets = onsetQuestion(content.triage().questions);
  return { ...content.journal().course, onsetHours: (answer) => onsets.find(({ id }) => id === answer)?.hours };
}

// Only who was sent to get help is told a number here; finding it takes longer than all the rest.
const NO_NUMBER = { inFull: '', brief: '' };

/**
 * What triage would say of what was last reported, for as long as this episode has lasted by now.
 * Who hasn't been seen after an emergency keeps hearing what was said then.
 */
export function adviceFor(context: Context, { unseen, heard, checked, episode }: Today): Advice {
  const triage = knowledgeOf(context);
  if (unseen) {
    const number = guessNumber(context.content.emergencyNumbers(), context.whereabouts());
    return { ...resultOf(triage, keptAnswers(unseen), number), next: undefined };
  }
  const said = keptAnswers(checked ?? {});
  const onset =
    episode && onsetQuestion(triage.questions).find(({ upTo }) => upTo === undefined || episode.hours < upTo);
  const values = new Map(said.values);
  if (onset) values.set('onset', onset.id);
  const result = resultOf(triage, { ...said, values }, NO_NUMBER);
  // Nothing else comes next while a warning sign hasn't been looked at.
  const next = heard ? undefined : result.plan.find((step) => step.command !== undefined);
  return { ...result, next: episode && next };
}
