import { Fragment } from 'react';
import Alert from '@mui/material/Alert';
import { MOST_MISSING_NAMED } from '@tracker/domain';

/** Says which characters a PDF cannot show; nothing where it shows them all. */
export function MissingInPdf({ characters }: { characters: readonly string[] }) {
  if (characters.length === 0) return null;
  const named = characters.slice(0, MOST_MISSING_NAMED);
  const isOne = characters.length === 1;
  return (
    <Alert severity="warning" sx={{ my: 1, maxWidth: 720, overflowWrap: 'anywhere' }}>
      {isOne ? 'The PDF cannot show this character: ' : 'The PDF cannot show some characters: '}
      {named.map((character, index) => (
        <Fragment key={character}>
          {index > 0 && ' '}
          {/* Kept apart: letters of Arabic would join, and run from right to left. */}
          <bdi>{character}</bdi>
        </Fragment>
      ))}
      {characters.length > named.length && ' and others'}
      {`. It has □ ${isOne ? 'in its place' : 'in their place'}. The Word file shows ${isOne ? 'it' : 'them'}.`}
    </Alert>
  );
}
