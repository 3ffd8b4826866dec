import type { Context } from '../../context.ts';
import { BACK, type Option, type Prompter } from '../../terminal/prompter.ts';
import type { TriageResult } from '../../triage/result.ts';
import { FIRST_STEPS, furtherSteps } from '../../views/triage.ts';

const NEXT = { place: '', title: '', intro: '', inline: true } as const;

/** What the user does after being told of an emergency before everything was asked. */
export async function afterEmergency(
  prompter: Prompter,
  { headline, number, notAsked }: TriageResult,
  rows: number,
): Promise<'done' | 'change' | 'go-on'> {
  const options: Option[] = [
    { id: 'done', label: 'I get help now', key: 'q' },
    { id: 'change', label: 'change what I marked', key: 'c' },
    { id: 'go-on', label: `go on asking (${notAsked.length} left)`, key: 'g' },
  ];
  // In a low window the result has scrolled away: what to do must stay in sight.
  const intro = rows < 24 ? `${headline.toUpperCase()} ${number.brief}` : '';
  const chosen = await prompter.choice({ ...NEXT, intro, options, enter: 'done', canGoBack: true });
  if (chosen === BACK) return 'change';
  return chosen as 'done' | 'change' | 'go-on';
}

/** Offers to start the first thing of the plan, or to see the rest of it. */
export async function afterResult(context: Context, prompter: Prompter, result: TriageResult): Promise<void> {
  let furtherShown = result.plan.length <= FIRST_STEPS;
  for (;;) {
    const options = afterOptions(result, furtherShown);
    if (options.length === 1) return;
    const chosen = await prompter.choice({ ...NEXT, options, enter: options[0]!.id, canGoBack: false });
    if (chosen === 'start') return context.start(firstCommand(result)!);
    if (chosen !== 'more') return;
    context.print(furtherSteps(context.page, result));
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
