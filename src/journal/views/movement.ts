import type { Movement } from '../core/movement.ts';
import type { Words } from '../core/records.ts';
import { sanitize } from '../../text/sanitize.ts';

/** How many exercises are named. */
const NAMED = 4;

/** "Exercise sessions this week: 2 of 3, 75 min (swimming 45 min, walking 30 min)". */
export function movementText({ done, goal, minutes, activities }: Movement, words: Words): string {
  const count = `Exercise sessions this week: ${done} of ${goal}`;
  if (done === 0) return count;
  const named = activities.slice(0, NAMED).map((one) => `${words(one.id) || 'exercise'} ${one.minutes} min`);
  const left = activities.length - named.length;
  const all = [...named, ...(left > 0 ? [`${left} more`] : [])].join(', ');
  return sanitize(`${count}, ${minutes} min (${all})`);
}
