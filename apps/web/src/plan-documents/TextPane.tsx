import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PlanDocumentReading } from '@tracker/contract';
import type { Passage } from '@tracker/domain';
import { APP_BAR_HEIGHT } from '../layout/app-bar-height';
import { visuallyHidden } from '../layout/hidden';
import { DocumentText } from './DocumentText';

interface TextPaneProps {
  document: Pick<PlanDocumentReading, 'blocks'>;
  /** Words of the chosen field: marked, and scrolled to. */
  passages: readonly Passage[];
  /** What they are the words of. */
  of: string | null;
}

const NONE: readonly Passage[] = [];

/** The document beside its fields; it stays in sight while these are gone through. */
export function TextPane({ document: { blocks }, passages, of }: TextPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = pane.current?.querySelector('mark');
    if (!mark || !pane.current) return;
    const [there, here] = [mark.getBoundingClientRect(), pane.current.getBoundingClientRect()];
    if (there.top >= here.top && there.bottom <= here.bottom) return;
    pane.current.scrollTop += there.top - here.top - here.height / 3;
  }, [passages]);
  return (
    <Box ref={pane} role="region" aria-label="Text of the document" tabIndex={0} sx={PANE}>
      <h2 style={visuallyHidden}>What the document says</h2>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {of === null
          ? 'Choose a field to see its words marked here.'
          : passages.length > 0
            ? `Marked: ${of}`
            : `Nothing in the text was read for: ${of}`}
      </Typography>
      <DocumentText blocks={blocks} passages={passages.length > 0 ? passages : NONE} />
    </Box>
  );
}

const PANE = {
  ...{ position: 'sticky', top: `calc(${APP_BAR_HEIGHT} + 0.5rem)`, overflow: 'auto' },
  maxHeight: `calc(100dvh - ${APP_BAR_HEIGHT} - 1rem)`,
  ...{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2, bgcolor: 'background.paper' },
} as const;
