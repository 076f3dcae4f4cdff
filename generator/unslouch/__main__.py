"""``python -m unslouch`` is the ``unslouch`` command."""

from unslouch.cli import main

if __name__ == "__main__":
    main(prog_name="unslouch")
