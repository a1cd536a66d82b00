import { useState } from 'react';
import { TextInput, useNotify, useRefresh } from 'react-admin';
import { LIMITS, addDays, formatDay } from '@tracker/domain';
import type { NewQueueHold } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { keyByBody } from '../providers/idempotency';
import { today } from '../providers/today';
import { writtenUpTo } from '../fields/written';
import { call } from '../providers/call';

interface HoldDialogProps {
  kind: NewQueueHold['kind'];
  school: { id: string; name: string };
  onClose: () => void;
}

const WORDS = {
  pin: {
    title: (name: string) => `Pin ${name} to the top`,
    consequence:
      'The school stands at the top of the queue until the end of the day you choose. Everybody sees your name and the reason.',
    submit: 'Pin to the top',
    done: 'Pinned to the top',
  },
  snooze: {
    title: (name: string) => `Snooze ${name}`,
    consequence:
      'The school stands at the end of the queue until the end of the day you choose, then takes its place again. Everybody sees your name and the reason.',
    submit: 'Snooze',
    done: 'Snoozed',
  },
};

const FOUR_WEEKS = 28;

/** Pins or snoozes a school, always with a reason and a last day. */
export default function HoldDialog({ kind, school, onClose }: HoldDialogProps) {
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const words = WORDS[kind];
  const hold = async ({ reason, untilOn }: NewQueueHold) => {
    const wish = { kind, reason, untilOn };
    await call('POST /api/priority-queue/{schoolId}/hold', {
      schoolId: school.id,
      body: wish,
      idempotencyKey: keyOf(wish),
    });
    notify(`${school.name}: ${words.done.toLowerCase()} until ${formatDay(untilOn)}.`);
    refresh();
  };
  return (
    <FormDialog<NewQueueHold>
      title={words.title(school.name)}
      consequence={words.consequence}
      submitWords={words.submit}
      defaultValues={{ reason: '', untilOn: addDays(today(), FOUR_WEEKS) }}
      onSubmit={hold}
      onClose={onClose}
    >
      <TextInput
        source="reason"
        label="Reason"
        multiline
        minRows={2}
        validate={writtenUpTo(LIMITS.hold.reason, 'Please give the reason.')}
        helperText="Such as: the head teacher is away until January"
        autoFocus
      />
      <DayInput
        source="untilOn"
        label="Until the end of"
        required
        check={(day) => (day < today() ? 'This day has passed. Choose today or later.' : undefined)}
      />
    </FormDialog>
  );
}
