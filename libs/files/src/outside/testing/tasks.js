/* What the tests of this folder have done by a process of its own. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { OperatorError } = require('@tracker/process/operator-error');

exports.count = async function* ({ to }) {
  for (let i = 0; i < to; i += 1) yield { i };
};
exports.environment = async function* () {
  yield Object.keys(process.env).join();
};
exports.flood = async function* () {
  for (let i = 0; ; i += 1) yield { i, filler: 'x'.repeat(10_000) };
};
// eslint-disable-next-line require-yield
exports.spin = async function* () {
  for (;;);
};
exports.sleep = async function* () {
  yield await new Promise((resolve) => setTimeout(resolve, 60_000));
};
// eslint-disable-next-line require-yield
exports.hoard = async function* () {
  const held = [];
  for (let i = 0; ; i += 1) held.push({ i });
};
exports.hoardBytes = async function* () {
  const held = [];
  for (let i = 0; i < 1_000; i += 1) {
    held.push(Buffer.alloc(1_000_000, 1));
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield held.length;
};
// eslint-disable-next-line require-yield
exports.problem = async function* () {
  throw new OperatorError('Line 3 is odd.');
};
// eslint-disable-next-line require-yield
exports.fault = async function* () {
  null.field();
};
// eslint-disable-next-line require-yield
exports.end = async function* () {
  process.exit(3);
};
