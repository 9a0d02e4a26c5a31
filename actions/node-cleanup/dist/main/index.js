import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

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

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

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

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

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

/***/ 6745:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var resolveBlockMap = __nccwpck_require__(619);
var resolveBlockSeq = __nccwpck_require__(1610);
var resolveFlowCollection = __nccwpck_require__(562);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(7977);
var composeNode = __nccwpck_require__(413);
var resolveEnd = __nccwpck_require__(2368);
var resolveProps = __nccwpck_require__(6715);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5525);
var identity = __nccwpck_require__(1891);
var composeCollection = __nccwpck_require__(6745);
var composeScalar = __nccwpck_require__(1337);
var resolveEnd = __nccwpck_require__(2368);
var utilEmptyScalarPosition = __nccwpck_require__(6827);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 1337:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var resolveBlockScalar = __nccwpck_require__(293);
var resolveFlowScalar = __nccwpck_require__(7686);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 4260:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(9082);
var Document = __nccwpck_require__(7977);
var errors = __nccwpck_require__(7460);
var identity = __nccwpck_require__(1891);
var composeDoc = __nccwpck_require__(6183);
var resolveEnd = __nccwpck_require__(2368);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 619:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(5153);
var YAMLMap = __nccwpck_require__(2938);
var resolveProps = __nccwpck_require__(6715);
var utilContainsNewline = __nccwpck_require__(3151);
var utilFlowIndentCheck = __nccwpck_require__(7319);
var utilMapIncludes = __nccwpck_require__(8279);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 293:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 1610:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(3571);
var resolveProps = __nccwpck_require__(6715);
var utilFlowIndentCheck = __nccwpck_require__(7319);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 2368:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 562:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var resolveEnd = __nccwpck_require__(2368);
var resolveProps = __nccwpck_require__(6715);
var utilContainsNewline = __nccwpck_require__(3151);
var utilMapIncludes = __nccwpck_require__(8279);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 7686:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var resolveEnd = __nccwpck_require__(2368);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 6715:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 3151:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 6827:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 7319:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(3151);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 8279:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 7977:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5525);
var Collection = __nccwpck_require__(1633);
var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var toJS = __nccwpck_require__(3119);
var Schema = __nccwpck_require__(1148);
var stringifyDocument = __nccwpck_require__(8577);
var anchors = __nccwpck_require__(7048);
var applyReviver = __nccwpck_require__(7817);
var createNode = __nccwpck_require__(7616);
var directives = __nccwpck_require__(9082);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 7048:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var visit = __nccwpck_require__(1360);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 7817:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 7616:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5525);
var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 9082:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var visit = __nccwpck_require__(1360);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 7460:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 3483:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(4260);
var Document = __nccwpck_require__(7977);
var Schema = __nccwpck_require__(1148);
var errors = __nccwpck_require__(7460);
var Alias = __nccwpck_require__(5525);
var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var Scalar = __nccwpck_require__(4305);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var cst = __nccwpck_require__(3921);
var lexer = __nccwpck_require__(1893);
var lineCounter = __nccwpck_require__(2808);
var parser = __nccwpck_require__(3124);
var publicApi = __nccwpck_require__(4563);
var visit = __nccwpck_require__(1360);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
__webpack_unused_export__ = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
__webpack_unused_export__ = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
__webpack_unused_export__ = identity.isScalar;
__webpack_unused_export__ = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
__webpack_unused_export__ = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
exports.qg = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 6669:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 5525:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(7048);
var visit = __nccwpck_require__(1360);
var identity = __nccwpck_require__(1891);
var Node = __nccwpck_require__(5605);
var toJS = __nccwpck_require__(3119);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 1633:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(7616);
var identity = __nccwpck_require__(1891);
var Node = __nccwpck_require__(5605);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 5605:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(7817);
var identity = __nccwpck_require__(1891);
var toJS = __nccwpck_require__(3119);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 5153:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(7616);
var stringifyPair = __nccwpck_require__(9392);
var addPairToJSMap = __nccwpck_require__(1308);
var identity = __nccwpck_require__(1891);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 4305:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Node = __nccwpck_require__(5605);
var toJS = __nccwpck_require__(3119);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 2938:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(3008);
var addPairToJSMap = __nccwpck_require__(1308);
var Collection = __nccwpck_require__(1633);
var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var Scalar = __nccwpck_require__(4305);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 3571:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(7616);
var stringifyCollection = __nccwpck_require__(3008);
var Collection = __nccwpck_require__(1633);
var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var toJS = __nccwpck_require__(3119);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(6669);
var merge = __nccwpck_require__(4376);
var stringify = __nccwpck_require__(3376);
var identity = __nccwpck_require__(1891);
var toJS = __nccwpck_require__(3119);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1891:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 3119:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 6242:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(293);
var resolveFlowScalar = __nccwpck_require__(7686);
var errors = __nccwpck_require__(7460);
var stringifyString = __nccwpck_require__(3665);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 2393:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3921:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(6242);
var cstStringify = __nccwpck_require__(2393);
var cstVisit = __nccwpck_require__(5207);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 1893:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3921);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 2808:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3124:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3921);
var lexer = __nccwpck_require__(1893);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4563:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(4260);
var Document = __nccwpck_require__(7977);
var errors = __nccwpck_require__(7460);
var log = __nccwpck_require__(6669);
var identity = __nccwpck_require__(1891);
var lineCounter = __nccwpck_require__(2808);
var parser = __nccwpck_require__(3124);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 1148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var map = __nccwpck_require__(1231);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var tags = __nccwpck_require__(8478);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 1231:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var YAMLMap = __nccwpck_require__(2938);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 5940:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 814:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var YAMLSeq = __nccwpck_require__(3571);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 3724:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3665);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 5579:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 1433:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var stringifyNumber = __nccwpck_require__(3677);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 2790:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(3677);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 9772:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(1231);
var _null = __nccwpck_require__(5940);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var bool = __nccwpck_require__(5579);
var float = __nccwpck_require__(1433);
var int = __nccwpck_require__(2790);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 7331:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var map = __nccwpck_require__(1231);
var seq = __nccwpck_require__(814);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 8478:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(1231);
var _null = __nccwpck_require__(5940);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var bool = __nccwpck_require__(5579);
var float = __nccwpck_require__(1433);
var int = __nccwpck_require__(2790);
var schema = __nccwpck_require__(9772);
var schema$1 = __nccwpck_require__(7331);
var binary = __nccwpck_require__(743);
var merge = __nccwpck_require__(4376);
var omap = __nccwpck_require__(6683);
var pairs = __nccwpck_require__(7221);
var schema$2 = __nccwpck_require__(3381);
var set = __nccwpck_require__(5340);
var timestamp = __nccwpck_require__(3932);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 743:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(4305);
var stringifyString = __nccwpck_require__(3665);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8514:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 2026:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var stringifyNumber = __nccwpck_require__(3677);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 7149:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(3677);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 4376:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 6683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var toJS = __nccwpck_require__(3119);
var YAMLMap = __nccwpck_require__(2938);
var YAMLSeq = __nccwpck_require__(3571);
var pairs = __nccwpck_require__(7221);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 7221:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var Scalar = __nccwpck_require__(4305);
var YAMLSeq = __nccwpck_require__(3571);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 3381:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(1231);
var _null = __nccwpck_require__(5940);
var seq = __nccwpck_require__(814);
var string = __nccwpck_require__(3724);
var binary = __nccwpck_require__(743);
var bool = __nccwpck_require__(8514);
var float = __nccwpck_require__(2026);
var int = __nccwpck_require__(7149);
var merge = __nccwpck_require__(4376);
var omap = __nccwpck_require__(6683);
var pairs = __nccwpck_require__(7221);
var set = __nccwpck_require__(5340);
var timestamp = __nccwpck_require__(3932);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 5340:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Pair = __nccwpck_require__(5153);
var YAMLMap = __nccwpck_require__(2938);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 3932:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(3677);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 6767:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 3376:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(7048);
var identity = __nccwpck_require__(1891);
var stringifyComment = __nccwpck_require__(2875);
var stringifyString = __nccwpck_require__(3665);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 3008:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var stringify = __nccwpck_require__(3376);
var stringifyComment = __nccwpck_require__(2875);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 2875:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 8577:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var stringify = __nccwpck_require__(3376);
var stringifyComment = __nccwpck_require__(2875);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 3677:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);
var Scalar = __nccwpck_require__(4305);
var stringify = __nccwpck_require__(3376);
var stringifyComment = __nccwpck_require__(2875);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3665:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(4305);
var foldFlowLines = __nccwpck_require__(6767);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 1360:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1891);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 6633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/mini/schemas.js
var schemas = __nccwpck_require__(5915);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/api.js + 1 modules
var api = __nccwpck_require__(7197);
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

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(3483);
// EXTERNAL MODULE: ./lib/action/schema.js + 1 modules
var action_schema = __nccwpck_require__(4638);
;// CONCATENATED MODULE: ./lib/action/structured-input.js
/** Apart from inputs.ts because it brings zod and the YAML parser into a bundle (about 560 kB, 30 ms of start-up). */




/** An alias repeated inside an alias can unfold a small input into gigabytes. */
const MOST_ALIASES = 100;
function parseYaml(name, text) {
    try {
        return (0,dist/* parse */.qg)(text, {
            maxAliasCount: MOST_ALIASES,
            prettyErrors: true,
            stringKeys: true,
            logLevel: 'error',
        });
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw action_errors/* actionErrors */.u.EHA1001(`Input "${name}" is neither JSON nor YAML: ${reason}`, { cause });
    }
}
function yamlInput(name, schema, options = {}) {
    return readInput(name, options, (text) => {
        const result = (0,action_schema/* validate */.t)(schema, parseYaml(name, text));
        if (result.valid)
            return result.value;
        const list = result.problems.map((problem) => `- ${problem}`).join('\n');
        throw action_errors/* actionErrors */.u.EHA1001(`Input "${name}" does not have the expected content:\n${list}`);
    });
}

// EXTERNAL MODULE: ./lib/cleanup/settings.js
var settings = __nccwpck_require__(5426);
// EXTERNAL MODULE: ./lib/cleanup/windows.js
var windows = __nccwpck_require__(8834);
// EXTERNAL MODULE: ./lib/environment/price-list.js
var price_list = __nccwpck_require__(5204);
;// CONCATENATED MODULE: ./lib/environment/cost.js


/** Hours in a month as both clouds reckon them. */
const MONTH_HOURS = 730;
const OTHER_NAMES = /^(?:ec2|azure-vm|azure-disk)-/;
/** Whether a price of the user's own can be one that is looked up; a misspelt one would be ignored without a word. */
function isPriceName(name) {
    return Object.hasOwn(price_list/* PRICE_LIST */.d.prices, name) || OTHER_NAMES.test(name);
}
/** What one resource costs in US dollars a month; null when one of its prices is not known. Free things cost 0. */
function monthlyCost({ billing, priced }, own) {
    if (billing === 'free')
        return 0;
    if (priced.length === 0)
        return null;
    let sum = 0;
    for (const { price, amount } of priced) {
        const monthly = monthlyPrice(price, own);
        if (monthly === null)
            return null;
        sum += monthly * amount;
    }
    return cents(sum);
}
function monthlyPrice(name, own) {
    const listed = Object.hasOwn(PRICE_LIST.prices, name) ? PRICE_LIST.prices[name] : undefined;
    const amount = Object.hasOwn(own, name) ? own[name] : listed?.amount;
    if (amount === undefined)
        return null;
    return listed?.per === 'month' ? amount : amount * MONTH_HOURS;
}
/** The sum of what has a price, and whether everything that may be billed has one. */
function totalCost(resources, own) {
    const costs = resources.filter((one) => one.billing !== 'free').map((one) => monthlyCost(one, own));
    return {
        amount: cents(costs.reduce((sum, cost) => sum + (cost ?? 0), 0)),
        complete: costs.every((cost) => cost !== null),
    };
}
function cents(amount) {
    return Math.round(amount * 100) / 100;
}
/** Most expensive first, what has no price before what has; then by cloud, type and id. */
function byCost(own) {
    const rank = (one) => isLeftover(one) ? (monthlyCost(one, own) ?? Number.MAX_SAFE_INTEGER) : -1;
    const name = ({ cloud, type, id }) => `${cloud} ${type} ${id}`;
    return (left, right) => rank(right) - rank(left) || (name(left) < name(right) ? -1 : name(left) > name(right) ? 1 : 0);
}

;// CONCATENATED MODULE: ./actions/node-cleanup/src/inputs.js







const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30 * DAY_MS;
function readInputs() {
    const given = readAll({
        clusterName: () => stringInput('cluster-name', {
            required: true,
            pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
            allowed: 'the name of an EKS cluster',
        }),
        region: readRegion,
        kubeconfig: () => pathInput('kubeconfig', { mustExist: 'file', within: 'workspace-or-temp' }),
        context: () => stringInput('kubeconfig-context'),
        azure: readAzure,
        accounts: readAccounts,
        subscriptions: readSubscriptions,
        limits: readLimits,
        windows: readWindows,
        ways: readWays,
        poolsFile: readPoolsFile,
        prices: readPrices,
        reporting: readReporting,
    });
    const { clusterName, region, azure, accounts, subscriptions, limits, windows, ways, poolsFile, prices } = given;
    requireForMode(ways.mode, given);
    return {
        ...ways,
        ...given.reporting,
        place: placeOf(given),
        settings: { ...limits, cluster: { name: clusterName, region } },
        windows,
        azure,
        allowed: { accounts, subscriptions },
        poolsFile: ways.mode === 'pull-request' ? (poolsFile ?? null) : null,
        prices,
    };
}
/** What a mode that changes something cannot do without. */
function requireForMode(mode, { accounts, subscriptions, poolsFile, reporting, }) {
    if (reporting.issue && reporting.githubToken === undefined) {
        throw refusedInput('github-token', '', 'given, or issue be false');
    }
    if (mode === 'dry-run')
        return;
    if (accounts.length === 0) {
        throw refusedInput('allowed-aws-accounts', '', `given in mode ${mode}: the accounts that may be changed`);
    }
    if (subscriptions.length === 0) {
        const allowed = `given in mode ${mode}: the subscriptions that may be changed`;
        throw refusedInput('allowed-azure-subscriptions', '', allowed);
    }
    if (mode !== 'pull-request')
        return;
    if (poolsFile === undefined)
        throw refusedInput('pools-file', '', 'given in mode pull-request');
    if (reporting.pullRequestToken === undefined) {
        throw refusedInput('pull-request-token', '', 'given in mode pull-request, or github-token be');
    }
}
function readWays() {
    return readAll({
        mode: () => enumInput('mode', ['dry-run', 'mark', 'act', 'pull-request'], { default: 'dry-run' }),
        evictionTimeoutMs: () => durationInput('eviction-timeout', { default: 10 * MINUTE_MS, minimum: 10_000, maximum: 6 * HOUR_MS }),
        concurrency: () => integerInput('concurrency', { default: 3, minimum: 1, maximum: 20 }),
    });
}
function readReporting() {
    const given = readAll({
        issue: () => booleanInput('issue', { default: true }),
        label: () => stringInput('label', {
            default: 'node-cleanup',
            pattern: /^[^\s,][^,\r\n]{0,48}$/,
            allowed: 'a label without commas, of at most 49 characters',
        }),
        githubToken: () => secretInput('github-token'),
        pullRequestToken: () => secretInput('pull-request-token'),
        baseBranch: () => stringInput('base-branch', {
            pattern: /^(?!-)(?!.*\.\.)[\w./-]{1,200}$/,
            allowed: 'the name of a branch',
        }),
    });
    return { ...given, pullRequestToken: given.pullRequestToken ?? given.githubToken };
}
function readLimits() {
    return readAll({
        remove: readRemovable,
        idleFor: () => durationInput('idle-for', { default: 2 * HOUR_MS, minimum: 0, maximum: MONTH_MS }),
        deadAfter: () => durationInput('dead-after', {
            default: 30 * MINUTE_MS,
            minimum: 5 * MINUTE_MS,
            maximum: MONTH_MS,
        }),
        grace: () => durationInput('grace', { default: HOUR_MS, minimum: 0, maximum: MONTH_MS }),
        underusedPercent: () => integerInput('underused-percent', { default: 20, minimum: 0, maximum: 100 }),
        minNodes: () => integerInput('min-nodes', { default: 1, minimum: 0, maximum: 1000 }),
        maxNodes: () => integerInput('max-nodes', { default: 5, minimum: 0, maximum: 1000 }),
        maxNodesPercent: () => integerInput('max-percent', { default: 25, minimum: 0, maximum: 100 }),
        maxOrphans: () => integerInput('max-orphans', { default: 50, minimum: 0, maximum: 10_000 }),
        maxSilentPercent: () => integerInput('max-silent-percent', { default: 30, minimum: 0, maximum: 100 }),
    });
}
/** `underused` is left out of the default: its pods are moved, which nobody should find out by surprise. */
function readRemovable() {
    const names = listInput('remove', {
        default: ['empty', 'dead', 'orphan-instance', 'orphan-activation', 'orphan-azure'],
    });
    return new Set(names.map((name) => {
        const known = settings/* REMOVABLE */.Q.find((each) => each === name);
        if (known === undefined)
            throw refusedInput('remove', name, `some of ${settings/* REMOVABLE */.Q.join(', ')}`);
        return known;
    }));
}
function readWindows() {
    return listInput('windows').map((text) => {
        const window = (0,windows/* parseWindow */.E)(text);
        if (window === undefined) {
            throw refusedInput('windows', text, 'windows such as Mon-Fri 20:00-06:00 Europe/Berlin');
        }
        return window;
    });
}
function readAccounts() {
    const ids = listInput('allowed-aws-accounts');
    const wrong = ids.find((id) => !/^\d{12}$/.test(id));
    if (wrong !== undefined)
        throw refusedInput('allowed-aws-accounts', wrong, 'account ids of 12 digits');
    return ids;
}
function readSubscriptions() {
    const ids = listInput('allowed-azure-subscriptions');
    const wrong = ids.find((id) => !SUBSCRIPTION.test(id));
    if (wrong !== undefined)
        throw refusedInput('allowed-azure-subscriptions', wrong, 'subscription ids');
    return ids.map((id) => id.toLowerCase());
}
function readPoolsFile() {
    return stringInput('pools-file', {
        pattern: /^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\\\r\n]+\.tfvars(?:\.json)?$/,
        allowed: 'the path of a .tfvars or .tfvars.json file from the root of the repository',
    });
}
function readPrices() {
    const shape = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().check(api/* _nonnegative */.UI()));
    const prices = yamlInput('prices', shape) ?? {};
    const wrong = Object.keys(prices).find((name) => !isPriceName(name));
    if (wrong !== undefined) {
        throw refusedInput('prices', wrong, 'names of docs/costs.md, azure-vm-<size> or azure-disk-<kind>-gib');
    }
    return prices;
}
function placeOf({ kubeconfig, context, clusterName, region, }) {
    if (kubeconfig === undefined)
        return { kind: 'eks', clusterName, region };
    return { kind: 'kubeconfig', path: kubeconfig, ...(context === undefined ? {} : { context }) };
}
/** An empty variable is one that is not set. */
function variable(...names) {
    return names.map((name) => process.env[name]).find((value) => value !== undefined && value !== '');
}
function readRegion() {
    const pattern = /^[a-z]{2}(-[a-z]+)+-\d$/;
    const given = stringInput('aws-region', { pattern, allowed: 'a region such as eu-central-1' });
    const region = given ?? variable('AWS_REGION', 'AWS_DEFAULT_REGION');
    if (region === undefined)
        throw refusedInput('aws-region', '', 'given, or AWS_REGION be set');
    return region;
}
const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
function readAzure() {
    const resourceGroup = stringInput('azure-resource-group', {
        required: true,
        pattern: /^[\w().-]{1,90}$/,
        allowed: 'the name of a resource group',
    });
    const id = stringInput('azure-subscription-id') ?? variable('ARM_SUBSCRIPTION_ID', 'AZURE_SUBSCRIPTION_ID') ?? '';
    if (!SUBSCRIPTION.test(id)) {
        throw refusedInput('azure-subscription-id', id, 'a subscription id, or ARM_SUBSCRIPTION_ID be set');
    }
    return { subscriptionId: id, resourceGroup, environment: readAzureEnvironment() };
}


/***/ }),

/***/ 5020:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8877);
/* harmony import */ var _lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8912);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6633);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5018);




