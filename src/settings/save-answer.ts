import type { Context } from '../app/context.ts';
import { OperationError } from '../errors.ts';
import type { SettingChanges } from './settings.ts';

/**
 * Saves as settings what somebody answered on the way to something else. Where they can't be saved, as on a full disk,
 * that is said on standard error, and what was begun continues: nobody with chest pain loses the number to call.
 */
export async function saveAnswer({ saveSettings, note }: Context, changes: SettingChanges): Promise<void> {
  try {
    await saveSettings(changes);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    note([`unspasm: ${error.message}. Your answer counts for now.`]);
  }
}
