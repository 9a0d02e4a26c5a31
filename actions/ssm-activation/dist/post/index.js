import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

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

/***/ 8173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ cleanUp)
});

// UNUSED EXPORTS: STATE

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

;// CONCATENATED MODULE: ./lib/aws/sdk-error.js
/** Missing parts are empty. */
function describeSdkError(error) {
    const { name, message, code, $metadata } = (error ?? {});
    const text = (value) => (typeof value === 'string' ? value : '');
    return {
        name: text(name),
        message: text(message),
        code: text(code),
        status: $metadata?.httpStatusCode ?? 0,
    };
}
/**
 * Faults of a connection, as Node and the SDK name them. The SDK wraps an error of another realm and keeps its name in
 * the message only ("AWS SDK error wrapper for TimeoutError: socket hang up").
 */
const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|TimeoutError)\b/;
/** The SDK found no credentials, or those it found could not be turned into a session. */
const NO_CREDENTIALS = /^(?:CredentialsProviderError|TokenProviderError)$/;
function isWithoutCredentials(error) {
    return NO_CREDENTIALS.test(describeSdkError(error).name);
}
/** Whether a call may succeed when it is made again. @param passing codes of the service that pass by themselves */
function isPassing(error, passing) {
    const { name, code, message, status } = describeSdkError(error);
    if (passing.has(name))
        return true;
    // An answer of the service may quote anything in its message.
    if (status === 0 && CONNECTION.test(`${name} ${code} ${message}`))
        return true;
    // Ours when the time for one answer was up: a cancellation is thrown on before this is asked.
    return name === 'AbortError' || status >= 500;
}
/** `AccessDenied: You may not.`, or the code alone where there is no message. */
function sdkErrorText(error) {
    const { name, message } = describeSdkError(error);
    return message === '' || message === 'UnknownError' ? name : `${name}: ${message}`;
}

;// CONCATENATED MODULE: ./lib/aws/aws-error.js

/** Codes of throttling, from EC2's "Error codes for the Amazon EC2 API", and the common errors of EKS, IAM and SSM. */
const THROTTLING = new Set([
    'RequestLimitExceeded',
    'RequestThrottled',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
]);
/** Services of the JSON protocol answer a denied call with status 400. */
const DENIED = /^(?:AccessDenied(?:Exception)?|UnauthorizedOperation|UnrecognizedClientException|InvalidClientTokenId|ExpiredToken(?:Exception)?)$/;
/** Reads an error of the SDK, of whatever realm. */
function describeAwsError(error) {
    const facts = describeSdkError(error);
    return { ...facts, isThrottling: THROTTLING.has(facts.name) };
}
/** A failure in words: who was asked, whether for lack of rights, and what the service said. */
function refusalOf(name, error) {
    const { name: type, message, status } = describeAwsError(error);
    if (isWithoutCredentials(error)) {
        return { reason: `${name} needs AWS credentials, and the job has none (${message})`, isDenied: true };
    }
    const isDenied = status === 401 || status === 403 || DENIED.test(type);
    return { reason: `${name} ${isDenied ? 'was denied' : 'failed'} (${sdkErrorText(error)})`, isDenied };
}
/** Whether a call that changes something surely changed nothing: the service answered and refused it. */
function isNotMade(error) {
    const { name, status } = describeAwsError(error);
    return isWithoutCredentials(error) || (status >= 400 && status < 500 && !name.startsWith('Internal'));
}

// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
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

;// CONCATENATED MODULE: ./lib/aws/read-call.js





/** One answer is waited for this long, a call with all its attempts for the deadline. */
const ANSWER_MS = 20_000;
const DEADLINE_MS = 90_000;
const ATTEMPTS = 6;
/** At 200 entries and more a page, no account has as many; a service that repeats itself would never end. */
const MOST_PAGES = 500;
/** Throttling, faults that EC2 itself calls temporary, and those of SSM. */
const PASSING = new Set([
    ...THROTTLING,
    'InternalError',
    'InternalFailure',
    'InternalServerError',
    'ServerException',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'TooManyUpdates',
    'Unavailable',
]);
/** One call with retries; failures become reasons. @param name for the log, such as `EC2 DescribeVpcs` */
async function readAws(name, request, deps) {
    try {
        const call = () => {
            deps.onCall?.(name);
            return request(AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]));
        };
        const value = await retry(name, call, {
            ...deps,
            attempts: ATTEMPTS,
            deadlineMs: DEADLINE_MS,
            isRetryable: (error) => isPassing(error, PASSING),
        });
        return { ok: true, value };
    }
    catch (error) {
        deps.signal.throwIfAborted();
        return { ok: false, reason: read_call_reasonOf(name, error) };
    }
}
/** All pages of a list. Without an end, or without a list in the answer, the whole is not known. */
async function readAllPages(name, request, deps) {
    const items = [];
    const seen = new Set();
    let token;
    for (let count = 1; count <= MOST_PAGES; count += 1) {
        const page = await readAws(name, (signal) => request(token, signal), deps);
        if (!page.ok)
            return page;
        items.push(...(page.value.items ?? []));
        token = page.value.next;
        if (token === undefined || token === '')
            return { ok: true, value: items };
        if (seen.has(token))
            break;
        seen.add(token);
    }
    return { ok: false, reason: `${name} gave pages without an end` };
}
function read_call_reasonOf(name, error) {
    if (error instanceof errors/* ActionError */.l) {
        return error.code === action_errors/* actionErrors */.u.EHA1010('').code ? error.message : `${error.code}: ${error.message}`;
    }
    return refusalOf(name, error).reason;
}

