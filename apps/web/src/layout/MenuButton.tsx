import { useId, useState, type ReactNode } from 'react';
import IconButton, { type IconButtonProps } from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import Tooltip from '@mui/material/Tooltip';

interface MenuButtonProps extends Omit<IconButtonProps, 'children'> {
  label: string;
  icon: ReactNode;
  /** The items; call `close` when one is chosen. */
  children: (close: () => void) => ReactNode;
}

/** A button with a picture that opens a menu; named for those who do not see it. */
export function MenuButton({ label, icon, children, ...rest }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const close = () => setAnchor(null);
  return (
    <>
      {/* Of a small one below others it would cover the next. */}
      <Tooltip title={label} placement={rest.size === 'small' ? 'left' : 'bottom'}>
        <IconButton
          {...rest}
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor ? id : undefined}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {icon}
        </IconButton>
      </Tooltip>
      <Menu
        id={id}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ list: { 'aria-label': label } }}
      >
        {children(close)}
      </Menu>
    </>
  );
}
