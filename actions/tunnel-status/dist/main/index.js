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

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

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

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

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

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3245:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("supports-color");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
// EXTERNAL MODULE: ./lib/action/durations.js
var durations = __nccwpck_require__(4346);
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
function refusedInput(name, value, allowed) {
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
        throw refusedInput(name, value, options.allowed ?? `text that matches ${String(pattern)}`);
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
            throw refusedInput(name, value, 'true or false');
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
    return input_value_readInput(name, options, (value) => {
        const milliseconds = (0,durations/* parseDuration */.E)(value);
        if (milliseconds !== undefined && isInRange(milliseconds, options))
            return milliseconds;
        throw refusedInput(name, value, `a duration such as 90s, 15m or 1h30m${rangeText(options, durations/* formatDuration */.a)}`);
    });
}
function integerInput(name, options = {}) {
    return input_value_readInput(name, options, (value) => {
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
            throw refusedInput(name, value, `one of ${values.join(', ')}`);
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
    const value = readInput(name, options, (given) => given);
    return value === undefined ? undefined : checkPath(name, value, options);
}

// EXTERNAL MODULE: ./lib/tunnels/requirement.js
var tunnels_requirement = __nccwpck_require__(6155);
;// CONCATENATED MODULE: ./actions/tunnel-status/src/inputs.js



const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
function readInputs() {
    const { awsRegion, azureSubscriptionId, podRouting, require, githubToken, ...inputs } = readAll({
        ...PLACES,
        ...RULES,
        ...EFFECTS,
    });
    if (inputs.stableMs > inputs.waitMs) {
        throw refusedInput('stable-for', `${inputs.stableMs / 1000}s`, 'a time that fits into `wait`');
    }
    if (inputs.issue && githubToken === undefined) {
        throw refusedInput('github-token', '', 'given when `issue` is true');
    }
    return {
        ...inputs,
        region: regionOf(awsRegion),
        subscriptionId: subscriptionOf(azureSubscriptionId),
        podRouting: podRouting ?? null,
        requirement: require.requirement,
        requirementText: require.text,
        githubToken: githubToken ?? null,
    };
}
const PLACES = {
    expectations: () => listInput('expectations').map((path) => checkPath('expectations', path, { mustExist: 'file', within: 'workspace-or-temp' })),
    awsRegion: () => stringInput('aws-region', {
        pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
        allowed: 'a region such as eu-central-1',
    }),
    azureSubscriptionId: () => stringInput('azure-subscription-id', { pattern: SUBSCRIPTION, allowed: 'a subscription id' }),
    resourceGroups: readGroups,
    podRouting: () => enumInput('pod-routing', ['gateway', 'bgp', 'udr', 'masquerade']),
};
const RULES = {
    require: readRequirement,
    waitMs: () => durationInput('wait', { default: 0, minimum: 0, maximum: 3 * HOUR }),
    stableMs: () => durationInput('stable-for', { default: 0, minimum: 0, maximum: HOUR }),
    settleMs: () => durationInput('settle', { default: 3 * MINUTE, minimum: 0, maximum: HOUR }),
    flapWindowMs: () => durationInput('flap-window', { default: HOUR, minimum: 0, maximum: 24 * HOUR }),
    flapLimit: () => integerInput('flap-limit', { default: 3, minimum: 1, maximum: 100 }),
    operationMs: () => durationInput('operation-timeout', { default: 2 * MINUTE, minimum: 10_000, maximum: 10 * MINUTE }),
    effectiveRoutes: () => booleanInput('effective-routes', { default: true }),
};
const EFFECTS = {
    fail: () => booleanInput('fail', { default: true }),
    issue: () => booleanInput('issue', { default: false }),
    label: () => stringInput('label', {
        default: 'link',
        pattern: /^[^,\n]{1,49}$/,
        allowed: 'a label without commas, of at most 49 characters',
    }),
    maxOpen: () => integerInput('max-open', { default: 10, minimum: 1, maximum: 1000 }),
    githubToken: () => secretInput('github-token'),
};
function readGroups() {
    const groups = listInput('azure-resource-groups');
    for (const group of groups) {
        if (!/^[\w().-]{1,90}$/.test(group)) {
            throw refusedInput('azure-resource-groups', group, 'names of resource groups');
        }
    }
    return [...new Map(groups.map((group) => [group.toLowerCase(), group])).values()];
}
function readRequirement() {
    const text = stringInput('require', { default: 'all' });
    const requirement = (0,tunnels_requirement/* parseRequirement */.p)(text);
    if (requirement === undefined) {
        throw refusedInput('require', text, 'all, any, per-domain or a whole number from 1 to 1000');
    }
    return { requirement, text };
}
/** An empty variable is one that is not set. */
function variable(name) {
    const value = process.env[name];
    return value === '' ? undefined : value;
}
function regionOf(given) {
    const region = given ?? variable('AWS_REGION') ?? variable('AWS_DEFAULT_REGION');
    if (region === undefined)
        throw refusedInput('aws-region', '', 'given, or AWS_REGION be set');
    return region;
}
function subscriptionOf(given) {
    const id = given ?? variable('ARM_SUBSCRIPTION_ID') ?? variable('AZURE_SUBSCRIPTION_ID');
    if (id === undefined || !SUBSCRIPTION.test(id)) {
        throw refusedInput('azure-subscription-id', id ?? '', 'a subscription id, or ARM_SUBSCRIPTION_ID be set');
    }
    return id;
}


/***/ }),

/***/ 1376:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8309);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9862);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5487);



await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e, _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/action/atomic-file.js
var atomic_file = __nccwpck_require__(2165);
;// CONCATENATED MODULE: ./lib/action/azure-environment.js
/** Reads `AZURE_CLIENT_ID`, `AZURE_TENANT_ID` (or `ARM_…`), `AZURE_AUTHORITY_HOST`, `ARM_ENDPOINT`, `AZURE_KEY_VAULT_ENDPOINT` and the runner's own. */
function readAzureEnvironment(environment = process.env) {
    const read = (...names) => names.map((name) => environment[name]?.trim()).find((value) => value !== undefined && value !== '');
    const vault = read('AZURE_KEY_VAULT_ENDPOINT');
    const url = read('ACTIONS_ID_TOKEN_REQUEST_URL');
    const token = read('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    return {
        clientId: read('AZURE_CLIENT_ID', 'ARM_CLIENT_ID'),
        tenantId: read('AZURE_TENANT_ID', 'ARM_TENANT_ID'),
        authorityHost: origin(read('AZURE_AUTHORITY_HOST') ?? 'https://login.microsoftonline.com'),
        endpoint: origin(read('ARM_ENDPOINT') ?? 'https://management.azure.com'),
        vaultEndpoint: vault === undefined ? undefined : origin(vault),
        idToken: url === undefined || token === undefined ? undefined : { url, token },
    };
}
/** The SDKs take a host with and without its scheme. */
function origin(host) {
    return (host.includes('://') ? host : `https://${host}`).replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
// EXTERNAL MODULE: ./lib/action/retry.js
var retry = __nccwpck_require__(3045);
;// CONCATENATED MODULE: ./lib/github/errors.js

/** Failures of the GitHub API and of what a run expects from its event. */
const errors_githubErrors = (0,errors/* defineErrors */.V)({
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
                return await (0,retry/* retry */.L)(name, () => request(octokit), {
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
        return errors_githubErrors.EHA1101(`GitHub refused to ${name} (${said}); it needs ${needs}`, { cause: error });
    }
    if (failure?.status === 404 || failure?.status === 410) {
        return errors_githubErrors.EHA1105(`could not ${name} (${said}); it needs ${needs}`, { cause: error });
    }
    return errors_githubErrors.EHA1102(`could not ${name}: ${said}`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/report/tunnels-junit.js
/**
 * The links as JUnit: a suite for each, a case for each tunnel, each network and redundancy. What is not known is an
 * `error`, so that no reader takes it for passed.
 */
function tunnelsJunit(document) {
    const suites = document.links.map((link) => suite(link, document.generatedAt));
    const empty = document.links.length === 0 ? [emptySuite(document.generatedAt)] : [];
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tunnel-status">\n${[...suites, ...empty].join('\n')}\n</testsuites>\n`;
}
function casesOf({ tunnels, paths, networks, redundancy }) {
    const stateOf = (signal) => signal === 'up' ? 'passed' : signal === 'down' ? 'failure' : 'error';
    return [
        ...tunnels.map(({ name, verdict }) => verdictCase(`tunnel ${name}`, verdict, verdict)),
        ...paths.map(({ name, kind, verdict, checks }) => {
            const bad = checks.filter(({ state }) => state !== 'up').map(({ what, detail }) => `${what} ${detail}`);
            return verdictCase(`${kind} ${name}`, verdict, [verdict, ...bad].join('; '));
        }),
        ...networks.map(({ network, towards, state, hops }) => ({
            name: `network ${network} in ${towards}`,
            state: stateOf(state),
            message: hops
                .filter((hop) => hop.state !== 'up')
                .map(({ hop, where, detail }) => `${hop} ${where}: ${detail}`)
                .join('; '),
        })),
        { name: 'redundancy', state: stateOf(redundancy.state), message: redundancy.sentence },
    ];
}
function verdictCase(name, verdict, message) {
    const state = verdict === 'healthy' ? 'passed' : verdict === 'unknown' ? 'error' : 'failure';
    return { name, state, message };
}
function suite(link, timestamp) {
    return suiteOf(link.name, casesOf(link), timestamp);
}
function emptySuite(timestamp) {
    return suiteOf('no link', [{ name: 'a link is found', state: 'error', message: 'no link was found' }], timestamp);
}
function suiteOf(name, cases, timestamp) {
    const count = (state) => cases.filter((one) => one.state === state).length;
    const lines = cases.map((one) => {
        const head = `    <testcase name="${escaped(one.name)}" classname="${escaped(name)}"`;
        return one.state === 'passed'
            ? `${head}/>`
            : `${head}><${one.state} message="${escaped(one.message)}"/></testcase>`;
    });
    const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}"`;
    return [
        `  <testsuite name="${escaped(name)}" ${counts} timestamp="${timestamp}">`,
        ...lines,
        '  </testsuite>',
    ].join('\n');
}
/** XML 1.0 has no control characters, not even escaped. */
function escaped(text) {
    return text
        .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
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
    return alternate(flat, LINKABLE, (rest) => alternate(rest, COMMIT, markdown_escaped));
}
/** What matches `pattern` (one group) as code, the rest as `otherwise` has it. */
function alternate(text, pattern, otherwise) {
    return text
        .split(pattern)
        .map((part, index) => (index % 2 === 1 ? code(part) : otherwise(part)))
        .join('');
}
function markdown_escaped(text) {
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

;// CONCATENATED MODULE: ./lib/report/tunnels-picture.js

/** How a line looks: whole for what carries, broken for what may, crossed for what does not. */
const EDGES = {
    healthy: '---',
    settling: '---',
    degraded: '---',
    provisioning: '-.-',
    unknown: '-.-',
    asymmetric: '-.-',
    down: '--x',
};
/** Dark text on light, light enough for both of GitHub's themes. */
const CLASSES = [
    'classDef healthy fill:#dafbe1,stroke:#1a7f37,color:#0b3d1a',
    'classDef settling fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    'classDef provisioning fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    'classDef unknown fill:#eaeef2,stroke:#57606a,color:#24292f',
    'classDef asymmetric fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
    'classDef degraded fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
    'classDef down fill:#ffebe9,stroke:#cf222e,color:#82071e',
];
const MOST_TUNNELS = 16;
/** Both clouds with each tunnel's or path's state, as a Mermaid flowchart; '' without one. */
function tunnelsPicture({ tunnels, paths }) {
    if (paths.length > 0)
        return pathsPicture(paths.slice(0, MOST_TUNNELS));
    if (tunnels.length === 0)
        return '';
    const shown = tunnels.slice(0, MOST_TUNNELS);
    const aws = distinct(shown.map(({ vpnConnection }) => vpnConnection ?? 'not found in AWS'));
    const azure = distinct(shown.map(({ azureInstance }) => azureInstance ?? 'instance not known'));
    const lines = [
        'flowchart LR',
        '  subgraph aws["AWS"]',
        ...aws.map((name, index) => `    a${index}["${label(name)}"]`),
        '  end',
        '  subgraph azure["Azure gateway"]',
        ...azure.map((name, index) => `    z${index}["${label(name)}"]`),
        '  end',
        ...shown.flatMap(({ name, verdict, vpnConnection, azureInstance }, index) => [
            `  t${index}["${label(name)}<br/>${verdict}"]:::${verdict}`,
            `  a${aws.indexOf(vpnConnection ?? 'not found in AWS')} ${EDGES[verdict]} t${index}`,
            `  t${index} ${EDGES[verdict]} z${azure.indexOf(azureInstance ?? 'instance not known')}`,
        ]),
        ...CLASSES.map((line) => `  ${line}`),
    ];
    return fenced(lines.join('\n'), 'mermaid');
}
/** The chain of a private link: virtual interfaces, the router between, ports of circuits, sessions of the gateway. */
function pathsPicture(paths) {
    const nodes = paths.map(({ name, verdict }, index) => `p${index}["${label(name)}<br/>${verdict}"]:::${verdict}`);
    const of = (...kinds) => nodes.flatMap((node, index) => kinds.includes(paths[index]?.kind ?? 'circuit-port') ? [`    ${node}`] : []);
    const edges = paths.map(({ kind, verdict }, index) => {
        if (kind === 'virtual-interface')
            return `  aws ${EDGES[verdict]} p${index} ${EDGES[verdict]} router`;
        if (kind === 'circuit-port')
            return `  router ${EDGES[verdict]} p${index} ${EDGES[verdict]} circuit`;
        return `  circuit ${EDGES[verdict]} p${index} ${EDGES[verdict]} gateway`;
    });
    const lines = [
        'flowchart LR',
        '  subgraph amazon["AWS"]',
        '    aws["Direct Connect gateway"]',
        ...of('virtual-interface'),
        '  end',
        '  router["Router at the colocation"]',
        '  subgraph azure["Azure"]',
        ...of('circuit-port'),
        '    circuit["Edge of the circuit"]',
        ...of('gateway-session'),
        '    gateway["ExpressRoute gateway"]',
        '  end',
        ...edges,
        ...CLASSES.map((line) => `  ${line}`),
    ];
    return fenced(lines.join('\n'), 'mermaid');
}
const distinct = (texts) => [...new Set(texts)];
/** Mermaid reads `#34;` as the character of that number: whatever could be syntax is written so. */
function label(text) {
    return text
        .slice(0, 60)
        .replaceAll(/[^\p{L}\p{N} .,/_-]/gu, (character) => `#${String(character.codePointAt(0) ?? 0)};`);
}

;// CONCATENATED MODULE: ./lib/report/tunnels-sections.js


const SIGNS = { up: '✓', down: '✗', unknown: '?', asymmetric: '✗✓' };
const WORDS = {
    healthy: 'is healthy',
    settling: 'is up and has not settled yet',
    provisioning: 'is being made',
    unknown: 'could not be judged: not everything could be read',
    asymmetric: 'looks different from the two clouds',
    degraded: 'works, but not as it should',
    down: 'is **down**',
};
/** `Link vpn is healthy: 4 of 4 tunnels work.` */
function linkVerdict({ name, kind, verdict, tunnels, paths }) {
    const all = kind === 'vpn' ? tunnels : paths;
    const good = all.filter((one) => one.verdict === 'healthy').length;
    const noun = kind === 'vpn' ? 'tunnel' : 'path';
    return `Link ${code(name)} ${WORDS[verdict]}: ${good} of ${plural(all.length, noun)} healthy.`;
}
function linkSections(link) {
    return {
        verdict: `${linkVerdict(link)} ${plain(link.redundancy.sentence)}`,
        causes: causesOf(link),
        tunnels: [tunnelTable(link.tunnels), pathTable(link.paths), tunnelsPicture(link)]
            .filter((text) => text !== '')
            .join('\n\n'),
        details: [networkTable(link), unknownList(link), notes(link)].filter((text) => text !== '').join('\n\n'),
    };
}
/** Verdict first, then what to do, then the table; the rest is folded. */
function tunnelsSummary(document) {
    const { links, requirement, required, wait } = document;
    const demand = required === 'up' ? 'is met' : required === 'down' ? 'is **not met**' : 'could not be checked to the end';
    const head = [
        `## The link between the clouds ${links.length === 1 ? WORDS[document.verdict] : `: ${document.verdict}`}`,
        `What is required (${code(requirement)}) ${demand}. Looked ${plural(wait.looks, 'time')}.`,
        ...(links.length === 0
            ? ['**No link was found.**', ...document.unread.map((one) => `- ${plain(one)}`)]
            : []),
        ...(links.length > 1 ? [linkTable(links)] : []),
    ];
    const shown = links.length > 1 ? links.filter(({ verdict }) => verdict !== 'healthy') : links;
    return [
        { markdown: head.join('\n\n') },
        ...shown.flatMap((link) => {
            const { verdict, causes, tunnels, details } = linkSections(link);
            return [
                { markdown: [verdict, causes].filter((text) => text !== '').join('\n\n') },
                { markdown: tunnels },
                { markdown: details === '' ? '' : folded('Networks, hop by hop', details) },
            ].filter(({ markdown }) => markdown !== '');
        }),
    ];
}
function linkTable(links) {
    return table(['Link', 'Kind', 'Verdict', 'Healthy'].map((heading) => ({ heading })), links.map(({ name, kind, verdict, tunnels, paths }) => {
        const all = kind === 'vpn' ? tunnels : paths;
        const good = all.filter((one) => one.verdict === 'healthy').length;
        return [
            codeCell(name),
            kind,
            verdict,
            `${good} of ${plural(all.length, kind === 'vpn' ? 'tunnel' : 'path')}`,
        ];
    }));
}
function causesOf({ causes }) {
    return causes
        .map(({ certainty, sentence, remedy, subjects }) => {
        const whose = subjects
            .slice(0, 8)
            .map((name) => code(name))
            .join(', ');
        const about = whose === '' ? '' : ` (${whose}${subjects.length > 8 ? ' …' : ''})`;
        return `- ${certainty === 'certain' ? '**Cause**' : 'Likely cause'}: ${prose(sentence)}${about}\n  ${prose(remedy)}`;
    })
        .join('\n');
}
const STAGES = {
    'virtual-interface': 'Virtual interface',
    'circuit-port': 'Port of the circuit',
    'gateway-session': 'Session of the gateway',
};
function pathTable(paths) {
    if (paths.length === 0)
        return '';
    const columns = ['Path', 'Stage', 'Verdict', 'Device', 'Location', 'Checks', 'Since'];
    return table(columns.map((heading) => ({ heading })), paths.map(({ name, kind, verdict, device, location, checks, lastChange }) => [
        codeCell(name),
        STAGES[kind],
        verdict,
        device === null ? '?' : codeCell(device),
        location === null ? '–' : codeCell(location),
        checks
            .map(({ what, state, detail }) => `${SIGNS[state] ?? ''} ${plain(`${what} ${detail}`)}`)
            .join('; '),
        lastChange?.slice(0, 16).replace('T', ' ') ?? '?',
    ]));
}
function tunnelTable(tunnels) {
    if (tunnels.length === 0)
        return '';
    const columns = ['Tunnel', 'Verdict', 'AWS', 'Azure', 'IKE', 'IPsec', 'BGP', 'Routes AWS / Azure', 'Since'];
    return table(columns.map((heading) => ({ heading })), tunnels.map((one) => [
        codeCell(one.name),
        one.verdict,
        one.awsOutside === null ? '–' : codeCell(one.awsOutside),
        one.azurePublic === null ? '–' : codeCell(one.azurePublic),
        bothSides(one, 'ike'),
        bothSides(one, 'ipsec'),
        bothSides(one, 'bgp'),
        `${one.routes.awsAccepts ?? '?'} / ${one.routes.azureLearns ?? '?'} ${SIGNS[one.routes.state] ?? ''}`,
        one.lastChange?.slice(0, 16).replace('T', ' ') ?? '?',
    ]));
}
/** AWS's view, then Azure's, where they are not the same. */
function bothSides({ aws, azure }, layer) {
    const [one, other] = [SIGNS[aws[layer]] ?? '', SIGNS[azure[layer]] ?? ''];
    return one === other ? one : `AWS ${one} Azure ${other}`;
}
function networkTable({ networks }) {
    if (networks.length === 0)
        return '';
    const rows = networks.flatMap(({ network, kind, towards, hops }) => hops.map(({ hop, state, where, detail }) => [
        codeCell(network),
        `${kind} in ${towards === 'azure' ? 'Azure' : 'AWS'}`,
        hop,
        SIGNS[state] ?? '',
        where === '' ? '' : codeCell(where),
        plain(detail),
    ]));
    const columns = ['Network', 'What', 'Hop', '', 'Where', 'Found'].map((heading) => ({ heading }));
    return table(columns, rows);
}
function unknownList({ unknown }) {
    if (unknown.length === 0)
        return '';
    const lines = unknown.slice(0, 20).map((reason) => `- ${plain(reason)}`);
    const more = unknown.length - lines.length;
    return ['Not known:', '', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
function notes({ mtu, tunnels, podsToCome }) {
    const pending = tunnels
        .filter(({ maintenance }) => maintenance?.pending === true)
        .map(({ name }) => code(name));
    const announced = pending.length === 0 ? '' : `AWS has announced maintenance of ${pending.join(', ')}.`;
    const pods = podsToCome
        ? 'Ways to pods in Azure were not looked for: no machine is in the virtual network yet.'
        : '';
    return [plain(mtu.sentence), announced, pods].filter((text) => text !== '').join(' ');
}

;// CONCATENATED MODULE: ./lib/tunnels/errors.js

/** Errors 1700 to 1749: the link between the clouds. */
const tunnelErrors = (0,errors/* defineErrors */.V)({
    EHA1700: {
        kind: 'service',
        title: 'The link does not do what is required of it',
        likelyCause: 'Tunnels are down, do not agree, carry no routes or have only just come up; the summary says which and why.',
        remedy: 'Follow the causes in the summary, the certain ones first, then run the check again.',
    },
    EHA1701: {
        kind: 'user',
        title: 'There is no link to check',
        likelyCause: 'Region, subscription or resource group are those of another environment, or the link has not been made yet.',
        remedy: 'Give the region and the resource group of the foundation stack, or its outputs as `expectations`, and apply that stack first.',
    },
    EHA1702: {
        kind: 'service',
        title: 'The state of the link could not be determined',
        likelyCause: 'A role lacks a permission, a cloud throttled or did not answer, or an operation did not end in time; the summary names each read.',
        remedy: 'Give the roles what the README of the action lists, or run it again where a cloud only did not answer.',
    },
    EHA1703: {
        kind: 'user',
        title: 'What is expected of the link could not be read',
        likelyCause: 'The file is not the output of the foundation stack, or of another version of it.',
        remedy: 'Write it with `terraform output -json` in the foundation stack, or give its `tunnel_expectations` or `link_expectations` alone.',
    },
    EHA1704: {
        kind: 'service',
        title: 'An issue about the link could not be kept',
        likelyCause: 'The token lacks `issues: write`, or GitHub did not keep what was written.',
        remedy: 'Give the job `issues: write`, or set `issue` to `false`.',
    },
});

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
    return !util.nullish(val) && val.length !== undefined;
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
const $ZodCheckMaxLength = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? util.codePointLength(input) : units;
        if (length <= def.maximum)
            return;
        const origin = util.getLengthableOrigin(input);
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
})));
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
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!isPlainObject(input)) {
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
                            issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
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
                                payload.issues.push(...prefixIssues(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...prefixIssues(key, result.issues));
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
                const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
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
                            issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
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
                            payload.issues.push(...prefixIssues(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...prefixIssues(key, result.issues));
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
});
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
const $ZodExactOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    util.defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
})));
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
    return new checks.$ZodCheckGreaterThan({
        check: "greater_than",
        ...util.normalizeParams(params),
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
    const ch = new checks.$ZodCheckMaxLength({
        check: "max_length",
        ...util.normalizeParams(params),
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
const ZodMiniRecord = /*@__PURE__*/ $constructor("ZodMiniRecord", (inst, def) => {
    $ZodRecord.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodMiniRecord({
            type: "record",
            keyType: schemas_string(),
            valueType: keyType,
            ...normalizeParams(valueType),
        });
    }
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...normalizeParams(params),
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
const ZodMiniExactOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniExactOptional", (inst, def) => {
    core.$ZodExactOptional.init(inst, def);
    ZodMiniType.init(inst, def);
})));
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

// EXTERNAL MODULE: ./lib/net/cidr-parse.js + 1 modules
var cidr_parse = __nccwpck_require__(4719);
// EXTERNAL MODULE: ./lib/terraform/plan-json.js
var plan_json = __nccwpck_require__(1155);
;// CONCATENATED MODULE: ./lib/tunnels/expectations.js





const networks = schemas_default(array(schemas_string()), []);
const tunnel = object({
    aws_outside_address: schemas_string(),
    aws_inside_address: schemas_string(),
    azure_instance: schemas_number(),
    azure_public_ip: schemas_string(),
    azure_inside_address: schemas_string(),
    azure_connection_name: schemas_string(),
});
const awsEnd = {
    transit_gateway_id: schemas_string(),
    cloud_route_table_id: optional(schemas_string()),
    link_route_table_id: optional(schemas_string()),
    learns: networks,
};
const azureEnd = {
    resource_group_name: schemas_string(),
    gateway_name: schemas_string(),
    gateway_id: schemas_string(),
    learns: networks,
};
const vpcRoutes = optional(object({ route_table_ids: record(schemas_string(), schemas_string()), destinations: networks }));
/** The output `tunnel_expectations` of the foundation stack. */
const vpnShape = object({
    aws: object(awsEnd),
    azure: object(azureEnd),
    tunnels: record(schemas_string(), tunnel),
    vpc_routes: vpcRoutes,
});
/** The output `link_expectations`: a private link, which has no tunnels. */
const privateShape = object({
    aws: object({ ...awsEnd, direct_connect_gateway_id: schemas_string() }),
    azure: object({ ...azureEnd, circuit_id: schemas_string() }),
    vpc_routes: vpcRoutes,
});
/**
 * Reads `terraform output -json` of the foundation stack, or its `tunnel_expectations` or `link_expectations` alone. The
 * stack has one of the two and gives null for the other; outputs with both are those of a private link with a VPN beside it.
 * @param podRouting the mode where the outputs do not say it
 * @throws EHA1703
 */
function parseExpectations(text, source, podRouting) {
    const given = parseJson(text, source);
    const about = { given, source, podRouting };
    const [vpn, closed] = [outputOf(given, 'tunnel_expectations'), outputOf(given, 'link_expectations')];
    const found = [
        ...(vpn === undefined || vpn === null ? [] : [readVpn(vpn, about)]),
        ...(closed === undefined || closed === null ? [] : [readPrivate(closed, about)]),
    ];
    if (found.length > 0)
        return found;
    const end = (0,plan_json/* isObject */.Gv)(given) && (0,plan_json/* isObject */.Gv)(given['azure']) ? given['azure'] : {};
    return ['circuit_id' in end ? readPrivate(given, about) : readVpn(given, about)];
}
function readVpn(value, about) {
    const found = checked(vpnShape, value, 'tunnel_expectations', about.source);
    const tunnels = Object.entries(found.tunnels).map(([name, one]) => toTunnel(name, one));
    return withShared(found, { tunnels, directConnectGatewayId: null, circuitId: null }, about);
}
function readPrivate(value, about) {
    const found = checked(privateShape, value, 'link_expectations', about.source);
    const { direct_connect_gateway_id: directConnectGatewayId } = found.aws;
    return withShared(found, { tunnels: [], directConnectGatewayId, circuitId: found.azure.circuit_id }, about);
}
function checked(shape, value, name, source) {
    const result = schema_validate(shape, value);
    if (result.valid)
        return result.value;
    throw tunnelErrors.EHA1703(`${source} does not hold ${name}:\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`);
}
function withShared({ aws, azure, vpc_routes: routes }, own, { given, source, podRouting }) {
    const read = (list) => list.map((one) => readCidr(one, source));
    const plan = outputOf(given, 'address_plan');
    const pods = (0,plan_json/* isObject */.Gv)(plan) && Array.isArray(plan['remote_pod_cidrs']) ? plan['remote_pod_cidrs'].map(String) : [];
    return {
        resourceGroup: azure.resource_group_name,
        expected: {
            name: azure.gateway_name,
            fromAzure: read(aws.learns),
            fromAws: read(azure.learns),
            pods: read(pods),
            podRouting: podRouting ?? modeOf(outputOf(given, 'pod_routing')),
            vpcTableIds: Object.values(routes?.route_table_ids ?? {}),
            vpcDestinations: read(routes?.destinations ?? []),
            transitGatewayId: aws.transit_gateway_id,
            cloudTableId: aws.cloud_route_table_id ?? null,
            linkTableId: aws.link_route_table_id ?? null,
            gatewayId: azure.gateway_id,
            ...own,
        },
    };
}
function toTunnel(name, one) {
    return {
        name,
        awsOutside: one.aws_outside_address,
        awsInside: one.aws_inside_address,
        azureInside: one.azure_inside_address,
        azurePublic: one.azure_public_ip,
        azureConnection: one.azure_connection_name,
        instance: one.azure_instance,
    };
}
function parseJson(text, source) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw tunnelErrors.EHA1703(`${source} is not JSON.`, { cause });
    }
}
/** An output as `terraform output -json` writes it, or its bare value. */
function outputOf(given, name) {
    if (!(0,plan_json/* isObject */.Gv)(given) || !(name in given))
        return undefined;
    const output = given[name];
    return (0,plan_json/* isObject */.Gv)(output) && 'value' in output ? output['value'] : output;
}
function modeOf(value) {
    return value === 'gateway' || value === 'bgp' || value === 'udr' || value === 'masquerade' ? value : null;
}
function readCidr(text, source) {
    const parsed = (0,cidr_parse/* parseCidr */.G)(text);
    if (parsed.ok)
        return parsed.cidr;
    throw tunnelErrors.EHA1703(`${source} names ${JSON.stringify(text)}, which is no range: ${parsed.message}`);
}

