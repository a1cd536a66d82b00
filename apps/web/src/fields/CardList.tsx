import type { ReactNode } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import Box from '@mui/material/Box';
import { Empty } from '../layout/Empty';
import { Waiting } from '../layout/Waiting';

interface CardListProps<T> {
  card: (record: T) => ReactNode;
  /** When no record matches: a sentence. */
  none: string;
}

/** A list as a phone shows it: one card below the other instead of a squeezed table. */
export function CardList<T extends RaRecord>({ card, none }: CardListProps<T>) {
  const { data, isPending } = useListContext<T>();
  if (isPending) return <Waiting />;
  if (!data?.length) return <Empty title={none} />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((record) => (
        <Box
          component="li"
          key={record.id}
          sx={{
            p: 1.5,
            borderBottom: 1,
            borderColor: 'divider',
            '&:last-child': { borderBottom: 0 },
          }}
        >
          {card(record)}
        </Box>
      ))}
    </Box>
  );
}
