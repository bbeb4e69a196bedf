/** A unit of administration: the nation, one of the 34 provinces, or one of the 63 provinces before July 2025. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Locality {
  /** `VN`, a two-digit code of the 34-province list, or a three-digit code of the 63-province list. */
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  nameVi: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  level: 'NATION' | 'PROVINCE';

  @Column('text')
  scheme: 'NATION' | 'VN34' | 'VN63';

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;
}
