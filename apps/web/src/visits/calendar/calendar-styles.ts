import type { SystemStyleObject } from '@mui/system';
import type { Theme } from '@mui/material';
import { TONES, type ToneName } from '../../layout/palette';

/** How days and entries look, by class: one rule for hundreds of elements. */
export function calendarStyles({ palette }: Theme): SystemStyleObject<Theme> {
  const tones = TONES[palette.mode];
  const dark = palette.mode === 'dark';
  const toneRules = Object.fromEntries(
    (Object.keys(tones) as ToneName[]).map((name) => [
      `& .tone-${name}`,
      {
        color: tones[name].text,
        backgroundColor: tones[name].ground,
        borderColor: tones[name].line,
      },
    ]),
  );
  const stripes = dark ? 'rgba(255,255,255,0.045)' : 'rgba(70,61,77,0.05)';
  return {
    '& .day': {
      verticalAlign: 'top',
      border: '1px solid',
      borderColor: 'divider',
      backgroundColor: 'background.paper',
      p: 0.5,
    },
    '& .day-weekend': { backgroundColor: dark ? '#19161c' : '#f3efec' },
    '& .day-holiday': {
      backgroundColor: dark ? '#2b2430' : '#f0eaf2',
      backgroundImage: `repeating-linear-gradient(135deg, ${stripes} 0 6px, transparent 6px 12px)`,
    },
    '& .day-bank_holiday': {
      backgroundColor: dark ? '#38291a' : '#fbefe1',
      backgroundImage: `repeating-linear-gradient(45deg, ${stripes} 0 6px, transparent 6px 12px)`,
    },
    '& .day-outside .day-date': { opacity: 1, fontWeight: 400, color: 'text.secondary' },
    '& .day-over': { outline: '3px solid', outlineColor: palette.primary.main, outlineOffset: -3 },
    '& .day-head': {
      display: 'flex',
      alignItems: 'baseline',
      flexWrap: 'wrap',
      columnGap: 0.75,
      mb: 0.5,
      minHeight: 24,
    },
    '& .day-date': { fontWeight: 650, fontSize: '0.875rem' },
    '& .day-today .day-date': {
      backgroundColor: 'primary.main',
      color: 'primary.contrastText',
      borderRadius: 99,
      px: 1,
    },
    '& .day-words': { fontSize: '0.75rem', color: 'text.primary', overflowWrap: 'anywhere' },
    '& .entries': {
      listStyle: 'none',
      m: 0,
      p: 0,
      display: 'grid',
      gap: '3px',
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    '& .entry': {
      display: 'block',
      width: '100%',
      minHeight: 24,
      font: 'inherit',
      fontSize: '0.8125rem',
      lineHeight: 1.35,
      textAlign: 'left',
      border: '1px solid',
      borderRadius: '6px',
      px: '5px',
      py: '2px',
      cursor: 'pointer',
      overflow: 'hidden',
    },
    '& .entry[draggable=true]': { cursor: 'grab' },
    '& .entry:focus-visible, & .day-more:focus-visible, & .day-add:focus-visible': {
      outline: '3px solid',
      outlineColor: dark ? '#f0bd6c' : '#8a3d8f',
      outlineOffset: 1,
    },
    '& .entry-line': { display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0 },
    '& .entry-time': { fontWeight: 650, flexShrink: 0 },
    '& .entry-name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .entry-more': { display: 'block', fontSize: '0.75rem' },
    // Two lines of a narrow column tell schools apart; one shows little more than the time.
    '& .month .entry-line': {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
      overflow: 'hidden',
    },
    '& .month .entry-line > *': { mr: '4px' },
    '& .month .entry-line > svg': { verticalAlign: '-2px' },
    '& .month .entry-name': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
    '& .is-cancelled .entry-name, & .is-not_held .entry-name': { textDecoration: 'line-through' },
    '& .is-proposed': { borderStyle: 'dashed' },
    '& .week .entry-name': {
      flexBasis: '100%',
      fontWeight: 650,
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
    },
    '& .week .entry-line': { flexWrap: 'wrap' },
    // The way to plan a visit shows when its day is pointed at or reached by the keyboard.
    '& .day-add': {
      font: 'inherit',
      fontWeight: 650,
      lineHeight: 1,
      width: 24,
      height: 24,
      ml: 'auto',
      color: 'primary.main',
      background: 'none',
      border: 0,
      borderRadius: 1,
      cursor: 'pointer',
      opacity: 0,
    },
    '& .day:hover .day-add, & .day-add:focus-visible': { opacity: 1 },
    '@media (hover: none)': { '& .day-add': { opacity: 1 } },
    '& .day-more': {
      font: 'inherit',
      fontSize: '0.8125rem',
      fontWeight: 650,
      minHeight: 24,
      mt: '3px',
      px: '5px',
      color: 'primary.main',
      background: 'none',
      border: 0,
      borderRadius: '6px',
      cursor: 'pointer',
      textDecoration: 'underline',
    },
    ...toneRules,
  };
}
