// Writes .br and .gz beside each file of the build that they make smaller, for the API to serve as they lie.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const FOLDER = new URL('dist', import.meta.url).pathname;
const TEXT = /\.(html|js|css|svg|webmanifest)$/;
const LEAST_BYTES = 1024;

const inBrotli = (file) =>
  promisify(brotliCompress)(file, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: file.length,
    },
  });
const inGzip = (file) => promisify(gzip)(file, { level: constants.Z_BEST_COMPRESSION });

const names = await readdir(FOLDER, { recursive: true });
for (const name of names.filter((one) => TEXT.test(one))) {
  const path = join(FOLDER, name);
  const file = await readFile(path);
  if (file.length < LEAST_BYTES) continue;
  const [br, gz] = await Promise.all([inBrotli(file), inGzip(file)]);
  if (br.length < file.length) await writeFile(`${path}.br`, br);
  if (gz.length < file.length) await writeFile(`${path}.gz`, gz);
}
