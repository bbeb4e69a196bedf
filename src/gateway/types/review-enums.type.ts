/** The closed lists that reviews and purpose policies speak in. */
import { registerEnumType } from 'type-graphql';
import { Risk } from '../../domain/verdict/purpose-policy';
import { ReviewDecision } from '../../domain/verdict/review';
import { says, valuesSay } from '../describe';

registerEnumType(ReviewDecision, {
  name: 'ReviewDecision',
  ...says('Quyết định của người xem xét về một dòng', 'What a reviewer decides about a row'),
  valuesConfig: valuesSay<ReviewDecision>({
    SAME_PERSON: ['Đúng là người này', 'The row means this person'],
    OTHER_PERSON: ['Là người khác', 'The row means somebody else'],
    UNDECIDED: ['Đã xem, chưa thể kết luận', 'Looked at; it cannot be told'],
  }),
});

registerEnumType(Risk, {
  name: 'Risk',
  ...says('Mức rủi ro khi dùng nhầm người', 'What is at stake when it is the wrong person'),
  valuesConfig: valuesSay<Risk>({
    LOW: ['Thấp: không quyết định điều gì về từng người', 'Low: nothing is decided about a person'],
    HIGH: ['Cao', 'High'],
  }),
});
