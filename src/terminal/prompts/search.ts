import { useKeypress, useState } from '@inquirer/core';
import { wrap } from '../../text/wrap.ts';
import type { Picked, SearchPrompt } from '../prompter.ts';
import { SEARCH_ROWS } from './key-rows.ts';
import { backsOut, isEnter, type ReadlineKey } from './keys.ts';
import { layOut, lineWidth, type KeyHint, type Look } from './layout.ts';
import { CANCEL, makePrompt, useKeyGuard, useTyped } from './prompt.ts';

export type SearchState = { active: number; typed: string };
export type SearchConfig = { prompt: SearchPrompt; look: Look; screen: NodeJS.EventEmitter };

type Row = ReturnType<SearchPrompt['find']>[number];

/** A list that is narrowed down while the user types; Enter takes the highlighted item. */
export const askSearch = makePrompt<Picked | typeof CANCEL, SearchConfig>((config, done, help) => {
  const { prompt, look } = config;
  const [state, setState] = useState<SearchState>({ active: 0, typed: '' });
  const guard = useKeyGuard();
  const typedWith = useTyped();
  const rows = prompt.find(state.typed);
  const act = (key: ReadlineKey, line: { readonly line: string }) => {
    // Fast typing is a question here, not an unintended answer.
    guard.recall();
    if (key.name === 'escape' || backsOut(key, state.typed)) return guard.answer(() => done(CANCEL));
    const typed = typedWith(key, line.line, state.typed);
    if (!isEnter(key)) return setState(moved(key, typed, state, rows.length));
    const picked = pickedOf(rows[state.active], state.typed);
    if (picked) guard.answer(() => done(picked));
  };
  useKeypress(
    help.unlessHelp(
      () => SEARCH_ROWS,
      act,
      () => state.typed !== '',
    ),
  );
  return searchText(prompt, state, rows, look);
});

function pickedOf(row: Row | undefined, typed: string): Picked | undefined {
  if (row) return { id: row.id };
  return typed.trim() === '' ? undefined : { typed: typed.trim() };
}

// Only the arrows move: j and k are letters of the question.
function moved(key: ReadlineKey, line: string, { active, typed }: SearchState, rows: number): SearchState {
  const by = key.name === 'up' ? -1 : key.name === 'down' ? 1 : undefined;
  if (by === undefined || rows === 0) return { active: line === typed ? active : 0, typed: line };
  return { active: (active + by + rows) % rows, typed };
}

function searchText(prompt: SearchPrompt, { active, typed }: SearchState, rows: readonly Row[], look: Look): string {
  return layOut(
    {
      title: prompt.title,
      intro: prompt.intro,
      typed: `> ${typed}_`,
      items: rows.map((row, at) => rowLines(row, at === active, look)),
      active,
      notice: rows.length === 0 ? 'Nothing in the guide matches. Press Enter to ask anyway.' : '',
      keys: keyHints(rows.length > 0, look),
    },
    look,
  );
}

function rowLines({ label }: Row, active: boolean, look: Look): string[] {
  const lines = wrap(label, lineWidth(look), { first: `${active ? look.glyphs.pointer : ' '} ` });
  return active ? lines.map(look.style.strong) : lines;
}

function keyHints(hasRows: boolean, { glyphs }: Look): KeyHint[] {
  const leave = { key: 'Esc', does: 'quit', brief: 'quit' };
  if (!hasRows) return [{ key: 'Enter', does: 'ask', brief: 'ask' }, leave];
  return [
    { key: glyphs.arrows, does: 'choose', brief: 'choose' },
    { key: 'Enter', does: 'read it', brief: 'read' },
    leave,
  ];
}
