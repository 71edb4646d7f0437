import type { Located } from '../definition/load-definition.js';
import type { Layout } from '../document/layout.js';
import type { CheckRulesSpec } from './check-rules-schema.js';
import type { FormSpec } from './form-schema.js';
import type { ProfileSpec } from './profile-schema.js';
import type { TableSpec } from './table-schema.js';

/** A whole form of disclosure as data: `templates/<profile>/`, read and validated. */
export interface Profile {
  readonly folder: string;
  readonly spec: ProfileSpec;
  readonly tables: readonly TableSpec[];
  readonly form: FormSpec;
  readonly layout: Layout;
  readonly cover: { readonly offset: number };
  readonly chart: { readonly width: number; readonly height: number };
  readonly maximumRowHeight: number;
  /** `核对.yaml`: what this form adds to the checks. */
  readonly checkRules?: CheckRulesSpec;
  /** Where a rule of it stands, whichever file says it. */
  readonly locateRule?: Located<CheckRulesSpec>['locate'];
  /** Handlebars sources by their path inside the profile's folder. */
  readonly templates: ReadonlyMap<string, string>;
  /** The name that messages show for a file of the profile, whichever folder it comes from. */
  display(path: string): string;
}
