import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

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

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 6697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

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

// EXTERNAL MODULE: ./lib/install/nodeadm-versions.js
var nodeadm_versions = __nccwpck_require__(2032);
// EXTERNAL MODULE: ./lib/nodes/node-config-rules.js
var node_config_rules = __nccwpck_require__(1489);
;// CONCATENATED MODULE: ./actions/setup-nodeadm/src/inputs.js





const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'];
/** Readers of the inputs for a NodeConfig that is written. */
const RENDERING = {
    activationFile: () => pathInput('activation-file', { mustExist: 'file', within: 'workspace-or-temp' }),
    labels: () => goodItems('node-labels', listInput('node-labels'), node_config_rules/* labelError */.ZC),
    taints: () => goodItems('node-taints', listInput('node-taints'), node_config_rules/* taintError */.Lq),
    maxPods: () => integerInput('max-pods', { minimum: 1, maximum: 1000 }),
    enableCredentialsFile: () => booleanInput('credentials-file', { default: false }),
};
function readInputs() {
    const inputs = readAll({
        version: readVersion,
        sha256: () => stringInput('sha256', { pattern: /^[0-9a-f]{64}$/i, allowed: 'a SHA-256 of 64 hexadecimal digits' }),
        architecture: () => enumInput('architecture', ['amd64', 'arm64']),
        mirrorUrl: readMirrorUrl,
        kubernetesVersion: () => stringInput('kubernetes-version', {
            pattern: /^1\.\d{1,3}(?:\.\d{1,3})?$/,
            allowed: 'a version such as 1.34 or 1.34.4',
        }),
        region: () => stringInput('region', {
            pattern: /^[a-z]{2}(?:-[a-z]+)+-\d$/,
            allowed: 'a region such as eu-central-1',
        }),
        credentialProvider: () => enumInput('credential-provider', ['ssm', 'iam-ra'], { default: 'ssm' }),
        nodeConfig: () => pathInput('node-config', { mustExist: 'file', within: 'workspace-or-temp' }),
        nodeConfigCheck: () => booleanInput('node-config-check', { default: false }),
        clusterName: () => stringInput('cluster-name', {
            pattern: /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,
            allowed: 'a name of at most 100 letters, digits, hyphens and underscores',
        }),
        ...RENDERING,
        toolCache: readToolCache,
    });
    const rendering = checkTogether(inputs);
    return {
        ...inputs,
        rendering,
        sha256: inputs.sha256?.toLowerCase(),
        platform: process.platform,
        arch: process.arch,
        proxy: Object.fromEntries(PROXY_VARIABLES.map((name) => [name, process.env[name]])),
    };
}
/** What inputs say together: an input that would be ignored is refused. */
function checkTogether(inputs) {
    const { activationFile, clusterName, region, labels, taints, maxPods, enableCredentialsFile } = inputs;
    if (inputs.sha256 !== undefined && inputs.version === undefined) {
        throw input_value_refusedInput('sha256', inputs.sha256, 'given together with a full version, because latest changes');
    }
    if (activationFile === undefined) {
        const isIdle = labels.length + taints.length > 0 || maxPods !== undefined || enableCredentialsFile;
        if (isIdle) {
            const names = 'node-labels, node-taints, max-pods and credentials-file';
            throw action_errors/* actionErrors */.u.EHA1001(`The inputs ${names} need activation-file: they are for the NodeConfig that is written.`);
        }
        if (inputs.nodeConfigCheck && inputs.nodeConfig === undefined) {
            throw action_errors/* actionErrors */.u.EHA1001('Input "node-config-check" is true, but there is no NodeConfig to check.');
        }
        return undefined;
    }
    if (inputs.nodeConfig !== undefined) {
        throw action_errors/* actionErrors */.u.EHA1001('Only one of the inputs node-config and activation-file can be given.');
    }
    if (clusterName === undefined || region === undefined) {
        throw action_errors/* actionErrors */.u.EHA1001('Input "activation-file" needs cluster-name and region.');
    }
    if (inputs.credentialProvider !== 'ssm') {
        throw action_errors/* actionErrors */.u.EHA1001('Input "activation-file" needs the credential-provider ssm.');
    }
    return { activationFile, cluster: clusterName, region, labels, taints, maxPods, enableCredentialsFile };
}
function readVersion() {
    const text = stringInput('version', { default: 'latest' });
    if (text === 'latest')
        return undefined;
    const version = (0,nodeadm_versions/* nodeadmVersion */.Pd)(text);
    if (version !== undefined)
        return version;
    throw input_value_refusedInput('version', text, 'latest or a full version such as v1.0.20');
}
/** Which addresses are safe is judged where they are used; here only that it is one. */
function readMirrorUrl() {
    const address = stringInput('mirror-url');
    if (address === undefined)
        return undefined;
    const url = URL.parse(address);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:'))
        return address;
    throw input_value_refusedInput('mirror-url', address, 'an address such as https://mirror.example.com/eks-hybrid');
}
function goodItems(name, items, problem) {
    for (const item of items) {
        const reason = problem(item);
        if (reason !== undefined)
            throw action_errors/* actionErrors */.u.EHA1001(`Input "${name}": ${reason}.`);
    }
    return items;
}
function readToolCache() {
    const folder = process.env['RUNNER_TOOL_CACHE'] ?? '';
    if (folder !== '')
        return folder;
    throw action_errors/* actionErrors */.u.EHA1006('The environment variable RUNNER_TOOL_CACHE is not set.');
}


/***/ }),

/***/ 8593:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(386);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6697);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5535);