;// CONCATENATED MODULE: ./lib/tunnels/algebra.js
const LAYERS = ['ike', 'ipsec', 'bgp'];
const VERDICTS = [
    'healthy',
    'settling',
    'provisioning',
    'unknown',
    'asymmetric',
    'degraded',
    'down',
];
/**
 * Two views of one layer. A layer needs both ends, so one end that is down is enough to say that it does not carry, while
 * one that is up says nothing about the other.
 */
function agree(one, other) {
    if (one === other)
        return one;
    if (one === 'unknown' || other === 'unknown')
        return one === 'down' || other === 'down' ? 'down' : 'unknown';
    return 'asymmetric';
}
/** Fills gaps of one side: what is up proves what is below it. What is down says nothing about what is below. */
function complete({ ike, ipsec, bgp }) {
    const below = (layer, above) => layer === 'unknown' && above === 'up' ? 'up' : layer;
    const filledIpsec = below(ipsec, bgp);
    return { ike: below(ike, filledIpsec), ipsec: filledIpsec, bgp };
}
/**
 * The verdict on one tunnel: the lowest layer that is not up decides; then routes, then how it works. Nothing that is not
 * known is ever healthy.
 */
function judgeSignals(signals) {
    const aws = complete(signals.aws);
    const azure = complete(signals.azure);
    const layers = LAYERS.map((layer) => agree(aws[layer], azure[layer]));
    const isUp = layers.every((layer) => layer === 'up');
    if (!isUp && signals.provisioning)
        return 'provisioning';
    if (layers.includes('asymmetric'))
        return signals.settling ? 'settling' : 'asymmetric';
    if (layers.includes('down'))
        return 'down';
    if (layers.includes('unknown'))
        return 'unknown';
    if (signals.routes === 'down')
        return signals.settling ? 'settling' : 'degraded';
    if (signals.quality === 'down')
        return 'degraded';
    if (signals.routes === 'unknown' || signals.quality === 'unknown')
        return 'unknown';
    if (signals.provisioning)
        return 'provisioning';
    return signals.settling ? 'settling' : 'healthy';
}
/** Whether traffic can pass: for counting paths, where a degraded tunnel still is one. */
function carries(verdict) {
    if (verdict === 'healthy' || verdict === 'settling' || verdict === 'degraded')
        return 'up';
    return verdict === 'unknown' ? 'unknown' : 'down';
}
/** The verdict on a link. No tunnel is not a good one: a link of which nothing was seen is unknown. */
function judgeLink({ tunnels, networks, redundancy }) {
    if (tunnels.length === 0)
        return 'unknown';
    if (tunnels.every((verdict) => verdict === 'down'))
        return 'down';
    const isStarting = (verdict) => verdict === 'provisioning' || verdict === 'down';
    if (tunnels.every(isStarting))
        return 'provisioning';
    const isDead = tunnels.every((verdict) => carries(verdict) !== 'up');
    const has = (verdict) => tunnels.includes(verdict);
    if (isDead)
        return has('unknown') ? 'unknown' : has('asymmetric') ? 'asymmetric' : 'down';
    if (has('down') || has('degraded') || networks === 'down' || redundancy === 'down')
        return 'degraded';
    if (has('asymmetric'))
        return 'asymmetric';
    if (has('unknown') || networks === 'unknown' || redundancy === 'unknown')
        return 'unknown';
    if (has('provisioning'))
        return 'provisioning';
    return has('settling') ? 'settling' : 'healthy';
}
/** All signals together: one down is down, then one unknown is unknown; of none, nothing is known. */
function allUp(signals) {
    if (signals.length === 0)
        return 'unknown';
    if (signals.includes('down'))
        return 'down';
    return signals.includes('unknown') ? 'unknown' : 'up';
}
/** At least one: one up is up, then one unknown is unknown; of none, nothing is known. */
function anyUp(signals) {
    if (signals.includes('up'))
        return 'up';
    return signals.length === 0 || signals.includes('unknown') ? 'unknown' : 'down';
}

// EXTERNAL MODULE: ./lib/net/cidr-value.js
var cidr_value = __nccwpck_require__(2828);
// EXTERNAL MODULE: ./lib/net/cidr-sets.js + 1 modules
var cidr_sets = __nccwpck_require__(5637);
// EXTERNAL MODULE: ./lib/net/cidr-format.js
var cidr_format = __nccwpck_require__(3366);
;// CONCATENATED MODULE: ./lib/tunnels/pairing.js

/** Addresses inside a tunnel: AWS has the first host of the range, Azure the second. */
function insideAddresses(cidr) {
    if (cidr === null)
        return null;
    const parsed = (0,cidr_parse/* parseCidr */.G)(cidr);
    if (!parsed.ok)
        return null;
    const [aws, azure] = [(0,cidr_format/* hostAt */.gu)(parsed.cidr, 1), (0,cidr_format/* hostAt */.gu)(parsed.cidr, 2)];
    return aws === null || azure === null ? null : { aws, azure };
}
/**
 * Finds the two ends of each tunnel by their addresses alone. The public address of AWS is unique, so it is tried first;
 * a local network gateway with another public address but the tunnel's BGP address is the same tunnel, set up wrongly.
 */
function pairTunnels(facts) {
    const tunnels = facts.awsTunnels.ok ? facts.awsTunnels.value : [];
    const connections = facts.connections.ok ? facts.connections.value : [];
    const gateways = facts.gateways.ok ? facts.gateways.value : [];
    const left = new Set(connections);
    const outside = matchUnique(tunnels, left, ({ outsideAddress }) => outsideAddress, addressOf);
    const rest = tunnels.filter((tunnel) => !outside.has(tunnel));
    const inside = matchUnique(rest, left, ({ insideCidr }) => insideAddresses(insideCidr)?.aws ?? '', bgpOf);
    const links = new Map();
    let others = 0;
    const add = (id, pair) => {
        if (id === undefined)
            others += 1;
        else
            links.set(id, [...(links.get(id) ?? []), pair]);
    };
    for (const aws of tunnels) {
        const azure = outside.get(aws) ?? inside.get(aws) ?? null;
        const by = outside.has(aws) ? 'outside' : inside.has(aws) ? 'inside' : 'none';
        add(linkOf(aws, azure, gateways, facts), { aws, azure, by, instance: instanceOf(aws, gateways) });
    }
    for (const azure of left) {
        const { gatewayId } = azure;
        const belongs = !facts.awsTunnels.ok ||
            (azure.peer.ok && links.has(key(gatewayId)) && bgpOf(azure).startsWith('169.254.'));
        add(belongs ? key(gatewayId) : undefined, { aws: null, azure, by: 'none', instance: null });
    }
    return {
        links: [...links].map(([id, pairs]) => ({
            id,
            gateway: gateways.find((gateway) => key(gateway.id) === id) ?? null,
            pairs,
        })),
        others,
    };
}
/** ARM writes ids in any case. */
const key = (id) => id.toLowerCase();
const addressOf = ({ peer }) => (peer.ok ? (peer.value.address ?? '') : '');
const bgpOf = ({ peer }) => (peer.ok ? (peer.value.bgpAddress ?? '') : '');
/** Without the machine that each leads to, any connection may be the one that is looked for. */
function isWhole(connections) {
    return connections.ok && connections.value.every(({ peer }) => peer.ok);
}
/** Pairs what has the same text, and only where it is the only one on both sides; takes what it paired out of `left`. */
function matchUnique(tunnels, left, ofTunnel, ofConnection) {
    const byText = new Map();
    for (const one of left)
        byText.set(ofConnection(one), [...(byText.get(ofConnection(one)) ?? []), one]);
    const counts = new Map();
    for (const one of tunnels)
        counts.set(ofTunnel(one), (counts.get(ofTunnel(one)) ?? 0) + 1);
    const found = new Map();
    for (const tunnel of tunnels) {
        const text = ofTunnel(tunnel);
        const [first, ...more] = byText.get(text) ?? [];
        if (text === '' || first === undefined || more.length > 0 || counts.get(text) !== 1)
            continue;
        found.set(tunnel, first);
        left.delete(first);
    }
    return found;
}
/** The instance whose public address AWS trusts. */
function instanceOf({ customerGateway }, gateways) {
    const { address } = customerGateway;
    if (address === null)
        return null;
    const all = gateways.flatMap(({ instances }) => instances);
    return all.find(({ publicAddresses }) => publicAddresses.includes(address)) ?? null;
}
function linkOf(aws, azure, gateways, facts) {
    if (azure !== null)
        return key(azure.gatewayId);
    const { address } = aws.customerGateway;
    const own = gateways.find(({ instances }) => instances.some(({ publicAddresses }) => address !== null && publicAddresses.includes(address)));
    if (own !== undefined)
        return key(own.id);
    // Without the other cloud nothing shows which tunnels lead there, so none is left out.
    const isBlind = !facts.gateways.ok || !facts.connections.ok;
    return isBlind ? `aws:${aws.transitGatewayId ?? aws.connectionId}` : undefined;
}

;// CONCATENATED MODULE: ./lib/tunnels/route-views.js


/** Whether routes hold every address of a network, together or one of them. Texts that are no range hold nothing. */
function holds(routes, network) {
    const ranges = routes.flatMap((text) => {
        const parsed = (0,cidr_parse/* parseCidr */.G)(text);
        return parsed.ok && (0,cidr_value/* relation */.JW)(parsed.cidr, network) !== 'disjoint' ? [parsed.cidr] : [];
    });
    return ranges.length > 0 && (0,cidr_sets/* subtract */.Re)([network], ranges).length === 0;
}
/** As {@link holds}, for networks of which nodes come and go, each with its slice: one slice is enough. */
function holdsAny(routes, network) {
    return routes.some((text) => {
        const parsed = (0,cidr_parse/* parseCidr */.G)(text);
        return parsed.ok && (0,cidr_value/* relation */.JW)(parsed.cidr, network) !== 'disjoint';
    });
}
/** What is sent to one neighbour of the Azure gateway. */
function advertisedTo({ gateway }, neighbor) {
    if (gateway === null)
        return { ok: false, reason: 'the Azure gateway could not be read' };
    return gateway.advertised.get(neighbor) ?? { ok: false, reason: 'its advertised routes were not read' };
}
/**
 * Whether an instance is among those that an answer about peers comes from. Azure asks every instance and puts the rows
 * together; one that did not answer has none, and what the others say of its tunnels is nothing.
 */
function isAnsweredBy(instance, peers) {
    if (instance === null || instance.bgpAddresses.length === 0)
        return true;
    return peers.some(({ localAddress }) => instance.bgpAddresses.includes(localAddress));
}
/** What came from one neighbour, of its own: both instances hold each route, some by way of each other. */
function learnedFrom({ gateway, pairs }, neighbor) {
    if (gateway === null)
        return { ok: false, reason: 'the Azure gateway could not be read' };
    if (!gateway.learned.ok)
        return gateway.learned;
    const own = gateway.learned.value.filter(({ sourcePeer, origin }) => sourcePeer === neighbor && /^ebgp$/i.test(origin));
    const instance = pairs.find((pair) => neighborOf(pair) === neighbor)?.instance ?? null;
    if (own.length === 0 && gateway.peers.ok && !isAnsweredBy(instance, gateway.peers.value)) {
        return { ok: false, reason: `Azure told nothing of ${instance?.name ?? 'an instance'} of the gateway` };
    }
    return { ok: true, value: own };
}
/** Address at which Azure knows the AWS end. */
function neighborOf({ aws, azure }) {
    const inside = insideAddresses(aws?.insideCidr ?? null)?.aws;
    if (inside !== undefined)
        return inside;
    return azure?.peer.ok === true ? azure.peer.value.bgpAddress : null;
}
/** Looks into what was read; what was not read is unknown. */
function fromReading(reading, look, missing) {
    if (!reading.ok)
        return { state: 'unknown', detail: reading.reason };
    return look(reading.value) ? { state: 'up', detail: '' } : { state: 'down', detail: missing };
}

;// CONCATENATED MODULE: ./lib/tunnels/carrier.js

const NO_NEIGHBOUR = { ok: false, reason: 'no neighbour' };
/** The tunnels of a VPN as the carrier of its routes. */
function vpnCarrier(link) {
    const { gateway, pairs } = link;
    return {
        gateway,
        kind: 'vpn',
        noun: 'tunnels',
        resourceIds: pairs.flatMap(({ aws }) => aws?.connectionId ?? []),
        transitGatewayIds: pairs.flatMap(({ aws }) => aws?.transitGatewayId ?? []),
        sessions: pairs.map((pair) => {
            const neighbor = neighborOf(pair);
            if (neighbor === null)
                return { neighbor, learned: NO_NEIGHBOUR, advertised: NO_NEIGHBOUR };
            return { neighbor, learned: learnedFrom(link, neighbor), advertised: advertisedTo(link, neighbor) };
        }),
    };
}
/** The transit gateway at which a link ends. */
function transitOf({ transitGateways }, { transitGatewayIds }, expected) {
    if (!transitGateways.ok)
        return transitGateways;
    const ids = [expected, ...transitGatewayIds];
    const found = transitGateways.value.find(({ id }) => ids.includes(id));
    return found === undefined
        ? { ok: false, reason: 'the transit gateway of the link was not found' }
        : { ok: true, value: found };
}
/** Whether a route of a transit gateway leads over this link. */
function isOwnWay({ kind, resourceIds }, { target, via, active }) {
    return active && (kind === 'vpn' ? target === 'vpn' : resourceIds.includes(via));
}
/** Whether a route leads over a private link beside: to the same range, a transit gateway takes that before a VPN. */
function isPrivateWay(transit, { via, active }) {
    const attachments = transit.attachments.ok ? transit.attachments.value : [];
    return (active &&
        attachments.some(({ kind, resourceId }) => kind === 'direct-connect-gateway' && resourceId === via));
}

;// CONCATENATED MODULE: ./lib/tunnels/causes-routes.js


/** Prefixes that AWS takes from a VPN on a transit gateway, that Azure's gateway and that a Route Server take of a peer. */
const AWS_PREFIXES = 1000;
const AZURE_PREFIXES = 4000;
const ROUTE_SERVER_PREFIXES = 1000;
/** Peers of a Route Server. */
const ROUTE_SERVER_PEERS = 8;
const certain = (cause) => ({ ...cause, certainty: 'certain' });
const updating = ({ link: { gateway }, tunnels }) => gateway !== null && /^(?:updating|creating)$/i.test(gateway.provisioningState)
    ? [
        certain({
            id: 'gateway-updating',
            subjects: tunnels.filter(({ verdict }) => verdict !== 'healthy').map(({ name }) => name),
            sentence: `The Azure gateway ${gateway.name} is being changed (${gateway.provisioningState}), which takes up to an hour.`,
            remedy: 'Wait until it is done; the check can wait with `wait`.',
        }),
    ]
    : [];