// A large fleet passes through in pages, of which nothing is kept: collected late, as V8 would on a machine with room, they
// take 360 MB for 5,000 nodes, and 200 MB so.
(0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--optimize-for-size');
await (0,_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e, _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .K);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __nccwpck_require__(308);
;// CONCATENATED MODULE: ./lib/cleanup/errors.js

/** What a cleanup of nodes can fail for. */
const cleanupErrors = (0,errors/* defineErrors */.V)({
    EHA1750: {
        kind: 'user',
        title: 'Account or subscription not allowed',
        likelyCause: 'The job took a role of another account than it should, or the lists of what may be changed are not up to date.',
        remedy: 'Compare the ids in the message with the inputs `allowed-aws-accounts` and `allowed-azure-subscriptions`, and with the variables of the environment.',
    },
    EHA1751: {
        kind: 'user',
        title: 'Cluster of the nodes not known',
        likelyCause: 'The job has no AWS credentials, the name or region of the cluster is wrong, or the role may not call eks:DescribeCluster.',
        remedy: 'Log in to AWS before this step, check name and region, and allow eks:DescribeCluster.',
    },
    EHA1752: {
        kind: 'user',
        title: 'Cleanup stopped by a guard',
        likelyCause: 'More is to be removed than one run may, the link between the clouds is down, or lists were not whole.',
        remedy: 'Look at what the guard names first. Raise its limit only when you know why so much is to go; what it stopped is still there.',
    },
    EHA1753: {
        kind: 'user',
        title: 'Too little known for a cleanup',
        likelyCause: 'The role may not read one of the lists, or a service failed, throttled or cut its list short.',
        remedy: 'Grant what the README of node-cleanup lists, or run again; what depends on a list that is not whole is never removed.',
    },
    EHA1754: {
        kind: 'service',
        title: 'Cleanup not finished',
        likelyCause: 'A service failed or refused in the middle of a removal, a role lacks a right, or the job was cancelled.',
        remedy: 'See the table for the step it failed in. The next run goes on from there.',
    },
    EHA1755: {
        kind: 'user',
        title: 'Pools cannot be lowered in the file',
        likelyCause: 'The input `pools-file` names another file, or its `pools` are computed instead of being written as numbers.',
        remedy: 'Name the .tfvars file that holds `pools` with a number as `count` of each pool, or use mode `act`.',
    },
    EHA1756: {
        kind: 'user',
        title: 'Branch of the pull request was changed',
        likelyCause: 'Somebody has committed to the branch that node-cleanup keeps.',
        remedy: 'Merge or close the pull request and delete its branch; the next run begins anew.',
    },
});

// EXTERNAL MODULE: ./lib/action/durations.js
var durations = __nccwpck_require__(4346);
;// CONCATENATED MODULE: ./lib/cleanup/names.js
const PREFIX = 'eks-hybrid-actions.io';
/** Set by the join script of a node: name of its pool in Terraform. */
const POOL_LABEL = `${PREFIX}/pool`;
/** Set by the join script of a node: name of its Azure VM. */
const VM_LABEL = `${PREFIX}/vm`;
/** RFC 3339 moment at which a run first saw the node idle. */
const IDLE_SINCE = `${PREFIX}/idle-since`;
/** The journal of a removal under way; see journal.ts. */
const JOURNAL = `${PREFIX}/cleanup`;
/** `true` as a label or an annotation keeps a node for ever; an RFC 3339 moment as annotation until then. */
const KEEP = `${PREFIX}/keep`;
const COMPUTE_TYPE_LABEL = 'eks.amazonaws.com/compute-type';
const DO_NOT_DISRUPT = 'karpenter.sh/do-not-disrupt';
const SCALE_DOWN_DISABLED = 'cluster-autoscaler.kubernetes.io/scale-down-disabled';
const SAFE_TO_EVICT = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
const MIRROR = 'kubernetes.io/config.mirror';
/** Nodes without the label are in a pool of this name, for guards that count by pool. */
const NO_POOL = '(no pool)';
function poolOf(node) {
    return node.labels[POOL_LABEL] ?? NO_POOL;
}
const PROVIDER_ID = /^eks-hybrid:\/\/\/([a-z0-9-]+)\/([^/]+)\/(mi-[0-9a-f]{17})$/;
/**
 * Why a node with the label of hybrid nodes is none of this cluster that may be removed; undefined when it is one. The
 * form of the id is that of nodeadm: region, cluster, managed instance.
 */
function foreignBecause(node, cluster) {
    const match = PROVIDER_ID.exec(node.providerId);
    if (match === null)
        return `Its provider id ${node.providerId || '(none)'} is not that of a hybrid node.`;
    const [, region, name, instance] = match;
    if (name !== cluster.name)
        return `Its provider id names the cluster ${name ?? ''}.`;
    if (region !== cluster.region)
        return `Its provider id names the region ${region ?? ''}.`;
    return instance === node.name ? undefined : `Its provider id names ${instance ?? ''}, not the node itself.`;
}

;// CONCATENATED MODULE: ./lib/cleanup/selector.js
/**
 * Whether a selector picks something with these labels. An operator that is not known counts as picking: for a
 * disruption budget the careful side. Ours, because the package offers no evaluation of selectors.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
function selects(selector, labels) {
    if (selector === null)
        return false;
    const wanted = Object.entries(selector.matchLabels ?? {});
    if (!wanted.every(([key, value]) => labels[key] === value))
        return false;
    return (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
        const value = labels[key];
        switch (operator) {
            case 'In':
                return value !== undefined && values.includes(value);
            case 'NotIn':
                return value === undefined || !values.includes(value);
            case 'Exists':
                return value !== undefined;
            case 'DoesNotExist':
                return value === undefined;
            default:
                return true;
        }
    });
}

;// CONCATENATED MODULE: ./lib/cleanup/pods.js


/** Whether a pod keeps its node from being empty: neither bound to the node as such, nor finished. */
function countsAsWork(pod) {
    if (pod.isMirror || pod.controllerKind === 'DaemonSet' || pod.controllerKind === 'Node')
        return false;
    return pod.isTerminating || (pod.phase !== 'Succeeded' && pod.phase !== 'Failed');
}
/** Name of a pod in sentences. */
function podName({ namespace, name }) {
    return `${namespace}/${name}`;
}
/**
 * Why a pod must not be evicted, as the end of a sentence; undefined when it may. The rules are those that operators
 * know from the cluster autoscaler and Karpenter: controller, local data, annotations, budgets, kube-system.
 * `budgets` are those of the whole cluster; without their list no pod may be moved.
 */
function immovableBecause(pod, budgets) {
    if (pod.isTerminating)
        return 'is still terminating';
    if (pod.annotations[SAFE_TO_EVICT] === 'false')
        return `has the annotation ${SAFE_TO_EVICT}: "false"`;
    const keep = pod.annotations[DO_NOT_DISRUPT];
    // A duration counts from the pod's start, which is not looked at: it keeps the pod for good, the careful side.
    if (keep !== undefined && keep !== 'false')
        return `has the annotation ${DO_NOT_DISRUPT}: "${keep}"`;
    const mine = budgets.filter(({ namespace, selector }) => namespace === pod.namespace && selects(selector, pod.labels));
    const [budget] = mine;
    if (mine.length > 1)
        return 'is under more than one disruption budget, which the Eviction API refuses';
    if (budget !== undefined && budget.disruptionsAllowed < 1) {
        return `may not be disrupted: the budget ${budget.name} allows none now`;
    }
    if (pod.annotations[SAFE_TO_EVICT] === 'true')
        return undefined;
    if (pod.controllerKind === null)
        return 'has no controller that would make it again';
    if (pod.localVolume !== null)
        return `keeps data on the node in its volume ${pod.localVolume}`;
    if (pod.namespace === 'kube-system' && budget === undefined) {
        return 'belongs to kube-system and no disruption budget says that it may move';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/signals.js

/** The signs of one node; `deadAfter` in milliseconds is how long it must have been silent. */
function lifeSigns(input, now, deadAfter) {
    return {
        kubernetes: kubernetesSign(input, now, deadAfter),
        ssm: ssmSign(input.instance, now, deadAfter),
        azure: azureSign(input),
    };
}
/** Of the two that Kubernetes knows the younger one counts: a lease that is renewed proves a kubelet. */
function kubernetesSign({ node, lease }, now, deadAfter) {
    if (node.ready?.status === 'True')
        return { says: 'alive', because: 'Kubernetes has it Ready' };
    if (!lease.known)
        return { says: 'unknown', because: 'the leases of nodes are not known' };
    const since = [node.ready?.since ?? null, lease.value?.renewedAt ?? null].filter((at) => at !== null);
    if (since.length === 0)
        return { says: 'unknown', because: 'Kubernetes does not say since when it is silent' };
    const age = now - Math.max(...since);
    const told = `Kubernetes has not heard of it for ${ago(age)}`;
    return age >= deadAfter
        ? { says: 'silent', because: told }
        : { says: 'unknown', because: `${told}, less than ${(0,durations/* formatDuration */.a)(deadAfter)}` };
}
function ssmSign(found, now, deadAfter) {
    if (!found.known)
        return { says: 'unknown', because: 'the managed instances are not known' };
    const instance = found.value;
    if (instance === undefined)
        return { says: 'off', because: 'it is not registered with Systems Manager' };
    if (instance.ping === 'Online')
        return { says: 'alive', because: 'its SSM agent is online' };
    if (instance.lastPingAt === null) {
        return { says: 'unknown', because: 'Systems Manager does not say when its agent was heard of' };
    }
    const age = now - instance.lastPingAt;
    const told = `its SSM agent was heard of ${ago(age)} ago`;
    return age >= deadAfter ? { says: 'silent', because: told } : { says: 'unknown', because: told };
}
/** States that bill no compute or answer nothing; `starting` and `stopping` are on their way and tell nothing. */
const OFF = new Set(['deallocated', 'stopped']);
function azureSign({ machine: found, namesMachine }) {
    if (!found.known)
        return { says: 'unknown', because: 'what Azure has of it is not known' };
    const machine = found.value;
    if (machine === undefined) {
        return namesMachine
            ? { says: 'off', because: 'Azure has no VM of its name with the tags of the cluster' }
            : { says: 'unknown', because: 'the node does not say which VM it is' };
    }
    if (machine.power === 'running')
        return { says: 'alive', because: 'its VM is running' };
    if (machine.power !== null && OFF.has(machine.power)) {
        return { says: 'off', because: `its VM is ${machine.power}` };
    }
    return { says: 'unknown', because: `the power state of its VM is ${machine.power ?? 'not known'}` };
}
/** Age in the two largest units: `3h12m`. */
function ago(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const day = 86_400;
    if (seconds >= 2 * day)
        return `${Math.floor(seconds / day)} days`;
    const coarse = seconds >= 3600 ? seconds - (seconds % 60) : seconds;
    return (0,durations/* formatDuration */.a)(coarse * 1000);
}

;// CONCATENATED MODULE: ./lib/cleanup/classify.js




/**
 * Gives one node its class, from the most to the least certain reason to leave it alone. Where two could be true, the
 * one that keeps the node wins.
 */
function classify(input, settings, now) {
    const signs = lifeSigns(input, now, settings.deadAfter);
    const verdict = protection(input.node, now) ??
        start(input, settings, now) ??
        silence(signs) ??
        use(input, settings.underusedPercent);
    return { ...verdict, signs };
}
/** Said by somebody: as a label, an annotation, or in the words of the common autoscalers. */
function protection({ labels, annotations }, now) {
    const kept = (because) => ({ class: 'protected', because });
    if (labels[KEEP] !== undefined && labels[KEEP] !== 'false') {
        return kept(`It has the label ${KEEP}=${labels[KEEP]}.`);
    }
    const keep = annotations[KEEP];
    if (keep !== undefined && keep !== 'false') {
        const until = Date.parse(keep);
        // What is no moment keeps for ever: somebody meant to keep the node and may have mistyped.
        if (Number.isNaN(until))
            return kept(`It has the annotation ${KEEP}: ${keep}.`);
        if (until > now)
            return kept(`Its annotation ${KEEP} keeps it until ${keep}.`);
    }
    const other = [DO_NOT_DISRUPT, SCALE_DOWN_DISABLED].find((key) => annotations[key] !== undefined && annotations[key] !== 'false');
    return other === undefined
        ? undefined
        : kept(`It has the annotation ${other}: ${annotations[other] ?? ''}.`);
}
function start({ node, certificatePending }, { grace }, now) {
    if (node.createdAt === null)
        return { class: 'unknown', because: 'Kubernetes does not say when it joined.' };
    const age = now - node.createdAt;
    const waits = certificatePending ? ', and a certificate of it waits for approval' : '';
    if (age >= grace)
        return undefined;
    return {
        class: 'starting',
        because: `It joined ${ago(age)} ago, within the grace of ${(0,durations/* formatDuration */.a)(grace)}${waits}.`,
    };
}
/** Nodes that Kubernetes does not have Ready. Dead takes two ways that do not depend on each other. */
function silence({ kubernetes, ssm, azure }) {
    if (kubernetes.says === 'alive')
        return undefined;
    const gone = [ssm, azure].filter(({ says }) => says === 'silent' || says === 'off');
    if (kubernetes.says === 'silent' && gone.length > 0) {
        const told = [kubernetes, ...gone].map(({ because }) => because).join(', and ');
        return { class: 'dead', because: `${told}.` };
    }
    const others = [ssm, azure].map(({ because }) => because).join(', ');
    return { class: 'unreachable', because: `${kubernetes.because}; ${others}.` };
}
/** Nodes that are alive. */
function use({ node, pods, budgets }, underusedPercent) {
    if (!pods.known)
        return { class: 'unknown', because: pods.because };
    const work = (pods.value ?? []).filter(countsAsWork);
    if (work.length === 0) {
        return {
            class: 'empty',
            because: 'Nothing runs on it but what runs on every node and what has finished.',
        };
    }
    const share = shareOf(work, node);
    const runs = `${work.length === 1 ? '1 pod asks' : `${work.length} pods ask`} for ${share.text}`;
    if (share.percent >= underusedPercent)
        return { class: 'busy', because: `${runs}.` };
    if (!budgets.known)
        return { class: 'unknown', because: budgets.because };
    for (const pod of work) {
        const obstacle = immovableBecause(pod, budgets.value ?? []);
        if (obstacle !== undefined) {
            return { class: 'busy', because: `${runs}, but pod ${podName(pod)} ${obstacle}.` };
        }
    }
    return { class: 'underused', because: `${runs}, and all of them may move.` };
}
/** The larger of the two shares; a node that does not say what it has to give counts as full. */
function shareOf(pods, { allocatable }) {
    const cpu = pods.reduce((sum, { requests }) => sum + requests.cpuMillis, 0);
    const memory = pods.reduce((sum, { requests }) => sum + requests.memoryBytes, 0);
    const percentOf = (asked, given) => (given > 0 ? (asked * 100) / given : 100);
    const [cpuPercent, memoryPercent] = [
        percentOf(cpu, allocatable.cpuMillis),
        percentOf(memory, allocatable.memoryBytes),
    ];
    return {
        percent: Math.max(cpuPercent, memoryPercent),
        text: `${Math.round(cpuPercent)} % of its CPU and ${Math.round(memoryPercent)} % of its memory`,
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/costs.js
/** Hours of a month, as both clouds' price lists count them. */
const HOURS = 730;
/** What one node stands for: the fee of EKS for it, and its VM unless that is deallocated. */
function nodeCost(node, machine, prices) {
    if (node.vcpus === null)
        return null;
    const vm = machine === undefined ? 0 : machineCost(machine, prices);
    return vm === null ? null : node.vcpus * prices.hybridVcpuHour * HOURS + vm;
}
/** Stopped from inside, a VM is billed as if it ran; deallocated it is not. */
function machineCost({ size, power }, prices) {
    if (power === 'deallocated')
        return 0;
    const hour = prices.vmHour(size);
    return hour === undefined ? null : hour * HOURS;
}
function partCost({ type, sizeGib, sku }, prices) {
    if (type === 'network-interface')
        return 0;
    if (type === 'public-ip')
        return prices.publicIpHour * HOURS;
    const gib = prices.diskGibMonth(sku);
    return gib === undefined || sizeGib === null ? null : gib * sizeGib;
}
/** Sum of what is known, and how many are not. */
function sumCosts(costs) {
    const known = costs.filter((cost) => cost !== null);
    return { usd: known.reduce((sum, cost) => sum + cost, 0), unknown: costs.length - known.length };
}

;// CONCATENATED MODULE: ./lib/cleanup/facts.js
/** What node-cleanup knows before it judges: facts of the cluster and of both clouds, each list with how whole it is. */
/** What a list is called in sentences. */
const LIST_NAMES = {
    nodes: 'nodes',
    leases: 'leases of nodes',
    pods: 'pods',
    budgets: 'disruption budgets',
    certificates: 'certificate requests',
    ciliumNodes: 'CiliumNodes',
    instances: 'managed instances',
    activations: 'activations',
    machines: 'Azure VMs',
    parts: 'Azure interfaces, disks and addresses',
};
/** Those of the lists that are not whole, each with its reason as a sentence. */
function facts_unknownLists(fleet, names) {
    return names.flatMap((name) => {
        const listing = fleet[name];
        return listing.known ? [] : [`The ${LIST_NAMES[name]} are not known: ${listing.because}`];
    });
}
/** The items of a list, none of an unknown one: only for where {@link unknownLists} was asked before. */
function itemsOf(listing) {
    return listing.known ? listing.items : [];
}

;// CONCATENATED MODULE: ./lib/cleanup/fleet-index.js


function indexFleet(fleet) {
    const leases = mapOf(fleet.leases, ({ node }) => node);
    const instances = mapOf(fleet.instances, ({ id }) => id);
    const pods = groupPods(fleet.pods);
    const pending = new Set(itemsOf(fleet.certificates).map(({ node }) => node));
    const budgets = itemsOf(fleet.budgets);
    const machineOf = machineFinder(itemsOf(fleet.machines));
    const claims = newestClaims(fleet);
    const found = (list, value) => {
        const listing = fleet[list];
        if (listing.known)
            return { known: true, value };
        return { known: false, because: `The ${LIST_NAMES[list]} are not known: ${listing.because}` };
    };
    const machine = (node, names) => {
        const value = machineOf(names);
        const doubt = value === undefined ? undefined : doubtOf(node, value);
        return doubt === undefined
            ? found('machines', value === 'ambiguous' ? undefined : value)
            : { known: false, because: doubt };
    };
    return {
        machineOf,
        inputOf(node) {
            const instance = instances.get(node.name);
            const own = { vm: node.labels[VM_LABEL], computerName: instance?.computerName };
            // A VM that registered anew is that of its newest node; the old one has none.
            const claim = claims.get(nameIn(own));
            const names = claim === undefined || claim.id === node.name ? own : NO_NAMES;
            return {
                node,
                lease: found('leases', leases.get(node.name)),
                instance: found('instances', instance),
                machine: machine(node, names),
                namesMachine: names.vm !== undefined,
                pods: found('pods', pods.get(node.name)),
                budgets: found('budgets', budgets),
                certificatePending: pending.has(node.name),
            };
        },
    };
}
const NO_NAMES = { vm: undefined, computerName: undefined };
function nameIn({ vm, computerName }) {
    return (vm ?? computerName ?? '').toLowerCase();
}
/** Why a VM of the right name may not be that of the node: a node writes its own labels. */
function doubtOf({ internalIp }, machine) {
    if (machine === 'ambiguous')
        return 'Two Azure VMs of the cluster have its name.';
    if (machine.foreign !== null)
        return `The VM ${machine.name} has its name, but ${machine.foreign}.`;
    if (internalIp === null || machine.addresses.includes(internalIp))
        return undefined;
    return `The VM ${machine.name} has its name, but not its address ${internalIp}.`;
}
/** Which node or instance came last to each VM, by the name of the VM. */
function newestClaims(fleet) {
    const claims = new Map();
    const claim = (names, id, at) => {
        const before = claims.get(nameIn(names));
        if (at !== null && (before === undefined || at > before.at))
            claims.set(nameIn(names), { id, at });
    };
    for (const { name, labels, createdAt } of itemsOf(fleet.nodes)) {
        claim({ vm: labels[VM_LABEL], computerName: undefined }, name, createdAt);
    }
    for (const { id, computerName, registeredAt } of itemsOf(fleet.instances)) {
        claim({ vm: undefined, computerName }, id, registeredAt);
    }
    claims.delete('');
    return claims;
}
function mapOf(listing, key) {
    return new Map(itemsOf(listing).map((item) => [key(item), item]));
}
function groupPods(listing) {
    const groups = new Map();
    for (const pod of itemsOf(listing)) {
        const group = groups.get(pod.nodeName);
        if (group === undefined)
            groups.set(pod.nodeName, [pod]);
        else
            group.push(pod);
    }
    return groups;
}
function machineFinder(machines) {
    const byName = new Map();
    for (const machine of machines) {
        const name = machine.name.toLowerCase();
        byName.set(name, byName.has(name) ? 'ambiguous' : machine);
    }
    return ({ vm, computerName }) => byName.get(nameIn({ vm, computerName }));
}

;// CONCATENATED MODULE: ./lib/cleanup/journal.js

/**
 * Steps of a removal in their order. What costs money or gives rights goes before the Node object, which carries this
 * journal: a run that dies leaves a node that the next run finds and finishes.
 */
const STEPS = [
    'cordon',
    'evict',
    'delete-machine',
    'delete-parts',
    'deregister',
    'delete-leftovers',
    'delete-node',
];
/** A run that has not written for this long is taken for dead: longer than any change in Azure is waited for. */
const ABANDONED_MS = 1_800_000;
/** The other run that has a node at the moment; undefined when it is free to take, or this run's own. */
function heldBy({ by, at }, run, now) {
    const written = Date.parse(at);
    return by === '' || by === run || Number.isNaN(written) || now - written >= ABANDONED_MS ? undefined : by;
}
/** The journal of a node; undefined without one, 'damaged' when it cannot be read: then nobody knows what was done. */
function readJournal({ annotations }) {
    const text = annotations[JOURNAL];
    if (text === undefined)
        return undefined;
    try {
        const value = JSON.parse(text);
        return isJournal(value) ? { ...value, by: value.by ?? '', at: value.at ?? value.startedAt } : 'damaged';
    }
    catch {
        return 'damaged';
    }
}
function writeJournal(journal) {
    return JSON.stringify(journal);
}
function isJournal(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { step, as, machine, parts, cordoned, startedAt, by, at } = value;
    return (STEPS.some((known) => known === step) &&
        (as === 'empty' || as === 'underused' || as === 'dead') &&
        (machine === null || typeof machine === 'string') &&
        Array.isArray(parts) &&
        parts.every((part) => typeof part === 'string') &&
        typeof cordoned === 'boolean' &&
        typeof startedAt === 'string' &&
        (by === undefined || typeof by === 'string') &&
        (at === undefined || typeof at === 'string'));
}
/** From here on the VM is touched, so that the removal must be finished whatever the node looks like. */
function isPastReturn({ step }) {
    return STEPS.indexOf(step) >= STEPS.indexOf('delete-machine');
}
/**
 * Since when a node is idle by its mark; null without one. A mark that is no moment or lies in the future was not
 * written by a run and does not count: the node is marked anew.
 */
function idleSince({ annotations }, now) {
    const text = annotations[IDLE_SINCE];
    if (text === undefined)
        return null;
    const since = Date.parse(text);
    return Number.isNaN(since) || since > now ? null : since;
}
/** The node carries a mark, a good one or not. */
function isMarked({ annotations }) {
    return annotations[IDLE_SINCE] !== undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/limits.js
/**
 * The link between the clouds is down when too many nodes are silent at once whose VMs Azure does not know to be off:
 * Kubernetes hears of all of them by that link alone. A single silent node is no share.
 */
function linkStop(nodes, { maxSilentPercent }) {
    const silent = nodes.filter(({ signs, class: of }) => of !== 'starting' && signs.kubernetes.says !== 'alive' && signs.azure.says !== 'off');
    const percent = limits_shareOf(silent.length, nodes.length);
    if (silent.length < 2 || percent <= maxSilentPercent)
        return [];
    return [
        {
            guard: 'link',
            sentence: `Kubernetes does not hear of ${silent.length} of ${nodes.length} hybrid nodes (${Math.round(percent)} %, limit ${maxSilentPercent} %), ` +
                `while Azure does not have their VMs switched off: the link between the clouds is likely down. ` +
                `Look at the tunnels first (action tunnel-status); max-silent-percent sets the limit.`,
        },
    ];
}
/** Limits that stop a run before any act when it would remove more than it may. */
function countStops(nodes, orphans, { maxNodes, maxNodesPercent, maxOrphans }) {
    const removed = nodes.filter(({ decision }) => decision === 'remove').length;
    const left = orphans.filter(({ decision }) => decision === 'remove').length;
    const percent = limits_shareOf(removed, nodes.length);
    return [
        ...(removed > maxNodes
            ? [stop('nodes', `${removed} nodes would be removed, more than max-nodes allows (${maxNodes}).`)]
            : []),
        ...(removed > 1 && percent > maxNodesPercent
            ? [
                stop('share', `${removed} of ${nodes.length} nodes would be removed (${Math.round(percent)} %), more than max-percent allows (${maxNodesPercent} %).`),
            ]
            : []),
        ...(left > maxOrphans
            ? [stop('orphans', `${left} orphans would be removed, more than max-orphans allows (${maxOrphans}).`)]
            : []),
    ];
}
/** Outside the windows nodes are marked and unmarked, and nothing is removed. */
function windowStop({ windowOpen }) {
    return windowOpen ? [] : [stop('window', 'It is outside the windows in which things may be removed.')];
}
function stop(guard, sentence) {
    return { guard, sentence };
}
function limits_shareOf(part, whole) {
    return whole === 0 ? 0 : (part * 100) / whole;
}

;// CONCATENATED MODULE: ./lib/cleanup/orphans.js



/** Lists that must be whole before anything of a class may be called an orphan. */
const orphans_ORPHAN_NEEDS = {
    'orphan-instance': ['nodes', 'instances', 'machines'],
    'orphan-activation': ['activations'],
    'orphan-azure': ['nodes', 'instances', 'machines', 'parts'],
};
/** All orphans of the classes whose lists are whole. */
function findOrphans(fleet, index, settings, now) {
    const whole = (of) => facts_unknownLists(fleet, orphans_ORPHAN_NEEDS[of]).length === 0;
    return [
        ...(whole('orphan-instance') ? orphanInstances(fleet, index, settings, now) : []),
        ...(whole('orphan-activation') ? orphanActivations(fleet, settings, now) : []),
        ...(whole('orphan-azure') ? orphanMachines(fleet, index, settings, now) : []),
        ...(whole('orphan-azure') ? orphanParts(fleet, settings, now) : []),
    ];
}
/** An instance that is online without a node is joining, or its node was removed by hand: it is left alone. */
function orphanInstances(fleet, index, { grace, deadAfter }, now) {
    const nodes = new Set(itemsOf(fleet.nodes).map(({ name }) => name));
    return itemsOf(fleet.instances).flatMap((instance) => {
        if (nodes.has(instance.id) || instance.ping === 'Online')
            return [];
        if (!isOlder(instance.registeredAt, grace, now) || !isOlder(instance.lastPingAt, deadAfter, now))
            return [];
        const machine = index.machineOf({ vm: undefined, computerName: instance.computerName });
        if (machine === 'ambiguous')
            return [];
        if (machine?.power === 'running') {
            const because = `It has no node and its agent is silent for ${orphans_silence(instance, now)}, but its VM ${machine.name} is running.`;
            return [{ class: 'orphan-instance', id: instance.id, what: 'instance', because, removable: false }];
        }
        const because = `It has no node, and its agent is silent for ${orphans_silence(instance, now)}.`;
        return [{ class: 'orphan-instance', id: instance.id, what: 'instance', because, removable: true }];
    });
}
function orphans_silence({ lastPingAt }, now) {
    return ago(now - (lastPingAt ?? now));
}
function orphanActivations(fleet, { grace }, now) {
    return itemsOf(fleet.activations)
        .filter(({ createdAt }) => isOlder(createdAt, grace, now))
        .flatMap((activation) => {
        const because = spentBecause(activation);
        if (because === undefined)
            return [];
        return [
            {
                class: 'orphan-activation',
                id: activation.id,
                what: 'activation',
                because,
                removable: true,
            },
        ];
    });
}
/** Why an activation can register nothing more; undefined when it can. */
function spentBecause({ expired, registrations, registrationLimit, }) {
    if (expired)
        return 'It has expired.';
    if (registrationLimit > 0 && registrations >= registrationLimit) {
        return `All ${registrationLimit} registrations of it are used.`;
    }
    return undefined;
}
/** A running VM without a node may be about to join or fail to: it is told, not removed. */
function orphanMachines(fleet, index, { grace }, now) {
    const used = usedMachines(fleet, index);
    return itemsOf(fleet.machines)
        .filter(({ id, createdAt }) => !used.has(id) && isOlder(createdAt, grace, now))
        .map((machine) => {
        if (machine.foreign !== null)
            return notOurs(machine.id, 'machine', machine.foreign);
        const off = machine.power === 'deallocated' || machine.power === 'stopped';
        const because = off
            ? `It is ${machine.power}, and no node or managed instance belongs to it.`
            : `It is ${machine.power ?? 'in an unknown state'} without a node; the action node-readiness tells why it did not join.`;
        return { class: 'orphan-azure', id: machine.id, what: 'machine', because, removable: off };
    });
}
/** A tag is easily written on something else; what has nothing but it is told. */
function notOurs(id, what, foreign) {
    const because = `It has the tag of the cluster, but ${foreign}.`;
    return { class: 'orphan-azure', id, what, because, removable: false };
}
/** VMs that a node or an instance may belong to; of a name that two share, both. */
function usedMachines(fleet, index) {
    const names = [
        ...itemsOf(fleet.nodes).map(({ labels }) => ({ vm: labels[VM_LABEL], computerName: undefined })),
        ...itemsOf(fleet.instances).map(({ computerName }) => ({ vm: undefined, computerName })),
    ];
    const claimed = new Set();
    const used = new Set();
    for (const name of names) {
        const machine = index.machineOf(name);
        if (machine === 'ambiguous')
            claimed.add((name.vm ?? name.computerName ?? '').toLowerCase());
        else if (machine !== undefined)
            used.add(machine.id);
    }
    for (const { id, name } of itemsOf(fleet.machines))
        if (claimed.has(name.toLowerCase()))
            used.add(id);
    return used;
}
function orphanParts(fleet, { grace }, now) {
    const machines = itemsOf(fleet.machines);
    const inUse = new Set(machines.flatMap(({ parts }) => parts.map((id) => id.toLowerCase())));
    return itemsOf(fleet.parts)
        .filter(({ id, usedBy }) => usedBy === null && !inUse.has(id.toLowerCase()))
        .map((part) => {
        if (part.foreign !== null)
            return notOurs(part.id, part.type, part.foreign);
        const aged = isOlder(part.createdAt, grace, now);
        const because = part.createdAt === null
            ? 'Nothing uses it; Azure does not say how old it is, so it is only told.'
            : `Nothing uses it${aged ? '' : ', but it is younger than the grace'}.`;
        return { class: 'orphan-azure', id: part.id, what: part.type, because, removable: aged };
    });
}
/** What is not known to be old is young. */
function isOlder(at, age, now) {
    return at !== null && now - at >= age;
}

// EXTERNAL MODULE: ./lib/cleanup/settings.js
var settings = __nccwpck_require__(5426);
;// CONCATENATED MODULE: ./lib/cleanup/plan.js












/** Lists without which no node may be removed: where any is missing, something would be judged or left by guess. */
const NODE_NEEDS = [
    'nodes',
    'leases',
    'pods',
    'budgets',
    'instances',
    'machines',
    'parts',
];
/** Judges a fleet. Reads nothing and changes nothing; the same facts give the same plan. */
function planCleanup(fleet, settings, prices, now) {
    const index = indexFleet(fleet);
    const { own, foreign } = splitNodes(fleet, settings);
    const judged = own
        .map((node) => judgeNode(node, index, settings, prices, now))
        .map((verdict) => (fleet.machines.known ? keepWithoutMachine(verdict, index) : verdict));
    const nodes = keepMinimum(judged, settings.minNodes);
    const orphans = judgeOrphans(fleet, nodes, index, settings, prices, now);
    return {
        nodes,
        orphans,
        foreign,
        stops: [
            ...listStops(fleet, nodes),
            ...linkStop(nodes, settings),
            ...countStops(nodes, orphans, settings),
            ...windowStop(settings),
        ],
        unknown: facts_unknownLists(fleet, Object.keys(fleet)),
    };
}
function splitNodes(fleet, { cluster }) {
    const own = [];
    const foreign = [];
    for (const node of itemsOf(fleet.nodes)) {
        if (node.labels[COMPUTE_TYPE_LABEL] !== 'hybrid')
            continue;
        const because = foreignBecause(node, cluster);
        if (because === undefined)
            own.push(node);
        else
            foreign.push({ name: node.name, because });
    }
    return { own, foreign };
}
function judgeNode(node, index, settings, prices, now) {
    const input = index.inputOf(node);
    const { class: of, because, signs } = classify(input, settings, now);
    const since = idleSince(node, now);
    const journal = readJournal(node);
    const machine = input.machine.known ? input.machine.value : undefined;
    const base = { node, pool: poolOf(node), class: of, because, signs, idleSince: since, machine };
    const monthlyCost = input.machine.known ? nodeCost(node, machine, prices) : null;
    const verdict = { ...base, monthlyCost, journal: journal === 'damaged' ? undefined : journal };
    if (journal === 'damaged') {
        return {
            ...verdict,
            decision: 'keep',
            but: 'Its journal of a removal cannot be read; look at the node.',
        };
    }
    return { ...verdict, ...decide(node, of, since, journal, settings, now) };
}
/** A node that lives on a VM nobody can name would leave it behind, billed and about to join again. */
function keepWithoutMachine(verdict, index) {
    const { decision, class: of, machine, journal } = verdict;
    if (decision !== 'remove' || !(0,settings/* isIdle */.x)(of) || machine !== undefined || journal !== undefined)
        return verdict;
    const found = index.inputOf(verdict.node).machine;
    const because = found.known ? 'Azure has none of its name.' : found.because;
    return { ...verdict, decision: 'keep', but: `Which VM it is on is not known: ${because}` };
}
function decide(node, of, since, journal, { remove, idleFor }, now) {
    // Also one whose removal was begun: who protects it wants it left as it is. A cordon of ours is taken back.
    if (of === 'protected') {
        const begun = journal !== undefined;
        if (begun && !isPastReturn(journal))
            return { decision: 'unmark', but: '' };
        return keep(begun ? `A removal of it was begun and stopped at ${journal.step}.` : '');
    }
    if (journal !== undefined && isPastReturn(journal)) {
        return { decision: 'remove', but: `An earlier run began to remove it and stopped at ${journal.step}.` };
    }
    if (of === 'dead') {
        return remove.has('dead') ? { decision: 'remove', but: '' } : keep('Dead nodes are not to be removed.');
    }
    if ((0,settings/* isIdle */.x)(of) && remove.has(of)) {
        if (since === null)
            return { decision: 'mark', but: '' };
        const age = now - since;
        const told = `Idle since ${ago(age)}, by its mark`;
        if (age < idleFor)
            return { decision: 'wait', but: `${told}; it goes after ${(0,durations/* formatDuration */.a)(idleFor)}.` };
        return { decision: 'remove', but: '' };
    }
    // Whether it is in use is not known now; a mark tells when it was last seen idle, and counts only with a new look.
    if (of === 'unknown' || of === 'unreachable')
        return keep('');
    if (isMarked(node) || journal !== undefined)
        return { decision: 'unmark', but: '' };
    return keep((0,settings/* isIdle */.x)(of) ? `Nodes that are ${of} are not to be removed.` : '');
}
function keep(but) {
    return { decision: 'keep', but };
}
/** Idle nodes that a pool needs to keep its minimum of Ready nodes stay; those idle for the shortest time first. */
function keepMinimum(nodes, minNodes) {
    const kept = new Set();
    for (const pool of new Set(nodes.map((node) => node.pool))) {
        const ready = nodes.filter((node) => node.pool === pool && node.signs.kubernetes.says === 'alive');
        const leaving = ready
            .filter(({ decision, journal }) => decision === 'remove' && !(journal !== undefined && isPastReturn(journal)))
            .sort((one, other) => (other.idleSince ?? 0) - (one.idleSince ?? 0));
        const going = ready.filter(({ decision }) => decision === 'remove').length;
        const missing = minNodes - (ready.length - going);
        for (const node of leaving.slice(0, Math.max(0, missing)))
            kept.add(node);
    }
    return nodes.map((node) => kept.has(node)
        ? { ...node, decision: 'wait', but: `Its pool ${node.pool} keeps ${minNodes} Ready nodes (min-nodes).` }
        : node);
}
/** What a removal that this run goes on with has recorded is none: it goes as a part of its node. */
function judgeOrphans(fleet, nodes, index, settings, prices, now) {
    const machines = new Map(itemsOf(fleet.machines).map((machine) => [machine.id, machine]));
    const parts = new Map(itemsOf(fleet.parts).map((part) => [part.id, part]));
    const costOf = ({ what, id }) => {
        if (what === 'instance' || what === 'activation')
            return 0;
        const machine = machines.get(id);
        if (machine !== undefined)
            return machineCost(machine, prices);
        const part = parts.get(id);
        return part === undefined ? null : partCost(part, prices);
    };
    const isGoing = new Set(nodes.filter(({ decision }) => decision === 'remove').map(({ node }) => node.name));
    const going = claimedByJournals(fleet, ({ name }) => isGoing.has(name));
    const claimed = claimedByJournals(fleet, ({ name }) => !isGoing.has(name));
    const found = findOrphans(fleet, index, settings, now).filter(({ id }) => !going.has(id.toLowerCase()));
    return found.map((orphan) => {
        const monthlyCost = costOf(orphan);
        const kept = (but) => ({ ...orphan, decision: 'keep', but, monthlyCost });
        if (claimed.has(orphan.id.toLowerCase()))
            return kept('It goes with its node, whose removal was begun.');
        if (!orphan.removable)
            return kept('');
        if (!settings.remove.has(orphan.class))
            return kept(`${orphan.class} is not to be removed.`);
        return { ...orphan, decision: 'remove', but: '', monthlyCost };
    });
}
/** Ids that removals under way of some of the nodes have recorded. */
function claimedByJournals(fleet, of) {
    const ids = itemsOf(fleet.nodes)
        .filter(of)
        .flatMap((node) => {
        const journal = readJournal(node);
        if (journal === undefined || journal === 'damaged')
            return [];
        return [...journal.parts, ...(journal.machine === null ? [] : [journal.machine])];
    });
    return new Set(ids.map((id) => id.toLowerCase()));
}
/** A missing list stops what depends on it. Orphans of other classes are not even found, see {@link ORPHAN_NEEDS}. */
function listStops(fleet, nodes) {
    if (!fleet.nodes.known) {
        return [{ guard: 'lists', sentence: facts_unknownLists(fleet, ['nodes']).join(' ') }];
    }
    if (!nodes.some(({ decision }) => decision === 'remove'))
        return [];
    const missing = facts_unknownLists(fleet, NODE_NEEDS);
    return missing.length === 0 ? [] : [{ guard: 'lists', sentence: missing.join(' ') }];
}
/** Classes of orphans that nothing is known of, because a list is missing. */
function unknownOrphans(fleet) {
    return Object.keys(ORPHAN_NEEDS).filter((of) => unknownLists(fleet, ORPHAN_NEEDS[of]).length > 0);
}
/** The VM that a node names, also where no such VM is there any more. */
function machineName({ labels }) {
    return labels[VM_LABEL];
}

// EXTERNAL MODULE: ./lib/environment/price-list.js
var price_list = __nccwpck_require__(5204);
;// CONCATENATED MODULE: ./lib/cleanup/prices.js

/** The price list with prices of the user's own before it; all in US dollars and the unit of the list. */
function pricesOf(own) {
    const price = (name) => {
        if (Object.hasOwn(own, name))
            return own[name];
        return Object.hasOwn(price_list/* PRICE_LIST */.d.prices, name) ? price_list/* PRICE_LIST */.d.prices[name]?.amount : undefined;
    };
    return {
        // Both are in the list, as a test makes sure.
        hybridVcpuHour: price('eks-hybrid-vcpu') ?? Number.NaN,
        publicIpHour: price('azure-public-ip') ?? Number.NaN,
        vmHour: (size) => price(`azure-vm-${size}`),
        diskGibMonth: (sku) => price(`azure-disk-${sku}-gib`),
    };
}

;// CONCATENATED MODULE: ./lib/azure/node-shapes.js
/** Types of ARM. */
const PART_TYPES = {
    'network-interface': 'Microsoft.Network/networkInterfaces',
    disk: 'Microsoft.Compute/disks',
    'public-ip': 'Microsoft.Network/publicIPAddresses',
};
/** `Microsoft.Compute/disks` of the id of a disk, as written there. */
function typeOf(id) {
    return /\/providers\/([^/]+\/[^/]+)\//i.exec(id)?.[1] ?? '';
}
/** undefined for an id of anything else. */
function partTypeOf(id) {
    const type = typeOf(id).toLowerCase();
    return Object.keys(PART_TYPES).find((one) => PART_TYPES[one].toLowerCase() === type);
}
/** Members that the API writes where it pleases: what is not of the form expected is not there. */
function member(of, name) {
    return typeof of === 'object' && of !== null ? of[name] : undefined;
}
function textAt(of, ...names) {
    const value = names.reduce(member, of);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function listAt(of, ...names) {
    const value = names.reduce(member, of);
    return Array.isArray(value) ? value : [];
}
function dateAt(of, ...names) {
    const date = new Date(textAt(of, ...names) ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
}
/** Those of an object that has them where resources do. */
function tagsOf({ tags }) {
    const entries = typeof tags === 'object' && tags !== null ? Object.entries(tags) : [];
    return Object.fromEntries(entries.filter((entry) => typeof entry[1] === 'string'));
}
function idsAt(items, ...names) {
    return items.flatMap((item) => textAt(item, ...names) ?? []);
}
function showMachine(raw) {
    const { properties } = raw;
    const storage = member(properties, 'storageProfile');
    const disks = [member(storage, 'osDisk'), ...listAt(storage, 'dataDisks')];
    return {
        id: textAt(raw, 'id') ?? '',
        name: textAt(raw, 'name') ?? '',
        size: textAt(properties, 'hardwareProfile', 'vmSize') ?? '',
        createdAt: dateAt(properties, 'timeCreated'),
        tags: tagsOf(raw),
        disks: idsAt(disks, 'managedDisk', 'id'),
        interfaces: idsAt(listAt(properties, 'networkProfile', 'networkInterfaces'), 'id'),
    };
}
function powerOf({ properties }) {
    const codes = idsAt(listAt(properties, 'instanceView', 'statuses'), 'code');
    return codes.find((code) => code.startsWith('PowerState/'))?.slice('PowerState/'.length);
}
function powersOf(all) {
    const powers = new Map();
    for (const raw of all) {
        const power = powerOf(raw);
        if (power !== undefined)
            powers.set((textAt(raw, 'id') ?? '').toLowerCase(), power);
    }
    return powers;
}
function timesOf(all) {
    return new Map(all.flatMap((raw) => {
        const at = dateAt(raw, 'createdTime');
        return at === undefined ? [] : [[(textAt(raw, 'id') ?? '').toLowerCase(), at]];
    }));
}
function showPart(raw, type) {
    const { properties } = raw;
    const configurations = listAt(properties, 'ipConfigurations').map((one) => member(one, 'properties'));
    const users = {
        'network-interface': [
            textAt(properties, 'virtualMachine', 'id'),
            textAt(properties, 'privateEndpoint', 'id'),
        ],
        disk: [
            textAt(raw, 'managedBy'),
            ...idsAt(listAt(raw, 'managedByExtended').map((id) => ({ id })), 'id'),
        ],
        'public-ip': [textAt(properties, 'ipConfiguration', 'id'), textAt(properties, 'natGateway', 'id')],
    };
    const size = member(properties, 'diskSizeGB');
    return {
        type,
        id: textAt(raw, 'id') ?? '',
        name: textAt(raw, 'name') ?? '',
        tags: tagsOf(raw),
        usedBy: users[type].find((id) => id !== undefined),
        createdAt: type === 'disk' ? dateAt(properties, 'timeCreated') : undefined,
        sizeGib: typeof size === 'number' ? size : undefined,
        sku: textAt(raw, 'sku', 'name') ?? '',
        addresses: idsAt(configurations, 'privateIPAddress'),
        publicIps: idsAt(configurations, 'publicIPAddress', 'id'),
    };
}

;// CONCATENATED MODULE: ./lib/net/cidr-format.js

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
function explainRefusal(text, wantsPrefix, canonical) {
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
        return explainRefusal(text, true, (correction) => canonicalOf(readBlock(correction)));
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
    return `${formatAddress(read.family, read.value)}/${read.prefix}`;
}
function refuseHostBits(text, family, network, prefix) {
    const corrected = `${formatAddress(family, network)}/${prefix}`;
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

// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __nccwpck_require__(129);
;// CONCATENATED MODULE: ./lib/action/retry.js



const DEFAULTS = { attempts: 5, deadlineMs: 120_000, baseMs: 500, maximumMs: 20_000, random: Math.random };
function reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function gaveUp(callName, error, attempt, elapsedMs, why) {
    const times = attempt === 1 ? 'once' : `${attempt} times`;
    return action_errors/* actionErrors */.u.EHA1010(`${callName} failed ${times} over ${(0,durations/* formatDuration */.a)(elapsedMs)}; ${why}. Last failure: ${reasonOf(error)}`, error instanceof errors/* ActionError */.l ? { cause: error, remedy: error.remedy } : { cause: error });
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
                const why = `the next attempt in ${(0,durations/* formatDuration */.a)(wait)} would pass the deadline of ${(0,durations/* formatDuration */.a)(deadlineMs)}`;
                throw gaveUp(callName, error, attempt, elapsed, why);
            }
            log.info(`${callName}: attempt ${attempt} of ${attempts} failed (${reasonOf(error)}); again in ${(0,durations/* formatDuration */.a)(wait)}.`);
            await clock.sleep(wait, signal);
        }
    }
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
const ANSWER_MS = 20_000;
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
            const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
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

;// CONCATENATED MODULE: ./lib/azure/arm-rest.js



const ATTEMPTS = 6;
const DEADLINE_MS = 120_000;
const arm_rest_ANSWER_MS = 30_000;
const MOST_PAGES = 1000;
/** A refusal, or an answer that is none. */
class ArmFailure extends Error {
    /** HTTP status; 0 where there was no answer. */
    status;
    retryAfterMs;
    /** The error code of ARM; empty where it gave none. */
    code;
    constructor(status, message, retryAfterMs, code = '') {
        super(message);
        this.status = status;
        this.retryAfterMs = retryAfterMs;
        this.code = code;
    }
}
/** Credentials as for every door to Azure. */
function createArmRest(subscriptionId, environment, deps) {
    return armRestOver(createSendToArm(subscriptionId, environment, deps), environment, deps);
}
function armRestOver(send, { endpoint }, deps) {
    const call = (name, url) => request(name, url, send, deps);
    return {
        get: (name, path) => call(name, `${endpoint}${path}`),
        list: (name, path) => readPages(name, `${endpoint}${path}`, endpoint, call),
    };
}
function createSendToArm(subscriptionId, environment, deps) {
    const credential = createAzureCredential(environment, subscriptionId, deps);
    return async (name, method, url, body) => {
        const given = await credential.getToken(`${environment.endpoint}/.default`);
        if (given === null)
            throw new ArmFailure(401, 'there is no token');
        const authorization = `Bearer ${given.token}`;
        deps.onCall?.(name);
        const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(arm_rest_ANSWER_MS)]);
        const written = body === undefined ? {} : { body };
        const headers = {
            authorization,
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
        };
        const response = await fetch(url, { method, headers, signal, redirect: 'error', ...written });
        const text = await response.text();
        if (!response.ok)
            throw failureOf(response, text);
        return { status: response.status, headers: response.headers, text };
    };
}
async function request(name, url, send, deps) {
    try {
        const value = await retry(name, async () => asObject((await send(name, 'GET', url)).text), {
            ...deps,
            attempts: ATTEMPTS,
            deadlineMs: DEADLINE_MS,
            isRetryable,
            retryAfterMs,
        });
        return { ok: true, value };
    }
    catch (error) {
        return refusalOf(name, error, deps);
    }
}
/** A failure as an answer; a cancellation is thrown on. */
function refusalOf(name, error, { signal }) {
    signal.throwIfAborted();
    // What gave up after its attempts has the last failure as its cause.
    const last = error instanceof errors/* ActionError */.l && error.cause instanceof ArmFailure ? error.cause : error;
    return { ok: false, status: last instanceof ArmFailure ? last.status : 0, reason: arm_rest_reasonOf(name, error) };
}
/** @throws ArmFailure when it is no JSON object */
function asObject(text) {
    const value = parsed(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw new ArmFailure(0, 'the answer is not an object');
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function failureOf(response, text) {
    // ARM gives seconds.
    const seconds = Number(response.headers.get('retry-after'));
    const wait = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
    return readFailure(response.status, text, wait);
}
/** The `error` of a body. A proxy's page says nothing that helps. */
function readFailure(status, text, wait) {
    const { error } = (parsed(text) ?? {});
    if (error?.code === undefined)
        return new ArmFailure(status, `the answer had status ${status}`, wait);
    const said = `${error.code}: ${(error.message ?? '').split('\n')[0] ?? ''}`;
    return new ArmFailure(status, said, wait, error.code);
}
function isRetryable(error) {
    if (error instanceof errors/* ActionError */.l)
        return false;
    if (!(error instanceof ArmFailure))
        return true;
    return error.status === 429 || error.status === 408 || error.status >= 500;
}
function retryAfterMs(error) {
    return error instanceof ArmFailure ? error.retryAfterMs : undefined;
}
function arm_rest_reasonOf(name, error) {
    if (error instanceof errors/* ActionError */.l)
        return error.message;
    const said = error instanceof Error ? error.message : String(error);
    const denied = error instanceof ArmFailure && (error.status === 401 || error.status === 403);
    return denied ? `${name} was denied (${said})` : `${name} failed (${said})`;
}
async function readPages(name, first, endpoint, call) {
    const items = [];
    const seen = new Set();
    let url = first;
    for (let count = 1; count <= MOST_PAGES; count += 1) {
        seen.add(url);
        const page = await call(name, url);
        if (!page.ok)
            return page;
        const { value, nextLink } = page.value;
        if (!Array.isArray(value))
            return { ok: false, status: 0, reason: `${name} answered without a list` };
        items.push(...value);
        if (typeof nextLink !== 'string' || nextLink === '')
            return { ok: true, value: items };
        // The token goes along, so the next page has to be where the first one was.
        if (!URL.canParse(nextLink) || new URL(nextLink).origin !== new URL(endpoint).origin) {
            return { ok: false, status: 0, reason: `${name} gave a next page on another host` };
        }
        if (seen.has(nextLink))
            break;
        url = nextLink;
    }
    return { ok: false, status: 0, reason: `${name} gave pages without an end` };
}

;// CONCATENATED MODULE: ./lib/azure/arm-change.js


/** Between polls where Azure does not say, and at most. */
const POLL_MS = 5_000;
const LONGEST_POLL_MS = 30_000;
const arm_change_ATTEMPTS = 20;
/** Conflicts that pass: another operation of the same resource, or of the VM that an interface was on. */
const PASSING = /^(?:AnotherOperationInProgress|NicReservedForAnotherVm|NicInUse|OperationPreempted|RetryableError|AttachDiskWhileBeingDetached|Conflict)$/;
/** Whether a change that failed so may go through when it is made again. */
function mayPass(error) {
    return isRetryable(error) || (error instanceof ArmFailure && PASSING.test(error.code));
}
/**
 * Makes a change that may be made twice, and waits until it is over.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 */
async function changeInArm(send, { endpoint }, { name, method, path, deadlineMs }, deps) {
    const end = deps.clock.now() + deadlineMs;
    try {
        const value = await retry(name, async () => {
            const answer = await send(name, method, `${endpoint}${path}`);
            if (answer.status === 204)
                return 'gone';
            await follow(name, answer, { send, endpoint, end, deps });
            return 'done';
        }, { ...deps, attempts: arm_change_ATTEMPTS, baseMs: 2_000, deadlineMs, isRetryable: mayPass, retryAfterMs: retryAfterMs });
        return { ok: true, value };
    }
    catch (error) {
        if (error instanceof ArmFailure && error.status === 404)
            return { ok: true, value: 'gone' };
        return refusalOf(name, error, deps);
    }
}
/**
 * Follows a long-running operation: `Azure-AsyncOperation` tells a status, `Location` answers 202 until it is over. A
 * failure is told in the body of an answer that is itself a success.
 */
async function follow(name, first, following) {
    const { send, endpoint, end, deps } = following;
    const operation = first.headers.get('azure-asyncoperation');
    const url = operation ?? (first.status === 202 ? first.headers.get('location') : null);
    if (url === null)
        return;
    // The token goes along.
    if (!URL.canParse(url) || new URL(url).origin !== new URL(endpoint).origin) {
        throw new ArmFailure(400, 'the operation is to be followed on another host');
    }
    const poll = `${name} (operation)`;
    for (let answer = first;;) {
        const wait = waitOf(answer);
        if (deps.clock.now() + wait > end)
            throw new ArmFailure(0, 'it was not over when its time was up');
        await deps.clock.sleep(wait, deps.signal);
        answer = await retry(poll, () => send(poll, 'GET', url), { ...deps, isRetryable: isRetryable, retryAfterMs: retryAfterMs });
        if (operation === null ? answer.status !== 202 : isOver(answer))
            return;
    }
}
function waitOf({ headers }) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return Math.min(Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : POLL_MS, LONGEST_POLL_MS);
}
/** The status of a failed operation is none of HTTP; only its code tells whether it may pass. @throws ArmFailure */
function isOver({ text }) {
    const status = /"status"\s*:\s*"(\w+)"/.exec(text)?.[1] ?? '';
    if (/^(?:Failed|Canceled)$/i.test(status))
        throw readFailure(400, text);
    return /^Succeeded$/i.test(status);
}

;// CONCATENATED MODULE: ./lib/azure/tags.js




/** Right that a caller needs to write tags by this call, on the resource itself or above. */
const TAGS_WRITE = 'Microsoft.Resources/tags/write';
/** Azure takes no longer value of a tag. */
const MOST_TAG_CHARACTERS = 256;
const VERSION = '2021-04-01';
const tags_ATTEMPTS = 6;
const tags_DEADLINE_MS = 120_000;
/**
 * Writes tags of a resource and leaves its other tags as they are. Needs no right to write the resource itself. There is
 * no condition: of two that write at once the later one stays. Gives all tags; undefined when the resource is not there.
 * @see https://learn.microsoft.com/rest/api/resources/tags/update-at-scope
 */
async function mergeTagsInArm(send, { endpoint }, { name, id, tags }, deps) {
    const url = `${endpoint}${id}/providers/Microsoft.Resources/tags/default?api-version=${VERSION}`;
    const body = JSON.stringify({ operation: 'Merge', properties: { tags } });
    try {
        const value = await retry(name, async () => writtenTags((await send(name, 'PATCH', url, body)).text), {
            ...deps,
            attempts: tags_ATTEMPTS,
            deadlineMs: tags_DEADLINE_MS,
            isRetryable: mayPass,
            retryAfterMs: retryAfterMs,
        });
        return { ok: true, value };
    }
    catch (error) {
        if (error instanceof ArmFailure && error.status === 404)
            return { ok: true, value: undefined };
        return refusalOf(name, error, deps);
    }
}
function writtenTags(text) {
    const { properties } = asObject(text);
    return tagsOf((properties ?? {}));
}

;// CONCATENATED MODULE: ./lib/cleanup/claims.js
/** The journal of a removal on Azure resources, which have no annotations: a tag with who took one, and when. */


/** Written to a resource before the first change of it or of the VM that it goes with. */
const CLAIM_TAG = 'eks-hybrid-cleanup';
/** A moment that far ahead is told by a clock that is not quite right; one further ahead was written by nobody. */
const SKEW_MS = 300_000;
/** `<run> attempt <number> at <RFC 3339>`. */
function writeClaim({ run, attempt, at }) {
    const rest = ` attempt ${attempt} at ${new Date(at).toISOString()}`;
    return `${run.slice(-(MOST_TAG_CHARACTERS - rest.length))}${rest}`;
}
/** The claim in the tags of a resource; undefined without one, or with one that no run wrote: it holds nobody off. */
function readClaim(tags) {
    const [, run = '', attempt = '', moment = ''] = /^(\S+) attempt (\d{1,9}) at (\S+)$/.exec(tags[CLAIM_TAG] ?? '') ?? [];
    const at = Date.parse(moment);
    return run === '' || Number.isNaN(at) ? undefined : { run, attempt: Number(attempt), at };
}
/**
 * The other run that has a resource at the moment; undefined when it is free to take.
 * @param runs this run, and those whose work it goes on with
 */
function claimedBy(tags, runs, now) {
    const claim = readClaim(tags);
    if (claim === undefined || runs.some((run) => run !== '' && run.endsWith(claim.run)))
        return undefined;
    const age = now - claim.at;
    return age >= ABANDONED_MS || age < -SKEW_MS ? undefined : claim.run;
}

;// CONCATENATED MODULE: ./lib/cleanup/ownership.js



/** Tags that the Terraform module of the nodes gives to VMs and interfaces, and Azure from there to system disks. */
const CLUSTER_TAG = 'cluster';
const POOL_TAG = 'pool';
/** The Azure disk driver marks disks of persistent volumes with tags that begin so. */
const VOLUME_TAG = 'kubernetes.io-created-for';
const ID = /^\/subscriptions\/([^/?#%]+)\/resourceGroups\/([^/?#%]+)\/providers\/([^/?#%]+\/[^/?#%]+)\/[^/?#%]+$/i;
/**
 * Whether an ARM id is that of a VM, interface, disk or public address where this run may act. Ids that journals
 * recorded come from annotations, which a node may write itself, and are believed no more than this allows.
 */
function isWithin(id, { subscriptionId, resourceGroup }) {
    const [, subscription = '', group = '', type = ''] = ID.exec(id) ?? [];
    const same = (one, other) => one.toLowerCase() === other.toLowerCase();
    return (same(subscription, subscriptionId) &&
        (resourceGroup === null || same(group, resourceGroup)) &&
        (same(type, 'Microsoft.Compute/virtualMachines') || partTypeOf(id) !== undefined));
}
/**
 * Why a VM with the tag of the cluster is not taken for one of its nodes; null when it is. Anybody may write a tag; an
 * address within the remote node networks takes a place in the network of the nodes.
 * @param addresses private ones of its interfaces
 */
function foreignMachine(vm, addresses, scope) {
    const byTags = foreignTags(vm, scope);
    if (byTags !== null)
        return byTags;
    if (!isWithin(vm.id, scope))
        return 'it is outside of the subscription or resource group of the nodes';
    if (addresses.length === 0)
        return 'no address of it is known';
    return foreignAddress(addresses, scope);
}
/** The same for a part. An interface is known by its address, others by their tags alone. */
function foreignPart({ id, type, tags, addresses }, scope) {
    const volume = Object.keys(tags).find((name) => name.startsWith(VOLUME_TAG));
    if (volume !== undefined)
        return `its tag ${volume} says that it is a volume of Kubernetes`;
    const byTags = foreignTags({ tags }, scope);
    if (byTags !== null)
        return byTags;
    if (!isWithin(id, scope))
        return 'it is outside of the subscription or resource group of the nodes';
    return type === 'network-interface' ? foreignAddress(addresses, scope) : null;
}
/**
 * A system disk may be without tags; Azure names it after its VM. The tag of a claim says nothing about whose it is.
 * @param machine ARM id of the VM
 */
function isSystemDisk({ type, name, tags }, machine) {
    const vm = machine?.split('/').at(-1)?.toLowerCase();
    const untagged = Object.keys(tags).every((tag) => tag === CLAIM_TAG);
    return type === 'disk' && untagged && vm !== undefined && name.toLowerCase().startsWith(`${vm}_`);
}
function foreignTags({ tags }, { cluster: { name } }) {
    if (tags[CLUSTER_TAG] !== name)
        return `its tag ${CLUSTER_TAG} is not ${name}`;
    if (tags[POOL_TAG] === undefined)
        return `it has no tag ${POOL_TAG}, which everything of a node has`;
    return null;
}
function foreignAddress(addresses, { cluster: { nodeNetworks } }) {
    const networks = nodeNetworks.flatMap((text) => {
        const parsed = parseCidr(text);
        return parsed.ok ? [parsed.cidr] : [];
    });
    const stranger = addresses.find((address) => !isIn(address, networks));
    return stranger === undefined
        ? null
        : `its address ${stranger} is outside of the remote node networks of the cluster`;
}
function isIn(address, networks) {
    const host = parseCidr(`${address}/32`);
    return parseAddress(address).ok && host.ok && networks.some((network) => covers(network, host.cidr));
}

;// CONCATENATED MODULE: ./lib/cleanup/read-ssm.js
/** Tag of activations, which instances inherit: the ARN of the cluster that they are for. */
const CLUSTER_ARN_TAG = 'EKSClusterARN';
/** What Systems Manager tells of the cluster's machines and activations. */
async function readSsm(ssm, scope) {
    const [instances, activations] = await Promise.all([
        readInstances(ssm, scope),
        readActivations(ssm, scope),
    ]);
    return { instances, activations };
}
/** SSM combines a filter by tag with no other one, so that what is no hybrid machine is left out here. */
async function readInstances(ssm, { cluster: { arn } }) {
    const answer = await ssm.instances({ by: 'tag', key: CLUSTER_ARN_TAG, value: arn });
    return listing(answer, (all) => all
        .filter(({ resourceType }) => resourceType === undefined || resourceType === 'ManagedInstance')
        .map((instance) => ({
        id: instance.id,
        ping: instance.ping ?? null,
        lastPingAt: momentOf(instance.lastPingAt),
        registeredAt: momentOf(instance.registeredAt),
        activationId: instance.activationId ?? null,
        computerName: instance.computerName ?? null,
        ipAddress: instance.ipAddress ?? null,
    })));
}
/** SSM cannot filter activations by tag. */
async function readActivations(ssm, { cluster: { arn } }) {
    return listing(await ssm.activations(), (all) => all
        .filter(({ tags }) => tags[CLUSTER_ARN_TAG] === arn)
        .map(({ id, createdAt, expired, registrations, registrationLimit }) => ({
        id,
        createdAt: momentOf(createdAt),
        expired,
        registrations,
        registrationLimit,
    })));
}
function listing(answer, project) {
    return answer.ok
        ? { known: true, items: project(answer.value) }
        : { known: false, because: `${answer.reason}.` };
}
/** A moment of an SDK, null where it tells none. */
function momentOf(date) {
    const at = date?.getTime();
    return at === undefined || Number.isNaN(at) ? null : at;
}

;// CONCATENATED MODULE: ./lib/cleanup/read-azure.js


/** What Azure has with the tag of the cluster. Interfaces and the like are read first: VMs are known by their addresses. */
async function readAzure(azure, scope) {
    const group = scope.resourceGroup;
    const tag = { name: CLUSTER_TAG, value: scope.cluster.name };
    const [vms, interfaces, disks, publicIps, times] = await Promise.all([
        azure.machines(group),
        azure.parts(group, 'network-interface'),
        azure.parts(group, 'disk'),
        azure.parts(group, 'public-ip'),
        azure.creationTimes(group, tag),
    ]);
    const missing = [interfaces, disks, publicIps, times].find(({ ok }) => !ok);
    if (!interfaces.ok || !disks.ok || !publicIps.ok || !times.ok) {
        const because = missing?.ok === false ? `${missing.reason}.` : '';
        return { machines: unknown(because), parts: unknown(because) };
    }
    const parts = {
        'network-interface': interfaces.value,
        disk: disks.value,
        'public-ip': publicIps.value,
    };
    return {
        machines: await readMachines(azure, vms, parts, scope),
        parts: { known: true, items: ownParts(parts, times.value, scope) },
    };
}
function unknown(because) {
    return { known: false, because };
}
async function readMachines(azure, vms, parts, scope) {
    if (!vms.ok)
        return unknown(`${vms.reason}.`);
    const own = vms.value.filter(({ tags }) => tags[CLUSTER_TAG] === scope.cluster.name);
    const powers = await azure.powers(scope.resourceGroup, own.map(({ id }) => id));
    if (!powers.ok)
        return unknown(`${powers.reason}.`);
    const byId = new Map(Object.values(parts).flatMap((list) => list.map((part) => [part.id.toLowerCase(), part])));
    const find = (id) => byId.get(id.toLowerCase());
    return {
        known: true,
        items: own.map((vm) => machineFact(vm, powers.value.get(vm.id.toLowerCase()) ?? null, find, scope)),
    };
}
/**
 * A VM as a fact.
 * @param find a part by its id
 */
function machineFact(vm, power, find, scope) {
    const interfaces = vm.interfaces.flatMap((id) => find(id) ?? []);
    const addresses = interfaces.flatMap((one) => one.addresses);
    return {
        id: vm.id,
        name: vm.name,
        power,
        createdAt: momentOf(vm.createdAt),
        size: vm.size,
        tags: vm.tags,
        parts: partsOf(vm, interfaces, find, scope),
        addresses,
        foreign: foreignMachine(vm, addresses, scope),
    };
}
/**
 * What goes with a VM: its interfaces with their public addresses, its system disk, and other disks with the tags of
 * the cluster. Any other disk may hold data of somebody's.
 */
function partsOf({ disks, interfaces: ids }, interfaces, find, scope) {
    const [system, ...others] = disks;
    const tagged = others.filter((id) => {
        const disk = find(id);
        return disk !== undefined && foreignPart(disk, scope) === null;
    });
    return [
        ...ids,
        ...interfaces.flatMap(({ publicIps }) => publicIps),
        ...(system === undefined ? [] : [system]),
        ...tagged,
    ];
}
function ownParts(parts, times, scope) {
    return Object.values(parts)
        .flat()
        .filter(({ tags }) => tags[CLUSTER_TAG] === scope.cluster.name)
        .map((part) => ({
        id: part.id,
        type: part.type,
        createdAt: momentOf(part.createdAt ?? times.get(part.id.toLowerCase())),
        usedBy: part.usedBy ?? null,
        sizeGib: part.sizeGib ?? null,
        sku: part.sku,
        tags: part.tags,
        foreign: foreignPart(part, scope),
    }));
}

;// CONCATENATED MODULE: ./lib/kubernetes/resources.js
const resources_core = (plural, namespaced) => ({
    group: '',
    version: 'v1',
    plural,
    namespaced,
});
/** Any resource, for instance one of a CRD. */
function resource(group, version, plural, namespaced) {
    return { group, version, plural, namespaced };
}
const NODES = resources_core('nodes', false);
const PODS = resources_core('pods', true);
const NAMESPACES = resources_core('namespaces', false);
const SERVICES = resources_core('services', true);
const CONFIG_MAPS = resources_core('configmaps', true);
const EVENTS = resources_core('events', true);
const LEASES = resource('coordination.k8s.io', 'v1', 'leases', true);
const DAEMON_SETS = resource('apps', 'v1', 'daemonsets', true);
const DEPLOYMENTS = resource('apps', 'v1', 'deployments', true);
const DISRUPTION_BUDGETS = resource('policy', 'v1', 'poddisruptionbudgets', true);
const CERTIFICATE_REQUESTS = resource('certificates.k8s.io', 'v1', 'certificatesigningrequests', false);
const CUSTOM_RESOURCE_DEFINITIONS = resource('apiextensions.k8s.io', 'v1', 'customresourcedefinitions', false);
const CILIUM_NODES = resource('cilium.io', 'v2', 'ciliumnodes', false);
/** Path of a collection; of one object when it is named. Without a namespace, a collection of all namespaces. */
function pathOf(of, namespace, name) {
    const root = of.group === '' ? `/api/${of.version}` : `/apis/${of.group}/${of.version}`;
    const inside = namespace === undefined ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
    return `${root}${inside}/${of.plural}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;
}
/** For logs and messages: `nodes`, `ciliumnodes.cilium.io`. */
function nameOf({ group, plural }) {
    return group === '' ? plural : `${plural}.${group}`;
}

;// CONCATENATED MODULE: ./lib/kubernetes/status.js

/** What the API server says in a `Status` object (meta/v1) when it refuses. */
class KubernetesRefusal extends Error {
    /** HTTP status. */
    status;
    /** `NotFound`, `Conflict`, `Expired`, …; empty when the answer was no Status. */
    reason;
    /** Reasons of `details.causes`, such as `DisruptionBudget`. */
    causes;
    /** Milliseconds that the server asks to wait; undefined when it does not. */
    retryAfterMs;
    constructor(status, message, more = {}) {
        super(message);
        this.name = 'KubernetesRefusal';
        this.status = status;
        this.reason = more.reason ?? '';
        this.causes = more.causes ?? [];
        this.retryAfterMs = more.retryAfterMs;
    }
}
/** The refusal behind an error of a door; undefined for errors of another kind. */
function status_refusalOf(error) {
    if (error instanceof KubernetesRefusal)
        return error;
    return error instanceof errors/* ActionError */.l ? status_refusalOf(error.cause) : undefined;
}
/** Reads the body of an answer that is an error. @param retryAfter value of the header, in seconds */
function readRefusal(status, body, retryAfter) {
    const seconds = Number(retryAfter);
    const retryAfterMs = retryAfter !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
    const said = parseStatus(body);
    if (said === undefined) {
        const text = body.trim().split('\n')[0]?.slice(0, 300) ?? '';
        return new KubernetesRefusal(status, text === '' ? `status ${status}` : text, { retryAfterMs });
    }
    const { message, reason, details } = said;
    const causes = (details?.causes ?? []).flatMap((cause) => cause.reason === undefined ? [] : [cause.reason]);
    return new KubernetesRefusal(status, message ?? reason ?? `status ${status}`, {
        reason: reason ?? '',
        causes,
        retryAfterMs,
    });
}
function parseStatus(body) {
    try {
        const value = JSON.parse(body);
        return value?.kind === 'Status' ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/cleanup/quantity.js
/**
 * A Kubernetes quantity (`250m`, `1.5Gi`, `1e3`) as a number; undefined when it is none. Ours, because the package's
 * `quantityToScalar` throws at fractions and exponents, which the API allows (apimachinery, resource.Quantity).
 */
function parseQuantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/.exec(text);
    if (match === null)
        return undefined;
    const [, digits = '', exponent = '', suffix = ''] = match;
    return Number(digits + exponent) * (FACTORS[suffix] ?? 1);
}
const FACTORS = {
    n: 1e-9,
    u: 1e-6,
    m: 1e-3,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    P: 1e15,
    E: 1e18,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    Pi: 2 ** 50,
    Ei: 2 ** 60,
};

;// CONCATENATED MODULE: ./lib/cleanup/project.js


function instant(text) {
    const at = Date.parse(text ?? '');
    return Number.isNaN(at) ? null : at;
}
/** undefined for an object without a name, which the API never gives. */
function projectNode({ metadata, spec, status }) {
    const { name, uid, resourceVersion } = metadata ?? {};
    if (name === undefined || uid === undefined || resourceVersion === undefined)
        return undefined;
    const ready = status?.conditions?.find(({ type }) => type === 'Ready');
    const cpu = parseQuantity(status?.capacity?.['cpu'] ?? '');
    return {
        name,
        uid,
        resourceVersion,
        providerId: spec?.providerID ?? '',
        createdAt: instant(metadata?.creationTimestamp),
        labels: metadata?.labels ?? {},
        annotations: metadata?.annotations ?? {},
        unschedulable: spec?.unschedulable ?? false,
        ready: ready === undefined ? null : { status: ready.status, since: instant(ready.lastTransitionTime) },
        internalIp: status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? null,
        allocatable: amounts(status?.allocatable),
        vcpus: cpu === undefined ? null : Math.round(cpu),
    };
}
/** undefined for leases of others: those of kubelets have the name of their node. */
function projectLease({ metadata, spec }) {
    if (metadata?.name === undefined)
        return undefined;
    return { node: metadata.name, renewedAt: instant(spec?.renewTime) };
}
function projectPod({ metadata, spec, status }) {
    const { namespace, name, uid } = metadata ?? {};
    if (namespace === undefined || name === undefined || uid === undefined)
        return undefined;
    const annotations = metadata?.annotations ?? {};
    return {
        namespace,
        name,
        uid,
        nodeName: spec?.nodeName ?? '',
        phase: status?.phase ?? 'Unknown',
        isTerminating: metadata?.deletionTimestamp !== undefined,
        isMirror: annotations[MIRROR] !== undefined,
        controllerKind: metadata?.ownerReferences?.find(({ controller }) => controller === true)?.kind ?? null,
        labels: metadata?.labels ?? {},
        annotations,
        localVolume: localVolume(spec),
        requests: requestsOf(spec),
    };
}
/** An emptyDir in memory is lost with the pod wherever it goes. */
function localVolume(spec) {
    const local = spec?.volumes?.find(({ hostPath, emptyDir }) => hostPath !== undefined || (emptyDir !== undefined && emptyDir.medium !== 'Memory'));
    return local?.name ?? null;
}
/**
 * What the scheduler reserves: the sum of the containers and of init containers that go on running, at least the
 * largest of the other init containers, and the overhead of the runtime.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
function requestsOf(spec) {
    const inits = spec?.initContainers ?? [];
    const stays = [
        ...(spec?.containers ?? []),
        ...inits.filter(({ restartPolicy }) => restartPolicy === 'Always'),
    ];
    const passes = inits.filter(({ restartPolicy }) => restartPolicy !== 'Always');
    const sum = stays.map(({ resources }) => amounts(resources?.requests)).reduce(add, NOTHING);
    const peak = passes.map(({ resources }) => amounts(resources?.requests)).reduce(larger, sum);
    return add(peak, amounts(spec?.overhead));
}
const NOTHING = { cpuMillis: 0, memoryBytes: 0 };
function add(one, other) {
    return {
        cpuMillis: one.cpuMillis + other.cpuMillis,
        memoryBytes: one.memoryBytes + other.memoryBytes,
    };
}
function larger(one, other) {
    return {
        cpuMillis: Math.max(one.cpuMillis, other.cpuMillis),
        memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
    };
}
function amounts(list) {
    return {
        cpuMillis: (parseQuantity(list?.['cpu'] ?? '0') ?? 0) * 1000,
        memoryBytes: parseQuantity(list?.['memory'] ?? '0') ?? 0,
    };
}
function projectBudget({ metadata, spec, status }) {
    const { namespace, name } = metadata ?? {};
    if (namespace === undefined || name === undefined)
        return undefined;
    return {
        namespace,
        name,
        selector: spec?.selector ?? null,
        disruptionsAllowed: status?.disruptionsAllowed ?? 0,
    };
}
/** undefined for requests that are decided, and for those that no node made. */
function projectCertificate({ metadata, spec, status, }) {
    const node = /^system:node:(.+)$/.exec(spec.username ?? '')?.[1];
    const decided = status?.conditions?.some(({ type }) => type === 'Approved' || type === 'Denied') ?? false;
    if (node === undefined || decided)
        return undefined;
    return { node, createdAt: instant(metadata?.creationTimestamp) };
}

;// CONCATENATED MODULE: ./lib/cleanup/read-kubernetes.js





/** Namespace of the leases that kubelets renew. */
const LEASE_NAMESPACE = 'kube-node-lease';
const HYBRID_SELECTOR = `${COMPUTE_TYPE_LABEL}=hybrid`;
/**
 * With as many hybrid nodes or fewer, the pods of each are asked for by name; with more, the pods of the whole cluster
 * are read page by page, which takes fewer calls.
 */
const FEW_NODES = 20;
/** Everything that the cluster tells of its hybrid nodes. Lists are read at the same time, pods after nodes. */
async function readKubernetes(cluster) {
    const nodesAndPods = readNodesAndPods(cluster);
    const [leases, budgets, certificates, ciliumNodes] = await Promise.all([
        read(cluster, LEASES, { namespace: LEASE_NAMESPACE }, projectLease),
        readBudgets(cluster),
        read(cluster, CERTIFICATE_REQUESTS, {}, projectCertificate),
        readCiliumNodes(cluster),
    ]);
    return { ...(await nodesAndPods), leases, budgets, certificates, ciliumNodes };
}
async function readNodesAndPods(cluster) {
    const nodes = await readHybridNodes(cluster);
    if (!nodes.known)
        return { nodes, pods: nodes };
    return { nodes, pods: await readPods(cluster, nodes.items) };
}
/** The nodes with the label of hybrid ones, those of a selector more when it is given, as they are now. */
function readHybridNodes(cluster, selector) {
    const labelSelector = selector === undefined ? HYBRID_SELECTOR : `${HYBRID_SELECTOR},${selector}`;
    return read(cluster, NODES, { labelSelector }, projectNode);
}
/** The budgets of the whole cluster, as they are now. */
function readBudgets(cluster) {
    return read(cluster, DISRUPTION_BUDGETS, {}, projectBudget);
}
async function readPods(cluster, nodes) {
    if (nodes.length > FEW_NODES) {
        const own = new Set(nodes.map(({ name }) => name));
        // Pods of other nodes are let go with their page.
        return read(cluster, PODS, {}, (pod) => own.has(pod.spec?.nodeName ?? '') ? projectPod(pod) : undefined);
    }
    const lists = await Promise.all(nodes.map(({ name }) => readPodsOf(cluster, name)));
    const missing = lists.find(({ known }) => !known);
    if (missing !== undefined)
        return missing;
    return { known: true, items: lists.flatMap((list) => (list.known ? list.items : [])) };
}
/** The pods of one node, as they are now. */
function readPodsOf(cluster, node) {
    return read(cluster, PODS, { fieldSelector: `spec.nodeName=${node}` }, projectPod);
}
/** Without Cilium there is no such kind, and none of its objects. */
async function readCiliumNodes(cluster) {
    return read(cluster, CILIUM_NODES, {}, ({ metadata }) => metadata?.name, (error) => {
        return status_refusalOf(error)?.status === 404;
    });
}
/** A list projected page by page. A failure of the door makes it unknown; anything else is thrown on. */
async function read(cluster, resource, options, project, isEmpty = () => false) {
    let items = [];
    try {
        await cluster.visit(resource, options, {
            page: (page) => {
                for (const item of page) {
                    const fact = project(item);
                    if (fact !== undefined)
                        items.push(fact);
                }
            },
            restart: () => {
                items = [];
            },
        });
        return { known: true, items };
    }
    catch (error) {
        if (isEmpty(error))
            return { known: true, items: [] };
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        return { known: false, because: `${error.message} (${error.code})` };
    }
}

;// CONCATENATED MODULE: ./lib/cleanup/read-fleet.js



/** Reads everything at the same time. A list that cannot be read to its end is unknown with its reason. */
async function readFleet(doors, scope, deps) {
    const [kubernetes, ssm, azure] = await Promise.all([
        readKubernetes(doors.cluster),
        readSsm(doors.ssm, scope),
        readAzure(doors.azure, scope),
    ]);
    deps.signal.throwIfAborted();
    return { fleet: { ...kubernetes, ...ssm, ...azure }, calls: doors.calls() };
}

// EXTERNAL MODULE: ./lib/cleanup/windows.js
var windows = __nccwpck_require__(8834);
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
                return await retry(name, () => request(octokit), {
                    attempts: CALL_ATTEMPTS,
                    deadlineMs: CALL_DEADLINE_MS,
                    isRetryable: client_isRetryable,
                    retryAfterMs: (error) => client_retryAfterMs(error, deps.clock.now()),
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
function client_failureOf(error) {
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
function client_isRetryable(error) {
    const failure = client_failureOf(error);
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
function client_retryAfterMs(error, nowMs) {
    const failure = client_failureOf(error);
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
    const failure = client_failureOf(error);
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

;// CONCATENATED MODULE: ./lib/report/cleanup-summary.js

const MARK = { clean: '✅', planned: '📝', done: '✅', stopped: '🛑', failed: '❌', unknown: '❔' };
/** Rows of one table; the document has all. */
const MOST_ROWS = 100;
/** The finding in one line, without its mark. */
function cleanupVerdict(document) {
    const { verdict, nodes, orphans, saved, waste } = document;
    const due = [...nodes, ...orphans].filter(({ decision }) => decision === 'remove').length;
    const marks = nodes.filter(({ decision }) => decision === 'mark').length;
    switch (verdict) {
        case 'clean':
            return `${plural(nodes.length, 'hybrid node')}, nothing to remove`;
        case 'planned':
            return `${plural(due, 'thing')} to remove${marks === 0 ? '' : `, ${plural(marks, 'node')} newly idle`}; ${money(waste)} a month is wasted`;
        case 'done':
            return `${plural(removedOf(document), 'thing')} removed, ${money(saved)} a month saved; ${money(waste)} of waste is left`;
        case 'stopped':
            return `${removedOf(document) === 0 ? 'nothing' : plural(removedOf(document), 'thing')} removed: ${document.stops.map(({ guard }) => guard).join(', ')} guard; ${money(waste)} a month is wasted`;
        case 'failed':
            return `${plural(removedOf(document), 'thing')} removed, ${plural(failedOf(document), 'removal')} not finished`;
        case 'unknown':
            return 'unknown: too little could be read to judge';
    }
}
const results = ({ nodes, orphans }) => [...nodes, ...orphans].map(({ outcome }) => outcome?.result);
function removedOf(document) {
    return results(document).filter((result) => result === 'removed').length;
}
function failedOf(document) {
    return results(document).filter((result) => result === 'failed' || result === 'cancelled').length;
}
/** `212.40 USD`, `at least 212.40 USD`. */
function money({ amount, unknown }) {
    return `${unknown === 0 ? '' : 'at least '}${amount.toFixed(2)} USD`;
}
/** The job summary: verdict, what stopped it, what to do, nodes that matter, orphans; all others folded. */
function cleanupSummary(document) {
    const { cluster, verdict, nodes } = document;
    const calm = nodes.filter((node) => isCalm(node));
    const loud = nodes.filter((node) => !isCalm(node));
    return [
        { markdown: `## ${MARK[verdict]} Nodes of ${code(cluster.name)}: ${cleanupVerdict(document)}` },
        { markdown: document.stops.map(({ sentence }) => `- 🛑 ${plain(sentence)}`).join('\n') },
        { markdown: advice(document) },
        { markdown: nodeTable(loud, MOST_ROWS), shorter: nodeTable(loud, 20) },
        { markdown: orphanTable(document.orphans, MOST_ROWS), shorter: orphanTable(document.orphans, 20) },
        {
            markdown: calm.length === 0
                ? ''
                : folded(`${plural(calm.length, 'node')} left alone`, nodeTable(calm, MOST_ROWS)),
        },
        { markdown: folded('What was read', readings(document)) },
    ].filter(({ markdown }) => markdown !== '');
}
/** Nothing is or was to be done, and nobody wonders why. */
function isCalm({ decision, outcome, class: of }) {
    return (decision === 'keep' && outcome === null && (of === 'busy' || of === 'starting' || of === 'protected'));
}
const PLANNED = {
    'dry-run': '**What to do:** this was a dry run, which marks nothing either. Idle nodes go in a later run than the one that marks them: let runs on schedule use `mode: mark` or `mode: act`.',
    mark: '**What to do:** run it with `mode: act` to remove what is due.',
    act: '',
    'pull-request': '',
};
function advice(document) {
    const { verdict, mode } = document;
    const told = document.notes.map((note) => `- ${plain(note)}`).join('\n');
    const todo = {
        clean: '',
        planned: PLANNED[mode],
        done: '',
        stopped: '**What to do:** look at what stopped the run. Raise a limit only when you know why so much is to go.',
        failed: '**What to do:** see the table for the step that failed; the next run goes on from there.',
        unknown: '**What to do:** let the role read what is named under "What was read", then run again. What depends on it was not removed.',
    };
    return [todo[verdict], told].filter((part) => part !== '').join('\n\n');
}
const NODE_COLUMNS = [
    { heading: 'node' },
    { heading: 'pool' },
    { heading: 'class' },
    { heading: 'why' },
    { heading: 'USD a month', align: 'right' },
    { heading: 'what happens' },
];
function nodeTable(nodes, most) {
    if (nodes.length === 0)
        return '';
    const rows = nodes
        .slice(0, most)
        .map((node) => [
        codeCell(node.vm === null ? node.name : `${node.vm} (${node.name})`),
        codeCell(node.pool),
        node.class,
        plain(node.because),
        cost(node.monthly),
        happens(node),
    ]);
    return `${table(NODE_COLUMNS, rows)}${more(nodes.length, most)}`;
}
const ORPHAN_COLUMNS = [
    { heading: 'orphan' },
    { heading: 'kind' },
    { heading: 'why' },
    { heading: 'USD a month', align: 'right' },
    { heading: 'what happens' },
];
function orphanTable(orphans, most) {
    if (orphans.length === 0)
        return '';
    const rows = orphans
        .slice(0, most)
        .map((orphan) => [
        codeCell(orphan.id.split('/').at(-1) ?? orphan.id),
        orphan.what,
        plain(orphan.because),
        cost(orphan.monthly),
        happens(orphan),
    ]);
    return `${table(ORPHAN_COLUMNS, rows)}${more(orphans.length, most)}`;
}
function more(count, most) {
    return count > most ? `\n\n${count - most} more are in the document.` : '';
}
function cost(monthly) {
    return monthly === null ? 'unknown' : monthly.toFixed(2);
}
const WILL = {
    mark: 'is marked idle',
    wait: 'waits',
    unmark: 'loses its mark',
    remove: 'is to be removed',
    keep: 'stays',
};
function happens({ decision, but, outcome }) {
    const done = outcome === null
        ? WILL[decision]
        : `**${outcome.result}**${outcome.step === null || outcome.result === 'removed' ? '' : ` in step ${outcome.step}`}`;
    return [done, plain(but), plain(outcome?.because ?? '')].filter((part) => part !== '').join('. ');
}
function readings({ lists, foreign, calls, pricesAsOf }) {
    const rows = lists.map(({ name, entries, problem }) => [
        name,
        entries === null ? 'unknown' : String(entries),
        plain(problem ?? ''),
    ]);
    const counted = Object.entries(calls)
        .map(([service, number]) => `${service} ${String(number)}`)
        .join(', ');
    return [
        table([{ heading: 'list' }, { heading: 'entries', align: 'right' }, { heading: 'problem' }], rows),
        foreign.map(({ name, because }) => `- ${code(name)} is left alone: ${plain(because)}`).join('\n'),
        `Calls: ${counted === '' ? 'none' : counted}. Costs are list prices of ${pricesAsOf}, without discounts.`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}

;// CONCATENATED MODULE: ./lib/report/cleanup-issue.js


/** Rows of the issue; the run's document has all. */
const cleanup_issue_MOST_ROWS = 60;
/**
 * The issue about what no later run will take away by itself; undefined when there is nothing of the kind. Nodes that are
 * marked and wait are left out where runs of this mode remove them: they are under way.
 */
function cleanupIssue(document) {
    const nodes = document.nodes.filter((node) => staysNode(node, document.mode));
    const orphans = document.orphans.filter((orphan) => !isGone(orphan));
    const stops = document.stops.filter(({ guard }) => guard !== 'window');
    if (nodes.length === 0 && orphans.length === 0 && stops.length === 0)
        return undefined;
    const name = document.cluster.name;
    return {
        title: `Hybrid nodes to clean up: ${name}`,
        body: cleanup_issue_bodyOf(document, nodes, orphans, stops),
        facts: [
            ...nodes.map((node) => [
                node.name,
                node.class,
                node.decision === 'remove' ? 'due' : 'kept',
                failure(node),
            ]),
            ...orphans.map((orphan) => [orphan.id.toLowerCase(), orphan.class, orphan.decision, failure(orphan)]),
            ...stops.map(({ guard }) => ['guard', guard]),
        ],
    };
}
function isGone({ outcome }) {
    return outcome?.result === 'removed' || outcome?.result === 'gone';
}
function failure({ outcome }) {
    return outcome?.result === 'failed' ? `failed ${outcome.step ?? ''}` : '';
}
function staysNode(node, mode) {
    if (isGone(node))
        return false;
    if (node.decision === 'remove' || node.class === 'dead')
        return true;
    const isUnderWay = mode === 'act' || mode === 'pull-request';
    return !isUnderWay && (node.decision === 'mark' || node.decision === 'wait');
}
function cleanup_issue_bodyOf(document, nodes, orphans, stops) {
    const { cluster, mode, waste, pullRequest, runUrl, pricesAsOf } = document;
    return [
        `**${money(waste)} a month** is spent on what is idle, dead or left over in ${code(cluster.name)} (list prices of ${pricesAsOf}).`,
        stops.map(({ sentence }) => `- 🛑 ${plain(sentence)}`).join('\n'),
        rowsTable([...nodes.map((node) => nodeCells(node)), ...orphans.map((orphan) => orphanCells(orphan))]),
        pullRequest === null ? '' : `Pull request ${pullRequest.url} lowers the pools.`,
        adviceFor(mode),
        `Seen by [this run](${runUrl}): ${plain(cleanupVerdict(document))}. The issue is kept by node-cleanup and closes by itself when nothing of this is left. Closed as "not planned", it stays closed until something changes.`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
const COLUMNS = [
    { heading: 'what' },
    { heading: 'kind' },
    { heading: 'why' },
    { heading: 'USD a month', align: 'right' },
    { heading: 'why it is still there' },
];
function rowsTable(rows) {
    if (rows.length === 0)
        return '';
    const more = rows.length - cleanup_issue_MOST_ROWS;
    const all = table(COLUMNS, rows.slice(0, cleanup_issue_MOST_ROWS));
    return more > 0 ? `${all}\n\n${more} more are in the document of the run.` : all;
}
function nodeCells(node) {
    const name = node.vm === null ? node.name : `${node.vm} (${node.name})`;
    return [codeCell(name), node.class, plain(node.because), costCell(node), plain(reason(node))];
}
function orphanCells(orphan) {
    const name = orphan.id.split('/').at(-1) ?? orphan.id;
    return [codeCell(name), orphan.what, plain(orphan.because), costCell(orphan), plain(reason(orphan))];
}
function costCell({ monthly }) {
    return monthly === null ? 'unknown' : monthly.toFixed(2);
}
function reason({ decision, but, outcome }) {
    if (outcome !== null && outcome.because !== '')
        return outcome.because;
    if (but !== '')
        return but;
    return decision === 'remove' ? 'This run did not act on it.' : 'It is only told.';
}
function adviceFor(mode) {
    if (mode === 'dry-run' || mode === 'mark') {
        return `Runs in mode \`${mode}\` remove nothing. Start the workflow by hand with mode \`act\` to remove what is due, or set the annotation \`eks-hybrid-actions.io/keep: "true"\` on a node that is to stay.`;
    }
    return '';
}
/** Comment on an issue that changes, and on one that closes. */
function cleanupComment(document) {
    const { nodes, orphans, runUrl } = document;
    const due = [...nodes, ...orphans].filter((row) => row.decision === 'remove' && !isGone(row)).length;
    return `${plural(due, 'thing')} to remove: ${plain(cleanupVerdict(document))} ([run](${runUrl})).`;
}

// EXTERNAL MODULE: ../../node_modules/zod/v4/mini/schemas.js
var mini_schemas = __nccwpck_require__(5915);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/api.js + 1 modules
var api = __nccwpck_require__(7197);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(6416);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/schemas.js + 2 modules
var core_schemas = __nccwpck_require__(6357);
;// CONCATENATED MODULE: ../../node_modules/zod/v4/mini/iso.js


const ZodMiniISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniISODateTime", (inst, def) => {
    core_schemas/* $ZodISODateTime */.Ko.init(inst, def);
    mini_schemas/* ZodMiniStringFormat */.zUr.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function datetime(params) {
    return api/* _isoDateTime */.G1(ZodMiniISODateTime, params);
}
const ZodMiniISODate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISODate", (inst, def) => {
    core.$ZodISODate.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function date(params) {
    return core._isoDate(ZodMiniISODate, params);
}
const ZodMiniISOTime = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISOTime", (inst, def) => {
    core.$ZodISOTime.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function time(params) {
    return core._isoTime(ZodMiniISOTime, params);
}
const ZodMiniISODuration = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISODuration", (inst, def) => {
    core.$ZodISODuration.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function duration(params) {
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

// EXTERNAL MODULE: ./lib/action/schema.js + 1 modules
var action_schema = __nccwpck_require__(4638);
;// CONCATENATED MODULE: ./lib/action/documents.js




const documents_PREFIX = 'eks-hybrid-actions';
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
    const id = `${documents_PREFIX}/${kind}/v${version}`;
    const check = (fields) => {
        if (!isObject(fields))
            return (0,action_schema/* validate */.t)(schema, fields);
        const lists = exactLists(schema, fields);
        const result = (0,action_schema/* validate */.t)(schema, withoutLists(fields, lists));
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

;// CONCATENATED MODULE: ./lib/report/cleanup-document.js


const count = () => mini_schemas/* int */.Whr().check(api/* _nonnegative */.UI());
/** US dollars a month by list prices; null when a price or a size is not known. */
const monthly = mini_schemas/* nullable */.mee(mini_schemas/* number */.aig());
const outcome = mini_schemas/* object */.Ikc({
    result: mini_schemas/* enum */.k5n(['removed', 'marked', 'unmarked', 'gone', 'left', 'failed', 'cancelled']),
    /** The step of the removal that it ended in; null where there is none. */
    step: mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP()),
    because: mini_schemas/* string */.YjP(),
});
const node = mini_schemas/* object */.Ikc({
    name: mini_schemas/* string */.YjP(),
    pool: mini_schemas/* string */.YjP(),
    /** Name of its VM; null when it does not say. */
    vm: mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP()),
    class: mini_schemas/* enum */.k5n(['busy', 'empty', 'underused', 'starting', 'unreachable', 'dead', 'protected', 'unknown']),
    /** Why it is of its class. */
    because: mini_schemas/* string */.YjP(),
    decision: mini_schemas/* enum */.k5n(['mark', 'wait', 'unmark', 'remove', 'keep']),
    /** Why the decision is not the one of its class; empty when it is. */
    but: mini_schemas/* string */.YjP(),
    /** RFC 3339, by its mark. */
    idleSince: mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP()),
    monthly,
    /** Null in a dry run, when a guard stopped the run, and where nothing was to be done. */
    outcome: mini_schemas/* nullable */.mee(outcome),
});
const orphan = mini_schemas/* object */.Ikc({
    class: mini_schemas/* enum */.k5n(['orphan-instance', 'orphan-activation', 'orphan-azure']),
    what: mini_schemas/* enum */.k5n(['instance', 'activation', 'machine', 'network-interface', 'disk', 'public-ip']),
    id: mini_schemas/* string */.YjP(),
    because: mini_schemas/* string */.YjP(),
    decision: mini_schemas/* enum */.k5n(['remove', 'keep']),
    but: mini_schemas/* string */.YjP(),
    monthly,
    outcome: mini_schemas/* nullable */.mee(outcome),
});
const sum = mini_schemas/* object */.Ikc({
    /** US dollars a month, as far as prices are known. */
    amount: mini_schemas/* number */.aig(),
    /** Things without a known price, which the amount leaves out. */
    unknown: count(),
});
/** What `node-cleanup` found and did. */
const cleanupDocument = defineDocument('cleanup', 1, mini_schemas/* object */.Ikc({
    cluster: mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), region: mini_schemas/* string */.YjP() }),
    mode: mini_schemas/* enum */.k5n(['dry-run', 'mark', 'act', 'pull-request']),
    /**
     * `clean`: all was seen, and nothing is to be done. `planned`: something is, and this run may not or need not act.
     * `done`: everything decided was done. `stopped`: a guard kept the run from removing anything. `failed`: something
     * was not done that should have been. `unknown`: too little was seen to judge.
     */
    verdict: mini_schemas/* enum */.k5n(['clean', 'planned', 'done', 'stopped', 'failed', 'unknown']),
    lists: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({
        name: mini_schemas/* string */.YjP(),
        /** Null: it was not read to its end. */
        entries: mini_schemas/* nullable */.mee(count()),
        problem: mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP()),
    })),
    nodes: mini_schemas/* array */.YOg(node),
    orphans: mini_schemas/* array */.YOg(orphan),
    /** Nodes that look hybrid and are not this cluster's. */
    foreign: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), because: mini_schemas/* string */.YjP() })),
    stops: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({
        guard: mini_schemas/* enum */.k5n(['lists', 'link', 'nodes', 'share', 'orphans', 'window']),
        sentence: mini_schemas/* string */.YjP(),
    })),
    /** Number of nodes of each class. */
    classes: mini_schemas/* record */.g1P(mini_schemas/* string */.YjP(), count()),
    /** What this run removed. */
    saved: sum,
    /** What is idle, dead or orphaned and still there. */
    waste: sum,
    /** Month of the price list. */
    pricesAsOf: mini_schemas/* string */.YjP(),
    /** Calls that were made to APIs, by service. */
    calls: mini_schemas/* record */.g1P(mini_schemas/* string */.YjP(), count()),
    /** The pull request that lowers pools, in that mode. */
    pullRequest: mini_schemas/* nullable */.mee(mini_schemas/* object */.Ikc({ number: count(), url: mini_schemas/* string */.YjP() })),
    issue: mini_schemas/* nullable */.mee(mini_schemas/* object */.Ikc({ action: mini_schemas/* string */.YjP(), number: mini_schemas/* nullable */.mee(count()), url: mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP()) })),
    /** What could not be found out or done besides, in sentences. */
    notes: mini_schemas/* array */.YOg(mini_schemas/* string */.YjP()),
    sha: mini_schemas/* string */.YjP(),
    runUrl: mini_schemas/* string */.YjP(),
    /** ISO 8601, UTC. */
    generatedAt: datetime(),
}));

