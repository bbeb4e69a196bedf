/** Public and closed addresses, against the operating system's own reader of blocks. */
import { BlockList, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { isPublicAddress } from './public-address';

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
    '1.2.3',
    '256.1.1.1',
    '0x7f.0.0.1',
    '1::2::3',
    '12345::',
  ])('closes %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '2606:4700:4700::1111',
    '2001:4860:4860::8888',
    '2405:4800::1',
  ])('opens %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('agrees with the reader of blocks that Node has', () => {
    const closed = new BlockList();
    for (const [block, length] of [
      ['10.0.0.0', 8],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
    ] as const) {
      closed.addSubnet(block, length, 'ipv4');
    }
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        if (closed.check(address, 'ipv4')) expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
    const given = new BlockList();
    given.addSubnet('2000::', 3, 'ipv6');
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        fc.pre(isIPv6(address));
        if (!given.check(address, 'ipv6')) expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});
