export const id = 356;
export const ids = [356,540];
export const modules = {

/***/ 406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ Downloader)
});

// UNUSED EXPORTS: DEFAULT_LIMITS

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(67);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(708);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __webpack_require__(129);
;// CONCATENATED MODULE: ./lib/action/durations.js
const UNITS = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
    ['ms', 1],
];
const DURATION = /^(?:(\d{1,9})h)?(?:(\d{1,9})m(?!s))?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/;
/** Milliseconds of `90s`, `15m`, `1h30m`, `500ms`; undefined for anything else, also a number without a unit. */
function parseDuration(text) {
    const match = DURATION.exec(text);
    if (match === null || text === '')
        return undefined;
    return UNITS.reduce((sum, [, milliseconds], index) => sum + Number(match[index + 1] ?? 0) * milliseconds, 0);
}
/** The shortest form that `parseDuration` reads back to the same number of (whole) milliseconds. */
function formatDuration(milliseconds) {
    let left = Math.round(milliseconds);
    const parts = [];
    for (const [unit, size] of UNITS) {
        const count = Math.floor(left / size);
        left -= count * size;
        if (count > 0)
            parts.push(`${count}${unit}`);
    }
    return parts.length === 0 ? '0s' : parts.join('');
}

;// CONCATENATED MODULE: ./lib/action/retry.js



const DEFAULTS = { attempts: 5, deadlineMs: 120_000, baseMs: 500, maximumMs: 20_000, random: Math.random };
function reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function gaveUp(callName, error, attempt, elapsedMs, why) {
    const times = attempt === 1 ? 'once' : `${attempt} times`;
    return action_errors/* actionErrors */.u.EHA1010(`${callName} failed ${times} over ${formatDuration(elapsedMs)}; ${why}. Last failure: ${reasonOf(error)}`, error instanceof errors/* ActionError */.l ? { cause: error, remedy: error.remedy } : { cause: error });
}
/**
 * Calls `call` until it succeeds, with exponential waits and full jitter (each wait is a random part of its bound, so
 * that jobs which failed together do not return together), never shorter than what the service asked for. Every wait
 * is logged with the name of the call. Gives up with EHA1010, which says how often and how long it was tried.
 */
async function retry(callName, call, options) {
    const { attempts, deadlineMs, baseMs, maximumMs, random } = { ...DEFAULTS, ...options };
    const { clock, log, signal } = options;
    const start = clock.now();
    for (let attempt = 1;; attempt += 1) {
        signal?.throwIfAborted();
        try {
            return await call(attempt);
        }
        catch (error) {
            signal?.throwIfAborted();
            if (!options.isRetryable(error))
                throw error;
            const elapsed = clock.now() - start;
            if (attempt >= attempts)
                throw gaveUp(callName, error, attempt, elapsed, 'no attempt is left');
            const jitter = random() * Math.min(maximumMs, baseMs * 2 ** (attempt - 1));
            const wait = Math.ceil(Math.max(jitter, options.retryAfterMs?.(error) ?? 0));
            if (elapsed + wait > deadlineMs) {
                const why = `the next attempt in ${formatDuration(wait)} would pass the deadline of ${formatDuration(deadlineMs)}`;
                throw gaveUp(callName, error, attempt, elapsed, why);
            }
            log.info(`${callName}: attempt ${attempt} of ${attempts} failed (${reasonOf(error)}); again in ${formatDuration(wait)}.`);
            await clock.sleep(wait, signal);
        }
    }
}

// EXTERNAL MODULE: ./lib/install/addresses.js
var addresses = __webpack_require__(984);
// EXTERNAL MODULE: ./lib/install/errors.js
var install_errors = __webpack_require__(745);
// EXTERNAL MODULE: ./lib/install/transfer-error.js
var transfer_error = __webpack_require__(6);
;// CONCATENATED MODULE: ./lib/install/download.js







const MIB = 1024 * 1024;
const SECOND = 1000;
/** An archive has about 30 MB and its executable 90; the list of all versions of Terraform some 3 MB. */
const DEFAULT_LIMITS = {
    answerMs: 30 * SECOND,
    idleMs: 30 * SECOND,
    attemptMs: 180 * SECOND,
    sumsBytes: MIB,
    signatureBytes: 64 * 1024,
    indexBytes: 32 * MIB,
    archiveBytes: 512 * MIB,
    binaryBytes: 1024 * MIB,
};
const ATTEMPTS = 4;
/** All attempts at one file of one mirror. */
const DEADLINE_MS = 300 * SECOND;
const MAX_REDIRECTS = 5;
/**
 * Gets files over HTTP: bounded in time and size, retried, through the job's proxy, over connections that are kept
 * until `close`. Throws TransferError for a failure that is not to be repeated, EHA1010 when repeating did not help,
 * and the refusals EHA1413 (redirect) and EHA1414 (size) at once.
 */
