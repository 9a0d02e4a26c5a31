import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 4364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
;// CONCATENATED MODULE: ./lib/action/input-value.js
/** What all readers of inputs share: where a value comes from, what an empty one means, how a refused one is named. */

const ASCII_WHITE_SPACE = ' \t\r\n';
/**
 * Removes spaces, tabs and line ends around a value, and nothing else. `String.prototype.trim`, which `getInput` of
 * @actions/core uses, also removes a byte order mark, no-break spaces and the like, so that a value which an earlier
 * check saw as one thing (a branch name, say) would be read here as another. Here it stays and the reader refuses it.
 */
function input_value_trimAscii(value) {
    let start = 0;
    let end = value.length;
    while (start < end && ASCII_WHITE_SPACE.includes(value.charAt(start)))
        start += 1;
    while (end > start && ASCII_WHITE_SPACE.includes(value.charAt(end - 1)))
        end -= 1;
    return value.slice(start, end);
}
/** The trimmed text of an input; '' when not given. */
function rawInput(name) {
    return input_value_trimAscii(process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '');
}
/** An EHA1001 that names the input, the value as it was read, and what is allowed. */
function input_value_refusedInput(name, value, allowed) {
    return action_errors/* actionErrors */.u.EHA1001(`Input "${name}" is ${quoteValue(value)}, but must be ${allowed}.`);
}
const LONGEST_QUOTED_VALUE = 200;
/** Shows invisible characters as escapes: they are the usual reason why a value that looks right is refused. */
function quoteValue(value) {
    const shown = value.length > LONGEST_QUOTED_VALUE ? `${value.slice(0, LONGEST_QUOTED_VALUE)}…` : value;
    const escaped = JSON.stringify(shown).replace(/[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return escaped;
}
/** Reads a non-empty value or settles what an empty one means; every reader goes through here. */
function input_value_readInput(name, options, parse) {
    const value = rawInput(name);
    if (value !== '')
        return parse(value);
    if (options.default !== undefined)
        return options.default;
    if (options.required === true)
        throw action_errors/* actionErrors */.u.EHA1002(`Input "${name}" is required and was not given.`);
    return undefined;
}

// EXTERNAL MODULE: ./lib/action/masking.js
var masking = __nccwpck_require__(9591);
;// CONCATENATED MODULE: ./lib/action/inputs.js
/**
 * Typed readers of an action's inputs. Every reader treats an input that is empty after trimming as not given: it
 * returns the default, refuses a required input (EHA1002), or returns undefined.
 */







function stringInput(name, options = {}) {
    return input_value_readInput(name, options, (value) => {
        const { pattern } = options;
        if (pattern === undefined || new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(value)) {
            return value;
        }
        throw input_value_refusedInput(name, value, options.allowed ?? `text that matches ${String(pattern)}`);
    });
}
/** Newline- or comma-separated items, trimmed of ASCII white space; empty items are dropped. Empty when not given. */
function listInput(name, options = {}) {
    const items = readInput(name, options, (value) => value
        .split(/[\n,]/)
        .map(trimAscii)
        .filter((item) => item !== ''));
    if (items?.length === 0 && options.required === true) {
        throw actionErrors.EHA1002(`Input "${name}" is required and holds no item.`);
    }
    return items ?? [];
}
const BOOLEANS = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
function booleanInput(name, options) {
    return input_value_readInput(name, options, (value) => {
        const known = Object.hasOwn(BOOLEANS, value) ? BOOLEANS[value] : undefined;
        if (known === undefined)
            throw input_value_refusedInput(name, value, 'true or false');
        return known;
    });
}
function rangeText(options, show) {
    const { minimum, maximum } = options;
    if (minimum !== undefined && maximum !== undefined)
        return ` from ${show(minimum)} to ${show(maximum)}`;
    if (minimum !== undefined)
        return ` of at least ${show(minimum)}`;
    return maximum === undefined ? '' : ` of at most ${show(maximum)}`;
}
function isInRange(value, options) {
    return value >= (options.minimum ?? -Infinity) && value <= (options.maximum ?? Infinity);
}
function durationInput(name, options = {}) {
    return readInput(name, options, (value) => {
        const milliseconds = parseDuration(value);
        if (milliseconds !== undefined && isInRange(milliseconds, options))
            return milliseconds;
        throw refusedInput(name, value, `a duration such as 90s, 15m or 1h30m${rangeText(options, formatDuration)}`);
    });
}
function integerInput(name, options = {}) {
    return input_value_readInput(name, options, (value) => {
        const number = /^-?(?:0|[1-9][0-9]*)$/.test(value) ? Number(value) : NaN;
        if (Number.isSafeInteger(number) && isInRange(number, options))
            return number;
        throw input_value_refusedInput(name, value, `a whole number${rangeText(options, String)}`);
    });
}
function enumInput(name, values, options = {}) {
    return input_value_readInput(name, options, (value) => {
        const known = values.find((candidate) => candidate === value);
        if (known === undefined)
            throw input_value_refusedInput(name, value, `one of ${values.join(', ')}`);
        return known;
    });
}
function secretInput(name, options = {}) {
    return input_value_readInput(name, options, (value) => {
        masking/* processMasker */.JQ.mask(value);
        return value;
    });
}
/**
 * Reads all inputs of an action and reports every refused one together, so that a workflow is not corrected one input
 * a run: `readAll({ stack: () => stringInput('stack', { required: true }), … })`.
 */
function readAll(readers) {
    const values = {};
    const refused = [];
    for (const [key, read] of Object.entries(readers)) {
        try {
            values[key] = read();
        }
        catch (error) {
            if (!(error instanceof ActionError))
                throw error;
            refused.push(error);
        }
    }
    const [first] = refused;
    if (refused.length === 1 && first !== undefined)
        throw first;
    if (refused.length > 1) {
        const list = refused.map((error) => `- ${error.message}`).join('\n');
        throw actionErrors.EHA1003(`${refused.length} inputs were refused:\n${list}`);
    }
    return values;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/action/path-input.js




function runnerFolder(variable) {
    const value = process.env[variable];
    if (value === undefined || value === '') {
        throw action_errors/* actionErrors */.u.EHA1006(`The environment variable ${variable} is not set.`);
    }
    return (0,external_node_path_.resolve)(value);
}
function isInside(folder, path) {
    const difference = (0,external_node_path_.relative)(folder, path);
    return difference !== '..' && !difference.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(difference);
}
/** Nothing there, a circle of links and a file used as a folder are all the same to a reader: no such path. */
function found(look) {
    try {
        return look();
    }
    catch {
        return undefined;
    }
}
const MOST_LINKS = 40;
/**
 * Where a path leads when links are followed, also when its end does not exist yet: an output file is checked before
 * it is made, and a dangling link would otherwise decide where it is made.
 */
function realTarget(path, linksLeft = MOST_LINKS) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(path);
        if (parent === path || linksLeft === 0)
            return path;
        const real = (0,external_node_path_.join)(realTarget(parent, linksLeft - 1), (0,external_node_path_.relative)(parent, path));
        const isLink = found(() => (0,external_node_fs_.lstatSync)(real))?.isSymbolicLink() === true;
        return isLink ? realTarget((0,external_node_path_.resolve)((0,external_node_path_.dirname)(real), (0,external_node_fs_.readlinkSync)(real)), linksLeft - 1) : real;
    }
}
function refusedPath(name, value, reason) {
    return action_errors/* actionErrors */.u.EHA1004(`Input "${name}" is ${JSON.stringify(value)}, which ${reason}.`);
}
function checkType(name, value, path, wanted) {
    const entry = found(() => (0,external_node_fs_.statSync)(path));
    if (entry === undefined)
        throw refusedPath(name, value, `does not exist (looked for the ${wanted} ${path})`);
    if (wanted === 'file' ? !entry.isFile() : !entry.isDirectory()) {
        throw refusedPath(name, value, `is not a ${wanted}`);
    }
}
/** The checks of `pathInput` for one value of an input that holds several. */
function checkPath(name, value, options) {
    const workspace = runnerFolder('GITHUB_WORKSPACE');
    const allowed = options.within === 'workspace-or-temp' ? [workspace, runnerFolder('RUNNER_TEMP')] : [workspace];
    const names = allowed.length === 1 ? 'the workspace' : 'the workspace and the temporary folder of the runner';
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(value))
        throw refusedPath(name, value, 'holds a control character');
    const path = (0,external_node_path_.resolve)(workspace, value);
    if (!allowed.some((folder) => isInside(folder, path))) {
        throw refusedPath(name, value, `is outside ${names} (${allowed.join(', ')})`);
    }
    const target = realTarget(path);
    if (!allowed.some((folder) => isInside(realTarget(folder), target))) {
        throw refusedPath(name, value, `leads outside ${names} through a symbolic link, to ${target}`);
    }
    if (options.mustExist !== undefined)
        checkType(name, value, path, options.mustExist);
    return path;
}
function pathInput(name, options = {}) {
    const value = input_value_readInput(name, options, (given) => given);
    return value === undefined ? undefined : checkPath(name, value, options);
}

// EXTERNAL MODULE: ./lib/report/errors.js
var errors = __nccwpck_require__(6216);
// EXTERNAL MODULE: ./lib/github/marked-comment.js
var marked_comment = __nccwpck_require__(156);
;// CONCATENATED MODULE: ./actions/plan-comment/src/inputs.js




function readInputs() {
    const inputs = {
        documents: pathInput('documents', { default: 'plans' }),
        expectedStacks: stringInput('expected-stacks'),
        expectAddresses: booleanInput('expect-addresses', { default: false }),
        pullRequest: integerInput('pull-request', { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
        runId: integerInput('run-id', { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
        commentId: stringInput('comment-id', { default: 'plan', pattern: /^[A-Za-z0-9-]{1,40}$/ }),
        mode: enumInput('mode', marked_comment/* COMMENT_MODES */.p8, { default: 'update' }),
        maxCommentBytes: integerInput('max-comment-bytes', { default: 65_000, minimum: 2000, maximum: 262_144 }),
        githubToken: secretInput('github-token', { required: true }),
    };
    checkTogether(inputs);
    return inputs;
}
/**
 * What a run from a fork is about is found out from GitHub alone.
 * @throws EHA1310
 */
function checkTogether({ runId, expectedStacks, pullRequest }) {
    if (runId === undefined)
        return;
    const given = [
        ...(expectedStacks === undefined ? [] : ['expected-stacks']),
        ...(pullRequest === undefined ? [] : ['pull-request']),
    ];
    if (given.length > 0)
        throw errors/* reportErrors */.u.EHA1310(`${given.join(' and ')} cannot be given with run-id.`);
}


/***/ }),

/***/ 3246:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8171);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4364);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(46);



await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e, _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 46:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
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

// EXTERNAL MODULE: ./lib/github/errors.js
var github_errors = __nccwpck_require__(2219);
;// CONCATENATED MODULE: ./lib/github/client.js



/** GitHub's answer to one call is given up on after this long, retries included. */
const CALL_DEADLINE_MS = 120_000;
const CALL_ATTEMPTS = 5;
/** Without a hint GitHub asks to wait a minute after its secondary limit (docs: "Rate limits for the REST API"). */
const SECONDARY_LIMIT_WAIT_MS = 60_000;
function createGitHubDoor(token, deps) {
    let client;
    const load = async () => {
        const { getOctokit: create } = await __nccwpck_require__.e(/* import() */ 329).then(__nccwpck_require__.bind(__nccwpck_require__, 1329));
        return create(token, { baseUrl: deps.github.apiUrl });
    };
    return {
        repository: parseRepository(deps.github.repository),
        call: async (name, needs, request) => {
            client ??= load();
            const octokit = await client;
            try {
                return await retry(name, () => request(octokit), {
                    attempts: CALL_ATTEMPTS,
                    deadlineMs: CALL_DEADLINE_MS,
                    isRetryable,
                    retryAfterMs: (error) => retryAfterMs(error, deps.clock.now()),
                    clock: deps.clock,
                    log: deps.log,
                    signal: deps.signal,
                });
            }
            catch (error) {
                throw asCodedError(error, name, needs);
            }
        },
    };
}
function parseRepository(slug) {
    const [owner = '', repo = ''] = slug.split('/');
    return { owner, repo };
}
/** GraphQL answers 200 and says in the body what REST says by its status (docs: "Rate limits for the GraphQL API"). */
const GRAPHQL_STATUS = {
    RATE_LIMITED: 429,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
};
/** The answer behind an error of octokit; undefined for any other error. */
function failureOf(error) {
    if (!(error instanceof Error))
        return undefined;
    if ('status' in error && typeof error.status === 'number') {
        const { response } = error;
        return { status: error.status, message: error.message, headers: response?.headers ?? {} };
    }
    if (error.name !== 'GraphqlResponseError')
        return undefined;
    const { headers, errors } = error;
    const status = GRAPHQL_STATUS[errors?.[0]?.type ?? ''] ?? 200;
    return { status, message: error.message, headers: headers ?? {} };
}
/**
 * 5xx, 429 and the two rate limits, which GitHub reports as 403: the primary one with `x-ratelimit-remaining: 0`, the
 * secondary one with `retry-after` or only in its message. Any other 403 is a missing permission and final.
 */
