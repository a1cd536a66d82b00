/** The lines of a stream, no faster than they are taken; `readline` would run far ahead. */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  for await (const piece of stream) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...pieces, piece.subarray(from, end)]).toString();
      pieces = [];
      from = end + 1;
    }
    pieces.push(piece.subarray(from));
  }
}
