import type { Check } from './check.js';
import { codeNamesAgree } from './codes/code-names-agree.js';
import { codeParentsKnown } from './codes/code-parents-known.js';
import { codesConfirmed } from './codes/codes-confirmed.js';
import { codesFitFunds } from './codes/codes-fit-funds.js';
import { codesFitUnitKind } from './codes/codes-fit-unit-kind.js';
import { codesKnown } from './codes/codes-known.js';
import { codesStatedOnce } from './codes/codes-stated-once.js';
import { purposesFitCodes } from './codes/purposes-fit-codes.js';
import { amountsFitUnit } from './magnitude/amounts-fit-unit.js';
import { amountsNearLastYear } from './magnitude/amounts-near-last-year.js';
import { budgetNotEmpty } from './magnitude/budget-not-empty.js';
import { totalFitsUnit } from './magnitude/total-fits-unit.js';
import { totalPossible } from './magnitude/total-possible.js';
import { agencyFundsEqualOperating } from './model/agency-funds-equal-operating.js';
import { agencyFundsOnlyForAgencies } from './model/agency-funds-only-for-agencies.js';
import { basicExpenditureEqualsEconomic } from './model/basic-expenditure-equals-economic.js';
import { carryoverBalances } from './model/carryover-balances.js';
import { carryoverProjectsEqual } from './model/carryover-projects-equal.js';
import { controlTotals } from './model/control-totals.js';
import { fundsBalance } from './model/funds-balance.js';
import { governmentCodeFitsUnit } from './model/government-code-fits-unit.js';
import { natureNotInForm } from './model/nature-not-in-form.js';
import { ownTotalsAgree } from './model/own-totals-agree.js';
import { projectExpenditureEqualsProjects } from './model/project-expenditure-equals-projects.js';
import { publishedTotalsWithinRounding } from './model/published-totals-within-rounding.js';
import { revenueEqualsExpenditure } from './model/revenue-equals-expenditure.js';
import { socialInsuranceMatches } from './model/social-insurance-matches.js';
import { specialAccountNamed } from './model/special-account-named.js';
import { threePublicCoversEconomic } from './model/three-public-covers-economic.js';
import { totalsNotNegative } from './model/totals-not-negative.js';
import { unitFundsUnsplit } from './model/unit-funds-unsplit.js';
import { changeComponentsSum } from './narrative/change-components-sum.js';
import { changeWordsFit } from './narrative/change-words-fit.js';
import { lastYearPublished } from './narrative/last-year-published.js';
import { lastYearStated } from './narrative/last-year-stated.js';
import { listsComplete } from './narrative/lists-complete.js';
import { narrativeFiguresMatchTables } from './narrative/narrative-figures-match-tables.js';
import { partsWithinWhole } from './narrative/parts-within-whole.js';
import { reductionsSaid } from './narrative/reductions-said.js';
import { requiredFiguresPrinted } from './narrative/required-figures-printed.js';
import { sharesSum } from './narrative/shares-sum.js';
import { textSumsPrinted } from './narrative/text-sums-printed.js';
import { typedAmountsInDocument } from './narrative/typed-amounts-in-document.js';
import { doubtfulIdentity } from './privacy/doubtful-identity.js';
import { personalData } from './privacy/personal-data.js';
import { secrecyMarks } from './privacy/secrecy-marks.js';
import { secrecyReviewed } from './privacy/secrecy-reviewed.js';
import { secrecyWords } from './privacy/secrecy-words.js';
import { equipmentCountsNest } from './projects/equipment-counts-nest.js';
import { formCostEqualsMoney } from './projects/form-cost-equals-money.js';
import { formCostWithinMoney } from './projects/form-cost-within-money.js';
import { formFilledInTime } from './projects/form-filled-in-time.js';
import { formHasOutputs } from './projects/form-has-outputs.js';
import { formIndicatorsGiven } from './projects/form-indicators-given.js';
import { formIndicatorsStated } from './projects/form-indicators-stated.js';
import { formPercentagesFit } from './projects/form-percentages-fit.js';
import { formPeriodCoversYear } from './projects/form-period-covers-year.js';
import { formPeriodEqualsYear } from './projects/form-period-equals-year.js';
import { formPeriodHasMoney } from './projects/form-period-has-money.js';
import { formSourcesEqualTotal } from './projects/form-sources-equal-total.js';
import { formsSharePublished } from './projects/forms-share-published.js';
import { performanceGroupsSum } from './projects/performance-groups-sum.js';
import { plannedVehiclesHaveCost } from './projects/planned-vehicles-have-cost.js';
import { procurementReserveWithin } from './projects/procurement-reserve-within.js';
import { procurementSums } from './projects/procurement-sums.js';
import { projectNamesUnique } from './projects/project-names-unique.js';
import { projectUnitsKnown } from './projects/project-units-known.js';
import { targetsFitForms } from './projects/targets-fit-forms.js';
import { taskProjectsKnown } from './projects/task-projects-known.js';
import { vehicleCostHasVehicles } from './projects/vehicle-cost-has-vehicles.js';
import { vehiclePurchasePlanned } from './projects/vehicle-purchase-planned.js';
import { vehiclesWithinQuota } from './projects/vehicles-within-quota.js';
import { dateInProperties } from './publication/date-in-properties.js';
import { datesFitYear } from './publication/dates-fit-year.js';
import { formNotFilled } from './publication/form-not-filled.js';
import { notPrinted } from './publication/not-printed.js';
import { notStated } from './publication/not-stated.js';
import { publishedInTime } from './publication/published-in-time.js';
import { requiredContentPrinted } from './publication/required-content-printed.js';
import { unitsPublishToo } from './publication/units-publish-too.js';
import { denialsFitAmounts } from './reasons/denials-fit-amounts.js';
import { reasonFitsChange } from './reasons/reason-fits-change.js';
import { reasonGiven } from './reasons/reason-given.js';
import { reasonNotRepeated } from './reasons/reason-not-repeated.js';
import { reasonSaysSomething } from './reasons/reason-says-something.js';
import { emptyTablesExplained } from './tables/empty-tables-explained.js';
import { figuresRoundedOnce } from './tables/figures-rounded-once.js';
import { tableRowsAgree } from './tables/table-rows-agree.js';
import { tableSumsExact } from './tables/table-sums-exact.js';
import { tableSumsPrinted } from './tables/table-sums-printed.js';
import { tablesAgree } from './tables/tables-agree.js';
import { tablesComplete } from './tables/tables-complete.js';
import { tailNotesFit } from './tables/tail-notes-fit.js';
import { brackets } from './texts/brackets.js';
import { digits } from './texts/digits.js';
import { doubtfulResidue } from './texts/doubtful-residue.js';
import { finalStop } from './texts/final-stop.js';
import { glossaryTermMissing } from './texts/glossary-term-missing.js';
import { glossaryTermUnused } from './texts/glossary-term-unused.js';
import { headingsHaveContent } from './texts/headings-have-content.js';
import { listedOnce } from './texts/listed-once.js';
import { mixedUnits } from './texts/mixed-units.js';
import { otherYears } from './texts/other-years.js';
import { outdatedNames } from './texts/outdated-names.js';
import { punctuation } from './texts/punctuation.js';
import { repeatedSentences } from './texts/repeated-sentences.js';
import { repeatedWords } from './texts/repeated-words.js';
import { speaksOfItself } from './texts/speaks-of-itself.js';
import { templateResidue } from './texts/template-residue.js';
import { wrongLevel } from './texts/wrong-level.js';
import { wrongWords } from './texts/wrong-words.js';

