import { UsageError } from '../errors.ts';
import type { Prompter } from './prompter.ts';

/** Refuses every question, for `--no-input`. @param instead what to use in its place */
export function refusingPrompter(instead: string): Prompter {
  const refuse = () =>
    Promise.reject(new UsageError('this needs answers, and input is off', { code: 'no-input', hint: instead }));
  return { checklist: refuse, choice: refuse, text: refuse, search: refuse, show: () => {}, close: () => {} };
}