class Downloader {
    limits;
    #access;
    #http;
    #https;
    constructor(access) {
        this.#access = access;
        this.limits = { ...DEFAULT_LIMITS, ...access.limits };
        const options = { keepAlive: true, ...(access.proxy === undefined ? {} : { proxyEnv: access.proxy }) };
        this.#http = new external_node_http_.Agent(options);
        this.#https = new external_node_https_.Agent(options);
    }
    /** A small file as a whole. */
    async bytes(url, maximumBytes, signal) {
        return this.stream(url, maximumBytes, signal, async (chunks) => {
            const pieces = [];
            for await (const chunk of chunks)
                pieces.push(chunk);
            return Buffer.concat(pieces);
        });
    }
    /**
     * Hands the file to `consume` while it arrives. An attempt that breaks off is repeated from the start: `consume` is
     * called again and has to forget what it had.
     */
    async stream(url, maximumBytes, signal, consume) {
        const { clock, log } = this.#access;
        const attempt = async () => {
            const time = AbortSignal.timeout(this.limits.attemptMs);
            const attemptSignal = AbortSignal.any([signal, time]);
            try {
                return await this.#once(new URL(url), maximumBytes, attemptSignal, consume);
            }
            catch (error) {
                if (time.aborted && !signal.aborted) {
                    throw new transfer_error/* TransferError */.aG(`${(0,addresses/* displayUrl */.Q)(url)} took longer than ${this.limits.attemptMs} ms`, {
                        mayPass: true,
                        cause: error,
                    });
                }
                throw error;
            }
        };
        return retry(`Download of ${(0,addresses/* displayUrl */.Q)(url)}`, attempt, {
            clock,
            log,
            signal,
            attempts: ATTEMPTS,
            deadlineMs: DEADLINE_MS,
            isRetryable: (error) => error instanceof transfer_error/* TransferError */.aG && error.mayPass,
            retryAfterMs: (error) => (error instanceof transfer_error/* TransferError */.aG ? error.retryAfterMs : undefined),
        });
    }
    /** Ends idle connections, which would keep the process from ending. */
    close() {
        this.#http.destroy();
        this.#https.destroy();
    }
    async #once(url, maximumBytes, signal, consume) {
        const response = await this.#open(url, signal);
        try {
            const named = Number(response.headers['content-length']);
            if (named > maximumBytes)
                throw tooLarge(url, maximumBytes);
            return await consume(bounded(response, url, maximumBytes), signal);
        }
        catch (error) {
            // A stream that broke tells why better than the reader that missed the rest.
            if (response.errored !== null && !(error instanceof errors/* ActionError */.l)) {
                throw error instanceof transfer_error/* TransferError */.aG ? error : (0,transfer_error/* connectionError */.$t)((0,addresses/* displayUrl */.Q)(url), response.errored);
            }
            throw error;
        }
        finally {
            response.destroy();
        }
    }
    /** The answer 200, redirects followed. */
    async #open(start, signal) {
        let url = start;
        for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
            const response = await this.#request(url, signal);
            const status = response.statusCode ?? 0;
            if (status === 200)
                return response;
            response.destroy();
            if (![301, 302, 303, 307, 308].includes(status)) {
                const now = this.#access.clock.now();
                throw (0,transfer_error/* answerError */.n)((0,addresses/* displayUrl */.Q)(url), status, response.headers['retry-after'], now);
            }
            url = (0,addresses/* followRedirect */.A)(url, response.headers.location);
        }
        throw install_errors/* installErrors */.f.EHA1413(`${(0,addresses/* displayUrl */.Q)(start)} redirects more than ${MAX_REDIRECTS} times.`);
    }
    #request(url, signal) {
        const { answerMs, idleMs } = this.limits;
        return new Promise((resolve, reject) => {
            const options = { headers: { 'user-agent': 'eks-hybrid-actions', accept: '*/*' }, signal };
            const request = url.protocol === 'https:'
                ? (0,external_node_https_.request)(url, { ...options, agent: this.#https })
                : (0,external_node_http_.request)(url, { ...options, agent: this.#http });
            const answer = setTimeout(() => {
                request.destroy(new Error(`no answer for ${answerMs} ms`));
            }, answerMs);
            request.once('response', (response) => {
                clearTimeout(answer);
                // On the response: destroying the request would tell its reader no more than that it broke off.
                request.setTimeout(idleMs, () => response.destroy(new Error(`no data for ${idleMs} ms`)));
                resolve(response);
            });
            request.on('error', (error) => {
                clearTimeout(answer);
                reject((0,transfer_error/* connectionError */.$t)((0,addresses/* displayUrl */.Q)(url), error));
            });
            request.end();
        });
    }
}
function tooLarge(url, maximumBytes) {
    return install_errors/* installErrors */.f.EHA1414(`${(0,addresses/* displayUrl */.Q)(url)} has more than ${maximumBytes} bytes.`);
}
/** The body's chunks, counted; a connection that breaks off becomes a TransferError. */
async function* bounded(response, url, maximumBytes) {
    let bytes = 0;
    try {
        for await (const chunk of response) {
            bytes += chunk.length;
            if (bytes > maximumBytes)
                throw tooLarge(url, maximumBytes);
            yield chunk;
        }
    }
    catch (error) {
        throw error instanceof errors/* ActionError */.l
            ? error
            : (0,transfer_error/* connectionError */.$t)(`${(0,addresses/* displayUrl */.Q)(url)} after ${bytes} bytes`, error);
    }
}


/***/ }),

