import { useEffect, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import AddIcon from '@mui/icons-material/Add';
import { DayField } from '../fields/DayField';
import { ACTION_PRIORITY_WORDS, choicesOf } from '../fields/words';
import type { ActionTyped } from '../on-device/device-log';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { PlainChoice, Text } from '../fields/plain-inputs';
import { replaced, without } from '../fields/list-edits';
import { type StepProps } from './step-props';

/** What is to be done, whose it is and until when; as many as there were. */
export function ActionsStep({ typed, change, scene, errors }: StepProps) {
  const user = useSignedInUser();
  const list = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added === 0) return;
    const titles = list.current?.querySelectorAll<HTMLElement>('[name$=".title"]');
    titles?.[titles.length - 1]?.focus();
  }, [added]);
  const { actions } = typed;
  const { openActions } = scene.place;
  const add = () => {
    const action: ActionTyped = {
      ...{ title: '', detail: '', dueOn: '', priority: 'normal', ownerId: user?.id ?? '' },
    };
    change({ actions: [...actions, action] });
    setAdded((before) => before + 1);
  };
  return (
    <Box ref={list}>
      {openActions.length > 0 && (
        <Typography variant="body2" sx={{ mb: 1 }}>
          Still open from before: {openActions.map(({ title }) => title).join('; ')}.
        </Typography>
      )}
      {actions.length === 0 && (
        <Typography sx={{ color: 'text.secondary', my: 1 }}>
          Nothing yet. Add an action for everything somebody promised.
        </Typography>
      )}
      {actions.map((action, i) => (
        <Box
          key={i}
          role="group"
          aria-label={`Action ${i + 1}`}
          sx={{ borderTop: i > 0 ? 1 : 0, borderColor: 'divider', py: 1.5 }}
        >
          <Text
            name={`actions.${i}.title`}
            label="What is to be done"
            required
            value={action.title}
            onChange={(title) => change({ actions: replaced(actions, i, { title }) })}
            error={errors[`actions.${i}.title`]}
          />
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { sm: '1.2fr 1.2fr 0.8fr' },
              columnGap: 1.5,
            }}
          >
            <PlainChoice
              name={`actions.${i}.ownerId`}
              label="Owner"
              value={action.ownerId}
              nothing="Mine"
              choices={scene.staff}
              onChange={(ownerId) => change({ actions: replaced(actions, i, { ownerId }) })}
              error={errors[`actions.${i}.ownerId`]}
            />
            <DayField
              id={`actions-${i}-dueOn`}
              name={`actions.${i}.dueOn`}
              label="Due"
              fullWidth
              size="medium"
              value={action.dueOn}
              onChange={(dueOn) => change({ actions: replaced(actions, i, { dueOn }) })}
              error={Boolean(errors[`actions.${i}.dueOn`])}
              helperText={errors[`actions.${i}.dueOn`] ?? (action.dueOn ? '' : 'Optional')}
            />
            <PlainChoice
              name={`actions.${i}.priority`}
              label="Priority"
              value={action.priority}
              choices={choicesOf(ACTION_PRIORITY_WORDS)}
              onChange={(priority) =>
                change({
                  actions: replaced(actions, i, {
                    priority: priority as ActionTyped['priority'],
                  }),
                })
              }
            />
          </Box>
          <Button color="error" onClick={() => change({ actions: without(actions, i) })}>
            Remove action {i + 1}
          </Button>
        </Box>
      ))}
      <Button startIcon={<AddIcon />} size="large" onClick={add}>
        Add an action
      </Button>
    </Box>
  );
}