await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e, _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/install/platforms.js
var platforms = __nccwpck_require__(5448);
// EXTERNAL MODULE: ./lib/install/nodeadm.js + 12 modules
var nodeadm = __nccwpck_require__(598);
// EXTERNAL MODULE: ./lib/install/nodeadm-versions.js
var nodeadm_versions = __nccwpck_require__(2032);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/install/nodeadm-errors.js
var nodeadm_errors = __nccwpck_require__(210);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./actions/setup-nodeadm/src/clean-up.js

/** Name of the state that holds the path of the NodeConfig with the activation code. */
const WRITTEN = 'written-node-config';
/** Removes the NodeConfig that `run` wrote: runners that are kept would keep the activation code with it. */
async function cleanUp({ state, log }) {
    const path = state.get(WRITTEN);
    if (path === '')
        return undefined;
    await rm(path, { force: true });
    log.info(`${path} was removed.`);
    return undefined;
}

;// CONCATENATED MODULE: ./actions/setup-nodeadm/src/node-config.js




/** Longer ones are no NodeConfig and no activation. */
const MOST_BYTES = 1024 * 1024;
/** Checks the given NodeConfig, or writes one and checks that; undefined when neither is asked for. EHA1450, EHA1453. */
async function settleNodeConfig(inputs, deps) {
    if (inputs.rendering !== undefined)
        return write(inputs.rendering, inputs, deps);
    if (inputs.nodeConfig === undefined)
        return undefined;
    return check(readSmall(inputs.nodeConfig), inputs.nodeConfig, 'given', inputs, deps);
}
async function check(content, path, origin, inputs, deps) {
    const { readNodeConfig } = await Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(747)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8747));
    const { errors, warnings, cluster, region, provider, activationCode } = readNodeConfig(content);
    if (activationCode !== undefined)
        deps.mask(activationCode);
    const problems = [...errors];
    if (region !== undefined && inputs.region !== undefined && region !== inputs.region) {
        problems.push(`spec.cluster.region: it is ${region}, the input region is ${inputs.region}`);
    }
    if (cluster !== undefined && inputs.clusterName !== undefined && cluster !== inputs.clusterName) {
        problems.push(`spec.cluster.name: it is ${cluster}, the input cluster-name is ${inputs.clusterName}`);
    }
    if (provider !== undefined && provider !== inputs.credentialProvider) {
        problems.push(`spec.hybrid: it is for ${provider}, the input credential-provider is ${inputs.credentialProvider}`);
    }
    if (problems.length > 0 || cluster === undefined || region === undefined || provider === undefined) {
        throw nodeadm_errors/* nodeadmErrors */.i.EHA1450(`${path}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    }
    const isOpen = origin === 'given' && activationCode !== undefined;
    const kept = isOpen
        ? [
            `${path} holds an activation code: whoever can read the file can join a node until the activation ends.`,
        ]
        : [];
    return { path, origin, cluster, region, provider, warnings: [...warnings, ...kept] };
}
async function write(rendering, inputs, deps) {
    const { activationFile, ...parts } = rendering;
    const activation = readActivation(activationFile, deps);
    const { renderNodeConfig } = await Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(747)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8747));
    const content = renderNodeConfig({ ...parts, ...activation });
    const path = (0,external_node_path_.join)(deps.github.tempDirectory, 'node-config.yaml');
    const known = await check(content, path, 'rendered', inputs, deps);
    // Before the file is there: a job that is cancelled in between has nothing to remove, but would not know.
    deps.state.set(WRITTEN, path);
    (0,external_node_fs_.rmSync)(path, { force: true });
    (0,external_node_fs_.writeFileSync)(path, content, { mode: 0o600, flag: 'wx' });
    return known;
}
function readActivation(path, deps) {
    let value;
    try {
        value = JSON.parse(readSmall(path));
    }
    catch {
        // Not with the parser's own sentence, which quotes the text.
        throw nodeadm_errors/* nodeadmErrors */.i.EHA1453(`${path} is not JSON.`);
    }
    const { activationId, activationCode } = (value ?? {});
    if (typeof activationCode === 'string' && activationCode !== '')
        deps.mask(activationCode);
    if (typeof activationId === 'string' && typeof activationCode === 'string') {
        return { activationId, activationCode };
    }
    throw nodeadm_errors/* nodeadmErrors */.i.EHA1453(`${path} lacks the texts activationId and activationCode.`);
}
function readSmall(path) {
    const { size } = (0,external_node_fs_.statSync)(path);
    if (size <= MOST_BYTES)
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    throw nodeadm_errors/* nodeadmErrors */.i.EHA1450(`${path} has ${size} bytes; it cannot be what is needed here.`);
}

;// CONCATENATED MODULE: ./actions/setup-nodeadm/src/program.js


const LAST_LINES = 5;
/** Asks the program for its version, which a mirror may have mixed up. EHA1452. */
async function confirmVersion(path, version, deps) {
    const { exitCode, stdout, stderr } = await deps.runProcess([path, '--version'], { cwd: (0,external_node_path_.dirname)(path) });
    const said = /v?(\d+\.\d+\.\d+)/.exec(`${stdout}\n${stderr}`)?.[1];
    if (exitCode === 0 && said === version)
        return;
    const what = said === undefined ? 'no version' : `version ${said}`;
    throw nodeadm_errors/* nodeadmErrors */.i.EHA1452(`${path} says ${what} instead of ${version} (exit code ${exitCode}).`);
}
/**
 * Lets nodeadm check the configuration. It connects to systemd for that, although it changes nothing: where there is
 * none, the answer is unknown. EHA1451 when it refuses.
 */
async function checkByProgram(path, config, deps) {
    const argv = [path, 'config', 'check', '--config-source', `file://${config}`];
    const { exitCode, stdout, stderr } = await deps.runProcess(argv, { cwd: (0,external_node_path_.dirname)(config) });
    if (exitCode === 0)
        return { verdict: 'passed', reason: null };
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-LAST_LINES).join('\n');
    if (/d-?bus|systemd/i.test(said)) {
        return {
            verdict: 'unknown',
            reason: '`nodeadm config check` needs systemd, which it does not reach here',
        };
    }
    throw nodeadm_errors/* nodeadmErrors */.i.EHA1451(`${config} (exit code ${exitCode}):\n${said}`);
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

;// CONCATENATED MODULE: ./actions/setup-nodeadm/src/summary.js

/** Version first, then what vouched for it, what it supports, and what to know. */
function summarize(document) {
    const { version, architecture, cacheHit, vouchedBy, sha256, manifest, nodeConfig, warnings } = document;
    const vouched = vouchedBy === 'input'
        ? 'the given SHA-256'
        : `the SHA-256 that its release publishes (${code(sha256)}); give it as ${code('sha256')} to pin it`;
    const lines = [
        `### nodeadm ${version} for ${architecture}`,
        '',
        `- ${cacheHit ? 'From the tool cache' : 'Downloaded'}; verified by ${vouched}.`,
    ];
    if (!document.onPath)
        lines.push('- Not on PATH: it does not run on this runner.');
    lines.push(...manifestLines(manifest));
    if (nodeConfig !== null)
        lines.push(`- ${configLine(nodeConfig)}`);
    for (const warning of warnings)
        lines.push(`- ⚠️ ${warning}`);
    return lines.join('\n');
}
function manifestLines(manifest) {
    if (manifest === null)
        return [];
    const { kubernetes, region, credentialProvider } = manifest;
    return [
        ...(kubernetes === null ? [] : [`- Installs Kubernetes ${kubernetes}.`]),
        ...(region === null ? [] : [`- Knows the region ${code(region)} with ${code(credentialProvider)}.`]),
    ];
}
function configLine({ origin, cluster, region, programCheck, }) {
    const what = origin === 'given' ? 'The NodeConfig fits' : 'A NodeConfig was written';
    const also = programCheck === 'passed' ? '; nodeadm itself agrees' : '';
    return `${what}, for the cluster ${code(cluster)} in ${code(region)}${also}.`;
}

;// CONCATENATED MODULE: ./actions/setup-nodeadm/src/run.js






/**
 * Checks the NodeConfig first, which needs no network, then version, manifest and program; what is wrong is told before
 * a machine is touched.
 */
async function run(inputs, deps) {
    const runner = (0,platforms/* platformOf */.tj)(inputs.platform, inputs.arch);
    const architecture = inputs.architecture ?? runner.arch;
    const runsHere = runner.os === 'linux' && runner.arch === architecture;
    const nodeConfig = await settleNodeConfig(inputs, deps);
    const access = accessOf(inputs, deps);
    const version = inputs.version ?? (await (0,nodeadm.newestNodeadm)(access));
    const judged = (0,nodeadm_versions/* judgeNodeadm */.yi)(version, inputs.credentialProvider, deps.clock.now());
    const manifest = await askManifest(inputs, access, architecture, nodeConfig?.region);
    const pin = inputs.sha256 === undefined ? {} : { sha256: inputs.sha256 };
    const request = { ...access, version, architecture, toolCache: inputs.toolCache, ...pin };
    const installed = await (0,nodeadm.installNodeadm)(request);
    if (runsHere)
        await confirmVersion(installed.path, version, deps);
    const check = await programCheck(inputs, nodeConfig, installed, runsHere, deps);
    const warnings = [
        ...judged,
        ...(nodeConfig?.warnings ?? []),
        ...(check.reason === null ? [] : [unknown(check.reason)]),
    ];
    for (const warning of warnings)
        deps.log.warning(warning);
    deps.log.info(sayInstalled(version, installed, inputs));
    return result(inputs, {
        version,
        architecture,
        runsHere,
        installed,
        manifest,
        nodeConfig,
        check,
        warnings,
    });
}
function unknown(reason) {
    return `Whether nodeadm itself takes the NodeConfig is unknown: ${reason}.`;
}
function accessOf({ mirrorUrl, proxy }, { log, clock, signal }) {
    return { log, clock, signal, proxy, ...(mirrorUrl === undefined ? {} : { mirror: mirrorUrl }) };
}
/** Null when nothing is asked of the manifest; it is not fetched then. */
async function askManifest(inputs, access, architecture, configured) {
    const { kubernetesVersion, credentialProvider } = inputs;
    const region = inputs.region ?? configured;
    if (kubernetesVersion === undefined && region === undefined)
        return null;
    const [{ fetchManifest }, { checkRegion, parseManifest, supportedKubernetes }] = await Promise.all([
        Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 598)),
        Promise.all(/* import() */[__nccwpck_require__.e(282), __nccwpck_require__.e(36)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4036)),
    ]);
    const { text, url } = await fetchManifest(access, region);
    const manifest = parseManifest(text, url);
    if (region !== undefined)
        checkRegion(manifest, region, credentialProvider);
    const kubernetes = kubernetesVersion === undefined ? null : supportedKubernetes(manifest, kubernetesVersion, architecture);
    return { url, kubernetes, region: region ?? null, credentialProvider };
}
async function programCheck({ nodeConfigCheck }, nodeConfig, { path }, runsHere, deps) {
    if (!nodeConfigCheck || nodeConfig === undefined)
        return { verdict: 'not asked', reason: null };
    if (!runsHere)
        return { verdict: 'unknown', reason: 'the program does not run on this runner' };
    return checkByProgram(path, nodeConfig.path, deps);
}
function sayInstalled(version, { cacheHit, path, source }, { sha256 }) {
    const vouched = sha256 === undefined ? "the release's SHA-256" : 'the given SHA-256';
    const what = cacheHit ? 'found in the tool cache' : `downloaded from ${source}`;
    return `nodeadm ${version} ${what}, verified by ${vouched}: ${path}`;
}
/** Of `nodeadmDocument`; a test of the bundle holds the document against it, so that a cache hit loads no schemas. */
const SCHEMA = 'eks-hybrid-actions/nodeadm/v1';
function result(inputs, outcome) {
    const { version, architecture, runsHere, installed, manifest, nodeConfig, check, warnings } = outcome;
    const { path, directory, cacheHit, source, sha256 } = installed;
    const document = {
        schema: SCHEMA,
        version,
        asked: inputs.version ?? 'latest',
        architecture,
        path,
        onPath: runsHere,
        cacheHit,
        downloadedFrom: source,
        sha256,
        vouchedBy: inputs.sha256 === undefined ? 'release' : 'input',
        saysVersion: runsHere ? true : null,
        keyEnds: (0,nodeadm_versions/* keyEnd */.FM)(version),
        warnings: [...warnings],
        manifest,
        nodeConfig: nodeConfig === undefined ? null : configPart(nodeConfig, check),
    };
    return {
        outputs: {
            version,
            path,
            sha256,
            'cache-hit': cacheHit,
            'kubernetes-version': manifest?.kubernetes ?? '',
            'node-config': nodeConfig?.path ?? '',
        },
        ...(runsHere ? { addToPath: [directory] } : {}),
        report: { fileName: `nodeadm-${architecture}.json`, document },
        summary: [{ markdown: summarize(document) }],
    };
}
function configPart({ path, origin, cluster, region, provider }, { verdict, reason }) {
    return { path, origin, cluster, region, provider, programCheck: verdict, reason };
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
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

/***/ 7745:
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

/***/ 210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ nodeadmErrors)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(308);

