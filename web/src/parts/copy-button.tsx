/** Copies a text and says so. */
import { useState } from 'react';
import { messagesOf } from '../shared/use-language';
import { Button } from './button';

const useMessages = messagesOf({
  vi: { copy: 'Sao chép', copied: 'Đã sao chép' },
  en: { copy: 'Copy', copied: 'Copied' },
});

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const say = useMessages();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button
      small
      icon={copied ? 'check' : 'copy'}
      onPress={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      <span aria-live="polite">{copied ? say.copied : (label ?? say.copy)}</span>
    </Button>
  );
}
