import { join } from 'node:path';
import type { Environment } from '../../environment.js';
import { type FileFingerprint, fileFingerprint, sha256 } from '../../input/read-files.js';
import type { OutputFile } from '../../output/context.js';
import { subjectOf } from '../../profile/profile.js';
import type { Disclosure } from '../../publication/disclosure.js';
import type { ReadinessData } from './readiness-report.js';
import { readinessReport } from './report-html.js';

/** 核对报告 as a page and as JSON; none where the budget was not even computed. */
export function reportFiles(
  disclosure: Disclosure,
  products: readonly FileFingerprint[],
  draft: boolean,
  { machine }: Environment,
): OutputFile[] {
  const { names, definition, tables, checks, profile, document, diagnostics, inputs, layout } = disclosure;
  if (!names || !definition || !tables || !checks || !profile) return [];
  const files = [...inputs, ...products];
  const form = profile.spec.名称;
  const subject = subjectOf(profile, definition);
  const { html, json } = readinessReport({
    definition,
    tables,
    document,
    checks,
    diagnostics,
    files,
    form,
    subject,
    program: machine.version,
    draft,
    pages: layout?.pageLabels,
    pdfPages: layout?.pages,
  });
  return [
    { name: names.report, bytes: Buffer.from(html) },
    { name: names.reportData, bytes: Buffer.from(json) },
  ];
}

export const productFingerprints = (files: readonly OutputFile[]): FileFingerprint[] => files.map((file) => fileFingerprint('成品', file));

/**
 * The finished files that stand in the folder, where the report beside them proves that they were made from this very input:
 * `check` makes none and must not take them off the report.
 */
export function standingProducts({ names, inputs }: Disclosure, base: string, environment: Environment): readonly FileFingerprint[] {
  if (!names) return [];
  const folder = join(base, ...names.folders);
  const earlier = readReport(join(folder, names.reportData), environment);
  const [products, others] = split(earlier);
  if (JSON.stringify(others) !== JSON.stringify(inputs)) return [];
  return products.every(({ name, sha256: stated }) => stated === fingerprintOf(join(folder, name), environment)) ? products : [];
}

function split(files: readonly FileFingerprint[]): [FileFingerprint[], FileFingerprint[]] {
  return [files.filter(({ role }) => role === '成品'), files.filter(({ role }) => role !== '成品')];
}

function readReport(path: string, { files }: Environment): readonly FileFingerprint[] {
  try {
    if (!files.lstatSync(path).isFile()) return [];
    const { files: stated } = JSON.parse(files.readFileSync(path, 'utf8')) as Partial<ReadinessData>;
    return Array.isArray(stated) ? stated.filter((one) => typeof one?.name === 'string') : [];
  } catch {
    return []; // None, or not ours.
  }
}

function fingerprintOf(path: string, { files }: Environment): string | undefined {
  try {
    return files.lstatSync(path).isFile() ? sha256(files.readFileSync(path)) : undefined;
  } catch {
    return undefined;
  }
}
