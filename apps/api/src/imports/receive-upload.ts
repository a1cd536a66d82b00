import {
  FileTooLarge,
  forgetFile,
  LARGEST_UPLOAD,
  type ReceivedFile,
  receiveFile,
} from '@tracker/work';
import type { FastifyRequest } from 'fastify';
import { malformed, ProblemException, unacceptableField } from '../http/problem';
import type { SentFields } from './import-fields';

/** A file that has arrived, and what was said beside it. Whoever receives it forgets the file. */
export interface Upload extends ReceivedFile {
  /** As the sender's computer calls it; only ever shown. */
  fileName: string;
  fields: SentFields;
}

/** Boundaries and fields around the largest file. */
const ENVELOPE = 1024 * 1024;
/** Characters between the parts; RFC 2046 allows 70, and quotation marks come on top. */
const LONGEST_BOUNDARY = 72;

const tooLarge = () => new ProblemException(413, new FileTooLarge().message);

/**
 * Takes a multipart request with one `file`, streaming it to the disk.
 *
 * @throws 413 over the limit; 415 for another kind of body; 400 when it was cut or cannot be read;
 *   422 without a file. Nothing is left behind then.
 */
export async function receiveUpload(request: FastifyRequest, dataDir: string): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new ProblemException(415, 'Send the file as multipart/form-data.');
  }
  const boundary = /boundary=([^;]*)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? '';
  if (boundary.length > LONGEST_BOUNDARY) {
    throw malformed('The boundary of the upload is too long.');
  }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_UPLOAD + ENVELOPE) throw tooLarge();
  const fields = new Map<string, string[]>();
  let file: Omit<Upload, 'fields'> | undefined;
  try {
    // The size is watched while storing, which reads to the end, so that the answer is heard.
    const limits = { fileSize: Number.MAX_SAFE_INTEGER, files: 1, fields: 50, fieldSize: 100_000 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        // A part that calls itself JSON has been parsed already.
        const value = typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), value]);
      } else if (part.fieldname === 'file') {
        file = { ...(await receiveFile(part.file, dataDir)), fileName: part.filename };
      } else part.file.resume();
    }
  } catch (error) {
    if (file) await forgetFile(file.path);
    throw asProblem(error);
  }
  if (!file) throw unacceptableField('file', 'Choose a file to import.');
  return { ...file, fields };
}

function asProblem(error: unknown): unknown {
  if (error instanceof FileTooLarge) return tooLarge();
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'FST_FILES_LIMIT') return unacceptableField('file', 'Send one file at a time.');
  if (typeof code === 'string' && /^(ENOSPC|EACCES|EROFS|EDQUOT)$/.test(code)) return error;
  const cut = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
  const unreadable = /multipart|boundary|aborted|premature|unexpected end/i.test(String(message));
  if (cut || unreadable || (typeof code === 'string' && code.startsWith('FST_'))) {
    return malformed(
      'The upload was cut short or cannot be read. Nothing was imported; please try again.',
    );
  }
  return error;
}
