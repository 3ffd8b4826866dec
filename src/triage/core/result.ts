import { withSmallLetter } from '../../text/small-letter.ts';
import { crisisLine, type EmergencyNumber } from './emergency-number.ts';
import type { CrisisContent, Level, NetSign, Question, Rule, Sign, TriageContent } from '../../content/types.ts';
import { type Answers, inDoubt } from './answers.ts';
import { notAskedOf } from './asked.ts';
import { evaluate, type Finding, type Reason } from './evaluate.ts';
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

export type TriageKnowledge = TriageContent & {
  readonly signs: ReadonlyMap<string, Sign>;
  readonly crisis: CrisisContent;
};

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
  const facts = factsOf(content, answers, finding, number);
  // What was reported was asked, however it came to be said.
  const known = new Set([...asked, ...answers.signs, ...answers.unsure]);
  return {
    level: finding.level,
    headline: fill(headline(content, answers, finding), facts)!,
    reasons: finding.reasons,
    plan: planFor(content, answers, finding, facts),
    safetyNet: safetyNetOf(content, finding, facts),
    number,
    asked: content.checklists.flatMap(({ signs: listed }) => listed).filter((id) => known.has(id)),
    notAsked: notAskedOf(content, known, answers.values),
  };
}

function safetyNetOf(
  { safetyNet }: TriageContent,
  { level, reasons }: Finding,
  facts: Facts,
): TriageResult['safetyNet'] {
  const isNow = isUpper(level);
  const filled = (text: string) => fill(text, facts) ?? text;
  return {
    intro: filled(isNow ? safetyNet.introNow : safetyNet.intro),
    signs: safetyNet.signs
      .filter((sign) => !isKnown(sign, reasons))
      .map(({ id, text, textNow = text }) => ({ id, text: filled(isNow ? textNow : text) })),
  };
}

// Somebody who calls for an ambulance because of chest pain isn't told to do so with chest pain.
function isKnown({ repeats = [] }: NetSign, reasons: readonly Reason[]): boolean {
  return reasons.some(({ id }) => repeats.includes(id));
}

/** The questions that have no answer yet. */
export function unanswered(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter((question) => !answers.values.has(question.id));
}

function factsOf(
  content: TriageKnowledge,
  answers: Answers,
  finding: Finding,
  emergencyNumber: EmergencyNumber,
): Facts {
  const { level, reasons } = finding;
  const { brief, inFull, adviceLine } = emergencyNumber;
  const counted = new Set(reasons.map((reason) => reason.id));
  const doubts = inDoubt({ answers, signs: content.signs }).filter(({ id }) => !counted.has(id));
  const urgent = doubts.filter((sign) => sign.level === 'urgent').map((sign) => ({ ...sign, unsure: true }) as const);
  // Somebody who phones today names an urgent doubt on the phone; nothing else has to say when to ask about it.
  const left = level === 'urgent' ? doubts.filter((sign) => sign.level !== 'urgent') : doubts;
  return {
    number: brief,
    numberInFull: inFull,
    say: inFirstPerson(toTell(finding, urgent)),
    unsure: inSentence(left.map(({ label }) => label)),
    crisisLine: crisisLine(content.crisis, emergencyNumber),
    ...(adviceLine && { adviceLine }),
  };
}

// In an emergency only what makes it one is said, and a sign that a rule needs is said by the rule.
function toTell({ reasons, rules }: Finding, doubts: readonly Reason[]): readonly Reason[] {
  const upper = reasons.filter((reason) => isUpper(reason.level));
  const told = upper.length > 0 ? upper : [...reasons, ...doubts];
  const saying = rules.filter((rule) => rule.say && told.some(({ id }) => id === rule.id));
  const needed = new Set(saying.flatMap(signsNeededBy));
  return told.filter(({ id, unsure }) => unsure || !needed.has(id));
}

function signsNeededBy({ all }: Rule): string[] {
  return all.flatMap(([first, ...others]) => (first && 'sign' in first && others.length === 0 ? [first.sign] : []));
}

// A sign and a rule about it are told with the same words, once.
function inFirstPerson(reasons: readonly Reason[]): string {
  const said = reasons.flatMap(({ say, unsure }) => {
    if (!say) return [];
    return unsure ? `I'm not sure, but ${withSmallLetter(say)}` : say;
  });
  return [...new Set(said)].join(' ');
}

function inSentence(labels: readonly string[]): string {
  return labels.map(withSmallLetter).join('; ');
}
