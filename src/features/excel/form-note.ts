/** Help texts speak of a file; these say the same of cells, in the order in which they are tried. */
const IN_CELLS: readonly (readonly [of: RegExp, said: string])[] = [
  // The unit is chosen on the form's first sheet: a note that named it would be wrong after another choice.
  [/（(?:元|万元)）/g, ''],
  [/写一个金额；方案分列(.*?)等来源时，按来源写，如 \{.*?\}/, '填一个合计；要按来源（$1等）分列的，这一格空着，填在各个来源的格子里'],
  [
    /写一个金额，没有就写“无”；方案上年也按资金来源分列的，按资金来源写，如 \{.*?\}/,
    '填一个合计，没有就写“无”；上年也要按资金来源分列的，这一格空着，填在各个资金的格子里',
  ],
  [/data\/ 里有上年文件的，写/, '上年也用本程序做的，可以写'],
  [/写“(\S+?): 无”/g, '在“$1”那一格写“无”'],
  [/^templates\/ 下的文件夹名。$/, '一套表式的名称；与区县里写的相同的，不用填。'],
  [/写上年文件里的名称/, '写上年公开时的名称'],
  [/^该单位自己的预算文件名，与部门文件放在同一文件夹的“单位”文件夹里/, '该单位自己的预算文件名（如“图书馆.yaml”）；单位的数另外填报'],
  [/方案(?=[印逐按要分与]|规定)/g, '本地表式'],
  [/(?<=[，；]|^)不写(?=[。；]|$)/g, '空着'],
  [/没有就不写/g, '没有就空着'],
];

/** What a cell of the form says of itself. */
export function formNote(help: string, isWhole: boolean, isList: boolean): string {
  const said = IN_CELLS.reduce((text, [of, other]) => text.replace(of, other), help);
  if (!isWhole) return said;
  return `${said}${said === '' || said.endsWith('。') ? '' : '。'}有的，这一格空着，填在${isList ? '下面的表' : '它的各项'}里。`;
}
