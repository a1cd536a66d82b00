import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useDeviceSpace } from './device-space';

/** Whether what is kept here stays until it is sent, and whether there is room for more. */
export function SpaceNote() {
  const space = useDeviceSpace();
  if (!space) return null;
  const { isKept, fewLeft } = space;
  return (
    <>
      {isKept && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          This browser keeps your logs until they are sent, even when the device runs short of
          space.
        </Typography>
      )}
      {!isKept && (
        <Alert severity="info" sx={{ mb: 2 }}>
          This browser does not promise to keep your logs. It may delete them when the device runs
          short of space, or when you have not opened the tracker for a week. Open the tracker with
          a signal on the day you write a log. Adding the tracker to the home screen or to your
          bookmarks makes the browser more likely to keep them.
        </Alert>
      )}
      {fewLeft !== null && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          Only {fewLeft} MB of space are left for the tracker on this device. Make room before your
          next visit, or logs may not be kept.
        </Alert>
      )}
    </>
  );
}
