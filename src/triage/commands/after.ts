import type { Context } from '../../app/context.ts';
import { BACK, type Option, type Prompter } from '../../terminal/prompter.ts';
import { isUpper } from '../core/levels.ts';
import type { TriageResult } from '../core/result.ts';
import type { Page } from '../../terminal/page.ts';
import { FIRST_STEPS, firstSteps, furtherSteps } from '../views/result.ts';

/** A result that is on the screen. */
export interface Shown {
  readonly result: TriageResult;
  /** Its lines, for the current width of the window. */
  readonly above: () => readonly string[];
}

const NEXT = { inline: true, escape: 'done' } as const;

/**
 * What the user does after a result that was certain before everything was asked.
 * @param left how many screens were not asked, or not completely
 */
export async function afterEarlyResult(
  context: Context,
  prompter: Prompter,
  { result, above, left }: Shown & { readonly left: number },
): Promise<'done' | 'change' | 'go-on'> {
  const upper = isUpper(result.level);
  const options: Option[] = [
    { id: 'done', label: upper ? 'I get help now' : 'done', key: 'q' },
    { id: 'change', label: 'change what I marked', key: 'c' },
    ...(upper && left > 0 ? [{ id: 'go-on', label: `go on asking (${left} left)`, key: 'g' }] : []),
  ];
  const chosen = await prompter.choice({
    ...NEXT,
    ...inSight(context, { result, above }),
    options,
    default: 'done',
    canGoBack: true,
    above,
  });
  return chosen === BACK ? 'change' : (chosen as 'done' | 'change' | 'go-on');
}

// If a result is higher than the window, the words about where to get help have scrolled away. They must stay in sight,
// even if the window has become smaller since. A screen reader has read them already.
function inSight({ size, page, capabilities }: Context, { result, above }: Shown) {
  const words = briefly(page, result);
  const sendsAway = result.level !== 'self-care' && (isUpper(result.level) || capabilities.prompts === 'screens');
  return { intro: () => (sendsAway && above().length + 2 > size().rows ? words : '') };
}

function briefly({ style }: Page, { level, headline, number }: TriageResult): string {
  if (isUpper(level)) return style.alarm(`${headline.toUpperCase()}: ${number.brief}`);
  return style.strong(headline);
}

/** Offers to start the first thing of the plan, or to see the rest of it. */
export async function afterResult(
  context: Context,
  prompter: Prompter,
  { result, above: lines }: Shown,
): Promise<void> {
  let above = lines;
  let furtherShown = isUpper(result.level) || result.plan.length === firstSteps(result.plan, FIRST_STEPS).length;
  for (;;) {
    const options = afterOptions(result, furtherShown);
    if (options.length === 1) return;
    const chosen = await prompter.choice({
      ...NEXT,
      ...inSight(context, { result, above }),
      options,
      default: options[0]!.id,
      above,
    });
    if (chosen === 'start') return context.start(firstCommand(result)!);
    if (chosen !== 'more') return;
    const further = () => furtherSteps(context.page, result);
    context.print(further());
    above = () => [...lines(), ...further()];
    furtherShown = true;
  }
}

function afterOptions(result: TriageResult, furtherShown: boolean): Option[] {
  const first = firstCommand(result);
  return [
    ...(first ? [{ id: 'start', label: `start unspasm ${first}`, key: 's' }] : []),
    ...(furtherShown ? [] : [{ id: 'more', label: 'what else helps', key: 'm' }]),
    { id: 'done', label: 'done', key: 'q' },
  ];
}

function firstCommand({ plan }: TriageResult): string | undefined {
  return plan.find((step) => step.command)?.command;
}
