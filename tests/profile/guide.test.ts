import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { authorsGuide } from '../../src/features/guide/authors-guide.js';
import { newProfile } from '../../src/features/new-profile/command.js';
import { templateContext } from '../../src/narrative/context.js';
import { HELPERS } from '../../src/narrative/helpers.js';
import { ORIGINAL_YAML, ROOT } from '../support/build-case.js';
import { buildWell, errorsOf, profileNamed } from './support.js';

const built = buildWell(profileNamed('shanxi'), ORIGINAL_YAML);

test('templates/模板说明.md is what the code says now (npm run test:update writes it)', async () => {
  if (!built.budget) throw new Error('there is no budget');
  const guide = authorsGuide(templateContext(built.budget));
  await expect(guide).toMatchFileSnapshot(join(ROOT, 'templates/模板说明.md'));
  for (const name of Object.keys(HELPERS)) expect(guide).toContain(`{{${HELPERS[name]?.block ? '#' : ''}${name} …}}`);
});

test('the guide is the same for any department', () => {
  const other = readFileSync(join(import.meta.dirname, 'fixtures/五类资金.yaml'), 'utf8');
  const { budget } = buildWell(profileNamed('shanxi'), other);
  if (!budget || !built.budget) throw new Error('there is no budget');
  expect(authorsGuide(templateContext(budget))).toBe(authorsGuide(templateContext(built.budget)));
});

test.each(['复制', '继承'] as const)('a new profile by %s builds at once', (way) => {
  const started = newProfile(
    {
      folder: 'my-district',
      name: '我区方案',
      base: { ...profileNamed('nine-tables'), folder: 'nine-tables' },
      way,
      handbook: 'templates',
    },
    ['shanxi'],
  );
  expect(started.diagnostics).toEqual([]);
  const profile = { folder: 'templates/my-district', files: started.files };
  const result = buildWell(profile, ORIGINAL_YAML);
  expect(errorsOf(result)).toEqual([]);
  expect(result.tables).toHaveLength(9);
  expect(started.files.size).toBe(way === '继承' ? 1 : profileNamed('nine-tables').files.size);
});

test.each(['shanxi', '我区', '../x', 'A b'])('refuses the folder name %s', (folder) => {
  const started = newProfile({ folder, name: '我区方案', base: profileNamed('shanxi'), way: '复制', handbook: 'templates' }, ['shanxi']);
  expect([started.files.size, started.diagnostics[0]?.code]).toEqual([0, 'profile-folder-invalid']);
});
