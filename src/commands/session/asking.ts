import type { Context } from '../../context.ts';

/** Whether somebody is there to be asked, and reads what is shown. */
export function mayAsk({ capabilities }: Context): boolean {
  return capabilities.interactive && capabilities.prompts !== 'refuse';
}

/** Whether somebody can press a key, or type a letter, while a session runs. */
export function canAnswer({ capabilities }: Context): boolean {
  return capabilities.drawn || (capabilities.keyboard && capabilities.prompts !== 'refuse');
}
