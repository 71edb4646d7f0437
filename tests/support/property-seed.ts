import fc from 'fast-check';

/** The same cases at every run, so that a failure is the change's; PROPERTY_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20260206) });
