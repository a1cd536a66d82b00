/** `npm run tracker -- COMMAND`: the operator's commands. */
import { checkNode, ensureInstalled, ensureNodeBuilt } from './prepare.mjs';

checkNode();
ensureInstalled();
ensureNodeBuilt();
await import('../dist/main.js');
