import type { CurlForm, Who } from './form.ts';
import { marked, quoteWord } from './marks.ts';

/** The curl line of a form, as one would type it: letters first, then the URL, then who asks, then the rest. */
export function composeLine(form: CurlForm): string {
  const letters = [
    form.silent ? 's' : '',
    form.insecure ? 'k' : '',
    form.include ? 'i' : '',
    form.verbose ? 'v' : '',
    isHead(form) ? 'I' : '',
  ].join('');
  const words = [
    'curl',
    ...(letters === '' ? [] : [`-${letters}`]),
    ...methodWords(form),
    `${form.scheme}://${form.host}:${form.port}${form.path}`,
    ...(form.authorities === '' ? [] : ['--cacert', form.authorities]),
    ...whoWords(form.who),
    ...bodyWords(form),
    ...form.kept,
  ];
  return words.map(quoteWord).join(' ');
}

function isHead({ method, body }: CurlForm): boolean {
  return method === 'HEAD' && body === null;
}

function methodWords(form: CurlForm): readonly string[] {
  const inferred = isHead(form) ? 'HEAD' : form.body === null ? 'GET' : 'POST';
  return form.method === inferred ? [] : ['-X', form.method];
}

function bodyWords({ body }: CurlForm): readonly string[] {
  if (body === null) return [];
  return [body.option === 'data' ? '-d' : `--${body.option}`, body.text];
}

function whoWords(who: Who): readonly string[] {
  switch (who.kind) {
    case 'stranger':
      return [];
    case 'certificate':
      return ['--cert', who.certificate, ...(who.key === '' ? [] : ['--key', who.key])];
    case 'token-file':
      return ['-H', `Authorization: Bearer ${marked(who.file)}`];
    case 'token':
      return ['-H', `Authorization: Bearer ${who.token}`];
    case 'basic':
      return ['-u', who.user];
    case 'other':
      return who.words;
  }
}
