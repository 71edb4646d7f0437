import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but npm ci; `system` needs the Debian packages of .ci/run and the files in out/. */
export default defineConfig({
  test: {
    // A core each: by itself vitest leaves one to its main thread, which is half of a machine with two, and has nothing to do.
    maxWorkers: '100%',
    projects: [
      {
        root: fileURLToPath(new URL('..', import.meta.url)),
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/system/**'],
          testTimeout: 180_000,
          // The program's modules are loaded once by each process, not by each of two hundred files; none of them keeps a state that
          // a test could meet again.
          isolate: false,
          globalSetup: 'tests/support/compile.ts',
          setupFiles: 'tests/support/property-seed.ts',
        },
      },
      {
        root: fileURLToPath(new URL('..', import.meta.url)),
        test: { name: 'system', include: ['tests/system/**/*.test.ts'], testTimeout: 600_000, globalSetup: 'tests/support/compile.ts' },
      },
    ],
  },
});
