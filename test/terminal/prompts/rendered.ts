import { render as renderPrompt } from '@inquirer/testing';
import { bounceNoticer } from '../../../src/terminal/key-guard.ts';

/**
 * Renders a prompt. What is typed arrives as from our keyboard, each letter once and with what it types.
 * A prompt that a test leaves open is refused when the process ends, which is nobody's failure.
 */
export const render: typeof renderPrompt = async (...args) => {
  const rendered = await renderPrompt(...args);
  rendered.answer.catch(() => {});
  const bounces = bounceNoticer(() => performance.now());
  const keypress: typeof rendered.events.keypress = (key) => {
    const pressed = typeof key === 'string' ? { name: key } : key;
    rendered.input.emit('keypress', null, { ...pressed, isBounce: bounces(pressed.name ?? '') });
  };
  const type = (text: string) => {
    for (const letter of text) {
      const name = letter === ' ' ? 'space' : letter.toLowerCase();
      rendered.input.emit('keypress', letter, {
        name,
        sequence: letter,
        ctrl: false,
        meta: false,
        shift: false,
        isBounce: bounces(name),
      });
    }
  };
  return { ...rendered, events: { keypress, type } };
};
