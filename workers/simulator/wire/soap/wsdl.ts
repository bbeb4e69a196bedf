/** Answers for the WSDL of the SOAP skin, written from the list of operations so that the two cannot part. */
import { REQUEST_NAMESPACE } from './soap-call';
import { RESPONSE_NAMESPACE } from './soap-envelope';
import { SOAP_OPERATIONS, SOAP_PATH } from './soap-skin';
import { escapeXml } from './xml-reader';

const LISTED = [
  'MaTinhThanh',
  'TuTuoi',
  'DenTuoi',
  'GioiTinh',
  'DanToc',
  'TonGiao',
  'NhomMau',
  'Trang',
  'SoBanGhi',
  'TuViTri',
];

const optional = (name: string): string => `<xs:element name="${name}" type="xs:string" minOccurs="0"/>`;
const needed = (name: string): string => `<xs:element name="${name}" type="xs:string"/>`;
const typed = (name: string, type: string, more = ''): string =>
  `<xs:element name="${name}" type="${type}"${more}/>`;
const complex = (name: string, content: string): string =>
  `<xs:complexType name="${name}"><xs:sequence>${content}</xs:sequence></xs:complexType>`;
const OPTIONAL = ' minOccurs="0"';
const MANY = ' minOccurs="0" maxOccurs="unbounded"';

function requestSchema(): string {
  const birth = complex('NgayThangNamSinh', optional('NgayThangNam') + optional('Nam'));
  const question = complex(
    'CauHoi',
    ['MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo'].map(needed).join('') +
      ['MaDonVi', 'TaiKhoan', 'SoDinhDanh', 'SoCMND', 'HoVaTen'].map(optional).join('') +
      typed('NgayThangNamSinh', 'dan:NgayThangNamSinh', OPTIONAL) +
      LISTED.map(optional).join(''),
  );
  const elements = [...SOAP_OPERATIONS.keys()].map((name) => typed(name, 'dan:CauHoi')).join('');
  return schema(REQUEST_NAMESPACE, birth + question + elements);
}

function responseSchema(): string {
  const name = complex('HoVaTen', ['Ho', 'ChuDem', 'Ten'].map(optional).join(''));
  const birth = complex('NgayThangNamSinh', optional('Nam') + optional('NgayThangNam'));
  const place = complex(
    'NoiChon',
    ['MaTinhThanh', 'MaPhuongXa', 'ChiTiet', 'ChiTietCu', 'QuocGia'].map(optional).join(''),
  );
  const called = typed('HoVaTen', 'dc:HoVaTen', OPTIONAL);
  const relative = complex('NguoiThan', ['SoDinhDanh', 'SoCMND', 'QuocTich'].map(optional).join('') + called);
  const head = complex('ChuHo', called + ['SoDinhDanh', 'SoCMND', 'QuanHe'].map(optional).join(''));
  return schema(
    RESPONSE_NAMESPACE,
    name +
      birth +
      place +
      relative +
      head +
      complex('CongDan', citizen()) +
      `<xs:element name="CongdanCollection"><xs:complexType><xs:sequence>${typed('CongDan', 'dc:CongDan', MANY)}</xs:sequence>` +
      ['SoCongDan', 'GhiChu', 'ThoiDiemDuLieu', 'id', 'Trang', 'SoBanGhi', 'TiepTheo']
        .map((attribute) => `<xs:attribute name="${attribute}" type="xs:string"/>`)
        .join('') +
      '</xs:complexType></xs:element>' +
      answer('KetQuaXacThuc', typed('TonTai', 'xs:boolean')) +
      answer('KetQuaXacMinh', optional('TinhTrangHonNhan') + optional('TrangThai')) +
      answer('Loi', ['MaLoi', 'MoTa', 'MaYeuCau'].map(optional).join('')),
  );
}