;// CONCATENATED MODULE: ./actions/node-cleanup/src/document.js






/** The document of a run, without its issue. */
function documentOf(findings, inputs, deps) {
    const { plan, outcomes, calls, proposed, fleet } = findings;
    const nodes = plan.nodes.map((verdict) => nodeRow(verdict, findings));
    const orphans = plan.orphans.map((verdict) => orphanRow(verdict, outcomes));
    const rows = [...nodes.filter((node) => isWaste(node)), ...orphans];
    const pull = proposed?.pullRequest;
    const isOpen = pull !== undefined && pull.action !== 'closed' && pull.number !== null && pull.url !== null;
    return cleanupDocument.create({
        cluster: { ...inputs.settings.cluster },
        mode: inputs.mode,
        verdict: verdictOf(plan, outcomes),
        lists: listRows(fleet),
        nodes,
        orphans,
        foreign: plan.foreign.map((node) => ({ ...node })),
        stops: plan.stops.map((stop) => ({ ...stop })),
        classes: countBy(nodes.map((node) => node.class)),
        saved: sumOf(rows.filter(({ outcome }) => outcome?.result === 'removed')),
        waste: sumOf(rows.filter(({ outcome }) => outcome?.result !== 'removed' && outcome?.result !== 'gone')),
        pricesAsOf: price_list/* PRICE_LIST */.d.asOf,
        calls: { ...calls },
        pullRequest: isOpen ? { number: pull.number, url: pull.url } : null,
        issue: null,
        notes: [...plan.unknown, ...(proposed?.notes ?? [])],
        sha: deps.github.sha,
        runUrl: deps.github.runUrl,
        generatedAt: new Date(deps.clock.now()).toISOString(),
    });
}
function nodeRow(verdict, { outcomes, proposed }) {
    const { node, pool, class: of, because, decision, but, idleSince, monthlyCost } = verdict;
    const vm = machineName(node) ?? verdict.machine?.name ?? null;
    const isProposed = proposed?.pools.some(({ machines }) => vm !== null && machines.includes(vm)) ?? false;
    return {
        name: node.name,
        pool,
        vm,
        class: of,
        because,
        decision,
        but: isProposed ? 'The pull request takes it away.' : but,
        idleSince: idleSince === null ? null : new Date(idleSince).toISOString(),
        monthly: cents(monthlyCost),
        outcome: outcomeOf(outcomes, node.name),
    };
}
function orphanRow(verdict, outcomes) {
    const { class: of, what, id, because, decision, but, monthlyCost } = verdict;
    const monthly = cents(monthlyCost);
    return { class: of, what, id, because, decision, but, monthly, outcome: outcomeOf(outcomes, id) };
}
function outcomeOf(outcomes, id) {
    const outcome = outcomes.get(id);
    return outcome === undefined ? null : { ...outcome };
}
/** A node whose removal was begun earlier may look otherwise by now: its VM is off. */
function isWaste({ class: of, decision }) {
    return (0,settings/* isIdle */.x)(of) || of === 'dead' || decision === 'remove';
}
function cents(cost) {
    return cost === null ? null : Math.round(cost * 100) / 100;
}
function sumOf(rows) {
    const { usd, unknown } = sumCosts(rows.map(({ monthly }) => monthly));
    return { amount: cents(usd) ?? 0, unknown };
}
function countBy(names) {
    const counts = {};
    for (const name of names)
        counts[name] = (counts[name] ?? 0) + 1;
    return counts;
}
function listRows(fleet) {
    return Object.keys(LIST_NAMES).map((name) => {
        const listing = fleet[name];
        return {
            name: LIST_NAMES[name],
            entries: listing.known ? listing.items.length : null,
            problem: listing.known ? null : listing.because,
        };
    });
}
/**
 * What is worst comes first. To be outside the windows stops nothing that should have been done now.
 */
