/** A unit that answers for something: a ministry, a province, a department of one. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { AgencyKind } from '../../domain/agency';
import { Locality } from './locality.entity';

@Entity()
@Check('agency_kind_check', `kind in ('MINISTRY', 'DEPARTMENT', 'PROVINCE', 'COMMUNE', 'OTHER')`)
export class Agency {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  nameVi: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  kind: AgencyKind;

  @Column('text', { nullable: true })
  localityCode: string | null;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality> | null;
}
