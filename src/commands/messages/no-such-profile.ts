import { nearestWord } from '../../plain/nearest-word.js';
import { type WrongUse, wrongUse } from '../wrong-use.js';

/** A profile was named that is not there. */
export function noSuchProfile(name: string, names: readonly string[]): WrongUse {
  const near = nearestWord(name, names);
  return wrongUse(`templates/ 里没有“${name}”这个方案。`, near === undefined ? `现有：${names.join('、') || '无'}。` : `是否为“${near}”？`);
}
