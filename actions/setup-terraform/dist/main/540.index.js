export const id = 540;
export const ids = [540];
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
