import { join } from 'node:path';

/** The folder that holds `package.json`; the same distance away from `src` and from `dist`. */
export const repositoryRoot = join(__dirname, '../../..');

/** Where the embedded servers and the uploads live unless TRACKER_DATA_DIR says otherwise. */
export const defaultDataDir = join(repositoryRoot, '.tracker-data');
