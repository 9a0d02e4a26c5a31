import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { bundleErrors } from './bundle-errors.ts';
import { CHUNK_BYTES, TAG_BYTES } from './bundle-format.ts';

/**
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: each chunk is sealed by itself,
 * under a nonce of its number and whether it is the last. A chunk that is altered, moved, repeated or missing does not
 * open, neither does a stream that was cut. The key is used for one stream only, so the numbers need no random part.
 */
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const MOST_CHUNKS = 2 ** 32;

function nonceOf(index: number, isLast: boolean): Buffer {
  if (index >= MOST_CHUNKS) throw bundleErrors.EHA1262('The plan bundle has too many parts.');
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, NONCE_BYTES - 5);
  nonce.writeUInt8(isLast ? 1 : 0, NONCE_BYTES - 1);
  return nonce;
}

/** Seals what is written to it into a file, from the file's current position. `close` writes the last chunk. */
export class SealingWriter {
  readonly #file: FileHandle;
  readonly #key: Uint8Array;
  readonly #associated: Uint8Array;
  readonly #chunk = Buffer.alloc(CHUNK_BYTES);
  #filled = 0;
  #index = 0;

  /** @param associated bound to every chunk: who has another one cannot open it */
  constructor(file: FileHandle, key: Uint8Array, associated: Uint8Array) {
    this.#file = file;
    this.#key = key;
    this.#associated = associated;
  }

  async write(bytes: Uint8Array): Promise<void> {
    let rest = bytes;
    while (rest.length > 0) {
      // A full chunk is written only when more follows, since the last one is marked.
      if (this.#filled === CHUNK_BYTES) await this.#flush(false);
      const part = rest.subarray(0, CHUNK_BYTES - this.#filled);
      this.#chunk.set(part, this.#filled);
      this.#filled += part.length;
      rest = rest.subarray(part.length);
    }
  }

  async close(): Promise<void> {
    await this.#flush(true);
    this.#chunk.fill(0);
  }

  async #flush(isLast: boolean): Promise<void> {
    const cipher = createCipheriv(ALGORITHM, this.#key, nonceOf(this.#index, isLast), {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(this.#associated);
    const sealed = cipher.update(this.#chunk.subarray(0, this.#filled));
    cipher.final();
    await this.#file.writeFile(Buffer.concat([sealed, cipher.getAuthTag()]));
    this.#index += 1;
    this.#filled = 0;
  }
}

/** Bytes of a file that {@link SealingWriter} wrote, in the order they are asked for. */
export class OpeningReader {
  readonly #file: FileHandle;
  readonly #key: Uint8Array;
  readonly #associated: Uint8Array;
  readonly #end: number;
  #position: number;
  #index = 0;
  #clear: Buffer = Buffer.alloc(0);

  /** @param start first byte of the sealed part, @param end size of the file */
  constructor(file: FileHandle, key: Uint8Array, associated: Uint8Array, start: number, end: number) {
    this.#file = file;
    this.#key = key;
    this.#associated = associated;
    this.#position = start;
    this.#end = end;
  }

  /** At least one byte and at most `most`. EHA1267 when there is none or what there is was altered. */
  async read(most: number): Promise<Buffer> {
    if (this.#clear.length === 0) await this.#next();
    const part = this.#clear.subarray(0, most);
    this.#clear = this.#clear.subarray(part.length);
    return part;
  }

  async readExactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0;) {
      const part = await this.read(missing);
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Nothing may follow; the last chunk has been opened by then, and with it the end of the stream is proven. */
  finish(): void {
    if (this.#clear.length > 0 || this.#position < this.#end) throw altered('it is longer than its contents');
  }

  async #next(): Promise<void> {
    const remaining = this.#end - this.#position;
    if (remaining <= TAG_BYTES) throw altered('it is cut off');
    const sealed = Buffer.alloc(Math.min(remaining, CHUNK_BYTES + TAG_BYTES));
    const { bytesRead } = await this.#file.read(sealed, 0, sealed.length, this.#position);
    if (bytesRead !== sealed.length) throw altered('it is cut off');
    this.#position += sealed.length;
    this.#clear = this.#open(sealed, this.#position === this.#end);
    this.#index += 1;
  }

  #open(sealed: Buffer, isLast: boolean): Buffer {
    const decipher = createDecipheriv(ALGORITHM, this.#key, nonceOf(this.#index, isLast), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(this.#associated);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const clear = decipher.update(sealed.subarray(0, -TAG_BYTES));
    try {
      decipher.final();
    } catch {
      clear.fill(0);
      throw altered(`its part ${this.#index + 1} does not fit its seal`);
    }
    return clear;
  }
}

function altered(why: string): Error {
  return bundleErrors.EHA1267(`The plan bundle was altered or damaged: ${why}.`);
}
