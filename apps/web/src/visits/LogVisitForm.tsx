import { useState } from 'react';
import { Form, required, TextInput, useNavigate, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import type { FieldValues } from 'react-hook-form';
import { Link as RouterLink } from 'react-router-dom';
import { checkVisitedOn } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { useAsOpened } from '../conflicts/use-as-opened';
import { DayInput } from '../fields/DayInput';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { VisitKindInput } from '../fields/inputs';
import { OnceSaved } from '../fields/OnceSaved';
import { SubmitButton } from '../fields/SubmitButton';
import { upTo, writtenUpTo } from '../fields/written';
import { PageHeading } from '../layout/PageHeading';
import { today } from '../providers/today';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { schoolPath } from '../schools/paths';
import { ActionInputs } from './ActionInputs';
import { useLogVisit, type LogValues } from './use-log-visit';
import { whenInWords } from './visit-words';

interface LogVisitFormProps {
  /** Null for a visit nobody planned in the tracker. */
  visit: Visit | null;
  schoolId: string;
  schoolName: string;
}

const NOT_LOGGED = 'The visit is not logged yet. Everything you typed is still here.';

function firstValues(visit: Visit | null): LogValues {
  const scheduled = visit?.scheduledOn;
  const visitedOn = scheduled && scheduled <= today() ? scheduled : today();
  return { visitedOn, kind: visit?.kind ?? 'cycle', metWith: '', summary: '', actions: [] };
}

/** Get it down while it is fresh: when, who, what was found, what is to be done. */
export function LogVisitForm({ visit, schoolId, schoolName }: LogVisitFormProps) {
  const user = useSignedInUser();
  const logVisit = useLogVisit(visit, schoolId, user?.id);
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [logged, setLogged] = useState(false);
  const first = useAsOpened(firstValues(visit));
  const submit = async (values: FieldValues) => {
    try {
      const done = await logVisit(values as LogValues);
      if (done === false) return errorsOf(new Error(NOT_LOGGED));
    } catch (error) {
      return errorsOf(error);
    }
    setLogged(true);
    return undefined;
  };
  const leave = () => {
    notify(`Visit to ${schoolName} logged.`, { type: 'success' });
    refresh();
    navigate(schoolPath(schoolId));
  };
  return (
    <Box sx={{ maxWidth: 760 }}>
      <PageHeading title={`Log a visit to ${schoolName}`}>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          {visit ? `${whenInWords(visit)}. ` : ''}
          Once logged, the visit counts and the school is ranked again.
        </Typography>
      </PageHeading>
      <Form
        onSubmit={submit}
        defaultValues={first}
        record={{}}
        noValidate
        disableInvalidFormNotification
        warnWhenUnsavedChanges
      >
        <OnceSaved saved={logged} onLeave={leave} />
        <Card>
          <CardContent sx={{ p: { xs: 2, sm: 3 } }}>
            <FormProblem />
            <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2 }}>
              <DayInput
                source="visitedOn"
                label="Date visited"
                required
                check={(day) => checkVisitedOn(day, today()) ?? undefined}
              />
              {!visit && (
                <VisitKindInput
                  source="kind"
                  label="Kind"
                  helperText={false}
                  validate={required()}
                />
              )}
            </Box>
            <TextInput
              source="metWith"
              label="Who you met"
              validate={upTo(500)}
              helperText="Such as: head teacher and music lead"
            />
            <TextInput
              source="summary"
              label="What you found"
              multiline
              minRows={5}
              validate={writtenUpTo(20_000, 'Please write a few words about what you found.')}
              helperText="What goes well, what the school needs, what was agreed"
            />
            <ActionInputs />
          </CardContent>
        </Card>
        <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
          <SubmitButton words="Log the visit" busyWords="Logging…" />
          <Button component={RouterLink} to={schoolPath(schoolId)}>
            Leave without logging
          </Button>
        </Box>
      </Form>
    </Box>
  );
}
