import { test } from 'vitest';
import { content } from './data-files.ts';
import { FACTS } from './guide-facts.ts';
test('mutate', () => {
  const out: string[] = [];
  for (const p of content.chapters().flatMap((c) => c.passages)) {
    const lost = (t: string) => (FACTS[p.id] ?? []).filter((f) => !new RegExp(f, 'i').test(t)).length;
    const tryIt = (what: string, t: string) => {
      if (t !== p.text && lost(t) === 0) out.push(`${p.id}: ${what}`);
    };
    for (const m of p.text.matchAll(/[^.,:;?()]+[.,:;?()]*/g))
      tryIt('clause «' + m[0].trim() + '»', p.text.replace(m[0], ' '));
    for (const m of p.text.matchAll(
      /\b(not|never|no|without|always|only|if|first|before|may|can|some|sometimes|many|often|most|might|could|every|at least)\b/gi,
    )) {
      const t = p.text.slice(0, m.index) + p.text.slice(m.index! + m[0].length);
      tryIt('word «' + p.text.slice(Math.max(0, m.index! - 20), m.index! + 25) + '»', t);
    }
    for (const m of p.text.matchAll(/\d+(\.\d+)?/g))
      tryIt('number ' + m[0], p.text.slice(0, m.index) + '7' + p.text.slice(m.index! + m[0].length));
  }
  console.log(out.join('\n'));
});