function verdictOf(plan, outcomes) {
    const results = [...outcomes.values()].map(({ result }) => result);
    if (results.some((result) => result === 'failed' || result === 'cancelled'))
        return 'failed';
    if (plan.unknown.length > 0)
        return 'unknown';
    if (plan.stops.some(({ guard }) => guard !== 'window'))
        return 'stopped';
    const decided = [...plan.nodes, ...plan.orphans].filter(({ decision }) => decision !== 'keep' && decision !== 'wait');
    const open = decided.filter((verdict) => !outcomes.has('node' in verdict ? verdict.node.name : verdict.id));
    if (open.length > 0)
        return 'planned';
    return decided.length > 0 ? 'done' : 'clean';
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
function aws_error_refusalOf(name, error) {
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

;// CONCATENATED MODULE: ./lib/aws/read-call.js





/** One answer is waited for this long, a call with all its attempts for the deadline. */
const read_call_ANSWER_MS = 20_000;
const read_call_DEADLINE_MS = 90_000;
const read_call_ATTEMPTS = 6;
/** At 200 entries and more a page, no account has as many; a service that repeats itself would never end. */
const read_call_MOST_PAGES = 500;
/** Throttling, faults that EC2 itself calls temporary, and those of SSM. */
const read_call_PASSING = new Set([
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
            return request(AbortSignal.any([deps.signal, AbortSignal.timeout(read_call_ANSWER_MS)]));
        };
        const value = await retry(name, call, {
            ...deps,
            attempts: read_call_ATTEMPTS,
            deadlineMs: read_call_DEADLINE_MS,
            isRetryable: (error) => isPassing(error, read_call_PASSING),
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
    for (let count = 1; count <= read_call_MOST_PAGES; count += 1) {
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
    return aws_error_refusalOf(name, error).reason;
}

;// CONCATENATED MODULE: ./lib/aws/eks.js

/** As `createEc2Reader`, for EKS (`AWS_ENDPOINT_URL_EKS`). */
async function createEksReader(region, deps) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(777), __nccwpck_require__.e(448)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5448, 19));
    const client = new sdk.EKSClient({ region, maxAttempts: 1 });
    return {
        async cluster(name) {
            const answer = await readAws('EKS DescribeCluster', (abortSignal) => client.send(new sdk.DescribeClusterCommand({ name }), { abortSignal }), deps);
            if (!answer.ok)
                return answer;
            const { cluster } = answer.value;
            if (cluster === undefined)
                return { ok: false, reason: 'EKS DescribeCluster answered without a cluster' };
            const remote = cluster.remoteNetworkConfig;
            return {
                ok: true,
                value: {
                    arn: cluster.arn ?? '',
                    name: cluster.name ?? name,
                    vpcId: cluster.resourcesVpcConfig?.vpcId,
                    serviceCidr: cluster.kubernetesNetworkConfig?.serviceIpv4Cidr,
                    remoteNodeCidrs: (remote?.remoteNodeNetworks ?? []).flatMap(({ cidrs }) => cidrs ?? []),
                    remotePodCidrs: (remote?.remotePodNetworks ?? []).flatMap(({ cidrs }) => cidrs ?? []),
                    status: cluster.status,
                    version: cluster.version,
                    endpoint: cluster.endpoint,
                    certificateAuthority: cluster.certificateAuthority?.data,
                },
            };
        },
        accessTypes: (cluster, roleName) => readAccessTypes(sdk, client, cluster, roleName, deps),
    };
}
async function readAccessTypes(sdk, client, clusterName, roleName, deps) {
    const principals = await readAllPages('EKS ListAccessEntries', async (nextToken, abortSignal) => {
        const page = await client.send(new sdk.ListAccessEntriesCommand({ clusterName, nextToken }), {
            abortSignal,
        });
        return { items: page.accessEntries, next: page.nextToken };
    }, deps);
    if (!principals.ok)
        return principals;
    const types = [];
    for (const principalArn of principals.value.filter((arn) => arn.endsWith(`/${roleName}`))) {
        const entry = await readAws('EKS DescribeAccessEntry', (abortSignal) => client.send(new sdk.DescribeAccessEntryCommand({ clusterName, principalArn }), { abortSignal }), deps);
        if (!entry.ok)
            return entry;
        types.push(entry.value.accessEntry?.type ?? '');
    }
    return { ok: true, value: types };
}

;// CONCATENATED MODULE: ./lib/aws/sts.js

const SESSION = /^arn:[a-z-]+:sts::[0-9]{12}:assumed-role\/([^/]+)\//;
/** Reads the identity behind the credentials (`AWS_ENDPOINT_URL_STS`). Needs no right. Loads the SDK. */
async function readCaller(region, deps) {
    const { GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(777), __nccwpck_require__.e(811)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2811, 19));
    const client = new STSClient({ region, maxAttempts: 1 });
    const answer = await readAws('STS GetCallerIdentity', (abortSignal) => client.send(new GetCallerIdentityCommand({}), { abortSignal }), deps);
    if (!answer.ok)
        return answer;
    const { Account: account, Arn: arn } = answer.value;
    if (account === undefined || arn === undefined) {
        return { ok: false, reason: 'STS GetCallerIdentity answered without an identity' };
    }
    return {
        ok: true,
        value: { account, arn, partition: arn.split(':')[1] ?? 'aws', roleName: SESSION.exec(arn)?.[1] },
    };
}

;// CONCATENATED MODULE: ./lib/aws/ssm.js


/** Largest pages that the API model allows (`ssm/2014-11-06`). */
const PAGE = 50;
const MINT_MS = 20_000;
/** Loads the SDK. Credentials and endpoint (`AWS_ENDPOINT_URL_SSM`) are those of the environment. */
async function createSsmDoor(region, deps) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(777), __nccwpck_require__.e(28)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4028, 19));
    // Retries are made and told here, so the SDK makes none of its own.
    const client = new sdk.SSMClient({ region, maxAttempts: 1 });
    return {
        ...listCalls(sdk, client, deps),
        createActivation: (request) => mint(sdk, client, request, deps),
        deleteActivation: (id) => ssm_remove('SSM DeleteActivation', (abortSignal) => client.send(new sdk.DeleteActivationCommand({ ActivationId: id }), { abortSignal }), 'deleted', deps),
        deregister: (id) => ssm_remove('SSM DeregisterManagedInstance', (abortSignal) => client.send(new sdk.DeregisterManagedInstanceCommand({ InstanceId: id }), { abortSignal }), 'deregistered', deps),
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
            return answer.ok ? { ok: true, value: ssm_tagsOf(answer.value.TagList) } : answer;
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
            tags: ssm_tagsOf(raw.Tags),
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
function ssm_tagsOf(tags) {
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
    const refusal = aws_error_refusalOf('SSM CreateActivation', error);
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
async function ssm_remove(name, send, done, deps) {
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

;// CONCATENATED MODULE: ./lib/azure/compute-delete.js




const MACHINES = 'Microsoft.Compute/virtualMachines';
/** By namespace or type. Disks have versions of their own. */
const VERSIONS = {
    [MACHINES]: '2024-07-01',
    'Microsoft.Compute/disks': '2024-03-02',
    'Microsoft.Network/networkInterfaces': '2024-05-01',
    'Microsoft.Network/publicIPAddresses': '2024-05-01',
};
const RESOURCES_VERSION = '2021-04-01';
const CHANGE_MS = 900_000;
/** With as many VMs or fewer in one group each is asked for its state; with more, one list of the subscription has all. */
const FEW = 50;
const MOST_SINGLE = 1000;
const AT_ONCE = 10;
function createAzureNodeDoor(subscriptionId, environment, deps) {
    const send = createSendToArm(subscriptionId, environment, deps);
    const arm = armRestOver(send, environment, deps);
    const machine = async (id) => whenThere(await arm.get('ARM virtualMachines', compute_delete_pathOf(id, { $expand: 'instanceView' })), (raw) => ({
        ...showMachine(raw),
        power: powerOf(raw),
    }));
    const change = (method, id, action = '') => {
        const does = method === 'DELETE' ? 'delete' : action.slice(1);
        const name = `ARM ${does} ${compute_delete_nameOf(typeOf(id))} ${id.split('/').at(-1) ?? id}`;
        const path = compute_delete_pathOf(id).replace('?', `${action}?`);
        return changeInArm(send, environment, { name, method, path, deadlineMs: CHANGE_MS }, deps);
    };
    return {
        ...compute_delete_listCalls(arm, subscriptionId, machine),
        machine,
        part: async (id) => {
            const type = partTypeOf(id);
            if (type === undefined)
                return { ok: false, reason: `${id} is no part of a VM`, status: 0 };
            return whenThere(await arm.get(`ARM ${compute_delete_nameOf(PART_TYPES[type])}`, compute_delete_pathOf(id)), (raw) => showPart(raw, type));
        },
        mergeTags: (id, tags) => {
            const name = `ARM tags ${compute_delete_nameOf(typeOf(id))} ${id.split('/').at(-1) ?? id}`;
            return mergeTagsInArm(send, environment, { name, id, tags }, deps);
        },
        deallocate: (id) => change('POST', id, '/deallocate'),
        removeMachine: (id) => change('DELETE', id),
        removePart: (id) => change('DELETE', id),
    };
}
function compute_delete_listCalls(arm, subscriptionId, machine) {
    const root = `/subscriptions/${subscriptionId}`;
    const inGroup = (group) => group === null ? root : `${root}/resourceGroups/${encodeURIComponent(group)}`;
    const list = (group, type, more = {}) => arm.list(`ARM ${compute_delete_nameOf(type)}`, withQuery(`${inGroup(group)}/providers/${type}`, versionOf(type), more));
    return {
        machines: async (group) => mapped(await list(group, MACHINES), (all) => all.map(showMachine)),
        powers: async (group, ids) => {
            if (group !== null && ids.length <= FEW)
                return readPowers(machine, ids);
            const swept = await list(null, MACHINES, { statusOnly: 'true' });
            // A role over one group may not list the subscription.
            if (!swept.ok && swept.status === 403 && ids.length <= MOST_SINGLE)
                return readPowers(machine, ids);
            return mapped(swept, powersOf);
        },
        parts: async (group, type) => mapped(await list(group, PART_TYPES[type]), (all) => all.map((raw) => showPart(raw, type))),
        creationTimes: async (group, { name, value }) => {
            const $filter = `tagName eq '${quoted(name)}' and tagValue eq '${quoted(value)}'`;
            const query = { $filter, $expand: 'createdTime' };
            const path = withQuery(`${inGroup(group)}/resources`, RESOURCES_VERSION, query);
            return mapped(await arm.list('ARM resources', path), timesOf);
        },
    };
}
function withQuery(path, version, more) {
    const query = new URLSearchParams({ 'api-version': version, ...more }).toString();
    // ARM takes a space as %20 alone.
    return `${path}?${query.replaceAll('+', '%20')}`;
}
function compute_delete_pathOf(id, more = {}) {
    return withQuery(id, versionOf(typeOf(id)), more);
}
/** What is not there is an answer. */
function whenThere(answer, show) {
    if (answer.ok)
        return { ok: true, value: show(answer.value) };
    return answer.status === 404 ? { ok: true, value: undefined } : answer;
}
function mapped(answer, show) {
    return answer.ok ? { ok: true, value: show(answer.value) } : answer;
}
function quoted(text) {
    return text.replaceAll("'", "''");
}
/** `virtualMachines`. */
function compute_delete_nameOf(type) {
    return type.split('/').at(-1) ?? type;
}
function versionOf(type) {
    const found = Object.entries(VERSIONS).find(([known]) => known.toLowerCase() === type.toLowerCase());
    return found?.[1] ?? RESOURCES_VERSION;
}
async function readPowers(machine, ids) {
    const powers = new Map();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
        const answers = await Promise.all(ids.slice(start, start + AT_ONCE).map(machine));
        for (const answer of answers) {
            if (!answer.ok)
                return answer;
            const { id, power } = answer.value ?? {};
            if (id !== undefined && power !== undefined)
                powers.set(id.toLowerCase(), power);
        }
    }
    return { ok: true, value: powers };
}

;// CONCATENATED MODULE: ./lib/kubernetes/errors.js

/** What can go wrong between an action and the API server of a cluster. */
const kubernetesErrors = (0,errors/* defineErrors */.V)({
    EHA1500: {
        kind: 'user',
        title: 'Cluster not opened',
        likelyCause: 'The name or the region of the cluster is wrong, it is not active, or the role may not call eks:DescribeCluster.',
        remedy: 'Check name, region and account, and allow eks:DescribeCluster on the cluster.',
    },
    EHA1501: {
        kind: 'user',
        title: 'Kubeconfig refused',
        likelyCause: 'The file is no kubeconfig, has no such context, or names a way to log in that is not supported.',
        remedy: 'Write it with `aws eks update-kubeconfig` or with a token, and name the context.',
    },
    EHA1502: {
        kind: 'user',
        title: 'API server refused the credentials',
        likelyCause: 'The role has no access entry on the cluster, the AWS credentials of the job have expired, or the clock of the runner is wrong.',
        remedy: 'Create an access entry for the role of the job, or log in again before this step.',
    },
    EHA1503: {
        kind: 'user',
        title: 'Denied by the cluster',
        likelyCause: 'The access entry of the role has no policy or Kubernetes group that allows the call.',
        remedy: 'Grant the verb and the resource that the message names; the README of the action lists all of them.',
    },
    EHA1504: {
        kind: 'service',
        title: 'API server not reached',
        likelyCause: 'The endpoint is private and the runner outside the VPC, its address is not among the public access CIDRs, or the API server is throttling or down.',
        remedy: 'Run the job where the endpoint is reachable, or run again later.',
    },
    EHA1505: {
        kind: 'user',
        title: 'Certificate of the API server not trusted',
        likelyCause: 'Something between the runner and the cluster, such as a proxy, answers in its place.',
        remedy: 'Let the connection to the endpoint through untouched, and take the CA that EKS gives for the cluster.',
    },
    EHA1506: {
        kind: 'service',
        title: 'Refused by the API server',
        likelyCause: 'The object is not there, was changed by someone else, or the cluster does not know the resource.',
        remedy: 'Read what the API server says, and run again when another process changed the object at the same time.',
    },
    EHA1507: {
        kind: 'service',
        title: 'List not read to its end',
        likelyCause: 'The objects of the cluster change faster than the list can be read, or the API server repeats pages.',
        remedy: 'Run again; a part of a list is never taken for the whole.',
    },
    EHA1508: {
        kind: 'user',
        title: 'No credentials for the cluster',
        likelyCause: 'The job did not log in to AWS before this step, or the program that a kubeconfig names failed.',
        remedy: 'Log in first (aws-actions/configure-aws-credentials), or correct the user in the kubeconfig.',
    },
    EHA1509: {
        kind: 'service',
        title: 'Answer of the API server not understood',
        likelyCause: 'Something other than a Kubernetes API server answers at that address.',
        remedy: 'Check the address of the cluster and proxies in between.',
    },
});

;// CONCATENATED MODULE: ./lib/kubernetes/eks-token.js


/** What EKS's authenticator takes: a presigned GetCallerIdentity that is good for a quarter of an hour. */
const eks_token_PREFIX = 'k8s-aws-v1.';
const CLUSTER_HEADER = 'x-k8s-aws-id';
/** `X-Amz-Expires`: the authenticator of EKS takes no other than 0 to 60 and counts 15 minutes from the date itself. */
const EXPIRES_SECONDS = 60;
/** A minute is left for clocks that differ. */
const REFRESH_MS = 14 * 60_000;
/**
 * Tokens for the API server of an EKS cluster, kept until shortly before their end. Credentials come as the AWS SDK
 * finds them in the environment; nothing is sent. Form: https://github.com/kubernetes-sigs/aws-iam-authenticator
 * ("API Authorization from Outside a Cluster").
 * @throws EHA1508 without credentials
 */
function createEksTokens(clusterName, region, deps) {
    const get = keepValue(async () => {
        const now = deps.clock.now();
        const token = await presign(clusterName, region, new Date(now));
        deps.mask(token);
        return { token, until: now + REFRESH_MS };
    }, ({ until }) => deps.clock.now() < until);
    return async (anew) => (await get(anew)).token;
}
async function presign(clusterName, region, signingDate) {
    const [{ STSClient }, { SignatureV4 }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(777), __nccwpck_require__.e(811)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2811, 19)),
        __nccwpck_require__.e(/* import() */ 994).then(__nccwpck_require__.t.bind(__nccwpck_require__, 9994, 19)),
    ]);
    const { config } = new STSClient({ region });
    const signer = new SignatureV4({
        service: 'sts',
        region,
        credentials: config.credentials,
        sha256: config.sha256,
    });
    const hostname = stsHost(region);
    try {
        const { query = {} } = await signer.presign({
            method: 'GET',
            protocol: 'https:',
            hostname,
            path: '/',
            query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
            headers: { host: hostname, [CLUSTER_HEADER]: clusterName },
        }, { expiresIn: EXPIRES_SECONDS, signingDate });
        const text = Object.entries(query).map(([name, value]) => `${eks_token_escape(name)}=${eks_token_escape(String(value))}`);
        return eks_token_PREFIX + Buffer.from(`https://${hostname}/?${text.join('&')}`).toString('base64url');
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw kubernetesErrors.EHA1508(`There are no AWS credentials to log in to ${clusterName} with: ${why}`, {
            cause: error,
        });
    }
}
/** The regional host: the authenticator takes no other than those it knows. */
function stsHost(region) {
    return `sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}
/** As the signature has it: everything but RFC 3986's unreserved characters. */
function eks_token_escape(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

;// CONCATENATED MODULE: ./lib/kubernetes/eks-connection.js



/** Address and authority from DescribeCluster, tokens by presigning. @throws EHA1500 */
async function connectEks({ clusterName, region }, deps) {
    const eks = await createEksReader(region, deps);
    const answer = await eks.cluster(clusterName);
    if (!answer.ok)
        throw kubernetesErrors.EHA1500(`The cluster ${clusterName} cannot be opened: ${answer.reason}.`);
    const { endpoint, certificateAuthority, status } = answer.value;
    if (endpoint === undefined || certificateAuthority === undefined) {
        const state = status === undefined ? '' : ` (its status is ${status})`;
        throw kubernetesErrors.EHA1500(`The cluster ${clusterName} has no API server to open yet${state}.`);
    }
    const tokens = createEksTokens(clusterName, region, deps);
    return {
        server: endpoint.replace(/\/+$/, ''),
        ca: Buffer.from(certificateAuthority, 'base64').toString('utf8'),
        clientCertificate: undefined,
        serverName: undefined,
        authorization: async (anew) => `Bearer ${await tokens(anew)}`,
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(3483);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: ./lib/kubernetes/http.js


const LONGEST_REFUSAL_BYTES = 64 * 1024;
/** Keeps connections open between calls; they do not keep the process. */
function createSend(connection) {
    const agent = new external_node_https_.Agent({
        keepAlive: true,
        maxSockets: 16,
        ...(connection.ca === undefined ? {} : { ca: connection.ca }),
        ...(connection.serverName === undefined ? {} : { servername: connection.serverName }),
        ...connection.clientCertificate,
    });
    return async (call, signal, anew = false) => {
        const authorization = await connection.authorization(anew);
        const body = call.body === undefined ? undefined : JSON.stringify(call.body);
        const headers = {
            accept: call.accept ?? 'application/json',
            'user-agent': 'eks-hybrid-actions',
            ...(authorization === undefined ? {} : { authorization }),
            ...(body === undefined
                ? {}
                : {
                    'content-type': call.contentType ?? 'application/json',
                    'content-length': String(Buffer.byteLength(body)),
                }),
        };
        const url = new URL(connection.server + call.path);
        for (const [name, value] of Object.entries(call.query ?? {})) {
            if (value !== undefined)
                url.searchParams.set(name, String(value));
        }
        const response = await new Promise((resolve, reject) => {
            const request = (0,external_node_https_.request)(url, { method: call.method, headers, agent, signal }, resolve);
            request.once('error', reject);
            request.end(body);
        });
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300)
            return response;
        const text = await readText(response, LONGEST_REFUSAL_BYTES);
        throw readRefusal(status, text, response.headers['retry-after']);
    };
}
/** The whole body as text; longer than `most` bytes it is cut. */
async function readText(response, most = Number.POSITIVE_INFINITY) {
    const parts = [];
    let size = 0;
    for await (const part of response) {
        parts.push(part);
        size += part.length;
        if (size > most)
            break;
    }
    return Buffer.concat(parts).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/kubernetes/call.js






const call_ANSWER_MS = 30_000;
const call_DEADLINE_MS = 120_000;
const call_ATTEMPTS = 6;
/** What `retry` throws when it gives up. */
const GAVE_UP = action_errors/* actionErrors */.u.EHA1010('').code;
/** Faults of a connection as Node names them; ours for an answer that took too long. */
const call_CONNECTION = /^(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ECONNABORTED)$/;
/** Before these, nothing has been sent. */
const UNSENT = /^(?:ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** From Node's "X509 certificate error codes". */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_)/;
/** @param server named in messages */
function createCall(server, send, deps) {
    return async (what, call, options) => {
        const name = `Kubernetes ${what}`;
        // A token can be refused because it was made in the last second of the credentials behind it: one new one is tried.
        let anew = false;
        const attempt = async () => {
            deps.onCall?.(name);
            const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(call_ANSWER_MS)]);
            try {
                return await readText(await send(call, signal, anew));
            }
            catch (error) {
                if (anew || status_refusalOf(error)?.status !== 401)
                    throw error;
                anew = true;
                return readText(await send(call, signal, true));
            }
        };
        try {
            return await retry(name, attempt, {
                ...deps,
                attempts: call_ATTEMPTS,
                deadlineMs: call_DEADLINE_MS,
                isRetryable: (error) => call_isRetryable(error, options),
                retryAfterMs: (error) => status_refusalOf(error)?.retryAfterMs,
            });
        }
        catch (error) {
            deps.signal.throwIfAborted();
            const refusal = status_refusalOf(error);
            if (refusal !== undefined && options.isAnswer?.(refusal) === true)
                throw refusal;
            throw codedError(name, server, error);
        }
    };
}
function call_isRetryable(error, { repeatable, isAnswer }) {
    const refusal = status_refusalOf(error);
    if (refusal !== undefined) {
        if (isAnswer?.(refusal) === true)
            return false;
        // Throttling comes before the work.
        if (refusal.status === 429)
            return true;
        return repeatable && refusal.status >= 500;
    }
    return isConnectionFault(error, repeatable ? call_CONNECTION : UNSENT) || (repeatable && isTimeout(error));
}
/** Whether nobody answered, as opposed to somebody who refused. */
function isConnectionFault(error, codes = call_CONNECTION) {
    const { code, message } = (error ?? {});
    return (typeof code === 'string' && codes.test(code)) || (codes === call_CONNECTION && message === 'aborted');
}
function isTimeout(error) {
    const { name } = (error ?? {});
    return name === 'AbortError' || name === 'TimeoutError';
}
/** What was thrown, as an error of the table. Coded errors, those of credentials for instance, stay. */
function codedError(name, server, error) {
    const refusal = status_refusalOf(error);
    if (refusal !== undefined)
        return refusedError(name, refusal, error);
    const hasGivenUp = error instanceof errors/* ActionError */.l && error.code === GAVE_UP;
    if (error instanceof errors/* ActionError */.l && !hasGivenUp)
        return error;
    const cause = hasGivenUp ? error.cause : error;
    if (cause instanceof errors/* ActionError */.l)
        return cause;
    const { code, message } = (cause ?? {});
    if (typeof code === 'string' && CERTIFICATE.test(code)) {
        return kubernetesErrors.EHA1505(`${name}: the certificate of ${server} is not trusted (${String(message)}).`, {
            cause: error,
        });
    }
    if (hasGivenUp || isConnectionFault(error) || isTimeout(error) || code === 'ENOTFOUND') {
        const why = hasGivenUp ? error.message : `${name} failed: ${String(message)}`;
        return kubernetesErrors.EHA1504(`${server} does not answer. ${why}`, { cause: error });
    }
    return kubernetesErrors.EHA1509(`${name} failed: ${String(message ?? error)}`, { cause: error });
}
function refusedError(name, refusal, error) {
    const { status, message } = refusal;
    const options = { cause: refusal };
    if (status === 401)
        return kubernetesErrors.EHA1502(`${name} was refused: ${message}`, options);
    if (status === 403)
        return kubernetesErrors.EHA1503(`${name} was denied: ${message}`, options);
    if (status === 429 || status >= 500) {
        const tries = error instanceof errors/* ActionError */.l ? error.message : `${name} failed: ${message}`;
        return kubernetesErrors.EHA1504(tries, options);
    }
    return kubernetesErrors.EHA1506(`${name} was refused (${status}): ${message}`, options);
}
/** Parses a JSON object. @throws EHA1509 */
function parseObject(what, text) {
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Said below.
    }
    throw kubernetesErrors.EHA1509(`Kubernetes ${what} answered with something that is no JSON object.`);
}

;// CONCATENATED MODULE: ./lib/kubernetes/kubeconfig-exec.js


/** Tokens without an end are asked for again after this long. */
const USUAL_LIFE_MS = 10 * 60_000;
const MARGIN_MS = 60_000;
/**
 * Runs the program that gives a token (client authentication API of Kubernetes, `ExecCredential`).
 * @returns the token, masked, and the time until which it may be used. @throws EHA1508
 */
async function runCredentialProgram(exec, deps) {
    const { command, args, env, apiVersion } = exec;
    const info = { kind: 'ExecCredential', apiVersion, spec: { interactive: false } };
    const { stdout, exitCode } = await deps
        .runProcess([command, ...(args ?? [])], {
        cwd: deps.github.tempDirectory,
        env: {
            ...Object.fromEntries((env ?? []).map(({ name, value }) => [name, value])),
            KUBERNETES_EXEC_INFO: JSON.stringify(info),
        },
    })
        .catch((cause) => {
        throw kubernetesErrors.EHA1508(`The kubeconfig's program ${command} cannot be started.`, { cause });
    });
    if (exitCode !== 0) {
        throw kubernetesErrors.EHA1508(`The kubeconfig's program ${command} ended with status ${exitCode}.`);
    }
    const { status } = parseObject(`program ${command}`, stdout);
    if (status?.token === undefined || status.token === '') {
        throw kubernetesErrors.EHA1508(`The kubeconfig's program ${command} gave no token.`);
    }
    deps.mask(status.token);
    const end = Date.parse(status.expirationTimestamp ?? '');
    const until = Number.isNaN(end) ? deps.clock.now() + USUAL_LIFE_MS : end - MARGIN_MS;
    return { token: status.token, until };
}