const propagation = ({ facts, carrier, expected }) => {
    const transit = transitOf(facts, carrier, expected?.transitGatewayId ?? null);
    if (!transit.ok || !transit.value.attachments.ok)
        return [];
    const own = new Set(carrier.resourceIds);
    const attachments = transit.value.attachments.value;
    const vpns = attachments.filter(({ kind, resourceId }) => kind === carrier.kind && own.has(resourceId));
    const vpcs = attachments.filter(({ kind }) => kind === 'vpc');
    const cloud = expected?.cloudTableId ?? vpcs[0]?.tableId ?? null;
    const back = expected?.linkTableId ?? vpns[0]?.tableId ?? null;
    const lacking = [
        ...lackingFrom(transit.value, cloud, vpns.map(({ id }) => id)),
        ...lackingFrom(transit.value, back, vpcs.map(({ id }) => id)),
    ];
    if (lacking.length === 0)
        return [];
    return [
        certain({
            id: 'propagation-off',
            subjects: lacking,
            sentence: `Attachments do not propagate their routes into the transit gateway’s tables: ${lacking.join(', ')}.`,
            remedy: 'Add the propagation: attachments of the link into the table of the VPC, VPC attachments into the table of the link.',
        }),
    ];
};
function lackingFrom({ propagations }, table, attachments) {
    const found = table === null ? undefined : propagations.get(table);
    if (found?.ok !== true)
        return [];
    return attachments.filter((id) => !found.value.includes(id)).map((id) => `${id} into ${table ?? ''}`);
}
/** An attachment of the link without a route table sends nothing on, and BGP has nothing to tell Azure. */
const association = ({ facts, carrier, expected }) => {
    const transit = transitOf(facts, carrier, expected?.transitGatewayId ?? null);
    if (!transit.ok || !transit.value.attachments.ok)
        return [];
    const own = new Set(carrier.resourceIds);
    const loose = transit.value.attachments.value
        .filter(({ kind, resourceId, tableId }) => (kind === 'vpc' || own.has(resourceId)) && tableId === null)
        .map(({ id }) => id);
    if (loose.length === 0)
        return [];
    return [
        certain({
            id: 'association-missing',
            subjects: loose,
            sentence: `Attachments of the transit gateway are associated with no route table, so nothing is forwarded or advertised for them: ${loose.join(', ')}.`,
            remedy: 'Associate attachments of the link with the table of the link and VPC attachments with that of the cloud.',
        }),
    ];
};
const causes_routes_vpcRoutes = ({ networks }) => {
    const lacking = networks.flatMap(({ network, hops }) => hops
        .filter(({ hop, state }) => hop === 'vpc-table' && state === 'down')
        .map(({ where }) => `${network} in ${where}`));
    if (lacking.length === 0)
        return [];
    return [
        certain({
            id: 'vpc-route-missing',
            subjects: lacking,
            sentence: `The VPC has no route to the transit gateway for ${lacking.join(', ')}; a transit gateway does not write them.`,
            remedy: 'Add the route to each table, as the module aws-network does for every remote network.',
        }),
    ];
};
const serversOf = ({ facts, link }) => facts.routeServers.ok ? facts.routeServers.value.filter(({ group }) => group === link.gateway?.group) : [];
const branchToBranch = (input) => serversOf(input)
    .filter(({ branchToBranch: isOn }) => isOn === false && input.expected?.podRouting === 'bgp')
    .map(({ name }) => certain({
    id: 'branch-to-branch-off',
    subjects: [name],
    sentence: `The Route Server ${name} does not exchange routes with the VPN gateway: branch-to-branch traffic is off, so AWS never learns the pods.`,
    remedy: 'Set `branch_to_branch_traffic_enabled` of the Route Server.',
}));
const loops = (input) => {
    const { facts, carrier, expected } = input;
    const transit = transitOf(facts, carrier, expected?.transitGatewayId ?? null);
    const asn = transit.ok ? transit.value.asn : null;
    if (asn === null)
        return [];
    const routes = carrier.sessions.flatMap(({ advertised }) => (advertised.ok ? advertised.value : []));
    const looped = routes
        .filter(({ asPath }) => asPath.split(/[-\s]+/).includes(asn))
        .map(({ network }) => network);
    const peers = serversOf(input)
        .flatMap(({ peers: all }) => (all.ok ? all.value : []))
        .filter((peer) => peer.asn === asn)
        .map(({ name }) => name);
    const subjects = [...new Set([...looped, ...peers])];
    if (subjects.length === 0)
        return [];
    return [
        certain({
            id: 'asn-loop',
            subjects,
            sentence: `Routes from Azure carry the AS number ${asn} of the transit gateway in their path, so it drops them as a loop: ${subjects.join(', ')}.`,
            remedy: 'Give Cilium, the Azure gateway and the transit gateway three different AS numbers; 65010 is free for Cilium.',
        }),
    ];
};
const prefixes = (input) => {
    const { link, tunnels } = input;
    const over = [];
    for (const { name, pair, routes } of tunnels) {
        const neighbor = neighborOf(pair);
        const sent = neighbor === null ? null : advertisedTo(link, neighbor);
        const count = sent?.ok === true ? new Set(sent.value.map(({ network }) => network)).size : 0;
        if (count > AWS_PREFIXES)
            over.push(`${name}: Azure sends ${count}, AWS takes ${AWS_PREFIXES}`);
        if ((routes.awsAccepts ?? 0) >= AWS_PREFIXES)
            over.push(`${name}: AWS has accepted ${routes.awsAccepts ?? 0}, its limit`);
        const peers = link.gateway?.peers.ok === true ? link.gateway.peers.value : [];
        const got = Math.max(0, ...peers.filter((peer) => peer.neighbor === neighbor).map((peer) => peer.routesReceived ?? 0));
        if (got >= AZURE_PREFIXES)
            over.push(`${name}: Azure has received ${got} of ${AZURE_PREFIXES}`);
    }
    for (const { name, peers } of serversOf(input)) {
        for (const peer of peers.ok ? peers.value : []) {
            const count = peer.learned.ok ? peer.learned.value.length : 0;
            if (count >= ROUTE_SERVER_PREFIXES)
                over.push(`${name}: ${peer.name} gives ${count} of ${ROUTE_SERVER_PREFIXES}`);
        }
    }
    if (over.length === 0)
        return [];
    return [
        certain({
            id: 'prefix-limit',
            subjects: over,
            sentence: `A limit of prefixes is reached, beyond which the session is torn down or routes are dropped: ${over.join('; ')}.`,
            remedy: 'Advertise fewer and larger ranges: one for the virtual network, and larger slices of pods for each node.',
        }),
    ];
};
const peerLimit = (input) => serversOf(input).flatMap(({ name, peers }) => {
    if (!peers.ok || peers.value.length < ROUTE_SERVER_PEERS)
        return [];
    const failed = peers.value.filter(({ state }) => !/^(?:connected|)$/i.test(state));
    if (peers.value.length === ROUTE_SERVER_PEERS &&
        failed.length === 0 &&
        !input.networks.some(({ kind, state }) => kind === 'pods' && state === 'down'))
        return [];
    return [
        certain({
            id: 'peer-limit',
            subjects: [name],
            sentence: `The Route Server ${name} has ${peers.value.length} peers and takes ${ROUTE_SERVER_PEERS}: pods of further nodes are not routed.`,
            remedy: 'Peer with at most eight nodes, or route pods with the Hybrid Nodes gateway (`pod_routing = "gateway"`).',
        }),
    ];
});
/** A session that a Route Server has torn down shows no routes, so their number is not seen. */
const peerSilent = (input) => serversOf(input).flatMap(({ name, peers }) => {
    if (!peers.ok || peers.value.length > ROUTE_SERVER_PEERS)
        return [];
    const silent = peers.value.filter(({ state }) => /^notconnected$/i.test(state)).map((peer) => peer.name);
    if (silent.length === 0)
        return [];
    return [
        {
            id: 'prefix-limit',
            certainty: 'likely',
            subjects: silent,
            sentence: `The Route Server ${name} has no session with a node that it has room for: the node announces more than ${ROUTE_SERVER_PREFIXES} routes, has another AS number, or does not run.`,
            remedy: 'Look at `cilium bgp peers` on the node; announce one range for each node, not one for each pod.',
        },
    ];
});
/** Rules about routes and networks, in the order in which they are told. */
const ROUTE_RULES = [
    updating,
    loops,
    propagation,
    association,
    causes_routes_vpcRoutes,
    branchToBranch,
    prefixes,
    peerLimit,
    peerSilent,
];

;// CONCATENATED MODULE: ./lib/tunnels/security-groups.js

/** Port of the kubelet, which the control plane calls on every node. */
const KUBELET = 10_250;
/**
 * Whether a security group lets TCP from a network in to a port. Rules count in the order of their priority; Azure's own
 * last ones let the virtual network in, to which what the gateway learns belongs.
 */
function letsIn({ rules }, network, port = KUBELET) {
    const ordered = rules.filter(({ inbound }) => inbound).sort((one, other) => one.priority - other.priority);
    return ordered.find((rule) => matches(rule, network, port))?.allows ?? true;
}
function matches({ protocol, sources, ports }, network, port) {
    const isFrom = (source) => {
        if (source === '*' || source === 'VirtualNetwork')
            return true;
        const parsed = (0,cidr_parse/* parseCidr */.G)(source);
        return parsed.ok && (0,cidr_value/* covers */.hU)(parsed.cidr, network);
    };
    const isPort = (range) => {
        if (range === '*')
            return true;
        const [first = '', last = first] = range.split('-');
        return Number(first) <= port && port <= Number(last);
    };
    return /^(?:\*|tcp)$/i.test(protocol) && sources.some(isFrom) && ports.some(isPort);
}
/** Subnets of the link's nodes with their security groups. */
function nodeGroups({ interfaces, subnets, securityGroups }, gateway) {
    if (!interfaces.ok)
        return interfaces;
    if (!subnets.ok)
        return subnets;
    if (!securityGroups.ok)
        return securityGroups;
    const used = new Set(interfaces.value
        .filter(({ networkId }) => networkId === gateway?.networkId)
        .map(({ subnetId }) => subnetId));
    const value = subnets.value.flatMap((subnet) => {
        const group = securityGroups.value.find(({ id }) => id.toLowerCase() === subnet.securityGroupId?.toLowerCase());
        return used.has(subnet.id) && group !== undefined ? [{ subnet, group }] : [];
    });
    return { ok: true, value };
}

;// CONCATENATED MODULE: ./lib/tunnels/causes-azure.js




const gatewaySubnet = ({ facts, link }) => {
    const network = link.gateway?.networkId ?? null;
    const subnets = facts.subnets.ok && network !== null ? facts.subnets.value : [];
    const subnet = subnets.find(({ name, networkId }) => name === 'GatewaySubnet' && networkId === network);
    if (subnet === undefined)
        return [];
    const table = facts.routeTables.ok
        ? facts.routeTables.value.find(({ id }) => id.toLowerCase() === subnet.routeTableId?.toLowerCase())
        : undefined;
    const isDefault = table?.routes.some(({ prefix }) => prefix === '0.0.0.0/0') === true;
    return [
        ...(subnet.securityGroupId !== null
            ? [
                certain({
                    id: 'gateway-subnet-nsg',
                    subjects: [subnet.name],
                    sentence: 'GatewaySubnet has a network security group, which Azure does not support: it drops IKE and BGP of the gateway.',
                    remedy: 'Take the network security group off GatewaySubnet.',
                }),
            ]
            : []),
        ...(table !== undefined && (table.propagationOff || isDefault)
            ? [
                certain({
                    id: 'gateway-subnet-udr',
                    subjects: [table.name],
                    sentence: `The route table ${table.name} of GatewaySubnet ${table.propagationOff ? 'switches off the propagation of gateway routes' : 'sends everything elsewhere (0.0.0.0/0)'}, so the gateway loses its ways.`,
                    remedy: 'Switch propagation on, and leave 0.0.0.0/0 out of the route table of GatewaySubnet.',
                }),
            ]
            : []),
    ];
};
/** A user's route of a node that holds a network of AWS comes before what the gateway learns. */
const nodeRoutes = ({ facts, link, expected }) => {
    const own = facts.interfaces.ok
        ? facts.interfaces.value.filter(({ networkId }) => networkId === link.gateway?.networkId)
        : [];
    const found = own.flatMap(({ name, routes }) => {
        if (!routes.ok)
            return [];
        const user = routes.value.filter(({ active, source, nextHopType }) => active && source === 'User' && nextHopType !== 'VirtualNetworkGateway');
        const hit = (expected?.fromAws ?? []).some((network) => user.some(({ prefixes: all }) => holds(all, network) && all.some((text) => overlapsText(text, network))));
        const gateway = routes.value.filter(({ active, nextHopType }) => active && nextHopType === 'VirtualNetworkGateway');
        const isReached = (expected?.fromAws ?? []).every((network) => holds(gateway.flatMap((one) => one.prefixes), network));
        return hit && !isReached ? [name] : [];
    });
    if (found.length === 0)
        return [];
    return [
        certain({
            id: 'node-udr',
            subjects: found,
            sentence: 'A user-defined route of the nodes’ subnet takes packets to AWS away from the gateway.',
            remedy: 'Remove the route, or give the networks of AWS a more specific one to the virtual network gateway.',
        }),
    ];
};
function overlapsText(text, network) {
    const parsed = (0,cidr_parse/* parseCidr */.G)(text);
    return parsed.ok && (0,cidr_value/* relation */.JW)(parsed.cidr, network) !== 'disjoint';
}
const nodePropagation = ({ facts, link, networks }) => {
    const lacks = (hop) => networks.some(({ hops }) => hops.some((one) => one.hop === hop && one.state === 'down'));
    if (!lacks('azure-effective') || !facts.subnets.ok || !facts.routeTables.ok)
        return [];
    const used = new Set(facts.subnets.value
        .filter(({ name, networkId }) => networkId === link.gateway?.networkId && name !== 'GatewaySubnet')
        .flatMap(({ routeTableId }) => routeTableId?.toLowerCase() ?? []));
    const off = facts.routeTables.value.filter(({ id, propagationOff }) => propagationOff && used.has(id.toLowerCase()));
    return off.length === 0
        ? []
        : [
            certain({
                id: 'propagation-off',
                subjects: off.map(({ name }) => name),
                sentence: `Route tables of the nodes’ subnets do not take the gateway’s routes: ${off.map(({ name }) => name).join(', ')}.`,
                remedy: 'Switch the propagation of gateway routes on (`bgp_route_propagation_enabled`).',
            }),
        ];
};
const nodeSecurity = ({ facts, link, expected }) => {
    const groups = nodeGroups(facts, link.gateway);
    const closed = (groups.ok ? groups.value : []).filter(({ group }) => (expected?.fromAws ?? []).some((network) => !letsIn(group, network)));
    if (closed.length === 0)
        return [];
    return [
        certain({
            id: 'node-nsg',
            subjects: closed.map(({ subnet }) => subnet.name),
            sentence: 'The network security group of the nodes’ subnet keeps out what comes from the VPC; the control plane does not reach the kubelet on port 10250.',
            remedy: 'Let the ranges of the VPC in, as the module azure-network does.',
        }),
    ];
};
/** Rules about what stands in the way inside Azure's network. */
const AZURE_RULES = [gatewaySubnet, nodeSecurity, nodeRoutes, nodePropagation];

// EXTERNAL MODULE: ./lib/tunnels/private-link.js
var private_link = __nccwpck_require__(40);
// EXTERNAL MODULE: ./lib/tunnels/private-facts.js
var private_facts = __nccwpck_require__(4673);
;// CONCATENATED MODULE: ./lib/tunnels/private-path.js




/** The three stages of a private link, from AWS to Azure: each has redundant paths of its own. */
const PATH_KINDS = ['virtual-interface', 'circuit-port', 'gateway-session'];
/** All paths of a link, stage by stage. A stage of which nothing is known has one path that is unknown. */
function pathsOf(link, rule) {
    return [...interfacesOf(link), ...portsOf(link), ...sessionsOf(link, rule)].map((path) => judged(path, rule));
}
function judged({ provisioning, lastChange = null, mtu = null, ...path }, rule) {
    const of = (routes) => allUp(path.checks.filter(({ what }) => (what === 'routes') === routes).map(({ state }) => state));
    const [state, hasRoutes] = [of(false), path.checks.some(({ what }) => what === 'routes') ? of(true) : 'up'];
    const isSettling = lastChange !== null && rule.now - lastChange < rule.settleMs;
    const verdict = (() => {
        if (state !== 'up' && provisioning)
            return 'provisioning';
        if (state !== 'up')
            return state;
        if (hasRoutes !== 'up')
            return hasRoutes === 'unknown' ? 'unknown' : isSettling ? 'settling' : 'degraded';
        if (provisioning)
            return 'provisioning';
        return isSettling ? 'settling' : 'healthy';
    })();
    return { ...path, verdict, lastChange, mtu };
}
const isState = (what, isUp, detail) => ({
    what,
    state: isUp ? 'up' : 'down',
    detail,
});
function lone(kind, name, state, detail) {
    const what = kind === 'virtual-interface' ? 'attachment' : kind === 'circuit-port' ? 'circuit' : 'bgp';
    const checks = [{ what, state, detail }];
    return { kind, name, device: null, location: null, checks, provisioning: false };
}
function interfacesOf({ directConnect }) {
    const kind = 'virtual-interface';
    if (directConnect === null)
        return [lone(kind, 'virtual interfaces', 'unknown', 'no Direct Connect gateway is known')];
    const { attachments } = directConnect;
    if (!attachments.ok)
        return [lone(kind, 'virtual interfaces', 'unknown', attachments.reason)];
    if (attachments.value.length === 0)
        return [lone(kind, 'virtual interfaces', 'down', 'none is attached to the Direct Connect gateway')];
    return attachments.value.map(interfacePath);
}
function interfacePath({ interfaceId, state, detail }) {
    const kind = 'virtual-interface';
    const attachment = isState('attachment', state === 'attached', state);
    if (!detail.ok) {
        const checks = [attachment, { what: 'interface', state: 'unknown', detail: detail.reason }];
        const provisioning = state === 'attaching';
        return { kind, name: interfaceId, device: null, location: null, checks, provisioning };
    }
    const { name, peers, state: own, device, location, mtu } = detail.value;
    const statuses = peers.map(({ status }) => status);
    const bgp = statuses.includes('up') ? 'up' : statuses.includes('unknown') ? 'unknown' : 'down';
    const isMaking = own === 'pending' || own === 'verifying' || peers.some((peer) => peer.state === 'pending');
    return {
        kind,
        name: name === '' ? interfaceId : name,
        device,
        location,
        mtu,
        checks: [
            attachment,
            {
                what: 'interface',
                state: own === 'available' ? 'up' : own === 'unknown' ? 'unknown' : 'down',
                detail: own,
            },
            {
                what: 'bgp',
                state: bgp,
                detail: peers.length === 0 ? 'it has no peer of IPv4' : statuses.join(', '),
            },
        ],
        provisioning: state === 'attaching' || isMaking,
    };
}
const isMoving = (state) => /^(?:updating|creating)$/i.test(state ?? '');
function portsOf(link) {
    const kind = 'circuit-port';
    if (link.gateway === null)
        return [lone(kind, 'circuit', 'unknown', 'no ExpressRoute gateway is known')];
    if (!link.connections.ok)
        return [lone(kind, 'circuit', 'unknown', link.connections.reason)];
    if (link.connections.value.length === 0)
        return [lone(kind, 'circuit', 'down', 'the ExpressRoute gateway has no connection to a circuit')];
    return link.connections.value.flatMap(({ circuit, circuitId }) => {
        const name = circuitId.split('/').at(-1) ?? 'circuit';
        if (!circuit.ok)
            return [lone(kind, name, 'unknown', circuit.reason)];
        return private_facts/* CIRCUIT_DEVICES */.i.map((device) => portPath(circuit.value, device, link));
    });
}
function portPath(circuit, device, { expected }) {
    const { peering, routes } = circuit;
    const table = routes.get(device) ?? { ok: false, reason: 'it has no private peering' };
    // The other routes of the table are those of Azure's own networks.
    const isFar = ({ path }) => peering?.peerAsn !== null && path.trim().split(/\s+/)[0] === peering?.peerAsn;
    const bgp = fromReading(table, (all) => all.some(isFar), 'the router at the colocation gives it no route');
    const networks = expected?.fromAws ?? [];
    const far = fromReading(table, (all) => networks.every((one) => holds(all.filter(isFar).map(({ network }) => network), one)), 'not every network of AWS arrives');
    const isPeering = peering !== null && /^enabled$/i.test(peering.state);
    return {
        kind: 'circuit-port',
        name: `${circuit.name} ${device}`,
        device: `${circuit.name} ${device}`,
        location: circuit.location,
        checks: [
            isState('circuit', /^enabled$/i.test(circuit.circuitState), circuit.circuitState),
            isState('provider', /^provisioned$/i.test(circuit.providerState), circuit.providerState),
            isState('peering', isPeering, peering === null ? 'there is no private peering' : peering.state),
            { what: 'bgp', ...(peering === null ? { state: 'down', detail: '' } : bgp) },
            ...(networks.length > 0 && bgp.state === 'up' ? [{ what: 'routes', ...far }] : []),
        ],
        provisioning: isMoving(circuit.provisioningState) ||
            /^provisioning$/i.test(circuit.providerState) ||
            isMoving(peering?.provisioningState),
    };
}
function sessionsOf(link, rule) {
    const kind = 'gateway-session';
    const { gateway, connections } = link;
    const provisioning = isMoving(gateway?.provisioningState) ||
        (connections.ok && connections.value.some((one) => isMoving(one.provisioningState)));
    const peers = (0,private_link/* edgePeers */.PZ)(link);
    if (!peers.ok)
        return [{ ...lone(kind, 'edge sessions', 'unknown', peers.reason), provisioning }];
    if (peers.value.length === 0) {
        const detail = 'the gateway has no session with an edge router';
        return [{ ...lone(kind, 'edge sessions', 'down', detail), provisioning }];
    }
    const byNeighbor = new Map();
    for (const peer of peers.value)
        byNeighbor.set(peer.neighbor, [...(byNeighbor.get(peer.neighbor) ?? []), peer]);
    return [...byNeighbor].map(([neighbor, own]) => ({
        kind,
        name: `edge ${neighbor}`,
        device: neighbor,
        location: null,
        checks: [connectionCheck(connections), sessionCheck(own)],
        provisioning,
        lastChange: changeOf(own, rule.now),
    }));
}
/** A circuit with several connections needs one. */
function connectionCheck(connections) {
    if (!connections.ok)
        return { what: 'connection', state: 'unknown', detail: connections.reason };
    const states = connections.value.map(({ status }) => status);
    const isUp = states.includes('Connected');
    const isDown = states.length > 0 && states.every((state) => state === 'NotConnected' || state === 'Connecting');
    const state = isUp ? 'up' : isDown || states.length === 0 ? 'down' : 'unknown';
    return { what: 'connection', state, detail: states.join(', ') };
}
/** Each instance of the gateway speaks with each edge router; one session is enough. */
function sessionCheck(peers) {
    const states = peers.map(({ state }) => state);
    const state = states.includes('Connected') ? 'up' : states.includes('Unknown') ? 'unknown' : 'down';
    return { what: 'bgp', state, detail: states.join(', ') };
}
function changeOf(peers, now) {
    const times = peers.flatMap(({ connectedFor }) => (connectedFor === null ? [] : [connectedFor]));
    return times.length === 0 ? null : now - Math.max(...times);
}

;// CONCATENATED MODULE: ./lib/tunnels/causes-private.js



