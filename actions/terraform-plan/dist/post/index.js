import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 82:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(975);
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./lib/terraform/running-terraform.js


/**
 * Whether any Terraform or OpenTofu runs on this machine, or undefined when that cannot be found out: only Linux tells
 * it by /proc. Looks at the name a process was started by and at its executable, whoever owns it.
 * @param executable how this job calls Terraform, in case the program has another name
 */
async function isTerraformRunning(executable, folder = '/proc') {
    const names = new Set(['terraform', 'tofu', (0,external_node_path_.basename)(executable)]);
    let processes;
    try {
        processes = (await (0,promises_namespaceObject.readdir)(folder)).filter((name) => /^\d+$/.test(name));
    }
    catch {
        return undefined;
    }
    if (processes.length === 0)
        return undefined;
    for (const id of processes) {
        const called = await (0,promises_namespaceObject.readFile)(`${folder}/${id}/cmdline`, 'utf8').catch(() => '');
        const program = await (0,promises_namespaceObject.readlink)(`${folder}/${id}/exe`).catch(() => '');
        // A replaced file is shown as `terraform (deleted)`.
        const found = [called.split('\0')[0] ?? '', program.replace(/ \(deleted\)$/, '')];
        if (found.some((path) => path !== '' && names.has((0,external_node_path_.basename)(path))))
            return true;
    }
    return false;
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
function lockFromText(text) {
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
function describeStateLock(lock) {
    const who = lock.who ?? 'an unknown holder';
    const operation = lock.operation?.replace(/^OperationType/, '').toLowerCase() ?? 'an unknown operation';
    return `The state is locked by ${who} (${operation}) since ${lock.created ?? 'an unknown time'}; lock ID ${lock.id ?? 'unknown'}.`;
}

;// CONCATENATED MODULE: ./lib/terraform/own-lock.js





const STATE = 'terraform-lock-intent';
const ENVIRONMENT = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', NO_COLOR: '1', CHECKPOINT_DISABLE: '1' };
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
        who = `${(0,external_node_os_.userInfo)().username}@${(0,external_node_os_.hostname)()}`;
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
    const where = (0,external_node_path_.relative)(deps.github.workspace, intent.directory) || '.';
    const askedAt = deps.clock.now();
    const probe = await run('state', 'rm', '-dry-run', '-lock-timeout=0s', '-no-color', NO_SUCH_ADDRESS);
    const lock = probe === undefined ? undefined : lockFromText((0,external_node_util_.stripVTControlCharacters)(probe.stderr));
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
        return await deps.runProcess([executable, ...args], { cwd, env: ENVIRONMENT, evenWhenCancelled: true });
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

;// CONCATENATED MODULE: ./actions/terraform-plan/src/clean-up.js

/** Removes the state lock of a Terraform of this job that was killed; a lock of anybody else is only told of. */
async function cleanUp(deps) {
    const { outcome, message } = await removeOwnLock(deps, deps.state.get('terraform-path') || 'terraform');
    if (message === null)
        return;
    if (outcome === 'kept' || outcome === 'unknown')
        deps.log.warning(message);
    else
        deps.log.info(message);
}


/***/ }),

/***/ 328:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(706);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(82);


await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runPost */ .a)(_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .n);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runPost)
});

// UNUSED EXPORTS: runAction

;// CONCATENATED MODULE: ./lib/action/errors.js
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

;// CONCATENATED MODULE: ./lib/action/action-errors.js

