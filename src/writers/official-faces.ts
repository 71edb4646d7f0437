import type { FaceRole } from '../document/layout.js';

/** A typeface as Word names it, and what Word may take where it is missing. */
export interface Face {
  readonly name: string;
  readonly alternative: string;
  readonly panose: string;
  readonly family: 'roman' | 'modern' | 'script' | 'auto';
}

export type Faces = Readonly<Record<FaceRole, Face>>;

/** The faces that offices in China use for official documents (GB/T 9704-2012). */
export const OFFICIAL_FACES: Faces = {
  宋: { name: '宋体', alternative: 'SimSun', panose: '02010600030101010101', family: 'auto' },
  小标宋: { name: '方正小标宋简体', alternative: '宋体', panose: '02010601030101010101', family: 'auto' },
  黑: { name: '黑体', alternative: 'SimHei', panose: '02010609060101010101', family: 'modern' },
  仿宋: { name: '仿宋_GB2312', alternative: '仿宋', panose: '02010609030101010101', family: 'modern' },
  楷: { name: '楷体_GB2312', alternative: '楷体', panose: '02010609030101010101', family: 'modern' },
};

/** Letters and digits. */
export const LATIN_FACE = 'Times New Roman';
