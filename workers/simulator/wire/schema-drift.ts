/** Answers for answers whose shape changed overnight: one harmless way, three that break a promise; for JSON and XML alike. */

type Change = (body: string) => string;

const CHANGES: readonly Change[] = [
  // A field more, which a caller must be able to overlook.
  (body) =>
    body
      .replaceAll('"TrangThai":', '"NguonCapNhat":"MO_PHONG","TrangThai":')
      .replaceAll('<dc:TrangThai>', '<dc:NguonCapNhat>MO_PHONG</dc:NguonCapNhat><dc:TrangThai>'),
  (body) => body.replaceAll('"SoDinhDanh":', '"MaDinhDanh":').replaceAll('dc:SoDinhDanh>', 'dc:MaDinhDanh>'),
  (body) =>
    body
      .replace(/"GioiTinh":([12])/g, (_, sex: string) => `"GioiTinh":"${sex === '1' ? 'NAM' : 'NU'}"`)
      .replace(/<dc:GioiTinh>([12])/g, (_, sex: string) => `<dc:GioiTinh>${sex === '1' ? 'NAM' : 'NU'}`),
  (body) =>
    body
      .replace(/"NgayThangNam":"(\d{4})(\d\d)(\d\d)"/g, '"NgayThangNam":"$3/$2/$1"')
      .replace(/<dc:NgayThangNam>(\d{4})(\d\d)(\d\d)/g, '<dc:NgayThangNam>$3/$2/$1'),
];

/** `draw` in [0, 1) says which change; it is the request's own. */
export function drifted(body: string, draw: number): string {
  return (CHANGES[Math.floor(draw * CHANGES.length)] as Change)(body);
}