/***/ 810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf)
/* harmony export */ });
/** The `code` of an error of Node (`ENOSPC`, `Z_DATA_ERROR`) or of this suite; empty when there is none. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return '';
    return typeof error.code === 'string' ? error.code : '';
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installFromMirrors: () => (/* binding */ installFromMirrors)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
// EXTERNAL MODULE: ./lib/install/addresses.js
var addresses = __webpack_require__(984);
// EXTERNAL MODULE: ./lib/install/download.js + 2 modules
var download = __webpack_require__(406);
// EXTERNAL MODULE: ./lib/install/errors.js
var install_errors = __webpack_require__(745);
// EXTERNAL MODULE: ./lib/install/platforms.js
var platforms = __webpack_require__(448);
// EXTERNAL MODULE: ./lib/install/releases.js
var releases = __webpack_require__(540);
// EXTERNAL MODULE: ./lib/install/keys.js + 1 modules
var install_keys = __webpack_require__(86);
;// CONCATENATED MODULE: ./lib/install/signature.js


/** A file with more is not a release's. */
const MAX_SIGNATURES = 20;
/**
 * Verifies that at least one of the signatures is a valid one by a trusted key or by one of its signing subkeys, and
 * says which. Fails closed: EHA1401 for a key that cannot be used, EHA1405 to EHA1409 for the reason that no signature
 * is valid. A key is judged at the time of the signature: one that expired since still proves what it signed before,
 * one that had expired proves nothing, and neither does one that is revoked as compromised, whenever it signed.
 */
async function verifySignature(document) {
    // Hundreds of kilobytes that only a download needs.
    const openpgp = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 382));
    const keys = await Promise.all(document.keys.map((trusted) => loadKey(openpgp, trusted)));
    const packets = await readSignatures(openpgp, document);
    const refusals = [];
    for (const packet of packets) {
        const outcome = await verifyOne(openpgp, packet, keys, document);
        if ('proof' in outcome)
            return outcome;
        refusals.push(outcome);
    }
    throw worst(refusals);
}
/** A broken signature by a trusted key says more than a foreign one beside it. */
function worst(refusals) {
    const order = ['EHA1408', 'EHA1409', 'EHA1406', 'EHA1407'];
    const [first] = [...refusals].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
    return first ?? new Error('no signature and no refusal');
}
async function loadKey(openpgp, trusted) {
    const { name, armored, fingerprint } = trusted;
    // The library would read the first and pass over the rest.
    const blocks = armored.split('-----BEGIN PGP').length - 1;
    if (blocks > 1)
        throw install_errors/* installErrors */.f.EHA1401(`The text of ${name} holds ${blocks} keys instead of one.`);
    const keys = await openpgp.readKeys({ armoredKeys: armored }).catch((cause) => {
        throw install_errors/* installErrors */.f.EHA1401(`The public key of ${name} cannot be read.`, { cause });
    });
    const [key] = keys;
    if (key === undefined || keys.length > 1) {
        throw install_errors/* installErrors */.f.EHA1401(`The text of ${name} holds ${keys.length} keys instead of one.`);
    }
    if (key.isPrivate()) {
        throw install_errors/* installErrors */.f.EHA1401(`The text of ${name} is a private key; it has to be considered disclosed.`);
    }
    const actual = key.getFingerprint().toUpperCase();
    if (fingerprint !== undefined && (0,install_keys/* normaliseFingerprint */.Zd)(fingerprint, name) !== actual) {
        throw install_errors/* installErrors */.f.EHA1401(`The key of ${name} has the fingerprint ${actual}, not ${fingerprint}.`);
    }
    return { trusted, key };
}
async function readSignatures(openpgp, document) {
    const { signature, from } = document;
    const text = Buffer.from(signature).toString('latin1').trim();
    if (text === '')
        throw install_errors/* installErrors */.f.EHA1405(`${from} is empty.`);
    try {
        const parsed = text.startsWith('-----BEGIN PGP')
            ? await openpgp.readSignature({ armoredSignature: text })
            : await openpgp.readSignature({ binarySignature: new Uint8Array(signature) });
        // The list also holds what could not be parsed, for example signatures of a later version.
        const packets = [...parsed.packets].filter((packet) => packet instanceof openpgp.SignaturePacket);
        if (packets.length > 0 && packets.length <= MAX_SIGNATURES)
            return packets;
        throw new Error(`${packets.length} signatures that can be read`);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw install_errors/* installErrors */.f.EHA1406(`${from}: ${reason}`, { cause });
    }
}
/** The proof, or why this signature is none. */
async function verifyOne(openpgp, packet, keys, document) {
    const { from } = document;
    const { created } = packet;
    if (packet.signatureType !== openpgp.enums.signature.binary || created === null) {
        return install_errors/* installErrors */.f.EHA1406(`${from} is not a signature of a binary document with a time.`);
    }
    const signer = findSigner(packet, keys);
    if (signer === undefined) {
        const trusted = document.keys.map(({ name }) => name).join(', ');
        return install_errors/* installErrors */.f.EHA1407(`${from} was made by key ${packet.issuerKeyID.toHex().toUpperCase()}, which is not a key of ${trusted}.`);
    }
    const { loaded, part } = signer;
    const mismatch = await whyNoMatch(openpgp, packet, part, document);
    if (mismatch !== null) {
        return install_errors/* installErrors */.f.EHA1408(`${from}, by the key of ${loaded.trusted.name}: ${mismatch}.`);
    }
    const invalid = await whyInvalidAt(loaded.key, part, created);
    if (invalid !== null) {
        return install_errors/* installErrors */.f.EHA1409(`${from} was made on ${created.toISOString()} by the key of ${loaded.trusted.name}: ${invalid}.`);
    }
    return {
        key: loaded.trusted,
        proof: {
            by: 'signature',
            key: loaded.trusted.name,
            fingerprint: loaded.key.getFingerprint().toUpperCase(),
            signedBy: part.getFingerprint().toUpperCase(),
            signedAt: created.toISOString(),
        },
    };
}
/** Null when the signature is the key's signature of the content, else the reason. */
async function whyNoMatch(openpgp, packet, { keyPacket }, { content, now }) {
    const [literal] = (await openpgp.createMessage({ binary: content })).packets;
    if (literal === undefined)
        return 'there is no content';
    try {
        await packet.verify(keyPacket, openpgp.enums.signature.binary, literal, now, true);
        return null;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function findSigner(packet, keys) {
    const named = packet.issuerFingerprint === null ? null : Buffer.from(packet.issuerFingerprint).toString('hex');
    for (const loaded of keys) {
        const parts = [loaded.key, ...loaded.key.subkeys];
        const part = parts.find((candidate) => candidate.getKeyID().equals(packet.issuerKeyID) &&
            (named === null || candidate.getFingerprint() === named));
        if (part !== undefined)
            return { loaded, part };
    }
    return undefined;
}
/**
 * Null when the key could sign at that time, else the reason.
 *
 * A publisher who extends a key signs its parts anew and leaves out the older statements (HashiCorp's key of 2021 has
 * only those of February 2026). By the statements alone the key would then not have been valid at the time of an older
 * signature. So the time of each later statement is tried as well: whether the key had expired or was revoked by then
 * still counts.
 */
async function whyInvalidAt(key, part, signedAt) {
    for (const { keyPacket } of [key, part]) {
        if (keyPacket.created > signedAt)
            return 'the key was made after that';
    }
    const later = statementTimes(key).filter((time) => time > signedAt);
    let reason = '';
    for (const time of [signedAt, ...later]) {
        try {
            const valid = await key.getSigningKey(part.getKeyID(), time);
            if (valid.getFingerprint() === part.getFingerprint())
                return null;
            reason ||= 'it is not a signing key';
        }
        catch (error) {
            reason = error instanceof Error ? error.message : String(error);
        }
    }
    return reason;
}
/** When the owner last said something about the key and its parts: self-certifications and bindings, in order. */
function statementTimes(key) {
    const packets = [
        ...key.users.flatMap((user) => user.selfCertifications),
        ...key.subkeys.flatMap((subkey) => subkey.bindingSignatures),
    ];
    const times = packets
        .flatMap((packet) => [packet.created, packet.embeddedSignature?.created ?? null])
        .flatMap((time) => (time === null ? [] : [time.getTime()]));
    return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}

;// CONCATENATED MODULE: ./lib/install/sums.js

/** `<64 hexadecimal digits><two blanks, or blank and asterisk><file name>`, as sha256sum writes. */
const LINE = /^([0-9a-f]{64}) [ *]([^\s/\\]+)$/i;
/**
 * Reads a `SHA256SUMS` file: hash (lower case) by file name. The whole file has to be in the form of sha256sum, and
 * no name may stand twice: EHA1404 otherwise, with the address it came from.
 */
function parseSums(text, from) {
    const sums = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line === '')
            continue;
        const [, hash, name] = LINE.exec(line) ?? [];
        if (hash === undefined || name === undefined) {
            throw install_errors/* installErrors */.f.EHA1404(`${from}: line ${index + 1} is not a checksum and a file name.`);
        }
        if (sums.has(name))
            throw install_errors/* installErrors */.f.EHA1404(`${from}: ${name} is listed twice.`);
        sums.set(name, hash.toLowerCase());
    }
    if (sums.size === 0)
        throw install_errors/* installErrors */.f.EHA1404(`${from} is empty.`);
    return sums;
}

