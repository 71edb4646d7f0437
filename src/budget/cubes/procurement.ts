import { PROCUREMENT_KINDS, PROCUREMENT_RESERVES } from '../../definition/schema/kinds.js';
import { type FactTable, written } from './cube.js';

export const procurement = {
  政府采购: {
    note: '政府采购预算',
    places: ['政府采购/**'],
    shapes: [{ 种类: PROCUREMENT_KINDS }],
    collect: ({ content }, leaves) => leaves.addKinds(content.政府采购, ['政府采购']),
    unstated: written('政府采购'),
  },
  政府采购预留: {
    note: '政府采购预算中为中小企业、小微企业预留的部分（小微企业含在中小企业之内，不能相加）',
    places: ['政府采购预留/**'],
    shapes: [{ 种类: PROCUREMENT_RESERVES }],
    collect: ({ content }, leaves) => leaves.addKinds(content.政府采购预留, ['政府采购预留']),
    unstated: written('政府采购预留'),
  },
} satisfies Readonly<Record<string, FactTable>>;
