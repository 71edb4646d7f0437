import type { Definition } from '../definition/definition.js';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
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
  /** `整体绩效目标表.yaml`, of a form that has one. */
  readonly wholeForm?: FormSpec;
  readonly layout: Layout;
  readonly cover: { readonly offset: number };
  readonly chart: { readonly width: number; readonly height: number };
  readonly maximumRowHeight: number;
  /** `核对.yaml`: what this form adds to the checks. */
  readonly checkRules?: CheckRulesSpec;
  /** Handlebars sources by their path inside the profile's folder. */
  readonly templates: ReadonlyMap<string, string>;
  /** The name that messages show for a file of the profile, whichever folder it comes from. */
  display(path: string): string;
  /** A place in one of its YAML files: in the layer that states it; the file's beginning where nothing does. */
  locate(file: string, path: readonly (string | number)[], part?: 'key' | 'value'): SourceLocation;
}

/** Whose disclosure it is: a department's, or that of a unit, listed by its department or entered by itself under a form for units. */
export const subjectOf = (profile: Pick<Profile, 'spec'> | undefined, { superior }: Pick<Definition, 'superior'>): '部门' | '单位' =>
  superior !== undefined || profile?.spec.称谓?.['主体'] === '单位' ? '单位' : '部门';
