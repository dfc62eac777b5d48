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
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || !field.matches(inGrid)) {
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

    // Under the last row comes the next column, and after the last of them the button.
    const fields = (row, column) => [...row.cells[column]?.querySelectorAll('input, select, textarea') ?? []].find(one => !one.disabled);
    let next = null;
    for (let column = cell.cellIndex + 1; !next && step > 0 && column < cell.parentElement.cells.length; column++) {
      next = rows.map(row => fields(row, column)).find(Boolean);
    }
    next ??= step > 0 ? field.form?.querySelector('.tombol--utama') : null;
    next?.focus();
    next?.select?.();
  });

  // Ctrl+Enter finishes from any field, and goes on to the next where there is such a button.
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      const button = event.target.form?.querySelector('button[name=Lanjut]') ?? event.target.form?.querySelector('.tombol--utama');
      if (button && !button.disabled) {
        event.preventDefault();
        event.target.form.requestSubmit(button);
      }
    }
  });

  // The page of a step is where it was after a save; else its first empty field is ready, where a keyboard is likely.
  const placeKey = `tempat ${location.pathname}`;
  const place = sessionStorage.getItem(placeKey);
  sessionStorage.removeItem(placeKey);
  const work = document.querySelector('form[data-kerja]');
  if (work && !summary && !location.hash) {
    if (place && document.querySelector('.berhasil')) {
      const [y, id] = place.split(' ');
      document.getElementById(id)?.focus({ preventScroll: true });
      window.scrollTo(0, Number(y));
    } else if (window.matchMedia('(pointer: fine)').matches) {
      const isEmpty = field => (field.type === 'checkbox' || field.type === 'radio' ? !field.checked : !field.value)
        && !field.disabled && !field.readOnly && field.offsetParent && !field.labels?.[0]?.textContent.includes('boleh kosong');
      [...work.querySelectorAll('input:not([type=hidden]), select, textarea')].find(isEmpty)?.focus();
    }
  }
  work?.addEventListener('submit', () => {
    sessionStorage.setItem(placeKey, `${window.scrollY} ${document.activeElement?.id ?? ''}`);
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
