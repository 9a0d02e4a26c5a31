/** Reads a stream of chunks by counts of bytes. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #endsEarly: () => Error;
  #pending: Buffer | null = null;

  /** `endsEarly` makes the error for a stream that ends before what was asked for. */
  constructor(chunks: AsyncIterable<Uint8Array>, endsEarly: () => Error) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#endsEarly = endsEarly;
  }

  /** The next chunk as it came, never empty; null at the end. */
  async next(): Promise<Buffer | null> {
    const pending = this.#pending;
    if (pending !== null) {
      this.#pending = null;
      return pending;
    }
    for (;;) {
      const result = await this.#chunks.next();
      if (result.done === true) return null;
      const { buffer, byteOffset, length } = result.value;
      if (length > 0) return Buffer.from(buffer, byteOffset, length);
    }
  }

  /** Puts back what was not needed of the chunk that `next` gave last. */
  giveBack(bytes: Buffer): void {
    if (bytes.length > 0) this.#pending = bytes;
  }

  /** Exactly so many bytes. */
  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.exactly(count)) pieces.push(piece);
    return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  }

  /** Exactly so many bytes, piece by piece. */
  async *exactly(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      const chunk = await this.next();
      if (chunk === null) throw this.#endsEarly();
      const piece = chunk.subarray(0, left);
      this.giveBack(chunk.subarray(piece.length));
      left -= piece.length;
      yield piece;
    }
  }
}
