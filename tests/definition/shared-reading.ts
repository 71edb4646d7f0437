import type { parseYaml, YamlTree } from '../../src/definition/parse-yaml.js';
import type { validate } from '../../src/definition/validate.js';

type Parse = typeof parseYaml;
type Validate = typeof validate;

/** What was read of the files as they stand: thousands of changes of one file leave the others as they are. */
const parsed = new Map<string, ReturnType<Parse>>();
const validated = new Map<YamlTree, Map<unknown, ReturnType<Validate>>>();
let isKept = false;

/** Both functions are pure: the same text gives the same tree, the same tree and schema the same content. */
export const shared = {
  parsing:
    (parse: Parse): Parse =>
    (source) => {
      const key = `${source.file}\n${source.text}`;
      const result = parsed.get(key) ?? parse(source);
      if (isKept) parsed.set(key, result);
      return result;
    },
  validation: (check: Validate): Validate =>
    ((schema, tree) => {
      const result = validated.get(tree)?.get(schema) ?? check(schema, tree);
      if (isKept) validated.set(tree, (validated.get(tree) ?? new Map()).set(schema, result));
      return result;
    }) as Validate,
  /** Forgets what was kept before, and keeps what is read now. */
  keep<T>(read: () => T): T {
    parsed.clear();
    validated.clear();
    isKept = true;
    try {
      return read();
    } finally {
      isKept = false;
    }
  },
};
