import { agencyFunds } from './agency-funds.js';
import { assets } from './assets.js';
import type { FactTable } from './cube.js';
import { economic } from './economic.js';
import { lastYear } from './last-year.js';
import { ownData } from './own-data.js';
import { procurement } from './procurement.js';
import { projects } from './projects.js';
import { revenueAndExpenditure } from './revenue-and-expenditure.js';
import { threePublic } from './three-public.js';

const TABLES = {
  ...revenueAndExpenditure,
  ...economic,
  ...projects,
  ...threePublic,
  ...agencyFunds,
  ...lastYear,
  ...procurement,
  ...assets,
  ...ownData,
};

/** The name of a fact table. Profiles name it in 取数, so it is Chinese. */
export type Cube = keyof typeof TABLES;
/** The fact tables of a budget: what each holds is told by the file of its topic, and nowhere else. */
export const FACT_TABLES: Readonly<Record<Cube, FactTable>> = TABLES;
export const CUBES = Object.keys(TABLES) as readonly Cube[];
