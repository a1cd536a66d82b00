/** Bands of pupils eligible for free school meals, per cent, lower bound inclusive. */
export const FSM_BANDS = [
  'under-10',
  '10-20',
  '20-30',
  '30-40',
  '40-and-over',
  'not-known',
] as const;
export type FsmBand = (typeof FSM_BANDS)[number];
/** A band of a figure that is known. */
export type KnownFsmBand = Exclude<FsmBand, 'not-known'>;

/** Lower and upper bound in per cent, the lower one inside. */
export const FSM_BOUNDS: Record<KnownFsmBand, readonly [from: number, below: number]> = {
  'under-10': [0, 10],
  '10-20': [10, 20],
  '20-30': [20, 30],
  '30-40': [30, 40],
  '40-and-over': [40, 101],
};

/** The band of a school's figure in per cent, null where none is known. */
export function fsmBandOf(fsmPercent: number | null): FsmBand {
  if (fsmPercent === null) return 'not-known';
  const known = Object.entries(FSM_BOUNDS).find(
    ([, [from, below]]) => fsmPercent >= from && fsmPercent < below,
  );
  return (known?.[0] as KnownFsmBand | undefined) ?? 'not-known';
}
