import Box from '@mui/material/Box';
import type { VisitKind } from '@tracker/domain';
import { DayField } from '../fields/DayField';
import { choicesOf, VISIT_KIND_WORDS } from '../fields/words';
import { PlainChoice, Text } from '../fields/plain-inputs';
import { PeopleMet } from '../people-met/PeopleMet';
import type { StepProps } from './step-props';

/** When it was, and whom one met: contacts of the school, and new ones on the way. */
export function WhoStep({ typed, change, scene, errors }: StepProps) {
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2 }}>
        <DayField
          id="visitedOn"
          name="visitedOn"
          label="Date visited"
          required
          fullWidth
          size="medium"
          value={typed.visitedOn}
          onChange={(visitedOn) => change({ visitedOn })}
          error={Boolean(errors.visitedOn)}
          helperText={errors.visitedOn}
        />
        {!scene.visit && (
          <PlainChoice
            name="kind"
            label="Kind of visit"
            value={typed.kind}
            choices={choicesOf(VISIT_KIND_WORDS)}
            onChange={(kind) => change({ kind: kind as VisitKind })}
          />
        )}
      </Box>
      <PeopleMet
        people={typed.people}
        onChange={(people) => change({ people })}
        contacts={scene.place.contacts}
        errors={errors}
      />
      <Text
        name="metWith"
        label="Anybody else, in a few words"
        value={typed.metWith}
        onChange={(metWith) => change({ metWith })}
        error={errors.metWith}
        helperText="Such as: the school council, two governors"
      />
    </>
  );
}
