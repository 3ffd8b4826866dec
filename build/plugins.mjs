// Plugins for rolldown, each of which takes something out of a start.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

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
    const changed = code.replaceAll(imports, (whole, byDefault, names, from) => {
      const functions = names?.split(',').map((name) => name.trim()) ?? ['default'];
      if (!functions.every((name) => isFunction(from, name))) return whole;
      const load = (name) => `${byDefault ?? name} = (...args) => require('${from}').${name}(...args)`;
      return `const ${functions.map(load).join(', ')};`;
    });
    const left = ON_USE.find((from) => new RegExp(String.raw`from ["']${from}["']`).test(changed));
    if (left !== undefined)
      throw new Error(`${id}: only functions of ${left} can be imported, so that it is loaded on use`);
    return changed === code ? null : { code: changed, map: null };
  },
};

// A constant, such as `EOL` of node:os, would become a function without any error; and an arrow can't be a class.
function isFunction(from, name) {
  const exported = require(from)[name];
  return typeof exported === 'function' && !/^class\b/.test(String(exported));
}

// Rolldown exports everything by a getter, as a variable may change later. A function doesn't, unless something is assigned
// to its name, and the hundreds of getters of the file that every command loads take a fiftieth of a Node start. They are
// at the end of the file, so no line of the source map moves.
const exportedByValue = {
  name: 'exported-by-value',
  renderChunk: (code, { fileName, exports }) => {
    const getter =
      /Object\.defineProperty\(exports, ("[\w$]+"|'[\w$]+'), \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/g;
    const count = [...code.matchAll(getter), ...code.matchAll(/^exports[.[].+ = /gm)].length;
    if (count < exports.length)
      throw new Error(`${fileName}: rolldown writes exports differently now, so build/plugins.mjs doesn't find them`);
    const changed = code.replaceAll(getter, (whole, name, value) =>
      isFixedFunction(code, value) ? `exports[${name}] = ${value};` : whole,
    );
    return changed === code ? null : { code: changed, map: null };
  },
};

// The code isn't minified yet: what begins a line is at the top level.
function isFixedFunction(code, name) {
  const escaped = name.replaceAll('$', String.raw`\$`);
  const isDeclared = new RegExp(String.raw`^(?:async )?function\*? ${escaped}\(`, 'm').test(code);
  return isDeclared && !new RegExp(String.raw`(?<![\w$.])${escaped} (?:\?\?|\|\||&&)?= `).test(code);
}

/** For all that is bundled. */
export const plugins = [withoutChildProcess, loadedOnUse, exportedByValue];
