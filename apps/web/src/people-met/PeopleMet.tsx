import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import AddIcon from '@mui/icons-material/Add';
import { type Contact, CONTACT_ROLES, type ContactRole } from '@tracker/contract';
import { CONTACT_ROLE_WORDS } from '../fields/words';
import type { PersonTyped } from '../on-device/device-log';
import type { LogErrors } from './check-people';
import { PlainChoice, Text, Ticks } from '../fields/plain-inputs';
import { replaced, without } from '../fields/list-edits';

const nobody = (): PersonTyped => ({
  ...{ contactId: '', name: '', role: 'other', email: '', telephone: '' },
});

interface PeopleMetProps {
  people: readonly PersonTyped[];
  onChange: (people: PersonTyped[]) => void;
  /** Of the school. */
  contacts: readonly Pick<Contact, 'id' | 'name' | 'role'>[];
  /** By path: `peopleMet.0.name`. */
  errors: LogErrors;
}

/** Whom one met: contacts of the school to tick, and new ones on the way. */
export function PeopleMet({ people, onChange, contacts, errors }: PeopleMetProps) {
  const known = people.filter(({ contactId }) => contactId);
  const setKnown = (ids: string[]) => {
    const added = ids.filter((id) => !known.some(({ contactId }) => contactId === id));
    const kept = people.filter(({ contactId }) => !contactId || ids.includes(contactId));
    const names = new Map(contacts.map(({ id, name, role }) => [id, { name, role }]));
    onChange([...added.map((id) => ({ ...nobody(), ...names.get(id), contactId: id })), ...kept]);
  };
  const removed = known.filter(({ contactId }) => !contacts.some(({ id }) => id === contactId));
  const choices = [
    ...contacts.map(({ id, name, role }) => ({ id, name: `${name}, ${roleWords(role)}` })),
    ...removed.map(({ contactId, name }) => ({ id: contactId, name: `${name}, removed since` })),
  ];
  const knownError = Object.entries(errors).find(([field]) => field.endsWith('.contactId'))?.[1];
  return (
    <>
      {choices.length > 0 && (
        <Ticks
          legend="People you met"
          name="peopleMet.contact"
          choices={choices}
          chosen={known.map(({ contactId }) => contactId)}
          onChange={setKnown}
          error={knownError}
        />
      )}
      {people.map((person, i) =>
        person.contactId ? null : (
          <NewPerson
            key={i}
            path={`peopleMet.${i}`}
            person={person}
            errors={errors}
            onChange={(what) => onChange(replaced(people, i, what))}
            onRemove={() => onChange(without(people, i))}
          />
        ),
      )}
      <Button
        startIcon={<AddIcon />}
        size="large"
        onClick={() => onChange([...people, nobody()])}
        sx={{ my: 1 }}
      >
        {contacts.length > 0 ? 'Add someone else' : 'Add somebody you met'}
      </Button>
    </>
  );
}

const roleWords = (role: ContactRole) =>
  role === 'other' ? 'other' : CONTACT_ROLE_WORDS[role].toLowerCase();

interface NewPersonProps {
  path: string;
  person: PersonTyped;
  errors: LogErrors;
  onChange: (what: Partial<PersonTyped>) => void;
  onRemove: () => void;
}

function NewPerson({ path, person, errors, onChange, onRemove }: NewPersonProps) {
  const who = person.name.trim() || 'this person';
  return (
    <Box
      role="group"
      aria-label={`New contact ${person.name}`.trim()}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5, mt: 1 }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        Becomes a contact of the school.
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2 }}>
        <Text
          name={`${path}.name`}
          label="Name"
          required
          value={person.name}
          onChange={(name) => onChange({ name })}
          error={errors[`${path}.name`] ?? errors[path]}
        />
        <PlainChoice
          name={`${path}.role`}
          label="Role at the school"
          value={person.role}
          choices={CONTACT_ROLES.map((id) => ({ id, name: CONTACT_ROLE_WORDS[id] }))}
          onChange={(role) => onChange({ role: role as ContactRole })}
          error={errors[`${path}.role`]}
        />
        <Text
          name={`${path}.email`}
          label="Email"
          type="email"
          value={person.email}
          onChange={(email) => onChange({ email })}
          error={errors[`${path}.email`]}
          helperText="Optional"
        />
        <Text
          name={`${path}.telephone`}
          label="Telephone"
          type="tel"
          value={person.telephone}
          onChange={(telephone) => onChange({ telephone })}
          error={errors[`${path}.telephone`]}
          helperText="Optional"
        />
      </Box>
      <Button color="error" onClick={onRemove}>
        Remove {who}
      </Button>
    </Box>
  );
}
