import { lazy, Suspense } from 'react';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import { Link as RouterLink } from 'react-router-dom';
import { roleInWords } from '../fields/words';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { useSignOut } from '../on-device/use-sign-out';
import { MenuButton } from '../layout/MenuButton';

const SignOutDialog = lazy(() => import('../on-device/SignOutDialog'));

/** Who is signed in, and the way out. */
export function PersonMenu() {
  const user = useSignedInUser();
  const { signOut, unsent, leave, stay } = useSignOut();
  return (
    <>
      <MenuButton
        label={user ? `Your account: ${user.name}` : 'Your account'}
        icon={<AccountIcon />}
      >
        {(close) => [
          user && (
            <Box key="who" component="li" role="presentation" sx={{ px: 2, py: 1 }}>
              <Typography sx={{ fontWeight: 650 }}>{user.name}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {roleInWords(user.role)}
              </Typography>
            </Box>
          ),
          <Divider key="line" component="li" />,
          <MenuItem key="account" component={RouterLink} to="/account" onClick={close}>
            My account
          </MenuItem>,
          <MenuItem
            key="out"
            onClick={() => {
              close();
              void signOut();
            }}
          >
            Sign out
          </MenuItem>,
        ]}
      </MenuButton>
      <Suspense fallback={null}>
        {unsent.length > 0 && (
          <SignOutDialog unsent={unsent} onStay={stay} onLeave={(how) => void leave(how)} />
        )}
      </Suspense>
    </>
  );
}
