// Lines and medians, for all parts of the benchmark.

export function row(name, value, unit, more = '') {
  const width = [...name].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 2 : 1), 0);
  const number = value.toFixed(value < 10 ? 2 : 0).padStart(8);
  console.log(`  ${name}${' '.repeat(Math.max(1, 34 - width))}${number} ${unit.padEnd(4)} ${more}`.trimEnd());
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