;// CONCATENATED MODULE: ./lib/aws/ssm.js


/** Largest pages that the API model allows (`ssm/2014-11-06`). */
const PAGE = 50;
const MINT_MS = 20_000;
/** Loads the SDK. Credentials and endpoint (`AWS_ENDPOINT_URL_SSM`) are those of the environment. */
async function createSsmDoor(region, deps) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(28)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4028, 19));
    // Retries are made and told here, so the SDK makes none of its own.
    const client = new sdk.SSMClient({ region, maxAttempts: 1 });
    return {
        ...listCalls(sdk, client, deps),
        createActivation: (request) => mint(sdk, client, request, deps),
        deleteActivation: (id) => remove('SSM DeleteActivation', (abortSignal) => client.send(new sdk.DeleteActivationCommand({ ActivationId: id }), { abortSignal }), 'deleted', deps),
        deregister: (id) => remove('SSM DeregisterManagedInstance', (abortSignal) => client.send(new sdk.DeregisterManagedInstanceCommand({ InstanceId: id }), { abortSignal }), 'deregistered', deps),
    };
}
function listCalls(sdk, client, deps) {
    return {
        activations: () => listActivations(sdk, client, deps),
        instances: async (filter) => {
            if (filter?.by === 'activations' && filter.ids.length === 0)
                return { ok: true, value: [] };
            const Filters = filter === undefined ? undefined : [filterOf(filter)];
            return readAllPages('SSM DescribeInstanceInformation', async (NextToken, abortSignal) => {
                const input = { Filters, NextToken, MaxResults: PAGE };
                const page = await client.send(new sdk.DescribeInstanceInformationCommand(input), { abortSignal });
                return { items: page.InstanceInformationList?.map(showInstance), next: page.NextToken };
            }, deps);
        },
        instanceTags: async (id) => {
            const answer = await readAws('SSM ListTagsForResource', (abortSignal) => client.send(new sdk.ListTagsForResourceCommand({ ResourceType: 'ManagedInstance', ResourceId: id }), { abortSignal }), deps);
            return answer.ok ? { ok: true, value: tagsOf(answer.value.TagList) } : answer;
        },
    };
}
async function listActivations(sdk, client, deps) {
    return readAllPages('SSM DescribeActivations', async (NextToken, abortSignal) => {
        const input = { NextToken, MaxResults: PAGE };
        const page = await client.send(new sdk.DescribeActivationsCommand(input), { abortSignal });
        const items = page.ActivationList?.map((raw) => ({
            id: raw.ActivationId ?? '',
            description: raw.Description ?? '',
            instanceName: raw.DefaultInstanceName ?? '',
            role: raw.IamRole ?? '',
            registrationLimit: raw.RegistrationLimit ?? 0,
            registrations: raw.RegistrationsCount ?? 0,
            expired: raw.Expired ?? false,
            expiresAt: raw.ExpirationDate,
            createdAt: raw.CreatedDate,
            tags: tagsOf(raw.Tags),
        }));
        return { items, next: page.NextToken };
    }, deps);
}
function filterOf(filter) {
    return filter.by === 'tag'
        ? { Key: `tag:${filter.key}`, Values: [filter.value] }
        : { Key: 'ActivationIds', Values: [...filter.ids] };
}
function showInstance(raw) {
    return {
        id: raw.InstanceId ?? '',
        ping: raw.PingStatus,
        lastPingAt: raw.LastPingDateTime,
        registeredAt: raw.RegistrationDate,
        activationId: raw.ActivationId,
        role: raw.IamRole,
        ipAddress: raw.IPAddress,
        computerName: raw.ComputerName,
        name: raw.Name,
        resourceType: raw.ResourceType,
        agentVersion: raw.AgentVersion,
    };
}
function tagsOf(tags) {
    return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}
async function mint(sdk, client, request, deps) {
    const command = new sdk.CreateActivationCommand({
        IamRole: request.role,
        Description: request.description,
        ...(request.instanceName !== undefined && { DefaultInstanceName: request.instanceName }),
        RegistrationLimit: request.registrationLimit,
        ExpirationDate: request.expiresAt,
        Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })),
    });
    try {
        // A cancellation does not end the call: its answer is how the activation can be taken back.
        const { ActivationId: id, ActivationCode: code } = await client.send(command, {
            abortSignal: AbortSignal.timeout(MINT_MS),
        });
        if (code !== undefined)
            deps.mask(code);
        if (id === undefined || code === undefined) {
            return { kind: 'unknown', reason: 'SSM CreateActivation answered without an activation' };
        }
        return { kind: 'created', id, code };
    }
    catch (error) {
        return mintFailure(error);
    }
}
/** Words of SSM for a role that it cannot take (yet). */
const ROLE = /nonexistent role|service principal in trust policy/i;
function mintFailure(error) {
    const known = describeAwsError(error);
    const refusal = refusalOf('SSM CreateActivation', error);
    if (ROLE.test(known.message))
        return { kind: 'refused', because: 'role', reason: refusal.reason };
    if (refusal.isDenied)
        return { kind: 'refused', because: 'denied', reason: refusal.reason };
    if (known.isThrottling)
        return { kind: 'refused', because: 'throttled', reason: refusal.reason };
    if (isNotMade(error))
        return { kind: 'refused', because: 'other', reason: refusal.reason };
    return { kind: 'unknown', reason: refusal.reason };
}
/** `InvalidInstanceId` and `InvalidActivation…` are how SSM says that there is nothing to remove. */
const GONE = new Set(['InvalidActivation', 'InvalidActivationId', 'InvalidInstanceId']);
async function remove(name, send, done, deps) {
    return readAws(name, async (abortSignal) => {
        try {
            await send(abortSignal);
            return done;
        }
        catch (error) {
            if (GONE.has(describeAwsError(error).name))
                return 'gone';
            throw error;
        }
    }, deps);
}

