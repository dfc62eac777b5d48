// Every page works without this file; it only saves steps.
(() => {
  'use strict';

  const summary = document.querySelector('.ringkasan-galat');
  if (summary) {
    summary.focus();
  }

  // In a grid, Enter goes down its column instead of sending the form; Shift+Enter goes up, Alt+Enter breaks the line. Tables of one name
  // are one grid.
  document.addEventListener('keydown', event => {
    const field = event.target;
    const inGrid = 'table[data-grid] :is(textarea, input:not([type=checkbox], [type=submit]))';
    if (event.key !== 'Enter' || event.isComposing || !field.matches(inGrid)) {
      return;
    }

    event.preventDefault();
    if (event.altKey && field.matches('textarea')) {
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return;
    }

    const cell = field.closest('td, th');
    const table = cell.closest('table');
    const place = [...cell.querySelectorAll('input, select, textarea')].indexOf(field);
    const tables = table.dataset.grid ? [...document.querySelectorAll(`table[data-grid="${table.dataset.grid}"]`)] : [table];
    const rows = tables.flatMap(one => [...one.tBodies].flatMap(body => [...body.rows]));
    const step = event.shiftKey ? -1 : 1;
    for (let i = rows.indexOf(cell.parentElement) + step; rows[i]; i += step) {
      const next = rows[i].cells[cell.cellIndex]?.querySelectorAll('input, select, textarea')[place];
      if (next && !next.disabled) {
        next.focus();
        next.select?.();
        return;
      }
    }
  });

  // A guarded form that has been changed asks before it is left; a form shown again with errors or more rows
  // holds unsaved words already.
  for (const form of document.querySelectorAll('form[data-guard]')) {
    let isChanged = summary !== null || form.dataset.guard === 'berubah';
    form.addEventListener('input', () => { isChanged = true; });
    form.addEventListener('submit', () => { isChanged = false; });
    window.addEventListener('beforeunload', event => {
      if (isChanged) {
        event.preventDefault();
      }
    });
  }

  // A form that is on its way waits; the server alone would notice a second sending too. It may be sent anew when the page comes back from
  // the browser's memory, and when nothing came of it (the line was cut, or the sending was stopped).
  const patience = 20000;
  for (const form of document.querySelectorAll('form[method=post]')) {
    let sending = null;
    const release = () => {
      sending?.removeAttribute('aria-disabled');
      sending = null;
    };
    form.addEventListener('submit', event => {
      if (sending) {
        event.preventDefault();
        return;
      }

      sending = event.submitter ?? form.querySelector('button');
      sending.setAttribute('aria-disabled', 'true');
      setTimeout(release, patience);
    });
    window.addEventListener('pageshow', release);
  }

  for (const button of document.querySelectorAll('button[data-cetak]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
})();
