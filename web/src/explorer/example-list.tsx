/** Lists the example operations by user; choosing one opens it in a tab of GraphiQL. */
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { type Operation, operations, PERSONAS } from '../shared/operations';
import { useLanguage } from '../shared/use-language';
import { useMessages } from './messages';

/** What the first tab holds at the first visit: it runs without a key. */
export const WELCOME = `# Ctrl+Enter: chạy / run
# Ctrl+Space: gợi ý / suggest
query ServerInfo {
  serverInfo {
    version
    mode
    queueBackend
    simulated
  }
}
`;

/** An untouched first tab is taken over, an example that is open already is brought to the front. */
function useOpenExample(): { open: (example: Operation) => void; ready: boolean } {
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor, tabs, activeTabIndex } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
  }));
  function open(example: Operation): void {
    if (!queryEditor || !variableEditor) return;
    const already = tabs.findIndex((tab) => tab.query === example.document);
    if (already === activeTabIndex) return queryEditor.focus();
    if (already >= 0) return actions.changeTab(already);
    if (!['', WELCOME.trim()].includes(queryEditor.getValue().trim())) actions.addTab();
    queryEditor.setValue(example.document);
    variableEditor.setValue(example.variables);
    actions.updateActiveTabValues({ query: example.document, variables: example.variables });
    queryEditor.focus();
  }
  return { open, ready: Boolean(queryEditor && variableEditor) };
}

/** The variables that the address gives along with an example; those of the example itself when there are none. */
function withVariables(example: Operation, given: string | null): Operation {
  if (given === null) return example;
  try {
    return { ...example, variables: JSON.stringify(JSON.parse(given), null, 2) };
  } catch {
    return example;
  }
}

/** Opens the example that the address names, once, as soon as the editors stand. */
function useExampleOfAddress(open: (example: Operation) => void, ready: boolean): void {
  const [given] = useState(() => new URLSearchParams(location.search).get('variables'));
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get('example'));
  useEffect(() => {
    if (!ready || asked === null) return;
    setAsked(null);
    history.replaceState(null, '', location.pathname);
    const example = operations.find(({ name }) => name === asked);
    if (example) open(withVariables(example, given));
  }, [asked, given, ready, open]);
}

export function ExampleList() {
  const say = useMessages();
  const language = useLanguage();
  const { open, ready } = useOpenExample();
  const [opened, setOpened] = useState('');
  useExampleOfAddress(open, ready);
  return (
    <>
      <p className="examples-lead">{say.examplesLead}</p>
      {PERSONAS.map((persona) => (
        <section key={persona} aria-labelledby={`for-${persona}`}>
          <h3 id={`for-${persona}`}>{say.personas[persona]}</h3>
          <ul>
            {operations
              .filter((example) => example.persona === persona)
              .map((example) => (
                <li key={example.name}>
                  <button
                    type="button"
                    disabled={!ready}
                    onClick={() => {
                      open(example);
                      setOpened(example.title[language]);
                    }}
                  >
                    <span className="example-title">{example.title[language]}</span>
                    <span className="example-kind" data-kind={example.kind}>
                      {say.kinds[example.kind]}
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className="visually-hidden" role="status">
        {opened && `${say.opened}: ${opened}`}
      </p>
    </>
  );
}
