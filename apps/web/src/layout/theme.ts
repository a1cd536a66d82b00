import type { PaletteMode } from '@mui/material';
import type { RaThemeOptions } from 'react-admin';
import { componentStyles } from './component-styles';

const FONTS = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const PALETTES = {
  light: {
    primary: { main: '#5b2a5e', dark: '#431c46', contrastText: '#ffffff' },
    secondary: { main: '#8a5200', contrastText: '#ffffff' },
    error: { main: '#a3132f' },
    background: { default: '#f7f4f1', paper: '#ffffff' },
    text: { primary: '#231c27', secondary: '#5c5363' },
    divider: '#e3dcd8',
  },
  dark: {
    primary: { main: '#dcb6e0', dark: '#c99fce', contrastText: '#2a132c' },
    secondary: { main: '#f0bd6c', contrastText: '#2c1c00' },
    error: { main: '#ff9fae' },
    background: { default: '#17141a', paper: '#211d25' },
    text: { primary: '#f1ecf4', secondary: '#bdb2c5' },
    divider: '#3d3544',
  },
} as const;

function theme(mode: PaletteMode): RaThemeOptions {
  return {
    palette: { mode, ...PALETTES[mode] },
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: FONTS,
      h1: { fontSize: '1.625rem', fontWeight: 700, letterSpacing: '-0.015em', lineHeight: 1.25 },
      h2: { fontSize: '1.125rem', fontWeight: 700, letterSpacing: '-0.005em', lineHeight: 1.35 },
      h3: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.4 },
      h6: { fontSize: '1.0625rem', fontWeight: 700 },
      body1: { fontSize: '0.9375rem', lineHeight: 1.55 },
      body2: { fontSize: '0.875rem', lineHeight: 1.5 },
      caption: { fontSize: '0.8125rem', lineHeight: 1.45 },
      button: { textTransform: 'none', fontWeight: 650 },
    },
    components: componentStyles(mode),
  };
}

export const lightTheme = theme('light');
export const darkTheme = theme('dark');
