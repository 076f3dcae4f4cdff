"""``python -m generator`` is the ``unslouch`` command."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="unslouch")
