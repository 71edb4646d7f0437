import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One text with every licence under which something in the package stands: ours, Node.js's, the faces', the bundled packages'. */
export function licencesText(root, bundled, nodeLicence) {
  const fonts = join(root, 'fonts/LICENSES');
  return [
    ['部门预算公开', readFileSync(join(root, 'LICENSE'), 'utf8')],
    ['fonts', readFileSync(join(root, 'fonts/README.md'), 'utf8')],
    ...readdirSync(fonts)
      .sort()
      .map((name) => [`fonts: ${name}`, readFileSync(join(fonts, name), 'utf8')]),
    ...packagesOf(bundled).map((name) => [name, licenceOf(join(root, 'node_modules', name))]),
    ['Node.js', nodeLicence],
  ]
    .map(([title, text]) => `${'='.repeat(78)}\n${title}\n${'='.repeat(78)}\n\n${text.trim()}\n`)
    .join('\n\n');
}

/** Names of the packages that bundled files come from. */
export function packagesOf(bundled) {
  const names = bundled.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function licenceOf(folder) {
  const file = existsSync(folder) ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) : undefined;
  if (file) return readFileSync(join(folder, file), 'utf8');
  // Nested copies and packages without a text: what they say of themselves.
  const about = join(folder, 'package.json');
  const { license, author } = existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')) : {};
  return `${license ?? 'see the package'}${author ? `, ${author.name ?? author}` : ''}`;
}
