import { expect, test } from 'vitest';
import { inlineText } from '../../src/document/document.js';
import { buildWell, profileNamed, RICH_YAML } from '../profile/support.js';
import { buildGoodCase } from '../support/build-case.js';
import { STATED_YAML } from '../support/stated-sample.js';

const asked = (document: ReturnType<typeof buildWell>['document']) =>
  (document.headline ?? []).map(({ called, content }) => `${called} ${inlineText(content)}`);

test('the figures that readers ask for first, as the sentences say them', () => {
  expect(asked(buildGoodCase(STATED_YAML).document)).toEqual([
    '收入总计 1,262.80万元',
    '支出总计 1,262.80万元',
    '基本支出 441.49万元',
    '项目支出 821.31万元',
  ]);
});

test('in another form, with “三公”', () => {
  expect(asked(buildWell(profileNamed('shanxi'), RICH_YAML).document)).toContain('“三公”经费 17.50万元');
});
