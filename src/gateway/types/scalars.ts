/** The scalars of the schema beyond those of GraphQL itself, described in both languages. */
import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars';
import { says } from '../describe';

function renamed(scalar: GraphQLScalarType, name: string, vi: string, en: string): GraphQLScalarType {
  const { serialize, parseValue, parseLiteral } = scalar;
  return new GraphQLScalarType({ name, serialize, parseValue, parseLiteral, ...says(vi, en) });
}

export const DateTimeScalar = renamed(
  GraphQLDateTimeISO,
  'DateTime',
  'Thời điểm theo ISO 8601, ví dụ 2025-11-23T08:30:00.000Z',
  'A moment in ISO 8601, for example 2025-11-23T08:30:00.000Z',
);

export const DateScalar = renamed(
  GraphQLLocalDate,
  'Date',
  'Ngày theo ISO 8601, ví dụ 2025-07-01',
  'A day in ISO 8601, for example 2025-07-01',
);

export const SafeIntScalar = renamed(
  GraphQLSafeInt,
  'SafeInt',
  'Số nguyên tới 2^53−1, dùng cho kích thước tính bằng byte',
  'A whole number up to 2^53−1, used for sizes in bytes',
);

export const JsonScalar = renamed(
  GraphQLJSONObject,
  'JSONObject',
  'Đối tượng JSON, chỉ gồm mã và số đếm, không có dữ liệu cá nhân',
  'A JSON object of codes and counts only, never personal data',
);