function citizen(): string {
  const place = (name: string): string => typed(name, 'dc:NoiChon', OPTIONAL);
  const relative = (name: string): string => typed(name, 'dc:NguoiThan', OPTIONAL);
  return (
    needed('SoDinhDanh') +
    optional('SoCMND') +
    typed('SoDinhDanhCu', 'xs:string', MANY) +
    typed('HoVaTen', 'dc:HoVaTen') +
    typed('HoVaTenCu', 'xs:string', MANY) +
    typed('GioiTinh', 'xs:int') +
    typed('NgayThangNamSinh', 'dc:NgayThangNamSinh') +
    ['DanToc', 'TonGiao', 'NhomMau', 'QuocTich', 'TinhTrangHonNhan'].map(optional).join('') +
    ['NoiDangKyKhaiSinh', 'QueQuan', 'ThuongTru', 'NoiOHienTai'].map(place).join('') +
    ['Cha', 'Me', 'VoChong'].map(relative).join('') +
    typed('ChuHo', 'dc:ChuHo', OPTIONAL) +
    optional('SoSoHoKhau') +
    needed('TrangThai')
  );
}

function answer(name: string, content: string): string {
  return `<xs:element name="${name}"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`;
}

function schema(namespace: string, content: string): string {
  return `<xs:schema targetNamespace="${namespace}" elementFormDefault="qualified">${content}</xs:schema>`;
}

/** The element that an operation answers with. */
function answerOf(operation: string): string {
  if (operation === 'XacThucThongTinCongDan') return 'KetQuaXacThuc';
  return operation.startsWith('XacMinhTinhTrang') ? 'KetQuaXacMinh' : 'CongdanCollection';
}

/** `host` is the Host header of whoever asks: the address that this reader can call. */
export function writeWsdl(host: string): string {
  const names = [...SOAP_OPERATIONS.keys()];
  const message = (name: string, element: string): string =>
    `<wsdl:message name="${name}"><wsdl:part name="parameters" element="${element}"/></wsdl:message>`;
  const body = '<soap:body use="literal"/>';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<wsdl:definitions name="DanCuMoPhong" targetNamespace="${REQUEST_NAMESPACE}" xmlns:dan="${REQUEST_NAMESPACE}"` +
    ` xmlns:dc="${RESPONSE_NAMESPACE}" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"` +
    ' xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema">' +
    '<wsdl:documentation>DỮ LIỆU MÔ PHỎNG - simulated register, invented people</wsdl:documentation>' +
    `<wsdl:types>${requestSchema()}${responseSchema()}</wsdl:types>` +
    names.map((name) => message(`${name}Hoi`, `dan:${name}`)).join('') +
    ['CongdanCollection', 'KetQuaXacThuc', 'KetQuaXacMinh', 'Loi']
      .map((name) => message(name, `dc:${name}`))
      .join('') +
    `<wsdl:portType name="DanCu">${names.map(portOperation).join('')}</wsdl:portType>` +
    '<wsdl:binding name="DanCuSoap" type="dan:DanCu"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>' +
    names
      .map(
        (name) =>
          `<wsdl:operation name="${name}"><soap:operation soapAction=""/><wsdl:input>${body}</wsdl:input>` +
          `<wsdl:output>${body}</wsdl:output><wsdl:fault name="Loi"><soap:fault name="Loi" use="literal"/></wsdl:fault></wsdl:operation>`,
      )
      .join('') +
    '</wsdl:binding><wsdl:service name="DanCuMoPhong"><wsdl:port name="DanCu" binding="dan:DanCuSoap">' +
    `<soap:address location="http://${escapeXml(host)}${SOAP_PATH}"/></wsdl:port></wsdl:service></wsdl:definitions>`
  );
}

function portOperation(name: string): string {
  return (
    `<wsdl:operation name="${name}"><wsdl:input message="dan:${name}Hoi"/>` +
    `<wsdl:output message="dan:${answerOf(name)}"/><wsdl:fault name="Loi" message="dan:Loi"/></wsdl:operation>`
  );
}
