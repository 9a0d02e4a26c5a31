export const id = 243;
export const ids = [243];
export const modules = {

/***/ 9243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createKmsDataKeys: () => (/* binding */ createKmsDataKeys)
});

// UNUSED EXPORTS: isKeyArn

// EXTERNAL MODULE: ./lib/action/retry.js
var retry = __webpack_require__(3045);
// EXTERNAL MODULE: ./lib/terraform/bundle-errors.js
var bundle_errors = __webpack_require__(7259);
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

;// CONCATENATED MODULE: ./lib/aws/kms.js



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
/** The wrapped key was made under another key or for another context, or was altered. */
const WRONG_KEY = new Set([
    'InvalidCiphertextException',
    'IncorrectKeyException',
    'IncorrectKeyMaterialException',
]);
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
        throw bundle_errors/* bundleErrors */.I.EHA1268('AWS KMS gave a data key without its wrapped form.');
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
    throw bundle_errors/* bundleErrors */.I.EHA1268(`AWS KMS gave a data key of ${key?.length ?? 0} bytes instead of ${DATA_KEY_BYTES}.`);
}
async function withRetry(name, request, deps) {
    let last;
    try {
        return await (0,retry/* retry */.L)(name, async () => {
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
function isRetryable(error) {
    return isPassing(error, PASSING);
}
function asCodedError(name, last, gaveUp) {
    const { name: type, message, status } = describeSdkError(last);
    const said = sdkErrorText(last);
    if (WRONG_KEY.has(type)) {
        return bundle_errors/* bundleErrors */.I.EHA1265(`${name} could not unwrap the key of the plan bundle (${type}): it was wrapped under another key or for another provenance, or was altered.`);
    }
    if (isWithoutCredentials(last)) {
        return bundle_errors/* bundleErrors */.I.EHA1268(`${name} needs AWS credentials, and the job has none: ${message}`);
    }
    if (status >= 400 && status < 500 && !isRetryable(last)) {
        return bundle_errors/* bundleErrors */.I.EHA1269(`${name} was refused: ${said}`);
    }
    return bundle_errors/* bundleErrors */.I.EHA1268(gaveUp instanceof Error ? gaveUp.message : `${name} failed: ${said}`, {
        cause: last,
    });
}


/***/ })

};
