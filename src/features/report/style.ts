import { LOOK } from '../../html/look.js';

/** What only the report has: fingerprints and the lines to sign on. */
export const STYLE = `${LOOK}
.hash { font-size: 11px; word-break: break-all; }
.sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 28px; margin-top: 48px; break-inside: avoid; }
.sign div { padding-top: 34px; border-bottom: 1px solid var(--ink); }
`;
