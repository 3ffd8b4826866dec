import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { hear } from '/work/main/src/warning-signs/hear.ts';
import { ready } from '/work/main/src/warning-signs/knowledge.ts';
import { read } from '/work/main/src/warning-signs/reading.ts';
import { findOnce } from '/work/main/src/warning-signs/finder.ts';
test('d', () => {
  const k = JSON.parse(readFileSync('/work/main/data/warning-signs.json', 'utf8'));
  const kn = ready(k);
  for (const t of readFileSync('/tmp/dbg.txt', 'utf8').trim().split('\n')) {
    const r = read(t, kn, (q) => findOnce(kn.signs(), q.ground).map(({ of, start, end }) => ({ ...of, start, end })));
    console.log('==', r.tokens.map((x) => (x.before || '') + x.word).join(' '));
    const w = (c) =>
      r.tokens
        .slice(c.start, c.end)
        .map((x) => x.word)
        .join(' ');
    console.log(
      ' hits',
      r.hits
        .map((h) => h.id + ':' + w(h))
        .slice(0, 8)
        .join(' ; '),
    );
    console.log(
      ' cues',
      r
        .cues(0)
        .map((c) => c.of + ':' + w(c))
        .join(' ; '),
    );
    console.log(
      ' harmless',
      r
        .harmless(0)
        .map((c) => c.of + ':' + w(c))
        .join(' ; '),
    );
    console.log(' ->', JSON.stringify(hear(t, k)));
  }
});
