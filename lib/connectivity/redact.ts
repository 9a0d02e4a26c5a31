/** Takes out what logs in, from text that is kept for people to read. */

const OUT = '[redacted]';

const WHOLE: readonly RegExp[] = [
  // Blocks of keys in PEM; certificates say nothing secret and stay.
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  // JSON Web Tokens.
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  // Tokens of EKS are signed addresses of STS.
  /\bk8s-aws-v1\.[\w-]+/g,
  // Key ids of AWS: with their secret beside them they log in.
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}\b/g,
];
const AFTER: readonly RegExp[] = [
  /\b((?:Bearer|Basic)\s+)[\w.~+/=-]{6,}/gi,
  /([?&]X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"']+/gi,
  // `"token": "…"`, `password=…`, `aws_secret_access_key: …`; never across a line.
  /((?:token|password|passwd|secret|secret[_-]?access[_-]?key|api[_-]?key|private[_-]?key|pre[_-]?shared[_-]?key|psk|activation[_-]?code|authorization)["']?[ \t]*[:=][ \t]*["']?)(?!Bearer|Basic)[^\s"',;}\]]{4,}/gi,
];

/** The text with keys, tokens and passwords replaced. */
export function redact(text: string): string {
  const whole = WHOLE.reduce((rest, pattern) => rest.replace(pattern, OUT), text);
  return AFTER.reduce((rest, pattern) => rest.replace(pattern, `$1${OUT}`), whole);
}