// EXTERNAL MODULE: ./lib/install/tool-cache.js
var tool_cache = __webpack_require__(563);
// EXTERNAL MODULE: ./lib/install/transfer-error.js
var transfer_error = __webpack_require__(6);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(75);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
;// CONCATENATED MODULE: ./lib/action/zip-format.js
/** Marks and methods of zip archives. Format: PKWARE APPNOTE 6.3.10. */
/** Section 4.3.7. */
const LOCAL_HEADER = 0x04034b50;
/** Section 4.3.12. */
const CENTRAL_HEADER = 0x02014b50;
/** Section 4.3.16. */
const END_OF_DIRECTORY = 0x06054b50;
/** Section 4.3.9. */
const DATA_DESCRIPTOR = 0x08074b50;
/** Bit of the general purpose flags, section 4.4.4. */
const ENCRYPTED = 0x1;
/** Methods of compression, section 4.4.5. */
const STORED = 0;
const DEFLATED = 8;

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
var error_code = __webpack_require__(810);
;// CONCATENATED MODULE: ./lib/install/unzip.js








/**
 * Takes one executable out of a zip archive while the archive is still arriving.
 *
 * Readers that start from the directory at the end of a zip need all of it first. Releases are written by Go, whose
 * zips name an entry's size only behind its data; where the data ends is therefore known by the inflater alone, and
 * looking for the next entry's mark instead would now and then find it inside the data. The archive's SHA-256 is
 * compared by the caller, so the entries' CRC-32 would add nothing.
 *
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.9 (data descriptor).
 */
