import { EQUIPMENT_KINDS, OTHER_ASSETS, PLANNED_VEHICLES, VEHICLE_KINDS } from '../../definition/schema/kinds.js';
import { type FactTable, type FormWords, written } from './cube.js';

const equipment = ({ 资产: kinds }: FormWords): readonly string[] => kinds?.设备 ?? EQUIPMENT_KINDS;

export const assets = {
  车辆: {
    note: '实有车辆（辆）',
    places: ['国有资产/车辆/**'],
    shapes: [{ 种类: ({ 资产: kinds }) => kinds?.车辆 ?? VEHICLE_KINDS }],
    collect: ({ content }, leaves) => leaves.addKinds(content.国有资产?.车辆, ['国有资产', '车辆'], 'count'),
    unstated: written('国有资产', '车辆'),
  },
  资产: {
    note: '编制、设备和房屋',
    places: ['国有资产/*', '国有资产/设备/*'],
    shapes: [{ 种类: (form) => [...Object.keys(OTHER_ASSETS), ...equipment(form)] }],
    collect: ({ content: { 国有资产: section } }, leaves) => {
      for (const kind of ['车辆编制', ...EQUIPMENT_KINDS] as const)
        leaves.add({ 种类: kind }, section?.[kind], ['国有资产', kind], 'count');
      leaves.addKinds(section?.设备, ['国有资产', '设备'], 'count');
      leaves.add({ 种类: '办公用房面积' }, section?.办公用房面积, ['国有资产', '办公用房面积'], 'squareMetre');
    },
    // Equipment stands in 设备 or beside it; 设备: 无 states that there is none of any kind.
    unstated: ({ 国有资产: section }, asked, matched) => {
      if (section === undefined) return [['国有资产']];
      const found = new Set(matched.map(({ dimensions }) => dimensions.种类));
      const hasNone = section.设备 !== undefined && Object.keys(section.设备).length === 0;
      const open = (asked('种类') ?? []).filter((kind) => !found.has(kind) && (kind in OTHER_ASSETS || !hasNone));
      return open.map((kind) => (kind in OTHER_ASSETS || section.设备 === undefined ? ['国有资产', kind] : ['国有资产', '设备', kind]));
    },
  },
  计划购置: {
    note: '本年计划购置的车辆和设备',
    places: ['国有资产/计划购置/**'],
    shapes: [{ 种类: (form) => [PLANNED_VEHICLES, ...equipment(form)] }],
    collect: ({ content }, leaves) => leaves.addKinds(content.国有资产?.计划购置, ['国有资产', '计划购置'], 'count'),
    unstated: written('国有资产', '计划购置'),
  },
} satisfies Readonly<Record<string, FactTable>>;
