import { useEffect } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { formatDay } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { StaffInput } from '../fields/inputs';
import { ToneChip } from '../fields/ToneChip';
import { NearbySchools } from './NearbySchools';
import { sentenceOf } from '../providers/problems';
import {
  keyOfLine,
  keyOfSchool,
  lineAsText,
  lineOf,
  type SchoolToPlan,
  type VisitLine,
} from './new-visit';
import { ScheduleLine } from './ScheduleLine';
import { useClashes } from './use-clashes';
import { OPEN_STATUSES } from './use-open-visits';

/** The form of a round: its lines, and what holds for all of them. */
export interface RoundValues {
  visits: VisitLine[];
  /** The visitor of every line, once somebody has chosen one for all. */
  everyVisitor: string;
  /** The first day to suggest. */
  from: string;
}

/** Why the server did not take a line, and the line as it was then. */
export interface LineProblem {
  words: string;
  line: string;
}

interface ScheduleRoundProps {
  schools: readonly SchoolToPlan[];
  /** Visits to these schools that are proposed, scheduled or confirmed. */
  open: readonly Visit[];
  /** What has been scheduled by this form already, by line. */
  saved: ReadonlyMap<string, Visit>;
  /** What the server did not take, by line. */
  problems: ReadonlyMap<string, LineProblem>;
  onAdd: (school: SchoolToPlan, open: readonly Visit[]) => void;
  /** @param key of the line */
  onRemove: (key: string) => void;
}

/** One card per school; schools close by can be taken along, and any left out again. */
export function ScheduleRound(props: ScheduleRoundProps) {
  const { schools, open, saved, problems, onAdd, onRemove } = props;
  const { setValue, getValues, clearErrors } = useFormContext<RoundValues>();
  const { append, remove } = useFieldArray<RoundValues, 'visits'>({ name: 'visits' });
  const values = useWatch<RoundValues>() as RoundValues;
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const several = schools.length > 1;
  const { everyVisitor } = values;

  useEffect(() => {
    if (!everyVisitor) return;
    getValues('visits').forEach((_line, i) =>
      setValue(`visits.${i}.visitorId`, everyVisitor, { shouldDirty: true }),
    );
  }, [everyVisitor, getValues, setValue]);

  // What the server said of the form holds for it as it was sent.
  const sent = JSON.stringify(values.visits.map(lineAsText));
  useEffect(() => clearErrors('root'), [sent, clearErrors]);
  const unsaved = values.visits.filter((line) => !saved.has(keyOfLine(line)));
  const clashesOf = useClashes(unsaved, schools);

  const add = async (school: SchoolToPlan) => {
    try {
      const { data } = await dataProvider.getList<Visit>('visits', {
        filter: { schoolId: school.id, status: OPEN_STATUSES },
        pagination: { page: 1, perPage: 100 },
        sort: { field: 'day', order: 'ASC' },
      });
      const last = getValues('visits').at(-1);
      append(lineOf(school, last?.visitorId ?? ''), {
        focusName: `visits.${schools.length}.scheduledOn`,
      });
      onAdd(school, data);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
  };
  return (
    <>
      {several && (
        <Box sx={FOR_ALL}>
          <StaffInput
            visitors
            source="everyVisitor"
            label="Visitor for all of them"
            emptyText="Each their own"
            helperText={false}
          />
          <DayInput
            source="from"
            label="Suggest days from"
            helperText="Leave blank to give schools their notice"
          />
        </Box>
      )}
      {schools.map((school, i) => {
        const line = values.visits[i];
        const visitorId = line?.visitorId;
        const key = keyOfSchool(school);
        const done = saved.get(key);
        const problem = problems.get(key);
        return (
          <Box key={key} sx={several ? CARD : undefined}>
            <ScheduleLine
              source={`visits.${i}`}
              name={school.name}
              heading={
                several && (
                  <LineHeading
                    school={school}
                    done={done}
                    onRemove={() => {
                      remove(i);
                      onRemove(key);
                    }}
                  />
                )
              }
              open={done ? [] : open.filter(({ schoolId }) => schoolId === school.id)}
              visit={done ?? proposedAt(open, school)}
              from={values.from ?? ''}
              taken={values.visits
                .filter((other, at) => at !== i && visitorId && other.visitorId === visitorId)
                .map(({ scheduledOn }) => scheduledOn)}
              lines={unsaved}
              clashes={line && !done ? clashesOf(line) : []}
              problem={
                several && line && problem?.line === lineAsText(line) ? problem.words : undefined
              }
            />
          </Box>
        );
      })}
      <NearbySchools round={schools} onAdd={(school) => void add(school)} />
    </>
  );
}

/** The visit to a school that waits for a date: the one that is meant, else the first there is. */
export function proposedAt(
  open: readonly Visit[],
  { id, visitId }: Pick<SchoolToPlan, 'id' | 'visitId'>,
): Visit | undefined {
  return open.find((visit) =>
    visitId ? visit.id === visitId : visit.schoolId === id && visit.status === 'proposed',
  );
}

interface LineHeadingProps {
  school: SchoolToPlan;
  done: Visit | undefined;
  onRemove: () => void;
}

function LineHeading({ school, done, onRemove }: LineHeadingProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 36 }}>
      <Typography variant="h3" sx={{ flex: '1 1 12rem', minWidth: 0 }}>
        {school.name}
      </Typography>
      {done?.scheduledOn ? (
        <ToneChip tone="booked" label={`Scheduled for ${formatDay(done.scheduledOn)}`} />
      ) : (
        <Button size="small" aria-label={`Leave out ${school.name}`} onClick={onRemove}>
          Leave out
        </Button>
      )}
    </Box>
  );
}

const FOR_ALL = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
  columnGap: 1.5,
  mb: 1,
};

const CARD = { border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5, mb: 1.5 };