function isRetryable(error) {
    const failure = failureOf(error);
    if (failure === undefined)
        return isConnectionFailure(error);
    if (failure.status >= 500 || failure.status === 429)
        return true;
    return failure.status === 403 && isRateLimit(failure);
}
function isRateLimit({ headers, message }) {
    return (headers['x-ratelimit-remaining'] === '0' ||
        headers['retry-after'] !== undefined ||
        /secondary rate limit/i.test(message));
}
function isConnectionFailure(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const cause = error instanceof Error && error.cause instanceof Error && 'code' in error.cause
        ? error.cause.code
        : undefined;
    return [code, cause].some((value) => typeof value === 'string' && /^(ECONN|ETIMEDOUT|EAI_AGAIN|UND_ERR_)/.test(value));
}
/** How long GitHub asks to wait, in milliseconds; undefined leaves it to the back-off. */
function retryAfterMs(error, nowMs) {
    const failure = failureOf(error);
    if (failure === undefined)
        return undefined;
    const seconds = numberOf(failure.headers['retry-after']);
    if (seconds !== undefined)
        return seconds * 1000;
    const reset = numberOf(failure.headers['x-ratelimit-reset']);
    if (failure.headers['x-ratelimit-remaining'] === '0' && reset !== undefined) {
        return Math.max(0, reset * 1000 - nowMs);
    }
    return failure.status === 403 ? SECONDARY_LIMIT_WAIT_MS : undefined;
}
function numberOf(header) {
    return header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
}
function asCodedError(error, name, needs) {
    if (error instanceof errors/* ActionError */.l)
        return error;
    const failure = failureOf(error);
    const message = error instanceof Error ? error.message : String(error);
    const said = failure === undefined ? message : `HTTP ${String(failure.status)}: ${message}`;
    if (failure?.status === 401 || failure?.status === 403) {
        return github_errors/* githubErrors */.Z.EHA1101(`GitHub refused to ${name} (${said}); it needs ${needs}`, { cause: error });
    }
    if (failure?.status === 404 || failure?.status === 410) {
        return github_errors/* githubErrors */.Z.EHA1105(`could not ${name} (${said}); it needs ${needs}`, { cause: error });
    }
    return github_errors/* githubErrors */.Z.EHA1102(`could not ${name}: ${said}`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/github/comment-marker.js
function commentMarker(kind, id, runId, runAttempt) {
    const prefix = `<!-- eks-hybrid-actions:${kind} id=${id} `;
    return { prefix, line: `${prefix}run=${String(runId)}.${String(runAttempt)} -->` };
}
/** Whether `body` was written by a later run, or a later attempt of the same run. Run ids only grow. */
function isWrittenByLaterRun(body, runId, runAttempt) {
    const found = /^<!-- eks-hybrid-actions:\S+ id=\S+ run=(\d+)\.(\d+) -->/.exec(body);
    if (found === null)
        return false;
    const [writtenRun, writtenAttempt] = [Number(found[1]), Number(found[2])];
    return writtenRun > runId || (writtenRun === runId && writtenAttempt > runAttempt);
}

;// CONCATENATED MODULE: ./lib/github/pull-request-event.js

/** The pull request that started the run; undefined for other events. A deleted head repository counts as foreign. */
function pullRequestOf(context) {
    const pull = context.event.pull_request;
    if (typeof pull?.number !== 'number' || typeof pull.head?.sha !== 'string')
        return undefined;
    const headRepository = pull.head.repo?.full_name;
    return {
        number: pull.number,
        headSha: pull.head.sha,
        sameRepository: typeof headRepository === 'string' && headRepository.toLowerCase() === context.repository.toLowerCase(),
    };
}
/** The pull request that started the run, or EHA1103. */
function requirePullRequest(context) {
    const pull = pullRequestOf(context);
    if (pull !== undefined)
        return pull;
    throw github_errors/* githubErrors */.Z.EHA1103(`the event "${context.eventName}" carries no pull request`);
}

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/util.js

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ (/* unused pure expression or super */ null && (Symbol("evaluating")));
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key — an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function util_isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ (/* unused pure expression or super */ null && (cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (globalConfig.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
})));
function isPlainObject(o) {
    if (util_isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (util_isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to — the same check instance is shared by every clone of that schema — so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together — see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype — never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/core.js
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, …) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` — unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                members(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const core_globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(core_globalConfig, newConfig);
    return core_globalConfig;
}

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/checks.js
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !nullish(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : util.floatSafeRemainder(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
        if (length <= def.maximum)
            return;
        const origin = getLengthableOrigin(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMinLength = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? util.codePointLength(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = util.getLengthableOrigin(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckLengthEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way — and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? util.codePointLength(input)
            : units;
        if (length === def.length)
            return;
        const origin = util.getLengthableOrigin(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckLowerCase = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.lowercase);
    $ZodCheckStringFormat.init(inst, def);
})));
const $ZodCheckUpperCase = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.uppercase);
    $ZodCheckStringFormat.init(inst, def);
})));
const $ZodCheckIncludes = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = util.escapeRegex(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckStartsWith = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${util.escapeRegex(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckEndsWith = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${util.escapeRegex(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(...util.prefixIssues(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    util.hide(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
})));
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
})));

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/regexes.js

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor — a pictograph, a regional indicator, or the enclosing keycap — because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = (/* unused pure expression or super */ null && (`^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`));
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12–19 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function regexes_anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ (/* unused pure expression or super */ null && (regexes_anchor(dateSource)));
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const regexes_boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = aborted(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (explicitlyAborted(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new $ZodAsyncError();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        attachSchema(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = aborted(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    attachSchema(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = aborted(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (aborted(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new $ZodAsyncError();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new $ZodAsyncError();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return hide(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        own(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? anyString;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    $ZodCheckStringFormat.init(inst, def);
    $ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.guid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodUUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = regexes.uuid(v));
    }
    else
        def.pattern ?? (def.pattern = regexes.uuid());
    $ZodStringFormat.init(inst, def);
})));
const $ZodEmail = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.email);
    $ZodStringFormat.init(inst, def);
})));
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === regexes.httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodEmoji = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.emoji());
    $ZodStringFormat.init(inst, def);
})));
const $ZodNanoID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? regexes.nanoid : regexes.nanoidOfLength(def.length));
    $ZodStringFormat.init(inst, def);
})));
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cuid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodCUID2 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cuid2);
    $ZodStringFormat.init(inst, def);
})));
const $ZodULID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ulid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodXID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.xid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodKSUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ksuid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = datetime(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.date);
    $ZodStringFormat.init(inst, def);
})));
const $ZodISOTime = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.time(def));
    $ZodStringFormat.init(inst, def);
})));
const $ZodISODuration = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.duration);
    $ZodStringFormat.init(inst, def);
})));
const $ZodIPv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ipv4);
    $ZodStringFormat.init(inst, def);
})));
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ipv6);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cidrv4);
    $ZodStringFormat.init(inst, def);
})));
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cidrv6); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodE164 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.e164);
    $ZodStringFormat.init(inst, def);
})));
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only — the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only — checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = number;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
    $ZodCheckNumberFormat.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes_boolean;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.bigint;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
})));
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.null;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodNever = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
})));
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
})));
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = sizeCaps(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    attachSchema(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...prefixIssues(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && aborted(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing — whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...prefixIssues(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = optionalKeys(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (aborted(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = cached(() => normalizeDef(def));
    defineLazyInternal(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    assignProp(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = util_isObject;
    const catchall = def.catchall;
    let value;
    const memo = core_globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = util.cached(() => normalizeDef(def));
    const memo = core.globalConfig.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : util.esc(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys — and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = util.isObject;
    const jit = !core.globalConfig.jitless;
    const allowsEval = util.allowsEval;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
})));
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !util.aborted(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    util.defineLazyInternal(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    util.defineLazyInternal(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => util.cleanRegex(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
})));
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
(/* unused pure expression or super */ null && (core.$constructor("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    util.defineLazyInternal(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    util.assignProp(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it — pipes and lazies — are left to the map.
    def.options.forEach((option, i) => {
        const propShape = util.rawShape(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = util.cached(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util.isObject(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
})));
const $ZodIntersection = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
})));
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (util.isPlainObject(a) && util.isPlainObject(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (util.aborted(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = util.aborted(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (util.aborted(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
})));
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...util.prefixIssues(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...util.prefixIssues(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util.isPlainObject(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...util.prefixIssues(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...util.prefixIssues(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && regexes.number.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...util.prefixIssues(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...util.prefixIssues(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
})));
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = getEnumValues(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    defineLazyInternal(inst, "pattern", (zod) => {
        const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    util.defineLazyInternal(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? util.escapeRegex(o) : o ? util.escapeRegex(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    core.globalConfig.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new core.$ZodAsyncError();
        }
        payload.value = _out;
        return payload;
    };
})));
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    defineLazyInternal(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    defineLazyInternal(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    defineLazyInternal(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : undefined;
    });
    defineLazyInternal(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
});
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
})));
const $ZodNonOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
})));
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
})));
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
})));
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
})));
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
})));
const $ZodReadonly = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
})));
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    util.defineLazy(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    util.defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    util.defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    util.defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
})));
const $ZodCustom = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustom", (inst, def) => {
    checks.$ZodCheck.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
})));
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(util.issue(_iss));
    }
}

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/registries.js
var registries_a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(registries_a = globalThis).__zod_globalRegistry ?? (registries_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/api.js




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_null(Class, params) {
    return new Class({
        type: "null",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new checks.$ZodCheckLessThan({
        check: "less_than",
        ...util.normalizeParams(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new checks.$ZodCheckLessThan({
        check: "less_than",
        ...util.normalizeParams(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new $ZodCheckGreaterThan({
        check: "greater_than",
        ...normalizeParams(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new $ZodCheckGreaterThan({
        check: "greater_than",
        ...normalizeParams(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new checks.$ZodCheckMultipleOf({
        check: "multiple_of",
        ...util.normalizeParams(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new $ZodCheckMaxLength({
        check: "max_length",
        ...normalizeParams(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new checks.$ZodCheckMinLength({
        check: "min_length",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new checks.$ZodCheckLengthEquals({
        check: "length_equals",
        ...util.normalizeParams(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new checks.$ZodCheckRegex({
        check: "string_format",
        format: "regex",
        ...util.normalizeParams(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new checks.$ZodCheckLowerCase({
        check: "string_format",
        format: "lowercase",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new checks.$ZodCheckUpperCase({
        check: "string_format",
        format: "uppercase",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new checks.$ZodCheckIncludes({
        check: "string_format",
        format: "includes",
        ...util.normalizeParams(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new checks.$ZodCheckStartsWith({
        check: "string_format",
        format: "starts_with",
        ...util.normalizeParams(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new checks.$ZodCheckEndsWith({
        check: "string_format",
        format: "ends_with",
        ...util.normalizeParams(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new checks.$ZodCheckProperties({
        check: "properties",
        shape,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new checks.$ZodCheckOverwrite({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => util.slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = util.normalizeParams(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...util.normalizeParams(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(util.issue(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(util.issue(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new checks.$ZodCheck({
        check: "custom",
        ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new $ZodCheck({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new $ZodCheck({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = util.normalizeParams(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? schemas.$ZodCodec;
    const _Boolean = Classes.Boolean ?? schemas.$ZodBoolean;
    const _String = Classes.String ?? schemas.$ZodString;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = $constructor("$ZodError", initializer);
const $ZodRealError = $constructor("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   ✖ Expected number, received string at "username
 * favoriteNumbers[0]
 *   ✖ Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`✖ ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  → at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new $ZodAsyncError();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
            captureStackTrace(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
            captureStackTrace(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new $ZodAsyncError();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ (/* unused pure expression or super */ null && (Symbol.for("zod.compile.invalid")));
const COMPILE_FALLBACK = /* @__PURE__ */ (/* unused pure expression or super */ null && (Symbol.for("zod.compile.fallback")));
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new core.$ZodAsyncError();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const parse_validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode($ZodRealError);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode($ZodRealError);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync($ZodRealError);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync($ZodRealError);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode($ZodRealError);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode($ZodRealError);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync($ZodRealError);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync($ZodRealError);

;// CONCATENATED MODULE: ../../node_modules/zod/v4/mini/schemas.js




const ZodMiniType = /*@__PURE__*/ $constructor("ZodMiniType", (inst, def) => {
    if (!inst._zod)
        throw new Error("Uninitialized schema in ZodMiniType.");
    $ZodType.init(inst, def);
    inst.def = def;
    inst.type = def.type;
}, {
    // `with` is an alias for `check`: the same function object, not a wrapper.
    get with() {
        return this.check;
    },
    set with(value) {
        own(this, "with", value);
    },
    parse(data, params) {
        return parse_parse(this, data, params, { callee: this.parse });
    },
    parseAsync(data, params) {
        return parse_parseAsync(this, data, params, { callee: this.parseAsync });
    },
    safeParse(data, params) {
        return safeParse(this, data, params);
    },
    safeParseAsync(data, params) {
        return safeParseAsync(this, data, params);
    },
    check(...checks) {
        const def = this.def;
        return this.clone({
            ...def,
            checks: [
                ...(def.checks ?? []),
                ...checks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }, { parent: true });
    },
    clone(_def, params) {
        return clone(this, _def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
});
const ZodMiniString = /*@__PURE__*/ $constructor("ZodMiniString", (inst, def) => {
    $ZodString.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_string(params) {
    return _string(ZodMiniString, params);
}
const ZodMiniStringFormat = /*@__PURE__*/ $constructor("ZodMiniStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    ZodMiniString.init(inst, def);
});
const ZodMiniEmail = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniEmail", (inst, def) => {
    core.$ZodEmail.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_email(params) {
    return core._email(ZodMiniEmail, params);
}
const ZodMiniGUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniGUID", (inst, def) => {
    core.$ZodGUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_guid(params) {
    return core._guid(ZodMiniGUID, params);
}
const ZodMiniUUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniUUID", (inst, def) => {
    core.$ZodUUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_uuid(params) {
    return core._uuid(ZodMiniUUID, params);
}
// @__NO_SIDE_EFFECTS__
function uuidv4(params) {
    return core._uuidv4(ZodMiniUUID, params);
}
// ZodMiniUUIDv6
// @__NO_SIDE_EFFECTS__
function uuidv6(params) {
    return core._uuidv6(ZodMiniUUID, params);
}
// ZodMiniUUIDv7
// @__NO_SIDE_EFFECTS__
function uuidv7(params) {
    return core._uuidv7(ZodMiniUUID, params);
}
const ZodMiniURL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniURL", (inst, def) => {
    core.$ZodURL.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function url(params) {
    return core._url(ZodMiniURL, params);
}
// @__NO_SIDE_EFFECTS__
function httpUrl(params) {
    return core._url(ZodMiniURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodMiniEmoji = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniEmoji", (inst, def) => {
    core.$ZodEmoji.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_emoji(params) {
    return core._emoji(ZodMiniEmoji, params);
}
const ZodMiniNanoID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNanoID", (inst, def) => {
    core.$ZodNanoID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_nanoid(params) {
    return core._nanoid(ZodMiniNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodMiniCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodMiniCUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCUID", (inst, def) => {
    core.$ZodCUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function schemas_cuid(params) {
    return core._cuid(ZodMiniCUID, params);
}
const ZodMiniCUID2 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCUID2", (inst, def) => {
    core.$ZodCUID2.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_cuid2(params) {
    return core._cuid2(ZodMiniCUID2, params);
}
const ZodMiniULID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniULID", (inst, def) => {
    core.$ZodULID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ulid(params) {
    return core._ulid(ZodMiniULID, params);
}
const ZodMiniXID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniXID", (inst, def) => {
    core.$ZodXID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_xid(params) {
    return core._xid(ZodMiniXID, params);
}
const ZodMiniKSUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniKSUID", (inst, def) => {
    core.$ZodKSUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ksuid(params) {
    return core._ksuid(ZodMiniKSUID, params);
}
const ZodMiniIPv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIPv4", (inst, def) => {
    core.$ZodIPv4.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ipv4(params) {
    return core._ipv4(ZodMiniIPv4, params);
}
const ZodMiniIPv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIPv6", (inst, def) => {
    core.$ZodIPv6.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ipv6(params) {
    return core._ipv6(ZodMiniIPv6, params);
}
const ZodMiniCIDRv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCIDRv4", (inst, def) => {
    core.$ZodCIDRv4.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_cidrv4(params) {
    return core._cidrv4(ZodMiniCIDRv4, params);
}
const ZodMiniCIDRv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCIDRv6", (inst, def) => {
    core.$ZodCIDRv6.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_cidrv6(params) {
    return core._cidrv6(ZodMiniCIDRv6, params);
}
const ZodMiniMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniMAC", (inst, def) => {
    core.$ZodMAC.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_mac(params) {
    return core._mac(ZodMiniMAC, params);
}
const ZodMiniBase64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBase64", (inst, def) => {
    core.$ZodBase64.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_base64(params) {
    return core._base64(ZodMiniBase64, params);
}
const ZodMiniBase64URL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBase64URL", (inst, def) => {
    core.$ZodBase64URL.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_base64url(params) {
    return core._base64url(ZodMiniBase64URL, params);
}
const ZodMiniE164 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniE164", (inst, def) => {
    core.$ZodE164.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_e164(params) {
    return core._e164(ZodMiniE164, params);
}
const ZodMiniCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_creditCard(params) {
    return core._creditCard(ZodMiniCreditCard, params);
}
const ZodMiniIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_iban(params) {
    return core._iban(ZodMiniIBAN, params);
}
const ZodMiniJWT = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniJWT", (inst, def) => {
    core.$ZodJWT.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function jwt(params) {
    return core._jwt(ZodMiniJWT, params);
}
const ZodMiniCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCustomStringFormat", (inst, def) => {
    core.$ZodCustomStringFormat.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodMiniCustomStringFormat, format, fnOrRegex, _params);
}
// @__NO_SIDE_EFFECTS__
function schemas_hostname(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "hostname", regexes.hostname, _params);
}
// @__NO_SIDE_EFFECTS__
function schemas_hex(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "hex", regexes.hex, _params);
}
// @__NO_SIDE_EFFECTS__
function schemas_currencyCode(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
// @__NO_SIDE_EFFECTS__
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    // check for unrecognized format
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodMiniCustomStringFormat, format, regex, params);
}
const ZodMiniNumber = /*@__PURE__*/ $constructor("ZodMiniNumber", (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_number(params) {
    return _number(ZodMiniNumber, params);
}
const ZodMiniNumberFormat = /*@__PURE__*/ $constructor("ZodMiniNumberFormat", (inst, def) => {
    $ZodNumberFormat.init(inst, def);
    ZodMiniNumber.init(inst, def);
});
function schemas_int(params) {
    return _int(ZodMiniNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodMiniNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodMiniNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodMiniNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodMiniNumberFormat, params);
}
const ZodMiniBoolean = /*@__PURE__*/ $constructor("ZodMiniBoolean", (inst, def) => {
    $ZodBoolean.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_boolean(params) {
    return _boolean(ZodMiniBoolean, params);
}
const ZodMiniBigInt = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBigInt", (inst, def) => {
    core.$ZodBigInt.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_bigint(params) {
    return core._bigint(ZodMiniBigInt, params);
}
const ZodMiniBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodMiniBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodMiniBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodMiniBigIntFormat, params);
}
const ZodMiniSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function symbol(params) {
    return core._symbol(ZodMiniSymbol, params);
}
const ZodMiniUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_undefined(params) {
    return core._undefined(ZodMiniUndefined, params);
}

const ZodMiniNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNull", (inst, def) => {
    core.$ZodNull.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_null(params) {
    return core._null(ZodMiniNull, params);
}

const ZodMiniAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function any() {
    return core._any(ZodMiniAny);
}
const ZodMiniUnknown = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniUnknown", (inst, def) => {
    core.$ZodUnknown.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function unknown() {
    return core._unknown(ZodMiniUnknown);
}
const ZodMiniNever = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNever", (inst, def) => {
    core.$ZodNever.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function never(params) {
    return core._never(ZodMiniNever, params);
}
const ZodMiniVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_void(params) {
    return core._void(ZodMiniVoid, params);
}

const ZodMiniDate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniDate", (inst, def) => {
    core.$ZodDate.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_date(params) {
    return core._date(ZodMiniDate, params);
}
const ZodMiniArray = /*@__PURE__*/ $constructor("ZodMiniArray", (inst, def) => {
    $ZodArray.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
    return new ZodMiniArray({
        type: "array",
        element: element,
        ...normalizeParams(params),
    });
}
// .keyof
// @__NO_SIDE_EFFECTS__
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return schemas_enum(Object.keys(shape));
}
const ZodMiniObject = /*@__PURE__*/ $constructor("ZodMiniObject", (inst, def) => {
    $ZodObject.init(inst, def);
    ZodMiniType.init(inst, def);
    installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...normalizeParams(params),
    };
    return new ZodMiniObject(def);
}
// strictObject
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
    return new ZodMiniObject({
        type: "object",
        shape,
        catchall: never(),
        ...util.normalizeParams(params),
    });
}
// looseObject
// @__NO_SIDE_EFFECTS__
function looseObject(shape, params) {
    return new ZodMiniObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...util.normalizeParams(params),
    });
}
// object methods
// @__NO_SIDE_EFFECTS__
function schemas_extend(schema, shape) {
    return util.extend(schema, shape);
}
// @__NO_SIDE_EFFECTS__
function schemas_safeExtend(schema, shape) {
    return util.safeExtend(schema, shape);
}
/**
 * @deprecated Use [`z.extend(A, B.shape)`](https://zod.dev/api?id=extend) instead.
 */
// @__NO_SIDE_EFFECTS__
function schemas_merge(a, b) {
    return util.merge(a, b);
}
// @__NO_SIDE_EFFECTS__
function schemas_pick(schema, mask) {
    return util.pick(schema, mask);
}
// .omit
// @__NO_SIDE_EFFECTS__
function schemas_omit(schema, mask) {
    return util.omit(schema, mask);
}
// @__NO_SIDE_EFFECTS__
function schemas_partial(schema, mask) {
    const def = schema._zod.def;
    if (def.type !== "tuple")
        return util.partial(ZodMiniOptional, schema, mask);
    // a refinement was authored against the full arity; partialing would run it on a shorter array
    if (def.checks?.length)
        throw new Error(".partial() cannot be used on tuple schemas containing refinements");
    return util.clone(schema, {
        ...def,
        items: def.items.map((item) => new ZodMiniOptional({ type: "optional", innerType: item })),
    });
}
// @__NO_SIDE_EFFECTS__
function exactPartial(schema, mask) {
    return util.partial(ZodMiniExactOptional, schema, mask, "exactPartial");
}
// @__NO_SIDE_EFFECTS__
function schemas_required(schema, mask) {
    return util.required(ZodMiniNonOptional, schema, mask);
}
// @__NO_SIDE_EFFECTS__
function catchall(inst, catchall) {
    // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
    return inst.clone(util.mergeDefs(inst._zod.def, { catchall: catchall }));
}
const ZodMiniUnion = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniUnion", (inst, def) => {
    core.$ZodUnion.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function union(options, params) {
    return new ZodMiniUnion({
        type: "union",
        options: options,
        ...util.normalizeParams(params),
    });
}
const ZodMiniXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniXor", (inst, def) => {
    ZodMiniUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodMiniXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodMiniDiscriminatedUnion = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
    core.$ZodDiscriminatedUnion.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function discriminatedUnion(discriminator, options, params) {
    return new ZodMiniDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
const ZodMiniIntersection = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIntersection", (inst, def) => {
    core.$ZodIntersection.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function intersection(left, right) {
    return new ZodMiniIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodMiniTuple = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniTuple", (inst, def) => {
    core.$ZodTuple.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof core.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodMiniTuple({
        type: "tuple",
        items: items,
        rest,
        ...util.normalizeParams(params),
    });
}
const ZodMiniRecord = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniRecord", (inst, def) => {
    core.$ZodRecord.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodMiniRecord({
            type: "record",
            keyType: schemas_string(),
            valueType: keyType,
            ...util.normalizeParams(valueType),
        });
    }
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function partialRecord(keyType, valueType, params) {
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMiniMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniMap", (inst, def) => {
    core.$ZodMap.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function map(keyType, valueType, params) {
    return new ZodMiniMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodMiniSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniSet", (inst, def) => {
    core.$ZodSet.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function set(valueType, params) {
    return new ZodMiniSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodMiniEnum = /*@__PURE__*/ $constructor("ZodMiniEnum", (inst, def) => {
    $ZodEnum.init(inst, def);
    ZodMiniType.init(inst, def);
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function schemas_enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodMiniEnum({
        type: "enum",
        entries,
        ...normalizeParams(params),
    });
}

// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodMiniEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodMiniLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniLiteral", (inst, def) => {
    core.$ZodLiteral.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
    return new ZodMiniLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
const ZodMiniFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function file(params) {
    return core._file(ZodMiniFile, params);
}
const ZodMiniTransform = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniTransform", (inst, def) => {
    core.$ZodTransform.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function transform(fn) {
    return new ZodMiniTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodMiniOptional = /*@__PURE__*/ $constructor("ZodMiniOptional", (inst, def) => {
    $ZodOptional.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
    return new ZodMiniOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodMiniExactOptional = /*@__PURE__*/ $constructor("ZodMiniExactOptional", (inst, def) => {
    $ZodExactOptional.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function exactOptional(innerType) {
    return new ZodMiniExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodMiniNullable = /*@__PURE__*/ $constructor("ZodMiniNullable", (inst, def) => {
    $ZodNullable.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
    return new ZodMiniNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
// @__NO_SIDE_EFFECTS__
function schemas_nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodMiniDefault = /*@__PURE__*/ $constructor("ZodMiniDefault", (inst, def) => {
    $ZodDefault.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_default(innerType, defaultValue) {
    return new ZodMiniDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
        },
    });
}
const ZodMiniPrefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniPrefault", (inst, def) => {
    core.$ZodPrefault.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function prefault(innerType, defaultValue) {
    return new ZodMiniPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
const ZodMiniNonOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNonOptional", (inst, def) => {
    core.$ZodNonOptional.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function nonoptional(innerType, params) {
    return new ZodMiniNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...util.normalizeParams(params),
    });
}
const ZodMiniSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function success(innerType) {
    return new ZodMiniSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodMiniCatch = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCatch", (inst, def) => {
    core.$ZodCatch.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_catch(innerType, catchValue) {
    return new ZodMiniCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : core.util.constantCatch(catchValue)),
    });
}

const ZodMiniNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function nan(params) {
    return core._nan(ZodMiniNaN, params);
}
const ZodMiniPipe = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniPipe", (inst, def) => {
    core.$ZodPipe.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function pipe(in_, out) {
    return new ZodMiniPipe({
        type: "pipe",
        in: in_,
        out: out,
    });
}
const ZodMiniCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCodec", (inst, def) => {
    ZodMiniPipe.init(inst, def);
    core.$ZodCodec.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function codec(in_, out, params) {
    return new ZodMiniCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
// @__NO_SIDE_EFFECTS__
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodMiniCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodMiniReadonly = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniReadonly", (inst, def) => {
    core.$ZodReadonly.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function readonly(innerType) {
    return new ZodMiniReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodMiniTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function templateLiteral(parts, params) {
    return new ZodMiniTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodMiniLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniLazy", (inst, def) => {
    core.$ZodLazy.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// export function lazy<T extends object>(getter: () => T): T {
//   return util.createTransparentProxy<T>(getter);
// }
// @__NO_SIDE_EFFECTS__
function schemas_lazy(getter) {
    return new ZodMiniLazy({
        type: "lazy",
        getter: getter,
    });
}

const ZodMiniPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function promise(innerType) {
    return new ZodMiniPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodMiniCustom = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCustom", (inst, def) => {
    core.$ZodCustom.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// custom checks
// @__NO_SIDE_EFFECTS__
function check(fn, params) {
    const ch = new core.$ZodCheck({
        check: "custom",
        ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
// ZodCustom custom schema
// @__NO_SIDE_EFFECTS__
function custom(fn, _params) {
    return core._custom(ZodMiniCustom, fn ?? (() => true), _params);
}
// refine
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
    return core._refine(ZodMiniCustom, fn, _params);
}
// superRefine
// @__NO_SIDE_EFFECTS__
function superRefine(fn, params) {
    return core._superRefine(fn, params);
}
// Re-export describe and meta from core
const schemas_describe = describe;
const schemas_meta = meta;
// instanceof
class schemas_Class {
    constructor(..._args) { }
}
// @__NO_SIDE_EFFECTS__
function _instanceof(cls, params = {}) {
    const inst = custom((data) => data instanceof cls, params);
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => core._stringbool({
    Codec: ZodMiniCodec,
    Boolean: ZodMiniBoolean,
    String: ZodMiniString,
}, ...args);
// @__NO_SIDE_EFFECTS__
function json() {
    const jsonSchema = schemas_lazy(() => {
        return union([schemas_string(), schemas_number(), schemas_boolean(), schemas_null(), array(jsonSchema), record(schemas_string(), jsonSchema)]);
    });
    return jsonSchema;
}
const ZodMiniFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function _function(params) {
    return new ZodMiniFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}


// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./lib/action/exact-fit.js
/** Shorter lists cost too little to be told apart. */
const LONG = 1000;
const EMPTY = [];
/**
 * The members of the value that are long lists of which each element is exactly as the schema says; the schema then need
 * not be asked about them. A list of which that cannot be told, or is not so, is left to it.
 */
function exactLists(schema, value) {
    const { def } = schema._zod;
    const found = {};
    if (def.type !== 'object')
        return found;
    for (const [name, member] of Object.entries(value)) {
        if (!Array.isArray(member) || member.length <= LONG || !Object.hasOwn(def.shape, name))
            continue;
        const list = def.shape[name];
        const fits = list === undefined ? null : fitsOf(list);
        if (fits?.(member) === true)
            found[name] = member;
    }
    return found;
}
/** The value with empty lists in place of those. */
function withoutLists(value, lists) {
    return { ...value, ...Object.fromEntries(Object.keys(lists).map((name) => [name, EMPTY])) };
}
/** Null for schemas that may change a value, and for kinds and checks that are not known here. */
function fitsOf(schema) {
    const { def } = schema._zod;
    const { check, checks = [], coerce, format } = def;
    // With `coerce`, anything is a string.
    if (coerce === true)
        return null;
    if (def.type === 'number')
        return fitsCount(format, checks);
    if (checks.length > 0 || check !== undefined)
        return null;
    switch (def.type) {
        case 'string':
            return (value) => typeof value === 'string';
        case 'boolean':
            return (value) => typeof value === 'boolean';
        case 'enum':
            return fitsEnum(Object.values(def.entries));
        case 'nullable':
            return fitsNullable(fitsOf(def.innerType));
        case 'array':
            return fitsArray(fitsOf(def.element));
        case 'object':
            return def.catchall === undefined ? fitsObject(def.shape) : null;
        default:
            return null;
    }
}
/** Whole numbers from 0, which is what documents count with. */
function fitsCount(format, checks) {
    const isCount = checks.length === 1 && checks.every(isFromZero);
    if (format !== 'safeint' || !isCount)
        return null;
    return (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
function isFromZero(check) {
    const { def } = check._zod;
    return def.check === 'greater_than' && def.value === 0 && def.inclusive === true;
}
function fitsEnum(values) {
    const known = new Set(values);
    return (value) => known.has(value);
}
function fitsNullable(inner) {
    return inner === null ? null : (value) => value === null || inner(value);
}
function fitsArray(element) {
    if (element === null)
        return null;
    return (value) => {
        if (!Array.isArray(value))
            return false;
        const { length } = value;
        for (let index = 0; index < length; index += 1)
            if (!element(value[index]))
                return false;
        return true;
    };
}
function fitsObject(shape) {
    const names = Object.keys(shape);
    const members = names.map((name) => fitsOf(shape[name]));
    if (members.includes(null))
        return null;
    return (value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return false;
        let at = 0;
        for (const name in value) {
            if (name !== names[at] || members[at]?.(value[name]) !== true)
                return false;
            at += 1;
        }
        return at === names.length;
    };
}

;// CONCATENATED MODULE: ../../node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = parsedType(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
                return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./lib/action/schema.js
/**
 * Validation by zod with messages for people. Schemas are written with `zod/mini` (`import * as z from 'zod/mini'`):
 * ncc bundles it at 267 kB and 12 ms of start-up against 366 kB and 27 ms for `zod`, because the classic API hangs
 * every method on every schema. Schemas of either are accepted here.
 */


// zod/mini brings no messages of its own; without a locale each problem would read "Invalid input".
config(en());
const MOST_PROBLEMS = 20;
function pathText(path) {
    return path.reduce((text, key) => {
        if (typeof key === 'number')
            return `${text}[${key}]`;
        return text === '' ? String(key) : `${text}.${String(key)}`;
    }, '');
}
/** A union that fits nowhere is explained by the alternative that came closest, the one with the deepest problem. */
function closestAlternative(alternatives) {
    const depth = (issues) => Math.max(0, ...issues.map((issue) => issue.path.length));
    return [...alternatives].sort((a, b) => depth(b) - depth(a)).find((issues) => depth(issues) > 0);
}
function problemsOf(issue, parent = []) {
    const path = [...parent, ...issue.path];
    const closest = issue.code === 'invalid_union' ? closestAlternative(issue.errors) : undefined;
    if (closest !== undefined)
        return closest.flatMap((inner) => problemsOf(inner, path));
    return [path.length === 0 ? issue.message : `${pathText(path)}: ${issue.message}`];
}
/** Each problem is one line `nodes[2].name: Invalid input: expected string, received undefined`. */
function schema_validate(schema, value) {
    const result = safeParse(schema, value);
    if (result.success)
        return { valid: true, value: result.data };
    const problems = result.error.issues.flatMap((issue) => problemsOf(issue));
    const more = problems.length - MOST_PROBLEMS;
    return {
        valid: false,
        problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `and ${more} more problems`] : problems,
    };
}

;// CONCATENATED MODULE: ./lib/action/documents.js




const PREFIX = 'eks-hybrid-actions';
function readJson(path) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        throw action_errors/* actionErrors */.u.EHA1011(`The document ${path} could not be read.`, { cause });
    }
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw action_errors/* actionErrors */.u.EHA1011(`The document ${path} is not JSON.`, { cause });
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Says what the `schema` field tells about a document that is not the wanted one. */
function checkSchemaId(found, wanted, source) {
    if (found === wanted.schema)
        return;
    const match = typeof found === 'string' ? /^eks-hybrid-actions\/([a-z0-9-]+)\/v([0-9]+)$/.exec(found) : null;
    if (match === null) {
        throw action_errors/* actionErrors */.u.EHA1012(`${source} is not a result document of this suite: it has no known \`schema\` field.`);
    }
    const [, kind, version] = match;
    if (kind !== wanted.kind) {
        throw action_errors/* actionErrors */.u.EHA1012(`${source} is a "${kind}" document; a "${wanted.kind}" document is needed.`);
    }
    throw action_errors/* actionErrors */.u.EHA1012(`${source} is a "${kind}" document of version ${version}; this action reads version ${wanted.version}.`);
}
/**
 * A kind of result document. The version is the major one: readers refuse any other, so a field may be added within a
 * version (use `z.object`, which ignores unknown fields, not `z.strictObject`), but none removed or given a new meaning.
 */
function defineDocument(kind, version, schema) {
    const id = `${PREFIX}/${kind}/v${version}`;
    const check = (fields) => {
        if (!isObject(fields))
            return schema_validate(schema, fields);
        const lists = exactLists(schema, fields);
        const result = schema_validate(schema, withoutLists(fields, lists));
        return result.valid ? { valid: true, value: { ...result.value, ...lists } } : result;
    };
    const parse = (value, source) => {
        if (!isObject(value))
            throw action_errors/* actionErrors */.u.EHA1012(`${source} does not hold a JSON object.`);
        const { schema: found, ...fields } = value;
        checkSchemaId(found, { schema: id, kind, version }, source);
        const result = check(fields);
        if (result.valid)
            return { schema: id, ...result.value };
        const list = result.problems.map((problem) => `- ${problem}`).join('\n');
        throw action_errors/* actionErrors */.u.EHA1013(`${source} does not fit ${id}:\n${list}`);
    };
    return {
        schema: id,
        create(fields) {
            const result = check(fields);
            if (result.valid)
                return { schema: id, ...result.value };
            const list = result.problems.map((problem) => `- ${problem}`).join('\n');
            throw action_errors/* actionErrors */.u.EHA1014(`The ${kind} document does not fit ${id}:\n${list}`);
        },
        parse,
        read: (path) => parse(readJson(path), path),
    };
}

;// CONCATENATED MODULE: ./lib/report/detail-levels.js
/**
 * How much of a stack is told; each level is shorter than the one before. `created` has the values of created objects,
 * too, which a reader misses least. Up to `counts` each destroyed object has a line of its own; `grouped` still names
 * each, together with its siblings; `capped` names as many as there is room for.
 */
const detail_levels_DETAIL_LEVELS = [
    'created',
    'values',
    'attributes',
    'addresses',
    'types',
    'counts',
    'grouped',
    'capped',
];
/** Whether `level` tells at least as much as `other`. */
function tells(level, other) {
    return detail_levels_DETAIL_LEVELS.indexOf(level) <= detail_levels_DETAIL_LEVELS.indexOf(other);
}

;// CONCATENATED MODULE: ./lib/report/comment-document.js



/** What became of the comment about the plans of one run, or about the checks of a run for a fork. */
const commentDocument = defineDocument('comment', 1, object({
    /** Null when the run that was checked has no pull request to write to. */
    pullRequest: nullable(schemas_int()),
    mode: schemas_enum(['update', 'recreate', 'minimise']),
    action: schemas_enum(['created', 'updated', 'unchanged', 'superseded', 'outdated', 'none']),
    url: nullable(schemas_string()),
    /** Older comments that were hidden or deleted. */
    retired: schemas_int(),
    /** `passed` is said of checks only, the two about changes of plans only. */
    status: schemas_enum(['no-stacks', 'passed', 'no-changes', 'changes', 'unknown', 'failed']),
    stacks: array(object({
        stack: schemas_string(),
        status: schemas_enum(['passed', 'no-changes', 'changes', 'unknown', 'failed']),
    })),
    /** Stacks told in less than full detail; `capped` is the only level at which a destroyed object may go unnamed. */
    shortened: array(object({ stack: schemas_string(), level: schemas_enum(detail_levels_DETAIL_LEVELS) })),
    bytes: schemas_int(),
}));

// EXTERNAL MODULE: ./lib/report/errors.js
var report_errors = __nccwpck_require__(6216);
;// CONCATENATED MODULE: ./lib/report/expected-stacks.js


/** Without a workspace a stack stands for each workspace it was planned in. */
const expectedStacks = array(object({ name: schemas_string(), directory: schemas_string(), workspace: optional(schemas_string()) }));
/** The stacks that should have been planned; undefined when the input is empty. EHA1302 when it is not such a list. */
function parseExpectedStacks(text) {
    if (text === undefined)
        return undefined;
    try {
        return expectedStacks.parse(JSON.parse(text));
    }
    catch (error) {
        throw report_errors/* reportErrors */.u.EHA1302(`expected-stacks is ${text.slice(0, 200)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/net/cidr-format.js

/** `10.0.0.0/8`, `2001:db8::/32`: the one canonical text of a block. */
function formatCidr({ family, first, prefix }) {
    return `${cidr_format_formatAddress(family, first)}/${prefix}`;
}
/** Dotted decimal for IPv4; for IPv6 lower case with the longest run of zero groups left out, as RFC 5952 has it. */
function cidr_format_formatAddress(family, value) {
    return family === 4 ? formatIpv4(Number(value)) : formatIpv6(value);
}
function formatIpv4(value) {
    return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}
function formatIpv6(value) {
    const words = new DataView(new ArrayBuffer(16));
    words.setBigUint64(0, value >> 64n);
    words.setBigUint64(8, value);
    const groups = [0, 2, 4, 6, 8, 10, 12, 14].map((at) => words.getUint16(at).toString(16));
    const { start, length } = longestZeroRun(groups);
    // RFC 5952 §4.2.2: a single zero group stays.
    if (length < 2)
        return groups.join(':');
    return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}
/** The first of the longest runs, as RFC 5952 §4.2.3 asks. */
function longestZeroRun(groups) {
    let best = { start: 0, length: 0 };
    let start = 0;
    for (const [index, group] of groups.entries()) {
        if (group !== '0')
            start = index + 1;
        else if (index + 1 - start > best.length)
            best = { start, length: index + 1 - start };
    }
    return best;
}
/**
 * Address number `n` of the block: 0 is the network address, 1 the first host, -1 the last address. The numbers are those
 * of Terraform's `cidrhost`. Null when the block has no such address or `n` is no whole number.
 */
function hostAt(cidr, n) {
    if (!Number.isInteger(n))
        return null;
    const address = n < 0 ? cidr.last + 1n + BigInt(n) : cidr.first + BigInt(n);
    if (address < cidr.first || address > cidr.last)
        return null;
    return cidr_format_formatAddress(cidr.family, address);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./lib/net/cidr-problems.js
/** Says what is wrong with a text that is no address or block: runs only for refused texts, so it may look closely. */

/** An IPv6 block with every group written out has 43 characters; no valid text is longer. */
const MAX_LENGTH = 64;
const SHOWN = 60;
/**
 * The text in quotes, cut after 60 characters; everything but printable ASCII is escaped: it may come from anywhere, and a
 * digit that only looks like one must be seen.
 */
function quoteText(text) {
    const escaped = JSON.stringify(text.slice(0, SHOWN)).replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return text.length > SHOWN ? `${escaped.slice(0, -1)}…"` : escaped;
}
/**
 * Refuses a text that the strict parser could not read, naming the first thing wrong with it.
 *
 * @param wantsPrefix whether a block is meant; otherwise a single address.
 */
function cidr_problems_explainRefusal(text, wantsPrefix, canonical) {
    const fault = faultOfText(text, wantsPrefix);
    const corrected = fault.correction === undefined ? null : canonical(fault.correction);
    const advice = corrected === null ? '' : `; write ${corrected}`;
    const message = `${quoteText(text)} ${fault.what}${advice}.`;
    return { ok: false, problem: fault.problem, message, corrected };
}
function faultOfText(text, wantsPrefix) {
    const wanted = wantsPrefix ? 'a block of addresses' : 'an address';
    if (text.trim() === '')
        return { problem: 'empty', what: `is empty where ${wanted} should be` };
    if (text.length > MAX_LENGTH)
        return { problem: 'too-long', what: `is too long to be ${wanted}` };
    if (/\s/.test(text)) {
        return { problem: 'spaces', what: 'has white space in or around it', correction: text.trim() };
    }
    if (/[^!-~]/.test(text)) {
        return { problem: 'non-ascii', what: 'has characters in it that are not plain digits, letters or signs' };
    }
    const [address = '', prefix, ...more] = text.split('/');
    if (more.length > 0)
        return { problem: 'prefix-form', what: 'has more than one slash' };
    const fault = faultOfAddress(address, prefix);
    if (fault !== null)
        return fault;
    if (wantsPrefix)
        return faultOfPrefix(address, prefix);
    return { problem: 'unexpected-prefix', what: 'is a block where one address should be' };
}
function faultOfAddress(address, prefix) {
    if (/^[+-]/.test(address))
        return { problem: 'sign', what: 'starts with a sign' };
    const suffix = prefix === undefined ? '' : `/${prefix}`;
    if (address.includes('%')) {
        const correction = address.replace(/%.*$/, '') + suffix;
        return { problem: 'zone-id', what: 'names a zone, which exists on one machine only', correction };
    }
    if ((0,external_node_net_.isIPv4)(address))
        return null;
    if ((0,external_node_net_.isIPv6)(address))
        return faultOfEmbedded(address, prefix);
    if (address.includes(':'))
        return { problem: 'not-an-address', what: 'is no IPv6 address' };
    return faultOfIpv4(address, suffix);
}
/** IPv4 written as IPv6: other tools compare it with neither family, or with the wrong one. */
function faultOfEmbedded(address, prefix) {
    const hex = withoutDottedTail(address);
    const mapped = mappedIpv4(hex);
    if (mapped !== null) {
        const length = prefix === undefined || /^[0-9]{1,3}$/.test(prefix) ? Number(prefix ?? 128) - 96 : -1;
        const suffix = prefix === undefined ? '' : `/${length}`;
        const what = 'is IPv4 mapped into IPv6';
        return { problem: 'ipv4-in-ipv6', what, ...(length >= 0 && { correction: mapped + suffix }) };
    }
    if (hex === address)
        return null;
    const correction = prefix === undefined ? hex : `${hex}/${prefix}`;
    return { problem: 'ipv4-in-ipv6', what: 'mixes dotted decimal into IPv6', correction };
}
/** `::ffff:10.0.0.1` → `::ffff:a00:1`. */
function withoutDottedTail(address) {
    const start = address.lastIndexOf(':') + 1;
    if (!address.includes('.'))
        return address;
    const [a = 0, b = 0, c = 0, d = 0] = address.slice(start).split('.').map(Number);
    return `${address.slice(0, start)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
/** The IPv4 address inside ::ffff:0:0/96, however its zeros are written; null for other addresses. */
function mappedIpv4(address) {
    const [head = '', tail] = address.split('::');
    const left = head === '' ? [] : head.split(':');
    const right = tail === undefined || tail === '' ? [] : tail.split(':');
    const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
    const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
    const [high = 0, low = 0] = groups.slice(6);
    if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff)
        return null;
    return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
function faultOfIpv4(address, suffix) {
    const octets = address.split('.');
    if (octets.some((octet) => /^0x[0-9a-f]*$/i.test(octet))) {
        return { problem: 'hexadecimal', what: 'has hexadecimal numbers, which tools read differently' };
    }
    if (!octets.every((octet) => /^[0-9]+$/.test(octet))) {
        return { problem: 'not-an-address', what: 'is no IPv4 or IPv6 address' };
    }
    if (octets.length < 4) {
        return { problem: 'short-form', what: 'has fewer than four numbers, which tools fill up differently' };
    }
    if (octets.length > 4)
        return { problem: 'not-an-address', what: 'has more than four numbers' };
    const padded = octets.find((octet) => /^0[0-9]/.test(octet));
    if (padded === undefined)
        return { problem: 'not-an-address', what: 'has a number above 255' };
    const plain = octets.map((octet) => octet.replace(/^0+(?=[0-9])/, ''));
    // Eight and more differ between octal and decimal; up to seven there is only one reading.
    const isOneReading = octets.every((octet, index) => octet === plain[index] || /^[0-7]$/.test(plain[index] ?? ''));
    const what = `has the number ${padded} with a leading zero, which some tools read as octal`;
    return { problem: 'leading-zero', what, ...(isOneReading && { correction: plain.join('.') + suffix }) };
}
function faultOfPrefix(address, prefix) {
    const most = (0,external_node_net_.isIPv4)(address) ? 32 : 128;
    if (prefix === undefined) {
        const what = `is one address without a prefix length; if it alone is meant, write ${address}/${most}`;
        return { problem: 'no-prefix', what };
    }
    if (prefix === '')
        return { problem: 'no-prefix', what: 'has no prefix length after the slash' };
    if (/^[+-]/.test(prefix))
        return { problem: 'sign', what: 'has a sign in its prefix length' };
    if (/^0[0-9]+$/.test(prefix)) {
        const correction = `${address}/${prefix.replace(/^0+(?=[0-9])/, '')}`;
        return { problem: 'leading-zero', what: 'has a leading zero in its prefix length', correction };
    }
    if (/^[0-9]+$/.test(prefix)) {
        const family = most === 32 ? 'IPv4' : 'IPv6';
        return {
            problem: 'prefix-range',
            what: `has a prefix length that ${family} does not have: 0 to ${most}`,
        };
    }
    const length = most === 32 ? prefixOfNetmask(prefix) : null;
    const correction = length === null ? undefined : `${address}/${length}`;
    const what = 'has no prefix length after the slash: decimal digits alone';
    return { problem: 'prefix-form', what, ...(correction !== undefined && { correction }) };
}
/** 16 for `255.255.0.0`; null for what is no netmask. */
function prefixOfNetmask(text) {
    if (!(0,external_node_net_.isIPv4)(text))
        return null;
    const bits = text
        .split('.')
        .map((octet) => Number(octet).toString(2).padStart(8, '0'))
        .join('');
    return /^1*0*$/.test(bits) ? bits.replace(/0/g, '').length : null;
}

;// CONCATENATED MODULE: ./lib/net/cidr-value.js
/** A block of addresses as a value, and the questions that need no other block than one or two. */
/** Length of an address of the family in bits. */
function addressBits(family) {
    return family === 4 ? 32 : 128;
}
/** Number of addresses in the block, network and broadcast address included. */
function capacity({ first, last }) {
    return last - first + 1n;
}
/** The block of that size which holds the address. The prefix must be one of the family. */
function blockOf(family, address, prefix) {
    const hostBits = BigInt(addressBits(family) - prefix);
    const first = (address >> hostBits) << hostBits;
    return { family, prefix, first, last: first + (1n << hostBits) - 1n };
}
/** How `a` lies to `b`. */
function relation(a, b) {
    if (a.family !== b.family || a.last < b.first || b.last < a.first)
        return 'disjoint';
    if (a.prefix === b.prefix)
        return 'equal';
    return a.prefix < b.prefix ? 'contains' : 'inside';
}
/** Whether every address of `inner` is one of `outer`; true for equal blocks. */
function covers(outer, inner) {
    const lies = relation(outer, inner);
    return lies === 'contains' || lies === 'equal';
}

;// CONCATENATED MODULE: ./lib/net/cidr-parse.js
/**
 * Reading addresses and blocks, strictly: one text has one meaning in every tool, or is refused. `010.0.0.0/8` is 10/8 to
 * Terraform and 8/8 to C libraries, `10/8` is 10.0.0.0/8 to one tool and 0.0.0.10/8 to another; a plan that is checked
 * with one reading and built with the other is not checked.
 */



/** Reads `address/prefix`. Never throws, whatever the text. */
function parseCidr(text) {
    const slash = text.indexOf('/');
    const ipv4 = slash === -1 ? -1 : readIpv4(text, slash);
    if (ipv4 !== -1) {
        const prefix = readPrefix(text, slash + 1, 32);
        if (prefix !== null)
            return ipv4Block(text, ipv4, prefix);
    }
    const read = readBlock(text);
    if (read === null) {
        return cidr_problems_explainRefusal(text, true, (correction) => canonicalOf(readBlock(correction)));
    }
    const { family, value, prefix } = read;
    const mask = hostMask(family, prefix);
    const last = value | mask;
    const first = last - mask;
    if (first !== value)
        return refuseHostBits(text, family, first, prefix);
    return { ok: true, cidr: { family, prefix, first, last } };
}
/** As numbers, since most blocks are IPv4 and each operation on a bigint makes another one. */
function ipv4Block(text, value, prefix) {
    const size = 2 ** (32 - prefix);
    const first = value - (value % size);
    if (first !== value)
        return refuseHostBits(text, 4, BigInt(first), prefix);
    return { ok: true, cidr: { family: 4, prefix, first: BigInt(first), last: BigInt(first + size - 1) } };
}
/** Reads one address without a prefix, as strictly as {@link parseCidr}. */
function parseAddress(text) {
    const read = readAddress(text, text.length);
    if (read !== null)
        return { ok: true, ...read };
    return explainRefusal(text, false, (correction) => {
        const address = readAddress(correction, correction.length);
        return address === null ? null : formatAddress(address.family, address.value);
    });
}
/** The parts of a well-formed block, host bits and all. */
function readBlock(text) {
    const slash = text.indexOf('/');
    if (slash === -1 || text.length > MAX_LENGTH)
        return null;
    const address = readAddress(text, slash);
    if (address === null)
        return null;
    const { family, value } = address;
    const prefix = readPrefix(text, slash + 1, addressBits(family));
    return prefix === null ? null : { family, value, prefix };
}
/** Canonical text of a block without host bits. */
function canonicalOf(read) {
    if (read === null || (read.value & hostMask(read.family, read.prefix)) !== 0n)
        return null;
    return `${cidr_format_formatAddress(read.family, read.value)}/${read.prefix}`;
}
function refuseHostBits(text, family, network, prefix) {
    const corrected = `${cidr_format_formatAddress(family, network)}/${prefix}`;
    const message = `${quoteText(text)} is an address inside ${corrected}, not the network itself: bits after the first ${prefix} are set.`;
    return { ok: false, problem: 'host-bits', message, corrected };
}
const HOST_MASKS = {
    4: Array.from({ length: 33 }, (_, prefix) => (1n << BigInt(32 - prefix)) - 1n),
    6: Array.from({ length: 129 }, (_, prefix) => (1n << BigInt(128 - prefix)) - 1n),
};
function hostMask(family, prefix) {
    return HOST_MASKS[family][prefix] ?? 0n;
}
const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const COLON = 0x3a;
/** Decimal digits without sign, leading zero or anything else; null when it is not that or above `most`. */
function readPrefix(text, start, most) {
    const { length } = text;
    if (length === start || length > start + 3)
        return null;
    if (length > start + 1 && text.charCodeAt(start) === ZERO)
        return null;
    let value = 0;
    for (let index = start; index < length; index += 1) {
        const code = text.charCodeAt(index);
        if (code < ZERO || code > NINE)
            return null;
        value = value * 10 + code - ZERO;
    }
    return value <= most ? value : null;
}
/** What `net.isIP` takes for an address, except zones, dotted tails and IPv4 in disguise; the text ends at `end`. */
function readAddress(text, end) {
    const ipv4 = readIpv4(text, end);
    if (ipv4 !== -1)
        return { family: 4, value: BigInt(ipv4) };
    if (!readGroups(text, end))
        return null;
    const value = (groups.getBigUint64(0) << 64n) | groups.getBigUint64(8);
    return isIpv4Mapped(value) ? null : { family: 6, value };
}
/** ::ffff:0:0/96 of RFC 4291 §2.5.5.2: an IPv4 address that other tools would compare with nothing. */
function isIpv4Mapped(value) {
    return value >> 32n === 0xffffn;
}
/**
 * Four decimal numbers up to 255 without leading zeros; -1 for anything else. Reads where it stands rather than by
 * `net.isIP` and slices, which take most of the time when there are many; tests hold the two against each other.
 */
function readIpv4(text, end) {
    let value = 0;
    let octet = -1;
    let dots = 0;
    for (let index = 0; index < end; index += 1) {
        const code = text.charCodeAt(index);
        if (code >= ZERO && code <= NINE) {
            if (octet === 0)
                return -1;
            octet = (octet === -1 ? 0 : octet * 10) + code - ZERO;
            if (octet > 255)
                return -1;
        }
        else if (code === DOT && octet !== -1 && dots < 3) {
            value = value * 256 + octet;
            octet = -1;
            dots += 1;
        }
        else
            return -1;
    }
    return dots === 3 && octet !== -1 ? value * 256 + octet : -1;
}
/** The eight groups of the address read last, in network byte order. */
const groups = new DataView(new ArrayBuffer(16));
/** Reads IPv6 into `groups`: up to eight groups of one to four hexadecimal digits, `::` once for one group or more. */
function readGroups(text, end) {
    let count = 0;
    let gap = -1;
    let index = 0;
    if (text.charCodeAt(0) === COLON) {
        if (end < 2 || text.charCodeAt(1) !== COLON)
            return false;
        gap = 0;
        index = 2;
    }
    while (index < end) {
        let digits = 0;
        let group = 0;
        for (; index < end; index += 1) {
            const digit = hexDigit(text.charCodeAt(index));
            if (digit === -1)
                break;
            group = group * 16 + digit;
            digits += 1;
        }
        if (digits === 0 || digits > 4 || count === 8)
            return false;
        groups.setUint16(count * 2, group);
        count += 1;
        if (index === end)
            break;
        if (text.charCodeAt(index) !== COLON || index + 1 === end)
            return false;
        index += 1;
        if (text.charCodeAt(index) === COLON) {
            if (gap !== -1)
                return false;
            gap = count;
            index += 1;
        }
    }
    return gap === -1 ? count === 8 : openGap(gap, count);
}
/** Moves the groups after `::` to the end and puts zeros in between; false when there is no room for one. */
function openGap(gap, count) {
    if (count > 7)
        return false;
    for (let from = count - 1, to = 7; to >= gap; from -= 1, to -= 1) {
        groups.setUint16(to * 2, from >= gap ? groups.getUint16(from * 2) : 0);
    }
    return true;
}
/** Value of the character code as hexadecimal digit; -1 when it is none. */
function hexDigit(code) {
    if (code >= ZERO && code <= NINE)
        return code - ZERO;
    const letter = code | 0x20;
    return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

;// CONCATENATED MODULE: ./lib/report/address-blocks.js

/** From the AWS side over the tunnels to the Azure side, as the traffic goes. */
const LANES = [
    { title: 'EKS services', roles: ['service'], hue: 'aws' },
    { title: 'VPC', roles: ['vpc'], hue: 'aws' },
    { title: 'AWS subnets', roles: ['aws-subnet'], hue: 'aws' },
    { title: 'Transit gateway', roles: ['tgw-cidr'], hue: 'aws' },
    { title: 'Tunnels', roles: ['tunnel-inside'], hue: 'tunnels' },
    { title: 'Virtual network', roles: ['vnet'], hue: 'azure' },
    { title: 'Azure subnets', roles: ['azure-subnet'], hue: 'azure' },
    { title: 'Remote nodes', roles: ['remote-node'], hue: 'azure' },
    { title: 'Remote pods', roles: ['remote-pod'], hue: 'pods' },
    { title: 'Cilium pool', roles: ['cluster-pool'], hue: 'pods' },
    { title: 'Hybrid gateway', roles: ['gateway-vpc', 'gateway-pods'], hue: 'pods' },
    { title: 'Peers', roles: ['peer'], hue: 'peers' },
];
/** What a role is called in tables and trees. */
const ROLE_NAMES = {
    vpc: 'VPC',
    'aws-subnet': 'AWS subnet',
    'tgw-cidr': 'Transit Gateway block',
    service: 'EKS services',
    'remote-node': 'remote nodes',
    'remote-pod': 'remote pods',
    vnet: 'virtual network',
    'azure-subnet': 'Azure subnet',
    'cluster-pool': 'Cilium pool',
    'tunnel-inside': 'tunnel',
    'gateway-vpc': 'hybrid gateway, VPC',
    'gateway-pods': 'hybrid gateway, pods',
    peer: 'peer',
};
/** More than this nobody takes in at a glance. Ranges with findings come first, then the larger ones. */
const MOST_BLOCKS = 120;
/** Whether a finding is marked in the picture: what is ignored or only told is not. */
function address_blocks_isMarked({ severity, ignored }) {
    return severity !== 'info' && ignored === null;
}
/** The ranges of a document as blocks, in order of address. */
function blocksOf({ facts, findings }) {
    const numbers = findingNumbers(findings);
    const blocks = new Map();
    const malformed = new Set();
    for (const range of facts.ranges) {
        const parsed = parseCidr(range.text);
        if (!parsed.ok) {
            malformed.add(range.text);
            continue;
        }
        const key = keyOf(range.role, range.text);
        const known = blocks.get(key);
        blocks.set(key, known ?? address_blocks_blockOf(range, parsed.cidr, numbers.get(key) ?? []));
    }
    const byWeight = [...blocks.values()].sort((one, other) => Math.sign(other.findings.length) - Math.sign(one.findings.length) ||
        shareOf(one.cidr) - shareOf(other.cidr));
    return {
        shown: byWeight.slice(0, MOST_BLOCKS).sort(byAddress),
        left: Math.max(0, byWeight.length - MOST_BLOCKS),
        malformed: [...malformed],
    };
}
/** Prefix length as a part of the family's bits, so that IPv6 is not always the smallest. */
function shareOf({ family, prefix }) {
    return prefix / (family === 4 ? 32 : 128);
}
function address_blocks_blockOf({ role, text, name }, cidr, findings) {
    return { role, text, name, cidr, findings };
}
function keyOf(role, text) {
    return `${role} ${text}`;
}
function findingNumbers(findings) {
    const numbers = new Map();
    for (const [index, finding] of findings.entries()) {
        if (!address_blocks_isMarked(finding))
            continue;
        for (const key of new Set(finding.subjects.map(({ role, text }) => keyOf(role, text)))) {
            numbers.set(key, [...(numbers.get(key) ?? []), index + 1]);
        }
    }
    return numbers;
}
/** By family, first address, then the containing block before the contained. */
function byAddress(one, other) {
    const [a, b] = [one.cidr, other.cidr];
    if (a.family !== b.family)
        return a.family - b.family;
    if (a.first !== b.first)
        return a.first < b.first ? -1 : 1;
    return a.prefix - b.prefix || LANE_OF[one.role] - LANE_OF[other.role];
}
/** Index of the lane of each role. */
const LANE_OF = Object.fromEntries(LANES.flatMap(({ roles }, index) => roles.map((role) => [role, index])));

;// CONCATENATED MODULE: ./lib/report/markdown.js
/**
 * Text of others as Markdown that only shows it. GitHub works on what Markdown gives once more and turns mentions,
 * issue numbers, commits and addresses into links, wherever they are not code; so text of others that could be one of
 * these becomes code. Bots read the raw text by lines; so no line of it begins with a slash.
 */
/**
 * What is not seen or changes how its surroundings are seen: control and format characters, marks of direction,
 * fillers, spaces that are not the space, halves of characters, and marks piled up on one letter.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}|(?<=\p{M}{3})\p{M}/gu;
/** `text` with everything that is not seen written as Terraform escapes it: `\u202e`. Line ends and tabs, too. */
function visible(text) {
    return text.replaceAll(UNSEEN, escapeOf);
}
function escapeOf(character) {
    const point = character.codePointAt(0) ?? 0;
    const hex = point.toString(16);
    return point > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
/** One line: white space that only lays text out becomes a single space, the rest is made visible. */
function oneLine(text) {
    return visible(text.replaceAll(/[\t\n\r ]+/g, ' '));
}
/** Characters of a name; what is longer loses its middle, so that no single name can fill a page. */
const LONGEST_NAME = 300;
/** `text`, without its middle when it is longer than `most` characters; says how long it was. */
function shorten(text, most) {
    if (text.length <= most)
        return text;
    const start = Math.ceil(most * 0.7);
    return `${text.slice(0, start)} … (${String(text.length)} characters) … ${text.slice(start - most)}`;
}
/** Text as an inline code span, whatever it holds: the fence is longer than any run of backticks inside. */
function markdown_code(text, most = LONGEST_NAME) {
    const flat = oneLine(shorten(text, most));
    if (flat.trim() === '')
        return '` `';
    const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((match) => match[0].length));
    const fence = '`'.repeat(longest + 1);
    const pad = /^`|`$|^ .* $/.test(flat) ? ' ' : '';
    return `${fence}${pad}${flat}${pad}${fence}`;
}
/**
 * Text as code in HTML, for the line of a fold, where GitHub reads no Markdown, and for cells of tables. Everything but
 * letters and digits is written as a number, so that it means nothing in Markdown either.
 */
function htmlCode(text) {
    const flat = oneLine(shorten(text, LONGEST_NAME)).replaceAll(/[^\p{L}\p{N}\p{M} /-]/gu, (character) => `&#${String(character.codePointAt(0) ?? 0)};`);
    return `<code>${flat}</code>`;
}
/** A code span inside a table cell, where GitHub splits at every pipe that is not escaped, also within code. */
function markdown_codeCell(text) {
    return /[|\\]/.test(text) ? htmlCode(text) : markdown_code(text);
}
/**
 * What GitHub makes a link of: addresses, mentions, issues and pull requests. Repetitions before the mark that tells are
 * bounded: they would be tried from each character of a long word.
 */
const LINKABLE = /((?:[\w+.-]{0,20}:\/\/|www\.)\S+|[\w.+-]{0,64}@\w[\w./:-]*|[\w./-]{0,100}#\d\w*|\bGH-\d\w*)/gi;
/** A commit, also in what the split at the others left. */
const COMMIT = /\b([0-9a-f]{7,64})\b/gi;
/** Text that is only text: no emphasis, link, mention, tag, list, heading or table border can come of it. */
function markdown_plain(text) {
    return atStart(inline(text.trim()));
}
function inline(text) {
    const flat = text.replaceAll(/[\t\n\r ]+/g, ' ');
    return alternate(flat, LINKABLE, (rest) => alternate(rest, COMMIT, escaped));
}
/** What matches `pattern` (one group) as code, the rest as `otherwise` has it. */
function alternate(text, pattern, otherwise) {
    return text
        .split(pattern)
        .map((part, index) => (index % 2 === 1 ? markdown_code(part) : otherwise(part)))
        .join('');
}
function escaped(text) {
    return visible(text)
        .replaceAll(/[\\`*_{}[\]()#+!|~]/g, (character) => `\\${character}`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('$', '&#36;')
        .replaceAll('@', '@\u200B');
}
/** The start of a line makes lists, rules and headings of some characters, and commands for bots of a slash. */
function atStart(text) {
    return text.replace(/^[-=/]/, (character) => `\\${character}`).replace(/^(\d+)([.)])/, '$1\\$2');
}
/** Sentences of ours that mark names with backticks: those become code, the rest stays plain. */
function markdown_prose(text) {
    return atStart(alternate(text.trim(), /`([^`\n]+)`/, inline));
}
/** A fenced block; the fence is longer than any run of backticks in the text, and no line is a command for a bot. */
function markdown_fenced(text, language = '') {
    const lines = text
        .replaceAll('\r\n', '\n')
        .split('\n')
        .map((line) => visible(line.replaceAll('\t', '    ')));
    const isCommand = lines.some((line) => /^\s*\//.test(line));
    const shown = lines.map((line) => (isCommand ? `│ ${line}` : line)).join('\n');
    const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map((match) => match[0].length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${shown}\n${fence}`;
}
/**
 * A folded part. The title is HTML: names in it go through `htmlCode`. The blank lines make GitHub read the content as
 * Markdown.
 */
function markdown_folded(title, content, isOpen = false) {
    const tag = isOpen ? '<details open>' : '<details>';
    return `${tag}\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** A table; cells are taken as they are, so values go through `codeCell` or `plain` first. */
function markdown_table(columns, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [
        line(columns.map((column) => column.heading)),
        line(columns.map((column) => (column.align === 'right' ? '--:' : '---'))),
        ...rows.map(line),
    ].join('\n');
}
/** `1 stack`, `3 stacks`. */
function markdown_plural(count, one, many = `${one}s`) {
    return `${String(count)} ${count === 1 ? one : many}`;
}

;// CONCATENATED MODULE: ./lib/report/address-tree.js


/** Characters of a name; the tree must not wrap in a job summary. */
const address_tree_LONGEST_NAME = 40;
/**
 * The address space as a tree of text, for where GitHub shows no picture: each block below the one that contains it,
 * in order of address, with its role, and ✗ with the numbers of the findings about it. '' when there is nothing to show.
 */
function address_tree_addressTree(content) {
    const { shown, left } = blocksOf(content);
    if (shown.length === 0)
        return '';
    const rows = rowsOf(shown);
    const treeWidth = Math.max(...rows.map(({ tree }) => tree.length));
    const roleWidth = Math.max(...rows.map(({ block }) => ROLE_NAMES[block.role].length));
    const lines = rows.map(({ tree, block }) => {
        const name = visible(block.name);
        const shortName = name.length > address_tree_LONGEST_NAME ? `${name.slice(0, address_tree_LONGEST_NAME - 1)}…` : name;
        const marks = block.findings.length === 0 ? '' : `  ✗ ${block.findings.map(String).join(', ')}`;
        return `${tree.padEnd(treeWidth)}  ${ROLE_NAMES[block.role].padEnd(roleWidth)}  ${shortName}${marks}`.trimEnd();
    });
    const more = left === 0 ? [] : [`… and ${markdown_plural(left, 'further range')} without findings`];
    return markdown_fenced([...lines, ...more].join('\n'), 'text');
}
/** Blocks are in order of address, so the ancestors of the next block are a stack. */
function rowsOf(blocks) {
    const parents = parentsOf(blocks);
    const isLastChild = parents.map((parent, index) => parents.lastIndexOf(parent) === index);
    return blocks.map((block, index) => {
        const stems = [];
        let at = index;
        while ((parents[at] ?? -1) !== -1) {
            const last = isLastChild[at] === true;
            if (at === index)
                stems.unshift(last ? '└─ ' : '├─ ');
            else
                stems.unshift(last ? '   ' : '│  ');
            at = parents[at] ?? -1;
        }
        return { tree: `${stems.join('')}${visible(block.text)}`, block };
    });
}
/** Index of the smallest block around each, -1 for none. */
function parentsOf(blocks) {
    const around = [];
    return blocks.map(({ cidr }, index) => {
        while (around.length > 0) {
            const top = blocks[around.at(-1) ?? -1]?.cidr;
            if (top?.family === cidr.family && top.last >= cidr.last)
                break;
            around.pop();
        }
        const parent = around.at(-1) ?? -1;
        around.push(index);
        return parent;
    });
}

;// CONCATENATED MODULE: ./lib/report/address-summary.js



const SEVERITY = {
    error: '❌ error',
    warning: '⚠️ warning',
    info: 'ℹ️ info',
};
/** Findings in one table; what is beyond is counted, the document has all. */
const MOST_FINDINGS = 50;
/** What stands in the way, in one line: `2 errors, 1 warning in 24 ranges`. */
function addressVerdict({ verdict, counts, checked }) {
    const found = [
        ...(counts.errors > 0 ? [markdown_plural(counts.errors, 'error')] : []),
        ...(counts.warnings > 0 ? [markdown_plural(counts.warnings, 'warning')] : []),
        ...(counts.unknown > 0 ? [`${String(counts.unknown)} unknown`] : []),
    ].join(', ');
    const of = `in ${markdown_plural(checked.ranges, 'range')} and ${markdown_plural(checked.asns, 'autonomous system')}`;
    if (verdict === 'passed')
        return `no conflict ${of}${found === '' ? '' : ` (${found})`}`;
    return `${found === '' ? 'nothing could be checked' : found} ${of}`;
}
const MARK = { passed: '✅', failed: '❌', unknown: '❔' };
/** The job summary: verdict, what to do, findings, the address space, then what was read, folded. */
function addressSummary(document) {
    const tree = addressTree(document);
    return [
        { markdown: `## ${MARK[document.verdict]} Address plan: ${addressVerdict(document)}` },
        { markdown: advice(document) },
        { markdown: findingsTable(document), shorter: findingsTable(document, 10) },
        { markdown: unknownList(document) },
        { markdown: tree === '' ? '' : folded('The address space', tree, document.verdict !== 'passed') },
        { markdown: suggestion(document) },
        { markdown: rangesTable(document) },
    ].filter((part) => part.markdown !== '');
}
/** The part about addresses in the comment of a pull request, from the whole to the verdict alone. */
function addressSections({ document, unknownReason }) {
    if (document === null)
        return [`### ❔ Address plan: unknown, ${markdown_plain(unknownReason)}`];
    if (isEmpty(document))
        return ['No address range in these plans, so none was checked.'];
    const title = `### ${MARK[document.verdict]} Address plan: ${addressVerdict(document)}`;
    if (document.verdict === 'passed' && document.findings.length === 0)
        return [title];
    const tree = address_tree_addressTree(document);
    const space = tree === '' ? '' : markdown_folded('The address space', tree);
    const more = 'The job summary of the address check has all of it.';
    const unknown = unknownList(document);
    return [
        [title, findingsTable(document), unknown, space],
        [title, findingsTable(document), more],
        [title, findingsTable(document, 3), more],
        [title],
    ].map((parts) => parts.filter((part) => part !== '').join('\n\n'));
}
/** For the heading of the comment; '' where nothing is wrong. */
function addressWords(report) {
    if (report === null)
        return '';
    const { document } = report;
    if (document === null)
        return 'addresses unknown';
    if (document.verdict === 'failed')
        return markdown_plural(document.counts.errors, 'address error');
    return document.verdict === 'unknown' && !isEmpty(document) ? 'addresses not all known' : '';
}
/** The gravest finding as a GitHub alert; '' without an error. */
function addressAlert(report) {
    const [first] = report?.document?.findings ?? [];
    if (first === undefined || report?.document?.verdict !== 'failed')
        return '';
    return `> [!CAUTION]\n> **Addresses conflict:** ${markdown_plain(first.sentence)}`;
}
/** Plans of stacks that have nothing to do with addresses. */
function isEmpty({ checked, counts, unknown }) {
    const { errors, warnings } = counts;
    return checked.ranges + checked.asns + errors + warnings + unknown.length === 0;
}
function advice({ verdict, findings, unknown, checked }) {
    const first = findings.find(isMarked);
    if (verdict === 'failed' && first !== undefined) {
        return `**${plain(first.sentence)}** ${prose(first.remedy)}`;
    }
    if (checked.ranges === 0)
        return 'No range was found in what was read, so nothing was checked.';
    if (verdict === 'unknown') {
        const [one] = unknown;
        const reason = one === undefined ? '' : `, first of all: ${plain(one.what)} (${plain(one.reason)})`;
        return `No error was found, but not everything could be read${reason}.`;
    }
    return first === undefined ? 'Nothing to do.' : `${plain(first.sentence)} ${prose(first.remedy)}`;
}
/** Numbers are those of the picture and the tree: places in the document's list. */
function findingsTable({ findings, unlisted }, most = MOST_FINDINGS) {
    if (findings.length === 0)
        return '';
    const columns = [
        { heading: '#', align: 'right' },
        { heading: 'Severity' },
        { heading: 'What' },
        { heading: 'Which' },
        { heading: 'What to do' },
    ];
    const rows = findings
        .slice(0, most)
        .map((finding, index) => [
        String(index + 1),
        finding.ignored === null
            ? SEVERITY[finding.severity]
            : `ignored until ${finding.ignored.until}: ${cell(finding.ignored.reason)}`,
        `${cell(finding.sentence)} <br>${markdown_codeCell(finding.code)} ${markdown_codeCell(finding.rule)}`,
        finding.subjects.map(subject).join(' <br>'),
        [markdown_prose(finding.remedy).replaceAll('|', '\\|'), ...freeBlock(finding)].join(' <br>'),
    ]);
    const cut = findings.length - rows.length + unlisted;
    return [
        markdown_table(columns, rows),
        ...(cut > 0 ? [`${markdown_plural(cut, 'further finding')} in the document.`] : []),
    ].join('\n\n');
}
function subject({ role, text, name, origin }) {
    return `${markdown_codeCell(text)} ${cell(roleName(role))}${name === '' ? '' : ` ${cell(name)}`} (${placeOf(origin)})`;
}
function freeBlock({ freeBlock }) {
    return freeBlock === null ? [] : [`Free: ${markdown_codeCell(freeBlock.cidr)} in ${markdown_codeCell(freeBlock.within)}`];
}
function roleName(role) {
    return Object.hasOwn(ROLE_NAMES, role) ? ROLE_NAMES[role] : role;
}
function cell(text) {
    return markdown_plain(text);
}
/** Where to look: the file and line, the Terraform address, the cloud's id, or at least the source. */
function placeOf(origin) {
    return markdown_codeCell(placeText(origin));
}
/** The same as text without Markdown. */
function placeText({ file, line, address, id, source }) {
    if (file !== undefined && line !== undefined)
        return `${file}:${String(line)}`;
    if (address !== undefined)
        return source === '' ? address : `${source}: ${address}`;
    return id ?? file ?? source;
}
function unknownList({ unknown }) {
    if (unknown.length === 0)
        return '';
    const lines = unknown
        .slice(0, MOST_FINDINGS)
        .map(({ what, reason, origin }) => `- ${markdown_plain(what)}: ${markdown_plain(reason)} (${markdown_code(placeText(origin))})`);
    const cut = unknown.length - lines.length;
    if (cut > 0)
        lines.push(`- and ${String(cut)} more`);
    return `**Not known, and so not checked:**\n\n${lines.join('\n')}`;
}
function suggestion({ suggestion: text }) {
    if (text === null)
        return '';
    return `**A plan that passes every check**, for the foundation stack:\n\n${fenced(text.trimEnd(), 'hcl')}`;
}
function rangesTable({ facts, checked, sources }) {
    const columns = [{ heading: 'What' }, { heading: 'Value' }, { heading: 'Name' }, { heading: 'From' }];
    const entries = [
        ...facts.ranges.map(({ role, text, name, origin }) => ({ what: roleName(role), text, name, origin })),
        ...facts.asns.map(({ role, text, name, origin }) => ({ what: `AS of ${role}`, text, name, origin })),
    ];
    if (entries.length === 0)
        return '';
    const rows = entries
        .slice(0, 400)
        .map(({ what, text, name, origin }) => [cell(what), codeCell(text), cell(name), placeOf(origin)]);
    const title = `${plural(checked.ranges, 'range')}, ${plural(checked.pairs, 'pair')} compared by ${plural(checked.rules, 'rule')}`;
    const read = sources.length === 0 ? '' : `Read: ${sources.map((source) => code(source)).join(', ')}`;
    const cut = entries.length - rows.length;
    const more = cut > 0 ? `${String(cut)} more are in the document.` : '';
    return folded(title, [table(columns, rows), more, read].filter((part) => part !== '').join('\n\n'));
}

;// CONCATENATED MODULE: ./lib/report/address-groups.js
/** Names in one text; more would make lines of which nothing can be found. */
const MOST_IN_GROUP = 60;
const KEY = /\[(\d+|"(?:[^"\\]|\\.)*")\]/g;
/**
 * The addresses in few words: those that differ by one key share a text, runs of numbers are told by both ends, and
 * resources of one type in one module share a text. Every address is named once, in the order of first appearance.
 */
function groupAddresses(addresses) {
    const families = groupBy(addresses.map(address_groups_parse), (address) => JSON.stringify(address.literals));
    const single = [];
    const found = [];
    for (const family of families) {
        const [first] = family;
        if (first === undefined)
            continue;
        if (first.keys.length === 0)
            single.push(first.whole, ...family.slice(1).map(({ whole }) => whole));
        else
            found.push(...byOneKey(family, first.keys.length));
    }
    return [...found, ...byName(single)];
}
function address_groups_parse(whole) {
    const keys = [...whole.matchAll(KEY)].map((match) => match[1] ?? '');
    const parts = whole.split(KEY);
    return { whole, literals: parts.filter((_, index) => index % 2 === 0), keys };
}
/** The key that takes the most values is told as a list, the others stay in the text. */
function byOneKey(family, keys) {
    const distinct = Array.from({ length: keys }, (_, position) => new Set(family.map((each) => each.keys[position])).size);
    const varied = distinct.indexOf(Math.max(...distinct));
    const alike = groupBy(family, (each) => JSON.stringify(each.keys.with(varied, '')));
    return alike.flatMap((members) => {
        const [first] = members;
        if (first === undefined)
            return [];
        const around = (from, to) => first.literals
            .slice(from, to)
            .map((literal, index) => {
            const key = first.keys[from + index];
            return from + index === varied || key === undefined ? literal : `${literal}[${key}]`;
        })
            .join('');
        const [before, after] = [around(0, varied + 1), around(varied + 1, first.literals.length)];
        const values = members.map((each) => each.keys[varied] ?? '');
        return inLines(runsOf(values, '"')).map(({ text, count }) => ({
            text: `${before}[${text}]${after}`,
            count,
        }));
    });
}
/** Resources without keys, by the module and type they share. */
function byName(addresses) {
    return groupBy(addresses, (address) => address.slice(0, address.lastIndexOf('.') + 1)).flatMap((members) => {
        const [first = ''] = members;
        const prefix = first.slice(0, first.lastIndexOf('.') + 1);
        if (members.length === 1)
            return [{ text: first, count: 1 }];
        const names = members.map((address) => address.slice(prefix.length));
        return inLines(runsOf(names, '')).map(({ text, count }) => ({ text: `${prefix}{${text}}`, count }));
    });
}
function inLines(runs) {
    const lines = [];
    for (let from = 0; from < runs.length; from += MOST_IN_GROUP) {
        const part = runs.slice(from, from + MOST_IN_GROUP);
        lines.push({
            text: part.map(({ text }) => text).join(', '),
            count: part.reduce((sum, { count }) => sum + count, 0),
        });
    }
    return lines;
}
/** Values that count up by one become `first … last`, from three on. */
function runsOf(values, quote) {
    return groupBy(values.map((value) => numbered(value, quote)), ({ series }) => series).flatMap((series) => {
        const sorted = [...series].sort((one, other) => one.number - other.number);
        const runs = [];
        for (const each of sorted) {
            const run = runs.at(-1);
            if (run !== undefined && run.at(-1)?.number === each.number - 1)
                run.push(each);
            else
                runs.push([each]);
        }
        return runs.flatMap((run) => run.length < 3
            ? run.map(({ value }) => ({ text: value, count: 1 }))
            : [{ text: `${run[0]?.value ?? ''} … ${run.at(-1)?.value ?? ''}`, count: run.length }]);
    });
}
/** Numbers with leading zeros count only among those of their length: `08`, `09`, but `10` starts anew. */
function numbered(value, quote) {
    const inner = quote === '"' && value.startsWith('"') ? value.slice(1, -1) : value;
    const found = /^(.*?)(\d{1,15})(\D*)$/s.exec(inner);
    if (found === null)
        return { value, series: `=${value}`, number: 0 };
    const [, before = '', digits = '', after = ''] = found;
    const width = digits.length > 1 && digits.startsWith('0') ? digits.length : 0;
    const quoted = inner !== value;
    return { value, series: `#${JSON.stringify([quoted, before, after, width])}`, number: Number(digits) };
}
function groupBy(values, keyOf) {
    const groups = new Map();
    for (const value of values) {
        const key = keyOf(value);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [value]);
        else
            group.push(value);
    }
    return [...groups.values()];
}

;// CONCATENATED MODULE: ./lib/report/attribute-diff.js

/** Attributes of one object that are shown with their values; those that force its replacement come first. */
const MOST_ATTRIBUTES = 40;
/** Characters of one value. */
const LONGEST_VALUE = 300;
/** Two values that together are longer than this stand below each other. */
const LONGEST_PAIR = 90;
const MOST_LINES = 60;
/** What differs in each object, as a block that GitHub colours: `+` new, `-` gone, `!` changed. */
function attributeDiff(changes) {
    return markdown_fenced(changes.flatMap(changeLines).join('\n'), 'diff');
}
/** The same for values of outputs, whose names the paths begin with; '' when none has a value to show. */
function outputDiff(outputs) {
    const lines = outputs.flatMap(differenceLines);
    return lines.length === 0 ? '' : markdown_fenced(lines.join('\n'), 'diff');
}
function changeLines(change) {
    return [`@@ ${nameOf(change.address)} @@${noteOf(change)}`, ...differenceLines(change)];
}
function differenceLines(change) {
    const forcing = change.attributes.filter((attribute) => attribute.forcesReplacement);
    const others = change.attributes.filter((attribute) => !attribute.forcesReplacement);
    const shown = [...forcing, ...others].slice(0, MOST_ATTRIBUTES);
    const left = change.attributes.length - shown.length + change.attributesOmitted;
    return [...shown.flatMap(attributeLines), ...(left > 0 ? [`  … and ${String(left)} more`] : [])];
}
function nameOf(text) {
    return visible(shorten(text, LONGEST_VALUE));
}
function noteOf({ deposed, previousAddress, importing }) {
    const notes = [
        ...(deposed === null ? [] : [`deposed ${nameOf(deposed)}`]),
        ...(previousAddress === null ? [] : [`from ${nameOf(previousAddress)}`]),
        ...(importing ? ['imported'] : []),
    ];
    return notes.length === 0 ? '' : ` ${notes.join(', ')}`;
}
const attribute_diff_MARK = { added: '+', removed: '-', changed: '!' };
/** One attribute: on one line when both values have room there, else on two, or line by line when it has lines. */
function attributeLines(attribute) {
    const name = attribute.path === '' ? '(the whole object)' : nameOf(attribute.path);
    const force = attribute.forcesReplacement ? '  # forces replacement' : '';
    const mark = attribute_diff_MARK[attribute.change];
    if (attribute.lines !== null && !attribute.sensitive) {
        return [`${mark} ${name} =${force}`, ...textLines(attribute.lines)];
    }
    const [before, after] = [beforeOf(attribute), afterOf(attribute)];
    if (before === undefined || after === undefined || before === after) {
        const only = after ?? before;
        return [`${mark} ${name}${only === undefined ? '' : ` = ${only}`}${force}`];
    }
    if (name.length + before.length + after.length <= LONGEST_PAIR) {
        return [`${mark} ${name} = ${before} → ${after}${force}`];
    }
    return [`- ${name} = ${before}${force}`, `+ ${name} = ${after}`];
}
function beforeOf(attribute) {
    if (attribute.change === 'added')
        return undefined;
    if (attribute.sensitive)
        return '(sensitive)';
    return attribute.before === null ? undefined : nameOf(attribute.before);
}
function afterOf(attribute) {
    if (attribute.change === 'removed')
        return undefined;
    if (attribute.sensitive)
        return '(sensitive)';
    if (attribute.after !== null)
        return nameOf(attribute.after);
    return attribute.unknown ? '(known after apply)' : undefined;
}
/** The bar keeps lines of a text apart from ours, and from what bots take for commands. */
function textLines(lines) {
    const shown = lines.slice(0, MOST_LINES).map(({ kind, text }) => `${kind} │ ${nameOf(text)}`);
    const left = lines.length - shown.length;
    return left > 0 ? [...shown, `  … and ${String(left)} more lines`] : shown;
}

;// CONCATENATED MODULE: ./lib/terraform/plan-counts.js

/** Which counts a row of a kind adds to. */
const COUNTED = {
    create: ['create'],
    update: ['update'],
    replace: ['replace', 'destroys'],
    delete: ['delete', 'destroys'],
    read: ['read'],
    forget: ['forget'],
    'create-forget': ['createForget'],
    import: ['importOnly'],
    move: ['moveOnly'],
    'no-op': ['noOp'],
};
/** Adds one row to the counts. */
function countRow(tally, row, kind, order) {
    for (const count of COUNTED[kind])
        tally[count] += 1;
    if (order === 'delete-first')
        tally.replaceDeleteFirst += 1;
    if (order === 'create-first')
        tally.replaceCreateFirst += 1;
    if (isImporting(row))
        tally.import += 1;
    if (movedFrom(row) !== null)
        tally.move += 1;
}
/** A fresh set of counts, all zero. */
function noCounts() {
    return {
        create: 0,
        update: 0,
        replace: 0,
        replaceDeleteFirst: 0,
        replaceCreateFirst: 0,
        delete: 0,
        read: 0,
        forget: 0,
        createForget: 0,
        importOnly: 0,
        moveOnly: 0,
        noOp: 0,
        import: 0,
        move: 0,
        destroys: 0,
        deferred: 0,
        actionInvocations: 0,
        outputs: 0,
        drift: 0,
        failedChecks: 0,
    };
}

;// CONCATENATED MODULE: ./lib/report/stack-report.js
/** How the plan of one stack stands; the order is from good to bad. */
const STACK_STATUSES = ['no-changes', 'changes', 'unknown', 'failed'];
/** A cancelled or missing plan is unknown: it says nothing about what would change. */
function statusOf(report) {
    if (report.plan === undefined || report.plan.status === 'cancelled')
        return 'unknown';
    return report.plan.status;
}
/** Name of the stack, with the workspace when it is not the default one. */
function labelOf({ stack, plan }) {
    return plan === undefined || plan.workspace === 'default' ? stack : `${stack} (${plan.workspace})`;
}
/** A stack without anything to say: its plan is whole, changes nothing and found nothing. */
function stack_report_isQuiet(report) {
    const { plan } = report;
    if (plan === undefined || statusOf(report) !== 'no-changes')
        return false;
    const found = plan.drift.length + plan.diagnostics.length + plan.risks.length + plan.deferred.length > 0 ||
        plan.checks.some((check) => check.status === 'fail' || check.status === 'error');
    return !found && plan.complete !== false && plan.refreshed;
}
/** Whether a reviewer must see it without unfolding: a failure, something unknown or destroyed, a grave risk. */
function isGrave(report) {
    const status = statusOf(report);
    if (status === 'failed' || status === 'unknown')
        return true;
    const { worstRisk, counts } = report.plan ?? {};
    return worstRisk === 'critical' || worstRisk === 'high' || (counts?.destroys ?? 0) > 0;
}
/** Lower comes first in the comment: failures, unknowns, critical and high risks, destroys, the rest. */
function rankOf(report) {
    const status = statusOf(report);
    if (status === 'failed')
        return 0;
    if (status === 'unknown')
        return 1;
    const { worstRisk, counts } = report.plan ?? {};
    if (worstRisk === 'critical')
        return 2;
    if (worstRisk === 'high')
        return 3;
    return (counts?.destroys ?? 0) > 0 ? 4 : 5;
}
function worstStatus(reports) {
    if (reports.length === 0)
        return 'no-stacks';
    return (STACK_STATUSES[Math.max(...reports.map((report) => STACK_STATUSES.indexOf(statusOf(report))))] ??
        'unknown');
}

;// CONCATENATED MODULE: ./lib/report/plan-risks.js




/** Fewer addresses than this are listed one by one. */
const FEW_ADDRESSES = 6;
const LONGEST_GROUP = 20_000;
/** Groups of addresses, and characters of each, that a lesser risk names. */
const MOST_GROUPS = 6;
const SHORT_GROUP = 300;
function risksOf(reports, level) {
    return reports.reduce((sum, { plan }) => sum + (plan?.risks.filter(hasLevel(level)).length ?? 0), 0);
}
function hasLevel(level) {
    return (risk) => risk.level === level;
}
/** The critical and the high risks of all stacks, as GitHub alerts that stand open. */
function plan_risks_riskAlerts(reports, detail) {
    const kinds = [
        ['critical', 'CAUTION'],
        ['high', 'WARNING'],
    ];
    return kinds.flatMap(([level, kind]) => {
        const lines = reports.flatMap((report) => (report.plan?.risks ?? [])
            .filter(hasLevel(level))
            .map((risk) => `- ${markdown_code(labelOf(report))}: ${riskText(risk, detail === 'addresses' ? addressList(risk.addresses) : '')}`));
        if (lines.length === 0)
            return [];
        const lead = `**${markdown_plural(lines.length, `${level} risk`)}**`;
        const quoted = detail === 'counts' ? [`${lead}: see the job summaries of the run.`] : [lead, ...lines];
        return [[`[!${kind}]`, ...quoted].map((line) => `> ${line}`).join('\n')];
    });
}
function riskText(risk, addresses) {
    return `${markdown_prose(risk.sentence)}${addresses === '' ? '' : ` (${addresses})`}`;
}
function addressList(addresses) {
    if (addresses.length < FEW_ADDRESSES)
        return addresses.map((address) => markdown_code(address)).join(', ');
    return groupAddresses(addresses)
        .map(({ text }) => markdown_code(text, LONGEST_GROUP))
        .join(', ');
}
/** Enough to see what is meant; a remark on all objects of a plan need not name them all again. */
function shortAddressList(addresses) {
    const groups = groupAddresses(addresses);
    const shown = groups.slice(0, MOST_GROUPS);
    const named = shown.reduce((sum, { count }) => sum + count, 0);
    const left = addresses.length - named;
    return [
        ...shown.map(({ text }) => markdown_code(text, SHORT_GROUP)),
        ...(left > 0 ? [`and ${String(left)} more`] : []),
    ].join(', ');
}
/** The lesser risks of one stack, folded. */
function lesserRisks({ risks }, level) {
    const found = ['warning', 'info'].flatMap((each) => risks.filter(hasLevel(each)));
    if (found.length === 0)
        return '';
    const title = `${markdown_plural(found.length, 'remark')} on what this means for the cluster and its link`;
    if (!tells(level, 'types'))
        return `${title}: see the job summary.`;
    const lines = found.map((risk) => {
        const addresses = tells(level, 'addresses') ? shortAddressList(risk.addresses) : '';
        return `- ${risk.level}: ${riskText(risk, addresses)}`;
    });
    return markdown_folded(title, lines.join('\n'));
}

;// CONCATENATED MODULE: ./lib/report/plan-verdict.js




const RESULT = {
    failed: '❌ failed',
    unknown: '❔ unknown',
    changes: '🔷 changes',
    'no-changes': '✅ no changes',
};
/** The heading: what happens to the clouds when all of this is applied, in one line. */
function verdict(reports) {
    if (reports.length === 0)
        return 'Terraform plan: no stack is touched';
    const failed = reports.filter((report) => statusOf(report) === 'failed').length;
    const unknown = reports.filter((report) => statusOf(report) === 'unknown').length;
    const parts = [
        ...(failed > 0 ? [`${markdown_plural(failed, 'stack')} failed`] : []),
        ...(unknown > 0 ? [`${markdown_plural(unknown, 'stack')} unknown`] : []),
        ...riskWords(reports),
        ...changeWords(sum(reports)),
    ];
    if (parts.length > 0)
        return `Terraform plan: ${parts.join(', ')}`;
    if (reports.every((report) => statusOf(report) === 'no-changes'))
        return 'Terraform plan: no changes';
    const { outputs } = sum(reports);
    if (outputs === 0)
        return 'Terraform plan: no resource changes';
    return `Terraform plan: only ${markdown_plural(outputs, 'output')} ${outputs === 1 ? 'changes' : 'change'}`;
}
/** `1 critical risk`, `2 high risks`; lesser ones are no part of a verdict. */
function riskWords(reports) {
    return ['critical', 'high'].flatMap((level) => {
        const count = risksOf(reports, level);
        return count === 0 ? [] : [markdown_plural(count, `${level} risk`)];
    });
}
/** `3 to create`, `1 to replace` …, the destructive ones first; kinds with a count of zero are left out. */
function changeWords(counts) {
    const words = [
        [counts.delete, 'destroy'],
        [counts.replace, 'replace'],
        [counts.update, 'change'],
        [counts.create, 'create'],
        [counts.createForget, 'replace without destroying'],
        [counts.forget, 'forget'],
        [counts.importOnly, 'import'],
        [counts.moveOnly, 'move'],
    ];
    return words.filter(([count]) => count > 0).map(([count, word]) => `${String(count)} to ${word}`);
}
/** Counts over all stacks that have a plan. */
function sum(reports) {
    const total = noCounts();
    for (const { plan } of reports) {
        if (plan === undefined || plan.counts === null)
            continue;
        for (const key of Object.keys(total))
            total[key] += plan.counts[key];
    }
    return total;
}
/**
 * What a reviewer must not miss, as GitHub alerts: failures first, then unknowns, critical and high risks, destroys and
 * failing checks.
 */
function alerts(reports, detail = 'addresses') {
    const named = (status) => reports.filter((report) => statusOf(report) === status).map((report) => markdown_code(labelOf(report)));
    const failed = named('failed');
    const unknown = named('unknown');
    const totals = sum(reports);
    const found = [];
    if (failed.length > 0)
        found.push(plan_verdict_alert('CAUTION', `No plan for ${failed.join(', ')}: see the error below. Nothing can be applied from it.`));
    if (unknown.length > 0)
        found.push(plan_verdict_alert('WARNING', `What ${unknown.join(', ')} would change is **unknown**: see the reason below.`));
    found.push(...plan_risks_riskAlerts(reports, detail));
    if (totals.destroys > 0) {
        found.push(plan_verdict_alert('CAUTION', `**${markdown_plural(totals.destroys, 'object')} will be destroyed**, ${String(totals.replace)} of them to be replaced.`));
    }
    if (totals.failedChecks > 0)
        found.push(plan_verdict_alert('WARNING', `${markdown_plural(totals.failedChecks, 'check')} of the configuration fails.`));
    return found;
}
function plan_verdict_alert(kind, text) {
    return `> [!${kind}]\n> ${text}`;
}
/** One line per stack that has something to say, in the order given; the others together on one line below. */
function overview(reports) {
    const telling = reports.filter((report) => !stack_report_isQuiet(report));
    const quiet = reports.filter(stack_report_isQuiet).map((report) => markdown_code(labelOf(report)));
    const rest = quiet.length === 0 ? [] : [`✅ No changes: ${quiet.join(', ')}`];
    return [...(telling.length === 0 ? [] : [overviewTable(telling)]), ...rest].join('\n\n');
}
function overviewTable(reports) {
    const columns = ['stack', 'result'].map((heading) => ({ heading }));
    const numbers = ['create', 'change', 'replace', 'destroy', 'other'].map((heading) => ({
        heading,
        align: 'right',
    }));
    return markdown_table([...columns, ...numbers], reports.map(overviewRow));
}
function overviewRow(report) {
    const status = statusOf(report);
    const lead = [markdown_codeCell(labelOf(report)), RESULT[status]];
    const counts = report.plan?.counts ?? null;
    if (counts === null || status === 'failed' || status === 'unknown') {
        return [...lead, '–', '–', '–', '–', '–'];
    }
    const other = counts.importOnly + counts.moveOnly + counts.forget + counts.createForget;
    return [...lead, ...[counts.create, counts.update, counts.replace, counts.delete, other].map(String)];
}

;// CONCATENATED MODULE: ./lib/report/plan-changes.js





/** Names of attributes on one line. */
const MOST_NAMES = 12;
/** Characters of a line of grouped addresses: a line holds at most 60 names. */
const plan_changes_LONGEST_GROUP = 20_000;
/** Destructive kinds stand open; the others are folded, most interesting first. */
const FOLDED_KINDS = [
    ['update', 'to change'],
    ['create', 'to create'],
    ['create-forget', 'to replace without destroying the old object'],
    ['forget', 'to forget: Terraform stops managing them, they stay in the cloud'],
    ['import', 'to import'],
    ['move', 'to move to another address'],
    ['read', 'data sources to read during apply'],
];
/**
 * What is destroyed or replaced, each with its reason; `grouped` and `capped` name the objects together. With `capped`
 * what does not fit into `room` bytes is counted by type, with where to find it.
 */
function destroys(plan, level, room = Infinity) {
    const rows = plan.changes.filter((change) => change.kind === 'delete' || change.kind === 'replace');
    if (rows.length === 0)
        return '';
    const lines = tells(level, 'counts')
        ? rows.map((change) => `- ${destroyLine(change, level)}`)
        : groupedLines(rows, level === 'capped' ? room : Infinity);
    return ['**Destroyed or replaced**', '', ...lines].join('\n');
}
function destroyLine(change, level) {
    const because = change.replacePaths.length > 0 && level !== 'counts'
        ? `, because ${change.replacePaths.map((path) => markdown_code(path)).join(', ')} cannot change in place`
        : reasonWords(change.reason);
    return `${destroyWord(change)} ${markdown_code(change.address)}${deposedNote(change)}${because}`;
}
function deposedNote({ deposed }) {
    return deposed === null ? '' : ` (deposed ${markdown_code(deposed)})`;
}
function destroyWord({ kind, order }) {
    if (kind === 'delete')
        return '🗑️ destroy';
    return order === 'create-first' ? '♻️ replace (create first)' : '♻️ replace';
}
/** Terraform's action_reason as words; the ones a replacement's paths already explain stay empty. */
function reasonWords(reason) {
    const words = {
        replace_because_cannot_update: '',
        replace_because_tainted: ', because an earlier apply left it half made',
        replace_because_by_request: ', because it was asked for',
        replace_because_by_triggers: ', because something it names in replace_triggered_by changes',
        delete_because_no_resource_config: ', because it is no longer in the configuration',
        delete_because_no_module: ', because its module is no longer in the configuration',
        delete_because_count_index: ', because its index is beyond count',
        delete_because_each_key: ', because its key is no longer in for_each',
        delete_because_wrong_repetition: ', because it changed between count, for_each and neither',
        delete_because_no_move_target: ', because the address it was moved to does not exist',
        delete_because_enabled_false: ', because it is no longer enabled',
    };
    return reason === null ? '' : (words[reason] ?? `, ${markdown_code(reason)}`);
}
function groupedLines(rows, room) {
    const lines = [];
    for (const word of new Set(rows.map(destroyWord))) {
        const alike = rows.filter((row) => row.deposed === null && destroyWord(row) === word);
        const groups = groupAddresses(alike.map(({ address }) => address));
        for (const { text, count } of groups) {
            const many = count === 1 ? '' : ` ${String(count)}:`;
            lines.push({ text: `- ${word}${many} ${markdown_code(text, plan_changes_LONGEST_GROUP)}`, count });
        }
    }
    for (const row of rows.filter(({ deposed }) => deposed !== null))
        lines.push({ text: `- ${destroyWord(row)} ${markdown_code(row.address)}${deposedNote(row)}`, count: 1 });
    return capped(lines, rows, room);
}
/** As many lines as fit, then how many objects are left. */
function capped(lines, rows, room) {
    const shown = [];
    let [used, named] = [0, 0];
    for (const { text, count } of lines) {
        const bytes = Buffer.byteLength(text) + 1;
        if (used + bytes > room)
            continue;
        shown.push(text);
        used += bytes;
        named += count;
    }
    const left = rows.length - named;
    if (left === 0)
        return shown;
    return [
        ...shown,
        `- … and ${markdown_plural(left, 'more object')}, which the job summary of the stack’s plan names`,
    ];
}
/** Objects of one kind that a reader who has opened the stack sees at once. */
const FEW = 10;
/**
 * The other kinds, each folded; by name, by type or, at the shortest levels, only counted.
 * @param opensFew whether kinds of a few objects stand open: in a stack that is itself folded
 */
function otherChanges(plan, level, opensFew) {
    if (!tells(level, 'types'))
        return [countsLine(plan)];
    const replaced = plan.changes.filter((row) => row.kind === 'replace' && row.attributes.length > 0);
    const replacements = !tells(level, 'values') || replaced.length === 0
        ? ''
        : markdown_folded(`What changes in ${markdown_plural(replaced.length, 'replaced object')}`, attributeDiff(replaced));
    const sections = FOLDED_KINDS.map(([kind, words]) => {
        const rows = plan.changes.filter((change) => change.kind === kind);
        return kindSection(rows, words, level, opensFew && rows.length <= FEW);
    });
    return [replacements, ...sections];
}
function kindSection(rows, words, level, isOpen) {
    if (rows.length === 0)
        return '';
    const title = `${String(rows.length)} ${words}`;
    // The values of a new object are background to its name: folded below the names, and the first to give way.
    const isCreated = rows[0]?.kind === 'create';
    if (!isCreated && tells(level, 'values') && rows.some((row) => row.attributes.length > 0)) {
        return markdown_folded(title, attributeDiff(rows), isOpen);
    }
    const lines = level === 'types' ? typeLines(rows) : rows.map((change) => `- ${changeLine(change, level)}`);
    const values = isCreated && tells(level, 'created') ? createdValues(rows) : '';
    return markdown_folded(title, [lines.join('\n'), ...(values === '' ? [] : [values])].join('\n\n'), isOpen);
}
/** What is known of new objects before they exist. */
function createdValues(rows) {
    const shown = rows.filter((row) => row.attributes.length > 0);
    if (shown.length === 0)
        return '';
    const left = rows.filter((row) => row.attributes.length === 0 && row.attributesOmitted > 0).length;
    const more = left === 0 ? [] : [`… and those of ${markdown_plural(left, 'more object')}, which are not kept.`];
    return markdown_folded(`The values of ${markdown_plural(shown.length, 'new object')}`, [attributeDiff(shown), ...more].join('\n\n'));
}
function changeLine(change, level) {
    const from = change.previousAddress === null ? '' : ` (from ${markdown_code(change.previousAddress)})`;
    const imported = change.importing ? importNote(change) : '';
    const lead = `${markdown_code(change.address)}${deposedNote(change)}${from}${imported}`;
    if (change.kind === 'create' || !tells(level, 'attributes') || change.attributes.length === 0)
        return lead;
    const names = change.attributes
        .slice(0, MOST_NAMES)
        .map(({ path }) => (path === '' ? 'the whole object' : markdown_code(path)));
    const left = change.attributes.length - names.length + change.attributesOmitted;
    return `${lead}: ${names.join(', ')}${left > 0 ? ` and ${String(left)} more` : ''}`;
}
function importNote({ kind, importId }) {
    const id = importId === null ? '' : ` ${markdown_code(importId)}`;
    return kind === 'import' ? id && ` (id${id})` : ` (imported${id})`;
}
function typeLines(rows) {
    const byType = new Map();
    for (const row of rows)
        byType.set(row.type, (byType.get(row.type) ?? 0) + 1);
    return [...byType]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([type, count]) => `- ${String(count)} × ${markdown_code(type)}`);
}
function countsLine(plan) {
    const words = plan.counts === null ? [] : changeWords(plan.counts);
    return words.length === 0 ? '' : `${words.join(', ')}. The list is in the job summary.`;
}

;// CONCATENATED MODULE: ./lib/report/plan-findings.js



const MOST_DIAGNOSTICS = 10;
/** Characters of one message's detail, so that one long provider error cannot push out what the stacks destroy. */
const LONGEST_DETAIL = {
    created: 4000,
    values: 4000,
    attributes: 2000,
    addresses: 1000,
    types: 300,
    counts: 0,
    grouped: 0,
    capped: 0,
};
/** Why there is no plan, and what to do about it. */
function plan_findings_failure(plan, level) {
    if (plan.failure === null)
        return '';
    const lead = `**${plan.failure.phase ?? 'The action'} failed** (${markdown_code(plan.failure.code)})`;
    return [lead, ...failureCause(plan, plan.failure.message, level), markdown_prose(plan.failure.remedy)].join('\n\n');
}
/** Who holds the lock, or what Terraform said, or else the message of the action: each says the same in fewer words. */
function failureCause(plan, message, level) {
    if (plan.stateLock !== null)
        return [lockHolder(plan.stateLock)];
    const errors = plan.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    if (errors.length === 0)
        return [markdown_prose(message)];
    const shown = errors.slice(0, MOST_DIAGNOSTICS).map((error) => diagnosticText(error, level));
    const left = errors.length - shown.length + plan.diagnosticsOmitted;
    return left > 0 ? [...shown, `… and ${markdown_plural(left, 'more message')} in the log.`] : shown;
}
function lockHolder(lock) {
    const doing = lock.operation === null ? '' : ` for ${markdown_code(lock.operation)}`;
    const since = lock.created === null ? '' : ` since ${markdown_code(lock.created)}`;
    return `The state is locked by ${markdown_code(lock.who ?? 'unknown')}${doing}${since}, lock ${markdown_code(lock.id ?? 'unknown')}.`;
}
function diagnosticText({ summary, detail, file, startLine }, level) {
    const line = startLine === null ? '' : `:${String(startLine)}`;
    const place = file === null ? '' : ` ${markdown_code(file + line)}`;
    const most = LONGEST_DETAIL[level];
    const shown = detail.length > most ? `${detail.slice(0, most)}… (shortened)` : detail;
    const block = detail === '' || most === 0 ? '' : `\n\n${markdown_fenced(shown, 'text')}`;
    return `${markdown_plain(summary.slice(0, 1000))}${place}${block}`;
}
/** Outputs that change: with their values, or by name. */
function outputs(plan, level) {
    if (plan.outputs.length === 0)
        return '';
    const title = `${markdown_plural(plan.outputs.length, 'output')} ${plan.outputs.length === 1 ? 'changes' : 'change'}`;
    if (!tells(level, 'addresses'))
        return `${title}.`;
    const lines = plan.outputs.map((output) => `- ${output.kind} ${markdown_code(output.name)}`);
    const diff = tells(level, 'values') ? [outputDiff(plan.outputs)] : [];
    return markdown_folded(title, [lines.join('\n'), ...diff].filter((part) => part !== '').join('\n\n'));
}
function failing(plan) {
    return plan.checks.filter((check) => check.status === 'fail' || check.status === 'error');
}
function failedChecks(plan, level) {
    const failed = failing(plan);
    if (failed.length === 0)
        return '';
    if (!tells(level, 'types'))
        return `**${markdown_plural(failed.length, 'check')} of the configuration failing.**`;
    const lines = failed.map((check) => `- ${markdown_code(check.address)}: ${check.problems.map(markdown_plain).join('; ') || check.status}`);
    return ['**Failing checks**', '', ...lines].join('\n');
}
/** What makes the plan say less than it seems to. */
function limits(plan) {
    const found = [
        ...(plan.complete === false ? ['The plan is not complete: applying it leaves something out.'] : []),
        ...(plan.refreshed || plan.counts === null
            ? []
            : ['The plan did not compare the state with the real objects, so drift is unknown.']),
    ];
    return found.map((text) => `> [!NOTE]\n> ${text}`).join('\n\n');
}
function deferred(plan, level) {
    if (plan.deferred.length === 0)
        return '';
    const title = `${markdown_plural(plan.deferred.length, 'change')} put off to a later plan`;
    if (!tells(level, 'addresses'))
        return `${title}.`;
    const lines = plan.deferred.map((change) => `- ${markdown_code(change.address)}: ${markdown_code(change.reason)}`);
    return markdown_folded(title, lines.join('\n'));
}
function invocations({ actionInvocations: actions }, level) {
    if (actions.length === 0)
        return '';
    const title = `${markdown_plural(actions.length, 'action')} to invoke`;
    if (!tells(level, 'addresses'))
        return `${title}.`;
    return markdown_folded(title, actions.map((address) => `- ${markdown_code(address)}`).join('\n'));
}
/** What changed outside Terraform, with the values it has now. */
function drift(plan, level) {
    if (plan.drift.length === 0)
        return '';
    const title = `${markdown_plural(plan.drift.length, 'object')} changed outside Terraform since the last apply`;
    if (!tells(level, 'types'))
        return `${title}.`;
    const lines = plan.drift.map((object) => {
        const relevant = object.relevant === true ? ', which the plan depends on' : '';
        return `- ${object.kind} ${markdown_code(object.address)}${relevant}`;
    });
    const differing = tells(level, 'values') ? plan.drift.filter((object) => object.attributes.length > 0) : [];
    const diff = differing.length === 0
        ? []
        : [attributeDiff(differing.map((object) => ({ ...object, previousAddress: null, importing: false })))];
    return markdown_folded(title, [lines.join('\n'), ...diff].join('\n\n'));
}
function warnings(plan, level) {
    const found = plan.diagnostics.filter((diagnostic) => diagnostic.severity === 'warning');
    if (found.length === 0)
        return '';
    const title = markdown_plural(found.length, 'warning');
    if (!tells(level, 'types'))
        return `${title}: see the job summary.`;
    const shown = found.slice(0, MOST_DIAGNOSTICS).map((warning) => diagnosticText(warning, level));
    return markdown_folded(title, shown.join('\n\n'));
}

;// CONCATENATED MODULE: ./lib/report/plan-sections.js









/**
 * One stack as a part of the comment, at one level of detail: a line with its counts, and below it, folded unless it is
 * grave, everything else. '' for a stack without anything to say.
 * @param room bytes for what is destroyed, at level `capped`
 */
function stackSection(report, level, room) {
    if (stack_report_isQuiet(report))
        return '';
    const content = stackContent(report, level, room);
    return markdown_folded(titleOf(report), content === '' ? 'No more to say.' : content, isGrave(report));
}
function titleOf(report) {
    const words = titleWords(report);
    return `<b>${htmlCode(labelOf(report))}</b>${words.length === 0 ? '' : `: ${words.join(', ')}`}`;
}
function titleWords(report) {
    const status = statusOf(report);
    if (status === 'failed' || status === 'unknown')
        return [status];
    const { counts } = report.plan ?? {};
    if (counts === null || counts === undefined)
        return [];
    const { outputs: changed } = counts;
    const words = [
        ...riskWords([report]),
        ...changeWords(counts),
        ...(changed > 0 ? [`${markdown_plural(changed, 'output')} to change`] : []),
    ];
    return words.length === 0 ? ['no changes'] : words;
}
/** Everything about one stack but its grave risks, which stand above all stacks. Destroys come first. */
function stackContent(report, level, room) {
    const { plan } = report;
    if (plan === undefined)
        return `Unknown: ${markdown_plain(report.unknownReason ?? 'there is no plan document')}.`;
    const parts = [
        statusOf(report) === 'unknown' ? 'Unknown: the plan was cancelled before it was done.' : '',
        plan_findings_failure(plan, level),
        limits(plan),
        destroys(plan, level, room),
        lesserRisks(plan, level),
        ...otherChanges(plan, level, !isGrave(report)),
        outputs(plan, level),
        failedChecks(plan, level),
        invocations(plan, level),
        deferred(plan, level),
        drift(plan, level),
        warnings(plan, level),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
/** Bytes of UTF-8 of one stack in its job summary, which may have 1 MiB in all and is dropped by GitHub beyond. */
const LARGEST_SUMMARY = 900_000;
/**
 * The same rendering for the job summary of one plan, not folded, with its grave risks and the picture of the link
 * first. A plan too long even for that loses detail as in the comment; what it destroys is named to the last.
 */
function stackSummary(report) {
    const lead = [...riskAlerts([report], 'addresses'), linkPicture(report.plan?.link ?? null)];
    const at = (level, room) => [...lead, isQuiet(report) ? '' : stackContent(report, level, room)]
        .filter((part) => part !== '')
        .join('\n\n');
    const level = DETAIL_LEVELS.find((each) => Buffer.byteLength(at(each)) <= LARGEST_SUMMARY);
    const markdown = level === undefined ? at('capped', LARGEST_SUMMARY / 2) : at(level);
    return { markdown, shorter: at('capped', LARGEST_SUMMARY / 4) };
}

;// CONCATENATED MODULE: ./lib/report/comment-budget.js


/**
 * The sections of all stacks within `bytes`: the stack with the longest section loses a level of detail, again and
 * again until all fit. First the values of created objects give way, in all stacks; then everything but what is
 * destroyed; then the destroyed objects are
 * named in groups; only then is what does not fit counted, the room shared by how much each stack has to name.
 * Undefined when not even that fits.
 */
function fitSections(reports, bytes) {
    const stacks = reports.map((report) => comment_budget_describe(report, startLevel(report, bytes)));
    const steps = ['values', 'counts', 'grouped'];
    return steps.some((last) => shortenUntil(stacks, bytes, last)) ? stacks : capAll(stacks, bytes);
}
function comment_budget_describe(report, level, room) {
    const section = stackSection(report, level, room);
    return { report, level, section, bytes: section === '' ? 0 : Buffer.byteLength(section) + 2 };
}
/** Rendering what cannot fit anyway takes time: 50,000 names alone are longer than a comment. */
function startLevel({ plan }, bytes) {
    let [all, destroyed] = [0, 0];
    for (const { address, kind } of plan?.changes ?? []) {
        const least = Math.min(address.length, 300);
        all += least;
        if (kind === 'delete' || kind === 'replace')
            destroyed += least;
    }
    if (destroyed > bytes)
        return 'grouped';
    return all > bytes ? 'types' : 'created';
}
/** True once everything fits; false when all stacks are at `last` and it still does not. */
function shortenUntil(stacks, bytes, last) {
    let size = total(stacks);
    while (size > bytes) {
        const index = longestShortenable(stacks, last);
        const old = index === undefined ? undefined : stacks[index];
        if (index === undefined || old === undefined)
            return false;
        const next = detail_levels_DETAIL_LEVELS[detail_levels_DETAIL_LEVELS.indexOf(old.level) + 1] ?? last;
        const shorter = comment_budget_describe(old.report, next);
        stacks[index] = shorter;
        size += shorter.bytes - old.bytes;
    }
    return true;
}
function total(stacks) {
    return stacks.reduce((sum, stack) => sum + stack.bytes, 0);
}
function longestShortenable(stacks, last) {
    const end = detail_levels_DETAIL_LEVELS.indexOf(last);
    let longest;
    for (const [index, stack] of stacks.entries()) {
        if (stack.bytes === 0 || detail_levels_DETAIL_LEVELS.indexOf(stack.level) >= end)
            continue;
        if (longest === undefined || stack.bytes > (stacks[longest]?.bytes ?? 0))
            longest = index;
    }
    return longest;
}
function capAll(stacks, bytes) {
    const least = stacks.map(({ report }) => comment_budget_describe(report, 'capped', 0));
    const left = bytes - total(least);
    if (left < 0)
        return undefined;
    const wants = stacks.map((stack, index) => Math.max(0, stack.bytes - (least[index]?.bytes ?? 0)));
    const wanted = Math.max(1, wants.reduce((sum, each) => sum + each, 0));
    return stacks.map((stack, index) => {
        const want = wants[index] ?? 0;
        return want === 0 ? stack : comment_budget_describe(stack.report, 'capped', Math.floor((left * want) / wanted));
    });
}

;// CONCATENATED MODULE: ./lib/report/mermaid.js

const EFFECT = {
    none: { words: 'stays as it is', edge: '---' },
    create: { words: 'is created', edge: '-.-' },
    update: { words: 'is changed, stays up', edge: '---' },
    interrupt: { words: 'goes down for a while', edge: '-.-' },
    destroy: { words: 'is destroyed', edge: '--x' },
};
/** Dark text on light, light enough for both of GitHub's themes. */
const CLASSES = [
    'classDef none fill:#eaeef2,stroke:#57606a,color:#24292f',
    'classDef create fill:#dafbe1,stroke:#1a7f37,color:#0b3d1a',
    'classDef update fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    'classDef interrupt fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
    'classDef destroy fill:#ffebe9,stroke:#cf222e,color:#82071e',
];
const REDUNDANCY = {
    kept: 'While this is applied more than one connection stays up.',
    lost: '**While this is applied only one connection is left**: the next failure cuts the clouds apart.',
    none: '**While this is applied nothing carries traffic between the clouds.**',
    unknown: 'What stays up while this is applied is unknown.',
};
function stateWords({ tunnels, redundancy }) {
    return tunnels.every(({ effect }) => effect === 'create')
        ? 'All of this link is new.'
        : REDUNDANCY[redundancy];
}
/** A link with more tunnels is not this architecture's, and no picture of it would be read. */
const MOST_TUNNELS = 16;
/**
 * The link between the clouds as a Mermaid flowchart with what the plan does to each tunnel; '' when it does nothing.
 * Each side of the Azure gateway is an instance of its own, as tunnels of one connection end at one instance.
 */
function mermaid_linkPicture(link) {
    if (link === null || link.tunnels.every(({ effect }) => effect === 'none'))
        return '';
    const tunnels = link.tunnels.slice(0, MOST_TUNNELS);
    const connections = [...new Set(tunnels.map(connectionOf))];
    const lines = [
        'flowchart LR',
        '  aws["AWS Transit Gateway"]',
        '  subgraph azure["Azure VPN gateway"]',
        ...connections.map((name, index) => `    gw${String(index)}["${gatewayLabel(name, index)}"]`),
        '  end',
        ...tunnels.flatMap((tunnel, index) => {
            const { words, edge } = EFFECT[tunnel.effect];
            const node = `t${String(index)}`;
            return [
                `  ${node}["${label(tunnel.name)}<br/>${words}"]:::${tunnel.effect}`,
                `  aws ${edge} ${node}`,
                `  ${node} ${edge} gw${String(connections.indexOf(connectionOf(tunnel)))}`,
            ];
        }),
        ...CLASSES.map((line) => `  ${line}`),
    ];
    return `${markdown_fenced(lines.join('\n'), 'mermaid')}\n\n${stateWords(link)}`;
}
/** The tunnel's name without its number: what the two tunnels of a connection share. */
function connectionOf({ name }) {
    return name.replace(/(?:^|[^\p{L}\p{N}]+)tunnel[^\p{L}\p{N}]*\d+[^\p{L}\p{N}]*$/iu, '');
}
function gatewayLabel(connection, index) {
    if (/instance/i.test(connection))
        return label(connection);
    const instance = `instance ${String(index)}`;
    return connection === '' ? instance : `${instance}<br/>${label(connection)}`;
}
/** Characters of a label. */
const LONGEST_LABEL = 60;
/** Mermaid reads `#34;` as the character of that number: whatever could be syntax or HTML is written so. */
function label(text) {
    const short = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
    return short.replaceAll(/[^\p{L}\p{N} ….,/_-]/gu, (character) => `#${String(character.codePointAt(0) ?? 0)};`);
}

;// CONCATENATED MODULE: ./lib/report/plan-comment.js







/**
 * The whole comment: verdict, what is dangerous, one line per stack, then each stack, the gravest first. When it is too
 * long, the picture of the link goes first, then details (see `fitSections`); no section is ever cut in the middle.
 */
function renderPlanComment(reports, context) {
    const ordered = [...reports].sort((one, other) => rankOf(one) - rankOf(other));
    const risks = riskDetail(reports, context.maxBytes);
    const pictures = linkPictures(reports);
    const lead = head(reports, context, risks, pictures);
    const whole = attempt(ordered, context, lead);
    if (whole?.shortened.length === 0)
        return whole;
    const cut = pictures.length === 0 ? whole : attempt(ordered, context, head(reports, context, risks, []));
    return cut ?? { body: bare(reports, context), shortened: allCut(ordered) };
}
/** Undefined when not even the shortest sections fit below this head. */
function attempt(ordered, context, lead) {
    const end = footer(context);
    const frame = Buffer.byteLength(join([...lead, CUT, end])) + 2;
    const stacks = fitSections(ordered, context.maxBytes - frame);
    if (stacks === undefined)
        return undefined;
    const shortened = stacks.flatMap(({ report, level, bytes }) => bytes === 0 || tells(level, 'values') ? [] : [{ stack: labelOf(report), level }]);
    const sections = stacks.map(({ section }) => section);
    return { body: join([...lead, ...sections, shortened.length > 0 ? CUT : '', end]), shortened };
}
const CUT = 'Some lists are shortened to fit GitHub’s limit; the job summaries of the run have them whole.';
/** Sentences of grave risks always stand; with thousands of addresses these are left to the job summaries. */
function riskDetail(reports, maxBytes) {
    const fits = (detail) => Buffer.byteLength(alerts(reports, detail).join('\n\n')) <= maxBytes / 2;
    if (fits('addresses'))
        return 'addresses';
    return fits('sentences') ? 'sentences' : 'counts';
}
/** What is left when no stack’s details fit: with hundreds of stacks even the table goes, at last all but the verdict. */
function bare(reports, context) {
    const note = 'The plan is too long for a comment; the job summaries of the run have it whole.';
    const end = [note, footer(context)];
    const title = [context.marker, heading(reports, context)];
    const candidates = ['addresses', 'sentences', 'counts'].flatMap((risks) => [
        join([...head(reports, context, risks, []), ...end]),
        join([...title, ...alerts(reports, risks), addressPart(context, 0), ...end]),
    ]);
    return candidates.find((body) => Buffer.byteLength(body) <= context.maxBytes) ?? join([...title, ...end]);
}
function allCut(reports) {
    return reports.map((report) => ({ stack: labelOf(report), level: 'capped' }));
}
function head(reports, context, risks, pictures) {
    const table = reports.length === 0 ? 'This pull request no longer changes what any stack plans.' : overview(reports);
    return [
        context.marker,
        heading(reports, context),
        addressAlert(context.addresses ?? null),
        ...alerts(reports, risks),
        ...pictures,
        table,
        addressPart(context, context.maxBytes / 3),
    ];
}
/** What is said of addresses in so many bytes; its verdict stands in any case. */
function addressPart({ addresses = null }, bytes) {
    const sections = addresses === null ? [''] : addressSections(addresses);
    return sections.find((section) => Buffer.byteLength(section) <= bytes) ?? sections.at(-1) ?? '';
}
function heading(reports, { addresses = null }) {
    const words = addressWords(addresses);
    return `## ${verdict(reports)}${words === '' ? '' : ` · ${words}`}`;
}
/** One picture for each stack that does something to a link; more than one is named. */
function linkPictures(reports) {
    const found = reports.flatMap((report) => {
        const picture = mermaid_linkPicture(report.plan?.link ?? null);
        return picture === '' ? [] : [{ report, picture }];
    });
    return found.map(({ report, picture }) => found.length === 1 ? picture : `The link of ${markdown_code(labelOf(report))}:\n\n${picture}`);
}
function footer({ headSha, runUrl, writtenAt }) {
    const time = `${writtenAt.slice(0, 16).replace('T', ' ')} UTC`;
    return `---\n<sub>Planned for ${headSha.slice(0, 12)} by [this run](${runUrl}) · ${time} · sensitive values are not shown</sub>`;
}
/**
 * What a comment says, without which run said it and when: two comments of which this is equal tell a reader the same
 * about the same commit. Only the marker and the footer are looked at, so no text of a plan can pass for either.
 */
function contentOf(body) {
    return body
        .replace(/^<!-- \S+ id=\S+ run=\S+ -->/, '')
        .replace(/ by \[this run\]\([^)\n]*\) · [^·\n]+ · ([^·\n]*<\/sub>\s*)$/, ' $1');
}
function join(parts) {
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/github/fork-run.js

/** Reads a run; EHA1107 when it is none of a pull request from another repository. */
async function readForkRun(door, runId) {
    const run = await door.call(`read the run ${String(runId)}`, 'actions: read', async (octokit) => {
        const { data } = await octokit.rest.actions.getWorkflowRun({ ...door.repository, run_id: runId });
        return data;
    });
    if (run.event !== 'pull_request') {
        throw github_errors/* githubErrors */.Z.EHA1107(`the run ${String(runId)} was started by ${run.event}`);
    }
    // GitHub answers null for a deleted fork, which its client library does not know.
    const fork = run.head_repository;
    if (fork?.id === run.repository.id) {
        throw github_errors/* githubErrors */.Z.EHA1107(`the run ${String(runId)} is of a branch of this repository`);
    }
    return {
        id: run.id,
        attempt: run.run_attempt ?? 1,
        isCompleted: run.status === 'completed',
        conclusion: run.conclusion,
        headSha: run.head_sha,
        head: fork === null || run.head_branch === null
            ? null
            : { repositoryId: fork.id, owner: fork.owner.login, branch: run.head_branch },
    };
}
/**
 * Finds the open pull request of a run by its head: the event of a run from a fork names none, and the pull requests
 * of a commit are not known for commits that only the fork has. The head must still be the commit that was checked, and
 * one pull request only may have it: the run checked the merge with one base branch, and nothing tells which.
 */
async function findForkPullRequest(door, run) {
    const { head } = run;
    if (head === null)
        return { kind: 'none', reason: 'the fork or its branch was deleted' };
    const pulls = await door.call('find the pull request of the run', 'pull-requests: write', (octokit) => octokit.paginate(octokit.rest.pulls.list, {
        ...door.repository,
        state: 'open',
        head: `${head.owner}:${head.branch}`,
        per_page: 100,
    }));
    // A filter that GitHub does not understand filters nothing, so each answer is compared.
    const own = pulls.filter((pull) => {
        const repository = pull.head.repo;
        return repository?.id === head.repositoryId && pull.head.ref === head.branch;
    });
    if (own.length === 0)
        return { kind: 'none', reason: 'no open pull request has its branch' };
    const current = own.filter((pull) => pull.head.sha === run.headSha);
    const [pull, ...others] = current;
    if (pull === undefined) {
        const reason = `the branch has moved on from ${run.headSha.slice(0, 12)}, whose checks these are`;
        return { kind: 'outdated', reason };
    }
    if (others.length === 0)
        return { kind: 'found', number: pull.number };
    const numbers = current.map(({ number }) => `#${String(number)}`).join(', ');
    return { kind: 'ambiguous', reason: `the pull requests ${numbers} have the same head` };
}

;// CONCATENATED MODULE: ./lib/github/pull-request-files.js
/** GitHub lists at most this many files of a pull request (REST docs, "List pull requests files"). */
const MAX_LISTED_FILES = 3000;
/** The paths a pull request changes, over all pages. */
async function changedFiles(door, pullRequest) {
    const files = await door.call(`list the files of pull request ${String(pullRequest)}`, 'pull-requests: read', (octokit) => octokit.paginate(octokit.rest.pulls.listFiles, {
        ...door.repository,
        pull_number: pullRequest,
        per_page: 100,
    }));
    const oldNames = files.flatMap(({ previous_filename: oldName }) => oldName === undefined ? [] : [oldName]);
    const names = files.map((file) => file.filename);
    const removed = new Set(files.filter((file) => file.status === 'removed').map((file) => file.filename));
    const left = new Set(names.filter((name) => !removed.has(name)));
    return {
        paths: [...new Set([...names, ...oldNames])],
        // A file may take the name that another one gave up.
        gone: new Set([...removed, ...oldNames].filter((path) => !left.has(path))),
        complete: files.length < MAX_LISTED_FILES,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
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

;// CONCATENATED MODULE: ./lib/github/artifact-zip.js



const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** Upper half of the external attributes is the mode of the file under Unix. */
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
/**
 * Reads a small zip archive that nobody vouches for. EHA1108 for whatever is not plainly a few files with harmless
 * names: other names, links, encryption, more or larger files than allowed, sizes or checksums that are not true.
 * @param source name of the artifact, for messages
 */
function readZip(archive, source, limits) {
    const refuse = (why) => github_errors/* githubErrors */.Z.EHA1108(`The artifact ${source} is not used: ${why}.`);
    try {
        return readEntries(archive, limits, refuse);
    }
    catch (error) {
        // Offsets that point beyond the archive, and data that is no deflate stream.
        if (error instanceof RangeError || isDamage(error))
            throw refuse('it is damaged');
        throw error;
    }
}
function isDamage(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE' || code === 'ERR_OUT_OF_RANGE';
}
function readEntries(archive, limits, refuse) {
    const end = endOf(archive, refuse);
    const count = archive.readUInt16LE(end + 10);
    if (count > limits.entries)
        throw refuse(`it holds ${String(count)} files, at most ${String(limits.entries)} are read`);
    const files = [];
    let at = archive.readUInt32LE(end + 16);
    let left = limits.bytes;
    for (let index = 0; index < count; index += 1) {
        const entry = readEntry(archive, at, refuse);
        checkEntry(entry, limits, files, refuse);
        if (entry.bytes > left)
            throw refuse(`it holds more than ${String(limits.bytes)} bytes`);
        left -= entry.bytes;
        files.push({ name: entry.name, content: artifact_zip_contentOf(archive, entry, refuse) });
        at = entry.next;
    }
    return files;
}
/** Where the record at the end begins; the last one counts, since its comment may hold anything. */
function endOf(archive, refuse) {
    const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT);
    for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
        if (archive.readUInt32LE(at) === END_OF_DIRECTORY)
            return at;
    }
    throw refuse('it is not a zip archive');
}
function readEntry(archive, at, refuse) {
    if (archive.readUInt32LE(at) !== CENTRAL_HEADER)
        throw refuse('its directory is damaged');
    const nameBytes = archive.readUInt16LE(at + 28);
    const behindName = at + CENTRAL_BYTES + nameBytes;
    if (behindName > archive.length)
        throw refuse('its directory is damaged');
    return {
        name: archive.toString('utf8', at + CENTRAL_BYTES, behindName),
        flags: archive.readUInt16LE(at + 8),
        method: archive.readUInt16LE(at + 10),
        checksum: archive.readUInt32LE(at + 16),
        packedBytes: archive.readUInt32LE(at + 20),
        bytes: archive.readUInt32LE(at + 24),
        mode: archive.readUInt32LE(at + 38) >>> 16,
        start: archive.readUInt32LE(at + 42),
        next: behindName + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32),
    };
}
function checkEntry(entry, limits, files, refuse) {
    const name = JSON.stringify(entry.name.slice(0, 200));
    if (!limits.names.test(entry.name) || entry.name.split('/').some((part) => /^\.{1,2}$/.test(part)))
        throw refuse(`it holds ${name}, which no check writes`);
    if (files.some((file) => file.name === entry.name))
        throw refuse(`it holds ${name} twice`);
    const type = entry.mode & FILE_TYPE;
    if (type !== 0 && type !== REGULAR)
        throw refuse(`${name} is not a plain file`);
    if ((entry.flags & ENCRYPTED) !== 0)
        throw refuse(`${name} is encrypted`);
    if (entry.method !== STORED && entry.method !== DEFLATED)
        throw refuse(`${name} is packed in an unknown way`);
}
function artifact_zip_contentOf(archive, entry, refuse) {
    if (archive.readUInt32LE(entry.start) !== LOCAL_HEADER)
        throw refuse('its directory is damaged');
    const behindHeader = entry.start + LOCAL_BYTES;
    const from = behindHeader + archive.readUInt16LE(entry.start + 26) + archive.readUInt16LE(entry.start + 28);
    if (from + entry.packedBytes > archive.length)
        throw refuse('it ends too early');
    const packed = archive.subarray(from, from + entry.packedBytes);
    // Inflates to no more than the directory says, so a small file cannot fill the memory.
    const content = entry.method === STORED ? packed : (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, entry.bytes) });
    if (content.length !== entry.bytes || (0,external_node_zlib_.crc32)(content) !== entry.checksum)
        throw refuse('it is damaged');
    return content;
}

;// CONCATENATED MODULE: ./lib/github/run-artifacts.js




const NEEDS_READ = 'actions: read';
/**
 * The artifacts of one run whose names match, as data: bounded in number and size, compared with the digest that GitHub
 * keeps, unpacked in memory. An artifact that is not what it should be has its reason instead of files; failures of the
 * API reject. When attempts of a run left several of one name, the newest counts.
 */
async function readRunArtifacts(door, run, names, limits) {
    const { listed, isComplete } = await listArtifacts(door, run.id, limits.listed);
    const sorted = newestOf(listed.filter(({ name }) => names.test(name)));
    const artifacts = [];
    let left = limits.totalBytes;
    for (const artifact of sorted.slice(0, limits.count)) {
        const read = await readArtifact(door, run, artifact, { ...limits, bytes: Math.min(limits.bytes, left) });
        left -= Math.min(artifact.size_in_bytes, left);
        artifacts.push(read);
    }
    return { artifacts, incomplete: incompleteness(isComplete, sorted.length, limits) };
}
/** Of each name the newest, by name. */
function newestOf(artifacts) {
    const newest = new Map();
    for (const artifact of artifacts) {
        const known = newest.get(artifact.name);
        if (known === undefined || known.id < artifact.id)
            newest.set(artifact.name, artifact);
    }
    return [...newest.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
/** What a run left, of each name the newest, without reading any of it; `isComplete` is false beyond `most`. */
async function listRunArtifacts(door, runId, most) {
    const { listed, isComplete } = await listArtifacts(door, runId, most);
    return { artifacts: newestOf(listed), isComplete };
}
function incompleteness(isComplete, found, limits) {
    if (!isComplete)
        return `the run has more than ${String(limits.listed)} artifacts`;
    return found > limits.count
        ? `the run has ${String(found)} check artifacts, of which ${String(limits.count)} are read`
        : undefined;
}
async function listArtifacts(door, runId, most) {
    const listed = await door.call(`list the artifacts of run ${String(runId)}`, NEEDS_READ, async (octokit) => {
        const found = [];
        const pages = octokit.paginate.iterator(octokit.rest.actions.listWorkflowRunArtifacts, {
            ...door.repository,
            run_id: runId,
            per_page: 100,
        });
        for await (const { data } of pages) {
            found.push(...data);
            if (found.length > most)
                break;
        }
        return found;
    });
    return { listed: listed.slice(0, most), isComplete: listed.length <= most };
}
/** One listed artifact as data, bounded and checked as {@link readRunArtifacts} does. */
async function readArtifact(door, run, artifact, limits) {
    const { id, name } = artifact;
    try {
        checkListed(artifact, run, limits.bytes);
        const archive = await download(door, artifact, limits.bytes);
        checkDigest(archive, artifact);
        return { id, name, files: readZip(archive, name, limits.zip), problem: undefined };
    }
    catch (error) {
        const isRefusal = error instanceof errors/* ActionError */.l && ['EHA1105', 'EHA1108'].includes(error.code);
        if (!isRefusal)
            throw error;
        return { id, name, files: [], problem: error };
    }
}
function refusal(name, why) {
    return github_errors/* githubErrors */.Z.EHA1108(`The artifact ${name} is not used: ${why}.`);
}
/** Whether GitHub says that the run made the artifact. */
function isOfRun({ workflow_run: made }, run) {
    return made?.id === run.id && made.head_sha === run.headSha;
}
function checkListed(artifact, run, most) {
    const { name, expired, size_in_bytes: bytes } = artifact;
    if (!isOfRun(artifact, run))
        throw refusal(name, 'another run made it');
    if (expired)
        throw refusal(name, 'it has expired');
    if (bytes > most)
        throw refusal(name, `it has ${String(bytes)} bytes, of which ${String(most)} are read`);
}
/** Read piece by piece, because the size that the list names need not be the one that arrives. */
async function download(door, { id, name }, most) {
    return door.call(`download the artifact ${name}`, NEEDS_READ, async (octokit) => {
        // GitHub redirects to its storage; `fetch` leaves the token behind when it goes to another host.
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
            ...door.repository,
            artifact_id: id,
            archive_format: 'zip',
            request: { parseSuccessResponseBody: false },
        });
        const pieces = [];
        let bytes = 0;
        for await (const piece of data) {
            bytes += piece.length;
            // Leaving the loop also ends the transfer.
            if (bytes > most)
                throw refusal(name, `more than ${String(most)} bytes arrived`);
            pieces.push(piece);
        }
        return Buffer.concat(pieces);
    });
}
/** Servers before digests existed name none; then the size and the checksums inside have to do. */
function checkDigest(archive, { name, digest }) {
    if (digest === undefined || digest === null)
        return;
    const found = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex')}`;
    if (found !== digest)
        throw refusal(name, 'it is not what GitHub stored');
}

;// CONCATENATED MODULE: ./lib/report/check-sections.js

function checkStatusOf({ check }) {
    if (check === undefined || check.status === 'cancelled')
        return 'unknown';
    return check.status;
}
/** The checks that found something, in words: `fmt failed, lint warned`. */
function checkWords({ status, checks }) {
    const told = checks.filter(({ result }) => result !== 'passed');
    if (told.length === 0)
        return 'every check passed';
    return [
        ...(status === 'passed' ? ['no check failed'] : []),
        ...told.map(({ name, result }) => `${name} ${result}`),
    ].join(', ');
}
/** The job summary of one stack. */
function checkSummary(check) {
    return [
        `## ${code(check.stack)}: ${checkWords(check)}`,
        'Checked without credentials, not planned: what an apply would do is **unknown**.',
        problemList(check.problems, check.problemsOmitted),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
const check_sections_RESULT = {
    failed: '❌ failed',
    unknown: '❔ unknown',
    passed: '✅ passed',
};
/** A line for each stack with the result of each of its checks. */
function checkTable(reports) {
    const columns = ['stack', 'result', 'fmt', 'init', 'validate', 'lint'].map((heading) => ({ heading }));
    return markdown_table(columns, reports.map(row));
}
function row(report) {
    const resultOf = (name) => report.check?.checks.find((check) => check.name === name)?.result ?? '–';
    const cells = ['fmt', 'init', 'validate', 'lint'].map(resultOf);
    return [markdown_codeCell(report.stack), check_sections_RESULT[checkStatusOf(report)], ...cells];
}
/** What one stack's checks found, folded; '' when it has nothing to say. `most` bounds its problems. */
function checkSection(report, most) {
    const title = `<b>${htmlCode(report.stack)}</b>`;
    if (report.check === undefined) {
        return markdown_folded(`${title}: unknown`, `Unknown: ${markdown_plain(report.unknownReason ?? 'there is no document')}.`, true);
    }
    const { problems, problemsOmitted, counts } = report.check;
    if (problems.length === 0)
        return '';
    const shown = problems.slice(0, most);
    const words = [markdown_plural(counts.errors, 'error'), markdown_plural(counts.warnings, 'warning')].join(', ');
    const list = problemList(shown, problemsOmitted + problems.length - shown.length);
    return markdown_folded(`${title}: ${words}`, list, checkStatusOf(report) !== 'passed');
}
/** Characters of a detail in a list; the annotations of the run have the whole. */
const check_sections_LONGEST_DETAIL = 400;
function problemList(problems, omitted) {
    const lines = problems.map(problemLine);
    const more = omitted === 0 ? [] : [`- … and ${markdown_plural(omitted, 'further problem')}, in the log of the run`];
    return [...lines, ...more].join('\n');
}
function problemLine({ check, severity, summary, detail, file, line }) {
    const place = file === null ? '' : ` ${markdown_code(line === null ? file : `${file}:${String(line)}`)}`;
    const more = detail === '' ? '' : ` ${markdown_plain(detail.slice(0, check_sections_LONGEST_DETAIL))}`;
    return `- ${severity === 'error' ? '❌' : '⚠️'} ${check}${place}: ${markdown_plain(summary.replace(/[.:]$/, ''))}.${more}`;
}

;// CONCATENATED MODULE: ./lib/report/check-comment.js


/** What the checks came to. Documents of a stranger's run are no evidence that anything is good. */
function checkVerdict(reports, { conclusion, doubts }) {
    if (conclusion === 'failure')
        return 'failed';
    if (conclusion !== 'success' || doubts.length > 0)
        return 'unknown';
    if (reports.length === 0)
        return 'no-stacks';
    return reports.every((report) => checkStatusOf(report) === 'passed') ? 'passed' : 'unknown';
}
const HEADINGS = {
    'no-stacks': 'no stack is touched',
    passed: 'passed',
    unknown: 'unknown',
    failed: 'failed',
};
/** Problems of a stack that are listed, fewer when the comment would get too long. */
const check_comment_MOST_PROBLEMS = [100, 20, 5, 1];
/**
 * The comment on a pull request from a fork: the verdict of the run, what it proves and what not, one line for each
 * stack, then what was found. Every text of a document is shown as text. Problems go first when it is too long, then
 * parts, then the table; the verdict stays.
 */
function renderCheckComment(reports, run, context) {
    const verdict = checkVerdict(reports, run);
    const lead = [context.marker, `## Terraform checks: ${HEADINGS[verdict]}`, ...check_comment_alerts(verdict, run), ABOUT];
    const table = reports.length === 0 ? [] : [checkTable(reports)];
    const end = check_comment_footer(context);
    const ordered = [...reports].sort((one, other) => check_comment_rankOf(one) - check_comment_rankOf(other));
    const frame = Buffer.byteLength(check_comment_join([...lead, ...table, end]));
    for (const most of check_comment_MOST_PROBLEMS) {
        const sections = sectionsWithin(ordered, most, context.maxBytes - frame);
        if (sections !== undefined)
            return check_comment_join([...lead, ...table, ...sections, end]);
    }
    const cut = check_comment_join([...lead, ...table, check_comment_CUT, end]);
    return Buffer.byteLength(cut) <= context.maxBytes ? cut : check_comment_join([...lead, counts(reports), check_comment_CUT, end]);
}
/** Stops at the first that does not fit: what a stranger wrote must not cost more to refuse than to show. */
function sectionsWithin(reports, most, room) {
    const sections = [];
    let left = room;
    for (const report of reports) {
        const section = checkSection(report, most);
        left -= Buffer.byteLength(section) + 2;
        if (left < 0)
            return undefined;
        sections.push(section);
    }
    return sections;
}
const ABOUT = 'This pull request comes from a fork, so **nothing was planned**: its code was checked without credentials. ' +
    'The result is that of the run; the details were written in jobs that ran the pull request’s own code, and are shown as they were found there.';
const check_comment_CUT = 'The details are too long for a comment; the log of the run has them.';
function check_comment_rankOf(report) {
    return ['failed', 'unknown', 'passed'].indexOf(checkStatusOf(report));
}
function check_comment_alerts(verdict, { conclusion, doubts }) {
    const reasons = doubts.map((doubt) => `> - ${markdown_plain(doubt)}`).join('\n');
    const doubted = doubts.length === 0 ? [] : [`> [!WARNING]\n> What this run ended with proves nothing:\n>\n${reasons}`];
    if (verdict === 'failed')
        return ['> [!CAUTION]\n> The run failed: see below and in its log.', ...doubted];
    if (verdict !== 'unknown')
        return [];
    if (doubts.length > 0)
        return doubted;
    if (conclusion === 'success')
        return [
            '> [!WARNING]\n> The run ended well, but not every document of its checks says so or can be read.',
        ];
    return [
        `> [!WARNING]\n> The run ended as ${markdown_plain(conclusion ?? 'nothing')}, which says nothing about the code.`,
    ];
}
function counts(reports) {
    const of = (status) => reports.filter((report) => checkStatusOf(report) === status).length;
    return `${markdown_plural(reports.length, 'stack')}: ${String(of('failed'))} failed, ${String(of('unknown'))} unknown, ${String(of('passed'))} passed.`;
}
function check_comment_footer({ headSha, runUrl, writtenAt }) {
    const time = `${writtenAt.slice(0, 16).replace('T', ' ')} UTC`;
    return `---\n<sub>Checked ${headSha.slice(0, 12)} by [this run](${runUrl}) · ${time} · nothing was planned</sub>`;
}
function check_comment_join(parts) {
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/report/check-document.js


/** What is checked without credentials, in this order. */
const CHECK_NAMES = ['fmt', 'init', 'validate', 'lint'];
/** Longest texts and lists of a document: a reader that does not trust its writer can refuse whatever is longer. */
const CHECK_LIMITS = { name: 100, path: 1000, summary: 500, detail: 2000, problems: 100 };
const count = () => schemas_int().check(_nonnegative());
const check_document_text = (most) => schemas_string().check(_maxLength(most));
/**
 * What the checks of one stack found in a job without credentials. Such a job runs code of the pull request, so that
 * code could have written this document: whoever reads it later must take it for data, not for a verdict.
 */
const checkDocument = defineDocument('check', 1, object({
    stack: check_document_text(CHECK_LIMITS.name),
    /** Relative to the repository root. */
    directory: check_document_text(CHECK_LIMITS.path),
    status: schemas_enum(['passed', 'failed', 'cancelled']),
    tool: object({
        name: nullable(schemas_enum(['terraform', 'opentofu'])),
        version: nullable(check_document_text(CHECK_LIMITS.name)),
    }),
    /** `warned` found something that does not fail the step; `skipped` did not run, so it says nothing. */
    checks: array(object({
        name: schemas_enum(CHECK_NAMES),
        result: schemas_enum(['passed', 'warned', 'failed', 'skipped', 'cancelled']),
        milliseconds: count(),
    }))
        .check(_maxLength(CHECK_NAMES.length)),
    counts: object({ errors: count(), warnings: count(), unformatted: count() }),
    problems: array(object({
        check: schemas_enum(CHECK_NAMES),
        severity: schemas_enum(['error', 'warning']),
        summary: check_document_text(CHECK_LIMITS.summary),
        detail: check_document_text(CHECK_LIMITS.detail),
        /** Relative to the repository root; null when there is no place in it. */
        file: nullable(check_document_text(CHECK_LIMITS.path)),
        /** From 1. */
        line: nullable(schemas_int().check(_positive())),
    }))
        .check(_maxLength(CHECK_LIMITS.problems)),
    /** How many further problems there are than are listed. */
    problemsOmitted: count(),
    sha: check_document_text(CHECK_LIMITS.name),
    /** Head of the pull request; null without one. */
    headSha: nullable(check_document_text(CHECK_LIMITS.name)),
    runUrl: check_document_text(CHECK_LIMITS.path),
    generatedAt: check_document_text(CHECK_LIMITS.name),
}));
/** `value` cut to `most` characters, the last of which then says so. */
function clipped(value, most) {
    return value.length <= most ? value : `${value.slice(0, most - 1)}…`;
}
/** Whether the parts of a document agree: a `passed` one has run its checks, and none of them failed. */
function isConsistent({ status, checks, counts, problems }) {
    const results = checks.map(({ result }) => result);
    if (new Set(checks.map(({ name }) => name)).size !== checks.length)
        return false;
    const failed = results.includes('failed');
    if (status === 'failed')
        return failed;
    if (status === 'cancelled')
        return results.includes('cancelled');
    const errors = counts.errors + problems.filter(({ severity }) => severity === 'error').length;
    return (results.some((result) => result === 'passed') && !failed && !results.includes('cancelled') && errors === 0);
}

;// CONCATENATED MODULE: ./actions/plan-comment/src/check-reports.js


/** Characters of a reason; the message of a document that does not fit its schema can be long. */
const LONGEST_REASON = 300;
/**
 * One report for each document of the artifacts. What cannot be used stands for itself, as unknown with the reason: an
 * artifact, a file that is no check document of this commit or contradicts itself, documents about the same folder.
 */
function checkReports(artifacts, headSha) {
    const reports = artifacts.flatMap((artifact) => reportsOf(artifact, headSha));
    const count = (directory) => reports.filter(({ check }) => check?.directory === directory).length;
    return reports.map((report) => report.check === undefined || count(report.check.directory) === 1
        ? report
        : check_reports_unknown(report.stack, `there are several documents about ${report.check.directory}`));
}
function reportsOf({ name, files, problem }, headSha) {
    if (problem !== undefined)
        return [check_reports_unknown(name, problem.message)];
    if (files.length === 0)
        return [check_reports_unknown(name, 'the artifact holds no document')];
    return files.map((file) => {
        try {
            const text = new TextDecoder('utf-8', { fatal: true }).decode(file.content);
            return reportOf(checkDocument.parse(JSON.parse(text), file.name), headSha);
        }
        catch (error) {
            return check_reports_unknown(`${name}/${file.name}`, check_reports_reasonOf(error));
        }
    });
}
function reportOf(check, headSha) {
    if (check.headSha !== headSha)
        return check_reports_unknown(check.stack, 'its document is about another commit');
    if (!isConsistent(check))
        return check_reports_unknown(check.stack, 'its document contradicts itself');
    return { stack: check.stack, check, unknownReason: undefined };
}
/** Any failure to read hostile bytes is one of the document, so nothing is passed on. */
function check_reports_reasonOf(error) {
    if (error instanceof errors/* ActionError */.l)
        return `${error.message} (${error.code})`;
    return 'the file is not JSON';
}
function check_reports_unknown(stack, reason) {
    const unknownReason = clipped(reason.replace(/\.$/, ''), LONGEST_REASON);
    return { stack: clipped(stack, LONGEST_REASON), check: undefined, unknownReason };
}

// EXTERNAL MODULE: ./lib/github/marked-comment.js
var marked_comment = __nccwpck_require__(156);
;// CONCATENATED MODULE: ./actions/plan-comment/src/publish.js



const NOTHING_WRITTEN = { action: 'none', id: undefined, url: undefined, retired: 0 };
/** Keeps the one comment, unless a newer run wrote it already. */
async function publish(door, log, publication) {
    const outcome = await write(door, log, publication);
    log.info(`Comment ${outcome.action}${outcome.url === undefined ? '' : `: ${outcome.url}`}`);
    return outcome;
}
async function write(door, log, { pullRequest, marker, run, body, mode, isNeeded }) {
    const existing = await (0,marked_comment/* findOwnComments */.gP)(door, pullRequest, marker.prefix);
    const newer = existing.find((comment) => isWrittenByLaterRun(comment.body, run.id, run.attempt));
    if (newer !== undefined) {
        log.notice('A newer run has already written the comment; this one leaves it as it is.');
        return { action: 'superseded', id: newer.id, url: newer.url, retired: 0 };
    }
    if (!isNeeded && existing.every((comment) => comment.isMinimised))
        return NOTHING_WRITTEN;
    return (0,marked_comment/* writeComment */.HF)(door, pullRequest, existing, body, { mode, contentOf: contentOf }, log);
}

;// CONCATENATED MODULE: ./actions/plan-comment/src/fork.js










/** Artifacts as the `check` job of terraform-plan.yml names them. */
const CHECK_ARTIFACT = /^check-[A-Za-z0-9._-]{1,200}$/;
/** A matrix has 256 jobs at most, each with documents of up to four stacks in folders of their steps. */
const LIMITS = {
    count: 256,
    listed: 1000,
    bytes: 1024 * 1024,
    totalBytes: 32 * 1024 * 1024,
    zip: {
        entries: 4,
        bytes: 4 * 1024 * 1024,
        names: /^(?:[A-Za-z0-9._-]{1,100}\/){0,2}[A-Za-z0-9._-]{1,120}\.json$/,
    },
};
/**
 * Comments on the pull request of a completed run from a fork, in a run of its own that has the rights of the default
 * branch. Which pull request it is, whether it still has the commit that was checked, and how the run ended is what
 * GitHub says; what the run left behind is text of a stranger, shown and never believed.
 */
async function commentOnFork(inputs, runId, deps) {
    const door = createGitHubDoor(inputs.githubToken, deps);
    const run = await readForkRun(door, runId);
    if (!run.isCompleted) {
        return nothing(inputs, deps.log, 'none', `run ${String(runId)} is not completed; its end starts the comment`);
    }
    const pull = await findForkPullRequest(door, run);
    if (pull.kind === 'outdated')
        return nothing(inputs, deps.log, 'outdated', pull.reason);
    if (pull.kind !== 'found')
        return nothing(inputs, deps.log, 'none', pull.reason);
    const { reports, checked } = await gather(door, run, pull.number, deps.log);
    return comment(inputs, deps, { door, run, pullRequest: pull.number, reports, checked });
}
async function gather(door, run, pullRequest, log) {
    const found = await readRunArtifacts(door, run, CHECK_ARTIFACT, LIMITS);
    const reports = checkReports(found.artifacts, run.headSha);
    for (const { stack, unknownReason } of reports) {
        if (unknownReason !== undefined)
            log.warning(`${stack}: ${unknownReason}`);
    }
    const doubts = [
        ...(await workflowDoubts(door, pullRequest)),
        ...(found.incomplete === undefined ? [] : [found.incomplete]),
    ];
    return { reports, checked: { conclusion: run.conclusion, doubts } };
}
/** A pull request brings the workflow files that its own run takes, so it may have changed what is checked. */
async function workflowDoubts(door, pullRequest) {
    const { paths, complete } = await changedFiles(door, pullRequest);
    if (paths.some((path) => path.startsWith('.github/')))
        return [
            'the pull request changes files below .github, so it may have been checked by other workflows than ours',
        ];
    return complete
        ? []
        : ['the pull request changes more files than GitHub lists, workflows perhaps among them'];
}
async function comment(inputs, deps, checks) {
    const { door, run, pullRequest, reports, checked } = checks;
    const marker = commentMarker('plan-comment', inputs.commentId, run.id, run.attempt);
    const body = renderCheckComment(reports, checked, {
        marker: marker.line,
        headSha: run.headSha,
        runUrl: `${deps.github.serverUrl}/${deps.github.repository}/actions/runs/${String(run.id)}`,
        writtenAt: new Date(deps.clock.now()).toISOString(),
        maxBytes: inputs.maxCommentBytes,
    });
    const status = checkVerdict(reports, checked);
    const isNeeded = status !== 'no-stacks';
    const about = { pullRequest, marker, run, body, mode: inputs.mode, isNeeded };
    const outcome = await publish(door, deps.log, about);
    return result(inputs, { pullRequest, status, reports, outcome, body });
}
/** Not a failure: strangers close, push and delete whenever they like. */
function nothing(inputs, log, action, reason) {
    log.notice(`No comment is written: ${reason}.`);
    const outcome = { ...NOTHING_WRITTEN, action };
    return result(inputs, { pullRequest: null, status: 'unknown', reports: [], outcome, body: '' });
}
function result(inputs, { pullRequest, status, reports, outcome, body }) {
    const document = commentDocument.create({
        pullRequest,
        mode: inputs.mode,
        action: outcome.action,
        url: outcome.url ?? null,
        retired: outcome.retired,
        status,
        stacks: reports.map((report) => ({ stack: report.stack, status: checkStatusOf(report) })),
        shortened: [],
        bytes: Buffer.byteLength(body),
    });
    const markdown = body === '' ? 'No comment was written; the log says why.' : body.slice(body.indexOf('\n') + 1);
    return {
        outputs: {
            status,
            action: outcome.action,
            'comment-url': outcome.url ?? '',
            'comment-id': outcome.id === undefined ? '' : String(outcome.id),
        },
        report: { fileName: 'comment.json', document },
        summary: [{ markdown: markdown.trimStart() }],
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ../../node_modules/zod/v4/mini/iso.js


const ZodMiniISODateTime = /*@__PURE__*/ $constructor("ZodMiniISODateTime", (inst, def) => {
    $ZodISODateTime.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function iso_datetime(params) {
    return _isoDateTime(ZodMiniISODateTime, params);
}
const ZodMiniISODate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISODate", (inst, def) => {
    core.$ZodISODate.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function iso_date(params) {
    return core._isoDate(ZodMiniISODate, params);
}
const ZodMiniISOTime = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISOTime", (inst, def) => {
    core.$ZodISOTime.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function iso_time(params) {
    return core._isoTime(ZodMiniISOTime, params);
}
const ZodMiniISODuration = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISODuration", (inst, def) => {
    core.$ZodISODuration.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function iso_duration(params) {
    return core._isoDuration(ZodMiniISODuration, params);
}

;// CONCATENATED MODULE: ./lib/net/address-facts.js
/**
 * What is known about the addresses and autonomous systems of one environment, whoever said it: the address file, plans,
 * state, the live accounts. Sources produce facts, rules judge them; neither knows the other.
 */
/** What a range is for. The rules speak of roles, never of names. */
const RANGE_ROLES = [
    'vpc',
    'aws-subnet',
    'tgw-cidr',
    'service',
    'remote-node',
    'remote-pod',
    'vnet',
    'azure-subnet',
    'cluster-pool',
    'tunnel-inside',
    /** `vpcCIDR` of the EKS Hybrid Nodes gateway: must cover all VPC ranges. */
    'gateway-vpc',
    /** `podCIDRs` of the EKS Hybrid Nodes gateway. */
    'gateway-pods',
    /** A network the user lists: another VPC, on-premises. */
    'peer',
];
const ASN_ROLES = [
    'transit-gateway',
    'azure-gateway',
    'route-server',
    /** `bgp_asn` of a customer gateway: must be that of the Azure gateway. */
    'customer-gateway',
    /** ASN of a local network gateway: must be that of the transit gateway. */
    'local-network-gateway',
    'cilium',
    'peer',
];
const QUANTITIES = [
    /** Azure nodes at most, all pools, without surge. */
    'nodes',
    /** Further nodes that exist while nodes are replaced. */
    'surge',
    /** kubelet's maxPods; 110 when nobody says otherwise. */
    'pods-per-node',
    /** Prefix length of each node's share of the cluster pool. */
    'node-mask',
    /** BGP peers of Route Server beside the gateway's own. */
    'route-server-peers',
    /** Routes that each of those peers announces. */
    'routes-per-peer',
];
/** Whose table a route stands in. */
const ROUTE_ROLES = ['vpc-route', 'tgw-route', 'azure-route'];
/**
 * Where a route leads: `vpn` is the VPN connection of a transit gateway and the VPN gateway of a virtual network,
 * `appliance` a network interface or an address, `nowhere` drops.
 */
const ROUTE_TARGETS = [
    'local',
    'transit-gateway',
    'vpn',
    'vpc',
    'appliance',
    'nowhere',
    'other',
];
const NO_FACTS = {
    ranges: [],
    asns: [],
    tunnelAddresses: [],
    quantities: [],
    modes: [],
    routes: [],
    unknown: [],
};
/** All facts of several sources together; nothing is dropped, so that sources which disagree can be told. */
function mergeFacts(sources) {
    return {
        ranges: sources.flatMap((source) => source.ranges),
        asns: sources.flatMap((source) => source.asns),
        tunnelAddresses: sources.flatMap((source) => source.tunnelAddresses),
        quantities: sources.flatMap((source) => source.quantities),
        modes: sources.flatMap((source) => source.modes),
        routes: sources.flatMap((source) => source.routes),
        unknown: sources.flatMap((source) => source.unknown),
    };
}

;// CONCATENATED MODULE: ./lib/report/address-plan-document.js



const address_plan_document_count = () => schemas_int().check(_nonnegative());
const origin = object({
    kind: schemas_enum(['inline', 'file', 'plan', 'state', 'outputs', 'aws', 'azure', 'default']),
    /** Name of the source for people. */
    source: schemas_string(),
    /** Relative to the repository root where the file lies in it. */
    file: exactOptional(schemas_string()),
    /** From 1. */
    line: exactOptional(schemas_int()),
    /** Terraform address of a resource or output. */
    address: exactOptional(schemas_string()),
    /** ARN, AWS id or ARM id. */
    id: exactOptional(schemas_string()),
});
/**
 * What one or several sources say about addresses and autonomous systems, and no other value of theirs: small enough
 * and harmless enough to leave the job that read a plan or a state.
 */
const addressFactsShape = object({
    ranges: array(object({ role: schemas_enum(RANGE_ROLES), text: schemas_string(), name: schemas_string(), network: schemas_string(), origin })),
    asns: array(object({ role: schemas_enum(ASN_ROLES), text: schemas_string(), name: schemas_string(), origin })),
    tunnelAddresses: array(object({ name: schemas_string(), side: schemas_enum(['aws', 'azure']), text: schemas_string(), origin })),
    quantities: array(object({ quantity: schemas_enum(QUANTITIES), value: schemas_number(), name: schemas_string(), origin })),
    modes: array(object({ podRouting: schemas_enum(['gateway', 'bgp', 'udr', 'masquerade']), origin })),
    /** Absent in documents of versions that read no routes. */
    routes: schemas_default(array(object({
        role: schemas_enum(ROUTE_ROLES),
        text: schemas_string(),
        table: schemas_string(),
        network: schemas_string(),
        target: schemas_enum(ROUTE_TARGETS),
        via: schemas_string(),
        learnt: schemas_boolean(),
        active: schemas_boolean(),
        announced: nullable(schemas_boolean()),
        origin,
    })), []),
    unknown: array(object({
        what: schemas_string(),
        role: exactOptional(schemas_enum([...RANGE_ROLES, ...ASN_ROLES, ...ROUTE_ROLES, ...QUANTITIES])),
        reason: schemas_string(),
        origin,
    })),
});
const finding = object({
    /** `ADR211`; see docs/address-rules.md. */
    code: schemas_string(),
    /** Name of the rule, such as `pods-in-vnet`. */
    rule: schemas_string(),
    severity: schemas_enum(['error', 'warning', 'info']),
    sentence: schemas_string(),
    remedy: schemas_string(),
    /** The ranges or numbers that the finding is about, the first being the one to change. */
    subjects: array(object({ role: schemas_string(), text: schemas_string(), name: schemas_string(), origin })),
    /** A block of the same size that is free, and where it was looked for; null where none was sought or found. */
    freeBlock: nullable(object({ cidr: schemas_string(), within: schemas_string() })),
    /** Set when an ignore of the user covers it: it then counts neither as error nor as warning. */
    ignored: nullable(object({ reason: schemas_string(), until: schemas_string() })),
});
/** What `cidr-check` found out about the address plan of one environment. */
const addressPlanDocument = defineDocument('address-plan', 1, object({
    /** `unknown`: nothing wrong was found, but not everything could be checked. */
    verdict: schemas_enum(['passed', 'failed', 'unknown']),
    /** Findings that are not ignored, by severity, listed or not; ignored ones; things that could not be determined. */
    counts: object({
        errors: address_plan_document_count(),
        warnings: address_plan_document_count(),
        infos: address_plan_document_count(),
        ignored: address_plan_document_count(),
        unknown: address_plan_document_count(),
    }),
    /** Findings beyond those that are listed. */
    unlisted: address_plan_document_count(),
    checked: object({ ranges: address_plan_document_count(), asns: address_plan_document_count(), pairs: address_plan_document_count(), rules: address_plan_document_count() }),
    /** Names of what was read: files, stacks, accounts. */
    sources: array(schemas_string()),
    /** Gravest first. */
    findings: array(finding),
    /** What could not be determined, as sentences with where. */
    unknown: array(object({ what: schemas_string(), reason: schemas_string(), origin })),
    facts: addressFactsShape,
    /** The address space as SVG; null when no range could be drawn. */
    picture: nullable(schemas_string()),
    /** A proven plan as tfvars of the foundation stack; null when none was asked for or none fits. */
    suggestion: nullable(schemas_string()),
    /** Commit that was checked. */
    sha: schemas_string(),
    /** Head of the pull request, null for other events. */
    headSha: nullable(schemas_string()),
    runUrl: schemas_string(),
    /** ISO 8601, UTC. */
    generatedAt: iso_datetime(),
}));
/** Facts as a document takes them. */
function copyFacts(facts) {
    return {
        ranges: [...facts.ranges],
        asns: [...facts.asns],
        tunnelAddresses: [...facts.tunnelAddresses],
        quantities: [...facts.quantities],
        modes: [...facts.modes],
        routes: [...facts.routes],
        unknown: [...facts.unknown],
    };
}

;// CONCATENATED MODULE: ./lib/report/plan-document.js



const plan_document_count = () => schemas_int().check(_nonnegative());
const attribute = object({
    /** As written in Terraform: `tags["Name"]`. */
    path: schemas_string(),
    change: schemas_enum(['added', 'removed', 'changed']),
    /** The new value is known only after apply. */
    unknown: schemas_boolean(),
    sensitive: schemas_boolean(),
    /** One line of text as HCL or JSON would write the value; null when absent or unknown, `(sensitive)` when marked. */
    before: nullable(schemas_string()),
    after: nullable(schemas_string()),
    /** For strings of several lines what differs, line by line; null for everything else. */
    lines: nullable(array(object({ kind: schemas_enum([' ', '+', '-']), text: schemas_string() }))),
    forcesReplacement: schemas_boolean(),
});
const KINDS = [
    'create',
    'update',
    'replace',
    'delete',
    'read',
    'import',
    'move',
    'forget',
    'create-forget',
    'no-op',
];
/** What an apply does with an object, in all documents. */
const changeKind = schemas_enum(KINDS);
/** `invoke` is an action (Terraform 1.14) that was put off. */
const deferredKind = schemas_enum([...KINDS, 'invoke']);
const change = object({
    address: schemas_string(),
    module: schemas_string(),
    mode: schemas_enum(['managed', 'data']),
    type: schemas_string(),
    name: schemas_string(),
    deposed: nullable(schemas_string()),
    kind: changeKind,
    order: nullable(schemas_enum(['delete-first', 'create-first'])),
    reason: nullable(schemas_string()),
    previousAddress: nullable(schemas_string()),
    importing: schemas_boolean(),
    /** Id, or identity as `key=value, …`; null when it is not imported or the id is not known yet. */
    importId: nullable(schemas_string()),
    attributes: array(attribute),
    /** How many further attributes differ than are listed. */
    attributesOmitted: plan_document_count(),
    replacePaths: array(schemas_string()),
    unknownCount: plan_document_count(),
});
const plan_document_counts = object({
    create: plan_document_count(),
    update: plan_document_count(),
    /** Both orders. */
    replace: plan_document_count(),
    replaceDeleteFirst: plan_document_count(),
    replaceCreateFirst: plan_document_count(),
    delete: plan_document_count(),
    read: plan_document_count(),
    forget: plan_document_count(),
    createForget: plan_document_count(),
    importOnly: plan_document_count(),
    moveOnly: plan_document_count(),
    noOp: plan_document_count(),
    /** All imports and moves, also those that update or replace besides. */
    import: plan_document_count(),
    move: plan_document_count(),
    /** Objects destroyed: delete and replace. */
    destroys: plan_document_count(),
    deferred: plan_document_count(),
    actionInvocations: plan_document_count(),
    outputs: plan_document_count(),
    drift: plan_document_count(),
    failedChecks: plan_document_count(),
});
/** One object that was changed outside Terraform. */
const driftShape = object({
    address: schemas_string(),
    module: schemas_string(),
    type: schemas_string(),
    deposed: nullable(schemas_string()),
    kind: schemas_enum(['update', 'delete', 'other']),
    attributes: array(attribute),
    attributesOmitted: plan_document_count(),
    /** Whether it contributed to the planned changes; null when Terraform does not say. */
    relevant: nullable(schemas_boolean()),
});
const diagnostic = object({
    severity: schemas_enum(['error', 'warning']),
    summary: schemas_string(),
    detail: schemas_string(),
    address: nullable(schemas_string()),
    /** Relative to the repository root. */
    file: nullable(schemas_string()),
    startLine: nullable(schemas_int()),
    endLine: nullable(schemas_int()),
});
const riskLevel = schemas_enum(['info', 'warning', 'high', 'critical']);
const risk = object({
    /** Name of the rule, such as `vpn-connection-replaced`. */
    rule: schemas_string(),
    level: riskLevel,
    /** For the reviewer. */
    sentence: schemas_string(),
    addresses: array(schemas_string()),
});
const plan_document_link = object({
    tunnels: array(object({
        name: schemas_string(),
        effect: schemas_enum(['none', 'create', 'update', 'interrupt', 'destroy']),
        because: array(schemas_string()),
    })),
    /** Whether a tunnel stays up while the plan is applied. */
    redundancy: schemas_enum(['kept', 'lost', 'none', 'unknown']),
});
const bundle = object({
    /** `sealed`: the plan is kept, encrypted, and can be applied. `fingerprint`: only what identifies it is. */
    kind: schemas_enum(['sealed', 'fingerprint']),
    fingerprint: schemas_string(),
    /** Absolute path of the sealed file on the runner that planned; null for `fingerprint`. */
    file: nullable(schemas_string()),
});
/** `seal` also stands for the fingerprint when there is no key to seal with. */
const phaseName = schemas_enum(['fmt', 'init', 'validate', 'plan', 'show', 'seal']);
const phase = object({
    name: phaseName,
    /** `warned`: the phase found something that the inputs say is only a warning. */
    result: schemas_enum(['passed', 'warned', 'failed', 'cancelled']),
    milliseconds: plan_document_count(),
});
const plan_document_failure = object({
    /** `EHA1206`; see docs/errors.md. */
    code: schemas_string(),
    phase: nullable(phaseName),
    message: schemas_string(),
    remedy: schemas_string(),
});
const stateLock = object({
    id: nullable(schemas_string()),
    path: nullable(schemas_string()),
    operation: nullable(schemas_string()),
    who: nullable(schemas_string()),
    version: nullable(schemas_string()),
    created: nullable(schemas_string()),
});
/**
 * What `terraform-plan` found for one stack: the only thing that later steps (comment, drift, apply) read. What is
 * not known is null: a failed plan has no counts, and OpenTofu does not say whether a plan is complete.
 */
const planDocument = defineDocument('plan', 1, object({
    stack: schemas_string(),
    /** Of the stack, relative to the repository root, with forward slashes; `.` for the root itself. */
    directory: schemas_string(),
    /** Terraform workspace, `default` unless another was selected. */
    workspace: schemas_string(),
    status: schemas_enum(['changes', 'no-changes', 'failed', 'cancelled']),
    tool: object({
        name: nullable(schemas_enum(['terraform', 'opentofu'])),
        version: nullable(schemas_string()),
    }),
    formatVersion: nullable(schemas_string()),
    /** False when Terraform left something out (`-target`, deferred changes). */
    complete: nullable(schemas_boolean()),
    applyable: nullable(schemas_boolean()),
    /** Whether the plan compared the state with the real objects, and whether it held the state lock. */
    refreshed: schemas_boolean(),
    locked: schemas_boolean(),
    counts: nullable(plan_document_counts),
    /** In Terraform's order, without no-ops. */
    changes: array(change),
    outputs: array(object({
        name: schemas_string(),
        kind: schemas_enum(['create', 'update', 'delete']),
        sensitive: schemas_boolean(),
        unknown: schemas_boolean(),
        /** What differs; paths begin with the name of the output. */
        attributes: array(attribute),
        attributesOmitted: plan_document_count(),
    })),
    drift: array(driftShape),
    checks: array(object({
        address: schemas_string(),
        status: schemas_enum(['pass', 'fail', 'error', 'unknown']),
        problems: array(schemas_string()),
    })),
    deferred: array(object({ address: schemas_string(), kind: deferredKind, reason: schemas_string() })),
    actionInvocations: array(schemas_string()),
    /** What the architecture's rules say about the changes, worst first; empty also when there is no plan. */
    risks: array(risk),
    worstRisk: nullable(riskLevel),
    /** What happens to the tunnels between the clouds; null when the plan does not touch or know them. */
    link: nullable(plan_document_link),
    /** Ranges and AS numbers that the plan holds, for cidr-check to judge beside other stacks; null without a plan. */
    addresses: optional(nullable(addressFactsShape)),
    /** What a later apply is bound to; null when there is no plan. */
    bundle: nullable(bundle),
    diagnostics: array(diagnostic),
    diagnosticsOmitted: plan_document_count(),
    /** Files that `terraform fmt` would rewrite, relative to the repository root. */
    unformatted: array(schemas_string()),
    failure: nullable(plan_document_failure),
    /** Who holds the state, when that is why the plan failed. */
    stateLock: nullable(stateLock),
    phases: array(phase),
    /** Commit that was planned; on a pull request GitHub's merge commit. */
    sha: schemas_string(),
    /** Head of the pull request, null for other events. */
    headSha: nullable(schemas_string()),
    runUrl: schemas_string(),
    /** ISO 8601, UTC. */
    generatedAt: iso_datetime(),
}));

;// CONCATENATED MODULE: ./actions/plan-comment/src/reports.js






/**
 * One report per expected stack and workspace, in that order. A stack whose document is missing, unreadable, made for another commit
 * or there twice is unknown with that reason; a document nobody expected is left out with a warning. Without an
 * expectation each document found is a stack, also one that cannot be read.
 */
function collectReports(folder, expected, commit, log) {
    const found = readDocuments(folder, log);
    const wanted = expected ?? stacksOf(found.plans);
    for (const plan of found.plans) {
        if (!wanted.some((stack) => isOf(stack, plan))) {
            log.warning(`The plan document of ${plan.directory} was not expected and is left out of the comment.`);
        }
    }
    const reports = wanted.flatMap((stack) => reports_reportsOf(stack, found, commit));
    return expected === undefined ? [...reports, ...unreadableReports(found)] : reports;
}
function stacksOf(plans) {
    const byDirectory = new Map(plans.map(({ stack, directory }) => [directory, { name: stack, directory }]));
    return [...byDirectory.values()];
}
function isOf({ directory, workspace }, plan) {
    return plan.directory === directory && (workspace === undefined || plan.workspace === workspace);
}
function reports_unknown(stack, directory, unknownReason) {
    return { stack, directory, plan: undefined, unknownReason };
}
/** Nothing says which stack such a file is about, so the file stands for it. */
function unreadableReports({ unreadable }) {
    return unreadable.map(({ file, code }) => reports_unknown(file, file, `the file could not be read as a plan document (${code})`));
}
function reports_reportsOf(stack, found, commit) {
    const plans = found.plans.filter((plan) => isOf(stack, plan));
    const workspaces = [...new Set(plans.map(({ workspace }) => workspace))];
    if (workspaces.length === 0) {
        const { length } = found.unreadable;
        const unread = length === 0
            ? ''
            : `; ${markdown_plural(length, 'file')} could not be read (${found.unreadable[0]?.code ?? ''})`;
        return [reports_unknown(reports_nameOf(stack), stack.directory, `its job left no plan document${unread}`)];
    }
    return workspaces.map((workspace) => reports_reportOf({ ...stack, workspace }, plans.filter((plan) => plan.workspace === workspace), commit));
}
/** As `labelOf` writes it where there is a plan. */
function reports_nameOf({ name, workspace = 'default' }) {
    return workspace === 'default' ? name : `${name} (${workspace})`;
}
function reports_reportOf(stack, plans, commit) {
    const [plan, ...others] = plans;
    const unknownBecause = (reason) => reports_unknown(reports_nameOf(stack), stack.directory, reason);
    if (plan === undefined || others.length > 0) {
        return unknownBecause(`there are ${String(plans.length)} plan documents for it`);
    }
    if (plan.sha !== commit.sha && plan.headSha !== commit.headSha) {
        return unknownBecause(`its plan document was made for commit ${plan.sha.slice(0, 12)}`);
    }
    return { stack: stack.name, directory: stack.directory, plan, unknownReason: undefined };
}
function readDocuments(folder, log) {
    const plans = [];
    const unreadable = [];
    for (const file of jsonFiles(folder).filter((path) => (0,external_node_path_.basename)(path) !== ADDRESS_PLAN)) {
        try {
            plans.push(planDocument.read(file));
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.l))
                throw error;
            unreadable.push({ file: (0,external_node_path_.relative)(folder, file), code: error.code });
            log.warning(`${error.code}: ${error.message}`);
        }
    }
    return { plans, unreadable };
}
function jsonFiles(folder) {
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        return [];
    return (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .sort();
}
/** As cidr-check names its document; those of plans begin with `plan-`. */
const ADDRESS_PLAN = 'address-plan.json';
/** What cidr-check says of this commit; null when it left nothing and nothing was expected of it. */
function addressReport(folder, isExpected, commit, log) {
    const files = jsonFiles(folder).filter((file) => (0,external_node_path_.basename)(file) === ADDRESS_PLAN);
    const unknownBecause = (unknownReason) => ({ document: null, unknownReason });
    const [file] = files;
    if (file === undefined)
        return isExpected ? unknownBecause('its job left no document') : null;
    if (files.length > 1)
        return unknownBecause(`there are ${String(files.length)} documents of it`);
    try {
        const document = addressPlanDocument.read(file);
        const isOurs = document.sha === commit.sha || document.headSha === commit.headSha;
        if (isOurs)
            return { document, unknownReason: null };
        return unknownBecause(`its document was made for commit ${document.sha.slice(0, 12)}`);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        log.warning(`${error.code}: ${error.message}`);
        return unknownBecause(`its document could not be read (${error.code})`);
    }
}

;// CONCATENATED MODULE: ./actions/plan-comment/src/run.js











/**
 * Renders all plan documents of the run into the one comment of the pull request. Without any touched stack no comment
 * is made, but one that an earlier push left is brought up to date.
 */
async function run(inputs, deps) {
    if (inputs.runId !== undefined)
        return commentOnFork(inputs, inputs.runId, deps);
    const expected = parseExpectedStacks(inputs.expectedStacks);
    const pullRequest = inputs.pullRequest ?? requirePullRequest(deps.github).number;
    const headSha = pullRequestOf(deps.github)?.headSha ?? deps.github.sha;
    const commit = { sha: deps.github.sha, headSha };
    const reports = collectReports(inputs.documents, expected, commit, deps.log);
    const addresses = addressReport(inputs.documents, inputs.expectAddresses, commit, deps.log);
    if (expected === undefined && reports.length === 0)
        throw report_errors/* reportErrors */.u.EHA1301(inputs.documents);
    const { runId, runAttempt, runUrl } = deps.github;
    const marker = commentMarker('plan-comment', inputs.commentId, runId, runAttempt);
    const rendered = renderPlanComment(reports, {
        marker: marker.line,
        headSha,
        runUrl,
        writtenAt: new Date(deps.clock.now()).toISOString(),
        maxBytes: inputs.maxCommentBytes,
        addresses,
    });
    const door = createGitHubDoor(inputs.githubToken, deps);
    const outcome = await publish(door, deps.log, {
        pullRequest,
        marker,
        run: { id: runId, attempt: runAttempt },
        body: rendered.body,
        mode: inputs.mode,
        isNeeded: reports.length > 0,
    });
    return run_result({ pullRequest, mode: inputs.mode, reports, rendered, outcome });
}
function run_result({ pullRequest, mode, reports, rendered, outcome }) {
    const status = worstStatus(reports);
    const document = commentDocument.create({
        pullRequest,
        mode,
        action: outcome.action,
        url: outcome.url ?? null,
        retired: outcome.retired,
        status,
        stacks: reports.map((report) => ({ stack: labelOf(report), status: statusOf(report) })),
        shortened: [...rendered.shortened],
        bytes: Buffer.byteLength(rendered.body),
    });
    return {
        outputs: {
            status,
            action: outcome.action,
            'comment-url': outcome.url ?? '',
            'comment-id': outcome.id === undefined ? '' : String(outcome.id),
        },
        report: { fileName: 'comment.json', document },
        summary: [{ markdown: rendered.body.slice(rendered.body.indexOf('\n') + 1).trimStart() }],
    };
}


/***/ }),

/***/ 129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ actionErrors)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);

/** Errors of the harness itself, EHA1000 to EHA1099. */
const actionErrors = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .defineErrors */ .V)({
    EHA1000: {
        kind: 'internal',
        title: 'Unexpected fault',
        likelyCause: 'A fault in eks-hybrid-actions, not in your workflow or your cloud accounts.',
        remedy: 'Report it with the stack trace from the log. Until it is fixed, the previous release may work.',
    },
    EHA1001: {
        kind: 'user',
        title: 'Input refused',
        likelyCause: 'A value under `with:` in the workflow file does not have the form that the action takes.',
        remedy: 'Correct the named input; the message says what is allowed.',
    },
    EHA1002: {
        kind: 'user',
        title: 'Required input missing',
        likelyCause: 'The input is not set under `with:`, or the variable or step output it takes its value from is empty.',
        remedy: 'Set the named input, and check that the expression behind it has a value in this run.',
    },
    EHA1003: {
        kind: 'user',
        title: 'Several inputs refused',
        likelyCause: 'More than one value under `with:` in the workflow file cannot be used.',
        remedy: 'Correct each of the listed inputs; the list is complete.',
    },
    EHA1004: {
        kind: 'user',
        title: 'Path refused',
        likelyCause: 'The path does not exist, leaves the workspace (by `..`, as an absolute path or through a symbolic link), or is of the wrong type. A job without actions/checkout has an empty workspace.',
        remedy: 'Give a path inside the checked-out repository, relative to its root.',
    },
    EHA1005: {
        kind: 'user',
        title: 'Cancelled',
        likelyCause: 'Somebody cancelled the run, `timeout-minutes` was reached, or a newer run of the same concurrency group replaced this one.',
        remedy: 'Look at what the log says was interrupted, then run the workflow again. If the time was too short, raise `timeout-minutes`.',
    },
    EHA1006: {
        kind: 'user',
        title: 'Not started by a GitHub Actions runner',
        likelyCause: 'An environment variable that every runner sets is missing: the action was started by hand, or a step or the workflow overrides the variable.',
        remedy: 'Run the action in a workflow, and remove `env:` entries that override GITHUB_ or RUNNER_ variables.',
    },
    EHA1007: {
        kind: 'service',
        title: 'Event of the run cannot be read',
        likelyCause: 'The file named by GITHUB_EVENT_PATH is missing, is not JSON, or was removed by an earlier step.',
        remedy: 'Run the job again. If it persists, look for a step that empties the runner’s temporary folder.',
    },
    EHA1008: {
        kind: 'user',
        title: 'Program not found',
        likelyCause: 'The program is not installed on this runner, or an earlier set-up step was skipped.',
        remedy: 'Add the set-up step that installs the program before this one.',
    },
    EHA1009: {
        kind: 'service',
        title: 'Program could not be started',
        likelyCause: 'The file is not executable or is built for another processor, the working directory is gone, or the machine is out of memory or processes.',
        remedy: 'Check the named file and folder on the runner; run the job again if the machine was short of resources.',
    },
    EHA1010: {
        kind: 'service',
        title: 'A call kept failing',
        likelyCause: 'The service is throttling, overloaded or unreachable; each attempt is in the log.',
        remedy: 'Run the job again in some minutes. If it persists, look at the status page of the service.',
    },
    EHA1011: {
        kind: 'user',
        title: 'Result document cannot be read',
        likelyCause: 'The file is missing, empty or not JSON: the step that should have written it failed or was skipped.',
        remedy: 'Give the `report` output of the step that wrote the document, and check that this step succeeded.',
    },
    EHA1012: {
        kind: 'user',
        title: 'Result document of another kind or version',
        likelyCause: 'The path names a document of another action, or one written by another major version of the suite.',
        remedy: 'Use the same version of all actions of this suite in one workflow, and give the right `report` path.',
    },
    EHA1013: {
        kind: 'user',
        title: 'Result document does not match its schema',
        likelyCause: 'The file was changed after it was written, or another program wrote it.',
        remedy: 'Write the document again with the action; do not edit it by hand.',
    },
    EHA1014: {
        kind: 'internal',
        title: 'Result document would not match its schema',
        likelyCause: 'A fault in eks-hybrid-actions: the action built a result that its own schema refuses.',
        remedy: 'Report it with the lines of the log.',
    },
    EHA1015: {
        kind: 'service',
        title: 'A file could not be written',
        likelyCause: 'The disk of the runner is full, or an earlier step removed or protected the folder.',
        remedy: 'Free disk space, or remove the step that empties or protects the runner’s temporary folder.',
    },
    EHA1016: {
        kind: 'internal',
        title: 'A secret was about to leave the job',
        likelyCause: 'A fault in eks-hybrid-actions: a masked value was found in an output, a result document, a summary or the saved state. Nothing was written.',
        remedy: 'Report it without the value. Rotate the secret if an earlier version ran with it.',
    },
});


/***/ }),

/***/ 1017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ neutralise),
/* harmony export */   CS: () => (/* binding */ appendToRunnerFile),
/* harmony export */   Ib: () => (/* binding */ formatFileEntry),
/* harmony export */   fE: () => (/* binding */ formatCommand)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(129);
/**
 * The few runner protocols an action needs: workflow commands on standard output and the files behind GITHUB_OUTPUT,
 * GITHUB_STATE, GITHUB_PATH and GITHUB_STEP_SUMMARY.
 *
 * Not `@actions/core`: its only entry point loads the OIDC client and with it undici. Measured with ncc on Node 24, a
 * bundle that only reads an input grows from 32 bytes to 1.06 MB and starts in 144 ms instead of 46 ms (medians of 21
 * interleaved runs), which every refused input and cache hit would pay. `@actions/core` is still what
 * fetches OIDC tokens, imported when one is needed.
 */



function escapeData(value) {
    return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(value) {
    return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** One line `::name key=value,…::message`, escaped so that neither properties nor message can end it early. */
function formatCommand(name, properties, message) {
    const pairs = Object.entries(properties)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${name}${pairs.length === 0 ? '' : ` ${pairs.join(',')}`}::${escapeData(message)}\n`;
}
// The runner splits at CR as well as LF, trims Unicode white space (U+0085 too, which `\s` lacks) before `::`, and
// takes the older `##[command]` form anywhere in a line.
const COMMAND_START = /(^|[\r\n])((?:[^\S\r\n]|\u0085)*):(?=:)/g;
const OLD_COMMAND_START = /##(?=\[)/g;
/**
 * Text that the runner prints and never obeys. Lines of Terraform or of an API may begin with `::add-mask::` or
 * `::stop-commands::`; a zero-width space inside the marker makes them plain text and leaves them readable.
 */
function neutralise(text) {
    return text.replace(COMMAND_START, '$1$2:\u200b').replace(OLD_COMMAND_START, '##\u200b');
}
/**
 * An entry for GITHUB_OUTPUT or GITHUB_STATE. The delimiter is random: a value that could guess it might end its own
 * entry and add others.
 */
function formatFileEntry(name, value) {
    const delimiter = `ghadelimiter_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Appends to the file that the runner names in `variable`. Throws EHA1006 without it, EHA1015 when it is not writable. */
function appendToRunnerFile(variable, text, environment = process.env) {
    const path = environment[variable];
    if (path === undefined || path === '') {
        throw _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .actionErrors */ .u.EHA1006(`The environment variable ${variable} is not set.`);
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(path, text, 'utf8');
    }
    catch (cause) {
        throw _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .actionErrors */ .u.EHA1015(`The runner's file for ${variable} (${path}) could not be written.`, {
            cause,
        });
    }
}


/***/ }),

/***/ 308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ defineErrors),
/* harmony export */   l: () => (/* binding */ ActionError)
/* harmony export */ });
const DOCUMENTATION = 'https://github.com/eks-hybrid-actions/eks-hybrid-actions/blob/main/docs/errors.md';
/** A failure with a stable code. Anything else that is thrown is reported as EHA1000, an internal fault. */
class ActionError extends Error {
    code;
    definition;
    /** Overrides the definition's remedy where the place of failure knows better. */
    remedy;
    /** A `post` step only warns of errors, because the job's result stands by then, except of those that set this. */
    failsPost;
    constructor(code, definition, what, options = {}) {
        super(what, { cause: options.cause });
        this.name = 'ActionError';
        this.code = code;
        this.definition = definition;
        this.remedy = options.remedy ?? definition.remedy;
        this.failsPost = options.failsPost ?? false;
    }
    /** Link to the entry of this code. */
    get documentation() {
        return `${DOCUMENTATION}#${this.code.toLowerCase()}`;
    }
}
/**
 * Turns a subject's table of errors into one factory per code: `throw terraformErrors.EHA1203('…')`.
 * Each subject keeps its table in `lib/<subject>/errors.ts` (this folder's own is `action-errors.ts`); a test
 * compares all tables with docs/errors.md.
 */
function defineErrors(definitions) {
    const factories = {};
    for (const [code, definition] of Object.entries(definitions)) {
        factories[code] = (what, options) => new ActionError(code, definition, what, options);
    }
    return { ...factories, definitions };
}


/***/ }),

/***/ 9591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JQ: () => (/* binding */ processMasker)
/* harmony export */ });
/* unused harmony exports maskedValues, createMasker */
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1017);

/** Shorter lines of a multi-line secret (a lone brace of a JSON key) would blank out half of the log. */
const SHORTEST_MASKED_LINE = 4;
/** Shorter secrets are found by chance in any document, so their presence proves nothing. */
const SHORTEST_TRACED_SECRET = 8;
/** The values the runner must hide for one secret: logs are filtered line by line, so lines are what it must know. */
function maskedValues(secret) {
    const lines = secret.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    const known = lines.length > 1 ? lines.filter((line) => line.trim().length >= SHORTEST_MASKED_LINE) : lines;
    return [...new Set(known.flatMap((line) => [line, line.trim()]))];
}
/** `write` gets one workflow command per value, in the order of the calls. */
function createMasker(write) {
    const traced = new Set();
    return {
        mask(secret) {
            for (const value of maskedValues(secret)) {
                write((0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCommand */ .fE)('add-mask', {}, value));
                if (value.length < SHORTEST_TRACED_SECRET)
                    continue;
                traced.add(value);
                traced.add(JSON.stringify(value).slice(1, -1));
            }
        },
        foundIn: (text) => [...traced].some((value) => text.includes(value)),
    };
}
/** The one masker of this process: inputs register secrets with it before the harness builds anything else. */
const processMasker = createMasker((command) => process.stdout.write(command));


/***/ }),

/***/ 8171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: runPost

// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
;// CONCATENATED MODULE: ./lib/action/clock.js
/** setTimeout fires at once for anything longer (about 24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
function sleepOnce(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', abort);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', abort, { once: true });
    });
}
/** The real time. `sleep` rejects with the signal's reason as soon as the signal aborts. */
const systemClock = {
    now: () => Date.now(),
    async sleep(milliseconds, signal) {
        for (let left = milliseconds;; left -= LONGEST_TIMER_MS) {
            signal?.throwIfAborted();
            await sleepOnce(Math.max(0, Math.min(left, LONGEST_TIMER_MS)), signal);
            if (left <= LONGEST_TIMER_MS)
                return;
        }
    },
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
;// CONCATENATED MODULE: ./lib/action/error-report.js



const ISSUES = 'https://github.com/eks-hybrid-actions/eks-hybrid-actions/issues';
/** GitHub shows at most 64 KiB of an annotation; the log has the rest. */
const LONGEST_MESSAGE = 8_000;
const MOST_CAUSES = 5;
/** Something thrown that is no Error, without what lies deeper in it: a request may hold its credentials there. */
function showThrown(value) {
    return typeof value === 'string' ? value : (0,external_node_util_.inspect)(value, { depth: 0, breakLength: Infinity });
}
/** Anything thrown as a coded error; what has no code is a fault of this program. */
function toActionError(error) {
    if (error instanceof errors/* ActionError */.l)
        return error;
    const what = error instanceof Error ? `${error.name}: ${error.message}` : `Thrown: ${showThrown(error)}`;
    return action_errors/* actionErrors */.u.EHA1000(what, { cause: error });
}
function causesOf(error) {
    const causes = [];
    let cause = error.cause;
    while (cause !== undefined && cause !== null && causes.length < MOST_CAUSES) {
        causes.push(cause instanceof Error ? cause.message : showThrown(cause));
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return causes.filter((text) => text !== '' && !error.message.includes(text));
}
const FRAMES = {
    user: { cause: 'Likely cause', remedy: 'To fix it' },
    service: { cause: 'A service or the machine failed. Likely cause', remedy: 'What to do' },
    internal: { cause: 'Cause', remedy: 'What to do' },
};
/** What a person needs, in the order they need it: what happened, why, what to do, where to read more. */
function explain(error) {
    const frame = FRAMES[error.definition.kind];
    const what = error.message.length > LONGEST_MESSAGE
        ? `${error.message.slice(0, LONGEST_MESSAGE)} … (shortened)`
        : error.message;
    const lines = [what, ...causesOf(error).map((cause) => `Caused by: ${cause}`)];
    lines.push(`${frame.cause}: ${error.definition.likelyCause}`, `${frame.remedy}: ${error.remedy}`);
    if (error.definition.kind === 'internal')
        lines.push(`Report: ${ISSUES}`);
    lines.push(`More: ${error.documentation}`);
    return lines.join('\n');
}
function stackOf(error) {
    const origin = error.code === 'EHA1000' && error.cause instanceof Error ? error.cause : error;
    return origin.stack ?? showThrown(origin);
}
/** Prints the error as an annotation, with the stack below it in the log when the fault is this program's own. */
function error_report_reportError(log, error, level = 'error') {
    log[level](explain(error), { title: `${error.code} ${error.definition.title}` });
    if (error.definition.kind === 'internal')
        log.info(`Stack trace for the report:\n${stackOf(error)}`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./lib/action/github-context.js


function required(environment, name) {
    const value = environment[name];
    if (value === undefined || value === '') {
        throw action_errors/* actionErrors */.u.EHA1006(`The environment variable ${name} is not set.`);
    }
    return value;
}
function requiredNumber(environment, name) {
    const value = required(environment, name);
    if (!/^[1-9][0-9]{0,15}$/.test(value)) {
        throw action_errors/* actionErrors */.u.EHA1006(`The environment variable ${name} is "${value}", which is not a positive number.`);
    }
    return Number(value);
}
function readEvent(environment) {
    const path = required(environment, 'GITHUB_EVENT_PATH');
    let event;
    try {
        event = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw action_errors/* actionErrors */.u.EHA1007(`The event file ${path} could not be read as JSON.`, { cause });
    }
    if (typeof event !== 'object' || event === null || Array.isArray(event)) {
        throw action_errors/* actionErrors */.u.EHA1007(`The event file ${path} does not hold a JSON object.`);
    }
    return event;
}
/** Reads what every runner sets. Throws EHA1006 naming the variable that is missing, EHA1007 for the event file. */
function readGitHubContext(environment = process.env) {
    const serverUrl = required(environment, 'GITHUB_SERVER_URL');
    const repository = required(environment, 'GITHUB_REPOSITORY');
    const runId = requiredNumber(environment, 'GITHUB_RUN_ID');
    return {
        repository,
        sha: required(environment, 'GITHUB_SHA'),
        ref: required(environment, 'GITHUB_REF'),
        eventName: required(environment, 'GITHUB_EVENT_NAME'),
        event: readEvent(environment),
        runId,
        runAttempt: requiredNumber(environment, 'GITHUB_RUN_ATTEMPT'),
        job: required(environment, 'GITHUB_JOB'),
        actor: required(environment, 'GITHUB_ACTOR'),
        serverUrl,
        apiUrl: required(environment, 'GITHUB_API_URL'),
        graphqlUrl: required(environment, 'GITHUB_GRAPHQL_URL'),
        runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
        workspace: required(environment, 'GITHUB_WORKSPACE'),
        tempDirectory: required(environment, 'RUNNER_TEMP'),
    };
}

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./lib/action/line-splitter.js

/**
 * Cuts a stream of bytes into lines without their LF or CRLF. A character split between two chunks is put together
 * again, and a line that spans many chunks is joined once, so that a 100 MB line does not cost quadratic time.
 */
function splitLines(onLine) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let pending = [];
    const flush = (last) => {
        const line = pending.length === 0 ? last : [...pending, last].join('');
        pending = [];
        onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
    };
    const take = (text) => {
        let start = 0;
        for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
            flush(text.slice(start, end));
            start = end + 1;
        }
        if (start < text.length)
            pending.push(text.slice(start));
    };
    return {
        push: (chunk) => take(decoder.write(chunk)),
        end() {
            take(decoder.end());
            if (pending.length > 0)
                flush('');
        },
    };
}

;// CONCATENATED MODULE: ./lib/action/process-output.js



const LARGEST_STDERR_BYTES = 1024 * 1024;
/** Keeps the end of a stream: twice the size is held before it is cut, so that cutting is rare. */
function createTail(limitBytes) {
    let chunks = [];
    let bytes = 0;
    return {
        push(chunk) {
            chunks.push(chunk);
            bytes += chunk.length;
            if (bytes < 2 * limitBytes)
                return;
            chunks = [Buffer.concat(chunks).subarray(-limitBytes)];
            bytes = limitBytes;
        },
        text: () => Buffer.concat(chunks).subarray(-limitBytes).toString('utf8'),
    };
}
/** writeSync may write less than it was given. */
function writeWhole(file, chunk, path) {
    try {
        for (let written = 0; written < chunk.length;)
            written += (0,external_node_fs_.writeSync)(file, chunk, written);
    }
    catch (cause) {
        throw action_errors/* actionErrors */.u.EHA1015(`The output of a program could not be written to ${path}.`, { cause });
    }
}
/** Runs handlers until the first one throws; keeps that error and says so once. */
function createGuard(onFailure) {
    let failure;
    return {
        wrap(handle) {
            return (value) => {
                if (failure !== undefined)
                    return;
                try {
                    handle(value);
                }
                catch (error) {
                    failure = { error };
                    onFailure();
                }
            };
        },
        rethrow() {
            if (failure !== undefined)
                throw failure.error;
        },
    };
}
function follow(stream, keep, onLine) {
    const lines = onLine === undefined ? undefined : splitLines(onLine);
    stream?.on('data', (chunk) => {
        keep(chunk);
        lines?.push(chunk);
    });
    stream?.on('close', () => lines?.end());
}
/**
 * Reads what a child prints: whole lines to the handlers, standard output to memory or, while there is a line handler,
 * to the open file. A handler that throws stops the child by `interrupt`; the child is still waited for.
 */
function collectOutput(child, options, file, interrupt) {
    const { onStdoutLine, onStderrLine } = options;
    const stdout = [];
    const stderr = createTail(LARGEST_STDERR_BYTES);
    const guard = createGuard(interrupt);
    const keepStdout = guard.wrap((chunk) => {
        if (file !== undefined)
            writeWhole(file, chunk, options.stdoutFile ?? '');
        else if (options.captureStdout !== false)
            stdout.push(chunk);
    });
    follow(child.stdout, keepStdout, onStdoutLine && guard.wrap(onStdoutLine));
    follow(child.stderr, (chunk) => stderr.push(chunk), onStderrLine && guard.wrap(onStderrLine));
    return {
        stdout: () => Buffer.concat(stdout).toString('utf8'),
        stderr: () => stderr.text(),
        throwFailure: () => guard.rethrow(),
    };
}

;// CONCATENATED MODULE: ./lib/action/process.js
/**
 * Child processes. Not @actions/exec: it knows no cancellation (a SIGINT that reaches the action would orphan the
 * child), decodes each chunk on its own so that a character split between two becomes two wrong ones, appends each
 * chunk to a string while it looks for newlines, and prints every command line with its arguments.
 */






/** How long the output of an ended process is waited for when a grandchild keeps the pipe open. */
const DRAIN_MS = 5_000;
/** What a program has left between the SIGINT of its time limit and being killed. */
const KILL_AFTER_MS = 30_000;
/**
 * What a child inherits: not the action's inputs and state, which may hold secrets, and not the runner's command files,
 * with which a provider or an external data source could set variables of later steps.
 */
function childEnvironment(parent, changes = {}) {
    const withheld = /^(?:INPUT_|STATE_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/;
    const inherited = Object.entries(parent).filter(([name]) => !withheld.test(name));
    const all = Object.entries({ ...Object.fromEntries(inherited), ...changes });
    return Object.fromEntries(all.filter((entry) => entry[1] !== undefined));
}
/** A failed spawn as a coded error. ENOENT is checked against the working directory first, which causes it as well. */
function startError(program, cwd, cause) {
    const code = cause.code;
    if ((0,external_node_fs_.statSync)(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
        return action_errors/* actionErrors */.u.EHA1009(`${program} could not be started: the working directory ${cwd} does not exist.`, { cause });
    }
    if (code === 'ENOENT')
        return action_errors/* actionErrors */.u.EHA1008(`The program "${program}" was not found.`, { cause });
    return action_errors/* actionErrors */.u.EHA1009(`${program} could not be started: ${cause.message}`, { cause });
}
/** Errors of `spawn` itself, thrown (an argument with a NUL) or emitted. */
function isStartError(error) {
    const { code, syscall } = error;
    return syscall?.startsWith('spawn') === true || code === 'ERR_INVALID_ARG_VALUE';
}
function exitCodeOf(code, signal) {
    return code ?? 128 + (signal === null ? 0 : external_node_os_namespaceObject.constants.signals[signal]);
}
/** Resolves once the process ended and its output was read to the end, rejects when it never started. */
function ended(child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => {
            if (child.pid === undefined)
                reject(error);
        });
        child.once('exit', () => {
            const drain = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, DRAIN_MS);
            child.once('close', () => clearTimeout(drain));
        });
        child.once('close', (code, signal) => {
            if (child.pid !== undefined)
                resolve(exitCodeOf(code, signal));
        });
    });
}
function openStdoutFile(path) {
    if (path === undefined)
        return undefined;
    try {
        return (0,external_node_fs_.openSync)(path, 'w');
    }
    catch (cause) {
        throw action_errors/* actionErrors */.u.EHA1015(`The file ${path} could not be opened for the output of a program.`, {
            cause,
        });
    }
}
/**
 * Starts the process in a group of its own. The runner signals only the entry process, so nothing changes there; in a
 * terminal Ctrl-C reaches the whole foreground group, and a child that is also forwarded a SIGINT would count two,
 * on which Terraform exits at once and loses state.
 */
function start(argv, options, file) {
    const [program, ...args] = argv;
    // Without a reader the output goes straight into the file: 266 MB of plan JSON need not pass through this process.
    const stdout = file !== undefined && options.onStdoutLine === undefined ? file : 'pipe';
    const stdio = [options.stdin === undefined ? 'ignore' : 'pipe', stdout, 'pipe'];
    const child = (0,external_node_child_process_namespaceObject.spawn)(program, args, {
        cwd: options.cwd,
        env: childEnvironment(process.env, options.env),
        stdio,
        detached: process.platform !== 'win32',
        shell: false,
    });
    // A program that ends without reading its input breaks the pipe; its exit code tells what matters.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.stdin);
    return child;
}
/** Lets every cause of an interruption share one SIGINT. */
function createInterrupt(child) {
    let sent = false;
    return {
        send() {
            if (sent || child.exitCode !== null || child.signalCode !== null)
                return;
            sent = child.kill('SIGINT');
        },
        sent: () => sent,
    };
}
/** Ends a child whose time is over; gives what calls that off. */
function limitTime(child, milliseconds, interrupt) {
    if (milliseconds === undefined)
        return () => undefined;
    const first = setTimeout(() => interrupt.send(), milliseconds);
    const last = setTimeout(() => child.kill('SIGKILL'), milliseconds + KILL_AFTER_MS);
    return () => {
        clearTimeout(first);
        clearTimeout(last);
    };
}
/** Waits for a child and passes a cancellation on to it meanwhile. */
async function process_follow(child, name, interrupt, signal, log) {
    let interrupted = false;
    const cancel = () => {
        log.info(`Cancelled: asking ${name} (process ${child.pid}) to stop and waiting for it.`);
        interrupt.send();
        interrupted = interrupt.sent();
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
        return { exitCode: await ended(child), interrupted };
    }
    finally {
        signal.removeEventListener('abort', cancel);
    }
}
async function execute(argv, options, signal, log) {
    const file = openStdoutFile(options.stdoutFile);
    const begin = performance.now();
    try {
        const child = start(argv, options, file);
        const interrupt = createInterrupt(child);
        const output = collectOutput(child, options, file, () => interrupt.send());
        const callOff = limitTime(child, options.interruptAfterMs, interrupt);
        const { exitCode, interrupted } = await process_follow(child, (0,external_node_path_.basename)(argv[0]), interrupt, signal, log).finally(callOff);
        output.throwFailure();
        const milliseconds = Math.round(performance.now() - begin);
        return { exitCode, stdout: output.stdout(), stderr: output.stderr(), interrupted, milliseconds };
    }
    catch (error) {
        throw isStartError(error) ? startError(argv[0], options.cwd, error) : error;
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}
/**
 * Runs processes for one action. When `signal` aborts, each running one gets exactly one SIGINT and is waited for;
 * after that nothing starts any more except with `evenWhenCancelled`.
 */
function createProcessRunner(signal, log) {
    const active = new Map();
    const uncancelled = new AbortController().signal;
    return {
        async runProcess(argv, options) {
            const cancellation = options.evenWhenCancelled === true ? uncancelled : signal;
            cancellation.throwIfAborted();
            const key = Symbol(argv[0]);
            const finished = execute(argv, options, cancellation, log);
            active.set(key, { name: (0,external_node_path_.basename)(argv[0]), finished });
            try {
                return await finished;
            }
            finally {
                active.delete(key);
            }
        },
        running: () => [...active.values()].map((entry) => entry.name),
        async idle() {
            while (active.size > 0)
                await Promise.allSettled([...active.values()].map((entry) => entry.finished));
        },
    };
}

;// CONCATENATED MODULE: ./lib/action/lifecycle.js




/**
 * The runner cancels a step by SIGINT to the entry process, SIGTERM 7.5 s later, and a kill of the whole tree 2.5 s
 * after that. The first signal aborts; repeats must not reach a child, since Terraform takes a second interrupt as the
 * order to exit at once and lose its state. A SIGTERM while no child runs ends the work, for then it hangs on something
 * that does not listen and outputs would be lost to the kill.
 */
function followSignals(controller, processes, log, giveUp) {
    let cancellation;
    let repeatSaid = false;
    const onSignal = (signal) => {
        const running = processes.running();
        if (cancellation === undefined) {
            const during = running.length === 0 ? '' : ` while ${running.join(', ')} was running`;
            cancellation = action_errors/* actionErrors */.u.EHA1005(`The action was cancelled (${signal})${during}.`);
            controller.abort(cancellation);
            return;
        }
        if (running.length === 0 && signal === 'SIGTERM')
            giveUp(cancellation);
        else if (!repeatSaid && running.length > 0) {
            repeatSaid = true;
            log.info(`${signal} again: still waiting for ${running.join(', ')}, which was asked to stop once and is not asked again.`);
        }
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    return () => cancellation;
}
/**
 * Node 24 can hang in its own exit: it waits for V8's workers, and one that compiles baseline code may wait for a
 * garbage collection that only the main thread, now at its end, would run (nodejs/node#54918; seen in a debugger on
 * 24.21.0). Without that compiler on workers there is nobody to wait for; the main thread does its short work instead.
 */
function avoidHangAtExit() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--no-concurrent-sparkplug');
}
/** Installs the process-wide handlers; called once, by the harness. */
function startLifecycle(log) {
    avoidHangAtExit();
    const controller = new AbortController();
    const processes = createProcessRunner(controller.signal, log);
    let reject = () => undefined;
    const fatal = new Promise((_, rejectFatal) => {
        reject = rejectFatal;
    });
    // The harness may be past the point where it waits for this promise.
    fatal.catch(() => undefined);
    const onUncaught = (error) => {
        reject(toActionError(error));
        controller.abort(error);
    };
    process.on('uncaughtException', onUncaught);
    process.on('unhandledRejection', onUncaught);
    process.on('beforeExit', () => {
        reject(action_errors/* actionErrors */.u.EHA1000('The action waits for something that cannot happen any more.'));
    });
    const cancelled = followSignals(controller, processes, log, (error) => reject(error));
    return {
        signal: controller.signal,
        processes,
        fatal,
        cancelled,
        async close() {
            if (processes.running().length > 0 && !controller.signal.aborted) {
                controller.abort(action_errors/* actionErrors */.u.EHA1000('The action ended before a process it had started.'));
            }
            await processes.idle();
        },
    };
}
function flush(stream) {
    return new Promise((resolve) => {
        stream.once('error', () => resolve());
        stream.write('', () => resolve());
    });
}
/**
 * Ends the process once its output is written. Explicit, because keep-alive sockets of an SDK would hold it for
 * seconds or minutes after the work is done.
 */
async function lifecycle_exitProcess(code) {
    await Promise.all([flush(process.stdout), flush(process.stderr)]);
    process.exit(code);
}

// EXTERNAL MODULE: ./lib/action/commands.js
var commands = __nccwpck_require__(1017);
;// CONCATENATED MODULE: ./lib/action/logger.js

function placeProperties(at) {
    return { title: at?.title, file: at?.file, line: at?.startLine, endLine: at?.endLine };
}
/** A logger that speaks the runner's commands. Plain lines are neutralised: text from outside is never obeyed. */
function createLogger(write) {
    const annotate = (level) => (message, at) => write((0,commands/* formatCommand */.fE)(level, placeProperties(at), message));
    return {
        info: (message) => write(`${(0,commands/* neutralise */.$0)(message)}\n`),
        debug: (message) => write((0,commands/* formatCommand */.fE)('debug', {}, message)),
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        async group(title, work) {
            write((0,commands/* formatCommand */.fE)('group', {}, title));
            try {
                return await work();
            }
            finally {
                write((0,commands/* formatCommand */.fE)('endgroup', {}, ''));
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/action/masking.js
var masking = __nccwpck_require__(9591);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/action/atomic-file.js




function removeLeftover(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
    catch {
        // What kept the file from being written may keep it from being removed; the first failure is the one to report.
    }
}
/**
 * Writes a file that is either whole or absent, also when the runner kills the step meanwhile: the text goes to a
 * temporary file in the same folder (made when missing), is flushed, and takes its name by a rename. EHA1015 on failure.
 */
function writeFileAtomically(path, text) {
    writePieces(path, [text]);
}
function writePieces(path, pieces) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        const descriptor = (0,external_node_fs_.openSync)(temporary, 'wx');
        try {
            for (const piece of pieces)
                (0,external_node_fs_.writeFileSync)(descriptor, piece, 'utf8');
            (0,external_node_fs_.fsyncSync)(descriptor);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
        (0,external_node_fs_.renameSync)(temporary, path);
    }
    catch (cause) {
        removeLeftover(temporary);
        throw action_errors/* actionErrors */.u.EHA1015(`The file ${path} could not be written.`, { cause });
    }
}
/** A result document as a file: indented, because people open it, and closed by a newline. */
function writeDocument(path, document) {
    writePieces(path, documentPieces(document));
}
/** Elements of a list that are written at once: texts of megabytes are kept by the collector longer than they are needed. */
const PIECE = 100;
/**
 * The text of {@link writeDocument} in pieces, none of which ends inside a string. As one text a document of many
 * thousand changes takes a hundred megabytes, since a single character beyond Latin-1 doubles all of it.
 */
function* documentPieces(document) {
    let lead = '{';
    for (const [name, value] of Object.entries(document)) {
        if (value === undefined)
            continue;
        yield `${lead}\n  ${JSON.stringify(name)}: `;
        lead = ',';
        if (Array.isArray(value) && value.length > PIECE)
            yield* listPieces(value);
        else
            yield nested(value).slice(1);
    }
    yield lead === '{' ? '{}\n' : '\n}\n';
}
function* listPieces(list) {
    for (let start = 0; start < list.length; start += PIECE) {
        // Without the bracket at either end, which the whole list has once.
        const text = nested(list.slice(start, start + PIECE)).slice(' ['.length, -'\n  ]'.length);
        yield `${start === 0 ? '[' : ','}${text}`;
    }
    yield '\n  ]';
}
/** The value as JSON with the indent of a member, after a space. */
function nested(value) {
    return JSON.stringify([value], null, 2).slice('[\n '.length, -'\n]'.length);
}

;// CONCATENATED MODULE: ./lib/action/summary.js
/** GitHub drops the whole summary of a step when its file is larger. */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;
function leftOutNotice(dropped) {
    const parts = dropped === 1 ? '1 part' : `${dropped} parts`;
    return `> [!NOTE]\n> ${parts} of this summary left out: it would be longer than the 1 MiB that GitHub shows.`;
}
/** A blank line between parts ends any list, table or HTML block of the part before. */
function join(texts, dropped) {
    const blocks = texts.map((text) => text.replace(/^\n+|\s+$/g, '')).filter((text) => text !== '');
    if (dropped > 0)
        blocks.push(leftOutNotice(dropped));
    return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}
function render(choice) {
    const kept = choice.filter((text) => text !== undefined);
    return join(kept, choice.length - kept.length);
}
/**
 * Joins parts so that they fit into `budgetBytes` of UTF-8. From the last part forward each is replaced by its shorter
 * form, then, still from the end, parts are dropped whole, which a closing line says. A part is never cut, so no fence
 * or table is left open. Room that a dropped part freed goes back to earlier parts that had been shortened.
 */
function composeSummary(parts, budgetBytes = SUMMARY_LIMIT_BYTES) {
    const fits = (candidate) => Buffer.byteLength(render(candidate)) <= budgetBytes;
    const choice = parts.map((part) => part.markdown);
    const degrade = (to) => {
        for (let index = parts.length - 1; index >= 0 && !fits(choice); index -= 1) {
            const part = parts[index];
            if (part !== undefined)
                choice[index] = to(part);
        }
    };
    degrade((part) => part.shorter ?? part.markdown);
    degrade(() => undefined);
    if (!fits(choice))
        return { markdown: '', shortened: 0, dropped: parts.length };
    for (const [index, part] of parts.entries()) {
        if (choice[index] === undefined || choice[index] === part.markdown)
            continue;
        const restored = choice.with(index, part.markdown);
        if (fits(restored))
            choice[index] = part.markdown;
    }
    return {
        markdown: render(choice),
        shortened: parts.filter((part, index) => choice[index] !== undefined && choice[index] !== part.markdown)
            .length,
        dropped: choice.filter((text) => text === undefined).length,
    };
}

;// CONCATENATED MODULE: ./lib/action/write-result.js






/**
 * Where a result document goes: a folder of its own for each step of the job, so that two uses of an action do not
 * overwrite each other, outside the workspace, so that the checkout stays clean.
 */
function reportPath(fileName, environment) {
    const temporary = environment['RUNNER_TEMP'] ?? '';
    if (temporary === '')
        throw action_errors/* actionErrors */.u.EHA1006('The environment variable RUNNER_TEMP is not set.');
    if (fileName !== (0,external_node_path_.basename)(fileName) || fileName.startsWith('.')) {
        throw action_errors/* actionErrors */.u.EHA1000(`"${fileName}" is no plain name for a result document.`);
    }
    const step = (environment['GITHUB_ACTION'] ?? '').replace(/[^A-Za-z0-9_-]/g, '_');
    return (0,external_node_path_.join)(temporary, 'eks-hybrid-actions', step === '' ? 'step' : step, fileName);
}
/** Files and artifacts are not filtered as the log is, so a masked value in them is refused before any is written. */
function refuseSecrets(result, masker) {
    const refuse = (place, texts) => {
        for (const text of texts) {
            if (masker.foundIn(text))
                throw action_errors/* actionErrors */.u.EHA1016(`A masked value was found in ${place}. Nothing was written.`);
        }
    };
    for (const [name, value] of Object.entries(result.outputs))
        refuse(`the output "${name}"`, [String(value)]);
    refuse('the result document', documentPieces(result.report?.document ?? {}));
    refuse('the job summary', (result.summary ?? []).map((part) => `${part.markdown}\n${part.shorter ?? ''}`));
}
function writeSummary(parts, environment, log) {
    const path = environment['GITHUB_STEP_SUMMARY'] ?? '';
    const present = path === '' ? 0 : ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0);
    // Two newlines part what an earlier write of this step left from what follows.
    const lead = present === 0 ? '' : '\n\n';
    const summary = composeSummary(parts, SUMMARY_LIMIT_BYTES - present - lead.length);
    if (summary.dropped > 0) {
        log.warning(`The job summary was too long for GitHub: ${summary.dropped} of its ${parts.length} parts were left out.`);
    }
    if (summary.markdown !== '')
        (0,commands/* appendToRunnerFile */.CS)('GITHUB_STEP_SUMMARY', lead + summary.markdown, environment);
}
/** The runner takes each line of the file as a folder; the last one comes first on PATH. */
function addToPath(folders, environment) {
    const folder = folders.find((each) => !(0,external_node_path_.isAbsolute)(each) || /[\r\n]/.test(each));
    if (folder !== undefined)
        throw action_errors/* actionErrors */.u.EHA1000(`${JSON.stringify(folder)} is no folder for PATH.`);
    const lines = [...folders].reverse().map((each) => `${each}\n`);
    if (lines.length > 0)
        (0,commands/* appendToRunnerFile */.CS)('GITHUB_PATH', lines.join(''), environment);
}
/** Writes report, outputs, PATH and summary of a run. Throws EHA1006, EHA1015 or EHA1016. */
function writeResult(result, log, masker, environment) {
    refuseSecrets(result, masker);
    const outputs = new Map(Object.entries(result.outputs));
    if (result.report !== undefined) {
        const path = reportPath(result.report.fileName, environment);
        writeDocument(path, result.report.document);
        outputs.set('report', path);
    }
    const entries = [...outputs].map(([name, value]) => (0,commands/* formatFileEntry */.Ib)(name, String(value)));
    if (entries.length > 0)
        (0,commands/* appendToRunnerFile */.CS)('GITHUB_OUTPUT', entries.join(''), environment);
    addToPath(result.addToPath ?? [], environment);
    if (result.summary !== undefined && result.summary.length > 0)
        writeSummary(result.summary, environment, log);
}
/** State that the runner hands from an action's main step to its `post` step. */
function createState(masker, environment) {
    return {
        get: (name) => environment[`STATE_${name}`] ?? '',
        set(name, value) {
            if (masker.foundIn(value)) {
                throw action_errors/* actionErrors */.u.EHA1016(`A masked value was found in the saved state "${name}". Nothing was written.`);
            }
            (0,commands/* appendToRunnerFile */.CS)('GITHUB_STATE', (0,commands/* formatFileEntry */.Ib)(name, value), environment);
        },
    };
}

;// CONCATENATED MODULE: ./lib/action/run-action.js









function createDeps(log, lifecycle) {
    return {
        log,
        clock: systemClock,
        github: readGitHubContext(process.env),
        signal: lifecycle.signal,
        runProcess: lifecycle.processes.runProcess,
        mask: (secret) => masking/* processMasker */.JQ.mask(secret),
        state: createState(masking/* processMasker */.JQ, process.env),
    };
}
/** A cancellation explains whatever went wrong after it, so it is what is reported, with the rest as its cause. */
function withCancellation(lifecycle, error) {
    const cancellation = lifecycle.cancelled();
    if (cancellation === undefined || error === cancellation)
        return cancellation ?? error;
    return error === undefined ? cancellation : action_errors/* actionErrors */.u.EHA1005(cancellation.message, { cause: error });
}
/** The one catch of the program. Resolves with what the step has to report, if anything. */
async function settle(work, log, lifecycle) {
    let failure;
    try {
        const result = await Promise.race([work(() => createDeps(log, lifecycle)), lifecycle.fatal]);
        if (result !== undefined)
            writeResult(result, log, masking/* processMasker */.JQ, process.env);
        failure = result?.failure;
    }
    catch (error) {
        failure = toActionError(error);
    }
    try {
        await lifecycle.close();
    }
    catch (error) {
        failure ??= toActionError(error);
    }
    return withCancellation(lifecycle, failure);
}
function begin() {
    // The runner gone means nobody reads any more; the work itself still has to end in order.
    process.stdout.on('error', () => undefined);
    const log = createLogger((text) => process.stdout.write(text));
    return { log, lifecycle: startLifecycle(log) };
}
/**
 * Runs an action and ends the process: reads all inputs, then builds what the action works with, runs it, writes its
 * report document, outputs and summary, and reports any error with code, cause and remedy. Exit code 0 or 1.
 *
 * On the first SIGINT or SIGTERM `deps.signal` aborts and each running child gets one SIGINT; what `run` still returns
 * is written before the step fails as cancelled (EHA1005).
 */
async function runAction(run, readInputs) {
    const { log, lifecycle } = begin();
    const failure = await settle(async (deps) => run(readInputs(), deps()), log, lifecycle);
    if (failure !== undefined)
        error_report_reportError(log, failure);
    await lifecycle_exitProcess(failure === undefined ? 0 : 1);
}
function failsPost(error) {
    return error instanceof ActionError && (error.failsPost || failsPost(error.cause));
}
/**
 * Runs the `post` step of an action. By then the result of the job stands, so errors are only warned of, except those
 * that say otherwise (`failsPost`) because something was left behind that must not outlive the job.
 */
async function runPost(run) {
    const { log, lifecycle } = begin();
    const failure = await settle(async (deps) => run(deps()), log, lifecycle);
    const fails = failsPost(failure);
    if (failure !== undefined)
        reportError(log, failure, fails ? 'error' : 'warning');
    await exitProcess(fails ? 1 : 0);
}


/***/ }),

/***/ 2219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ githubErrors)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);

/** Failures of the GitHub API and of what a run expects from its event. */
const githubErrors = (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .defineErrors */ .V)({
    EHA1101: {
        kind: 'user',
        title: 'The token may not do this',
        likelyCause: 'The job or the calling workflow does not grant the permission the call needs, or the run comes from a fork, where the token can only read.',
        remedy: 'Grant the permission named in the message to the job and to the job of the calling workflow that uses the reusable workflow.',
    },
    EHA1102: {
        kind: 'service',
        title: 'A GitHub API call failed',
        likelyCause: 'GitHub answered with an error, also after several tries; githubstatus.com shows incidents.',
        remedy: 'Run the job again. If it keeps failing, look up the status and message that GitHub gave.',
    },
    EHA1103: {
        kind: 'user',
        title: 'The run belongs to no pull request',
        likelyCause: 'The workflow was started by an event other than pull_request and no number was given.',
        remedy: 'Start it from a pull_request event or set the input pull-request.',
    },
    EHA1104: {
        kind: 'service',
        title: 'GitHub did not keep the comment as it was sent',
        likelyCause: 'GitHub refused, shortened or ignored the text, which it does for texts over its limit.',
        remedy: 'Lower the input max-comment-bytes; the full plan is in the job summary and in the plan documents.',
    },
    EHA1105: {
        kind: 'user',
        title: 'GitHub finds no such thing',
        likelyCause: 'The number of the pull request is wrong, what it names was deleted, or the token may not see the repository.',
        remedy: 'Check the number in the message, the repository, and the permission that the message names.',
    },
    EHA1107: {
        kind: 'user',
        title: 'The run is not the check of a pull request from a fork',
        likelyCause: 'run-id names a run of another event or of a branch of this repository; those runs write their comment themselves.',
        remedy: 'Give the id of the run that completed, and start the job only for runs of pull requests from other repositories, as workflows-templates/hybrid-fork-comment.yml does.',
    },
    EHA1108: {
        kind: 'user',
        title: 'An artifact of the run cannot be used',
        likelyCause: 'It was not written by this suite, was altered by the code of the pull request, or has expired.',
        remedy: 'Look at the log of the run that made the artifact, and run its checks again. What the artifact says stays unknown.',
    },
});


/***/ }),

/***/ 156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ writeComment),
/* harmony export */   gP: () => (/* binding */ findOwnComments),
/* harmony export */   p8: () => (/* binding */ COMMENT_MODES)
/* harmony export */ });
/* unused harmony exports ownLogin, isSameText */
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2219);


/**
 * How a comment is kept: `update` rewrites it where it stands, `recreate` deletes it and makes a new one at the end,
 * `minimise` makes a new one at the end and hides the old one as outdated.
 */
const COMMENT_MODES = ['update', 'recreate', 'minimise'];
const NEEDS_WRITE = 'pull-requests: write';
/**
 * Comments of the pull request that start with `markerPrefix` and were written by the owner of this token, oldest
 * first. The author counts because anybody may paste the marker into a comment of their own.
 */
async function findOwnComments(door, pullRequest, markerPrefix) {
    const login = await ownLogin(door);
    const comments = await door.call(`list the comments of pull request ${String(pullRequest)}`, NEEDS_WRITE, (octokit) => octokit.paginate(octokit.rest.issues.listComments, {
        ...door.repository,
        issue_number: pullRequest,
        per_page: 100,
    }));
    return comments
        .filter((comment) => comment.user?.login === login && comment.body?.startsWith(markerPrefix) === true)
        .map((comment) => ({
        id: comment.id,
        nodeId: comment.node_id,
        url: comment.html_url,
        body: comment.body ?? '',
        isMinimised: isHidden(comment),
    }))
        .sort((one, other) => one.id - other.id);
}
/**
 * The login of this token's account, as REST writes it: of an app with `[bot]`, which no person's login can have. REST
 * refuses to tell it to a GITHUB_TOKEN.
 */
async function ownLogin(door) {
    const answer = await door.call('find out whose token this is', 'any valid token', (octokit) => octokit.graphql('query { viewer { login } }'));
    return answer.viewer.login;
}
/** GitHub tells of a hidden comment by `minimized`, which its client library does not know yet; older servers say nothing. */
function isHidden(comment) {
    return 'minimized' in comment && typeof comment.minimized === 'object' && comment.minimized !== null;
}
/**
 * Makes `body` the text of the one visible comment, in the way of `mode`. A comment that says the same already is left
 * alone, whatever the mode. Further visible comments with the marker (left by a run that could not see the first) are
 * retired like the old one; with `update` they are hidden as duplicates.
 */
async function writeComment(door, pullRequest, existing, body, { mode, contentOf }, log) {
    const shown = existing.filter((comment) => !comment.isMinimised);
    const current = mode === 'update' ? shown[0] : shown.at(-1);
    const others = shown.filter((comment) => comment !== current);
    if (current !== undefined && isSameText(contentOf(current.body), contentOf(body))) {
        const retired = await retire(door, others, mode, log);
        return { action: 'unchanged', id: current.id, url: current.url, retired };
    }
    if (current !== undefined && mode === 'update') {
        const retired = await retire(door, others, mode, log);
        return { ...(await update(door, current, body)), retired };
    }
    // The new one first: were it refused, the old one would still be there.
    const created = await create(door, pullRequest, body);
    const retired = await retire(door, mode === 'recreate' ? existing : shown, mode, log);
    return { ...created, retired };
}
/** Tidiness: what is refused is warned of, and the comment itself stands. Returns how many are gone. */
async function retire(door, comments, mode, log) {
    let retired = 0;
    for (const comment of comments) {
        try {
            if (mode === 'recreate')
                await remove(door, comment);
            else
                await minimise(door, comment, mode === 'update' ? 'DUPLICATE' : 'OUTDATED');
            retired += 1;
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            log.warning(`The older comment ${comment.url} stays visible: ${reason}`);
        }
    }
    return retired;
}
async function create(door, pullRequest, body) {
    let isRepeated = false;
    const comment = await send(door, `create a comment on pull request ${String(pullRequest)}`, body, async (octokit) => {
        // The answer to the first try may have got lost after the comment was made.
        const made = isRepeated ? await findText(door, octokit, pullRequest, body) : undefined;
        isRepeated = true;
        if (made !== undefined)
            return made;
        const { data } = await octokit.rest.issues.createComment({
            ...door.repository,
            issue_number: pullRequest,
            body,
        });
        return data;
    });
    return { action: 'created', id: comment.id, url: comment.html_url };
}
async function update(door, comment, body) {
    const updated = await send(door, `update comment ${String(comment.id)}`, body, async (octokit) => {
        const { data } = await octokit.rest.issues.updateComment({
            ...door.repository,
            comment_id: comment.id,
            body,
        });
        return data;
    });
    return { action: 'updated', id: updated.id, url: updated.html_url };
}
/** A comment of exactly this text, which no other run writes: its marker has the run and the attempt. */
async function findText(door, octokit, pullRequest, body) {
    const comments = await octokit.paginate(octokit.rest.issues.listComments, {
        ...door.repository,
        issue_number: pullRequest,
        per_page: 100,
    });
    return comments.find((comment) => isSameText(comment.body, body));
}
/**
 * Writes a comment and compares what GitHub answers with what was sent: it has been seen to answer 200 and keep the old
 * text when the new one was too long. EHA1104 for that, and where it says so (422).
 */
async function send(door, name, body, request) {
    const sent = `sent ${String(Buffer.byteLength(body))} bytes`;
    let comment;
    try {
        comment = await door.call(name, NEEDS_WRITE, request);
    }
    catch (error) {
        if (!(error instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l) || !/too long/i.test(error.message))
            throw error;
        throw _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .githubErrors */ .Z.EHA1104(`${sent}, ${error.message}`, { cause: error });
    }
    if (isSameText(comment.body, body))
        return comment;
    throw _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .githubErrors */ .Z.EHA1104(`${sent}, GitHub kept ${String(Buffer.byteLength(comment.body ?? ''))}`);
}
/** White space at the end and the form of line ends are not content; GitHub does not promise to keep them. */
function isSameText(kept, sent) {
    const normal = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return kept !== undefined && normal(kept) === normal(sent);
}
async function minimise(door, comment, classifier) {
    const mutation = `mutation ($id: ID!, $classifier: ReportedContentClassifiers!) {
    minimizeComment(input: { subjectId: $id, classifier: $classifier }) { minimizedComment { isMinimized } }
  }`;
    await door.call(`minimise comment ${String(comment.id)}`, NEEDS_WRITE, (octokit) => octokit.graphql(mutation, { id: comment.nodeId, classifier }));
}
/** A comment that is gone already is what was asked for. */
async function remove(door, comment) {
    try {
        await door.call(`delete comment ${String(comment.id)}`, NEEDS_WRITE, (octokit) => octokit.rest.issues.deleteComment({ ...door.repository, comment_id: comment.id }));
    }
    catch (error) {
        if (!(error instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l) || error.code !== 'EHA1105')
            throw error;
    }
}


/***/ }),

/***/ 6216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ reportErrors)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);

/** Refusals while reading and rendering result documents, EHA1300 to EHA1399. */
const reportErrors = (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .defineErrors */ .V)({
    EHA1301: {
        kind: 'user',
        title: 'Nothing was planned and nothing was expected',
        likelyCause: 'The folder of the plan documents is missing or empty, and the input expected-stacks is not set.',
        remedy: 'Download the plan documents into the folder that the input documents names, and set expected-stacks from discover-stacks.',
    },
    EHA1302: {
        kind: 'user',
        title: 'The list of expected stacks is not readable',
        likelyCause: 'The input expected-stacks was written by hand or cut.',
        remedy: 'Pass the output stacks of discover-stacks: a JSON array of objects with name and directory.',
    },
    EHA1310: {
        kind: 'user',
        title: 'Inputs that belong to different comments',
        likelyCause: 'run-id asks for the comment on the checks of a pull request from a fork, the other input is about plans of this run.',
        remedy: 'Remove the input named in the message, or run-id.',
    },
});


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3246);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
