import { registerHooks } from './typescript-hooks.mjs';

/**
 * Lets plain Node run the sources as they are, without a build: `node --conditions=source --import
 * ./test/support/typescript.mjs apps/cli/src/main.ts migrate`. For tests and development; production runs dist/.
 */
registerHooks();