;// CONCATENATED MODULE: ./lib/kubernetes/kubeconfig.js







const kubeconfig_text = () => mini_schemas/* optional */.lqM(mini_schemas/* string */.YjP());
const cluster = mini_schemas/* object */.Ikc({
    server: mini_schemas/* string */.YjP(),
    'certificate-authority': kubeconfig_text(),
    'certificate-authority-data': kubeconfig_text(),
    'tls-server-name': kubeconfig_text(),
    'insecure-skip-tls-verify': mini_schemas/* optional */.lqM(mini_schemas/* boolean */.zMY()),
    'proxy-url': kubeconfig_text(),
});
const user = mini_schemas/* object */.Ikc({
    token: kubeconfig_text(),
    tokenFile: kubeconfig_text(),
    username: kubeconfig_text(),
    password: kubeconfig_text(),
    'client-certificate': kubeconfig_text(),
    'client-certificate-data': kubeconfig_text(),
    'client-key': kubeconfig_text(),
    'client-key-data': kubeconfig_text(),
    'auth-provider': mini_schemas/* optional */.lqM(mini_schemas/* unknown */.L5J()),
    exec: mini_schemas/* optional */.lqM(mini_schemas/* object */.Ikc({
        apiVersion: mini_schemas/* string */.YjP(),
        command: mini_schemas/* string */.YjP(),
        args: mini_schemas/* optional */.lqM(mini_schemas/* nullable */.mee(mini_schemas/* array */.YOg(mini_schemas/* string */.YjP()))),
        env: mini_schemas/* optional */.lqM(mini_schemas/* nullable */.mee(mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), value: mini_schemas/* string */.YjP() })))),
    })),
});
const kubeconfig = mini_schemas/* object */.Ikc({
    'current-context': kubeconfig_text(),
    clusters: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), cluster })),
    contexts: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), context: mini_schemas/* object */.Ikc({ cluster: mini_schemas/* string */.YjP(), user: mini_schemas/* string */.YjP() }) })),
    users: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), user: mini_schemas/* nullable */.mee(user) })),
});
/**
 * A connection from a kubeconfig file: tokens, files with tokens, client certificates and programs (`exec`). What would
 * weaken the connection or is not supported is refused instead of left out. Paths are relative to the file. @throws EHA1501
 */
function connectKubeconfig({ path, context }, deps) {
    const config = kubeconfig_read(path);
    const name = context ?? config['current-context'] ?? '';
    const chosen = config.contexts.find((one) => one.name === name)?.context;
    if (chosen === undefined) {
        const known = config.contexts.map((one) => one.name).join(', ');
        throw kubernetesErrors.EHA1501(`The kubeconfig has no context "${name}"; it has: ${known || 'none'}.`);
    }
    const found = config.clusters.find((one) => one.name === chosen.cluster)?.cluster;
    const login = config.users.find((one) => one.name === chosen.user)?.user;
    if (found === undefined || login === undefined || login === null) {
        throw kubernetesErrors.EHA1501(`The context "${name}" names a cluster or a user that the kubeconfig lacks.`);
    }
    refuseUnsupported(name, found, login);
    const folder = (0,external_node_path_.dirname)(path);
    return {
        server: found.server.replace(/\/+$/, ''),
        ca: dataOrFile(folder, found['certificate-authority-data'], found['certificate-authority']),
        clientCertificate: certificateOf(folder, login, deps),
        serverName: found['tls-server-name'],
        authorization: loginOf(folder, login, deps),
    };
}
function kubeconfig_read(path) {
    let value;
    try {
        value = (0,dist/* parse */.qg)((0,external_node_fs_.readFileSync)(path, 'utf8'), { maxAliasCount: 100, logLevel: 'error' });
    }
    catch (cause) {
        // The message of a YAML fault quotes the file, which holds secrets.
        throw kubernetesErrors.EHA1501(`The kubeconfig ${path} cannot be read as YAML.`, {
            cause: cause instanceof Error ? cause.name : undefined,
        });
    }
    const checked = (0,action_schema/* validate */.t)(kubeconfig, value);
    if (checked.valid)
        return checked.value;
    throw kubernetesErrors.EHA1501(`${path} is no kubeconfig:\n${checked.problems.map((one) => `- ${one}`).join('\n')}`);
}
function refuseUnsupported(name, found, login) {
    const reasons = [
        ...(found.server.startsWith('https://') ? [] : ['its server is not an https address']),
        ...(found['insecure-skip-tls-verify'] === true ? ['it switches off the check of certificates'] : []),
        ...(found['proxy-url'] === undefined ? [] : ['it names a proxy']),
        ...(login['auth-provider'] === undefined ? [] : ['auth-provider was replaced by exec']),
        ...(login.username === undefined && login.password === undefined ? [] : ['passwords are not supported']),
    ];
    if (reasons.length > 0) {
        throw kubernetesErrors.EHA1501(`The context "${name}" is not used: ${reasons.join('; ')}.`);
    }
}
function dataOrFile(folder, data, file) {
    if (data !== undefined && data !== '')
        return Buffer.from(data, 'base64').toString('utf8');
    return file === undefined || file === '' ? undefined : readBeside(folder, file);
}
function readBeside(folder, file) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(folder, file), 'utf8');
    }
    catch (cause) {
        throw kubernetesErrors.EHA1501(`The kubeconfig names ${file}, which cannot be read.`, { cause });
    }
}
function certificateOf(folder, login, deps) {
    const cert = dataOrFile(folder, login['client-certificate-data'], login['client-certificate']);
    const key = dataOrFile(folder, login['client-key-data'], login['client-key']);
    if (cert === undefined || key === undefined)
        return undefined;
    deps.mask(key);
    return { cert, key };
}
function loginOf(folder, login, deps) {
    const { token, tokenFile, exec } = login;
    if (token !== undefined && token !== '') {
        deps.mask(token);
        return () => Promise.resolve(`Bearer ${token}`);
    }
    if (tokenFile !== undefined) {
        return () => {
            // Read each time: such files are rewritten before the token in them ends.
            const read = readBeside(folder, tokenFile).trim();
            deps.mask(read);
            return Promise.resolve(`Bearer ${read}`);
        };
    }
    if (exec !== undefined)
        return programOf(exec, deps);
    return () => Promise.resolve(undefined);
}
function programOf(exec, deps) {
    let kept;
    return async (anew = false) => {
        if (anew || kept === undefined || deps.clock.now() >= kept.until) {
            kept = await runCredentialProgram(exec, deps);
        }
        return `Bearer ${kept.token}`;
    };
}

;// CONCATENATED MODULE: ./lib/kubernetes/list.js




const list_PAGE = 500;
/** 5,000,000 objects at the usual page; a server that repeats itself would never end. */
const list_MOST_PAGES = 10_000;
/** A list whose place in history was compacted away (410) is begun anew, this often. */
const MOST_STARTS = 4;
/**
 * Reads all pages of one moment. A continue token that has expired (410) makes the list begin anew; the "inconsistent
 * continue" that the server offers then would mix two moments.
 * @returns the resource version of the list. @throws EHA1507 and those of the door
 */
async function visitPages(call, resource, options, visitor) {
    const name = nameOf(resource);
    for (let start = 1; start <= MOST_STARTS; start += 1) {
        if (start > 1)
            visitor.restart();
        try {
            return await readOnce(call, resource, options, visitor);
        }
        catch (error) {
            if (!(error instanceof KubernetesRefusal))
                throw error;
        }
    }
    throw kubernetesErrors.EHA1507(`The list of ${name} expired ${MOST_STARTS} times before its end was read.`);
}
const isExpired = ({ status }) => status === 410;
async function readOnce(call, resource, options, visitor) {
    const what = `list ${nameOf(resource)}`;
    const seen = new Set();
    let token;
    let version;
    for (let count = 1; count <= list_MOST_PAGES; count += 1) {
        const query = {
            limit: options.pageSize ?? list_PAGE,
            continue: token,
            labelSelector: options.labelSelector,
            fieldSelector: options.fieldSelector,
        };
        const text = await call(what, { method: 'GET', path: pathOf(resource, options.namespace), query }, { repeatable: true, isAnswer: isExpired });
        const page = parseObject(what, text);
        if (page.items !== null && !Array.isArray(page.items)) {
            throw kubernetesErrors.EHA1509(`Kubernetes ${what} answered without a list.`);
        }
        version ??= page.metadata?.resourceVersion;
        visitor.page(page.items ?? []);
        token = page.metadata?.continue;
        if (token === undefined || token === '')
            return version ?? '';
        if (seen.has(token))
            break;
        seen.add(token);
    }
    throw kubernetesErrors.EHA1507(`The list of ${nameOf(resource)} has pages without an end.`);
}
/** The whole list in memory. */
async function readList(call, resource, options) {
    let items = [];
    const resourceVersion = await visitPages(call, resource, options, {
        page: (more) => {
            for (const item of more)
                items.push(item);
        },
        restart: () => {
            items = [];
        },
    });
    return { items, resourceVersion };
}

;// CONCATENATED MODULE: ./lib/kubernetes/watch.js





/** The server ends a watch after this long, and it is begun again where it was; below the token's life of 15 minutes. */
const WATCH_SECONDS = 290;
/** Bookmarks come about every minute: a connection that says nothing for longer is dead. */
const SILENCE_MS = 330_000;
const watch_ATTEMPTS = 8;
const BASE_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** One object may be 1.5 MB (etcd's limit); more without a line end is no event. */
const LONGEST_LINE = 4 * 1024 * 1024;
/** See `ClusterDoor.watch`. */
async function* watchEvents(server, send, resource, options, deps) {
    const name = `Kubernetes watch ${nameOf(resource)}`;
    const ended = options.signal ?? deps.signal;
    const isEnded = () => ended.aborted;
    const position = { resourceVersion: options.resourceVersion, failures: 0 };
    while (!isEnded()) {
        deps.signal.throwIfAborted();
        try {
            for await (const event of connect(send, resource, options, position, deps)) {
                yield event;
                if (event.type === 'expired')
                    return;
            }
        }
        catch (error) {
            deps.signal.throwIfAborted();
            if (isEnded())
                return;
            await pause(name, server, error, position, deps, ended);
            if (status_refusalOf(error)?.status === 410) {
                yield { type: 'expired' };
                return;
            }
        }
    }
    deps.signal.throwIfAborted();
}
/** Waits before the next connection, or gives up with a coded error. */
async function pause(name, server, error, position, deps, ended) {
    const refusal = status_refusalOf(error);
    if (refusal?.status === 410)
        return;
    const passes = refusal === undefined
        ? isConnectionFault(error) || error?.name === 'TimeoutError'
        : refusal.status === 429 || refusal.status >= 500;
    position.failures += 1;
    if (!passes || position.failures >= watch_ATTEMPTS) {
        throw error instanceof errors/* ActionError */.l ? error : codedError(name, server, error);
    }
    const most = Math.min(LONGEST_WAIT_MS, BASE_MS * 2 ** (position.failures - 1));
    const wait = Math.ceil(Math.max(Math.random() * most, refusal?.retryAfterMs ?? 0));
    const why = error instanceof Error ? error.message : String(error);
    deps.log.debug(`${name} was cut off (${why}); again in ${wait} ms.`);
    await deps.clock.sleep(wait, AbortSignal.any([deps.signal, ended])).catch(() => undefined);
}
async function* connect(send, resource, options, position, deps) {
    const silence = new AbortController();
    const signal = AbortSignal.any([deps.signal, silence.signal, ...(options.signal ? [options.signal] : [])]);
    let timer;
    const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(new DOMException('nothing was heard', 'TimeoutError')), SILENCE_MS);
        timer.unref();
    };
    try {
        heard();
        const query = {
            watch: true,
            allowWatchBookmarks: true,
            timeoutSeconds: WATCH_SECONDS,
            resourceVersion: position.resourceVersion,
            labelSelector: options.labelSelector,
            fieldSelector: options.fieldSelector,
        };
        const path = pathOf(resource, options.namespace);
        const response = await send({ method: 'GET', path, query }, signal);
        for await (const line of linesOf(response, heard)) {
            const event = readEvent(line, position);
            if (event !== undefined)
                yield event;
        }
    }
    finally {
        clearTimeout(timer);
        silence.abort();
    }
}
async function* linesOf(response, heard) {
    response.setEncoding('utf8');
    let rest = '';
    for await (const part of response) {
        heard();
        const lines = (rest + String(part)).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > LONGEST_LINE)
            throw kubernetesErrors.EHA1509('A watch gave a line without an end.');
        yield* lines;
    }
    // What is left was cut off in the middle; the next connection gives it again.
}
const TYPES = {
    ADDED: 'added',
    MODIFIED: 'modified',
    DELETED: 'deleted',
};
function readEvent(line, position) {
    if (line.trim() === '')
        return undefined;
    const { type = '', object } = parseEvent(line);
    if (type === 'ERROR') {
        const status = Number(object?.code ?? 500);
        if (status === 410)
            return { type: 'expired' };
        throw readRefusal(status, JSON.stringify(object), undefined);
    }
    const version = object?.metadata?.resourceVersion;
    if (version !== undefined && version !== '')
        position.resourceVersion = version;
    position.failures = 0;
    const known = TYPES[type];
    return known === undefined || object === undefined ? undefined : { type: known, object };
}
function parseEvent(line) {
    try {
        return JSON.parse(line);
    }
    catch (cause) {
        throw kubernetesErrors.EHA1509('A watch gave a line that is no event.', { cause });
    }
}

;// CONCATENATED MODULE: ./lib/kubernetes/door.js








