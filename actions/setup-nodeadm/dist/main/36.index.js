export const id = 36;
export const ids = [36];
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

/***/ 4036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkRegion: () => (/* binding */ checkRegion),
/* harmony export */   parseManifest: () => (/* binding */ parseManifest),
/* harmony export */   supportedKubernetes: () => (/* binding */ supportedKubernetes)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3483);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2727);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7318);
/* harmony import */ var _action_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5048);
/* harmony import */ var _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(210);
/**
 * What nodeadm can install and where, read from its manifest. Apart from the installation because it brings the YAML
 * parser and the checker of schemas into a bundle.
 * Source: aws/eks-hybrid, `internal/aws/manifest.go`.
 */




const schema = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    supported_eks_releases: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        major_minor_version: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        latest_patch_version: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        patch_releases: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            version: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            artifacts: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), arch: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), os: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
        })),
    }))
        .check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._minLength */ .m9(1)),
    region_config: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ cred_providers: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()) })),
});
/** Reads the manifest; members that nobody asks for may change. EHA1447 with the first places that do not fit. */
function parseManifest(text, from) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { maxAliasCount: 100, logLevel: 'error' });
    }
    catch (cause) {
        throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeadmErrors */ .i.EHA1447(`${from} is not YAML.`, { cause });
    }
    const result = (0,_action_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .validate */ .t)(schema, value);
    if (result.valid)
        return result.value;
    throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeadmErrors */ .i.EHA1447(`${from} is not the manifest of nodeadm: ${result.problems.join('; ')}`);
}
/**
 * The patch release that the version stands for: itself, or the newest of a minor version. EHA1448, with the list of
 * what there is, when the manifest lacks it or has no kubelet for the architecture.
 */
function supportedKubernetes(manifest, version, architecture) {
    const releases = manifest.supported_eks_releases;
    const minor = version.split('.').slice(0, 2).join('.');
    const release = releases.find((entry) => entry.major_minor_version === minor);
    if (release === undefined) {
        const known = releases.map((entry) => entry.major_minor_version).join(', ');
        throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeadmErrors */ .i.EHA1448(`Kubernetes ${version} is not in the manifest, which has ${known}.`);
    }
    const wanted = version === minor ? `${minor}.${release.latest_patch_version}` : version;
    const patch = release.patch_releases.find((entry) => entry.version === wanted);
    if (patch === undefined) {
        const known = release.patch_releases.map((entry) => entry.version).join(', ');
        throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeadmErrors */ .i.EHA1448(`Kubernetes ${wanted} is not in the manifest, which has of ${minor}: ${known || 'none'}.`);
    }
    const isBuilt = patch.artifacts.some(({ name, arch, os }) => name === 'kubelet' && arch === architecture && os === 'linux');
    if (isBuilt)
        return wanted;
    throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeadmErrors */ .i.EHA1448(`The manifest has no kubelet ${wanted} for linux on ${architecture}.`);
}
/** EHA1449, with the list of what there is, unless the region is known and has the credential provider. */
function checkRegion(manifest, region, provider) {
    const regions = manifest.region_config;
    const config = Object.hasOwn(regions, region) ? regions[region] : undefined;
    if (config === undefined) {
        const known = Object.keys(regions).sort().join(', ');
        throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeadmErrors */ .i.EHA1449(`${region} is not in the manifest, which has ${known || 'no region at all'}.`);
    }
    if (config.cred_providers[provider] === true)
        return;
    const known = Object.keys(config.cred_providers).filter((name) => config.cred_providers[name] === true);
    throw _nodeadm_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeadmErrors */ .i.EHA1449(`In ${region} nodeadm does not support the credential provider ${provider}, but ${known.join(', ') || 'none'}.`);
}


/***/ })

};
