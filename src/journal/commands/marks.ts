import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import type { Kind } from '../core/records.ts';
import { givenFields, keep, momentOf } from './add.ts';

/** Keeps that a professional has seen the user. */
export const markSeen = (invocation: Invocation, context: Context): Promise<void> => mark('seen', invocation, context);

/** Keeps that the episode is over. */
export const markResolved = (invocation: Invocation, context: Context): Promise<void> =>
  mark('resolved', invocation, context);

async function mark(kind: Kind, { options }: Invocation, context: Context): Promise<void> {
  await keep(
    context,
    { kind, at: momentOf(context, options), ...givenFields(context, options) },
    Boolean(options['json']),
  );
}
