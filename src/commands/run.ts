import type { Environment } from './environment.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { sayWrongUse } from './messages/say-wrong-use.js';
import type { Request } from './request.js';

/** Does what was asked for; each command loads only what it needs, so that help and refusals are fast. */
export async function run(request: Request, environment: Environment): Promise<ExitCode> {
  switch (request.command) {
    case 'build-doc':
    case 'check': {
      const { buildDoc } = await import('../features/build-doc/command.js');
      return buildDoc(request, environment);
    }
    case 'check-templates': {
      const { checkTemplates } = await import('../features/check-templates/command.js');
      return checkTemplates(request, environment);
    }
    case 'explain': {
      const { explainFigure } = await import('../features/explain/command.js');
      return explainFigure(request, environment);
    }
    case 'schema': {
      const { writeSchemas } = await import('../features/schema/command.js');
      return writeSchemas(environment);
    }
    case 'new-year': {
      const { newYear } = await import('../features/roll-over/command.js');
      return newYear(request, environment);
    }
    case 'compare': {
      const { compare } = await import('../features/compare/command.js');
      return compare(request, environment);
    }
    case 'doctor': {
      const { doctor } = await import('../features/doctor/command.js');
      return doctor(request, environment);
    }
    case 'init': {
      const { init } = await import('../features/init/command.js');
      return init(request, environment);
    }
    case 'new-profile': {
      const { newProfileFolder } = await import('../features/new-profile/command.js');
      return newProfileFolder(request, environment);
    }
    case 'guide': {
      const { guide } = await import('../features/guide/command.js');
      return guide(request, environment);
    }
    case 'show':
      environment.print(request.text);
      return EXIT.good;
    case 'wrong-use':
      return sayWrongUse(request, environment);
    default:
      return request satisfies never;
  }
}
