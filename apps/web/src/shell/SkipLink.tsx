import Button from '@mui/material/Button';

/** The first thing the Tab key reaches. A button, because the address after `#` is the route. */
export function SkipLink({ targetId }: { targetId: string }) {
  const skip = () => document.getElementById(targetId)?.focus();
  return (
    <Button
      variant="contained"
      onClick={skip}
      sx={{
        position: 'fixed',
        left: 16,
        top: -80,
        zIndex: 'tooltip',
        '&:focus': { top: 8 },
      }}
    >
      Skip to the content
    </Button>
  );
}
