import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The licences, in full, of the packages that the bundled modules come from. */
export async function licencesOf(modules) {
  const packages = [...new Set(modules.flatMap(packageOf))].toSorted((a, b) => a.localeCompare(b));
  const texts = await Promise.all(packages.map(licenceOf));
  return `unspasm contains code of these packages:\n\n${texts.join('\n\n')}\n`;
}

function packageOf(module) {
  const parts = module.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return [];
  const length = parts[at + 1].startsWith('@') ? 3 : 2;
  return [parts.slice(0, at + length).join(sep)];
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? await readFile(join(folder, file), 'utf8') : `Licence: ${license}`;
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text.trim()}`;
}
