import { EXIT, type ExitCode } from '../../commands/exit-code.js';
import type { Environment } from '../../environment.js';
import { classificationYears, profileNames } from '../../input/places.js';
import type { FileFingerprint } from '../../input/read-files.js';
import { makeShelf } from '../../input/shelf.js';

/** Says which program this is, and with which forms and code lists. */
export interface VersionRequest {
  readonly command: 'version';
  readonly format: 'text' | 'json';
}

/** `version`: a profile or a year's lists are known by the fingerprint that stands in each report, as people may change them. */
export async function version({ format }: VersionRequest, environment: Environment): Promise<ExitCode> {
  const { machine, print } = environment;
  const stated = {
    version: machine.version,
    node: machine.node,
    platform: machine.platform,
    editions: editions(environment).map(({ role, name, sha256 }) => ({ role, name, sha256 })),
  };
  if (format === 'json') print(JSON.stringify({ schemaVersion: 1, ...stated }, undefined, 2));
  else {
    print(`部门预算公开 ${stated.version}`);
    print(`Node.js ${stated.node}（${stated.platform}）`);
    for (const { role, name, sha256 } of stated.editions) print(`${role} ${name} ${sha256.slice(0, 12)}`);
  }
  return EXIT.good;
}

function editions(environment: Environment): FileFingerprint[] {
  const shelf = makeShelf(environment);
  const profiles = profileNames(environment).flatMap((name) =>
    shelf.profile(name, environment.project).inputs.filter((one) => one.name.startsWith(`templates/${name}/`)),
  );
  return [...profiles, ...classificationYears(environment).flatMap((year) => shelf.classifications(year).inputs)];
}
