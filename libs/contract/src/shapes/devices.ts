import { instant, integer, note, orNull, shape, text, type TypeOf, uuid } from './shape';
import { ID } from './records';

export const HEARD_DEVICE = shape(
  'HeardDevice',
  'A device that had logs on it which were not on the tracker when it was last heard.',
  {
    id: uuid(ID.session),
    userId: uuid(ID.head),
    userName: text('Ash Rook'),
    label: text('Chrome on Android'),
    waiting: note('Finished, and on their way.', integer(2)),
    attention: note('Finished, and not taken by the tracker.', integer(0)),
    drafts: note('Begun and not finished.', integer(1)),
    oldestFinishedAt: note(
      'When the oldest one that is finished was.',
      orNull(instant('2024-11-18T15:40:00.000Z')),
    ),
    heardAt: instant('2024-11-20T07:30:00.000Z'),
  },
);
/**
 * `GET /api/devices`: devices that had logs on them when they were last heard. A device without a signal
 * says nothing, so there may be more than this.
 */
export type HeardDevice = TypeOf<typeof HEARD_DEVICE>;
