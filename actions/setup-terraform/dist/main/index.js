import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 75:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
;// CONCATENATED MODULE: ./lib/action/input-value.js
/** What all readers of inputs share: where a value comes from, what an empty one means, how a refused one is named. */

const ASCII_WHITE_SPACE = ' \t\r\n';
/**
 * Removes spaces, tabs and line ends around a value, and nothing else. `String.prototype.trim`, which `getInput` of
 * @actions/core uses, also removes a byte order mark, no-break spaces and the like, so that a value which an earlier
 * check saw as one thing (a branch name, say) would be read here as another. Here it stays and the reader refuses it.
 */
function trimAscii(value) {
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
    return trimAscii(process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '');
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
    const items = input_value_readInput(name, options, (value) => value
        .split(/[\n,]/)
        .map(trimAscii)
        .filter((item) => item !== ''));
    if (items?.length === 0 && options.required === true) {
        throw action_errors/* actionErrors */.u.EHA1002(`Input "${name}" is required and holds no item.`);
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
    return readInput(name, options, (value) => {
        const number = /^-?(?:0|[1-9][0-9]*)$/.test(value) ? Number(value) : NaN;
        if (Number.isSafeInteger(number) && isInRange(number, options))
            return number;
        throw refusedInput(name, value, `a whole number${rangeText(options, String)}`);
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
    return readInput(name, options, (value) => {
        processMasker.mask(value);
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
            if (!(error instanceof errors/* ActionError */.l))
                throw error;
            refused.push(error);
        }
    }
    const [first] = refused;
    if (refused.length === 1 && first !== undefined)
        throw first;
    if (refused.length > 1) {
        const list = refused.map((error) => `- ${error.message}`).join('\n');
        throw action_errors/* actionErrors */.u.EHA1003(`${refused.length} inputs were refused:\n${list}`);
    }
    return values;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
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

;// CONCATENATED MODULE: ./actions/setup-terraform/src/inputs.js




const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'];
function readInputs() {
    const inputs = readAll({
        tool: () => enumInput('tool', ['terraform', 'opentofu'], { default: 'terraform' }),
        version: () => stringInput('version', { pattern: /^[^\n\r]{1,200}$/, allowed: 'one line' }),
        directory: () => pathInput('working-directory', { default: '.', mustExist: 'directory' }),
        versionFiles: () => booleanInput('version-files', { default: true }),
        preferCached: () => booleanInput('prefer-cached', { default: false }),
        mirrors: () => listInput('mirrors').map((address) => readAddress('mirrors', address)),
        mirrorUrl: readMirrorUrl,
        mirrorKey: readKey,
        sha256: () => stringInput('sha256', { pattern: /^[0-9a-f]{64}$/i, allowed: 'a SHA-256 of 64 hexadecimal digits' }),
        toolCache: readToolCache,
    });
    return {
        ...inputs,
        sha256: inputs.sha256?.toLowerCase(),
        platform: process.platform,
        arch: process.arch,
        proxy: Object.fromEntries(PROXY_VARIABLES.map((name) => [name, process.env[name]])),
    };
}
/** Which addresses are safe is judged where they are used; here only that it is one. */
function readAddress(name, address) {
    const url = URL.parse(address);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:'))
        return address.replace(/\/+$/, '');
    throw input_value_refusedInput(name, address, 'an address such as https://mirror.example.com/hashicorp');
}
function readMirrorUrl() {
    const address = stringInput('mirror-url');
    if (address === undefined)
        return undefined;
    // Both would leave open which of them the key belongs to.
    if (rawInput('mirrors') !== '')
        throw input_value_refusedInput('mirror-url', address, 'empty where mirrors is given');
    return readAddress('mirror-url', address);
}
/** The key itself or the path of its file; that it is one key is checked where it is used. */
function readKey() {
    const text = stringInput('mirror-key');
    if (text === undefined || text.startsWith('-----BEGIN PGP'))
        return text;
    return (0,external_node_fs_.readFileSync)(checkPath('mirror-key', text, { mustExist: 'file' }), 'utf8');
}
function readToolCache() {
    const folder = process.env['RUNNER_TOOL_CACHE'] ?? '';
    if (folder !== '')
        return folder;
    throw action_errors/* actionErrors */.u.EHA1006('The environment variable RUNNER_TOOL_CACHE is not set.');
}


/***/ }),

/***/ 577:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(386);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(969);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(205);



await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e, _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: ./lib/install/tool-cache.js
var tool_cache = __nccwpck_require__(563);
;// CONCATENATED MODULE: ./lib/install/cached-versions.js



/**
 * Versions in the tool cache that a request for them would find there, without any request to a mirror; in no
 * particular order. Empty when there is no cache.
 */
async function listCached(request) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(request.toolCache, request.tool)).catch(() => []);
    const found = await Promise.all(names.map((version) => (0,tool_cache/* findCached */.aY)({ ...request, version })));
    return names.filter((_, index) => found[index] !== undefined);
}

// EXTERNAL MODULE: ./lib/install/platforms.js
var platforms = __nccwpck_require__(448);
// EXTERNAL MODULE: ./lib/install/errors.js
var errors = __nccwpck_require__(745);
// EXTERNAL MODULE: ./lib/install/exact-version.js
var exact_version = __nccwpck_require__(142);
// EXTERNAL MODULE: ./lib/install/addresses.js
var addresses = __nccwpck_require__(984);
;// CONCATENATED MODULE: ./lib/install/mirrors.js


/**
 * Where the publishers have their releases. OpenTofu's files are assets of its GitHub releases, its list of versions is
 * beside its install script.
 */
function officialMirrors(tool) {
    return tool === 'terraform'
        ? [{ url: 'https://releases.hashicorp.com' }]
        : [
            {
                url: 'https://github.com/opentofu/opentofu/releases/download',
                indexUrl: 'https://get.opentofu.org/tofu/api.json',
            },
        ];
}
/** This machine itself, by name or number. */
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
/**
 * Refuses (EHA1418) an empty list, what is no address, and plain HTTP, which is allowed to this machine and to a mirror
 * that has a key of its own only: there the signature protects what the connection does not.
 */
function checkMirrors(mirrors) {
    if (mirrors.length === 0)
        throw errors/* installErrors */.f.EHA1418('No mirror is given.');
    for (const { url, indexUrl, keys } of mirrors) {
        for (const address of [url, indexUrl]) {
            if (address !== undefined)
                checkAddress(address, keys !== undefined && keys.length > 0);
        }
    }
}
function checkAddress(address, hasOwnKey) {
    // The value itself is not shown: it may hold a password.
    if (!URL.canParse(address))
        throw errors/* installErrors */.f.EHA1418('The mirror’s address is not a URL.');
    const url = new URL(address);
    const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && (hasOwnKey || isLoopback(url)));
    if (!allowed)
        throw errors/* installErrors */.f.EHA1418(`${(0,addresses/* displayUrl */.Q)(url)} is not an https address.`);
}

;// CONCATENATED MODULE: ./lib/install/index.js
/**
 * Installs Terraform and OpenTofu into the runner's tool cache, verified. A hit of the cache loads nothing of what a
 * download needs.
 */








/**
 * The tool in the given version from the tool cache, or from the first mirror that can deliver it. Downloads are
 * hashed and inflated while they arrive, into a folder that becomes the cache's entry by a rename once the signed
 * SHA-256 matches; whatever goes wrong before that leaves nothing behind. Safe to call from several jobs at once.
 *
 * A version has to be signed by one of the keys; where there is no key, `sha256` has to say what the archive is. Each
 * reason to refuse is an error of its own: see EHA1400 to EHA1419.
 */
async function installTool(request) {
    const { tool, version, sha256 } = request;
    if (!(0,exact_version/* isExactVersion */.Y)(version)) {
        throw errors/* installErrors */.f.EHA1419(`"${version}" is not an exact version of ${(0,platforms/* toolTitle */.h5)(tool)}.`);
    }
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256)) {
        throw errors/* installErrors */.f.EHA1411(`"${sha256}" is not a SHA-256: it has to be 64 hexadecimal digits.`);
    }
    checkMirrors(request.mirrors);
    if (sha256 === undefined && request.mirrors.every(({ keys }) => (keys ?? request.keys).length === 0)) {
        throw errors/* installErrors */.f.EHA1400(`${(0,platforms/* toolTitle */.h5)(tool)} cannot be verified: there is no key and no SHA-256.`);
    }
    const cached = await (0,tool_cache/* findCached */.aY)(request);
    if (cached !== undefined)
        return cached;
    const { installFromMirrors } = await __nccwpck_require__.e(/* import() */ 356).then(__nccwpck_require__.bind(__nccwpck_require__, 356));
    return installFromMirrors(request);
}
/**
 * Every version that the first mirror with a list names, pre-releases included, in no particular order. The list is not
 * signed: it can name or hide a version, but what is then installed still has to be signed. EHA1412 when no mirror
 * answers, EHA1416 when none has a list that can be read.
 */
async function listVersions(request) {
    checkMirrors(request.mirrors);
    const { readVersions } = await __nccwpck_require__.e(/* import() */ 540).then(__nccwpck_require__.bind(__nccwpck_require__, 540));
    return readVersions(request);
}

// EXTERNAL MODULE: ./lib/install/keys.js + 1 modules
var keys = __nccwpck_require__(86);
;// CONCATENATED MODULE: ./lib/terraform/version/version.js
const PRERELEASE = String.raw `-([0-9][0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*)|-?([A-Za-z~-][0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*)`;
const METADATA = String.raw `\+([0-9A-Za-z~-]+(?:\.[0-9A-Za-z~-]+)*)`;
const VERSION = new RegExp(String.raw `^v?([0-9]+(?:\.[0-9]+)*)(?:${PRERELEASE})?(?:${METADATA})?$`);
/** Longer text is no version; the bound keeps the pattern's work small whatever a file holds. */
const LONGEST = 200;
/**
 * Reads `1.11.4`, `v1.11`, `1.12.0-rc1`, `1.12.0rc1`, `1.0.0+meta`; undefined for anything else, also for numbers that
 * JavaScript cannot hold exactly.
 */
