const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take a minute or more, the longest first: begun last, they would be waited for alone. */
const LONG = [
  'permitted.e2e.ts',
  'redis-outages.spec.ts',
  'offline-screens.e2e.ts',
  'roles.e2e.ts',
];

const place = ({ path }) => {
  const found = LONG.findIndex((name) => path.endsWith(`/${name}`));
  return found === -1 ? LONG.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    // Sorting keeps the order of equals, which is Jest's: by the last run, or by size.
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
