import { lazy, Suspense, useState } from 'react';
import Button, { type ButtonProps } from '@mui/material/Button';
import type { SchoolToOffer } from '@tracker/contract';

const OfferDaysDialog = lazy(() => import('./OfferDaysDialog'));

interface OfferDaysButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'color'> {
  school: SchoolToOffer;
  words?: string;
  onSent?: () => void;
}

/** Offers one school two or three days by email. */
export function OfferDaysButton({ school, words, onSent, ...look }: OfferDaysButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {words ?? 'Offer days…'}
      </Button>
      <Suspense fallback={null}>
        {open && (
          <OfferDaysDialog schools={[school]} onSent={onSent} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
