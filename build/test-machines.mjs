// npm run test:machines [-- --each] [-- NAME…]   Runs the tests on machines of many kinds: made users, hours, days,
// zones, programs, environments, folders, Nodes. Every two conditions meet at least once; each meets the whole suite
// once, and where it has done so, the tests that it concerns. --each: only until each has met the whole suite.
// A name, or several: that machine alone. build/machines/conditions.mjs is the table. A line says how each went.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { conditionNamed, GROUPS, NEWCOMER, NEWCOMER_CONDITIONS } from './machines/conditions.mjs';
import { tryMachine, tryNewcomer } from './machines/machine.mjs';
import { allPairs } from './machines/pairs.mjs';
import { lacks, poorer, Workshop } from './machines/workshop.mjs';

const asked = process.argv.slice(2);
const names = asked.filter((word) => word !== '--each');
const missing = lacks();
const logs = join(import.meta.dirname, '..', 'node_modules', '.cache', 'machines');

for (const [group, why] of Object.entries(missing)) {
  const conditions = Object.keys(GROUPS[group] ?? {}).join(', ');
  console.log(`NOT TRIED: ${conditions}: ${why}`);
}
for (const what of poorer()) console.log(`NOTE: ${what}`);

/** The machines that are tried: the names of their conditions, and the tests that are run there. */
function plan() {
  if (names.length > 0) return [{ conditions: names, files: [] }];
  const groups = Object.fromEntries(Object.entries(GROUPS).filter(([group]) => !(group in missing)));
  const met = new Set();
  const machines = allPairs(groups).map((conditions) => {
    const isFirst = conditions.some((name) => !met.has(name));
    for (const name of conditions) met.add(name);
    return { conditions, files: isFirst ? [] : concernedBy(conditions) };
  });
  const all = 'owner' in missing || 'hour' in missing ? machines : [{ conditions: [NEWCOMER], files: [] }, ...machines];
  return asked.includes('--each') ? all.filter(({ files }) => files.length === 0) : all;
}

/** The tests that concern one of a machine's conditions. */
function concernedBy(conditions) {
  // What every machine has concerns nothing in particular.
  const particular = conditions.filter((name) => name !== 'one-copy').map(conditionNamed);
  return [...new Set(particular.flatMap((one) => one.files))];
}

async function tryOne(workshop, { conditions, files }, nth) {
  const begun = performance.now();
  const log = join(logs, `${String(nth + 1).padStart(2, '0')}.log`);
  const outcome = conditions.includes(NEWCOMER)
    ? await tryNewcomer(workshop, NEWCOMER_CONDITIONS.map(conditionNamed), log)
    : await tryMachine(workshop, conditions.map(conditionNamed), files, log);
  const { passed, skipped, wrong } = outcome;
  const took = Math.round((performance.now() - begun) / 1000);
  const counts = `${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ''}, ${files.length > 0 ? 'part' : 'all'}`;
  console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${conditions.join(' ')} (${counts}, ${took} s)`);
  for (const what of wrong.slice(0, 20)) console.log(`       ${what}`);
  if (wrong.length > 0) console.log(`       ${Math.max(0, wrong.length - 20)} more; all in ${log}`);
  return wrong.length === 0;
}

for (const name of names) if (name !== NEWCOMER) conditionNamed(name);
mkdirSync(logs, { recursive: true });
const workshop = new Workshop();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
process.once('exit', () => workshop.close());
let failed = 0;
const machines = plan();
for (const [nth, machine] of machines.entries()) if (!(await tryOne(workshop, machine, nth))) failed += 1;
console.log(failed === 0 ? `All ${machines.length} machines pass.` : `${failed} of ${machines.length} machines fail.`);
process.exitCode = failed === 0 ? 0 : 1;
