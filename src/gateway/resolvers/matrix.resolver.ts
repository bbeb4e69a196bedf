/** Serves the items and cells of a matrix, and what stands behind each cell. */
import { Args, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvidencePage, type EvidenceRow } from '../../db/queries/list-cell-evidence';
import { type CellRow } from '../../db/queries/list-matrix-cells';
import { type ColumnRow, type ItemRow } from '../../db/queries/list-matrix-form';
import { type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, IdPlace } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { type MatrixForm } from '../matrix-forms';
import { findStatusRule } from '../status-rules';
import { shortcut } from '../shortcuts';
import { LARGEST_PAGE, toConnection, type Connection } from '../types/connection.type';
import { EvidenceArgs, EvidenceConnection, RunEvidence } from '../types/evidence.type';
import { MatrixCell, MatrixItem } from '../types/matrix.type';
import { type Of } from './assessment.resolver';

type Soon<Value> = Value | Promise<Value>;

@Resolver(() => MatrixItem)
export class MatrixItemResolver {
  @FieldResolver()
  parent(@Root() item: Of<ItemRow>): Of<ItemRow> | null {
    return item.parentPath === null ? null : itemAt(item.form, item.parentPath, item);
  }

  @FieldResolver(listOf(7))
  async cells(@Root() item: Of<ItemRow>, @Ctx() { loaders }: GatewayContext): Promise<ShownCell[]> {
    const { form, assessmentId, asOf, path } = item;
    const cells = (await loaders.cells.load({ subject: assessmentId, given: { asOf } })).get(path);
    return form.columns.flatMap(({ code }) => {
      const cell = cells?.get(code);
      return cell ? { ...cell, form } : [];
    });
  }
}

/** A cell that was reached through its item brings its form along: a promise less for each cell of a matrix. */
export type ShownCell = CellRow & { readonly form?: MatrixForm };

@Resolver(() => MatrixCell)
export class MatrixCellResolver {
  @FieldResolver()
  item(@Root() cell: ShownCell, @Ctx() { hub }: GatewayContext): Soon<Of<ItemRow> | null> {
    const find = (form: MatrixForm | null) =>
      form && itemAt(form, cell.itemPath, { assessmentId: cell.assessmentId, asOf: null });
    return cell.form ? find(cell.form) : hub.findForm(cell.templateCode).then(find);
  }

  @FieldResolver()
  column(@Root() cell: ShownCell, @Ctx() { hub }: GatewayContext): Soon<ColumnRow | undefined> {
    const find = (form: MatrixForm | null) => form?.columnOf.get(cell.columnCode);
    return cell.form ? find(cell.form) : hub.findForm(cell.templateCode).then(find);
  }

  @FieldResolver()
  statusRule(@Root() { statusRuleCode: code }: CellRow): object | null {
    return code === null ? null : findStatusRule(code);
  }

  @Extensions(shortcut(answerWithoutEvidence))
  @FieldResolver(() => EvidenceConnection, says('Bằng chứng, mới nhất trước', 'The evidence, newest first'))
  async evidence(
    @Root() { assessmentId, itemPath, columnCode }: CellRow,
    @Args(() => EvidenceArgs) { first, after }: EvidenceArgs,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<Connection<EvidenceRow>> {
    const given = { first, after: decodeCursor(IdPlace, after) };
    const subject = { assessmentId, itemPath, columnCode };
    return toEvidence(await loaders.evidence.load({ subject, given }), { first, after });
  }
}

@Resolver(() => RunEvidence)
export class RunEvidenceResolver {
  @FieldResolver()
  run(@Root() { runId }: EvidenceRow, @Ctx() { loaders }: GatewayContext): Promise<object | null> | null {
    return runId === null ? null : loaders.run.load(runId);
  }
}

const NO_EVIDENCE = toEvidence({ total: 0, rows: [] }, { first: 0 });

/** Most cells have none. Arguments that are out of the ordinary go the long way, where they are checked. */
function answerWithoutEvidence(cell: CellRow, { first, after }: EvidenceArgs): object | undefined {
  const isPlain = first >= 0 && first <= LARGEST_PAGE && after == null;
  return isPlain && !cell.hasEvidence ? NO_EVIDENCE : undefined;
}

function toEvidence(
  found: EvidencePage,
  page: { first: number; after?: string | null | undefined },
): Connection<EvidenceRow> {
  return toConnection(found.rows, {
    ...page,
    cursorOf: (row) => encodeCursor(row.id),
    countAll: () => found.total,
  });
}

export function itemAt(
  form: MatrixForm,
  path: string,
  { assessmentId, asOf }: Pick<Of<object>, 'assessmentId' | 'asOf'>,
): Of<ItemRow> | null {
  const found = form.itemAt.get(path);
  return found ? { ...found, form, assessmentId, asOf } : null;
}
