import { useFormContext, useFormState } from 'react-hook-form';
import Button, { type ButtonProps } from '@mui/material/Button';

interface SubmitButtonProps extends ButtonProps {
  words: string;
  /** While it is being sent: `Saving…`. */
  busyWords?: string;
}

/** Sends the form once; a second press while it is under way does nothing. */
export function SubmitButton({ words, busyWords = 'Saving…', ...rest }: SubmitButtonProps) {
  const { clearErrors } = useFormContext();
  const { isSubmitting } = useFormState();
  return (
    <Button
      type="submit"
      variant="contained"
      aria-disabled={isSubmitting}
      onClick={(event) => {
        if (isSubmitting) event.preventDefault();
        // What the server said of something that is no single input would stand in the way for ever.
        else clearErrors();
      }}
      {...rest}
    >
      {isSubmitting ? busyWords : words}
    </Button>
  );
}
