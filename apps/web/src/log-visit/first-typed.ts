import type { LogTyped } from '../on-device/device-log';
import type { LogScene } from '../on-device/pack';
import { today } from '../providers/today';

/** What the form begins with: the day of the visit, and of the survey what is known already. */
export function firstTyped({ visit, place, survey }: LogScene): LogTyped {
  const scheduled = visit?.scheduledOn;
  const asked = new Set(survey?.questions.map(({ key }) => key));
  const known = Object.entries(place.known)
    .filter(([key]) => asked.has(key))
    .map(([key, { answer }]) => [key, answer]);
  return {
    visitedOn: scheduled && scheduled <= today() ? scheduled : today(),
    kind: visit?.kind ?? 'cycle',
    ...{ people: [], metWith: '', summary: '' },
    ...{ strengths: '', strengthTagIds: [], needs: '', needTagIds: [] },
    ...{ engagementLevel: null, engagementReason: '', actions: [] },
    followUp: { wanted: false, scheduledOn: '', startTime: '', visitorId: '', reason: '' },
    survey: survey && {
      version: survey,
      answers: Object.fromEntries(known),
      asked: true,
      partly: false,
    },
  };
}
