/** A half-year that the matrix is judged for. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Period {
  /** `2025-H2` */
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  labelVi: string;

  @Column('text')
  labelEn: string;

  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;
}
