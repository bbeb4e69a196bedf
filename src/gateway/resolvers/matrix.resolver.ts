/** Serves the items and cells of a matrix, and what stands behind each cell. */
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvidencePage, type EvidenceRow } from '../../db/queries/list-cell-evidence';
import { type CellRow } from '../../db/queries/list-matrix-cells';
import { type ColumnRow, type ItemRow } from '../../db/queries/list-matrix-form';
import { VERIFICATION_RULE } from '../../domain/matrix-status';
import { type GatewayContext } from '../context';
import { decodeCursor, encodeCursor, IdPlace } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { toConnection, type Connection } from '../types/connection.type';
import { EvidenceArgs, EvidenceConnection, RunEvidence } from '../types/evidence.type';
import { MatrixCell, MatrixItem } from '../types/matrix.type';
import { type Of } from './assessment.resolver';

@Resolver(() => MatrixItem)
export class MatrixItemResolver {
  @FieldResolver()
  async parent(@Root() item: Of<ItemRow>, @Ctx() context: GatewayContext): Promise<Of<ItemRow> | null> {
    return item.parentPath === null ? null : findItem(context, { ...item, itemPath: item.parentPath });
  }

  @FieldResolver(listOf(7))
  async cells(@Root() item: Of<ItemRow>, @Ctx() { loaders }: GatewayContext): Promise<ShownCell[]> {
    const columns = await loaders.columns.load(item.templateCode);
    const cells = (await loaders.cells.load(item.assessmentId)).filter((cell) => cell.itemPath === item.path);
    return cells.map((cell) => ({
      ...cell,
      column: columns.find((column) => column.code === cell.columnCode),
    }));
  }
}

/** A cell that was reached through its item brings its column along: a promise less for each cell of a matrix. */
type ShownCell = CellRow & { readonly column?: ColumnRow | undefined };

@Resolver(() => MatrixCell)
export class MatrixCellResolver {
  @FieldResolver()
  item(@Root() cell: CellRow, @Ctx() context: GatewayContext): Promise<Of<ItemRow> | null> {
    return findItem(context, cell);
  }

  @FieldResolver()
  column(
    @Root() cell: ShownCell,
    @Ctx() context: GatewayContext,
  ): ColumnRow | Promise<ColumnRow | undefined> {
    return cell.column ?? findColumn(context, cell);
  }

  @FieldResolver()
  statusRule(@Root() { statusRuleCode: code }: CellRow): object | null {
    if (code === VERIFICATION_RULE.code) return VERIFICATION_RULE;
    return code === null ? null : { code, words: { vi: code, en: code } };
  }

  @FieldResolver(() => EvidenceConnection, says('Bằng chứng, mới nhất trước', 'The evidence, newest first'))
  async evidence(
    @Root() { assessmentId, itemPath, columnCode, hasEvidence }: CellRow,
    @Args(() => EvidenceArgs) { first, after }: EvidenceArgs,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<Connection<EvidenceRow>> {
    const given = { first, after: decodeCursor(IdPlace, after) };
    const subject = { assessmentId, itemPath, columnCode };
    const found = hasEvidence ? await loaders.evidence.load({ subject, given }) : NO_EVIDENCE;
    return toEvidence(found, { first, after });
  }
}

const NO_EVIDENCE: EvidencePage = { total: 0, rows: [] };

@Resolver(() => RunEvidence)
export class RunEvidenceResolver {
  @FieldResolver()
  run(@Root() evidence: EvidenceRow, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return loaders.run.load(evidence.runId);
  }
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

async function findColumn({ loaders }: GatewayContext, cell: CellRow): Promise<ColumnRow | undefined> {
  const columns = await loaders.columns.load(cell.templateCode);
  return columns.find((column) => column.code === cell.columnCode);
}

async function findItem(
  { loaders }: GatewayContext,
  wanted: { readonly templateCode: string; readonly itemPath: string; readonly assessmentId: string },
): Promise<Of<ItemRow> | null> {
  const items = await loaders.items.load(wanted.templateCode);
  const found = items.find((item) => item.path === wanted.itemPath);
  return found ? { ...found, assessmentId: wanted.assessmentId } : null;
}
