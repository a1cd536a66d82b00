/** `npm start`: from a bare clone to the running tracker. */
import {
  checkNode,
  ensureInstalled,
  ensureNodeBuilt,
  ensureWebBuilt,
  prepare,
} from './prepare.mjs';

prepare(checkNode, ensureInstalled, ensureNodeBuilt, ensureWebBuilt);
process.argv.splice(2, 0, 'start');
await import('../dist/main.js');