/** Opens a cluster: finds its address and authority, logs in when the first call is made. @throws EHA1500, EHA1501 */
async function openCluster(place, deps) {
    const connection = place.kind === 'eks' ? await connectEks(place, deps) : connectKubeconfig(place, deps);
    return createDoor(connection, deps);
}
/** The door over a connection that is known already. */
function createDoor(connection, deps) {
    const send = createSend(connection);
    const call = createCall(connection.server, send, deps);
    return {
        connection,
        version: async () => parseObject('version', await call('version', { method: 'GET', path: '/version' }, READ)),
        list: (resource, options = {}) => readList(call, resource, options),
        visit: (resource, options, visitor) => visitPages(call, resource, options, visitor),
        get: (resource, object) => get(call, resource, object),
        create: (resource, object, options = {}) => door_create(call, resource, object, options),
        patch: (resource, object, body) => patch(call, resource, object, body),
        remove: (resource, object, options = {}) => door_remove(call, resource, object, options),
        evict: (pod, options = {}) => evict(call, pod, options),
        watch: (resource, options) => watchEvents(connection.server, send, resource, options, deps),
        log: (pod, options = {}) => readLog(call, pod, options),
        may: (question) => may(call, question),
    };
}
const READ = { repeatable: true };
const DRY_RUN = 'All';
async function get(call, resource, object) {
    const what = `get ${nameOf(resource)} ${object.name}`;
    const path = pathOf(resource, object.namespace, object.name);
    const isAnswer = ({ status }) => status === 404;
    const text = await call(what, { method: 'GET', path }, { repeatable: true, isAnswer }).catch(answered);
    return typeof text === 'string' ? parseObject(what, text) : undefined;
}
/** Gives a refusal that is an answer; throws anything else on. */
function answered(error) {
    if (error instanceof KubernetesRefusal)
        return error;
    throw error;
}
async function door_create(call, resource, object, options) {
    const what = `create ${nameOf(resource)}`;
    const path = pathOf(resource, options.namespace);
    const query = { dryRun: options.dryRun === true ? DRY_RUN : undefined };
    const answer = await call(what, { method: 'POST', path, query, body: object }, { repeatable: false });
    return parseObject(what, answer);
}
const PATCH_TYPES = {
    merge: 'application/merge-patch+json',
    json: 'application/json-patch+json',
    strategic: 'application/strategic-merge-patch+json',
};
/** A JSON patch may add to a list, so that twice is not as good as once. */
async function patch(call, resource, object, given) {
    const what = `patch ${nameOf(resource)} ${object.name}`;
    const path = pathOf(resource, object.namespace, object.name);
    const text = await call(what, {
        method: 'PATCH',
        path,
        query: { dryRun: given.dryRun === true ? DRY_RUN : undefined },
        body: given.body,
        contentType: PATCH_TYPES[given.type],
    }, { repeatable: given.type !== 'json' });
    return parseObject(what, text);
}
function preconditionsOf({ uid, resourceVersion }) {
    const preconditions = {
        ...(uid === undefined ? {} : { uid }),
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
    };
    return Object.keys(preconditions).length === 0 ? {} : { preconditions };
}
const GONE_OR_CHANGED = ({ status }) => status === 404 || status === 409;
async function door_remove(call, resource, object, options) {
    const { gracePeriodSeconds, propagationPolicy, dryRun } = options;
    const body = {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
        ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
        ...(propagationPolicy === undefined ? {} : { propagationPolicy }),
        ...(dryRun === true ? { dryRun: [DRY_RUN] } : {}),
        ...preconditionsOf(options),
    };
    const path = pathOf(resource, object.namespace, object.name);
    const answer = await call(`delete ${nameOf(resource)} ${object.name}`, { method: 'DELETE', path, query: { dryRun: dryRun === true ? DRY_RUN : undefined }, body }, { repeatable: true, isAnswer: GONE_OR_CHANGED }).catch(answered);
    if (typeof answer === 'string')
        return 'removed';
    return answer.status === 404 ? 'gone' : 'changed';
}
/** A budget refuses with 429 and this cause; two budgets on one pod are a 500 that no waiting heals. */
function isBudget({ status, causes, message }) {
    return ((status === 429 && causes.includes('DisruptionBudget')) ||
        (status === 500 && message.includes('more than one PodDisruptionBudget')));
}
async function evict(call, pod, options) {
    const { gracePeriodSeconds, dryRun } = options;
    const body = {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name: pod.name, namespace: pod.namespace },
        deleteOptions: {
            ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
            ...(dryRun === true ? { dryRun: [DRY_RUN] } : {}),
            ...preconditionsOf(pod),
        },
    };
    const path = `${pathOf(PODS, pod.namespace, pod.name)}/eviction`;
    const isAnswer = (refusal) => GONE_OR_CHANGED(refusal) || isBudget(refusal);
    const answer = await call(`evict ${pod.namespace ?? ''}/${pod.name}`, { method: 'POST', path, query: { dryRun: dryRun === true ? DRY_RUN : undefined }, body }, { repeatable: true, isAnswer }).catch(answered);
    if (typeof answer === 'string')
        return { outcome: 'evicted' };
    if (isBudget(answer))
        return { outcome: 'blocked', message: answer.message };
    return { outcome: answer.status === 404 ? 'gone' : 'changed' };
}
function readLog(call, pod, options) {
    const path = `${pathOf(PODS, pod.namespace, pod.name)}/log`;
    const query = { ...options };
    return call(`log of ${pod.name}`, { method: 'GET', path, query, accept: '*/*' }, READ);
}
async function may(call, question) {
    const what = 'create selfsubjectaccessreviews';
    const text = await call(what, {
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: { ...question } },
        },
    }, READ);
    const { status } = parseObject(what, text);
    return status?.allowed === true;
}

;// CONCATENATED MODULE: ./lib/cleanup/doors.js



/** Opens all doors; SDKs are loaded here. @throws EHA1500, EHA1501, EHA1508 */
async function openCleanupDoors(place, { cluster: { region }, subscriptionId }, environment, deps) {
    const counts = new Map();
    const onCall = (name) => {
        const service = name.split(' ')[0] ?? name;
        counts.set(service, (counts.get(service) ?? 0) + 1);
    };
    const counted = { ...deps, onCall };
    const [cluster, ssm] = await Promise.all([openCluster(place, counted), createSsmDoor(region, counted)]);
    const azure = createAzureNodeDoor(subscriptionId, environment, counted);
    return { cluster, ssm, azure, calls: () => Object.fromEntries(counts) };
}

;// CONCATENATED MODULE: ./actions/node-cleanup/src/open.js




/**
 * Finds out whose accounts these are, refuses those that may not be changed, and opens all doors.
 * @throws EHA1750, EHA1751, EHA1500 to EHA1508
 */
async function open_open(inputs, deps) {
    const { settings, azure, place } = inputs;
    const { name, region } = settings.cluster;
    const [caller, eks] = await Promise.all([readCaller(region, deps), createEksReader(region, deps)]);
    if (!caller.ok)
        throw cleanupErrors.EHA1751(`Nobody knows which AWS account this is: ${caller.reason}.`);
    requireAllowed(inputs, caller.value.account);
    const cluster = await eks.cluster(name);
    if (!cluster.ok)
        throw cleanupErrors.EHA1751(`The cluster ${name} in ${region} is not known: ${cluster.reason}.`);
    const { arn, remoteNodeCidrs } = cluster.value;
    if (arn.split(':')[4] !== caller.value.account) {
        throw cleanupErrors.EHA1751(`The cluster ${name} is ${arn === '' ? 'of no known account' : arn}, but the job is in ${caller.value.account}.`);
    }
    const scope = {
        cluster: { name, region, arn, nodeNetworks: remoteNodeCidrs },
        subscriptionId: azure.subscriptionId,
        resourceGroup: azure.resourceGroup,
    };
    return { scope, doors: await openCleanupDoors(place, scope, azure.environment, deps) };
}
/** Before anything is read: a job in the wrong account should not even look as if it were in the right one. */
function requireAllowed({ mode, allowed, azure }, account) {
    if (mode === 'dry-run')
        return;
    const wrong = [
        ...(allowed.accounts.includes(account) ? [] : [`AWS account ${account}`]),
        ...(allowed.subscriptions.includes(azure.subscriptionId.toLowerCase())
            ? []
            : [`Azure subscription ${azure.subscriptionId}`]),
    ];
    if (wrong.length === 0)
        return;
    throw cleanupErrors.EHA1750(`Mode ${mode} may not change anything in ${wrong.join(' and ')}.`);
}

;// CONCATENATED MODULE: ./lib/cleanup/lower-pools.js
/**
 * How far each pool can be lowered. Its VMs are numbered, and Terraform takes away the last ones first, so that a node
 * goes only when it and all after it are due.
 * @param minNodes what a pool keeps, nodes that are dead included
 */
function lowerPools(nodes, written, minNodes) {
    const pools = [];
    const kept = [];
    for (const pool of new Set(nodes.filter(isDue).map((node) => node.pool))) {
        const count = written.get(pool)?.count;
        if (count === undefined) {
            kept.push(`The pool ${pool} is not in the file.`);
            continue;
        }
        const own = nodes.filter((node) => node.pool === pool);
        const { to, machines, because } = lower(pool, own, count, minNodes);
        if (to < count)
            pools.push({ pool, from: count, to, machines });
        const left = own.filter((node) => isDue(node) && (lower_pools_numberOf(node) ?? -1) < to).length;
        if (left > 0)
            kept.push(`${left === 1 ? 'One due node' : `${left} due nodes`} of the pool ${pool} cannot go: ${because}`);
    }
    return { pools, kept };
}
function isDue({ decision }) {
    return decision === 'remove';
}
/** Number at the end of the VM's name, `<name>-<pool>-<number>`; undefined for a VM of another name. */
function lower_pools_numberOf({ vm, machine, pool }) {
    const name = vm ?? machine?.name ?? '';
    const [, before = '', number] = /^(.*)-(\d+)$/.exec(name) ?? [];
    return number === undefined || !before.endsWith(`-${pool}`) ? undefined : Number(number);
}
function lower(pool, own, count, minNodes) {
    const machines = [];
    let to = count;
    for (;;) {
        if (to <= minNodes)
            return { to, machines, because: `it keeps its minimum of ${minNodes} (min-nodes).` };
        const last = own.filter((node) => lower_pools_numberOf(node) === to - 1);
        const [one] = last;
        const name = `number ${to - 1} of ${pool}`;
        if (one === undefined)
            return { to, machines, because: `there is no node for ${name}.` };
        const busy = last.find((node) => !isDue(node));
        if (busy !== undefined) {
            return { to, machines, because: `Terraform takes away the last first, and ${name} is ${busy.class}.` };
        }
        machines.push(one.vm ?? one.machine?.name ?? '');
        to -= 1;
    }
}

;// CONCATENATED MODULE: ./lib/cleanup/tfvars.js
/** Where the counts of pools stand in a `.tfvars` or `.tfvars.json` file: enough of HCL to change a number in its place. */
function readPools(text) {
    const tokens = tokenize(text);
    if (tokens === undefined)
        return { ok: false, reason: 'it is no HCL or JSON that can be read' };
    const root = readRoot(tokens);
    const pools = root?.get('pools');
    if (pools?.kind !== 'object')
        return { ok: false, reason: 'it has no object `pools`' };
    const counts = new Map();
    for (const [name, pool] of pools.entries) {
        const count = pool.kind === 'object' ? pool.entries.get('count') : undefined;
        if (count?.kind !== 'scalar' || count.token.kind !== 'word' || !/^\d+$/.test(count.token.text)) {
            return { ok: false, reason: `the pool ${name} has no number as \`count\`` };
        }
        const { start, end } = count.token;
        counts.set(name, { count: Number(count.token.text), start, end });
    }
    return { ok: true, pools: counts };
}
/** The text with other counts; everything else stays as it is, to the byte. */
function writeCounts(text, pools, counts) {
    const changes = [...counts]
        .flatMap(([name, count]) => {
        const written = pools.get(name);
        return written === undefined ? [] : [{ ...written, count }];
    })
        .sort((one, other) => other.start - one.start);
    return changes.reduce((result, { start, end, count }) => `${result.slice(0, start)}${count}${result.slice(end)}`, text);
}
const SKIPPED = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const STRING = /"((?:\\.|[^"\\\n])*)"/y;
const HEREDOC = /<<-?([A-Za-z_]\w*)[^\n]*\n[^]*?\n[ \t]*\1(?=\s)/y;
const WORD = /[\w.-]+/y;
const tfvars_MARK = /[{}[\]()=:,]/y;
/** undefined where something else stands, such as an expression. */
function tokenize(text) {
    const tokens = [];
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(text);
        if (match !== null)
            at += match[0].length;
        return match;
    };
    for (;;) {
        take(SKIPPED);
        const start = at;
        if (at >= text.length)
            return tokens;
        const add = (kind, found) => {
            tokens.push({ kind, text: found, start, end: at });
        };
        const string = take(STRING);
        if (string !== null) {
            add('string', string[1] ?? '');
            continue;
        }
        const [kind, match] = firstOf(take);
        if (match === null)
            return undefined;
        add(kind, match[0]);
    }
}
function firstOf(take) {
    const heredoc = take(HEREDOC);
    if (heredoc !== null)
        return ['heredoc', heredoc];
    const word = take(WORD);
    return word !== null ? ['word', word] : ['mark', take(tfvars_MARK)];
}
/** JSON is one object around the variables. */
function readRoot(tokens) {
    const isJson = isMark(tokens[0], '{');
    const reader = { tokens, at: isJson ? 1 : 0 };
    const entries = readEntries(reader, isJson);
    return reader.at === tokens.length ? entries : undefined;
}
function isMark(token, ...marks) {
    return token?.kind === 'mark' && marks.includes(token.text);
}
/** Entries up to the closing brace, which is taken, or to the end; undefined for what is not `key = value`. */
function readEntries(reader, isClosed) {
    const entries = new Map();
    for (;;) {
        const key = reader.tokens[reader.at];
        if (key === undefined)
            return isClosed ? undefined : entries;
        reader.at += 1;
        if (isMark(key, ','))
            continue;
        if (isClosed && isMark(key, '}'))
            return entries;
        if (key.kind === 'mark' || key.kind === 'heredoc')
            return undefined;
        if (!isMark(reader.tokens[reader.at], '=', ':'))
            return undefined;
        reader.at += 1;
        const value = readValue(reader);
        // Of two of the same name nobody knows which one counts.
        if (value === undefined || entries.has(key.text))
            return undefined;
        entries.set(key.text, value);
    }
}
function readValue(reader) {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (token === undefined)
        return undefined;
    if (isMark(token, '{')) {
        const entries = readEntries(reader, true);
        return entries === undefined ? undefined : { kind: 'object', entries };
    }
    if (isMark(token, '['))
        return skipList(reader) ? { kind: 'other' } : undefined;
    return token.kind === 'mark' ? undefined : { kind: 'scalar', token };
}
function skipList(reader) {
    for (;;) {
        const token = reader.tokens[reader.at];
        if (token === undefined)
            return false;
        if (isMark(token, ']')) {
            reader.at += 1;
            return true;
        }
        if (isMark(token, ','))
            reader.at += 1;
        else if (readValue(reader) === undefined)
            return false;
    }
}

;// CONCATENATED MODULE: ./lib/github/kept-pull-request.js

const kept_pull_request_READ = 'contents: read';
const WRITE = 'contents: write';
const PULLS = 'pull-requests: write';
/** A file of a branch, without one of the default branch. */
async function readBranchFile(door, branch, path) {
    const name = branch ??
        (await door.call('read the repository', 'metadata: read', (octokit) => octokit.rest.repos.get({ ...door.repository }))).data.default_branch;
    const commit = await tipOf(door, name);
    if (commit === undefined)
        return { branch: name, commit: '', text: undefined };
    return { branch: name, commit, text: await textOf(door, commit, path) };
}
async function tipOf(door, branch) {
    const answer = await orMissing(door.call(`read the branch ${branch}`, kept_pull_request_READ, (octokit) => octokit.rest.git.getRef({ ...door.repository, ref: `heads/${branch}` })));
    return answer?.data.object.sha;
}
async function textOf(door, ref, path) {
    const answer = await orMissing(door.call(`read ${path} at ${ref.slice(0, 12)}`, kept_pull_request_READ, (octokit) => octokit.rest.repos.getContent({ ...door.repository, path, ref, mediaType: { format: 'raw' } })));
    // The client library types this answer as JSON; asked for raw it is the text itself.
    const data = answer?.data;
    return typeof data === 'string' ? data : undefined;
}
/** undefined where GitHub finds no such thing. */
async function orMissing(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.l && error.code === 'EHA1105')
            return undefined;
        throw error;
    }
}
/** How commits of this suite on such a branch end; somebody's commit on top of them does not. */
const trailer = (branch) => `Kept-By: eks-hybrid-actions ${branch}`;
/** Whether a branch is not there or holds nothing but what this suite has committed to it. */
async function isOwnBranch(door, branch) {
    const tip = await tipOf(door, branch);
    if (tip === undefined)
        return true;
    const { data } = await door.call(`read the commit ${tip.slice(0, 12)}`, kept_pull_request_READ, (octokit) => octokit.rest.repos.getCommit({ ...door.repository, ref: tip }));
    return data.commit.message.trimEnd().endsWith(trailer(branch));
}
/** The open pull request from a branch of this repository. */
async function findPullRequest(door, branch) {
    const { data } = await door.call(`look for a pull request from ${branch}`, 'pull-requests: read', (octokit) => octokit.rest.pulls.list({
        ...door.repository,
        state: 'open',
        head: `${door.repository.owner}:${branch}`,
        per_page: 2,
    }));
    const [pull] = data;
    if (pull === undefined)
        return undefined;
    return { number: pull.number, url: pull.html_url, title: pull.title, body: pull.body ?? '' };
}
/**
 * Makes one open pull request propose `text` on top of the base as it is now. One that does so already costs no write.
 * The branch is moved in one step, so that GitHub never sees it without a difference, which would close the request.
 */
async function keepPullRequest(door, proposal) {
    const { branch, path, text, title, body, base } = proposal;
    const [open, tip] = await Promise.all([findPullRequest(door, branch), tipOf(door, branch)]);
    const before = tip === undefined ? undefined : await textOf(door, tip, path);
    const isSame = open !== undefined && before === text;
    if (!isSame)
        await moveBranch(door, proposal, tip);
    if (open === undefined) {
        const made = await openPullRequest(door, proposal);
        return { action: 'opened', ...made };
    }
    if (isSame && open.title === title && open.body === body) {
        return { action: 'unchanged', number: open.number, url: open.url };
    }
    await door.call(`update pull request ${open.number}`, PULLS, (octokit) => octokit.rest.pulls.update({
        ...door.repository,
        pull_number: open.number,
        title,
        body,
        base: base.branch,
    }));
    return { action: 'updated', number: open.number, url: open.url };
}
async function moveBranch(door, { branch, base, path, text, title }, tip) {
    const tree = await door.call(`make the tree of ${branch}`, WRITE, (octokit) => octokit.rest.git.createTree({
        ...door.repository,
        base_tree: base.commit,
        tree: [{ path, mode: '100644', type: 'blob', content: text }],
    }));
    const commit = await door.call(`make the commit of ${branch}`, WRITE, (octokit) => octokit.rest.git.createCommit({
        ...door.repository,
        message: `${title}\n\n${trailer(branch)}`,
        tree: tree.data.sha,
        parents: [base.commit],
    }));
    const { sha } = commit.data;
    // A try that made the branch may have lost its answer: what is there then is moved.
    await door.call(`move the branch ${branch}`, WRITE, async (octokit) => {
        const isThere = tip !== undefined ||
            (await branchExists(() => octokit.rest.git.getRef({ ...door.repository, ref: `heads/${branch}` })));
        return isThere
            ? octokit.rest.git.updateRef({ ...door.repository, ref: `heads/${branch}`, sha, force: true })
            : octokit.rest.git.createRef({ ...door.repository, ref: `refs/heads/${branch}`, sha });
    });
}
async function branchExists(read) {
    try {
        await read();
        return true;
    }
    catch (error) {
        if (error instanceof Error && 'status' in error && error.status === 404)
            return false;
        throw error;
    }
}
async function openPullRequest(door, { branch, base, title, body }) {
    let isRepeated = false;
    return door.call(`open a pull request from ${branch}`, PULLS, async (octokit) => {
        const head = `${door.repository.owner}:${branch}`;
        // The answer to the first try may have got lost after the pull request was opened.
        const before = isRepeated
            ? (await octokit.rest.pulls.list({ ...door.repository, state: 'open', head })).data[0]
            : undefined;
        isRepeated = true;
        const made = before ??
            (await octokit.rest.pulls.create({ ...door.repository, head: branch, base: base.branch, title, body }))
                .data;
        return { number: made.number, url: made.html_url };
    });
}
/** Closes the open pull request from a branch, when there is one, with a comment that says why. */
async function closePullRequest(door, branch, reason) {
    const open = await findPullRequest(door, branch);
    if (open === undefined)
        return { action: 'none', number: null, url: null };
    await door.call(`comment on pull request ${open.number}`, PULLS, (octokit) => octokit.rest.issues.createComment({ ...door.repository, issue_number: open.number, body: reason }));
    await door.call(`close pull request ${open.number}`, PULLS, (octokit) => octokit.rest.pulls.update({ ...door.repository, pull_number: open.number, state: 'closed' }));
    return { action: 'closed', number: open.number, url: open.url };
}

;// CONCATENATED MODULE: ./lib/cleanup/act-guards.js




/** The nodes are read anew when they are older than this. */
const NODES_AGE_MS = 15_000;
function createGuards(plan, doors, settings, { clock }) {
    let kept;
    let down;
    const nodesNow = (age) => {
        const now = clock.now();
        if (kept === undefined || now - kept.at > age) {
            kept = { at: now, list: readHybridNodes(doors.cluster) };
        }
        return kept.list;
    };
    const judgeLink = (listing) => {
        if (!listing.known)
            return `The nodes are not known any more: ${listing.because}`;
        down ??= linkStop(presentNodes(plan, listing.items), settings)[0];
        return down?.sentence;
    };
    return {
        linkDown: async (anew = false) => down?.sentence ?? judgeLink(await nodesNow(anew ? -1 : NODES_AGE_MS)),
        holdBack: async (verdict) => {
            const listing = await nodesNow(NODES_AGE_MS);
            return judgeLink(listing) ?? act_guards_keepMinimum(verdict, plan, listing, settings);
        },
        stops: () => (down === undefined ? [] : [down]),
    };
}
/**
 * The judged nodes that are still there, with what Kubernetes knows of them now. Those whose VM is being taken away are
 * silent because of that.
 */
function presentNodes(plan, items) {
    const now = new Map(items.map((node) => [node.name, node]));
    return plan.nodes.flatMap((verdict) => {
        const node = now.get(verdict.node.name);
        if (node === undefined)
            return [];
        const journal = readJournal(node);
        if (journal !== undefined && journal !== 'damaged' && isPastReturn(journal))
            return [];
        if (node.ready?.status === 'True' || verdict.signs.kubernetes.says !== 'alive')
            return [verdict];
        const kubernetes = { says: 'unknown', because: 'Kubernetes has just lost it' };
        return [{ ...verdict, signs: { ...verdict.signs, kubernetes } }];
    });
}
/** A pool may have lost others since it was judged. Dead nodes are none of its minimum. */
function act_guards_keepMinimum(verdict, plan, listing, { minNodes }) {
    if (verdict.class === 'dead' || !listing.known)
        return undefined;
    const going = new Set(plan.nodes.filter(({ decision }) => decision === 'remove').map(({ node }) => node.name));
    const staying = listing.items.filter((node) => poolOf(node) === verdict.pool && node.ready?.status === 'True' && !going.has(node.name)).length;
    return staying >= minNodes
        ? undefined
        : `Its pool ${verdict.pool} keeps ${minNodes} Ready nodes (min-nodes), and others were lost since.`;
}

;// CONCATENATED MODULE: ./lib/cleanup/act-context.js


function createContext(plan, doors, options, deps) {
    const { scope, settings } = options;
    return {
        doors,
        options,
        deps,
        instances: once(() => readInstances(doors.ssm, scope)),
        activations: once(() => readActivations(doors.ssm, scope)),
        guards: createGuards(plan, doors, settings, deps),
        claims: new Map(),
    };
}
function once(read) {
    let kept;
    return () => (kept ??= read());
}
function act_context_outcome(result, step = null, because = '') {
    return { result, step, because };
}

;// CONCATENATED MODULE: ./lib/cleanup/act-claims.js



/** Another run has something at the moment, so that this one leaves it alone. */
class LeftToOther extends Error {
}
/** A claim is written anew before it is half as old as one that is taken over. */
const FRESH_MS = 600_000;
/** Between a claim and the look whether it stayed: longer than a write takes that was on its way. */
const SETTLE_MS = 1_000;
/**
 * Takes a VM before its first change.
 * @param tags of the VM as it was just read
 * @param earlier runs whose work this one goes on with
 * @throws LeftToOther
 */
function claimMachine({ id, tags }, earlier, context) {
    return claim(id, tags, {}, earlier, context);
}
/**
 * Takes interfaces, disks and addresses that are to be deleted, so that a run after a crash knows them by their tags;
 * others are not written to.
 * @throws LeftToOther
 */