const LOCAL_HEADER_REST = 26;
const SIZES_FOLLOW = 0x8;
const ZIP64_FIELD = 1;
const MAX_ENTRIES = 100;
/** Output of the inflater is handed on in pieces of this size: fewer crossings between threads. */
const PIECE = 512 * 1024;
/** What keeps a file from being written, as opposed to an archive from being read. */
const DISK = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENOENT', 'ENOTDIR']);
/**
 * Writes the entry and reads the archive to its end; returns the entry's size. EHA1415 for anything that is not the
 * plain archive of a release: damaged, encrypted, without the entry or with two of them, or with a name that leaves
 * the folder (nothing but the one entry is ever written, under a name of ours). EHA1417 when it cannot be written.
 */
async function unzipEntry(archive, request) {
    const source = new ByteSource(archive, () => refuse(request, 'it ends too early'));
    let bytes;
    for (let count = 0;; count += 1) {
        if (count > MAX_ENTRIES)
            throw refuse(request, `it has more than ${MAX_ENTRIES} entries`);
        const entry = await readEntry(source, request);
        if (entry === null)
            break;
        const wanted = entry.name === request.entry;
        if (wanted && bytes !== undefined)
            throw refuse(request, `it has ${request.entry} twice`);
        const written = await readContent(source, entry, wanted, request);
        if (wanted)
            bytes = written;
    }
    while ((await source.next()) !== null) {
        // The directory at the end holds nothing that is needed, but it counts for the hash.
    }
    if (bytes === undefined)
        throw refuse(request, `it has no ${request.entry}`);
    return bytes;
}
function refuse({ from }, why) {
    return install_errors/* installErrors */.f.EHA1415(`The archive ${from} cannot be used: ${why}.`);
}
/** The next entry's header, or null where the directory begins. */
async function readEntry(source, request) {
    const mark = (await source.take(4)).readUInt32LE(0);
    if (mark === CENTRAL_HEADER || mark === END_OF_DIRECTORY)
        return null;
    if (mark !== LOCAL_HEADER)
        throw refuse(request, 'it is not a zip archive, or it is damaged');
    const header = await source.take(LOCAL_HEADER_REST);
    const name = (await source.take(header.readUInt16LE(22))).toString('utf8');
    const extra = await source.take(header.readUInt16LE(24));
    const entry = {
        name,
        flags: header.readUInt16LE(2),
        method: header.readUInt16LE(4),
        compressedBytes: header.readUInt32LE(14),
        zip64: hasZip64Field(extra),
    };
    checkEntry(entry, request);
    return entry;
}
function hasZip64Field(extra) {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) === ZIP64_FIELD)
            return true;
    }
    return false;
}
function checkEntry({ name, flags, method, compressedBytes }, request) {
    const outside = /^[\\/]|^[a-z]:|[\0\\]/i.test(name) || name.split('/').some((part) => part === '..' || part === '.');
    if (name === '' || outside)
        throw refuse(request, `the entry ${JSON.stringify(name)} leaves the folder`);
    if ((flags & ENCRYPTED) !== 0)
        throw refuse(request, `${name} is encrypted`);
    if (method !== STORED && method !== DEFLATED)
        throw refuse(request, `${name} is compressed by method ${method}`);
    const open = (flags & SIZES_FOLLOW) !== 0;
    if (method === STORED && (open || compressedBytes === 0xffffffff))
        throw refuse(request, `${name} has no size`);
}
/** Passes over or writes an entry's content; returns its size. */
async function readContent(source, entry, wanted, request) {
    const sink = wanted
        ? (0,external_node_fs_.createWriteStream)(request.file, { flags: 'wx', mode: 0o755, highWaterMark: 4 * PIECE })
        : new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() });
    let inflated = 0;
    const count = async function* (pieces) {
        for await (const piece of pieces) {
            inflated += piece.length;
            if (inflated > request.maximumBytes) {
                throw install_errors/* installErrors */.f.EHA1414(`${entry.name} in ${request.from} has more than ${request.maximumBytes} bytes.`);
            }
            yield piece;
        }
    };
    if (entry.method === STORED) {
        const content = source.exactly(entry.compressedBytes);
        await (0,external_node_stream_promises_.pipeline)(content, count, sink, { signal: request.signal }).catch(asDiskError(request));
        return inflated;
    }
    const inflate = (0,external_node_zlib_.createInflateRaw)({ chunkSize: PIECE });
    const written = (0,external_node_stream_promises_.pipeline)(inflate, count, sink, { signal: request.signal });
    const [consumed] = await Promise.all([feed(source, inflate, request), written]).catch((error) => {
        inflate.destroy();
        return asDiskError(request)(error);
    });
    await checkSizes(source, entry, consumed, request);
    return inflated;
}
function asDiskError({ file }) {
    return (cause) => {
        if (DISK.has((0,error_code/* codeOf */.$)(cause))) {
            throw install_errors/* installErrors */.f.EHA1417(`${file} could not be written.`, { cause });
        }
        throw cause;
    };
}
/** Gives the inflater what it takes, returns to the source what lies behind the entry; how much it took. */
async function feed(source, inflate, request) {
    let fed = 0;
    for (;;) {
        const chunk = await source.next();
        if (chunk === null)
            throw refuse(request, 'it ends too early');
        fed += chunk.length;
        await write(inflate, chunk).catch((cause) => {
            if ((0,error_code/* codeOf */.$)(cause).startsWith('Z_')) {
                throw refuse(request, `its data is damaged (${(0,error_code/* codeOf */.$)(cause)})`);
            }
            throw cause;
        });
        // It leaves input untaken only when its own end was in it.
        const left = fed - inflate.bytesWritten;
        if (left > 0) {
            source.giveBack(chunk.subarray(chunk.length - left));
            return inflate.bytesWritten;
        }
    }
}
/** Resolves when the chunk has been taken, or the stream ended within it. */
function write(inflate, chunk) {
    return new Promise((resolve, reject) => {
        const settle = (error) => {
            inflate.off('end', settle).off('error', settle).off('close', onClose);
            if (error)
                reject(error);
            else
                resolve();
        };
        const onClose = () => settle(inflate.errored ?? (inflate.readableEnded ? null : new Error('closed')));
        inflate.once('end', settle).once('error', settle).once('close', onClose);
        inflate.write(chunk, settle);
    });
}
/** Sizes that the header or the descriptor behind the data names have to be those that were met. */
async function checkSizes(source, entry, consumed, request) {
    let named = entry.compressedBytes;
    if ((entry.flags & SIZES_FOLLOW) !== 0) {
        const start = await source.take(4);
        const marked = start.readUInt32LE(0) === DATA_DESCRIPTOR;
        const rest = await source.take((entry.zip64 ? 16 : 8) + (marked ? 4 : 0));
        const at = marked ? 4 : 0;
        named = entry.zip64 ? Number(rest.readBigUInt64LE(at)) : rest.readUInt32LE(at);
    }
    else if (entry.zip64) {
        return;
    }
    if (named !== consumed)
        throw refuse(request, `${entry.name} does not have the size that is named`);
}

