import { narrowPage } from '../help/narrow.ts';
import type { Runtime } from '../runtime.ts';
import { createContext } from './context.ts';
import { present } from './present.ts';

/**
 * Shows a help page on a terminal, as any other document: in accessible mode it waits after each screen.
 * @param argv what was typed after `unspasm`; options about the terminal count here as well
 */
export async function showPage(page: string, argv: readonly string[], root: string, runtime: Runtime): Promise<void> {
  const has = (option: string) => argv.includes(option);
  const context = await createContext({
    root,
    runtime,
    flags: {
      ...(has('--accessible') && { accessible: true }),
      ...(has('--no-input') && { input: false }),
      ...(has('--ascii') && { ascii: true }),
    },
    withoutInput: '',
    start: () => Promise.resolve('over' as const),
    inDialogue: false,
  });
  try {
    // A phone's window is narrower than the pages.
    await present(context, { lines: () => narrowPage(page, context.size().columns).split('\n') });
  } finally {
    context.close();
  }
}