async function claimParts(belongings, context) {
    for (const id of belongings.parts) {
        if (isFresh(id, context) || !isWithin(id, context.options.scope))
            continue;
        const answer = await context.doors.azure.part(id);
        if (!answer.ok)
            return `${act_claims_nameOf(id)} was not read: ${answer.reason}.`;
        if (answer.value === undefined || isUsedElsewhere(answer.value, belongings))
            continue;
        const problem = await claimPart(answer.value, belongings, context);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/** A system disk without tags gets those of its VM, for nothing else tells whose it is once the VM is gone. */
async function claimPart(part, { machine, pool, earlier }, context) {
    const { scope } = context.options;
    const isOurs = foreignPart(part, scope) === null;
    if (!isOurs && !isSystemDisk(part, machine))
        return undefined;
    const own = pool === undefined || isOurs ? {} : { [CLUSTER_TAG]: scope.cluster.name, [POOL_TAG]: pool };
    return claim(part.id, part.tags, own, earlier, context);
}
/** Takes again what this run has taken a while ago. */
async function keepClaim(id, context) {
    return isFresh(id, context) ? undefined : claim(id, {}, {}, [], context);
}
/** Lets writes of other runs that were on their way arrive: tags are written without a condition, the last one stays. */
async function settle({ deps }, startedAt) {
    await deps.clock.sleep(Math.max(SETTLE_MS, 2 * (deps.clock.now() - startedAt)), deps.signal);
}
/** @param tags read after {@link settle} @throws LeftToOther when another run took it at the same time */
function requireClaim(tags, { options: { run } }) {
    const claimed = readClaim(tags);
    if (claimed !== undefined && run.endsWith(claimed.run))
        return;
    throw new LeftToOther(claimed === undefined
        ? `Its tag ${CLAIM_TAG} was taken away or overwritten.`
        : `Another run took it at the same time: ${claimed.run}.`);
}
async function claim(id, tags, more, earlier, context) {
    const { doors, options, deps, claims } = context;
    const at = deps.clock.now();
    const other = claimedBy(tags, [options.run, ...earlier], at);
    if (other !== undefined)
        throw new LeftToOther(`Another run removes ${act_claims_nameOf(id)}: ${other}.`);
    if (isFresh(id, context))
        return undefined;
    const value = writeClaim({ run: options.run, attempt: deps.github.runAttempt, at });
    const written = await doors.azure.mergeTags(id, { ...more, [CLAIM_TAG]: value });
    if (!written.ok) {
        const right = written.status === 403 ? ` The role needs ${TAGS_WRITE}.` : '';
        return `${act_claims_nameOf(id)} stays, for its tag ${CLAIM_TAG} was not written: ${written.reason}.${right}`;
    }
    claims.set(id.toLowerCase(), at);
    return undefined;
}
function isFresh(id, { claims, deps }) {
    const at = claims.get(id.toLowerCase());
    return at !== undefined && deps.clock.now() - at < FRESH_MS;
}
/** In use by something that does not go with it. */
function isUsedElsewhere({ usedBy }, { machine, parts }) {
    if (usedBy === undefined)
        return false;
    const user = `${usedBy.toLowerCase()}/`;
    return ![...parts, machine ?? ''].some((id) => id !== '' && user.startsWith(`${id.toLowerCase()}/`));
}
function act_claims_nameOf(id) {
    return id.split('/').at(-1) ?? id;
}

;// CONCATENATED MODULE: ./lib/cleanup/act-azure.js





async function readMachine(id, { doors }) {
    const answer = await doors.azure.machine(id);
    if (!answer.ok)
        return answer;
    const vm = answer.value;
    if (vm === undefined)
        return { ok: true, value: undefined };
    const interfaces = [];
    for (const each of vm.interfaces) {
        const part = await doors.azure.part(each);
        if (!part.ok)
            return part;
        if (part.value !== undefined)
            interfaces.push(part.value);
    }
    return { ok: true, value: { vm, interfaces, addresses: interfaces.flatMap(({ addresses }) => addresses) } };
}
/**
 * Deletes the VM of a node. It is looked at once more: the id was recorded in an annotation, and a VM that Terraform
 * made anew since has the same one.
 */
async function removeNodeMachine(node, { machine, parts, startedAt, by }, context) {
    if (machine === null)
        return undefined;
    const { scope } = context.options;
    if (!isWithin(machine, scope))
        return `Its journal names ${machine}, which is not where the nodes are.`;
    const answer = await readMachine(machine, context);
    if (!answer.ok)
        return `Its VM was not read: ${answer.reason}.`;
    const now = answer.value;
    if (now === undefined)
        return undefined;
    if (now.vm.createdAt !== undefined && now.vm.createdAt.getTime() > Date.parse(startedAt)) {
        context.deps.log.info(`The VM ${now.vm.name} was made anew since the removal began, and stays.`);
        return undefined;
    }
    const foreign = foreignMachine(now.vm, now.addresses, scope) ?? strangeTo(node, now);
    if (foreign !== null)
        return `The VM ${now.vm.name} was not deleted: ${foreign}.`;
    const other = await newerNode(node, now.vm.name, context);
    if (other !== undefined)
        return `The VM ${now.vm.name} was not deleted: ${other}.`;
    const belongings = { machine, parts, pool: now.vm.tags[POOL_TAG], earlier: [by] };
    const unclaimed = (await claimMachine(now.vm, [by], context)) ?? (await claimParts(belongings, context));
    return unclaimed ?? removeMachine(now, context);
}
/** Why a VM cannot be that of the node. */
function strangeTo({ internalIp, labels }, { vm, addresses }) {
    const label = labels[VM_LABEL];
    if (label !== undefined && label.toLowerCase() !== vm.name.toLowerCase()) {
        return `the node says that its VM is ${label}`;
    }
    if (internalIp !== null && !addresses.includes(internalIp)) {
        return `it does not have the address ${internalIp} of the node`;
    }
    return null;
}
/** A VM that registered anew is that of its newest node. */
async function newerNode(node, vm, { doors }) {
    const others = await readHybridNodes(doors.cluster, `${VM_LABEL}=${vm}`);
    if (!others.known)
        return `the nodes are not known any more: ${others.because}`;
    const newer = others.items.find(({ uid, createdAt }) => uid !== node.uid && (createdAt ?? 0) >= (node.createdAt ?? 0));
    return newer === undefined ? undefined : `the node ${newer.name} is on it`;
}
/** Stops a VM that this run has claimed, so that it costs nothing even where a lock keeps it from being deleted; deletes it; looks whether it is gone. */
async function removeMachine({ vm }, context) {
    const { doors, deps } = context;
    if (vm.power !== 'deallocated') {
        const stopped = await doors.azure.deallocate(vm.id);
        if (!stopped.ok)
            return `The VM ${vm.name} was not stopped: ${stopped.reason}.`;
    }
    const kept = await keepClaim(vm.id, context);
    if (kept !== undefined)
        return kept;
    const removed = await doors.azure.removeMachine(vm.id);
    if (!removed.ok)
        return `The VM ${vm.name} was not deleted: ${removed.reason}.`;
    const left = await doors.azure.machine(vm.id);
    if (!left.ok)
        return `Whether the VM ${vm.name} is gone is not known: ${left.reason}.`;
    if (left.value !== undefined)
        return `Azure says that the VM ${vm.name} is deleted, and still has it.`;
    deps.log.info(`The VM ${vm.name} is deleted.`);
    return undefined;
}
const ORDER = ['network-interface', 'public-ip', 'disk'];
/** Claims parts that are not yet, and deletes interfaces first, for addresses hang on them. @throws LeftToOther */
async function removeParts(belongings, context) {
    const unclaimed = await claimParts(belongings, context);
    if (unclaimed !== undefined)
        return unclaimed;
    const rank = (id) => ORDER.findIndex((type) => type === partTypeOf(id));
    const problems = [];
    for (const id of [...belongings.parts].sort((one, other) => rank(one) - rank(other))) {
        const problem = await removePart(id, belongings, context);
        if (problem !== undefined)
            problems.push(problem);
    }
    return problems.length === 0 ? undefined : problems.join(' ');
}
async function removePart(id, belongings, context) {
    const { doors, deps, options } = context;
    const name = id.split('/').at(-1) ?? id;
    if (!isWithin(id, options.scope))
        return `${name} was not deleted: it is not where the nodes are.`;
    const answer = await doors.azure.part(id);
    if (!answer.ok)
        return `${name} was not read: ${answer.reason}.`;
    const part = answer.value;
    if (part === undefined)
        return undefined;
    if (part.usedBy !== undefined) {
        deps.log.info(`${name} is in use by ${part.usedBy}, and stays.`);
        return undefined;
    }
    const foreign = foreignPart(part, options.scope);
    if (foreign !== null && !isSystemDisk(part, belongings.machine))
        return `${name} was not deleted: ${foreign}.`;
    const unclaimed = await claimPart(part, belongings, context);
    if (unclaimed !== undefined)
        return unclaimed;
    const removed = await doors.azure.removePart(id);
    if (!removed.ok)
        return `${name} was not deleted: ${removed.reason}.`;
    const left = await doors.azure.part(id);
    if (!left.ok)
        return `Whether ${name} is gone is not known: ${left.reason}.`;
    return left.value === undefined ? undefined : `Azure says that ${name} is deleted, and still has it.`;
}

;// CONCATENATED MODULE: ./lib/cleanup/act-node-writes.js





/** The node changes by itself all the time, for kubelet writes its state: a conflict is looked at again this often. */
const TRIES = 6;
/** The node as it is now; `gone` and `left` as for writes. */
async function readNode(uid, name, { doors }) {
    const raw = await doors.cluster.get(NODES, { name });
    const node = raw === undefined ? undefined : projectNode(raw);
    if (node === undefined)
        return { kind: 'gone' };
    return node.uid === uid
        ? { kind: 'done', node }
        : { kind: 'left', because: 'Another node of its name has taken its place.' };
}
/** Changes a node only if it is the very object that was just looked at. */
async function writeNode({ uid, name }, context, decide) {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        const read = await readNode(uid, name, context);
        if (read.kind !== 'done')
            return read;
        const change = decide(read.node);
        if ('because' in change)
            return { kind: 'left', because: change.because };
        const { annotations, unschedulable } = change;
        const metadata = { resourceVersion: read.node.resourceVersion, uid, annotations };
        const spec = unschedulable === undefined ? {} : { spec: { unschedulable: unschedulable ? true : null } };
        try {
            const body = { metadata, ...spec };
            const written = projectNode(await context.doors.cluster.patch(NODES, { name }, { type: 'merge', body }));
            if (written !== undefined)
                return { kind: 'done', node: written };
        }
        catch (error) {
            const status = status_refusalOf(error)?.status;
            if (status === 404)
                return { kind: 'gone' };
            if (status !== 409)
                throw error;
        }
    }
    return { kind: 'left', because: `It changed ${TRIES} times while it was to be written.` };
}
/** Why this run must keep its hands off a node: another run has it. */
function heldBecause(node, { options: { run }, deps: { clock } }) {
    const journal = readJournal(node);
    if (journal === undefined)
        return undefined;
    if (journal === 'damaged')
        return 'Its journal of a removal cannot be read.';
    const other = heldBy(journal, run, clock.now());
    return other === undefined ? undefined : `Another run removes it: ${other}.`;
}
/** Writes where a removal is, and takes the node or keeps it for this run. */
function writeStep(node, journal, context) {
    const at = new Date(context.deps.clock.now()).toISOString();
    return writeNode(node, context, (now) => {
        const because = heldBecause(now, context);
        if (because !== undefined)
            return { because };
        return { annotations: { [JOURNAL]: writeJournal({ ...journal, by: context.options.run, at }) } };
    });
}
/** Undoes the marks of this and earlier runs, and a cordon of theirs. */
function takeBack(node, context) {
    return writeNode(node, context, (now) => {
        const because = heldBecause(now, context);
        if (because !== undefined)
            return { because };
        const journal = readJournal(now);
        const cordoned = journal !== undefined && journal !== 'damaged' && journal.cordoned;
        return {
            annotations: { [JOURNAL]: null, [IDLE_SINCE]: null },
            ...(cordoned && { unschedulable: false }),
        };
    });
}

;// CONCATENATED MODULE: ./lib/cleanup/act-evict.js



const ROUND_MS = 5_000;
/** So that another run does not take the node for abandoned. */
const RENEW_MS = 300_000;
/**
 * Moves all work off a node by the Eviction API, and waits until it is gone. Budgets are waited for until the deadline.
 * A pod that comes in spite of the cordon is moved where pods may be moved; on a node that was empty it saves the node.
 */
async function evictAll(node, journal, context) {
    const { doors, deps, options } = context;
    const end = deps.clock.now() + options.evictionDeadline;
    let renewed = deps.clock.now();
    for (let known;;) {
        const pods = await readPodsOf(doors.cluster, node.name);
        if (!pods.known)
            return { kind: 'unknown', because: `Its pods are not known any more: ${pods.because}` };
        const work = pods.items.filter(countsAsWork);
        if (work.length === 0)
            return { kind: 'done' };
        const obstacle = await obstacleIn(work, journal, known, context);
        if (obstacle !== undefined)
            return { kind: 'left', because: obstacle };
        known = new Set([...(known ?? []), ...work.map(({ uid }) => uid)]);
        const waitsFor = await evictRound(work, context);
        if (deps.clock.now() >= end)
            return { kind: 'late', because: waitsFor };
        await deps.clock.sleep(ROUND_MS, deps.signal);
        if (deps.clock.now() - renewed < RENEW_MS)
            continue;
        renewed = deps.clock.now();
        const written = await writeStep(node, journal, context);
        if (written.kind === 'left')
            return { kind: 'left', because: written.because };
    }
}
/** Why the node must be left to a pod; undefined when all may be moved. Those of earlier rounds were looked at then. */
async function obstacleIn(work, { as }, known, { doors }) {
    const arrived = work.filter(({ uid, isTerminating }) => known?.has(uid) !== true && !isTerminating);
    const [first] = arrived;
    if (first === undefined)
        return undefined;
    if (as === 'empty')
        return `The pod ${podName(first)} came after it was cordoned.`;
    const budgets = await readBudgets(doors.cluster);
    if (!budgets.known)
        return `The disruption budgets are not known any more: ${budgets.because}`;
    for (const pod of arrived) {
        const because = immovableBecause(pod, patient(budgets.items));
        if (because !== undefined)
            return `The pod ${podName(pod)} ${because}.`;
    }
    return undefined;
}
/** A budget that allows nothing now may allow it within the deadline; the Eviction API asks it. */
function patient(budgets) {
    return budgets.map((budget) => ({ ...budget, disruptionsAllowed: Math.max(1, budget.disruptionsAllowed) }));
}
/** Asks for the eviction of all that are not on their way out. Gives what is still waited for, in a sentence. */
async function evictRound(work, { doors }) {
    let waitsFor = '';
    for (const pod of work) {
        const { namespace, name, uid, isTerminating } = pod;
        if (isTerminating) {
            waitsFor ||= `The pod ${podName(pod)} was still terminating.`;
            continue;
        }
        const answer = await doors.cluster.evict({ namespace, name, uid });
        if (answer.outcome === 'blocked')
            waitsFor = `The pod ${podName(pod)} could not be evicted: ${answer.message}`;
        else
            waitsFor ||= `The pod ${podName(pod)} was still terminating.`;
    }
    return waitsFor;
}

;// CONCATENATED MODULE: ./lib/cleanup/act-look.js








/**
 * Judges a node once more by what is true now, with the rules of the plan. Gives why it must stay; undefined when it is
 * still of the class that it was removed for.
 */
async function changedBecause(verdict, node, context) {
    const { doors, deps, options } = context;
    const wasIdle = (0,settings/* isIdle */.x)(verdict.class);
    const now = deps.clock.now();
    if (wasIdle && idleSince(node, now) === null)
        return 'Its mark of being idle was taken away.';
    const lease = projectLease((await doors.cluster.get(LEASES, { name: node.name, namespace: LEASE_NAMESPACE })) ?? {});
    const input = {
        node,
        lease: { known: true, value: lease },
        ...(wasIdle ? NOT_ASKED : await otherSigns(verdict, node, context)),
        namesMachine: verdict.machine !== undefined || hadNone(verdict),
        pods: foundOf(await readPodsOf(doors.cluster, node.name)),
        budgets: foundOf(await readBudgets(doors.cluster)),
        certificatePending: false,
    };
    const { class: of, because } = classify(input, options.settings, deps.clock.now());
    if (of === verdict.class || (of === 'empty' && verdict.class === 'underused'))
        return undefined;
    return `It is ${of} now: ${because}`;
}
/** A node that is alive is judged by what runs on it alone. */
const NOT_ASKED = {
    instance: { known: false, because: 'It was not asked.' },
    machine: { known: false, because: 'It was not asked.' },
};
async function otherSigns(verdict, node, { doors, instances, options }) {
    const listing = await instances();
    const instance = listing.known
        ? { known: true, value: listing.items.find(({ id }) => id === node.name) }
        : { known: false, because: listing.because };
    const id = verdict.machine?.id ?? (hadNone(verdict) ? missingId(node, options.scope) : undefined);
    if (id === undefined) {
        return { instance, machine: { known: false, because: 'It has none that is known.' } };
    }
    const answer = await doors.azure.machine(id);
    if (!answer.ok)
        return { instance, machine: { known: false, because: `${answer.reason}.` } };
    if (verdict.machine === undefined && answer.value !== undefined) {
        return { instance, machine: { known: false, because: 'A VM of its name is there now.' } };
    }
    const value = answer.value === undefined || verdict.machine === undefined
        ? undefined
        : { ...verdict.machine, power: answer.value.power ?? null };
    return { instance, machine: { known: true, value } };
}
/** Azure had no VM of the name that the node gives. */
function hadNone({ machine, signs }) {
    return machine === undefined && signs.azure.says === 'off';
}
/** Where the VM of a node would be that had none; undefined where nodes are looked for in all groups. */
function missingId({ labels }, { subscriptionId, resourceGroup }) {
    const vm = labels[VM_LABEL];
    if (vm === undefined || resourceGroup === null)
        return undefined;
    const group = `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(resourceGroup)}`;
    return `${group}/providers/Microsoft.Compute/virtualMachines/${encodeURIComponent(vm)}`;
}
function foundOf(listing) {
    return listing.known ? { known: true, value: listing.items } : listing;
}

;// CONCATENATED MODULE: ./lib/cleanup/act-registry.js



/** SSM's words for an instance that is not there. */
const act_registry_GONE = /\bInvalid(?:ResourceId|InstanceId)\b/;
/** Takes the identity of a machine away, after a look at whose it is; and looks whether it is gone. */
async function deregister(id, { doors, options, deps }) {
    const before = await doors.ssm.instanceTags(id);
    if (!before.ok)
        return act_registry_GONE.test(before.reason) ? undefined : `The instance ${id} was not read: ${before.reason}.`;
    if (before.value[CLUSTER_ARN_TAG] !== options.scope.cluster.arn) {
        return `The instance ${id} was not deregistered: it does not have the tag ${CLUSTER_ARN_TAG} of the cluster.`;
    }
    const removed = await doors.ssm.deregister(id);
    if (!removed.ok)
        return `The instance ${id} was not deregistered: ${removed.reason}.`;
    const after = await doors.ssm.instanceTags(id);
    if (after.ok)
        return `Systems Manager says that ${id} is deregistered, and still has it.`;
    if (!act_registry_GONE.test(after.reason))
        return `Whether the instance ${id} is gone is not known: ${after.reason}.`;
    deps.log.info(`The instance ${id} is deregistered.`);
    return undefined;
}
/** Deletes what others keep of a node under its name: its CiliumNode and its lease. */
async function removeLeftovers(node, context) {
    return ((await removeObject(CILIUM_NODES, { name: node }, 'CiliumNode', context)) ??
        (await removeObject(LEASES, { name: node, namespace: LEASE_NAMESPACE }, 'lease', context)));
}
const act_registry_TRIES = 4;
async function removeObject(kind, name, called, { doors, deps }) {
    for (let attempt = 1; attempt <= act_registry_TRIES; attempt += 1) {
        if ((await doors.cluster.get(kind, name)) === undefined)
            return undefined;
        await doors.cluster.remove(kind, name);
        if (attempt > 1)
            await deps.clock.sleep(1_000, deps.signal);
    }
    return `The ${called} of ${name.name} is still there.`;
}

;// CONCATENATED MODULE: ./lib/cleanup/act-node.js











/**
 * Removes one node, from where an earlier run left it. Until the VM is touched everything can be taken back, and is when
 * the node is not what it was judged to be; from there on the journal on the node tells the next run what is left to do.
 */
async function removeNode(verdict, context) {
    const progress = { step: null };
    try {
        return await act_node_remove(verdict, context, progress);
    }
    catch (error) {
        if (context.deps.signal.aborted) {
            const because = progress.step === null ? '' : 'The run ended; the next one goes on from there.';
            return act_context_outcome('cancelled', progress.step, because);
        }
        if (error instanceof LeftToOther)
            return act_context_outcome('left', progress.step, error.message);
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        return act_context_outcome('failed', progress.step, `${error.message} (${error.code})`);
    }
}
async function act_node_remove(verdict, context, progress) {
    const { node, journal } = verdict;
    if (journal !== undefined && isPastReturn(journal))
        return finish(verdict, journal, context, progress);
    const read = await readNode(node.uid, node.name, context);
    if (read.kind !== 'done')
        return ended(read, null);
    const changed = heldBecause(read.node, context) ?? (await stayBecause(verdict, read.node, context));
    if (changed !== undefined) {
        return journal === undefined ? act_context_outcome('left', null, changed) : leave(verdict, null, changed, context);
    }
    progress.step = 'cordon';
    const cordoned = await cordon(verdict, context);
    if ('result' in cordoned)
        return cordoned;
    const late = await stayBecause(verdict, cordoned.node, context);
    if (late !== undefined)
        return leave(verdict, 'cordon', late, context);
    if (cordoned.journal.as !== 'dead') {
        progress.step = 'evict';
        const stayed = await empty(verdict, cordoned.journal, context);
        if (stayed !== undefined)
            return stayed;
    }
    return finish(verdict, cordoned.journal, context, progress);
}
async function stayBecause(verdict, node, context) {
    const { guards } = context;
    // A node that is lost since it was judged may be one of many: then it is the link that is told.
    const isLost = verdict.signs.kubernetes.says === 'alive' && node.ready?.status !== 'True';
    const down = isLost ? await guards.linkDown(true) : undefined;
    return down ?? (await changedBecause(verdict, node, context)) ?? (await guards.holdBack(verdict));
}
/** A node that is gone needs nothing more; one that was left is told with the reason. */
function ended(write, step) {
    return write.kind === 'gone' ? act_context_outcome('gone', step) : act_context_outcome('left', step, write.because);
}
/** Takes the node for this run and keeps new pods off it, in one write. */
async function cordon({ node, machine, class: of, journal: before }, context) {
    const at = new Date(context.deps.clock.now()).toISOString();
    const as = of === 'dead' || of === 'underused' ? of : 'empty';
    const ids = { machine: machine?.id ?? null, parts: machine?.parts ?? [] };
    let journal;
    const written = await writeNode(node, context, (now) => {
        const because = heldBecause(now, context);
        if (because !== undefined)
            return { because };
        const cordoned = before?.cordoned === true || !now.unschedulable;
        const startedAt = before?.startedAt ?? at;
        journal = { step: 'cordon', as, ...ids, cordoned, startedAt, by: context.options.run, at };
        return { annotations: { [JOURNAL]: writeJournal(journal) }, unschedulable: true };
    });
    if (written.kind !== 'done' || journal === undefined) {
        return ended(written.kind === 'done' ? { kind: 'gone' } : written, 'cordon');
    }
    context.deps.log.info(`The node ${node.name} is cordoned.`);
    return { journal, node: written.node };
}
/** Moves the work away. Undefined when nothing is left on the node; else what became of the removal. */
async function empty(verdict, journal, context) {
    const { node } = verdict;
    const written = await writeStep(node, { ...journal, step: 'evict' }, context);
    if (written.kind !== 'done')
        return ended(written, 'evict');
    const evicted = await evictAll(node, { ...journal, step: 'evict' }, context);
    if (evicted.kind !== 'done') {
        const left = await leave(verdict, 'evict', evicted.because, context);
        return evicted.kind === 'left' ? left : { ...left, result: 'failed' };
    }
    const heldBack = await context.guards.holdBack(verdict);
    return heldBack === undefined ? undefined : leave(verdict, 'evict', heldBack, context);
}
/** Takes everything back, and says so. */
async function leave({ node }, step, because, context) {
    const back = await takeBack(node, context);
    if (back.kind === 'gone')
        return act_context_outcome('gone', step);
    const told = back.kind === 'left' ? back.because : 'Its marks and the cordon were taken back.';
    return act_context_outcome('left', step, `${because} ${told}`);
}
/** The steps without return, each written to the node before it is begun, so that it is repeated after a crash. */
async function finish(verdict, begun, context, progress) {
    const { node } = verdict;
    const from = isPastReturn(begun) ? begun.step : 'delete-machine';
    let isThere = true;
    for (const step of STEPS.slice(STEPS.indexOf(from))) {
        progress.step = step;
        if (isThere) {
            const written = await writeStep(node, { ...begun, step }, context);
            if (written.kind === 'left')
                return act_context_outcome('left', step, written.because);
            // Somebody deleted the Node: the rest goes all the same, while its ids are known.
            isThere = written.kind === 'done';
        }
        const problem = await doStep(step, node, begun, context);
        if (problem !== undefined)
            return act_context_outcome('failed', step, problem);
    }
    context.deps.log.info(`The node ${node.name} is removed.`);
    return act_context_outcome('removed');
}
function doStep(step, node, journal, context) {
    switch (step) {
        case 'delete-machine':
            return removeNodeMachine(node, journal, context);
        case 'delete-parts':
            return removeParts({ ...journal, pool: undefined, earlier: [journal.by] }, context);
        case 'deregister':
            return deregister(node.name, context);
        case 'delete-leftovers':
            return removeLeftovers(node.name, context);
        case 'delete-node':
            return deleteNode(node, context);
        default:
            return Promise.resolve(undefined);
    }
}
const act_node_TRIES = 6;
const act_node_ROUND_MS = 2_000;
/** The last step: the fee ends with the Node object. */
async function deleteNode(node, context) {
    const { doors, deps } = context;
    for (let attempt = 1; attempt <= act_node_TRIES; attempt += 1) {
        const now = await readNode(node.uid, node.name, context);
        if (now.kind === 'left')
            return now.because;
        if (now.kind === 'gone')
            return removeLeftovers(node.name, context);
        const held = heldBecause(now.node, context);
        if (held !== undefined)
            return held;
        const { uid, resourceVersion } = now.node;
        const removed = await doors.cluster.remove(NODES, { name: node.name }, { uid, resourceVersion });
        // One that is being deleted stays until its finalizers are done.
        if (removed === 'removed' && attempt > 1)
            await deps.clock.sleep(act_node_ROUND_MS, deps.signal);
    }
    return 'Its Node object is still there, and is billed: a finalizer keeps it, or it changes all the time.';
}

;// CONCATENATED MODULE: ./lib/cleanup/act-orphans.js












/** Removes one orphan, if it is still one. */
async function removeOrphan(orphan, context) {
    try {
        const down = await context.guards.linkDown();
        if (down !== undefined)
            return act_context_outcome('left', null, down);
        switch (orphan.what) {
            case 'machine':
                return await removeOrphanMachine(orphan.id, context);
            case 'instance':
                return await removeInstance(orphan.id, context);
            case 'activation':
                return await removeActivation(orphan.id, context);
            default:
                return await removeOrphanPart(orphan.id, context);
        }
    }
    catch (error) {
        if (context.deps.signal.aborted)
            return act_context_outcome('cancelled', null, 'The run ended.');
        if (error instanceof LeftToOther)
            return act_context_outcome('left', null, error.message);
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        return act_context_outcome('failed', null, `${error.message} (${error.code})`);
    }
}
function removedOr(problem) {
    return problem === undefined ? act_context_outcome('removed') : act_context_outcome('failed', null, problem);
}
/** Its interfaces and disks go with it; should the run end in between, they are orphans of the next one by their tags. */
async function removeOrphanMachine(id, context) {
    const first = await lookAtMachine(id, context);
    if ('result' in first)
        return first;
    const belongings = belongingsOf(first, context);
    const startedAt = context.deps.clock.now();
    // The VM decides between two runs; what goes with it is taken by the one that has it.
    const unclaimed = await claimMachine(first.vm, [], context);
    if (unclaimed !== undefined)
        return removedOr(unclaimed);
    await settle(context, startedAt);
    const now = await lookAtMachine(id, context);
    if ('result' in now)
        return now;
    requireClaim(now.vm.tags, context);
    const kept = await claimParts(belongings, context);
    if (kept !== undefined)
        return removedOr(kept);
    return removedOr((await removeMachine(now, context)) ?? (await removeParts(belongings, context)));
}
/** The VM when it is still one that may go; else what becomes of it. */
async function lookAtMachine(id, context) {
    const { scope } = context.options;
    const answer = await readMachine(id, context);
    if (!answer.ok)
        return act_context_outcome('failed', null, `It was not read: ${answer.reason}.`);
    const now = answer.value;
    if (now === undefined)
        return act_context_outcome('gone');
    const { vm, addresses } = now;
    const foreign = foreignMachine(vm, addresses, scope);
    if (foreign !== null)
        return act_context_outcome('left', null, `It was not deleted: ${foreign}.`);
    if (vm.power !== 'deallocated' && vm.power !== 'stopped') {
        return act_context_outcome('left', null, `It is ${vm.power ?? 'in an unknown state'} now.`);
    }
    const nodes = await readHybridNodes(context.doors.cluster, `${VM_LABEL}=${vm.name}`);
    if (!nodes.known)
        return act_context_outcome('failed', null, `The nodes are not known any more: ${nodes.because}`);
    const [node] = nodes.items;
    return node === undefined ? now : act_context_outcome('left', null, `The node ${node.name} is on it now.`);
}
function belongingsOf({ vm, interfaces }, { options: { scope } }) {
    const byId = new Map(interfaces.map((part) => [part.id.toLowerCase(), part]));
    const { parts } = machineFact(vm, null, (part) => byId.get(part.toLowerCase()), scope);
    return { machine: vm.id, parts, pool: vm.tags[POOL_TAG], earlier: [] };
}
async function removeOrphanPart(id, context) {
    const first = await lookAtPart(id, context);
    if ('result' in first)
        return first;
    const belongings = { machine: null, parts: [id], pool: undefined, earlier: [] };
    const startedAt = context.deps.clock.now();
    const unclaimed = await claimParts(belongings, context);
    if (unclaimed !== undefined)
        return removedOr(unclaimed);
    await settle(context, startedAt);
    const now = await lookAtPart(id, context);
    if ('result' in now)
        return now;
    requireClaim(now.tags, context);
    return removedOr(await removeParts(belongings, context));
}
/** The part when it is still one that may go; else what becomes of it. */
async function lookAtPart(id, context) {
    const answer = await context.doors.azure.part(id);
    if (!answer.ok)
        return act_context_outcome('failed', null, `It was not read: ${answer.reason}.`);
    const part = answer.value;
    if (part === undefined)
        return act_context_outcome('gone');
    if (part.usedBy !== undefined)
        return act_context_outcome('left', null, `It is in use by ${part.usedBy} now.`);
    const foreign = foreignPart(part, context.options.scope);
    return foreign === null ? part : act_context_outcome('left', null, `It was not deleted: ${foreign}.`);
}
async function removeInstance(id, context) {
    if ((await context.doors.cluster.get(NODES, { name: id })) !== undefined) {
        return act_context_outcome('left', null, 'It has become a node.');
    }
    const instances = await context.instances();
    if (!instances.known) {
        return act_context_outcome('failed', null, `The instances are not known any more: ${instances.because}`);
    }
    const now = instances.items.find((instance) => instance.id === id);
    if (now === undefined)
        return act_context_outcome('gone');
    if (now.ping === 'Online')
        return act_context_outcome('left', null, 'Its agent is online again.');
    return removedOr(await deregister(id, context));
}
async function removeActivation(id, { doors, activations }) {
    const listing = await activations();
    if (!listing.known) {
        return act_context_outcome('failed', null, `The activations are not known any more: ${listing.because}`);
    }
    const now = listing.items.find((activation) => activation.id === id);
    if (now === undefined) {
        return act_context_outcome('gone', null, `No activation of the id has the tag ${CLUSTER_ARN_TAG} of the cluster.`);
    }
    if (spentBecause(now) === undefined)
        return act_context_outcome('left', null, 'It can be used.');
    const deleted = await doors.ssm.deleteActivation(id);
    if (!deleted.ok)
        return act_context_outcome('failed', null, `It was not deleted: ${deleted.reason}.`);
    // There is no call for one activation; asked to delete it again, SSM tells whether it is there.
    const again = await doors.ssm.deleteActivation(id);
    if (again.ok && again.value === 'gone')
        return act_context_outcome('removed');
    const why = again.ok ? 'Systems Manager still had it' : again.reason;
    return act_context_outcome('failed', null, `Whether it is gone is not known: ${why}.`);
}

;// CONCATENATED MODULE: ./lib/cleanup/act.js







/** Marks are small writes of one object each. */
const MARKS_AT_ONCE = 10;
/**
 * Does what a plan decided: marks, unmarks and, unless the plan has stops, removals. Each thing is looked at again just
 * before it is touched, each removal is read back. Never throws for one thing that fails: its outcome tells it.
 */
async function actOn(plan, doors, options, deps) {
    const context = createContext(plan, doors, options, deps);
    const outcomes = new Map();
    const marks = plan.nodes.filter(({ decision }) => decision === 'mark' || decision === 'unmark');
    await inPool(marks, MARKS_AT_ONCE, async (verdict) => {
        outcomes.set(verdict.node.name, await writeMark(verdict, context));
    });
    if (plan.stops.length > 0)
        return { outcomes, stops: [] };
    const going = plan.nodes.filter(({ decision }) => decision === 'remove');
    await inPool(going, options.concurrency, async (verdict) => {
        outcomes.set(verdict.node.name, await unlessOver(deps, () => removeNode(verdict, context)));
    });
    const orphans = plan.orphans.filter(({ decision }) => decision === 'remove');
    await inPool(orphans, options.concurrency, async (orphan) => {
        outcomes.set(orphan.id, await unlessOver(deps, () => removeOrphan(orphan, context)));
    });
    return { outcomes, stops: context.guards.stops() };
}
/** Nothing is begun once the job is to end. */
function unlessOver({ signal }, act) {
    return signal.aborted ? Promise.resolve(act_context_outcome('cancelled')) : act();
}
async function writeMark(verdict, context) {
    const { signal } = context.deps;
    if (signal.aborted)
        return act_context_outcome('cancelled');
    try {
        const isMark = verdict.decision === 'mark';
        const written = isMark ? await mark(verdict, context) : await takeBack(verdict.node, context);
        if (written.kind === 'gone')
            return act_context_outcome('gone');
        if (written.kind === 'left')
            return act_context_outcome('left', null, written.because);
        return act_context_outcome(isMark ? 'marked' : 'unmarked');
    }
    catch (error) {
        if (error === signal.reason)
            return act_context_outcome('cancelled');
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        return act_context_outcome('failed', null, `${error.message} (${error.code})`);
    }
}
/** A mark that another run wrote meanwhile is the older one, and stays. */
function mark({ node, idleSince }, context) {
    const now = new Date(context.deps.clock.now()).toISOString();
    return writeNode(node, context, (fresh) => {
        const because = heldBecause(fresh, context);
        if (because !== undefined)
            return { because };
        const isNew = isMarked(fresh) && !isMarked(node) && idleSince === null;
        return { annotations: isNew ? {} : { [IDLE_SINCE]: now } };
    });
}
async function inPool(items, atOnce, act) {
    const queue = items.values();
    const worker = async () => {
        for (const item of queue)
            await act(item);
    };
    await Promise.all(Array.from({ length: Math.min(Math.max(1, atOnce), items.length) }, worker));
}

;// CONCATENATED MODULE: ./actions/node-cleanup/src/ways.js

/** Does the part of a plan that the mode lets a run do by itself. */
async function actByMode(plan, opened, inputs, settings, deps) {
    const part = partFor(inputs.mode, plan);
    const isIdle = part.nodes.every(({ decision }) => decision === 'keep' || decision === 'wait') &&
        part.orphans.every(({ decision }) => decision === 'keep');
    if (isIdle)
        return { outcomes: new Map(), stops: [] };
    const { scope, doors } = opened;
    const { evictionTimeoutMs: evictionDeadline, concurrency } = inputs;
    const options = { scope, settings, evictionDeadline, concurrency, run: deps.github.runUrl };
    return actOn(part, doors, options, deps);
}
/** The plan without what the mode leaves alone. */
function partFor(mode, plan) {
    switch (mode) {
        case 'act':
            return plan;
        case 'dry-run':
            return { ...plan, nodes: [], orphans: [] };
        case 'mark':
            return { ...plan, nodes: plan.nodes.filter((node) => isMarking(node)), orphans: [] };
        case 'pull-request':
            return {
                ...plan,
                nodes: plan.nodes.filter((node) => isMarking(node) || isLeftOver(node)),
                orphans: plan.orphans.filter(({ what }) => what === 'instance' || what === 'activation'),
            };
    }
}
function isMarking({ decision }) {
    return decision === 'mark' || decision === 'unmark';
}
/** A dead node without a VM: Terraform has nothing left of it, and only its deletion ends the fee. */
function isLeftOver({ decision, class: of, machine, signs }) {
    return decision === 'remove' && of === 'dead' && machine === undefined && signs.azure.says === 'off';
}

;// CONCATENATED MODULE: ./actions/node-cleanup/src/proposal.js








/**
 * Proposes to lower pools by the nodes that are due, or takes a proposal back that no longer holds. A stopped run
 * proposes nothing new and leaves what is open as it is.
 * @throws EHA1755, EHA1756, and the errors of GitHub
 */
async function propose(plan, inputs, deps) {
    const { poolsFile, pullRequestToken: token, settings, baseBranch } = inputs;
    if (poolsFile === null || token === undefined || plan.stops.length > 0)
        return undefined;
    const door = createGitHubDoor(token, deps);
    const branch = `node-cleanup/${settings.cluster.name}`;
    const base = await readBranchFile(door, baseBranch, poolsFile);
    if (base.text === undefined) {
        throw cleanupErrors.EHA1755(`There is no file ${poolsFile} on the branch ${base.branch}.`);
    }
    const written = readPools(base.text);
    if (!written.ok)
        throw cleanupErrors.EHA1755(`${poolsFile} on ${base.branch}: ${written.reason}.`);
    const nodes = plan.nodes
        .filter((node) => !isLeftOver(node))
        .map((node) => ({ ...node, vm: machineName(node.node) }));
    const { pools, kept: notes } = lowerPools(nodes, written.pools, settings.minNodes);
    await requireOwnBranch(door, branch);
    if (pools.length === 0) {
        const reason = `No pool can be lowered any more: its last nodes are not due ([run](${deps.github.runUrl})).`;
        return { pullRequest: await closePullRequest(door, branch, reason), pools, notes };
    }
    const counts = new Map(pools.map(({ pool, to }) => [pool, to]));
    const pullRequest = await keepPullRequest(door, {
        branch,
        base,
        path: poolsFile,
        text: writeCounts(base.text, written.pools, counts),
        title: titleOf(settings.cluster.name, pools),
        body: proposal_bodyOf(settings.cluster.name, pools, notes, plan),
    });
    return { pullRequest, pools, notes };
}
async function requireOwnBranch(door, branch) {
    if (await isOwnBranch(door, branch))
        return;
    throw cleanupErrors.EHA1756(`The branch ${branch} holds a commit that is not of node-cleanup.`);
}
function titleOf(cluster, pools) {
    const parts = pools.map(({ pool, from, to }) => `${pool} from ${from} to ${to}`);
    return `Lower idle pools of ${cluster}: ${parts.join(', ')}`.slice(0, 240);
}
/** Says nothing that changes with every run, lest each one write. */
function proposal_bodyOf(cluster, pools, notes, { nodes }) {
    const going = new Set(pools.flatMap(({ machines }) => machines));
    const rows = nodes
        .map((node) => ({ ...node, vm: machineName(node.node) ?? '' }))
        .filter(({ vm }) => going.has(vm))
        .map(({ vm, node, pool, class: of, monthlyCost }) => [
        codeCell(vm),
        codeCell(node.name),
        codeCell(pool),
        of,
        monthlyCost === null ? 'unknown' : monthlyCost.toFixed(2),
    ]);
    const heading = ['VM', 'node', 'pool', 'class'].map((each) => ({ heading: each }));
    return [
        `node-cleanup found ${plural(rows.length, 'node')} of ${code(cluster)} that can go:`,
        table([...heading, { heading: 'USD a month', align: 'right' }], rows),
        notes.map((note) => `- ${plain(note)}`).join('\n'),
        'Terraform takes the VMs away when this is merged and applied; the nodes leave the cluster as they shut down. When they are in use again before that, this request is changed or closed by the next run.',
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}

;// CONCATENATED MODULE: ./actions/node-cleanup/src/run.js















/** There is one issue for each cluster; a label that others use as well is no reason to be silent. */
const MOST_ISSUES = 10_000;
/**
 * Reads everything, judges, acts as far as the mode lets it, and tells. Pull request and issue come after the acts and
 * cannot keep them from happening; where they fail, the step fails after its document was written.
 */
async function run(inputs, deps) {
    const opened = await open_open(inputs, deps);
    const read = await readFleet(opened.doors, opened.scope, deps);
    const now = deps.clock.now();
    const settings = {
        ...inputs.settings,
        windowOpen: (0,windows/* isOpen */.n)(inputs.windows, new Date(now)),
    };
    const planned = planCleanup(read.fleet, settings, pricesOf(inputs.prices), now);
    const { outcomes, stops } = await actByMode(planned, opened, inputs, settings, deps);
    const plan = { ...planned, stops: [...planned.stops, ...stops] };
    const proposal = await attempt(() => propose(plan, inputs, deps));
    const findings = {
        fleet: read.fleet,
        plan,
        outcomes,
        calls: opened.doors.calls(),
        proposed: proposal.value,
    };
    const found = documentOf(findings, inputs, deps);
    const issue = await attempt(() => keepTracking(found, inputs, deps));
    const document = { ...found, issue: showIssue(issue.value) };
    tell(document, deps);
    const failure = run_failureOf(document) ?? proposal.failure ?? issue.failure;
    return {
        outputs: outputsOf(document),
        report: { fileName: 'cleanup.json', document },
        summary: cleanupSummary(document),
        ...(failure === undefined ? {} : { failure }),
    };
}
/** A failure that is told later, lest what was done before it go unreported. */
async function attempt(work) {
    try {
        return { value: await work() };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l))
            throw error;
        return { value: undefined, failure: error };
    }
}
/** The one issue about this cluster. Where too little was seen to judge, it stays as it is. */
async function keepTracking(document, { issue, githubToken, label }, deps) {
    if (!issue || githubToken === undefined || deps.signal.aborted)
        return undefined;
    if (document.verdict === 'unknown')
        return undefined;
    const door = createGitHubDoor(githubToken, deps);
    const board = await readIssueBoard(door, label);
    const key = `cleanup id=${encodeURIComponent(document.cluster.name)}`;
    const text = cleanupIssue(document);
    const comment = cleanupComment(document);
    if (text === undefined)
        return closeIssue(door, board, key, `Nothing is left to clean up. ${comment}`);
    const { title, body, facts } = text;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
    return keepIssue(door, board, { key, fingerprint: `cleanup-v1:${digest}`, title, body, comment }, MOST_ISSUES);
}
function showIssue(kept) {
    return kept === undefined ? null : { action: kept.action, number: kept.number, url: kept.url };
}
function tell(document, { log }) {
    log.info(`Nodes of ${document.cluster.name}: ${cleanupVerdict(document)}.`);
    const calls = Object.entries(document.calls).map(([service, count]) => `${service} ${String(count)}`);
    log.info(`Calls: ${calls.join(', ')}.`);
    for (const { sentence } of document.stops)
        log.warning(sentence);
    for (const note of document.notes)
        log.warning(note);
}
const MOST_SENTENCES = 5;
/** A dry run that a guard would have stopped has done its work: it told so. */
function run_failureOf(document) {
    const { verdict, mode, stops, notes, nodes, orphans } = document;
    const told = `${cleanupVerdict(document)}.`;
    if (verdict === 'unknown')
        return cleanupErrors.EHA1753([told, ...notes].join('\n- '));
    if (verdict === 'failed') {
        const failed = [
            ...nodes.map(({ name, outcome }) => ({ name, outcome })),
            ...orphans.map(({ id, outcome }) => ({ name: id.split('/').at(-1) ?? id, outcome })),
        ].flatMap(({ name, outcome }) => outcome?.result === 'failed' || outcome?.result === 'cancelled' ? [`${name}: ${outcome.because}`] : []);
        const more = failed.length > MOST_SENTENCES ? [`and ${failed.length - MOST_SENTENCES} more`] : [];
        return cleanupErrors.EHA1754([told, ...failed.slice(0, MOST_SENTENCES), ...more].join('\n- '));
    }
    if (verdict === 'stopped' && mode !== 'dry-run' && mode !== 'mark') {
        return cleanupErrors.EHA1752([told, ...stops.map(({ sentence }) => sentence)].join('\n- '));
    }
    return undefined;
}
function outputsOf(document) {
    const { nodes, orphans, lists, issue, pullRequest } = document;
    const rows = [...nodes, ...orphans];
    const isKnown = lists.find(({ name }) => name === 'nodes')?.entries !== null;
    return {
        verdict: document.verdict,
        nodes: isKnown ? nodes.length : '',
        due: rows.filter(({ decision }) => decision === 'remove').length,
        removed: rows.filter(({ outcome }) => outcome?.result === 'removed').length,
        marked: nodes.filter(({ outcome }) => outcome?.result === 'marked').length,
        saved: document.saved.amount,
        waste: document.waste.amount,
        'issue-number': issue?.number ?? '',
        'issue-action': issue?.action ?? '',
        'pull-request': pullRequest?.number ?? '',
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

/***/ 8912:
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

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __nccwpck_require__(8877);
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
    (0,external_node_v8_.setFlagsFromString)('--no-concurrent-sparkplug');
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

/***/ 4638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core = __nccwpck_require__(6416);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/parse.js + 1 modules
var parse = __nccwpck_require__(8989);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/util.js
var util = __nccwpck_require__(2055);
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
                const receivedType = util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${util/* joinValues */.jw(issue.values, "|")}`;
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
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${util/* joinValues */.jw(issue.keys, ", ")}`;
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
(0,core/* config */.$W)(en());
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
function validate(schema, value) {
    const result = (0,parse/* safeParse */.xL)(schema, value);
    if (result.success)
        return { valid: true, value: result.data };
    const problems = result.error.issues.flatMap((issue) => problemsOf(issue));
    const more = problems.length - MOST_PROBLEMS;
    return {
        valid: false,
        problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `and ${more} more problems`] : problems,
    };
}


/***/ }),

