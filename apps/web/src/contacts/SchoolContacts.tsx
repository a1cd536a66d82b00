import { lazy, Suspense, useState } from 'react';
import { useGetList } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Contact } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { Link as RouterLink } from 'react-router-dom';
import { recentlyDeletedPath } from '../recently-deleted';
import { Section } from '../layout/Section';
import { CONTACT_ROLE_WORDS } from '../fields/words';

const ContactDialog = lazy(() => import('./ContactDialog'));
const RemoveContactDialog = lazy(() => import('./RemoveContactDialog'));

type Open = { what: 'add' } | { what: 'change' | 'remove'; contact: Contact } | null;

/** Who to ask for at the school. */
export function SchoolContacts({ schoolId, mayWrite }: { schoolId: string; mayWrite: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const { data } = useGetList<Contact>('contacts', {
    filter: { schoolId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  });
  const close = () => setOpen(null);
  return (
    <Section
      title="Contacts"
      action={
        mayWrite && (
          <Button size="small" onClick={() => setOpen({ what: 'add' })}>
            Add a contact
          </Button>
        )
      }
    >
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Nobody on record yet.
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((contact) => (
          <Box
            component="li"
            key={contact.id}
            sx={{
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { borderBottom: 0 },
            }}
          >
            <Typography sx={{ fontWeight: 650 }}>{contact.name}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {CONTACT_ROLE_WORDS[contact.role]}
            </Typography>
            <Ways contact={contact} />
            {mayWrite && (
              <Box sx={{ ml: -0.75 }}>
                <Button
                  size="small"
                  aria-label={`Change ${contact.name}`}
                  onClick={() => setOpen({ what: 'change', contact })}
                >
                  Change
                </Button>
                <Button
                  size="small"
                  aria-label={`Remove ${contact.name}`}
                  onClick={() => setOpen({ what: 'remove', contact })}
                >
                  Remove
                </Button>
              </Box>
            )}
          </Box>
        ))}
      </Box>
      <Link
        component={RouterLink}
        to={recentlyDeletedPath(schoolId)}
        variant="body2"
        sx={{ display: 'inline-block', py: 0.5 }}
      >
        Recently deleted
      </Link>
      <Suspense fallback={null}>
        {open?.what === 'remove' && <RemoveContactDialog contact={open.contact} onClose={close} />}
        {(open?.what === 'add' || open?.what === 'change') && (
          <ContactDialog
            schoolId={schoolId}
            contact={open.what === 'change' ? open.contact : null}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}

function Ways({ contact: { email, telephone, mailRefusedOn } }: { contact: Contact }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      {email && (
        <Link href={`mailto:${email}`} variant="body2" sx={WAY}>
          {email}
        </Link>
      )}
      {telephone && (
        <Link href={`tel:${telephone.replace(/\s/g, '')}`} variant="body2" sx={WAY}>
          {telephone}
        </Link>
      )}
      {mailRefusedOn && (
        <Typography variant="body2" sx={{ flexBasis: '100%' }}>
          Email to this address was refused on {formatDay(mailRefusedOn)}.
        </Typography>
      )}
    </Box>
  );
}

const WAY = { display: 'inline-block', py: 0.25, overflowWrap: 'anywhere' } as const;
