/** Checks where the rules about former units speak, and where they must keep silent. */
import { NO_FACTS } from '../batch-facts';
import { ADDRESS_RULES } from './address-rules';

const TODAY = { year: 2026, month: 11, day: 23 };

function saidOf(rule: string, address: string): string | null | undefined {
  const found = ADDRESS_RULES.find(({ id }) => id === rule)!.apply(
    address,
    { row: { address }, facts: NO_FACTS, today: TODAY },
    'address',
  );
  return found === null ? undefined : [found].flat()[0]!.after;
}

test.each([
  ['A06', 'ap 3, xa An Phu, Thai Binh', 'ap 3, xa An Phu, Thái Bình'],
  ['A06', 'phuong An Khanh, thanh pho Ha Noi', 'phuong An Khanh, thành phố Hà Nội'],
  ['A06', 'xã An Phú, tỉnh Thái Bình', undefined],
  ['A06', 'xa Phu Tho, T. Phu Tho', 'xa Phu Tho, tỉnh Phú Thọ'],
  ['A03', 'phường An Cựu, tỉnh Thừa Thiên Huế', 'phường An Cựu, thành phố Huế'],
  ['A03', 'phường An Cựu, thành phố Huế', undefined],
  ['A06', 'xa An Phu, Dong Tam', undefined],
  ['A07', 'xã Tân Khai, tỉnh Bình Phước', null],
  ['A07', 'xã Tân Khai, huyện Hớn Quản, tỉnh Bình Phước', undefined],
  // Two tiers are how addresses are written today.
  ['A07', 'xã Tân Khai, thành phố Đồng Nai', undefined],
  ['A04', 'huyện Hớn Quản, tỉnh Bình Phước', null],
  ['A04', 'thị trấn Tân Khai, huyện Hớn Quản, tỉnh Bình Phước', undefined],
  // An island district is one unit today.
  ['A04', 'huyện Côn Đảo, tỉnh Bà Rịa - Vũng Tàu', undefined],
  ['A04', 'phường Hồng Hà, thành phố Hà Nội', undefined],
])('%s about %s', (rule, address, after) => {
  expect(saidOf(rule, address)).toBe(after);
});
