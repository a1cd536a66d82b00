import { formatDay, plural } from '@tracker/domain';
import type { ImportSteps } from '../import-work';
import {
  COUNT_PLANS,
  FIND_CHANGED_PLANS,
  FIND_NEW_LOOKS,
  INSERT_LOOKS,
  INSERT_PLANS,
  RECORD_PLAN_CHANGES,
  UPDATE_PLANS,
} from './plans-import.queries';
import { stagePlans } from './stage-plans';

/**
 * Plans that somebody has seen (rule 17), and looks that found none (rule 20), from a list as a hub
 * keeps it. A plan captured as a document stays as it is.
 */
export const plansImport: ImportSteps = {
  stage: stagePlans,

  async apply({ manager, record, today }) {
    await FIND_CHANGED_PLANS.run(manager, record.requestedById);
    await FIND_NEW_LOOKS.run(manager, record.requestedById);
    const { undated, ...counts } = await COUNT_PLANS.one(manager);
    if (counts.created + counts.updated === 0) return counts;
    await RECORD_PLAN_CHANGES.run(manager, record.id);
    await INSERT_PLANS.run(manager);
    await UPDATE_PLANS.run(manager);
    await INSERT_LOOKS.run(manager);
    if (undated === 0) return counts;
    const message = `${plural(undated, 'row gives', 'rows give')} no day, so ${undated === 1 ? 'its plan counts' : 'their plans count'} as seen on ${formatDay(today)}, the day of the import.`;
    return { ...counts, message };
  },
};
