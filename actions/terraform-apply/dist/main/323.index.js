export const id = 323;
export const ids = [323];
export const modules = {

/***/ 2323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createKmsDataKeys: () => (/* binding */ createKmsDataKeys)
/* harmony export */ });
/* unused harmony export isKeyArn */
/* harmony import */ var _action_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3045);
/* harmony import */ var _terraform_bundle_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7259);


/** A KMS key or alias, in any partition; KMS keys live in one region, which the ARN names. */
const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):[0-9]{12}:(?:key|alias)\/[A-Za-z0-9/_-]{1,256}$/;
/** Whether a text is the ARN of a KMS key or of an alias. */
function isKeyArn(text) {
    return KEY_ARN.test(text);
}
/** One answer is waited for this long, a call with all its attempts for the deadline. KMS answers in milliseconds. */
const ANSWER_MS = 10_000;
const DEADLINE_MS = 60_000;
const ATTEMPTS = 6;
const DATA_KEY_BYTES = 32;
/** From the "Errors" of GenerateDataKey and Decrypt in the AWS KMS API Reference: these may pass by themselves. */
const PASSING = new Set([
    'DependencyTimeoutException',
    'KeyUnavailableException',
    'KMSInternalException',
    'ThrottlingException',
    'LimitExceededException',
]);
/**
 * Faults of a connection, as Node and the SDK name them, and our own time limit for one answer. The SDK wraps an error
 * of another realm and keeps its name in the message only ("AWS SDK error wrapper for TimeoutError: socket hang up").
 */
const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|TimeoutError)\b/;
/** The wrapped key was made under another key or for another context, or was altered. */
const WRONG_KEY = new Set([
    'InvalidCiphertextException',
    'IncorrectKeyException',
    'IncorrectKeyMaterialException',
]);
/** The SDK found no credentials, or those it found could not be turned into a session. */
const NO_CREDENTIALS = /^(?:CredentialsProviderError|TokenProviderError)$/;
/**
 * The door to one key of AWS KMS. Credentials come as the AWS SDK finds them in the environment; an endpoint set there
 * (`AWS_ENDPOINT_URL`) is honoured. The SDK is loaded by the first call.
 * @param keyArn of a symmetric encryption key or its alias; check it with {@link isKeyArn} when inputs are read
 * @throws from its calls EHA1268 when KMS cannot be asked, EHA1269 when it refuses, EHA1265 for a key wrapped elsewhere
 */
function createKmsDataKeys(keyArn, deps) {
    const region = KEY_ARN.exec(keyArn)?.[1];
    if (region === undefined)
        throw new TypeError('Not the ARN of a KMS key.');
    let loaded;
    const client = async () => {
        const { KMSClient: Client } = await __webpack_require__.e(/* import() */ 676).then(__webpack_require__.t.bind(__webpack_require__, 676, 19));
        // Retries are made and told here, so the SDK makes none of its own.
        return new Client({ region, maxAttempts: 1 });
    };
    const call = async (name, request) => {
        loaded ??= client();
        const kms = await loaded;
        return withRetry(name, (signal) => request(kms, signal), deps);
    };
    return {
        keyArn,
        generate: (context) => generate(call, keyArn, context),
        unwrap: (wrapped, context) => unwrap(call, keyArn, wrapped, context),
    };
}
async function generate(call, keyArn, context) {
    const { GenerateDataKeyCommand } = await __webpack_require__.e(/* import() */ 676).then(__webpack_require__.t.bind(__webpack_require__, 676, 19));
    const answer = await call('AWS KMS GenerateDataKey', (client, abortSignal) => client.send(new GenerateDataKeyCommand({
        KeyId: keyArn,
        NumberOfBytes: DATA_KEY_BYTES,
        EncryptionContext: { ...context },
    }), { abortSignal }));
    const plain = checkKey(answer.Plaintext);
    if (answer.CiphertextBlob === undefined)
        throw _terraform_bundle_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleErrors */ .I.EHA1268('AWS KMS gave a data key without its wrapped form.');
    return { plain, wrapped: answer.CiphertextBlob };
}
async function unwrap(call, keyArn, wrapped, context) {
    const { DecryptCommand } = await __webpack_require__.e(/* import() */ 676).then(__webpack_require__.t.bind(__webpack_require__, 676, 19));
    const answer = await call('AWS KMS Decrypt', (client, abortSignal) => client.send(new DecryptCommand({ KeyId: keyArn, CiphertextBlob: wrapped, EncryptionContext: { ...context } }), { abortSignal }));
    return checkKey(answer.Plaintext);
}
function checkKey(key) {
    if (key?.length === DATA_KEY_BYTES)
        return key;
    throw _terraform_bundle_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleErrors */ .I.EHA1268(`AWS KMS gave a data key of ${key?.length ?? 0} bytes instead of ${DATA_KEY_BYTES}.`);
}
async function withRetry(name, request, deps) {
    let last;
    try {
        return await (0,_action_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(name, async () => {
            try {
                return await request(AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]));
            }
            catch (error) {
                last = error;
                throw error;
            }
        }, { ...deps, attempts: ATTEMPTS, deadlineMs: DEADLINE_MS, isRetryable });
    }
    catch (error) {
        deps.signal.throwIfAborted();
        throw asCodedError(name, last ?? error, error);
    }
}
function describeError(error) {
    const { name, message, code, $metadata } = error;
    const text = (value) => (typeof value === 'string' ? value : '');
    return {
        name: text(name),
        message: text(message),
        code: text(code),
        status: $metadata?.httpStatusCode ?? 0,
    };
}
function isRetryable(error) {
    const { name, code, message, status } = describeError(error);
    if (PASSING.has(name))
        return true;
    // An answer of KMS may quote anything in its message.
    if (status === 0 && CONNECTION.test(`${name} ${code} ${message}`))
        return true;
    // An aborted answer: ours when the time was up, since a cancellation is thrown on before this is asked.
    return name === 'AbortError' || status >= 500;
}
function asCodedError(name, last, gaveUp) {
    const { name: type, message, status } = describeError(last);
    const said = message === '' || message === 'UnknownError' ? type : `${type}: ${message}`;
    if (WRONG_KEY.has(type)) {
        return _terraform_bundle_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleErrors */ .I.EHA1265(`${name} could not unwrap the key of the plan bundle (${type}): it was wrapped under another key or for another provenance, or was altered.`);
    }
    if (NO_CREDENTIALS.test(type)) {
        return _terraform_bundle_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleErrors */ .I.EHA1268(`${name} needs AWS credentials, and the job has none: ${message}`);
    }
    if (status >= 400 && status < 500 && !isRetryable(last)) {
        return _terraform_bundle_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleErrors */ .I.EHA1269(`${name} was refused: ${said}`);
    }
    return _terraform_bundle_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleErrors */ .I.EHA1268(gaveUp instanceof Error ? gaveUp.message : `${name} failed: ${said}`, {
        cause: last,
    });
}


/***/ })

};
