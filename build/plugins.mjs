// Plugins for rolldown, each of which takes something out of a start.

// Commander loads `child_process` for subcommands that are programs of their own. There are none
// here, and loading it costs a tenth of a Node start.
const withoutChildProcess = {
  name: 'without-child-process',
  resolveId: (id, importer) =>
    /^(node:)?child_process$/.test(id) && importer?.includes('commander') ? '\0no-child-process' : null,
  load: (id) => (id === '\0no-child-process' ? 'export default {};' : null),
};

// Loading these takes a twentieth of a Node start and more, and most runs never use them. So their
// functions load them when they are first called.
const ON_USE = ['fast-wrap-ansi', 'fast-string-width', 'fastest-levenshtein', 'node:crypto', 'node:os'];

const loadedOnUse = {
  name: 'loaded-on-use',
  transform: (code, id) => {
    if (id.includes('node_modules')) return null;
    const imports = new RegExp(String.raw`import (?:(\w+)|\{([^}]+)\}) from ["'](${ON_USE.join('|')})["'];`, 'g');
    const changed = code.replaceAll(imports, (_, whole, names, from) => {
      const functions = names?.split(',').map((name) => name.trim()) ?? [whole];
      const load = (name) => `${name} = (...args) => require('${from}').${names ? name : 'default'}(...args)`;
      return `const ${functions.map(load).join(', ')};`;
    });
    const left = ON_USE.find((from) => new RegExp(String.raw`from ["']${from}["']`).test(changed));
    if (left !== undefined)
      throw new Error(`${id}: only functions of ${left} can be imported, so that it is loaded on use`);
    return changed === code ? null : { code: changed, map: null };
  },
};

// Rolldown exports everything by a getter, as a variable may change later. A function doesn't, and the hundreds
// of getters of the file that every command loads take a fiftieth of a Node start. They are at the end of the file, so no
// line of the source map moves.
const exportedByValue = {
  name: 'exported-by-value',
  renderChunk: (code) => {
    const getter =
      /Object\.defineProperty\(exports, ("[\w$]+"|'[\w$]+'), \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/g;
    const changed = code.replaceAll(getter, (whole, name, value) =>
      isDeclaredIn(code, value) ? `exports[${name}] = ${value};` : whole,
    );
    return changed === code ? null : { code: changed, map: null };
  },
};

// The code isn't minified yet: what begins a line is at the top level.
function isDeclaredIn(code, name) {
  const escaped = name.replaceAll('$', String.raw`\$`);
  return new RegExp(String.raw`^(?:async )?function\*? ${escaped}\(`, 'm').test(code);
}

/** For all that is bundled. */
export const plugins = [withoutChildProcess, loadedOnUse, exportedByValue];