/** Every check, by group and name. Made by tests/checks/generated.test.ts (npm run test:update): not edited by hand. */
export const ALL_CHECKS: readonly Check[] = [
  agencyFundsEqualOperating,
  agencyFundsOnlyForAgencies,
  basicExpenditureEqualsEconomic,
  carryoverBalances,
  carryoverProjectsEqual,
  controlTotals,
  fundsBalance,
  natureNotInForm,
  ownTotalsAgree,
  projectExpenditureEqualsProjects,
  publishedTotalsWithinRounding,
  revenueEqualsExpenditure,
  socialInsuranceMatches,
  specialAccountNamed,
  threePublicCoversEconomic,
  totalsNotNegative,
  unitFundsUnsplit,
  amountsFitUnit,
  amountsNearLastYear,
  budgetNotEmpty,
  totalFitsUnit,
  totalPossible,
  figuresRoundedOnce,
  tableRowsAgree,
  tableSumsExact,
  tableSumsPrinted,
  tablesAgree,
  tailNotesFit,
  changeComponentsSum,
  changeWordsFit,
  lastYearPublished,
  lastYearStated,
  listsComplete,
  narrativeFiguresMatchTables,
  partsWithinWhole,
  reductionsSaid,
  sharesSum,
  textSumsPrinted,
  typedAmountsInDocument,
  denialsFitAmounts,
  reasonFitsChange,
  reasonGiven,
  reasonNotRepeated,
  reasonSaysSomething,
  codeNamesAgree,
  codeParentsKnown,
  codesConfirmed,
  codesFitFunds,
  codesFitUnitKind,
  codesKnown,
  codesStatedOnce,
  governmentCodeFitsUnit,
  outdatedNames,
  purposesFitCodes,
  equipmentCountsNest,
  formCostEqualsMoney,
  formCostWithinMoney,
  formFilledInTime,
  formHasOutputs,
  formIndicatorsGiven,
  formIndicatorsStated,
  formPercentagesFit,
  formPeriodCoversYear,
  formPeriodEqualsYear,
  formPeriodHasMoney,
  formSourcesEqualTotal,
  formsSharePublished,
  performanceGroupsSum,
  plannedVehiclesHaveCost,
  procurementReserveWithin,
  procurementSums,
  projectNamesUnique,
  projectUnitsKnown,
  targetsFitForms,
  taskProjectsKnown,
  vehicleCostHasVehicles,
  vehiclePurchasePlanned,
  vehiclesWithinQuota,
  dateInProperties,
  datesFitYear,
  emptyTablesExplained,
  formNotFilled,
  glossaryTermMissing,
  glossaryTermUnused,
  headingsHaveContent,
  notPrinted,
  notStated,
  publishedInTime,
  requiredContentPrinted,
  requiredFiguresPrinted,
  tablesComplete,
  unitsPublishToo,
  brackets,
  digits,
  doubtfulResidue,
  finalStop,
  listedOnce,
  mixedUnits,
  otherYears,
  punctuation,
  repeatedSentences,
  repeatedWords,
  speaksOfItself,
  templateResidue,
  wrongLevel,
  wrongWords,
  doubtfulIdentity,
  personalData,
  secrecyMarks,
  secrecyReviewed,
  secrecyWords,
];
