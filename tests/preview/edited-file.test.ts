import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTypedFile, saveTypedFile } from '../../src/features/preview/edited-file.js';
import { testEnvironment, testProject } from '../cli/command-line.js';

const NAME = 'data/2026/区县.yaml';

function opened(text: string | Uint8Array) {
  const project = testProject();
  writeFileSync(project.path(NAME), text);
  const environment = testEnvironment(project);
  return { project, environment, file: readTypedFile(NAME, environment) };
}

describe('a file in the editor', () => {
  it.each([
    ['plain', '年度: 2026\n', '年度: 2027\n'],
    ['with the line ends of Windows', '年度: 2026\r\n地区: 甲\r\n', '年度: 2027\r\n地区: 甲\r\n'],
    ['with a mark at its beginning', '\uFEFF年度: 2026\n', '\uFEFF年度: 2027\n'],
  ])('%s is saved as it was typed, and nothing is left beside it', (_, before, after) => {
    const { project, environment, file } = opened(before);
    const saved = saveTypedFile(NAME, { text: (file?.text ?? '').replace('2026', '2027'), base: file?.base ?? '' }, environment);
    expect(saved).not.toHaveProperty('refused');
    expect(readFileSync(project.path(NAME), 'utf8')).toBe(after);
    expect(readdirSync(project.path('data/2026')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(saveTypedFile(NAME, { text: 'x: 1\n', base: (saved as { base: string }).base }, environment)).not.toHaveProperty('refused');
  });

  it('is not saved over what another program has saved meanwhile', () => {
    const { project, environment, file } = opened('年度: 2026\n');
    writeFileSync(project.path(NAME), '年度: 2028\n');
    const saved = saveTypedFile(NAME, { text: '年度: 2027\n', base: file?.base ?? '' }, environment);
    expect(saved).toEqual({ refused: `“${NAME}”在别的程序里改过，没有保存。请先复制自己的改动，再重新载入。` });
    expect(readFileSync(project.path(NAME), 'utf8')).toBe('年度: 2028\n');
  });

  it('is not saved through a link, and not where it has gone', () => {
    const { project, environment, file } = opened('年度: 2026\n');
    rmSync(project.path(NAME));
    expect(saveTypedFile(NAME, { text: 'x', base: file?.base ?? '' }, environment)).toHaveProperty('refused');
    writeFileSync(project.path('别处.yaml'), '年度: 2026\n');
    symlinkSync(project.path('别处.yaml'), project.path(NAME));
    expect(saveTypedFile(NAME, { text: 'x', base: file?.base ?? '' }, environment)).toEqual({
      refused: `“${NAME}”是一个链接，不是文件，没有保存。`,
    });
    expect(readFileSync(project.path('别处.yaml'), 'utf8')).toBe('年度: 2026\n');
  });

  it('is not opened where it is no UTF-8', () => {
    expect(opened(Buffer.from([0xc4, 0xea, 0xb6, 0xc8])).file).toBeUndefined();
  });

  it('stays as it was where it cannot be written', () => {
    const { project, environment, file } = opened('年度: 2026\n');
    const renameSync = () => {
      throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    };
    const saved = saveTypedFile(
      NAME,
      { text: 'x', base: file?.base ?? '' },
      { ...environment, files: { ...environment.files, renameSync } },
    );
    expect(saved).toEqual({ refused: `“${NAME}”没有保存：EBUSY。它可能正被别的程序占用，或没有权限。` });
    expect(readFileSync(project.path(NAME), 'utf8')).toBe('年度: 2026\n');
    expect(readdirSync(project.path('data/2026')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
