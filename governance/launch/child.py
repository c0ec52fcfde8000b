"""A lasting child of `run`: reads the whole code while the database is prepared, and begins its work at the word.

`python -m governance.launch.child PROGRAM ARGUMENT …` is `python -m PROGRAM ARGUMENT …` once a line comes on standard
input. An end without a line means that whoever prepares went away.
"""

import runpy
import sys

from governance.launch.reading import read_code

PAGES = "governance.urls"


def main(arguments):
    """Read, wait, work. Files and tables may change until the word comes: nothing here looks at them."""
    read_code(PAGES)
    if not sys.stdin.readline():
        sys.exit("Nobody prepares the database any more.")
    sys.argv = arguments
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