/** Installing nodeadm and checking what it will be told. EHA1440 to EHA1459. */
const nodeadmErrors = (0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .defineErrors */ .V)({
    EHA1440: {
        kind: 'service',
        title: 'Newest version of nodeadm cannot be told',
        likelyCause: 'The host of the releases answered `latest` with something else, such as a sign-in page.',
        remedy: 'Open the address from the message, or give the input version a full version.',
    },
    EHA1441: {
        kind: 'user',
        title: 'Version of nodeadm cannot join a node',
        likelyCause: 'Each release of nodeadm holds the key that vouches for the installer of the SSM agent, and that key ends.',
        remedy: 'Use a newer version, or `latest`; on the nodes too.',
    },
    EHA1442: {
        kind: 'user',
        title: 'Release of nodeadm not found',
        likelyCause: 'There is no such version, or the mirror does not carry it for this architecture or without its `.sha256` file.',
        remedy: 'Correct the version, or copy the release to the mirror as it is on the official host.',
    },
    EHA1443: {
        kind: 'service',
        title: 'Checksum of nodeadm cannot be read',
        likelyCause: 'The mirror answered with something else than a SHA-256, such as a sign-in page.',
        remedy: 'Open the address from the message; correct the mirror, or give the input sha256.',
    },
    EHA1444: {
        kind: 'service',
        title: 'Program is not the nodeadm of the release',
        likelyCause: 'The program or its checksum was replaced or damaged on the host or on the way.',
        remedy: 'Run the job again; if it stays, do not use this mirror and tell the people who run it. Nothing was installed.',
    },
    EHA1445: {
        kind: 'user',
        title: 'nodeadm does not have the given SHA-256',
        likelyCause: 'The given SHA-256 belongs to another version or architecture, or the program was replaced.',
        remedy: 'Compare the SHA-256 of this version and architecture with the one that you recorded. Nothing was installed.',
    },
    EHA1446: {
        kind: 'service',
        title: 'Download for nodeadm failed',
        likelyCause: 'The host is down or cannot be reached from this runner; each attempt is in the log.',
        remedy: 'Run the job again later, or give a mirror that this runner can reach.',
    },
    EHA1447: {
        kind: 'service',
        title: 'Manifest of nodeadm cannot be read',
        likelyCause: 'The mirror has no manifest.yaml, or answered with something else such as a sign-in page.',
        remedy: 'Copy manifest.yaml of the official host to the mirror.',
    },
    EHA1448: {
        kind: 'user',
        title: 'Kubernetes version is not one that nodeadm installs',
        likelyCause: 'The manifest lists what nodeadm can install; this version is too old, too new, misspelt, or not built for the architecture.',
        remedy: 'Use a version from the message, at most that of the control plane and three minor versions older.',
    },
    EHA1449: {
        kind: 'user',
        title: 'Region is not one that nodeadm knows',
        likelyCause: 'The region is misspelt, or the manifest does not have it, or not for this credential provider.',
        remedy: 'Use a region from the message, or the other credential provider.',
    },
    EHA1450: {
        kind: 'user',
        title: 'NodeConfig refused',
        likelyCause: 'nodeadm decodes its configuration strictly: an unknown member, a second credential provider or a malformed activation ends `nodeadm init`.',
        remedy: 'Correct the places in the message.',
    },
    EHA1451: {
        kind: 'user',
        title: 'nodeadm refuses the NodeConfig',
        likelyCause: '`nodeadm config check` of this version found what the rules of this action do not know.',
        remedy: 'Correct what nodeadm says in the message.',
    },
    EHA1452: {
        kind: 'service',
        title: 'Program does not answer as nodeadm in this version',
        likelyCause: 'The mirror has another program or version at this path, or the program does not run here.',
        remedy: 'Copy the release to the mirror again. On other systems than Linux nodeadm does not run.',
    },
    EHA1453: {
        kind: 'user',
        title: 'Activation cannot be used',
        likelyCause: 'The file is not the JSON with activationId and activationCode that ssm-activation writes, or was cut.',
        remedy: 'Give the path of the file from ssm-activation, in the same job.',
    },
});


