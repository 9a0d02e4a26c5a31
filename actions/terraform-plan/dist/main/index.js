import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 9448:
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

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 5213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
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
function readInput(name, options, parse) {
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
    return readInput(name, options, (value) => {
        const { pattern } = options;
        if (pattern === undefined || new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(value)) {
            return value;
        }
        throw refusedInput(name, value, options.allowed ?? `text that matches ${String(pattern)}`);
    });
}
/** Newline- or comma-separated items, trimmed of ASCII white space; empty items are dropped. Empty when not given. */
function listInput(name, options = {}) {
    const items = readInput(name, options, (value) => value
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
    return readInput(name, options, (value) => {
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
    return readInput(name, options, (value) => {
        const milliseconds = (0,durations/* parseDuration */.E)(value);
        if (milliseconds !== undefined && isInRange(milliseconds, options))
            return milliseconds;
        throw refusedInput(name, value, `a duration such as 90s, 15m or 1h30m${rangeText(options, durations/* formatDuration */.a)}`);
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
    return readInput(name, options, (value) => {
        const known = values.find((candidate) => candidate === value);
        if (known === undefined)
            throw refusedInput(name, value, `one of ${values.join(', ')}`);
        return known;
    });
}
function secretInput(name, options = {}) {
    return readInput(name, options, (value) => {
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

// EXTERNAL MODULE: ./lib/terraform/errors.js
var terraform_errors = __nccwpck_require__(2772);
;// CONCATENATED MODULE: ./lib/terraform/stack-inputs.js



/** The runner gives each JavaScript action the token of its caches and artifacts (`ACTIONS_RUNTIME_TOKEN`). */
const CREDENTIAL = /^(?:ACTIONS_|AWS_|ARM_|AZURE_|GOOGLE_|GITHUB_TOKEN$|GH_TOKEN$|TF_TOKEN_|TF_VAR_)/i;
/** Backend settings that are credentials: on a command line other processes read them, and Terraform copies them into the plan file. */
const SECRET_SETTING = /(?:secret|password|token|access_key|secret_key|conn_str|client_key|customer_key|encryption_key|credentials)$/;
/** What the name of a stack looks like. */
const STACK_NAME = {
    pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/,
    allowed: 'a name such as foundation or envs/prod: letters, digits, ".", "_", "-" and "/", at most 100',
};
/** Options of the input kms-key-arn. */
const KMS_KEY_ARN = {
    pattern: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[A-Za-z0-9/_-]{1,256}$/,
    allowed: 'the ARN of a KMS key or alias',
};
/** The key of a bundle as the inputs bundle-key and kms-key-arn give it. */
function sealingOf(secret, keyArn) {
    if (secret !== undefined)
        return { kind: 'secret', secret };
    return keyArn === undefined ? null : { kind: 'kms', keyArn };
}
/** Reads the variables that Terraform itself reads; takes the environment of the process. */
function stackEnvironment(environment) {
    const variables = Object.entries(environment).flatMap(([name, value]) => name.startsWith('TF_VAR_') && value !== undefined ? [[name.slice('TF_VAR_'.length), value]] : []);
    // Terraform takes an empty variable as one that is not set.
    const given = (name) => (environment[name] === '' ? undefined : environment[name]);
    return {
        variables: Object.fromEntries(variables),
        workspace: given('TF_WORKSPACE') ?? null,
        dataDirectory: given('TF_DATA_DIR') ?? '.terraform',
        credentials: Object.keys(environment).filter((name) => CREDENTIAL.test(name)),
    };
}
/**
 * A name on PATH or an absolute path; a relative path would be looked up in the stack folder, where the pull request
 * decides what lies there.
 * @throws EHA1001
 */
function checkExecutable(value) {
    if (/[/\\]/.test(value) && !(0,external_node_path_.isAbsolute)(value)) {
        throw refusedInput('terraform-path', value, 'the name of a program on PATH or an absolute path');
    }
    return value;
}
/**
 * Settings for `-backend-config`, one a line, since a value may hold commas: `key=value`, or the absolute path of a file.
 * @throws EHA1001, also for credentials, and EHA1004
 */
function backendSettings(text) {
    const lines = text.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '').map(backendSetting);
}
function backendSetting(line) {
    const key = /^([A-Za-z_][A-Za-z0-9_.-]*)\s*=/.exec(line)?.[1];
    if (key === undefined)
        return checkPath('backend-config', line, { mustExist: 'file' });
    if (!SECRET_SETTING.test(key))
        return line;
    // The value must not be repeated in a message.
    throw refusedInput('backend-config', `${key}=…`, 'without credentials; use OIDC or the environment variables of the backend');
}

;// CONCATENATED MODULE: ./actions/terraform-plan/src/inputs.js





function readInputs() {
    const inputs = readAll({
        directory: () => pathInput('working-directory', { default: '.', mustExist: 'directory' }),
        stack: () => stringInput('stack', { pattern: STACK_NAME.pattern, allowed: STACK_NAME.allowed }),
        terraform: () => checkExecutable(stringInput('terraform-path', { default: 'terraform' })),
        fmt: () => enumInput('fmt', ['true', 'false', 'warn'], { default: 'true' }),
        validate: () => booleanInput('validate', { default: true }),
        lockfile: () => enumInput('lockfile', ['readonly', 'update'], { default: 'readonly' }),
        backendConfig: () => backendSettings(rawInput('backend-config')),
        varFiles: () => listInput('var-file').map((file) => checkPath('var-file', file, { mustExist: 'file' })),
        lock: () => booleanInput('lock', { default: true }),
        lockTimeoutMs: () => durationInput('lock-timeout', { default: 120_000, minimum: 0, maximum: 6 * 3_600_000 }),
        refresh: () => booleanInput('refresh', { default: true }),
        parallelism: () => integerInput('parallelism', { default: 10, minimum: 1, maximum: 256 }),
        planJson: () => pathInput('plan-json', { mustExist: 'file', within: 'workspace-or-temp' }),
        checkOnly: () => booleanInput('check-only', { default: false }),
        failOn: () => enumInput('fail-on', ['none', 'info', 'warning', 'high', 'critical'], { default: 'none' }),
        bundleKey: () => secretInput('bundle-key'),
        kmsKeyArn: () => stringInput('kms-key-arn', { pattern: KMS_KEY_ARN.pattern, allowed: KMS_KEY_ARN.allowed }),
        extraPaths: () => listInput('extra-paths'),
    });
    const { bundleKey, kmsKeyArn, planJson, failOn, ...rest } = inputs;
    checkTogether(planJson, bundleKey, kmsKeyArn, inputs.extraPaths);
    if (inputs.checkOnly)
        checkAlone(inputs);
    return {
        ...rest,
        stack: inputs.stack ?? (0,external_node_path_.basename)(inputs.directory),
        planJson: planJson ?? null,
        failOn: failOn === 'none' ? null : failOn,
        sealing: sealingOf(bundleKey, kmsKeyArn),
        environment: stackEnvironment(process.env),
    };
}
/** @throws EHA1213 */
function checkTogether(planJson, bundleKey, kmsKeyArn, extraPaths) {
    const keys = [
        ...(bundleKey === undefined ? [] : ['bundle-key']),
        ...(kmsKeyArn === undefined ? [] : ['kms-key-arn']),
    ];
    if (keys.length === 2) {
        throw terraform_errors/* terraformErrors */.O.EHA1213('bundle-key and kms-key-arn are both given; a bundle has one key.');
    }
    if (planJson !== undefined && keys.length > 0) {
        throw terraform_errors/* terraformErrors */.O.EHA1213(`plan-json and ${keys.join()} are both given, but the JSON of a plan cannot be applied, so there is nothing to seal.`);
    }
    if (extraPaths.length > 0 && keys.length === 0) {
        throw terraform_errors/* terraformErrors */.O.EHA1213('extra-paths is given without bundle-key or kms-key-arn, so there is no bundle to put them in.');
    }
}
/** @throws EHA1213 */
function checkAlone(given) {
    const names = [
        ...(given.planJson === undefined ? [] : ['plan-json']),
        ...(given.bundleKey === undefined ? [] : ['bundle-key']),
        ...(given.kmsKeyArn === undefined ? [] : ['kms-key-arn']),
        ...(given.failOn === 'none' ? [] : ['fail-on']),
    ];
    if (names.length === 0)
        return;
    throw terraform_errors/* terraformErrors */.O.EHA1213(`check-only makes no plan, so ${names.join(' and ')} cannot be given with it.`);
}


/***/ }),

/***/ 7067:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6471);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5213);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3815);



await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e, _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
;// CONCATENATED MODULE: ./lib/net/redact-facts.js
/**
 * Facts without those whose text holds a secret: a range that some part of a plan marks as sensitive must not leave the
 * job, and a redacted text is no range, so it is told as unknown.
 */
function redactFacts(facts, redact) {
    const hidden = [];
    const clean = (list, role) => list.filter((fact) => {
        if (redact(fact.text) === fact.text)
            return true;
        const known = role(fact);
        const unknown = { what: fact.name, reason: 'it is marked as sensitive', origin: fact.origin };
        hidden.push(known === undefined ? unknown : { ...unknown, role: known });
        return false;
    });
    return {
        ...facts,
        ranges: clean(facts.ranges, ({ role }) => role),
        asns: clean(facts.asns, ({ role }) => role),
        routes: clean(facts.routes.map((route) => ({ ...route, name: route.table })), ({ role }) => role).map(({ name: _name, ...route }) => route),
        tunnelAddresses: clean(facts.tunnelAddresses, () => 'tunnel-inside'),
        unknown: [...facts.unknown, ...hidden],
    };
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
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? codePointLength(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = getLengthableOrigin(input);
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
});
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
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
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
});
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
const regexes_hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
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
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
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
});
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
    const nonaborted = results.filter((r) => !aborted(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    defineLazyInternal(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    defineLazyInternal(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
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
});
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
$constructor("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    defineLazyInternal(inst, "propValues", (zod) => {
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
                    assignProp(propValues, k, new Set());
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
        const propShape = rawShape(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = cached(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util_isObject(input)) {
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
});
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
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    defineLazyInternal(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o))
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
});
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
        ...normalizeParams(params),
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
    return new $ZodCheckMinLength({
        check: "min_length",
        ...normalizeParams(params),
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
    return new $ZodCheckRegex({
        check: "string_format",
        format: "regex",
        ...normalizeParams(params),
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
const parse_validate = ((schema, value, _ctx) => {
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
const ZodMiniNever = /*@__PURE__*/ $constructor("ZodMiniNever", (inst, def) => {
    $ZodNever.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
    return _never(ZodMiniNever, params);
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
        ...normalizeParams(params),
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
const ZodMiniDiscriminatedUnion = /*@__PURE__*/ $constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
    $ZodDiscriminatedUnion.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function discriminatedUnion(discriminator, options, params) {
    return new ZodMiniDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...normalizeParams(params),
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
const ZodMiniLiteral = /*@__PURE__*/ $constructor("ZodMiniLiteral", (inst, def) => {
    $ZodLiteral.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
    return new ZodMiniLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...normalizeParams(params),
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



const count = () => schemas_int().check(_nonnegative());
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
        errors: count(),
        warnings: count(),
        infos: count(),
        ignored: count(),
        unknown: count(),
    }),
    /** Findings beyond those that are listed. */
    unlisted: count(),
    checked: object({ ranges: count(), asns: count(), pairs: count(), rules: count() }),
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

;// CONCATENATED MODULE: ./lib/report/plan-content.js
/** A change with more attributes than this is one nobody reads attribute by attribute; the rest is counted. */
const MOST_ATTRIBUTES = 200;
/** The part of a plan document that comes from the plan itself, not redacted yet. */
function planContent(model, { risks, worst, link }) {
    return {
        formatVersion: model.formatVersion,
        complete: model.complete,
        applyable: model.applyable,
        counts: { ...model.counts },
        changes: model.changes.map(documentedChange),
        outputs: model.outputs.map(({ attributes, ...output }) => ({ ...output, ...limited(attributes) })),
        drift: driftContent(model.drift),
        checks: model.checks.map((check) => ({ ...check, problems: [...check.problems] })),
        deferred: model.deferred.map((entry) => ({ ...entry })),
        actionInvocations: [...model.actionInvocations],
        risks: risks.map((risk) => ({ ...risk, addresses: [...risk.addresses] })),
        worstRisk: worst,
        link: link && {
            ...link,
            tunnels: link.tunnels.map((tunnel) => ({ ...tunnel, because: [...tunnel.because] })),
        },
    };
}
/** Objects that were changed outside Terraform, not redacted yet. */
function driftContent(drift) {
    return drift.map(({ attributes, identity: _identity, ...row }) => ({ ...row, ...limited(attributes) }));
}
/** The same part of a document whose plan could not be made or read: everything unknown, nothing claimed. */
function unknownContent() {
    return {
        formatVersion: null,
        complete: null,
        applyable: null,
        counts: null,
        changes: [],
        outputs: [],
        drift: [],
        checks: [],
        deferred: [],
        actionInvocations: [],
        risks: [],
        worstRisk: null,
        link: null,
    };
}
/** Written out, since there may be many and an object made of the rest of another takes several times as much. */
function documentedChange(row) {
    const { attributes, attributesOmitted } = limited(row.attributes, row.attributesOmitted);
    return {
        address: row.address,
        module: row.module,
        mode: row.mode,
        type: row.type,
        name: row.name,
        deposed: row.deposed,
        kind: row.kind,
        order: row.order,
        reason: row.reason,
        previousAddress: row.previousAddress,
        importing: row.importing,
        importId: row.importId,
        attributes,
        attributesOmitted,
        replacePaths: [...row.replacePaths],
        unknownCount: row.unknownCount,
    };
}
function limited(attributes, omitted = 0) {
    if (attributes.length === 0)
        return { attributes: [], attributesOmitted: omitted };
    return {
        attributes: attributes.slice(0, MOST_ATTRIBUTES).map(documentedAttribute),
        attributesOmitted: omitted + Math.max(0, attributes.length - MOST_ATTRIBUTES),
    };
}
function documentedAttribute(attribute) {
    const { lines } = attribute;
    return { ...attribute, lines: lines === null ? null : lines.map((line) => ({ ...line })) };
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
const counts = object({
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
    counts: nullable(counts),
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

;// CONCATENATED MODULE: ./lib/report/redaction.js
/**
 * Members of a document whose texts this project or the runner chose, never a plan: words of an enumeration, and what
 * names the run. A secret that happens to be the same word tells nothing there, and without them the document could
 * not be read. Everything else is redacted, also members that are added later.
 */
const KEPT = new Set([
    'schema',
    'stack',
    'directory',
    'workspace',
    'status',
    'tool',
    'formatVersion',
    'mode',
    'type',
    'kind',
    'order',
    'change',
    'reason',
    'severity',
    'rule',
    'level',
    'worstRisk',
    'effect',
    'redundancy',
    'role',
    'side',
    'quantity',
    'podRouting',
    'code',
    'phase',
    'phases',
    'bundle',
    'sha',
    'headSha',
    'runUrl',
    'generatedAt',
    'startedAt',
    'applied',
    'why',
    'check',
    'state',
]);
/**
 * The value with every text put through the redactor, except members in the list above. What holds no secret is shared
 * with the given value and not copied: of a large plan that is nearly all.
 */
function redactTexts(value, redact) {
    return redactValue(value, redact);
}
function redactValue(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (typeof value !== 'object' || value === null)
        return value;
    return Array.isArray(value) ? redactList(value, redact) : redactMembers(value, redact);
}
function redactList(list, redact) {
    let copy;
    for (let index = 0; index < list.length; index += 1) {
        const redacted = redactValue(list[index], redact);
        if (redacted === list[index])
            continue;
        copy ??= [...list];
        copy[index] = redacted;
    }
    return copy ?? list;
}
function redactMembers(members, redact) {
    let copy;
    for (const name in members) {
        const member = members[name];
        if (member === null || (typeof member !== 'string' && typeof member !== 'object') || KEPT.has(name))
            continue;
        const redacted = redactValue(member, redact);
        if (redacted === member)
            continue;
        copy ??= { ...members };
        copy[name] = redacted;
    }
    return copy ?? members;
}

// EXTERNAL MODULE: ./lib/terraform/errors.js
var errors = __nccwpck_require__(2772);
// EXTERNAL MODULE: ./lib/terraform/plan-json.js
var plan_json = __nccwpck_require__(1155);
;// CONCATENATED MODULE: ./lib/terraform/value-diff-compare.js

/** A member of a list or of an object; undefined for what is not there, also for inherited names. */
function at(side, key) {
    if (typeof side !== 'object' || side === null)
        return undefined;
    if (Array.isArray(side))
        return typeof key === 'number' ? side[key] : undefined;
    return value_diff_compare_own(side, String(key));
}
/**
 * A member of an object that was parsed from JSON. All that such an object inherits is functions and `__proto__`, so
 * that only those need the slow question whose they are.
 */
function value_diff_compare_own(side, key) {
    const value = side[key];
    if (typeof value !== 'function' && key !== '__proto__')
        return value;
    return Object.hasOwn(side, key) ? value : undefined;
}
/** Terraform writes an attribute without a value as null or leaves it out, depending on the place. */
function isAbsent(value) {
    return value === null || value === undefined;
}
/** Whether two values of a plan are the same; a null member of an object is as good as a missing one. */
function isEqual(left, right) {
    if (left === right)
        return true;
    if (typeof left !== 'object' || typeof right !== 'object')
        return isAbsent(left) && isAbsent(right);
    if (left === null || right === null)
        return isAbsent(left) && isAbsent(right);
    if (Array.isArray(left))
        return Array.isArray(right) && equalLists(left, right);
    return !Array.isArray(right) && equalObjects(left, right);
}
// The loops of this file run over every value of a plan: they build nothing.
function equalObjects(left, right) {
    for (const key in left) {
        const value = left[key];
        const other = value_diff_compare_own(right, key);
        if (value !== other && !isEqual(value, other))
            return false;
    }
    for (const key in right) {
        if (right[key] !== null && value_diff_compare_own(left, key) === undefined)
            return false;
    }
    return true;
}
function equalLists(left, right) {
    if (left.length !== right.length)
        return false;
    for (let index = 0; index < left.length; index += 1) {
        if (!isEqual(left[index], right[index]))
            return false;
    }
    return true;
}
/** How many leaves of a structure of marks (`after_unknown`, `after_sensitive`) are marked. */
function countMarks(marks) {
    if (marks === true)
        return 1;
    if (typeof marks !== 'object' || marks === null)
        return 0;
    let count = 0;
    for (const item of Object.values(marks))
        count += countMarks(item);
    return count;
}
function hasMark(marks) {
    if (marks === true)
        return true;
    if (typeof marks !== 'object' || marks === null)
        return false;
    if (Array.isArray(marks))
        return marks.some(hasMark);
    for (const key in marks)
        if (hasMark(marks[key]))
            return true;
    return false;
}
/** Whether two structures mark the same places: false, `{}` and nothing at all are the same. */
function sameMarks(left, right) {
    if (left === right)
        return true;
    if (left === true || right === true)
        return false;
    if (typeof left !== 'object' || left === null)
        return !hasMark(right);
    if (typeof right !== 'object' || right === null)
        return !hasMark(left);
    if (Array.isArray(left) && Array.isArray(right))
        return sameListMarks(left, right);
    if (Array.isArray(left) || Array.isArray(right))
        return !hasMark(left) && !hasMark(right);
    for (const key in left)
        if (!sameMarks(left[key], value_diff_compare_own(right, key)))
            return false;
    for (const key in right) {
        if (!Object.hasOwn(left, key) && hasMark(right[key]))
            return false;
    }
    return true;
}
function sameListMarks(left, right) {
    const length = Math.max(left.length, right.length);
    for (let index = 0; index < length; index += 1) {
        if (!sameMarks(left[index], right[index]))
            return false;
    }
    return true;
}
/**
 * Marks of either side. Terraform marks a value only from where it knows that it is sensitive, so the old value of a
 * newly marked attribute counts as sensitive, too. Marks of different shapes cannot be laid over each other: then the
 * whole is marked.
 */
function mergeMarks(left, right) {
    if (left === true || right === true)
        return true;
    if (!hasMark(left))
        return hasMark(right) ? right : false;
    if (!hasMark(right))
        return left;
    if (Array.isArray(left) && Array.isArray(right)) {
        const length = Math.max(left.length, right.length);
        return Array.from({ length }, (_, index) => mergeMarks(at(left, index), at(right, index)));
    }
    if (!(0,plan_json/* isObject */.Gv)(left) || !(0,plan_json/* isObject */.Gv)(right))
        return true;
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return Object.fromEntries([...keys].map((key) => [key, mergeMarks(at(left, key), at(right, key))]));
}
/** What any element of these lists has marked: an element that matches no other has no marks but these to go by. */
function marksOfElements(...lists) {
    let merged = false;
    for (const marks of lists) {
        if (marks === true)
            return true;
        if (!hasMark(marks))
            continue;
        for (const element of Object.values(marks))
            merged = mergeMarks(merged, element);
    }
    return merged;
}
/** One text for equal values, different texts for different ones. */
function canonical(value) {
    if (isAbsent(value))
        return 'null';
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if ((0,plan_json/* isObject */.Gv)(value)) {
        const keys = Object.keys(value).filter((key) => !isAbsent(value[key]));
        return `{${keys
            .sort()
            .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
            .join(',')}}`;
    }
    return JSON.stringify(value);
}
/** The places that are marked, as one text; empty when there are none. */
function canonicalMarks(marks) {
    if (marks === true)
        return '!';
    if (!hasMark(marks))
        return '';
    return Object.entries(marks)
        .map(([key, inner]) => [key, canonicalMarks(inner)])
        .filter(([, inner]) => inner !== '')
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, inner]) => `${JSON.stringify(key)}:${inner}`)
        .join(',');
}

;// CONCATENATED MODULE: ../../node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ../../node_modules/diff/libesm/diff/array.js

class ArrayDiff extends Diff {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}

;// CONCATENATED MODULE: ./lib/terraform/value-diff-text.js


/** What stands in place of a secret, in a plan document and everywhere else. */
const SENSITIVE = '(sensitive)';
const UNKNOWN = '(known after apply)';
/** Longest text of one value, in UTF-16 units, before it is cut. */
const MOST_TEXT = 400;
/**
 * The text when it is short enough, else its beginning and how much is missing: `abc… (+12 characters)`. It never
 * cuts a surrogate pair or an escape sequence in two. The redactor knows this mark (see {@link CUT_MARK}) and also
 * removes the beginning of a secret that stands before it, so that cutting first is safe.
 */
function cut(text, length = text.length) {
    if (text.length <= MOST_TEXT && length <= MOST_TEXT)
        return text;
    const end = wholeEnd(text, Math.min(text.length, MOST_TEXT));
    const missing = length - end;
    return `${text.slice(0, end)}… (+${missing} ${missing === 1 ? 'character' : 'characters'})`;
}
/** What {@link cut} appends. */
const CUT_MARK = /… \(\+\d+ characters?\)/y;
/** The end, or where the escape sequence or surrogate pair begins that it would cut in two. */
function wholeEnd(text, end) {
    const unit = text.charCodeAt(end - 1);
    if (unit >= 0xd800 && unit <= 0xdbff)
        return end - 1;
    const backslash = text.lastIndexOf('\\', end - 1);
    if (backslash < end - 5)
        return end;
    let first = backslash;
    while (text[first - 1] === '\\')
        first -= 1;
    // Of a run of backslashes every second one is escaped by the one before.
    if ((backslash - first) % 2 === 1)
        return end;
    const length = text[backslash + 1] === 'u' ? 6 : 2;
    return backslash + length > end ? backslash : end;
}
/**
 * A value on one line as Terraform's language writes it, cut to {@link MOST_TEXT}. Sensitive parts read
 * `(sensitive)`, unknown ones `(known after apply)`. Null for a value that is not there.
 */
function valueText(value, sensitive, unknown) {
    if (isAbsent(value) && !hasMark(unknown))
        return null;
    const writer = new Writer();
    writer.value(value, sensitive, unknown);
    return cut(writer.text, writer.length);
}
/** Writes up to the limit and only counts from there on: a value of megabytes is not put together to be cut. */
class Writer {
    text = '';
    length = 0;
    value(value, sensitive, unknown) {
        if (sensitive === true)
            this.add(SENSITIVE);
        else if (unknown === true)
            this.add(UNKNOWN);
        else if (hasMark(sensitive) && typeof value !== 'object')
            this.add(SENSITIVE);
        else if (typeof value === 'string')
            this.string(value);
        else if (Array.isArray(value))
            this.list(value, sensitive, unknown);
        else if ((0,plan_json/* isObject */.Gv)(value))
            this.object(value, sensitive, unknown);
        else if (isAbsent(value) && (0,plan_json/* isObject */.Gv)(unknown))
            this.object({}, sensitive, unknown);
        else
            this.add(isAbsent(value) ? 'null' : JSON.stringify(value));
    }
    add(piece) {
        if (this.text.length <= MOST_TEXT)
            this.text += piece;
        this.length += piece.length;
    }
    string(value) {
        if (this.text.length + value.length <= 2 * MOST_TEXT)
            return this.add(quote(value));
        const head = value.slice(0, MOST_TEXT + 1);
        this.add(quote(head).slice(0, -1));
        // The rest counts as it is, without its escapes, and the quotation mark.
        this.length += value.length - head.length + 1;
    }
    list(items, sensitive, unknown) {
        const length = Math.max(items.length, Array.isArray(unknown) ? unknown.length : 0);
        // Marks of another shape cannot be laid over the value: the whole counts as marked.
        if ((0,plan_json/* isObject */.Gv)(sensitive) && hasMark(sensitive))
            return this.add(SENSITIVE);
        // The marks may come from the other side, where the same element can be at another place.
        const marks = marksOfElements(sensitive);
        this.add('[');
        for (let index = 0; index < length; index += 1) {
            if (index > 0)
                this.add(', ');
            this.value(items[index], marks, at(unknown, index));
        }
        this.add(']');
    }
    object(members, sensitive, unknown) {
        if (Array.isArray(sensitive) && hasMark(sensitive))
            return this.add(SENSITIVE);
        const keys = Object.keys(members);
        if ((0,plan_json/* isObject */.Gv)(unknown)) {
            for (const key of Object.keys(unknown)) {
                if (!Object.hasOwn(members, key) && hasMark(unknown[key]))
                    keys.push(key);
            }
        }
        let separator = '{ ';
        for (const key of keys.sort()) {
            this.add(`${separator}${value_diff_text_name(key)} = `);
            this.value(at(members, key), at(sensitive, key), at(unknown, key));
            separator = ', ';
        }
        this.add(keys.length === 0 ? '{}' : ' }');
    }
}
function value_diff_text_name(key) {
    return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? key : quote(key);
}
/** A string as Terraform's language quotes it: JSON's escapes without `\b` and `\f`, and `$${`, `%%{` for the marks of templates. */
function quote(text) {
    const json = JSON.stringify(text);
    // These two control characters have short forms in JSON only.
    if (!/[$%]\{|[\b\f]/.test(text))
        return json;
    return json
        .replaceAll(/([$%])\{/g, '$1$1{')
        .replaceAll(/\\(.)/g, (pair, escaped) => escaped === 'b' ? '\\u0008' : escaped === 'f' ? '\\u000c' : pair);
}

;// CONCATENATED MODULE: ./lib/terraform/value-diff-lines.js


/** Unchanged lines kept around each change. */
const CONTEXT = 3;
/** Longest diff; what follows is counted in a last line. */
const MOST_LINES = 80;
/** More edits than this are shown as one block replaced by another: the exact diff costs their square. */
const MOST_EDITS = 400;
/**
 * The lines in which two texts differ, with {@link CONTEXT} lines around. Runs of unchanged lines and what exceeds
 * {@link MOST_LINES} are counted in a line of their own, which begins with `…`. A carriage return at the end of a
 * line is written as `\r`, since else both lines would look alike.
 */
function diffLines(before, after) {
    const all = rawDiff(before.split('\n'), after.split('\n'));
    const shown = withContext(all);
    return value_diff_lines_limited(shown, shown.length);
}
/** The lines of a text that is added or removed as a whole, limited likewise. */
function oneSidedLines(text, kind) {
    const texts = text.split('\n');
    return value_diff_lines_limited(lines(kind, texts.slice(0, MOST_LINES + 1)).map(shownLine), texts.length);
}
function rawDiff(before, after) {
    const head = commonLength(before.length, after.length, (index) => before[index] === after[index]);
    const most = Math.min(before.length, after.length) - head;
    const tail = commonLength(most, most, (index) => before.at(-1 - index) === after.at(-1 - index));
    const removed = before.slice(head, before.length - tail);
    const added = after.slice(head, after.length - tail);
    const parts = removed.length > 0 && added.length > 0 ? exactDiff(removed, added) : undefined;
    return [
        ...lines(' ', before.slice(0, head)),
        ...(parts ?? [...lines('-', removed), ...lines('+', added)]),
        ...lines(' ', before.slice(before.length - tail)),
    ];
}
function commonLength(left, right, same) {
    let length = 0;
    while (length < left && length < right && same(length))
        length += 1;
    return length;
}
function exactDiff(removed, added) {
    const parts = diffArrays(removed, added, { maxEditLength: MOST_EDITS });
    return parts?.flatMap((part) => lines(part.added ? '+' : part.removed ? '-' : ' ', part.value));
}
function lines(kind, texts) {
    return texts.map((text) => ({ kind, text }));
}
function shownLine(line) {
    return { kind: line.kind, text: cut(line.text.replace(/\r$/, '\\r')) };
}
function value_diff_lines_limited(shown, count) {
    if (count <= MOST_LINES)
        return shown;
    return [...shown.slice(0, MOST_LINES - 1), { kind: ' ', text: `… (+${count - MOST_LINES + 1} lines)` }];
}
function withContext(all) {
    const near = nearChanges(all);
    const shown = [];
    let skipped = 0;
    const flush = () => {
        if (skipped > 0)
            shown.push({ kind: ' ', text: `… (${skipped} unchanged lines)` });
        skipped = 0;
    };
    for (const [index, line] of all.entries()) {
        if (near[index] === 1) {
            flush();
            shown.push(shownLine(line));
        }
        else {
            skipped += 1;
        }
    }
    flush();
    return shown;
}
/** 1 for the lines that are shown. A single hidden line is shown as well: its note would take as much room. */
function nearChanges(all) {
    const near = new Uint8Array(all.length);
    for (const [index, line] of all.entries()) {
        if (line.kind !== ' ')
            near.fill(1, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
    }
    for (let index = 0; index < near.length; index += 1) {
        if (near[index] === 0 && near[index - 1] !== 0 && near[index + 1] !== 0)
            near[index] = 1;
    }
    return near;
}

;// CONCATENATED MODULE: ./lib/terraform/value-diff-lists.js


/** Pairs are sought among at most this many elements of each side. */
const MOST_CANDIDATES = 64;
/**
 * Which elements of two lists belong together, equal ones left out. Without the provider's schema a set cannot be
 * told from a list, so both are served: elements that differ at the same positions of lists of one length are
 * compared in place; else equal elements are matched as in a set, wherever they are, objects that agree in more than
 * half of their members are taken for the same one changed, and the rest is added or removed. That hides nothing of
 * a list, since `reordered` tells when the order changed as well (Terraform writes sets sorted).
 */
function matchLists(lists) {
    const { before, after } = lists;
    const length = Math.max(after.length, Array.isArray(lists.unknown) ? lists.unknown.length : 0);
    const shorter = Math.min(before.length, length);
    let head = 0;
    while (head < shorter && isSame(lists, head, head))
        head += 1;
    let tail = 0;
    while (tail < shorter - head && isSame(lists, before.length - 1 - tail, length - 1 - tail))
        tail += 1;
    const left = range(head, before.length - tail);
    const right = range(head, length - tail);
    if (left.length === 0 || right.length === 0) {
        return { pairs: [], removed: left, added: right, reordered: false };
    }
    if (before.length === length && left.length === 1) {
        return { pairs: [[head, head]], removed: [], added: [], reordered: false };
    }
    return matchRest(lists, left, right, before.length === length);
}
function matchRest(lists, left, right, sameLength) {
    const { removed, added, reordered } = matchEqual(lists, left, right);
    const inPlace = removed.length === added.length && removed.every((index, nth) => added[nth] === index);
    if (sameLength && inPlace && !reordered) {
        return { pairs: removed.map((index) => [index, index]), removed: [], added: [], reordered };
    }
    const pairs = pairSimilar(lists, removed, added);
    const pairedLeft = new Set(pairs.map(([index]) => index));
    const pairedRight = new Set(pairs.map(([, index]) => index));
    return {
        pairs,
        removed: removed.filter((index) => !pairedLeft.has(index)),
        added: added.filter((index) => !pairedRight.has(index)),
        reordered,
    };
}
function range(from, to) {
    const indices = [];
    for (let index = from; index < to; index += 1)
        indices.push(index);
    return indices;
}
function isSame(lists, left, right) {
    return (isEqual(lists.before[left], lists.after[right]) &&
        !hasMark(at(lists.unknown, right)) &&
        sameMarks(at(lists.beforeSensitive, left), at(lists.afterSensitive, right)));
}
function matchEqual(lists, left, right) {
    const places = new Map();
    for (const index of left) {
        const key = `${canonical(lists.before[index])}${canonicalMarks(at(lists.beforeSensitive, index))}`;
        const list = places.get(key);
        if (list === undefined)
            places.set(key, [index]);
        else
            list.push(index);
    }
    for (const list of places.values())
        list.reverse();
    const matched = new Set();
    const added = [];
    let last = -1;
    let reordered = false;
    for (const index of right) {
        const isKnown = !hasMark(at(lists.unknown, index));
        const key = `${canonical(lists.after[index])}${canonicalMarks(at(lists.afterSensitive, index))}`;
        const place = isKnown ? places.get(key)?.pop() : undefined;
        if (place === undefined) {
            added.push(index);
            continue;
        }
        matched.add(place);
        if (place < last)
            reordered = true;
        last = place;
    }
    return { removed: left.filter((index) => !matched.has(index)), added, reordered };
}
/** Each object goes to the free object of the other side it shares most members with, if that is more than half. */
function pairSimilar(lists, removed, added) {
    const free = added.slice(0, MOST_CANDIDATES).filter((index) => (0,plan_json/* isObject */.Gv)(lists.after[index]));
    const pairs = [];
    for (const left of removed.slice(0, MOST_CANDIDATES)) {
        let best = -1;
        let bestShare = 0.5;
        for (const right of free) {
            const share = similarity(lists.before[left], lists.after[right]);
            if (share > bestShare) {
                best = right;
                bestShare = share;
            }
        }
        if (best < 0)
            continue;
        pairs.push([left, best]);
        free.splice(free.indexOf(best), 1);
    }
    return pairs;
}
/** Share of equal members among all that either object has; members without a value count on neither side. */
function similarity(left, right) {
    if (!(0,plan_json/* isObject */.Gv)(left) || !(0,plan_json/* isObject */.Gv)(right))
        return 0;
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    let all = 0;
    let equal = 0;
    for (const key of keys) {
        const value = at(left, key);
        const other = at(right, key);
        if (value === null && isEqual(value, other))
            continue;
        all += 1;
        if (isEqual(value, other))
            equal += 1;
    }
    return all === 0 ? 0 : equal / all;
}

;// CONCATENATED MODULE: ./lib/terraform/attribute-changes.js





/**
 * The leaves that differ between `before` and `after`. A part that is sensitive or unknown as a whole is one leaf, so
 * that the keys inside a sensitive map stay hidden too; an added or removed block is one leaf. How lists and sets are
 * compared is told at `matchLists`. Strings that both hold a JSON object or list are compared inside.
 */
function attributeChanges(change, replacePaths = change.replace_paths ?? []) {
    const walk = { steps: [], found: [], replacePaths };
    collect(walk, {
        before: change.before,
        after: change.after,
        unknown: change.after_unknown,
        beforeSensitive: change.before_sensitive,
        afterSensitive: change.after_sensitive,
    });
    return walk.found;
}
function collect(walk, place) {
    const { before, after, unknown } = place;
    if (place.beforeSensitive === true || place.afterSensitive === true || unknown === true) {
        collectLeaf(walk, place);
    }
    else if ((0,plan_json/* isObject */.Gv)(before) && ((0,plan_json/* isObject */.Gv)(after) || (isAbsent(after) && (0,plan_json/* isObject */.Gv)(unknown)))) {
        // `after` lacks an object of which every member is unknown.
        collectMembers(walk, place);
    }
    else if (Array.isArray(before) && Array.isArray(after)) {
        collectElements(walk, place, before, after);
    }
    else if (!collectJson(walk, place)) {
        collectLeaf(walk, place);
    }
}
function collectLeaf(walk, place) {
    const { before, after, unknown } = place;
    // A value that only becomes (un)marked as sensitive is a change that Terraform plans as an update, too.
    const marksChanged = !isAbsent(before) && (place.beforeSensitive === true) !== (place.afterSensitive === true);
    if (unknown !== true && !marksChanged && isEqual(before, after))
        return;
    emit(walk, place);
}
function collectMembers(walk, place) {
    for (const key of differingKeys(place).sort())
        descend(walk, key, placeAt(place, key, key));
}
/**
 * Most members of most objects are equal: they are passed over before anything is built for them. Marks are few, so
 * that going through them by themselves is cheaper than asking for the marks of each member.
 */
function differingKeys(place) {
    const before = membersOf(place.before);
    const after = membersOf(place.after);
    const keys = [];
    for (const key in before)
        if (!isEqual(before[key], value_diff_compare_own(after, key)))
            keys.push(key);
    for (const key in after) {
        if (!isAbsent(after[key]) && value_diff_compare_own(before, key) === undefined)
            keys.push(key);
    }
    const add = (key) => {
        if (!keys.includes(key))
            keys.push(key);
    };
    const unknown = membersOf(place.unknown);
    for (const key in unknown)
        if (hasMark(unknown[key]))
            add(key);
    const beforeSensitive = membersOf(place.beforeSensitive);
    const afterSensitive = membersOf(place.afterSensitive);
    for (const key in beforeSensitive) {
        if (!sameMarks(beforeSensitive[key], value_diff_compare_own(afterSensitive, key)))
            add(key);
    }
    for (const key in afterSensitive)
        if (hasMark(afterSensitive[key]) && !Object.hasOwn(beforeSensitive, key))
            add(key);
    return keys;
}
const NO_MEMBERS = Object.freeze({});
function membersOf(side) {
    return (0,plan_json/* isObject */.Gv)(side) ? side : NO_MEMBERS;
}
function placeAt(place, before, after) {
    return {
        before: at(place.before, before),
        after: at(place.after, after),
        unknown: at(place.unknown, after),
        beforeSensitive: at(place.beforeSensitive, before),
        afterSensitive: at(place.afterSensitive, after),
    };
}
function descend(walk, step, place) {
    walk.steps.push(step);
    collect(walk, place);
    walk.steps.pop();
}
function collectElements(walk, place, before, after) {
    const match = matchLists({ ...place, before, after });
    if (match.reordered)
        emit(walk, place);
    const marks = marksOfElements(place.beforeSensitive, place.afterSensitive);
    const rows = [
        ...match.removed.map((index) => [index, elementAt(before[index], 'before', marks), false]),
        ...match.pairs.map(([left, right]) => [right, placeAt(place, left, right), true]),
        ...match.added.map((index) => {
            const unknown = at(place.unknown, index);
            return [index, elementAt(after[index], 'after', marks, unknown), false];
        }),
    ];
    // Sorting is stable: at one index the removed element comes before the added one.
    for (const [index, element, paired] of rows.sort(([left], [right]) => left - right)) {
        if (paired) {
            descend(walk, index, element);
        }
        else {
            walk.steps.push(index);
            emit(walk, element);
            walk.steps.pop();
        }
    }
}
function elementAt(value, side, marks, unknown) {
    const present = value ?? (hasMark(unknown) ? undefined : NULL_ELEMENT);
    return {
        before: side === 'before' ? present : undefined,
        after: side === 'after' ? present : undefined,
        unknown,
        beforeSensitive: marks,
        afterSensitive: marks,
    };
}
/** Stands for a null in a list, which unlike a null attribute is a value. */
const NULL_ELEMENT = Symbol('null');
/** False when the place does not hold JSON on both sides, or JSON that differs in nothing but its notation. */
function collectJson(walk, place) {
    const { before, after } = place;
    if (typeof before !== 'string' || typeof after !== 'string' || before === after)
        return false;
    if (hasMark(place.beforeSensitive) || hasMark(place.afterSensitive))
        return false;
    const left = parseJson(before);
    const right = left === undefined ? undefined : parseJson(after);
    if (right === undefined || Array.isArray(left) !== Array.isArray(right))
        return false;
    const found = walk.found.length;
    collect(walk, { ...place, before: left, after: right, unknown: undefined });
    return walk.found.length > found;
}
/** Long numbers lose digits in parsing, so a text that may hold one is compared as text. */
function parseJson(text) {
    if (!/^\s*[{[]/.test(text) || /\d{16}/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function emit(walk, place) {
    const { before, after, unknown } = place;
    const marks = mergeMarks(place.beforeSensitive, place.afterSensitive);
    // Marks inside of something that has no inside on one side: what they were meant for cannot be told.
    const sensitive = marks === true || (hasMark(marks) && (isScalar(before) || isScalar(after)));
    walk.found.push({
        path: formatPath(walk.steps),
        change: verb(place),
        unknown: hasMark(unknown),
        sensitive,
        before: sensitive ? SENSITIVE : textOf(before, marks),
        after: sensitive ? SENSITIVE : unknown === true ? null : textOf(after, marks, unknown),
        lines: sensitive || unknown === true ? null : textLines(before, after),
        forcesReplacement: walk.replacePaths.some((path) => overlap(path, walk.steps)),
    });
}
function isScalar(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
function verb({ before, after, unknown }) {
    const gains = !isAbsent(after) || hasMark(unknown);
    if (isAbsent(before))
        return gains ? 'added' : 'changed';
    return gains ? 'changed' : 'removed';
}
function textOf(value, sensitive, unknown) {
    return value === NULL_ELEMENT ? 'null' : valueText(value, sensitive, unknown);
}
/** For texts of more than one line; an added or removed text has lines of one kind only. */
function textLines(before, after) {
    if (typeof before === 'string' && typeof after === 'string') {
        return before.includes('\n') || after.includes('\n') ? diffLines(before, after) : null;
    }
    if (typeof before === 'string' && isAbsent(after)) {
        return before.includes('\n') ? oneSidedLines(before, '-') : null;
    }
    if (typeof after === 'string' && isAbsent(before)) {
        return after.includes('\n') ? oneSidedLines(after, '+') : null;
    }
    return null;
}
/** Whether one path leads to the place or into it: a replaced block is caused by any attribute inside. */
function overlap(path, steps) {
    const length = Math.min(path.length, steps.length);
    for (let index = 0; index < length; index += 1) {
        // An element of a set is addressed by its value, which is neither a name nor an index.
        if (typeof path[index] === 'object')
            return true;
        if (path[index] !== steps[index])
            return false;
    }
    return true;
}
/** A path of `replace_paths` in the notation of {@link AttributeChange.path}. */
function formatPath(steps) {
    let path = '';
    for (const step of steps) {
        if (typeof step === 'number')
            path += `[${step}]`;
        else if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(step))
            path += `[${JSON.stringify(step)}]`;
        else
            path += path === '' ? step : `.${step}`;
    }
    return path;
}
/** How many leaves of an `after_unknown` structure are marked. */
function countUnknown(unknown) {
    return countMarks(unknown);
}

;// CONCATENATED MODULE: ./lib/terraform/change-kinds.js

/** Kinds by Terraform's action lists (documented values of `change.actions`). */
const change_kinds_KINDS = {
    'no-op': { kind: 'no-op' },
    create: { kind: 'create' },
    read: { kind: 'read' },
    update: { kind: 'update' },
    delete: { kind: 'delete' },
    forget: { kind: 'forget' },
    'delete,create': { kind: 'replace', order: 'delete-first' },
    'create,delete': { kind: 'replace', order: 'create-first' },
    'create,forget': { kind: 'create-forget' },
};
/** Kind and order of one row. @throws EHA1209 for an action list that is not documented. */
function classify(row) {
    const known = lookUp(row.change, row.address);
    if (known.kind !== 'no-op')
        return { kind: known.kind, order: known.order ?? null };
    if (isImporting(row))
        return { kind: 'import', order: null };
    return { kind: movedFrom(row) === null ? 'no-op' : 'move', order: null };
}
/** The same for a bare change, such as that of an output; `where` names it in the error. */
function lookUp(change, where) {
    const actions = change.actions.join(',');
    const known = Object.hasOwn(change_kinds_KINDS, actions) ? change_kinds_KINDS[actions] : undefined;
    if (known === undefined)
        throw errors/* terraformErrors */.O.EHA1209(`${where} has the unknown action ${JSON.stringify(actions)}.`);
    return known;
}
/** Where the object was before a move, null when it was not moved. */
function movedFrom(row) {
    const previous = row.previous_address;
    return previous === undefined || previous === row.address ? null : previous;
}
function isImporting(row) {
    return row.change.importing !== undefined && row.change.importing !== null;
}

;// CONCATENATED MODULE: ./lib/terraform/last-change.js

/**
 * Attribute with the resource that CloudTrail names in the events about a part of it, by the request parameters of each
 * operation in the API references of the services.
 */
const WHOLE_OF = {
    aws_ec2_transit_gateway_route: 'transit_gateway_route_table_id',
    aws_ec2_transit_gateway_route_table_association: 'transit_gateway_route_table_id',
    aws_ec2_transit_gateway_route_table_propagation: 'transit_gateway_route_table_id',
    aws_eks_access_entry: 'cluster_name',
    aws_eks_access_policy_association: 'cluster_name',
    aws_eks_addon: 'cluster_name',
    aws_iam_role_policy: 'role',
    aws_iam_role_policy_attachment: 'role',
    aws_route: 'route_table_id',
    aws_route_table_association: 'route_table_id',
    aws_security_group_rule: 'security_group_id',
    aws_vpc_ipv4_cidr_block_association: 'vpc_id',
    aws_vpc_security_group_egress_rule: 'security_group_id',
    aws_vpc_security_group_ingress_rule: 'security_group_id',
    aws_vpn_connection_route: 'vpn_connection_id',
};
const last_change_KEPT = ['id', 'arn', 'region', ...new Set(Object.values(WHOLE_OF))];
/** Takes what is needed from an object's values before the change; secrets have none of these names. */
function identityOf(before) {
    if (!(0,plan_json/* isObject */.Gv)(before))
        return {};
    const found = last_change_KEPT.map((name) => [name, before[name]]);
    const texts = found.filter((pair) => typeof pair[1] === 'string');
    return Object.fromEntries(texts.filter(([, value]) => value !== ''));
}
/** Where to ask who changed an object last. */
function logQuestion({ type, identity }) {
    if (type.startsWith('aws_'))
        return awsQuestion(type, identity);
    if (type.startsWith('azurerm_') || type.startsWith('azapi_'))
        return azureQuestion(identity);
    return { cloud: null, reason: 'Neither CloudTrail nor the Azure activity log knows objects of its type.' };
}
/** Ids that AWS gives, `vpc-0a1b2c3d` and the like, and ARNs: nothing else has the same. */
const UNIQUE = /^(?:arn:|[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,}$)/;
function awsQuestion(type, identity) {
    const { arn = '' } = identity;
    const [, partition = 'aws', service = '', arnRegion = ''] = arn.split(':');
    const whole = WHOLE_OF[type];
    const given = whole === undefined ? [identity['id'], arn] : [identity[whole]];
    const names = [...new Set(given.filter((name) => name !== undefined && name !== ''))];
    if (names.length === 0)
        return { cloud: null, reason: 'Its state names no resource to ask CloudTrail for.' };
    const isGlobal = service === 'iam' || type.startsWith('aws_iam_');
    const region = isGlobal ? globalRegion(partition) : arnRegion === '' ? identity['region'] : arnRegion;
    const named = isGlobal ? 'iam' : service === '' ? serviceOf(type) : service;
    const source = names.every((name) => UNIQUE.test(name)) || named === null ? null : `${named}.amazonaws.com`;
    return { cloud: 'aws', region: region ?? null, names, source };
}
/** Services of types above whose objects have no ARN; a type's second word is not always its service. */
function serviceOf(type) {
    return type.startsWith('aws_eks_') ? 'eks' : null;
}
/** CloudTrail keeps the events of IAM in one region of each partition ("Global service events" in its user guide). */
function globalRegion(partition) {
    if (partition === 'aws-cn')
        return 'cn-north-1';
    return partition === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';
}
const ARM_ID = /^\/subscriptions\/([0-9a-f-]{36})\/[^|'"]+$/i;
function azureQuestion({ id = '' }) {
    const subscriptionId = ARM_ID.exec(id)?.[1];
    if (subscriptionId === undefined) {
        return {
            cloud: null,
            reason: 'Its id is none of Azure Resource Manager, which the activity log goes by.',
        };
    }
    return { cloud: 'azure', subscriptionId, resourceId: id };
}
const LONGEST_NAME = 128;
/** A name as it may be shown; null for one that is, or holds, an e-mail address or an IP address. */
function shownName(name) {
    if (typeof name !== 'string')
        return null;
    // Control characters and line ends could forge log lines.
    const line = name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    if (line === '' || /[@＠]|%40|#EXT#/i.test(line))
        return null;
    if (/(?:\d{1,3}\.){3}\d{1,3}/.test(line) || /(?:[0-9a-f]{0,4}:){3}/i.test(line))
        return null;
    return line.slice(0, LONGEST_NAME);
}

;// CONCATENATED MODULE: ./lib/terraform/drift.js



/**
 * Takes the rows of `resource_drift`. A row that is only a move is left out: it repeats what `resource_changes` says.
 * Which of them matter is only known at the end, when the list of relevant attributes was read.
 */
class DriftCollector {
    #rows = [];
    add(row) {
        const { kind } = classify(row);
        if (kind === 'move')
            return;
        const object = {
            address: row.address,
            module: row.module_address ?? '',
            type: row.type ?? '',
            deposed: row.deposed ?? null,
            kind: kind === 'update' || kind === 'delete' ? kind : 'other',
            attributes: kind === 'delete' ? [] : attributeChanges(row.change),
            identity: identityOf(row.change.before),
        };
        this.#rows.push({ object, resource: resourceAddress(row) });
    }
    finish(rest) {
        return this.#rows.map(({ object, resource }) => ({
            ...object,
            relevant: isRelevant(rest, object.address, resource, object.attributes),
        }));
    }
}
/** The address without the instance key: a reference to a whole resource names it so. */
function resourceAddress({ address, module_address: module, mode, type, name }) {
    if (type === undefined || name === undefined)
        return address;
    const inside = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    return module === undefined || module === '' ? inside : `${module}.${inside}`;
}
/** Plans before format 1.1 have no `relevant_attributes`; later ones leave the list out when it is empty. */
function isRelevant(rest, address, resource, attributes) {
    if (rest.relevant_attributes === undefined)
        return /^(0\.\d+|1\.0)/.test(rest.format_version) ? null : false;
    return rest.relevant_attributes.some((entry) => {
        if (entry.resource !== address && entry.resource !== resource)
            return false;
        const path = formatPath(entry.attribute ?? []);
        return attributes.length === 0 || attributes.some((attribute) => overlaps(attribute.path, path));
    });
}
function overlaps(left, right) {
    const within = (inner, outer) => outer === '' || inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
    return within(left, right) || within(right, left);
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
function plan_counts_noCounts() {
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

;// CONCATENATED MODULE: ./lib/terraform/planned-outputs.js



/** The outputs that change, in the plan's order. @throws EHA1209 for an action that outputs do not have */
function plannedOutputs(outputs) {
    return Object.entries(outputs).flatMap(([name, change]) => {
        const { kind } = lookUp(change, `output ${name}`);
        if (kind === 'no-op')
            return [];
        if (kind !== 'create' && kind !== 'update' && kind !== 'delete') {
            throw errors/* terraformErrors */.O.EHA1209(`output ${name} has the action ${kind}, which is not documented for outputs.`);
        }
        return [
            {
                name,
                kind,
                sensitive: change.before_sensitive === true || change.after_sensitive === true,
                unknown: countUnknown(change.after_unknown) > 0,
                attributes: attributeChanges(below(name, change)),
            },
        ];
    });
}
/** The change as if the output were an attribute of an object, so that every path says which output it is. */
function below(name, change) {
    const at = (value) => ({ [name]: value });
    return {
        actions: change.actions,
        before: at(change.before),
        after: at(change.after),
        after_unknown: at(change.after_unknown),
        before_sensitive: at(change.before_sensitive),
        after_sensitive: at(change.after_sensitive),
    };
}

;// CONCATENATED MODULE: ./lib/terraform/plan-model.js







const KINDS_WITH_ATTRIBUTES = new Set(['update', 'replace', 'create-forget']);
/** Created objects of which the attributes are kept: nobody reads more of them, and a model is held in memory. */
const MOST_CREATED_WITH_ATTRIBUTES = 200;
/**
 * Builds the model of a plan from its parts as they come, and keeps of each only what is shown.
 * @throws EHA1209 when a row has an action list that is not documented: guessing would miscount
 */
class PlanModelBuilder {
    #changes = [];
    #deferred = [];
    #drift = new DriftCollector();
    #seen = new Set();
    #tally = plan_counts_noCounts();
    /** Takes any part but the last. */
    add(part) {
        if (part.section === 'resource_changes')
            this.#addRow(part.value);
        else if (part.section === 'resource_drift')
            this.#drift.add(part.value);
        else if (part.section === 'deferred_changes')
            this.#deferred.push(deferredChange(part.value));
    }
    finish(rest) {
        const outputs = plannedOutputs(rest.output_changes ?? {});
        const drift = this.#drift.finish(rest);
        const checks = (rest.checks ?? []).map(checkResult);
        const deferred = [...this.#deferred, ...(rest.deferred_action_invocations ?? []).map(deferredAction)];
        const actionInvocations = (rest.action_invocations ?? []).map(actionAddress);
        return {
            formatVersion: rest.format_version,
            toolVersion: rest.terraform_version ?? null,
            changes: this.#changes,
            outputs,
            drift,
            checks,
            deferred,
            actionInvocations,
            counts: {
                ...this.#tally,
                deferred: deferred.length,
                actionInvocations: actionInvocations.length,
                outputs: outputs.length,
                drift: drift.length,
                failedChecks: checks.filter((check) => check.status === 'fail' || check.status === 'error').length,
            },
            complete: rest.complete ?? null,
            applyable: rest.applyable ?? null,
            errored: rest.errored ?? null,
        };
    }
    #addRow(row) {
        const key = row.deposed === undefined ? row.address : `${row.address} ${row.deposed}`;
        if (this.#seen.has(key)) {
            throw errors/* terraformErrors */.O.EHA1208(`The plan JSON has two rows for ${row.address}; counting would be wrong.`);
        }
        this.#seen.add(key);
        const { kind, order } = classify(row);
        countRow(this.#tally, row, kind, order);
        const isKept = kind !== 'create' || this.#tally.create <= MOST_CREATED_WITH_ATTRIBUTES;
        if (kind !== 'no-op')
            this.#changes.push(plannedChange(row, kind, order, isKept));
    }
}
/** Terraform's own notion of "there is something to apply", which `-detailed-exitcode` reports as 2. */
function isApplyable(model) {
    return model.changes.length > 0 || model.outputs.length > 0 || model.actionInvocations.length > 0;
}
/**
 * Whether a reviewer has anything to review. Unlike {@link isApplyable} it leaves out data that only a check block
 * reads (Terraform plans that read in every run) and takes in changes put off to a later plan.
 */
function hasChanges(model) {
    const reviewed = model.changes.some((row) => row.reason !== 'read_because_check_nested');
    return (reviewed || model.outputs.length > 0 || model.actionInvocations.length > 0 || model.deferred.length > 0);
}
function plannedChange(row, kind, order, keepsAttributes) {
    return {
        address: row.address,
        module: row.module_address ?? '',
        mode: row.mode === 'data' ? 'data' : 'managed',
        type: row.type ?? '',
        name: row.name ?? '',
        index: row.index ?? null,
        provider: row.provider_name ?? '',
        deposed: row.deposed ?? null,
        kind,
        order,
        reason: row.action_reason ?? null,
        previousAddress: movedFrom(row),
        importing: isImporting(row),
        importId: importId(row.change),
        attributes: keepsAttributes ? attributesOf(row.change, kind) : [],
        attributesOmitted: keepsAttributes ? 0 : countKnown(row.change.after),
        replacePaths: (row.change.replace_paths ?? []).map(formatPath),
        unknownCount: countUnknown(row.change.after_unknown),
    };
}
function attributesOf(change, kind) {
    if (KINDS_WITH_ATTRIBUTES.has(kind))
        return attributeChanges(change);
    if (kind !== 'create' || !(0,plan_json/* isObject */.Gv)(change.after))
        return [];
    // Against an empty object each attribute is a difference of its own; those only known after apply tell nothing.
    const found = attributeChanges({ ...change, before: {}, before_sensitive: {} });
    return found.filter(({ after, lines }) => after !== null || lines !== null);
}
function countKnown(after) {
    return (0,plan_json/* isObject */.Gv)(after) ? Object.values(after).filter((value) => value !== null).length : 0;
}
function importId({ importing }) {
    if (typeof importing?.id === 'string' && importing.id !== '')
        return importing.id;
    if (!(0,plan_json/* isObject */.Gv)(importing?.identity))
        return null;
    const parts = Object.entries(importing.identity).filter(([, value]) => value !== null);
    return parts
        .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(', ');
}
function deferredChange(entry) {
    return {
        address: entry.resource_change.address,
        kind: classify(entry.resource_change).kind,
        reason: entry.reason ?? 'unknown',
    };
}
function deferredAction(entry) {
    const action = (0,plan_json/* isObject */.Gv)(entry) ? entry['action_invocation'] : undefined;
    const reason = (0,plan_json/* isObject */.Gv)(entry) ? entry['reason'] : undefined;
    return {
        address: actionAddress((0,plan_json/* isObject */.Gv)(action) ? action : {}),
        kind: 'invoke',
        reason: typeof reason === 'string' ? reason : 'unknown',
    };
}
function actionAddress(action) {
    return typeof action.address === 'string' ? action.address : 'unknown';
}
function checkResult(check) {
    const messages = (check.instances ?? []).flatMap((instance) => instance.problems ?? []);
    const status = check.status;
    return {
        address: check.address.to_display,
        // A status that is not documented must not pass as good.
        status: status === 'pass' || status === 'fail' || status === 'error' ? status : 'unknown',
        problems: messages.map((problem) => problem.message ?? '').filter((message) => message !== ''),
    };
}

;// CONCATENATED MODULE: ./lib/terraform/risk/types.js
/** The levels from the lowest to the highest: what an input that takes a level allows. */
const RISK_LEVELS = ['info', 'warning', 'high', 'critical'];
/** Negative when `left` is lower than `right`. */
function compareLevels(left, right) {
    return RISK_LEVELS.indexOf(left) - RISK_LEVELS.indexOf(right);
}
/** Whether `level` reaches `threshold`: what a `fail-on` input asks; a null level reaches nothing. */
function reaches(level, threshold) {
    return level !== null && compareLevels(level, threshold) >= 0;
}
/** A risk of a rule, its marks filled in. */
function riskOf(rule, addresses, marks = {}) {
    const sentence = rule.sentence.replace(/\{(\w+)\}/g, (mark, name) => Object.hasOwn(marks, name) ? String(marks[name]) : mark);
    return { rule: rule.id, level: rule.level, sentence, addresses: [...new Set(addresses)] };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/terraform/workspace.js


/**
 * The selected Terraform workspace: what `TF_WORKSPACE` says, else what `terraform workspace select` noted in the data
 * folder, else `default`.
 * @param variable value of `TF_WORKSPACE`, null when it is not set
 * @param dataDirectory absolute; `.terraform` of the stack unless TF_DATA_DIR says otherwise
 */
async function selectedWorkspace(variable, dataDirectory) {
    if (variable !== null)
        return variable;
    const noted = await (0,promises_.readFile)((0,external_node_path_.join)(dataDirectory, 'environment'), 'utf8').catch(() => '');
    return noted.trim() || 'default';
}
/** Folder of the stack relative to the workspace, with forward slashes; `.` for the workspace itself. */
function stackDirectory({ directory }, { github }) {
    return (0,external_node_path_.relative)(github.workspace, directory).replaceAll(external_node_path_.sep, '/') || '.';
}
/** Absolute folder in which `terraform init` keeps what it found. */
function dataDirectory(inputs) {
    return (0,external_node_path_.resolve)(inputs.directory, inputs.environment.dataDirectory);
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
    throw githubErrors.EHA1103(`the event "${context.eventName}" carries no pull request`);
}

;// CONCATENATED MODULE: ./lib/report/check-document.js


/** What is checked without credentials, in this order. */
const CHECK_NAMES = ['fmt', 'init', 'validate', 'lint'];
/** Longest texts and lists of a document: a reader that does not trust its writer can refuse whatever is longer. */
const CHECK_LIMITS = { name: 100, path: 1000, summary: 500, detail: 2000, problems: 100 };
const check_document_count = () => schemas_int().check(_nonnegative());
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
        milliseconds: check_document_count(),
    }))
        .check(_maxLength(CHECK_NAMES.length)),
    counts: object({ errors: check_document_count(), warnings: check_document_count(), unformatted: check_document_count() }),
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
    problemsOmitted: check_document_count(),
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
const markdown_LONGEST_NAME = 300;
/** `text`, without its middle when it is longer than `most` characters; says how long it was. */
function shorten(text, most) {
    if (text.length <= most)
        return text;
    const start = Math.ceil(most * 0.7);
    return `${text.slice(0, start)} … (${String(text.length)} characters) … ${text.slice(start - most)}`;
}
/** Text as an inline code span, whatever it holds: the fence is longer than any run of backticks inside. */
function markdown_code(text, most = markdown_LONGEST_NAME) {
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
function markdown_htmlCode(text) {
    const flat = oneLine(shorten(text, markdown_LONGEST_NAME)).replaceAll(/[^\p{L}\p{N}\p{M} /-]/gu, (character) => `&#${String(character.codePointAt(0) ?? 0)};`);
    return `<code>${flat}</code>`;
}
/** A code span inside a table cell, where GitHub splits at every pipe that is not escaped, also within code. */
function markdown_codeCell(text) {
    return /[|\\]/.test(text) ? markdown_htmlCode(text) : markdown_code(text);
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
        `## ${markdown_code(check.stack)}: ${checkWords(check)}`,
        'Checked without credentials, not planned: what an apply would do is **unknown**.',
        problemList(check.problems, check.problemsOmitted),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
const RESULT = {
    failed: '❌ failed',
    unknown: '❔ unknown',
    passed: '✅ passed',
};
/** A line for each stack with the result of each of its checks. */
function checkTable(reports) {
    const columns = ['stack', 'result', 'fmt', 'init', 'validate', 'lint'].map((heading) => ({ heading }));
    return table(columns, reports.map(row));
}
function row(report) {
    const resultOf = (name) => report.check?.checks.find((check) => check.name === name)?.result ?? '–';
    const cells = ['fmt', 'init', 'validate', 'lint'].map(resultOf);
    return [codeCell(report.stack), RESULT[checkStatusOf(report)], ...cells];
}
/** What one stack's checks found, folded; '' when it has nothing to say. `most` bounds its problems. */
function checkSection(report, most) {
    const title = `<b>${htmlCode(report.stack)}</b>`;
    if (report.check === undefined) {
        return folded(`${title}: unknown`, `Unknown: ${plain(report.unknownReason ?? 'there is no document')}.`, true);
    }
    const { problems, problemsOmitted, counts } = report.check;
    if (problems.length === 0)
        return '';
    const shown = problems.slice(0, most);
    const words = [plural(counts.errors, 'error'), plural(counts.warnings, 'warning')].join(', ');
    const list = problemList(shown, problemsOmitted + problems.length - shown.length);
    return folded(`${title}: ${words}`, list, checkStatusOf(report) !== 'passed');
}
/** Characters of a detail in a list; the annotations of the run have the whole. */
const LONGEST_DETAIL = 400;
function problemList(problems, omitted) {
    const lines = problems.map(problemLine);
    const more = omitted === 0 ? [] : [`- … and ${markdown_plural(omitted, 'further problem')}, in the log of the run`];
    return [...lines, ...more].join('\n');
}
function problemLine({ check, severity, summary, detail, file, line }) {
    const place = file === null ? '' : ` ${markdown_code(line === null ? file : `${file}:${String(line)}`)}`;
    const more = detail === '' ? '' : ` ${markdown_plain(detail.slice(0, LONGEST_DETAIL))}`;
    return `- ${severity === 'error' ? '❌' : '⚠️'} ${check}${place}: ${markdown_plain(summary.replace(/[.:]$/, ''))}.${more}`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./lib/action/errors.js
var lib_action_errors = __nccwpck_require__(308);
;// CONCATENATED MODULE: ./lib/terraform/diagnostics.js


/**
 * Reads one diagnostic of `validate -json` or of the `diagnostic` lines of `plan -json` (same shape). Returns
 * undefined for anything else.
 */
function parseDiagnostic(value, folders) {
    if (!(0,plan_json/* isObject */.Gv)(value) || typeof value['summary'] !== 'string')
        return undefined;
    const range = (0,plan_json/* isObject */.Gv)(value['range']) ? value['range'] : undefined;
    const file = range === undefined ? null : fileInWorkspace(range['filename'], folders);
    return {
        // A severity this program does not know is treated as an error: nothing may fail silently.
        severity: value['severity'] === 'warning' ? 'warning' : 'error',
        summary: value['summary'].trim(),
        detail: typeof value['detail'] === 'string' ? value['detail'].trim() : '',
        address: typeof value['address'] === 'string' && value['address'] !== '' ? value['address'] : null,
        file,
        startLine: file === null ? null : lineOf(range?.['start']),
        endLine: file === null ? null : lineOf(range?.['end']),
    };
}
/** The diagnostics of `terraform validate -json`; undefined when the text is not its JSON. */
function parseValidation(text, folders) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!(0,plan_json/* isObject */.Gv)(value) || typeof value['valid'] !== 'boolean')
        return undefined;
    const list = value['diagnostics'];
    const diagnostics = (Array.isArray(list) ? list : []).map((entry) => parseDiagnostic(entry, folders));
    return { valid: value['valid'], diagnostics: diagnostics.filter((entry) => entry !== undefined) };
}
/**
 * Errors first, then by place. Terraform checks in parallel and reports in an order that differs between runs, which
 * would make a comment differ that says the same.
 */
function sortDiagnostics(diagnostics) {
    const key = (entry) => [
        entry.severity === 'error' ? '0' : '1',
        // A diagnostic without a place comes before those that have one.
        entry.file ?? '',
        String(entry.startLine ?? 0).padStart(9, '0'),
        entry.address ?? '',
        entry.summary,
        entry.detail,
    ];
    const keyed = diagnostics.map((entry) => ({ entry, key: key(entry).join('\u0000') }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}
function fileInWorkspace(name, folders) {
    if (typeof name !== 'string' || name === '')
        return null;
    const path = (0,external_node_path_.relative)(folders.workspace, (0,external_node_path_.resolve)(folders.directory, name));
    const parts = (0,external_node_path_.normalize)(path).split(external_node_path_.sep);
    // Terraform marks text that is no file, such as a value given by -var, with a name in angle brackets.
    const isOutside = parts[0] === '..' || path === '' || (0,external_node_path_.resolve)(path) === path || name.startsWith('<');
    return isOutside || parts.includes('.terraform') ? null : (0,external_node_path_.join)(...parts).replaceAll(external_node_path_.sep, '/');
}
function lineOf(position) {
    const line = (0,plan_json/* isObject */.Gv)(position) ? position['line'] : undefined;
    return typeof line === 'number' && line >= 1 ? line : null;
}
/** GitHub shows ten errors and ten warnings of a step; one error is kept for the failure of the step itself. */
const ANNOTATIONS_PER_STEP = {
    error: 9,
    warning: 10,
};
/**
 * Turns diagnostics into annotations. Each is shown once even if validate and plan both report it; those beyond
 * GitHub's limit are still written to the log, as plain lines.
 */
class Annotator {
    #log;
    #seen = new Set();
    #shown = { error: 0, warning: 0 };
    constructor(log) {
        this.#log = log;
    }
    annotate(diagnostics) {
        for (const diagnostic of diagnostics) {
            const key = JSON.stringify(diagnostic);
            if (this.#seen.has(key))
                continue;
            this.#seen.add(key);
            this.#show(diagnostic);
        }
    }
    #show(diagnostic) {
        const { severity } = diagnostic;
        const message = diagnostics_describe(diagnostic);
        if (this.#shown[severity] >= ANNOTATIONS_PER_STEP[severity]) {
            const where = diagnostic.file === null ? '' : ` (${diagnostic.file}:${diagnostic.startLine ?? '?'})`;
            this.#log.info(`${severity === 'error' ? 'Error' : 'Warning'}: ${message}${where}`);
            return;
        }
        this.#shown[severity] += 1;
        if (severity === 'error')
            this.#log.error(message, placeOf(diagnostic));
        else
            this.#log.warning(message, placeOf(diagnostic));
    }
}
function diagnostics_describe(diagnostic) {
    const subject = diagnostic.address === null ? '' : ` [${diagnostic.address}]`;
    return `${diagnostic.summary}${subject}${diagnostic.detail === '' ? '' : `\n${diagnostic.detail}`}`;
}
function placeOf(diagnostic) {
    return {
        title: `terraform: ${diagnostic.summary}`.slice(0, 120),
        ...(diagnostic.file === null ? {} : { file: diagnostic.file }),
        ...(diagnostic.startLine === null ? {} : { startLine: diagnostic.startLine }),
        ...(diagnostic.endLine === null ? {} : { endLine: diagnostic.endLine }),
    };
}

;// CONCATENATED MODULE: ./lib/terraform/progress.js
/** After this long without a line the log says that Terraform is still at work. */
const HEARTBEAT_MS = 10_000;
/** Lines of each kind that are printed one by one; a plan of thousands of resources would bury the rest. */
const MOST_LINES_PER_KIND = 200;
const SYMBOLS = {
    create: '+',
    update: '~',
    replace: '-/+',
    delete: '-',
    remove: '.',
    read: '<=',
    import: '=>',
    move: '->',
    forget: '.',
};
/** Follows Terraform's event stream in the log: one short line an object, addresses and actions only. */
class PlanProgress {
    #log;
    #clock;
    #started;
    #seen = { refreshed: 0, planned: 0, drift: 0 };
    #lastLine;
    constructor(log, clock) {
        this.#log = log;
        this.#clock = clock;
        this.#started = clock.now();
        this.#lastLine = this.#started;
    }
    /** Prints one event; diagnostics and notes are not its business. */
    show(event) {
        switch (event.type) {
            case 'refreshed':
                return this.#line('refreshed', `  read  ${event.address}`);
            case 'read':
                return this.#line('refreshed', `  read  ${event.address} (data)`);
            case 'drift':
                return this.#line('drift', `  drift ${event.address}: ${event.action} outside Terraform`);
            case 'planned':
                return this.#line('planned', `  plan  ${SYMBOLS[event.action] ?? '?'} ${event.address} (${event.action})`);
            default:
                return undefined;
        }
    }
    /** Runs `work` and, while it lasts, prints the elapsed time whenever nothing else was printed for a while. */
    async withHeartbeat(what, work) {
        const stop = new AbortController();
        const beating = this.#beat(what, stop.signal);
        try {
            return await work();
        }
        finally {
            stop.abort();
            await beating;
        }
    }
    /** `12 objects read, 3 changes planned` for the end of a plan and for the heartbeat. */
    totals() {
        const { refreshed, planned, drift } = this.#seen;
        return `${refreshed} objects read, ${drift} changed outside Terraform, ${planned} changes planned`;
    }
    #line(kind, text) {
        this.#seen[kind] += 1;
        if (this.#seen[kind] > MOST_LINES_PER_KIND)
            return;
        this.#lastLine = this.#clock.now();
        this.#log.info(text);
        if (this.#seen[kind] === MOST_LINES_PER_KIND)
            this.#log.info('  … further lines of this kind are only counted');
    }
    async #beat(what, stop) {
        const isStopped = () => stop.aborted;
        while (!isStopped()) {
            const quiet = this.#clock.now() - this.#lastLine;
            try {
                await this.#clock.sleep(Math.max(HEARTBEAT_MS - quiet, 1), stop);
            }
            catch {
                return;
            }
            const now = this.#clock.now();
            if (isStopped() || now - this.#lastLine < HEARTBEAT_MS)
                continue;
            this.#lastLine = now;
            this.#log.info(`  … ${what} for ${Math.round((now - this.#started) / 1000)} s: ${this.totals()}`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/terraform/ui-stream.js


/** Reads one line; undefined for lines that are not JSON or carry nothing that is used. */
function parseUiLine(line, folders) {
    if (!line.startsWith('{'))
        return undefined;
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    return (0,plan_json/* isObject */.Gv)(value) ? eventOf(value, folders) : undefined;
}
function eventOf(value, folders) {
    switch (value['type']) {
        case 'version':
            return versionOf(value);
        case 'diagnostic': {
            const diagnostic = parseDiagnostic(value['diagnostic'], folders);
            return diagnostic && { type: 'diagnostic', diagnostic };
        }
        case 'refresh_complete':
            return withAddress(value['hook'], (address) => ({ type: 'refreshed', address }));
        case 'apply_start':
            return withAddress(value['hook'], (address, action) => ({ type: 'apply-started', address, action }));
        case 'apply_complete':
            // Data sources are "applied", too, and during a plan only they are.
            return withAddress(value['hook'], (address, action) => action === 'read' ? { type: 'read', address } : { type: 'applied', address, action });
        case 'apply_errored':
            return withAddress(value['hook'], (address, action) => ({ type: 'apply-failed', address, action }));
        case 'resource_drift':
            return withAddress(value['change'], (address, action) => ({ type: 'drift', address, action }));
        case 'planned_change':
            return withAddress(value['change'], (address, action) => ({ type: 'planned', address, action }));
        case 'init_output':
        case 'log':
            return typeof value['@message'] === 'string'
                ? { type: 'note', message: value['@message'].trim() }
                : undefined;
        default:
            return undefined;
    }
}
function versionOf(value) {
    if (typeof value['tofu'] === 'string')
        return { type: 'version', tool: 'opentofu', version: value['tofu'] };
    const version = value['terraform'];
    return typeof version === 'string' ? { type: 'version', tool: 'terraform', version } : undefined;
}
function withAddress(part, make) {
    if (!(0,plan_json/* isObject */.Gv)(part) || !(0,plan_json/* isObject */.Gv)(part['resource']))
        return undefined;
    const address = part['resource']['addr'];
    const action = part['action'];
    return typeof address === 'string'
        ? make(address, typeof action === 'string' ? action : 'unknown')
        : undefined;
}

;// CONCATENATED MODULE: ./lib/terraform/cli.js








/** Environment of every call: no questions, no colours, no hints for people at a terminal, no call to HashiCorp for news. */
const ENVIRONMENT = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', NO_COLOR: '1', CHECKPOINT_DISABLE: '1' };
/** Codes of lib/action for a program that is not there or that the system refuses to start. */
const NOT_STARTED = new Set(['EHA1008', 'EHA1009']);
/** How much of what Terraform wrote outside its JSON is kept to explain a failure. */
const MOST_STDERR_CHARACTERS = 4_000;
/**
 * Runs Terraform or OpenTofu in one stack folder. No method throws for a failing command: the outcome carries exit
 * code and diagnostics, and always at least one error diagnostic when the command failed. Needs Terraform 1.10 or
 * newer (`init -json`).
 * @throws EHA1201 from every method when the executable cannot be started
 */
class TerraformCli {
    #executable;
    #folders;
    #deps;
    #identity = { name: null, version: null };
    constructor(executable, folders, deps) {
        this.#executable = executable;
        this.#folders = folders;
        this.#deps = deps;
    }
    get identity() {
        return this.#identity;
    }
    /** `fmt -check -recursive`: exit code 3 means unformatted files, 2 a file that could not be parsed. */
    async checkFormat() {
        const result = await this.#run(['fmt', '-check', '-recursive', '-list=true', '-no-color'], {});
        if (result === undefined)
            return { ...CANCELLED, unformatted: [] };
        const names = result.exitCode === 3 ? result.stdout.split('\n').filter((line) => line !== '') : [];
        const unformatted = names.map((name) => this.#inWorkspace((0,external_node_path_.join)(this.#folders.directory, name))).sort();
        const failed = result.exitCode !== 0 && result.exitCode !== 3;
        return { ...outcomeOf(result), diagnostics: failed ? [fromText('fmt', result)] : [], unformatted };
    }
    /** `init -json`. Steps of init are written to the log as they come. */
    async initialise(options) {
        const args = ['init', '-json', '-input=false'];
        if (options.lockfile === 'readonly')
            args.push('-lockfile=readonly');
        if (options.backend === false)
            args.push('-backend=false');
        else
            for (const entry of options.backendConfig)
                args.push(`-backend-config=${entry}`);
        return this.#stream('init', args, (event) => this.#note(event));
    }
    /** `validate -json`. */
    async validate() {
        const result = await this.#run(['validate', '-json', '-no-color'], {});
        if (result === undefined)
            return CANCELLED;
        const validation = parseValidation(result.stdout, this.#folders);
        const diagnostics = [...(validation?.diagnostics ?? [])];
        const exitCode = result.exitCode === 0 && validation?.valid !== true ? 1 : result.exitCode;
        const explained = diagnostics.some((entry) => entry.severity === 'error');
        if (exitCode !== 0 && !explained)
            diagnostics.push(fromText('validate', result));
        return { ...outcomeOf(result), exitCode, diagnostics: sortDiagnostics(diagnostics) };
    }
    /** `plan -json -detailed-exitcode -out`: 0 nothing to do, 2 changes, 1 failed. Progress goes to the log. */
    async plan(options) {
        const args = ['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${options.planFile}`];
        args.push(`-lock=${options.lock}`, `-refresh=${options.refresh}`, `-parallelism=${options.parallelism}`);
        if (options.lock)
            args.push(lockTimeout(options.lockTimeoutMs));
        if (options.destroy === true)
            args.push('-destroy');
        if (options.refreshOnly === true)
            args.push('-refresh-only');
        for (const file of options.varFiles)
            args.push(`-var-file=${file}`);
        const progress = new PlanProgress(this.#deps.log, this.#deps.clock);
        const outcome = await progress.withHeartbeat('planning', () => this.#stream('plan', args, (event) => {
            this.#note(event);
            progress.show(event);
        }));
        this.#deps.log.info(`  ${progress.totals()}`);
        return outcome;
    }
    /** `apply -json` of a plan file. Each event goes to `onEvent`, before the outcome is known. */
    async apply(options, onEvent) {
        const { planFile, lockTimeoutMs, parallelism } = options;
        const args = ['apply', '-json', '-input=false', lockTimeout(lockTimeoutMs)];
        return this.#stream('apply', [...args, `-parallelism=${parallelism}`, planFile], onEvent);
    }
    /** `state push <file>`: for a state that an apply could not save. Starts also after a cancellation. */
    async pushState(file) {
        const args = ['state', 'push', '-lock-timeout=30s', file];
        const result = await this.#run(args, { evenWhenCancelled: true });
        if (result === undefined)
            return CANCELLED;
        return {
            ...outcomeOf(result),
            diagnostics: result.exitCode === 0 ? [] : [fromText('state push', result)],
        };
    }
    /**
     * `show -json <planFile>` into a file that only this user can read: like the plan, it holds secrets in clear. The
     * caller deletes both. Without a plan file it shows the state of the selected workspace, without locking it.
     */
    async show(planFile, jsonFile) {
        await (await (0,promises_.open)(jsonFile, 'wx', 0o600)).close();
        const args = ['show', '-json', '-no-color', ...(planFile === null ? [] : [planFile])];
        const result = await this.#run(args, { stdoutFile: jsonFile });
        if (result === undefined)
            return CANCELLED;
        return { ...outcomeOf(result), diagnostics: result.exitCode === 0 ? [] : [fromText('show', result)] };
    }
    #note(event) {
        if (event.type === 'note')
            this.#deps.log.info(`  ${event.message.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
    }
    async #stream(command, args, onEvent) {
        const diagnostics = [];
        const onStdoutLine = (line) => {
            const event = parseUiLine(line, this.#folders);
            if (event === undefined)
                return;
            if (event.type === 'version')
                this.#identity = { name: event.tool, version: event.version };
            else if (event.type === 'diagnostic')
                diagnostics.push(event.diagnostic);
            else
                onEvent(event);
        };
        const result = await this.#run(args, { onStdoutLine, captureStdout: false });
        if (result === undefined)
            return { ...CANCELLED, diagnostics };
        const failed = result.exitCode !== 0 && !(command === 'plan' && result.exitCode === 2);
        if (failed && !diagnostics.some((entry) => entry.severity === 'error'))
            diagnostics.push(fromText(command, result));
        return { ...outcomeOf(result), diagnostics: sortDiagnostics(diagnostics) };
    }
    /** Undefined when the run was cancelled before the command could start. */
    async #run(args, options) {
        if (this.#isCancelled() && options.evenWhenCancelled !== true)
            return undefined;
        try {
            const result = await this.#deps.runProcess([this.#executable, ...args], {
                cwd: this.#folders.directory,
                env: ENVIRONMENT,
                ...options,
            });
            return this.#isCancelled() ? { ...result, interrupted: true } : result;
        }
        catch (cause) {
            if (this.#isCancelled())
                return undefined;
            if (!(cause instanceof lib_action_errors/* ActionError */.l && NOT_STARTED.has(cause.code)))
                throw cause;
            throw errors/* terraformErrors */.O.EHA1201(`${this.#executable} could not be started: ${cause.message}`, { cause });
        }
    }
    /** A method, since the signal may abort during any await. */
    #isCancelled() {
        return this.#deps.signal.aborted;
    }
    #inWorkspace(path) {
        const name = (0,external_node_path_.relative)(this.#folders.workspace, path);
        return (0,external_node_path_.isAbsolute)(name) ? path : name.replaceAll(external_node_path_.sep, '/');
    }
}
/** Terraform takes whole seconds only; rounded up, so that a short wait is not none. */
function lockTimeout(milliseconds) {
    return `-lock-timeout=${Math.ceil(milliseconds / 1000)}s`;
}
const CANCELLED = { exitCode: 130, cancelled: true, diagnostics: [] };
function outcomeOf(result) {
    return { exitCode: result.exitCode, cancelled: result.interrupted, diagnostics: [] };
}
/** A diagnostic from what the command wrote as text, for failures that Terraform does not report as JSON. */
function fromText(command, result) {
    // Terraform draws a frame around messages for people.
    const text = (0,external_node_util_.stripVTControlCharacters)(result.stderr)
        .replaceAll(/^[╷│╵] ?/gm, '')
        .trim();
    const tail = text.length > MOST_STDERR_CHARACTERS ? `…${text.slice(-MOST_STDERR_CHARACTERS)}` : text;
    return {
        severity: 'error',
        summary: `terraform ${command} ended with exit code ${result.exitCode}`,
        detail: tail === '' ? 'It wrote no message.' : tail,
        address: null,
        file: null,
        startLine: null,
        endLine: null,
    };
}

;// CONCATENATED MODULE: ./lib/terraform/lint/declarations.js
/** Variables without a type; variables, locals and data sources that no text of the module names. */
function declarationFindings(files) {
    const text = files.map((file) => file.text).join('\n');
    return files.flatMap(({ file, blocks }) => blocks.flatMap((block) => [...untyped(file, block), ...unused(file, block, text)]));
}
function untyped(file, block) {
    const [name = ''] = block.labels;
    if (block.type !== 'variable' || block.attributes.has('type'))
        return [];
    const message = `The variable ${name} has no type, so any value is accepted: give it one.`;
    return [{ rule: 'typed-variables', file, line: block.line, message }];
}
function unused(file, block, text) {
    return declared(block)
        .filter(({ reference }) => !isNamed(reference, text))
        .map(({ what, line }) => ({
        rule: 'unused-declarations',
        file,
        line,
        message: `Nothing uses the ${what}: remove it.`,
    }));
}
function declared({ type, labels, line, attributes, blocks }) {
    const [first = '', second = ''] = labels;
    if (type === 'variable')
        return [{ what: `variable ${first}`, reference: ['var', first], line }];
    if (type === 'locals') {
        return [...attributes].map(([name, value]) => ({
            what: `local value ${name}`,
            reference: ['local', name],
            line: value.line,
        }));
    }
    // A data source with conditions of its own checks something even if nothing refers to it.
    if (type !== 'data' || blocks.some((inner) => inner.type === 'lifecycle'))
        return [];
    return [{ what: `data source ${first}.${second}`, reference: ['data', first, second], line }];
}
/** Between the segments HCL allows white space and comments; bounded, so that no file can make the search long. */
const GAP = String.raw `(?:\s|/\*(?:[^*]|\*(?!/)){0,300}\*/|(?:#|//)[^\n]{0,300}\n){0,20}`;
const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
/** Also of what has no name that could be searched for: then nothing is claimed. */
function isNamed(reference, text) {
    if (!reference.every((segment) => NAME.test(segment)))
        return true;
    // A hyphen is part of a name, so `var.a` is not named by `var.a-b`.
    return new RegExp(`${reference.join(`${GAP}\\.${GAP}`)}(?![\\p{ID_Continue}-])`, 'u').test(text);
}

;// CONCATENATED MODULE: ./lib/terraform/lint/modules.js
/** Names that branches have; a reference to a branch means other code tomorrow. */
const BRANCHES = new Set(['main', 'master', 'default', 'develop', 'HEAD']);
const GIT = /^git::|^(?:github\.com|bitbucket\.org)\/|^git@|^ssh:\/\/|\.git(?:\/\/[^?]*)?(?:\?|$)/;
/** `namespace/name/provider`, with a host before it where it is not the public registry. */
const REGISTRY = /^(?:[A-Za-z0-9.-]+\.[A-Za-z]{2,}\/)?[A-Za-z0-9_-]+\/[A-Za-z0-9_-]+\/[a-z0-9]+(?:\/\/.*)?$/;
/** Module sources that may mean other code tomorrow than today. */
function moduleFindings(files) {
    return files.flatMap(({ file, blocks }) => blocks.flatMap((block) => {
        const message = block.type === 'module' ? unpinned(block) : undefined;
        return message === undefined ? [] : [{ rule: 'pinned-modules', file, line: block.line, message }];
    }));
}
function unpinned({ labels, attributes }) {
    const source = attributes.get('source')?.text;
    const name = labels[0] ?? '';
    // A source that is no plain string is not judged.
    if (typeof source !== 'string' || /^\.{1,2}\//.test(source))
        return undefined;
    if (GIT.test(source)) {
        const ref = /[?&](?:ref|rev)=([^&]+)/.exec(source)?.[1];
        if (ref === undefined)
            return `The module ${name} is taken from a default branch: add ?ref= with a tag or commit.`;
        return BRANCHES.has(ref)
            ? `The module ${name} follows the branch ${ref}: name a tag or commit.`
            : undefined;
    }
    if (!REGISTRY.test(source) || attributes.has('version'))
        return undefined;
    return `The module ${name} takes the newest release of ${source}: add a version.`;
}

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
function hcl_blocks_attributesOf(body, depth = 0) {
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
        const object = isObject ? hcl_blocks_attributesOf(commasAsLines(rest.slice(0, -1)), depth + 1) : NO_ATTRIBUTES;
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
        return [{ type: type.text, labels, line: type.line, attributes: hcl_blocks_attributesOf(body), blocks }];
    });
}

;// CONCATENATED MODULE: ./lib/terraform/lint/versions.js

/** Versions that nothing holds: of Terraform in the root module, of each provider in every module. */
function versionFindings(files, isRoot) {
    return [...(isRoot ? requiredVersion(files) : []), ...unversioned(files), ...undeclared(files)];
}
function requiredVersion(files) {
    const [first] = files;
    if (first === undefined || files.some(({ text }) => text.includes('required_version')))
        return [];
    const place = files.find(({ blocks }) => blocks.some(({ type }) => type === 'terraform')) ?? first;
    const line = place.blocks.find(({ type }) => type === 'terraform')?.line ?? 1;
    const message = 'Nothing says which versions of Terraform may be used: set required_version.';
    return [{ rule: 'required-version', file: place.file, line, message }];
}
function declaredProviders({ blocks }) {
    return blocks
        .filter(({ type }) => type === 'terraform')
        .flatMap((block) => block.blocks.filter(({ type }) => type === 'required_providers'))
        .flatMap((block) => [...block.attributes]);
}
function unversioned(files) {
    return files.flatMap((file) => declaredProviders(file)
        .filter(([, { object }]) => object.size > 0 && !object.has(UNREADABLE) && !object.has('version'))
        .map(([name, { line }]) => ({
        rule: 'required-providers',
        file: file.file,
        line,
        message: `Any version of the provider ${name} is accepted: add a version.`,
    })));
}
/** Part of Terraform itself, so it has no version of its own. */
const BUILT_IN = 'terraform';
/** Only where every file of the module is read with certainty: a declaration may stand in any of them. */
function undeclared(files) {
    if (files.some(({ isCertain }) => !isCertain))
        return [];
    const known = new Set([
        BUILT_IN,
        ...files.flatMap((file) => declaredProviders(file).map(([name]) => name)),
    ]);
    return files.flatMap(({ file, blocks }) => blocks.flatMap((block) => {
        const name = providerOf(block);
        if (name === undefined || known.has(name))
            return [];
        known.add(name);
        const message = `The provider ${name} is used without an entry in required_providers: add one with source and version.`;
        return [{ rule: 'required-providers', file, line: block.line, message }];
    }));
}
/** Local name of the provider by the type's prefix; undefined where the block names another by an expression. */
function providerOf({ type, labels, attributes }) {
    if (!['resource', 'data', 'ephemeral'].includes(type) || attributes.has('provider'))
        return undefined;
    return labels[0]?.split('_')[0];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/terraform/stack-files.js



const TERRAFORM_FILE = /\.(tf|tofu)(\.json)?$/;
/** More folders than this is a loop of links, not a design. */
const MAX_FOLDERS = 500;
const stack_files_LONGEST_NAME = 100;
const HASH_LENGTH = 8;
/**
 * The stacks that `patterns` name below `root`: a folder, or `folder/*` for every folder there with Terraform files.
 * `missing` holds patterns that match nothing, so that a typing error does not read as "nothing to plan".
 */
function findStacks(root, patterns) {
    const directories = new Set();
    const missing = [];
    for (const pattern of patterns) {
        const found = expand(root, posix.normalize(pattern).replace(/\/$/, ''));
        if (found.length === 0)
            missing.push(pattern);
        for (const directory of found)
            directories.add(directory);
    }
    return { stacks: nameStacks([...directories].sort()), missing };
}
function expand(root, pattern) {
    if (posix.basename(pattern) !== '*')
        return hasTerraform(join(root, pattern)) ? [pattern] : [];
    const parent = posix.dirname(pattern);
    return entries(join(root, parent))
        .filter((entry) => entry.isDirectory())
        .map((entry) => posix.join(parent, entry.name))
        .filter((directory) => hasTerraform(join(root, directory)));
}
function entries(directory) {
    return (0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory() === true
        ? (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true })
        : [];
}
function hasTerraform(directory) {
    return entries(directory).some((entry) => entry.isFile() && TERRAFORM_FILE.test(entry.name));
}
function nameStacks(directories) {
    const bases = directories.map((directory) => posix.basename(directory));
    const names = directories.map((directory) => {
        const base = posix.basename(directory);
        const isUnique = bases.filter((other) => other === base).length === 1;
        return asName(isUnique ? base : directory);
    });
    const slugs = directories.map((directory) => directory.replaceAll(/[^A-Za-z0-9._-]+/g, '-'));
    return directories.map((directory, index) => ({
        name: distinct(names, index, directory),
        directory,
        slug: distinct(slugs, index, directory),
    }));
}
/** Begins with a letter or digit; the end of a long path tells more than its beginning. */
function asName(path) {
    const name = path.replaceAll(/[^A-Za-z0-9._/-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
    if (name === '')
        return 'root';
    // Room is left for what `distinct` appends.
    return name.slice(-(stack_files_LONGEST_NAME - HASH_LENGTH - 1)).replace(/^[^A-Za-z0-9]+/, '');
}
/** Two folders can come to the same text (`a/b` and `a-b` as slugs); then each gets a part of its path's hash. */
function distinct(texts, index, directory) {
    const text = texts[index] ?? '';
    if (texts.filter((other) => other === text).length === 1)
        return text;
    return `${text}-${createHash('sha256').update(directory).digest('hex').slice(0, HASH_LENGTH)}`;
}
/**
 * Everything of the repository that planning the stack reads: its own folder, local modules it calls (transitively),
 * and files named by a relative path.
 *
 * Any quoted relative path counts, whatever block it stands in: that finds `templatefile` and `file` arguments and
 * archives alike, and one path too many only plans a stack that did not need it. Of a path with an interpolation the
 * folder before it counts, and a path where nothing is counts too: the pull request may have removed it. An HCL parser
 * would be exact but is a WebAssembly module of two megabytes.
 */
function stackDependencies(root, directory) {
    const modules = new Set();
    const files = new Set();
    const queue = [directory];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (modules.has(next))
            continue;
        if (modules.size >= MAX_FOLDERS) {
            // Reading on would not end, and stopping here would miss what comes after: then the whole repository counts.
            files.add('.');
            break;
        }
        modules.add(next);
        for (const { path, isModule } of references(root, next, directory)) {
            if (path === '..' || path.startsWith('../'))
                continue;
            if (isModule)
                queue.push(path);
            else
                files.add(path);
        }
    }
    return { modules, files };
}
/** `source = "…"` or `"source": "…"` before it, `path.module`, `path.root` or nothing in it, and what ends it. */
const RELATIVE_PATH = /(\bsource"?\s*[=:]\s*)?"(?:\$\{path\.(module|root|cwd)\}(?:\/([^"$]*))?|(\.{1,2}\/[^"$]*))(["$])/g;
/** What the Terraform files of one folder name; paths without `path.module` are relative to the stack, where Terraform runs. */
function references(root, folder, stack) {
    const texts = entries((0,external_node_path_.join)(root, folder))
        .filter((entry) => entry.isFile() && TERRAFORM_FILE.test(entry.name))
        .map((entry) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, folder, entry.name), 'utf8'));
    return texts.flatMap((text) => [...text.matchAll(RELATIVE_PATH)].map((match) => {
        const [, source, base, afterBase, bare, end] = match;
        const isModule = source !== undefined;
        const from = isModule || base === 'module' ? folder : stack;
        const named = afterBase ?? bare ?? '';
        const literal = end === '$' ? named.slice(0, named.lastIndexOf('/') + 1) : named;
        return { path: external_node_path_.posix.join(from, literal).replace(/(?<=.)\/$/, ''), isModule };
    }));
}
/** Whether a change of `path` can change the plan of a stack with these dependencies. */
function touches(path, { modules, files }) {
    const above = withParents(path);
    if (above.some((folder) => files.has(folder)))
        return true;
    return !isDocument(path) && above.some((folder) => modules.has(folder));
}
/** `a/b/c` gives `a/b/c`, `a/b`, `a` and `.`. */
function withParents(path) {
    const segments = path.split('/');
    return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), '.'];
}
/** Files beside Terraform code that no plan reads unless they are named. */
function isDocument(path) {
    return /\.(md|tftest\.hcl)$/.test(path) || posix.basename(path) === '.gitignore';
}

;// CONCATENATED MODULE: ./lib/terraform/lint.js







/**
 * What `validate` lets pass and a reviewer would not: unused and untyped declarations, versions that nothing holds,
 * module sources that move. Of the stack and of the local modules it uses, by file and line. It reads blocks, not
 * expressions, so it reports only what the text proves: a file that it cannot read with certainty gives no findings,
 * and a name that occurs anywhere, even in a comment, counts as used.
 * @param root absolute root of the repository
 * @param directory folder of the stack, relative to the root
 */
function lintStack(root, directory) {
    const folders = [...new Set([directory, ...stackDependencies(root, directory).modules])];
    const found = folders.flatMap((folder) => {
        const files = filesOf(root, folder);
        return [
            ...versionFindings(files, folder === directory),
            ...declarationFindings(files),
            ...moduleFindings(files),
        ];
    });
    return found.sort(byPlace);
}
function filesOf(root, folder) {
    const directory = (0,external_node_path_.join)(root, folder);
    if (!(0,external_node_fs_.existsSync)(directory))
        return [];
    return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(tf|tofu)(\.json)?$/.test(entry.name))
        .map(({ name }) => {
        const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, name), 'utf8');
        const file = external_node_path_.posix.join(folder, name);
        const { blocks, isCertain } = name.endsWith('.json') ? NOT_READ : readBlocks(text);
        return { file, text, blocks: isCertain ? blocks : [], isCertain };
    })
        .sort((one, other) => (one.file < other.file ? -1 : 1));
}
/** JSON syntax is searched for names, but nothing is reported in it: its readers lose the lines. */
const NOT_READ = { blocks: [], isCertain: false };
function byPlace(one, other) {
    if (one.file !== other.file)
        return one.file < other.file ? -1 : 1;
    return one.line - other.line;
}

;// CONCATENATED MODULE: ./lib/terraform/messages.js



/** A file that fmt cannot parse is an error of init and validate, which know its line. */
function asWarnings(outcome) {
    return {
        ...outcome,
        diagnostics: outcome.diagnostics.map((entry) => ({ ...entry, severity: 'warning' })),
    };
}
function unformattedFile(file, required) {
    return {
        severity: required ? 'error' : 'warning',
        summary: 'Not formatted',
        detail: `Run \`terraform fmt\` on ${file}.`,
        address: null,
        file,
        startLine: 1,
        endLine: 1,
    };
}
/** The first error with its place, and how many more there are. */
function lead(outcome) {
    const errors = outcome.diagnostics.filter((entry) => entry.severity === 'error');
    const first = errors[0] ?? outcome.diagnostics[0];
    if (first === undefined)
        return `The command ended with exit code ${outcome.exitCode} and named no error.`;
    const place = first.file === null ? '' : ` (${first.file}${first.startLine === null ? '' : `:${first.startLine}`})`;
    const more = errors.length > 1 ? ` There are ${errors.length - 1} more errors.` : '';
    const detail = first.detail === '' ? '' : ` ${first.detail.split('\n', 1)[0] ?? ''}`;
    return `${first.summary.replace(/[.:]$/, '')}${place}.${detail}${more}`;
}
/** Why init failed: of a lock file that it may not change there is another remedy than of anything else. */
function initFailure(outcome) {
    const isLockFile = outcome.diagnostics.some((entry) => /lock file is read-only/i.test(entry.detail) ||
        /dependency changes detected|inconsistent dependency lock file/i.test(entry.summary));
    return isLockFile ? errors/* terraformErrors */.O.EHA1204(lead(outcome)) : errors/* terraformErrors */.O.EHA1203(lead(outcome));
}
/** What Terraform said, in two heaps: what is known to be harmless, and what waits until the secrets are known. */
class Messages {
    #annotator;
    #published = [];
    #quotes = new Set();
    #held = [];
    constructor(log) {
        this.#annotator = new Annotator(log);
    }
    get published() {
        return this.#published;
    }
    get isHolding() {
        return this.#held.length > 0;
    }
    publish(diagnostics) {
        this.#published.push(...diagnostics);
        this.annotate(diagnostics);
    }
    annotate(diagnostics) {
        this.#annotator.annotate(diagnostics);
    }
    hold(diagnostics) {
        this.#held = [...this.#held, ...diagnostics];
    }
    /** Publishes what was held; of a plan whose secrets are not known only that there was a message, and where. */
    release(known) {
        this.publish(known ? this.#held : this.#held.map(withheld));
        this.#held = [];
    }
    /** Remembers that the message of an error repeats what Terraform wrote. */
    quoting(error) {
        this.#quotes.add(error);
        return error;
    }
    /** The error, or in place of one that quotes Terraform the same without the quote. */
    withoutQuote(error) {
        return this.#quotes.has(error) ? new lib_action_errors/* ActionError */.l(error.code, error.definition, WITHHELD) : error;
    }
}
const WITHHELD = 'The values of the plan could not be read, so it is not known which of them are secret, and the message could quote one. Run `terraform plan` in the stack to see it.';
function withheld(diagnostic) {
    const summary = `A message of terraform plan is withheld (${diagnostic.severity})`;
    return { ...diagnostic, summary, detail: WITHHELD, address: null };
}

;// CONCATENATED MODULE: ./actions/terraform-plan/src/checks.js











/**
 * Checks one stack as far as that needs no credentials: formatting, providers and modules, validity, lint. Each runs
 * also when the one before it failed, but validate needs what init fetches. The code is a stranger's, and init and
 * validate run the providers it names: they inherit no credentials, and their data folder is a new one, never a folder
 * that the code brings.
 */
async function runChecks(inputs, deps) {
    const data = await (0,promises_.mkdtemp)((0,external_node_path_.join)(deps.github.tempDirectory, 'terraform-check-'));
    try {
        return await new CheckRun(inputs, isolated(inputs, deps, data)).run();
    }
    finally {
        await (0,promises_.rm)(data, { recursive: true, force: true });
    }
}
function isolated(inputs, deps, data) {
    const withheld = Object.fromEntries(inputs.environment.credentials.map((name) => [name, undefined]));
    return {
        ...deps,
        runProcess: (argv, options) => deps.runProcess(argv, { ...options, env: { ...withheld, ...options.env, TF_DATA_DIR: data } }),
    };
}
class CheckRun {
    #inputs;
    #deps;
    #cli;
    #messages;
    #checks = [];
    #problems = [];
    #failure;
    #unformatted = 0;
    constructor(inputs, deps) {
        this.#inputs = inputs;
        this.#deps = deps;
        const folders = { directory: inputs.directory, workspace: deps.github.workspace };
        this.#cli = new TerraformCli(inputs.terraform, folders, deps);
        this.#messages = new Messages(deps.log);
    }
    async run() {
        const { fmt, validate } = this.#inputs;
        await this.#check('fmt', fmt === 'false' ? undefined : () => this.#format());
        const fetched = await this.#check('init', () => this.#initialise());
        await this.#check('validate', fetched === 'passed' && validate ? () => this.#validate() : undefined);
        await this.#check('lint', () => Promise.resolve(this.#lint()));
        const document = this.#document();
        this.#deps.log.info(`${document.stack}: ${checkWords(document)}. Not planned.`);
        return {
            outputs: {
                status: document.status,
                'has-changes': 'unknown',
                'terraform-version': document.tool.version ?? '',
            },
            report: { fileName: `check-${document.stack.replaceAll('/', '-')}.json`, document },
            summary: [{ markdown: checkSummary(document) }],
            ...(this.#failure === undefined ? {} : { failure: this.#failure }),
        };
    }
    async #check(name, work) {
        const started = this.#deps.clock.now();
        const isCancelled = this.#deps.signal.aborted;
        const found = work === undefined || isCancelled
            ? { result: isCancelled ? 'cancelled' : 'skipped', problems: [] }
            : await this.#deps.log.group(name === 'lint' ? 'lint' : `terraform ${name}`, work);
        const milliseconds = Math.max(0, Math.round(this.#deps.clock.now() - started));
        this.#checks.push({ name, result: found.result, milliseconds });
        this.#problems.push(...found.problems.map((problem) => documented(name, problem)));
        this.#failure ??= found.failure;
        if (found.result === 'cancelled') {
            this.#failure = action_errors/* actionErrors */.u.EHA1005(`The run was cancelled during the check ${name}.`);
        }
        return found.result;
    }
    async #format() {
        const outcome = asWarnings(await this.#cli.checkFormat());
        if (outcome.cancelled)
            return checks_CANCELLED;
        const required = this.#inputs.fmt === 'true';
        this.#unformatted = outcome.unformatted.length;
        const problems = [
            ...outcome.diagnostics,
            ...outcome.unformatted.map((file) => unformattedFile(file, required)),
        ];
        this.#messages.publish(problems);
        if (outcome.exitCode === 0)
            return { result: 'passed', problems };
        if (!required)
            return { result: 'warned', problems };
        const said = outcome.unformatted.length > 0
            ? `Not formatted: ${outcome.unformatted.join(', ')}.`
            : `terraform fmt could not read a file: ${lead(outcome)}`;
        return { result: 'failed', problems, failure: errors/* terraformErrors */.O.EHA1202(said) };
    }
    async #initialise() {
        const outcome = await this.#cli.initialise({ ...this.#inputs, backend: false });
        return this.#judge(outcome, initFailure);
    }
    async #validate() {
        return this.#judge(await this.#cli.validate(), (failed) => errors/* terraformErrors */.O.EHA1205(lead(failed)));
    }
    #judge(outcome, failureOf) {
        if (outcome.cancelled)
            return checks_CANCELLED;
        const problems = outcome.diagnostics;
        this.#messages.publish(problems);
        if (outcome.exitCode === 0)
            return { result: 'passed', problems };
        return { result: 'failed', problems, failure: failureOf(outcome) };
    }
    #lint() {
        const found = lintStack(this.#deps.github.workspace, stackDirectory(this.#inputs, this.#deps));
        const problems = found.map(({ rule, file, line, message }) => ({
            severity: 'warning',
            summary: rule,
            detail: message,
            address: null,
            file,
            startLine: line,
            endLine: line,
        }));
        this.#messages.publish(problems);
        return { result: problems.length === 0 ? 'passed' : 'warned', problems };
    }
    #document() {
        const { github, clock } = this.#deps;
        const { problems: most, name, path } = CHECK_LIMITS;
        const count = (severity) => this.#problems.filter((problem) => problem.severity === severity).length;
        const { name: tool, version } = this.#cli.identity;
        return checkDocument.create({
            stack: clipped(this.#inputs.stack, name),
            directory: clipped(stackDirectory(this.#inputs, this.#deps), path),
            status: this.#status(),
            tool: { name: tool, version: version === null ? null : clipped(version, name) },
            checks: this.#checks,
            counts: { errors: count('error'), warnings: count('warning'), unformatted: this.#unformatted },
            problems: mostGrave(this.#problems).slice(0, most),
            problemsOmitted: Math.max(0, this.#problems.length - most),
            sha: github.sha,
            headSha: pullRequestOf(github)?.headSha ?? null,
            runUrl: clipped(github.runUrl, path),
            generatedAt: new Date(clock.now()).toISOString(),
        });
    }
    #status() {
        const results = this.#checks.map(({ result }) => result);
        if (results.includes('cancelled'))
            return 'cancelled';
        return results.includes('failed') ? 'failed' : 'passed';
    }
}
const checks_CANCELLED = { result: 'cancelled', problems: [] };
/** Errors first: they must not be those that are left out of a long list. */
function mostGrave(problems) {
    return [
        ...problems.filter(({ severity }) => severity === 'error'),
        ...problems.filter(({ severity }) => severity !== 'error'),
    ];
}
function documented(check, { severity, summary, detail, file, startLine }) {
    return {
        check,
        severity,
        summary: clipped(summary, CHECK_LIMITS.summary),
        detail: clipped(detail, CHECK_LIMITS.detail),
        file: file === null ? null : clipped(file, CHECK_LIMITS.path),
        line: startLine,
    };
}

;// CONCATENATED MODULE: ./lib/terraform/canonical-json.js
/**
 * One text for one JSON value: members sorted by their UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them (as RFC 8785 does). Strings are not normalised, since Terraform tells the forms apart.
 * Members that are undefined are left out; a bigint is written in full.
 *
 * @param mapText applied to every string that is a value, not to names of members
 */
function canonicalJson(value, mapText) {
    if (typeof value === 'string')
        return JSON.stringify(mapText === undefined ? value : mapText(value));
    if (typeof value === 'bigint')
        return value.toString();
    if (value === null || typeof value !== 'object')
        return scalar(value);
    // The built-in writer needs a fraction of the time, and most values come sorted.
    if (mapText === undefined && sortedLength(value) !== Infinity)
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map((entry) => canonicalJson(entry, mapText)).join(',')}]`;
    const object = value;
    const members = [];
    // Without a comparator, sort goes by code units.
    for (const name of Object.keys(object).sort()) {
        const entry = object[name];
        if (entry !== undefined)
            members.push(`${JSON.stringify(name)}:${canonicalJson(entry, mapText)}`);
    }
    return `{${members.join(',')}}`;
}
/**
 * How long the canonical text of a value is if nothing in it needs an escape; Infinity when its members are not sorted
 * as they stand, or when there is something in it that JSON has not. Runs over every value of a plan: it builds nothing.
 */
function sortedLength(value) {
    if (typeof value === 'string')
        return value.length + 2;
    if (typeof value === 'number')
        return numberLength(value);
    if (value === null || value === true)
        return 4;
    if (value === false)
        return 5;
    if (typeof value !== 'object')
        return Infinity;
    return Array.isArray(value) ? listLength(value) : objectLength(value);
}
function listLength(list) {
    let length = list.length === 0 ? 2 : list.length + 1;
    for (const item of list)
        length += sortedLength(item);
    return length;
}
function objectLength(object) {
    let length = 1;
    let last;
    for (const name in object) {
        if (last !== undefined && name < last)
            return Infinity;
        last = name;
        // Two quotation marks, a colon, and a comma or the closing brace.
        length += name.length + 4 + sortedLength(object[name]);
    }
    return last === undefined ? 2 : length;
}
function numberLength(value) {
    if (value >= 0 && value < 10_000 && Number.isInteger(value)) {
        if (value < 100)
            return value < 10 ? 1 : 2;
        return value < 1000 ? 3 : 4;
    }
    return Number.isFinite(value) ? String(value).length : Infinity;
}
function scalar(value) {
    if (value === null || value === undefined)
        return 'null';
    if (typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return JSON.stringify(value);
    throw new TypeError(`A ${typeof value} has no form in JSON.`);
}

;// CONCATENATED MODULE: ./lib/terraform/fingerprint-row.js


/** Members of a row and of its change in the order in which Terraform writes them (`internal/command/jsonplan`). */
const ROW_MEMBERS = [
    'address',
    'previous_address',
    'module_address',
    'mode',
    'type',
    'name',
    'index',
    'provider_name',
    'deposed',
    'change',
    'action_reason',
];
const CHANGE_MEMBERS = [
    'actions',
    'before',
    'after',
    'after_unknown',
    'before_sensitive',
    'after_sensitive',
    'replace_paths',
    'importing',
    'generated_config',
    'before_identity',
    'after_identity',
];
const ROW_RANKS = ranksOf(ROW_MEMBERS);
const CHANGE_RANKS = ranksOf(CHANGE_MEMBERS);
/**
 * One text for one row of `resource_changes`, however it was written: the members of the row and of its change in
 * Terraform's order, everything below them in the order of their names. Terraform itself writes exactly this, but for
 * escapes, so that a row rarely has to be written anew: see {@link isRowText}.
 *
 * @param mapText applied to every string that is a value
 */
function rowText(row, mapText) {
    return fingerprint_row_members(row, ROW_RANKS, (name, value) => {
        if (name !== 'change' || !(0,plan_json/* isObject */.Gv)(value))
            return canonicalJson(value, mapText);
        return fingerprint_row_members(value, CHANGE_RANKS, (member, inner) => member === 'replace_paths' && Array.isArray(inner)
            ? pathsText(inner, mapText)
            : canonicalJson(inner, mapText));
    });
}
/** Paths of replacement are a set that Terraform lists in no fixed order. */
function pathsText(paths, mapText) {
    return `[${paths
        .map((path) => canonicalJson(path, mapText))
        .sort()
        .join(',')}]`;
}
/**
 * Whether the text that a row was parsed from is its {@link rowText}: its members come in that order, it has only such
 * escapes as ECMAScript writes, and it is as long as what has no white space. (A number in another notation that is as
 * long passes for the same; that can only tell equal rows apart, never take different ones for equal.)
 */
function isRowText(text, row) {
    if ((row.change.replace_paths?.length ?? 0) > 1)
        return false;
    const change = orderedLength(row.change, CHANGE_RANKS, '');
    return unescapedLength(text) === change + orderedLength(row, ROW_RANKS, 'change');
}
/** Escapes that everybody writes alike, by the character behind the backslash. */
const PLAIN_ESCAPES = {
    '"': '"',
    '\\': '\\',
    n: '\n',
    r: '\r',
    t: '\t',
};
/** NaN when there are other escapes. */
function unescapedLength(text) {
    let length = text.length;
    for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at + 2)) {
        if (PLAIN_ESCAPES[text.charAt(at + 1)] === undefined)
            return Number.NaN;
        length -= 1;
    }
    return length;
}
/** A text in which each string of a JSON text stands as it is; undefined when it has escapes that are seldom used. */
function unescaped(text) {
    if (!text.includes('\\'))
        return text;
    if (Number.isNaN(unescapedLength(text)))
        return undefined;
    return text.replace(/\\(.)/g, (escape, character) => PLAIN_ESCAPES[character] ?? escape);
}
/** Length of an object whose members come in the order of their ranks, else Infinity; without the value of `except`. */
function orderedLength(object, ranks, except) {
    let length = 1;
    let last = -1;
    for (const name in object) {
        const rank = ranks.get(name);
        if (rank === undefined || rank <= last)
            return Infinity;
        last = rank;
        const value = object[name];
        length += name.length + 4 + (name === except ? 0 : sortedLength(value));
    }
    return length;
}
function fingerprint_row_members(object, ranks, write) {
    const present = Object.entries(object).filter(([, value]) => value !== undefined);
    const rank = (name) => ranks.get(name) ?? ranks.size;
    present.sort(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1));
    return `{${present.map(([name, value]) => `${JSON.stringify(name)}:${write(name, value)}`).join(',')}}`;
}
function ranksOf(names) {
    return new Map(names.map((name, index) => [name, index]));
}

;// CONCATENATED MODULE: ./lib/terraform/fingerprint.js





/**
 * The key that stands in for a secret one. It is public, so that what is made with it is a mere digest: whoever can
 * guess the whole content can check the guess. For that reason such a fingerprint leaves sensitive values out.
 */
const PUBLIC_KEY = new TextEncoder().encode('eks-hybrid-actions/plan-fingerprint/public/v2');
/**
 * Takes what a plan would do, row by row, for its fingerprint: equal for two plans of the same changes, whatever the
 * order of their rows, and different when any value of a change differs. The key is needed only at the end, so that it
 * can be made after the plan was read. See {@link Fingerprint} for what is covered.
 */
class PlanDigest {
    covers;
    #redact;
    /** Digests of the rows, by kind. */
    #rows = new Map();
    /** @param covers `all`, or `open` for all but sensitive values; `redact` is only used for `open` */
    constructor(covers, options = {}) {
        this.covers = covers;
        this.#redact = covers === 'open' ? options.redact : undefined;
    }
    /** As {@link Fingerprint.visit}. */
    visit(section, value, text) {
        if (section === 'resource_changes')
            this.#visitResource(value, text);
        else if (section === 'deferred_changes')
            this.#visitDeferred(value);
        else if (section === 'output_changes')
            this.#visitOutputs(value);
        else if (section === 'rest')
            this.#visitRest(value);
    }
    /** @param key at least 32 bytes for what covers all, null for what leaves out sensitive values */
    fingerprint(key) {
        if ((key === null) !== (this.covers === 'open')) {
            throw new RangeError('A fingerprint has a key if, and only if, it covers sensitive values.');
        }
        if (key !== null && key.length < 32)
            throw new RangeError('A fingerprint key has at least 32 bytes.');
        const all = (0,external_node_crypto_.createHmac)('sha256', key ?? PUBLIC_KEY);
        all.update('plan\0');
        for (const kind of [...this.#rows.keys()].sort()) {
            const digests = this.#rows.get(kind) ?? [];
            all.update(`${kind} ${digests.length}\0${digests.sort().join('')}`);
        }
        return `${key === null ? 'public' : 'keyed'}-v2:${all.digest('hex')}`;
    }
    #visitResource(row, text) {
        if (!doesSomething(row))
            return;
        const asItIs = text !== undefined && this.#isOpen(row.change, text) && isRowText(text, row);
        this.#add('resource', asItIs ? text : rowText({ ...row, change: this.#change(row.change) }, this.#redact));
    }
    /** Whether nothing has to be taken out. Escapes would keep the redactor from seeing the strings as they are. */
    #isOpen(change, text) {
        if (this.covers === 'all')
            return true;
        if (hasMark(change.before_sensitive) || hasMark(change.after_sensitive))
            return false;
        if (this.#redact === undefined)
            return true;
        const plain = unescaped(text);
        return plain !== undefined && this.#redact(plain) === plain;
    }
    #visitDeferred(value) {
        const row = (0,plan_json/* isObject */.Gv)(value) ? value['resource_change'] : undefined;
        if (!(0,plan_json/* isObject */.Gv)(value) || !(0,plan_json/* isObject */.Gv)(row))
            return this.#addValue('deferred', value);
        const change = (0,plan_json/* isObject */.Gv)(row['change']) ? this.#change(row['change']) : null;
        this.#addValue('deferred', {
            ...value,
            resource_change: { ...row, change: change && sortedPaths(change) },
        });
    }
    #visitOutputs(value) {
        if (!(0,plan_json/* isObject */.Gv)(value))
            return;
        for (const [name, change] of Object.entries(value)) {
            const entry = change;
            if (entry.actions.every((action) => action === 'no-op'))
                continue;
            this.#addValue('output', { name, change: this.#change(entry) });
        }
    }
    #visitRest(value) {
        if (!(0,plan_json/* isObject */.Gv)(value))
            return;
        this.#visitOutputs(value['output_changes']);
        for (const section of ['action_invocations', 'deferred_action_invocations']) {
            const rows = value[section];
            if (Array.isArray(rows))
                for (const row of rows)
                    this.#addValue(section, this.#invocation(row));
        }
    }
    /**
     * Without a secret key a place that is sensitive before or after is left out on both sides: Terraform marks only one
     * of them when the mark was lost.
     */
    #change(change) {
        if (this.covers === 'all')
            return change;
        const open = (value) => withoutMarked(withoutMarked(value, change.before_sensitive), change.after_sensitive);
        return { ...change, before: open(change.before), after: open(change.after) };
    }
    /** Without a secret key the configuration of an invocation is left out whole: how it is marked has changed before. */
    #invocation(row) {
        if (this.covers === 'all' || !(0,plan_json/* isObject */.Gv)(row))
            return row;
        return Object.fromEntries(Object.entries(row).filter(([name]) => !name.includes('config')));
    }
    #addValue(kind, value) {
        this.#add(kind, canonicalJson(value, this.#redact));
    }
    #add(kind, text) {
        // Never shown, so the key comes only at the end; a keyed digest of each row would take several times as long.
        const digest = (0,external_node_crypto_.hash)('sha256', text, 'base64');
        const listed = this.#rows.get(kind);
        if (listed === undefined)
            this.#rows.set(kind, [digest]);
        else
            listed.push(digest);
    }
}
/**
 * A digest of what a plan would do: equal for two plans of the same changes, whatever the order of their rows, and
 * different when any value of a change differs. Used to prove that a plan made again is the plan that was reviewed.
 *
 * With a secret key it is an HMAC-SHA-256 and covers sensitive values, so that a plan which differs in a password
 * alone differs too. With `null` for a key it is a public digest without them, which cannot notice such a difference.
 *
 * It covers `resource_changes` that do something (all but plain no-ops; moves and imports count), `deferred_changes`,
 * `output_changes` and action invocations. It leaves out what varies between equal plans (`timestamp`), what only
 * describes (`configuration`, `planned_values`, `prior_state`, `checks`) and drift, which a plan shows but does not do.
 */
class Fingerprint {
    #key;
    #plan;
    /** @param key at least 32 bytes, from {@link BundleKey.fingerprintKey}; null when there is no secret */
    constructor(key, options = {}) {
        if (key !== null && key.length < 32)
            throw new RangeError('A fingerprint key has at least 32 bytes.');
        this.#key = key;
        this.#plan = new PlanDigest(key === null ? 'open' : 'all', options);
    }
    /**
     * Takes one row of `resource_changes` or `deferred_changes`, the whole `output_changes`, or with `rest` the remaining
     * top-level members of a plan. Sections that do not count may be given and are passed over.
     *
     * @param text what the value was parsed from; saves writing it anew
     */
    visit(section, value, text) {
        this.#plan.visit(section, value, text);
    }
    /** `keyed-v2:` or `public-v2:` and 64 hexadecimal digits: the two kinds are never equal. */
    digest() {
        return this.#plan.fingerprint(this.#key);
    }
}
/** A no-op that moves or imports is a change of the state. */
function doesSomething(row) {
    if (row.change.actions.some((action) => action !== 'no-op'))
        return true;
    const isMoved = row.previous_address !== undefined && row.previous_address !== row.address;
    return isMoved || (row.change.importing ?? null) !== null;
}
/** A copy in which every place that `marks` has `true` for holds a fixed text. */
function withoutMarked(value, marks) {
    if (marks === true)
        return value === null || value === undefined ? value : '(sensitive)';
    if (Array.isArray(value) && Array.isArray(marks)) {
        return value.map((entry, index) => withoutMarked(entry, marks[index]));
    }
    if (!(0,plan_json/* isObject */.Gv)(value) || !(0,plan_json/* isObject */.Gv)(marks))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutMarked(entry, marks[name])]));
}
/** Paths of replacement are a set. */
function sortedPaths(change) {
    const paths = change.replace_paths;
    return paths === undefined
        ? change
        : { ...change, replace_paths: paths.map((path) => canonicalJson(path)).sort() };
}

;// CONCATENATED MODULE: ./lib/terraform/value-scan.js
/** Bytes of JSON that decide where a value ends. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
/**
 * Follows one value for its brackets and strings, over as many pieces as it comes in. One scan serves for all values of
 * a file, one after the other, so that nothing is allocated for each.
 */
class ValueScan {
    /** Where the next byte is read; behind the value when it is complete. The owner moves it with its buffer. */
    position = 0;
    #depth = 0;
    #inString = false;
    /** Starts with the value whose first byte is here. */
    begin(position) {
        this.position = position;
        this.#depth = 0;
        this.#inString = false;
    }
    /** Moves the position behind the value; false when its end is not before `end`. Can be called again then. */
    follow(buffer, end) {
        let at = this.position;
        let depth = this.#depth;
        let inString = this.#inString;
        while (at < end) {
            const byte = buffer[at] ?? 0;
            if (inString || byte === QUOTE) {
                if (!inString)
                    at += 1;
                inString = true;
                while (inString && at < end) {
                    const inner = buffer[at] ?? 0;
                    inString = inner !== QUOTE;
                    at += inner === BACKSLASH ? 2 : 1;
                }
                if (!inString && depth === 0)
                    return this.#ended(at);
            }
            else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
                depth += 1;
                at += 1;
            }
            else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
                // The end of what the value is in: the value was a number or a word.
                if (depth === 0)
                    return this.#ended(at);
                depth -= 1;
                at += 1;
                if (depth === 0)
                    return this.#ended(at);
            }
            else if (depth === 0 && (byte === COMMA || byte <= 0x20))
                return this.#ended(at);
            else
                at += 1;
        }
        this.position = at;
        this.#depth = depth;
        this.#inString = inString;
        return false;
    }
    #ended(at) {
        this.position = at;
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/plan-scanner.js


/**
 * What Terraform writes between two rows. It cannot be inside a string, where the quotes would be escaped; it can be
 * between objects nested in a row, and then the piece before it does not parse and the bytes are scanned instead.
 */
const BETWEEN_ROWS = Buffer.from('},{"address":');
const MOST_MISSES = 8;
const FIRST_CAPACITY = 2 * 1024 * 1024;
/** No string of Node.js can be longer, so a single element that is cannot be parsed. */
const LONGEST_VALUE = 512 * 1024 * 1024;
/**
 * Reads one JSON object piece by piece. Bytes go in by {@link space} and {@link filled}; `visit` gets what the shape
 * asks for as soon as it is complete. Memory is that of the longest single value. What is skipped is only followed for
 * its brackets and strings, not checked to be JSON in full.
 * @throws EHA1208 where the text is not JSON; the message holds a position, never text
 */
class PlanScanner {
    #visit;
    #buffer = Buffer.allocUnsafe(FIRST_CAPACITY);
    #position = 0;
    #end = 0;
    /** Bytes of the file before the buffer, for messages. */
    #before = 0;
    #frames = [];
    #value;
    #scan = new ValueScan();
    /** @param visit gets the text of the value as well */
    constructor(visit) {
        this.#visit = visit;
    }
    /** Where the next bytes of the file go; at least 1 MiB. */
    space() {
        const keep = Math.min(this.#value?.start ?? this.#position, this.#end);
        if (keep > 0) {
            this.#buffer.copyWithin(0, keep, this.#end);
            this.#before += keep;
            this.#position -= keep;
            this.#end -= keep;
            if (this.#value !== undefined)
                this.#value = { ...this.#value, start: this.#value.start - keep };
        }
        if (this.#buffer.length - this.#end < FIRST_CAPACITY / 2) {
            if (this.#end > LONGEST_VALUE)
                throw this.fault('a single value is longer than 512 MiB');
            const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
            this.#buffer.copy(larger, 0, 0, this.#end);
            this.#buffer = larger;
        }
        return this.#buffer.subarray(this.#end);
    }
    filled(bytes) {
        this.#end += bytes;
    }
    /** Starts an object at the next byte, which is its opening brace. */
    begin(shape) {
        this.#push('object', shape);
        this.#position += 1;
    }
    /** Reads on; true when the object is complete, false when it needs more bytes. */
    advance() {
        while (this.#frames.length > 0) {
            if (this.#value !== undefined) {
                if (!this.#finishValue())
                    return false;
                continue;
            }
            const frame = this.#frames.at(-1);
            if (frame === undefined)
                break;
            const ready = frame.kind === 'object' ? this.#stepObject(frame) : this.#stepList(frame);
            if (!ready)
                return false;
        }
        return true;
    }
    /** Passes over white space; the next byte, or undefined when there is none yet. */
    peek() {
        const buffer = this.#buffer;
        while (this.#position < this.#end) {
            const byte = buffer[this.#position] ?? 0;
            if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
                return byte;
            this.#position += 1;
        }
        return undefined;
    }
    /** Whether the bytes at hand start with this text; undefined when there are too few to say. */
    startsWith(text) {
        const available = Math.min(text.length, this.#end - this.#position);
        const found = this.#buffer.toString('latin1', this.#position, this.#position + available);
        if (!text.startsWith(found))
            return false;
        return available === text.length ? true : undefined;
    }
    /** Passes over the rest of the line; false when its end is not there yet. */
    skipLine() {
        const found = this.#buffer.subarray(0, this.#end).indexOf(0x0a, this.#position);
        this.#position = found === -1 ? this.#end : found + 1;
        return found !== -1;
    }
    fault(what) {
        const at = this.#before + this.#position;
        return errors/* terraformErrors */.O.EHA1208(`The plan JSON cannot be read: ${what} (near byte ${at}).`);
    }
    #push(kind, shape, name = '', wanted) {
        this.#frames.push({ kind, shape, name, wanted, expects: 'first', guess: true, misses: 0 });
    }
    #stepObject(frame) {
        const byte = this.peek();
        if (byte === undefined)
            return false;
        if (byte === CLOSE_OBJECT && frame.expects !== 'item')
            return this.#pop();
        if (frame.expects === 'comma')
            return this.#comma(frame, byte);
        if (byte !== QUOTE)
            throw this.fault('a name was expected');
        const start = this.#position;
        const key = this.#readKey();
        if (key === undefined) {
            this.#position = start;
            return false;
        }
        frame.expects = 'comma';
        this.#enter(frame.shape?.(key) ?? { as: 'skip' });
        return true;
    }
    #stepList(frame) {
        const byte = this.peek();
        if (byte === undefined)
            return false;
        if (byte === CLOSE_LIST && frame.expects !== 'item')
            return this.#pop();
        if (frame.expects === 'comma')
            return this.#comma(frame, byte);
        frame.expects = 'comma';
        if (frame.kind === 'elements') {
            if (!this.#guessElement(frame))
                this.#startValue({ as: 'value', name: frame.name });
            return true;
        }
        if (byte !== OPEN_OBJECT)
            throw this.fault('an object was expected');
        this.#push('object', frame.shape);
        this.#position += 1;
        return true;
    }
    #pop() {
        this.#position += 1;
        this.#frames.pop();
        return true;
    }
    #comma(frame, byte) {
        if (byte !== COMMA)
            throw this.fault('a comma or the end of a list was expected');
        this.#position += 1;
        frame.expects = 'item';
        return true;
    }
    /** The name at hand and the colon after it, with the next byte in sight; undefined when bytes are missing. */
    #readKey() {
        const start = this.#position;
        let at = start + 1;
        while (at < this.#end && this.#buffer[at] !== QUOTE)
            at += this.#buffer[at] === BACKSLASH ? 2 : 1;
        if (at >= this.#end)
            return undefined;
        this.#position = at + 1;
        const colon = this.peek();
        if (colon === undefined)
            return undefined;
        if (colon !== COLON)
            throw this.fault('a colon was expected');
        this.#position += 1;
        if (this.peek() === undefined)
            return undefined;
        return this.#parse(this.#buffer.toString('utf8', start, at + 1));
    }
    #enter(treatment) {
        const byte = this.#buffer[this.#position];
        // null stands for an empty list or object.
        if (treatment.as === 'members' && byte === OPEN_OBJECT)
            this.#open('object', treatment.shape);
        else if (treatment.as === 'list' && byte === OPEN_LIST)
            this.#open('list', treatment.shape);
        else if (treatment.as === 'elements' && byte === OPEN_LIST) {
            this.#push('elements', undefined, treatment.name, treatment.wanted);
            this.#position += 1;
        }
        else
            this.#startValue(treatment);
    }
    #open(kind, shape) {
        this.#push(kind, shape);
        this.#position += 1;
    }
    #startValue(treatment) {
        this.#value = { start: this.#position, treatment };
        this.#scan.begin(this.#position);
    }
    /** Takes the next row without looking at each of its bytes, if what comes before the next row is one. */
    #guessElement(frame) {
        if (!frame.guess || frame.wanted !== undefined)
            return false;
        const next = this.#buffer.subarray(0, this.#end).indexOf(BETWEEN_ROWS, this.#position);
        const text = next === -1 ? '' : this.#buffer.toString('utf8', this.#position, next + 1);
        const value = tryParse(text);
        if (value === undefined) {
            frame.misses += 1;
            frame.guess = frame.misses < MOST_MISSES;
            return false;
        }
        frame.misses = 0;
        this.#position = next + 1;
        this.#visit(frame.name, value, text);
        return true;
    }
    #finishValue() {
        const value = this.#value;
        if (value === undefined)
            return true;
        // Bytes may have moved to the front of the buffer since the last piece.
        this.#scan.position = this.#position;
        const ended = this.#scan.follow(this.#buffer, this.#end);
        this.#position = this.#scan.position;
        if (!ended)
            return false;
        this.#value = undefined;
        const { treatment, start } = value;
        if (treatment.as === 'skip')
            return true;
        const frame = this.#frames.at(-1);
        const isElement = frame?.kind === 'elements';
        if (isElement && frame.wanted?.(this.#buffer.subarray(start, this.#position)) === false)
            return true;
        const text = this.#buffer.toString('utf8', start, this.#position);
        const parsed = this.#parse(text);
        if (treatment.as === 'value')
            this.#visit(treatment.name, parsed, text);
        else if (parsed !== null)
            throw this.fault('a member has another type than documented');
        return true;
    }
    #parse(text) {
        try {
            return JSON.parse(text);
        }
        catch {
            // The parser's own message quotes the text, which may hold a secret.
            throw this.fault('a value is not JSON');
        }
    }
}
function tryParse(text) {
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/plan-source.js

const PIECE_BYTES = 256 * 1024;
/**
 * Opens a file that somebody wrote with a shell: PowerShell's `>` writes UTF-16 with a byte order mark, other tools
 * put one in front of UTF-8. Without a mark the file is UTF-8.
 */
async function openSource(file) {
    const handle = await (0,promises_.open)(file, 'r');
    const mark = Buffer.alloc(3);
    const { bytesRead } = await handle.read(mark, 0, 3, 0);
    if (bytesRead >= 2 && mark[0] === 0xff && mark[1] === 0xfe)
        return utf16Source(handle, 'utf-16le');
    if (bytesRead >= 2 && mark[0] === 0xfe && mark[1] === 0xff)
        return utf16Source(handle, 'utf-16be');
    const isMarked = bytesRead === 3 && mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf;
    return utf8Source(handle, isMarked ? 3 : 0);
}
function utf8Source(handle, start) {
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
function utf16Source(handle, encoding) {
    const decoder = new TextDecoder(encoding);
    const piece = Buffer.alloc(PIECE_BYTES);
    let position = 0;
    let pending = Buffer.alloc(0);
    let ended = false;
    const refill = async () => {
        const { bytesRead } = await handle.read(piece, 0, piece.length, position);
        position += bytesRead;
        ended = bytesRead === 0;
        // The decoder takes the mark away and keeps half a character for the next piece.
        pending = Buffer.from(decoder.decode(piece.subarray(0, bytesRead), { stream: !ended }), 'utf8');
    };
    return {
        async read(target) {
            while (pending.length === 0 && !ended)
                await refill();
            const count = pending.copy(target);
            pending = pending.subarray(count);
            return count;
        },
        close: () => handle.close(),
    };
}

;// CONCATENATED MODULE: ./lib/terraform/plan-stream.js




/**
 * Reads what `terraform show -json <plan>` wrote, of any size, one object at a time: memory stays that of the longest
 * object. Also reads what such files become on their way: UTF-16 and byte order marks, lines of a wrapper before and
 * after, lines of Terraform's machine-readable UI. The file must hold exactly one plan, because nothing in a file of
 * several says which of them was reviewed.
 * @throws EHA1208 when the file cannot be read, is cut off or holds no plan, EHA1209 for an unknown major version of
 * the format, EHA1212 when it holds several plans. Parts that came before are then worth nothing.
 */
async function* streamPlan(file) {
    let parts = [];
    const reader = new PlanReader((part) => parts.push(part));
    const source = await openPlan(file);
    try {
        for (let ended = false; !ended;) {
            ended = await reader.readFrom(source);
            yield* parts;
            parts = [];
        }
    }
    finally {
        await source.close();
    }
}
/** The same for a visitor that does not wait: no part outlives its visit, so that memory is freed at once. */
async function visitPlan(file, visit) {
    const reader = new PlanReader(visit);
    const source = await openPlan(file);
    try {
        while (!(await reader.readFrom(source)))
            ;
    }
    finally {
        await source.close();
    }
}
function openPlan(file) {
    return openSource(file).catch((cause) => {
        throw errors/* terraformErrors */.O.EHA1208(`The plan JSON ${file} could not be opened.`, { cause });
    });
}
/** Lists whose elements are plans' rows, and lists and objects that may be as long as the state. */
const ROWS = new Set(['resource_changes', 'resource_drift', 'deferred_changes']);
const SKIP = { as: 'skip' };
const OBJECT_END = Buffer.from(',"sensitive_values":{}}');
/** Most objects mark nothing: the member says so last, and then the object need not be parsed. */
function marksSomething(object) {
    return !object.subarray(-OBJECT_END.length).equals(OBJECT_END);
}
const MODULE = (key) => {
    if (key === 'resources')
        return { as: 'elements', name: 'values', wanted: marksSomething };
    return key === 'child_modules' ? { as: 'list', shape: MODULE } : SKIP;
};
function valuesShape(outputs) {
    return (key) => {
        if (key === 'root_module')
            return { as: 'members', shape: MODULE };
        return key === 'outputs' ? { as: 'value', name: outputs } : SKIP;
    };
}
/** Members of a plan that are not kept as they are. */
const NESTED = {
    planned_values: { as: 'members', shape: valuesShape('planned.outputs') },
    prior_state: {
        as: 'members',
        shape: (key) => (key === 'values' ? { as: 'members', shape: valuesShape('prior.outputs') } : SKIP),
    },
};
class PlanReader {
    #scanner = new PlanScanner((name, value, text) => this.#take(name, value, text));
    #emit;
    #row = 0;
    #rest = {};
    #keys = new Set();
    /** `line`: at the start of a line, `noise`: inside one that is passed over, `plan`: inside an object. */
    #state = 'line';
    /** Complete objects so far. */
    #objects = 0;
    constructor(emit) {
        this.#emit = emit;
    }
    /** Reads the next bytes; true when they were the last. */
    async readFrom(source) {
        const bytes = await source.read(this.#scanner.space());
        this.#scanner.filled(bytes);
        while (this.#step(bytes === 0))
            ;
        if (bytes === 0)
            this.#finish();
        return bytes === 0;
    }
    #finish() {
        if (this.#state === 'plan')
            throw this.#scanner.fault('the file ends inside the plan, so it was cut off');
        if (this.#objects === 0)
            throw errors/* terraformErrors */.O.EHA1208('The file holds no plan JSON: no line starts with an object.');
        if (this.#objects > 1) {
            throw errors/* terraformErrors */.O.EHA1212(`The file holds ${this.#objects} plans; which of them is meant cannot be told.`);
        }
        this.#emit({ section: 'rest', value: (0,plan_json/* checkRest */.BO)(this.#rest) });
    }
    /** Whether something was done; `last` says that no more bytes come. */
    #step(last) {
        if (this.#state === 'plan')
            return this.#stepPlan();
        if (this.#state === 'noise') {
            if (!this.#scanner.skipLine())
                return false;
            this.#state = 'line';
            return true;
        }
        const byte = this.#scanner.peek();
        if (byte === undefined)
            return false;
        // A line of `terraform plan -json` starts with its level.
        const isEvent = this.#scanner.startsWith('{"@');
        if (isEvent === undefined && !last)
            return false;
        this.#state = byte === 0x7b && isEvent !== true ? 'plan' : 'noise';
        if (this.#state === 'plan')
            this.#begin();
        return true;
    }
    #begin() {
        this.#keys = new Set();
        this.#scanner.begin(this.#objects === 0 ? (key) => this.#treat(key) : () => SKIP);
    }
    #stepPlan() {
        if (!this.#scanner.advance())
            return false;
        this.#objects += 1;
        this.#state = 'line';
        return true;
    }
    #treat(key) {
        // The second of two members would replace the first for one reader and add to it for another.
        if (this.#keys.has(key))
            throw this.#scanner.fault(`the member ${JSON.stringify(key)} occurs twice`);
        this.#keys.add(key);
        this.#row = 0;
        // Setting it on an object would change what the object inherits from.
        if (key === '__proto__')
            return SKIP;
        if (ROWS.has(key))
            return { as: 'elements', name: key };
        return (Object.hasOwn(NESTED, key) ? NESTED[key] : undefined) ?? { as: 'value', name: key };
    }
    #take(name, value, text) {
        switch (name) {
            case 'resource_changes':
            case 'resource_drift':
                this.#emit({ section: name, value: (0,plan_json/* checkRow */.f3)(value, this.#row++, name), text });
                break;
            case 'deferred_changes':
                this.#emit({ section: name, value: (0,plan_json/* checkDeferredRow */.yg)(value, this.#row++) });
                break;
            case 'values':
                if ((0,plan_json/* isObject */.Gv)(value))
                    this.#emit({ section: 'values', value });
                break;
            default:
                this.#rest[name] = value;
        }
    }
}

;// CONCATENATED MODULE: ./lib/terraform/risk/row.js


/**
 * One row of `resource_changes`, read.
 * @throws EHA1209 when its actions are not documented.
 */
function readRow(json) {
    const { change } = json;
    return {
        address: json.address,
        module: json.module_address ?? '',
        type: json.type ?? '',
        name: json.name ?? '',
        index: json.index ?? null,
        kind: classify(json).kind,
        deposed: json.deposed !== undefined,
        reason: json.action_reason ?? null,
        before: (0,plan_json/* isObject */.Gv)(change.before) ? change.before : null,
        after: (0,plan_json/* isObject */.Gv)(change.after) ? change.after : null,
        unknown: change.after_unknown === true ? true : (0,plan_json/* isObject */.Gv)(change.after_unknown) ? change.after_unknown : {},
    };
}
/**
 * All values at a dotted path, lists on the way (nested blocks are lists) and at the end flattened: `vpc_config.subnet_ids`
 * gives every subnet of every block. Nulls and what is not there are left out.
 */
function valuesAt(value, path) {
    const found = [];
    gather(value, stepsOf(path), 0, found);
    return found;
}
/** The same few paths are asked of every row. */
const STEPS = new Map();
function stepsOf(path) {
    const known = STEPS.get(path);
    if (known !== undefined)
        return known;
    const steps = path === '' ? [] : path.split('.');
    STEPS.set(path, steps);
    return steps;
}
function gather(value, steps, depth, found) {
    if (value === null || value === undefined)
        return;
    if (Array.isArray(value)) {
        for (const item of value)
            gather(item, steps, depth, found);
        return;
    }
    const step = steps[depth];
    if (step === undefined)
        found.push(value);
    else if (typeof value === 'object' && Object.hasOwn(value, step)) {
        gather(value[step], steps, depth + 1, found);
    }
}
/** The texts at a path; other values are left out. */
function textsAt(value, path) {
    return valuesAt(value, path).filter((item) => typeof item === 'string');
}
/** The first value at a path, undefined when there is none. */
function firstAt(value, path) {
    return valuesAt(value, path)[0];
}
/** Whether the planned value at a path, the whole that it is part of, or a part of it is known only after apply. */
function isUnknown(row, path) {
    return row.unknown === true || isMarkedAt(row.unknown, stepsOf(path), 0);
}
function isMarkedAt(marks, steps, depth) {
    if (marks === true)
        return true;
    if (typeof marks !== 'object' || marks === null)
        return false;
    if (Array.isArray(marks))
        return marks.some((item) => isMarkedAt(item, steps, depth));
    const step = steps[depth];
    return step === undefined ? row_hasMark(marks) : isMarkedAt(marks[step], steps, depth + 1);
}
function row_hasMark(value) {
    if (value === true)
        return true;
    if (Array.isArray(value))
        return value.some(row_hasMark);
    return (0,plan_json/* isObject */.Gv)(value) && Object.values(value).some(row_hasMark);
}
/**
 * Whether the value at a path differs between the running and the planned object. A value that is known only after
 * apply counts as changed: Terraform would know it if what it depends on stayed as it is.
 */
function hasChanged(row, path) {
    if (row.before === null || row.after === null)
        return false;
    if (isUnknown(row, path))
        return true;
    return !row_isEqual(valuesAt(row.before, path), valuesAt(row.after, path));
}
/** Names of the arguments that differ or may differ, of a row whose object exists before and after. */
function changedArguments(row) {
    if (row.before === null || row.after === null)
        return [];
    const marked = row.unknown === true ? [] : Object.keys(row.unknown);
    const names = new Set([...Object.keys(row.before), ...Object.keys(row.after), ...marked]);
    return [...names].filter((name) => hasChanged(row, name)).sort();
}
/** Equality of JSON values; null, absent and an empty list are the same, as Terraform providers exchange them freely. */
function row_isEqual(left, right) {
    if (left === right)
        return true;
    if (isNothing(left) || isNothing(right))
        return isNothing(left) && isNothing(right);
    if (typeof left !== 'object' || typeof right !== 'object')
        return false;
    if (Array.isArray(left) !== Array.isArray(right))
        return false;
    if (Array.isArray(left)) {
        const other = right;
        return left.length === other.length && left.every((item, index) => row_isEqual(item, other[index]));
    }
    const [one, other] = [left, right];
    for (const key in one)
        if (!row_isEqual(one[key], other[key]))
            return false;
    for (const key in other)
        if (!Object.hasOwn(one, key) && !row_isEqual(undefined, other[key]))
            return false;
    return true;
}
function isNothing(value) {
    return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/rules.js

/** Rules on the link as a whole; `LinkSubject` tells which applies. */
const LINK_RULES = {
    destroyed: {
        id: 'link-destroyed',
        level: 'critical',
        sentence: 'Every tunnel of the link ({tunnels}) is destroyed: the hybrid nodes lose the API server for good, turn NotReady and their pods are evicted; apply only when the whole link is meant to go.',
    },
    cut: {
        id: 'link-cut',
        level: 'critical',
        sentence: 'No tunnel carries traffic while this is applied, nor afterwards if what goes is not made again ({tunnels}): every hybrid node loses the API server and turns NotReady; change one connection at a time, in separate applies, waiting for its tunnels in between.',
    },
    lost: {
        id: 'link-redundancy-lost',
        level: 'high',
        sentence: 'Redundancy is lost meanwhile: {tunnels} go down and only one connection is left, so that a single failure cuts off every hybrid node; check that the other tunnels are up first, and apply in a quiet hour.',
    },
    interrupted: {
        id: 'link-tunnel-interrupted',
        level: 'warning',
        sentence: '{tunnels} go down while the other connection keeps the link redundant; connections through them break once, so check that the rest is up and stays up.',
    },
    unknown: {
        id: 'link-effect-unknown',
        level: 'warning',
        sentence: 'Parts of the link change and the plan does not tell which tunnels that stops; treat them all as interrupted unless you know better.',
    },
    updated: {
        id: 'link-updated',
        level: 'info',
        sentence: 'Parts of the link change ({tunnels}) without interrupting a tunnel.',
    },
    created: {
        id: 'link-created',
        level: 'info',
        sentence: 'New tunnels are made ({tunnels}); nothing that runs depends on them yet.',
    },
    routeRemoved: {
        id: 'link-vpc-route-removed',
        level: 'high',
        sentence: 'A VPC route to the remote networks goes: what uses its route table can no longer answer hybrid nodes or pods (kubelet, webhooks, logs), although the tunnels stay up; keep the route or move it first.',
    },
    allRoutesRemoved: {
        id: 'link-vpc-routes-all-removed',
        level: 'critical',
        sentence: 'Every VPC route to the remote networks goes: the tunnels stay up but nothing in the VPC, the API server included, can answer a hybrid node; keep the routes.',
    },
    routeReplaced: {
        id: 'link-vpc-route-replaced',
        level: 'warning',
        sentence: 'A VPC route to the remote networks is deleted and made again: its route table has no way to hybrid nodes for some seconds; expect broken connections.',
    },
};
const runs = (row) => row.before !== null && row.after !== null;
const gone = (row) => !row.deposed && (row.kind === 'delete' || row.kind === 'replace');
const turnedOff = (row, path) => runs(row) && firstAt(row.before, path) === true && firstAt(row.after, path) === false;
/** Rules on single parts of the link, beside what they do to the tunnels. */
const LINK_ROW_RULES = [
    {
        id: 'link-active-active-off',
        level: 'high',
        types: ['azurerm_virtual_network_gateway'],
        when: (row) => row.after?.['type'] !== 'ExpressRoute' && turnedOff(row, 'active_active'),
        sentence: 'The Azure gateway is left with one active instance: two of the four tunnels go for good and each Azure maintenance cuts the link; keep active_active.',
    },
    {
        id: 'link-bgp-off',
        level: 'critical',
        types: ['azurerm_virtual_network_gateway', 'azurerm_virtual_network_gateway_connection'],
        when: (row) => turnedOff(row, 'bgp_enabled'),
        sentence: 'BGP is turned off: the tunnels stay up but no route is learnt over them, so no packet finds its way; keep bgp_enabled.',
    },
    {
        id: 'link-gateway-sku-changed',
        level: 'high',
        types: ['azurerm_virtual_network_gateway'],
        when: (row) => runs(row) && row.kind === 'update' && hasChanged(row, 'sku'),
        sentence: 'Azure resizes the VPN gateway, which takes up to 45 minutes and drops its tunnels while the instances are exchanged; plan a window and watch tunnel-status.',
    },
    {
        id: 'link-ecmp-off',
        level: 'warning',
        types: ['aws_ec2_transit_gateway'],
        when: (row) => runs(row) && row.before?.['vpn_ecmp_support'] === 'enable' && hasChanged(row, 'vpn_ecmp_support'),
        sentence: 'The Transit Gateway stops spreading traffic over the tunnels: one tunnel (1.25 Gbps) carries all; keep vpn_ecmp_support enabled.',
    },
    {
        id: 'link-attachment-subnet-removed',
        level: 'high',
        types: ['aws_ec2_transit_gateway_vpc_attachment'],
        when: (row) => {
            if (!runs(row) || isUnknown(row, 'subnet_ids'))
                return false;
            const after = valuesAt(row.after, 'subnet_ids');
            return valuesAt(row.before, 'subnet_ids').some((subnet) => !after.includes(subnet));
        },
        sentence: 'The VPC attachment leaves a subnet: what runs in that zone, the API server among it, can no longer reach hybrid nodes; keep a subnet in every zone.',
    },
    {
        id: 'link-static-route-removed',
        level: 'high',
        types: ['aws_ec2_transit_gateway_route', 'aws_vpn_connection_route', 'aws_vpn_gateway_route_propagation'],
        when: (row) => gone(row) || (runs(row) && hasChanged(row, 'transit_gateway_attachment_id')),
        sentence: 'A route of the Transit Gateway or VPN goes or points elsewhere: traffic for its range no longer finds the link; check that BGP or another route covers the range.',
    },
    {
        id: 'link-blackhole',
        level: 'high',
        types: ['aws_ec2_transit_gateway_route'],
        when: (row) => row.after?.['blackhole'] === true && row.before?.['blackhole'] !== true,
        sentence: 'The Transit Gateway begins to drop all traffic for a range; make sure that no node, pod or service lives in it.',
    },
    {
        id: 'link-private-part-lost',
        level: 'critical',
        types: [
            'aws_dx_connection',
            'aws_dx_gateway',
            'aws_dx_gateway_association',
            'aws_dx_transit_virtual_interface',
            'azurerm_express_route_circuit',
            'azurerm_express_route_circuit_authorization',
            'azurerm_express_route_circuit_peering',
            'azurerm_express_route_gateway',
        ],
        when: gone,
        sentence: 'A part of the private link (Direct Connect, ExpressRoute) is destroyed or replaced: the path over it goes down, and a circuit takes days to come back; make sure that another path carries the traffic.',
    },
    {
        id: 'link-private-gateway-lost',
        level: 'critical',
        types: ['azurerm_virtual_network_gateway', 'azurerm_virtual_network_gateway_connection'],
        when: (row) => gone(row) && row.before?.['type'] === 'ExpressRoute',
        sentence: 'The ExpressRoute gateway or its connection is destroyed or replaced: the private path is down until it is made again, 45 minutes and more; make sure that another path carries the traffic.',
    },
    {
        id: 'link-part-forgotten',
        level: 'warning',
        types: [
            'aws_vpn_connection',
            'aws_customer_gateway',
            'aws_ec2_transit_gateway',
            'azurerm_virtual_network_gateway',
            'azurerm_virtual_network_gateway_connection',
        ],
        when: (row) => row.kind === 'forget' || row.kind === 'create-forget',
        sentence: 'Terraform stops managing a part of the link that goes on running and costing; note who looks after it from now on.',
    },
    {
        id: 'link-part-deposed',
        level: 'warning',
        types: [
            'aws_vpn_connection',
            'aws_customer_gateway',
            'azurerm_public_ip',
            'azurerm_virtual_network_gateway',
            'azurerm_virtual_network_gateway_connection',
        ],
        when: (row) => row.deposed,
        sentence: 'A part of the link left over from a replacement that did not finish is destroyed; check first that no tunnel still runs over it.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/ports/rules.js
const NEEDED_PORTS = [
    {
        port: 443,
        protocols: ['tcp'],
        rule: {
            id: 'port-443-cut',
            level: 'critical',
            sentence: 'Port 443 is cut for traffic that passes today: nodes and pods that reach the API server, AWS or their webhooks this way are cut off, and nodes turn NotReady; keep a rule that lets it pass.',
        },
    },
    {
        port: 8472,
        protocols: ['udp'],
        rule: {
            id: 'port-8472-cut',
            level: 'critical',
            sentence: 'Port 8472/udp is cut for traffic that passes today: Cilium’s VXLAN, between nodes and from the EKS Hybrid Nodes gateway, stops, and pods no longer reach each other; keep a rule that lets it pass.',
        },
    },
    {
        port: 10250,
        protocols: ['tcp'],
        rule: {
            id: 'port-10250-cut',
            level: 'high',
            sentence: 'Port 10250 is cut for traffic that passes today: the API server no longer reaches kubelets (logs, exec, port-forward, metrics); keep a rule that lets it pass.',
        },
    },
    {
        port: 53,
        protocols: ['udp', 'tcp'],
        rule: {
            id: 'port-53-cut',
            level: 'high',
            sentence: 'Port 53 is cut for traffic that passes today: pods no longer resolve names with CoreDNS in the other cloud; keep a rule that lets it pass, for UDP and TCP.',
        },
    },
];
const PORT_MAYBE_CUT = {
    id: 'port-maybe-cut',
    level: 'warning',
    sentence: 'Rules for port {ports} change and the plan does not tell whether all of today’s traffic still passes (values known after apply, service tags, or parts of a range); compare the rules by hand.',
};
const GUARDED_PORTS = [
    {
        port: 22,
        protocol: 'tcp',
        rule: {
            id: 'exposed-ssh',
            level: 'high',
            sentence: 'SSH is opened to the whole internet; name the ranges that need it, or use a bastion.',
        },
    },
    {
        port: 10250,
        protocol: 'tcp',
        rule: {
            id: 'exposed-kubelet',
            level: 'high',
            sentence: 'The kubelet’s port is opened to the whole internet, where anyone may try to run commands in pods; only the control plane’s subnets need it.',
        },
    },
    {
        port: 8472,
        protocol: 'udp',
        rule: {
            id: 'exposed-vxlan',
            level: 'high',
            sentence: 'The pod network’s VXLAN port is opened to the whole internet: packets can be injected past every network policy; only nodes and the gateway need it.',
        },
    },
    {
        port: 443,
        protocol: 'tcp',
        rule: {
            id: 'exposed-https',
            level: 'warning',
            sentence: 'Port 443 is opened to the whole internet; make sure that a public service is behind it and not the API server.',
        },
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/conditions.js

/** The running object is destroyed, for good or to be made again; a leftover of an earlier replacement is not meant. */
const isGone = (row) => isDestroyed(row) || isReplaced(row);
/** Destroyed and not made again. */
const isDestroyed = (row) => row.kind === 'delete' && !row.deposed;
const isReplaced = (row) => row.kind === 'replace';
/** Terraform lets go of the object, which goes on existing. */
const isForgotten = (row) => row.kind === 'forget' || row.kind === 'create-forget';
/** The object exists before and after, whether it is changed in place or replaced. */
const isKept = (row) => row.before !== null && row.after !== null;
const conditions_all = (...conditions) => (row) => conditions.every((condition) => condition(row));
const conditions_any = (...conditions) => (row) => conditions.some((condition) => condition(row));
const not = (condition) => (row) => !condition(row);
/** One of the values at these paths differs, or may differ because it is known only after apply. */
const changes = (...paths) => (row) => paths.some((path) => hasChanged(row, path));
/** A running object loses a value: what was at the path before and is not afterwards. Unknown counts as lost. */
const loses = (path, matches = () => true) => (row) => {
    if (!isKept(row))
        return false;
    const before = valuesAt(row.before, path).filter(matches);
    if (isUnknown(row, path))
        return before.length > 0;
    const after = valuesAt(row.after, path);
    return before.some((value) => !after.includes(value));
};
/** The planned object has a value at the path that the running one has not; so does a new object that has it. */
const gains = (path, matches = () => true) => (row) => {
    const before = valuesAt(row.before, path);
    return valuesAt(row.after, path).some((value) => matches(value) && !before.includes(value));
};
/** A setting goes from one value to another; for a switch with a default, name what it was. */
const turns = (path, from, to) => (row) => isKept(row) && valuesAt(row.before, path).includes(from) && valuesAt(row.after, path).includes(to);
/** The running object has this value. */
const had = (path, ...wanted) => (row) => valuesAt(row.before, path).some((value) => wanted.includes(value));
/** A text of the running object matches. */
const hadText = (path, pattern) => (row) => textsAt(row.before, path).some((text) => pattern.test(text));
/** Ranges that mean everyone: all of IPv4 or IPv6, and Azure's names for it. */
function isEveryone(source) {
    return (typeof source === 'string' && ['0.0.0.0/0', '::/0', '*', 'any', 'internet'].includes(source.toLowerCase()));
}

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/aws-network.js

/** What endangers the VPC under the control plane and the cloud nodes; its routes to the remote networks are the link's. */
const AWS_NETWORK_RULES = [
    {
        id: 'vpc-lost',
        level: 'critical',
        types: ['aws_vpc'],
        when: isGone,
        sentence: 'The VPC is destroyed or made anew: cluster, cloud nodes and link all go with it; undo what forces it.',
    },
    {
        id: 'vpc-dns-off',
        level: 'high',
        types: ['aws_vpc'],
        when: conditions_any(conditions_all(not(isReplaced), loses('enable_dns_support', (value) => value === true)), conditions_all(not(isReplaced), loses('enable_dns_hostnames', (value) => value === true))),
        sentence: 'EKS finds its private endpoint by the VPC’s DNS; nodes and webhooks fail without it. Keep both settings.',
    },
    {
        id: 'aws-subnet-lost',
        level: 'critical',
        types: ['aws_subnet'],
        when: isGone,
        sentence: 'A subnet of the VPC is destroyed or made anew: the control plane’s interfaces, cloud nodes or the link’s attachment in it go; move them first.',
    },
    {
        id: 'route-table-lost',
        level: 'high',
        types: ['aws_route_table', 'aws_route_table_association'],
        when: conditions_any(isGone, conditions_all(isKept, changes('route_table_id', 'subnet_id'))),
        sentence: 'A route table goes or leaves its subnet: the subnet falls back on the main table, which has no way to hybrid nodes; make and associate the new one first.',
    },
    {
        id: 'aws-egress-removed',
        level: 'high',
        types: ['aws_nat_gateway', 'aws_internet_gateway'],
        when: isGone,
        sentence: 'The VPC loses its way to the internet: images and AWS APIs without a private endpoint become unreachable.',
    },
    {
        id: 'vpc-endpoint-removed',
        level: 'warning',
        types: ['aws_vpc_endpoint'],
        when: isGone,
        sentence: 'A private endpoint of an AWS API goes; nodes without internet access can no longer call it.',
    },
    {
        id: 'security-group-lost',
        level: 'high',
        types: ['aws_security_group'],
        when: isGone,
        sentence: 'A security group is destroyed or made anew: what is behind it loses its rules meanwhile, and AWS refuses while it is used; make its successor first.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/azure.js

const isGatewaySubnet = had('name', 'GatewaySubnet');
/** What endangers the Azure network under nodes and link. */
const AZURE_RULES = [
    {
        id: 'resource-group-lost',
        level: 'critical',
        types: ['azurerm_resource_group'],
        when: isGone,
        sentence: 'A resource group is destroyed or made anew, with everything in it, also what Terraform does not know; keep it.',
    },
    {
        id: 'vnet-lost',
        level: 'critical',
        types: ['azurerm_virtual_network'],
        when: isGone,
        sentence: 'The virtual network is destroyed or made anew: nodes, gateway and link all go with it; undo what forces it.',
    },
    {
        id: 'vnet-range-removed',
        level: 'high',
        types: ['azurerm_virtual_network'],
        when: conditions_all(not(isReplaced), loses('address_space')),
        sentence: 'The virtual network loses a range: Azure refuses while subnets use it, and peers stop learning it; add the new range first and move.',
    },
    {
        id: 'vnet-dns-changed',
        level: 'warning',
        types: ['azurerm_virtual_network', 'azurerm_virtual_network_dns_servers'],
        when: conditions_all(isKept, changes('dns_servers')),
        sentence: 'The virtual network’s DNS servers change: nodes take them only after a restart, and must still resolve the API server’s name.',
    },
    {
        id: 'subnet-lost',
        level: 'critical',
        types: ['azurerm_subnet'],
        when: conditions_all(isGone, not(isGatewaySubnet)),
        sentence: 'A subnet is destroyed or made anew: whatever is in it, nodes or the Route Server, has to go first; move it before.',
    },
    {
        id: 'subnet-range-changed',
        level: 'high',
        types: ['azurerm_subnet'],
        when: conditions_all(not(isReplaced), loses('address_prefixes')),
        sentence: 'A subnet’s range changes: Azure refuses while it is used, and NSG rules, routes and the cluster’s remote node networks must follow; use a new subnet.',
    },
    {
        id: 'nsg-lost',
        level: 'high',
        types: ['azurerm_network_security_group'],
        when: isGone,
        sentence: 'A network security group is destroyed or made anew: until the new one is attached its subnets have only Azure’s default rules, which stop pod addresses; attach the new one first.',
    },
    {
        id: 'nsg-detached',
        level: 'high',
        types: [
            'azurerm_subnet_network_security_group_association',
            'azurerm_network_interface_security_group_association',
        ],
        when: conditions_any(isGone, conditions_all(isKept, changes('network_security_group_id'))),
        sentence: 'A security group is detached or exchanged: until the next is attached, only Azure’s default rules hold, which stop pod addresses and let in the whole virtual network.',
    },
    {
        id: 'azure-route-removed',
        level: 'high',
        types: ['azurerm_route', 'azurerm_route_table', 'azurerm_subnet_route_table_association'],
        when: conditions_any(isGone, conditions_all(isKept, changes('next_hop_in_ip_address', 'next_hop_type', 'address_prefix')), loses('route.address_prefix')),
        sentence: 'Routes of the virtual network go or point elsewhere: pods behind them, or the way back from the gateway, are cut; check that another route covers each range.',
    },
    {
        id: 'gateway-route-propagation-off',
        level: 'critical',
        types: ['azurerm_route_table'],
        when: turns('bgp_route_propagation_enabled', true, false),
        sentence: 'Subnets with this route table no longer learn the gateway’s routes: nodes lose the way to AWS, and on GatewaySubnet the gateway itself fails; keep propagation on.',
    },
    {
        id: 'route-server-lost',
        level: 'critical',
        types: ['azurerm_route_server'],
        when: isGone,
        sentence: 'The Route Server is destroyed or made anew: every pod route between the clouds is withdrawn, and a new one takes half an hour; keep it.',
    },
    {
        id: 'route-server-branches-apart',
        level: 'critical',
        types: ['azurerm_route_server'],
        when: turns('branch_to_branch_traffic_enabled', true, false),
        sentence: 'The Route Server stops handing pod routes to the VPN gateway: AWS forgets every pod on hybrid nodes; keep branch_to_branch_traffic_enabled.',
    },
    {
        id: 'route-server-peer-removed',
        level: 'warning',
        types: ['azurerm_route_server_bgp_connection'],
        when: conditions_any(isGone, conditions_all(isKept, changes('peer_ip', 'peer_asn'))),
        sentence: 'A node’s BGP session with the Route Server goes: its pods cannot be reached from AWS; drain it first.',
    },
    {
        id: 'nat-removed',
        level: 'high',
        types: [
            'azurerm_nat_gateway',
            'azurerm_subnet_nat_gateway_association',
            'azurerm_nat_gateway_public_ip_association',
        ],
        when: isGone,
        sentence: 'Nodes lose their way to the internet, or its address: images, SSM and a public API server that allows only this address become unreachable; check the allow-lists.',
    },
    {
        id: 'peering-removed',
        level: 'high',
        types: ['azurerm_virtual_network_peering'],
        when: conditions_any(isGone, turns('allow_forwarded_traffic', true, false), turns('use_remote_gateways', true, false)),
        sentence: 'A peering goes or forwards less: what crosses it, to the gateway too, is cut.',
    },
    {
        id: 'private-name-removed',
        level: 'warning',
        types: [
            'azurerm_private_dns_zone',
            'azurerm_private_dns_zone_virtual_network_link',
            'azurerm_private_endpoint',
        ],
        when: isGone,
        sentence: 'A private name or endpoint goes: nodes may no longer find the Key Vault; check what resolves by it.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/cilium.js



/** The settings of Cilium that cannot be changed under running pods, by their last name in the chart's values. */
const POOL = 'clusterPoolIPv4PodCIDRList';
const MASK = 'clusterPoolIPv4MaskSize';
const isChart = (name) => (row) => [row.before, row.after].some((side) => [...textsAt(side, 'chart'), ...textsAt(side, 'name')].some((text) => name.test(text)));
const isCilium = isChart(/(^|\/)cilium$/);
const isGateway = isChart(/(^|\/)eks-hybrid-nodes-gateway$/);
/**
 * The text of one setting in the values of a release, blanks, quotes and comments left out, so that the same value
 * written otherwise is the same. The values are YAML text (`values`) and pairs (`set`, `set_list`); YAML is compared as
 * text because nothing here needs more than "the same or not".
 */
function setting(side, name) {
    const fromText = textsAt(side, 'values').flatMap((text) => yamlSetting(text, name));
    const fromPairs = ['set', 'set_list'].flatMap((argument) => valuesAt(side, argument)
        .filter((pair) => (0,plan_json/* isObject */.Gv)(pair) && new RegExp(`(^|\\.)${name}(\\[|\\{|$)`).test(String(pair['name'])))
        .flatMap((pair) => valuesAt(pair, 'value').map((value) => scalars(JSON.stringify(value)).join(','))));
    return [...fromText, ...fromPairs];
}
function yamlSetting(text, name) {
    const lines = text.split('\n');
    const ownLine = new RegExp(`^(\\s*)["']?${name}["']?\\s*:(.*)$`);
    const inLine = new RegExp(`["']${name}["']\\s*:\\s*(\\[[^\\]]*\\]|[^,}\\s]+)`);
    return lines.flatMap((line, index) => {
        const match = ownLine.exec(line);
        // One line of JSON is YAML, too.
        if (match === null) {
            const inline = inLine.exec(line);
            return inline === null ? [] : [scalars(inline[1] ?? '').join(',')];
        }
        const indent = (match[1] ?? '').length;
        const rest = [match[2] ?? ''];
        for (const next of lines.slice(index + 1)) {
            const depth = next.search(/\S/);
            const isItem = depth === indent && next.trimStart().startsWith('- ');
            if (depth !== -1 && depth <= indent && !isItem)
                break;
            rest.push(next);
        }
        return [scalars(rest.join('\n')).join(',')];
    });
}
function scalars(text) {
    const words = text.replace(/(^|\s)#.*$/gm, '').match(/[0-9A-Za-z.:/_-]+/g) ?? [];
    return words.filter((word) => /[0-9A-Za-z]/.test(word));
}
const settingChanges = (...names) => (row) => isKept(row) && names.some((name) => !row_isEqual(setting(row.before, name), setting(row.after, name)));
/** Ranges that were in the pool and are no longer, or not in their place: Cilium allows only to add at the end. */
function poolLoses(row) {
    if (!isKept(row))
        return false;
    const before = setting(row.before, POOL).join(',').split(',').filter(Boolean);
    const after = setting(row.after, POOL).join(',').split(',').filter(Boolean);
    return before.some((range, index) => after[index] !== range);
}
function poolGrows(row) {
    return settingChanges(POOL)(row) && !poolLoses(row);
}
const valuesUnknown = (row) => isKept(row) && (isUnknown(row, 'values') || isUnknown(row, 'set') || isUnknown(row, 'set_list'));
/** How many minor versions the chart moves; null where that cannot be read. */
function minorSteps(row) {
    const minor = (side) => {
        const match = /^v?1\.(\d+)\./.exec(textsAt(side, 'version')[0] ?? '');
        return match === null ? null : Number(match[1]);
    };
    const [before, after] = [minor(row.before), minor(row.after)];
    return before === null || after === null ? null : after - before;
}
const HELM = ['helm_release'];
const MANIFESTS = ['kubernetes_manifest', 'kubectl_manifest'];
const isNetworkManifest = (row) => [...textsAt(row.before, 'manifest.kind'), ...textsAt(row.before, 'kind')].some((kind) => kind.startsWith('Cilium')) || textsAt(row.before, 'yaml_body').some((text) => /^kind:\s*Cilium/m.test(text));
/** What endangers the pod network of a live cluster. */
const CILIUM_RULES = [
    {
        id: 'cilium-removed',
        level: 'critical',
        types: HELM,
        when: conditions_all(isGone, isCilium),
        sentence: 'Cilium is uninstalled (and perhaps installed anew): no pod on a hybrid node starts or is reached meanwhile, and nodes turn NotReady; upgrade the release in place.',
    },
    {
        id: 'cilium-pool-changed',
        level: 'critical',
        types: HELM,
        when: conditions_all(isCilium, not(valuesUnknown), poolLoses),
        sentence: 'The pods’ address pool changes under a live cluster: nodes keep ranges that Cilium no longer knows, and pods get addresses that nobody routes; only add ranges at the end, or build new nodes with a new pool.',
    },
    {
        id: 'cilium-pool-grows',
        level: 'warning',
        types: HELM,
        when: conditions_all(isCilium, not(valuesUnknown), poolGrows),
        sentence: 'The pods’ address pool gets another range: check that the cluster’s remote pod networks, routes and security rules have it, too.',
    },
    {
        id: 'cilium-mask-changed',
        level: 'critical',
        types: HELM,
        when: conditions_all(isCilium, not(valuesUnknown), settingChanges(MASK)),
        sentence: 'The size of each node’s pod range changes under a live cluster: Cilium does not resize what nodes have, and new ranges can overlap old ones; build new nodes instead.',
    },
    {
        id: 'cilium-datapath-changed',
        level: 'critical',
        types: HELM,
        when: conditions_all(isCilium, not(valuesUnknown), settingChanges('routingMode', 'tunnelProtocol', 'tunnelPort', 'kubeProxyReplacement', 'ipv4NativeRoutingCIDR')),
        sentence: 'How Cilium moves packets changes: nodes on the old and the new way do not understand each other while it rolls out; do it in a maintenance window, all nodes drained or accepted as down.',
    },
    {
        id: 'cilium-encapsulation-size-changed',
        level: 'warning',
        types: HELM,
        when: conditions_all(isCilium, not(valuesUnknown), settingChanges('MTU', 'enableIPv4Masquerade')),
        sentence: 'Packet size or masquerading changes: pods that run keep the old until they are restarted, and large packets may vanish on the link; test across clouds.',
    },
    {
        id: 'cilium-operator-restarts-pods',
        level: 'high',
        types: HELM,
        when: conditions_all(isCilium, not(valuesUnknown), (row) => {
            const restarts = (side) => setting(side, 'unmanagedPodWatcher').some((text) => /restart\W+true/.test(text));
            return restarts(row.after) && !restarts(row.before);
        }),
        sentence: 'Cilium’s operator begins to restart pods it does not manage, which are those of the VPC CNI on cloud nodes; keep unmanagedPodWatcher.restart false.',
    },
    {
        id: 'cilium-values-unknown',
        level: 'warning',
        types: HELM,
        when: conditions_all(isCilium, valuesUnknown),
        sentence: 'Cilium’s values are known only after apply: whether pool, mask or routing change cannot be told; check them by hand.',
    },
    {
        id: 'cilium-version-skipped',
        level: 'high',
        types: HELM,
        when: conditions_all(isCilium, (row) => Math.abs(minorSteps(row) ?? 0) > 1 || (minorSteps(row) ?? 0) < 0),
        sentence: 'Cilium moves by more than one minor version or backwards, which is not supported; upgrade one minor version at a time.',
    },
    {
        id: 'cilium-changed',
        level: 'warning',
        types: HELM,
        when: conditions_all(isCilium, isKept, not(isReplaced), conditions_any((row) => hasChanged(row, 'version'), (row) => hasChanged(row, 'values'), (row) => hasChanged(row, 'set'))),
        sentence: 'Cilium’s agents restart node by node with a new version or new values: traffic goes on, new pods and policies wait; run the connectivity checks afterwards.',
    },
    {
        id: 'pod-gateway-removed',
        level: 'critical',
        types: HELM,
        when: conditions_all(isGone, isGateway),
        sentence: 'The EKS Hybrid Nodes gateway is uninstalled: traffic between cloud pods and hybrid pods stops, and its routes stay behind in the VPC pointing nowhere; move pod routing first.',
    },
    {
        id: 'cilium-resource-removed',
        level: 'high',
        types: MANIFESTS,
        when: conditions_all(isGone, isNetworkManifest),
        sentence: 'A Cilium resource (BGP, pools, policies, gateway endpoints) is removed or made anew: routes or protections it gives are gone meanwhile; change it in place.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/cluster.js


const CLUSTER = ['aws_eks_cluster'];
const REMOTE_NODES = 'remote_network_config.remote_node_networks.cidrs';
const REMOTE_PODS = 'remote_network_config.remote_pod_networks.cidrs';
const PUBLIC_ACCESS = 'vpc_config.endpoint_public_access';
const PUBLIC_CIDRS = 'vpc_config.public_access_cidrs';
/** How many minor versions a change of `version` moves; null when either is not a version or not known. */
function cluster_minorSteps(row) {
    const minor = (side) => {
        const match = /^1\.(\d+)/.exec(textsAt(side, 'version')[0] ?? '');
        return match === null ? null : Number(match[1]);
    };
    const [before, after] = [minor(row.before), minor(row.after)];
    return before === null || after === null ? null : after - before;
}
const isOpenToEveryone = (side) => firstAt(side, PUBLIC_ACCESS) === true && valuesAt(side, PUBLIC_CIDRS).some(isEveryone);
/** The trust policy by which the SSM agent or IAM Roles Anywhere gives a node its role. */
const trustsNodes = hadText('assume_role_policy', /"(ssm|rolesanywhere)\.amazonaws\.com"/);
const trustsControlPlane = hadText('assume_role_policy', /"eks\.amazonaws\.com"/);
/** Managed policies without which nodes, or the control plane, do not work (EKS user guide, hybrid nodes IAM role). */
const NEEDED_POLICIES = /policy\/(service-role\/)?(AmazonSSMManagedInstanceCore|AmazonEC2ContainerRegistryPullOnly|AmazonEC2ContainerRegistryReadOnly|AmazonEKSClusterPolicy|AmazonEKSWorkerNodePolicy)$/;
/** What endangers the EKS cluster, its access and its identities. */
const CLUSTER_RULES = [
    {
        id: 'eks-cluster-destroyed',
        level: 'critical',
        types: CLUSTER,
        when: isDestroyed,
        sentence: 'The EKS cluster is destroyed with every Kubernetes object in it; all nodes, hybrid ones too, lose their control plane. Apply only when the whole environment is meant to go.',
    },
    {
        id: 'eks-cluster-replaced',
        level: 'critical',
        types: CLUSTER,
        when: isReplaced,
        sentence: 'The EKS cluster is destroyed and made anew, empty: every workload, access entry and node registration is lost; undo the change that forces it, or build a second cluster and move.',
    },
    {
        id: 'eks-service-cidr-changed',
        level: 'critical',
        types: CLUSTER,
        when: conditions_all(isKept, changes('kubernetes_network_config.service_ipv4_cidr')),
        sentence: 'The service range changes, which EKS does only by a new cluster; every service address and the DNS address in each node’s kubelet become wrong. Keep the range.',
    },
    {
        id: 'eks-remote-network-removed',
        level: 'critical',
        types: CLUSTER,
        when: conditions_any(loses(REMOTE_NODES), loses(REMOTE_PODS)),
        sentence: 'A remote node or pod range leaves the cluster: nodes in it can no longer join, their kubelet certificates are not approved, and logs, exec and webhooks fail. Move its nodes away first.',
    },
    {
        id: 'eks-remote-network-added',
        level: 'warning',
        types: CLUSTER,
        when: conditions_all(isKept, conditions_any(gains(REMOTE_NODES), gains(REMOTE_PODS))),
        sentence: 'A remote node or pod range is added: check that it overlaps nothing and that VPC routes, security groups and NSG rules for it come with it.',
    },
    {
        id: 'eks-endpoint-public-opened',
        level: 'high',
        types: CLUSTER,
        when: conditions_all(isKept, turns(PUBLIC_ACCESS, false, true)),
        sentence: 'The API server gets a public address; hosts outside the VPC, the hybrid nodes among them, then reach it over the internet and not the link. Restrict public_access_cidrs, or keep it private.',
    },
    {
        id: 'eks-endpoint-open-to-everyone',
        level: 'high',
        types: CLUSTER,
        when: (row) => isOpenToEveryone(row.after) && !isOpenToEveryone(row.before),
        sentence: 'The API server answers the whole internet (0.0.0.0/0); name the ranges that need it in public_access_cidrs.',
    },
    {
        id: 'eks-endpoint-access-unknown',
        level: 'warning',
        types: CLUSTER,
        when: (row) => isKept(row) && (isUnknown(row, PUBLIC_ACCESS) || isUnknown(row, PUBLIC_CIDRS)),
        sentence: 'Who may reach the API server over the internet is known only after apply; check public_access_cidrs by hand.',
    },
    {
        id: 'eks-endpoint-private-closed',
        level: 'high',
        types: CLUSTER,
        when: turns('vpc_config.endpoint_private_access', true, false),
        sentence: 'The private endpoint goes: nodes that reach the API server over the link turn NotReady; keep endpoint_private_access.',
    },
    {
        id: 'eks-endpoint-public-closed',
        level: 'warning',
        types: CLUSTER,
        when: conditions_any(turns(PUBLIC_ACCESS, true, false), loses(PUBLIC_CIDRS, (cidr) => !isEveryone(cidr))),
        sentence: 'Ranges, or everyone outside the VPC, lose the public endpoint; make sure that nodes, runners and people reach the API server another way.',
    },
    {
        id: 'eks-authentication-mode-changed',
        level: 'high',
        types: CLUSTER,
        when: conditions_all(isKept, changes('access_config.authentication_mode')),
        sentence: 'The authentication mode changes, which EKS never takes back; hybrid nodes need API or API_AND_CONFIG_MAP, and entries of aws-auth stop to count under API.',
    },
    {
        id: 'eks-version-skipped',
        level: 'high',
        types: CLUSTER,
        when: (row) => {
            const steps = cluster_minorSteps(row);
            return steps !== null && (steps > 1 || steps < 0);
        },
        sentence: 'The Kubernetes version moves by more than one minor version or backwards, which EKS refuses or does only by a new cluster; upgrade one minor version at a time.',
    },
    {
        id: 'eks-version-upgraded',
        level: 'warning',
        types: CLUSTER,
        when: (row) => cluster_minorSteps(row) === 1 || (isKept(row) && isUnknown(row, 'version')),
        sentence: 'The control plane is upgraded: its network interfaces get new addresses and it cannot go back; check removed APIs, add-on versions, and that kubelets are at most three minor versions behind.',
    },
    {
        id: 'eks-deletion-protection-off',
        level: 'high',
        types: CLUSTER,
        when: turns('deletion_protection', true, false),
        sentence: 'The cluster’s deletion protection is turned off: the next plan can destroy it; leave it on unless that is the aim.',
    },
    {
        id: 'eks-logs-off',
        level: 'warning',
        types: CLUSTER,
        when: loses('enabled_cluster_log_types'),
        sentence: 'Control-plane logs are turned off (api, audit, authenticator …): what happens from then on cannot be looked up; keep at least audit and authenticator.',
    },
    {
        id: 'eks-encryption-changed',
        level: 'high',
        types: CLUSTER,
        when: conditions_all(isKept, changes('encryption_config')),
        sentence: 'The encryption of Kubernetes secrets changes; EKS cannot take a key away or exchange it without a new cluster, and a lost key is a lost cluster. Keep the key.',
    },
    {
        id: 'eks-network-interfaces-moved',
        level: 'warning',
        types: CLUSTER,
        when: conditions_any(loses('vpc_config.subnet_ids'), loses('vpc_config.security_group_ids')),
        sentence: 'The control plane’s interfaces leave a subnet or security group: check that NSG rules and routes fit where they go, or kubelets and webhooks cannot be reached.',
    },
    {
        id: 'eks-addon-removed',
        level: 'high',
        types: ['aws_eks_addon'],
        when: conditions_all(isGone, not(had('preserve', true))),
        sentence: 'An EKS add-on is removed or made anew: DNS, services, pod networking or pod identities fail for the pods that need it meanwhile; set preserve, or have its successor running first.',
    },
    {
        id: 'eks-node-group-lost',
        level: 'high',
        types: ['aws_eks_node_group'],
        when: isGone,
        sentence: 'A group of cloud nodes goes: what runs only there (gateway pods, webhooks, CoreDNS) stops until it finds room elsewhere; make its successor first.',
    },
    {
        id: 'eks-hybrid-access-removed',
        level: 'critical',
        types: ['aws_eks_access_entry'],
        when: conditions_all(conditions_any(isGone, changes('type', 'principal_arn')), had('type', 'HYBRID_LINUX')),
        sentence: 'The access entry of the hybrid nodes goes or changes: every one of them is refused by the API server and turns NotReady; keep it.',
    },
    {
        id: 'eks-access-removed',
        level: 'high',
        types: ['aws_eks_access_entry', 'aws_eks_access_policy_association'],
        when: conditions_all(isGone, not(had('type', 'HYBRID_LINUX'))),
        sentence: 'Someone loses access to the cluster; make sure that it is not what the pipelines or the last administrator use.',
    },
    {
        id: 'eks-pod-identity-removed',
        level: 'warning',
        types: ['aws_eks_pod_identity_association'],
        when: isGone,
        sentence: 'Pods of a service account lose their AWS role; check what runs under it.',
    },
    {
        id: 'hybrid-role-lost',
        level: 'critical',
        types: ['aws_iam_role'],
        when: conditions_all(isGone, trustsNodes),
        sentence: 'The role of the hybrid nodes is destroyed or made anew: their credentials end within the hour and every node turns NotReady, and each has to be registered again; keep the role.',
    },
    {
        id: 'cluster-role-lost',
        level: 'critical',
        types: ['aws_iam_role'],
        when: conditions_all(isGone, trustsControlPlane),
        sentence: 'The role of the control plane is destroyed or made anew: EKS can no longer manage the cluster’s network and load balancers; keep the role.',
    },
    {
        id: 'hybrid-role-trust-changed',
        level: 'high',
        types: ['aws_iam_role'],
        when: conditions_all(isKept, not(isReplaced), conditions_any(trustsNodes, trustsControlPlane), changes('assume_role_policy')),
        sentence: 'Who may assume the role of the nodes or of the control plane changes: a wrong condition stops every credential refresh within the hour; compare account, source ARN and principal word by word.',
    },
    {
        id: 'node-permissions-removed',
        level: 'high',
        types: ['aws_iam_role_policy_attachment'],
        when: conditions_all(isGone, hadText('policy_arn', NEEDED_POLICIES)),
        sentence: 'A policy that nodes or the control plane need is taken from a role: nodes can no longer register, pull images or be managed; attach its successor in the same apply.',
    },
    {
        id: 'node-policy-changed',
        level: 'high',
        types: ['aws_iam_role_policy', 'aws_iam_policy'],
        when: conditions_all(conditions_any(isGone, changes('policy')), hadText('policy', /eks:DescribeCluster|eks:ListAccessEntries|ssm:DeregisterManagedInstance/)),
        sentence: 'The permissions with which nodes find their cluster or leave it change: without eks:DescribeCluster and eks:ListAccessEntries no node joins, also none that boots again; check that both stay.',
    },
    {
        id: 'oidc-provider-lost',
        level: 'critical',
        types: ['aws_iam_openid_connect_provider'],
        when: conditions_any(isGone, changes('url')),
        sentence: 'An OIDC provider goes or is made anew: every pod or workflow that gets its AWS role by it is refused; keep it.',
    },
    {
        id: 'oidc-provider-changed',
        level: 'high',
        types: ['aws_iam_openid_connect_provider', 'azurerm_federated_identity_credential'],
        when: conditions_any(conditions_all(isKept, changes('thumbprint_list', 'client_id_list', 'issuer', 'subject', 'audience')), (row) => row.type === 'azurerm_federated_identity_credential' && isGone(row)),
        sentence: 'Who may sign in by OIDC changes: workflows or pods that present another audience, subject or issuer are refused from then on; compare with what they present.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/exposure.js


/** Whether a Key Vault answers the internet: public access is Azure's default, and so is Allow without rules. */
function vaultIsOpen(side) {
    if (side === null || firstAt(side, 'public_network_access_enabled') === false)
        return false;
    return (firstAt(side, 'network_acls.default_action') ?? 'Allow') === 'Allow';
}
const becomesTrue = (path) => gains(path, (value) => value === true);
function blocksLess(row) {
    const settings = [
        'block_public_acls',
        'block_public_policy',
        'ignore_public_acls',
        'restrict_public_buckets',
    ];
    return isKept(row) && settings.some((name) => row.before?.[name] === true && row.after?.[name] !== true);
}
/** What becomes reachable for everyone, also when it is new. Ports of security groups are judged in `ports/`. */
const EXPOSURE_RULES = [
    {
        id: 'node-public-address',
        level: 'high',
        types: ['azurerm_network_interface'],
        when: (row) => gains('ip_configuration.public_ip_address_id')(row) ||
            // The id of an address that is still to be made; an update of another argument marks the block, too.
            (isUnknown(row, 'ip_configuration.public_ip_address_id') &&
                valuesAt(row.before, 'ip_configuration.public_ip_address_id').length === 0),
        sentence: 'A network interface gets a public address: the node behind it can be reached from the internet wherever its security group lets it; use a NAT gateway for the way out, and a bastion for the way in.',
    },
    {
        id: 'node-public-address-scale-set',
        level: 'high',
        types: ['azurerm_linux_virtual_machine_scale_set', 'azurerm_orchestrated_virtual_machine_scale_set'],
        when: (row) => valuesAt(row.after, 'network_interface.ip_configuration.public_ip_address').length >
            valuesAt(row.before, 'network_interface.ip_configuration.public_ip_address').length,
        sentence: 'Every node of a scale set gets a public address; use a NAT gateway for the way out, and a bastion for the way in.',
    },
    {
        id: 'node-public-address-aws',
        level: 'warning',
        types: ['aws_instance', 'aws_subnet'],
        when: conditions_any(becomesTrue('associate_public_ip_address'), becomesTrue('map_public_ip_on_launch')),
        sentence: 'Cloud instances get public addresses; keep nodes in private subnets.',
    },
    {
        id: 'node-password-login',
        level: 'high',
        types: [
            'azurerm_linux_virtual_machine',
            'azurerm_linux_virtual_machine_scale_set',
            'azurerm_orchestrated_virtual_machine_scale_set',
        ],
        when: (row) => row.after?.['disable_password_authentication'] === false &&
            row.before?.['disable_password_authentication'] !== false,
        sentence: 'Nodes take passwords over SSH, and the password is in Terraform’s state; use keys alone.',
    },
    {
        id: 'key-vault-open',
        level: 'high',
        types: ['azurerm_key_vault'],
        when: (row) => row.after !== null &&
            !isUnknown(row, 'network_acls.default_action') &&
            vaultIsOpen(row.after) &&
            !vaultIsOpen(row.before),
        sentence: 'The Key Vault’s firewall lets in every network; set network_acls.default_action to Deny and name the nodes’ subnets.',
    },
    {
        id: 'key-vault-access-unknown',
        level: 'warning',
        types: ['azurerm_key_vault'],
        when: conditions_all(isKept, (row) => isUnknown(row, 'network_acls') || isUnknown(row, 'public_network_access_enabled')),
        sentence: 'Which networks the Key Vault lets in is known only after apply; check network_acls by hand.',
    },
    {
        id: 'storage-public',
        level: 'high',
        types: ['aws_s3_bucket_public_access_block'],
        when: conditions_any(isGone, blocksLess),
        sentence: 'A bucket’s block against public access goes or weakens; keep all four settings true.',
    },
    {
        id: 'storage-account-public',
        level: 'high',
        types: ['azurerm_storage_account', 'azurerm_storage_container'],
        when: conditions_any(becomesTrue('allow_nested_items_to_be_public'), gains('container_access_type', (value) => value === 'blob' || value === 'container'), conditions_all(isKept, turns('network_rules.default_action', 'Deny', 'Allow'))),
        sentence: 'Storage in Azure can be read from every network or by everyone; keep it private.',
    },
    {
        id: 'bucket-policy-everyone',
        level: 'high',
        types: ['aws_s3_bucket_acl', 'aws_s3_bucket'],
        when: gains('acl', (value) => typeof value === 'string' && value.startsWith('public-')),
        sentence: 'A bucket’s access list lets everyone in; use private.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/general.js
/** Rules on how Terraform came to a change, whatever the type. */
const GENERAL_RULES = {
    countShrinks: {
        id: 'count-index-destroyed',
        level: 'warning',
        sentence: 'Objects are destroyed because a count shrinks: it is always the last ones that go, whichever was meant; check that these are they, or use for_each.',
    },
    countShifts: {
        id: 'count-index-shifted',
        level: 'high',
        sentence: 'A count shrinks and its other objects change as well: an element taken from the middle of a list moves every later one into its neighbour’s place; use for_each, with moved blocks, before removing it.',
    },
    tainted: {
        id: 'tainted-replaced',
        level: 'warning',
        sentence: 'Objects are destroyed and made anew because their creation failed or they were marked as tainted, not because of this change; if they work, untaint them first.',
    },
    moduleGone: {
        id: 'module-destroyed',
        level: 'high',
        sentence: 'A whole module is destroyed because the configuration no longer has it; if it was renamed, add a moved block.',
    },
    renamed: {
        id: 'perhaps-renamed',
        level: 'warning',
        sentence: 'Objects are destroyed because their block is gone while others of the same type are made; if it was renamed, add moved blocks and nothing has to be destroyed.',
    },
};

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/nodes.js

/** Rules on whole node pools; `NodePools` counts. */
const POOL_RULES = {
    all: {
        id: 'node-pool-all-at-once',
        level: 'critical',
        sentence: 'All {total} nodes of pool {pool} go down at once, undrained ({what}): every pod there dies together and may find no room; change the pool in steps, or bring up a second pool and drain this one.',
    },
    most: {
        id: 'node-pool-most-at-once',
        level: 'high',
        sentence: '{affected} of {total} nodes of pool {pool} go down at once, undrained ({what}), which is more than half: pods may find no room; drain and change fewer at a time.',
    },
    some: {
        id: 'node-pool-part',
        level: 'warning',
        sentence: '{affected} of {total} nodes of pool {pool} go down, undrained ({what}): drain them first, and see that their Node objects and registrations are removed afterwards, because AWS bills them until then.',
    },
};
const SCALE_SETS = [
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_orchestrated_virtual_machine_scale_set',
];
const MACHINES = ['azurerm_linux_virtual_machine'];
/** Arguments that stop and start a machine although it is changed in place (azurerm provider, Azure resize). */
const RESTARTING = [
    'size',
    'additional_capabilities',
    'encryption_at_host_enabled',
    'os_disk',
];
/** Arguments of a scale set that its nodes take only when they are made anew or upgraded to the new model. */
const MODEL_ARGUMENTS = [
    'sku',
    'sku_name',
    'source_image_id',
    'source_image_reference',
    'custom_data',
    'os_disk',
    'os_profile',
    'network_interface',
    'user_data_base64',
];
/** Rules on what single nodes need. */
const NODE_RULES = [
    {
        id: 'node-image-changed',
        level: 'warning',
        types: MACHINES,
        when: conditions_all(isReplaced, changes('source_image_id', 'source_image_reference')),
        sentence: 'Nodes get another image and are made anew: check that kernel and containerd fit the Cilium and nodeadm versions, and try one node first.',
    },
    {
        id: 'node-boot-data-changed',
        level: 'warning',
        types: MACHINES,
        when: conditions_all(isReplaced, changes('custom_data')),
        sentence: 'What nodes run at boot changes, which makes each of them anew; every new node needs a place in a valid SSM activation, so check its limit and its end.',
    },
    {
        id: 'node-model-not-rolled-out',
        level: 'warning',
        types: SCALE_SETS,
        when: conditions_all(not(isReplaced), isKept, changes('sku', 'source_image_id', 'source_image_reference', 'custom_data'), (row) => (row.after?.['upgrade_mode'] ?? 'Manual') === 'Manual'),
        sentence: 'The scale set’s model changes, but with upgrade_mode Manual running nodes keep the old one until they are upgraded by hand; plan that, node by node, with a drain before each.',
    },
    {
        id: 'node-identity-lost',
        level: 'high',
        types: ['azurerm_user_assigned_identity'],
        when: isGone,
        sentence: 'A managed identity is destroyed or made anew: nodes that boot with it can no longer read the Key Vault, and its role assignments point to nobody; make the new one first.',
    },
    {
        id: 'node-identity-detached',
        level: 'high',
        types: [...MACHINES, ...SCALE_SETS],
        when: conditions_all(not(isReplaced), loses('identity.identity_ids')),
        sentence: 'Nodes lose a managed identity: at their next boot they cannot read their activation from the Key Vault; attach the new one first.',
    },
    {
        id: 'node-forwarding-off',
        level: 'high',
        types: ['azurerm_network_interface'],
        when: conditions_any(turns('ip_forwarding_enabled', true, false), turns('enable_ip_forwarding', true, false)),
        sentence: 'Azure drops packets with pod addresses at this node’s interface from now on; keep IP forwarding where pods are routed by BGP or user-defined routes.',
    },
    {
        id: 'node-interface-lost',
        level: 'high',
        types: ['azurerm_network_interface'],
        when: isGone,
        sentence: 'A network interface is destroyed or made anew: its machine goes with it and comes back, if at all, with another address and as another node.',
    },
    {
        id: 'node-activation-lost',
        level: 'warning',
        types: ['aws_ssm_activation'],
        when: isGone,
        sentence: 'An SSM activation goes: nodes that boot or are made anew with it cannot register; nodes that run stay registered.',
    },
    {
        id: 'node-repair-off',
        level: 'warning',
        types: SCALE_SETS,
        when: conditions_all(not(isReplaced), had('automatic_instance_repair.enabled', true), changes('automatic_instance_repair')),
        sentence: 'Dead nodes of a scale set are no longer replaced by Azure; watch them otherwise.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/rules/secrets.js


/** A bucket that holds Terraform's state, by the words such buckets are named with; its type alone does not tell. */
const holdsState = conditions_any(hadText('bucket', /state|tfstate|terraform/i), hadText('bucket_prefix', /state|tfstate/i));
const becomesLess = (row, path) => {
    const [before] = valuesAt(row.before, path);
    const [after] = valuesAt(row.after, path);
    return typeof before === 'number' && typeof after === 'number' && after < before;
};
/** What endangers keys, vaults, secrets, state and logs: things that no second apply brings back. */
const SECRET_RULES = [
    {
        id: 'key-vault-lost',
        level: 'critical',
        types: ['azurerm_key_vault'],
        when: isGone,
        sentence: 'A Key Vault is destroyed or made anew with all its secrets: nodes that boot find no activation, and its name stays taken while it is soft-deleted. Keep it, or move its secrets first.',
    },
    {
        id: 'key-vault-purge-protection-off',
        level: 'critical',
        types: ['azurerm_key_vault'],
        when: turns('purge_protection_enabled', true, false),
        sentence: 'Purge protection of a Key Vault is turned off, which Azure allows only by another vault: secrets could then be deleted beyond recovery. Leave it on.',
    },
    {
        id: 'key-vault-retention-shortened',
        level: 'high',
        types: ['azurerm_key_vault'],
        when: (row) => isKept(row) && becomesLess(row, 'soft_delete_retention_days'),
        sentence: 'Deleted secrets can be recovered for fewer days, and Azure refuses the change on a vault that exists; keep the number.',
    },
    {
        id: 'key-vault-authorisation-changed',
        level: 'high',
        types: ['azurerm_key_vault'],
        when: conditions_all(isKept, changes('rbac_authorization_enabled', 'tenant_id')),
        sentence: 'The vault changes how it decides who may read: identities authorised the old way, those of the nodes among them, are refused at once; grant the new way first.',
    },
    {
        id: 'key-vault-access-removed',
        level: 'high',
        types: ['azurerm_key_vault_access_policy', 'azurerm_role_assignment'],
        when: isGone,
        sentence: 'An identity loses rights in Azure; if it is that of the nodes or of a pipeline, booting nodes find no activation and applies fail. Check whose it is.',
    },
    {
        id: 'key-vault-key-lost',
        level: 'critical',
        types: ['azurerm_key_vault_key', 'azurerm_key_vault_managed_hardware_security_module'],
        when: isGone,
        sentence: 'A key is destroyed or made anew: what it encrypts cannot be read any more; decrypt or re-encrypt first.',
    },
    {
        id: 'secret-lost',
        level: 'warning',
        types: ['azurerm_key_vault_secret', 'aws_secretsmanager_secret', 'aws_ssm_parameter'],
        when: isGone,
        sentence: 'A stored secret or parameter is destroyed or made anew: what reads it fails from then on; check its readers.',
    },
    {
        id: 'kms-key-lost',
        level: 'critical',
        types: ['aws_kms_key'],
        when: isGone,
        sentence: 'A KMS key is scheduled for deletion: cluster secrets, state and volumes encrypted with it cannot be read once it is gone; keep the key.',
    },
    {
        id: 'kms-key-disabled',
        level: 'critical',
        types: ['aws_kms_key'],
        when: turns('is_enabled', true, false),
        sentence: 'A KMS key is disabled: the cluster cannot read its secrets, nor Terraform its state, from then on; keep it enabled.',
    },
    {
        id: 'kms-key-policy-changed',
        level: 'warning',
        types: ['aws_kms_key', 'aws_kms_key_policy'],
        when: conditions_any(conditions_all(isKept, changes('policy')), (row) => row.type === 'aws_kms_key_policy' && isGone(row)),
        sentence: 'Who may use a KMS key changes: a policy without the account’s own administrators locks it for good; read the new policy as a whole.',
    },
    {
        id: 'state-storage-lost',
        level: 'critical',
        types: ['aws_s3_bucket'],
        when: conditions_all(isGone, holdsState),
        sentence: 'The bucket of Terraform’s state is destroyed or made anew: with the state goes the knowledge of everything that exists; keep it.',
    },
    {
        id: 'storage-lost',
        level: 'high',
        types: ['aws_s3_bucket', 'azurerm_storage_account', 'azurerm_storage_container', 'aws_dynamodb_table'],
        when: conditions_all(isGone, not(conditions_all((row) => row.type === 'aws_s3_bucket', holdsState))),
        sentence: 'Storage is destroyed or made anew with what is in it; copy what is needed first.',
    },
    {
        id: 'storage-protection-off',
        level: 'high',
        types: [
            'aws_s3_bucket',
            'aws_s3_bucket_versioning',
            'aws_s3_bucket_server_side_encryption_configuration',
        ],
        when: conditions_any(turns('force_destroy', false, true), turns('versioning_configuration.status', 'Enabled', 'Suspended'), (row) => row.type !== 'aws_s3_bucket' && isDestroyed(row)),
        sentence: 'A bucket loses versioning, encryption or the refusal to be deleted while full: a mistake in it can no longer be undone. Keep the protection, above all on a state bucket.',
    },
    {
        id: 'management-lock-removed',
        level: 'high',
        types: ['azurerm_management_lock'],
        when: isGone,
        sentence: 'An Azure lock goes: what it guarded can be deleted; put it back in the same change.',
    },
    {
        id: 'log-group-lost',
        level: 'warning',
        types: ['aws_cloudwatch_log_group', 'azurerm_log_analytics_workspace', 'aws_flow_log'],
        when: isGone,
        sentence: 'Logs are destroyed or no longer written; export what has to be kept.',
    },
    {
        id: 'log-retention-shortened',
        level: 'info',
        types: ['aws_cloudwatch_log_group'],
        when: (row) => isKept(row) && hasChanged(row, 'retention_in_days') && becomesLess(row, 'retention_in_days'),
        sentence: 'Logs are kept for fewer days; older ones are deleted.',
    },
    {
        id: 'irreplaceable-forgotten',
        level: 'warning',
        types: [
            'aws_eks_cluster',
            'aws_kms_key',
            'azurerm_key_vault',
            'aws_s3_bucket',
            'azurerm_storage_account',
        ],
        when: isForgotten,
        sentence: 'Terraform lets go of something irreplaceable that goes on existing; note who manages it from now on.',
    },
    {
        id: 'secret-in-node-data',
        level: 'warning',
        types: ['azurerm_linux_virtual_machine', 'azurerm_linux_virtual_machine_scale_set'],
        when: gains('user_data', (value) => typeof value === 'string' && value !== ''),
        sentence: 'A node’s user_data can be read by every process on it through the metadata service; put anything secret into custom_data or, better, the Key Vault.',
    },
];

;// CONCATENATED MODULE: ./lib/terraform/risk/all-rules.js










/** Every rule on single rows, by subject in the order in which a reviewer should read them. */
const ROW_RULES = [
    ...LINK_ROW_RULES,
    ...CLUSTER_RULES,
    ...AZURE_RULES,
    ...AWS_NETWORK_RULES,
    ...NODE_RULES,
    ...CILIUM_RULES,
    ...EXPOSURE_RULES,
    ...SECRET_RULES,
];
/** Every rule on more than one row. */
const PLAN_RULES = [
    ...Object.values(LINK_RULES),
    ...NEEDED_PORTS.map(({ rule }) => rule),
    PORT_MAYBE_CUT,
    ...GUARDED_PORTS.map(({ rule }) => rule),
    ...Object.values(POOL_RULES),
    ...Object.values(GENERAL_RULES),
];

;// CONCATENATED MODULE: ./lib/terraform/risk/general.js


/** Reads Terraform's own reasons: destroys and replacements that nobody may have meant. */
class GeneralSubject {
    /** Destroyed for the count's sake, by resource block. */
    #shrunk = new Map();
    /** Blocks with objects that a shifted list would change, by block. */
    #shifted = new Map();
    #tainted = [];
    #moduleGone = [];
    /** Destroyed because their block is gone, by type. */
    #blockGone = new Map();
    #created = new Set();
    visit(row) {
        if (row.kind === 'no-op' || row.deposed)
            return;
        const block = `${row.module} ${row.type} ${row.name}`;
        if (row.reason === 'delete_because_count_index')
            add(this.#shrunk, block, row.address);
        else if (typeof row.index === 'number' && (row.kind === 'update' || row.kind === 'replace')) {
            add(this.#shifted, block, row.address);
        }
        if (row.reason === 'replace_because_tainted')
            this.#tainted.push(row.address);
        if (row.reason === 'delete_because_no_module')
            this.#moduleGone.push(row.address);
        if (row.reason === 'delete_because_no_resource_config')
            add(this.#blockGone, row.type, row.address);
        if (row.kind === 'create')
            this.#created.add(row.type);
    }
    risks() {
        const found = [];
        const shifted = [...this.#shrunk].filter(([block]) => this.#shifted.has(block));
        const shrunk = [...this.#shrunk].filter(([block]) => !this.#shifted.has(block));
        const renamed = [...this.#blockGone].filter(([type]) => this.#created.has(type));
        const push = (rule, addresses) => {
            if (addresses.length > 0)
                found.push(riskOf(rule, addresses));
        };
        push(GENERAL_RULES.countShifts, shifted.flatMap(([block, addresses]) => [...(this.#shifted.get(block) ?? []), ...addresses]));
        push(GENERAL_RULES.countShrinks, shrunk.flatMap(([, addresses]) => addresses));
        push(GENERAL_RULES.tainted, this.#tainted);
        push(GENERAL_RULES.moduleGone, this.#moduleGone);
        push(GENERAL_RULES.renamed, renamed.flatMap(([, addresses]) => addresses));
        return found;
    }
}
function add(lists, key, address) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [address]);
    else
        list.push(address);
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/parts.js

const EVERYWHERE = ['id', 'arn', 'tags', 'tags_all', 'timeouts', 'region'];
const PARTS = {
    aws_vpn_connection: {
        interrupts: [
            'customer_gateway_id',
            'transit_gateway_id',
            'vpn_gateway_id',
            'local_ipv4_network_cidr',
            'remote_ipv4_network_cidr',
            'local_ipv6_network_cidr',
            'remote_ipv6_network_cidr',
        ],
        harmless: [
            'customer_gateway_configuration',
            'core_network_arn',
            'core_network_attachment_arn',
            'preshared_key_arn',
            'routes',
            'transit_gateway_attachment_id',
            'vgw_telemetry',
        ],
        // The pre-shared key, the inside range, the proposals of both phases, timers and what starts the tunnel are all
        // tunnel options: AWS replaces the tunnel's endpoint for any of them, the logging of a tunnel included.
        tunnelInterrupts: [
            'dpd_timeout_action',
            'dpd_timeout_seconds',
            'ike_versions',
            'inside_cidr',
            'inside_ipv6_cidr',
            'log_options',
            'phase1_dh_group_numbers',
            'phase1_encryption_algorithms',
            'phase1_integrity_algorithms',
            'phase1_lifetime_seconds',
            'phase2_dh_group_numbers',
            'phase2_encryption_algorithms',
            'phase2_integrity_algorithms',
            'phase2_lifetime_seconds',
            'preshared_key',
            'rekey_fuzz_percentage',
            'rekey_margin_time_seconds',
            'replay_window_size',
            'startup_action',
            // Where AWS's end will have another address, the old end is gone.
            'address',
        ],
        tunnelHarmless: ['bgp_asn', 'bgp_holdtime', 'cgw_inside_address', 'vgw_inside_address'],
        keeps: [
            'id',
            'customer_gateway_id',
            'transit_gateway_id',
            'vpn_gateway_id',
            'transit_gateway_attachment_id',
            ...[1, 2].flatMap((number) => [
                `tunnel${number}_address`,
                `tunnel${number}_inside_cidr`,
                `tunnel${number}_vgw_inside_address`,
            ]),
        ],
    },
    aws_customer_gateway: {
        interrupts: [],
        harmless: ['device_name'],
        keeps: ['id', 'ip_address'],
    },
    aws_vpn_gateway: {
        interrupts: ['vpc_id', 'amazon_side_asn'],
        harmless: [],
        keeps: ['id'],
    },
    aws_vpn_gateway_attachment: {
        onlyCarries: true,
        interrupts: [],
        harmless: [],
        keeps: ['vpn_gateway_id'],
    },
    aws_ec2_transit_gateway: {
        interrupts: ['amazon_side_asn'],
        harmless: [
            'association_default_route_table_id',
            'auto_accept_shared_attachments',
            'default_route_table_association',
            'default_route_table_propagation',
            'description',
            'dns_support',
            'owner_id',
            'propagation_default_route_table_id',
            'security_group_referencing_support',
            'transit_gateway_cidr_blocks',
            // Fewer paths are used at once, none goes away; a rule of its own says so.
            'vpn_ecmp_support',
        ],
        keeps: ['id'],
    },
    aws_ec2_transit_gateway_route_table: {
        onlyCarries: true,
        interrupts: [],
        harmless: ['default_association_route_table', 'default_propagation_route_table'],
        keeps: ['id', 'transit_gateway_id'],
    },
    aws_ec2_transit_gateway_route_table_association: {
        onlyCarries: true,
        interrupts: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
        harmless: ['resource_id', 'resource_type', 'replace_existing_association'],
        keeps: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
    },
    aws_ec2_transit_gateway_route_table_propagation: {
        onlyCarries: true,
        interrupts: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
        harmless: ['resource_id', 'resource_type'],
        keeps: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
    },
    aws_ec2_transit_gateway_vpc_attachment: {
        onlyCarries: true,
        interrupts: [],
        harmless: [
            'appliance_mode_support',
            'dns_support',
            'ipv6_support',
            'security_group_referencing_support',
            // A zone without a subnet loses the link; a rule of its own says so.
            'subnet_ids',
            'transit_gateway_default_route_table_association',
            'transit_gateway_default_route_table_propagation',
            'vpc_owner_id',
        ],
        keeps: ['id', 'transit_gateway_id'],
    },
    azurerm_virtual_network_gateway: {
        interrupts: ['active_active', 'bgp_enabled', 'bgp_settings', 'ip_configuration', 'sku'],
        harmless: [
            'bgp_route_translation_for_nat_enabled',
            'custom_route',
            'dns_forwarding_enabled',
            'maximum_scale_unit',
            'minimum_scale_unit',
            'policy_group',
            'remote_vnet_traffic_enabled',
            'virtual_wan_traffic_enabled',
            'vpn_client_configuration',
        ],
        keeps: ['id', 'type', 'ip_configuration'],
    },
    azurerm_public_ip: {
        interrupts: [],
        harmless: [
            'ddos_protection_mode',
            'ddos_protection_plan_id',
            'domain_name_label',
            'fqdn',
            'idle_timeout_in_minutes',
            'reverse_fqdn',
        ],
        keeps: ['id', 'ip_address'],
    },
    azurerm_local_network_gateway: {
        interrupts: ['address_space', 'bgp_settings', 'gateway_address', 'gateway_fqdn'],
        harmless: [],
        keeps: ['id', 'gateway_address', 'bgp_settings'],
    },
    azurerm_virtual_network_gateway_connection: {
        interrupts: [
            'bgp_enabled',
            'connection_mode',
            'connection_protocol',
            'custom_bgp_addresses',
            'dpd_timeout_seconds',
            'egress_nat_rule_ids',
            'ingress_nat_rule_ids',
            'ipsec_policy',
            'local_azure_ip_address_enabled',
            'local_network_gateway_id',
            'shared_key',
            'traffic_selector_policy',
            'use_policy_based_traffic_selectors',
            'virtual_network_gateway_id',
        ],
        harmless: ['authorization_key', 'routing_weight', 'private_link_fast_path_enabled'],
        keeps: ['id', 'type', 'virtual_network_gateway_id', 'local_network_gateway_id'],
    },
    azurerm_subnet: {
        interrupts: ['address_prefixes', 'delegation', 'route_table_id', 'network_security_group_id'],
        harmless: [
            'default_outbound_access_enabled',
            'private_endpoint_network_policies',
            'private_link_service_network_policies_enabled',
            'service_endpoint',
            'service_endpoint_policy_ids',
            'sharing_scope',
            'ip_address_pool',
        ],
        keeps: ['id', 'name'],
    },
};
const RANK = ['none', 'create', 'update', 'unknown', 'interrupt', 'destroy'];
/** The graver of two impacts. */
function graver(left, right) {
    return RANK.indexOf(left) >= RANK.indexOf(right) ? left : right;
}
/** The impact of the changed arguments of an updated part, as a whole and by tunnel. */
function updateImpact(row, spec) {
    let whole = 'none';
    const tunnels = { 1: 'none', 2: 'none' };
    for (const argument of changedArguments(row)) {
        const match = spec.tunnelInterrupts === undefined ? null : /^tunnel([12])_(.+)$/.exec(argument);
        if (match === null) {
            whole = graver(whole, argumentImpact(argument, spec.interrupts, spec.harmless));
            continue;
        }
        const number = match[1] === '1' ? 1 : 2;
        const impact = argumentImpact(match[2] ?? '', spec.tunnelInterrupts ?? [], spec.tunnelHarmless ?? []);
        tunnels[number] = graver(tunnels[number], impact);
    }
    return { whole, tunnels };
}
function argumentImpact(argument, interrupts, harmless) {
    if (interrupts.includes(argument))
        return 'interrupt';
    return harmless.includes(argument) || EVERYWHERE.includes(argument) ? 'update' : 'unknown';
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/relations.js
/**
 * Whether one part refers to another by a value: `from.argument` equals `to.attribute`. The running objects decide where
 * both have the value, since it is the running link that a plan endangers; else the planned ones. Undefined when neither
 * side of the apply has both values, as with ids that are known only after apply.
 */
function isLinked(from, argument, to, attribute) {
    return (sameText(from.before?.[argument], to.before?.[attribute]) ??
        sameText(from.after?.[argument], to.after?.[attribute]));
}
function sameText(left, right) {
    if (typeof left !== 'string' || typeof right !== 'string' || left === '' || right === '')
        return undefined;
    // Azure writes the same id with upper and lower case, as it likes.
    return left.toLowerCase() === right.toLowerCase();
}
/** A text of the running object, else of the planned one. */
function relations_textOf(part, argument) {
    const running = part.before?.[argument];
    if (typeof running === 'string')
        return running;
    const planned = part.after?.[argument];
    return typeof planned === 'string' ? planned : undefined;
}
/**
 * The candidates that a part belongs to. Where no value tells, the key of `for_each` or `count` does, which a module
 * gives to all parts of one instance alike; failing that, a lone candidate is the one. Null when none of that tells, an empty list when the values say that
 * it belongs to none of them.
 */
function resolve(part, candidates, relation) {
    if (candidates.length === 0)
        return null;
    const answers = candidates.map((candidate) => ({ candidate, answer: relation(candidate) }));
    const linked = answers.filter(({ answer }) => answer === true).map(({ candidate }) => candidate);
    if (linked.length > 0)
        return linked;
    const open = answers.filter(({ answer }) => answer === undefined).map(({ candidate }) => candidate);
    if (open.length === 0)
        return [];
    const sameKey = open.filter((candidate) => part.index !== null && candidate.index === part.index && candidate.module === part.module);
    if (sameKey.length > 0)
        return sameKey;
    return candidates.length === 1 ? open : null;
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/reach.js



/** Finds which tunnels depend on a part of the link. */
class Reach {
    #parts;
    #tunnels;
    constructor(parts, tunnels) {
        this.#parts = parts;
        this.#tunnels = tunnels;
    }
    of(part) {
        switch (part.type) {
            case 'aws_vpn_connection':
                return this.#tunnels.filter((tunnel) => tunnel.connection === part);
            case 'azurerm_local_network_gateway':
                return this.#orUnknown(this.#tunnels.filter((tunnel) => tunnel.localGateways.includes(part)));
            case 'azurerm_virtual_network_gateway_connection':
                return this.#orUnknown(this.#tunnels.filter((tunnel) => tunnel.azureConnections.includes(part)));
            case 'aws_customer_gateway':
                return this.#customerGateway(part);
            case 'azurerm_public_ip':
                return this.#publicIp(part);
            case 'azurerm_virtual_network_gateway':
                return this.#azureGateway(part);
            case 'aws_ec2_transit_gateway':
                return this.#through('transit_gateway_id', part);
            case 'aws_vpn_gateway':
                return this.#through('vpn_gateway_id', part);
            case 'aws_ec2_transit_gateway_route_table_association':
            case 'aws_ec2_transit_gateway_route_table_propagation':
                return this.#wiring(part);
            case 'aws_ec2_transit_gateway_route_table':
                return this.#routeTable(part);
            case 'aws_ec2_transit_gateway_vpc_attachment':
                return this.#attachment(part);
            case 'azurerm_subnet':
                return this.#gatewaySubnet(part);
            default:
                return this.#all();
        }
    }
    #ofType(type) {
        return this.#parts.filter((part) => part.type === type);
    }
    /** Every tunnel; unknown where the plan shows none, because those that exist are then in another state. */
    #all() {
        return this.#orUnknown(this.#tunnels);
    }
    #orUnknown(found) {
        return found.length === 0 ? null : found;
    }
    #on(connections) {
        if (connections === null)
            return null;
        return this.#tunnels.filter(({ connection }) => connection !== null && connections.includes(connection));
    }
    #customerGateway(part) {
        const connections = this.#ofType('aws_vpn_connection');
        return this.#on(resolve(part, connections, (to) => isLinked(to, 'customer_gateway_id', part, 'id')));
    }
    /** Those connections whose customer gateway has the address; where that is not told, those with the same key. */
    #publicIp(part) {
        if (!this.#isGatewayAddress(part))
            return [];
        const customers = this.#ofType('aws_customer_gateway');
        const own = resolve(part, customers, (to) => isLinked(to, 'ip_address', part, 'ip_address'));
        if (own !== null && own.length > 0)
            return this.#unite(own.map((one) => this.#customerGateway(one)));
        const connections = this.#ofType('aws_vpn_connection');
        return this.#on(resolve(part, connections, () => undefined));
    }
    /** Public addresses have many users; this tells those of the VPN gateway. */
    #isGatewayAddress(part) {
        const gateways = this.#ofType('azurerm_virtual_network_gateway');
        const id = relations_textOf(part, 'id')?.toLowerCase();
        const used = gateways.flatMap((gateway) => publicIpIds(gateway));
        if (id !== undefined && used.includes(id))
            return true;
        return this.#ofType('aws_customer_gateway').some((customer) => isLinked(customer, 'ip_address', part, 'ip_address') === true);
    }
    #azureGateway(part) {
        const whole = this.#behind(part);
        if (part.instances === null || part.instances.length === 0 || whole === null)
            return whole;
        const reached = part.instances.map((name) => this.#instance(part, name));
        // An instance that cannot be told apart may be any of them.
        return reached.includes(null) ? whole : this.#unite(reached);
    }
    #behind(gateway) {
        const all = this.#ofType('azurerm_virtual_network_gateway');
        const found = this.#tunnels.filter((tunnel) => {
            const answers = tunnel.azureConnections.map((connection) => isLinked(connection, 'virtual_network_gateway_id', gateway, 'id'));
            if (answers.includes(true))
                return true;
            return all.length === 1 && !answers.includes(false);
        });
        return this.#orUnknown(found);
    }
    /** The tunnels of one instance of a gateway, by the public address of its ip_configuration, else by its name. */
    #instance(gateway, name) {
        const configurations = [
            ...valuesAt(gateway.before, 'ip_configuration'),
            ...valuesAt(gateway.after, 'ip_configuration'),
        ];
        const configuration = configurations.find((item) => (0,plan_json/* isObject */.Gv)(item) && item['name'] === name);
        const id = textsAt(configuration, 'public_ip_address_id')[0]?.toLowerCase();
        const address = this.#ofType('azurerm_public_ip').find((part) => id !== undefined && relations_textOf(part, 'id')?.toLowerCase() === id);
        if (address !== undefined)
            return this.#publicIp(address);
        return this.#orUnknown(this.#tunnels.filter(({ connection }) => connection !== null && connection.index === name));
    }
    #through(argument, gateway) {
        const connections = this.#ofType('aws_vpn_connection');
        return this.#on(resolve(gateway, connections, (to) => isLinked(to, argument, gateway, 'id')));
    }
    /** An association or propagation: of a VPN attachment, or of the VPC's, through which all tunnels are reached. */
    #wiring(part) {
        const own = (to, attribute) => isLinked(part, 'transit_gateway_attachment_id', to, attribute);
        if (this.#ofType('aws_ec2_transit_gateway_vpc_attachment').some((to) => own(to, 'id') === true)) {
            return this.#all();
        }
        const connections = this.#ofType('aws_vpn_connection');
        return this.#on(resolve(part, connections, (to) => own(to, 'transit_gateway_attachment_id')));
    }
    /** A route table reaches whatever is associated with it or propagated into it, and all tunnels if that is the VPC. */
    #routeTable(part) {
        const wired = [
            ...this.#ofType('aws_ec2_transit_gateway_route_table_association'),
            ...this.#ofType('aws_ec2_transit_gateway_route_table_propagation'),
        ].filter((wire) => isLinked(wire, 'transit_gateway_route_table_id', part, 'id') === true);
        return wired.length === 0 ? this.#all() : this.#unite(wired.map((wire) => this.#wiring(wire)));
    }
    #attachment(part) {
        const gateways = this.#ofType('aws_ec2_transit_gateway');
        const own = gateways.filter((to) => isLinked(part, 'transit_gateway_id', to, 'id') === true);
        if (own.length > 0)
            return this.#unite(own.map((to) => this.#through('transit_gateway_id', to)));
        const connections = this.#ofType('aws_vpn_connection').filter((to) => isLinked(to, 'transit_gateway_id', part, 'transit_gateway_id') === true);
        return connections.length > 0 ? this.#on(connections) : this.#all();
    }
    #gatewaySubnet(part) {
        const id = relations_textOf(part, 'id')?.toLowerCase();
        const own = this.#ofType('azurerm_virtual_network_gateway').filter((gateway) => textsAt(gateway.before, 'ip_configuration.subnet_id').some((used) => used.toLowerCase() === id));
        return own.length === 0 ? this.#all() : this.#unite(own.map((gateway) => this.#behind(gateway)));
    }
    #unite(lists) {
        if (lists.includes(null))
            return null;
        const found = new Set(lists.flatMap((list) => list ?? []));
        return this.#tunnels.filter((tunnel) => found.has(tunnel));
    }
}
function publicIpIds(gateway) {
    return [gateway.before, gateway.after].flatMap((side) => textsAt(side, 'ip_configuration.public_ip_address_id').map((id) => id.toLowerCase()));
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/read-part.js



/** What the link needs of a row; null when the row is no part of a VPN link. */
function readPart(row) {
    const spec = Object.hasOwn(PARTS, row.type) ? PARTS[row.type] : undefined;
    if (spec === undefined || !belongsToVpn(row))
        return null;
    const keep = (values) => values === null ? null : Object.fromEntries(spec.keeps.map((name) => [name, values[name]]));
    const changed = row.kind === 'update' ? updateImpact(row, spec) : null;
    const whole = changed === null ? wholeImpact(row, spec) : changed.whole;
    const seen = changed === null || [whole, ...Object.values(changed.tunnels)].some((impact) => impact !== 'none');
    const instances = row.kind === 'update' ? changedInstances(row) : null;
    return {
        address: row.address,
        module: row.module,
        type: row.type,
        name: row.name,
        index: row.index,
        before: keep(row.before),
        after: keep(row.after),
        // An update of which no argument is seen to differ is one of marks (sensitive) alone.
        impact: seen ? whole : 'update',
        tunnels: changed === null || spec.tunnelInterrupts === undefined ? null : changed.tunnels,
        instances,
    };
}
function wholeImpact(row, spec) {
    switch (row.kind) {
        case 'create':
            return 'create';
        case 'delete':
            return spec.onlyCarries === true ? 'interrupt' : 'destroy';
        // Create-first does not save a tunnel: what refers to the old part is turned to the new one, which then has to come
        // up. Nor does create-forget, which leaves the old part alone but turns its users away from it.
        case 'replace':
        case 'create-forget':
            return 'interrupt';
        default:
            return 'none';
    }
}
/** ExpressRoute uses the same types, and of all subnets only the gateway's belongs to the link. */
function belongsToVpn(row) {
    const value = (name) => row.before?.[name] ?? row.after?.[name];
    if (row.type === 'azurerm_virtual_network_gateway')
        return value('type') !== 'ExpressRoute';
    if (row.type === 'azurerm_virtual_network_gateway_connection')
        return value('type') !== 'ExpressRoute';
    return row.type !== 'azurerm_subnet' || value('name') === 'GatewaySubnet';
}
/**
 * Names of the ip_configurations (each is an instance of the gateway) that an update touches. Null when it touches
 * something that all instances share, or when that cannot be told.
 */
function changedInstances(row) {
    if (row.type !== 'azurerm_virtual_network_gateway')
        return null;
    const spec = PARTS[row.type];
    const shared = changedArguments(row).filter((name) => spec?.interrupts.includes(name));
    if (shared.some((name) => name !== 'ip_configuration' && name !== 'bgp_settings'))
        return null;
    const unknownSettings = isUnknown(row, 'bgp_settings.asn') || isUnknown(row, 'bgp_settings.peer_weight');
    const settings = (side) => [
        ...valuesAt(side, 'bgp_settings.asn'),
        ...valuesAt(side, 'bgp_settings.peer_weight'),
    ];
    if (unknownSettings || !row_isEqual(settings(row.before), settings(row.after)))
        return null;
    const names = [
        ...changedBlocks(row, 'ip_configuration', 'name'),
        ...changedBlocks(row, 'bgp_settings.peering_addresses', 'ip_configuration_name'),
    ];
    return names.includes(null) ? null : [...new Set(names.filter((name) => name !== null))];
}
/** Names of the blocks at a path that differ; null among them for one whose name is not known. */
function changedBlocks(row, path, nameOf) {
    const before = valuesAt(row.before, path);
    const after = valuesAt(row.after, path);
    const marks = row.unknown === true ? [] : valuesAt(row.unknown, path);
    const named = (list, name) => list.find((item) => (0,plan_json/* isObject */.Gv)(item) && item[nameOf] === name);
    const names = [...textsAt(row.before, `${path}.${nameOf}`), ...textsAt(row.after, `${path}.${nameOf}`)];
    const found = [...new Set(names)].filter((name) => {
        const planned = named(after, name);
        const mark = marks[after.indexOf(planned)];
        return marked(mark) || !row_isEqual(named(before, name), planned);
    });
    const nameless = marks.some((mark) => mark === true || ((0,plan_json/* isObject */.Gv)(mark) && mark[nameOf] === true));
    return nameless || isUnknownWhole(row, path) ? [...found, null] : found;
}
/** Whether the list of blocks itself is unknown, so that not even the names are there. */
function isUnknownWhole(row, path) {
    if (row.unknown === true)
        return true;
    let level = [row.unknown];
    for (const step of path.split('.')) {
        level = level.flatMap((item) => {
            const next = (0,plan_json/* isObject */.Gv)(item) ? item[step] : undefined;
            return Array.isArray(next) ? next : [next];
        });
        if (level.includes(true))
            return true;
    }
    return false;
}
function marked(value) {
    if (value === true)
        return true;
    if (Array.isArray(value))
        return value.some(marked);
    return (0,plan_json/* isObject */.Gv)(value) && Object.values(value).some(marked);
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/routes.js



/** The VPC routes over the Transit Gateway or VPN gateway, by route table and destination. */
class RemoteRoutes {
    #before = new Map();
    #after = new Set();
    #replaced = [];
    visit(row) {
        if (row.type !== 'aws_route' || row.deposed)
            return;
        if (row.before !== null && isRemote(row.before))
            this.#before.set(keyOf(row.before), row.address);
        if (row.kind === 'forget') {
            // The route goes on working without Terraform.
            if (row.before !== null)
                this.#after.add(keyOf(row.before));
        }
        else if (row.after !== null && staysRemote(row)) {
            // A table that is not known yet is a new one: the route then serves nothing that runs.
            this.#after.add(keyOf(row.after));
            if (row.kind === 'replace')
                this.#replaced.push(row.address);
        }
    }
    /** Whether routes ran and none of them is left. */
    allRemoved() {
        return this.#before.size > 0 && [...this.#before.keys()].every((key) => !this.#after.has(key));
    }
    risks() {
        const removed = [...this.#before].filter(([key]) => !this.#after.has(key)).map(([, address]) => address);
        const replaced = this.#replaced.filter((address) => !removed.includes(address));
        const found = [];
        if (this.allRemoved())
            found.push(riskOf(LINK_RULES.allRoutesRemoved, removed));
        else if (removed.length > 0)
            found.push(riskOf(LINK_RULES.routeRemoved, removed));
        if (replaced.length > 0)
            found.push(riskOf(LINK_RULES.routeReplaced, replaced));
        return found;
    }
}
function isRemote(route) {
    const gateway = route['gateway_id'];
    return filled(route['transit_gateway_id']) || (typeof gateway === 'string' && gateway.startsWith('vgw-'));
}
/** Still over the link, also where the Transit Gateway's id is known only after apply. */
function staysRemote(row) {
    if (row.after !== null && isRemote(row.after))
        return true;
    return (row.unknown !== true &&
        row.unknown['transit_gateway_id'] === true &&
        hasChanged(row, 'transit_gateway_id'));
}
function keyOf(route) {
    const target = ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'];
    return [route['route_table_id'], ...target.map((name) => route[name])]
        .map((part) => (typeof part === 'string' ? part : ''))
        .join(' ');
}
function filled(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/tunnels.js


/**
 * Finds the tunnels of a plan. Each AWS connection has two; the Azure end of a tunnel is found by the public address of
 * the AWS end, then by its inside address, then by the key that the module gives it (`instance0-tunnel1`), as neither
 * address is in the plan for what is still to be made. A plan with the Azure ends alone has a tunnel for each.
 */
function findTunnels(parts) {
    const ofType = (type) => parts.filter((part) => part.type === type);
    const locals = ofType('azurerm_local_network_gateway');
    const azure = ofType('azurerm_virtual_network_gateway_connection');
    const ends = ofType('aws_vpn_connection').flatMap((connection) => [1, 2].map((number) => ({ connection, number })));
    const unmatched = new Set([...locals, ...azure]);
    const tunnels = ends.map(({ connection, number }) => {
        const localGateways = locals.filter((part) => isLocalGatewayOf(part, connection, number));
        const azureConnections = azure.filter((part) => isEndOf(part, localGateways, connection, number));
        for (const part of [...localGateways, ...azureConnections])
            unmatched.delete(part);
        return {
            name: `${connectionName(connection)}-tunnel${number}`,
            connection,
            number,
            localGateways,
            azureConnections,
            domain: connection.address,
            running: [connection, ...azureConnections].every((part) => part.before !== null),
        };
    });
    if (ends.length > 0)
        return { tunnels: withUniqueNames(tunnels), unmatched: [...unmatched] };
    return { tunnels: withUniqueNames(azureTunnels(azure, locals)), unmatched: [] };
}
function azureTunnels(azure, locals) {
    return azure.map((part) => {
        const name = connectionName(part);
        return {
            name,
            connection: null,
            number: null,
            localGateways: locals.filter((local) => isLinked(part, 'local_network_gateway_id', local, 'id') ??
                (local.index !== null && local.index === part.index && local.module === part.module)),
            azureConnections: [part],
            // Without the AWS side only the module's own naming tells which tunnels share a connection.
            domain: /^(.+)-tunnel[12]$/.exec(name)?.[1] ?? null,
            running: part.before !== null,
        };
    });
}
/** The key of `for_each`, or the block's own name, with the number that `count` gives it. */
function connectionName(part) {
    if (typeof part.index === 'string')
        return part.index;
    return part.index === null ? part.name : `${part.name}${part.index}`;
}
function isLocalGatewayOf(local, connection, number) {
    const byAddress = isLinked(local, 'gateway_address', connection, `tunnel${number}_address`);
    if (byAddress !== undefined)
        return byAddress;
    const peer = textsAt(local.before, 'bgp_settings.bgp_peering_address')[0] ??
        textsAt(local.after, 'bgp_settings.bgp_peering_address')[0];
    const inside = insideAddress(connection, number);
    if (peer !== undefined && inside !== undefined)
        return peer === inside;
    return hasTunnelKey(local, connection, number);
}
function isEndOf(part, localGateways, connection, number) {
    const linked = localGateways.map((local) => isLinked(part, 'local_network_gateway_id', local, 'id'));
    if (linked.includes(true))
        return true;
    // Only where some local gateway is told apart by its id does "not this one" say anything.
    if (linked.length > 0 && linked.every((answer) => answer === false))
        return false;
    return hasTunnelKey(part, connection, number);
}
function hasTunnelKey(part, connection, number) {
    return part.module === connection.module && part.index === `${connectionName(connection)}-tunnel${number}`;
}
/** AWS's end inside the tunnel: as reported, else the first host of the /30. */
function insideAddress(connection, number) {
    const reported = relations_textOf(connection, `tunnel${number}_vgw_inside_address`);
    if (reported !== undefined && reported !== '')
        return reported;
    const cidr = relations_textOf(connection, `tunnel${number}_inside_cidr`);
    const match = cidr === undefined ? null : /^(\d+\.\d+\.\d+)\.(\d+)\/30$/.exec(cidr);
    return match === null ? undefined : `${match[1]}.${Number(match[2]) + 1}`;
}
/** Short names where they are unique; where two links share them, with what tells them apart before them. */
function withUniqueNames(tunnels) {
    const count = new Map();
    for (const { name } of tunnels)
        count.set(name, (count.get(name) ?? 0) + 1);
    return tunnels.map((tunnel) => {
        if (count.get(tunnel.name) === 1)
            return tunnel;
        const owner = tunnel.connection ?? tunnel.azureConnections[0];
        const suffix = tunnel.number === null ? '' : `-tunnel${tunnel.number}`;
        return { ...tunnel, name: `${owner?.address ?? tunnel.name}${suffix}` };
    });
}

;// CONCATENATED MODULE: ./lib/terraform/risk/link/subject.js







/**
 * The four tunnels and what a plan does to them. All changes of a plan count as happening at once: Terraform works on
 * ten resources in parallel, and nothing in a plan makes it wait for a tunnel to come back before it takes the next.
 */
class LinkSubject {
    #parts = [];
    #routes = new RemoteRoutes();
    #judged;
    visit(row) {
        this.#routes.visit(row);
        // A leftover object is no part of the running link; a rule of its own speaks of it.
        if (row.deposed)
            return;
        const part = readPart(row);
        if (part !== null)
            this.#parts.push(part);
    }
    effect() {
        const { states, redundancy, hasParts } = this.#judge();
        return hasParts ? { tunnels: states, redundancy } : null;
    }
    risks() {
        const { states, redundancy, undecided } = this.#judge();
        const found = [...this.#routes.risks()];
        const withEffect = (...effects) => states.filter((state) => effects.includes(state.effect));
        const down = withEffect('interrupt', 'destroy');
        if (down.length > 0)
            found.push(this.#risk(ruleFor(down, states, redundancy), down));
        if (undecided.length > 0)
            found.push(riskOf(LINK_RULES.unknown, undecided));
        const updated = withEffect('update');
        if (updated.length > 0)
            found.push(this.#risk(LINK_RULES.updated, updated));
        const created = withEffect('create');
        if (created.length > 0)
            found.push(this.#risk(LINK_RULES.created, created));
        return found;
    }
    #risk(rule, states) {
        const because = new Set(states.flatMap((state) => state.because));
        // One row often reaches several tunnels; the parts are in plan order.
        const addresses = this.#parts.map((part) => part.address).filter((address) => because.has(address));
        return riskOf(rule, addresses, { tunnels: states.map((state) => state.name).join(', ') });
    }
    #judge() {
        this.#judged ??= judge(this.#parts, this.#routes.allRemoved());
        return this.#judged;
    }
}
function ruleFor(down, states, redundancy) {
    const existing = states.filter((state) => state.effect !== 'create');
    if (down.length === existing.length) {
        return down.every((state) => state.effect === 'destroy') ? LINK_RULES.destroyed : LINK_RULES.cut;
    }
    return redundancy === 'kept' ? LINK_RULES.interrupted : LINK_RULES.lost;
}
function judge(parts, routesGone) {
    const { tunnels, unmatched } = findTunnels(parts);
    const reach = new Reach(parts, tunnels);
    const hits = new Map(tunnels.map((tunnel) => [tunnel, []]));
    const undecided = [];
    let related = tunnels.length > 0;
    for (const part of parts) {
        if (isUntouched(part))
            continue;
        const reached = unmatched.includes(part) ? null : reach.of(part);
        if (reached === null) {
            if (part.impact === 'create' || isHarmless(part))
                continue;
            related = true;
            undecided.push(part.address);
            continue;
        }
        for (const tunnel of reached)
            hits.get(tunnel)?.push({ address: part.address, impact: impactOn(part, tunnel) });
        const open = reached.some((tunnel) => tunnel.running && impactOn(part, tunnel) === 'unknown');
        if (open)
            undecided.push(part.address);
    }
    const states = tunnels.map((tunnel) => stateOf(tunnel, hits.get(tunnel) ?? []));
    const redundancy = redundancyOf(tunnels, states, undecided.length > 0, routesGone);
    return { tunnels, states, undecided, redundancy, hasParts: related };
}
function isUntouched(part) {
    return part.impact === 'none' && part.tunnels === null;
}
function isHarmless(part) {
    return part.impact === 'update' && part.tunnels === null;
}
function impactOn(part, tunnel) {
    const own = part.tunnels === null || tunnel.number === null ? 'none' : part.tunnels[tunnel.number];
    return graver(part.impact, own);
}
/** The effect on one tunnel, with the rows that have this very effect. */
function stateOf(tunnel, hits) {
    if (!tunnel.running) {
        const making = hits.filter((hit) => hit.impact === 'create');
        return { name: tunnel.name, effect: 'create', because: making.map((hit) => hit.address) };
    }
    // What is made anew for a running tunnel, or changed in a way that is not known, is shown as an update; that the
    // effect is not known is said by the redundancy and by a rule.
    const effects = hits.map(({ address, impact }) => ({ address, effect: effectOf(impact) }));
    const worst = hits.reduce((impact, hit) => graver(impact, effectOf(hit.impact)), 'none');
    const effect = effectOf(worst);
    const because = effects.filter((hit) => hit.effect === effect && effect !== 'none');
    return { name: tunnel.name, effect, because: because.map((hit) => hit.address) };
}
function effectOf(impact) {
    return impact === 'create' || impact === 'unknown' ? 'update' : impact;
}
function redundancyOf(tunnels, states, undecided, routesGone) {
    if (tunnels.length === 0)
        return 'unknown';
    const running = tunnels.flatMap((tunnel, index) => {
        const state = states[index];
        return tunnel.running && state !== undefined ? [{ tunnel, state }] : [];
    });
    if (running.length === 0)
        return undecided ? 'unknown' : 'kept';
    const left = running.filter(({ state }) => state.effect !== 'interrupt' && state.effect !== 'destroy');
    if (left.length === 0 || routesGone)
        return 'none';
    const domains = new Set(left.map(({ tunnel }) => tunnel.domain));
    if (undecided || domains.has(null))
        return 'unknown';
    return domains.size > 1 ? 'kept' : 'lost';
}

;// CONCATENATED MODULE: ./lib/terraform/risk/node-pools.js



/** Names of the tag or label by which a machine may say its pool. */
const POOL_TAGS = ['pool', 'node-pool', 'node_pool', 'nodepool', 'eks-hybrid-actions/pool'];
/**
 * How many nodes of each pool go down. Terraform changes ten machines at a time and drains none, so those of one plan
 * count as going down at once, also where the new one is made first: its old one leaves without a drain all the same.
 */
class NodePools {
    #pools = new Map();
    visit(row) {
        if (row.deposed || row.before === null)
            return;
        if (MACHINES.includes(row.type))
            this.#machine(row);
        else if (SCALE_SETS.includes(row.type))
            this.#scaleSet(row);
    }
    risks() {
        return [...this.#pools.values()].flatMap((pool) => {
            const affected = [...pool.down.values()].reduce((sum, count) => sum + count, 0);
            if (affected === 0)
                return [];
            const what = [...pool.down].map(([why, count]) => `${count} ${why}`).join(', ');
            const rule = affected >= pool.total ? 'all' : affected * 2 > pool.total ? 'most' : 'some';
            return [
                riskOf(POOL_RULES[rule], pool.addresses, { pool: pool.name, total: pool.total, affected, what }),
            ];
        });
    }
    #machine(row) {
        const pool = this.#pool(row, poolName(row));
        pool.total += 1;
        const why = whyDown(row);
        if (why !== null)
            note(pool, why, 1, row.address);
    }
    #scaleSet(row) {
        const pool = this.#pool(row, row.address);
        const [running] = valuesAt(row.before, 'instances');
        const count = typeof running === 'number' ? running : 0;
        pool.total += count;
        if (row.kind === 'delete')
            return note(pool, 'destroyed', count, row.address);
        if (row.kind === 'replace')
            return note(pool, 'made anew', count, row.address);
        if (row.kind !== 'update')
            return;
        const [planned] = valuesAt(row.after, 'instances');
        const removed = typeof planned === 'number' ? Math.max(0, count - planned) : 0;
        if (removed > 0)
            note(pool, 'removed', removed, row.address);
        const batch = Math.min(count - removed, Math.ceil((count * batchShare(row)) / 100));
        if (batch > 0)
            note(pool, 'rolled over at a time', batch, row.address);
    }
    #pool(row, name) {
        const key = `${row.module} ${row.type} ${row.name} ${name}`;
        const known = this.#pools.get(key);
        if (known !== undefined)
            return known;
        const made = { name, total: 0, down: new Map(), addresses: [] };
        this.#pools.set(key, made);
        return made;
    }
}
/**
 * The pool of a machine: what a tag says, else its key without the number at the end (`general-0`), else its resource
 * block. Keys that have no number in common are names of machines, not of pools.
 */
function poolName(row) {
    const tags = valuesAt(row.before, 'tags')[0];
    if (typeof tags === 'object' && tags !== null) {
        for (const tag of POOL_TAGS) {
            const value = Object.entries(tags).find(([key]) => key.toLowerCase() === tag)?.[1];
            // A tag is shown in the comment: anything that does not look like a name is passed over.
            if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(value))
                return value;
        }
    }
    const numbered = typeof row.index === 'string' ? /^(.+?)[-_./:]?\d+$/.exec(row.index) : null;
    return numbered?.[1] ?? row.name;
}
function whyDown(row) {
    if (row.kind === 'delete')
        return 'destroyed';
    if (row.kind === 'replace')
        return 'made anew';
    if (row.kind !== 'update')
        return null;
    return RESTARTING.some((argument) => hasChanged(row, argument)) ? 'restarted' : null;
}
/** Percent of a scale set that its own upgrade takes down at a time; 0 when the nodes stay as they are. */
function batchShare(row) {
    if (!MODEL_ARGUMENTS.some((argument) => hasChanged(row, argument)))
        return 0;
    const mode = row.after?.['upgrade_mode'];
    if (isUnknown(row, 'upgrade_mode') || mode === 'Automatic')
        return 100;
    if (mode !== 'Rolling')
        return 0;
    const [share] = valuesAt(row.after, 'rolling_upgrade_policy.max_batch_instance_percent');
    return typeof share === 'number' ? share : 20;
}
function note(pool, why, count, address) {
    pool.down.set(why, (pool.down.get(why) ?? 0) + count);
    if (!pool.addresses.includes(address))
        pool.addresses.push(address);
}

;// CONCATENATED MODULE: ./lib/terraform/risk/ports/flows.js
/**
 * What a list of rules does to a flow: the first that covers it decides. A rule before it that says the opposite and
 * matches only a part of the flow, or of which that cannot be told (a service tag against a range), leaves it undecided.
 * With no rule at all the flow is stopped.
 */
function decide(rules, flow) {
    const partial = [];
    let decision = { verdict: 'deny', rule: null };
    for (const rule of rules) {
        const relation = relate(rule, flow);
        if (relation === 'overlaps')
            partial.push(rule);
        if (relation !== 'covers')
            continue;
        decision = { verdict: rule.allow ? 'allow' : 'deny', rule };
        break;
    }
    const allowed = decision.verdict === 'allow';
    const doubt = partial.find((rule) => rule.allow !== allowed || !rule.known);
    return doubt === undefined ? decision : { verdict: 'unknown', rule: doubt };
}
/** Rules in the order in which they are tried. */
function inOrder(rules) {
    return [...rules].sort((left, right) => left.priority - right.priority);
}
/** Whether a rule is about this port at all. */
function isAbout(rule, protocol, port) {
    return ((rule.protocol === '*' || rule.protocol === protocol) && rule.ports.some((ports) => hasPort(ports, port)));
}
/** Whether two rules of one row are the same in everything. */
function isSameRule(left, right) {
    return (left.address === right.address &&
        left.direction === right.direction &&
        left.allow === right.allow &&
        left.priority === right.priority &&
        left.protocol === right.protocol &&
        left.known === right.known &&
        isSameList(left.ports, right.ports) &&
        isSameList(left.sources, right.sources) &&
        isSameList(left.destinations, right.destinations));
}
function isSameList(left, right) {
    return left.length === right.length && left.every((item, index) => item === right[index]);
}
function relate(rule, flow) {
    if (rule.direction !== flow.direction)
        return 'apart';
    if (!rule.known)
        return 'overlaps';
    if (!isAbout(rule, flow.protocol, flow.port))
        return 'apart';
    const source = relateEnds(rule.sources, flow.source);
    const destination = relateEnds(rule.destinations, flow.destination);
    if (source === 'apart' || destination === 'apart')
        return 'apart';
    return source === 'covers' && destination === 'covers' ? 'covers' : 'overlaps';
}
function hasPort(ports, port) {
    if (ports === '*')
        return true;
    const range = PORTS.get(ports) ?? remember(PORTS, ports, parsePorts(ports));
    return port >= range.first && port <= range.last;
}
const PORTS = new Map();
/** No port is in what cannot be read. */
function parsePorts(ports) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(ports);
    return match === null
        ? { first: 1, last: 0 }
        : { first: Number(match[1]), last: Number(match[2] ?? match[1]) };
}
function relateEnds(ends, flowEnd) {
    let relation = 'apart';
    for (const end of ends) {
        const found = relateEnd(end, flowEnd);
        if (found === 'covers')
            return found;
        if (found === 'overlaps')
            relation = found;
    }
    return relation;
}
function relateEnd(end, flowEnd) {
    if (end === '*' || end === flowEnd)
        return 'covers';
    const [range, flowRange] = [readRange(end), readRange(flowEnd)];
    if (range !== null && flowRange !== null) {
        if (contains(range, flowRange))
            return 'covers';
        return contains(flowRange, range) ? 'overlaps' : 'apart';
    }
    if (flowEnd === '*')
        return 'overlaps';
    if (end.includes(':/') || flowEnd.includes(':/'))
        return 'apart';
    if (end === 'internet' && flowRange !== null)
        return isPrivate(flowRange) ? 'apart' : 'overlaps';
    if (flowEnd === 'internet' && range !== null)
        return isPrivate(range) ? 'apart' : 'overlaps';
    // Two different tags are apart; a tag (or group) and a range may or may not have hosts in common.
    return range === null && flowRange === null ? 'apart' : 'overlaps';
}
/** The same few ends are compared over and over. */
const RANGES = new Map();
const MOST_RANGES = 10_000;
function readRange(text) {
    const known = RANGES.get(text);
    return known === undefined ? remember(RANGES, text, parseRange(text)) : known;
}
function remember(known, text, parsed) {
    if (known.size >= MOST_RANGES)
        known.clear();
    known.set(text, parsed);
    return parsed;
}
function parseRange(text) {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
    if (match === null)
        return null;
    const address = match.slice(1, 5).reduce((sum, part) => sum * 256 + Number(part), 0);
    const size = 2 ** (32 - Number(match[5] ?? 32));
    const first = Math.floor(address / size) * size;
    return { first, last: first + size - 1 };
}
function contains(outer, inner) {
    return outer.first <= inner.first && outer.last >= inner.last;
}
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'].map(readRange);
function isPrivate(range) {
    return PRIVATE.some((known) => known !== null && contains(known, range));
}

;// CONCATENATED MODULE: ./lib/terraform/risk/ports/read.js




/** Types whose rows hold rules of a security group. */
const PORT_TYPES = new Set([
    'azurerm_network_security_group',
    'azurerm_network_security_rule',
    'aws_security_group',
    'aws_security_group_rule',
    'aws_vpc_security_group_ingress_rule',
    'aws_vpc_security_group_egress_rule',
]);
/** Reads the running (`before`) or planned (`after`) rules of a row; null when the object is not there on that side. */
function readSide(row, side) {
    const values = side === 'before' ? row.before : row.after;
    if (values === null)
        return null;
    const unknown = (path) => side === 'after' && isUnknown(row, path);
    switch (row.type) {
        case 'azurerm_network_security_group':
            return {
                group: azureGroup(values, 'name'),
                rules: read_inline(row, values, 'security_rule', unknown, azureRule),
            };
        case 'azurerm_network_security_rule': {
            const known = !AZURE_ARGUMENTS.some(unknown);
            return {
                group: azureGroup(values, 'network_security_group_name'),
                rules: [azureRule(row, values, known)].filter((rule) => rule !== null),
            };
        }
        case 'aws_security_group':
            return {
                group: read_text(values['id']),
                rules: [
                    ...read_inline(row, values, 'ingress', unknown, (from, item, known) => awsRule(from, item, known, 'in')),
                    ...read_inline(row, values, 'egress', unknown, (from, item, known) => awsRule(from, item, known, 'out')),
                ],
            };
        default: {
            const known = !AWS_ARGUMENTS.some(unknown);
            const out = row.type === 'aws_vpc_security_group_egress_rule' || values['type'] === 'egress';
            return {
                group: read_text(values['security_group_id']),
                rules: [awsRule(row, values, known, out ? 'out' : 'in')].filter((rule) => rule !== null),
            };
        }
    }
}
const AZURE_ARGUMENTS = [
    'access',
    'direction',
    'priority',
    'protocol',
    'destination_port_range',
    'destination_port_ranges',
    'source_address_prefix',
    'source_address_prefixes',
    'destination_address_prefix',
    'destination_address_prefixes',
];
const AWS_ARGUMENTS = [
    'type',
    'from_port',
    'to_port',
    'protocol',
    'ip_protocol',
    'cidr_blocks',
    'ipv6_cidr_blocks',
    'cidr_ipv4',
    'cidr_ipv6',
    'source_security_group_id',
    'referenced_security_group_id',
];
/** The rules written inside a group; a list that is not known yet is one rule that may be anything. */
function read_inline(row, values, argument, unknown, read) {
    const known = !unknown(argument);
    const rules = [];
    let isEmpty = true;
    for (const item of valuesAt(values[argument], '')) {
        if (!(0,plan_json/* isObject */.Gv)(item))
            continue;
        isEmpty = false;
        keep(rules, read(row, item, known));
    }
    if (isEmpty && !known)
        keep(rules, read(row, {}, false));
    return rules;
}
function keep(rules, rule) {
    if (rule !== null)
        rules.push(rule);
}
const WATCHED = [
    ...NEEDED_PORTS.flatMap(({ port, protocols }) => protocols.map((protocol) => ({ port, protocol }))),
    ...GUARDED_PORTS,
];
/**
 * A rule about other ports decides nothing that is asked, and large groups consist of such rules. What is known only
 * after apply may turn out to be about any port.
 */
function isWatched(rule) {
    return !rule.known || WATCHED.some(({ port, protocol }) => isAbout(rule, protocol, port));
}
function isWatchedRange(protocol, from, to) {
    for (const watched of WATCHED) {
        if (from <= watched.port && watched.port <= to && (protocol === '*' || protocol === watched.protocol)) {
            return true;
        }
    }
    return false;
}
function azureGroup(values, nameOf) {
    const [name, resourceGroup] = [read_text(values[nameOf]), read_text(values['resource_group_name'])];
    return name === null || resourceGroup === null ? null : `${resourceGroup}/${name}`.toLowerCase();
}
function azureRule(row, values, known) {
    const ends = (side) => [
        ...textsAt(values, `${side}_address_prefix`),
        ...textsAt(values, `${side}_address_prefixes`),
        ...textsAt(values, `${side}_application_security_group_ids`),
    ];
    const rule = {
        address: row.address,
        direction: read_text(values['direction'])?.toLowerCase() === 'outbound' ? 'out' : 'in',
        allow: read_text(values['access'])?.toLowerCase() !== 'deny',
        priority: typeof values['priority'] === 'number' ? values['priority'] : 0,
        protocol: (read_text(values['protocol']) ?? '*').toLowerCase(),
        ports: [...textsAt(values, 'destination_port_range'), ...textsAt(values, 'destination_port_ranges')],
        sources: ends('source').map(normalised),
        destinations: ends('destination').map(normalised),
        known,
    };
    return isWatched(rule) ? rule : null;
}
/**
 * An inline block, `aws_security_group_rule` and `aws_vpc_security_group_*_rule` name the same things differently. Null
 * when the rule is not watched; of a large plan most are, so that this is seen before anything is built.
 */
function awsRule(row, values, known, direction) {
    const named = read_text(values['ip_protocol']) ?? read_text(values['protocol']) ?? '-1';
    const protocol = everyProtocol(named);
    const [from, to] = [values['from_port'], values['to_port']];
    const everyPort = named === '-1' || named === 'all' || typeof from !== 'number' || typeof to !== 'number';
    if (known && !everyPort && !isWatchedRange(protocol, from, to))
        return null;
    const ends = [];
    for (const name of PEERS)
        for (const end of textsAt(values[name], ''))
            ends.push(normalised(end));
    if (values['self'] === true)
        ends.push('self');
    return {
        address: row.address,
        direction,
        allow: true,
        priority: 0,
        protocol,
        ports: everyPort ? EVERYTHING : [`${from}-${to}`],
        sources: direction === 'in' ? ends : EVERYTHING,
        destinations: direction === 'in' ? EVERYTHING : ends,
        known,
    };
}
const EVERYTHING = ['*'];
const PEERS = [
    'cidr_blocks',
    'ipv6_cidr_blocks',
    'cidr_ipv4',
    'cidr_ipv6',
    'prefix_list_ids',
    'prefix_list_id',
    'security_groups',
    'source_security_group_id',
    'referenced_security_group_id',
];
/** AWS also takes protocols by number. */
function everyProtocol(protocol) {
    const lower = protocol.toLowerCase();
    return Object.hasOwn(NUMBERED, lower) ? (NUMBERED[lower] ?? lower) : lower;
}
const NUMBERED = {
    '-1': '*',
    all: '*',
    '6': 'tcp',
    '17': 'udp',
    '1': 'icmp',
};
function normalised(end) {
    const lower = end.toLowerCase();
    return lower === '0.0.0.0/0' || lower === 'any' ? '*' : lower;
}
function read_text(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}

;// CONCATENATED MODULE: ./lib/terraform/risk/ports/subject.js




/** More pairs of ends than this in one rule are not compared one by one; the answer is then "may be". */
const MOST_FLOWS = 2_000;
/** The rules that Azure has below all of one's own (65000 and more), in each network security group. */
const AZURE_DEFAULTS = [
    defaultRule('in', true, 65_000, 'virtualnetwork', 'virtualnetwork'),
    defaultRule('in', true, 65_001, 'azureloadbalancer', '*'),
    defaultRule('in', false, 65_500, '*', '*'),
    defaultRule('out', true, 65_000, 'virtualnetwork', 'virtualnetwork'),
    defaultRule('out', true, 65_001, '*', 'internet'),
    defaultRule('out', false, 65_500, '*', '*'),
];
/**
 * Compares the rules of each security group before and after the apply: traffic on a port the cluster needs that passes
 * today and will not, and traffic from the internet that will pass and does not today. Rules that move from one row to
 * another, or are split and joined, count by what they let pass.
 */
class PortSubject {
    #groups = new Map();
    #found = new Map();
    #uncertain = new Map();
    visit(row) {
        if (!PORT_TYPES.has(row.type) || row.deposed)
            return;
        const before = readSide(row, 'before');
        // What Terraform only lets go of stays as it is.
        const after = row.kind === 'forget' ? before : readSide(row, 'after');
        // A group whose id is not known yet is a new one, or this row's own group made anew.
        const key = before?.group ?? after?.group ?? `new ${row.address}`;
        const group = this.#group(key, row.type.startsWith('azurerm_'));
        group.before.push(...(before?.rules ?? []));
        const moved = after?.group !== null && after?.group !== undefined && after.group !== key;
        const target = moved ? this.#group(after.group, row.type.startsWith('azurerm_')) : group;
        target.after.push(...sharing(after?.rules ?? [], before?.rules ?? []));
        if (row.kind !== 'no-op')
            for (const changed of [group, target])
                changed.changed.add(row.address);
        if (row.kind === 'delete' && isGroup(row.type))
            group.destroyed = true;
    }
    risks() {
        for (const group of this.#groups.values()) {
            if (group.changed.size > 0 && !group.destroyed)
                this.#compare(group);
        }
        const found = [...this.#found].map(([rule, addresses]) => riskOf(rule, addresses));
        if (this.#uncertain.size === 0)
            return found;
        const ports = [...this.#uncertain.keys()].join(', ');
        return [...found, riskOf(PORT_MAYBE_CUT, [...this.#uncertain.values()].flat(), { ports })];
    }
    #group(key, azure) {
        const known = this.#groups.get(key);
        if (known !== undefined)
            return known;
        const made = { azure, before: [], after: [], changed: new Set(), destroyed: false };
        this.#groups.set(key, made);
        return made;
    }
    #compare(group) {
        const defaults = group.azure ? AZURE_DEFAULTS : [];
        const before = inOrder([...group.before, ...defaults]);
        const after = inOrder([...group.after, ...defaults]);
        const kept = keptRules(after);
        for (const needed of NEEDED_PORTS)
            this.#compareNeeded(group, needed, before, after, kept);
        for (const opened of group.after) {
            if (!opened.allow || opened.direction !== 'in' || !opened.sources.some(isOutside))
                continue;
            if (!group.changed.has(opened.address))
                continue;
            for (const { port, protocol, rule } of GUARDED_PORTS) {
                const flows = isAbout(opened, protocol, port) ? (flowsOf(opened, protocol, port) ?? []) : [];
                const exposed = flows.some((flow) => isNewlyOpen(flow, before, after));
                if (exposed)
                    this.#note(rule, [opened.address]);
            }
        }
    }
    #compareNeeded(group, needed, before, after, kept) {
        for (const protocol of needed.protocols) {
            for (const allowing of group.before) {
                if (!allowing.allow || !isAbout(allowing, protocol, needed.port))
                    continue;
                const flows = flowsOf(allowing, protocol, needed.port);
                if (flows === null) {
                    this.#doubt(needed.port, [...group.changed]);
                    continue;
                }
                if (kept.has(allowing))
                    continue;
                for (const flow of flows) {
                    if (decide(before, flow).verdict !== 'allow')
                        continue;
                    const then = decide(after, flow);
                    const rows = involved(group, allowing, then);
                    if (then.verdict === 'deny')
                        this.#note(needed.rule, rows);
                    if (then.verdict === 'unknown' && rows.length > 0)
                        this.#doubt(needed.port, rows);
                }
            }
        }
    }
    #note(rule, addresses) {
        const listed = this.#found.get(rule);
        if (listed === undefined)
            this.#found.set(rule, [...addresses]);
        else
            for (const address of addresses)
                if (!listed.includes(address))
                    listed.push(address);
    }
    #doubt(port, addresses) {
        const listed = this.#uncertain.get(port);
        if (listed === undefined)
            this.#uncertain.set(port, [...addresses]);
        else
            for (const address of addresses)
                if (!listed.includes(address))
                    listed.push(address);
    }
}
/** The rows to name: the one that let the traffic pass and the one that decides now, as far as they change. */
function involved(group, allowing, then) {
    const rows = [allowing.address, then.rule?.address].filter((address) => address !== undefined && group.changed.has(address));
    return rows.length > 0 ? rows : [...group.changed];
}
/**
 * Rules after the apply whose traffic passes for certain, whatever else there is: where nothing is denied and all is
 * known. Of a large group hardly any rule changes, and only those then have to be compared with all others.
 */
function keptRules(after) {
    return new Set(after.every((rule) => rule.allow && rule.known) ? after : []);
}
/** The planned rules, those that stay as they are as the objects that `before` has: most are, so that memory halves. */
function sharing(after, before) {
    return after.map((rule, index) => {
        const earlier = before[index];
        return earlier !== undefined && isSameRule(earlier, rule) ? earlier : rule;
    });
}
/** The flows of a rule that is about this port; null when there are too many. */
function flowsOf(rule, protocol, port) {
    if (rule.sources.length * rule.destinations.length > MOST_FLOWS)
        return null;
    return rule.sources.flatMap((source) => rule.destinations.map((destination) => ({
        direction: rule.direction,
        protocol,
        port,
        source,
        destination,
    })));
}
function isNewlyOpen(flow, before, after) {
    if (!isOutside(flow.source))
        return false;
    // Traffic of the internet alone: a rule above that stops only the internet closes an "everyone" below it.
    const outside = { ...flow, source: flow.source === '*' ? 'internet' : flow.source };
    return decide(after, outside).verdict === 'allow' && decide(before, outside).verdict !== 'allow';
}
function isOutside(source) {
    return source === '*' || source === 'internet' || source === '::/0';
}
function isGroup(type) {
    return type === 'azurerm_network_security_group' || type === 'aws_security_group';
}
function defaultRule(direction, allow, priority, source, destination) {
    const ends = { sources: [source], destinations: [destination] };
    return { address: '', direction, allow, priority, protocol: '*', ports: ['*'], ...ends, known: true };
}

;// CONCATENATED MODULE: ./lib/terraform/risk/row-rules.js

/** Applies the rules that look at one row alone. Rows of one rule become one risk. */
class RowRules {
    #rules;
    #byType = new Map();
    #found = new Map();
    constructor(rules) {
        this.#rules = rules;
        for (const rule of rules) {
            for (const type of rule.types) {
                const listed = this.#byType.get(type);
                if (listed === undefined)
                    this.#byType.set(type, [rule]);
                else
                    listed.push(rule);
            }
        }
    }
    visit(row) {
        if (row.kind === 'no-op')
            return;
        for (const rule of this.#byType.get(row.type) ?? []) {
            if (!rule.when(row))
                continue;
            const addresses = this.#found.get(rule);
            if (addresses === undefined)
                this.#found.set(rule, [row.address]);
            else
                addresses.push(row.address);
        }
    }
    risks() {
        return this.#rules.flatMap((rule) => {
            const addresses = this.#found.get(rule);
            return addresses === undefined ? [] : [riskOf(rule, addresses)];
        });
    }
}

;// CONCATENATED MODULE: ./lib/terraform/risk/assessor.js









/**
 * Reads a plan as what it does to this architecture. Takes every row of `resource_changes`, one at a time and in plan
 * order, those without a change included: they tell which tunnels run and how many nodes a pool has. Rows of drift and
 * deferred changes are not for it. It keeps facts of the rows its rules need, not the rows.
 */
class RiskAssessor {
    #link = new LinkSubject();
    #subjects = [
        this.#link,
        new PortSubject(),
        new NodePools(),
        new RowRules(ROW_RULES),
        new GeneralSubject(),
    ];
    /** @throws EHA1209 when the row has an action list that is not documented. */
    visit(json) {
        if (json.mode === 'data')
            return;
        const row = readRow(json);
        for (const subject of this.#subjects)
            subject.visit(row);
    }
    /** What was found; to be called after the last row. */
    result() {
        const risks = this.#subjects
            .flatMap((subject) => subject.risks())
            .sort((left, right) => compareLevels(right.level, left.level));
        return { risks, worst: risks[0]?.level ?? null, link: this.#link.effect() };
    }
}

;// CONCATENATED MODULE: ./lib/terraform/plan-reading.js



/**
 * Reads a plan once for all that want to see it. The secrets of the plan are added to `secrets`, also when the reading
 * fails half-way.
 * @param visit sees every part besides, in the order of the file
 * @throws EHA1208, EHA1209 and EHA1212 as `streamPlan`
 */
async function readPlan(file, secrets, digest = null, visit) {
    const builder = new PlanModelBuilder();
    const risks = new RiskAssessor();
    const isUsable = () => digest?.covers === 'all' || secrets.isEmpty;
    let model;
    await visitPlan(file, (part) => {
        collectSecrets(part, secrets);
        visit?.(part);
        if (digest !== null && isUsable())
            digest.visit(part.section, part.value, plan_reading_textOf(part));
        if (part.section === 'resource_changes')
            risks.visit(part.value);
        if (part.section === 'rest')
            model = builder.finish(part.value);
        else
            builder.add(part);
    });
    if (model === undefined)
        throw new Error('The stream of a plan ended without its last part.');
    return { model, assessment: risks.result(), digest: isUsable() ? digest : null };
}
/** Reads a plan only for what it marks as sensitive. */
async function readSecrets(file, secrets) {
    await visitPlan(file, (part) => collectSecrets(part, secrets));
}
/** Reads a plan only for its fingerprint, when that depends on what a first reading found. */
async function readFingerprint(file, fingerprint) {
    await visitPlan(file, (part) => fingerprint.visit(part.section, part.value, plan_reading_textOf(part)));
}
function plan_reading_textOf(part) {
    return part.section === 'resource_changes' ? part.text : undefined;
}
function collectSecrets(part, secrets) {
    switch (part.section) {
        case 'resource_changes':
        case 'resource_drift':
            return secrets.addChange(part.value.change);
        case 'deferred_changes':
            return secrets.addChange(part.value.resource_change.change);
        case 'values':
            return secrets.addSensitiveValues({ resources: [part.value] });
        case 'rest':
            return secrets.addPlan(part.value);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./lib/terraform/own-lock.js





const STATE = 'terraform-lock-intent';
const own_lock_ENVIRONMENT = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', NO_COLOR: '1', CHECKPOINT_DISABLE: '1' };
/** An address that no state has: the probe names it so that it finds nothing to do. */
const NO_SUCH_ADDRESS = 'terraform_data.eks_hybrid_actions_lock_probe';
const LOCK_ID = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/;
/**
 * To be called before a Terraform command that locks the state: if this process is killed meanwhile, `post` knows that
 * a lock may have been left, where, and since when.
 */
function rememberLockIntent(deps, intent) {
    deps.state.set(STATE, JSON.stringify({ directory: intent.directory, startedAt: intent.startedAt }));
}
/** To be called when the command has ended by itself: then it has released its lock. */
function forgetLockIntent(deps) {
    deps.state.set(STATE, '');
}
/** Who a lock of this machine and user says it is (Terraform's `statemgr.NewLockInfo`). */
function currentOwner(executable) {
    let who = null;
    try {
        who = `${userInfo().username}@${hostname()}`;
    }
    catch {
        // A user without an entry in the password file; Terraform's own name for it is not certain.
    }
    return { who, isTerraformRunning: () => isTerraformRunning(executable) };
}
/**
 * For the `post` step: removes the state lock that a Terraform of this very job left when it was killed. A lock is this
 * job's when it names this user and machine, was made after the job's Terraform was started, and no Terraform is alive
 * on this machine that could hold it; any other lock is left alone and one line says how to remove it. Never throws for
 * what Terraform does.
 *
 * The probe is `state rm -dry-run` of an address that does not exist: it takes and releases the lock on every backend,
 * changes nothing, needs no provider, and when the lock is held says by whom.
 */
async function removeOwnLock(deps, executable, owner = currentOwner(executable)) {
    const intent = readIntent(deps);
    if (intent === undefined)
        return { outcome: 'nothing', message: null };
    const run = (...args) => runTerraform(deps, executable, intent.directory, args);
    const where = relative(deps.github.workspace, intent.directory) || '.';
    const askedAt = deps.clock.now();
    const probe = await run('state', 'rm', '-dry-run', '-lock-timeout=0s', '-no-color', NO_SUCH_ADDRESS);
    const lock = probe === undefined ? undefined : lockFromText(stripVTControlCharacters(probe.stderr));
    if (lock === undefined)
        return withoutLock(probe, where);
    const doubt = await whyNotOurs(lock, intent, askedAt, owner);
    if (doubt !== undefined)
        return kept(lock, where, doubt);
    const removal = await run('force-unlock', '-force', '-no-color', lock.id ?? '');
    if (removal?.exitCode === 0) {
        return {
            outcome: 'removed',
            message: `Removed the state lock ${lock.id} that this job left in ${where}.`,
        };
    }
    return kept(lock, where, `terraform force-unlock failed with exit code ${removal?.exitCode ?? 'unknown'}`);
}
function readIntent(deps) {
    try {
        const value = JSON.parse(deps.state.get(STATE));
        const { directory, startedAt } = value ?? {};
        return typeof directory === 'string' && typeof startedAt === 'number'
            ? { directory, startedAt }
            : undefined;
    }
    catch {
        return undefined;
    }
}
async function runTerraform(deps, executable, cwd, args) {
    try {
        return await deps.runProcess([executable, ...args], { cwd, env: own_lock_ENVIRONMENT, evenWhenCancelled: true });
    }
    catch {
        return undefined;
    }
}
function withoutLock(probe, where) {
    // That nothing matches, or that there is no state yet, is found out under the lock, which is then released.
    const wasTaken = probe?.exitCode === 0 || /No matching objects found|No state file was found/.test(probe?.stderr ?? '');
    if (wasTaken)
        return { outcome: 'nothing', message: `The Terraform that was cut off in ${where} left no state lock.` };
    const message = `Terraform was cut off in ${where}, and whether it left a state lock could not be found out. If the next run finds the state locked, run \`terraform force-unlock <ID>\` there with the ID it names.`;
    return { outcome: 'unknown', message };
}
/** The reason not to touch a lock, or undefined when it is certainly this job's. */
async function whyNotOurs(lock, intent, askedAt, owner) {
    if (lock.id === null || !LOCK_ID.test(lock.id))
        return 'its ID is not known';
    if (lock.who === null || owner.who === null)
        return 'who holds it is not known';
    if (lock.who !== owner.who)
        return 'it belongs to someone else';
    const created = lock.created === null ? undefined : parseCreated(lock.created);
    if (created === undefined)
        return 'when it was made is not known';
    if (created < intent.startedAt)
        return 'it is older than the Terraform of this job';
    // Terraform's http backend shows the lock that was asked for in place of the one that is held.
    if (created >= askedAt)
        return 'the backend does not say who holds it';
    const running = await owner.isTerraformRunning();
    if (running === undefined)
        return 'whether its Terraform still runs cannot be found out on this system';
    return running ? 'a Terraform that may hold it still runs on this machine' : undefined;
}
/**
 * Go's form of a time, `2026-11-22 15:12:53.437472512 +0000 UTC`, which is always in UTC here; in milliseconds. Cut off
 * to milliseconds, as the clock that it is compared with.
 */
function parseCreated(text) {
    const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))? \+0000 UTC$/.exec(text);
    if (parts === null)
        return undefined;
    const [, day, time, fraction = ''] = parts;
    const milliseconds = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
    return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
function kept(lock, where, why) {
    const recipe = `If its holder is gone, run \`terraform force-unlock ${lock.id ?? '<ID>'}\` in ${where}.`;
    return { outcome: 'kept', message: `${describeStateLock(lock)} It was left alone: ${why}. ${recipe}` };
}

;// CONCATENATED MODULE: ./lib/terraform/state-lock.js
/**
 * Recognises "Error acquiring the state lock" among the diagnostics (Terraform's `statemgr.LockError` and
 * `clistate` messages, the same for every backend) and reads the holder from its text.
 */
function findStateLock(diagnostics) {
    const found = diagnostics.find((entry) => entry.severity === 'error' && entry.summary.startsWith('Error acquiring the state lock'));
    return found === undefined ? undefined : readLock(found.detail);
}
/** The same from what a command wrote for people, in or without the frame that Terraform draws around errors. */
function state_lock_lockFromText(text) {
    const plain = text.replaceAll(/^[╷│╵] ?/gm, '');
    return plain.includes('Error acquiring the state lock') ? readLock(plain) : undefined;
}
function readLock(text) {
    const field = (name) => {
        const value = new RegExp(`^\\s*${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1];
        return value?.trim() ?? null;
    };
    return {
        id: field('ID'),
        path: field('Path'),
        operation: field('Operation'),
        who: field('Who'),
        version: field('Version'),
        created: field('Created'),
    };
}
/** One sentence for the person who waits: the holder, since when, and the ID that force-unlock asks for. */
function state_lock_describeStateLock(lock) {
    const who = lock.who ?? 'an unknown holder';
    const operation = lock.operation?.replace(/^OperationType/, '').toLowerCase() ?? 'an unknown operation';
    return `The state is locked by ${who} (${operation}) since ${lock.created ?? 'an unknown time'}; lock ID ${lock.id ?? 'unknown'}.`;
}

;// CONCATENATED MODULE: ./lib/terraform/state-secrets.js


/** A state is held in memory as a whole here, which only happens when a plan failed before it wrote a file. */
const MOST_BYTES = 200 * 1024 * 1024;
/**
 * Adds what the state marks as sensitive. Takes what `terraform show -json` writes without a plan file (HashiCorp, "JSON
 * Output Format", state representation); an empty state has no `values`.
 * @returns false when that cannot be read as a state, so that its secrets are not known
 */
async function readStateSecrets(file, secrets) {
    const { size } = await (0,promises_.stat)(file);
    if (size > MOST_BYTES)
        return false;
    const state = state_secrets_parse(await (0,promises_.readFile)(file, 'utf8'));
    if (!(0,plan_json/* isObject */.Gv)(state) || typeof state['format_version'] !== 'string')
        return false;
    const values = state['values'];
    if (values !== undefined && !(0,plan_json/* isObject */.Gv)(values))
        return false;
    secrets.addSensitiveValues(values);
    return true;
}
function state_secrets_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/agreement.js


/**
 * Two independent statements about a plan must agree before either is believed: what its JSON holds, and the exit code
 * that `terraform plan -detailed-exitcode` ended with.
 * @param exitCode null for a plan that was made elsewhere, of which there is only the JSON
 * @returns EHA1206 for a file that calls its own plan failed, EHA1210 where the statements disagree
 */
function disagreement(model, exitCode) {
    if (exitCode === null) {
        return model.errored === true
            ? errors/* terraformErrors */.O.EHA1206('The file says of its own plan that it failed (errored is true).')
            : undefined;
    }
    if (model.errored === true) {
        return errors/* terraformErrors */.O.EHA1210(`terraform plan ended with exit code ${exitCode}, but its JSON says that it failed.`);
    }
    const said = exitCode === 2 ? 'changes' : 'no changes';
    const found = isApplyable(model) ? 'changes' : 'no changes';
    if (said === found)
        return undefined;
    return errors/* terraformErrors */.O.EHA1210(`Exit code ${exitCode} of terraform plan means ${said}, but its JSON holds ${found}.`);
}

;// CONCATENATED MODULE: ./lib/terraform/backend-fingerprint.js






/**
 * The settings that say which state a backend holds; how it is reached (credentials, roles, proxies, retries) may
 * differ between plan and apply. From the pages of each backend in Terraform's and OpenTofu's documentation.
 */
const IDENTITY = {
    local: ['path', 'workspace_dir'],
    s3: ['bucket', 'key', 'region', 'workspace_key_prefix', 'endpoint', 'endpoints'],
    azurerm: ['storage_account_name', 'container_name', 'key', 'environment', 'endpoint'],
    gcs: ['bucket', 'prefix'],
    remote: ['hostname', 'organization', 'workspaces'],
    cloud: ['hostname', 'organization', 'workspaces'],
    http: ['address'],
    consul: ['address', 'datacenter', 'path'],
    kubernetes: ['secret_suffix', 'namespace', 'host'],
    pg: ['schema_name', 'table_name'],
    cos: ['bucket', 'prefix', 'key', 'region'],
    oss: ['bucket', 'prefix', 'key', 'region', 'endpoint'],
    oci: ['bucket', 'namespace', 'key', 'region', 'workspace_key_prefix'],
};
/** In a backend that is not known, everything whose name does not say that it is a credential. */
const CREDENTIAL = /secret|password|passwd|token|access_key|account_key|conn_str|credential|private|cert|sas/;
/**
 * Which state a stack's backend holds, as `<type>:<32 hexadecimal digits>`, without anything secret: a digest of the
 * settings that tell one state from another, as `terraform init` left them.
 * @param dataDirectory absolute; `.terraform` of the stack unless TF_DATA_DIR says otherwise
 * @throws EHA1203 when init left something that cannot be read
 */
async function readBackendFingerprint(dataDirectory) {
    const file = (0,external_node_path_.join)(dataDirectory, 'terraform.tfstate');
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        // Without a backend block init writes no such file: the state is a local file of the default name.
        if ((0,plan_json/* isObject */.Gv)(error) && error['code'] === 'ENOENT')
            return backendFingerprint('local', {});
        throw unreadable(file);
    }
    const backend = parseBackend(text);
    if (backend === undefined)
        throw unreadable(file);
    return backendFingerprint(backend.type, backend.config);
}
/** See {@link readBackendFingerprint}. */
function backendFingerprint(type, config) {
    const known = IDENTITY[type];
    const names = known ?? Object.keys(config).filter((name) => !CREDENTIAL.test(name));
    const kept = {};
    for (const name of names) {
        const value = withoutUserInfo(config[name]);
        if (value !== null && value !== undefined && value !== '')
            kept[name] = value;
    }
    return `${type}:${(0,external_node_crypto_.createHash)('sha256').update(canonicalJson(kept)).digest('hex').slice(0, 32)}`;
}
function parseBackend(text) {
    try {
        const value = JSON.parse(text);
        if (!(0,plan_json/* isObject */.Gv)(value))
            return undefined;
        const backend = value['backend'] ?? { type: 'local', config: {} };
        if (!(0,plan_json/* isObject */.Gv)(backend) || typeof backend['type'] !== 'string')
            return undefined;
        const config = backend['config'] ?? {};
        return (0,plan_json/* isObject */.Gv)(config) ? { type: backend['type'], config } : undefined;
    }
    catch {
        return undefined;
    }
}
/** User, password, query and fragment of an address may be credentials. */
function withoutUserInfo(value) {
    if ((0,plan_json/* isObject */.Gv)(value)) {
        return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutUserInfo(entry)]));
    }
    if (typeof value !== 'string' || !URL.canParse(value))
        return value;
    const { protocol, host, pathname } = new URL(value);
    return `${protocol}//${host}${pathname}`;
}
/** The content is not repeated: it may hold credentials. */
function unreadable(file) {
    return errors/* terraformErrors */.O.EHA1203(`${file}, in which terraform init keeps the backend, cannot be read.`);
}

// EXTERNAL MODULE: ./lib/terraform/bundle-errors.js
var bundle_errors = __nccwpck_require__(7259);
;// CONCATENATED MODULE: ./lib/terraform/bundle-key.js


const KEY_BYTES = 32;
const SALT_BYTES = 32;
const SHORTEST_SECRET = 32;
const FEWEST_DIFFERENT_CHARACTERS = 8;
/**
 * OWASP's recommendation for scrypt ("Password Storage Cheat Sheet"): 128 MiB and some 0.4 s. Fixed by the version of
 * the format: were it read from the file, a forged file could ask for any amount of memory.
 */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 };
/**
 * Refuses a secret that could be guessed; the message does not repeat it.
 * @throws EHA1260
 */
function checkSecret(secret) {
    if ([...secret].length < SHORTEST_SECRET) {
        throw bundle_errors/* bundleErrors */.I.EHA1260(`The secret for the plan bundle has ${[...secret].length} characters; it needs at least ${SHORTEST_SECRET}.`);
    }
    if (new Set(secret).size < FEWEST_DIFFERENT_CHARACTERS) {
        throw bundle_errors/* bundleErrors */.I.EHA1260(`The secret for the plan bundle has fewer than ${FEWEST_DIFFERENT_CHARACTERS} different characters.`);
    }
}
/**
 * Makes the keys of a new bundle. Make them before the plan is read: its fingerprint needs one of them.
 * @throws EHA1260 for a weak secret, and what the key service throws
 */
async function createBundleKey(source, provenance) {
    if (source.kind === 'secret') {
        const salt = (0,external_node_crypto_.randomBytes)(SALT_BYTES);
        const root = await stretch(source.secret, salt);
        return bundle_key_expand(root, { kind: 'secret', salt: salt.toString('base64') }, provenance);
    }
    const { plain, wrapped } = await source.service.generate(encryptionContext(provenance));
    const encoded = Buffer.from(wrapped).toString('base64');
    return bundle_key_expand(plain, { kind: 'kms', keyArn: source.service.keyArn, wrapped: encoded }, provenance);
}
/**
 * Finds the keys of a bundle again.
 * @throws EHA1265 when the bundle was sealed in another way or under another KMS key, or the key is not the one
 */
async function bundle_key_recoverBundleKey(source, header, provenance, check) {
    const key = bundle_key_expand(await rootOf(source, header, provenance), header, provenance);
    const given = Buffer.from(check, 'hex');
    const own = Buffer.from(key.check, 'hex');
    if (given.length !== own.length || !timingSafeEqual(given, own)) {
        throw bundleErrors.EHA1265('The key given is not the one the plan bundle was sealed with.');
    }
    return key;
}
async function rootOf(source, header, provenance) {
    if (source.kind === 'secret') {
        if (header.kind === 'secret')
            return stretch(source.secret, Buffer.from(header.salt, 'base64'));
        throw bundleErrors.EHA1265(`The plan bundle was sealed with the KMS key ${header.keyArn}, not with a secret.`);
    }
    if (header.kind === 'secret') {
        throw bundleErrors.EHA1265('The plan bundle was sealed with a secret, not with a KMS key.');
    }
    // The key of the caller counts: a forged header must not choose which key is asked.
    if (header.keyArn !== source.service.keyArn) {
        throw bundleErrors.EHA1265(`The plan bundle was sealed with the KMS key ${header.keyArn}; the key given is ${source.service.keyArn}.`);
    }
    return source.service.unwrap(Buffer.from(header.wrapped, 'base64'), encryptionContext(provenance));
}
async function stretch(secret, salt) {
    checkSecret(secret);
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(secret, salt, KEY_BYTES, SCRYPT, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
}
/** One key for each purpose, and the root is overwritten: nothing else may be derived from it later. */
function bundle_key_expand(root, header, provenance) {
    const derive = (purpose) => new Uint8Array((0,external_node_crypto_.hkdfSync)('sha256', root, '', `eks-hybrid-actions/plan-bundle/v1/${purpose}`, KEY_BYTES));
    const key = {
        header,
        provenance,
        contentKey: derive('content'),
        fingerprintKey: derive('fingerprint'),
        check: Buffer.from(derive('check')).toString('hex'),
    };
    root.fill(0);
    return key;
}
/** The provenance as KMS wants it: texts only. What is not there is left out. */
function encryptionContext(provenance) {
    const context = {};
    for (const [name, value] of Object.entries(provenance)) {
        if (value !== null)
            context[name] = String(value);
    }
    return context;
}

;// CONCATENATED MODULE: ./lib/terraform/bundle-format.js
/** The plan bundle as others see it; the layout of the file is described in docs/architecture/plan-bundle.md. */
/** `EHAB` and the bytes by which PNG notices a transfer as text. */
const bundle_format_MAGIC = Buffer.from('EHAB\r\n\x1a\n', 'latin1');
const bundle_format_FORMAT_VERSION = 1;
/** Bytes of clear text in each chunk but the last, which may hold fewer, even none. */
const bundle_format_CHUNK_BYTES = 64 * 1024;
const bundle_format_TAG_BYTES = 16;
const bundle_format_MOST_HEADER_BYTES = (/* unused pure expression or super */ null && (64 * 1024));
const bundle_format_MOST_MANIFEST_BYTES = 8 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
/** All files of a bundle together. A plan is seldom over 100 MB, a GitHub artifact may have 10 GB. */
const bundle_format_MOST_CONTENT_BYTES = 2 * 1024 ** 3;
/** Name of the plan in a bundle. */
const PLAN_NAME = 'stack.tfplan';
const LOCK_NAME = '.terraform.lock.hcl';

;// CONCATENATED MODULE: ./lib/terraform/bundle-paths.js

const LONGEST_PATH = 4096;
/**
 * Why a path may not stand in a bundle, or undefined when it may: relative to the workspace, with `/`, going down only,
 * and nothing of git, whose folder holds hooks that run and settings with credentials. Checked when sealing and again
 * when opening.
 */
function pathProblem(path) {
    if (path === '' || path.length > LONGEST_PATH)
        return 'is empty or too long';
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u001f\u007f\\]/.test(path))
        return 'holds a control character or a backslash';
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
        return 'is absolute';
    const segments = path.split('/');
    if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
        return 'leaves the workspace or is not in its shortest form';
    }
    // On file systems that ignore case, .GIT is .git.
    if (segments.some((segment) => segment.toLowerCase() === '.git'))
        return "is in git's own folder";
    return undefined;
}
/**
 * What is wrong with the entries of a manifest as a whole, or undefined: exactly one plan, at most one lock file, which
 * is the stack's, each path once, and no file where another entry needs a folder.
 */
function entriesProblem(entries, directory) {
    const ofKind = (kind) => entries.filter((entry) => entry.kind === kind);
    const [plan, ...otherPlans] = ofKind('plan');
    if (plan?.path !== PLAN_NAME || otherPlans.length > 0)
        return 'it does not hold exactly one plan';
    const [lock, ...otherLocks] = ofKind('lock');
    if (otherLocks.length > 0 || (lock !== undefined && lock.path !== lockPath(directory))) {
        return "a lock file in it is not the stack's";
    }
    const files = entries.filter((entry) => entry.kind !== 'plan').map((entry) => entry.path);
    const unique = new Set(files);
    if (unique.size !== files.length)
        return 'a path is in it twice';
    for (const path of files) {
        const problem = pathProblem(path);
        if (problem !== undefined)
            return `the path ${JSON.stringify(path)} ${problem}`;
        const parents = path.split('/').slice(0, -1);
        if (parents.some((_, index) => unique.has(parents.slice(0, index + 1).join('/')))) {
            return `the path ${JSON.stringify(path)} needs a folder where there is a file`;
        }
    }
    return undefined;
}
/** Where the lock file of a stack lies, relative to the workspace. */
function lockPath(directory) {
    return directory === '.' ? LOCK_NAME : `${directory}/${LOCK_NAME}`;
}

;// CONCATENATED MODULE: ./lib/terraform/bundle-files.js







/** Folders that a folder which was declared does not bring along: the first holds credentials, the second init makes. */
const SKIPPED_FOLDERS = new Set(['.git', '.terraform']);
/**
 * Finds the files of a bundle: the plan, the stack's lock file when there is one, and the declared extra paths, folders
 * with all that is in them. A link is taken as the file it leads to.
 * @throws EHA1261 for a path that is not there, leaves the workspace (through a link, too), is neither file nor folder
 * or is a link to a folder; EHA1262 for too many or too much
 */
async function selectFiles(selection) {
    const finder = new FileFinder(selection.workspace, await (0,promises_.realpath)(selection.workspace));
    const stack = (0,external_node_path_.join)(selection.workspace, selection.directory);
    const lock = (0,external_node_path_.join)(selection.workspace, lockPath(selection.directory));
    if ((await (0,promises_.lstat)(lock).catch(() => undefined)) !== undefined)
        await finder.add('lock', lock);
    for (const path of selection.extraPaths) {
        if ((0,external_node_path_.isAbsolute)(path))
            throw refused(path, 'is absolute; it has to be relative to the stack');
        await finder.add('extra', (0,external_node_path_.resolve)(stack, path));
    }
    const plan = await bundle_files_describe('plan', PLAN_NAME, await (0,promises_.realpath)(selection.planFile));
    const files = [plan, ...finder.files.values()];
    const total = files.reduce((sum, { entry }) => sum + entry.size, 0);
    if (total > bundle_format_MOST_CONTENT_BYTES) {
        throw bundle_errors/* bundleErrors */.I.EHA1262(`The files for the plan bundle have ${total} bytes; at most are ${bundle_format_MOST_CONTENT_BYTES}.`);
    }
    const problem = entriesProblem(files.map(({ entry }) => entry), selection.directory);
    if (problem !== undefined)
        throw bundle_errors/* bundleErrors */.I.EHA1261(`The plan bundle cannot be made: ${problem}.`);
    return files;
}
class FileFinder {
    /** By path in the workspace. */
    files = new Map();
    #workspace;
    #realWorkspace;
    constructor(workspace, realWorkspace) {
        this.#workspace = workspace;
        this.#realWorkspace = realWorkspace;
    }
    async add(kind, path) {
        const name = (0,external_node_path_.relative)(this.#workspace, path).replaceAll(external_node_path_.sep, '/');
        if (name === '')
            return this.#addFolder(kind, path);
        const problem = pathProblem(name);
        if (problem !== undefined)
            throw refused(name, problem);
        const real = await (0,promises_.realpath)(path).catch(() => undefined);
        if (real === undefined)
            throw refused(name, 'does not exist');
        const target = (0,external_node_path_.relative)(this.#realWorkspace, real).replaceAll(external_node_path_.sep, '/');
        if (target !== '' && pathProblem(target) !== undefined) {
            throw refused(name, "leads through a symbolic link out of the workspace or into git's folder");
        }
        const info = await (0,promises_.lstat)(path);
        if (info.isDirectory())
            return this.#addFolder(kind, path);
        if (!(await (0,promises_.stat)(real)).isFile())
            throw refused(name, 'is not a file, or is a link to a folder');
        await this.#addFile(kind, name, real);
    }
    async #addFolder(kind, path) {
        for (const name of (await (0,promises_.readdir)(path)).sort()) {
            if (!SKIPPED_FOLDERS.has(name))
                await this.add(kind, (0,external_node_path_.join)(path, name));
        }
    }
    async #addFile(kind, name, real) {
        // Declared folders may overlap, and the lock file comes first.
        if (this.files.has(name))
            return;
        if (this.files.size >= MOST_ENTRIES - 1) {
            throw bundle_errors/* bundleErrors */.I.EHA1262(`The plan bundle would hold more than ${MOST_ENTRIES} files.`);
        }
        this.files.set(name, await bundle_files_describe(kind, name, real));
    }
}
async function bundle_files_describe(kind, path, source) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const { size, mode } = await readSource(source, async (bytes) => void hash.update(bytes));
    const executable = kind !== 'plan' && (mode & 0o111) !== 0;
    return { source, entry: { kind, path, size, sha256: hash.digest('hex'), executable } };
}
/**
 * Gives the content of a regular file piece by piece. Opened without following a link, so that what was checked is
 * what is read.
 */
async function readSource(source, take) {
    const file = await (0,promises_.open)(source, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK).catch((cause) => {
        throw bundle_errors/* bundleErrors */.I.EHA1261(`The file ${source} cannot be read for the plan bundle.`, { cause });
    });
    try {
        const info = await file.stat();
        if (!info.isFile())
            throw refused(source, 'is not a file');
        return { size: await readAll(file, take), mode: info.mode };
    }
    finally {
        await file.close();
    }
}
async function readAll(file, take) {
    const buffer = Buffer.alloc(256 * 1024);
    for (let size = 0;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length);
        if (bytesRead === 0)
            return size;
        size += bytesRead;
        await take(buffer.subarray(0, bytesRead));
    }
}
function refused(path, why) {
    return bundle_errors/* bundleErrors */.I.EHA1261(`The path ${JSON.stringify(path)} cannot go into the plan bundle: it ${why}.`);
}

;// CONCATENATED MODULE: ./lib/terraform/bundle-header.js






/** Magic, two bytes of version, four bytes of header length. */
const PREFIX_BYTES = bundle_format_MAGIC.length + 6;
const bundle_header_text = schemas_string().check(_minLength(1), _maxLength(500));
const bundle_header_count = schemas_int().check(_nonnegative());
const bundle_header_base64 = schemas_string().check(_maxLength(16_384), _regex(/^[A-Za-z0-9+/]+={0,2}$/));
const PROVENANCE = strictObject({
    repositoryId: bundle_header_count,
    repository: bundle_header_text,
    pullRequest: nullable(bundle_header_count),
    headSha: bundle_header_text,
    sha: bundle_header_text,
    runId: bundle_header_count,
    runAttempt: bundle_header_count,
    stack: bundle_header_text,
    directory: bundle_header_text,
    workspace: bundle_header_text,
    backend: bundle_header_text,
});
const HEADER = strictObject({
    provenance: PROVENANCE,
    key: discriminatedUnion('kind', [
        strictObject({ kind: literal('secret'), salt: bundle_header_base64 }),
        strictObject({ kind: literal('kms'), keyArn: bundle_header_text, wrapped: bundle_header_base64 }),
    ]),
    keyCheck: schemas_string().check(_regex(/^[0-9a-f]{64}$/)),
});
/** The open part of a bundle file: magic, version, length, JSON. */
function encodeHeader(header) {
    const checked = schema_validate(HEADER, header);
    if (!checked.valid)
        throw new TypeError(`The header of the bundle is not valid: ${checked.problems.join('; ')}`);
    const json = Buffer.from(canonicalJson(header));
    const prefix = Buffer.alloc(PREFIX_BYTES);
    bundle_format_MAGIC.copy(prefix);
    prefix.writeUInt16BE(bundle_format_FORMAT_VERSION, bundle_format_MAGIC.length);
    prefix.writeUInt32BE(json.length, bundle_format_MAGIC.length + 2);
    const bytes = Buffer.concat([prefix, json]);
    return { bytes, associated: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest() };
}
/**
 * Reads the open part. Nothing in it is proven until the content has been opened with it.
 * @throws EHA1264
 */
async function bundle_header_readHeader(file) {
    const prefix = await readAt(file, 0, PREFIX_BYTES);
    if (prefix?.subarray(0, MAGIC.length).equals(MAGIC) !== true) {
        throw bundleErrors.EHA1264('The file is not a plan bundle.');
    }
    const version = prefix.readUInt16BE(MAGIC.length);
    if (version !== FORMAT_VERSION) {
        throw bundleErrors.EHA1264(`The plan bundle has format version ${version}; known is ${FORMAT_VERSION}.`);
    }
    const length = prefix.readUInt32BE(MAGIC.length + 2);
    const json = length > MOST_HEADER_BYTES ? undefined : await readAt(file, PREFIX_BYTES, length);
    if (json === undefined)
        throw bundleErrors.EHA1264('The header of the plan bundle is cut off.');
    const checked = validate(HEADER, bundle_header_parse(json));
    if (!checked.valid) {
        throw bundleErrors.EHA1264(`The header of the plan bundle is not valid: ${checked.problems.join('; ')}.`);
    }
    const associated = createHash('sha256').update(prefix).update(json).digest();
    return { header: checked.value, associated, bytes: PREFIX_BYTES + length };
}
/**
 * Compares what a bundle says it was made for with what the caller wants, before any key is used, so that the message
 * can name the difference. Members that the caller leaves out are not compared.
 * @throws EHA1266
 */
function bundle_header_checkProvenance(actual, expected) {
    const differences = [];
    for (const name of Object.keys(expected)) {
        if (expected[name] === actual[name])
            continue;
        const show = (value) => JSON.stringify(value ?? null);
        differences.push(`${name} is ${show(actual[name])} in the bundle, expected was ${show(expected[name])}`);
    }
    if (differences.length > 0) {
        throw bundleErrors.EHA1266(`The plan bundle was made for something else: ${differences.join('; ')}.`);
    }
}
async function readAt(file, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, position);
    return bytesRead === length ? buffer : undefined;
}
function bundle_header_parse(json) {
    try {
        return JSON.parse(json.toString('utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/bundle-stream.js



/**
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: each chunk is sealed by itself,
 * under a nonce of its number and whether it is the last. A chunk that is altered, moved, repeated or missing does not
 * open, neither does a stream that was cut. The key is used for one stream only, so the numbers need no random part.
 */
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const MOST_CHUNKS = 2 ** 32;
function nonceOf(index, isLast) {
    if (index >= MOST_CHUNKS)
        throw bundle_errors/* bundleErrors */.I.EHA1262('The plan bundle has too many parts.');
    const nonce = Buffer.alloc(NONCE_BYTES);
    nonce.writeUInt32BE(index, NONCE_BYTES - 5);
    nonce.writeUInt8(isLast ? 1 : 0, NONCE_BYTES - 1);
    return nonce;
}
/** Seals what is written to it into a file, from the file's current position. `close` writes the last chunk. */
class SealingWriter {
    #file;
    #key;
    #associated;
    #chunk = Buffer.alloc(bundle_format_CHUNK_BYTES);
    #filled = 0;
    #index = 0;
    /** @param associated bound to every chunk: who has another one cannot open it */
    constructor(file, key, associated) {
        this.#file = file;
        this.#key = key;
        this.#associated = associated;
    }
    async write(bytes) {
        let rest = bytes;
        while (rest.length > 0) {
            // A full chunk is written only when more follows, since the last one is marked.
            if (this.#filled === bundle_format_CHUNK_BYTES)
                await this.#flush(false);
            const part = rest.subarray(0, bundle_format_CHUNK_BYTES - this.#filled);
            this.#chunk.set(part, this.#filled);
            this.#filled += part.length;
            rest = rest.subarray(part.length);
        }
    }
    async close() {
        await this.#flush(true);
        this.#chunk.fill(0);
    }
    async #flush(isLast) {
        const cipher = (0,external_node_crypto_.createCipheriv)(ALGORITHM, this.#key, nonceOf(this.#index, isLast), {
            authTagLength: bundle_format_TAG_BYTES,
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
class bundle_stream_OpeningReader {
    #file;
    #key;
    #associated;
    #end;
    #position;
    #index = 0;
    #clear = Buffer.alloc(0);
    /** @param start first byte of the sealed part, @param end size of the file */
    constructor(file, key, associated, start, end) {
        this.#file = file;
        this.#key = key;
        this.#associated = associated;
        this.#position = start;
        this.#end = end;
    }
    /** At least one byte and at most `most`. EHA1267 when there is none or what there is was altered. */
    async read(most) {
        if (this.#clear.length === 0)
            await this.#next();
        const part = this.#clear.subarray(0, most);
        this.#clear = this.#clear.subarray(part.length);
        return part;
    }
    async readExactly(length) {
        const parts = [];
        for (let missing = length; missing > 0;) {
            const part = await this.read(missing);
            parts.push(part);
            missing -= part.length;
        }
        return Buffer.concat(parts);
    }
    /** Nothing may follow; the last chunk has been opened by then, and with it the end of the stream is proven. */
    finish() {
        if (this.#clear.length > 0 || this.#position < this.#end)
            throw altered('it is longer than its contents');
    }
    async #next() {
        const remaining = this.#end - this.#position;
        if (remaining <= TAG_BYTES)
            throw altered('it is cut off');
        const sealed = Buffer.alloc(Math.min(remaining, CHUNK_BYTES + TAG_BYTES));
        const { bytesRead } = await this.#file.read(sealed, 0, sealed.length, this.#position);
        if (bytesRead !== sealed.length)
            throw altered('it is cut off');
        this.#position += sealed.length;
        this.#clear = this.#open(sealed, this.#position === this.#end);
        this.#index += 1;
    }
    #open(sealed, isLast) {
        const decipher = createDecipheriv(ALGORITHM, this.#key, nonceOf(this.#index, isLast), {
            authTagLength: TAG_BYTES,
        });
        decipher.setAAD(this.#associated);
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
        const clear = decipher.update(sealed.subarray(0, -TAG_BYTES));
        try {
            decipher.final();
        }
        catch {
            clear.fill(0);
            throw altered(`its part ${this.#index + 1} does not fit its seal`);
        }
        return clear;
    }
}
function altered(why) {
    return bundleErrors.EHA1267(`The plan bundle was altered or damaged: ${why}.`);
}

;// CONCATENATED MODULE: ./lib/terraform/bundle.js









/**
 * Seals plan, lock file, extra paths, tool version and fingerprint into one encrypted file, readable by this user only.
 * What it was made for is readable in it and covered by the seal. Leaves no file behind when it fails.
 * @throws EHA1261, EHA1262 for files that cannot go in, EHA1263 when one changes meanwhile
 */
async function sealBundle(request) {
    const { key } = request;
    const files = await selectFiles({ ...request, directory: key.provenance.directory });
    const entries = files.map(({ entry }) => entry);
    const { tool, fingerprint } = request;
    const manifest = Buffer.from(JSON.stringify({ tool, fingerprint, entries }));
    if (manifest.length > bundle_format_MOST_MANIFEST_BYTES) {
        throw bundle_errors/* bundleErrors */.I.EHA1262('The paths in the plan bundle are too long to be listed.');
    }
    const header = encodeHeader({ provenance: key.provenance, key: key.header, keyCheck: key.check });
    const output = await (0,promises_.open)(request.file, 'wx', 0o600);
    try {
        await output.writeFile(header.bytes);
        await writeContent(new SealingWriter(output, key.contentKey, header.associated), manifest, files);
        await output.sync();
        const { size } = await output.stat();
        await output.close();
        return { file: request.file, bytes: size };
    }
    catch (error) {
        await output.close().catch(() => undefined);
        await (0,promises_.rm)(request.file, { force: true });
        throw error;
    }
}
async function writeContent(writer, manifest, files) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(manifest.length);
    await writer.write(length);
    await writer.write(manifest);
    for (const { entry, source } of files) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const { size } = await readSource(source, async (bytes) => {
            hash.update(bytes);
            await writer.write(bytes);
        });
        if (size !== entry.size || hash.digest('hex') !== entry.sha256) {
            throw bundle_errors/* bundleErrors */.I.EHA1263(`The file ${JSON.stringify(entry.path)} changed while it was sealed.`);
        }
    }
    await writer.close();
}
/**
 * Opens a bundle into `folder` (absolute, made here, for this user only) once everything about it has been proven; on
 * any failure the folder is gone again.
 * @param expected what the bundle must have been made for; give every member that is known
 * @throws EHA1264 not a bundle or an unknown version, EHA1265 another key, EHA1266 made for something else (names what
 * differs), EHA1267 altered, EHA1262 too large, and what the key service throws
 */
async function openBundle(file, key, expected, folder) {
    if ((await lstat(folder).catch(() => undefined)) !== undefined) {
        throw new TypeError('The folder for the contents of a bundle must not exist yet.');
    }
    const input = await open(file, 'r').catch((cause) => {
        throw bundleErrors.EHA1264(`The plan bundle ${file} cannot be read.`, { cause });
    });
    try {
        return await openInto(input, key, expected, folder);
    }
    catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
    }
    finally {
        await input.close();
    }
}
async function openInto(input, source, expected, folder) {
    const { size } = await input.stat();
    // The seals of the chunks add less than a thousandth.
    if (size > MOST_CONTENT_BYTES * 1.001 + MOST_HEADER_BYTES + MOST_MANIFEST_BYTES) {
        throw bundleErrors.EHA1262(`The plan bundle has ${size} bytes, more than any this version seals.`);
    }
    const { header, associated, bytes } = await readHeader(input);
    checkProvenance(header.provenance, expected);
    const key = await recoverBundleKey(source, header.key, header.provenance, header.keyCheck);
    const reader = new OpeningReader(input, key.contentKey, associated, bytes, size);
    const manifest = await readManifest(reader, header.provenance.directory);
    const { planFile, files } = await extractFiles(reader, manifest.entries, folder);
    reader.finish();
    const { tool, fingerprint } = manifest;
    return {
        provenance: header.provenance,
        tool,
        fingerprint,
        fingerprintKey: key.fingerprintKey,
        planFile,
        files,
    };
}

;// CONCATENATED MODULE: ./lib/terraform/provenance.js


/**
 * What a plan of this run is made for.
 * @throws EHA1006 when the event does not say which repository it is about: a bundle must not be bound to less
 */
function provenanceOf(github, identity) {
    const repository = github.event['repository'];
    const repositoryId = (0,plan_json/* isObject */.Gv)(repository) ? repository['id'] : undefined;
    if (typeof repositoryId !== 'number' || !Number.isSafeInteger(repositoryId)) {
        throw action_errors/* actionErrors */.u.EHA1006('The event file of the run has no repository.id.');
    }
    const pull = github.event['pull_request'];
    const number = (0,plan_json/* isObject */.Gv)(pull) ? pull['number'] : undefined;
    const head = (0,plan_json/* isObject */.Gv)(pull) && (0,plan_json/* isObject */.Gv)(pull['head']) ? pull['head']['sha'] : undefined;
    return {
        repositoryId,
        repository: github.repository,
        pullRequest: typeof number === 'number' ? number : null,
        headSha: typeof head === 'string' ? head : github.sha,
        sha: github.sha,
        runId: github.runId,
        runAttempt: github.runAttempt,
        ...identity,
    };
}

;// CONCATENATED MODULE: ./lib/terraform/key-source.js
/** The key of a bundle. The door to AWS is loaded only where a KMS key is asked for. */
async function keySource(sealing, deps) {
    if (sealing.kind === 'secret')
        return sealing;
    const { createKmsDataKeys } = await __nccwpck_require__.e(/* import() */ 602).then(__nccwpck_require__.bind(__nccwpck_require__, 5602));
    return { kind: 'kms', service: createKmsDataKeys(sealing.keyArn, deps) };
}

;// CONCATENATED MODULE: ./actions/terraform-plan/src/sealing.js










/** What a later apply is bound to: with a key the sealed plan, without one only the fingerprint. */
async function bindPlan(inputs, deps, files) {
    if (inputs.sealing === null) {
        return { kind: 'fingerprint', fingerprint: await openFingerprint(files), file: null };
    }
    const key = await createBundleKey(await keySource(inputs.sealing, deps), await provenance(inputs, deps));
    const { digest, tool } = files;
    if (digest === null)
        throw new Error('The plan was read without its fingerprint.');
    const fingerprint = digest.fingerprint(key.fingerprintKey);
    if (tool.name === null || tool.version === null)
        throw new Error('Terraform planned without telling its version.');
    const sealed = await sealBundle({
        file: await bundleFile(inputs.stack, deps),
        key,
        tool: { name: tool.name, version: tool.version },
        fingerprint,
        workspace: deps.github.workspace,
        planFile: files.planFile,
        extraPaths: inputs.extraPaths,
    });
    deps.log.info(`Sealed the plan into ${sealed.file} (${sealed.bytes} bytes).`);
    return { kind: 'sealed', fingerprint, file: sealed.file };
}
/** A plan with secrets is read once more: what has to be left out is only known after the first reading. */
async function openFingerprint({ digest, jsonFile, redact }) {
    if (digest !== null)
        return digest.fingerprint(null);
    const fingerprint = new Fingerprint(null, { redact });
    await readFingerprint(jsonFile, fingerprint);
    return fingerprint.digest();
}
async function provenance(inputs, deps) {
    const data = dataDirectory(inputs);
    return provenanceOf(deps.github, {
        stack: inputs.stack,
        directory: stackDirectory(inputs, deps),
        workspace: await selectedWorkspace(inputs.environment.workspace, data),
        backend: await readBackendFingerprint(data),
    });
}
/** A place outside the workspace that outlives the step; each bundle has a folder of its own. */
async function bundleFile(stack, deps) {
    const folder = (0,external_node_path_.join)(deps.github.tempDirectory, 'eks-hybrid-actions', 'bundles');
    await (0,promises_.mkdir)(folder, { recursive: true });
    return (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, 'plan-')), `plan-${stack.replaceAll('/', '-')}.bundle`);
}

;// CONCATENATED MODULE: ./actions/terraform-plan/src/phases.js















const PHASES = ['fmt', 'init', 'validate', 'plan', 'show', 'seal'];
/**
 * Runs fmt, init, validate, plan, show and seal in this order and stops at the first that fails. Of a plan that is given
 * as JSON only the last two are left: it is read, and its fingerprint is taken.
 */
async function runPhases(inputs, deps, protection) {
    // mkdtemp makes a folder that only this user can enter: plan and JSON hold state and secrets in clear.
    const secrets = await (0,promises_.mkdtemp)((0,external_node_path_.join)(deps.github.tempDirectory, 'terraform-plan-'));
    try {
        return await new PhaseRun(inputs, deps, protection, secrets).run();
    }
    finally {
        await (0,promises_.rm)(secrets, { recursive: true, force: true });
    }
}
class PhaseRun {
    #inputs;
    #deps;
    #protection;
    #cli;
    #messages;
    #planFile;
    #jsonFile;
    #erroredFile;
    #phases = [];
    #unformatted = [];
    #unreadable;
    #stateLock = null;
    #failure = null;
    #cancelled = false;
    #planExitCode = 0;
    #reading = null;
    #addresses = null;
    #bundle = null;
    constructor(inputs, deps, protection, secrets) {
        this.#inputs = inputs;
        this.#deps = deps;
        this.#protection = protection;
        const folders = { directory: inputs.directory, workspace: deps.github.workspace };
        this.#cli = new TerraformCli(inputs.terraform, folders, deps);
        this.#messages = new Messages(deps.log);
        this.#planFile = (0,external_node_path_.join)(secrets, 'stack.tfplan');
        this.#jsonFile = inputs.planJson ?? (0,external_node_path_.join)(secrets, 'plan.json');
        this.#erroredFile = (0,external_node_path_.join)(secrets, 'errored.json');
    }
    async run() {
        for (const name of PHASES) {
            if (!this.#isWanted(name))
                continue;
            if (!(await this.#start(name)))
                break;
        }
        await this.#release();
        return {
            tool: this.#cli.identity,
            phases: this.#phases,
            diagnostics: this.#messages.published,
            unformatted: this.#unformatted,
            stateLock: this.#stateLock,
            cancelled: this.#cancelled,
            failure: this.#failure,
            // A plan that is believed stays one when only the sealing failed.
            ...(this.#failure === null || this.#failure.phase === 'seal'
                ? { reading: this.#reading, addresses: this.#addresses }
                : { reading: null, addresses: null }),
            bundle: this.#bundle,
        };
    }
    #isWanted(name) {
        if (this.#inputs.planJson !== null)
            return name === 'show' || name === 'seal';
        if (name === 'fmt')
            return this.#inputs.fmt !== 'false';
        return name !== 'validate' || this.#inputs.validate;
    }
    #start(name) {
        const cli = this.#cli;
        const phase = (work, judge) => this.#phase(name, work, judge);
        switch (name) {
            case 'fmt':
                return phase(async () => asWarnings(await cli.checkFormat()), (it) => this.#judgeFormat(it));
            case 'init':
                return phase(() => cli.initialise(this.#inputs), (it) => this.#judgeInit(it));
            case 'validate':
                return phase(() => cli.validate(), (it) => this.#judgeValidate(it));
            case 'plan':
                return phase(() => this.#plan(), (it) => this.#judgePlan(it));
            case 'show':
                return phase(() => this.#show(), (it) => this.#judgeShow(it));
            case 'seal':
                return phase(() => this.#seal(), () => undefined);
        }
    }
    /** Returns whether the next phase may run. */
    async #phase(name, work, judge) {
        const started = this.#deps.clock.now();
        const finish = (result, error) => {
            this.#phases.push({
                name,
                result,
                milliseconds: Math.max(0, Math.round(this.#deps.clock.now() - started)),
            });
            if (error !== undefined)
                this.#failure = { error, phase: name };
            return error === undefined;
        };
        try {
            const outcome = await this.#deps.log.group(this.#titleOf(name), work);
            if (outcome.cancelled)
                return this.#cancel(name, finish);
            // The configuration alone holds no values; what plan and show say can quote any.
            if (name === 'plan' || name === 'show')
                this.#messages.hold(outcome.diagnostics);
            else
                this.#messages.publish(outcome.diagnostics);
            const verdict = judge(outcome);
            if (verdict instanceof lib_action_errors/* ActionError */.l)
                return finish('failed', verdict);
            return finish(verdict ?? 'passed');
        }
        catch (error) {
            if (!(error instanceof lib_action_errors/* ActionError */.l))
                throw error;
            return finish('failed', error);
        }
    }
    #cancel(name, finish) {
        this.#cancelled = true;
        return finish('cancelled', action_errors/* actionErrors */.u.EHA1005(`The run was cancelled during terraform ${name}; Terraform was interrupted once and has ended.`));
    }
    #titleOf(name) {
        if (name === 'seal')
            return this.#inputs.sealing === null ? 'fingerprint' : 'seal the plan';
        return this.#inputs.planJson === null ? `terraform ${name}` : `read ${this.#inputs.planJson}`;
    }
    /** Publishes what was held back, as far as it can be redacted. */
    async #release() {
        const known = this.#reading !== null || (await this.#knowsSecrets());
        this.#messages.release(known);
        if (!known && this.#failure !== null)
            this.#failure = { ...this.#failure, error: this.#messages.withoutQuote(this.#failure.error) };
    }
    /**
     * A plan that failed half-way leaves a file, too. One that failed without a file has read the state at most, unless
     * it waited for its lock.
     */
    async #knowsSecrets() {
        if (this.#phases.some((phase) => phase.name === 'show'))
            return false;
        if (this.#cancelled || !this.#messages.isHolding || this.#stateLock !== null)
            return true;
        const planFile = (0,external_node_fs_.existsSync)(this.#planFile) ? this.#planFile : null;
        return this.#protection.learnFrom(async (secrets) => {
            const outcome = await this.#cli.show(planFile, this.#erroredFile);
            if (outcome.exitCode !== 0 || outcome.cancelled)
                return false;
            if (planFile === null)
                return readStateSecrets(this.#erroredFile, secrets);
            await readSecrets(this.#erroredFile, secrets);
            return true;
        });
    }
    #judgeFormat(outcome) {
        this.#unformatted = outcome.unformatted;
        const required = this.#inputs.fmt === 'true';
        if (outcome.unformatted.length > 0) {
            this.#messages.annotate(outcome.unformatted.map((file) => unformattedFile(file, required)));
            return required
                ? errors/* terraformErrors */.O.EHA1202(`Not formatted: ${outcome.unformatted.join(', ')}.`)
                : 'warned';
        }
        if (outcome.exitCode === 0)
            return undefined;
        // A syntax error: init and validate tell its file and line as data, so they go first.
        if (required)
            this.#unreadable = errors/* terraformErrors */.O.EHA1202(`terraform fmt could not read a file: ${lead(outcome)}`);
        return 'warned';
    }
    #judgeInit(outcome) {
        if (outcome.exitCode === 0)
            return this.#inputs.validate ? undefined : this.#unreadable;
        return this.#locked(outcome) ?? initFailure(outcome);
    }
    #judgeValidate(outcome) {
        return outcome.exitCode === 0 ? this.#unreadable : errors/* terraformErrors */.O.EHA1205(lead(outcome));
    }
    #judgePlan(outcome) {
        this.#planExitCode = outcome.exitCode;
        if (outcome.exitCode === 0 || outcome.exitCode === 2)
            return undefined;
        return this.#locked(outcome) ?? this.#messages.quoting(errors/* terraformErrors */.O.EHA1206(lead(outcome)));
    }
    #locked(outcome) {
        const lock = findStateLock(outcome.diagnostics);
        if (lock === undefined)
            return undefined;
        this.#stateLock = lock;
        return errors/* terraformErrors */.O.EHA1207(state_lock_describeStateLock(lock));
    }
    /** Leaves word for the `post` step as long as a kill could leave a lock behind. */
    async #plan() {
        const { directory, terraform, lock } = this.#inputs;
        if (lock) {
            this.#deps.state.set('terraform-path', terraform);
            rememberLockIntent(this.#deps, { directory, startedAt: this.#deps.clock.now() });
        }
        const outcome = await this.#cli.plan({ ...this.#inputs, planFile: this.#planFile });
        // Ended by a signal it may not have come to release its lock.
        if (lock && outcome.exitCode <= 2)
            forgetLockIntent(this.#deps);
        return outcome;
    }
    async #show() {
        const outcome = this.#inputs.planJson === null ? await this.#cli.show(this.#planFile, this.#jsonFile) : PASSED;
        if (outcome.exitCode !== 0 || outcome.cancelled)
            return outcome;
        const digest = new PlanDigest(this.#inputs.sealing === null ? 'open' : 'all');
        // Apart, because it brings the readers of charts and outputs, which no refused input should pay for.
        const { PlanFactReader } = await Promise.all(/* import() */[__nccwpck_require__.e(483), __nccwpck_require__.e(798)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4798));
        const facts = new PlanFactReader(this.#inputs.stack);
        const { secrets } = this.#protection;
        const reading = await readPlan(this.#jsonFile, secrets, digest, (part) => facts.visit(part));
        this.#protection.update();
        this.#addresses = facts.finish();
        this.#reading = reading;
        return outcome;
    }
    async #seal() {
        this.#bundle = await bindPlan(this.#inputs, this.#deps, {
            planFile: this.#planFile,
            jsonFile: this.#jsonFile,
            digest: this.#reading?.digest ?? null,
            tool: this.#cli.identity,
            redact: this.#protection.redact,
        });
        return PASSED;
    }
    #judgeShow(outcome) {
        if (this.#reading === null)
            return this.#messages.quoting(errors/* terraformErrors */.O.EHA1208(lead(outcome)));
        const exitCode = this.#inputs.planJson === null ? this.#planExitCode : null;
        return disagreement(this.#reading.model, exitCode);
    }
}
const PASSED = { exitCode: 0, cancelled: false, diagnostics: [] };

;// CONCATENATED MODULE: ./lib/terraform/redact-automaton.js

/** Nodes are built for this much of a pattern; a match goes on for as long as the text agrees with the rest. */
const HEAD = 256;
/** Shortest pattern, and shortest beginning of a pattern that counts before the mark of a cut text. */
const SHORTEST = 4;
const HASHES = 1 << 16;
const ELLIPSIS = 0x2026;
/**
 * Finds all of many patterns in one pass over a text (Aho and Corasick, "Efficient string matching", 1975). Nodes lie
 * in flat arrays: a chain of nodes with one child each takes consecutive places, only branches go through a map. Most
 * of a text matches nothing, so a table of the patterns' first four characters tells where the machine has to run.
 */
class Automaton {
    #unit;
    #depth;
    #parent;
    #fail;
    /** The node of the longest pattern that ends here, 0 for none. */
    #match;
    #branching;
    #branches = new Map();
    #rests = new Map();
    #starts = new Uint8Array(HASHES);
    #size = 1;
    /** Patterns of {@link SHORTEST} characters and more. */
    constructor(patterns) {
        const most = patterns.reduce((sum, pattern) => sum + Math.min(pattern.length, HEAD), 1);
        this.#unit = new Uint16Array(most);
        this.#depth = new Uint16Array(most);
        this.#parent = new Int32Array(most);
        this.#fail = new Int32Array(most);
        this.#match = new Int32Array(most);
        this.#branching = new Uint8Array(most);
        for (const pattern of patterns)
            this.#insert(pattern);
        this.#link();
    }
    /**
     * Every place of `text` that a pattern covers, and the beginnings of patterns of four characters and more that
     * stand where a text was cut. Takes time in proportion to the text, whatever the patterns.
     */
    find(text) {
        const spans = new SpanList();
        const starts = this.#starts;
        let first = 0;
        let hash = 0;
        let index = 0;
        while (index < text.length) {
            hash = nextHash(hash, text.charCodeAt(index));
            if (starts[hash] === 0) {
                index += 1;
                continue;
            }
            const end = this.#run(text, Math.max(first, index - SHORTEST + 1), index, spans);
            // A match may have begun in the last characters before the end: the table looks at them again.
            first = Math.max(first, end - SHORTEST + 1);
            hash = 0;
            for (let back = first; back < end; back += 1)
                hash = nextHash(hash, text.charCodeAt(back));
            index = end;
        }
        return spans.list;
    }
    /** Runs from `start` at least past `least`, until no pattern is under way that the table would not find again. */
    #run(text, start, least, spans) {
        let state = 0;
        let index = start;
        while (index < text.length) {
            const unit = text.charCodeAt(index);
            const depth = this.#depth[state] ?? 0;
            if (unit === ELLIPSIS && depth >= SHORTEST && isCutMark(text, index))
                spans.add(index - depth, index);
            state = this.#step(state, unit);
            index += 1;
            const match = this.#match[state] ?? 0;
            if (match !== 0)
                this.#cover(text, index, match, spans);
            if (index > least && (this.#depth[state] ?? 0) < SHORTEST)
                break;
        }
        return index;
    }
    #cover(text, end, match, spans) {
        const start = end - (this.#depth[match] ?? 0);
        // Only a text made to repeat a long secret over and over gets here; it is covered to its end.
        if (spans.compared > 16 * text.length + HASHES)
            return spans.add(start, text.length);
        let covered = end;
        for (const pattern of this.#rests.get(match) ?? []) {
            let length = HEAD;
            while (length < pattern.length && text.charCodeAt(start + length) === pattern.charCodeAt(length))
                length += 1;
            covered = Math.max(covered, start + length);
            spans.compared += length - HEAD;
        }
        spans.add(start, covered);
    }
    #step(from, unit) {
        let state = from;
        let child = this.#child(state, unit);
        while (child === 0 && state !== 0) {
            state = this.#fail[state] ?? 0;
            child = this.#child(state, unit);
        }
        return child;
    }
    /** 0 for none: the root is nobody's child. */
    #child(node, unit) {
        const next = node + 1;
        if (this.#unit[next] === unit && this.#parent[next] === node && next < this.#size)
            return next;
        return this.#branching[node] === 1 ? (this.#branches.get(node * 0x10000 + unit) ?? 0) : 0;
    }
    #insert(pattern) {
        let node = 0;
        let hash = 0;
        const length = Math.min(pattern.length, HEAD);
        for (let index = 0; index < length; index += 1) {
            const unit = pattern.charCodeAt(index);
            node = this.#child(node, unit) || this.#append(node, unit);
            if (index < SHORTEST)
                hash = nextHash(hash, unit);
        }
        this.#starts[hash] = 1;
        this.#match[node] = node;
        if (pattern.length > HEAD)
            this.#rests.set(node, [...(this.#rests.get(node) ?? []), pattern]);
    }
    #append(parent, unit) {
        const node = this.#size;
        this.#size += 1;
        this.#unit[node] = unit;
        this.#parent[node] = parent;
        this.#depth[node] = (this.#depth[parent] ?? 0) + 1;
        if (node !== parent + 1) {
            this.#branching[parent] = 1;
            this.#branches.set(parent * 0x10000 + unit, node);
        }
        return node;
    }
    /** Links each node to the longest other beginning of a pattern that its own text ends with, shallow nodes first. */
    #link() {
        for (const node of this.#byDepth()) {
            const parent = this.#parent[node] ?? 0;
            const unit = this.#unit[node] ?? 0;
            const fail = parent === 0 ? 0 : this.#step(this.#fail[parent] ?? 0, unit);
            this.#fail[node] = fail;
            if (this.#match[node] === 0)
                this.#match[node] = this.#match[fail] ?? 0;
        }
    }
    #byDepth() {
        const places = new Int32Array(HEAD + 2);
        for (let node = 1; node < this.#size; node += 1)
            bump(places, (this.#depth[node] ?? 0) + 1);
        for (let depth = 1; depth < places.length; depth += 1)
            bump(places, depth, places[depth - 1]);
        const sorted = new Int32Array(this.#size - 1);
        for (let node = 1; node < this.#size; node += 1) {
            const depth = this.#depth[node] ?? 0;
            sorted[places[depth] ?? 0] = node;
            bump(places, depth);
        }
        return sorted;
    }
}
function bump(counts, index, by = 1) {
    counts[index] = (counts[index] ?? 0) + by;
}
/** Of the last four units only: an older one is shifted out. */
function nextHash(hash, unit) {
    return ((hash << 4) ^ unit) & (HASHES - 1);
}
function isCutMark(text, index) {
    CUT_MARK.lastIndex = index;
    return CUT_MARK.test(text);
}
/** Merges places that overlap or touch as they come in, in the order of their ends. */
class SpanList {
    list = [];
    /** Characters compared beyond the heads of patterns. */
    compared = 0;
    add(start, end) {
        let from = start;
        let to = end;
        while (this.list.length > 0 && (this.list.at(-1) ?? 0) >= from) {
            to = Math.max(to, this.list.pop() ?? 0);
            from = Math.min(from, this.list.pop() ?? 0);
        }
        this.list.push(from, to);
    }
}

;// CONCATENATED MODULE: ./lib/terraform/secrets.js

/** Shorter texts are no secrets, and would be found everywhere. */
const secrets_SHORTEST_SECRET = 4;
const TRIVIAL = new Set(['true', 'false', 'null', 'none']);
/** The first and last line of keys and certificates, also of public ones. */
const PEM_BORDER = /^-+(?:BEGIN|END) [A-Z0-9 ]+-+$/;
/** Names as configurations write them: `client_secret`, `clientSecret`, `CLIENT_SECRET`. */
const PLAIN_NAME = /^(?:[a-z][a-z0-9_]*|[a-z]+(?:[A-Z][a-z]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;
/**
 * Gathers every text that any part of a plan marks as sensitive. Paths alone do not protect: a secret that flows into
 * another attribute can lose its mark on the way, and Terraform prints it. Numbers, booleans and texts under
 * {@link SHORTEST_SECRET} characters are left out, since replacing them everywhere would hide the plan itself. The
 * keys of a map that is sensitive as a whole are secret, too, unless they read like the names of members. A text of
 * several lines counts as a whole and line by line, since a diff tears it apart; so does a JSON text, by the strings
 * in it.
 */
class SecretCollector {
    #found = new Set();
    /** A change of a resource, drift or output: what is marked in `before` and `after`. */
    addChange(change) {
        this.#marked(change.before, change.before_sensitive);
        this.#marked(change.after, change.after_sensitive);
    }
    /**
     * Values and defaults of variables that the configuration declares sensitive or ephemeral, in the root module and
     * in every module it calls. Takes the plan or its top-level members `variables` and `configuration`.
     */
    addVariables(plan) {
        const root = member(member(plan, 'configuration'), 'root_module');
        const values = member(plan, 'variables');
        for (const [name, declared] of secrets_entries(member(root, 'variables'))) {
            if (isSecretVariable(declared))
                this.#all(member(member(values, name), 'value'));
        }
        this.#moduleVariables(root);
    }
    /**
     * Values of a state or plan whose `sensitive_values` mark them, and its sensitive outputs. Takes `planned_values`,
     * `prior_state`, its `values`, or a single module of either.
     */
    addSensitiveValues(values) {
        if (!(0,plan_json/* isObject */.Gv)(values))
            return;
        this.addSensitiveValues(values['values']);
        this.addSensitiveValues(values['root_module']);
        for (const [, output] of secrets_entries(values['outputs'])) {
            if (member(output, 'sensitive') === true)
                this.#all(member(output, 'value'));
        }
        for (const resource of items(values['resources'])) {
            this.#marked(member(resource, 'values'), member(resource, 'sensitive_values'));
        }
        for (const module of items(values['child_modules']))
            this.addSensitiveValues(module);
    }
    /** All of the above for what is there of a plan, also of one in pieces; what is missing is passed over. */
    addPlan(plan) {
        for (const section of ['resource_changes', 'resource_drift']) {
            for (const row of items(member(plan, section)))
                this.#change(member(row, 'change'));
        }
        for (const entry of items(member(plan, 'deferred_changes'))) {
            this.#change(member(member(entry, 'resource_change'), 'change'));
        }
        for (const [, change] of secrets_entries(member(plan, 'output_changes')))
            this.#change(change);
        for (const section of ['action_invocations', 'deferred_action_invocations']) {
            for (const entry of items(member(plan, section))) {
                const action = member(entry, 'action_invocation') ?? entry;
                this.#marked(member(action, 'config_values'), member(action, 'config_sensitive'));
            }
        }
        this.addVariables(plan);
        this.addSensitiveValues(member(plan, 'planned_values'));
        this.addSensitiveValues(member(plan, 'prior_state'));
    }
    /** A value known to be secret from elsewhere, such as an input of the action. */
    add(secret) {
        this.#text(secret);
    }
    /** Whether nothing was found so far. */
    get isEmpty() {
        return this.#found.size === 0;
    }
    /** Each once, the longest first. */
    secrets() {
        return [...this.#found].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
    }
    #change(change) {
        if ((0,plan_json/* isObject */.Gv)(change))
            this.addChange(change);
    }
    #moduleVariables(module) {
        for (const [, declared] of secrets_entries(member(module, 'variables'))) {
            if (isSecretVariable(declared))
                this.#all(member(declared, 'default'));
        }
        for (const [, call] of secrets_entries(member(module, 'module_calls'))) {
            const called = member(call, 'module');
            for (const [name, declared] of secrets_entries(member(called, 'variables'))) {
                const argument = member(member(call, 'expressions'), name);
                if (isSecretVariable(declared))
                    this.#all(member(argument, 'constant_value'));
            }
            this.#moduleVariables(called);
        }
    }
    #marked(value, marks) {
        if (marks === true)
            return this.#all(value);
        if (typeof marks !== 'object' || marks === null || value === null || value === undefined)
            return;
        // Marks inside of what has no inside: what they were meant for cannot be told.
        if (typeof value !== 'object' || Array.isArray(value) !== Array.isArray(marks)) {
            if (hasTrue(marks))
                this.#all(value);
            return;
        }
        if (Array.isArray(marks)) {
            const values = value;
            for (let index = 0; index < marks.length; index += 1)
                this.#marked(values[index], marks[index]);
            return;
        }
        for (const name in marks) {
            const inner = marks[name];
            if (inner !== false && Object.hasOwn(value, name)) {
                this.#marked(value[name], inner);
            }
        }
    }
    #all(value, names = true) {
        if (typeof value === 'string')
            this.#text(value);
        else if (Array.isArray(value))
            value.forEach((it) => this.#all(it, names));
        else if ((0,plan_json/* isObject */.Gv)(value)) {
            for (const [name, inner] of Object.entries(value)) {
                if (names && !PLAIN_NAME.test(name))
                    this.#keep(name);
                this.#all(inner, names);
            }
        }
    }
    #text(text) {
        if (this.#found.has(text))
            return;
        this.#keep(text);
        if (/[\r\n]/.test(text))
            for (const line of text.split(/[\r\n]+/))
                this.#keep(line);
        const inner = secrets_parseJson(text);
        if (inner !== undefined)
            this.#all(inner, false);
    }
    #keep(text) {
        // Space around a secret comes and goes on its way through a configuration.
        const core = text.trim();
        if (core.length < secrets_SHORTEST_SECRET || TRIVIAL.has(core.toLowerCase()) || PEM_BORDER.test(core))
            return;
        this.#found.add(core);
    }
}
function isSecretVariable(declared) {
    return member(declared, 'sensitive') === true || member(declared, 'ephemeral') === true;
}
function hasTrue(marks) {
    return Object.values(marks).some((inner) => inner === true || (typeof inner === 'object' && inner !== null && hasTrue(inner)));
}
/** Whoever has a JSON text can read the strings in it: they are secret, too. */
function secrets_parseJson(text) {
    if (!/^\s*[{[]/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function member(value, name) {
    return (0,plan_json/* isObject */.Gv)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
function secrets_entries(value) {
    return (0,plan_json/* isObject */.Gv)(value) ? Object.entries(value) : [];
}
function items(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./lib/terraform/redact-forms.js


/**
 * The ways in which a secret may be written in a plan, a log or a page: as it is, in base64 (standard and URL alphabet,
 * wherever it begins in the encoded text), percent-encoded, and escaped as in JSON, HTML and Terraform's language,
 * also twice, as in a JSON text inside a string. Each once.
 */
function secretForms(secret) {
    const forms = new Set([secret]);
    if (NEEDS_ESCAPE.test(secret))
        addEscaped(secret, forms);
    for (const form of percentForms(secret))
        forms.add(form);
    for (const text of new Set([secret, redact_forms_json(secret), goJson(secret)])) {
        for (const form of base64Forms(text))
            forms.add(form);
    }
    return [...forms].filter((form) => form.length >= secrets_SHORTEST_SECRET);
}
/** What any of the escapes changes; most secrets have nothing of it. */
const NEEDS_ESCAPE = /["'\\<>&]|[$%]\{|[^\x20-\x7e]/;
function addEscaped(secret, forms) {
    for (const once of new Set([secret, ...redact_forms_ESCAPES.map((escape) => escape(secret))])) {
        forms.add(once);
        for (const escape of redact_forms_ESCAPES)
            forms.add(escape(once));
    }
}
const redact_forms_json = (text) => JSON.stringify(text).slice(1, -1);
/** As Go's encoder and so Terraform's `jsonencode` write it: safe inside HTML. */
const goJson = (text) => redact_forms_json(text).replaceAll(/[<>&\u2028\u2029]/g, (unit) => unicodeEscape(unit));
/** As encoders with an ASCII-only output write it. */
const asciiJson = (text) => 
// eslint-disable-next-line no-control-regex -- the bounds of ASCII
redact_forms_json(text).replaceAll(/[^\x00-\x7f]/g, (unit) => unicodeEscape(unit));
function unicodeEscape(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
const hcl = (text) => quote(text).slice(1, -1);
const htmlTags = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Quotation marks have several names: HTML's, and the numbers that Go and JavaScript libraries write. */
const html = (double, single) => (text) => htmlTags(text).replaceAll('"', double).replaceAll("'", single);
const redact_forms_ESCAPES = [
    redact_forms_json,
    goJson,
    asciiJson,
    hcl,
    htmlTags,
    html('&quot;', "'"),
    html('&quot;', '&#39;'),
    html('&quot;', '&#x27;'),
    html('&#34;', '&#39;'),
];
/** Characters that an encoder leaves as they are, besides letters and digits, and how it writes each byte. */
const PERCENT_ENCODERS = [
    '-_.~',
    // encodeURIComponent
    "-_.~!'()*",
    // encodeURI
    "-_.~!'()*;/?:@&=+$,#",
    // a segment of a path in Go
    '-_.~$&+:=@',
    // a form, where a space is a plus sign
    '-_.*',
].map((kept) => Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte);
    const isKept = byte < 0x80 && (/[A-Za-z0-9]/.test(character) || kept.includes(character));
    return isKept ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}));
function percentForms(secret) {
    if (/^[A-Za-z0-9]*$/.test(secret))
        return [secret];
    const bytes = [...Buffer.from(secret, 'utf8')];
    return PERCENT_ENCODERS.flatMap((encoder) => {
        const upper = bytes.map((byte) => encoder[byte]).join('');
        const plus = upper.replaceAll('%20', '+');
        return [upper, plus, lowerHex(upper), lowerHex(plus)];
    });
}
function lowerHex(text) {
    return text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
/**
 * What the encoded text has for certain when the secret is anywhere in what was encoded: each of the three places
 * relative to a group of three bytes gives another text, without the characters that depend on the neighbours.
 */
function base64Forms(text) {
    const bytes = Buffer.from(text, 'utf8');
    const whole = bytes.toString('base64');
    const shifted = [0, 1, 2].map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        return encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor((8 * (shift + bytes.length)) / 6));
    });
    return [whole, ...shifted].flatMap((form) => [
        form,
        form.replaceAll('+', '-').replaceAll('/', '_'),
        form.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    ]);
}

;// CONCATENATED MODULE: ./lib/terraform/redact.js




/** More passes than this are only needed by secrets made from pieces of the replacement. */
const MOST_PASSES = 8;
/**
 * A function that replaces every secret, in any form of `secretForms`, by `(sensitive)`. Overlapping and touching
 * secrets become one replacement. Where `cut` shortened a text, the beginning of a secret before the cut is replaced
 * as well. Secrets under four characters are left out, and so are forms that are part of the replacement itself: they
 * could not be told from it. One pass over the text, except for secrets that share characters with the replacement:
 * those are sought until none is left, and a text that does not come to rest is replaced as a whole.
 */
function createRedactor(secrets) {
    const patterns = new Set();
    for (const secret of secrets) {
        if (secret.length < secrets_SHORTEST_SECRET)
            continue;
        for (const form of secretForms(secret))
            if (!SENSITIVE.includes(form))
                patterns.add(form);
    }
    if (patterns.size === 0)
        return (text) => text;
    const automaton = new Automaton([...patterns]);
    const onePass = (text) => replace(text, automaton.find(text));
    if (![...patterns].some(touchesReplacement))
        return onePass;
    return (text) => settle(text, onePass);
}
function settle(text, onePass) {
    let current = text;
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
        const next = onePass(current);
        if (next === current)
            return next;
        current = next;
    }
    return SENSITIVE;
}
function replace(text, spans) {
    if (spans.length === 0)
        return text;
    let result = '';
    let end = 0;
    for (let index = 0; index < spans.length; index += 2) {
        result += text.slice(end, spans[index]) + SENSITIVE;
        end = spans[index + 1] ?? text.length;
    }
    return result + text.slice(end);
}
/** Whether an occurrence of the pattern could begin, end or lie around a replacement. */
function touchesReplacement(pattern) {
    if (pattern.includes(SENSITIVE))
        return true;
    for (let length = 1; length < SENSITIVE.length; length += 1) {
        if (pattern.endsWith(SENSITIVE.slice(0, length)))
            return true;
        if (pattern.startsWith(SENSITIVE.slice(-length)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/terraform/sensitive-variables.js


const DECLARATION = /^[^\S\n]*variable[^\S\n]+"([^"\n]+)"[^\S\n]*\{/gm;
const MARK = /^[^\S\n]*(?:sensitive|ephemeral)[^\S\n]*=[^\S\n]*true\b/m;
/**
 * Names of the root module's variables that are declared sensitive or ephemeral. It looks at the text only, since it is
 * asked before there is a plan, perhaps of a configuration that cannot be parsed: a declaration reaches to the next
 * one or the end of its file, so that a name too many can be found, none too few. Files ending in `.tf.json` are read
 * as JSON; one that is none is passed over.
 */
function sensitiveVariables(directory) {
    const names = new Set();
    for (const file of readNames(directory)) {
        if (!/\.(?:tf|tofu)(?:\.json)?$/.test(file))
            continue;
        const text = readText((0,external_node_path_.join)(directory, file));
        if (file.endsWith('.json'))
            fromJson(text).forEach((name) => names.add(name));
        else
            sensitive_variables_fromText(text).forEach((name) => names.add(name));
    }
    return names;
}
function readNames(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
function readText(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}
function sensitive_variables_fromText(text) {
    const found = [...text.matchAll(DECLARATION)];
    return found.flatMap((match, index) => {
        const body = text.slice(match.index, found[index + 1]?.index);
        // On one line the mark does not start its line.
        const marked = MARK.test(body) || /[{,]\s*(?:sensitive|ephemeral)\s*=\s*true\b/.test(body);
        return marked && match[1] !== undefined ? [match[1]] : [];
    });
}
function fromJson(text) {
    return Object.entries(parseObject(text).variable ?? {})
        .filter(([, declared]) => [declared].flat().some((it) => it.sensitive === true || it.ephemeral === true))
        .map(([name]) => name);
}
/** Empty for a text that is no JSON object. */
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}
/**
 * Values of sensitive variables that are known without a plan: from the environment, the variable files, and the
 * defaults of the root module. Values that are put together by functions are only known once there is a plan.
 */
function secretsBeforePlan({ directory, varFiles, environment }) {
    const names = sensitiveVariables(directory);
    const automatic = readNames(directory).filter((file) => /(?:^terraform|\.auto)\.tfvars(?:\.json)?$/.test(file));
    const files = [...automatic.map((file) => (0,external_node_path_.join)(directory, file)), ...varFiles];
    const assigned = files.flatMap((file) => file.endsWith('.json') ? jsonStrings(readText(file), names) : assignedStrings(readText(file), names));
    const defaults = readNames(directory).flatMap((file) => defaultsOf(directory, file, names));
    const given = Object.entries(environment).flatMap(([name, value]) => names.has(name) ? [value, ...quotedStrings(value)] : []);
    return [...assigned, ...defaults, ...given];
}
function assignedStrings(text, names) {
    const assignments = text.matchAll(/^[^\S\n]*([A-Za-z_][\w-]*)[^\S\n]*=/gm);
    return [...assignments].flatMap((match) => names.has(match[1] ?? '') ? expressionStrings(text.slice(match.index + match[0].length)) : []);
}
/** The strings in the expression that a text begins with: a string, a heredoc, a list or an object. */
function expressionStrings(text) {
    const heredoc = /^[^\S\n]*<<-?([A-Za-z_][\w-]*)\n([\s\S]*?)^[^\S\n]*\1[^\S\n]*$/m.exec(text);
    if (heredoc?.index === 0)
        return [heredoc[2] ?? ''];
    const tokens = text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{(]|[\]})]|\n|(?:#|\/\/)[^\n]*/g);
    const found = [];
    let depth = 0;
    for (const [token] of tokens) {
        if (token.startsWith('"'))
            found.push(...quotedStrings(token));
        else if (/^[[{(]$/.test(token))
            depth += 1;
        else if (/^[\]})]$/.test(token))
            depth -= 1;
        if (depth < 0 || (depth === 0 && token === '\n'))
            break;
    }
    return found;
}
/** Texts of the members with these names, at any depth; a file that is not JSON has none. */
function jsonStrings(text, names) {
    return Object.entries(parseObject(text)).flatMap(([name, value]) => names.has(name) ? textsIn(value) : []);
}
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
function defaultsOf(directory, file, names) {
    if (!/\.(?:tf|tofu)(?:\.json)?$/.test(file))
        return [];
    const text = readText((0,external_node_path_.join)(directory, file));
    if (file.endsWith('.json')) {
        const declared = parseObject(text).variable ?? {};
        return Object.entries(declared).flatMap(([name, declaration]) => names.has(name) ? [declaration].flat().flatMap((each) => textsIn(each.default)) : []);
    }
    const found = [...text.matchAll(DECLARATION)];
    return found.flatMap((match, index) => {
        if (!names.has(match[1] ?? ''))
            return [];
        const body = text.slice(match.index, found[index + 1]?.index);
        const start = /[\s{,]default[^\S\n]*=/.exec(body);
        return start === null ? [] : expressionStrings(body.slice(start.index + start[0].length));
    });
}
/** Objects and lists in the environment are written in Terraform's language; each string in them counts. */
function quotedStrings(text) {
    return [...text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([quoted, inner = '']) => {
        try {
            return JSON.parse(quoted);
        }
        catch {
            return inner;
        }
    });
}

;// CONCATENATED MODULE: ./lib/terraform/protection.js




/** More masks than this slow down every line of the job's log; the texts themselves are redacted without them. */
const MOST_MASKS = 200;
/** A plain word as a secret would blank out words in the logs of all later steps. */
const PLAIN_WORD = /^[A-Za-z][A-Za-z _.-]{0,15}$/;
const SHORTEST_MASKED = 8;
/**
 * What keeps the secrets of one plan inside the process. Before there is a plan it knows the values of sensitive
 * variables that the environment and the variable files give; afterwards everything that the plan marks.
 */
class Protection {
    secrets = new SecretCollector();
    #redact;
    constructor({ directory, varFiles, variables, given }) {
        const known = secretsBeforePlan({ directory, varFiles, environment: variables });
        for (const secret of [...known, ...given])
            this.secrets.add(secret);
        this.#redact = createRedactor(this.secrets.secrets());
    }
    /** To be called when the collector has learned more. */
    update() {
        this.#redact = createRedactor(this.secrets.secrets());
    }
    /** Collects from a plan; false when the plan cannot be read, so that not all of its secrets are known. */
    async learnFrom(collect) {
        try {
            return await collect(this.secrets);
        }
        catch (error) {
            if (error instanceof lib_action_errors/* ActionError */.l)
                return false;
            throw error;
        }
        finally {
            this.update();
        }
    }
    redact = (text) => this.#redact(text);
    /** A log of which every line and annotation is redacted with what is known when it is written. */
    guard(log) {
        const place = (at) => at?.title === undefined ? at : { ...at, title: this.redact(at.title) };
        return {
            info: (message) => log.info(this.redact(message)),
            debug: (message) => log.debug(this.redact(message)),
            notice: (message, at) => log.notice(this.redact(message), place(at)),
            warning: (message, at) => log.warning(this.redact(message), place(at)),
            error: (message, at) => log.error(this.redact(message), place(at)),
            group: (title, work) => log.group(this.redact(title), work),
        };
    }
    /** The same error without secrets, and without its causes, which may quote anything. */
    guardError(error) {
        return new lib_action_errors/* ActionError */.l(error.code, error.definition, this.redact(error.message), {
            remedy: this.redact(error.remedy),
            failsPost: error.failsPost,
        });
    }
    /**
     * Registers the secrets with the runner, for the logs of later steps. Left out are plain words and what is part of
     * `published`, texts that are written as they are: a masked value in them would stop the action from writing.
     */
    mask(deps, published) {
        const maskable = this.secrets
            .secrets()
            .filter((secret) => secret.trim().length >= SHORTEST_MASKED && !PLAIN_WORD.test(secret) && !published.includes(secret));
        for (const secret of maskable.slice(0, MOST_MASKS))
            deps.mask(secret);
    }
}

;// CONCATENATED MODULE: ./lib/report/detail-levels.js
/**
 * How much of a stack is told; each level is shorter than the one before. `created` has the values of created objects,
 * too, which a reader misses least. Up to `counts` each destroyed object has a line of its own; `grouped` still names
 * each, together with its siblings; `capped` names as many as there is room for.
 */
const DETAIL_LEVELS = [
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
    return DETAIL_LEVELS.indexOf(level) <= DETAIL_LEVELS.indexOf(other);
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
function linkPicture(link) {
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
    return `${fenced(lines.join('\n'), 'mermaid')}\n\n${stateWords(link)}`;
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
const attribute_diff_MOST_ATTRIBUTES = 40;
/** Characters of one value. */
const attribute_diff_LONGEST_VALUE = 300;
/** Two values that together are longer than this stand below each other. */
const LONGEST_PAIR = 90;
const attribute_diff_MOST_LINES = 60;
/** What differs in each object, as a block that GitHub colours: `+` new, `-` gone, `!` changed. */
function attributeDiff(changes) {
    return fenced(changes.flatMap(changeLines).join('\n'), 'diff');
}
/** The same for values of outputs, whose names the paths begin with; '' when none has a value to show. */
function outputDiff(outputs) {
    const lines = outputs.flatMap(differenceLines);
    return lines.length === 0 ? '' : fenced(lines.join('\n'), 'diff');
}
function changeLines(change) {
    return [`@@ ${nameOf(change.address)} @@${noteOf(change)}`, ...differenceLines(change)];
}
function differenceLines(change) {
    const forcing = change.attributes.filter((attribute) => attribute.forcesReplacement);
    const others = change.attributes.filter((attribute) => !attribute.forcesReplacement);
    const shown = [...forcing, ...others].slice(0, attribute_diff_MOST_ATTRIBUTES);
    const left = change.attributes.length - shown.length + change.attributesOmitted;
    return [...shown.flatMap(attributeLines), ...(left > 0 ? [`  … and ${String(left)} more`] : [])];
}
function nameOf(text) {
    return visible(shorten(text, attribute_diff_LONGEST_VALUE));
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
        return [`${mark} ${name} =${force}`, ...attribute_diff_textLines(attribute.lines)];
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
function attribute_diff_textLines(lines) {
    const shown = lines.slice(0, attribute_diff_MOST_LINES).map(({ kind, text }) => `${kind} │ ${nameOf(text)}`);
    const left = lines.length - shown.length;
    return left > 0 ? [...shown, `  … and ${String(left)} more lines`] : shown;
}

;// CONCATENATED MODULE: ./lib/report/plan-verdict.js




const plan_verdict_RESULT = {
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
        ...(failed > 0 ? [`${plural(failed, 'stack')} failed`] : []),
        ...(unknown > 0 ? [`${plural(unknown, 'stack')} unknown`] : []),
        ...plan_verdict_riskWords(reports),
        ...plan_verdict_changeWords(sum(reports)),
    ];
    if (parts.length > 0)
        return `Terraform plan: ${parts.join(', ')}`;
    if (reports.every((report) => statusOf(report) === 'no-changes'))
        return 'Terraform plan: no changes';
    const { outputs } = sum(reports);
    if (outputs === 0)
        return 'Terraform plan: no resource changes';
    return `Terraform plan: only ${plural(outputs, 'output')} ${outputs === 1 ? 'changes' : 'change'}`;
}
/** `1 critical risk`, `2 high risks`; lesser ones are no part of a verdict. */
function plan_verdict_riskWords(reports) {
    return ['critical', 'high'].flatMap((level) => {
        const count = risksOf(reports, level);
        return count === 0 ? [] : [plural(count, `${level} risk`)];
    });
}
/** `3 to create`, `1 to replace` …, the destructive ones first; kinds with a count of zero are left out. */
function plan_verdict_changeWords(counts) {
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
    const named = (status) => reports.filter((report) => statusOf(report) === status).map((report) => code(labelOf(report)));
    const failed = named('failed');
    const unknown = named('unknown');
    const totals = sum(reports);
    const found = [];
    if (failed.length > 0)
        found.push(plan_verdict_alert('CAUTION', `No plan for ${failed.join(', ')}: see the error below. Nothing can be applied from it.`));
    if (unknown.length > 0)
        found.push(plan_verdict_alert('WARNING', `What ${unknown.join(', ')} would change is **unknown**: see the reason below.`));
    found.push(...riskAlerts(reports, detail));
    if (totals.destroys > 0) {
        found.push(plan_verdict_alert('CAUTION', `**${plural(totals.destroys, 'object')} will be destroyed**, ${String(totals.replace)} of them to be replaced.`));
    }
    if (totals.failedChecks > 0)
        found.push(plan_verdict_alert('WARNING', `${plural(totals.failedChecks, 'check')} of the configuration fails.`));
    return found;
}
function plan_verdict_alert(kind, text) {
    return `> [!${kind}]\n> ${text}`;
}
/** One line per stack that has something to say, in the order given; the others together on one line below. */
function overview(reports) {
    const telling = reports.filter((report) => !isQuiet(report));
    const quiet = reports.filter(isQuiet).map((report) => code(labelOf(report)));
    const rest = quiet.length === 0 ? [] : [`✅ No changes: ${quiet.join(', ')}`];
    return [...(telling.length === 0 ? [] : [overviewTable(telling)]), ...rest].join('\n\n');
}
function overviewTable(reports) {
    const columns = ['stack', 'result'].map((heading) => ({ heading }));
    const numbers = ['create', 'change', 'replace', 'destroy', 'other'].map((heading) => ({
        heading,
        align: 'right',
    }));
    return table([...columns, ...numbers], reports.map(overviewRow));
}
function overviewRow(report) {
    const status = statusOf(report);
    const lead = [codeCell(labelOf(report)), plan_verdict_RESULT[status]];
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
const LONGEST_GROUP = 20_000;
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
            lines.push({ text: `- ${word}${many} ${markdown_code(text, LONGEST_GROUP)}`, count });
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
    const words = plan.counts === null ? [] : plan_verdict_changeWords(plan.counts);
    return words.length === 0 ? '' : `${words.join(', ')}. The list is in the job summary.`;
}

;// CONCATENATED MODULE: ./lib/report/plan-findings.js



const MOST_DIAGNOSTICS = 10;
/** Characters of one message's detail, so that one long provider error cannot push out what the stacks destroy. */
const plan_findings_LONGEST_DETAIL = {
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
    return [lead, ...failureCause(plan, plan.failure.message, level), prose(plan.failure.remedy)].join('\n\n');
}
/** Who holds the lock, or what Terraform said, or else the message of the action: each says the same in fewer words. */
function failureCause(plan, message, level) {
    if (plan.stateLock !== null)
        return [lockHolder(plan.stateLock)];
    const errors = plan.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    if (errors.length === 0)
        return [prose(message)];
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
    const most = plan_findings_LONGEST_DETAIL[level];
    const shown = detail.length > most ? `${detail.slice(0, most)}… (shortened)` : detail;
    const block = detail === '' || most === 0 ? '' : `\n\n${fenced(shown, 'text')}`;
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

;// CONCATENATED MODULE: ./lib/report/stack-report.js
/** How the plan of one stack stands; the order is from good to bad. */
const STACK_STATUSES = (/* unused pure expression or super */ null && (['no-changes', 'changes', 'unknown', 'failed']));
/** A cancelled or missing plan is unknown: it says nothing about what would change. */
function stack_report_statusOf(report) {
    if (report.plan === undefined || report.plan.status === 'cancelled')
        return 'unknown';
    return report.plan.status;
}
/** Name of the stack, with the workspace when it is not the default one. */
function stack_report_labelOf({ stack, plan }) {
    return plan === undefined || plan.workspace === 'default' ? stack : `${stack} (${plan.workspace})`;
}
/** A stack without anything to say: its plan is whole, changes nothing and found nothing. */
function stack_report_isQuiet(report) {
    const { plan } = report;
    if (plan === undefined || stack_report_statusOf(report) !== 'no-changes')
        return false;
    const found = plan.drift.length + plan.diagnostics.length + plan.risks.length + plan.deferred.length > 0 ||
        plan.checks.some((check) => check.status === 'fail' || check.status === 'error');
    return !found && plan.complete !== false && plan.refreshed;
}
/** Whether a reviewer must see it without unfolding: a failure, something unknown or destroyed, a grave risk. */
function stack_report_isGrave(report) {
    const status = stack_report_statusOf(report);
    if (status === 'failed' || status === 'unknown')
        return true;
    const { worstRisk, counts } = report.plan ?? {};
    return worstRisk === 'critical' || worstRisk === 'high' || (counts?.destroys ?? 0) > 0;
}
/** Lower comes first in the comment: failures, unknowns, critical and high risks, destroys, the rest. */
function rankOf(report) {
    const status = stack_report_statusOf(report);
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
    return (STACK_STATUSES[Math.max(...reports.map((report) => STACK_STATUSES.indexOf(stack_report_statusOf(report))))] ??
        'unknown');
}

;// CONCATENATED MODULE: ./lib/report/plan-risks.js




/** Fewer addresses than this are listed one by one. */
const FEW_ADDRESSES = 6;
const plan_risks_LONGEST_GROUP = 20_000;
/** Groups of addresses, and characters of each, that a lesser risk names. */
const MOST_GROUPS = 6;
const SHORT_GROUP = 300;
function plan_risks_risksOf(reports, level) {
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
            .map((risk) => `- ${markdown_code(stack_report_labelOf(report))}: ${riskText(risk, detail === 'addresses' ? addressList(risk.addresses) : '')}`));
        if (lines.length === 0)
            return [];
        const lead = `**${markdown_plural(lines.length, `${level} risk`)}**`;
        const quoted = detail === 'counts' ? [`${lead}: see the job summaries of the run.`] : [lead, ...lines];
        return [[`[!${kind}]`, ...quoted].map((line) => `> ${line}`).join('\n')];
    });
}
function riskText(risk, addresses) {
    return `${prose(risk.sentence)}${addresses === '' ? '' : ` (${addresses})`}`;
}
function addressList(addresses) {
    if (addresses.length < FEW_ADDRESSES)
        return addresses.map((address) => markdown_code(address)).join(', ');
    return groupAddresses(addresses)
        .map(({ text }) => markdown_code(text, plan_risks_LONGEST_GROUP))
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

;// CONCATENATED MODULE: ./lib/report/plan-sections.js









/**
 * One stack as a part of the comment, at one level of detail: a line with its counts, and below it, folded unless it is
 * grave, everything else. '' for a stack without anything to say.
 * @param room bytes for what is destroyed, at level `capped`
 */
function stackSection(report, level, room) {
    if (isQuiet(report))
        return '';
    const content = stackContent(report, level, room);
    return folded(titleOf(report), content === '' ? 'No more to say.' : content, isGrave(report));
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
        ...(changed > 0 ? [`${plural(changed, 'output')} to change`] : []),
    ];
    return words.length === 0 ? ['no changes'] : words;
}
/** Everything about one stack but its grave risks, which stand above all stacks. Destroys come first. */
function stackContent(report, level, room) {
    const { plan } = report;
    if (plan === undefined)
        return `Unknown: ${markdown_plain(report.unknownReason ?? 'there is no plan document')}.`;
    const parts = [
        stack_report_statusOf(report) === 'unknown' ? 'Unknown: the plan was cancelled before it was done.' : '',
        plan_findings_failure(plan, level),
        limits(plan),
        destroys(plan, level, room),
        lesserRisks(plan, level),
        ...otherChanges(plan, level, !stack_report_isGrave(report)),
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
    const lead = [...plan_risks_riskAlerts([report], 'addresses'), linkPicture(report.plan?.link ?? null)];
    const at = (level, room) => [...lead, stack_report_isQuiet(report) ? '' : stackContent(report, level, room)]
        .filter((part) => part !== '')
        .join('\n\n');
    const level = DETAIL_LEVELS.find((each) => Buffer.byteLength(at(each)) <= LARGEST_SUMMARY);
    const markdown = level === undefined ? at('capped', LARGEST_SUMMARY / 2) : at(level);
    return { markdown, shorter: at('capped', LARGEST_SUMMARY / 4) };
}

;// CONCATENATED MODULE: ./actions/terraform-plan/src/summary.js


/** Words for each count, in the order of danger. */
const COUNTS = [
    ['delete', 'to destroy'],
    ['replace', 'to replace'],
    ['createForget', 'to replace without destroying'],
    ['forget', 'to forget'],
    ['update', 'to change'],
    ['create', 'to create'],
    ['import', 'to import'],
    ['move', 'to move'],
    ['read', 'to read during apply'],
    ['deferred', 'put off to a later plan'],
    ['actionInvocations', 'to invoke (actions)'],
    ['outputs', 'to change among the outputs'],
];
/** The job summary of one plan: verdict, what to do, counts, then the same section as in the comment. */
function summarize(document) {
    const report = {
        stack: document.stack,
        directory: document.directory,
        plan: document,
        unknownReason: undefined,
    };
    return [
        { markdown: `## ${markdown_code(document.stack)}: ${verdictOf(document)}` },
        { markdown: advice(document) },
        { markdown: countTable(document) },
        stackSummary(report),
        { markdown: phaseList(document) },
    ].filter((part) => part.markdown !== '');
}
/** The plan in one line: what it would do, or where it ended. */
function verdictOf({ status, failure, counts }) {
    const phase = failure?.phase ?? 'plan';
    if (status === 'cancelled')
        return `cancelled during ${phase}`;
    if (status === 'failed' || counts === null)
        return `${phase} failed`;
    return status === 'no-changes' ? 'no changes' : rows(counts).join(', ');
}
function rows(counts) {
    return COUNTS.flatMap(([key, words]) => (counts[key] > 0 ? [`${counts[key]} ${words}`] : []));
}
function advice(document) {
    if (document.failure !== null) {
        return 'What an apply would do to this stack is **unknown**. Correct what is named below and run the plan again.';
    }
    const destroys = document.counts?.destroys ?? 0;
    const lines = [
        ...(destroys > 0
            ? [`**${markdown_plural(destroys, 'object')} will be destroyed.** Check each before you approve.`]
            : []),
        ...(document.locked ? [] : ['Planned without the state lock: the state may have changed meanwhile.']),
        ...(document.unformatted.length > 0
            ? [`Not formatted: ${document.unformatted.map(markdown_code).join(', ')}. Run \`terraform fmt\`.`]
            : []),
    ];
    if (lines.length > 0)
        return lines.join('\n\n');
    return document.status === 'changes' ? 'Review the changes before you approve.' : 'Nothing to do.';
}
/** Every kind that occurs, also those that the verdict of a comment leaves out. */
function countTable({ counts }) {
    const found = counts === null ? [] : COUNTS.filter(([key]) => counts[key] > 0);
    if (counts === null || found.length === 0)
        return '';
    const columns = [{ heading: 'What' }, { heading: 'Count', align: 'right' }];
    return markdown_table(columns, found.map(([key, words]) => [words, String(counts[key])]));
}
function phaseList({ phases, tool }) {
    const columns = [{ heading: 'Phase' }, { heading: 'Result' }, { heading: 'Time', align: 'right' }];
    const times = phases.map((phase) => [
        phase.name,
        phase.result,
        `${(phase.milliseconds / 1000).toFixed(1)} s`,
    ]);
    const name = tool.name ?? 'a tool that did not say its name';
    return markdown_folded(`Phases, with ${name} ${tool.version ?? '(version unknown)'}`, markdown_table(columns, times));
}

;// CONCATENATED MODULE: ./actions/terraform-plan/src/run.js














/** Diagnostics beyond this are counted; Terraform repeats one cause per instance of a resource. */
const run_MOST_DIAGNOSTICS = 200;
/**
 * Plans one stack, or reads the plan it is given. A plan that fails or is cancelled still gives its document and
 * summary, so that the comment can show why; the action fails after they are written. Nothing leaves this function that
 * did not go through the redactor: log and errors by the guard, the rest as parts of the document.
 */
async function run(inputs, given) {
    if (inputs.checkOnly)
        return runChecks(inputs, given);
    const { directory, varFiles, environment, sealing } = inputs;
    const protection = new Protection({
        directory,
        varFiles,
        variables: environment.variables,
        given: sealing?.kind === 'secret' ? [sealing.secret] : [],
    });
    const deps = { ...given, log: protection.guard(given.log) };
    const record = await runPhases(inputs, deps, protection);
    const fields = {
        ...(await fieldsOf(record, inputs, deps)),
        addresses: record.addresses && copyFacts(redactFacts(record.addresses, protection.redact)),
    };
    const document = planDocument.create(redactTexts(fields, protection.redact));
    deps.log.info(`${document.stack}: ${verdictOf(document)}`);
    const result = {
        outputs: outputsOf(document),
        report: { fileName: `plan-${document.stack.replaceAll('/', '-')}.json`, document },
        summary: summarize(document),
    };
    protection.mask(given, publishedOf(document));
    const failure = record.failure === null ? riskFailure(document, inputs) : record.failure.error;
    return failure === undefined ? result : { ...result, failure: protection.guardError(failure) };
}
/** Only what the document says may fail the step, and only after all was written. */
function riskFailure({ worstRisk, risks }, { failOn }) {
    if (failOn === null || !reaches(worstRisk, failOn))
        return undefined;
    const reached = risks.filter((risk) => reaches(risk.level, failOn));
    const list = reached.map((risk) => `- ${risk.level} (${risk.rule}): ${risk.sentence}`).join('\n');
    return errors/* terraformErrors */.O.EHA1211(`The worst risk is ${worstRisk ?? 'none'}, fail-on is ${failOn}:\n${list}`);
}
/** Texts of the document that are not redacted. */
function publishedOf({ stack, directory, workspace, tool, sha, headSha, runUrl, generatedAt, }) {
    return [stack, directory, workspace, tool.version, sha, headSha, runUrl, generatedAt].join('\n');
}
async function fieldsOf(record, inputs, deps) {
    const { reading, failure } = record;
    return {
        stack: inputs.stack,
        directory: stackDirectory(inputs, deps),
        workspace: await selectedWorkspace(inputs.environment.workspace, dataDirectory(inputs)),
        status: run_statusOf(record),
        tool: { name: record.tool.name, version: reading?.model.toolVersion ?? record.tool.version },
        refreshed: inputs.refresh,
        locked: inputs.lock,
        ...(reading === null ? unknownContent() : planContent(reading.model, reading.assessment)),
        bundle: record.bundle,
        diagnostics: record.diagnostics.slice(0, run_MOST_DIAGNOSTICS).map((entry) => ({ ...entry })),
        diagnosticsOmitted: Math.max(0, record.diagnostics.length - run_MOST_DIAGNOSTICS),
        unformatted: [...record.unformatted],
        failure: failure && {
            code: failure.error.code,
            phase: failure.phase,
            message: failure.error.message,
            remedy: failure.error.remedy,
        },
        stateLock: record.stateLock && { ...record.stateLock },
        phases: [...record.phases],
        sha: deps.github.sha,
        headSha: headOf(deps.github),
        runUrl: deps.github.runUrl,
        generatedAt: new Date(deps.clock.now()).toISOString(),
    };
}
function run_statusOf(record) {
    if (record.cancelled)
        return 'cancelled';
    if (record.reading !== null)
        return hasChanges(record.reading.model) ? 'changes' : 'no-changes';
    if (record.failure !== null)
        return 'failed';
    throw action_errors/* actionErrors */.u.EHA1000('The phases ended without a plan and without a failure.');
}
function headOf(github) {
    const pull = github.event['pull_request'];
    const head = typeof pull === 'object' && pull !== null && 'head' in pull ? pull.head : undefined;
    const sha = typeof head === 'object' && head !== null && 'sha' in head ? head.sha : undefined;
    return typeof sha === 'string' ? sha : null;
}
/** What workflows branch on. Where the plan failed the counts are empty and has-changes is `unknown`, never 0 or false. */
function outputsOf(document) {
    const { counts, status } = document;
    const planned = status === 'changes' || status === 'no-changes';
    return {
        status,
        'has-changes': planned ? status === 'changes' : 'unknown',
        create: counts?.create ?? '',
        update: counts?.update ?? '',
        replace: counts?.replace ?? '',
        delete: counts?.delete ?? '',
        read: counts?.read ?? '',
        import: counts?.import ?? '',
        move: counts?.move ?? '',
        forget: counts?.forget ?? '',
        'create-forget': counts?.createForget ?? '',
        destroys: counts?.destroys ?? '',
        'output-changes': counts?.outputs ?? '',
        drift: counts?.drift ?? '',
        'failed-checks': counts?.failedChecks ?? '',
        'terraform-version': document.tool.version ?? '',
        risk: planned ? (document.worstRisk ?? 'none') : '',
        fingerprint: document.bundle?.fingerprint ?? '',
        bundle: document.bundle?.file ?? '',
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

/***/ 6471:
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

/***/ 7259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ bundleErrors)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);

/** Refusals around the sealed plan bundle, EHA1260 to EHA1269. */
const bundleErrors = (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .defineErrors */ .V)({
    EHA1260: {
        kind: 'user',
        title: 'The bundle secret is too weak',
        likelyCause: 'The secret is a password a person made up, is shorter than 32 characters, or repeats a few.',
        remedy: 'Make one with `openssl rand -base64 48` and store it as a secret of the environments that plan and apply.',
    },
    EHA1261: {
        kind: 'user',
        title: 'A path cannot go into the plan bundle',
        likelyCause: 'A declared extra path does not exist, leads outside the workspace, or is neither a file nor a folder of files.',
        remedy: 'Declare files and folders inside the checkout, relative to the stack, that exist when the plan is made.',
    },
    EHA1262: {
        kind: 'user',
        title: 'The plan bundle would be too large',
        likelyCause: 'A declared extra path names a folder with more than what Terraform reads while it applies.',
        remedy: 'Declare only the files that the apply reads, such as the archive of a function.',
    },
    EHA1263: {
        kind: 'user',
        title: 'A file changed while it was sealed',
        likelyCause: 'A step in the background still writes a file that the plan bundle takes along.',
        remedy: 'Wait for everything that writes these files before the plan, then run the job again.',
    },
    EHA1264: {
        kind: 'user',
        title: 'The file is not a plan bundle this version can open',
        likelyCause: 'The file is something else, is cut off, or was sealed by a newer version of the action.',
        remedy: 'Plan and apply with the same version of the actions, and plan again.',
    },
    EHA1265: {
        kind: 'user',
        title: 'The key does not open the plan bundle',
        likelyCause: 'The secret or KMS key differs between plan and apply, or was rotated in between.',
        remedy: 'Give both the same secret or kms-key-arn, and plan again after a rotation.',
    },
    EHA1266: {
        kind: 'user',
        title: 'The plan bundle was made for something else',
        likelyCause: 'The bundle belongs to another pull request, commit, run, stack, workspace or state than the one to be applied.',
        remedy: 'Apply the run that was reviewed, or plan again and have the new plan reviewed.',
    },
    EHA1267: {
        kind: 'user',
        title: 'The plan bundle was altered',
        likelyCause: 'The artifact was damaged or changed after it was sealed.',
        remedy: 'Do not apply it. Plan again; if it happens again, find out who can write artifacts of this repository.',
    },
    EHA1268: {
        kind: 'service',
        title: 'AWS KMS did not give the key of the plan bundle',
        likelyCause: 'KMS could not be reached or was throttling, or the job has no AWS credentials.',
        remedy: 'Run the job again; if it stays, check that AWS credentials are set up before this step.',
    },
    EHA1269: {
        kind: 'user',
        title: 'AWS KMS refuses the key of the plan bundle',
        likelyCause: 'The role lacks kms:GenerateDataKey (plan) or kms:Decrypt (apply) on the key, or the key is disabled or in another account.',
        remedy: 'Allow the role to use the key of the input kms-key-arn; the key policy may demand the encryption context.',
    },
});


/***/ }),

/***/ 2772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ terraformErrors)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);

/** What can go wrong between this project and Terraform. */
const terraformErrors = (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .defineErrors */ .V)({
    EHA1201: {
        kind: 'user',
        title: 'Terraform could not be started',
        likelyCause: 'No terraform (or tofu) executable is on PATH of the job, or the given path is not one.',
        remedy: 'Install Terraform 1.10 or newer in an earlier step, or point the input terraform-path at it.',
    },
    EHA1202: {
        kind: 'user',
        title: 'Terraform files are not formatted',
        likelyCause: 'Files were changed without running terraform fmt.',
        remedy: 'Run `terraform fmt -recursive` in the stack and commit the result.',
    },
    EHA1203: {
        kind: 'user',
        title: 'terraform init failed',
        likelyCause: 'The configuration has a syntax error, a provider or module cannot be fetched, or the backend refused the credentials.',
        remedy: 'Read the diagnostics above; the same `terraform init` in the stack folder shows them again.',
    },
    EHA1204: {
        kind: 'user',
        title: 'The provider lock file does not match the configuration',
        likelyCause: '.terraform.lock.hcl is missing, not committed, or older than the provider requirements, and lockfile is readonly.',
        remedy: 'Run `terraform providers lock -platform=linux_amd64` (and the platforms you use) in the stack and commit .terraform.lock.hcl.',
    },
    EHA1205: {
        kind: 'user',
        title: 'The configuration is not valid',
        likelyCause: 'terraform validate found errors.',
        remedy: 'Correct the places named in the diagnostics.',
    },
    EHA1206: {
        kind: 'user',
        title: 'terraform plan failed',
        likelyCause: 'A variable has no value, a provider refused the configuration, or credentials lack a permission to read.',
        remedy: 'Read the diagnostics; nothing was changed and nothing may be concluded about the stack.',
    },
    EHA1207: {
        kind: 'service',
        title: 'The state is locked by someone else',
        likelyCause: 'Another plan or apply of the same stack is running, or one was killed before it could unlock.',
        remedy: 'Wait for the holder named in the message, or raise lock-timeout. If the holder is gone, run `terraform force-unlock <ID>`.',
    },
    EHA1208: {
        kind: 'service',
        title: 'The plan could not be read as JSON',
        likelyCause: '`terraform show -json` failed or its output was cut off, for example by a full disk.',
        remedy: 'Run the job again; if it stays, report the message together with the Terraform version.',
    },
    EHA1209: {
        kind: 'user',
        title: 'The plan has a format this version does not know',
        likelyCause: 'Terraform is newer than this action, and its plan may hold actions this action would misread.',
        remedy: 'Use a newer version of this action, or the Terraform version it names in its README.',
    },
    EHA1210: {
        kind: 'user',
        title: 'The exit code of terraform plan and its JSON disagree',
        likelyCause: 'A wrapper around terraform changes exit codes, or Terraform reports a kind of change unknown here.',
        remedy: 'Remove the wrapper (terraform_wrapper: false with setup-terraform); otherwise report the plan versions.',
    },
    EHA1211: {
        kind: 'user',
        title: 'The plan holds a risk at or above fail-on',
        likelyCause: 'The plan would do something that a rule of this project rates as dangerous for this architecture.',
        remedy: 'Read the risks in the job summary. Change the configuration, or, when the effect is wanted, raise fail-on for this run.',
    },
    EHA1212: {
        kind: 'user',
        title: 'The file holds several plans',
        likelyCause: 'The output of `terraform show -json` was appended to a file that already held one.',
        remedy: 'Write each plan to a file of its own and give one of them.',
    },
    EHA1213: {
        kind: 'user',
        title: 'Inputs that exclude each other',
        likelyCause: 'Two inputs were set of which one takes away what the other needs.',
        remedy: 'Remove one of the inputs named in the message.',
    },
});


/***/ }),

/***/ 1155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ checkRest),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   f3: () => (/* binding */ checkRow),
/* harmony export */   yg: () => (/* binding */ checkDeferredRow)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2772);

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
        throw _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .terraformErrors */ .O.EHA1208('The JSON has no format_version: it is not a plan of Terraform or OpenTofu.');
    }
    if (!KNOWN_MAJOR_VERSIONS.has(major)) {
        throw _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .terraformErrors */ .O.EHA1209(`The plan has format version ${String(version)}; known are 0.x and 1.x.`);
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
    return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .terraformErrors */ .O.EHA1208(`The plan JSON does not have the documented shape: ${what}.`);
}
/** A JSON object, as opposed to null, a list or a scalar. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
/******/ var __webpack_exports__ = __nccwpck_require__(7067);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
