import { expect, test } from 'vitest';
import { z } from 'zod';
import { amount, choice, code, section, text } from '../../src/definition/fields.js';
import { definitionJsonSchema } from '../../src/definition/json-schema.js';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { smallSchema } from '../support/small-schema.js';

/** A number outside is told in our words, which the editor takes for a type and not for a range. */
const inRange = (minimum: number, maximum: number, errorMessage: string) => ({
  if: { type: 'number', not: { minimum, maximum } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { type: 'string', errorMessage },
});

test('tells an editor what to accept, to complete and to show', () => {
  const schema = section({
    代码: code({ digits: [3, 6] }).meta({ title: '代码', description: '三位或六位。' }),
    性质: choice(['行政', '事业']).meta({ title: '性质' }),
    金额: amount('元').optional().meta({ title: '金额' }),
    明细: z.array(section({ 名称: text('名称', { max: 20 }) })).optional(),
  });
  expect(definitionJsonSchema(schema, '表')).toEqual({
    title: '表',
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    additionalProperties: false,
    required: ['代码', '性质'],
    properties: {
      代码: {
        type: ['number', 'string'],
        pattern: '^([0-9]{3}|[0-9]{6})$',
        patternErrorMessage: '编码是 3、6 位数字。',
        ...inRange(100, 999_999, '编码是 3、6 位数字。'),
        title: '代码',
        description: '三位或六位。',
      },
      性质: { type: 'string', enum: ['行政', '事业'], title: '性质' },
      金额: {
        type: ['number', 'string'],
        pattern: '^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,2})?$',
        patternErrorMessage: '写金额（元），如 1262.80：不写千位分隔符和单位，最多 2 位小数。',
        ...inRange(0, 99_999_999_999_999, '写金额（元），如 1262.80：不写千位分隔符和单位，最多 2 位小数。'),
        examples: [1262800.5],
        title: '金额',
        description: '本年收入的金额（元）。',
      },
      明细: {
        title: '明细',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['名称'],
          properties: { 名称: { type: ['string', 'number'], title: '名称', maxLength: 20 } },
        },
      },
    },
  });
});

test('is plain JSON, the same each time', () => {
  for (const schema of [smallSchema, departmentSchema('万元')]) {
    const json = definitionJsonSchema(schema, '表');
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(JSON.stringify(definitionJsonSchema(schema, '表'))).toBe(JSON.stringify(json));
  }
});