/***/ }),

/***/ 2032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ keyEnd),
/* harmony export */   Pd: () => (/* binding */ nodeadmVersion),
/* harmony export */   yi: () => (/* binding */ judgeNodeadm)
/* harmony export */ });
/* unused harmony exports NODEADM_FLOOR, compareNodeadm */
/* harmony import */ var _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(210);
/**
 * What is known of nodeadm's releases. Each embeds the PGP key that `nodeadm install` checks the SSM agent's installer
 * with; when the key ends, the release cannot install any more.
 * Source: aws/eks-hybrid, issue 864 (key that ended 2026-07-15), pull requests 863 and 870, issue 664.
 */

/** The oldest release whose embedded key is not the one that ended on 2026-07-15. */
const NODEADM_FLOOR = '1.0.19';
/** The newest release that is known to embed the key of `KEY_ENDS`; of newer ones nothing is known. */
const LAST_WITH_KEY = '1.0.20';
const KEY_ENDS = '2027-11-25';
const WARN_BEFORE_MS = 180 * 24 * 60 * 60 * 1000;
/** What speaks against a release without making it useless. */
const FLAWS = [
    {
        before: '1.0.9',
        flaw: 'its `uninstall --force` deletes data that is mounted below /var/lib/kubelet',
    },
    { before: '1.0.20', flaw: 'it cannot configure containerd 2.3 or newer, so that `init` fails there' },
];
/** `1.0.20` of `v1.0.20`; undefined when it is no full version of a release. */
function nodeadmVersion(text) {
    return /^v?((?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5}))$/.exec(text)?.[1];
}
/** Negative when `a` is the older one. Both are full versions without the v. */
function compareNodeadm(a, b) {
    const [left, right] = [a, b].map((version) => version.split('.').map(Number));
    const differences = (left ?? []).map((number, index) => number - (right?.[index] ?? 0));
    return differences.find((difference) => difference !== 0) ?? 0;
}
/**
 * The day (ISO 8601) on which `nodeadm install` stops to work with SSM, null where it is not known.
 */
