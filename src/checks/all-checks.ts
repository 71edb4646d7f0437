import type { Check } from './check.js';
import { agencyFundsEqualOperating } from './model/agency-funds-equal-operating.js';
import { agencyFundsOnlyForAgencies } from './model/agency-funds-only-for-agencies.js';
import { basicExpenditureEqualsEconomic } from './model/basic-expenditure-equals-economic.js';
import { carryoverBalances } from './model/carryover-balances.js';
import { carryoverProjectsEqual } from './model/carryover-projects-equal.js';
import { controlTotals } from './model/control-totals.js';
import { fundsBalance } from './model/funds-balance.js';
import { governmentCodeFitsUnit } from './model/government-code-fits-unit.js';
import { projectExpenditureEqualsProjects } from './model/project-expenditure-equals-projects.js';
import { revenueEqualsExpenditure } from './model/revenue-equals-expenditure.js';
import { socialInsuranceMatches } from './model/social-insurance-matches.js';
import { threePublicCoversEconomic } from './model/three-public-covers-economic.js';

/** Every check, in the order of the report. */
export const ALL_CHECKS: readonly Check[] = [
  revenueEqualsExpenditure,
  fundsBalance,
  carryoverBalances,
  basicExpenditureEqualsEconomic,
  projectExpenditureEqualsProjects,
  carryoverProjectsEqual,
  agencyFundsEqualOperating,
  agencyFundsOnlyForAgencies,
  threePublicCoversEconomic,
  controlTotals,
  socialInsuranceMatches,
  governmentCodeFitsUnit,
];
