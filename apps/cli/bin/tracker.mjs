/** `npm run tracker -- COMMAND`: the operator's commands. */
import { checkNode, ensureInstalled, ensureNodeBuilt, prepare } from './prepare.mjs';

prepare(checkNode, ensureInstalled, ensureNodeBuilt);
await import('../dist/main.js');
