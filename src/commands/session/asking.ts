import type { Context } from '../../context.ts';

/** Whether somebody is there to be asked, and reads what is shown. */
export function mayAsk({ capabilities }: Context): boolean {
  return capabilities.interactive && capabilities.prompts !== 'refuse';
}
