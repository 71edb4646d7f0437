import type { ReadSheets } from './cells.js';
import { readXlsx } from './read-xlsx.js';

/** A workbook of any kind that can be read; of others, what to do with them. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheets> {
  const start = Buffer.from(bytes.subarray(0, 512));
  if (start.subarray(0, 2).toString('latin1') === 'PK') return readXlsx(bytes);
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0') return readOld(bytes);
  const text = start.toString('utf8').toLowerCase();
  if (text.includes('<html') || text.includes('<table') || text.includes('<!doctype'))
    return { refused: '它其实是网页，只是名称像 Excel 文件', hint: SAVE_AS };
  if (text.includes('<?xml')) return { refused: '它是 XML 表格（Excel 2003），不是 .xlsx', hint: SAVE_AS };
  if (bytes.length === 0) return { refused: '文件是空的', hint: '核对是否复制完整。' };
  return { refused: '它不是 Excel 文件', hint: SAVE_AS };
}

const SAVE_AS = '用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再导入。';

/** .xls: amounts are binary in it, so that a library's numbers are as exact as the file. A locked .xlsx has the same beginning. */
async function readOld(bytes: Uint8Array): Promise<ReadSheets> {
  const { readXls } = await import('./read-xls.js');
  return readXls(bytes);
}

export { SAVE_AS };