/** A cause of paths or resources that a test finds; none without one. */
function cause(id, subjects, [sentence, remedy], certainty = 'certain') {
    return subjects.length === 0 ? [] : [{ id, certainty, subjects, sentence, remedy }];
}
const checkOf = ({ checks }, what) => checks.find((one) => one.what === what);
/** Paths of a kind of which one check is down, and every check that comes before it up. */
function failing(paths, kind, what) {
    return paths.filter((path) => {
        const first = path.checks.find(({ state }) => state !== 'up');
        return path.kind === kind && first?.what === what && first.state === 'down';
    });
}
const names = (paths) => paths.map(({ name }) => name);
/** A virtual interface that is not there for itself; how it is decides what to do. */
const interfaceStates = ({ paths }) => {
    const own = failing(paths, 'virtual-interface', 'interface');
    const inState = (...states) => names(own.filter((path) => states.includes(checkOf(path, 'interface')?.detail ?? '')));
    return [
        ...cause('interface-unconfirmed', inState('confirming'), [
            'The virtual interface waits for this account to accept it, so it does not carry anything.',
            'Accept it in the console of Direct Connect, or with `aws directconnect confirm-transit-virtual-interface`.',
        ]),
        ...cause('interface-unconfirmed', inState('rejected', 'deleted', 'deleting'), [
            'The virtual interface was rejected or deleted.',
            'Order it anew with whoever owns the connection, and attach it to the Direct Connect gateway.',
        ]),
        ...cause('interface-testing', inState('testing'), [
            'A failover test of Direct Connect keeps BGP of the virtual interface down.',
            'Wait for its end, or stop it with `aws directconnect stop-bgp-failover-test`.',
        ]),
    ];
};
/** An interface without BGP is shown as down as a whole. */
const interfaceBgp = ({ paths }) => {
    const isDown = (path) => checkOf(path, 'attachment')?.state === 'up' &&
        checkOf(path, 'bgp')?.state === 'down' &&
        ['available', 'down'].includes(checkOf(path, 'interface')?.detail ?? '');
    return cause('interface-bgp-down', names(paths.filter((one) => one.kind === 'virtual-interface' && isDown(one))), [
        'BGP is down on the virtual interface: AWS and the router at the colocation do not speak with each other.',
        'Compare VLAN, both addresses, AS numbers and the BGP key with those of the router; the connection below may be down as well. A router that announces more than 100 ranges is cut off too.',
    ]);
};
const detached = ({ paths, privateLink: { directConnect } }) => [
    ...cause('interface-detached', names(failing(paths, 'virtual-interface', 'attachment').filter((path) => checkOf(path, 'attachment')?.detail !== 'attaching')), [
        `The Direct Connect gateway ${directConnect?.id ?? ''} has no virtual interface here, so nothing leads to the colocation.`,
        'Attach a transit virtual interface to the Direct Connect gateway.',
    ]),
];
const associations = ({ privateLink }) => {
    const found = (0,private_link/* associationsOf */.uc)(privateLink);
    const gateway = privateLink.directConnect?.id;
    if (!found.ok || gateway === undefined)
        return [];
    const expected = privateLink.expected?.transitGatewayId ?? 'a transit gateway';
    const bad = found.value.filter(({ state }) => !/^(?:associated|updating|associating)$/.test(state));
    const failed = found.value.filter(({ error }) => error !== '');
    const remedy = 'Apply the foundation stack again, which associates both; another account must accept a proposal.';
    return [
        ...cause('direct-connect-unassociated', found.value.length === 0 ? [gateway] : [], [
            `The Direct Connect gateway is not associated with ${expected}, so AWS neither announces nor forwards anything over it.`,
            remedy,
        ]),
        ...cause('direct-connect-unassociated', [...new Set([...bad, ...failed])].map(({ id }) => id), ['The association of the Direct Connect gateway does not hold, or its last change failed.', remedy]),
    ];
};
const allowed = ({ privateLink }) => cause('prefix-not-allowed', (0,private_link/* notAllowed */.mj)(privateLink), [
    'The association of the Direct Connect gateway does not allow networks of AWS, so they are not announced over the link.',
    'Add them to its allowed prefixes (`prefixes_from_aws` of module private-link); it takes 200 at most.',
]);
/** Routes of IPv4 that a transit virtual interface takes of the router before AWS ends the session. */
const INTERFACE_ROUTES = 100;
const causes_private_prefixes = ({ carrier }) => {
    const counts = carrier.sessions.map(({ advertised }) => advertised.ok ? new Set(advertised.value.map(({ network }) => network)).size : 0);
    const most = Math.max(0, ...counts);
    return cause('prefix-limit', most > INTERFACE_ROUTES ? [`${most} routes`] : [], [
        `Azure announces ${most} ranges, and a transit virtual interface takes ${INTERFACE_ROUTES}: with one more AWS ends the session.`,
        'Announce fewer and larger ranges, one for the virtual network and larger slices of pods, or have the router join them.',
    ]);
};
const connectionsOf = ({ privateLink: { connections } }) => connections.ok ? connections.value : [];
const circuitsOf = (input) => [
    ...new Map(connectionsOf(input).flatMap(({ circuit }) => circuit.ok ? [[circuit.value.id, circuit.value]] : [])).values(),
];
const circuits = (input) => {
    const all = circuitsOf(input);
    const bad = (is) => all.filter(is).map(({ name }) => name);
    return [
        ...cause('circuit-not-provisioned', bad((one) => /^(?:notprovisioned|deprovision(?:ing|ed))$/i.test(one.providerState)), [
            'The provider of the ExpressRoute circuit has not provisioned it, or has taken it back.',
            'Give the provider the service key of the circuit, and wait until its state is Provisioned.',
        ]),
        ...cause('circuit-disabled', bad((one) => !/^enabled$/i.test(one.circuitState)), [
            'Microsoft’s part of the ExpressRoute circuit is not enabled.',
            'Look at the state of the circuit in Azure, and ask its support where it does not become Enabled.',
        ]),
        ...cause('peering-off', bad((one) => one.peering === null), [
            'The ExpressRoute circuit has no private peering, so no network of either side passes.',
            'Have the provider set up Azure private peering, or make it with the addresses and AS number of the router.',
        ]),
        ...cause('peering-off', bad((one) => one.peering !== null && !/^enabled$/i.test(one.peering.state)), [
            'Private peering of the ExpressRoute circuit is disabled.',
            'Enable the peering AzurePrivatePeering of the circuit.',
        ]),
    ];
};
const works = (paths, kind) => paths.some((path) => path.kind === kind && carries(path.verdict) === 'up');
/** A router that AWS gives nothing has nothing to pass on. */
const ports = ({ paths, privateLink }) => {
    const found = (0,private_link/* associationsOf */.uc)(privateLink);
    const isGiven = works(paths, 'virtual-interface') && (!found.ok || found.value.length > 0);
    return cause('port-bgp-down', isGiven ? names(failing(paths, 'circuit-port', 'bgp')) : [], [
        'The router at the colocation gives this port of the circuit no route: BGP between them is down, or the router passes nothing on.',
        'Compare VLAN, addresses and AS numbers of the private peering with those of the router; both ports need a session.',
    ]);
};
const unconnected = (input) => {
    const isReady = circuitsOf(input).every(({ providerState, circuitState, peering }) => /^provisioned$/i.test(providerState) && /^enabled$/i.test(circuitState) && peering !== null);
    return cause('connection-down', isReady
        ? connectionsOf(input)
            .filter(({ status }) => status === 'NotConnected')
            .map(({ name }) => name)
        : [], [
        'The ExpressRoute gateway is not connected to a circuit that is ready.',
        'Make the connection anew; where the circuit is of another subscription, its authorization may have been used or taken back.',
    ], 'likely');
};
const sessions = ({ paths }) => cause('edge-session-down', works(paths, 'circuit-port') ? names(failing(paths, 'gateway-session', 'bgp')) : [], [
    'The ExpressRoute gateway has no BGP session with this edge router of Microsoft: the router is in maintenance, or the gateway is.',
    'Wait some minutes, and look at the resource health of the gateway and at the planned maintenance of the circuit.',
], 'likely');
const lacks = (network, hop) => network.hops.some((one) => one.hop === hop && one.state === 'down');
const has = (network, hop) => network.hops.some((one) => one.hop === hop && one.state === 'up');
/** Every stage carries, one cloud announces, and nothing arrives at the other: what lies between does not pass it on. */
const router = ({ networks, paths, facts, carrier }) => {
    const isWhole = PATH_KINDS.every((kind) => works(paths, kind));
    const transit = facts.transitGateways.ok ? facts.transitGateways.value : [];
    const isPropagated = transit.some(({ attachments, propagations }) => {
        const own = attachments.ok
            ? attachments.value.find(({ resourceId }) => carrier.resourceIds.includes(resourceId))
            : undefined;
        return [...propagations.values()].some((list) => list.ok && own !== undefined && list.value.includes(own.id));
    });
    if (!isWhole)
        return [];
    const fromAzure = networks.filter((one) => one.towards === 'azure' && has(one, 'azure-advertised'));
    const fromAws = networks.filter((one) => one.towards === 'aws' && has(one, 'allowed-prefixes') && has(one, 'link-table'));
    const directions = [
        ...(isPropagated && fromAzure.length > 0 && fromAzure.every((one) => lacks(one, 'transit-gateway'))
            ? ['from Azure to AWS']
            : []),
        ...(fromAws.length > 0 && fromAws.every((one) => lacks(one, 'azure-learned'))
            ? ['from AWS to Azure']
            : []),
    ];
    return cause('router-routes', directions, [
        `Every session of both clouds is up, and no network comes through ${directions.join(' and ')}: the router at the colocation does not pass it on.`,
        'Let the router announce each cloud’s ranges to the other, and replace the number 12076 of Azure’s edge where AWS or a filter refuses it.',
    ], 'likely');
};
/** Rules about private links, in the order in which they are told. */
const PRIVATE_RULES = [
    associations,
    allowed,
    causes_private_prefixes,
    detached,
    interfaceStates,
    interfaceBgp,
    circuits,
    ports,
    unconnected,
    sessions,
    router,
];

// EXTERNAL MODULE: ./lib/tunnels/crypto.js
var tunnels_crypto = __nccwpck_require__(9091);
;// CONCATENATED MODULE: ./lib/tunnels/causes-tunnel.js




const isBad = ({ verdict }) => verdict !== 'healthy' && verdict !== 'unknown';
const causes_tunnel_names = (tunnels) => tunnels.map(({ name }) => name);
/** A cause that holds for the tunnels that a test finds; none without one. */
function forTunnels(id, found, sentence, remedy, certainty = 'certain') {
    return found.length === 0 ? [] : [{ id, certainty, subjects: causes_tunnel_names(found), sentence, remedy }];
}
const insideOf = ({ pair }) => insideAddresses(pair.aws?.insideCidr ?? null);
const missing = ({ facts, tunnels }) => forTunnels('tunnel-missing', facts.awsTunnels.ok && isWhole(facts.connections)
    ? tunnels.filter(({ pair }) => pair.aws === null || pair.azure === null)
    : [], 'Only one cloud has this tunnel: no address of the other leads to it.', 'Apply the foundation stack again: it makes a connection in Azure for each tunnel in AWS.');
const outside = ({ tunnels }) => forTunnels('outside-address', tunnels.filter(({ pair }) => pair.by === 'inside'), 'The local network gateway in Azure has a public address that the AWS tunnel does not have, so Azure calls another machine.', 'Set `gateway_address` of the local network gateway to the outside address of the tunnel in AWS.');
function isSwapped(tunnel) {
    const peer = tunnel.pair.azure?.peer;
    const inside = insideOf(tunnel);
    if (tunnel.pair.by !== 'outside' || inside === null || peer?.ok !== true)
        return false;
    return peer.value.bgpAddress !== null && peer.value.bgpAddress !== inside.aws;
}
const swapped = ({ tunnels }) => forTunnels('addresses-swapped', tunnels.filter(isSwapped), 'Azure speaks BGP to an address that is not the AWS end of this tunnel: addresses of two tunnels or of the two ends are swapped.', 'AWS has the first host of each tunnel’s range, Azure the second: set `bgp_peering_address` of the local network gateway to the first host of the same tunnel.');
const customMissing = ({ tunnels }) => forTunnels('custom-bgp-missing', tunnels.filter((tunnel) => tunnel.layers.bgp !== 'up' &&
    tunnel.pair.azure?.customBgp.length === 0 &&
    (tunnel.pair.instance?.bgpAddresses ?? []).some((address) => address.startsWith('169.254.'))), 'The connection names no custom BGP addresses, so Azure uses the first link-local address of the gateway for every connection: tunnels of the other addresses come up without BGP, two of four as a rule.', 'Set `custom_bgp_addresses` of the connection: the second host of this tunnel’s range for the instance on which it ends.');
const customSwapped = ({ tunnels }) => forTunnels('custom-bgp-swapped', tunnels.filter((tunnel) => {
    const { pair, layers } = tunnel;
    const custom = pair.azure?.customBgp ?? [];
    const own = custom.find(({ instance }) => instance === pair.instance?.name);
    const inside = insideOf(tunnel);
    return layers.bgp !== 'up' && own !== undefined && inside !== null && own.address !== inside.azure;
}), 'The custom BGP address of the instance on which this tunnel ends belongs to another tunnel: primary and secondary are swapped.', 'Primary is for the first instance of the gateway, secondary for the second: give this tunnel’s second host to the instance on which it ends.');
const bgpOff = ({ tunnels }) => forTunnels('bgp-off', tunnels.filter(({ pair, layers }) => layers.bgp !== 'up' && pair.azure?.bgpEnabled === false), 'BGP is off on the connection in Azure.', 'Set `bgp_enabled` of the connection.');
const keys = ({ tunnels }) => forTunnels('key-differs', tunnels.filter((tunnel) => {
    const { aws, azure } = tunnel.pair;
    // With addresses swapped, the keys are those of two tunnels.
    if (isSwapped(tunnel))
        return false;
    const [one, other] = [aws?.keyMark ?? null, azure?.keyMark ?? null];
    return one !== null && other !== null && one !== other;
}), 'The two clouds have different pre-shared keys for this tunnel, so IKE fails.', 'Apply the foundation stack again, which gives Azure the key that AWS made; never set one by hand.');
/** Where Azure does not give its key, nothing proves it; what is left when addresses and ciphers agree is the key. */
const keysPerhaps = ({ tunnels }) => forTunnels('key-differs', tunnels.filter(({ pair, aws, azure }) => {
    const hasBoth = (pair.aws?.keyMark ?? null) !== null && (pair.azure?.keyMark ?? null) !== null;
    const fits = pair.aws !== null && pair.azure !== null && pair.by === 'outside' && mismatchesOf(pair).length === 0;
    return !hasBoth && fits && aws.ike === 'down' && azure.ipsec === 'down';
}), 'IKE fails although addresses and ciphers agree, which is what different pre-shared keys look like.', 'Apply the foundation stack again, which gives Azure the key that AWS made; the tunnel logs in CloudWatch say `AUTHENTICATION_FAILED`.', 'likely');
function mismatchesOf({ aws, azure }) {
    if (aws === null || azure === null)
        return [];
    return (0,tunnels_crypto/* cryptoMismatches */.Sc)(aws.asked, azure.asked ?? tunnels_crypto/* AZURE_DEFAULT */.yp);
}
const ciphers = ({ tunnels }) => tunnels.flatMap((tunnel) => {
    const { pair, layers, verdict } = tunnel;
    return mismatchesOf(pair).flatMap(({ phase, what, aws, azure }) => {
        const isLifetime = what === 'lifetime';
        if (isLifetime ? verdict === 'healthy' && pair.azure?.asked === null : layers.ipsec === 'up')
            return [];
        return [
            {
                id: isLifetime ? 'lifetime-mismatch' : 'cipher-mismatch',
                certainty: pair.azure?.asked === null ? 'likely' : 'certain',
                subjects: [tunnel.name],
                sentence: `Phase ${phase} cannot agree on the ${what}: AWS has ${aws}, Azure ${azure}.`,
                remedy: isLifetime
                    ? 'Set `sa_lifetime` of the connection in Azure to the phase 2 lifetime of the tunnel in AWS, which takes 3600 s at most.'
                    : 'Give both sides the same in `ipsec_policy` and the options of the tunnel; the module site-to-site-vpn does.',
            },
        ];
    });
});
const weak = ({ tunnels }) => tunnels.flatMap(({ name, weaker }) => weaker.length === 0
    ? []
    : [
        {
            id: 'weak-cipher',
            certainty: 'certain',
            subjects: [name],
            sentence: `The tunnel agreed on less than was asked for: ${weaker.join('; ')}.`,
            remedy: 'Set one cipher, digest and group on both sides, so that there is nothing weaker to agree on.',
        },
    ]);
const asns = (input) => {
    const { link, tunnels, expected } = input;
    const transit = transitOf(input.facts, input.carrier, expected?.transitGatewayId ?? null);
    const aws = transit.ok ? transit.value.asn : null;
    const azure = link.gateway?.asn ?? null;
    if (aws !== null && aws === azure) {
        return forTunnels('asns-equal', tunnels, `Both gateways have the AS number ${aws}: BGP between the clouds is external and needs two.`, 'Change `transit_gateway_asn` or `azure_gateway_asn`; Azure’s default is 65515, AWS’s 64512.');
    }
    const differs = tunnels.filter(({ pair, layers }) => {
        if (layers.bgp === 'up')
            return false;
        const peer = pair.azure?.peer;
        const wrongInAzure = aws !== null && peer?.ok === true && peer.value.asn !== null && peer.value.asn !== aws;
        const customer = pair.aws?.customerGateway.asn ?? null;
        return wrongInAzure || (azure !== null && customer !== null && customer !== azure);
    });
    return forTunnels('asn-differs', differs, 'One side expects another AS number than the other has, so BGP refuses the session.', 'The local network gateway in Azure needs the number of the transit gateway, the customer gateway in AWS that of the Azure gateway.');
};
const flapping = ({ tunnels }) => forTunnels('flapping', tunnels.filter(({ flaps }) => flaps.state === 'down'), 'The tunnel falls and comes back again and again: keys that cannot be renewed, a BGP hold timer, or a limit of prefixes.', 'Compare lifetimes and dead peer detection of both sides, and look into the tunnel logs at the times of the falls.', 'likely');
/** The lone end of one instance: both its tunnels are away, those of the other work, and nothing else explains it. */
function instanceCause({ tunnels }, explained) {
    const instances = [...new Set(tunnels.flatMap(({ pair }) => pair.instance?.name ?? []))];
    const isAway = ({ layers }) => layers.bgp === 'down' || layers.ipsec === 'down';
    const away = instances.filter((name) => {
        const own = tunnels.filter(({ pair }) => pair.instance?.name === name);
        return own.every((tunnel) => isAway(tunnel) && !explained.has(tunnel.name));
    });
    const works = tunnels.some(({ pair, layers }) => !away.includes(pair.instance?.name ?? '') && layers.bgp === 'up');
    if (away.length !== 1 || !works)
        return [];
    return forTunnels('instance-maintenance', tunnels.filter(({ pair }) => pair.instance?.name === away[0]), `Every tunnel of ${away[0] ?? ''} of the Azure gateway is away while the other instance works: that instance is in maintenance or has failed.`, 'Wait some minutes; when it stays away, reset the gateway in Azure and look at its resource health.', 'likely');
}
/** AWS says so itself when it replaces an endpoint. */
const awsMaintenance = ({ facts, tunnels }) => forTunnels('instance-maintenance', tunnels.filter((tunnel) => {
    const maintenance = tunnel.pair.aws?.maintenance;
    if (!isBad(tunnel) || maintenance?.ok !== true)
        return false;
    const { pending, lastApplied } = maintenance.value;
    return pending || (lastApplied !== null && facts.readAt - lastApplied < REPLACEMENT_MS);
}), 'AWS replaces this tunnel’s endpoint now, or has announced to, which explains that it is away.', 'Wait some minutes. With lifecycle control, apply it at a time of your choice by `aws ec2 replace-vpn-tunnel`.', 'likely');
/** How long after its start the replacement of an endpoint explains that a tunnel is away. */
const REPLACEMENT_MS = 30 * 60_000;
/** Rules about single tunnels, in the order in which they are told. */
const TUNNEL_RULES = [
    missing,
    asns,
    outside,
    swapped,
    customMissing,
    customSwapped,
    bgpOff,
    keys,
    keysPerhaps,
    ciphers,
    weak,
    awsMaintenance,
    flapping,
];

;// CONCATENATED MODULE: ./lib/tunnels/causes.js




/**
 * Why the link is not as it should be. Rules look at configuration and states of both clouds and never at names or times;
 * what is certain is told first. A pattern that only suggests a cause is not told of tunnels that a certain one explains.
 */
