import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { DayField } from '../fields/DayField';
import type { LogTyped } from '../on-device/device-log';
import { PlainChoice, Text } from '../fields/plain-inputs';
import type { StepProps } from './step-props';

/** Whether another visit was agreed. */
export function NextStep({ typed, change, scene, errors }: StepProps) {
  const { followUp } = typed;
  const set = (what: Partial<LogTyped['followUp']>) =>
    change({ followUp: { ...followUp, ...what } });
  return (
    <>
      <FormControlLabel
        sx={{ minHeight: 44 }}
        label="A follow-up visit is wanted"
        control={
          <Checkbox
            name="followUpVisit"
            checked={followUp.wanted}
            onChange={(_, wanted) => set({ wanted })}
          />
        }
      />
      {errors.followUpVisit && <Typography color="error">{errors.followUpVisit}</Typography>}
      {followUp.wanted && (
        <Box sx={{ mt: 1 }}>
          <Text
            name="followUpVisit.reason"
            label="What is it for?"
            required
            multiline
            minRows={2}
            value={followUp.reason}
            onChange={(reason) => set({ reason })}
            error={errors['followUpVisit.reason']}
          />
          <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2 }}>
            <DayField
              id="followUpVisit-scheduledOn"
              name="followUpVisit.scheduledOn"
              label="Day"
              fullWidth
              size="medium"
              value={followUp.scheduledOn}
              onChange={(scheduledOn) => set({ scheduledOn })}
              error={Boolean(errors['followUpVisit.scheduledOn'])}
              helperText={
                errors['followUpVisit.scheduledOn'] ??
                (followUp.scheduledOn ? '' : 'Left open, the visit is proposed')
              }
            />
            <Text
              name="followUpVisit.startTime"
              label="Time"
              type="time"
              value={followUp.startTime}
              onChange={(startTime) => set({ startTime })}
              error={errors['followUpVisit.startTime']}
              helperText="Optional"
              slotProps={{ inputLabel: { shrink: true } }}
            />
          </Box>
          <PlainChoice
            name="followUpVisit.visitorId"
            label="Visitor"
            nothing="Myself"
            value={followUp.visitorId}
            choices={scene.staff}
            onChange={(visitorId) => set({ visitorId })}
            error={errors['followUpVisit.visitorId']}
          />
        </Box>
      )}
    </>
  );
}
