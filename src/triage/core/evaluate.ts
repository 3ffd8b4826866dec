import { LEVELS, type Level, type Rule, type Sign, type TriageContent } from '../../content/types.ts';
import { type Answers, counts, hold, inSpans } from './answers.ts';
import { highest, isUpper } from './levels.ts';

/** Why the result is what it is: a sign that was reported, or a rule that its answers meet. */
export interface Reason {
  readonly id: string;
  readonly level: Level;
  readonly label: string;
  readonly sources: readonly string[];
  /** What the person tells about it, in the first person. */
  readonly say?: string;
  /** The person wasn't sure about it. */
  readonly unsure?: true;
}

export interface Finding {
  readonly level: Level;
  /** The most urgent first; risk factors that decide nothing by themselves are left out. */
  readonly reasons: readonly Reason[];
  /** The rules that hold. */
  readonly rules: readonly Rule[];
}

export type TriageRules = Pick<TriageContent, 'rules' | 'questions'> & { readonly signs: ReadonlyMap<string, Sign> };

/**
 * The level of a set of answers: the highest of any sign or rule that holds. Nothing lowers it,
 * and an unanswered question meets no rule.
 */
export function evaluate(content: TriageRules, answers: Answers): Finding {
  const one = {
    answers: inSpans(content.questions, answers),
    signs: content.signs,
    rules: new Set<string>(),
    urgent: [],
  };
  const rules = content.rules.filter((rule) => hold(rule.all, one, rule.level));
  const covered = new Set(rules.flatMap((rule) => rule.covers ?? []));
  const saying = rules.filter(({ id }) => !covered.has(id));
  const reasons = [...signReasons(content.signs, answers), ...saying.map(ruleReason)];
  const level = highest([...reasons.map((reason) => reason.level), answers.least ?? 'self-care']);
  return { level, reasons: reasons.filter((reason) => reason.level !== 'self-care').toSorted(byUrgency), rules };
}

/** Whether nothing more needs to be asked: help is needed now, or a rule ends the questions. */
export function isDecided(finding: Finding): boolean {
  return isUpper(finding.level) || finding.rules.some((rule) => rule.ends);
}

const urgency = (level: Level): number => LEVELS.indexOf(level);
const byUrgency = (a: Reason, b: Reason): number => urgency(a.level) - urgency(b.level);

function signReasons(signs: ReadonlyMap<string, Sign>, answers: Answers): Reason[] {
  const reported = [...signs.values()].filter((sign) => counts(answers, sign.id, sign.level));
  return reported.map(({ id, level, label, sources, say }) => {
    const reason = { id, level, label, sources, say };
    return answers.signs.has(id) ? reason : { ...reason, unsure: true };
  });
}

function ruleReason({ id, level, label, sources, say }: Rule): Reason {
  return { id, level, label, sources, ...(say && { say }) };
}