function findCauses(input) {
    const known = ordered([...AZURE_RULES, ...ROUTE_RULES, ...TUNNEL_RULES].flatMap((rule) => rule(input)));
    const all = new Set(known.flatMap(({ subjects }) => subjects));
    return [...merged(known), ...instanceCause(input, all), ...routeless(input, known)];
}
/** As {@link findCauses}, of a private link: what stands in its way inside either cloud is the same as with a VPN. */
function findPrivateCauses(input, privateLink, paths) {
    const own = { ...input, privateLink, paths };
    const shared = [...AZURE_RULES, ...ROUTE_RULES].flatMap((rule) => rule(input));
    return merged(ordered([...shared, ...PRIVATE_RULES.flatMap((rule) => rule(own))]));
}
/** Certain causes first; a likely one is not told of what a certain one explains. */
function ordered(found) {
    const explained = new Set(found.flatMap(({ certainty, subjects }) => (certainty === 'certain' ? subjects : [])));
    const likely = found
        .filter(({ certainty }) => certainty === 'likely')
        .map((cause) => ({ ...cause, subjects: cause.subjects.filter((name) => !explained.has(name)) }))
        .filter(({ subjects }) => subjects.length > 0);
    const certain = found.filter(({ certainty }) => certainty === 'certain');
    return [...certain, ...likely];
}
/** One cause of several tunnels is told once. */
function merged(causes) {
    const byText = new Map();
    for (const cause of causes) {
        const key = `${cause.id} ${cause.certainty} ${cause.sentence}`;
        const before = byText.get(key);
        byText.set(key, { ...cause, subjects: [...new Set([...(before?.subjects ?? []), ...cause.subjects])] });
    }
    return [...byText.values()];
}
/** Sessions that are up and carry no routes, where no other cause is found. */
function routeless({ tunnels }, known) {
    const found = tunnels.filter(({ layers, routes }) => layers.bgp === 'up' && routes.state === 'down');
    if (found.length === 0 || known.length > 0)
        return [];
    return [
        {
            id: 'no-routes',
            certainty: 'likely',
            subjects: found.map(({ name }) => name),
            sentence: 'BGP is up, and expected routes do not come: one side does not have or does not send them.',
            remedy: 'Compare what each side advertises with what is expected, network by network, in the table of hops.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/tunnels/hops-aws.js


/** In the table that the VPC uses, by way of the link's attachment. */
function transitHop(place, network, has) {
    const { carrier, transit } = place;
    const table = tableOf(place, place.expected.cloudTableId, 'vpc');
    const own = inTable('transit-gateway', table, network, (route) => isOwnWay(carrier, route), has);
    if (own.state !== 'down' || carrier.kind !== 'vpn' || !transit.ok)
        return own;
    const isWay = (route) => isOwnWay(carrier, route) || isPrivateWay(transit.value, route);
    const beside = inTable('transit-gateway', table, network, isWay, has);
    return beside.state === 'up' ? { ...beside, detail: 'over the private link, which comes first' } : own;
}
/** In the table that the link's attachments use, by way of the VPC: what is there is advertised to Azure. */
function linkTableHop(place, network) {
    const table = tableOf(place, place.expected.linkTableId, 'link');
    if (isLoose(place)) {
        const detail = 'the attachment of the link is associated with no table';
        return { hop: 'link-table', state: 'down', where: '', detail };
    }
    return inTable('link-table', table, network, ({ target, active }) => target === 'vpc' && active, holds);
}
/** In every table of the VPC that needs it: one that lacks it is a zone that is cut off. */
function vpcHops(place, network, isWay, hop = 'vpc-table') {
    const { vpcTables } = place.facts;
    if (!vpcTables.ok)
        return [{ hop, state: 'unknown', where: '', detail: vpcTables.reason }];
    const { vpcTableIds } = place.expected;
    const wanted = vpcTableIds.length > 0 ? vpcTableIds : attachedTables(place, vpcTables.value);
    if (wanted.length === 0)
        return [{ hop, state: 'unknown', where: '', detail: 'no route table of a VPC was found' }];
    return wanted.map((id) => {
        const table = vpcTables.value.find((one) => one.id === id);
        if (table === undefined)
            return { hop, state: 'unknown', where: id, detail: 'the table was not found' };
        const isActive = (route) => route.active && isWay(route);
        return inTable(hop, { ok: true, value: table }, network, isActive, holds);
    });
}
/** Whether no attachment of the link has a table: what comes over it is then dropped. */
function isLoose({ transit, carrier }) {
    if (!transit.ok || !transit.value.attachments.ok)
        return false;
    const own = transit.value.attachments.value.filter(({ kind, resourceId }) => kind === carrier.kind && carrier.resourceIds.includes(resourceId));
    return own.length > 0 && own.every(({ tableId }) => tableId === null);
}
function inTable(hop, table, network, isWay, has) {
    if (!table.ok)
        return { hop, state: 'unknown', where: '', detail: table.reason };
    const { routes, id, name } = table.value;
    const found = fromReading(routes, (all) => has(all.filter(isWay).flatMap(({ destination }) => destination ?? []), network), 'no active route');
    return { hop, ...found, where: name === '' ? id : `${name} (${id})` };
}
function tableOf({ transit, carrier }, expected, of) {
    if (!transit.ok)
        return transit;
    const { attachments, tables } = transit.value;
    if (!tables.ok)
        return tables;
    const kind = of === 'vpc' ? 'vpc' : carrier.kind;
    const used = attachments.ok
        ? attachments.value
            .filter((one) => one.kind === kind && (of === 'vpc' || carrier.resourceIds.includes(one.resourceId)))
            .flatMap(({ tableId }) => tableId ?? [])
        : [];
    const id = expected ?? used[0];
    if (id === undefined) {
        const reason = attachments.ok ? `no ${kind} attachment uses a route table` : attachments.reason;
        return { ok: false, reason };
    }
    const found = tables.value.find((table) => table.id === id);
    return found === undefined
        ? { ok: false, reason: `the route table ${id} was not found` }
        : { ok: true, value: found };
}
/** Tables of the VPCs that hang on the link's transit gateway. */
function attachedTables({ transit }, tables) {
    const attachments = transit.ok ? transit.value.attachments : transit;
    const vpcs = attachments.ok
        ? attachments.value.flatMap(({ kind, resourceId }) => (kind === 'vpc' ? resourceId : []))
        : [];
    return tables.filter(({ vpcId }) => vpcs.includes(vpcId)).map(({ id }) => id);
}

;// CONCATENATED MODULE: ./lib/tunnels/hops-azure.js



/** A network of AWS among the effective routes of an interface in each subnet with nodes. */
function effectiveHops({ interfaces }, gateway, network) {
    const hop = 'azure-effective';
    if (!interfaces.ok)
        return [{ hop, state: 'unknown', where: '', detail: interfaces.reason }];
    const own = interfaces.value.filter(({ networkId }) => networkId === gateway?.networkId);
    return own.map(({ name, routes }) => {
        const found = fromReading(routes, (all) => {
            const ways = all.filter(({ active, nextHopType }) => active && nextHopType === 'VirtualNetworkGateway');
            return holds(ways.flatMap(({ prefixes }) => prefixes), network);
        }, 'no effective route to the gateway');
        return { hop, ...found, where: name };
    });
}
/** What comes from AWS must be let in to the nodes. */
function letInHops(facts, gateway, network) {
    const hop = 'azure-nsg';
    const groups = nodeGroups(facts, gateway);
    if (!groups.ok)
        return [{ hop, state: 'unknown', where: '', detail: groups.reason }];
    return groups.value.map(({ subnet, group }) => {
        const isOpen = letsIn(group, network);
        const detail = isOpen ? '' : `${group.name} keeps the kubelet's port closed`;
        return { hop, state: isOpen ? 'up' : 'down', where: subnet.name, detail };
    });
}
/** A route to pods from every peer of the Route Servers beside the gateway. */
function routeServerHops({ routeServers }, gateway, network) {
    const hop = 'route-server';
    if (!routeServers.ok)
        return [{ hop, state: 'unknown', where: '', detail: routeServers.reason }];
    const own = routeServers.value.filter(({ group }) => group === gateway?.group);
    if (own.length === 0)
        return [{ hop, state: 'down', where: '', detail: 'there is no Route Server' }];
    return own.map(({ name, peers }) => {
        if (!peers.ok)
            return { hop, state: 'unknown', where: name, detail: peers.reason };
        if (peers.value.length === 0)
            return { hop, state: 'down', where: name, detail: 'it has no peer' };
        const learned = peers.value.map((peer) => /^notconnected$/i.test(peer.state)
            ? { state: 'down', detail: `${peer.name} is not connected` }
            : fromReading(peer.learned, (routes) => holdsAny(routes.map((route) => route.network), network), 'no peer gives a route'));
        // Each node has its own slice of the pods, so each peer must give one.
        const state = allUp(learned.map((one) => one.state));
        const details = new Set(learned.filter((one) => one.state === state).map(({ detail }) => detail));
        return { hop, state, where: name, detail: [...details].join('; ') };
    });
}
/** A user-defined route to a node for pods. */
function userRouteHop({ routeTables }, network) {
    const found = fromReading(routeTables, (tables) => tables.some(({ routes }) => {
        const ways = routes.filter(({ nextHopType }) => nextHopType === 'VirtualAppliance');
        return holdsAny(ways.map(({ prefix }) => prefix), network);
    }), 'no user route leads to a node');
    return { hop: 'pod-way', ...found, where: 'user-defined routes' };
}

;// CONCATENATED MODULE: ./lib/tunnels/network-proof.js


const HOPS = [
    'azure-advertised',
    'transit-gateway',
    'vpc-table',
    'link-table',
    'allowed-prefixes',
    'azure-learned',
    'azure-effective',
    'azure-nsg',
    'route-server',
    'pod-way',
];
/** Each network once, in order. */
function network_proof_distinct(networks) {
    return [...new Map(networks.map((network) => [(0,cidr_format/* formatCidr */.mG)(network), network])).values()];
}
/** The state of a network is that of all its hops together; without a hop nothing is proven. */
function proof(network, kind, towards, hops) {
    return { network: (0,cidr_format/* formatCidr */.mG)(network), kind, towards, hops, state: allUp(hops.map(({ state }) => state)) };
}

;// CONCATENATED MODULE: ./lib/tunnels/networks.js







class Prover {
    #facts;
    #carrier;
    #expected;
    #place;
    #moreFromAws;
    constructor(facts, carrier, expected, moreFromAws) {
        this.#facts = facts;
        this.#carrier = carrier;
        this.#expected = expected;
        this.#moreFromAws = moreFromAws;
        const transit = transitOf(facts, carrier, expected.transitGatewayId);
        this.#place = { facts, carrier, expected, transit };
    }
    prove() {
        const { fromAzure, fromAws, pods, vpcDestinations, podRouting } = this.#expected;
        const texts = new Set(pods.map(cidr_format/* formatCidr */.mG));
        const isPods = (network) => texts.has((0,cidr_format/* formatCidr */.mG)(network));
        const nodes = [...fromAzure, ...vpcDestinations].filter((network) => !isPods(network));
        const hasNoWay = podRouting === 'masquerade' || podsToCome(this.#facts, this.#carrier.gateway, this.#expected);
        return [
            ...network_proof_distinct(nodes).map((network) => this.#towardsAzure(network, 'nodes')),
            ...network_proof_distinct(fromAws).map((network) => this.#towardsAws(network)),
            ...(hasNoWay ? [] : network_proof_distinct(pods).map((network) => this.#towardsPods(network))),
        ];
    }
    #towardsAzure(network, kind, more = []) {
        const slices = kind === 'pods' && this.#expected.podRouting === 'bgp';
        const has = slices ? holdsAny : holds;
        const advertised = this.#overSessions('azure-advertised', network, (one) => one.advertised, has);
        const hops = [...more, advertised, transitHop(this.#place, network, has)];
        const routed = this.#expected.vpcDestinations;
        if (routed.length === 0) {
            const detail = 'the expectations do not say which routes the VPC needs';
            hops.push({ hop: 'vpc-table', state: 'unknown', where: '', detail });
        }
        else if (routed.some((one) => (0,cidr_format/* formatCidr */.mG)(one) === (0,cidr_format/* formatCidr */.mG)(network))) {
            hops.push(...vpcHops(this.#place, network, ({ target }) => target === 'transit-gateway'));
        }
        return proof(network, kind, 'azure', hops);
    }
    #towardsAws(network) {
        const { gateway } = this.#carrier;
        return proof(network, 'vpc', 'aws', [
            linkTableHop(this.#place, network),
            ...this.#moreFromAws(network),
            this.#overSessions('azure-learned', network, (one) => one.learned, holds),
            ...effectiveHops(this.#facts, gateway, network),
            ...letInHops(this.#facts, gateway, network),
        ]);
    }
    /** How pods are reached depends on who routes them. */
    #towardsPods(network) {
        const { podRouting } = this.#expected;
        if (podRouting === 'gateway') {
            const hops = vpcHops(this.#place, network, ({ target }) => target === 'appliance', 'pod-way');
            return proof(network, 'pods', 'azure', this.#carrier.gateway === null ? hops.map(inDoubt) : hops);
        }
        if (podRouting === 'bgp') {
            const hops = routeServerHops(this.#facts, this.#carrier.gateway, network);
            return this.#towardsAzure(network, 'pods', hops);
        }
        if (podRouting === 'udr')
            return this.#towardsAzure(network, 'pods', [userRouteHop(this.#facts, network)]);
        return proof(network, 'pods', 'azure', [
            { hop: 'pod-way', state: 'unknown', where: '', detail: 'how pods are routed is not known' },
        ]);
    }
    /** A network must come over one session at least; redundancy is judged apart. */
    #overSessions(hop, network, routesOf, has) {
        const { sessions, gateway, noun } = this.#carrier;
        const found = sessions.map((session) => {
            if (session.neighbor === null)
                return { state: 'down', detail: 'no neighbour' };
            const look = (routes) => has(routes.map((route) => route.network), network);
            return fromReading(routesOf(session), look, 'not there');
        });
        const count = found.filter(({ state }) => state === 'up').length;
        const reasons = new Set(found.flatMap(({ state, detail }) => (state === 'unknown' ? [detail] : [])));
        return {
            hop,
            state: anyUp(found.map(({ state }) => state)),
            where: gateway?.name ?? '',
            detail: [`${count} of ${found.length} ${noun}`, ...reasons].join('; '),
        };
    }
}
/** Without the gateway nobody can tell whether nodes are in its network, so a way that is not there may not be needed. */
function inDoubt(hop) {
    return hop.state === 'down' ? { ...hop, state: 'unknown', detail: `${hop.detail}; ${NO_GATEWAY}` } : hop;
}
const NO_GATEWAY = 'whether nodes are in Azure is not known without its gateway';
/**
 * Whether pods in Azure are still to come: as long as no machine is in the virtual network there are no nodes, no pods on
 * them, and nothing has made a way to those yet. Where nobody looked for machines, the way has to be there.
 */
function podsToCome({ machineNetworks }, gateway, { pods, podRouting }) {
    if (podRouting === 'masquerade' || pods.length === 0 || machineNetworks === null)
        return false;
    const own = gateway?.networkId ?? null;
    return own !== null && !machineNetworks.includes(own);
}
/** Proves each expected network on every hop of its way. */
function proveNetworks(facts, carrier, expected, moreFromAws = () => []) {
    return new Prover(facts, carrier, expected, moreFromAws).prove();
}

;// CONCATENATED MODULE: ./lib/tunnels/redundancy.js

/**
 * What is left when any one failure domain goes. Two tunnels on one instance of the Azure gateway go down together, so
 * they are one path; the same is so for the two tunnels of one AWS connection, which share one customer gateway.
 */
function judgeRedundancy(paths) {
    const domains = [
        ...domainsOf(paths, 'azure-instance', ({ azureInstance }) => azureInstance),
        ...domainsOf(paths, 'aws-connection', ({ awsConnection }) => awsConnection),
    ];
    const working = paths.filter(({ verdict }) => carries(verdict) === 'up').length;
    const possible = paths.filter(({ verdict }) => carries(verdict) !== 'down').length;
    const certain = survives(paths.filter(({ verdict }) => carries(verdict) === 'up'), false);
    const hopeful = survives(paths.filter(({ verdict }) => carries(verdict) !== 'down'), true);
    const state = certain ? 'up' : hopeful ? 'unknown' : 'down';
    return { domains, working, possible, state, sentence: sentenceOf(state, working, domains) };
}
/** Whether paths are left without any one domain. A tunnel of unknown place only counts where hope is asked for. */
function survives(paths, hopeful) {
    const isSpread = (place) => {
        const known = new Set(paths.flatMap((path) => place(path) ?? []));
        const unplaced = paths.filter((path) => place(path) === null).length;
        return known.size + (hopeful ? unplaced : 0) >= 2;
    };
    return isSpread(({ azureInstance }) => azureInstance) && isSpread(({ awsConnection }) => awsConnection);
}
/** The failure domains of one kind, by name, each with what ends there. What has no known place counts to none. */
function domainsOf(paths, kind, place) {
    const names = [...new Set(paths.flatMap((path) => place(path) ?? []))].sort();
    return names.map((name) => {
        const own = paths.filter((path) => place(path) === name).map(({ verdict }) => carries(verdict));
        return {
            name,
            kind,
            tunnels: own.length,
            working: own.filter((signal) => signal === 'up').length,
            possible: own.filter((signal) => signal !== 'down').length,
        };
    });
}
function sentenceOf(state, working, domains) {
    if (state === 'up')
        return 'Either instance of the Azure gateway and either AWS connection may fail.';
    if (state === 'unknown')
        return 'Whether the link survives the failure of one end is not known.';
    if (working === 0)
        return 'Nothing carries traffic between the clouds.';
    const alive = domains.filter((domain) => domain.kind === 'azure-instance' && domain.working > 0);
    const [only] = alive;
    return alive.length === 1 && only !== undefined
        ? `All that works ends at ${only.name} of the Azure gateway: its next maintenance cuts the clouds apart.`
        : 'The next failure of one end cuts the clouds apart.';
}

;// CONCATENATED MODULE: ./lib/tunnels/private-redundancy.js



const NOUNS = {
    'virtual-interface': 'virtual interfaces',
    'circuit-port': 'ports of circuits',
    'gateway-session': 'sessions with edge routers',
};
/**
 * What is left when one device goes, stage by stage: two virtual interfaces at one router of AWS are one path. Locations
 * are counted and told, as they fail together more rarely; a link over one location is not called unsafe for that alone.
 */
function judgePrivateRedundancy(paths) {
    const stages = PATH_KINDS.map((kind) => ({ kind, own: paths.filter((path) => path.kind === kind) }));
    const states = stages.map(({ kind, own }) => ({ kind, state: stateOf(own) }));
    const count = (is) => Math.min(...stages.map(({ own }) => own.filter(({ verdict }) => is(carries(verdict))).length));
    const working = count((signal) => signal === 'up');
    const state = allUp(states.map((one) => one.state));
    const lone = states.filter((one) => one.state === 'down').map(({ kind }) => NOUNS[kind]);
    return {
        state,
        working,
        possible: count((signal) => signal !== 'down'),
        domains: [
            ...domainsOf(paths, 'device', ({ device }) => device),
            ...domainsOf(paths, 'location', ({ location }) => location),
        ],
        sentence: private_redundancy_sentenceOf({ state, working, lone, paths }),
    };
}
function stateOf(own) {
    const devices = (list) => new Set(list.flatMap(({ device }) => device ?? [])).size;
    const sure = own.filter(({ verdict }) => carries(verdict) === 'up');
    if (devices(sure) >= 2)
        return 'up';
    const hopeful = own.filter(({ verdict }) => carries(verdict) !== 'down');
    const unplaced = hopeful.filter(({ device }) => device === null).length;
    // One path of which nothing is known stands for all of a stage that could not be read.
    const isBlind = hopeful.some(({ verdict, device }) => verdict === 'unknown' && device === null);
    return devices(hopeful) + unplaced >= 2 || isBlind ? 'unknown' : 'down';
}
function private_redundancy_sentenceOf({ state, working, lone, paths }) {
    if (state === 'unknown')
        return 'Whether the link survives the failure of one device is not known.';
    if (working === 0)
        return 'Nothing carries traffic between the clouds.';
    if (state === 'down')
        return `The next failure of a device cuts the clouds apart: there are no two ${lone.join(' and ')} of different devices that work.`;
    const places = new Set(paths.flatMap(({ kind, location }) => (kind === 'virtual-interface' ? (location ?? []) : [])));
    const [only] = places;
    const one = places.size === 1 && only !== undefined
        ? ` All virtual interfaces end at ${only}, whose loss cuts the link.`
        : '';
    return `Any one device of either cloud may fail.${one}`;
}

;// CONCATENATED MODULE: ./lib/tunnels/unread.js

/** Why no network of a link was proven. */
const NOTHING_EXPECTED = 'No network is expected of this link, so none is proven; give the outputs of the foundation stack.';
/** Reasons why lists could not be read, each once: what they hold may be what is wrong. */
function unreadOf(facts) {
    const { awsTunnels, transitGateways, vpcTables, gateways, connections, routeServers, interfaces } = facts;
    const { directConnect, privateConnections } = facts;
    const all = [
        awsTunnels,
        transitGateways,
        vpcTables,
        gateways,
        connections,
        directConnect,
        privateConnections,
        routeServers,
        interfaces,
        facts.subnets,
        facts.routeTables,
        facts.securityGroups,
    ];
    const reasons = all.flatMap((reading) => (reading.ok ? [] : [reading.reason]));
    const peers = connections.ok ? connections.value.flatMap(({ peer }) => (peer.ok ? [] : [peer.reason])) : [];
    return [...new Set([...reasons, ...peers, ...facts.lacking])];
}
/** All expected networks together. A list that could not be read may hold what is wrong. */
function networksStateOf(networks, facts) {
    const isKnown = networks.length > 0 && unreadOf(facts).length === 0;
    return allUp([...networks.map(({ state }) => state), isKnown ? 'up' : 'unknown']);
}

;// CONCATENATED MODULE: ./lib/tunnels/judge-private.js







/** The verdict on a private link: its paths stage by stage, the networks on every hop, and what is wrong. */
function judgePrivate(facts, link, { settleMs }) {
    const { expected, gateway } = link;
    const carrier = (0,private_link/* privateCarrier */._U)(link);
    const paths = pathsOf(link, { now: facts.readAt, settleMs });
    const redundancy = judgePrivateRedundancy(paths);
    const networks = expected === null ? [] : proveNetworks(facts, carrier, expected, (network) => (0,private_link/* allowedHops */.r_)(link, network));
    const networksState = networksStateOf(networks, facts);
    const causes = findPrivateCauses({ facts, carrier, networks, expected, tunnels: [], link: { id: link.id, gateway, pairs: [] } }, link, paths);
    const unknown = [...unreadOf(facts), ...unknownOf(paths), ...(expected === null ? [NOTHING_EXPECTED] : [])];
    return {
        id: link.id,
        kind: 'private',
        name: expected?.name ?? gateway?.name ?? link.id,
        verdict: verdictOf({ paths, redundancy, networks: networksState, causes }),
        tunnels: [],
        paths,
        redundancy,
        networks,
        networksState,
        causes,
        mtu: mtuOf(paths),
        podsToCome: expected !== null && podsToCome(facts, gateway, expected),
        unknown: [...new Set(unknown)],
    };
}
function unknownOf(paths) {
    return paths.flatMap(({ name, checks }) => checks.flatMap(({ what, state, detail }) => (state === 'unknown' ? [`${name}: ${what}: ${detail}`] : [])));
}
/**
 * A link is a chain of stages, and is as good as its worst: a stage of which no path carries cuts it. Where all carry and
 * the router between passes networks one way alone, the clouds see different things.
 */
function verdictOf({ paths, redundancy, networks, causes }) {
    const stages = PATH_KINDS.map((kind) => paths.filter((path) => path.kind === kind).map(({ verdict }) => verdict));
    const dead = stages.filter((stage) => !stage.some((verdict) => carries(verdict) === 'up'));
    const isStarting = (stage) => stage.includes('provisioning');
    // What is still being made may be why the next stage has nothing to carry.
    if (dead.some(isStarting))
        return 'provisioning';
    if (dead.some((stage) => stage.every((verdict) => verdict === 'down')))
        return 'down';
    if (dead.length > 0)
        return 'unknown';
    const between = causes.find(({ id }) => id === 'router-routes');
    if (between !== undefined)
        return between.subjects.length > 1 ? 'down' : 'asymmetric';
    const verdicts = stages.flat();
    const has = (verdict) => verdicts.includes(verdict);
    if (has('down') || has('degraded') || networks === 'down' || redundancy.state === 'down')
        return 'degraded';
    if (has('unknown') || networks === 'unknown' || redundancy.state === 'unknown')
        return 'unknown';
    if (has('provisioning'))
        return 'provisioning';
    return has('settling') ? 'settling' : 'healthy';
}
/** What ExpressRoute takes at most, whatever a virtual interface would. */
const EXPRESS_ROUTE_MTU = 1500;
const HEADERS = 40;
function mtuOf(paths) {
    const known = paths.flatMap(({ mtu }) => mtu ?? []);
    const mtu = Math.min(EXPRESS_ROUTE_MTU, ...known);
    const jumbo = Math.max(0, ...known);
    const more = jumbo > mtu ? `: the virtual interfaces would take ${jumbo}, ExpressRoute does not` : '';
    return { mtu, mss: mtu - HEADERS, sentence: `A private link carries packets of ${mtu} bytes${more}.` };
}

;// CONCATENATED MODULE: ./lib/tunnels/history.js
/** How often a tunnel fell within the window. CloudWatch leaves out what it has not seen: no reading is no proof. */
function countFlaps(history, now, rule) {
    if (rule.windowMs === 0)
        return { falls: null, up: null, state: 'up', reason: 'not looked at' };
    if (!history.ok)
        return { falls: null, up: null, state: 'unknown', reason: history.reason };
    const readings = history.value.filter(({ at }) => at >= now - rule.windowMs && at <= now);
    if (readings.length === 0) {
        return { falls: null, up: null, state: 'unknown', reason: 'CloudWatch has no reading of this tunnel' };
    }
    const falls = readings.filter(({ up }, index) => !up && readings[index - 1]?.up === true).length;
    const up = readings.filter((reading) => reading.up).length / readings.length;
    const isFlapping = falls >= rule.most;
    return { falls, up, state: isFlapping ? 'down' : 'up', reason: isFlapping ? `fell ${falls} times` : '' };
}

;// CONCATENATED MODULE: ./lib/tunnels/sides.js


/** A tunnel that is UP in EC2 speaks BGP, as long as it is not routed statically; DOWN says only that BGP is not there. */
function awsSide(tunnel, { awsTunnels }) {
    if (tunnel === null)
        return awsTunnels.ok ? ALL_DOWN : ALL_UNKNOWN;
    const { status, statusMessage, negotiated } = tunnel;
    if (status === 'UP')
        return { ike: 'up', ipsec: 'up', bgp: 'up' };
    const bgp = status === 'DOWN' ? 'down' : 'unknown';
    const phase = (value) => (negotiated.ok ? (value(negotiated.value) === null ? 'down' : 'up') : 'unknown');
    const isIpsecUp = /IPSEC IS UP/i.test(statusMessage);
    const isIpsecDown = /IPSEC IS DOWN/i.test(statusMessage);
    const ipsec = isIpsecUp ? 'up' : isIpsecDown ? 'down' : phase(({ phase2 }) => phase2);
    return { ike: ipsec === 'up' ? 'up' : phase(({ phase1 }) => phase1), ipsec, bgp };
}
const ALL_DOWN = { ike: 'down', ipsec: 'down', bgp: 'down' };
const ALL_UNKNOWN = { ike: 'unknown', ipsec: 'unknown', bgp: 'unknown' };
/**
 * Azure tries each connection from both instances, and AWS trusts one of them: an attempt that is connected is enough,
 * and one that is not says nothing. Azure does not tell IKE from IPsec.
 */
function azureSide({ aws, azure, instance }, link, { connections }) {
    if (azure === null)
        return isWhole(connections) ? ALL_DOWN : ALL_UNKNOWN;
    return { ike: 'unknown', ipsec: connectionSignal(azure), bgp: bgpSignal({ aws, azure, instance }, link) };
}
function connectionSignal({ attempts, status }) {
    const states = attempts.length > 0 ? attempts.map((attempt) => attempt.status) : [status];
    if (states.includes('Connected'))
        return 'up';
    return states.every((state) => state === 'NotConnected' || state === 'Connecting') ? 'down' : 'unknown';
}
function bgpSignal(pair, { gateway }) {
    const neighbor = neighborOf(pair);
    if (gateway === null || !gateway.peers.ok || neighbor === null)
        return 'unknown';
    const states = gateway.peers.value.filter((peer) => peer.neighbor === neighbor).map(({ state }) => state);
    if (states.includes('Connected'))
        return 'up';
    return states.includes('Unknown') || !isAnsweredBy(pair.instance, gateway.peers.value) ? 'unknown' : 'down';
}

;// CONCATENATED MODULE: ./lib/tunnels/judge-tunnel.js





/** The verdict on one tunnel from both sides. */
function judgeTunnel(facts, link, pair, context) {
    const { expected, options } = context;
    const now = facts.readAt;
    const aws = complete(awsSide(pair.aws, facts));
    const azure = complete(azureSide(pair, link, facts));
    const flaps = pair.aws === null ? NO_FLAPS : countFlaps(pair.aws.history, now, options.flaps);
    const negotiated = pair.aws?.negotiated;
    const weaker = pair.aws !== null && negotiated?.ok === true ? (0,tunnels_crypto/* weakerThanAsked */.ny)(pair.aws.asked, negotiated.value) : [];
    const routes = routesOf(pair, link, expected);
    const lastChange = lastChangeOf(pair, link, now);
    return {
        name: nameOf(pair, expected, context.index),
        pair,
        aws,
        azure,
        layers: agreementOf(aws, azure),
        routes,
        verdict: judgeSignals({
            aws,
            azure,
            routes: routes.state,
            provisioning: isProvisioning(pair, link),
            settling: lastChange !== null && now - lastChange < options.settleMs,
            quality: qualityOf(pair.aws, weaker, flaps),
        }),
        flaps,
        weaker,
        lastChange,
        maintenance: maintenanceOf(pair.aws),
        unknown: judge_tunnel_unknownOf(pair.aws, flaps, { aws, azure }, nameOf(pair, expected, context.index)),
    };
}
function maintenanceOf(aws) {
    if (aws?.maintenance.ok !== true)
        return null;
    const { pending, appliedAfter } = aws.maintenance.value;
    return { pending, appliedAfter };
}
function agreementOf(aws, azure) {
    return {
        ike: agree(aws.ike, azure.ike),
        ipsec: agree(aws.ipsec, azure.ipsec),
        bgp: agree(aws.bgp, azure.bgp),
    };
}
const NO_FLAPS = { falls: null, up: null, state: 'unknown', reason: 'AWS has no such tunnel' };
/** The expected name where the ends are those expected, else what AWS calls the connection. */
function nameOf({ aws, azure }, expected, index) {
    const known = expected?.tunnels.find(({ awsOutside, azureConnection }) => (aws !== null && awsOutside === aws.outsideAddress) ||
        (aws === null && azureConnection === azure?.name));
    if (known !== undefined)
        return known.name;
    if (aws !== null)
        return `${aws.connectionName || aws.connectionId} ${aws.outsideAddress}`;
    return azure?.name ?? `missing tunnel ${index + 1}`;
}
function routesOf(pair, link, expected) {
    const neighbor = neighborOf(pair);
    const learned = neighbor === null ? null : learnedFrom(link, neighbor);
    const awsAccepts = pair.aws?.acceptedRoutes ?? null;
    const azureLearns = learned?.ok === true ? new Set(learned.value.map(({ network }) => network)).size : null;
    const some = (count) => (count === null ? 'unknown' : count > 0 ? 'up' : 'down');
    const signals = [some(awsAccepts), some(azureLearns)];
    if (expected !== null && neighbor !== null) {
        const sent = advertisedTo(link, neighbor);
        const has = (of, network) => of.ok
            ? holds(of.value.map((route) => route.network), network)
                ? 'up'
                : 'down'
            : 'unknown';
        if (learned !== null)
            signals.push(...expected.fromAws.map((network) => has(learned, network)));
        signals.push(...expected.fromAzure.map((network) => has(sent, network)));
    }
    return { state: allUp(signals), awsAccepts, azureLearns };
}
function isProvisioning({ aws, azure }, { gateway }) {
    const isMoving = (state) => /^(?:updating|creating|accepted)$/i.test(state ?? '');
    const negotiated = aws?.negotiated;
    return (/^(?:pending|modifying)$/.test(aws?.connectionState ?? '') ||
        (negotiated?.ok === true && negotiated.value.provisioning === 'pending') ||
        isMoving(azure?.provisioningState) ||
        isMoving(gateway?.provisioningState));
}
/** The latest change that either side tells of. */
function lastChangeOf(pair, { gateway }, now) {
    const neighbor = neighborOf(pair);
    const peers = gateway?.peers.ok === true ? gateway.peers.value : [];
    const connected = peers.flatMap((peer) => peer.neighbor === neighbor && peer.state === 'Connected' && peer.connectedFor !== null
        ? [now - peer.connectedFor]
        : []);
    const changes = connected.length === 0 ? [] : [Math.min(...connected)];
    const aws = pair.aws?.lastStatusChange ?? null;
    if (aws !== null)
        changes.push(aws);
    return changes.length === 0 ? null : Math.max(...changes);
}
function qualityOf(aws, weaker, flaps) {
    if (aws === null)
        return 'unknown';
    const known = (reading) => (reading.ok ? 'up' : 'unknown');
    return allUp([weaker.length > 0 ? 'down' : known(aws.negotiated), flaps.state, known(aws.maintenance)]);
}
function judge_tunnel_unknownOf(aws, flaps, sides, name) {
    const reasons = [aws?.negotiated, aws?.maintenance].flatMap((reading) => reading === undefined || reading.ok ? [] : [reading.reason]);
    if (aws !== null && flaps.state === 'unknown')
        reasons.push(flaps.reason);
    for (const [side, signals] of Object.entries(sides)) {
        const lacking = LAYERS.filter((layer) => layer !== 'ike' && signals[layer] === 'unknown');
        if (lacking.length > 0)
            reasons.push(`${side === 'aws' ? 'AWS' : 'Azure'} does not say the state of ${lacking.join(' and ')}`);
    }
    return reasons.map((reason) => `${name}: ${reason}`);
}

;// CONCATENATED MODULE: ./lib/tunnels/judge.js











/** Pairs what both clouds say and judges each link. Nothing here reads a clock or a cloud. */
function judge(facts, expectations, options) {
    const { links, others } = pairTunnels(facts);
    const closed = (0,private_link/* pairPrivateLinks */.ZO)(facts, expectations);
    const vpn = expectations.filter(({ directConnectGatewayId }) => directConnectGatewayId === null);
    return {
        links: [
            ...links.map((link) => judgeVpn(facts, link, vpn, options)),
            ...closed.map((link) => judgePrivate(facts, link, options)),
        ],
        others,
        unread: unreadOf(facts),
    };
}
function judgeVpn(facts, link, all, options) {
    const expected = expectationsOf(link, all);
    const carrier = vpnCarrier(link);
    const pairs = [...link.pairs, ...missingPairs(link, expected)];
    const tunnels = pairs.map((pair, index) => judgeTunnel(facts, link, pair, { index, expected, options }));
    const redundancy = judgeRedundancy(tunnels.map(pathOf));
    const networks = expected === null ? [] : proveNetworks(facts, carrier, expected);
    const networksState = networksStateOf(networks, facts);
    const unknown = [
        ...unreadOf(facts),
        ...tunnels.flatMap((tunnel) => tunnel.unknown),
        ...(expected === null ? [NOTHING_EXPECTED] : []),
    ];
    return {
        id: link.id,
        kind: 'vpn',
        name: expected?.name ?? link.gateway?.name ?? link.id,
        verdict: judgeLink({
            tunnels: tunnels.map(({ verdict }) => verdict),
            networks: networksState,
            redundancy: redundancy.state,
        }),
        tunnels,
        paths: [],
        redundancy,
        networks,
        networksState,
        causes: findCauses({ facts, link, carrier, tunnels, networks, expected }),
        mtu: (0,tunnels_crypto/* mtuAdvice */.vi)(phase2Of(tunnels)),
        podsToCome: expected !== null && podsToCome(facts, link.gateway, expected),
        unknown: [...new Set(unknown)],
    };
}
function pathOf({ verdict, pair }) {
    return {
        verdict,
        azureInstance: pair.instance?.name ?? null,
        awsConnection: pair.aws?.connectionId ?? null,
    };
}
/** Those of the Azure gateway or of a tunnel of the link. */
function expectationsOf({ id, pairs }, all) {
    const outside = new Set(pairs.flatMap(({ aws }) => aws?.outsideAddress ?? []));
    return (all.find(({ gatewayId }) => gatewayId?.toLowerCase() === id) ??
        all.find(({ tunnels }) => tunnels.some(({ awsOutside }) => outside.has(awsOutside))) ??
        null);
}
/** A tunnel that should be there and is in neither cloud has no end, and is down. */
function missingPairs({ pairs }, expected) {
    const isThere = (outside, connection) => pairs.some(({ aws, azure }) => aws?.outsideAddress === outside || azure?.name === connection);
    const missing = (expected?.tunnels ?? []).filter(({ awsOutside, azureConnection }) => !isThere(awsOutside, azureConnection));
    return missing.map(() => ({ aws: null, azure: null, by: 'none', instance: null }));
}
function phase2Of(tunnels) {
    for (const { pair } of tunnels) {
        const negotiated = pair.aws?.negotiated;
        if (negotiated?.ok === true && negotiated.value.phase2 !== null)
            return negotiated.value.phase2;
    }
    return null;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/tunnels/key-mark.js

/** Marks of one marker are made with a secret of its own that is never kept, so they mean nothing outside this process. */
function createKeyMarker() {
    const salt = (0,external_node_crypto_.randomBytes)(32);
    return (key) => key === undefined || key === '' ? null : (0,external_node_crypto_.createHmac)('sha256', salt).update(key).digest('hex');
}

// EXTERNAL MODULE: ./lib/action/durations.js
var durations = __nccwpck_require__(4346);
;// CONCATENATED MODULE: ./lib/tunnels/wait.js

const GROWTH = 1.5;
const LONGEST_MS = 60_000;
/**
 * Looks again and again until what is looked at is good and has stayed so, or the deadline would pass. A look that is not
 * good starts the count anew. A good look is followed by short waits, so that stability is seen, not supposed.
 */
async function waitUntilStable(look, options, { clock, log, signal }) {
    const started = clock.now();
    let pause = options.firstMs;
    let goodSince = null;
    for (let looks = 1;; looks += 1) {
        const { value, isGood, line } = await look();
        const now = clock.now();
        goodSince = isGood ? (goodSince ?? now) : null;
        const goodForMs = goodSince === null ? null : now - goodSince;
        const isStable = goodForMs !== null && goodForMs >= options.stableMs;
        const elapsedMs = now - started;
        const left = options.deadlineMs - elapsedMs;
        const needed = goodForMs === null ? pause : Math.min(options.firstMs, options.stableMs - goodForMs);
        if (isStable || left <= 0 || needed > left)
            return { last: value, looks, goodForMs, isStable, elapsedMs };
        const stable = goodForMs === null
            ? ''
            : `; good for ${(0,durations/* formatDuration */.a)(goodForMs)} of ${(0,durations/* formatDuration */.a)(options.stableMs)}`;
        log.info(`${line}${stable}; looking again in ${(0,durations/* formatDuration */.a)(needed)}, ${(0,durations/* formatDuration */.a)(left)} left.`);
        await clock.sleep(needed, signal);
        if (!isGood)
            pause = Math.min(LONGEST_MS, Math.round(pause * GROWTH));
    }
}

;// CONCATENATED MODULE: ./lib/github/issue-errors.js

/** Failures of keeping an issue, EHA1136 to EHA1139. */
const issueErrors = (0,errors/* defineErrors */.V)({
    EHA1136: {
        kind: 'service',
        title: 'GitHub did not keep the issue as it was sent',
        likelyCause: 'GitHub ignored the text, the label or the state, which it does for texts over its limit and for labels that the token may not set.',
        remedy: 'Run the job again. If it stays, look at the issue that the message names.',
    },
    EHA1137: {
        kind: 'user',
        title: 'The repository takes no issues',
        likelyCause: 'Issues are switched off in the settings of the repository, or the token may not see it.',
        remedy: 'Switch issues on, and grant issues: write to the job and to the job that calls the reusable workflow.',
    },
});

;// CONCATENATED MODULE: ./lib/github/marked-comment.js


/**
 * How a comment is kept: `update` rewrites it where it stands, `recreate` deletes it and makes a new one at the end,
 * `minimise` makes a new one at the end and hides the old one as outdated.
 */
const COMMENT_MODES = (/* unused pure expression or super */ null && (['update', 'recreate', 'minimise']));
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
        if (!(error instanceof ActionError) || !/too long/i.test(error.message))
            throw error;
        throw githubErrors.EHA1104(`${sent}, ${error.message}`, { cause: error });
    }
    if (isSameText(comment.body, body))
        return comment;
    throw githubErrors.EHA1104(`${sent}, GitHub kept ${String(Buffer.byteLength(comment.body ?? ''))}`);
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
        if (!(error instanceof ActionError) || error.code !== 'EHA1105')
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/github/marked-issue.js



const NEEDS_READ = 'issues: read';
const marked_issue_NEEDS_WRITE = 'issues: write';
const MARKER = /^<!-- eks-hybrid-actions:(\S+ id=\S+) fingerprint=(\S+) -->/;
/**
 * Reads the issues of a label. Only those count as kept that the owner of this token wrote: anybody may paste a marker
 * into an issue of their own.
 * @throws EHA1101, EHA1102, EHA1137
 */
async function readIssueBoard(door, label) {
    const login = await ownLogin(door);
    const listed = await withIssues(() => door.call(`list the issues with the label ${label}`, NEEDS_READ, (octokit) => octokit.paginate(octokit.rest.issues.listForRepo, {
        ...door.repository,
        labels: label,
        state: 'all',
        per_page: 100,
    })));
    const issues = listed.filter((issue) => issue.pull_request === undefined);
    const own = issues
        .filter((issue) => issue.user?.login === login)
        .flatMap((issue) => {
        const [, key = '', fingerprint = ''] = MARKER.exec(issue.body ?? '') ?? [];
        return key === '' ? [] : [{ key, issue: kept(issue, fingerprint) }];
    })
        .sort((one, other) => one.issue.number - other.issue.number);
    const of = (key) => own.filter((entry) => entry.key === key).map(({ issue }) => issue);
    const openOf = (key) => of(key).filter(({ isOpen }) => isOpen);
    return {
        label,
        open: issues.filter(({ state }) => state === 'open').length,
        find: (key) => openOf(key)[0] ?? of(key).at(-1),
        duplicates: (key) => openOf(key).slice(1),
    };
}
function kept(issue, fingerprint) {
    const isOpen = issue.state === 'open';
    return {
        number: issue.number,
        url: issue.html_url,
        isOpen,
        isAccepted: !isOpen && issue.state_reason === 'not_planned',
        fingerprint,
    };
}
/**
 * Makes the one issue under a key say `text`. One that says so already costs no write. A closed one is opened again,
 * unless it was closed as not planned and says the same.
 * @param maxOpen open issues with the label that there may be; what is open is kept up to date beyond it
 * @throws EHA1136 when GitHub did not keep what was written
 */
async function keepIssue(door, board, text, maxOpen) {
    const issue = board.find(text.key);
    await closeDuplicates(door, board, text.key);
    if (issue?.isOpen === true) {
        if (issue.fingerprint === text.fingerprint)
            return { action: 'unchanged', ...placeOf(issue) };
        await write(door, board.label, issue, text, 'open');
        await comment(door, issue.number, text.comment);
        return { action: 'updated', ...placeOf(issue) };
    }
    if (issue?.isAccepted === true && issue.fingerprint === text.fingerprint) {
        return { action: 'accepted', ...placeOf(issue) };
    }
    if (board.open >= maxOpen)
        return { action: 'capped', number: null, url: null };
    if (issue === undefined)
        return { action: 'opened', ...placeOf(await marked_issue_open(door, board.label, text)) };
    await write(door, board.label, issue, text, 'open');
    await comment(door, issue.number, text.comment);
    return { action: 'reopened', ...placeOf(issue) };
}
/** Closes the issue under a key, when one is open, with a comment that says why. @throws EHA1136 */
async function closeIssue(door, board, key, reason) {
    const issue = board.find(key);
    if (issue?.isOpen !== true)
        return { action: 'none', number: null, url: null };
    await closeDuplicates(door, board, key);
    await comment(door, issue.number, reason);
    await setState(door, issue.number, 'completed');
    return { action: 'closed', ...placeOf(issue) };
}
function placeOf({ number, url }) {
    return { number, url };
}
function bodyOf({ key, fingerprint, body }) {
    return `<!-- eks-hybrid-actions:${key} fingerprint=${fingerprint} -->\n${body}`;
}
async function marked_issue_open(door, label, text) {
    const body = bodyOf(text);
    let isRepeated = false;
    const made = await withIssues(() => door.call(`open an issue for ${text.key}`, marked_issue_NEEDS_WRITE, async (octokit) => {
        // The answer to the first try may have got lost after the issue was made.
        const before = isRepeated ? await marked_issue_findText(door, octokit, label, body) : undefined;
        isRepeated = true;
        if (before !== undefined)
            return before;
        const request = { ...door.repository, title: text.title, body, labels: [label] };
        return (await octokit.rest.issues.create(request)).data;
    }));
    await readBack(door, made.number, { body, label, state: 'open' });
    return kept(made, text.fingerprint);
}
async function marked_issue_findText(door, octokit, label, body) {
    const { data } = await octokit.rest.issues.listForRepo({
        ...door.repository,
        labels: label,
        state: 'open',
        per_page: 100,
    });
    return data.find((issue) => isSameText(issue.body ?? undefined, body));
}
async function write(door, label, { number }, text, state) {
    const body = bodyOf(text);
    await door.call(`update issue ${number}`, marked_issue_NEEDS_WRITE, (octokit) => octokit.rest.issues.update({ ...door.repository, issue_number: number, title: text.title, body, state }));
    await readBack(door, number, { body, label, state });
}
async function setState(door, number, reason) {
    await door.call(`close issue ${number}`, marked_issue_NEEDS_WRITE, (octokit) => octokit.rest.issues.update({
        ...door.repository,
        issue_number: number,
        state: 'closed',
        state_reason: reason,
    }));
    await readBack(door, number, { state: 'closed' });
}
async function comment(door, number, body) {
    await door.call(`comment on issue ${number}`, marked_issue_NEEDS_WRITE, (octokit) => octokit.rest.issues.createComment({ ...door.repository, issue_number: number, body }));
}
async function closeDuplicates(door, board, key) {
    for (const { number } of board.duplicates(key))
        await setState(door, number, 'not_planned');
}
/** Reads an issue anew: an answer of 200 has been seen for a text that was not kept. @throws EHA1136 */
async function readBack(door, number, expected) {
    const { data } = await door.call(`read issue ${number} back`, NEEDS_READ, (octokit) => octokit.rest.issues.get({ ...door.repository, issue_number: number }));
    const { body, label, state } = expected;
    const labels = data.labels.map((entry) => (typeof entry === 'string' ? entry : (entry.name ?? '')));
    const wrong = [
        ...(data.state === state ? [] : [`it is ${data.state} and should be ${state}`]),
        ...(body === undefined || isSameText(data.body ?? undefined, body) ? [] : ['its text is another']),
        ...(label === undefined || labels.some((name) => name.toLowerCase() === label.toLowerCase())
            ? []
            : [`it lacks the label ${label}`]),
    ];
    if (wrong.length > 0)
        throw issueErrors.EHA1136(`Issue ${number}: ${wrong.join(', ')}.`);
}
/** "Not found" and "gone" mean that there are no issues at all. */
async function withIssues(work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l) || error.code !== 'EHA1105')
            throw error;
        throw issueErrors.EHA1137(error.message, { cause: error });
    }
}

;// CONCATENATED MODULE: ./actions/tunnel-status/src/issues.js



/**
 * Keeps one issue for each link. A link that is healthy closes its own; one that is known to be broken opens it; one that
 * could not be judged, or is only being made or settling, changes nothing.
 */
async function keepIssues(door, document, { label, maxOpen }) {
    if (document.links.length === 0)
        return document;
    const board = await readIssueBoard(door, label);
    const links = [];
    let opened = 0;
    for (const link of document.links) {
        const key = `link id=${encodeURIComponent(link.id)}`;
        const verdict = linkVerdict(link);
        const seen = { ...board, open: board.open + opened };
        let issue = null;
        if (link.verdict === 'healthy') {
            issue = await closeIssue(door, board, key, `${verdict} ([run](${document.runUrl}))`);
        }
        else if (isBroken(link)) {
            const text = {
                key,
                fingerprint: fingerprintOf(link),
                title: `Link ${link.name} is ${link.verdict}`,
                body: issues_bodyOf(link, document),
                comment: `${verdict} ([run](${document.runUrl}))`,
            };
            issue = await keepIssue(door, seen, text, maxOpen);
            if (issue.action === 'opened' || issue.action === 'reopened')
                opened += 1;
        }
        links.push({ ...link, issue });
    }
    return { ...document, links };
}
function isBroken({ verdict }) {
    return verdict === 'down' || verdict === 'degraded' || verdict === 'asymmetric';
}
/** What is broken and why, not when: times and counts differ in every run. */
function fingerprintOf({ verdict, tunnels, paths, causes, networks }) {
    const said = {
        verdict,
        tunnels: [...tunnels, ...paths].map(({ name, verdict: own }) => [name, own]),
        causes: causes.map(({ id, subjects }) => [id, [...subjects].sort()]),
        networks: networks
            .filter(({ state }) => state === 'down')
            .map(({ network, towards }) => [network, towards]),
    };
    return `link-v1:${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(said)).digest('hex')}`;
}
function issues_bodyOf(link, { runUrl, generatedAt }) {
    const { verdict, causes, tunnels, details } = linkSections(link);
    const closing = `Checked at ${generatedAt} ([run](${runUrl})). This issue closes by itself when the link is healthy again.`;
    return [verdict, causes, tunnels, details, closing].filter((text) => text !== '').join('\n\n');
}

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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
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

;// CONCATENATED MODULE: ./lib/tunnels/cause.js
const CAUSES = [
    'gateway-updating',
    'tunnel-missing',
    'addresses-swapped',
    'outside-address',
    'custom-bgp-missing',
    'custom-bgp-swapped',
    'bgp-off',
    'asns-equal',
    'asn-differs',
    'asn-loop',
    'key-differs',
    'cipher-mismatch',
    'lifetime-mismatch',
    'weak-cipher',
    'propagation-off',
    'vpc-route-missing',
    'branch-to-branch-off',
    'prefix-limit',
    'peer-limit',
    'instance-maintenance',
    'gateway-subnet-nsg',
    'gateway-subnet-udr',
    'node-udr',
    'node-nsg',
    'association-missing',
    'flapping',
    'no-routes',
    'interface-bgp-down',
    'interface-unconfirmed',
    'interface-testing',
    'interface-detached',
    'direct-connect-unassociated',
    'prefix-not-allowed',
    'circuit-not-provisioned',
    'circuit-disabled',
    'peering-off',
    'port-bgp-down',
    'connection-down',
    'edge-session-down',
    'router-routes',
];

;// CONCATENATED MODULE: ./lib/report/tunnels-document.js






const count = () => schemas_int().check(_nonnegative());
const signal = schemas_enum(['up', 'down', 'unknown']);
const agreement = schemas_enum(['up', 'down', 'unknown', 'asymmetric']);
const tunnels_document_layers = (of) => object({ ike: of, ipsec: of, bgp: of });
const tunnels_document_tunnel = object({
    name: schemas_string(),
    verdict: schemas_enum(VERDICTS),
    /** Public addresses; null where that end was not found. */
    awsOutside: nullable(schemas_string()),
    azurePublic: nullable(schemas_string()),
    insideCidr: nullable(schemas_string()),
    vpnConnection: nullable(schemas_string()),
    azureConnection: nullable(schemas_string()),
    /** Instance of the Azure gateway: a failure domain. */
    azureInstance: nullable(schemas_string()),
    pairedBy: schemas_enum(['outside', 'inside', 'none']),
    aws: tunnels_document_layers(signal),
    azure: tunnels_document_layers(signal),
    agreement: tunnels_document_layers(agreement),
    routes: object({
        state: signal,
        awsAccepts: nullable(count()),
        azureLearns: nullable(count()),
    }),
    /** ISO 8601, UTC; null when neither cloud says. */
    lastChange: nullable(iso_datetime()),
    /** Falls within the window; null when the history is not known. */
    falls: nullable(count()),
    crypto: nullable(object({
        ikeVersion: nullable(schemas_string()),
        phase1: nullable(schemas_string()),
        phase1Group: nullable(schemas_string()),
        phase2: nullable(schemas_string()),
        phase2Group: nullable(schemas_string()),
    })),
    weaker: array(schemas_string()),
    /** Null when it could not be read. */
    maintenance: nullable(object({ pending: schemas_boolean(), appliedAfter: nullable(iso_datetime()) })),
});
/** One redundant way through a stage of a private link. */
const path = object({
    kind: schemas_enum(PATH_KINDS),
    name: schemas_string(),
    verdict: schemas_enum(VERDICTS),
    /** What fails together with it, and where it is; null when it is not known. */
    device: nullable(schemas_string()),
    location: nullable(schemas_string()),
    checks: array(object({
        what: schemas_enum([
            'attachment',
            'interface',
            'circuit',
            'provider',
            'peering',
            'connection',
            'bgp',
            'routes',
        ]),
        state: signal,
        detail: schemas_string(),
    })),
    /** ISO 8601, UTC; null when nobody says. */
    lastChange: nullable(iso_datetime()),
    /** Bytes; null where none is told. */
    mtu: nullable(count()),
});
const tunnels_document_link = object({
    /** Id of the Azure gateway in lower case, or of the transit or Direct Connect gateway. */
    id: schemas_string(),
    kind: schemas_enum(['vpn', 'private']),
    name: schemas_string(),
    verdict: schemas_enum(VERDICTS),
    /** Whether the link does what is required. */
    required: signal,
    /** Of a VPN; empty for a private link, which has paths. */
    tunnels: array(tunnels_document_tunnel),
    paths: array(path),
    redundancy: object({
        state: signal,
        working: count(),
        possible: count(),
        sentence: schemas_string(),
        domains: array(object({
            name: schemas_string(),
            kind: schemas_enum(['azure-instance', 'aws-connection', 'device', 'location']),
            tunnels: count(),
            working: count(),
            possible: count(),
        })),
    }),
    networks: array(object({
        network: schemas_string(),
        kind: schemas_enum(['nodes', 'pods', 'vpc']),
        towards: schemas_enum(['azure', 'aws']),
        state: signal,
        hops: array(object({ hop: schemas_enum(HOPS), state: signal, where: schemas_string(), detail: schemas_string() })),
    })),
    causes: array(object({
        id: schemas_enum(CAUSES),
        certainty: schemas_enum(['certain', 'likely']),
        subjects: array(schemas_string()),
        sentence: schemas_string(),
        remedy: schemas_string(),
    })),
    mtu: object({ mtu: count(), mss: count(), sentence: schemas_string() }),
    /** Whether no way to pods was looked for, because no machine is in the virtual network yet. */
    podsToCome: schemas_boolean(),
    unknown: array(schemas_string()),
    issue: nullable(object({
        action: schemas_enum(['opened', 'updated', 'reopened', 'unchanged', 'closed', 'capped', 'accepted', 'none']),
        number: nullable(schemas_int()),
        url: nullable(schemas_string()),
    })),
});
/** What `tunnel-status` found out about the links between two accounts. Holds no key. */
const tunnelsDocument = defineDocument('tunnels', 1, object({
    /** The worst of all links; `unknown` without one. */
    verdict: schemas_enum(VERDICTS),
    required: signal,
    requirement: schemas_string(),
    links: array(tunnels_document_link),
    /** Tunnels and connections that lead elsewhere. */
    others: count(),
    /** Lists that could not be read, with the reason; they may hide whole links. */
    unread: array(schemas_string()),
    wait: object({
        looks: count(),
        milliseconds: count(),
        stableForMs: nullable(count()),
        /** Whether it stayed good for as long as was asked. */
        stable: schemas_boolean(),
    }),
    sha: schemas_string(),
    runUrl: schemas_string(),
    /** ISO 8601, UTC. */
    generatedAt: iso_datetime(),
}));

// EXTERNAL MODULE: ./lib/tunnels/requirement.js
var tunnels_requirement = __nccwpck_require__(6155);
;// CONCATENATED MODULE: ./actions/tunnel-status/src/record.js




/** Whether all links do what is required; none is not known to. */
function requiredOf({ links }, { requirement }) {
    return allUp(links.map((link) => requiredOfLink(link, requirement)));
}
/** A private link has to meet it in each of its stages, for a chain carries as much as its weakest part. */
function requiredOfLink({ kind, tunnels, paths, redundancy, networksState }, requirement) {
    const stages = kind === 'vpn' ? [tunnels] : PATH_KINDS.map((stage) => paths.filter((path) => path.kind === stage));
    return allUp(stages.map((stage) => {
        const verdicts = stage.map(({ verdict }) => verdict);
        return (0,tunnels_requirement/* meets */.D)({ tunnels: verdicts, redundancy, networks: networksState }, requirement);
    }));
}
/** The worst of all links; without one nothing is known. */
function worst(verdicts) {
    const ranks = verdicts.map((verdict) => VERDICTS.indexOf(verdict));
    return ranks.length === 0 ? 'unknown' : (VERDICTS[Math.max(...ranks)] ?? 'unknown');
}
/** The document of a judgement. Nothing of the facts but what is named here gets into it. */
function documentOf(waited, inputs, deps) {
    const { last } = waited;
    return tunnelsDocument.create({
        verdict: worst(last.links.map(({ verdict }) => verdict)),
        required: requiredOf(last, inputs),
        requirement: inputs.requirementText,
        links: last.links.map((link) => record_linkOf(link, inputs)),
        others: last.others,
        unread: [...last.unread],
        wait: {
            looks: waited.looks,
            milliseconds: waited.elapsedMs,
            stableForMs: waited.goodForMs,
            stable: waited.isStable,
        },
        sha: deps.github.sha,
        runUrl: deps.github.runUrl,
        generatedAt: new Date(deps.clock.now()).toISOString(),
    });
}
function record_linkOf(link, { requirement }) {
    const { id, kind, name, verdict, redundancy, networks, causes, mtu, podsToCome, unknown } = link;
    return {
        id,
        kind,
        name,
        verdict,
        required: requiredOfLink(link, requirement),
        tunnels: link.tunnels.map(tunnelOf),
        paths: link.paths.map(record_pathOf),
        redundancy: { ...redundancy, domains: redundancy.domains.map((domain) => ({ ...domain })) },
        networks: networks.map((network) => ({ ...network, hops: network.hops.map((hop) => ({ ...hop })) })),
        causes: causes.map((cause) => ({ ...cause, subjects: [...cause.subjects] })),
        mtu,
        podsToCome,
        unknown: [...unknown],
        issue: null,
    };
}
const timeOf = (at) => (at === null ? null : new Date(at).toISOString());
function record_pathOf({ checks, lastChange, ...path }) {
    return { ...path, checks: checks.map((check) => ({ ...check })), lastChange: timeOf(lastChange) };
}
function tunnelOf({ pair, ...tunnel }) {
    const { aws, azure, instance, by } = pair;
    const negotiated = aws?.negotiated;
    const { maintenance } = tunnel;
    return {
        name: tunnel.name,
        verdict: tunnel.verdict,
        awsOutside: aws?.outsideAddress ?? null,
        azurePublic: aws?.customerGateway.address ?? null,
        insideCidr: aws?.insideCidr ?? null,
        vpnConnection: aws?.connectionId ?? null,
        azureConnection: azure?.name ?? null,
        azureInstance: instance?.name ?? null,
        pairedBy: by,
        aws: { ...tunnel.aws },
        azure: { ...tunnel.azure },
        agreement: { ...tunnel.layers },
        routes: { ...tunnel.routes },
        lastChange: timeOf(tunnel.lastChange),
        falls: tunnel.flaps.falls,
        crypto: negotiated?.ok === true ? cryptoOf(negotiated.value) : null,
        weaker: [...tunnel.weaker],
        maintenance: maintenance === null
            ? null
            : { pending: maintenance.pending, appliedAfter: timeOf(maintenance.appliedAfter) },
    };
}
function cryptoOf({ ikeVersion, phase1, phase1Group, phase2, phase2Group, }) {
    return { ikeVersion, phase1, phase1Group, phase2, phase2Group };
}

;// CONCATENATED MODULE: ./actions/tunnel-status/src/run.js















const FIRST_WAIT_MS = 5_000;
/** GitHub shows ten annotations of a level in a step. */
const MOST_ANNOTATIONS = 10;
/** Looks at the links until they are as required, or the time is up; writes everything before the step fails. */
async function run(inputs, deps) {
    const expectations = await readExpectations(inputs);
    const groups = groupsOf(inputs, expectations);
    const marker = createKeyMarker();
    const waited = await waitUntilStable(() => look(inputs, { expectations, groups, marker }, deps), { deadlineMs: inputs.waitMs, stableMs: inputs.stableMs, firstMs: FIRST_WAIT_MS }, deps);
    const { document, failure } = await run_withIssues(documentOf(waited, inputs, deps), inputs, deps);
    annotate(document, deps);
    const first = failure ?? run_failureOf(document, inputs);
    return {
        outputs: { ...outputsOf(document), junit: await writeJunit(document, deps) },
        report: { fileName: 'tunnels.json', document },
        summary: tunnelsSummary(document),
        ...(first === undefined ? {} : { failure: first }),
    };
}
async function readExpectations({ expectations, podRouting }) {
    const read = await Promise.all(expectations.map(async (path) => parseExpectations(await (0,promises_.readFile)(path, 'utf8'), (0,external_node_path_.basename)(path), podRouting)));
    return read.flat();
}
/** @throws EHA1701 when nothing says where the gateways are */
function groupsOf({ resourceGroups }, expectations) {
    const named = resourceGroups.length > 0 ? resourceGroups : expectations.map(({ resourceGroup }) => resourceGroup);
    const groups = [...new Map(named.map((group) => [group.toLowerCase(), group])).values()];
    if (groups.length > 0)
        return groups;
    throw tunnelErrors.EHA1701('Neither expectations nor azure-resource-groups say where the VPN gateways are.');
}
async function look(inputs, context, deps) {
    const facts = await readFacts(inputs, context, deps);
    const expected = context.expectations.map((one) => one.expected);
    const { settleMs, flapWindowMs: windowMs, flapLimit: most } = inputs;
    const value = judge(facts, expected, { settleMs, flaps: { windowMs, most } });
    return { value, isGood: requiredOf(value, inputs) === 'up', line: progressLine(value) };
}
/** Both clouds at once; the doors are loaded only here. */
async function readFacts(inputs, { expectations, groups, marker }, deps) {
    const [{ readAwsLinks }, { readAzureLinks }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 547).then(__nccwpck_require__.bind(__nccwpck_require__, 8547)),
        __nccwpck_require__.e(/* import() */ 98).then(__nccwpck_require__.bind(__nccwpck_require__, 5098)),
    ]);
    const [aws, azure] = await Promise.all([
        readAwsLinks(awsScope(inputs, expectations), marker, deps),
        readAzureLinks({
            subscriptionId: inputs.subscriptionId,
            groups,
            operationMs: inputs.operationMs,
            effectiveRoutes: inputs.effectiveRoutes,
        }, readAzureEnvironment(), marker, deps),
    ]);
    return { readAt: deps.clock.now(), ...aws, ...azure };
}
/** With expectations alone, nothing but what they name is read in AWS. */
function awsScope(inputs, expectations) {
    const expected = expectations.map((one) => one.expected);
    const isNarrow = expected.length > 0 && inputs.resourceGroups.length === 0;
    const transitGatewayIds = isNarrow
        ? expected.flatMap(({ transitGatewayId }) => transitGatewayId ?? [])
        : [];
    const hasTables = isNarrow && expected.every(({ vpcTableIds }) => vpcTableIds.length > 0);
    return {
        region: inputs.region,
        transitGatewayIds: [...new Set(transitGatewayIds)],
        directConnectGatewayIds: [...new Set(expected.flatMap((one) => one.directConnectGatewayId ?? []))],
        vpcTableIds: hasTables ? [...new Set(expected.flatMap(({ vpcTableIds }) => vpcTableIds))] : [],
        historyMs: inputs.flapWindowMs,
    };
}
function progressLine({ links }) {
    const verdicts = links.flatMap(({ tunnels, paths }) => [...tunnels, ...paths].map(({ verdict }) => verdict));
    const counts = [...new Set(verdicts)].map((verdict) => `${verdicts.filter((one) => one === verdict).length} ${verdict}`);
    const what = counts.length === 0 ? 'no tunnel found' : `${nounOf(links)}: ${counts.join(', ')}`;
    return `Link ${worst(links.map(({ verdict }) => verdict))}; ${what}`;
}
function nounOf(links) {
    const kinds = new Set(links.map(({ kind }) => kind));
    if (kinds.size > 1)
        return 'tunnels and paths';
    return kinds.has('private') ? 'paths' : 'tunnels';
}
/** A failure to keep an issue is told and fails the step at the end. */
async function run_withIssues(document, inputs, deps) {
    if (!inputs.issue || inputs.githubToken === null)
        return { document };
    try {
        return { document: await keepIssues(createGitHubDoor(inputs.githubToken, deps), document, inputs) };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        return {
            document,
            failure: tunnelErrors.EHA1704(`${error.code}: ${error.message}`, {
                cause: error,
                remedy: error.remedy,
            }),
        };
    }
}
function annotate({ links }, { log }) {
    for (const link of links)
        log.info(linkVerdict(link));
    const causes = links.flatMap((link) => link.causes.map((cause) => ({ ...cause, link: link.name })));
    for (const { id, link, sentence, remedy, subjects, certainty } of causes.slice(0, MOST_ANNOTATIONS)) {
        const about = subjects.length === 0 ? '' : `\nIt is about ${subjects.slice(0, 8).join(', ')}.`;
        const message = `${sentence}${about}\n${remedy}`;
        const at = { title: `${link}: ${id}` };
        if (certainty === 'certain')
            log.error(message, at);
        else
            log.warning(message, at);
    }
}
function outputsOf({ verdict, required, links }) {
    const tunnels = links.flatMap((link) => [...link.tunnels, ...link.paths]);
    const states = links.map(({ redundancy }) => redundancy.state);
    const isUnknown = states.length === 0 || (!states.includes('down') && states.includes('unknown'));
    return {
        verdict,
        required,
        healthy: tunnels.filter((tunnel) => tunnel.verdict === 'healthy').length,
        tunnels: tunnels.length,
        links: links.length,
        broken: links
            .filter((link) => link.verdict !== 'healthy')
            .map(({ name }) => name)
            .join(','),
        redundant: isUnknown ? 'unknown' : !states.includes('down'),
        causes: [...new Set(links.flatMap(({ causes }) => causes.map(({ id }) => id)))].join(','),
    };
}
async function writeJunit(document, { github }) {
    const folder = (0,external_node_path_.join)(github.tempDirectory, 'eks-hybrid-actions', 'tunnels');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, 'tunnels-')), 'tunnels.xml');
    (0,atomic_file/* writeFileAtomically */.lo)(path, tunnelsJunit(document));
    return path;
}
function run_failureOf({ links, required, wait, unread }, { fail, waitMs }) {
    if (!fail || (required === 'up' && (wait.stable || waitMs === 0)))
        return undefined;
    if (links.length === 0 && unread.length > 0) {
        return tunnelErrors.EHA1702(['No link was found, and not everything was read:', ...unread.map((one) => `- ${one}`)].join('\n'));
    }
    if (links.length === 0)
        return tunnelErrors.EHA1701('No tunnel between the clouds was found.');
    const list = links.map((link) => `- ${linkVerdict(link)}`).slice(0, 10);
    if (required === 'down')
        return tunnelErrors.EHA1700(['The link does not do what is required:', ...list].join('\n'));
    if (required === 'up')
        return tunnelErrors.EHA1700(['The link did not stay good for long enough:', ...list].join('\n'));
    const unknown = links
        .flatMap((link) => link.unknown)
        .slice(0, 10)
        .map((reason) => `- ${reason}`);
    return tunnelErrors.EHA1702(['The link could not be judged:', ...list, ...unknown].join('\n'));
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

/***/ 2165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ documentPieces),
/* harmony export */   ft: () => (/* binding */ writeDocument),
/* harmony export */   lo: () => (/* binding */ writeFileAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(129);




function removeLeftover(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { force: true });
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
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(temporary, 'wx');
        try {
            for (const piece of pieces)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(descriptor, piece, 'utf8');
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(descriptor);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
    }
    catch (cause) {
        removeLeftover(temporary);
        throw _action_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .actionErrors */ .u.EHA1015(`The file ${path} could not be written.`, { cause });
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

/***/ 4346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
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

/***/ 3045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(129);
/* harmony import */ var _durations_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4346);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(308);



const DEFAULTS = { attempts: 5, deadlineMs: 120_000, baseMs: 500, maximumMs: 20_000, random: Math.random };
function reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function gaveUp(callName, error, attempt, elapsedMs, why) {
    const times = attempt === 1 ? 'once' : `${attempt} times`;
    return _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .actionErrors */ .u.EHA1010(`${callName} failed ${times} over ${(0,_durations_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(elapsedMs)}; ${why}. Last failure: ${reasonOf(error)}`, error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l ? { cause: error, remedy: error.remedy } : { cause: error });
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
                const why = `the next attempt in ${(0,_durations_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(wait)} would pass the deadline of ${(0,_durations_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(deadlineMs)}`;
                throw gaveUp(callName, error, attempt, elapsed, why);
            }
            log.info(`${callName}: attempt ${attempt} of ${attempts} failed (${reasonOf(error)}); again in ${(0,_durations_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(wait)}.`);
            await clock.sleep(wait, signal);
        }
    }
}


/***/ }),

/***/ 8309:
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
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
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
    return code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]);
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
    const child = (0,external_node_child_process_.spawn)(program, args, {
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
// EXTERNAL MODULE: ./lib/action/atomic-file.js
var atomic_file = __nccwpck_require__(2165);
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
    refuse('the result document', (0,atomic_file/* documentPieces */.DG)(result.report?.document ?? {}));
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
        (0,atomic_file/* writeDocument */.ft)(path, result.report.document);
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

/***/ 3366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ formatAddress),
/* harmony export */   gu: () => (/* binding */ hostAt),
/* harmony export */   mG: () => (/* binding */ formatCidr)
/* harmony export */ });

