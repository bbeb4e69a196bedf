/** The official form of the matrix: its columns, groups and items, as data with provenance. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class MatrixTemplate {
  @PrimaryColumn('text')
  code: string;

  @Column('integer')
  version: number;

  @Column('text')
  titleVi: string;

  @Column('text')
  titleEn: string;

  /** Which document the text was read from, and how. */
  @Column('text')
  provenance: string;
}