function keyEnd(version) {
    if (compareNodeadm(version, NODEADM_FLOOR) < 0)
        return '2026-07-15';
    return compareNodeadm(version, LAST_WITH_KEY) <= 0 ? KEY_ENDS : null;
}
/**
 * What to know before this version is used with this provider, as sentences. EHA1441 when it cannot install any more;
 * `now` in milliseconds. Without SSM no key is needed.
 */
function judgeNodeadm(version, provider, now) {
    const warnings = FLAWS.filter(({ before }) => compareNodeadm(version, before) < 0).map(({ before, flaw }) => `nodeadm ${version} is older than ${before}: ${flaw}.`);
    const end = keyEnd(version);
    if (provider !== 'ssm' || end === null)
        return warnings;
    const left = Date.parse(`${end}T00:00:00Z`) - now;
    if (left <= 0) {
        throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeadmErrors */ .i.EHA1441(`nodeadm ${version} checks the installer of the SSM agent with a key that ended on ${end}, so that \`nodeadm install\` fails. ` +
            (compareNodeadm(version, NODEADM_FLOOR) < 0
                ? `The oldest version with a newer key is ${NODEADM_FLOOR}.`
                : `A version newer than ${LAST_WITH_KEY} is needed.`));
    }
    if (left > WARN_BEFORE_MS)
        return warnings;
    return [
        ...warnings,
        `nodeadm ${version} checks the installer of the SSM agent with a key that ends on ${end}; from then on no new node can be installed with it.`,
    ];
}


/***/ }),

/***/ 598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  NODEADM_HOST: () => (/* binding */ NODEADM_HOST),
  fetchManifest: () => (/* binding */ fetchManifest),
  installNodeadm: () => (/* binding */ installNodeadm),
  newestNodeadm: () => (/* binding */ newestNodeadm)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
// EXTERNAL MODULE: ./lib/install/errors.js
var install_errors = __nccwpck_require__(7745);
;// CONCATENATED MODULE: ./lib/install/addresses.js

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
        throw install_errors/* installErrors */.f.EHA1413(`${displayUrl(from)} redirects without an address.`);
    }
    const to = new URL(location, from);
    const secure = from.protocol === 'https:' && to.protocol === 'https:';
    if (secure || (to.protocol === from.protocol && to.host === from.host))
        return to;
    throw install_errors/* installErrors */.f.EHA1413(`${displayUrl(from)} redirects to ${to.protocol}//${to.host}.`);
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
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

