import { type FileHandle, open } from 'node:fs/promises';

/** Bytes of a file as UTF-8, whatever encoding its byte order mark names. */
export interface ByteSource {
  /** Fills the target from its start; resolves with the number of bytes, 0 only at the end of the file. */
  read(target: Buffer): Promise<number>;
  close(): Promise<void>;
}

const PIECE_BYTES = 256 * 1024;

/**
 * Opens a file that somebody wrote with a shell: PowerShell's `>` writes UTF-16 with a byte order mark, other tools
 * put one in front of UTF-8. Without a mark the file is UTF-8.
 */
export async function openSource(file: string): Promise<ByteSource> {
  const handle = await open(file, 'r');
  const mark = Buffer.alloc(3);
  const { bytesRead } = await handle.read(mark, 0, 3, 0);
  if (bytesRead >= 2 && mark[0] === 0xff && mark[1] === 0xfe) return utf16Source(handle, 'utf-16le');
  if (bytesRead >= 2 && mark[0] === 0xfe && mark[1] === 0xff) return utf16Source(handle, 'utf-16be');
  const isMarked = bytesRead === 3 && mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf;
  return utf8Source(handle, isMarked ? 3 : 0);
}

function utf8Source(handle: FileHandle, start: number): ByteSource {
  let position = start;
  return {
    async read(target) {
      const { bytesRead } = await handle.read(target, 0, target.length, position);
      position += bytesRead;
      return bytesRead;
    },
    close: () => handle.close(),
  };
}

function utf16Source(handle: FileHandle, encoding: 'utf-16le' | 'utf-16be'): ByteSource {
  const decoder = new TextDecoder(encoding);
  const piece = Buffer.alloc(PIECE_BYTES);
  let position = 0;
  let pending: Buffer = Buffer.alloc(0);
  let ended = false;
  const refill = async (): Promise<void> => {
    const { bytesRead } = await handle.read(piece, 0, piece.length, position);
    position += bytesRead;
    ended = bytesRead === 0;
    // The decoder takes the mark away and keeps half a character for the next piece.
    pending = Buffer.from(decoder.decode(piece.subarray(0, bytesRead), { stream: !ended }), 'utf8');
  };
  return {
    async read(target) {
      while (pending.length === 0 && !ended) await refill();
      const count = pending.copy(target);
      pending = pending.subarray(count);
      return count;
    },
    close: () => handle.close(),
  };
}