;// CONCATENATED MODULE: ./lib/nodes/activation-errors.js

/** Why nodes get no activation, or one was left behind: EHA1560 to EHA1569. */
const activationErrors = (0,errors/* defineErrors */.V)({
    EHA1560: {
        kind: 'user',
        title: 'The number of new nodes cannot be told from the plan',
        likelyCause: 'The plan document is that of a plan that failed or left changes out, so that the VMs it makes cannot be counted.',
        remedy: 'Give the document of a complete plan, or the number itself as registration-limit.',
    },
    EHA1561: {
        kind: 'user',
        title: 'Nodes could not join with this activation',
        likelyCause: 'Cluster, role or networks are not what hybrid nodes need, or the job has no right to name the role.',
        remedy: 'Correct what the message names; nothing was made.',
    },
    EHA1562: {
        kind: 'service',
        title: 'Systems Manager made no activation',
        likelyCause: 'Systems Manager refused, was throttling or could not be reached for minutes.',
        remedy: 'Run the job again. A role that was just made is refused for some minutes; propagation-timeout says how long to wait.',
    },
    EHA1563: {
        kind: 'service',
        title: 'It is not known whether an activation was made',
        likelyCause: 'The call got no answer, and the list of activations that would tell could not be read to its end.',
        remedy: 'Run mode sweep when Systems Manager answers again: it finds an activation of this run by its tag. Nobody has its code.',
    },
    EHA1564: {
        kind: 'user',
        title: 'The job may not make activations',
        likelyCause: 'The role of the job lacks ssm:CreateActivation, ssm:AddTagsToResource or iam:PassRole on the hybrid nodes role.',
        remedy: "Give the role the permissions in the action's README, or log in as another one before this step.",
    },
    EHA1565: {
        kind: 'service',
        title: 'The activation could not be handed to the nodes',
        likelyCause: 'The vault cannot be reached from the runner, the job may not write the secret, or another owner has the name.',
        remedy: 'Check the role assignment on the secret (Key Vault Secrets Officer) and the network rules of the vault. The activation is deleted after the job.',
    },
    EHA1566: {
        kind: 'service',
        title: 'An activation or its secret was left behind',
        likelyCause: 'A service could not be reached or refused when the job cleaned up after itself.',
        remedy: 'Run the action with mode sweep, or delete what the message names by hand. An activation ends at its expiry at the latest.',
    },
    EHA1567: {
        kind: 'service',
        title: 'Leftover activations could not be listed',
        likelyCause: 'The job lacks ssm:DescribeActivations or sts:GetCallerIdentity, or Systems Manager did not answer.',
        remedy: 'Check the credentials of the job and run it again. Nothing was removed.',
    },
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/aws/secrets-manager.js


/** Loads the SDK (`AWS_ENDPOINT_URL_SECRETS_MANAGER`). */
async function createSecretsManagerDoor(region, deps) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const client = new sdk.SecretsManagerClient({ region, maxAttempts: 1 });
    return {
        describe: (name) => readAws('Secrets Manager DescribeSecret', (signal) => describe(sdk, client, name, signal), deps),
        put: (secret) => readAws('Secrets Manager CreateSecret', (signal) => putSecret(sdk, client, secret, signal), deps),
        remove: (SecretId) => readAws('Secrets Manager DeleteSecret', async (abortSignal) => {
            try {
                await client.send(new sdk.DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }), {
                    abortSignal,
                });
                return 'deleted';
            }
            catch (error) {
                if (isMissing(error))
                    return 'gone';
                throw error;
            }
        }, deps),
    };
}
async function describe(sdk, client, SecretId, abortSignal) {
    try {
        const answer = await client.send(new sdk.DescribeSecretCommand({ SecretId }), { abortSignal });
        if (answer.DeletedDate !== undefined)
            return null;
        const tags = (answer.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']);
        return { arn: answer.ARN ?? '', tags: Object.fromEntries(tags) };
    }
    catch (error) {
        if (isMissing(error))
            return null;
        throw error;
    }
}
function isMissing(error) {
    return describeAwsError(error).name === 'ResourceNotFoundException';
}
async function putSecret(sdk, client, { name, description, text, tags, token }, abortSignal) {
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    const SecretString = text;
    try {
        const input = { Name: name, Description: description, SecretString, Tags, ClientRequestToken: token };
        const { ARN = name } = await client.send(new sdk.CreateSecretCommand(input), { abortSignal });
        return ARN;
    }
    catch (error) {
        const known = describeAwsError(error);
        const isScheduled = known.name === 'InvalidRequestException' && /deletion/i.test(known.message);
        if (isScheduled)
            await client.send(new sdk.RestoreSecretCommand({ SecretId: name }), { abortSignal });
        else if (known.name !== 'ResourceExistsException')
            throw error;
    }
    // Tags first: whoever finds the new value can tell whose it is.
    await client.send(new sdk.TagResourceCommand({ SecretId: name, Tags }), { abortSignal });
    const { ARN = name } = await client.send(new sdk.PutSecretValueCommand({ SecretId: name, SecretString, ClientRequestToken: token }), { abortSignal });
    return ARN;
}

;// CONCATENATED MODULE: ./lib/action/kept-value.js
/**
 * Keeps a value that takes a request to make and is good for some time, such as a token. Callers that come while it is
 * being made wait for the same one, so that many reads at once log in once. A failure is told to all of them and not
 * kept.
 * @param isFresh whether a value may be used still
 * @returns gives the value; with `anew` one that was asked for later than the last, because that was refused
 */
function keepValue(make, isFresh) {
    let last;
    let running;
    const renew = async () => {
        try {
            const value = await make();
            last = { value };
            return value;
        }
        finally {
            running = undefined;
        }
    };
    return async (anew = false) => {
        if (running === undefined && !anew && last !== undefined && isFresh(last.value))
            return last.value;
        running ??= renew();
        return running;
    };
}

;// CONCATENATED MODULE: ./lib/net/sources/errors.js

/** What can go wrong where addresses are read. */
const sourceErrors = (0,errors/* defineErrors */.V)({
    EHA1520: {
        kind: 'user',
        title: 'Address file not read',
        likelyCause: 'The path is relative to another folder, or an earlier step did not write the file.',
        remedy: 'Give the path relative to the workspace, and check it out or write it before this step.',
    },
    EHA1521: {
        kind: 'user',
        title: 'Address file refused',
        likelyCause: 'A key is misspelt or indented wrongly, or a value has another type than its key takes.',
        remedy: 'Correct the lines the message names; the format is in the README of cidr-check.',
    },
    EHA1522: {
        kind: 'user',
        title: 'Neither a plan nor a state',
        likelyCause: 'The file is a plan in the binary form, the log of `terraform plan -json`, or something else altogether.',
        remedy: 'Give what `terraform show -json <plan>` or `terraform show -json` writes, or a state file of version 4.',
    },
    EHA1523: {
        kind: 'user',
        title: 'State JSON not read',
        likelyCause: 'The file was cut off or edited, or it is a state of a version before Terraform 0.12.',
        remedy: 'Write it again with `terraform show -json > state.json` or `terraform state pull > state.json`.',
    },
    EHA1524: {
        kind: 'user',
        title: 'Address plan of the stacks refused',
        likelyCause: 'The output `address_plan` was changed, or comes from another version of the foundation stack.',
        remedy: 'Take the output as the foundation stack of this version writes it, or leave it out.',
    },
    EHA1525: {
        kind: 'user',
        title: 'No credentials for a live account',
        likelyCause: 'The job did not log in to the cloud before this step, lacks `id-token: write`, or the cloud does not trust this repository, branch or environment.',
        remedy: 'Log in first (aws-actions/configure-aws-credentials, azure/login), or check the trust of the role or federated credential.',
    },
    EHA1526: {
        kind: 'service',
        title: 'Live account did not answer',
        likelyCause: 'The cloud is throttling or has an outage, or a proxy or firewall of the runner cuts connections.',
        remedy: 'Run again later; when it stays, look at the service health pages and the network of the runner.',
    },
});

;// CONCATENATED MODULE: ./lib/azure/credential.js



/** A token with less time left is not used any more: the call it is for may take a while. */
const LEAST_LEFT_MS = 120_000;
/** The audience that federated credentials of Entra ID expect by default. */
const AUDIENCE = 'api://AzureADTokenExchange';
const credential_ANSWER_MS = 20_000;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/**
 * Tokens for Azure without a stored secret: the job's OIDC token exchanged at Entra ID where the environment names a
 * client and a tenant and the job may ask for one, else the Azure CLI, which azure/login has logged in. A token is kept
 * for all calls until shortly before its end.
 * @param subscriptionId for the CLI; empty for the one it has selected
 * @throws from `getToken` EHA1525 when there are no credentials or they are refused, EHA1526 when nobody answers
 */
function createAzureCredential(environment, subscriptionId, deps) {
    const request = (scope) => {
        const { clientId, tenantId, idToken } = environment;
        if (clientId === undefined || tenantId === undefined || idToken === undefined) {
            return fromCli(scope, subscriptionId, deps);
        }
        return exchange({ clientId, tenantId, idToken, host: environment.authorityHost }, scope, deps);
    };
    const kept = new Map();
    return {
        getToken: (scopes) => {
            const scope = typeof scopes === 'string' ? scopes : scopes.join(' ');
            const get = kept.get(scope) ??
                keepValue(() => request(scope), ({ expiresOnTimestamp }) => expiresOnTimestamp - deps.clock.now() > LEAST_LEFT_MS);
            kept.set(scope, get);
            return get();
        },
    };
}
async function exchange(federation, scope, deps) {
    const { clientId, tenantId, idToken, host } = federation;
    const assertion = await requestIdToken(idToken, deps);
    const answer = await fetchJson('Entra ID token', `${host}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            scope,
            client_assertion_type: ASSERTION_TYPE,
            client_assertion: assertion,
        }),
    }, deps);
    const { access_token: token, expires_in: seconds } = answer;
    if (typeof token !== 'string' || token === '') {
        throw sourceErrors.EHA1526('Entra ID answered without a token.');
    }
    deps.mask(token);
    return { token, expiresOnTimestamp: deps.clock.now() + Number(seconds ?? 0) * 1000 };
}
async function requestIdToken({ url, token }, deps) {
    const address = new URL(url);
    address.searchParams.set('audience', AUDIENCE);
    const headers = { authorization: `bearer ${token}` };
    const { value } = await fetchJson('GitHub OIDC token', address.href, { headers }, deps);
    if (typeof value !== 'string' || value === '')
        throw sourceErrors.EHA1526('GitHub answered without a token.');
    deps.mask(value);
    return value;
}
class HttpFailure extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}
/** @throws EHA1525 for a refusal (4xx), EHA1526 when nobody answers. Messages hold what the service says, no token. */
async function fetchJson(name, url, init, deps) {
    let refusal;
    try {
        return await retry(name, async () => {
            const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(credential_ANSWER_MS)]);
            const response = await fetch(url, { ...init, signal, redirect: 'error' });
            const text = await response.text();
            if (response.ok)
                return JSON.parse(text);
            throw new HttpFailure(response.status, refusalText(text, response.status));
        }, {
            ...deps,
            deadlineMs: 60_000,
            isRetryable: (error) => {
                if (!(error instanceof HttpFailure))
                    return !(error instanceof SyntaxError);
                refusal = error;
                return error.status === 429 || error.status >= 500;
            },
        });
    }
    catch (error) {
        deps.signal.throwIfAborted();
        if (refusal !== undefined && error === refusal) {
            throw sourceErrors.EHA1525(`${name} was refused: ${refusal.message}`);
        }
        const why = error instanceof Error ? error.message : String(error);
        throw sourceErrors.EHA1526(why.startsWith(name) ? why : `${name} failed: ${why}`, { cause: error });
    }
}
/** Entra ID describes a refusal over several lines; the first says it, with its AADSTS code. */
function refusalText(text, status) {
    try {
        const { error_description: described, error } = JSON.parse(text);
        if (typeof described === 'string')
            return described.split(/\r?\n| Trace ID:/)[0] ?? '';
        if (typeof error === 'string')
            return `${error} (${status})`;
    }
    catch {
        // A proxy's page says nothing that helps.
    }
    return `the answer had status ${status}`;
}
async function fromCli(scope, subscriptionId, deps) {
    const argv = [
        'az',
        'account',
        'get-access-token',
        '--scope',
        scope,
        ...(subscriptionId === '' ? [] : ['--subscription', subscriptionId]),
    ];
    const { stdout, stderr, exitCode } = await deps
        .runProcess([...argv, '--output', 'json'], { cwd: deps.github.tempDirectory })
        .catch((cause) => {
        throw sourceErrors.EHA1525('The job has no federated credential (AZURE_CLIENT_ID, AZURE_TENANT_ID and id-token: write) and no Azure CLI.', { cause });
    });
    if (exitCode !== 0) {
        const said = stderr.trim().split('\n').at(-1) ?? '';
        throw sourceErrors.EHA1525(`The Azure CLI gave no token: ${said}`);
    }
    return readCliAnswer(stdout, deps);
}
function readCliAnswer(stdout, deps) {
    let answer = {};
    try {
        answer = JSON.parse(stdout);
    }
    catch {
        throw sourceErrors.EHA1525('The Azure CLI answered in an unexpected form.');
    }
    const { accessToken: token, expires_on: seconds, expiresOn: local } = answer;
    if (typeof token !== 'string' || token === '') {
        throw sourceErrors.EHA1525('The Azure CLI answered without a token.');
    }
    deps.mask(token);
    // `expires_on` (seconds) came with version 2.54; before, there was local time alone.
    const expires = typeof seconds === 'number' ? seconds * 1000 : Date.parse(String(local));
    return { token, expiresOnTimestamp: Number.isNaN(expires) ? deps.clock.now() + 60_000 : expires };
}

;// CONCATENATED MODULE: ./lib/azure/key-vault-call.js
/** A refusal; `code` is the inner error's where there is one, for it tells refusals for lack of rights apart. */
class VaultFailure extends Error {
    status;
    code;
    retryAfterMs;
    constructor(status, code, message, retryAfterMs) {
        super(`${code}: ${message}`);
        this.name = 'VaultFailure';
        this.status = status;
        this.code = code;
        this.retryAfterMs = retryAfterMs;
    }
}
/** Whether the name belongs to a secret that is deleted but not purged. */
function isTaken(error) {
    return (error instanceof VaultFailure && error.status === 409 && error.code === 'ObjectIsDeletedButRecoverable');
}
const API_VERSION = '7.4';
const key_vault_call_ANSWER_MS = 20_000;
/**
 * One request. Source: https://learn.microsoft.com/rest/api/keyvault/secrets (7.4).
 * @throws VaultFailure for an answer that is a refusal; whatever `fetch` throws when nobody answers
 */
async function callVault({ base, scope }, token, request, deps) {
    const response = await fetch(`${base}/${request.path}?api-version=${API_VERSION}`, {
        method: request.method,
        headers: {
            authorization: `Bearer ${await token(scope)}`,
            ...(request.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        signal: AbortSignal.any([deps.signal, AbortSignal.timeout(key_vault_call_ANSWER_MS)]),
        redirect: 'error',
    });
    const text = await response.text();
    if (response.ok)
        return withoutValue(text, deps);
    throw refusal(response, text);
}
/** The value is masked, and the texts inside it too where it is JSON, before anything can be done with it. */
function withoutValue(text, { mask }) {
    if (text === '')
        return {};
    const { value, ...rest } = JSON.parse(text);
    if (typeof value !== 'string' || value === '')
        return rest;
    const code = /"activationCode"\s*:\s*"([^"\\]+)"/.exec(value)?.[1];
    if (code !== undefined)
        mask(code);
    mask(value);
    return rest;
}
function refusal(response, text) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
    try {
        const { error } = JSON.parse(text);
        const code = error?.innererror?.code ?? error?.code ?? `status ${response.status}`;
        const message = (error?.message ?? '').split(/\r?\n/)[0] ?? '';
        return new VaultFailure(response.status, code, message, retryAfterMs);
    }
    catch {
        return new VaultFailure(response.status, `status ${response.status}`, 'the answer is no JSON', retryAfterMs);
    }
}

;// CONCATENATED MODULE: ./lib/azure/key-vault.js




const key_vault_ATTEMPTS = 30;
const key_vault_DEADLINE_MS = 90_000;
/** Deleting, recovering and purging go on after the answer. */
const SETTLE_MS = 60_000;
/** Refusals that are settled by waiting: work on the secret of before is still going on. */
const BUSY = /^(?:ObjectIsBeingDeleted|ObjectIsBeingRecovered|ObjectIsBeingPurged)$/;
/** A door whose calls retry throttling, 5xx and resets, each with a deadline. */
function createKeyVaultDoor(options, deps) {
    const call = vaultCaller(options, deps);
    return {
        describe: (name) => answered('Key Vault read of the secret', deps, async () => {
            try {
                return show(await call('read of the secret', 'GET', `secrets/${name}`));
            }
            catch (error) {
                if (error instanceof VaultFailure && error.status === 404)
                    return null;
                throw error;
            }
        }),
        set: (name, secret) => answered('Key Vault write of the secret', deps, async () => {
            const body = {
                value: secret.value,
                contentType: secret.contentType,
                tags: secret.tags,
                attributes: { enabled: true, exp: Math.floor(secret.expiresAt.getTime() / 1000) },
            };
            try {
                return show(await call('write of the secret', 'PUT', `secrets/${name}`, body));
            }
            catch (error) {
                if (!isTaken(error))
                    throw error;
            }
            deps.log.info('The secret was deleted and not purged; it is recovered, to be given a new version.');
            await call('recovery of the secret', 'POST', `deletedsecrets/${name}/recover`);
            await call('read of the recovered secret', 'GET', `secrets/${name}`, undefined, 404);
            return show(await call('write of the secret', 'PUT', `secrets/${name}`, body));
        }),
        remove: (name) => answered('Key Vault deletion of the secret', deps, () => removeSecret(call, name)),
    };
}
async function removeSecret(call, name) {
    let level;
    try {
        const deleted = await call('deletion of the secret', 'DELETE', `secrets/${name}`);
        level = deleted.attributes?.recoveryLevel;
    }
    catch (error) {
        if (error instanceof VaultFailure && error.status === 404)
            return 'gone';
        throw error;
    }
    // `Recoverable+Purgeable`, `CustomizedRecoverable+Purgeable`; without soft delete `Purgeable`, and nothing is left.
    if (level === 'Purgeable')
        return 'purged';
    if (typeof level !== 'string' || !level.includes('Purgeable'))
        return 'recoverable';
    try {
        await call('purge of the secret', 'DELETE', `deletedsecrets/${name}`, undefined, 404);
        return 'purged';
    }
    catch (error) {
        // Deleted it is; that it may be recovered for a while is said.
        if (error instanceof VaultFailure && (error.status === 403 || error.status === 404))
            return 'recoverable';
        throw error;
    }
}
function vaultCaller(options, deps) {
    const target = targetOf(options.uri, options.environment.vaultEndpoint);
    const credential = createAzureCredential(options.environment, options.subscriptionId, deps);
    const token = async (scope) => (await credential.getToken(scope))?.token ?? '';
    return async (what, method, path, body, passing) => {
        const started = deps.clock.now();
        const mayPass = (error) => {
            if (error instanceof errors/* ActionError */.l)
                return false;
            if (!(error instanceof VaultFailure))
                return true;
            const { status, code } = error;
            const elapsed = deps.clock.now() - started;
            if (status === passing || BUSY.test(code))
                return elapsed < SETTLE_MS;
            if (status === 403 && code !== 'ForbiddenByFirewall')
                return elapsed < options.propagationMs;
            return status === 408 || status === 429 || status >= 500;
        };
        return retryVault(`Key Vault ${what}`, () => callVault(target, token, { method, path, body }, deps), {
            deadlineMs: Math.max(key_vault_DEADLINE_MS, options.propagationMs + SETTLE_MS),
            mayPass,
            deps,
        });
    };
}
/** As `retry`, but what is thrown in the end is the failure itself, whose code tells callers what to do. */
async function retryVault(name, call, options) {
    const { deps, deadlineMs, mayPass } = options;
    let last;
    try {
        return await retry(name, () => call().catch((error) => {
            last = error;
            throw error;
        }), {
            ...deps,
            attempts: key_vault_ATTEMPTS,
            deadlineMs,
            baseMs: 1000,
            isRetryable: mayPass,
            retryAfterMs: (error) => (error instanceof VaultFailure ? error.retryAfterMs : undefined),
        });
    }
    catch (error) {
        deps.signal.throwIfAborted();
        throw last instanceof VaultFailure ? last : error;
    }
}
/** Resource of the tokens: the vault's domain, which differs between clouds. */
function targetOf(uri, endpoint) {
    const [vault = '', ...domain] = new URL(uri).hostname.split('.');
    const base = endpoint === undefined ? `https://${vault}.${domain.join('.')}` : `${endpoint}/${vault}`;
    return { base, scope: `https://${domain.join('.')}/.default` };
}
function show({ id, tags, attributes }) {
    const expires = attributes?.exp;
    return {
        version: typeof id === 'string' ? (/\/secrets\/[^/]+\/([^/]+)$/.exec(id)?.[1] ?? '') : '',
        tags: tags ?? {},
        expiresAt: typeof expires === 'number' ? new Date(expires * 1000) : undefined,
    };
}
async function answered(name, deps, work) {
    try {
        return { ok: true, value: await work() };
    }
    catch (error) {
        deps.signal.throwIfAborted();
        if (error instanceof VaultFailure) {
            const verb = error.status === 401 || error.status === 403 ? 'was denied' : 'failed';
            return { ok: false, reason: `${name} ${verb} (${error.message})` };
        }
        if (error instanceof errors/* ActionError */.l)
            return { ok: false, reason: `${error.code}: ${error.message}` };
        return {
            ok: false,
            reason: `${name} failed (${error instanceof Error ? error.message : String(error)})`,
        };
    }
}

;// CONCATENATED MODULE: ./lib/nodes/activation-delivery.js





/** Tag of the secret: which activation is in it. */
const ACTIVATION_TAG = 'eks-hybrid-actions:activation';
/** The door to a target. */
function openDelivery(target, options, deps) {
    if (target.kind === 'key-vault')
        return vaultDelivery(target, options, deps);
    return target.kind === 'file' ? fileDelivery(target.path) : managerDelivery(target, deps);
}
/** What cloud-init/join.sh reads. */
function textOf({ id, code }) {
    return JSON.stringify({ activationId: id, activationCode: code });
}
function activation_delivery_tagsOf({ id, tags }) {
    return { ...tags, [ACTIVATION_TAG]: id };
}
function vaultDelivery({ uri, name, subscriptionId }, { environment, propagationMs }, deps) {
    const door = createKeyVaultDoor({ uri, environment, subscriptionId, propagationMs }, deps);
    return {
        where: `the secret ${name} of ${uri}`,
        find: async () => {
            const found = await door.describe(name);
            if (!found.ok || found.value === null)
                return found.ok ? { ok: true, value: null } : found;
            const { tags, expiresAt } = found.value;
            return { ok: true, value: { tags, expiresAt, activationId: tags[ACTIVATION_TAG] } };
        },
        put: async (activation) => {
            const set = await door.set(name, {
                value: textOf(activation),
                contentType: 'application/json',
                expiresAt: activation.expiresAt,
                tags: activation_delivery_tagsOf(activation),
            });
            return set.ok ? { ok: true, value: null } : set;
        },
        remove: async () => {
            const removed = await door.remove(name);
            if (!removed.ok)
                return removed;
            return { ok: true, value: removed.value === 'purged' ? 'deleted' : removed.value };
        },
    };
}
function managerDelivery({ region, name }, deps) {
    const open = () => createSecretsManagerDoor(region, deps);
    return {
        where: `the secret ${name} of AWS Secrets Manager in ${region}`,
        find: async () => {
            const found = await (await open()).describe(name);
            if (!found.ok || found.value === null)
                return found.ok ? { ok: true, value: null } : found;
            const { tags } = found.value;
            return { ok: true, value: { tags, expiresAt: undefined, activationId: tags[ACTIVATION_TAG] } };
        },
        put: async (activation) => {
            const put = await (await open()).put({
                name,
                description: 'SSM activation of EKS hybrid nodes; deleted after the job that made it',
                text: textOf(activation),
                tags: activation_delivery_tagsOf(activation),
                token: (0,external_node_crypto_.randomUUID)(),
            });
            return put.ok ? { ok: true, value: null } : put;
        },
        remove: async () => (await open()).remove(name),
    };
}
const FILE_MODE = 0o600;
/** The file is made with its mode, never widened, and only where nothing is: neither a file nor a link is followed. */
function fileDelivery(path) {
    const attempt = (work) => {
        try {
            return Promise.resolve({ ok: true, value: work() });
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            return Promise.resolve({ ok: false, reason: `The file could not be written or read (${why})` });
        }
    };
    return {
        where: `the file ${path}`,
        find: () => attempt(() => ((0,external_node_fs_.existsSync)(path) ? findInFile(path) : null)),
        put: (activation) => attempt(() => {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
            const { O_CREAT, O_EXCL, O_WRONLY } = external_node_fs_.constants;
            const file = (0,external_node_fs_.openSync)(path, O_CREAT | O_EXCL | O_WRONLY, FILE_MODE);
            try {
                (0,external_node_fs_.writeSync)(file, textOf(activation));
            }
            finally {
                (0,external_node_fs_.closeSync)(file);
            }
            return null;
        }),
        remove: () => attempt(() => {
            if (!(0,external_node_fs_.existsSync)(path))
                return 'gone';
            (0,external_node_fs_.rmSync)(path);
            return 'deleted';
        }),
    };
}
/** A file cut off in the middle belongs to whoever was writing it here: its activation is not known. */
function findInFile(path) {
    const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    const id = /"activationId":"([0-9a-f-]{36})"/.exec(text)?.[1];
    return { tags: {}, expiresAt: undefined, activationId: id };
}

;// CONCATENATED MODULE: ./lib/nodes/activation-marks.js
/** The tag by which AWS's own policies for hybrid nodes tell clusters apart; nodes inherit it from their activation. */
const CLUSTER_TAG = 'EKSClusterARN';
/** Which run made it. */
const RUN_TAG = 'eks-hybrid-actions:run';
/** Different in each run of the action, so that an activation whose id never arrived is still known as its own. */
const MINT_TAG = 'eks-hybrid-actions:mint';
/** Keys that users cannot set. */
const OWN_TAGS = [CLUSTER_TAG, RUN_TAG, MINT_TAG];
/** `octo-org/platform/runs/4242/attempts/1`: signs that tags of AWS allow. */
function runMark({ repository, runId, runAttempt }) {
    return `${repository}/runs/${runId}/attempts/${runAttempt}`;
}
/** Whether tags say that this action made it, for that cluster. */
function isOurs(tags, clusterArn) {
    return tags[CLUSTER_TAG] === clusterArn && tags[MINT_TAG] !== undefined && tags[RUN_TAG] !== undefined;
}

;// CONCATENATED MODULE: ./lib/nodes/activation-clean-up.js



/**
 * Deletes the activation of this run, found by its tag even where its id never arrived, and the secret with it.
 * @param id of the activation where it is known: then it is deleted also when the list cannot be read
 * @throws EHA1566, which fails the step, when one of them is left or it is not known whether
 */
async function takeBack(record, id, door, options, deps) {
    const problems = [];
    const ids = new Set(id === '' ? [] : [id]);
    const listed = await door.activations();
    if (listed.ok) {
        for (const { id: found, tags } of listed.value)
            if (tags[MINT_TAG] === record.mint)
                ids.add(found);
    }
    else {
        problems.push(`Whether another activation of this run is there is not known: ${listed.reason}.`);
    }
    for (const one of ids) {
        const removed = await door.deleteActivation(one);
        if (!removed.ok)
            problems.push(`The activation ${one} was not deleted: ${removed.reason}.`);
        else
            deps.log.info(`The activation ${one} is ${removed.value === 'gone' ? 'gone already' : 'deleted'}.`);
    }
    const delivery = openDelivery(record.target, options, deps);
    const problem = await removeOwnSecret(delivery, record, ids, deps);
    if (problem !== null)
        problems.push(problem);
    if (problems.length > 0)
        throw activationErrors.EHA1566(problems.join('\n'), { failsPost: true });
}
/** A later run may have put its own activation there; that one stays. */
async function removeOwnSecret(delivery, { mint, target }, ids, { log }) {
    const found = await delivery.find();
    if (!found.ok)
        return `Whether ${delivery.where} is of this run is not known: ${found.reason}.`;
    if (found.value === null)
        return null;
    const { tags, activationId } = found.value;
    // The record is saved only for a file that was not there before, so what is there now was written by this run.
    const isOwn = target.kind === 'file' ? activationId === undefined || ids.has(activationId) : tags[MINT_TAG] === mint;
    if (!isOwn) {
        log.info(`${delivery.where} is not of this run any more and stays.`);
        return null;
    }
    const removed = await delivery.remove();
    if (!removed.ok)
        return `${delivery.where} was not deleted: ${removed.reason}.`;
    const rest = removed.value === 'recoverable'
        ? ' The vault keeps it recoverable for its retention time; the code in it is worthless.'
        : '';
    log.info(`${delivery.where} is ${removed.value === 'gone' ? 'gone already' : 'deleted'}.${rest}`);
    return null;
}

;// CONCATENATED MODULE: ./actions/ssm-activation/src/clean-up.js



/** Names under which the main step saves what it is about to make. */
const STATE = { record: 'record', id: 'activation-id' };
/** How long a refusal is taken for one that passes: rights that the job had a moment ago it has still. */
const PROPAGATION_MS = 20_000;
/** Deletes the activation of this job and its secret, also after a failure or a cancellation. */
async function cleanUp(deps) {
    const saved = deps.state.get(STATE.record);
    if (saved === '')
        return;
    const record = JSON.parse(saved);
    const door = await createSsmDoor(record.region, deps);
    const options = { environment: readAzureEnvironment(), propagationMs: PROPAGATION_MS };
    await takeBack(record, deps.state.get(STATE.id), door, options, deps);
}


/***/ }),

/***/ 1800:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2445);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8173);


await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runPost */ .a)(_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .n);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

/***/ 2445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runPost)
});

// UNUSED EXPORTS: runAction

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
        reportError(log, failure);
    await exitProcess(failure === undefined ? 0 : 1);
}
function failsPost(error) {
    return error instanceof errors/* ActionError */.l && (error.failsPost || failsPost(error.cause));
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
/******/ var __webpack_exports__ = __nccwpck_require__(1800);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
