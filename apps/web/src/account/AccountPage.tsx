import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { reachOf } from '@tracker/contract';
import { RegionName } from '../fields/RegionName';
import { roleInWords } from '../fields/words';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { CalendarFeedSection } from '../mail/CalendarFeedSection';
import { OwnMail } from '../mail/OwnMail';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { OwnTime } from '../visitors-time/OwnTime';
import { ChangePassword } from './ChangePassword';
import { Sessions } from './Sessions';

/** What somebody does with their own account. */
export default function AccountPage() {
  const user = useSignedInUser();
  if (!user) return <Waiting words="Loading your account…" />;
  return (
    <Box sx={{ maxWidth: 720 }}>
      <PageHeading title="My account">
        <Typography sx={{ color: 'text.secondary', mt: 0.5, overflowWrap: 'anywhere' }}>
          {user.name} · {user.email} · {roleInWords(user.role)}
          {user.regionIds.map((id) => (
            <Box component="span" key={id}>
              {' '}
              · <RegionName regionId={id} />
            </Box>
          ))}
        </Typography>
      </PageHeading>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {reachOf(user, 'visitorTime') !== 'none' && <OwnTime user={user} />}
        <Sessions />
        <CalendarFeedSection />
        <OwnMail />
        <ChangePassword />
      </Box>
    </Box>
  );
}
