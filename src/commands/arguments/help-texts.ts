/** Commander's headings in Chinese. */
export const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

export const EXAMPLES = `
例：
  npm run build-doc                                  最新年度的全部部门，没有变化的不重做
  npm run build-doc -- 003                           代码为 003 的部门
  npm run build-doc -- 人民政府办公室 --draft        按名称，生成草稿
  npm run build-doc -- data/2026/003-….yaml --out 送审
  npm run build-doc -- --all --year 2026 --force     2026 年的全部部门，都重新生成
  npm run --silent build-doc -- --format json        结果以 JSON 写到标准输出

选项前面要有单独的“--”，否则 npm 会把选项当成自己的。
部门按 data/<年度>/ 里的文件名“<代码>-<名称>.yaml”查找；“区县.yaml”是各部门共用的内容。
`;

export const TEMPLATE_EXAMPLES = `
例：
  npm run check                         核对最新年度的全部部门
  npm run check -- 003 --strict         公开之前再严格核对一遍
  npm run check -- --templates shanxi   改了模板以后，核对方案
`;

export const EXPLAIN_EXAMPLES = `
例：
  npm run explain -- 34.96%
  npm run explain -- 1,262.80 003
  npm run explain -- "支出[0].基本支出"
`;

export const EXIT_CODES = `
退出码：
  0   完成
  1   有错误，没有生成（--draft 除外）；explain 没有找到
  2   用法不对
  3   读不了输入（没有文件、不是文本、不是 UTF-8……）
  4   写不了输出（没有权限、磁盘已满、文件正在 Word/WPS 中打开……）
  70  程序自身的错误
几个部门时取最大的一个；一个部门出错，不影响别的部门。
`;
