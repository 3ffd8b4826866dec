import type { Level, PlanItem, TriageContent } from '../../content/types.ts';
import { type Answers, type Case, hold, holdsAny, inSpans } from './answers.ts';
import type { Finding, TriageRules } from './evaluate.ts';
import { isUpper } from './levels.ts';
import { fillIn } from '../../text/fill-in.ts';

/** One thing to do, in words that can be shown as they are. */
export interface Step {
  readonly id: string;
  readonly text: string;
  /** It says when to see a doctor: a view never leaves it out or hides it. */
  readonly whenToSee?: true;
  /** It is for the time until a health professional has seen the person, and no longer. */
  readonly untilSeen?: true;
  /** The command that does it. */
  readonly command?: string;
  /** The therapies that it speaks against. */
  readonly against?: readonly string[];
  /** The guide's passage on it. */
  readonly passage?: string;
}

/** What the texts of `data/triage.json` leave open, by name: `{number}` and so on. */
export interface Facts {
  readonly number: string;
  readonly numberInFull: string;
  readonly adviceLine?: string;
  readonly crisisLine?: string;
  /** What to tell a call-taker or a doctor, in the first person, the most dangerous sign first. */
  readonly say: string;
  /** Lower signs that the person wasn't sure about. */
  readonly unsure: string;
}

/** The headline of a finding: the first that fits its level and its answers. */
export function headline(content: TriageContent & TriageRules, answers: Answers, finding: Finding): string {
  const one = caseOf(content, answers, finding);
  const { level } = finding;
  const fits = content.headlines.find((each) => each.level === level && hold(each.all ?? [], one, level));
  if (!fits) throw new Error(`no headline for the level ${level}`);
  return fits.text;
}

/** What to do after a finding, the first thing first. */
export function planFor(
  content: TriageContent & TriageRules,
  answers: Answers,
  finding: Finding,
  facts: Facts,
): Step[] {
  const only = isUpper(finding.level) ? undefined : finding.rules.find((rule) => rule.plan)?.plan;
  const one = caseOf(content, answers, finding);
  const items = content.plan.filter((item) => (only ? only.includes(item.id) : applies(item, one, finding.level)));
  return items.flatMap((item) => toStep(item, facts));
}

function caseOf({ signs, questions }: TriageRules, said: Answers, { rules, reasons }: Finding): Case {
  const urgent = reasons.filter(({ level }) => isUpper(level) || level === 'urgent');
  return {
    answers: inSpans(questions, said),
    signs,
    rules: new Set(rules.map(({ id }) => id)),
    urgent: urgent.map(({ id }) => id),
  };
}

function applies(item: PlanItem, one: Case, level: Level): boolean {
  if (!item.levels.includes(level)) return false;
  // In doubt against: what isn't sure keeps an item out, too.
  return hold(item.all ?? [], one, level) && !holdsAny(item.unless ?? [], one, 'emergency');
}

/** The text with its open places filled, or nothing when the value for one is missing. */
export function fill(text: string, facts: Facts): string | undefined {
  if (!text.includes('{')) return text;
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as keyof Facts);
  if (names.some((name) => !facts[name])) return undefined;
  return fillIn(text, { ...facts });
}

function toStep(item: PlanItem, facts: Facts): Step[] {
  const { id, text, otherwise, whenToSee, untilSeen, command, against, passage } = item;
  const filled = fill(text, facts) ?? (otherwise && fill(otherwise, facts));
  if (filled === undefined) return [];
  return [
    {
      id,
      text: filled,
      ...(whenToSee && { whenToSee }),
      ...(untilSeen && { untilSeen }),
      ...(command && { command }),
      ...(against && { against }),
      ...(passage && { passage }),
    },
  ];
}
