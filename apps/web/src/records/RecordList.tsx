import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import { mayCall, type RecordBase, type Resource } from '@tracker/contract';
import { CardList } from '../fields/CardList';
import { ListFrame } from '../fields/ListFrame';
import { Empty } from '../layout/Empty';
import { PageHeading } from '../layout/PageHeading';
import type { OrderOf } from '../providers/list-order';
import { useSignedInUser } from '../providers/use-signed-in-user';
import type { RecordWords } from './record-words';

type Ordered = { [Name in Resource]: { resource: Name; sort: OrderOf<Name> } }[Resource];

type RecordListProps<R> = RecordWords &
  Ordered & {
    title: string;
    /** Below the title: the list's first answer in words. */
    summary?: ReactNode;
    /** What one of them is, for whoever has none yet. */
    about: string;
    /** What is said of one, beside the button that changes it. */
    row: (record: R) => ReactNode;
  };

/** Records that are few, one below the other, each with a way to change it for whoever may. */
export function RecordList<R extends RecordBase & { name: string }>(props: RecordListProps<R>) {
  const { resource, one, title, summary, about, row } = props;
  const user = useSignedInUser();
  const may = (route: `POST /api/${Resource}` | `PUT /api/${Resource}/{id}`) =>
    user !== undefined && mayCall(user, route);
  const addButton = may(`POST /api/${resource}`) && (
    <Button variant="contained" component={RouterLink} to={`/${resource}/create`}>
      Add a {one}
    </Button>
  );
  const none = `There are no ${one}s yet.`;
  return (
    <Box sx={{ maxWidth: 900 }}>
      <ListFrame<R>
        {...({ resource, sort: props.sort } as Ordered)}
        counted={{ one }}
        title={title}
        primary={addButton}
        perPage={100}
        summary={summary}
        empty={
          <>
            <PageHeading title={title} actions={addButton}>
              {summary}
            </PageHeading>
            <Empty title={none}>{about}</Empty>
          </>
        }
      >
        <CardList<R>
          none={none}
          card={(record) => (
            <Box
              sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, flexWrap: 'wrap' }}
            >
              <Box sx={{ flex: '1 1 18rem' }}>{row(record)}</Box>
              {may(`PUT /api/${resource}/{id}`) && (
                <Button
                  component={RouterLink}
                  to={`/${resource}/${encodeURIComponent(record.id)}`}
                  aria-label={`Change ${record.name}`}
                  sx={{ alignSelf: 'start' }}
                >
                  Change
                </Button>
              )}
            </Box>
          )}
        />
      </ListFrame>
    </Box>
  );
}
