/** A file that cannot be read any further. Its message is a sentence for the person who sent it. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}
