import type { Office, UnitOffice } from './offices.js';
import type { Place } from './words.js';

/** How large and how varied a unit is to be. */
export interface MemberPlan {
  readonly name: string;
  readonly code: string;
  readonly office: Office | (UnitOffice & Partial<Office>);
  readonly place: Place;
  readonly year: number;
  readonly staff: number;
  readonly projects: number;
  readonly forms: number;
  /** 元, of the largest project. */
  readonly largest: number;
  /** Founded this year: no figure of last year. */
  readonly isNew: boolean;
  /** The same figures as last year: no change, no reason. */
  readonly isSteady: boolean;
  readonly surplus: boolean;
}
