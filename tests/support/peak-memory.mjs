import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/** The most memory that this process has held, in KiB. Linux counts for a child's maxRSS what its parent had when it started it. */
export function peakMemory() {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  const [, peak] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak);
}