/** `10.0.0.0/8`, `2001:db8::/32`: the one canonical text of a block. */
function formatCidr({ family, first, prefix }) {
    return `${formatAddress(family, first)}/${prefix}`;
}
/** Dotted decimal for IPv4; for IPv6 lower case with the longest run of zero groups left out, as RFC 5952 has it. */
function formatAddress(family, value) {
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
    return formatAddress(cidr.family, address);
}


/***/ }),

/***/ 4719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ parseCidr)
});

// UNUSED EXPORTS: parseAddress

// EXTERNAL MODULE: ./lib/net/cidr-format.js
var cidr_format = __nccwpck_require__(3366);
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

// EXTERNAL MODULE: ./lib/net/cidr-value.js
var cidr_value = __nccwpck_require__(2828);
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
    const prefix = readPrefix(text, slash + 1, (0,cidr_value/* addressBits */.Dm)(family));
    return prefix === null ? null : { family, value, prefix };
}
/** Canonical text of a block without host bits. */
function canonicalOf(read) {
    if (read === null || (read.value & hostMask(read.family, read.prefix)) !== 0n)
        return null;
    return `${(0,cidr_format/* formatAddress */.M0)(read.family, read.value)}/${read.prefix}`;
}
function refuseHostBits(text, family, network, prefix) {
    const corrected = `${(0,cidr_format/* formatAddress */.M0)(family, network)}/${prefix}`;
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


/***/ }),

