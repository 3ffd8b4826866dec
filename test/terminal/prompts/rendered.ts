import { render as renderPrompt } from '@inquirer/testing';

/**
 * Renders a prompt. What is typed arrives as from our keyboard, each letter once and with what it types.
 * A prompt that a test leaves open is refused when the process ends, which is nobody's failure.
 */
export const render: typeof renderPrompt = async (...args) => {
  const rendered = await renderPrompt(...args);
  rendered.answer.catch(() => {});
  const type = (text: string) => {
    for (const letter of text) {
      const name = letter === ' ' ? 'space' : letter.toLowerCase();
      rendered.input.emit('keypress', letter, { name, sequence: letter, ctrl: false, meta: false, shift: false });
    }
  };
  return { ...rendered, events: { ...rendered.events, type } };
};
