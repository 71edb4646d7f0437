import { type Check, clean, type Outcome, unstated } from '../check.js';
import { keyInDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     部门.所属单位: 无
 * 未填：
 *     部门.所属单位: [{名称: 乙县政务热线办公室, 单位性质: 行政}]
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 200000}}]
 */
export const unitsPublishToo: Check = {
  code: 'units-publish-too',
  group: '公开要求',
  severity: '提醒',
  rule: '每个所属单位都有自己的公开文件：有自己的预算文件的由程序生成，只列名称的要另行公开。',
  relations: ['C17'],
  basis: '财预〔2021〕29号：各部门所属单位公开预算；预算法实施条例第六条第四款',
  run: ({ department }): Outcome[] => {
    const units = department.部门.所属单位;
    if (units === undefined) return [];
    if (units.length === 0) return [clean('没有所属单位。')];
    const without = units.filter((unit) => unit.定义 === undefined).map((unit) => unit.名称);
    if (without.length === 0) return [clean(`${units.length} 个所属单位都有自己的预算文件，公开文件由程序生成。`)];
    const names = `${without.slice(0, 5).join('、')}${without.length > 5 ? '等' : ''}`;
    return [unstated(`${without.length} 个所属单位没有自己的预算文件（${names}），要另行公开。`, keyInDefinition('部门', '所属单位'))];
  },
};