/***/ 5637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Re: () => (/* binding */ subtract)
});

// UNUSED EXPORTS: bestFit, differenceIn, intervalsInOrder, intervalsOf, merge, smallestFreeBlock, split

;// CONCATENATED MODULE: ./lib/net/cidr-order.js

/** Address in network byte order, then the prefix length. */
const KEY_BYTES = { 4: 5, 6: 17 };
/** Blocks sorted once, for several questions about them. */
class SortedBlocks {
    cidrs;
    /** Places in `cidrs`, as {@link addressOrder} has them. */
    orders;
    constructor(cidrs) {
        this.cidrs = cidrs;
        this.orders = { 4: addressOrder(cidrs, 4), 6: addressOrder(cidrs, 6) };
    }
}
/**
 * Places of the blocks of one family in `cidrs`, by first address, then the larger block first, then as given: so that each
 * block comes after all blocks around it. A radix sort over bytes, several times faster than comparing bigints.
 */
function addressOrder(cidrs, family) {
    const places = placesOf(cidrs, family);
    const { length } = places;
    const width = KEY_BYTES[family];
    const keys = keysOf(cidrs, places, family);
    let order = new Int32Array(length);
    for (let row = 0; row < length; row += 1)
        order[row] = row;
    let spare = new Int32Array(length);
    const starts = new Int32Array(257);
    for (let column = width - 1; column >= 0; column -= 1) {
        if (!startsOf(keys, width, column, starts))
            continue;
        distribute(order, spare, keys, width, column, starts);
        [order, spare] = [spare, order];
    }
    for (let at = 0; at < length; at += 1)
        order[at] = places[order[at] ?? 0] ?? 0;
    return order;
}
/** One pass of the sort: rows keep their order within each digit. By index, as an iterator makes an object for each row. */
function distribute(order, sorted, keys, width, column, starts) {
    const { length } = order;
    for (let at = 0; at < length; at += 1) {
        const row = order[at] ?? 0;
        const digit = keys[row * width + column] ?? 0;
        const target = starts[digit] ?? 0;
        starts[digit] = target + 1;
        sorted[target] = row;
    }
}
function placesOf(cidrs, family) {
    const places = new Int32Array(cidrs.length);
    let count = 0;
    for (let place = 0; place < cidrs.length; place += 1) {
        if (cidrs[place]?.family !== family)
            continue;
        places[count] = place;
        count += 1;
    }
    return places.subarray(0, count);
}
function keysOf(cidrs, places, family) {
    const width = KEY_BYTES[family];
    const keys = new Uint8Array(places.length * width);
    const view = new DataView(keys.buffer);
    for (let row = 0; row < places.length; row += 1) {
        const cidr = cidrs[places[row] ?? 0];
        if (cidr === undefined)
            continue;
        const at = row * width;
        if (family === 4)
            view.setUint32(at, Number(cidr.first));
        else {
            view.setBigUint64(at, cidr.first >> 64n);
            view.setBigUint64(at + 8, cidr.first);
        }
        keys[at + width - 1] = cidr.prefix;
    }
    return keys;
}
/** Where each digit of the column starts in the sorted rows; false when all rows have the same digit, so need no pass. */
function startsOf(keys, width, column, starts) {
    starts.fill(0);
    for (let at = column; at < keys.length; at += width) {
        const next = (keys[at] ?? 0) + 1;
        starts[next] = (starts[next] ?? 0) + 1;
    }
    let rows = 0;
    let digits = 0;
    for (let digit = 1; digit < starts.length; digit += 1) {
        const count = starts[digit] ?? 0;
        if (count > 0)
            digits += 1;
        rows += count;
        starts[digit] = rows;
    }
    return digits > 1;
}

