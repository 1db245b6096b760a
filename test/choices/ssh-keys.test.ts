import { describe, expect, it } from 'vitest';
import { checkSshKey } from '../../src/choices/ssh-keys.js';
import { sshKey } from '../support/answers.js';

/** A field of a key's body: its length in four bytes, and itself. */
function field(content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

const key = (type: string, ...fields: (Buffer | string)[]) =>
  `${type} ${Buffer.concat([type, ...fields].map(field)).toString('base64')}`;

const point = (size: number) => Buffer.concat([Buffer.from([4]), Buffer.alloc(2 * size, 7)]);
const rsa = (bits: number) =>
  key(
    'ssh-rsa',
    Buffer.from([1, 0, 1]),
    Buffer.concat([Buffer.from([0]), Buffer.alloc(bits / 8, 0xff)]),
  );

describe('a public key', () => {
  it.each([
    sshKey,
    key('ssh-ed25519', Buffer.alloc(32, 1)),
    rsa(2048),
    rsa(4096),
    key('ecdsa-sha2-nistp256', 'nistp256', point(32)),
    key('ecdsa-sha2-nistp384', 'nistp384', point(48)),
    key('ecdsa-sha2-nistp521', 'nistp521', point(66)),
    `${key('sk-ssh-ed25519@openssh.com', Buffer.alloc(32, 7), 'ssh:')} my key`,
    key('sk-ecdsa-sha2-nistp256@openssh.com', 'nistp256', point(32), 'ssh:'),
  ])('is taken: %s', (line) => {
    expect(checkSshKey(line)).toEqual({ ok: true, value: line });
    expect(checkSshKey(`  ${line.replaceAll(' ', '\t ')} `)).toEqual({ ok: true, value: line });
  });

  const [type = '', body = ''] = sshKey.split(' ');

  it.each([
    ['', 'must be a public key'],
    ['constructor AAAA', 'must be a public key'],
    [type, 'damaged'],
    [sshKey.slice(0, 40), 'damaged'],
    [`${type} ${body.slice(0, -4)}`, 'damaged'],
    [`${type} ${body}AAAA`, 'damaged'],
    [`ssh-rsa ${body}`, 'its body says otherwise'],
    [key('ssh-ed25519', Buffer.alloc(31)), 'damaged'],
    [key('ecdsa-sha2-nistp256', 'nistp384', point(32)), 'damaged'],
    [key('ecdsa-sha2-nistp256', 'nistp256', point(48)), 'damaged'],
    [key('ecdsa-sha2-nistp256', 'nistp256', Buffer.alloc(65, 2)), 'damaged'],
    [key('ecdsa-sha2-nistp256', 'nistp256', point(32), 'x'), 'damaged'],
    [key('sk-ssh-ed25519@openssh.com', Buffer.alloc(31, 7), 'ssh:'), 'damaged'],
    [key('sk-ssh-ed25519@openssh.com', Buffer.alloc(32, 7), ''), 'damaged'],
    [key('sk-ssh-ed25519@openssh.com', Buffer.alloc(32, 7), 'ssh:', 'x'), 'damaged'],
    [key('sk-ecdsa-sha2-nistp256@openssh.com', 'nistp384', point(32), 'ssh:'), 'damaged'],
    [key('sk-ecdsa-sha2-nistp256@openssh.com', 'nistp256', point(31), 'ssh:'), 'damaged'],
    [key('sk-ecdsa-sha2-nistp256@openssh.com', 'nistp256', point(32)), 'damaged'],
    [key('sk-ecdsa-sha2-nistp256@openssh.com', 'nistp256', point(32), 'ssh:', 'x'), 'damaged'],
    [key('ssh-rsa', '', Buffer.alloc(256, 0xff)), 'damaged'],
    [key('ssh-rsa', Buffer.from([1, 0, 1]), Buffer.alloc(0)), 'damaged'],
    [key('ssh-rsa', Buffer.from([1, 0, 1]), Buffer.alloc(256)), '0 bits'],
    [rsa(1024), '1024 bits'],
    [rsa(16_392), '16392 bits, more than OpenSSH takes'],
    [`no-pty ${sshKey}`, 'in front of the key'],
    [`ssh-dss ${body}`, 'DSA'],
    [`ssh-ed25519-cert-v01@openssh.com ${body}`, 'certificate'],
    ['SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8', 'fingerprint'],
    ['~/.ssh/id_ed25519.pub', 'name of a file'],
    [`${sshKey} \u0007`, 'do not show'],
  ])('%j is refused', (line, why) => {
    expect(checkSshKey(line)).toMatchObject({ ok: false, why: expect.stringContaining(why) });
  });

  it.each([
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ',
    'PuTTY-User-Key-File-3: ssh-ed25519',
  ])('the private one is refused by that name: %s', (line) => {
    expect(checkSshKey(line)).toMatchObject({ ok: false, why: expect.stringContaining('PRIVATE') });
  });

  it('behind something else is what is suggested', () => {
    expect(checkSshKey(`no-pty ${sshKey}`)).toMatchObject({ suggestion: sshKey });
  });
});
