/** Matters that have a functional code of their own: a 用途 of another of them names what it does not pay. */
export const MATTERS: readonly { readonly words: string; readonly codes: readonly string[] }[] = [
  { words: '住房公积金', codes: ['2210201', '2210302'] },
  { words: '提租补贴', codes: ['2210202'] },
  { words: '购房补贴|住房补贴', codes: ['2210203'] },
  { words: '医疗保险|医保|医疗补助|医疗费', codes: ['21011', '21012', '21013'] },
  { words: '养老保险', codes: ['2080505', '2080507', '20826'] },
  { words: '职业年金', codes: ['2080506', '2080508'] },
  { words: '离退休|退休人员|退休费|离休', codes: ['2080501', '2080502', '2080503', '2080599'] },
  { words: '失业保险', codes: ['20899', '2080705'] },
  { words: '工伤保险', codes: ['20899'] },
  { words: '抚恤|丧葬', codes: ['20808'] },
];
