/** An indicator of the catalogue: what is counted, for which item of the matrix, and from where on it is good enough. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { StatusRuleCode } from '../../domain/matrix/cell-status';
import type { Direction, IndicatorUnit } from '../../domain/indicator/indicator-score';
import { MatrixItem } from './matrix-item.entity';

@Entity()
@Check('indicator_unit_check', `unit in ('PERCENT', 'RATIO', 'COUNT', 'DAYS', 'MINUTES')`)
@Check('indicator_status_rule_check', `status_rule in ('INDICATOR_SCORE_V1', 'INDICATOR_HELD_V1')`)
@Check('indicator_direction_check', `direction in ('UP', 'DOWN')`)
export class Indicator {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  templateCode: string;

  @Column('text')
  itemPath: string;

  @Column('integer')
  position: number;

  @Column('text')
  nameVi: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  unit: IndicatorUnit;

  @Column('text')
  numeratorVi: string;

  @Column('text')
  numeratorEn: string;

  @Column('text', { nullable: true })
  denominatorVi: string | null;

  @Column('text', { nullable: true })
  denominatorEn: string | null;

  @Column('text')
  direction: Direction;

  /** In the unit of the indicator. */
  @Column('double precision')
  target: number;

  @Column('double precision')
  lowerThreshold: number;

  /** The connector that observes it; it may not be registered yet. */
  @Column('text')
  connectorKey: string;

  /** The rule by which it speaks for its cells. */
  @Column('text', { default: 'INDICATOR_SCORE_V1' })
  statusRule: StatusRuleCode;

  /** The columns whose cells it speaks for. */
  @Column('text', { array: true })
  columns: string[];

  @Column('text', { nullable: true })
  note: string | null;

  @ManyToOne(() => MatrixItem)
  @JoinColumn([
    { name: 'template_code', referencedColumnName: 'templateCode' },
    { name: 'item_path', referencedColumnName: 'path' },
  ])
  item: Relation<MatrixItem>;
}
