import type { EmergencyNumber } from './emergency-number.ts';
import type { Level, Question, Sign, TriageContent } from '../../content/types.ts';
import type { Answers } from './answers.ts';
import { notAskedOf } from './asked.ts';
import { evaluate, type Reason } from './evaluate.ts';
import { isUpper } from './levels.ts';
import { fill, headline, planFor, type Facts, type Step } from './plan.ts';

export interface TriageResult {
  readonly level: Level;
  readonly headline: string;
  readonly reasons: readonly Reason[];
  readonly plan: readonly Step[];
  readonly safetyNet: {
    readonly intro: string;
    readonly signs: readonly { readonly id: string; readonly text: string }[];
  };
  readonly number: EmergencyNumber;
  /** Ids of the signs that were asked: of no other does silence mean no. */
  readonly asked: readonly string[];
  /** Ids of what was not asked: whole checklists, single signs of the others, and questions. */
  readonly notAsked: readonly string[];
}

export type TriageKnowledge = TriageContent & { readonly signs: ReadonlyMap<string, Sign> };

/**
 * The whole result of a triage: where to get help, why, and what to do.
 * @param asked ids of the signs that were asked; by default all of them
 */
export function resultOf(
  content: TriageKnowledge,
  answers: Answers,
  number: EmergencyNumber,
  asked: ReadonlySet<string> = new Set(content.signs.keys()),
): TriageResult {
  const finding = evaluate(content, answers);
  const facts = factsOf(content, answers, finding.reasons, number);
  const { signs, ...net } = content.safetyNet;
  const intro = isUpper(finding.level) ? net.introNow : net.intro;
  // What was reported was asked, however it came to be said.
  const known = new Set([...asked, ...answers.signs, ...answers.unsure]);
  return {
    level: finding.level,
    headline: headline(content, answers, finding.level),
    reasons: finding.reasons,
    plan: planFor(content, answers, finding, facts),
    safetyNet: {
      intro: fill(intro, facts) ?? intro,
      signs: signs.map(({ id, text }) => ({ id, text: fill(text, facts) ?? text })),
    },
    number,
    asked: content.checklists.flatMap(({ signs: listed }) => listed).filter((id) => known.has(id)),
    notAsked: notAskedOf(content, known, answers.values),
  };
}

/** The questions that have no answer yet. */
export function unanswered(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter((question) => !answers.values.has(question.id));
}

function factsOf(
  content: TriageKnowledge,
  answers: Answers,
  reasons: readonly Reason[],
  { brief, inFull, adviceLine }: EmergencyNumber,
): Facts {
  const counted = new Set(reasons.map((reason) => reason.id));
  // A check of another version may have asked for what this one doesn't know.
  const doubts = [...answers.unsure]
    .filter((id) => !counted.has(id))
    .flatMap((id) => content.signs.get(id)?.label ?? []);
  return {
    number: brief,
    numberInFull: inFull,
    signs: inSentence(toTell(reasons).map(({ label, unsure }) => (unsure ? `${label} (not sure)` : label))),
    unsure: inSentence(doubts),
    ...(adviceLine && { adviceLine }),
  };
}

// In an emergency only what makes it one is said.
function toTell(reasons: readonly Reason[]): readonly Reason[] {
  const upper = reasons.filter((reason) => isUpper(reason.level));
  return upper.length > 0 ? upper : reasons;
}

// "HIV" or "A knock" stay readable: only the first letter of a word in lower case is changed.
function inSentence(labels: readonly string[]): string {
  return labels.map((label) => label.replace(/^[A-Z](?=[a-z\s])/, (letter) => letter.toLowerCase())).join('; ');
}