/** Errors of the harness itself, EHA1000 to EHA1099. */
const actionErrors = defineErrors({
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
var external_node_util_ = __nccwpck_require__(975);
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
    if (error instanceof ActionError)
        return error;
    const what = error instanceof Error ? `${error.name}: ${error.message}` : `Thrown: ${showThrown(error)}`;
    return actionErrors.EHA1000(what, { cause: error });
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/action/github-context.js


function required(environment, name) {
    const value = environment[name];
    if (value === undefined || value === '') {
        throw actionErrors.EHA1006(`The environment variable ${name} is not set.`);
    }
    return value;
}
function requiredNumber(environment, name) {
    const value = required(environment, name);
    if (!/^[1-9][0-9]{0,15}$/.test(value)) {
        throw actionErrors.EHA1006(`The environment variable ${name} is "${value}", which is not a positive number.`);
    }
    return Number(value);
}
function readEvent(environment) {
    const path = required(environment, 'GITHUB_EVENT_PATH');
    let event;
    try {
        event = JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw actionErrors.EHA1007(`The event file ${path} could not be read as JSON.`, { cause });
    }
    if (typeof event !== 'object' || event === null || Array.isArray(event)) {
        throw actionErrors.EHA1007(`The event file ${path} does not hold a JSON object.`);
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
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
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
            written += (0,external_node_fs_namespaceObject.writeSync)(file, chunk, written);
    }
    catch (cause) {
        throw actionErrors.EHA1015(`The output of a program could not be written to ${path}.`, { cause });
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
    if ((0,external_node_fs_namespaceObject.statSync)(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
        return actionErrors.EHA1009(`${program} could not be started: the working directory ${cwd} does not exist.`, { cause });
    }
    if (code === 'ENOENT')
        return actionErrors.EHA1008(`The program "${program}" was not found.`, { cause });
    return actionErrors.EHA1009(`${program} could not be started: ${cause.message}`, { cause });
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
        return (0,external_node_fs_namespaceObject.openSync)(path, 'w');
    }
    catch (cause) {
        throw actionErrors.EHA1015(`The file ${path} could not be opened for the output of a program.`, {
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
            (0,external_node_fs_namespaceObject.closeSync)(file);
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
            cancellation = actionErrors.EHA1005(`The action was cancelled (${signal})${during}.`);
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
        reject(actionErrors.EHA1000('The action waits for something that cannot happen any more.'));
    });
    const cancelled = followSignals(controller, processes, log, (error) => reject(error));
    return {
        signal: controller.signal,
        processes,
        fatal,
        cancelled,
        async close() {
            if (processes.running().length > 0 && !controller.signal.aborted) {
                controller.abort(actionErrors.EHA1000('The action ended before a process it had started.'));
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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
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
    const delimiter = `ghadelimiter_${(0,external_node_crypto_namespaceObject.randomUUID)()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Appends to the file that the runner names in `variable`. Throws EHA1006 without it, EHA1015 when it is not writable. */
function appendToRunnerFile(variable, text, environment = process.env) {
    const path = environment[variable];
    if (path === undefined || path === '') {
        throw actionErrors.EHA1006(`The environment variable ${variable} is not set.`);
    }
    try {
        (0,external_node_fs_namespaceObject.appendFileSync)(path, text, 'utf8');
    }
    catch (cause) {
        throw actionErrors.EHA1015(`The runner's file for ${variable} (${path}) could not be written.`, {
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
        (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
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
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_namespaceObject.randomUUID)()}`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        const descriptor = (0,external_node_fs_namespaceObject.openSync)(temporary, 'wx');
        try {
            for (const piece of pieces)
                (0,external_node_fs_namespaceObject.writeFileSync)(descriptor, piece, 'utf8');
            (0,external_node_fs_namespaceObject.fsyncSync)(descriptor);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(descriptor);
        }
        (0,external_node_fs_namespaceObject.renameSync)(temporary, path);
    }
    catch (cause) {
        removeLeftover(temporary);
        throw actionErrors.EHA1015(`The file ${path} could not be written.`, { cause });
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
        throw actionErrors.EHA1006('The environment variable RUNNER_TEMP is not set.');
    if (fileName !== (0,external_node_path_.basename)(fileName) || fileName.startsWith('.')) {
        throw actionErrors.EHA1000(`"${fileName}" is no plain name for a result document.`);
    }
    const step = (environment['GITHUB_ACTION'] ?? '').replace(/[^A-Za-z0-9_-]/g, '_');
    return (0,external_node_path_.join)(temporary, 'eks-hybrid-actions', step === '' ? 'step' : step, fileName);
}
/** Files and artifacts are not filtered as the log is, so a masked value in them is refused before any is written. */
function refuseSecrets(result, masker) {
    const refuse = (place, texts) => {
        for (const text of texts) {
            if (masker.foundIn(text))
                throw actionErrors.EHA1016(`A masked value was found in ${place}. Nothing was written.`);
        }
    };
    for (const [name, value] of Object.entries(result.outputs))
        refuse(`the output "${name}"`, [String(value)]);
    refuse('the result document', documentPieces(result.report?.document ?? {}));
    refuse('the job summary', (result.summary ?? []).map((part) => `${part.markdown}\n${part.shorter ?? ''}`));
}
function writeSummary(parts, environment, log) {
    const path = environment['GITHUB_STEP_SUMMARY'] ?? '';
    const present = path === '' ? 0 : ((0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.size ?? 0);
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
        throw actionErrors.EHA1000(`${JSON.stringify(folder)} is no folder for PATH.`);
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
                throw actionErrors.EHA1016(`A masked value was found in the saved state "${name}". Nothing was written.`);
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
    return error === undefined ? cancellation : actionErrors.EHA1005(cancellation.message, { cause: error });
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
        reportError(log, failure);
    await exitProcess(failure === undefined ? 0 : 1);
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
        error_report_reportError(log, failure, fails ? 'error' : 'warning');
    await lifecycle_exitProcess(fails ? 1 : 0);
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
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(328);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