// EXTERNAL MODULE: ./lib/net/cidr-value.js
var cidr_value = __nccwpck_require__(2828);
;// CONCATENATED MODULE: ./lib/net/cidr-sets.js
/** Blocks as sets of addresses: union, difference, and what is free. */


const FAMILIES = [4, 6];
/** The fewest blocks that hold exactly the addresses of the given ones: IPv4 first, each family in order of address. */
function merge(cidrs) {
    return FAMILIES.flatMap((family) => blocksOf(family, intervalsOf(cidrs, family)));
}
/** The fewest blocks that hold the addresses of `from` which are in none of `holes`; in order of address. */
function subtract(from, holes) {
    return FAMILIES.flatMap((family) => blocksOf(family, difference(intervalsOf(from, family), intervalsOf(holes, family))));
}
/**
 * A block of that prefix inside `within` which touches nothing taken. Best fit: from the smallest gap that is large
 * enough, the lowest of them, so that large gaps stay whole. Null when there is none.
 */
function smallestFreeBlock(within, taken, prefix) {
    return bestFit(subtract([within], taken), prefix);
}
/** As {@link smallestFreeBlock} for gaps worked out before with {@link subtract}: many questions, one subtraction. */
function bestFit(gaps, prefix) {
    let best = null;
    for (const gap of gaps) {
        if (gap.prefix <= prefix && prefix <= addressBits(gap.family) && gap.prefix > (best?.prefix ?? -1)) {
            best = gap;
        }
    }
    return best === null ? null : blockOf(best.family, best.first, prefix);
}
/**
 * The blocks of that prefix in the block, lowest first, at most `limit` of them. None when the prefix is shorter than the
 * block's own or longer than an address.
 */
function split(cidr, prefix, limit) {
    const bits = addressBits(cidr.family);
    if (!Number.isInteger(prefix) || prefix < cidr.prefix || prefix > bits)
        return [];
    const blocks = [];
    const size = 1n << BigInt(bits - prefix);
    for (let first = cidr.first; first <= cidr.last && blocks.length < limit; first += size) {
        blocks.push({ family: cidr.family, prefix, first, last: first + size - 1n });
    }
    return blocks;
}
/** The addresses of the blocks of one family as intervals: disjoint, not adjacent, in order. */
function intervalsOf(cidrs, family) {
    return intervalsInOrder(cidrs, addressOrder(cidrs, family), () => true);
}
/** As {@link intervalsOf} for blocks of one family whose places are in order of address, of those that are asked for. */
function intervalsInOrder(cidrs, order, isWanted) {
    const merged = [];
    let top;
    // By index, as an iterator makes an object for each block.
    const { length } = order;
    for (let at = 0; at < length; at += 1) {
        const place = order[at] ?? 0;
        const cidr = cidrs[place];
        if (cidr === undefined || !isWanted(place))
            continue;
        if (top === undefined || cidr.first > top.last + 1n) {
            top = { first: cidr.first, last: cidr.last };
            merged.push(top);
        }
        else if (cidr.last > top.last)
            top.last = cidr.last;
    }
    return merged;
}
/** The fewest blocks of the area outside the holes, which are disjoint and in order. */
function differenceIn({ family, first, last }, holes) {
    return blocksOf(family, difference([{ first, last }], holes));
}
function difference(from, holes) {
    const left = [];
    let next = 0;
    for (const { first, last } of from) {
        while ((holes[next]?.last ?? last) < first)
            next += 1;
        let start = first;
        for (let index = next; index < holes.length; index += 1) {
            const hole = holes[index];
            if (hole === undefined || hole.first > last)
                break;
            if (hole.first > start)
                left.push({ first: start, last: hole.first - 1n });
            start = hole.last + 1n;
        }
        if (start <= last)
            left.push({ first: start, last });
    }
    return left;
}
/** Cuts intervals into the fewest blocks: each as large as its first address and what is left allow. */
function blocksOf(family, intervals) {
    const bits = (0,cidr_value/* addressBits */.Dm)(family);
    const blocks = [];
    for (const { first, last } of intervals) {
        let start = first;
        while (start <= last) {
            let hostBits = alignment(start, bits);
            while (start + (1n << BigInt(hostBits)) - 1n > last)
                hostBits -= 1;
            const block = (0,cidr_value/* blockOf */.VN)(family, start, bits - hostBits);
            blocks.push(block);
            start = block.last + 1n;
        }
    }
    return blocks;
}
/** Number of zero bits at the end of the address. */
function alignment(address, bits) {
    let zeros = 0;
    while (zeros < bits && ((address >> BigInt(zeros)) & 1n) === 0n)
        zeros += 1;
    return zeros;
}


/***/ }),

/***/ 2828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addressBits),
/* harmony export */   JW: () => (/* binding */ relation),
/* harmony export */   VN: () => (/* binding */ blockOf),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* unused harmony export capacity */
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


/***/ }),

/***/ 1155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject)
/* harmony export */ });
/* unused harmony exports checkRow, checkDeferredRow, checkRest */

/** Major versions that are understood: 0 (Terraform 0.12 to 1.0) and 1; minor versions only add. */
const KNOWN_MAJOR_VERSIONS = new Set(['0', '1']);
/** Checks one row of `resource_changes` or `resource_drift`, the `nth` of its `list`. @throws EHA1208 naming the place */
function checkRow(row, nth, list) {
    if (isObject(row) && typeof row['address'] === 'string' && hasActions(row['change']))
        return row;
    throw notAPlan(`${list}[${nth}] has no address or no actions`);
}
/** The same for a row of `deferred_changes`. */
function checkDeferredRow(row, nth) {
    checkRow(isObject(row) ? row['resource_change'] : undefined, nth, 'deferred_changes');
    return row;
}
/**
 * Checks everything but the rows. Names with a dot are parts of a nested member that was not kept whole.
 * @throws EHA1208 when it is not a plan, EHA1209 when its format has an unknown major version
 */
function checkRest(found) {
    const { 'planned.outputs': planned, 'prior.outputs': prior, ...members } = found;
    checkVersion(members['format_version']);
    checkOutputs(members['output_changes']);
    checkChecks(members['checks']);
    checkArray(members, 'relevant_attributes');
    checkArray(members, 'action_invocations');
    const present = Object.entries(members).filter(([, value]) => value !== null);
    return {
        ...Object.fromEntries(present),
        ...(isObject(planned) && { planned_values: { outputs: planned } }),
        ...(isObject(prior) && { prior_state: { values: { outputs: prior } } }),
    };
}
function checkVersion(version) {
    const major = typeof version === 'string' ? /^(\d+)\.\d+/.exec(version)?.[1] : undefined;
    if (major === undefined) {
        throw terraformErrors.EHA1208('The JSON has no format_version: it is not a plan of Terraform or OpenTofu.');
    }
    if (!KNOWN_MAJOR_VERSIONS.has(major)) {
        throw terraformErrors.EHA1209(`The plan has format version ${String(version)}; known are 0.x and 1.x.`);
    }
}
function checkOutputs(outputs) {
    if (outputs === undefined || outputs === null)
        return;
    if (!isObject(outputs))
        throw notAPlan('output_changes is not an object');
    for (const [name, change] of Object.entries(outputs)) {
        if (!hasActions(change))
            throw notAPlan(`output_changes.${name} has no actions`);
    }
}
function checkChecks(checks) {
    if (checks === undefined || checks === null)
        return;
    if (!Array.isArray(checks))
        throw notAPlan('checks is not a list');
    for (const [index, check] of checks.entries()) {
        const address = isObject(check) ? check['address'] : undefined;
        if (!isObject(address) || typeof address['to_display'] !== 'string') {
            throw notAPlan(`checks[${index}] has no address`);
        }
    }
}
function checkArray(plan, field) {
    const list = plan[field];
    if (list === undefined || list === null)
        return [];
    if (!Array.isArray(list))
        throw notAPlan(`${field} is not a list`);
    return list;
}
function hasActions(change) {
    if (!isObject(change))
        return false;
    const actions = change['actions'];
    return (Array.isArray(actions) && actions.length > 0 && actions.every((action) => typeof action === 'string'));
}
function notAPlan(what) {
    return terraformErrors.EHA1208(`The plan JSON does not have the documented shape: ${what}.`);
}
/** A JSON object, as opposed to null, a list or a scalar. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 9091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ cipherName),
/* harmony export */   Sc: () => (/* binding */ cryptoMismatches),
/* harmony export */   ny: () => (/* binding */ weakerThanAsked),
/* harmony export */   vi: () => (/* binding */ mtuAdvice),
/* harmony export */   yp: () => (/* binding */ AZURE_DEFAULT)
/* harmony export */ });
/** Names of one kind in both clouds, and how this suite writes them. */
const NAMES = {
    AES128: 'AES128-CBC',
    AES192: 'AES192-CBC',
    AES256: 'AES256-CBC',
    'AES128-GCM-16': 'AES128-GCM',
    'AES256-GCM-16': 'AES256-GCM',
    GCMAES128: 'AES128-GCM',
    GCMAES192: 'AES192-GCM',
    GCMAES256: 'AES256-GCM',
    'SHA2-256': 'SHA256',
    'SHA2-384': 'SHA384',
    'SHA2-512': 'SHA512',
    DHGroup1: '1',
    DHGroup2: '2',
    DHGroup14: '14',
    DHGroup2048: '14',
    DHGroup24: '24',
    ECP256: '19',
    ECP384: '20',
    PFS1: '1',
    PFS2: '2',
    PFS14: '14',
    PFS2048: '14',
    PFS24: '24',
    PFSMM: 'any',
    None: 'none',
};
/** A cipher, digest or group as this suite writes it. AWS writes groups as numbers, Azure as names. */
function cipherName(text) {
    const name = String(text);
    return NAMES[name] ?? name;
}
/** Bits of strength, by which `weaker` is decided; a group's after the usual comparison of lengths. */
const STRENGTH = {
    'AES128-CBC': 128,
    'AES192-CBC': 192,
    'AES256-CBC': 250,
    'AES128-GCM': 130,
    'AES192-GCM': 194,
    'AES256-GCM': 256,
    DES: 40,
    DES3: 80,
    MD5: 40,
    SHA1: 80,
    SHA256: 128,
    SHA384: 192,
    SHA512: 256,
    none: 0,
    1: 40,
    2: 80,
    5: 90,
    14: 112,
    15: 128,
    16: 150,
    17: 165,
    18: 180,
    19: 128,
    20: 192,
    21: 256,
    22: 80,
    23: 100,
    24: 100,
};
const strength = (name) => STRENGTH[name] ?? 0;
const isAead = (names) => names.length > 0 && names.every((name) => name.includes('GCM'));
/**
 * What the two sides have set that cannot meet. Lists that are empty mean that the side takes what it is offered; with GCM
 * the digest is part of the cipher, and clouds write it differently.
 */
function cryptoMismatches(aws, azure) {
    const rows = [
        [1, 'encryption', aws.phase1Encryption, azure.phase1Encryption],
        [1, 'integrity', aws.phase1Integrity, azure.phase1Integrity],
        [1, 'group', aws.phase1Groups, azure.phase1Groups],
        [2, 'encryption', aws.phase2Encryption, azure.phase2Encryption],
        [2, 'group', aws.phase2Groups, azure.phase2Groups],
        ...(isAead(azure.phase2Encryption)
            ? []
            : [[2, 'integrity', aws.phase2Integrity, azure.phase2Integrity]]),
    ];
    const found = rows.flatMap(([phase, what, one, other]) => {
        if (one.length === 0 || other.length === 0 || other.includes('any'))
            return [];
        if (one.some((name) => other.includes(name)))
            return [];
        return [{ phase, what, aws: one.join(', '), azure: other.join(', ') }];
    });
    return [...found, ...lifetimes(aws, azure)];
}
/** AWS refuses a security association that lives longer than its own; Azure's default is 27000 seconds. */
function lifetimes(aws, azure) {
    const [one, other] = [aws.phase2Lifetime, azure.phase2Lifetime];
    if (one === null || other === null || one === other)
        return [];
    return [{ phase: 2, what: 'lifetime', aws: `${one} s`, azure: `${other} s` }];
}
/** What Azure offers where nothing is set: no PFS, and keys for 27000 seconds. */
const AZURE_DEFAULT = {
    ikeVersions: ['ikev2'],
    phase1Encryption: [],
    phase1Integrity: [],
    phase1Groups: [],
    phase2Encryption: [],
    phase2Integrity: [],
    phase2Groups: ['none'],
    phase2Lifetime: 27_000,
};
/** Sentences about what was agreed on though something stronger was asked for. */
function weakerThanAsked(asked, agreed) {
    const rows = [
        ['phase 1 encryption', asked.phase1Encryption, agreed.phase1],
        ['phase 1 group', asked.phase1Groups, agreed.phase1Group],
        ['phase 2 encryption', asked.phase2Encryption, agreed.phase2],
        ['phase 2 group', asked.phase2Groups, agreed.phase2Group],
    ];
    const weaker = rows.flatMap(([what, wanted, found]) => {
        if (found === null || wanted.length === 0)
            return [];
        const least = Math.min(...wanted.map(strength));
        return strength(found) < least ? [`${what} is ${found}, asked for was ${wanted.join(', ')}`] : [];
    });
    const version = agreed.ikeVersion;
    const isOld = version === 'ikev1' && asked.ikeVersions.length > 0 && !asked.ikeVersions.includes(version);
    return isOld ? ['IKE is version 1, asked for was version 2', ...weaker] : weaker;
}
/**
 * Largest packet and TCP segment over the tunnels, for a cipher of phase 2. AWS's "Best practices for your customer gateway
 * device" gives the first; Azure wants a segment of 1350 at most or packets of 1400.
 */
function mtuAdvice(phase2) {
    const most = phase2?.includes('GCM') === true ? 1446 : phase2 === null ? 1400 : 1422;
    return {
        mtu: 1400,
        mss: 1350,
        sentence: phase2 === null
            ? 'Keep packets over the link at 1400 bytes and TCP segments at 1350: the cipher is not known, and Azure needs no less.'
            : `${phase2} leaves ${most} bytes for a packet; keep packets at 1400 bytes and TCP segments at 1350, which Azure's gateway asks for.`,
    };
}


/***/ }),

/***/ 4673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ CIRCUIT_DEVICES)
/* harmony export */ });
const CIRCUIT_DEVICES = ['primary', 'secondary'];


/***/ }),

/***/ 40:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ edgePeers),
/* harmony export */   ZO: () => (/* binding */ pairPrivateLinks),
/* harmony export */   _U: () => (/* binding */ privateCarrier),
/* harmony export */   mj: () => (/* binding */ notAllowed),
/* harmony export */   oK: () => (/* binding */ MICROSOFT_ASN),
/* harmony export */   r_: () => (/* binding */ allowedHops),
/* harmony export */   uc: () => (/* binding */ associationsOf)
/* harmony export */ });
/* harmony import */ var _net_cidr_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4719);
/* harmony import */ var _net_cidr_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5637);
/* harmony import */ var _net_cidr_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3366);

/** Number of Microsoft's edge routers, on every circuit. */
const MICROSOFT_ASN = 12076;
/**
 * Joins the halves: those that expectations name together, and one of each that is left when there is no other. Where
 * several are left, nothing shows which belong together, and each stands alone.
 */
function pairPrivateLinks(facts, expectations) {
    const gateways = (facts.gateways.ok ? facts.gateways.value : []).filter(({ kind }) => kind === 'express-route');
    const circuits = facts.directConnect.ok ? facts.directConnect.value : [];
    const halves = { gateways: new Set(gateways), circuits: new Set(circuits) };
    const build = (gateway, directConnect, expected) => {
        if (gateway !== null)
            halves.gateways.delete(gateway);
        if (directConnect !== null)
            halves.circuits.delete(directConnect);
        const id = gateway?.id ?? expected?.gatewayId ?? `aws:${directConnect?.id ?? ''}`;
        const connections = connectionsOf(facts, id);
        return { id: id.toLowerCase(), gateway, connections, directConnect, expected };
    };
    const named = expectations
        .filter(({ directConnectGatewayId }) => directConnectGatewayId !== null)
        .map((expected) => build(gateways.find(({ id }) => same(id, expected.gatewayId)) ?? null, circuits.find(({ id }) => id === expected.directConnectGatewayId) ?? null, expected));
    const [gateway, ...moreGateways] = halves.gateways;
    const [circuit, ...moreCircuits] = halves.circuits;
    if (gateway !== undefined && circuit !== undefined && moreGateways.length + moreCircuits.length === 0) {
        return [...named, build(gateway, circuit, null)];
    }
    return [
        ...named,
        ...[...halves.gateways].map((one) => build(one, null, null)),
        ...[...halves.circuits].map((one) => build(null, one, null)),
    ];
}
function connectionsOf({ privateConnections: all }, gateway) {
    return all.ok ? { ok: true, value: all.value.filter(({ gatewayId }) => same(gatewayId, gateway)) } : all;
}
const same = (one, other) => one.toLowerCase() === other?.toLowerCase();
/** Sessions of the gateway with the edge routers of its circuits; those with its own instances are no way. */
function edgePeers({ gateway }) {
    if (gateway === null)
        return { ok: false, reason: 'the ExpressRoute gateway could not be read' };
    if (!gateway.peers.ok)
        return gateway.peers;
    return { ok: true, value: gateway.peers.value.filter(({ asn }) => asn === MICROSOFT_ASN) };
}
/** Associations of the link's Direct Connect gateway with the transit gateway that is expected, or with any. */
function associationsOf({ directConnect, expected, }) {
    if (directConnect === null)
        return { ok: false, reason: 'the Direct Connect gateway could not be read' };
    const { associations } = directConnect;
    const wanted = expected?.transitGatewayId ?? null;
    if (!associations.ok || wanted === null)
        return associations;
    return {
        ok: true,
        value: associations.value.filter(({ transitGatewayId }) => transitGatewayId === wanted),
    };
}
/** The circuits as the carrier of the link's routes. */
function privateCarrier(link) {
    const peers = edgePeers(link);
    const associations = associationsOf(link);
    const { gateway, directConnect, expected } = link;
    const neighbors = [...new Set(peers.ok ? peers.value.map(({ neighbor }) => neighbor) : [])];
    const sessions = neighbors.map((neighbor) => sessionOf(gateway, neighbor));
    const unread = peers.ok
        ? []
        : [{ neighbor: '', learned: peers, advertised: peers }];
    const id = directConnect?.id ?? expected?.directConnectGatewayId ?? null;
    return {
        gateway,
        kind: 'direct-connect-gateway',
        noun: 'sessions',
        resourceIds: id === null ? [] : [id],
        transitGatewayIds: associations.ok ? associations.value.map((one) => one.transitGatewayId) : [],
        sessions: [...sessions, ...unread],
    };
}
function sessionOf(gateway, neighbor) {
    const lacking = { ok: false, reason: 'its routes were not read' };
    const learned = gateway?.learned ?? lacking;
    return {
        neighbor,
        advertised: gateway?.advertised.get(neighbor) ?? lacking,
        learned: learned.ok
            ? { ok: true, value: learned.value.filter(({ sourcePeer }) => sourcePeer === neighbor) }
            : learned,
    };
}
/** Direct Connect advertises nothing of AWS but what the association allows. */
function allowedHops(link, network) {
    const hop = 'allowed-prefixes';
    const associations = associationsOf(link);
    const where = link.directConnect?.id ?? '';
    if (!associations.ok)
        return [{ hop, state: 'unknown', where, detail: associations.reason }];
    const allowed = associations.value.flatMap(({ allowedPrefixes }) => allowedPrefixes);
    const isAllowed = isAdvertised(allowed, network);
    const detail = isAllowed ? '' : 'the association does not allow it';
    return [{ hop, state: isAllowed ? 'up' : 'down', where, detail }];
}
/** Whether allowed prefixes, which are advertised as they stand, hold a network together. */
function isAdvertised(allowed, network) {
    const ranges = allowed.flatMap((text) => {
        const parsed = (0,_net_cidr_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCidr */ .G)(text);
        return parsed.ok ? [parsed.cidr] : [];
    });
    return ranges.length > 0 && (0,_net_cidr_js__WEBPACK_IMPORTED_MODULE_1__/* .subtract */ .Re)([network], ranges).length === 0;
}
/** Networks of AWS that the association does not allow, as text. */
function notAllowed(link) {
    const associations = associationsOf(link);
    if (!associations.ok || associations.value.length === 0)
        return [];
    const allowed = associations.value.flatMap(({ allowedPrefixes }) => allowedPrefixes);
    return (link.expected?.fromAws ?? []).filter((one) => !isAdvertised(allowed, one)).map(_net_cidr_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCidr */ .mG);
}


/***/ }),

/***/ 6155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   p: () => (/* binding */ parseRequirement)
/* harmony export */ });
/** `all`, `any`, `per-domain` or a number from 1 to 1000; undefined for anything else. */
function parseRequirement(text) {
    if (text === 'all' || text === 'any' || text === 'per-domain')
        return { kind: text };
    if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > 1000)
        return undefined;
    return { kind: 'count', count: Number(text) };
}
/**
 * Whether a link does what is required: `unknown` where what could not be read decides. Whatever the number of tunnels,
 * every expected network must be proven, because a tunnel without routes carries nothing.
 */
function meets({ tunnels, redundancy, networks }, requirement) {
    const good = tunnels.filter((verdict) => verdict === 'healthy').length;
    const possible = good + tunnels.filter((verdict) => verdict === 'unknown').length;
    const counted = countMeets(tunnels, good, possible, requirement, redundancy);
    if (counted === 'down' || networks === 'down')
        return 'down';
    return counted === 'unknown' || networks === 'unknown' ? 'unknown' : 'up';
}
function countMeets(tunnels, good, possible, requirement, { domains, state }) {
    if (tunnels.length === 0)
        return 'unknown';
    if (requirement.kind === 'per-domain') {
        if (state !== 'up')
            return state;
        const isFull = domains.every(({ working }) => working > 0);
        return isFull ? atLeast(good, possible, 1) : 'down';
    }
    if (requirement.kind === 'all')
        return atLeast(good, possible, tunnels.length);
    return atLeast(good, possible, requirement.kind === 'any' ? 1 : requirement.count);
}
function atLeast(good, possible, wanted) {
    if (good >= wanted)
        return 'up';
    return possible >= wanted ? 'unknown' : 'down';
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
/******/ var __webpack_exports__ = __nccwpck_require__(1376);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
