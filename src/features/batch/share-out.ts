/**
 * Gives out families of work to workers, one piece to each at a time. A worker stays with its family, of which it has read what
 * the pieces share; then it takes the next that nobody has begun; then it helps with the longest.
 */
export async function shareOut<T>(families: readonly (readonly T[])[], workers: number, make: (piece: T) => Promise<void>): Promise<void> {
  const unbegun = families.filter((family) => family.length > 0).map((family) => [...family]);
  const begun: T[][] = [];
  const another = (): T[] => {
    const family = unbegun.shift();
    if (!family) return begun.reduce((longest, each) => (each.length > longest.length ? each : longest), []);
    begun.push(family);
    return family;
  };
  const worker = async (): Promise<void> => {
    for (let family = another(); family.length > 0; family = another())
      for (let piece = family.shift(); piece !== undefined; piece = family.shift()) await make(piece);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
