/** One value laid over another: maps key by key at every depth; anything else, lists too, as a whole. */
export function mergeOver(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isMap(below) || !isMap(above)) return above;
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) merged[key] = mergeOver(merged[key], value);
  return merged;
}

/** A map of YAML: neither a list nor a decimal. */
export function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
