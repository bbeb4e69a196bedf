/** Answers what would become of the cells of an assessment if indicators stood otherwise; stores nothing. */
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { listFindingsOfAssessment } from '../../db/queries/list-cell-findings';
import { listMatrixCells } from '../../db/queries/list-matrix-cells';
import { writeCellKey } from '../../domain/matrix/cell-key';
import { HOLD } from '../../domain/matrix/held-days';
import { supposeStatus } from '../../domain/matrix/what-if';
import { type GatewayContext } from '../context';
import { says } from '../describe';
import { ClientError } from '../errors';
import { PRESENT_TEMPLATE } from '../matrix-forms';
import { findStatusRule } from '../status-rules';
import { WhatIfInput, WhatIfResult } from '../types/what-if.type';

@Resolver()
export class WhatIfResolver {
  @Query(
    () => WhatIfResult,
    says(
      'Nếu các chỉ số có giá trị này thì ô nào đổi trạng thái; không lưu gì',
      'Which cells would change their status if indicators stood so; stores nothing',
    ),
  )
  async whatIf(
    @Arg('input', () => WhatIfInput, says('Câu hỏi giả định', 'What to assume'))
    { assessment, assume }: WhatIfInput,
    @Ctx() { hub, loaders }: GatewayContext,
  ): Promise<object> {
    const found = await loaders.assessmentById.load(assessment);
    if (!found) throw new ClientError('NOT_FOUND');
    const catalogue = (await loaders.indicators.load(PRESENT_TEMPLATE)).map(({ code }) => code);
    const stranger = assume.find(({ indicator }) => !catalogue.includes(indicator));
    if (stranger) throw new ClientError('BAD_USER_INPUT', noSuchIndicator(stranger.indicator));
    const [rows, cells] = await Promise.all([
      listFindingsOfAssessment((sql, parameters) => hub.db.query(sql, parameters), found.id, HOLD.windowDays),
      listMatrixCells(hub.db, [found.id]),
    ]);
    const assumed = new Set(assume.map(({ indicator }) => indicator));
    const changes = rows.flatMap((row) => {
      const supposed = supposeStatus(row, assume);
      if (!supposed) return [];
      const cell = cells.find(({ id }) => id === writeCellKey(row));
      const { status: after, declared, rule, why } = supposed;
      return [{ cell, before: row.status, after, declared, rule: findStatusRule(rule), why }];
    });
    const concerned = rows.filter((row) => row.findings.some(({ code }) => assumed.has(code))).length;
    return { changes, concerned };
  }
}

const noSuchIndicator = (code: string) => ({
  vi: `Không có chỉ số ${code.slice(0, 60)}; truy vấn metricCatalog liệt kê các chỉ số.`,
  en: `There is no indicator ${code.slice(0, 60)}; the query metricCatalog lists them.`,
});
