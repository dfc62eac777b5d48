// A file can be dropped on the form; without this file it is chosen by the field, and nothing else is missing.
(() => {
  'use strict';

  const form = document.querySelector('form[data-taruh]');
  const field = form?.querySelector('input[type=file]');
  if (!field) {
    return;
  }

  form.classList.add('siap');
  const hint = form.querySelector('.isian__petunjuk');
  if (hint) {
    hint.textContent += ' Berkas juga dapat ditarik ke kotak ini.';
  }

  for (const name of ['dragenter', 'dragover']) {
    form.addEventListener(name, event => {
      event.preventDefault();
      form.classList.add('siap--atas');
    });
  }

  form.addEventListener('dragleave', event => {
    if (!form.contains(event.relatedTarget)) {
      form.classList.remove('siap--atas');
    }
  });

  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('siap--atas');
    if (event.dataTransfer.files.length === 1) {
      field.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
})();