;// CONCATENATED MODULE: ./lib/install/error-code.js
/** The `code` of an error of Node (`ENOSPC`, `Z_DATA_ERROR`) or of this suite; empty when there is none. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return '';
    return typeof error.code === 'string' ? error.code : '';
}

;// CONCATENATED MODULE: ./lib/install/transfer-error.js

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
    const code = codeOf(cause);
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new TransferError(`${what}: ${reason}${code === '' || reason.includes(code) ? '' : ` (${code})`}`, {
        mayPass: !LASTING.test(code),
        cause,
    });
}

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
        this.#http = new external_node_http_namespaceObject.Agent(options);
        this.#https = new external_node_https_namespaceObject.Agent(options);
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
                    throw new TransferError(`${displayUrl(url)} took longer than ${this.limits.attemptMs} ms`, {
                        mayPass: true,
                        cause: error,
                    });
                }
                throw error;
            }
        };
        return retry(`Download of ${displayUrl(url)}`, attempt, {
            clock,
            log,
            signal,
            attempts: ATTEMPTS,
            deadlineMs: DEADLINE_MS,
            isRetryable: (error) => error instanceof TransferError && error.mayPass,
            retryAfterMs: (error) => (error instanceof TransferError ? error.retryAfterMs : undefined),
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
                throw error instanceof TransferError ? error : connectionError(displayUrl(url), response.errored);
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
                throw answerError(displayUrl(url), status, response.headers['retry-after'], now);
            }
            url = followRedirect(url, response.headers.location);
        }
        throw install_errors/* installErrors */.f.EHA1413(`${displayUrl(start)} redirects more than ${MAX_REDIRECTS} times.`);
    }
    #request(url, signal) {
        const { answerMs, idleMs } = this.limits;
        return new Promise((resolve, reject) => {
            const options = { headers: { 'user-agent': 'eks-hybrid-actions', accept: '*/*' }, signal };
            const request = url.protocol === 'https:'
                ? (0,external_node_https_namespaceObject.request)(url, { ...options, agent: this.#https })
                : (0,external_node_http_namespaceObject.request)(url, { ...options, agent: this.#http });
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
                reject(connectionError(displayUrl(url), error));
            });
            request.end();
        });
    }
}
function tooLarge(url, maximumBytes) {
    return install_errors/* installErrors */.f.EHA1414(`${displayUrl(url)} has more than ${maximumBytes} bytes.`);
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
            : connectionError(`${displayUrl(url)} after ${bytes} bytes`, error);
    }
}

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
        throw install_errors/* installErrors */.f.EHA1418('No mirror is given.');
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
        throw install_errors/* installErrors */.f.EHA1418('The mirror’s address is not a URL.');
    const url = new URL(address);
    const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && (hasOwnKey || isLoopback(url)));
    if (!allowed)
        throw install_errors/* installErrors */.f.EHA1418(`${displayUrl(url)} is not an https address.`);
}

// EXTERNAL MODULE: ./lib/install/nodeadm-errors.js
var nodeadm_errors = __nccwpck_require__(210);
// EXTERNAL MODULE: ./lib/install/nodeadm-versions.js
var nodeadm_versions = __nccwpck_require__(2032);
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
        throw install_errors/* installErrors */.f.EHA1401(`${keyName}: "${fingerprint}" is not a fingerprint (40 hexadecimal digits; a short key id proves nothing).`);
    }
    return plain;
}

// EXTERNAL MODULE: ./lib/install/platforms.js
var platforms = __nccwpck_require__(5448);
;// CONCATENATED MODULE: ./lib/install/tool-cache.js






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
    return (0,external_node_path_.join)(toolCache, tool, version, (0,platforms/* cacheArch */.zJ)(platform));
}
function keyDigest(key) {
    return (0,external_node_crypto_.createHash)('sha256').update(key.armored.replace(/\r\n/g, '\n').trim()).digest('hex');
}
/**
 * The tool when this suite installed it earlier and what vouched for it then is trusted by this request too: one of
 * its keys, or, where it has none, its SHA-256. Undefined otherwise; makes no request and loads nothing.
 */
async function findCached(request) {
    const directory = folderOf(request);
    const path = (0,external_node_path_.join)(directory, (0,platforms/* executableName */.IK)(request.tool, request.platform));
    try {
        const record = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(directory, RECORD), 'utf8'));
        if (!isRecordOf(record, request) || !isTrusted(record, request))
            return undefined;
        const file = await (0,promises_.stat)(path);
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
        : normaliseFingerprint(key.fingerprint, key.name) === proof.fingerprint);
}
/**
 * A new folder on the same file system as the cache, to be published or discarded. Also removes what killed jobs left.
 * EHA1417 when the cache cannot be written.
 */
