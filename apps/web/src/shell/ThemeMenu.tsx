import { useStore } from 'react-admin';
import MenuItem from '@mui/material/MenuItem';
import ContrastIcon from '@mui/icons-material/Contrast';
import { MenuButton } from '../layout/MenuButton';

/** No value follows the system. The key is the one react-admin reads its theme from. */
const CHOICES = [
  { value: undefined, words: 'Like the system' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;

export function ThemeMenu() {
  const [chosen, choose] = useStore<'light' | 'dark' | undefined>('theme');
  return (
    <MenuButton label="Light or dark" icon={<ContrastIcon />}>
      {(close) =>
        CHOICES.map(({ value, words }) => (
          <MenuItem
            key={words}
            role="menuitemradio"
            aria-checked={chosen === value}
            selected={chosen === value}
            onClick={() => {
              choose(value);
              close();
            }}
          >
            {words}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}
