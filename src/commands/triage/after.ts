import type { Context } from '../../context.ts';
import { BACK, type Option, type Prompter } from '../../terminal/prompter.ts';
import type { TriageResult } from '../../triage/result.ts';
import { FIRST_STEPS, furtherSteps } from '../../views/triage.ts';

/** What the user does after being told of an emergency before everything was asked. */
export async function afterEmergency(prompter: Prompter, { notAsked }: TriageResult): Promise<'done' | 'change' | 'go-on'> {
  prompter.show(['']);
  const options: Option[] = [
    { id: 'done', label: 'Done: I get help now', key: '1' },
    { id: 'change', label: 'Change what I marked last', key: '2' },
    { id: 'go-on', label: `Go on with the questions (${notAsked.length} left); the advice stays`, key: '3' },
  ];
  const chosen = await prompter.choice({ place: '', title: '', intro: 'And now?', options, enter: 'done', canGoBack: true });
  if (chosen === BACK) return 'change';
  return chosen as 'done' | 'change' | 'go-on';
}

/** Offers to start the first thing of the plan, or to see the rest of it. */
export async function afterResult(context: Context, prompter: Prompter, result: TriageResult): Promise<void> {
  let furtherShown = result.plan.length <= FIRST_STEPS;
  for (;;) {
    const options = afterOptions(result, furtherShown);
    if (options.length === 1) return;
    prompter.show(['']);
    const enter = options[0]!.id;
    const chosen = await prompter.choice({ place: '', title: '', intro: 'And now?', options, enter, canGoBack: false });
    if (chosen === 'start') return context.start(firstCommand(result)!);
    if (chosen !== 'more') return;
    context.print(furtherSteps(context.page, result));
    furtherShown = true;
  }
}

function afterOptions(result: TriageResult, furtherShown: boolean): Option[] {
  const first = firstCommand(result);
  return [
    ...(first ? [{ id: 'start', label: `Start: unspasm ${first}`, key: 's' }] : []),
    ...(furtherShown ? [] : [{ id: 'more', label: 'Show what else helps', key: 'm' }]),
    { id: 'done', label: 'Done', key: 'q' },
  ];
}

function firstCommand({ plan }: TriageResult): string | undefined {
  return plan.find((step) => step.command)?.command;
}
