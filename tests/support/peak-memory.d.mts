/** The most memory that this process has held, in KiB. */
export function peakMemory(): number;
