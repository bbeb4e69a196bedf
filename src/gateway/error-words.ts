/** Every error code that a client can meet, with the sentence that goes with it in both languages. */

interface Words {
  readonly vi: string;
  readonly en: string;
}

export const ERROR_WORDS = {
  UNAUTHENTICATED: {
    vi: 'Cần khóa truy cập hợp lệ trong tiêu đề Authorization: Bearer <khóa>.',
    en: 'A valid key is needed in the header Authorization: Bearer <key>.',
  },
  FORBIDDEN: {
    vi: 'Khóa này không có quyền thực hiện việc đó.',
    en: 'This key may not do that.',
  },
  NOT_FOUND: {
    vi: 'Không tìm thấy đối tượng này.',
    en: 'There is no such thing.',
  },
  BAD_USER_INPUT: {
    vi: 'Dữ liệu gửi lên không hợp lệ.',
    en: 'The input is not valid.',
  },
  BAD_REQUEST: {
    vi: 'Yêu cầu không đúng định dạng.',
    en: 'The request is not well formed.',
  },
  GRAPHQL_PARSE_FAILED: {
    vi: 'Truy vấn sai cú pháp.',
    en: 'The query does not parse.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    vi: 'Truy vấn không phù hợp với lược đồ hoặc vượt giới hạn.',
    en: 'The query does not fit the schema, or exceeds a limit.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    vi: 'Không xác định được thao tác cần chạy.',
    en: 'It is not clear which operation to run.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    vi: 'Máy chủ không dùng truy vấn lưu sẵn. Hãy gửi cả truy vấn.',
    en: 'Persisted queries are not used here. Send the whole query.',
  },
  QUERY_TOO_EXPENSIVE: {
    vi: 'Truy vấn có thể trả về quá nhiều dữ liệu. Hãy giảm first hoặc chọn ít trường hơn.',
    en: 'The query could return too much. Lower first or ask for fewer fields.',
  },
  INTROSPECTION_DISABLED: {
    vi: 'Chỉ khóa quản trị được xem lược đồ trên máy chủ này. Lược đồ có trong schema/schema.graphql.',
    en: 'Only an admin key may introspect this server. The schema ships as schema/schema.graphql.',
  },
  PAYLOAD_TOO_LARGE: {
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The body is too large.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    vi: 'Kiểu nội dung không được hỗ trợ.',
    en: 'The content type is not supported.',
  },
  TIMEOUT: {
    vi: 'Yêu cầu mất quá nhiều thời gian. Hãy thử lại với phạm vi nhỏ hơn.',
    en: 'The request took too long. Try again with a smaller scope.',
  },
  TOO_BUSY: {
    vi: 'Máy chủ đang nhận quá nhiều tệp cùng lúc. Hãy thử lại sau ít giây.',
    en: 'Too many files are on their way at once. Try again in a few seconds.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    vi: 'Kết nối này đã theo dõi quá nhiều thứ cùng lúc.',
    en: 'This connection follows too many things at once.',
  },
  SUBSCRIPTIONS_ONLY: {
    vi: 'WebSocket chỉ nhận subscription. Hãy gửi query và mutation qua HTTP.',
    en: 'The WebSocket takes subscriptions only. Send queries and mutations over HTTP.',
  },
  SERVICE_UNAVAILABLE: {
    vi: 'Cơ sở dữ liệu tạm thời không sẵn sàng. Hãy thử lại sau.',
    en: 'The database is out of reach for now. Try again later.',
  },
  INTERNAL_SERVER_ERROR: {
    vi: 'Máy chủ gặp lỗi. Hãy báo mã yêu cầu (requestId) cho người quản trị.',
    en: 'The server made a mistake. Tell its administrator the requestId.',
  },
} as const satisfies Record<string, Words>;

export type ErrorCode = keyof typeof ERROR_WORDS;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_WORDS, code);
}

/** The HTTP status that says the same. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  PERSISTED_QUERY_NOT_SUPPORTED: 400,
  QUERY_TOO_EXPENSIVE: 400,
  INTROSPECTION_DISABLED: 400,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TIMEOUT: 503,
  TOO_BUSY: 503,
  TOO_MANY_SUBSCRIPTIONS: 429,
  SUBSCRIPTIONS_ONLY: 400,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};
