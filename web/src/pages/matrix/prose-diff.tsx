/** Shows which words went and which came; also without colour: struck out, underlined, and named to screen readers. */
import { messagesOf } from '../../shared/use-language';

const useMessages = messagesOf({
  vi: { gone: 'bỏ: ', came: 'thêm: ' },
  en: { gone: 'removed: ', came: 'added: ' },
});

export interface ProsePart {
  readonly change: 'ADDED' | 'REMOVED' | 'SAME';
  readonly text: string;
}

export function ProseDiff({ parts }: { parts: readonly ProsePart[] }) {
  const say = useMessages();
  return (
    <p className="prose-diff" lang="vi">
      {parts.map(({ change, text }, at) => {
        if (change === 'SAME') return <span key={at}>{text}</span>;
        const Mark = change === 'ADDED' ? 'ins' : 'del';
        return (
          <Mark key={at}>
            <span className="visually-hidden">{change === 'ADDED' ? say.came : say.gone}</span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
