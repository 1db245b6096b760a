/**
 * Public keys, as OpenSSH writes them: `TYPE BASE64 COMMENT` on one line (sshd(8), AUTHORIZED_KEYS
 * FILE FORMAT). The middle holds fields, each with its length before it in four bytes, of which the
 * first repeats the type (RFC 4253, section 6.6; RFC 4251, section 5).
 */
import { accepted, type Check, refused } from '../questions/question.js';

/** What is wrong with the fields after the type, or nothing. */
type CheckFields = (fields: readonly Buffer[]) => string | undefined;

const broken = 'is damaged: some of it is missing or too much';

/** The point of a key on a NIST curve, uncompressed: 4, then two coordinates (SEC 1, 2.3.3). */
const isPoint = (point: Buffer | undefined, size: number) =>
  point?.length === 1 + 2 * size && point[0] === 4;

/** ECDSA: the curve's name and the point (RFC 5656, section 3.1). */
function ecdsa(curve: string, size: number): CheckFields {
  return ([name, point, ...more]) =>
    name?.toString() === curve && isPoint(point, size) && more.length === 0 ? undefined : broken;
}

/** RSA: exponent and modulus (RFC 4253, section 6.6). */
const rsa: CheckFields = ([exponent, modulus, ...more]) => {
  if (!exponent?.length || !modulus?.length || more.length > 0) return broken;
  const bits = bitLength(modulus);
  // sshd takes 1024 bits by default (RequiredRSASize), of which NIST SP 800-131A has long disapproved
  if (bits < 2048) return `has ${bits} bits, which is too few to be safe`;
  return bits > 16384 ? `has ${bits} bits, more than OpenSSH takes` : undefined;
};

/** The length of a whole number, whose first byte is 0 where its first bit would make it negative. */
function bitLength(number: Buffer): number {
  const digits = number.toString('hex').replace(/^0+/, '');
  const first = Number.parseInt(digits[0] ?? '0', 16);
  return digits.length === 0 ? 0 : 4 * (digits.length - 1) + (32 - Math.clz32(first));
}

const types: Readonly<Record<string, CheckFields>> = {
  // RFC 8709, section 4
  'ssh-ed25519': ([key, ...more]) => (key?.length === 32 && more.length === 0 ? undefined : broken),
  'ssh-rsa': rsa,
  'ecdsa-sha2-nistp256': ecdsa('nistp256', 32),
  'ecdsa-sha2-nistp384': ecdsa('nistp384', 48),
  'ecdsa-sha2-nistp521': ecdsa('nistp521', 66),
  // those on a security key end with the application that they are for (OpenSSH's PROTOCOL.u2f)
  'sk-ssh-ed25519@openssh.com': ([key, application, ...more]) =>
    key?.length === 32 && application?.length && more.length === 0 ? undefined : broken,
  'sk-ecdsa-sha2-nistp256@openssh.com': ([curve, point, application, ...more]) =>
    curve?.toString() === 'nistp256' && isPoint(point, 32) && application?.length && !more.length
      ? undefined
      : broken,
};

/** PEM's first line, PuTTY's, and what every body of OpenSSH's own format begins with. */
const privateKey = /BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXktdjE/;

/** Checks one line with one public key; what comes back has single spaces. */
export function checkSshKey(line: string): Check {
  const typed = line.trim();
  if (privateKey.test(typed)) {
    return refused(
      'is a PRIVATE key: nobody but you may ever see it. The public one is in the file beside it that ends in .pub',
    );
  }
  const [type = '', body = '', ...comment] = typed.split(/[ \t]+/);
  const check = Object.hasOwn(types, type) ? types[type] : undefined;
  if (check === undefined) return refused(...whyNoKey(typed, type));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f]/.test(typed.replaceAll('\t', ' '))) {
    return refused('has characters that do not show');
  }
  const fields = fieldsOf(body);
  if (fields === undefined || fields.length === 0) return refused(broken);
  if (fields[0]?.toString() !== type) return refused(`says ${type}, and its body says otherwise`);
  const why = check(fields.slice(1));
  return why === undefined ? accepted([type, body, ...comment].join(' ')) : refused(why);
}

/** Why a line that begins with none of the types is no key, and what would do. */
function whyNoKey(typed: string, first: string): readonly [why: string, suggestion?: string] {
  if (first === 'ssh-dss') return ['is a DSA key, which OpenSSH no longer takes'];
  if (/-cert-v\d+@openssh\.com$/.test(first)) return ['is a certificate, not a key'];
  if (/^(SHA256|MD5):/.test(typed)) return ['is the fingerprint of a key, not the key'];
  const key = Object.keys(types)
    .map((type) => typed.indexOf(` ${type} `))
    .filter((at) => at !== -1);
  if (key.length > 0) {
    return ['has something in front of the key', typed.slice(Math.min(...key) + 1)];
  }
  if (/^[~./]|\.pub$/.test(typed))
    return ['is the name of a file: give the line in it, as "$(cat FILE)" does'];
  return ['must be a public key, such as ssh-ed25519 AAAA… you@computer'];
}

/** The fields of a key's body, if it is base64 (RFC 4648) and they fill it exactly. */
function fieldsOf(body: string): readonly Buffer[] | undefined {
  const bytes = Buffer.from(body, 'base64');
  if (bytes.toString('base64') !== body) return undefined;
  const fields: Buffer[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return at === bytes.length ? fields : undefined;
}
