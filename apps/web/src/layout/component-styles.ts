import type { PaletteMode, PopperPlacementType, Theme } from '@mui/material';
import type { RaThemeOptions } from 'react-admin';

type Styles = NonNullable<RaThemeOptions['components']>;

/** The ring of what has the focus, seen on every ground. */
const RING: Record<PaletteMode, string> = { light: '#8a3d8f', dark: '#f0bd6c' };

interface Placed {
  placement: PopperPlacementType;
}

const ABOVE_NOT_BELOW: Partial<Record<PopperPlacementType, PopperPlacementType>> = {
  ...{ bottom: 'top', 'bottom-start': 'top-start', 'bottom-end': 'top-end' },
};

/**
 * A hint stands above what it is of, if there is room: below a heading of a table, where react-admin
 * wants it, it would cover the first row.
 */
const ABOVE = {
  ...{ name: 'above', enabled: true, phase: 'beforeRead' },
  fn({ state }: { state: Placed & { options: Placed } }) {
    const { placement } = state.options;
    state.placement = state.options.placement = ABOVE_NOT_BELOW[placement] ?? placement;
  },
};

const CHOICES = { role: 'region', 'aria-label': 'Choices' };

export function componentStyles(mode: PaletteMode): Styles {
  const ring = { outline: `3px solid ${RING[mode]}`, outlineOffset: 2 };
  const ringInside = { ...ring, outlineOffset: -3 };
  return {
    MuiCssBaseline: {
      styleOverrides: {
        // What has the focus is never hidden behind the header.
        html: {
          scrollPaddingTop: 'calc(4.5rem + var(--signal-bar, 0px))',
          scrollPaddingBottom: 24,
        },
        body: { fontVariantNumeric: 'tabular-nums' },
        // A field to search in has a cross of ours.
        'input[type="search"]::-webkit-search-cancel-button': { display: 'none' },
        'a:focus-visible, summary:focus-visible, [tabindex]:focus-visible': ring,
        // These take the focus to be read out and are not operable; as specific as the rule above.
        'h1[tabindex]:focus-visible, main[tabindex]:focus-visible, [role="dialog"][tabindex]:focus-visible':
          { outline: 'none' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': ring, '&:focus-visible': ring } },
    },
    // What opens stands at the end of the page, outside its landmarks, so it is one of its own.
    MuiPopover: { defaultProps: { slotProps: { root: CHOICES } } },
    MuiMenu: { defaultProps: { slotProps: { root: CHOICES } } },
    MuiAutocomplete: { defaultProps: { slotProps: { popper: CHOICES } } },
    MuiMenuItem: {
      styleOverrides: {
        root: { minHeight: 40, '&.Mui-focusVisible': ringInside, '&:focus-visible': ringInside },
      },
    },
    MuiListItemButton: {
      styleOverrides: { root: { '&.Mui-focusVisible': ringInside } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: { root: { minHeight: 36, whiteSpace: 'nowrap' } },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: {
      defaultProps: { variant: 'outlined' },
    },
    MuiTextField: {
      defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
    },
    MuiFormControl: {
      defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
    },
    MuiInputLabel: {
      defaultProps: { variant: 'outlined' },
      // Half of it above the frame, however large somebody reads.
      styleOverrides: { shrink: { transform: 'translate(14px, -0.5625rem) scale(0.75)' } },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        inputSizeSmall: { paddingBlock: '0.53125rem' },
        notchedOutline: ({ theme }: { theme: Theme }) => ({
          // The line of an input has to reach 3 to 1 against what lies beside it.
          borderColor: theme.palette.mode === 'light' ? '#8d8393' : '#85798d',
        }),
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 2, fontSize: '0.8125rem' } } },
    MuiTableCell: {
      styleOverrides: {
        root: ({ theme }: { theme: Theme }) => ({ borderBottomColor: theme.palette.divider }),
        head: ({ theme }: { theme: Theme }) => ({
          fontWeight: 650,
          fontSize: '0.8125rem',
          color: theme.palette.text.secondary,
          whiteSpace: 'nowrap',
          lineHeight: 1.3,
        }),
        '&.MuiTableCell-paddingCheckbox': { padding: '0 4px' },
      },
    },
    MuiTableSortLabel: { styleOverrides: { root: { minHeight: 24 } } },
    MuiTooltip: {
      styleOverrides: { tooltip: { fontSize: '0.8125rem' } },
      defaultProps: { slotProps: { popper: { popperOptions: { modifiers: [ABOVE] } } } },
    },
    MuiLink: {
      styleOverrides: {
        root: {
          textUnderlineOffset: '0.18em',
          // A link that stands by itself in a row or a card: no lower than 24 px.
          'td > &, li > &, li > div > &': { display: 'inline-block', paddingBlock: 2 },
        },
      },
    },
    // As high as its words, however large somebody reads.
    MuiChip: { styleOverrides: { sizeSmall: { height: 'auto', minHeight: 24 } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.1875rem', fontWeight: 700 } } },
    MuiAlert: {
      styleOverrides: {
        root: { flexWrap: 'wrap' },
        message: { flex: '1 1 11rem', overflowWrap: 'anywhere' },
        // Below the words where there is no room beside them, and in line with these.
        action: { alignItems: 'center', paddingTop: 0, paddingLeft: 16, margin: 0 },
      },
    },
    RaNotification: {
      styleOverrides: {
        // White on the usual orange is too faint to read.
        root: { '& .RaNotification-warning': { backgroundColor: '#8a3c00', color: '#fff' } },
      },
    },
    RaDatagrid: { defaultProps: { bulkActionButtons: false } },
  };
}
