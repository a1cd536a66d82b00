import { useDataProvider } from 'react-admin';
import { mayWriteInRegion, type School, type Visit, type VisitToSchool } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { ReasonInput } from '../fields/ReasonInput';
import { SchoolInput } from '../fields/SchoolInput';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { useOfferUndo } from './use-offer-undo';
import { useVisitStep } from './use-visit-step';
import { useWithoutVisit } from './without-visit';
import { call } from '../providers/call';

const named = ({ name, town, urn }: School) => [name, town, urn].filter(Boolean).join(', ');

/** Puts a visit that was logged at the wrong school at the right one. */
export function ToSchoolDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const dataProvider = useDataProvider();
  const user = useSignedInUser();
  const offerUndo = useOfferUndo();
  const step = useVisitStep();
  const without = useWithoutVisit(visit);
  const own = user && !mayWriteInRegion(user, null) ? { regionId: user.regionIds } : {};
  return (
    <FormDialog<VisitToSchool>
      title={`Was this not a visit to ${visit.schoolName}?`}
      consequence={`Choose the school that was visited.${without} Outcome, survey, actions and the people met go with the visit, and so do visits planned because of it. Both schools’ timelines say so.`}
      submitWords="Put it at this school"
      cancelWords="Leave it where it is"
      defaultValues={{ reason: '' }}
      onSubmit={async ({ schoolId, reason }) => {
        const { data: school } = await dataProvider.getOne<School>('schools', { id: schoolId });
        const done = await step({
          ...{ visit, command: 'to_school', wish: { schoolId, reason } },
          typed: [
            ['School visited', school.name],
            ['What happened?', reason],
          ],
          goOn: 'Put it there anyway',
          send: (version, key) =>
            call('POST /api/visits/{id}/to-school', {
              id: visit.id,
              body: { version, schoolId, reason },
              idempotencyKey: key,
            }),
        });
        if (done) {
          offerUndo(`The visit is at ${school.name} now.`, () =>
            call('POST /api/visits/{id}/to-school', {
              id: visit.id,
              body: {
                ...{ version: done.version, schoolId: visit.schoolId },
                reason: 'Undone straight away',
              },
            }),
          );
        }
        return done;
      }}
      onClose={onClose}
    >
      <SchoolInput
        label="School visited"
        filter={own}
        optionText={named}
        missing="Please choose the school."
        helperText={'regionId' in own ? 'Schools of your own regions.' : false}
      />
      <ReasonInput label="What happened?" missing="Please say what happened." />
    </FormDialog>
  );
}
