import type { Level, PlanItem, TriageContent } from '../../content/types.ts';
import { type Answers, hold, holdsAny } from './answers.ts';
import type { Finding, TriageRules } from './evaluate.ts';
import { isUpper } from './levels.ts';

/** One thing to do, in words that can be shown as they are. */
export interface Step {
  readonly id: string;
  readonly text: string;
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
  readonly signs: string;
  /** Lower signs that the person wasn't sure about. */
  readonly unsure: string;
}

/** The headline of a finding: the first that fits its level and its answers. */
export function headline(content: TriageContent, answers: Answers, level: Level): string {
  const fits = content.headlines.find((one) => one.level === level && hold(one.all ?? [], answers, level));
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
  const doubtful = levelsInDoubt(content, answers);
  const items = content.plan.filter((item) =>
    only ? only.includes(item.id) : applies(item, answers, finding.level) && !doubtful.has(item.unlessInDoubt),
  );
  return items.flatMap((item) => toStep(item, facts));
}

/** The levels of the signs that somebody isn't sure about. */
function levelsInDoubt({ signs }: TriageRules, { unsure }: Answers): ReadonlySet<Level | undefined> {
  return new Set([...unsure].flatMap((id) => signs.get(id)?.level ?? []));
}

/** The text with its open places filled, or nothing when the value for one is missing. */
export function fill(text: string, facts: Facts): string | undefined {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as keyof Facts);
  if (names.some((name) => !facts[name])) return undefined;
  return names.reduce((filled, name) => filled.replace(`{${name}}`, facts[name] ?? ''), text);
}

function applies(item: PlanItem, answers: Answers, level: Level): boolean {
  if (!item.levels.includes(level)) return false;
  // In doubt against: what isn't sure keeps an item out, too.
  return hold(item.all ?? [], answers, level) && !holdsAny(item.unless ?? [], answers, 'emergency');
}

function toStep({ id, text, command, against, passage }: PlanItem, facts: Facts): Step[] {
  const filled = fill(text, facts);
  if (filled === undefined) return [];
  return [{ id, text: filled, ...(command && { command }), ...(against && { against }), ...(passage && { passage }) }];
}