function parseVersion(text) {
    const match = text.length > LONGEST ? null : VERSION.exec(text);
    if (match === null)
        return undefined;
    const [, numbers = '', afterDash = '', named = '', metadata = ''] = match;
    const written = numbers.split('.').map(Number);
    if (written.some((segment) => !Number.isSafeInteger(segment)))
        return undefined;
    const prerelease = afterDash === '' ? named : afterDash;
    return {
        segments: [...written, 0, 0].slice(0, Math.max(3, written.length)),
        written: written.length,
        prerelease: prerelease === '' ? [] : prerelease.split('.'),
        metadata,
    };
}
/** The canonical text: three segments or more, no `v`, no leading zeros. */
function formatVersion({ segments, prerelease, metadata }) {
    const before = prerelease.length === 0 ? '' : `-${prerelease.join('.')}`;
    return `${segments.join('.')}${before}${metadata === '' ? '' : `+${metadata}`}`;
}
/** The same version without what follows its numbers: what Terraform holds against `required_version`. */
function coreOf({ segments, written }) {
    return { segments, written, prerelease: [], metadata: '' };
}
function version_isPrerelease(version) {
    return version.prerelease.length > 0;
}
function compareNumbers(a, b) {
    return a === b ? 0 : a < b ? -1 : 1;
}
/** Negative, zero or positive as `a` is lower than, equal to or higher than `b`; missing segments count as 0. */
function compareSegments(a, b) {
    const length = Math.max(a.segments.length, b.segments.length);
    for (let index = 0; index < length; index += 1) {
        const order = compareNumbers(a.segments[index] ?? 0, b.segments[index] ?? 0);
        if (order !== 0)
            return order;
    }
    return 0;
}
/**
 * Numbers below words, numbers by value, words by their bytes. Where one version has no identifier left it is lower
 * than one with a number and, unlike in Semantic Versioning, higher than one with a word: so does go-version.
 */
