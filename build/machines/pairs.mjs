/**
 * Machines that between them have every two conditions of different groups together at least once. All with all
 * would be some hundred thousand machines; most faults need one condition, or two that meet.
 * @param groups conditions by name, by group
 * @returns for each machine the names of its conditions, one of each group
 */
export function allPairs(groups) {
  const names = Object.values(groups).map(Object.keys);
  const open = new Set();
  for (const [at, some] of names.entries()) {
    for (const others of names.slice(at + 1)) {
      for (const one of some) for (const other of others) open.add(pair(one, other));
    }
  }
  const machines = [];
  while (open.size > 0) {
    const machine = nextMachine(names, open);
    for (const one of machine) for (const other of machine) open.delete(pair(one, other));
    machines.push(machine);
  }
  return machines;
}

function pair(one, other) {
  return `${one}\n${other}`;
}

/** A machine with the first pair that is still open, and with as many others as fit beside it. */
function nextMachine(names, open) {
  const [first] = open;
  const chosen = new Set(first.split('\n'));
  for (const group of names) {
    if (group.some((name) => chosen.has(name))) continue;
    const gain = (name) => [...chosen].filter((other) => open.has(pair(name, other)) || open.has(pair(other, name)));
    chosen.add(group.toSorted((one, other) => gain(other).length - gain(one).length)[0]);
  }
  return names.map((group) => group.find((name) => chosen.has(name)));
}
