"""Links a build/article-core with other tables of weights than the committed ones, for judging weights that have not seen a page."""
import os
import shlex
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CORE = f'{ROOT}/build/core'


def compiler_flags():
    libraries = subprocess.run('xml2-config --cflags --libs; pkg-config --cflags --libs icu-uc icu-i18n', shell=True, text=True,
                               stdout=subprocess.PIPE, check=True).stdout
    directories = subprocess.run([os.environ.get('PG_CONFIG', 'pg_config'), '--pkglibdir', '--libdir'], text=True, stdout=subprocess.PIPE,
                                 check=True).stdout.split()
    return shlex.split(libraries) + [f'-L{d}' for d in directories] + '-lpgcommon -lpgport -lm -lpthread -lz'.split()


def link(program, own, weighed):
    """Builds a program from build/core, compiling anew the files that hold weights: those of own if there, else those of src with the
    tables of own. weighed: their paths below src, without ".c"."""
    objects = [os.path.join(at, name) for at, _, names in os.walk(f'{CORE}/src') for name in names
               if name.endswith('.o') and not any(f'{at}/{name}'.endswith(f'/{path}.o') for path in weighed)]
    sources = [f'{own}/{path}.c' if os.path.exists(f'{own}/{path}.c') else f'{ROOT}/src/{path}.c' for path in weighed]
    subprocess.run(['gcc', '-std=gnu99', '-D_GNU_SOURCE', '-O2', f'-I{own}', f'-I{ROOT}/src', '-o', program, *sources,
                    f'{CORE}/test/bench/article_core.o', *objects, *compiler_flags()], check=True)
    return program
