import { useEffect } from 'react';
import { Masthead } from '../app/Masthead.tsx';
import '../app/Frame.css';
import '../grid/Grid.css';
import '../home/Home.css';
import '../tour/Tour.css';
import '../workbench/Workbench.css';
import { KIT } from '../words/kit.ts';
import { Basics } from './specimens/Basics.tsx';
import { Classes } from './specimens/Classes.tsx';
import { Node } from './specimens/Node.tsx';
import { Pages } from './specimens/Pages.tsx';
import { Panels } from './specimens/Panels.tsx';
import { Requests } from './specimens/Requests.tsx';
import { Terminals } from './specimens/Terminals.tsx';
import './Kit.css';

/** Every component in every state. */
export function Kit() {
  useEffect(() => {
    document.title = KIT.pageTitle;
    // Some parts bring themselves into sight when they are drawn; here the address says what is looked at.
    const asked = document.getElementById(location.hash.slice(1));
    if (asked === null) window.scrollTo(0, 0);
    else asked.scrollIntoView();
  }, []);
  return (
    <div className="kit">
      <Masthead>
        <h1>{KIT.title}</h1>
      </Masthead>
      <div className="kit-page">
        <nav className="kit-contents" aria-label={KIT.contents}>
          <ul>
            {Object.entries(KIT.sections).map(([id, title]) => (
              <li key={id}>
                <a className="link" href={`#${id}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          <p className="kit-lead">{KIT.lead}</p>
          <Basics />
          <Node />
          <Requests />
          <Panels />
          <Classes />
          <Terminals />
          <Pages />
        </main>
      </div>
    </div>
  );
}
