import type { BudgetFile } from './department.js';
import { expenditureOf, type Member } from './member.js';
import { mapOrNone, NONE, type Node, quoted, type Tree, toYaml } from './to-yaml.js';
import { Writer } from './writer.js';

export interface TextOptions {
  readonly comment: string;
  /** Codes whose names the district's file gives. */
  readonly namedByDistrict: ReadonlySet<string>;
  readonly reasons: ReadonlyMap<string, string>;
  /** Whether 基本支出 is split into 人员经费 and 公用经费. */
  readonly split: boolean;
}

/** A department's or a unit's YAML. */
export function fileText(file: BudgetFile, { comment, namedByDistrict, reasons, split }: TextOptions): string {
  const { own, dates } = file;
  const write = new Writer(own.unit, namedByDistrict);
  const tree: Node = {
    金额单位: own.unit,
    部门: {
      名称: own.name,
      代码: quoted(own.code),
      单位性质: own.kind,
      所属单位: stated(file.units.map((unit) => ({ 名称: unit.name, 单位性质: unit.kind, 定义: unit.file }))),
    },
    批复日期: dates.approved,
    公开日期: dates.published,
    职责: own.duties,
    机构设置: stated(own.sections.map(({ name, duty }) => ({ 名称: name, 职责: duty }))),
    收入: write.revenue(own),
    支出: expenditureOf(own).map((leaf) => write.functional(leaf, split)),
    年终结转: write.year(own.surplus),
    一般公共预算基本支出: listOrNone(own.economic.map((leaf) => write.economic(leaf))),
    项目: listOrNone(own.projects.map((project) => write.project(project))),
    三公经费: write.threePublic(own),
    机关运行经费: write.agency(own, file.agencyByUnit),
    上年预算: { ...write.year(own.lastYear), 其余: NONE },
    增减原因: mapOrNone(reasons),
    政府采购: write.amounts(own.procurement) ?? NONE,
    政府采购预留: write.amounts(own.reserves) ?? NONE,
    国有资产: assets(own, `${Number(dates.approved.slice(0, 4)) - 1}-12-31`),
    整体绩效目标: '是',
    编报绩效目标: '是',
    政府购买服务: stated(own.services),
    其他说明: own.remarks ?? NONE,
    核对数: write.controlTotals(file),
    名词解释: file.glossary,
    已确认的提醒: listOrNone(
      file.acknowledged.map(({ check, about, why }) => ({ 检查: check, 内容: about === undefined ? undefined : quoted(about), 理由: why })),
    ),
  };
  return toYaml(tree, comment);
}

const stated = (list: readonly Tree[]): Tree => (list.length > 0 ? list : NONE);
const listOrNone = (list: readonly Tree[]): readonly Tree[] | undefined => (list.length > 0 ? list : undefined);

function assets({ assets: held }: Member, counted: string): Node {
  const counts = (map: ReadonlyMap<string, number>) => mapOrNone(new Map([...map].map(([key, count]) => [key, `${count}`])));
  return {
    截至日期: counted,
    车辆编制: `${held.quota}`,
    车辆: counts(held.vehicles) ?? NONE,
    办公用房面积: held.area,
    办公用房用途: held.use,
    五十万元以上通用设备: `${held.half}`,
    一百万元以上通用设备: `${held.million}`,
    计划购置: counts(held.planned) ?? NONE,
  };
}