;// CONCATENATED MODULE: ./lib/install/release-install.js














/**
 * Installs from the first mirror that can deliver. A mirror that fails or lacks the release is passed over; one that
 * delivers something else than was signed ends the installation, because that is no hiccup.
 */
async function installFromMirrors(request) {
    const failures = [];
    let missing = 0;
    for (const mirror of request.mirrors) {
        try {
            return await installFrom(mirror, request);
        }
        catch (error) {
            request.signal.throwIfAborted();
            if (!isTransferFailure(error))
                throw error;
            if ((0,transfer_error/* isMissing */.b2)(error))
                missing += 1;
            failures.push(error.message);
            request.log.info(`${(0,addresses/* displayUrl */.Q)(mirror.url)} cannot deliver: ${error.message}`);
        }
    }
    const what = `${(0,platforms/* toolTitle */.h5)(request.tool)} ${request.version}`;
    const make = missing === failures.length ? install_errors/* installErrors */.f.EHA1402 : install_errors/* installErrors */.f.EHA1412;
    throw make(`${what} could not be had.\n${failures.join('\n')}`);
}
function isTransferFailure(error) {
    return error instanceof transfer_error/* TransferError */.aG || (error instanceof errors/* ActionError */.l && error.code === 'EHA1010');
}
async function installFrom(mirror, request) {
    const { tool, version, platform, log } = request;
    const keys = mirror.keys ?? request.keys;
    const files = (0,releases/* releaseFiles */.d)(tool, version, platform, mirror, keys);
    const source = (0,addresses/* displayUrl */.Q)(files.archive);
    const downloader = new download/* Downloader */._(request);
    const staging = await (0,tool_cache/* createStaging */.qp)(request);
    try {
        log.info(`Downloading ${source}`);
        const [expected, arrived] = await both(request, (signal) => [
            expectation(downloader, files, keys, request, signal),
            fetchArchive(downloader, files, (0,external_node_path_.join)(staging, (0,platforms/* executableName */.IK)(tool, platform)), signal),
        ]);
        if (arrived.sha256 !== expected.sha256)
            throw otherArchive(source, arrived, expected);
        if (arrived.refusal !== null)
            throw arrived.refusal;
        log.info(proofLine(source, expected.proof));
        const { sha256, executableBytes } = arrived;
        return await (0,tool_cache/* publish */.mk)(request, staging, {
            source,
            sha256,
            executableBytes,
            proof: expected.proof,
            key: expected.key,
        });
    }
    finally {
        downloader.close();
        await (0,tool_cache/* discardStaging */.WT)(staging);
    }
}
function otherArchive(source, arrived, { sha256, proof }) {
    const make = proof.by === 'sha256' ? install_errors/* installErrors */.f.EHA1411 : install_errors/* installErrors */.f.EHA1410;
    return make(`${source} has the SHA-256 ${arrived.sha256}, not ${sha256}.`);
}
function proofLine(source, proof) {
    const name = source.slice(source.lastIndexOf('/') + 1);
    if (proof.by === 'sha256')
        return `${name} has the given SHA-256. No signature was checked: no key is known.`;
    return `${name}: SHA-256 signed by ${proof.key} on ${proof.signedAt.slice(0, 10)} with key ${proof.signedBy}.`;
}
/**
 * Both at the same time. When what is expected cannot be established, the archive's transfer is broken off and that
 * reason told, whatever became of the archive.
 */
