import type { PlanningWindow, VisitPlanSettings } from '@tracker/domain';

/** A what-if as its form holds it; empty for what stays as it is. */
export interface WhatIfValues {
  name: string;
  wanted: number | null | '';
  /** In percent. */
  cancelPercent: number | null | '';
  withoutId: string;
  withoutFrom: string;
  onePerDay: boolean;
  regionIds: string[];
  /** More days without visits are supposed: these. */
  moreDays: boolean;
  daysWords: string;
  daysFrom: string;
  daysTo: string;
  /** None for every phase. */
  daysPhases: string[];
}

export const NO_WHAT_IF: WhatIfValues = {
  ...{ name: '', wanted: '', cancelPercent: '', withoutId: '', withoutFrom: '' },
  ...{ onePerDay: false, regionIds: [] },
  ...{ moreDays: false, daysWords: '', daysFrom: '', daysTo: '', daysPhases: [] },
};

const isNumber = (value: unknown): value is number => typeof value === 'number';

const daysOf = ({ daysWords, daysFrom, daysTo, daysPhases }: WhatIfValues): PlanningWindow => ({
  ...{ words: daysWords.trim(), from: daysFrom, to: daysTo },
  phases: daysPhases.length > 0 ? daysPhases : null,
});

/** The settings that a form supposes. @param total how many regions there are; all of them suppose nothing */
export function settingsOf(values: WhatIfValues, total: number): VisitPlanSettings {
  const { wanted, cancelPercent, withoutId, withoutFrom, onePerDay, regionIds } = values;
  const some = regionIds.length > 0 && regionIds.length < total;
  return {
    ...(isNumber(wanted) && { wanted }),
    ...(isNumber(cancelPercent) && { cancelShare: cancelPercent / 100 }),
    ...(withoutId && { without: { visitorIds: [withoutId], from: withoutFrom } }),
    ...(onePerDay && { perDay: 1 }),
    ...(some && { regionIds }),
    ...(values.moreDays && { windows: [daysOf(values)] }),
  };
}