function compareIdentifiers(a, b) {
    if (a === b)
        return 0;
    if (a === undefined)
        return isNumber(b) ? -1 : 1;
    if (b === undefined)
        return isNumber(a) ? 1 : -1;
    if (isNumber(a) && isNumber(b))
        return compareNumbers(Number(a), Number(b));
    if (isNumber(a) !== isNumber(b))
        return isNumber(a) ? -1 : 1;
    return a < b ? -1 : 1;
}
function isNumber(identifier) {
    return identifier !== undefined && /^-?[0-9]+$/.test(identifier);
}
/** Negative, zero or positive; a pre-release is lower than its release, metadata has no part. */
function compareVersions(a, b) {
    const order = compareSegments(a, b);
    if (order !== 0)
        return order;
    if (!version_isPrerelease(a) || !version_isPrerelease(b))
        return Number(version_isPrerelease(b)) - Number(version_isPrerelease(a));
    const length = Math.max(a.prerelease.length, b.prerelease.length);
    for (let index = 0; index < length; index += 1) {
        const part = compareIdentifiers(a.prerelease[index], b.prerelease[index]);
        if (part !== 0)
            return part;
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/terraform/version/constraint.js

const OPERATORS = ['=', '!=', '>', '>=', '<', '<=', '~>'];
const COMPARISON = /^[\t\n\f\r ]*(=|!=|>=|<=|~>|>|<|)[\t\n\f\r ]*([^\t\n\f\r ]+)[\t\n\f\r ]*$/;
/** Forms of npm, Ruby and Go modules that people try, and what Terraform wants instead. */
const HABITS = [
    [/^\s*$/, 'a part between commas is empty'],
    [/^\s*\^/, '^ is npm’s; write ~> 1.5 for "1.5 or newer, below 2"'],
    [/^\s*~[^>]/, '~ alone is npm’s; write ~> 1.5.0 for "1.5.0 or newer, below 1.6"'],
    [/^\s*(==|=>|=<|<>)/, 'the operators are =, !=, >, >=, <, <= and ~>'],
    [/[xX*]\s*$/, 'there are no wildcards; write ~> 1.5.0 for any 1.5'],
    [/\|\|/, 'there is no "or"'],
    [/\d\s+[<>=!~\d]/, 'comparisons are separated by commas'],
];
/** Reads what `required_version` takes: comparisons separated by commas, `=` where no operator is written. */
function parseConstraint(text) {
    const comparisons = [];
    for (const part of text.split(',')) {
        const comparison = parseComparison(part);
        if (comparison === undefined)
            return { valid: false, problem: explain(part) };
        comparisons.push(comparison);
    }
    return { valid: true, constraint: { text: text.trim(), comparisons } };
}
function parseComparison(part) {
    const [, written = '', number = ''] = COMPARISON.exec(part) ?? [];
    const operator = OPERATORS.find((known) => known === (written === '' ? '=' : written));
    const version = parseVersion(number);
    return operator === undefined || version === undefined ? undefined : { operator, version };
}
function explain(part) {
    const advice = HABITS.find(([pattern]) => pattern.test(part))?.[1] ?? 'write for example ~> 1.11 or >= 1.10, < 2.0';
    const shown = part.trim().slice(0, 80);
    return `${JSON.stringify(shown)} is not a version comparison: ${advice}`;
}
/**
 * A pre-release fits a comparison with a release only by `!=`, and one with a pre-release only of the same numbers:
 * nobody gets a release candidate who did not name it.
 */
function mayCompare(version, { version: bound }) {
    if (!version_isPrerelease(version))
        return true;
    return (version_isPrerelease(bound) &&
        version.segments.length === bound.segments.length &&
        compareSegments(version, bound) === 0);
}
function holds(version, comparison) {
    const { operator, version: bound } = comparison;
    const order = compareVersions(version, bound);
    if (operator === '=')
        return order === 0;
    if (operator === '!=')
        return order !== 0;
    if (!mayCompare(version, comparison))
        return false;
    if (operator === '~>')
        return order >= 0 && isBelowNext(version, bound);
    if (operator === '>')
        return order > 0;
    if (operator === '>=')
        return order >= 0;
    return operator === '<' ? order < 0 : order <= 0;
}
/**
 * The upper end of `~>`: all segments before the last written one are the same, so that `~> 1.5` ends below 2,
 * `~> 1.5.0` below 1.6 and `~> 1` nowhere. A bound with more segments than the version has holds for none, and a
 * pre-release as bound for no release.
 */
function isBelowNext(version, bound) {
    if (version_isPrerelease(bound) && !version_isPrerelease(version))
        return false;
    if (bound.segments.length > version.segments.length)
        return false;
    return bound.segments
        .slice(0, bound.written - 1)
        .every((segment, index) => version.segments[index] === segment);
}
/** Whether every comparison holds, by the rules of Terraform. */
function satisfies(version, constraint) {
    return constraint.comparisons.every((comparison) => holds(version, comparison));
}
/** The version of a constraint that is just one `=`: such a constraint needs no list of releases. */
function exactVersion({ comparisons }) {
    const [only, ...others] = comparisons;
    return others.length === 0 && only?.operator === '=' ? only.version : undefined;
}
/** Terraform refuses pre-releases in `required_version` and names the comparison. */
function namesPrerelease({ comparisons }) {
    return comparisons.some(({ version }) => isPrerelease(version));
}

// EXTERNAL MODULE: ./lib/action/errors.js
var action_errors = __nccwpck_require__(308);
;// CONCATENATED MODULE: ./lib/terraform/version/errors.js

/** Refusals while finding the version of Terraform or OpenTofu, EHA1220 to EHA1229. */
const versionErrors = (0,action_errors/* defineErrors */.V)({
    EHA1220: {
        kind: 'user',
        title: 'A version cannot be understood',
        likelyCause: 'The input or a file names a version in a form of another tool, or YAML shortened an unquoted 1.10 to 1.1.',
        remedy: 'Write a full version such as 1.11.4, a constraint such as ~> 1.11, or latest, in quotes.',
    },
    EHA1221: {
        kind: 'user',
        title: 'Version sources conflict',
        likelyCause: 'The input, a version file and required_version of the stack or of a module it calls were changed at different times.',
        remedy: 'Change one of the places named in the message, so that one version fits all of them.',
    },
    EHA1222: {
        kind: 'user',
        title: 'No release fits the wanted version',
        likelyCause: 'The version is misspelt or not released, only pre-releases fit (they are taken by their full name alone), or the mirror lacks it.',
        remedy: 'Compare the constraint with the releases of the tool, and the mirror with the official server.',
    },
});

;// CONCATENATED MODULE: ./lib/terraform/version/resolve.js



/**
 * The version that every requirement allows: the exact one that is named, else the newest release. `latest` is the
 * newest release that the constraints allow; beside a fixed version it is a conflict, today's luck aside.
 * @throws EHA1221 naming the places that conflict, EHA1222 when no release fits
 */
async function resolveVersion(tool, requirements, releases) {
    const named = namedVersion(requirements);
    if (named !== undefined) {
        const version = formatVersion(named.version);
        return { version, decidedBy: named.requirement, newest: null, chosenFrom: 'name' };
    }
    const isRange = requirements.length > 0 && requirements.every(({ wanted }) => wanted.kind === 'constraint');
    const cached = isRange ? choose(requirements, sortedReleases(releases.cached)) : undefined;
    if (cached !== undefined)
        return { ...cached, newest: null, chosenFrom: 'cache' };
    const known = sortedReleases(await releases.list());
    const chosen = choose(requirements, known);
    if (chosen === undefined)
        throw explainFailure(tool, requirements, known);
    const [newest] = known;
    return { ...chosen, newest: newest === undefined ? null : formatVersion(newest), chosenFrom: 'releases' };
}
/** The first requirement that fixes one version; all others are held against it. */
function namedVersion(requirements) {
    const [named] = requirements.flatMap((requirement) => {
        const { wanted } = requirement;
        const version = wanted.kind === 'constraint' ? exactVersion(wanted.constraint) : undefined;
        return version === undefined ? [] : [{ version, requirement }];
    });
    if (named === undefined)
        return undefined;
    const other = requirements.find((requirement) => !allows(requirement, named));
    if (other !== undefined)
        throw conflict([named.requirement, other]);
    return named;
}
function allows(other, { version, requirement }) {
    // What required_version fixes is the newest that is allowed.
    if (other.wanted.kind === 'latest')
        return requirement.kind === 'required-version' && fits(version, other);
    return fits(version, other);
}
/** Terraform compares `required_version` with the numbers of a pre-release alone. */
function fits(version, { kind, wanted }) {
    if (wanted.kind === 'latest')
        return wanted.matching === null || wanted.matching.test(formatVersion(version));
    return satisfies(kind === 'required-version' ? coreOf(version) : version, wanted.constraint);
}
/** Newest first, each once, without pre-releases and names that are no versions. */
function sortedReleases(names) {
    return [...new Set(names)]
        .flatMap((name) => parseVersion(name) ?? [])
        .filter((version) => !version_isPrerelease(version))
        .sort((a, b) => compareVersions(b, a));
}
function choose(requirements, known) {
    const index = known.findIndex((version) => requirements.every((requirement) => fits(version, requirement)));
    const version = known[index];
    if (version === undefined)
        return undefined;
    const newer = known[index - 1];
    const binding = newer === undefined ? undefined : requirements.find((requirement) => !fits(newer, requirement));
    return { version: formatVersion(version), decidedBy: binding ?? requirements[0] ?? null };
}
function describe({ place, text }) {
    return `${place} says ${JSON.stringify(text)}`;
}
function conflict(places) {
    return versionErrors.EHA1221(`No version fits all of these:\n${places.map((each) => `- ${describe(each)}`).join('\n')}`);
}
/** Names the one requirement that no release fits, else two that exclude each other, else all. */
function explainFailure(tool, requirements, known) {
    const newest = known[0] === undefined ? 'there is none' : `the newest is ${formatVersion(known[0])}`;
    const impossible = requirements.find((requirement) => !known.some((version) => fits(version, requirement)));
    if (impossible !== undefined || requirements.length === 0) {
        const wish = impossible === undefined ? 'The newest release is wanted' : describe(impossible);
        return versionErrors.EHA1222(`${wish}, but none of ${known.length} releases of ${tool} fits; ${newest}.`);
    }
    for (const [index, first] of requirements.entries()) {
        const second = requirements
            .slice(index + 1)
            .find((each) => !known.some((version) => fits(version, first) && fits(version, each)));
        if (second !== undefined)
            return conflict([first, second]);
    }
    return conflict(requirements);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./lib/terraform/version/hcl-blocks.js
/** In this order; sticky, so that each is tried at one place only. */
const PATTERNS = {
    space: /[ \t\r\ufeff]+/y,
    newline: /\n/y,
    comment: /(?:#|\/\/)[^\n]*|\/\*[^]*?(?:\*\/|$)/y,
    heredoc: /<<-?([^\s"{}()]+)[^\n]*\n/y,
    name: /[\p{ID_Start}_][\p{ID_Continue}-]*/uy,
    comparison: /[=!<>]=|=>/y,
};
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}
const HARD_IN_TEMPLATE = /^(?:#|\/\/|\/\*|<<)/;
const TEMPLATE = /(?<![$%])[$%]\{|\n/g;
/**
 * Where a heredoc that begins before `at` ends: after the line that holds only its marker, or at the end of the file. A
 * line inside an interpolation is none of the heredoc's lines, even if it reads like the marker.
 */
function endOfHeredoc(text, at, marker, doubt) {
    let start = at;
    let isWholeLine = true;
    for (let from = at; from < text.length;) {
        TEMPLATE.lastIndex = from;
        const next = TEMPLATE.exec(text);
        const end = next?.index ?? text.length;
        if (next !== null && next[0] !== '\n') {
            from = endOfTemplate(text, end + 2, doubt);
            isWholeLine = false;
            continue;
        }
        // The line end stays: it ends the attribute.
        if (isWholeLine && text.slice(start, end).trim() === marker)
            return end;
        start = end + 1;
        from = start;
        isWholeLine = true;
    }
    return text.length;
}
const ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
/** A string whose opening quote is before `at`. It ends at its quote, else at the end of the line or the file. */
function readString(text, at, doubt) {
    let value = '';
    let isPlain = true;
    let index = at;
    while (index < text.length) {
        const character = text.charAt(index);
        if (character === '"')
            return { value: isPlain ? value : null, end: index + 1 };
        if (character === '\n')
            return { value: null, end: index };
        const pair = text.slice(index, index + 3);
        if (pair === '$${' || pair === '%%{') {
            value += pair.slice(1);
            index += 3;
        }
        else if (pair.startsWith('${') || pair.startsWith('%{')) {
            isPlain = false;
            index = endOfTemplate(text, index + 2, doubt);
        }
        else if (character === '\\') {
            const escape = ESCAPES[text.charAt(index + 1)];
            isPlain &&= escape !== undefined;
            value += escape ?? '';
            index += 2;
        }
        else {
            value += character;
            index += 1;
        }
    }
    return { value: null, end: index };
}
/** After the brace that closes an interpolation; strings in it may hold braces and interpolations of their own. */
function endOfTemplate(text, at, doubt) {
    // A stack of its own: a file with ten thousand nested interpolations must not exhaust that of the program.
    const inside = ['code'];
    let index = at;
    while (index < text.length && inside.length > 0) {
        const character = text.charAt(index);
        if (inside.at(-1) === 'code') {
            doubt.found ||= HARD_IN_TEMPLATE.test(text.slice(index, index + 2));
            if (character === '"')
                inside.push('string');
            else if (character === '{')
                inside.push('code');
            else if (character === '}')
                inside.pop();
        }
        else if (character === '\\')
            index += 1;
        else if (character === '"')
            inside.pop();
        else if (text.startsWith('$${', index) || text.startsWith('%%{', index))
            index += 2;
        else if ((character === '$' || character === '%') && text.charAt(index + 1) === '{') {
            inside.push('code');
            index += 1;
        }
        index += 1;
    }
    return index;
}
function* tokens(text, doubt) {
    let line = 1;
    let index = 0;
    const advance = (end) => {
        for (let at = text.indexOf('\n', index); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
            line += 1;
        index = end;
    };
    while (index < text.length) {
        const started = line;
        const character = text.charAt(index);
        const skipped = match(PATTERNS.space, text, index) ?? match(PATTERNS.comment, text, index);
        if (skipped !== null)
            advance(index + skipped[0].length);
        else if (character === '\n') {
            advance(index + 1);
            yield { kind: 'newline', text: null, line: started };
        }
        else if (character === '"') {
            const { value, end } = readString(text, index + 1, doubt);
            advance(end);
            yield { kind: 'string', text: value, line: started };
        }
        else {
            const token = word(text, index, doubt);
            advance(token.end);
            yield { kind: token.kind, text: token.text, line: started };
        }
    }
}
function word(text, at, doubt) {
    const heredoc = match(PATTERNS.heredoc, text, at);
    if (heredoc !== null) {
        const end = endOfHeredoc(text, at + heredoc[0].length, heredoc[1] ?? '', doubt);
        return { kind: 'other', text: null, end };
    }
    const name = match(PATTERNS.name, text, at)?.[0];
    if (name !== undefined)
        return { kind: 'name', text: name, end: at + name.length };
    const comparison = match(PATTERNS.comparison, text, at)?.[0];
    if (comparison !== undefined)
        return { kind: 'other', text: null, end: at + comparison.length };
    const character = text.charAt(at);
    const kind = character === '='
        ? 'equals'
        : '{[('.includes(character)
            ? 'open'
            : '}])'.includes(character)
                ? 'close'
                : 'other';
    // `:` separates key and value in an object as well as `=` does; elsewhere it is part of an expression.
    if (character === ':')
        return { kind: 'equals', text: null, end: at + 1 };
    // Only of a comma the text matters: it separates the members of an object.
    return { kind, text: character === ',' ? ',' : null, end: at + 1 };
}
/** Splits a token list into statements of one level; what is nested stays inside its statement. */
function statements(list) {
    const result = [[]];
    let depth = 0;
    for (const token of list) {
        if (token.kind === 'open')
            depth += 1;
        if (token.kind === 'close')
            depth = Math.max(0, depth - 1);
        if (token.kind === 'newline' && depth === 0)
            result.push([]);
        else
            result.at(-1)?.push(token);
    }
    return result.filter((statement) => statement.length > 0);
}
/** Objects inside objects deeper than this are left out: no attribute that is read here lies that deep. */
const DEEPEST_OBJECT = 8;
function attributesOf(body, depth = 0) {
    const attributes = new Map();
    for (const [name, equals, value, ...rest] of statements(body)) {
        if (!isKey(name, depth) || equals?.kind !== 'equals' || name.text === null) {
            // Members of an object have keys that are expressions; what one says that is none of the plain forms is unknown.
            if (depth > 0)
                attributes.set(UNREADABLE, { text: null, object: NO_ATTRIBUTES, line: name?.line ?? 1 });
            continue;
        }
        const isString = value?.kind === 'string' && rest.length === 0;
        const isObject = value?.kind === 'open' && rest.at(-1)?.kind === 'close' && depth < DEEPEST_OBJECT;
        const object = isObject ? attributesOf(commasAsLines(rest.slice(0, -1)), depth + 1) : NO_ATTRIBUTES;
        attributes.set(name.text, { text: isString ? value.text : null, object, line: name.line });
    }
    return attributes;
}
const NO_ATTRIBUTES = new Map();
/** Stands in `Attribute.object` for members whose key cannot be read; no attribute has this name. */
const UNREADABLE = '';
/** In a block only names are keys, in an object quoted text is one too. */
function isKey(token, depth) {
    return token?.kind === 'name' || (depth > 0 && token?.kind === 'string');
}
/** Members of an object on one line are separated by commas instead of line ends. */
function commasAsLines(list) {
    return list.map((token) => token.kind === 'other' && token.text === ',' ? { ...token, kind: 'newline', text: null } : token);
}
/** Reads the blocks of a native-syntax file. Text that is no HCL gives fewer blocks, never an error. */
function topLevelBlocks(text) {
    return readBlocks(text).blocks;
}
/** As {@link topLevelBlocks}, for those who must know how far to trust the result. */
function readBlocks(text) {
    const doubt = { found: /\${3,}\{|%{3,}\{/.test(text) };
    return { blocks: blocksOf([...tokens(text, doubt)], 0), isCertain: !doubt.found };
}
/** Blocks nest a few levels deep; a file that nests deeper than this was made to exhaust the stack. */
const DEEPEST_BLOCK = 50;
function blocksOf(list, depth) {
    if (depth > DEEPEST_BLOCK)
        return [];
    return statements(list).flatMap((statement) => {
        const [type] = statement;
        const open = statement.findIndex((token) => token.kind === 'open');
        if (type?.kind !== 'name' || type.text === null || open === -1)
            return [];
        const header = statement.slice(1, open);
        if (!header.every((token) => token.kind === 'string' || token.kind === 'name'))
            return [];
        const body = statement.slice(open + 1, statement.at(-1)?.kind === 'close' ? -1 : undefined);
        const labels = header.map((token) => token.text ?? '');
        const blocks = blocksOf(body, depth + 1);
        return [{ type: type.text, labels, line: type.line, attributes: attributesOf(body), blocks }];
    });
}

;// CONCATENATED MODULE: ./lib/terraform/version/required-version.js



/** More modules than this is a loop of links, not a design. */
const MOST_MODULES = 500;
/**
 * Finds `required_version` in the root module and in every module it reaches through local paths. Modules from a
 * registry or a repository are not there before init; Terraform itself checks theirs. The tool decides which files
 * count: only OpenTofu reads `*.tofu`, and instead of a `*.tf` of the same name.
 */
function findRequiredVersions(root, directory, tool) {
    const found = [];
    const unknown = [];
    const seen = new Set();
    const queue = [directory];
    for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
        if (seen.has(folder))
            continue;
        if (seen.size >= MOST_MODULES) {
            unknown.push(`More than ${MOST_MODULES} modules are called; the rest was not searched.`);
            break;
        }
        seen.add(folder);
        const { versions, sources } = readModule(root, folder, tool);
        found.push(...versions);
        for (const { text, line, file } of sources) {
            const at = line === null ? file : `${file}:${line}`;
            if (text === null)
                unknown.push(`The module source at ${at} is not a plain string.`);
            else if (/^\.{1,2}\//.test(text)) {
                const target = external_node_path_.posix.join(folder, text).replace(/(?<=.)\/$/, '');
                if (target === '..' || target.startsWith('../'))
                    unknown.push(`The module at ${at} lies outside the repository.`);
                else
                    queue.push(target);
            }
        }
    }
    return { found, unknown };
}
/** As Terraform merges files: an override file with a `required_version` replaces all those before it. */
function readModule(root, folder, tool) {
    let versions = [];
    const sources = [];
    const names = configurationFiles((0,external_node_path_.join)(root, folder), tool);
    const isOverride = (name) => /(^|_)override\.(tf|tofu)(\.json)?$/.test(name);
    for (const name of [...names.filter((each) => !isOverride(each)), ...names.filter(isOverride)]) {
        const file = external_node_path_.posix.join(folder, name);
        const facts = readFacts((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, folder, name), 'utf8'), file);
        if (facts.versions.length > 0)
            versions = isOverride(name) ? facts.versions : [...versions, ...facts.versions];
        sources.push(...facts.sources.map((source) => ({ ...source, file })));
    }
    return { versions, sources };
}
/** Files of the folder that the tool reads, sorted; none when there is no such folder. */
function configurationFiles(folder, tool) {
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        return [];
    const names = (0,external_node_fs_.readdirSync)(folder)
        .filter((name) => /^[^.#].*\.(tf|tofu)(\.json)?$/.test(name))
        .filter((name) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, name), { throwIfNoEntry: false })?.isFile() === true)
        .sort();
    if (tool === 'terraform')
        return names.filter((name) => /\.tf(\.json)?$/.test(name));
    const present = new Set(names);
    return names.filter((name) => !present.has(name.replace(/\.tf(\.json)?$/, '.tofu$1')) || /\.tofu(\.json)?$/.test(name));
}
function readFacts(text, file) {
    return file.endsWith('.json') ? jsonFacts(text, file) : nativeFacts(text, file);
}
function nativeFacts(text, file) {
    const blocks = topLevelBlocks(text);
    const versions = blocks.flatMap(({ type, attributes }) => {
        const attribute = type === 'terraform' ? attributes.get('required_version') : undefined;
        // Terraform refuses anything but a plain string here.
        return attribute?.text === undefined || attribute.text === null
            ? []
            : [{ text: attribute.text, file, line: attribute.line }];
    });
    const sources = blocks.flatMap(({ type, attributes }) => {
        const source = type === 'module' ? attributes.get('source') : undefined;
        return source === undefined ? [] : [source];
    });
    return { versions, sources };
}
/** In the JSON syntax a block is an object, or a list of objects where it stands several times. */
function objects(value) {
    if (Array.isArray(value))
        return value.flatMap(objects);
    return typeof value === 'object' && value !== null ? [value] : [];
}
function jsonFacts(text, file) {
    const members = objects(parseJson(text));
    const versions = members
        .flatMap((member) => objects(member['terraform']))
        .flatMap(({ required_version: version }) => typeof version === 'string' ? [{ text: version, file, line: null }] : []);
    const sources = members
        .flatMap((member) => objects(member['module']))
        .flatMap((modules) => Object.values(modules).flatMap(objects))
        .filter((call) => call['source'] !== undefined)
        .map(({ source }) => ({
        text: typeof source === 'string' && !source.includes('${') ? source : null,
        line: null,
    }));
    return { versions, sources };
}
/** A file that is no JSON says nothing here; Terraform reports it with its place. */
function parseJson(text) {
    try {
        return JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/version/sources.js






const FORMS = 'a full version such as 1.11.4, a constraint such as "~> 1.11", or latest';
/** A list of versions is a few kilobytes; anything longer is another file of that name. */
const LONGEST_FILE = 100_000;
/**
 * Everything that says which version to use. A version file counts when it is the nearest: in the folder of the stack
 * or else in the closest folder above it, up to the root of the repository.
 * @throws EHA1220 where a source is written in a way that cannot be read
 */
function collectRequirements(options) {
    const { tool, input, workspace, directory } = options;
    const given = input === undefined
        ? []
        : [{ kind: 'input', place: 'input version', text: input, wanted: readWanted(input, 'input version') }];
    const files = options.versionFiles ? nearestVersionFiles(workspace, directory, tool) : [];
    const { found, unknown } = findRequiredVersions(workspace, directory, tool);
    const required = found.map(({ text, file, line }) => {
        const place = line === null ? file : `${file}:${line}`;
        return { kind: 'required-version', place, text, wanted: requiredVersion(text, place) };
    });
    return { requirements: [...given, ...files, ...required], unknown };
}
function notUnderstood(text, place, problem) {
    return versionErrors.EHA1220(`${place} is ${JSON.stringify(text.slice(0, 120))}: ${problem}.`);
}
/** What `required_version` holds: Terraform itself refuses a pre-release there, and compares numbers alone. */
function requiredVersion(text, place) {
    const parsed = parseConstraint(text);
    if (!parsed.valid)
        throw notUnderstood(text, `required_version at ${place}`, parsed.problem);
    if (parsed.constraint.comparisons.some(({ version }) => version_isPrerelease(version))) {
        throw notUnderstood(text, `required_version at ${place}`, 'Terraform takes no pre-release here; a pre-release of the tool is compared by its numbers alone');
    }
    return { kind: 'constraint', constraint: parsed.constraint };
}
/** What the input and version files hold; `latest-allowed` is tfenv's word for the newest that required_version allows. */
function readWanted(text, place) {
    if (text === 'latest' || text === 'latest-allowed')
        return { kind: 'latest', matching: null };
    if (text.startsWith('latest:'))
        return { kind: 'latest', matching: readPattern(text, place) };
    const parsed = parseConstraint(text);
    if (!parsed.valid)
        throw notUnderstood(text, place, `it must be ${FORMS}`);
    const version = parseVersion(text);
    if (version !== undefined && version.written < 3) {
        const full = [...version.segments].join('.');
        const advice = `write ${full} for that release or ~> ${full} for the newest of its line; unquoted, YAML makes 1.1 of 1.10`;
        throw notUnderstood(text, place, `it names no release; ${advice}`);
    }
    return { kind: 'constraint', constraint: parsed.constraint };
}
function readPattern(text, place) {
    try {
        return new RegExp(text.slice('latest:'.length));
    }
    catch {
        throw notUnderstood(text, place, 'what follows latest: is not a regular expression');
    }
}
function readText(path) {
    const entry = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (entry?.isFile() !== true || entry.size > LONGEST_FILE)
        return undefined;
    return (0,external_node_fs_.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
}
function nearestVersionFiles(workspace, directory, tool) {
    for (let folder = external_node_path_.posix.normalize(directory);; folder = external_node_path_.posix.dirname(folder)) {
        const found = [...versionFile(workspace, folder, tool), ...toolVersions(workspace, folder, tool)];
        if (found.length > 0 || folder === '.' || folder === '/')
            return found;
    }
}
/** Lines that say something: without comments and space around. */
function contentLines(text) {
    return text
        .split(/\r?\n/)
        .map((line, index) => ({ text: line.replace(/#.*$/, '').trim(), number: index + 1 }))
        .filter((line) => line.text !== '');
}
function versionFile(workspace, folder, tool) {
    const path = external_node_path_.posix.join(folder, `.${tool}-version`);
    const text = readText((0,external_node_path_.join)(workspace, path));
    if (text === undefined)
        return [];
    const [line, ...others] = contentLines(text);
    if (line === undefined)
        throw versionErrors.EHA1220(`${path} holds no version; it must be ${FORMS}.`);
    const place = `${path}:${line.number}`;
    if (others.length > 0)
        throw notUnderstood(text.trim(), path, 'it must hold one version and nothing else');
    return [{ kind: 'version-file', place, text: line.text, wanted: readWanted(line.text, place) }];
}
/** Names under which asdf and mise know the tools. */
const TOOL_NAMES = {
    terraform: ['terraform'],
    opentofu: ['opentofu', 'tofu'],
};
/** Of several versions on a line asdf prefers the first; of several lines it reads the first. */
function toolVersions(workspace, folder, tool) {
    const path = external_node_path_.posix.join(folder, '.tool-versions');
    for (const { text, number } of contentLines(readText((0,external_node_path_.join)(workspace, path)) ?? '')) {
        const [name = '', version] = text.split(/\s+/);
        if (!TOOL_NAMES[tool].includes(name))
            continue;
        const place = `${path}:${number}`;
        if (version === undefined)
            throw versionErrors.EHA1220(`${place} names ${name} without a version.`);
        return [{ kind: 'tool-versions', place, text: version, wanted: toolVersion(version, place) }];
    }
    return [];
}
/** Here `latest:1.5` is a beginning of the version, not a pattern (asdf, "asdf latest"). */
function toolVersion(text, place) {
    if (/^(ref|path|prefix|sub-[^:]*):|^system$/.test(text)) {
        throw notUnderstood(text, place, `this form of asdf and mise names no release; it must be ${FORMS}`);
    }
    const beginning = /^latest:([0-9.]+)$/.exec(text)?.[1];
    if (beginning === undefined)
        return readWanted(text, place);
    const escaped = beginning.replace(/\.$/, '').replaceAll('.', '\\.');
    return { kind: 'latest', matching: new RegExp(`^${escaped}(?:\\.|$)`) };
}

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
function code(text, most = LONGEST_NAME) {
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
function codeCell(text) {
    return /[|\\]/.test(text) ? htmlCode(text) : code(text);
}
/**
 * What GitHub makes a link of: addresses, mentions, issues and pull requests. Repetitions before the mark that tells are
 * bounded: they would be tried from each character of a long word.
 */
const LINKABLE = /((?:[\w+.-]{0,20}:\/\/|www\.)\S+|[\w.+-]{0,64}@\w[\w./:-]*|[\w./-]{0,100}#\d\w*|\bGH-\d\w*)/gi;
/** A commit, also in what the split at the others left. */
const COMMIT = /\b([0-9a-f]{7,64})\b/gi;
/** Text that is only text: no emphasis, link, mention, tag, list, heading or table border can come of it. */
function plain(text) {
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
        .map((part, index) => (index % 2 === 1 ? code(part) : otherwise(part)))
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
function prose(text) {
    return atStart(alternate(text.trim(), /`([^`\n]+)`/, inline));
}
/** A fenced block; the fence is longer than any run of backticks in the text, and no line is a command for a bot. */
function fenced(text, language = '') {
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
function folded(title, content, isOpen = false) {
    const tag = isOpen ? '<details open>' : '<details>';
    return `${tag}\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
/** A table; cells are taken as they are, so values go through `codeCell` or `plain` first. */
function table(columns, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [
        line(columns.map((column) => column.heading)),
        line(columns.map((column) => (column.align === 'right' ? '--:' : '---'))),
        ...rows.map(line),
    ].join('\n');
}
/** `1 stack`, `3 stacks`. */
function plural(count, one, many = `${one}s`) {
    return `${String(count)} ${count === 1 ? one : many}`;
}

;// CONCATENATED MODULE: ./actions/setup-terraform/src/summary.js

const TITLES = { terraform: 'Terraform', opentofu: 'OpenTofu' };
/** Version first, then why and how it was verified; all sources folded when there are several. */
function summarize({ sources, resolution, installed }, tool) {
    const { version, decidedBy, newest } = resolution;
    const lines = [`### ${TITLES[tool]} ${version}`, ''];
    lines.push(decidedBy === null
        ? '- Nothing says which version: the newest release was taken.'
        : `- Decided by ${code(decidedBy.place)}: ${code(decidedBy.text)}.`);
    if (newest !== null && newest !== version)
        lines.push(`- The newest release is ${newest}.`);
    const { proof } = installed;
    const vouched = proof.by === 'signature'
        ? `its signature by ${proof.key} (${code(proof.signedBy)}, ${proof.signedAt.slice(0, 10)})`
        : 'the given SHA-256';
    lines.push(`- ${installed.cacheHit ? 'From the tool cache' : 'Downloaded'}; verified by ${vouched}.`);
    for (const sentence of sources.unknown)
        lines.push(`- Unknown: ${sentence}`);
    if (sources.requirements.length < 2)
        return lines.join('\n');
    const rows = sources.requirements.map(({ place, text }) => `- ${code(place)}: ${code(text)}`);
    const summary = `<summary>All ${rows.length} sources agree</summary>`;
    return [...lines, '', '<details>', summary, '', ...rows, '', '</details>'].join('\n');
}

;// CONCATENATED MODULE: ./actions/setup-terraform/src/run.js






/** Finds the version, installs it unless the tool cache has it, and puts it on PATH of the steps that follow. */
async function run(inputs, deps) {
    const { tool, toolCache } = inputs;
    const platform = (0,platforms/* platformOf */.tj)(inputs.platform, inputs.arch);
    const sources = collectRequirements({
        tool,
        input: inputs.version,
        workspace: deps.github.workspace,
        directory: (0,external_node_path_.relative)(deps.github.workspace, inputs.directory).replaceAll(external_node_path_.sep, '/') || '.',
        versionFiles: inputs.versionFiles,
    });
    for (const sentence of sources.unknown)
        deps.log.warning(sentence);
    const request = { ...accessOf(inputs, deps), tool, platform, keys: keysOf(inputs), toolCache };
    const resolution = await resolveVersion(tool, sources.requirements, {
        cached: inputs.preferCached ? await listCached(request) : [],
        list: async () => listVersions(request),
    });
    deps.log.info(sayVersion(inputs, resolution));
    const pin = inputs.sha256 === undefined ? {} : { sha256: inputs.sha256 };
    const installed = await installTool({ ...request, version: resolution.version, ...pin });
    deps.log.info(sayInstalled(inputs, resolution, installed));
    return result(inputs, { platform, sources, resolution, installed });
}
/** A key that the workflow gives takes the place of those that come with the action; there is no way to have none. */
function keysOf({ tool, mirrorKey }) {
    return mirrorKey === undefined
        ? (0,keys/* pinnedKeys */.l7)(tool)
        : [{ name: 'the key of the input mirror-key', armored: mirrorKey }];
}
function accessOf(inputs, { log, clock, signal }) {
    return { mirrors: mirrorsOf(inputs), log, clock, signal, proxy: inputs.proxy };
}
function mirrorsOf(inputs) {
    const { tool, mirrorUrl, mirrors } = inputs;
    const own = inputs.mirrorKey === undefined ? {} : { keys: keysOf(inputs) };
    if (mirrorUrl !== undefined)
        return [{ url: mirrorUrl, ...own }];
    return mirrors.length === 0 ? officialMirrors(tool) : mirrors.map((url) => ({ url, ...own }));
}
function sayVersion(inputs, { version, decidedBy, newest, chosenFrom }) {
    const reason = decidedBy === null
        ? 'nothing says which version, so it is the newest release'
        : `decided by ${decidedBy.place} (${decidedBy.text})`;
    const from = chosenFrom === 'cache' ? ', from the versions in the tool cache' : '';
    const newer = newest === null || newest === version ? '' : `; the newest release is ${newest}`;
    return `${inputs.tool} ${version}: ${reason}${from}${newer}.`;
}
function sayInstalled({ tool }, { version }, { cacheHit, path, proof, source }) {
    const vouched = proof.by === 'signature' ? `signed by ${proof.key}` : 'by its given SHA-256';
    const what = cacheHit
        ? 'found in the tool cache, verified when it was downloaded'
        : `downloaded from ${source}, verified`;
    return `${tool} ${version} ${what} (${vouched}): ${path}`;
}
/**
 * Of `toolDocument`, whose type the document has; the checker of schemas itself would be most of what a cache hit
 * loads. A test of the bundle holds the document against it.
 */
const TOOL_SCHEMA = 'eks-hybrid-actions/tool/v1';
function result({ tool }, outcome) {
    const { platform, sources, resolution, installed } = outcome;
    const { version, decidedBy, chosenFrom, newest } = resolution;
    const document = {
        schema: TOOL_SCHEMA,
        tool,
        version,
        platform: { ...platform },
        path: installed.path,
        cacheHit: installed.cacheHit,
        downloadedFrom: installed.source,
        sha256: installed.sha256,
        verified: { ...installed.proof },
        decidedBy: decidedBy && { place: decidedBy.place, text: decidedBy.text },
        sources: sources.requirements.map(({ place, text }) => ({ place, text })),
        chosenFrom,
        newest,
        undetermined: [...sources.unknown],
    };
    return {
        outputs: {
            version,
            path: installed.path,
            source: decidedBy?.place ?? 'newest release',
            'cache-hit': installed.cacheHit,
        },
        addToPath: [installed.directory],
        report: { fileName: `tool-${tool}.json`, document },
        summary: [{ markdown: summarize(outcome, tool) }],
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

/***/ 386:
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

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
;// CONCATENATED MODULE: ./lib/action/error-report.js



const ISSUES = 'https://github.com/eks-hybrid-actions/eks-hybrid-actions/issues';
/** GitHub shows at most 64 KiB of an annotation; the log has the rest. */
const LONGEST_MESSAGE = 8_000;
const MOST_CAUSES = 5;
/** Something thrown that is no Error, without what lies deeper in it: a request may hold its credentials there. */
function showThrown(value) {
    return typeof value === 'string' ? value : (0,external_node_util_namespaceObject.inspect)(value, { depth: 0, breakLength: Infinity });
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
var external_node_fs_ = __nccwpck_require__(24);
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
var external_node_path_ = __nccwpck_require__(760);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./lib/action/commands.js
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
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Appends to the file that the runner names in `variable`. Throws EHA1006 without it, EHA1015 when it is not writable. */
function appendToRunnerFile(variable, text, environment = process.env) {
    const path = environment[variable];
    if (path === undefined || path === '') {
        throw action_errors/* actionErrors */.u.EHA1006(`The environment variable ${variable} is not set.`);
    }
    try {
        (0,external_node_fs_.appendFileSync)(path, text, 'utf8');
    }
    catch (cause) {
        throw action_errors/* actionErrors */.u.EHA1015(`The runner's file for ${variable} (${path}) could not be written.`, {
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./lib/action/logger.js

function placeProperties(at) {
    return { title: at?.title, file: at?.file, line: at?.startLine, endLine: at?.endLine };
}
/** A logger that speaks the runner's commands. Plain lines are neutralised: text from outside is never obeyed. */
function createLogger(write) {
    const annotate = (level) => (message, at) => write(formatCommand(level, placeProperties(at), message));
    return {
        info: (message) => write(`${neutralise(message)}\n`),
        debug: (message) => write(formatCommand('debug', {}, message)),
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        async group(title, work) {
            write(formatCommand('group', {}, title));
            try {
                return await work();
            }
            finally {
                write(formatCommand('endgroup', {}, ''));
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/action/masking.js

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
                write(formatCommand('add-mask', {}, value));
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
        appendToRunnerFile('GITHUB_STEP_SUMMARY', lead + summary.markdown, environment);
}
/** The runner takes each line of the file as a folder; the last one comes first on PATH. */
function addToPath(folders, environment) {
    const folder = folders.find((each) => !(0,external_node_path_.isAbsolute)(each) || /[\r\n]/.test(each));
    if (folder !== undefined)
        throw action_errors/* actionErrors */.u.EHA1000(`${JSON.stringify(folder)} is no folder for PATH.`);
    const lines = [...folders].reverse().map((each) => `${each}\n`);
    if (lines.length > 0)
        appendToRunnerFile('GITHUB_PATH', lines.join(''), environment);
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
    const entries = [...outputs].map(([name, value]) => formatFileEntry(name, String(value)));
    if (entries.length > 0)
        appendToRunnerFile('GITHUB_OUTPUT', entries.join(''), environment);
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
            appendToRunnerFile('GITHUB_STATE', formatFileEntry(name, value), environment);
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
        mask: (secret) => processMasker.mask(secret),
        state: createState(processMasker, process.env),
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
            writeResult(result, log, processMasker, process.env);
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

/***/ 984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ followRedirect),
/* harmony export */   Q: () => (/* binding */ displayUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(745);

/** An address for messages: without credentials and query, which may hold tokens. */
function displayUrl(url) {
    const { protocol, host, pathname } = typeof url === 'string' ? new URL(url) : url;
    return `${protocol}//${host}${pathname}`;
}
/**
 * Where a redirect leads: from HTTPS to HTTPS on any host, otherwise on the same host and port only and never back to
 * plain HTTP. EHA1413 for anything else.
 */
function followRedirect(from, location) {
    if (location === undefined || !URL.canParse(location, from.href)) {
        throw _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .installErrors */ .f.EHA1413(`${displayUrl(from)} redirects without an address.`);
    }
    const to = new URL(location, from);
    const secure = from.protocol === 'https:' && to.protocol === 'https:';
    if (secure || (to.protocol === from.protocol && to.host === from.host))
        return to;
    throw _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .installErrors */ .f.EHA1413(`${displayUrl(from)} redirects to ${to.protocol}//${to.host}.`);
}


/***/ }),

/***/ 745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ installErrors)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);

/** Installing tools: every reason for which a download is refused has a code of its own. EHA1400 to EHA1419. */
const installErrors = (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .defineErrors */ .V)({
    EHA1400: {
        kind: 'user',
        title: 'Nothing to verify the download with',
        likelyCause: 'No public key is known for this tool, and neither a key nor a SHA-256 was given. The key of OpenTofu is not part of this suite.',
        remedy: 'Give the public key that signs the releases of the tool, from its publisher, or the SHA-256 of the archive.',
    },
    EHA1401: {
        kind: 'user',
        title: 'Public key refused',
        likelyCause: 'The text is not one ASCII-armoured OpenPGP public key, was cut when it was pasted, or is another key than its fingerprint says.',
        remedy: 'Export the key again with `gpg --armor --export` and give the whole text, one key only.',
    },
    EHA1402: {
        kind: 'user',
        title: 'Version not found on any mirror',
        likelyCause: 'There is no such release, or the mirror does not carry it.',
        remedy: 'Check the version against the list of releases, or add the release to the mirror.',
    },
    EHA1403: {
        kind: 'user',
        title: 'Release is not built for this platform',
        likelyCause: 'The signed list of the release has no archive for this operating system and processor.',
        remedy: 'Use a version that is built for this runner, or a runner that the version is built for.',
    },
    EHA1404: {
        kind: 'service',
        title: 'List of checksums cannot be read',
        likelyCause: 'The mirror answered with something else, such as a sign-in page, or with a damaged file.',
        remedy: 'Open the address from the message; correct the mirror, or use another one.',
    },
    EHA1405: {
        kind: 'service',
        title: 'Release is not signed',
        likelyCause: 'The mirror has no signature beside the list of checksums, or the signature is empty.',
        remedy: 'Copy the signature files of the release to the mirror; nothing is installed without one.',
    },
    EHA1406: {
        kind: 'service',
        title: 'Signature cannot be read',
        likelyCause: 'The signature file is damaged, or is not a detached OpenPGP signature of a binary document.',
        remedy: 'Copy the signature file to the mirror again, as the publisher has it.',
    },
    EHA1407: {
        kind: 'service',
        title: 'Release is signed by another key',
        likelyCause: 'Somebody else signed the list of checksums: a mirror that signs by itself, a key that was changed, or an attack.',
        remedy: 'Do not use these files. Where the mirror signs by itself, give its public key; where the publisher changed the key, get the new one from the publisher.',
    },
    EHA1408: {
        kind: 'service',
        title: 'Signature does not match the list of checksums',
        likelyCause: 'The list of checksums or its signature was changed after signing, or is damaged.',
        remedy: 'Do not use these files. Use another mirror and tell the people who run this one.',
    },
    EHA1409: {
        kind: 'service',
        title: 'Key was not valid when the release was signed',
        likelyCause: 'The key had expired or was revoked before the signature was made, or was revoked because it is compromised.',
        remedy: 'Use a release that is signed by a valid key. If the publisher has extended the key, give its newer copy.',
    },
    EHA1410: {
        kind: 'service',
        title: 'Archive is not the one that was signed',
        likelyCause: 'The archive was replaced or damaged on the mirror or on the way.',
        remedy: 'Run the job again; if it stays, do not use this mirror and tell the people who run it.',
    },
    EHA1411: {
        kind: 'user',
        title: 'Archive does not have the given SHA-256',
        likelyCause: 'The given SHA-256 belongs to another version, platform or archive.',
        remedy: 'Take the SHA-256 of the archive for this version and platform from its publisher.',
    },
    EHA1412: {
        kind: 'service',
        title: 'Download failed on every mirror',
        likelyCause: 'The mirrors are down or cannot be reached from this runner; each attempt is in the log.',
        remedy: 'Run the job again later, or give a mirror that this runner can reach.',
    },
    EHA1413: {
        kind: 'service',
        title: 'Redirect refused',
        likelyCause: 'The mirror redirects from plain HTTP to another host, from HTTPS to plain HTTP, or without end.',
        remedy: 'Give the address to which the mirror redirects, with https.',
    },
    EHA1414: {
        kind: 'service',
        title: 'Download is larger than allowed',
        likelyCause: 'The mirror answered with another file, or the archive would fill the disk.',
        remedy: 'Open the address from the message and look at what it has; use another mirror.',
    },
    EHA1415: {
        kind: 'service',
        title: 'Archive refused',
        likelyCause: 'The archive is not the zip of a release: it is damaged, lacks the executable, or has entries that leave the folder.',
        remedy: 'Do not use this archive. Copy the archive of the publisher to the mirror.',
    },
    EHA1416: {
        kind: 'service',
        title: 'List of versions cannot be read',
        likelyCause: 'The mirror has no list of versions, or answered with something else such as a sign-in page.',
        remedy: 'Give an exact version, which needs no list, or add the list to the mirror.',
    },
    EHA1417: {
        kind: 'service',
        title: 'Tool cache cannot be written',
        likelyCause: 'The disk of the runner is full, or the account of the job may not write to RUNNER_TOOL_CACHE.',
        remedy: 'Free disk space, or let the account of the runner write to the folder in the message.',
    },
    EHA1418: {
        kind: 'user',
        title: 'Mirror refused',
        likelyCause: 'The address is not one of https, or is plain HTTP to another machine without a key of the mirror’s own.',
        remedy: 'Give an address that begins with https://, or the mirror’s own public key beside it.',
    },
    EHA1419: {
        kind: 'user',
        title: 'Runner’s platform or the version is not supported',
        likelyCause: 'Tools can be installed on Linux, macOS and Windows with an amd64 or arm64 processor, in an exact version such as 1.11.4.',
        remedy: 'Use such a runner and an exact version, or install the tool in an earlier step.',
    },
});


/***/ }),

/***/ 142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isExactVersion)
/* harmony export */ });
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
/** A version of the form of semantic versioning, which is also safe as the name of a folder. */
function isExactVersion(version) {
    return VERSION.test(version);
}


/***/ }),

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zd: () => (/* binding */ normaliseFingerprint),
  l7: () => (/* binding */ pinnedKeys)
});

// UNUSED EXPORTS: HASHICORP

// EXTERNAL MODULE: ./lib/install/errors.js
var errors = __nccwpck_require__(745);
;// CONCATENATED MODULE: ./lib/install/keys/hashicorp.js
/**
 * The public key with which HashiCorp signs the checksums of its releases, as it stands in the repositories
 * hashicorp/terraform and hashicorp/js-releases. A module, so that it is part of every bundle that needs it.
 * Primary key C874011F0AB405110D02105534365D9472D7468F, signing subkey 374EC75B485913604A831CC7C820C6D5CD27AB87, both
 * valid until 2030-03-01.
 */
const HASHICORP_KEY = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dviVxOX
PG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8Vu1CICpl
Zm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJCpHO5nQ5Cy9h
QIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCUtxk+pxvU0UHXp+AB
0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmNlaw9Z897ltZmRLGq1p4a
RnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106iWuKBTibffYQzq5TG8FYVJKrh
RwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5RYYCTRHgA5OOrqZhC7JefudrP8n+M
pxkDgNORDu7GCfAuisrf7dXYjLsxG4tu22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKW
mypNumuQpP5lc1ZFG64TRzb1HR6oIdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb
4ZmKHX1JEwM/7tu21QE4F1dz0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3
iQutxbZrwIlTBt+fGLtm3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQAB
tERIYXNoaUNvcnAgU2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxz
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPgIbAwULCQgHAgYVCgkICwIE
FgIDAQIeAQIXgBYhBMh0AR8KtAURDQIQVTQ2XZRy10aPBQJplkfQBQkQrOy3AAoJ
EDQ2XZRy10aPw6gP/3GUEMUa6mCRuuSOT9UnziPIvXYd63mcN6A6Jwmwj8JaB2qu
OCijvJkw56UbZK3x1FZIbe0hA6VUAwNSNmSIxVJkilgwIYYFO0tnL79XhIeP7jYF
ydXLZ4rTi1FDl8lltAujTNARdY8UGg4hGlcM9OrEeXEFLWugJNiChL15FVoxZqIS
jeduaEqyxGfJnyVwy8z3pZfgODeFr7xs2NkUIMSfuRg24VcL4aW8Frt3jW8P45y3
o/5fsi6Aw2tZ0wD9NSgkVc8VD1NRV9eSZ95Bv+Awf9IXa+Cn5OCjc8Jc+XF+nLfB
oPswOO7E8dLiuBUw6/GzSLMbVs8qf8BNXB92dOe1VccVTqjCxK2sEpVaHh7e+co8
d8lDGBIWMGh7NS6XlGORpFb/T6gxjjOYUV3SKd4QDebUUG8kMkb5juLljOoq+YOP
vgNLDZLZteFpmH+zB9DpOY1YtHZB/OD+DtzLMaSl6VPF2Ln0j5aQGwNDt7sheyAe
sXbu0qn2H5FxojSfvhT0kUDKZ0mgg5y3Oflg49MiAOhjLGY0JocFpBeMILw27fbw
fpIBP7siQWFTFJ1O+l2NQiWAwC2x5fX2EakyCBJmrkPV2hr4nEogNqg9/RDskIUq
cpcOOd/0BntiXMyUCCH2AoCt5acaTQ0WU6CAosZPojOYhtGGgOgeQSdflpMSuQIN
BGB9+xkBEACoklYsfvWRCjOwS8TOKBTfl8myuP9V9uBNbyHufzNETbhYeT33Cj0M
GCNd9GdoaknzBQLbQVSQogA+spqVvQPz1MND18GIdtmr0BXENiZE7SRvu76jNqLp
KxYALoK2Pc3yK0JGD30HcIIgx+lOofrVPA2dfVPTj1wXvm0rbSGA4Wd4Ng3d2AoR
G/wZDAQ7sdZi1A9hhfugTFZwfqR3XAYCk+PUeoFrkJ0O7wngaon+6x2GJVedVPOs
2x/XOR4l9ytFP3o+5ILhVnsK+ESVD9AQz2fhDEU6RhvzaqtHe+sQccR3oVLoGcat
ma5rbfzH0Fhj0JtkbP7WreQf9udYgXxVJKXLQFQgel34egEGG+NlbGSPG+qHOZtY
4uWdlDSvmo+1P95P4VG/EBteqyBbDDGDGiMs6lAMg2cULrwOsbxWjsWka8y2IN3z
1stlIJFvW2kggU+bKnQ+sNQnclq3wzCJjeDBfucR3a5WRojDtGoJP6Fc3luUtS7V
5TAdOx4dhaMFU9+01OoH8ZdTRiHZ1K7RFeAIslSyd4iA/xkhOhHq89F4ECQf3Bt4
ZhGsXDTaA/VgHmf3AULbrC94O7HNqOvTWzwGiWHLfcxXQsr+ijIEQvh6rHKmJK8R
9NMHqc3L18eMO6bqrzEHW0Xoiu9W8Yj+WuB3IKdhclT3w0pO4Pj8gQARAQABiQI8
BBgBCgAmAhsMFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWR+0FCRCs7NQACgkQ
NDZdlHLXRo/R0A//QW1opBlzWSmWww1q9QuJA2WCIIs8tJKRDOsmgJPscNpzwZFU
N1Df0wWNjqi1BDReei7lZTHwUk+ebBn0bkI3ANmmgYg7LBueAt5UWSingOc+rvKA
N32BDzBYkMckRzJSQsmeC5hm3J3wLSy90uaIlrJJE9GJZkf/W2Ob+4SQZZ+dnnRP
JokDdW1DuZS9PbxSLJKD5eIWHBxJnFM1CmHfOfrjTJ+MYvVGM5sxSY8R7E+GADj5
L/i4N+tTFJLuTMYARGfA6d+KPKcMJtgpUPjSMAg8nGUhukctpuBs27mOKW0CBtmJ
82X/qYROTL0+vGTvUYflYiuceVlhX/kw0JZnMaG5V/mpHq8SwD07pCGOf69j/mNa
5EL3++Pmzg0s0stw3Ea5pCN0cL/nKkoWchHBfW15W4JOnKAIspyD1vH670P4WfeV
E9B9d6tgKSbM/9JlXoQS5ZdG+kbdosieELhmVWmvojyK7K+Ry6C9wgd+UfnW5jXd
iNwKW3KHuautQwlFhHRNMyDg08c+pI5emTMT3IUQyGWo+Gska3TqGujFcABx7Ip+
mHNmMrCkSD+XC2bvzvRR7FcM0/B9fsjLX/Wttm5vRJ1d2oAoEPvw2IZnJIXpOt2z
zo55sJTztNu4lWGgDVgtp9SXO5a0E5YvFHQNZN5QLeVTTFu6I7qG+ME1E/K5Ag0E
YH3+JQEQALivllTjMolxUW2OxrXb+a2Pt6vjCBsiJzrUj0Pa63U+lT9jldbCCfgP
wDpcDuO1O05Q8k1MoYZ6HddjWnqKG7S3eqkV5c3ct3amAXp513QDKZUfIDylOmhU
qvxjEgvGjdRjz6kECFGYr6Vnj/p6AwWv4/FBRFlrq7cnQgPynbIH4hrWvewp3Tqw
GVgqm5RRofuAugi8iZQVlAiQZJo88yaztAQ/7VsXBiHTn61ugQ8bKdAsr8w/ZZU5
HScHLqRolcYg0cKN91c0EbJq9k1LUC//CakPB9mhi5+aUVUGusIM8ECShUEgSTCi
KQiJUPZ2CFbbPE9L5o9xoPCxjXoX+r7L/WyoCPTeoS3YRUMEnWKvc42Yxz3meRb+
BmaqgbheNmzOah5nMwPupJYmHrjWPkX7oyyHxLSFw4dtoP2j6Z7GdRXKa2dUYdk2
x3JYKocrDoPHh3Q0TAZujtpdjFi1BS8pbxYFb3hHmGSdvz7T7KcqP7ChC7k2RAKO
GiG7QQe4NX3sSMgweYpl4OwvQOn73t5CVWYp/gIBNZGsU3Pto8g27vHeWyH9mKr4
cSepDhw+/X8FGRNdxNfpLKm7Vc0Sm9Sof8TRFrBTqX+vIQupYHRi5QQCuYaV6OVr
ITeegNK3So4m39d6ajCR9QxRbmjnx9UcnSYYDmIB6fpBuwT0ogNtABEBAAGJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCYH4bgAUJAeFQ2wJAwXQg
BBkBCgAdFiEEs2y6kaLAcwxDX8KAsLRBCXaFtnYFAmB9/iUACgkQsLRBCXaFtnYX
BhAAlxejyFXoQwyGo9U+2g9N6LUb/tNtH29RHYxy4A3/ZUY7d/FMkArmh4+dfjf0
p9MJz98Zkps20kaYP+2YzYmaizO6OA6RIddcEXQDRCPHmLts3097mJ/skx9qLAf6
rh9J7jWeSqWO6VW6Mlx8j9m7sm3Ae1OsjOx/m7lGZOhY4UYfY627+Jf7WQ5103Qs
lgQ09es/vhTCx0g34SYEmMW15Tc3eCjQ21b1MeJD/V26npeakV8iCZ1kHZHawPq/
aCCuYEcCeQOOteTWvl7HXaHMhHIx7jjOd8XX9V+UxsGz2WCIxX/j7EEEc7CAxwAN
nWp9jXeLfxYfjrUB7XQZsGCd4EHHzUyCf7iRJL7OJ3tz5Z+rOlNjSgci+ycHEccL
YeFAEV+Fz+sj7q4cFAferkr7imY1XEI0Ji5P8p/uRYw/n8uUf7LrLw5TzHmZsTSC
UaiL4llRzkDC6cVhYfqQWUXDd/r385OkE4oalNNE+n+txNRx92rpvXWZ5qFYfv7E
95fltvpXc0iOugPMzyof3lwo3Xi4WZKc1CC/jEviKTQhfn3WZukuF5lbz3V1PQfI
xFsYe9WYQmp25XGgezjXzp89C/OIcYsVB1KJAKihgbYdHyUN4fRCmOszmOUwEAKR
3k5j4X8V5bk08sA69NVXPn2ofxyk3YYOMYWW8ouObnXoS8QJEDQ2XZRy10aPMpsQ
AIbwX21erVqUDMPn1uONP6o4NBEq4MwG7d+fT85rc1U0RfeKBwjucAE/iStZDQoM
ZKWvGhFR+uoyg1LrXNKuSPB82unh2bpvj4zEnJsJadiwtShTKDsikhrfFEK3aCK8
Zuhpiu3jxMFDhpFzlxsSwaCcGJqcdwGhWUx0ZAVD2X71UCFoOXPjF9fNnpy80YNp
flPjj2RnOZbJyBIM0sWIVMd8F44qkTASf8K5Qb47WFN5tSpePq7OCm7s8u+lYZGK
wR18K7VliundR+5a8XAOyUXOL5UsDaQCK4Lj4lRaeFXunXl3DJ4E+7BKzZhReJL6
EugV5eaGonA52TWtFdB8p+79wPUeI3KcdPmQ9Ll5Zi/jBemY4bzasmgKzNeMtwWP
fk6WgrvBwptqohw71HDymGxFUnUP7XYYjic2sVKhv9AevMGycVgwWBiWroDCQ9Ja
btKfxHhI2p+g+rcywmBobWJbZsujTNjhtme+kNn1mhJsD3bKPjKQfAxaTskBLb0V
wgV21891TS1Dq9kdPLwoS4XNpYg2LLB4p9hmeG3fu9+OmqwY5oKXsHiWc43dei9Y
yxZ1AAUOIaIdPkq+YG/PhlGE4YcQZ4RPpltAr0HfGgZhmXWigbGS+66pUj+Ojysc
j0K5tCVxVu0fhhFpOlHv0LWaxCbnkgkQH9jfMEJkAWMOuQINBGCAXCYBEADW6RNr
ZVGNXvHVBqSiOWaxl1XOiEoiHPt50Aijt25yXbG+0kHIFSoR+1g6Lh20JTCChgfQ
kGGjzQvEuG1HTw07YhsvLc0pkjNMfu6gJqFox/ogc53mz69OxXauzUQ/TZ27GDVp
UBu+EhDKt1s3OtA6Bjz/csop/Um7gT0+ivHyvJ/jGdnPEZv8tNuSE/Uo+hn/Q9hg
8SbveZzo3C+U4KcabCESEFl8Gq6aRi9vAfa65oxD5jKaIz7cy+pwb0lizqlW7H9t
Qlr3dBfdIcdzgR55hTFC5/XrcwJ6/nHVH/xGskEasnfCQX8RYKMuy0UADJy72TkZ
bYaCx+XXIcVB8GTOmJVoAhrTSSVLAZspfCnjwnSxisDn3ZzsYrq3cV6sU8b+QlIX
7VAjurE+5cZiVlaxgCjyhKqlGgmonnReWOBacCgL/UvuwMmMp5TTLmiLXLT7uxeG
ojEyoCk4sMrqrU1jevHyGlDJH9Taux15GILDwnYFfAvPF9WCid4UZ4Ouwjcaxfys
3LxNiZIlUsXNKwS3mhiMRL4TRsbs4k4QE+LIMOsauIvcvm8/frydvQ/kUwIhVTH8
0XGOH909bYtJvY3fudK7ShIwm7ZFTduBJUG473E/Fn3VkhTmBX6+PjOC50HR/Hyb
waRCzfDruMe3TAcE/tSP5CUOb9C7+P+hPzQcDwARAQABiQRyBBgBCgAmAhsCFiEE
yHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCqi+QCQMF0IAQZAQoAHRYhBDdO
x1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXNJ6uHRfAP/2CGdSyg0K7U
66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XH
l9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI
/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRY
lC0lr16WH08wuUcee6+dgu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNn
nXDhzStgOd5gOeIL+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinu
l9COwfGEmlAXTGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8
lAv6Lsop7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9d
pjuZS29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXK
y/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4jOGhEGTg88Vyu
PVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6FrntS7bAEhccGqH894
T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgWpRc3i0DS7CheGwl+Bwu7
+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO0HJu/dcte4oXrQIqrZrpOwe8
WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+rhgnTGdZzk1f/Yhhimh+2B0ReaFv
k3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0
mK1NucAp8TQBwKqKzNpCk5IdrBSWRUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gd
wYPlE6fj+F2TZzdhx62DPnzBzBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmW
NQfE+6GgeshlrhXWsh6+PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8l
xfI/JuukSgt9o/n3GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7J
PEGtb/FkreKNxsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1
GCHx/5nGBdDwoxEsXqpI3IUqPb6FDg==
=wtp+
-----END PGP PUBLIC KEY BLOCK-----
`;

;// CONCATENATED MODULE: ./lib/install/keys.js


/** Signs Terraform's releases. */
const HASHICORP = {
    name: 'HashiCorp',
    fingerprint: 'C874011F0AB405110D02105534365D9472D7468F',
    armored: HASHICORP_KEY,
};
/** The keys that come with the suite. None for OpenTofu: its key has to be given, it is not guessed. */
function pinnedKeys(tool) {
    return tool === 'terraform' ? [HASHICORP] : [];
}
/** In capitals without blanks, to compare; EHA1401 when it is not the fingerprint of a version 4 or 6 key. */
function normaliseFingerprint(fingerprint, keyName) {
    const plain = fingerprint.replace(/^0x/i, '').replace(/[\s:]/g, '').toUpperCase();
    if (!/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(plain)) {
        throw errors/* installErrors */.f.EHA1401(`${keyName}: "${fingerprint}" is not a fingerprint (40 hexadecimal digits; a short key id proves nothing).`);
    }
    return plain;
}


/***/ }),

/***/ 448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ platformName),
/* harmony export */   IK: () => (/* binding */ executableName),
/* harmony export */   h5: () => (/* binding */ toolTitle),
/* harmony export */   p6: () => (/* binding */ commandName),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   zJ: () => (/* binding */ cacheArch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(745);

const OS = new Map([
    ['linux', 'linux'],
    ['darwin', 'darwin'],
    ['win32', 'windows'],
]);
const ARCH = new Map([
    ['x64', 'amd64'],
    ['arm64', 'arm64'],
]);
/** Folder names of the tool cache: Node's names of processors, as @actions/tool-cache writes them. */
const CACHE_ARCH = { amd64: 'x64', arm64: 'arm64' };
/** From `process.platform` and `process.arch`; EHA1419 where there is nothing this suite could install. */
function platformOf(platform, arch) {
    const os = OS.get(platform);
    const processor = ARCH.get(arch);
    if (os === undefined || processor === undefined) {
        throw _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .installErrors */ .f.EHA1419(`This runner is ${platform} on ${arch}.`);
    }
    return { os, arch: processor };
}
/** `linux_amd64`, as in the releases' file names. */
function platformName({ os, arch }) {
    return `${os}_${arch}`;
}
function cacheArch({ arch }) {
    return CACHE_ARCH[arch];
}
/** Name of the command, and beginning of the release's file names. */
function commandName(tool) {
    return tool === 'terraform' ? 'terraform' : 'tofu';
}
/** File name of the executable, in the archive and in the tool cache. */
function executableName(tool, { os }) {
    const name = tool === 'nodeadm' ? tool : tool === 'cilium-cli' ? 'cilium' : commandName(tool);
    return os === 'windows' ? `${name}.exe` : name;
}
/** The product's name for messages. */
function toolTitle(tool) {
    return tool === 'terraform' ? 'Terraform' : 'OpenTofu';
}


/***/ }),

/***/ 563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WT: () => (/* binding */ discardStaging),
/* harmony export */   aY: () => (/* binding */ findCached),
/* harmony export */   mk: () => (/* binding */ publish),
/* harmony export */   qp: () => (/* binding */ createStaging)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(745);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(86);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(448);






/**
 * The runner's tool cache: `<tool>/<version>/<arch>/` with `<arch>.complete` beside it, as @actions/tool-cache lays it
 * out. Our own record inside the folder says what was verified; a folder without one was put there by someone else
 * and is not used.
 *
 * A hit compares the executable's size with the record, not its hash: hashing 90 MB would cost several times as much
 * as everything else in a hit, and whoever can change the executable can change the record as well.
 */
const RECORD = '.eks-hybrid-actions.json';
const RECORD_SCHEMA = 'eks-hybrid-actions/installed-tool/v1';
const STAGING = '.eks-hybrid-actions-';
/** A staging folder this old belongs to a job that was killed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const PUBLISH_ATTEMPTS = 3;
function folderOf({ toolCache, tool, version, platform }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(toolCache, tool, version, (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheArch */ .zJ)(platform));
}
function keyDigest(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key.armored.replace(/\r\n/g, '\n').trim()).digest('hex');
}
/**
 * The tool when this suite installed it earlier and what vouched for it then is trusted by this request too: one of
 * its keys, or, where it has none, its SHA-256. Undefined otherwise; makes no request and loads nothing.
 */
async function findCached(request) {
    const directory = folderOf(request);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .executableName */ .IK)(request.tool, request.platform));
    try {
        const record = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, RECORD), 'utf8'));
        if (!isRecordOf(record, request) || !isTrusted(record, request))
            return undefined;
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        if (!file.isFile() || file.size !== record.executableBytes)
            return undefined;
        return { path, directory, cacheHit: true, ...withoutBookkeeping(record) };
    }
    catch (error) {
        request.log.debug(`No usable ${request.tool} ${request.version} in ${directory}: ${String(error)}`);
        return undefined;
    }
}
function withoutBookkeeping({ source, sha256, proof, }) {
    return { source, sha256, proof };
}
function isRecordOf(record, request) {
    return (record.schema === RECORD_SCHEMA &&
        record.tool === request.tool &&
        record.version === request.version &&
        record.platform?.os === request.platform.os &&
        record.platform.arch === request.platform.arch &&
        typeof record.source === 'string' &&
        typeof record.sha256 === 'string' &&
        typeof record.executableBytes === 'number' &&
        (record.proof?.by === 'signature' || record.proof?.by === 'sha256'));
}
function isTrusted({ proof, sha256, keyDigest: digest }, request) {
    if (request.sha256 !== undefined && request.sha256.toLowerCase() !== sha256)
        return false;
    const keys = [...request.keys, ...request.mirrors.flatMap((mirror) => mirror.keys ?? [])];
    if (proof.by === 'sha256')
        return request.sha256 !== undefined && keys.length === 0;
    return keys.some((key) => key.fingerprint === undefined
        ? keyDigest(key) === digest
        : (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .normaliseFingerprint */ .Zd)(key.fingerprint, key.name) === proof.fingerprint);
}
/**
 * A new folder on the same file system as the cache, to be published or discarded. Also removes what killed jobs left.
 * EHA1417 when the cache cannot be written.
 */
async function createStaging({ toolCache, clock }) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(toolCache, { recursive: true });
        await removeAbandoned(toolCache, clock.now());
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(toolCache, `${STAGING}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
        // Becomes the cache's folder, which other accounts may read as far as the umask lets them.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(directory);
        return directory;
    }
    catch (cause) {
        throw _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .installErrors */ .f.EHA1417(`Nothing can be written to ${toolCache}.`, { cause });
    }
}
async function discardStaging(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(directory, { recursive: true, force: true, maxRetries: 3 });
}
/** For what nobody uses: it is in nobody's way if it stays. */
async function discardQuietly(directory) {
    await discardStaging(directory).catch(() => undefined);
}
async function removeAbandoned(toolCache, now) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(toolCache)) {
        if (!name.startsWith(STAGING))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(toolCache, name);
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (folder !== undefined && now - folder.mtimeMs > ABANDONED_MS)
            await discardQuietly(path);
    }
}
/**
 * Makes a verified staging folder the cache's entry by one rename. When another job was faster with the same tool, its
 * entry is used and ours discarded; an entry that is not ours is replaced. EHA1417 on failure.
 */
async function publish(request, staging, verified) {
    const directory = folderOf(request);
    const record = recordOf(request, verified);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staging, RECORD), `${JSON.stringify(record, null, 2)}\n`, { flush: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, '..'), { recursive: true });
        const faster = await moveInto(request, staging, directory);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(`${directory}.complete`, '');
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, (0,_platforms_js__WEBPACK_IMPORTED_MODULE_3__/* .executableName */ .IK)(request.tool, request.platform));
        return faster ?? { path, directory, cacheHit: false, ...withoutBookkeeping(record) };
    }
    catch (cause) {
        throw _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .installErrors */ .f.EHA1417(`${directory} could not be made.`, { cause });
    }
}
function recordOf({ tool, version, platform }, verified) {
    const { source, sha256, executableBytes, proof, key } = verified;
    const digest = key === null ? null : keyDigest(key);
    return {
        schema: RECORD_SCHEMA,
        tool,
        version,
        platform,
        source,
        sha256,
        executableBytes,
        proof,
        keyDigest: digest,
    };
}
/** Returns the entry of a job that was faster, or undefined when ours is in place. */
async function moveInto(request, staging, directory) {
    for (let attempt = 1;; attempt += 1) {
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(staging, directory);
            return undefined;
        }
        catch (error) {
            if (attempt === PUBLISH_ATTEMPTS)
                throw error;
        }
        const faster = await findCached(request);
        if (faster !== undefined)
            return { ...faster, cacheHit: false };
        await moveAway(request.toolCache, directory);
    }
}
/** Renamed first, so that nobody sees half of it while it is removed. */
async function moveAway(toolCache, directory) {
    const old = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(toolCache, `${STAGING}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(directory, old);
    }
    catch {
        return;
    }
    await discardQuietly(old);
}


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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
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
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
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
/******/ var __webpack_exports__ = __nccwpck_require__(577);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
