import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allCommandsSource, commandsFound, packageWithScripts } from '../support/commands.js';

const ROOT = join(import.meta.dirname, '../..');
const found = await commandsFound();

test('src/commands/all-commands.ts lists the commands that there are (npm run test:update writes it)', async () => {
  await expect(allCommandsSource(found)).toMatchFileSnapshot(join(ROOT, 'src/commands/all-commands.ts'));
});

test('package.json has a script for each (npm run test:update writes it)', async () => {
  await expect(packageWithScripts(found)).toMatchFileSnapshot(join(ROOT, 'package.json'));
});

test('no two stand in one place', () => {
  expect(new Set(found.map(({ entry }) => entry.position)).size).toBe(found.length);
});
