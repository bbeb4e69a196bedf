/** Starts the explorer page. */
import './monaco-workers';
import 'graphiql/style.css';
import './explorer.css';
import { createRoot } from 'react-dom/client';
import { Explorer } from './explorer';

const root = document.querySelector('#root');
if (!root) throw new Error('explorer.html has no #root');
createRoot(root).render(<Explorer />);
