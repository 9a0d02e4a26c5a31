export const id = 747;
export const ids = [747];
export const modules = {

/***/ 5048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var zod_v4_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6416);
/* harmony import */ var zod_v4_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8989);
/* harmony import */ var zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9376);
/**
 * Validation by zod with messages for people. Schemas are written with `zod/mini` (`import * as z from 'zod/mini'`):
 * ncc bundles it at 267 kB and 12 ms of start-up against 366 kB and 27 ms for `zod`, because the classic API hangs
 * every method on every schema. Schemas of either are accepted here.
 */


// zod/mini brings no messages of its own; without a locale each problem would read "Invalid input".
(0,zod_v4_core__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W)((0,zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)());
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
    const result = (0,zod_v4_core__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL)(schema, value);
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

/***/ 8747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readNodeConfig: () => (/* binding */ readNodeConfig),
  renderNodeConfig: () => (/* binding */ renderNodeConfig)
});

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
// EXTERNAL MODULE: ./lib/action/schema.js
var schema = __webpack_require__(5048);
// EXTERNAL MODULE: ./lib/nodes/node-config-rules.js
var node_config_rules = __webpack_require__(1489);
// EXTERNAL MODULE: ../../node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(2727);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/api.js + 2 modules
var api = __webpack_require__(7318);
;// CONCATENATED MODULE: ./lib/nodes/node-config-schema.js
/**
 * The NodeConfig of EKS hybrid nodes as nodeadm decodes it: strictly, so that a member it does not know is an error.
 * Source: aws/eks-hybrid v1.0.20, `api/v1alpha1/nodeconfig_types.go` and `internal/node/hybrid/validator.go`.
 */

/** Of SSM's CreateActivation. */
const ACTIVATION_CODE = /^.{20,250}$/;
const ACTIVATION_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const node_config_schema_text = () => schemas/* string */.YjP().check(api/* _minLength */.m9(1, 'must not be empty'));
const arn = () => schemas/* string */.YjP().check(api/* _regex */.Fk(/^arn:aws[a-z-]*:/, 'must be an ARN'));
const ssm = schemas/* strictObject */.rej({
    activationCode: schemas/* string */.YjP().check(api/* _regex */.Fk(ACTIVATION_CODE, 'must have 20 to 250 characters')),
    activationId: schemas/* string */.YjP().check(api/* _regex */.Fk(ACTIVATION_ID, 'must be a UUID in lower case')),
});
const iamRolesAnywhere = schemas/* strictObject */.rej({
    nodeName: node_config_schema_text().check(api/* _maxLength */.Eb(64, 'must have at most 64 characters')),
    trustAnchorArn: arn(),
    profileArn: arn(),
    roleArn: arn(),
    awsConfigPath: schemas/* optional */.lqM(node_config_schema_text()),
    certificatePath: schemas/* optional */.lqM(node_config_schema_text()),
    privateKeyPath: schemas/* optional */.lqM(node_config_schema_text()),
});
const cluster = schemas/* strictObject */.rej({
    name: node_config_schema_text(),
    region: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'must be a region such as eu-central-1')),
    apiServerEndpoint: schemas/* optional */.lqM(schemas/* string */.YjP()),
    certificateAuthority: schemas/* optional */.lqM(schemas/* string */.YjP().check(api/* _regex */.Fk(/^(?:[A-Za-z0-9+/\s]+={0,2}\s*)?$/, 'must be base64'))),
    cidr: schemas/* optional */.lqM(schemas/* string */.YjP()),
    enableOutpost: schemas/* optional */.lqM(schemas/* boolean */.zMY()),
    id: schemas/* optional */.lqM(schemas/* string */.YjP()),
});
const nodeConfigSchema = schemas/* strictObject */.rej({
    apiVersion: schemas/* literal */.euz('node.eks.aws/v1alpha1'),
    kind: schemas/* literal */.euz('NodeConfig'),
    metadata: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())),
    spec: schemas/* strictObject */.rej({
        cluster,
        hybrid: schemas/* strictObject */.rej({
            enableCredentialsFile: schemas/* optional */.lqM(schemas/* boolean */.zMY()),
            ssm: schemas/* optional */.lqM(ssm),
            iamRolesAnywhere: schemas/* optional */.lqM(iamRolesAnywhere),
        }),
        kubelet: schemas/* optional */.lqM(schemas/* strictObject */.rej({
            config: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())),
            flags: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* string */.YjP())),
        })),
        containerd: schemas/* optional */.lqM(schemas/* strictObject */.rej({ config: schemas/* optional */.lqM(schemas/* string */.YjP()) })),
        instance: schemas/* optional */.lqM(schemas/* strictObject */.rej({ localStorage: schemas/* optional */.lqM(schemas/* strictObject */.rej({ strategy: schemas/* optional */.lqM(schemas/* string */.YjP()) })) })),
    }),
});

