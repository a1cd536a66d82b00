import { fsmBandOf } from './fsm-band';

it.each([
  [null, 'not-known'],
  [0, 'under-10'],
  [9.9, 'under-10'],
  [10, '10-20'],
  [39.9, '30-40'],
  [40, '40-and-over'],
  [100, '40-and-over'],
])('%s per cent is %s', (percent, band) => {
  expect(fsmBandOf(percent)).toBe(band);
});