async function createStaging({ toolCache, clock }) {
    try {
        await (0,promises_.mkdir)(toolCache, { recursive: true });
        await removeAbandoned(toolCache, clock.now());
        const directory = (0,external_node_path_.join)(toolCache, `${STAGING}${(0,external_node_crypto_.randomUUID)()}`);
        // Becomes the cache's folder, which other accounts may read as far as the umask lets them.
        await (0,promises_.mkdir)(directory);
        return directory;
    }
    catch (cause) {
        throw install_errors/* installErrors */.f.EHA1417(`Nothing can be written to ${toolCache}.`, { cause });
    }
}
async function discardStaging(directory) {
    await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 3 });
}
/** For what nobody uses: it is in nobody's way if it stays. */
async function discardQuietly(directory) {
    await discardStaging(directory).catch(() => undefined);
}
async function removeAbandoned(toolCache, now) {
    for (const name of await (0,promises_.readdir)(toolCache)) {
        if (!name.startsWith(STAGING))
            continue;
        const path = (0,external_node_path_.join)(toolCache, name);
        const folder = await (0,promises_.stat)(path).catch(() => undefined);
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
        await (0,promises_.writeFile)((0,external_node_path_.join)(staging, RECORD), `${JSON.stringify(record, null, 2)}\n`, { flush: true });
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, '..'), { recursive: true });
        const faster = await moveInto(request, staging, directory);
        await (0,promises_.writeFile)(`${directory}.complete`, '');
        const path = (0,external_node_path_.join)(directory, (0,platforms/* executableName */.IK)(request.tool, request.platform));
        return faster ?? { path, directory, cacheHit: false, ...withoutBookkeeping(record) };
    }
    catch (cause) {
        throw install_errors/* installErrors */.f.EHA1417(`${directory} could not be made.`, { cause });
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
            await (0,promises_.rename)(staging, directory);
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
    const old = (0,external_node_path_.join)(toolCache, `${STAGING}${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.rename)(directory, old);
    }
    catch {
        return;
    }
    await discardQuietly(old);
}

;// CONCATENATED MODULE: ./lib/install/nodeadm.js
/**
 * Installs the nodeadm of EKS hybrid nodes into the runner's tool cache, verified by SHA-256. Its releases are not
 * signed, and their checksums lie on the same host: they prove that the bytes arrived whole, and only a SHA-256 that the
 * workflow gives proves that they are the ones somebody looked at.
 * Source: aws/eks-hybrid, `hack/release-nodeadm.sh` and `hack/validate-release-artifacts.sh`.
 */











/** Where AWS has the releases and, for regions outside China, the manifest. */
const NODEADM_HOST = 'https://hybrid-assets.eks.amazonaws.com';
const CHINA_MANIFEST_HOST = 'https://eks-hybrid-assets.awsstatic.cn';
const SMALL_FILE_BYTES = 4096;
/** Some 60 MB today. */
const PROGRAM_BYTES = 256 * 1024 * 1024;
/** Every patch release with every artifact is listed. */
const MANIFEST_BYTES = 32 * 1024 * 1024;
/** The version that `latest` stands for now. EHA1440 when the answer is none, EHA1442 and EHA1446 as for any file. */
async function newestNodeadm(access) {
    const url = `${baseOf(access)}/releases/latest/GIT_VERSION`;
    const text = (await smallFile(access, url, SMALL_FILE_BYTES)).toString('utf8').trim();
    const version = (0,nodeadm_versions/* nodeadmVersion */.Pd)(text);
    if (version !== undefined)
        return version;
    throw nodeadm_errors/* nodeadmErrors */.i.EHA1440(`${displayUrl(url)} does not hold a version such as v1.0.20.`);
}
/**
 * The program in this version and for this architecture, from the tool cache or the host. A given SHA-256 makes a hit of
 * the cache cost no request; otherwise the release's checksum is asked for, so that a replaced release is noticed.
 * Refusals are EHA1442 to EHA1446, and nothing is left behind by any of them.
 */
async function installNodeadm(request) {
    const url = `${baseOf(request)}/releases/v${request.version}/bin/linux/${request.architecture}/nodeadm`;
    const sha256 = request.sha256 ?? (await publishedSum(request, `${url}.sha256`));
    const place = {
        ...request,
        tool: 'nodeadm',
        platform: { os: 'linux', arch: request.architecture },
        mirrors: [],
        keys: [],
        sha256,
    };
    return (await findCached(place)) ?? (await fetchInto(place, request, url, sha256));
}
/** The text of the manifest that nodeadm itself would use in the region, and its address. EHA1446, EHA1447. */
async function fetchManifest(access, region) {
    const isChina = access.mirror === undefined && region?.startsWith('cn-') === true;
    const url = `${isChina ? CHINA_MANIFEST_HOST : baseOf(access)}/manifest.yaml`;
    try {
        return { text: (await smallFile(access, url, MANIFEST_BYTES)).toString('utf8'), url: displayUrl(url) };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l) || error.code !== 'EHA1442')
            throw error;
        throw nodeadm_errors/* nodeadmErrors */.i.EHA1447(`There is no ${displayUrl(url)}.`, { cause: error });
    }
}
function baseOf({ mirror = NODEADM_HOST }) {
    checkMirrors([{ url: mirror }]);
    return mirror.replace(/\/+$/, '');
}
async function publishedSum(access, url) {
    const text = (await smallFile(access, url, SMALL_FILE_BYTES)).toString('utf8');
    // In the form of sha256sum; a bare sum is read as well.
    const sum = /^([0-9a-f]{64})(?: [ *]nodeadm)?\s*$/i.exec(text)?.[1];
    if (sum !== undefined)
        return sum.toLowerCase();
    throw nodeadm_errors/* nodeadmErrors */.i.EHA1443(`${displayUrl(url)} does not hold the SHA-256 of nodeadm.`);
}
async function smallFile(access, url, maximumBytes) {
    return transfer(access, (downloader) => downloader.bytes(url, maximumBytes, access.signal));
}
/** Runs one download and gives its failure the code that fits. */
async function transfer(access, work) {
    const downloader = new Downloader({ ...access, mirrors: [] });
    try {
        return await work(downloader);
    }
    catch (error) {
        access.signal.throwIfAborted();
        if (isMissing(error))
            throw nodeadm_errors/* nodeadmErrors */.i.EHA1442(`${error.message}.`, { cause: error });
        const isFailure = error instanceof TransferError || (error instanceof errors/* ActionError */.l && error.code === 'EHA1010');
        if (isFailure)
            throw nodeadm_errors/* nodeadmErrors */.i.EHA1446(error.message, { cause: error });
        throw error;
    }
    finally {
        downloader.close();
    }
}
async function fetchInto(place, request, url, expected) {
    const source = displayUrl(url);
    const staging = await createStaging(place);
    try {
        request.log.info(`Downloading ${source}`);
        const file = (0,external_node_path_.join)(staging, 'nodeadm');
        const { sha256, bytes } = await transfer(request, (downloader) => save(downloader, url, file, request));
        if (sha256 !== expected) {
            const make = request.sha256 === undefined ? nodeadm_errors/* nodeadmErrors */.i.EHA1444 : nodeadm_errors/* nodeadmErrors */.i.EHA1445;
            throw make(`${source} has the SHA-256 ${sha256}, not ${expected}.`);
        }
        const proof = { by: 'sha256' };
        return await publish(place, staging, { source, sha256, executableBytes: bytes, proof, key: null });
    }
    finally {
        await discardStaging(staging);
    }
}
/** Hashes and writes while the program arrives; it can be executed from the start, but nobody knows its folder yet. */
async function save(downloader, url, file, { signal }) {
    return downloader.stream(url, PROGRAM_BYTES, signal, async (chunks) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const target = await (0,promises_.open)(file, 'w', 0o755);
        let bytes = 0;
        try {
            for await (const chunk of chunks) {
                hash.update(chunk);
                bytes += chunk.length;
                await target.writeFile(chunk);
            }
            await target.sync();
        }
        finally {
            await target.close();
        }
        return { sha256: hash.digest('hex'), bytes };
    });
}


/***/ }),

/***/ 5448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ executableName),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   zJ: () => (/* binding */ cacheArch)
/* harmony export */ });
/* unused harmony exports platformName, commandName, toolTitle */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7745);

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

/***/ 1489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ taintError),
/* harmony export */   ZC: () => (/* binding */ labelError),
/* harmony export */   ki: () => (/* binding */ judgeNodeConfig)
/* harmony export */ });
/** All rules on one configuration. */
function judgeNodeConfig(config) {
    return {
        errors: [
            ...providerErrors(config),
            ...flagErrors(config.spec.kubelet?.flags ?? []),
            ...podErrors(config),
        ],
        warnings: [...silentSkips(config), ...outpost(config)],
    };
}
function providerErrors({ spec: { hybrid } }) {
    const given = [hybrid.ssm, hybrid.iamRolesAnywhere].filter((provider) => provider !== undefined).length;
    if (given === 1)
        return [];
    const what = given === 0 ? 'neither is given' : 'both are given';
    return [`spec.hybrid: exactly one of ssm and iamRolesAnywhere is needed, ${what}`];
}
/** With all three there is nothing left to ask EKS, and with the question its checks are dropped without a word. */
function silentSkips({ spec: { cluster } }) {
    const isWhole = [cluster.apiServerEndpoint, cluster.certificateAuthority, cluster.cidr].every((value) => value !== undefined && value !== '');
    if (!isWhole)
        return [];
    return [
        'spec.cluster: with apiServerEndpoint, certificateAuthority and cidr together nodeadm does not ask EKS, and skips its checks of the node address, the version skew and the access entry without saying so; leave one of them out',
    ];
}
function outpost({ spec: { cluster } }) {
    return cluster.enableOutpost === true
        ? ['spec.cluster.enableOutpost: hybrid nodes do not run on Outposts']
        : [];
}
function podErrors({ spec }) {
    const pods = spec.kubelet?.config?.['maxPods'];
    if (pods === undefined || (typeof pods === 'number' && Number.isInteger(pods) && pods > 0))
        return [];
    return ['spec.kubelet.config.maxPods: must be a whole number above 0'];
}
function flagErrors(flags) {
    return flags.flatMap((flag, index) => {
        const place = `spec.kubelet.flags[${index}]`;
        const [, name = '', value = ''] = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(flag) ?? [];
        if (name === '')
            return [`${place}: must be one flag in the form --name=value`];
        if (name === 'hostname-override') {
            return [`${place}: --hostname-override is refused, because the node is named by its registration`];
        }
        const items = value.split(',').filter((item) => item !== '');
        if (name === 'node-labels')
            return items.flatMap((item) => prefixed(place, labelError(item)));
        if (name === 'register-with-taints')
            return items.flatMap((item) => prefixed(place, taintError(item)));
        return [];
    });
}
function prefixed(place, problem) {
    return problem === undefined ? [] : [`${place}: ${problem}`];
}
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?';
const PREFIX = '[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?';
const KEY = new RegExp(`^(?:(${PREFIX})/)?(${NAME})$`);
const VALUE = new RegExp(`^(?:${NAME})?$`);
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
/** Labels below these are kubelet's to set on its own node; each other of `kubernetes.io` and `k8s.io` is not. */
const KUBELET_PREFIXES = ['kubelet.kubernetes.io', 'node.kubernetes.io'];
const KUBELET_LABELS = new Set([
    'kubernetes.io/arch',
    'kubernetes.io/hostname',
    'kubernetes.io/os',
    'beta.kubernetes.io/arch',
    'beta.kubernetes.io/instance-type',
    'beta.kubernetes.io/os',
    'failure-domain.beta.kubernetes.io/region',
    'failure-domain.beta.kubernetes.io/zone',
    'topology.kubernetes.io/region',
    'topology.kubernetes.io/zone',
]);
/** What is wrong with `key=value`; undefined when kubelet takes it. */
function labelError(label) {
    const cut = label.indexOf('=');
    const key = cut === -1 ? label : label.slice(0, cut);
    const match = KEY.exec(key);
    if (cut === -1 || match === null || !VALUE.test(label.slice(cut + 1))) {
        return `"${label}" is no label in the form key=value`;
    }
    const prefix = match[1] ?? '';
    const isReserved = /(?:^|\.)(?:kubernetes|k8s)\.io$/.test(prefix);
    const isKubelets = KUBELET_PREFIXES.some((own) => prefix === own || prefix.endsWith(`.${own}`));
    if (!isReserved || isKubelets || KUBELET_LABELS.has(key))
        return undefined;
    return `kubelet does not start with the label ${key}: a node may not give itself labels of ${prefix}`;
}
/** What is wrong with `key=value:effect` or `key:effect`; undefined when kubelet takes it. */
function taintError(taint) {
    const [, key = '', value = '', effect = ''] = /^([^=:]*)(?:=([^:]*))?:(.*)$/.exec(taint) ?? [];
    if (KEY.test(key) && VALUE.test(value) && EFFECTS.includes(effect))
        return undefined;
    return `"${taint}" is no taint in the form key=value:effect with one of ${EFFECTS.join(', ')}`;
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
/******/ var __webpack_exports__ = __nccwpck_require__(8593);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
