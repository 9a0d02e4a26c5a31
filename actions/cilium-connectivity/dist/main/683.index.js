export const id = 683;
export const ids = [683];
export const modules = {

/***/ 7683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  untarEntry: () => (/* binding */ untarEntry)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/install/byte-source.js
/** Reads a stream of chunks by counts of bytes. */
class ByteSource {
    #chunks;
    #endsEarly;
    #pending = null;
    /** `endsEarly` makes the error for a stream that ends before what was asked for. */
    constructor(chunks, endsEarly) {
        this.#chunks = chunks[Symbol.asyncIterator]();
        this.#endsEarly = endsEarly;
    }
    /** The next chunk as it came, never empty; null at the end. */
    async next() {
        const pending = this.#pending;
        if (pending !== null) {
            this.#pending = null;
            return pending;
        }
        for (;;) {
            const result = await this.#chunks.next();
            if (result.done === true)
                return null;
            const { buffer, byteOffset, length } = result.value;
            if (length > 0)
                return Buffer.from(buffer, byteOffset, length);
        }
    }
    /** Puts back what was not needed of the chunk that `next` gave last. */
    giveBack(bytes) {
        if (bytes.length > 0)
            this.#pending = bytes;
    }
    /** Exactly so many bytes. */
    async take(count) {
        const pieces = [];
        for await (const piece of this.exactly(count))
            pieces.push(piece);
        return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    }
    /** Exactly so many bytes, piece by piece. */
    async *exactly(count) {
        for (let left = count; left > 0;) {
            const chunk = await this.next();
            if (chunk === null)
                throw this.#endsEarly();
            const piece = chunk.subarray(0, left);
            this.giveBack(chunk.subarray(piece.length));
            left -= piece.length;
            yield piece;
        }
    }
}

// EXTERNAL MODULE: ./lib/install/error-code.js
var error_code = __webpack_require__(6810);
;// CONCATENATED MODULE: ./lib/install/untar.js





/**
 * Takes one file out of a gzipped tar. Nothing else of the archive is written anywhere, so that no name and no link in it
 * can lead out of a folder.
 *
 * Format: POSIX.1-2017, pax, "ustar Interchange Format" and "pax Header Block".
 */
const BLOCK = 512;
const NAME = { start: 0, end: 100 };
const SIZE = { start: 124, end: 136 };
const SUM = { start: 148, end: 156 };
const TYPE = 156;
/** Entries in front of the one that is looked for. */
const MOST_ENTRIES = 1000;
/** Bytes that were written. Throws `refuse` for what is no such archive; reads no further than the entry. */
async function untarEntry(archive, request) {
    const { refuse } = request;
    const gunzip = (0,external_node_zlib_.createGunzip)();
    const input = (0,external_node_fs_.createReadStream)(archive);
    input.on('error', (error) => gunzip.destroy(error));
    input.pipe(gunzip);
    try {
        return await find(new ByteSource(gunzip, () => refuse('It ends in the middle of an entry.')), request);
    }
    catch (error) {
        throw (0,error_code/* codeOf */.$)(error).startsWith('Z_') ? refuse('It is not a whole gzip file.') : error;
    }
    finally {
        input.destroy();
        gunzip.destroy();
    }
}
async function find(bytes, request) {
    const { entry, maximumBytes, refuse } = request;
    for (let count = 0; count < MOST_ENTRIES; count += 1) {
        const header = await bytes.take(BLOCK);
        if (header.every((byte) => byte === 0))
            throw refuse(`It does not hold ${entry}.`);
        const size = sizeOf(header, refuse);
        if (textOf(header, NAME).replace(/^\.\//, '') === entry) {
            const type = header[TYPE];
            if (type !== 0x30 && type !== 0)
                throw refuse(`${entry} in it is not a plain file.`);
            if (size === 0 || size > maximumBytes)
                throw refuse(`${entry} in it has ${String(size)} bytes.`);
            await write(bytes, size, request.file);
            return size;
        }
        // What is small when compressed may still be endless when inflated.
        if (size > maximumBytes)
            throw refuse(`An entry of ${String(size)} bytes is in front of ${entry}.`);
        await skip(bytes, Math.ceil(size / BLOCK) * BLOCK);
    }
    throw refuse(`It has more than ${String(MOST_ENTRIES)} entries in front of ${entry}.`);
}
/** Also compares the sum of the header, which is what tells a tar from anything else. */
function sizeOf(header, refuse) {
    const size = Number.parseInt(textOf(header, SIZE), 8);
    const stored = Number.parseInt(textOf(header, SUM), 8);
    const blank = Buffer.from(header).fill(' ', SUM.start, SUM.end);
    const sum = blank.reduce((total, byte) => total + byte, 0);
    if (stored !== sum || !Number.isSafeInteger(size) || size < 0)
        throw refuse('It is not a tar archive.');
    return size;
}
function textOf(header, { start, end }) {
    const text = header.toString('latin1', start, end);
    const stop = text.indexOf('\0');
    return (stop < 0 ? text : text.slice(0, stop)).trim();
}
async function write(bytes, size, file) {
    const target = await (0,promises_.open)(file, 'w', 0o755);
    try {
        for await (const piece of bytes.exactly(size))
            await target.writeFile(piece);
        await target.sync();
    }
    finally {
        await target.close();
    }
}
async function skip(bytes, count) {
    const pieces = bytes.exactly(count);
    for (let piece = await pieces.next(); piece.done !== true;)
        piece = await pieces.next();
}


/***/ })

};
