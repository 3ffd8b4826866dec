import { render as renderPrompt } from '@inquirer/testing';

/** Renders a prompt. One that a test leaves open is refused when the process ends, which is nobody's failure. */
export const render: typeof renderPrompt = async (...args) => {
  const rendered = await renderPrompt(...args);
  rendered.answer.catch(() => {});
  return rendered;
};
