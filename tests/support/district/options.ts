export interface DistrictOptions {
  readonly seed: number;
  readonly departments: number;
  readonly year?: number;
  /** Projects of the largest department, the first; 0 for a district of small ones only. */
  readonly projects?: number;
  /** How many of a hundred projects of the largest department publish their performance form: each takes a page. */
  readonly forms?: number;
  /** The form that the district publishes by: a folder of templates/. */
  readonly profile?: 'shanxi' | 'nine-tables';
}

export type Settings = Required<DistrictOptions>;
