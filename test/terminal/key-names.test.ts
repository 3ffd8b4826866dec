import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../src/terminal/key-names.ts';

const ESC = '\u001B';

describe('the keys that a terminal sends', () => {
  it.each<[string, string, string[]]>([
    ['arrows', `${ESC}[C${ESC}[D`, ['right', 'left']],
    ['arrows in the other mode', `${ESC}OC${ESC}OD`, ['right', 'left']],
    ['those up and down, which mean nothing', `${ESC}[A${ESC}OB`, ['other', 'other']],
    [
      'arrows with Ctrl, function keys, a key that is reported as a number',
      `${ESC}[1;5C${ESC}OP${ESC}[15~${ESC}[27u`,
      ['other', 'other', 'other', 'other'],
    ],
    ['Enter, whatever it sends', '\r\n', ['enter', 'enter']],
    ['space, backspace, Escape', ` \u007F${ESC}`, ['space', 'backspace', 'escape']],
    ['Ctrl-C, and the end of the input', '\u0003\u0004', ['ctrl+c', 'ctrl+c']],
    ['Ctrl-Z', '\u001A', ['ctrl+z']],
    ['letters, whatever Shift and Caps Lock are', 'hHqQ', ['h', 'h', 'q', 'q']],
    ['digits and signs', '10+=', ['1', '0', '+', '=']],
    ['letters of other languages', 'éЖ日', ['é', 'ж', '日']],
    ['what takes two units of UTF-16', '👍', ['other']],
    [
      'a word that is pasted',
      `${ESC}[200~it hurts${ESC}[201~`,
      ['other', 'i', 't', 'space', 'h', 'u', 'r', 't', 's', 'other'],
    ],
    ['nothing', '', []],
  ])('are by name: %s', (_, sent, keys) => {
    expect(readKeys(sent)).toEqual(keys);
  });

  it('are the same ones together and one by one', () => {
    const sequences = fc.array(fc.constantFrom(`${ESC}[C`, `${ESC}OD`, 'h', 'é', '👍', '\r', `${ESC}[5~`, '\u0003'));
    const same = fc.property(sequences, (all) => {
      expect(readKeys(all.join(''))).toEqual(all.flatMap(readKeys));
    });
    fc.assert(same);
  });

  it('are never none, whatever is sent', () => {
    const some = fc.property(fc.string({ unit: 'binary', minLength: 1 }), (sent) => {
      const keys = readKeys(sent);
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.every((key) => key !== '')).toBe(true);
    });
    fc.assert(some);
  });
});
