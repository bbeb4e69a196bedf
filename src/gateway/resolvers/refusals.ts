/** Turns a service's refusal into a member of a result union. */
import { REFUSALS, type Refusal } from '../../domain/refusal';
import { seesLocality } from '../../domain/actor';
import { actorOf, type GatewayContext } from '../context';
import { ClientError } from '../errors';
import { type RefusedRequest } from '../types/refusal.type';

export function toRefusal(
  { refused, detail }: Refusal,
  context: Pick<GatewayContext, 'language'>,
): RefusedRequest {
  const sentence = REFUSALS[refused][context.language];
  return { code: refused, message: detail === undefined ? sentence : `${sentence} (${detail})` };
}

/** @throws ClientError when the locality does not exist or the key is limited to another one. */
export async function requireLocality(context: GatewayContext, code: string | undefined): Promise<void> {
  if (code === undefined || code === null) return;
  if (!seesLocality(actorOf(context), code)) throw new ClientError('FORBIDDEN');
  if (!(await context.loaders.locality.load(code))) throw new ClientError('BAD_USER_INPUT', NO_SUCH_LOCALITY);
}

const NO_SUCH_LOCALITY = {
  vi: 'Không có địa phương mang mã này; truy vấn localities liệt kê các mã.',
  en: 'No locality has this code; the query localities lists them.',
};
