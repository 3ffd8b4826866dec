// Decides which modules share a file of dist/. Opening one more file costs a start about 0.3 ms, a hundredth of what Node
// itself takes, and so do 7 KB that are loaded for nothing. So what is nearly always loaded together is kept together.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** So many commands have to need a module before all of them load it with the program. */
const COMMON = 5;

/** Each file with the modules whose needs it holds; what is in an earlier file isn't in a later one. */
const TOGETHER = {
  program: ['app/program.ts', 'understanding/detect.ts', 'triage/core/asked.ts', 'journal/core/onset.ts'],
  understanding: ['understanding/core/model.ts', 'understanding/core/signs.ts'],
  signs: ['understanding/answer-signs.ts'],
  log: ['journal/commands/log.ts', 'journal/commands/add.ts'],
  faq: ['guide/commands/faq.ts'],
  triage: ['triage/commands/triage.ts'],
  today: ['today/commands/today.ts', 'today/advice.ts'],
  status: ['sessions/commands/status.ts', 'sessions/ports.ts'],
};

/**
 * The groups for rolldown's `codeSplitting`. Modules that no group names are split by it: what one command alone needs
 * is in the file of that command.
 * @param src the folder of the source
 */
export function chunkGroups(src) {
  const path = (file) => {
    const found = join(src, file);
    if (!existsSync(found)) throw new Error(`build/chunks.mjs names a file that isn't there: ${found}`);
    return found;
  };
  const [main, program] = [path('main.ts'), path('app/program.ts')];
  const together = Object.entries(TOGETHER).map(([name, files]) => ({ name, files: files.map(path) }));
  const pdf = path('report/pdf/document.ts');
  const needs = needing();
  const nameOf = (id, graph) => {
    const isNeededBy = (file) => needs(file, graph).has(id);
    // The entry has a file of its own, which is all that help and version load.
    if (isNeededBy(main) || id.startsWith('\0')) return null;
    const commands = graph.getModuleInfo(program).dynamicallyImportedIds;
    if (commands.filter(isNeededBy).length >= COMMON) return 'program';
    // Packages by themselves have no source map: it would be larger than they are.
    if (id.includes('node_modules') && needs(pdf, graph).has(id)) return 'pdf-packages';
    return together.find(({ files }) => files.some(isNeededBy))?.name ?? null;
  };
  return [{ name: nameOf, debugName: 'together' }];
}

/** Finds all that a module imports, and that imports in turn; what is imported later isn't among it. */
function needing() {
  const known = new Map();
  return (file, graph) => {
    if (known.has(file)) return known.get(file);
    const found = new Set();
    const add = (id) => {
      if (found.has(id)) return;
      found.add(id);
      graph.getModuleInfo(id)?.importedIds.forEach(add);
    };
    add(file);
    known.set(file, found);
    return found;
  };
}