/***/ 5426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ REMOVABLE),
/* harmony export */   x: () => (/* binding */ isIdle)
/* harmony export */ });
const REMOVABLE = [
    'empty',
    'underused',
    'dead',
    'orphan-instance',
    'orphan-activation',
    'orphan-azure',
];
/** Nodes that do nothing are marked first and removed by a later run. */
function isIdle(nodeClass) {
    return nodeClass === 'empty' || nodeClass === 'underused';
}


/***/ }),

/***/ 8834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseWindow),
/* harmony export */   n: () => (/* binding */ isOpen)
/* harmony export */ });
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const FORM = /^(?:([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? )?(\d{2}):(\d{2})-(\d{2}):(\d{2})(?: ([A-Za-z_]+(?:\/[A-Za-z_+\-0-9]+)*))?$/;
/** Reads one window; undefined when it is none. Without days every day, without a zone UTC. */
function parseWindow(text) {
    const match = FORM.exec(text.trim());
    if (match === null)
        return undefined;
    const [, first, last, fromHour = '', fromMinute = '', toHour = '', toMinute = '', zone = 'UTC'] = match;
    const days = daysOf(first, last);
    const from = minutesOf(fromHour, fromMinute);
    const to = minutesOf(toHour, toMinute);
    if (days === undefined || from === undefined || to === undefined || from === to || !isZone(zone))
        return undefined;
    return { days, from, to, timeZone: zone };
}
function daysOf(first, last) {
    if (first === undefined)
        return [0, 1, 2, 3, 4, 5, 6];
    const from = DAYS.findIndex((day) => day === first);
    const to = last === undefined ? from : DAYS.findIndex((day) => day === last);
    if (from < 0 || to < 0)
        return undefined;
    const count = ((to - from + 7) % 7) + 1;
    return Array.from({ length: count }, (_, offset) => (from + offset) % 7);
}
/** 24:00 is the end of a day. */
function minutesOf(hour, minute) {
    const minutes = Number(hour) * 60 + Number(minute);
    return Number(minute) > 59 || minutes > 1440 ? undefined : minutes;
}
function isZone(zone) {
    try {
        new Intl.DateTimeFormat('en-US', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}
/** Whether a moment is in one of the windows; without any, always. */
function isOpen(windows, now) {
    return windows.length === 0 || windows.some((window) => contains(window, now));
}
function contains({ days, from, to, timeZone }, now) {
    const { day, minute } = localTime(now, timeZone);
    if (from < to)
        return days.includes(day) && minute >= from && minute < to;
    return (days.includes(day) && minute >= from) || (days.includes((day + 6) % 7) && minute < to);
}
function localTime(now, timeZone) {
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
    });
    const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
    return {
        day: DAYS.findIndex((name) => name === parts.get('weekday')),
        minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
    };
}


/***/ }),

/***/ 5204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ PRICE_LIST)
/* harmony export */ });
/**
 * The prices of terraform/modules/costs/prices.json, which says where each is from; a test compares the two. Most are
 * list prices that nobody has verified.
 */
const PRICE_LIST = {
    currency: 'USD',
    asOf: '2026-11',
    prices: {
        'eks-cluster': { amount: 0.1, per: 'hour' },
        'eks-hybrid-vcpu': { amount: 0.02, per: 'hour' },
        'aws-transit-gateway-attachment': { amount: 0.05, per: 'hour' },
        'aws-vpn-connection': { amount: 0.05, per: 'hour' },
        'aws-nat-gateway': { amount: 0.045, per: 'hour' },
        'aws-public-ipv4': { amount: 0.005, per: 'hour' },
        'aws-kms-key': { amount: 1, per: 'month' },
        'aws-gp3-gib': { amount: 0.08, per: 'month' },
        'ec2-t3.medium': { amount: 0.0416, per: 'hour' },
        'ec2-t3.large': { amount: 0.0832, per: 'hour' },
        'ec2-m5.large': { amount: 0.096, per: 'hour' },
        'ec2-m6i.large': { amount: 0.096, per: 'hour' },
        'ec2-m7i.large': { amount: 0.1008, per: 'hour' },
        'ec2-m6i.xlarge': { amount: 0.192, per: 'hour' },
        'ec2-m7i.xlarge': { amount: 0.2016, per: 'hour' },
        'ec2-c6i.large': { amount: 0.085, per: 'hour' },
        'ec2-c6in.large': { amount: 0.1134, per: 'hour' },
        'ec2-m6g.large': { amount: 0.077, per: 'hour' },
        'ec2-m7g.large': { amount: 0.0816, per: 'hour' },
        'azure-vpn-gateway-VpnGw1AZ': { amount: 0.361, per: 'hour' },
        'azure-vpn-gateway-VpnGw2AZ': { amount: 0.564, per: 'hour' },
        'azure-vpn-gateway-VpnGw3AZ': { amount: 1.438, per: 'hour' },
        'azure-vpn-gateway-VpnGw4AZ': { amount: 2.415, per: 'hour' },
        'azure-vpn-gateway-VpnGw5AZ': { amount: 4.197, per: 'hour' },
        'azure-expressroute-gateway-ErGw1AZ': { amount: 0.361, per: 'hour' },
        'azure-expressroute-gateway-ErGw2AZ': { amount: 0.923, per: 'hour' },
        'azure-expressroute-gateway-ErGw3AZ': { amount: 2.81, per: 'hour' },
        'azure-route-server': { amount: 0.45, per: 'hour' },
        'azure-nat-gateway': { amount: 0.045, per: 'hour' },
        'azure-public-ip': { amount: 0.005, per: 'hour' },
        'azure-vm-Standard_D2s_v5': { amount: 0.096, per: 'hour' },
        'azure-vm-Standard_D4s_v5': { amount: 0.192, per: 'hour' },
        'azure-vm-Standard_D8s_v5': { amount: 0.384, per: 'hour' },
        'azure-vm-Standard_D16s_v5': { amount: 0.768, per: 'hour' },
        'azure-vm-Standard_D32s_v5': { amount: 1.536, per: 'hour' },
        'azure-disk-Premium_LRS-gib': { amount: 0.15, per: 'month' },
        'azure-disk-StandardSSD_LRS-gib': { amount: 0.075, per: 'month' },
        'azure-disk-Standard_LRS-gib': { amount: 0.046, per: 'month' },
    },
};


/***/ }),

/***/ 7197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _L: () => (/* binding */ _boolean),
  LK: () => (/* binding */ _int),
  G1: () => (/* binding */ _isoDateTime),
  UI: () => (/* binding */ _nonnegative),
  F7: () => (/* binding */ _number),
  Rl: () => (/* binding */ _string),
  em: () => (/* binding */ _unknown),
  q0: () => (/* binding */ describe),
  mI: () => (/* binding */ meta)
});

// UNUSED EXPORTS: TimePrecision, _any, _array, _base64, _base64url, _bigint, _catch, _check, _cidrv4, _cidrv6, _coercedBigint, _coercedBoolean, _coercedDate, _coercedNumber, _coercedString, _creditCard, _cuid, _cuid2, _custom, _date, _default, _discriminatedUnion, _e164, _email, _emoji, _endsWith, _enum, _file, _float32, _float64, _gt, _gte, _guid, _iban, _includes, _int32, _int64, _intersection, _ipv4, _ipv6, _isoDate, _isoDuration, _isoTime, _jwt, _ksuid, _lazy, _length, _literal, _lowercase, _lt, _lte, _mac, _map, _max, _maxLength, _maxSize, _mime, _min, _minLength, _minSize, _multipleOf, _nan, _nanoid, _nativeEnum, _negative, _never, _nonoptional, _nonpositive, _normalize, _null, _nullable, _optional, _overwrite, _pipe, _positive, _promise, _properties, _property, _readonly, _record, _refine, _regex, _set, _size, _slugify, _startsWith, _stringFormat, _stringbool, _success, _superRefine, _symbol, _templateLiteral, _toLowerCase, _toUpperCase, _transform, _trim, _tuple, _uint32, _uint64, _ulid, _undefined, _union, _uppercase, _url, _uuid, _uuidv4, _uuidv6, _uuidv7, _void, _xid, _xor

// EXTERNAL MODULE: ../../node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(1694);
;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/registries.js
var _a;
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
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

// EXTERNAL MODULE: ../../node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(2055);
;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/api.js




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ...core_util/* normalizeParams */.A2(params) }));
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
function _emoji(Class, params) {
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
        ...core_util/* normalizeParams */.A2(params),
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
    return new Class(snapshotChecks({ type: "number", checks: [], ...core_util/* normalizeParams */.A2(params) }));
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
        ...core_util/* normalizeParams */.A2(params),
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
        ...core_util/* normalizeParams */.A2(params),
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
function _undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _null(Class, params) {
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
    return new core_checks/* $ZodCheckGreaterThan */.J_({
        check: "greater_than",
        ...core_util/* normalizeParams */.A2(params),
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
    const ch = new core_checks/* $ZodCheck */.QP({ check: "describe" });
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
    const ch = new core_checks/* $ZodCheck */.QP({ check: "meta" });
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


/***/ }),

/***/ 1694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ $ZodCheckGreaterThan),
/* harmony export */   KH: () => (/* binding */ $ZodCheckNumberFormat),
/* harmony export */   QP: () => (/* binding */ $ZodCheck),
/* harmony export */   ql: () => (/* binding */ $ZodCheckStringFormat)
/* harmony export */ });
/* unused harmony exports $ZodCheckLessThan, $ZodCheckMultipleOf, $ZodCheckBigIntFormat, $ZodCheckMaxSize, $ZodCheckMinSize, $ZodCheckSizeEquals, $ZodCheckMaxLength, $ZodCheckMinLength, $ZodCheckLengthEquals, $ZodCheckRegex, $ZodCheckLowerCase, $ZodCheckUpperCase, $ZodCheckIncludes, $ZodCheckStartsWith, $ZodCheckEndsWith, $ZodCheckProperty, $ZodCheckProperties, $ZodCheckMimeType, $ZodCheckOverwrite */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6416);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2055);
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheck", (inst, def) => {
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
const $ZodCheckGreaterThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckGreaterThan", (inst, def) => {
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
const $ZodCheckNumberFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER_FORMAT_RANGES */ .zH[def.format];
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
const $ZodCheckStringFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStringFormat", (inst, def) => {
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


/***/ }),

/***/ 6416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* unused harmony exports NEVER, $brand, $ZodEncodeError */
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2055);
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
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
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
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}


/***/ }),

/***/ 8989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qg: () => (/* binding */ parse),
  EJ: () => (/* binding */ parseAsync),
  xL: () => (/* binding */ safeParse),
  bp: () => (/* binding */ safeParseAsync)
});

// UNUSED EXPORTS: _decode, _decodeAsync, _encode, _encodeAsync, _parse, _parseAsync, _safeDecode, _safeDecodeAsync, _safeEncode, _safeEncodeAsync, _safeParse, _safeParseAsync, decode, decodeAsync, encode, encodeAsync, safeDecode, safeDecodeAsync, safeEncode, safeEncodeAsync, validate, validateAsync

// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(6416);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/util.js
var util = __nccwpck_require__(2055);
;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, util/* jsonStringifyReplacer */.k8, 2));
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
const $ZodError = (0,core_core/* $constructor */.xI)("$ZodError", initializer);
const $ZodRealError = (0,core_core/* $constructor */.xI)("$ZodError", initializer, undefined, {
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
            throw new core_core/* $ZodAsyncError */.GT();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            util/* captureStackTrace */.gx(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            util/* captureStackTrace */.gx(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
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
                error = new Err(issues.map((iss) => util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
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
const validateAsync = async (schema, value, _ctx) => {
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


/***/ }),

/***/ 6357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $p: () => (/* binding */ $ZodArray),
  sF: () => (/* binding */ $ZodBoolean),
  VO: () => (/* binding */ $ZodEnum),
  Ko: () => (/* binding */ $ZodISODateTime),
  qc: () => (/* binding */ $ZodNullable),
  vz: () => (/* binding */ $ZodNumber),
  I: () => (/* binding */ $ZodNumberFormat),
  L8: () => (/* binding */ $ZodObject),
  ig: () => (/* binding */ $ZodOptional),
  h: () => (/* binding */ $ZodRecord),
  $v: () => (/* binding */ $ZodString),
  EY: () => (/* binding */ $ZodStringFormat),
  W4: () => (/* binding */ $ZodType),
  GP: () => (/* binding */ $ZodUnknown)
});

// UNUSED EXPORTS: $ZodAny, $ZodBase64, $ZodBase64URL, $ZodBigInt, $ZodBigIntFormat, $ZodCIDRv4, $ZodCIDRv6, $ZodCUID, $ZodCUID2, $ZodCatch, $ZodCodec, $ZodCreditCard, $ZodCustom, $ZodCustomStringFormat, $ZodDate, $ZodDefault, $ZodDiscriminatedUnion, $ZodE164, $ZodEmail, $ZodEmoji, $ZodExactOptional, $ZodFile, $ZodFunction, $ZodGUID, $ZodIBAN, $ZodIPv4, $ZodIPv6, $ZodISODate, $ZodISODuration, $ZodISOTime, $ZodIntersection, $ZodJWT, $ZodKSUID, $ZodLazy, $ZodLiteral, $ZodMAC, $ZodMap, $ZodNaN, $ZodNanoID, $ZodNever, $ZodNonOptional, $ZodNull, $ZodObjectJIT, $ZodPipe, $ZodPrefault, $ZodPreprocess, $ZodPromise, $ZodReadonly, $ZodSet, $ZodSuccess, $ZodSymbol, $ZodTemplateLiteral, $ZodTransform, $ZodTuple, $ZodULID, $ZodURL, $ZodUUID, $ZodUndefined, $ZodUnion, $ZodVoid, $ZodXID, $ZodXor, URL_BAD_FORMAT, URL_UNPARSEABLE, base64Charset, base64urlCharset, canParseURL, clone, getDiscriminatedOption, isValidBase64, isValidBase64URL, isValidCIDRv6, isValidCreditCard, isValidIBAN, isValidIPv6, isValidJWT, mergeValues, parseURLObject, standardProps, stripTabAndNewline, urlHostnameOk, urlProtocolOk, validateURL

// EXTERNAL MODULE: ../../node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(1694);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(6416);
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

// EXTERNAL MODULE: ../../node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(2055);
;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ../../node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodType", (inst, def) => {
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
            let isAborted = core_util/* aborted */.QH(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (core_util/* explicitlyAborted */.rL(payload))
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
                    throw new core_core/* $ZodAsyncError */.GT();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = core_util/* aborted */.QH(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = core_util/* aborted */.QH(payload, currLen);
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
            if (core_util/* aborted */.QH(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
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
                    throw new core_core/* $ZodAsyncError */.GT();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())) } : { value: r.value };
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

const $ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodString", (inst, def) => {
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
const $ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    core_checks/* $ZodCheckStringFormat */.ql.init(inst, def);
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
const $ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODateTime", (inst, def) => {
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
const $ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumber", (inst, def) => {
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
const $ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumberFormat", (inst, def) => {
    core_checks/* $ZodCheckNumberFormat */.KH.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBoolean", (inst, def) => {
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
const $ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
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
    const caps = core_util/* sizeCaps */.hi(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of core_util/* sizeCaps */.hi(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    core_util/* attachSchema */.d3(payload.issues, start, inst);
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
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
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
                if (abortEarly && result.issues.length !== 0 && core_util/* aborted */.QH(result))
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
        final.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
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
    const okeys = core_util/* optionalKeys */.NM(def.shape);
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
            if (core_util/* aborted */.QH(payload, seen))
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
const $ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObject", (inst, def) => {
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
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    core_util/* assignProp */.Vy(propValues, key, new Set());
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
    const isObject = core_util/* isObject */.Gv;
    const catchall = def.catchall;
    let value;
    const memo = core_core/* globalConfig */.cr.memoizer;
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
                if (core_util/* aborted */.QH(payload, seen))
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
const $ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isPlainObject */.Qd(input)) {
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
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
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
                                payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
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
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
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
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
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
const $ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = core_util/* getEnumValues */.w5(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const patternValues = core_util/* getEnumValues */.w5(zod.def.entries).filter((k) => core_util/* propertyKeyTypes */.qQ.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util/* escapeRegex */.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
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
const $ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)})?$`) : undefined;
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
const $ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)}|null)$`) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
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
})));
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


/***/ }),

/***/ 2055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   B7: () => (/* binding */ stringifyPrimitive),
/* harmony export */   GW: () => (/* binding */ parsedType),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   jw: () => (/* binding */ joinValues),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   qQ: () => (/* binding */ propertyKeyTypes),
/* harmony export */   qh: () => (/* binding */ own),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   sD: () => (/* binding */ escapeRegex),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal),
/* harmony export */   w5: () => (/* binding */ getEnumValues),
/* harmony export */   zH: () => (/* binding */ NUMBER_FORMAT_RANGES)
/* harmony export */ });
/* unused harmony exports assertEqual, assertNotEqual, toZod, assertIs, assertNever, assert, nullish, floatSafeRemainder, defineLazy, objectClone, rawShape, mergeDefs, cloneDef, getElementAtPath, promiseAllObject, randomString, esc, slugify, allowsEval, shallowClone, numKeys, getParsedType, primitiveTypes, createTransparentProxy, BIGINT_FORMAT_RANGES, pick, omit, extend, safeExtend, merge, partial, required, unwrapMessage, getSizableOrigin, codePointLength, getLengthableOrigin, issue, cleanEnum, base64ToUint8Array, uint8ArrayToBase64, base64urlToUint8Array, uint8ArrayToBase64url, hexToUint8Array, uint8ArrayToHex, Class, derived, CONSTANT_CATCH, constantCatch */

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
function isObject(data) {
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
    if (isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (isObject(prot) === false)
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


/***/ }),

/***/ 5915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ikc: () => (/* binding */ object),
/* harmony export */   L5J: () => (/* binding */ unknown),
/* harmony export */   Whr: () => (/* binding */ int),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   g1P: () => (/* binding */ record),
/* harmony export */   k5n: () => (/* binding */ _enum),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   mee: () => (/* binding */ nullable),
/* harmony export */   zMY: () => (/* binding */ boolean),
/* harmony export */   zUr: () => (/* binding */ ZodMiniStringFormat)
/* harmony export */ });
/* unused harmony exports ZodMiniType, ZodMiniString, ZodMiniEmail, email, ZodMiniGUID, guid, ZodMiniUUID, uuid, uuidv4, uuidv6, uuidv7, ZodMiniURL, url, httpUrl, ZodMiniEmoji, emoji, ZodMiniNanoID, nanoid, ZodMiniCUID, cuid, ZodMiniCUID2, cuid2, ZodMiniULID, ulid, ZodMiniXID, xid, ZodMiniKSUID, ksuid, ZodMiniIPv4, ipv4, ZodMiniIPv6, ipv6, ZodMiniCIDRv4, cidrv4, ZodMiniCIDRv6, cidrv6, ZodMiniMAC, mac, ZodMiniBase64, base64, ZodMiniBase64URL, base64url, ZodMiniE164, e164, ZodMiniCreditCard, creditCard, ZodMiniIBAN, iban, ZodMiniJWT, jwt, ZodMiniCustomStringFormat, stringFormat, hostname, hex, currencyCode, hash, ZodMiniNumber, ZodMiniNumberFormat, float32, float64, int32, uint32, ZodMiniBoolean, ZodMiniBigInt, bigint, ZodMiniBigIntFormat, int64, uint64, ZodMiniSymbol, symbol, ZodMiniUndefined, undefined, ZodMiniNull, null, ZodMiniAny, any, ZodMiniUnknown, ZodMiniNever, never, ZodMiniVoid, void, ZodMiniDate, date, ZodMiniArray, keyof, ZodMiniObject, strictObject, looseObject, extend, safeExtend, merge, pick, omit, partial, exactPartial, required, catchall, ZodMiniUnion, union, ZodMiniXor, xor, ZodMiniDiscriminatedUnion, discriminatedUnion, ZodMiniIntersection, intersection, ZodMiniTuple, tuple, ZodMiniRecord, partialRecord, looseRecord, ZodMiniMap, map, ZodMiniSet, set, ZodMiniEnum, nativeEnum, ZodMiniLiteral, literal, ZodMiniFile, file, ZodMiniTransform, transform, ZodMiniOptional, ZodMiniExactOptional, exactOptional, ZodMiniNullable, nullish, ZodMiniDefault, _default, ZodMiniPrefault, prefault, ZodMiniNonOptional, nonoptional, ZodMiniSuccess, success, ZodMiniCatch, catch, ZodMiniNaN, nan, ZodMiniPipe, pipe, ZodMiniCodec, codec, invertCodec, ZodMiniReadonly, readonly, ZodMiniTemplateLiteral, templateLiteral, ZodMiniLazy, lazy, ZodMiniPromise, promise, ZodMiniCustom, check, custom, refine, superRefine, describe, meta, instanceof, stringbool, json, ZodMiniFunction, _function, function */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6416);
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6357);
/* harmony import */ var _core_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2055);
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7197);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8989);




const ZodMiniType = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniType", (inst, def) => {
    if (!inst._zod)
        throw new Error("Uninitialized schema in ZodMiniType.");
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodType */ .W4.init(inst, def);
    inst.def = def;
    inst.type = def.type;
}, {
    // `with` is an alias for `check`: the same function object, not a wrapper.
    get with() {
        return this.check;
    },
    set with(value) {
        _core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .qh(this, "with", value);
    },
    parse(data, params) {
        return _parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg(this, data, params, { callee: this.parse });
    },
    parseAsync(data, params) {
        return _parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAsync */ .EJ(this, data, params, { callee: this.parseAsync });
    },
    safeParse(data, params) {
        return _parse_js__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xL(this, data, params);
    },
    safeParseAsync(data, params) {
        return _parse_js__WEBPACK_IMPORTED_MODULE_3__/* .safeParseAsync */ .bp(this, data, params);
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
        return _core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .clone */ .o8(this, _def, params);
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
const ZodMiniString = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniString", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodString */ .$v.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_4__/* ._string */ .Rl(ZodMiniString, params);
}
const ZodMiniStringFormat = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniStringFormat", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodStringFormat */ .EY.init(inst, def);
    ZodMiniString.init(inst, def);
});
const ZodMiniEmail = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniEmail", (inst, def) => {
    core.$ZodEmail.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function email(params) {
    return core._email(ZodMiniEmail, params);
}
const ZodMiniGUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniGUID", (inst, def) => {
    core.$ZodGUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function guid(params) {
    return core._guid(ZodMiniGUID, params);
}
const ZodMiniUUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniUUID", (inst, def) => {
    core.$ZodUUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function uuid(params) {
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
function emoji(params) {
    return core._emoji(ZodMiniEmoji, params);
}
const ZodMiniNanoID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNanoID", (inst, def) => {
    core.$ZodNanoID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function nanoid(params) {
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
function cuid(params) {
    return core._cuid(ZodMiniCUID, params);
}
const ZodMiniCUID2 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCUID2", (inst, def) => {
    core.$ZodCUID2.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function cuid2(params) {
    return core._cuid2(ZodMiniCUID2, params);
}
const ZodMiniULID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniULID", (inst, def) => {
    core.$ZodULID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function ulid(params) {
    return core._ulid(ZodMiniULID, params);
}
const ZodMiniXID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniXID", (inst, def) => {
    core.$ZodXID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function xid(params) {
    return core._xid(ZodMiniXID, params);
}
const ZodMiniKSUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniKSUID", (inst, def) => {
    core.$ZodKSUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function ksuid(params) {
    return core._ksuid(ZodMiniKSUID, params);
}
const ZodMiniIPv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIPv4", (inst, def) => {
    core.$ZodIPv4.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function ipv4(params) {
    return core._ipv4(ZodMiniIPv4, params);
}
const ZodMiniIPv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIPv6", (inst, def) => {
    core.$ZodIPv6.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function ipv6(params) {
    return core._ipv6(ZodMiniIPv6, params);
}
const ZodMiniCIDRv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCIDRv4", (inst, def) => {
    core.$ZodCIDRv4.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function cidrv4(params) {
    return core._cidrv4(ZodMiniCIDRv4, params);
}
const ZodMiniCIDRv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCIDRv6", (inst, def) => {
    core.$ZodCIDRv6.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function cidrv6(params) {
    return core._cidrv6(ZodMiniCIDRv6, params);
}
const ZodMiniMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniMAC", (inst, def) => {
    core.$ZodMAC.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function mac(params) {
    return core._mac(ZodMiniMAC, params);
}
const ZodMiniBase64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBase64", (inst, def) => {
    core.$ZodBase64.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function base64(params) {
    return core._base64(ZodMiniBase64, params);
}
const ZodMiniBase64URL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBase64URL", (inst, def) => {
    core.$ZodBase64URL.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function base64url(params) {
    return core._base64url(ZodMiniBase64URL, params);
}
const ZodMiniE164 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniE164", (inst, def) => {
    core.$ZodE164.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function e164(params) {
    return core._e164(ZodMiniE164, params);
}
const ZodMiniCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function creditCard(params) {
    return core._creditCard(ZodMiniCreditCard, params);
}
const ZodMiniIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function iban(params) {
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
function hostname(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "hostname", regexes.hostname, _params);
}
// @__NO_SIDE_EFFECTS__
function hex(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "hex", regexes.hex, _params);
}
// @__NO_SIDE_EFFECTS__
function currencyCode(_params) {
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
const ZodMiniNumber = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniNumber", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodNumber */ .vz.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function number(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_4__/* ._number */ .F7(ZodMiniNumber, params);
}
const ZodMiniNumberFormat = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniNumberFormat", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodNumberFormat */ .I.init(inst, def);
    ZodMiniNumber.init(inst, def);
});
function int(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_4__/* ._int */ .LK(ZodMiniNumberFormat, params);
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
const ZodMiniBoolean = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniBoolean", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodBoolean */ .sF.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function boolean(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_4__/* ._boolean */ ._L(ZodMiniBoolean, params);
}
const ZodMiniBigInt = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBigInt", (inst, def) => {
    core.$ZodBigInt.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function bigint(params) {
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
function _undefined(params) {
    return core._undefined(ZodMiniUndefined, params);
}

const ZodMiniNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNull", (inst, def) => {
    core.$ZodNull.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function _null(params) {
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
const ZodMiniUnknown = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniUnknown", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodUnknown */ .GP.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_4__/* ._unknown */ .em(ZodMiniUnknown);
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
function _void(params) {
    return core._void(ZodMiniVoid, params);
}

const ZodMiniDate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniDate", (inst, def) => {
    core.$ZodDate.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function date(params) {
    return core._date(ZodMiniDate, params);
}
const ZodMiniArray = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniArray", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodArray */ .$p.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
    return new ZodMiniArray({
        type: "array",
        element: element,
        ..._core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeParams */ .A2(params),
    });
}
// .keyof
// @__NO_SIDE_EFFECTS__
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return _enum(Object.keys(shape));
}
const ZodMiniObject = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniObject", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodObject */ .L8.init(inst, def);
    ZodMiniType.init(inst, def);
    _core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .installLazyProp */ .X(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ..._core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeParams */ .A2(params),
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
function extend(schema, shape) {
    return util.extend(schema, shape);
}
// @__NO_SIDE_EFFECTS__
function safeExtend(schema, shape) {
    return util.safeExtend(schema, shape);
}
/**
 * @deprecated Use [`z.extend(A, B.shape)`](https://zod.dev/api?id=extend) instead.
 */
// @__NO_SIDE_EFFECTS__
function merge(a, b) {
    return util.merge(a, b);
}
// @__NO_SIDE_EFFECTS__
function pick(schema, mask) {
    return util.pick(schema, mask);
}
// .omit
// @__NO_SIDE_EFFECTS__
function omit(schema, mask) {
    return util.omit(schema, mask);
}
// @__NO_SIDE_EFFECTS__
function partial(schema, mask) {
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
function required(schema, mask) {
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
const ZodMiniRecord = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniRecord", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodRecord */ .h.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodMiniRecord({
            type: "record",
            keyType: string(),
            valueType: keyType,
            ..._core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeParams */ .A2(valueType),
        });
    }
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ..._core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeParams */ .A2(params),
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
const ZodMiniEnum = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniEnum", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodEnum */ .VO.init(inst, def);
    ZodMiniType.init(inst, def);
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodMiniEnum({
        type: "enum",
        entries,
        ..._core_util_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeParams */ .A2(params),
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
const ZodMiniOptional = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniOptional", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodOptional */ .ig.init(inst, def);
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
const ZodMiniNullable = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniNullable", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodNullable */ .qc.init(inst, def);
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
function nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodMiniDefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniDefault", (inst, def) => {
    core.$ZodDefault.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function _default(innerType, defaultValue) {
    return new ZodMiniDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
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
function _catch(innerType, catchValue) {
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
function _lazy(getter) {
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
const describe = _core_index_js__WEBPACK_IMPORTED_MODULE_4__/* .describe */ .q0;
const meta = _core_index_js__WEBPACK_IMPORTED_MODULE_4__/* .meta */ .mI;
// instanceof
class Class {
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
    const jsonSchema = _lazy(() => {
        return union([string(), number(), boolean(), _null(), array(jsonSchema), record(string(), jsonSchema)]);
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
/******/ var __webpack_exports__ = __nccwpck_require__(5020);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
