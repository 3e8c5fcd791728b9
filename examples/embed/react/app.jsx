import { loadRun } from '@clv/dashboard';
import { useEffect, useState } from 'react';

/** The parts of a run that this page wants, and who is open in them. */
export function App() {
  const [run, setRun] = useState();
  const [fault, setFault] = useState();
  const [open, setOpen] = useState();

  useEffect(() => {
    const loading = new AbortController();
    loadRun('run/', loading.signal).then(setRun, (error) => {
      if (!loading.signal.aborted) setFault(error.message);
    });
    return () => loading.abort();
  }, []);

  if (fault) return <p role="alert">{fault}</p>;
  if (!run) return <p role="status">Loading…</p>;
  return (
    <>
      <p role="status">{open ? `Customer ${open.id} is open.` : 'None is open.'}</p>
      <button type="button" onClick={() => (run.filter = { segments: ['VIPs'], offers: [], risk: null })}>
        VIPs only
      </button>
      {/* React 19 sets objects as properties, and listens to events by their own names. */}
      <clv-kpis data={run} />
      <clv-outreach data={run} onclv-select={({ detail }) => setOpen(detail)} />
      <clv-customer data={run} />
    </>
  );
}