async function both({ signal }, start) {
    const stop = new AbortController();
    const [expected, arrived] = start(AbortSignal.any([signal, stop.signal]));
    expected.catch(() => stop.abort());
    const results = await Promise.allSettled([expected, arrived]);
    const [first, second] = results;
    if (first.status === 'rejected')
        throw first.reason;
    if (second.status === 'rejected')
        throw second.reason;
    return [first.value, second.value];
}
async function expectation(downloader, files, keys, request, signal) {
    const given = request.sha256?.toLowerCase();
    if (keys.length === 0) {
        if (given === undefined)
            throw install_errors/* installErrors */.f.EHA1400(`There is no key for ${(0,addresses/* displayUrl */.Q)(files.archive)}.`);
        return { sha256: given, proof: { by: 'sha256' }, key: null };
    }
    const { sumsBytes } = downloader.limits;
    const [content, signature] = await Promise.all([
        downloader.bytes(files.sums, sumsBytes, signal),
        fetchSignature(downloader, files, signal),
    ]);
    if (signature === null)
        throw install_errors/* installErrors */.f.EHA1405(`There is no ${files.signatures.map(addresses/* displayUrl */.Q).join(', ')}.`);
    const now = new Date(request.clock.now());
    const from = (0,addresses/* displayUrl */.Q)(signature.url);
    const { proof, key } = await verifySignature({ content, signature: signature.bytes, keys, now, from });
    const sums = parseSums(content.toString('utf8'), (0,addresses/* displayUrl */.Q)(files.sums));
    const sha256 = sums.get(files.archiveName);
    if (sha256 === undefined) {
        throw install_errors/* installErrors */.f.EHA1403(`${(0,platforms/* toolTitle */.h5)(request.tool)} ${request.version} has no build for ${(0,platforms/* platformName */.$r)(request.platform)}.`);
    }
    if (given !== undefined && given !== sha256) {
        throw install_errors/* installErrors */.f.EHA1411(`${files.archiveName} was signed with the SHA-256 ${sha256}, not ${given}.`);
    }
    return { sha256, proof, key };
}
/** The first signature file that the mirror has; null when it has none. */
async function fetchSignature(downloader, { signatures }, signal) {
    for (const url of signatures) {
        try {
            return { url, bytes: await downloader.bytes(url, downloader.limits.signatureBytes, signal) };
        }
        catch (error) {
            if (!(0,transfer_error/* isMissing */.b2)(error))
                throw error;
        }
    }
    return null;
}
/** Hashes, inflates and writes while the archive arrives. */
async function fetchArchive(downloader, files, file, signal) {
    const { archiveBytes, binaryBytes } = downloader.limits;
    return downloader.stream(files.archive, archiveBytes, signal, async (chunks, attempt) => {
        await (0,promises_.rm)(file, { force: true });
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const hashed = (async function* () {
            for await (const chunk of chunks) {
                hash.update(chunk);
                yield chunk;
            }
        })();
        const from = (0,addresses/* displayUrl */.Q)(files.archive);
        const entry = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        const request = { entry, file, maximumBytes: binaryBytes, signal: attempt, from };
        let executableBytes = 0;
        let refusal = null;
        try {
            executableBytes = await unzipEntry(hashed, request);
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.l) || error.code !== 'EHA1415')
                throw error;
            refusal = error;
            // The hash of the whole tells whether it is the publisher's archive that is bad or this copy of it.
            await drain(hashed);
        }
        return { sha256: hash.digest('hex'), executableBytes, refusal };
    });
}
async function drain(chunks) {
    for (let result = await chunks.next(); result.done !== true;)
        result = await chunks.next();
}


/***/ }),

/***/ 540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ releaseFiles),
/* harmony export */   readVersions: () => (/* binding */ readVersions)
/* harmony export */ });
/* unused harmony export parseIndex */
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(984);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(406);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(810);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(745);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(448);
/* harmony import */ var _exact_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(142);
/* harmony import */ var _transfer_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6);








/**
 * HashiCorp has a signature for each key, named by the key's last eight digits, beside one without; of old releases the
 * latter is by a key that was withdrawn in 2021. OpenTofu calls its `.gpgsig`; its `.sig` is of another kind.
 */
