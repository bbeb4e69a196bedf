/** `POST /feeds/:locality/:feed`: takes in records that a province pushes, under a key of that province or of the nation. */
import { json, type RequestHandler } from 'express';
import { z } from 'zod';
import { Role } from '../../domain/actor';
import { FEED_REJECTIONS } from '../../domain/ioc/feed-record';
import { isRefusal, REFUSALS } from '../../domain/refusal';
import { deliverFeed } from '../../services/sources/deliver-feed';
import { actorOf, type Hub } from '../context';
import { ClientError } from '../errors';
import { callerOf, requireHolder } from './caller';

const MOST_RECORDS = 5_000;

/** The record's own values are read one by one, so that a bad one spoils no other. */
const Delivery = z.strictObject({
  records: z
    .array(
      z.object({
        receiverKey: z.unknown().optional(),
        version: z.unknown().optional(),
        reportingDay: z.unknown().optional(),
        issuedAt: z.unknown().optional(),
        numerator: z.unknown().optional(),
        denominator: z.unknown().optional(),
      }),
    )
    .max(MOST_RECORDS),
});

export const readFeedBody: RequestHandler = json({ limit: '2mb' });

export function takeFeeds(hub: Hub): RequestHandler {
  return async (request, response) => {
    requireHolder(request, Role.OPERATOR);
    const delivery = Delivery.safeParse(request.body);
    if (!delivery.success) throw new ClientError('BAD_USER_INPUT', UNREADABLE);
    const caller = callerOf(request);
    const { locality = '', feed = '' } = request.params as { locality?: string; feed?: string };
    const pushed = { localityCode: locality, feed, records: delivery.data.records };
    const receipt = await deliverFeed(hub.db, actorOf(caller), pushed, Date.now());
    const { language, requestId } = caller;
    if (isRefusal(receipt)) {
      const { refused: code } = receipt;
      return void response.status(404).json({ code, message: REFUSALS[code][language], requestId });
    }
    const rejections = receipt.rejections.map(({ index, code }) => {
      return { index, code, message: FEED_REJECTIONS[code][language] };
    });
    response.json({ locality, feed, ...receipt, rejections, requestId });
  };
}

const UNREADABLE = {
  vi: `Nội dung phải là JSON {"records": […]}, tối đa ${MOST_RECORDS} bản ghi, mỗi bản ghi có receiverKey, version, reportingDay, issuedAt, numerator, denominator.`,
  en: `The body must be JSON {"records": […]} of at most ${MOST_RECORDS} records, each with receiverKey, version, reportingDay, issuedAt, numerator, denominator.`,
};
