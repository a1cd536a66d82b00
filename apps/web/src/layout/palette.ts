import type { PaletteMode } from '@mui/material';

/** Colours of a chip or a note; every pair has a contrast of at least 7 to 1. */
export interface Tone {
  text: string;
  ground: string;
  line: string;
}

export type ToneName = 'urgent' | 'late' | 'soon' | 'fine' | 'booked' | 'quiet';

/** Tones by what they say, never by their hue; the words beside them carry the meaning. */
export const TONES: Record<PaletteMode, Record<ToneName, Tone>> = {
  light: {
    urgent: { text: '#7d1128', ground: '#fae4e8', line: '#e5b5bf' },
    late: { text: '#7a3300', ground: '#fdeadc', line: '#ebc5a6' },
    soon: { text: '#5c4700', ground: '#fbf1cf', line: '#e2d08f' },
    fine: { text: '#17522f', ground: '#e0f1e6', line: '#acd3ba' },
    booked: { text: '#17456e', ground: '#e1ecf7', line: '#b0cce7' },
    quiet: { text: '#463d4d', ground: '#efebf1', line: '#d3cad9' },
  },
  dark: {
    urgent: { text: '#ffc7d1', ground: '#47151f', line: '#7d3342' },
    late: { text: '#ffd2b3', ground: '#45250f', line: '#7c4a24' },
    soon: { text: '#f6df92', ground: '#3b320b', line: '#6e5f20' },
    fine: { text: '#b9e6c8', ground: '#143723', line: '#2f6b48' },
    booked: { text: '#c2ddf8', ground: '#163049', line: '#345d84' },
    quiet: { text: '#dbd2e2', ground: '#332c39', line: '#574c60' },
  },
};