;// CONCATENATED MODULE: ./lib/nodes/node-config.js
/**
 * Reads and writes the NodeConfig of a hybrid node without the program. Whatever a NodeConfig holds may be secret: no
 * message repeats more of it than names of members, labels and taints.
 */




const NOTHING = { cluster: undefined, region: undefined, provider: undefined, activationCode: undefined };
/** Reads one document of YAML or JSON and tells everything that nodeadm would refuse, and what it would not say. */
function readNodeConfig(content) {
    const lines = new dist/* LineCounter */.HN();
    // The parser's own sentences quote the lines around a fault, and one of them may be the activation code.
    const documents = (0,dist/* parseAllDocuments */.hR)(content, {
        prettyErrors: false,
        lineCounter: lines,
        stringKeys: true,
        logLevel: 'error',
    });
    const [document, ...others] = Array.isArray(documents) ? documents : [];
    if (document === undefined)
        return { ...NOTHING, errors: ['it is empty'], warnings: [] };
    const faults = document.errors.map(({ code, pos }) => `line ${lines.linePos(pos[0]).line}: ${code.toLowerCase().replaceAll('_', ' ')}`);
    if (others.length > 0)
        faults.push(`it holds ${others.length + 1} documents, one is needed`);
    if (faults.length > 0)
        return { ...NOTHING, errors: faults, warnings: [] };
    return readValue(plainValue(document));
}
/** Undefined for aliases that unfold without end, which no NodeConfig needs. */
function plainValue(document) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch {
        return undefined;
    }
}
function readValue(value) {
    const activationCode = codeIn(value);
    const result = (0,schema/* validate */.t)(nodeConfigSchema, value);
    if (result.valid) {
        const { cluster, hybrid } = result.value.spec;
        const provider = hybrid.ssm === undefined ? 'iam-ra' : 'ssm';
        const facts = { cluster: cluster.name, region: cluster.region, provider, activationCode };
        return { ...facts, ...(0,node_config_rules/* judgeNodeConfig */.ki)(result.value) };
    }
    return { ...NOTHING, activationCode, errors: [...result.problems, ...hints(value)], warnings: [] };
}
function member(value, ...names) {
    return names.reduce((object, name) => typeof object === 'object' && object !== null && Object.hasOwn(object, name)
        ? object[name]
        : undefined, value);
}
/** Looked for before the shape is checked: a refused configuration has a code to hide as well. */
function codeIn(value) {
    const code = member(value, 'spec', 'hybrid', 'ssm', 'activationCode');
    const isText = typeof code === 'string' || typeof code === 'number';
    return isText && String(code) !== '' ? String(code) : undefined;
}
/** Mistakes that are made often, in words that say where it belongs. */
function hints(value) {
    const found = [];
    if (member(value, 'spec', 'hybrid', 'region') !== undefined) {
        found.push('spec.hybrid.region: the region belongs into spec.cluster.region');
    }
    for (const name of ['activationCode', 'activationId']) {
        if (typeof member(value, 'spec', 'hybrid', 'ssm', name) === 'number') {
            found.push(`spec.hybrid.ssm.${name}: put it in quotes, YAML reads it as a number`);
        }
    }
    return found;
}
/** The NodeConfig as YAML, every text in quotes. It holds the activation code: write it with mode 0600 only. */
function renderNodeConfig(parts) {
    const { cluster, region, activationId, activationCode, labels, taints, maxPods } = parts;
    const flags = [
        ...(labels.length === 0 ? [] : [`--node-labels=${labels.join(',')}`]),
        ...(taints.length === 0 ? [] : [`--register-with-taints=${taints.join(',')}`]),
    ];
    const kubelet = {
        ...(flags.length > 0 && { flags }),
        ...(maxPods !== undefined && { config: { maxPods } }),
    };
    const config = {
        apiVersion: 'node.eks.aws/v1alpha1',
        kind: 'NodeConfig',
        spec: {
            cluster: { name: cluster, region },
            hybrid: {
                ...(parts.enableCredentialsFile && { enableCredentialsFile: true }),
                ssm: { activationCode, activationId },
            },
            ...(Object.keys(kubelet).length > 0 && { kubelet }),
        },
    };
    return (0,dist/* stringify */.As)(config, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}


/***/ })

};