function releaseFiles(tool, version, platform, mirror, keys) {
    const folder = tool === 'terraform' ? ['terraform', version] : [`v${version}`];
    const start = `${(0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .commandName */ .p6)(tool)}_${version}`;
    const at = (name) => below(mirror.url, [...folder, name]);
    const sums = `${start}_SHA256SUMS`;
    const byKey = keys.flatMap(({ fingerprint, name }) => fingerprint === undefined ? [] : [`${sums}.${(0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseFingerprint */ .Zd)(fingerprint, name).slice(-8)}.sig`]);
    const signatures = tool === 'terraform' ? [...byKey, `${sums}.sig`] : [`${sums}.gpgsig`];
    const archiveName = `${start}_${(0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .platformName */ .$r)(platform)}.zip`;
    return { archiveName, archive: at(archiveName), sums: at(sums), signatures: signatures.map(at) };
}
/** Keeps the mirror's query, which may be what lets the request in. */
function below(base, path) {
    const url = new URL(base);
    url.pathname = [url.pathname.replace(/\/+$/, ''), ...path.map(encodeURIComponent)].join('/');
    return url.href;
}
/** See `listVersions`. */
async function readVersions(request) {
    const downloader = new _download_js__WEBPACK_IMPORTED_MODULE_2__/* .Downloader */ ._(request);
    const failures = [];
    let unreadable = 0;
    try {
        for (const mirror of request.mirrors) {
            const url = mirror.indexUrl ?? indexUrl(request.tool, mirror);
            try {
                const text = await downloader.bytes(url, downloader.limits.indexBytes, request.signal);
                return parseIndex(text.toString('utf8'), request, (0,_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .displayUrl */ .Q)(url));
            }
            catch (error) {
                request.signal.throwIfAborted();
                const reason = error instanceof Error ? error.message : String(error);
                failures.push(reason);
                request.log.info(`No list of versions from ${(0,_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .displayUrl */ .Q)(url)}: ${reason}`);
                if ((0,_transfer_error_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error) || (0,_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .codeOf */ .$)(error) === 'EHA1416')
                    unreadable += 1;
                else if ((0,_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .codeOf */ .$)(error) === 'EHA1413' || (0,_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .codeOf */ .$)(error) === 'EHA1414')
                    throw error;
            }
        }
    }
    finally {
        downloader.close();
    }
    const make = unreadable === failures.length ? _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .installErrors */ .f.EHA1416 : _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .installErrors */ .f.EHA1412;
    throw make(failures.join('\n'));
}
function indexUrl(tool, mirror) {
    return below(mirror.url, tool === 'terraform' ? ['terraform', 'index.json'] : ['api.json']);
}
/**
 * Terraform: `{versions: {"1.11.4": {builds: [{os, arch}]}}}`. OpenTofu: `{versions: [{id: "1.10.0", files: ["…"]}]}`.
 * A version whose builds are not named is kept.
 */
function parseIndex(text, { tool, platform }, from) {
    let index;
    try {
        index = JSON.parse(text);
    }
    catch (cause) {
        throw _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .installErrors */ .f.EHA1416(`${from} is not JSON.`, { cause });
    }
    const versions = member(index, 'versions');
    const entries = tool === 'terraform' && typeof versions === 'object' && versions !== null && !Array.isArray(versions)
        ? Object.entries(versions).map(([id, entry]) => ({ id, built: builtFor(entry, platform) }))
        : tool === 'opentofu' && Array.isArray(versions)
            ? versions.map((entry) => ({
                id: String(member(entry, 'id')),
                built: hasFile(entry, platform),
            }))
            : [];
    const named = entries.filter(({ id }) => (0,_exact_version_js__WEBPACK_IMPORTED_MODULE_7__/* .isExactVersion */ .Y)(id));
    if (named.length === 0)
        throw _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .installErrors */ .f.EHA1416(`${from} names no version.`);
    return named.filter(({ built }) => built).map(({ id }) => id);
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function builtFor(entry, platform) {
    const builds = member(entry, 'builds');
    if (platform === undefined || !Array.isArray(builds))
        return true;
    return builds.some((build) => member(build, 'os') === platform.os && member(build, 'arch') === platform.arch);
}
function hasFile(entry, platform) {
    const files = member(entry, 'files');
    if (platform === undefined || !Array.isArray(files))
        return true;
    const name = `tofu_${String(member(entry, 'id'))}_${(0,_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .platformName */ .$r)(platform)}.zip`;
    return files.includes(name);
}


/***/ }),

/***/ 6:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ connectionError),
/* harmony export */   aG: () => (/* binding */ TransferError),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   n: () => (/* binding */ answerError)
/* harmony export */ });
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(810);

/** A download that failed for a reason that is not a refusal of ours: another attempt or another mirror may do. */
class TransferError extends Error {
    /** HTTP status, when there was an answer. */
    status;
    mayPass;
    retryAfterMs;
    constructor(what, options) {
        super(what, { cause: options.cause });
        this.name = 'TransferError';
        this.status = options.status;
        this.mayPass = options.mayPass;
        this.retryAfterMs = options.retryAfterMs;
    }
}
/** The mirror does not have the file. */
function isMissing(error) {
    return error instanceof TransferError && (error.status === 404 || error.status === 410);
}
/** Statuses after which the same request may succeed. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
/** From an answer other than 200. `Retry-After` in seconds or as a date. */
function answerError(what, status, retryAfter, now) {
    const seconds = Number(retryAfter);
    const until = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter ?? '') - now;
    return new TransferError(`${what} answered with status ${status}`, {
        status,
        mayPass: PASSING.has(status),
        retryAfterMs: retryAfter !== undefined && until > 0 ? until : undefined,
    });
}
/** Reasons that another attempt does not remove: the name does not exist, or the certificate is not trusted. */
const LASTING = /^(?:ENOTFOUND|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_INVALID_)/;
/** From a failure of the connection. */
function connectionError(what, cause) {
    const code = (0,_error_code_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(cause);
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new TransferError(`${what}: ${reason}${code === '' || reason.includes(code) ? '' : ` (${code})`}`, {
        mayPass: !LASTING.test(code),
        cause,
    });
}


/***/ })

};
