/** Which old province went into which new one on 1 July 2025. */
import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Locality } from './locality.entity';

@Entity()
export class LocalityLineage {
  @PrimaryColumn('text')
  predecessorCode: string;

  @PrimaryColumn('text')
  @Index()
  successorCode: string;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'predecessor_code' })
  predecessor: Relation<Locality>;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'successor_code' })
  successor: Relation<Locality>;
}
