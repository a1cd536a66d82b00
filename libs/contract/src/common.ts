/** What a change was made from: status 409 when the record has another version by now. */
export interface RecordVersion {
  version: number;
}

/** As `RecordVersion`; left out, it is done whatever the record says now. */
export interface VersionIfSeen {
  version?: number;
}

/** At most this many rows a page. */
export const MAX_PAGE = 1000;
