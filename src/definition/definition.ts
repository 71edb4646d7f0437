import type { SourceLocation } from '../diagnostics/diagnostic.js';
import type { DepartmentDefinition } from './schema/department.js';
import type { DistrictDefinition } from './schema/district.js';

/** A department's budget as stated, with what it inherits from its district. */
export interface Definition {
  /** Name of the department's file, as printed in messages and origins. */
  readonly file: string;
  readonly department: DepartmentDefinition;
  readonly district: DistrictDefinition;
  /** Line and column of a path into the department's file. */
  locate(path: readonly (string | number)[], part?: 'key' | 'value'): SourceLocation;
  /** Line and column of a path into the district's file. */
  locateInDistrict(path: readonly (string | number)[], part?: 'key' | 'value'): SourceLocation;
}
