import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { hear } from '/work/main/src/warning-signs/hear.ts';
test('m', () => {
  const k = JSON.parse(readFileSync('/work/main/data/warning-signs.json', 'utf8'));
  const seven = [
    'bladder-bowel',
    'leg-numbness-weakness',
    'fever',
    'weight-loss',
    'severe-injury',
    'cannot-move',
    'balance-coordination',
  ];
  for (const f of process.env.SETS!.split(',')) {
    for (const l of readFileSync(f, 'utf8').trim().split('\n')) {
      const r = JSON.parse(l);
      const h = hear(r.text, k);
      const ids = h.filter((x) => x.sure).map((x) => x.id);
      const ok = new Set([...(r.also_ok ?? []), ...r.red_flags]);
      const s = ids.filter((i) => seven.includes(i));
      const ex = r.red_flags.every((i: string) => s.includes(i)) && s.every((i) => ok.has(i));
      const em = r.red_flags.length || r.emergency;
      if (!ex || (em && !h.length) || (!em && h.length))
        console.log(
          `${em ? 'P' : 'N'} ${r.red_flags.join('+')} | ${r.text} || ${h.map((x) => `${x.id}${x.sure ? '' : '?'}[${x.matched}]`).join(' ')}`,
        );
    }
  }
});
